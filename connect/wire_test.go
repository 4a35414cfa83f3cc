package connect

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
	"golang.org/x/tools/txtar"

	"patchcord/acd"
)

// TestWire plays the requests in testdata/*.txtar and compares the answers, byte for byte, with those that stand below
// each. With -rewrite it writes what was answered in their place.
func TestWire(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no wire goldens: %v", err)
	}
	server := goldenServer()
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			played := playArchive(t, server, archive)
			if *rewrite {
				if err := os.WriteFile(file, txtar.Format(played), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got, want := txtar.Format(played), txtar.Format(archive); !bytes.Equal(got, want) {
				t.Errorf("the answers differ; go test ./connect -rewrite and look at the change\n%s", firstChange(want, got))
			}
		})
	}
}

// rewrite is the flag -rewrite of this package's tests.
var rewrite = flag.Bool("rewrite", false, "write the answers of this run into the wire goldens")

// playArchive answers each request of an archive and puts the answer below it.
func playArchive(t *testing.T, server http.Handler, archive *txtar.Archive) *txtar.Archive {
	played := &txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		if strings.HasSuffix(f.Name, " answer") {
			continue
		}
		w := httptest.NewRecorder()
		server.ServeHTTP(w, readRequest(t, string(f.Data)))
		played.Files = append(played.Files, f, txtar.File{Name: f.Name + " answer", Data: answerText(w)})
	}
	return played
}

// readRequest reads a request of a golden: the request line, headers, an empty line, the body without its last line
// end. In the body {{3 x ab}} stands for ababab.
func readRequest(t *testing.T, text string) *http.Request {
	head, body, _ := strings.Cut(text, "\n\n")
	body = strings.TrimSuffix(body, "\n")
	body = regexp.MustCompile(`\{\{(\d+) x (.+?)\}\}`).ReplaceAllStringFunc(body, func(found string) string {
		count, unit, _ := strings.Cut(strings.Trim(found, "{}"), " x ")
		n, err := strconv.Atoi(count)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Repeat(unit, n)
	})
	lines := strings.Split(strings.TrimSuffix(head, "\n"), "\n")
	method, target, ok := strings.Cut(lines[0], " ")
	if !ok {
		t.Fatalf("a request begins with %q", lines[0])
	}
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Host = "connect.us-east-1.amazonaws.com"
	for _, line := range lines[1:] {
		name, value, _ := strings.Cut(line, ": ")
		if r.Header.Add(name, value); name == "Host" {
			r.Host = value
			r.Header.Del("Host")
		}
	}
	return r
}

func answerText(w *httptest.ResponseRecorder) []byte {
	var text strings.Builder
	fmt.Fprintf(&text, "%d\n", w.Code)
	for _, name := range slices.Sorted(maps.Keys(w.Header())) {
		fmt.Fprintf(&text, "%s: %s\n", name, strings.Join(w.Header()[name], ", "))
	}
	fmt.Fprintf(&text, "\n%s\n", w.Body)
	return []byte(text.String())
}

// firstChange shows where two texts begin to differ.
func firstChange(want, got []byte) string {
	a, b := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d\nwanted %s\ngot    %s", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("wanted %d lines, got %d", len(a), len(b))
}

// goldenServer answers a few operations from nothing, so that the goldens show the wire alone.
func goldenServer() *Server {
	rows := rowsOf(func(*Call, any) (any, error) { return nil, nil })
	for i := range rows {
		if handle, ok := goldenHandlers()[rows[i].operation]; ok {
			rows[i].handle = handle
		}
	}
	return newServer(Options{
		Account:      testAccount,
		Region:       testRegion,
		NewRequestID: func() string { return testRequest },
	}, rows)
}

func goldenHandlers() map[string]func(*Call, any) (any, error) {
	return map[string]func(*Call, any) (any, error){
		"ListQueues":                goldenQueues,
		"DescribeContact":           goldenContact,
		"DeletePredefinedAttribute": goldenRefusal,
		"CreateContactFlow":         goldenRefusal,
		"StopContact":               goldenRefusal,
		"DescribeInstance":          goldenRefusal,
	}
}

// goldenQueues lists three queues.
func goldenQueues(c *Call, in any) (any, error) {
	ask := in.(*sdk.ListQueuesInput)
	var filters []string
	for _, kind := range ask.QueueTypes {
		filters = append(filters, string(kind))
	}
	found, next, err := page(c, pageAsk{
		Instance: *ask.InstanceId,
		Token:    ask.NextToken,
		Max:      ask.MaxResults,
		Filters:  filters,
	}, []string{"Billing", "Sales", "Support"}, itself)
	if err != nil {
		return nil, err
	}
	out := &sdk.ListQueuesOutput{NextToken: next}
	for _, name := range found {
		out.QueueSummaryList = append(out.QueueSummaryList,
			types.QueueSummary{Name: aws.String(name), QueueType: types.QueueTypeStandard})
	}
	return out, nil
}

// goldenContact describes a contact with a value of each kind.
func goldenContact(*Call, any) (any, error) {
	at := time.Date(2026, 1, 1, 0, 0, 0, 5e6, time.UTC)
	return &sdk.DescribeContactOutput{Contact: &types.Contact{
		Id:                  aws.String(contactID),
		Channel:             types.ChannelTask,
		InitiationTimestamp: &at,
		QueuePriority:       aws.Int64(1<<63 - 1),
		Name:                aws.String("é \"quoted\" <b> \u2028"),
		Tags:                map[string]string{"b": "2", "a": "1"},
		SegmentAttributes:   map[string]types.SegmentAttributeValue{},
		RoutingCriteria: &types.RoutingCriteria{Index: aws.Int32(0), Steps: []types.Step{{
			Status: types.RoutingCriteriaStepStatusActive,
			Expression: &types.Expression{AttributeCondition: &types.AttributeCondition{
				Name: aws.String("Language"), ProficiencyLevel: aws.Float32(4.1)}},
		}}},
	}}, nil
}

// goldenRefusal refuses in the way that the request's labels ask for.
func goldenRefusal(c *Call, in any) (any, error) {
	switch ask := in.(type) {
	case *sdk.DeletePredefinedAttributeInput:
		e := acd.Errorf(acd.Code(*ask.Name), "The attribute is the way it is.")
		e.Resource = acd.Resource{Type: "USER", ID: testUserID}
		return nil, fmt.Errorf("delete attribute: %w", e)
	case *sdk.CreateContactFlowInput:
		e := acd.Errorf(acd.BadFlow, "The flow cannot run.")
		e.Problems = []string{"The action \"Dance\" of block b1 is unknown.", "Block b2 leads nowhere."}
		return nil, e
	case *sdk.StopContactInput:
		return nil, acd.Errorf(acd.Gone, "The contact has ended.")
	case *sdk.DescribeInstanceInput:
		if *ask.InstanceId == "panic" {
			panic("a secret")
		}
	}
	return nil, errors.New("a secret of " + c.Operation)
}
