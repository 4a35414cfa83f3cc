package connect

import (
	"bytes"
	"encoding/json"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"patchcord/acd"
)

// TestLives plays the lives in testdata/lives against a real engine, and compares the answers, byte for byte, with what
// stands below the requests. With -rewrite it writes what was answered in their place. A part of a life is
//
//	-- a queue: {queue} = QueueId --        a request; of its answer, the member QueueId is called {queue} from now on
//	-- 30 s later --                        the clock is turned
//	-- {ana} accepts {task} --              an agent does something for which Amazon has no operation
//
// {instance} is there from the beginning. Ids that have a name are written as their names.
func TestLives(t *testing.T) {
	files, err := filepath.Glob("testdata/lives/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no lives: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			l := &life{stage: newStage(t, acd.Quotas{})}
			l.call("instance", l.instance)
			lived := l.live(archive)
			if *rewrite {
				if err := os.WriteFile(file, txtar.Format(lived), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if was, is := txtar.Format(archive), txtar.Format(lived); !bytes.Equal(is, was) {
				t.Errorf("the answers differ; go test ./connect -rewrite and look at the change\n%s", firstChange(was, is))
			}
		})
	}
}

// A life is a stage on which ids have names.
type life struct {
	*stage
	named  []string // {queue}, id, {user}, id ...
	called []string // id, {queue}, id, {user} ...
}

// call gives an id a name.
func (l *life) call(name, id string) {
	const roleSuffix = 20
	name = "{" + strings.Trim(name, "{}") + "}"
	l.named = append(l.named, name, id)
	l.called = append(l.called, id, name)
	if bare := strings.ReplaceAll(id, "-", ""); len(bare) >= roleSuffix {
		l.called = append(l.called, bare[:roleSuffix], name)
	}
}

// live plays the parts of a life, one after the other.
func (l *life) live(archive *txtar.Archive) *txtar.Archive {
	later := regexp.MustCompile(`^(\d+) s later$`)
	acts := regexp.MustCompile(`^(\{\w+\}) (\w+) (\{\w+\})$`)
	server := l.unsigned()
	lived := &txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		if strings.HasSuffix(f.Name, " answer") {
			continue
		}
		lived.Files = append(lived.Files, f)
		if m := later.FindStringSubmatch(f.Name); m != nil {
			seconds, err := strconv.Atoi(m[1])
			if err != nil {
				l.Fatal(err)
			}
			l.turn(seconds)
			continue
		}
		if m := acts.FindStringSubmatch(f.Name); m != nil {
			l.act(m[1], m[2], m[3])
			continue
		}
		w := httptest.NewRecorder()
		server.ServeHTTP(w, readRequest(l.T, l.withIDs(string(f.Data))))
		l.keep(f.Name, w)
		answer := strings.NewReplacer(l.called...).Replace(string(answerText(w)))
		lived.Files = append(lived.Files, txtar.File{Name: f.Name + " answer", Data: []byte(answer)})
	}
	return lived
}

func (l *life) withIDs(text string) string { return strings.NewReplacer(l.named...).Replace(text) }

// keep gives the ids in an answer the names that its request asks for: "a queue: {queue} = QueueId".
func (l *life) keep(name string, w *httptest.ResponseRecorder) {
	_, wanted, ok := strings.Cut(name, ": ")
	if !ok {
		return
	}
	for pair := range strings.SplitSeq(wanted, ", ") {
		called, path, _ := strings.Cut(pair, " = ")
		var found any
		if err := json.Unmarshal(w.Body.Bytes(), &found); err != nil {
			l.Fatalf("%s is answered %s", name, w.Body)
		}
		for part := range strings.SplitSeq(path, ".") {
			switch at := found.(type) {
			case map[string]any:
				found = at[part]
			case []any:
				n, err := strconv.Atoi(part)
				if err != nil || n >= len(at) {
					l.Fatalf("%s: there is no %s in %s", name, path, w.Body)
				}
				found = at[n]
			}
		}
		id, ok := found.(string)
		if !ok {
			l.Fatalf("%s: there is no %s in %s", name, path, w.Body)
		}
		l.call(called, id)
	}
}

// act lets an agent do what Amazon's own software does.
func (l *life) act(user, verb, contact string) {
	who, what := acd.UserID(l.withIDs(user)), acd.ContactID(l.withIDs(contact))
	switch verb {
	case "accepts":
		l.agent(acd.AcceptContact{UserID: who, ContactID: what})
	case "rejects":
		l.agent(acd.RejectContact{UserID: who, ContactID: what})
	case "holds":
		l.agent(acd.HoldContact{UserID: who, ContactID: what})
	case "unholds":
		l.agent(acd.UnholdContact{UserID: who, ContactID: what})
	case "disconnects":
		l.agent(acd.DisconnectContact{UserID: who, ContactID: what})
	case "completes":
		l.agent(acd.CompleteContact{UserID: who, ContactID: what})
	default:
		l.Fatalf("an agent cannot %q a contact here", verb)
	}
}
