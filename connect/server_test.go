package connect

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// echo makes a server that keeps the last call and its input.
func echo(o Options) (s *Server, last func() (*Call, any)) {
	var call *Call
	var arrived any
	s = newServer(o, rowsOf(func(c *Call, in any) (any, error) {
		call, arrived = c, in
		return nil, nil
	}))
	return s, func() (*Call, any) { return call, arrived }
}

func send(s *Server, method, target, body string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest(method, target, strings.NewReader(body)))
	return w
}

// TestURLBeatsBody names members of the URL in the body, too: the URL's win, and what the URL lacks stays unset.
func TestURLBeatsBody(t *testing.T) {
	s, last := echo(Options{})
	send(s, "POST", routingDataPath, `{"InstanceId":"other","ContactId":["c"],"QueuePriority":7}`)
	_, arrived := last()
	in := arrived.(*sdk.UpdateContactRoutingDataInput)
	if *in.InstanceId != instanceID || *in.ContactId != contactID || *in.QueuePriority != 7 {
		t.Errorf("%s arrived", show(in))
	}
	send(s, "GET", "/queues-summary/i?maxResults=3&later=1", `{"NextToken":"t","QueueTypes":["AGENT"],"MaxResults":9}`)
	_, arrived = last()
	queues := arrived.(*sdk.ListQueuesInput)
	if queues.NextToken != nil || queues.QueueTypes != nil || *queues.MaxResults != 3 {
		t.Errorf("%s arrived", show(queues))
	}
	send(s, "DELETE", "/tags/arn:aws:connect:a/b?tagKeys=x%20y&tagKeys=z", "")
	_, arrived = last()
	untag := arrived.(*sdk.UntagResourceInput)
	if *untag.ResourceArn != "arn:aws:connect:a/b" || !reflect.DeepEqual(untag.TagKeys, []string{"x y", "z"}) {
		t.Errorf("%s arrived", show(untag))
	}
}

// TestEmptyIsNotAbsent tells the ways apart in which a criteria can have no steps.
func TestEmptyIsNotAbsent(t *testing.T) {
	for body, want := range map[string]*types.RoutingCriteriaInput{
		`{}`:                                              nil,
		`{"RoutingCriteria":null}`:                        nil,
		`{"RoutingCriteria":{}}`:                          {},
		`{"RoutingCriteria":{"Steps":null}}`:              {},
		`{"RoutingCriteria":{"Steps":[]}}`:                {Steps: []types.RoutingCriteriaInputStep{}},
		`{"RoutingCriteria":{"Steps":[null]}}`:            {Steps: []types.RoutingCriteriaInputStep{{}}},
		`{"RoutingCriteria":{"Steps":[{}]}}`:              {Steps: []types.RoutingCriteriaInputStep{{}}},
		`{"RoutingCriteria":{"Steps":[{"Expiry":null}]}}`: {Steps: []types.RoutingCriteriaInputStep{{}}},
	} {
		s, last := echo(Options{})
		if w := send(s, "POST", routingDataPath, body); w.Code != http.StatusOK {
			t.Errorf("%s is answered %s", body, w.Body)
			continue
		}
		_, arrived := last()
		if got := arrived.(*sdk.UpdateContactRoutingDataInput).RoutingCriteria; !reflect.DeepEqual(got, want) {
			t.Errorf("%s arrives as %v, not %v", body, got, want)
		}
	}
}

// TestInstants reads and writes times to the millisecond, and finer ones where they come from outside.
func TestInstants(t *testing.T) {
	s, last := echo(Options{})
	send(s, "PUT", "/contact/task", `{"InstanceId":"i","Name":"","ScheduledTime":1767225600.123456789}`)
	_, arrived := last()
	want := time.Date(2026, 1, 1, 0, 0, 0, 123456789, time.UTC)
	if got := arrived.(*sdk.StartTaskContactInput).ScheduledTime; !got.Equal(want) {
		t.Errorf("%v arrived", got)
	}
	for text, at := range map[string]time.Time{
		"1767225600":     time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
		"1767225600.001": time.Date(2026, 1, 1, 0, 0, 0, 1e6, time.UTC),
		"1767225600.999": time.Date(2026, 1, 1, 0, 0, 0, 999e6+999_999, time.UTC),
		"-0.5":           time.Unix(0, -500e6),
		"0":              time.Unix(0, 0),
	} {
		if got := string(writeInstant(nil, reflect.ValueOf(&at).Elem())); got != text {
			t.Errorf("%v is written %s, not %s", at, got, text)
		}
	}
}

// TestCallKnowsItsCaller looks at what a handler is told.
func TestCallKnowsItsCaller(t *testing.T) {
	o := testOptions(testNow)
	s, last := echo(o)
	w := httptest.NewRecorder()
	s.ServeHTTP(w, someSigning().request())
	call, _ := last()
	if w.Code != http.StatusOK || call.Caller.ID != "AKIDADMIN" || call.Operation != "UpdateContactRoutingData" ||
		call.RequestID != testRequest || call.Account != testAccount || call.Region != testRegion {
		t.Errorf("%d, the call is %+v", w.Code, call)
	}
}

// TestOrderOfChecks sends requests that are wrong in several ways: who asks is settled before what he asks.
func TestOrderOfChecks(t *testing.T) {
	s, last := echo(testOptions(testNow))
	stranger := someSigning()
	stranger.secret, stranger.body = "guess", `{"QueuePriority":0}`
	reader := someSigning()
	reader.key, reader.secret, reader.body = "AKIDREADER", "reader-secret", `{"QueuePriority":0}`
	agent := someSigning()
	agent.key, agent.secret = "AKIDAGENT", "agent-secret"
	for name, request := range map[string]*http.Request{
		"InvalidSignatureException":  stranger.request(),
		"AccessDeniedException":      reader.request(),
		"MissingAuthenticationToken": httptest.NewRequest("POST", routingDataPath, strings.NewReader("{")),
		"UnknownOperationException":  httptest.NewRequest("POST", "/nothing", strings.NewReader("{")),
	} {
		w := httptest.NewRecorder()
		if s.ServeHTTP(w, request); w.Header().Get("X-Amzn-ErrorType") != name {
			t.Errorf("%s is answered, not %s", w.Header(), name)
		}
	}
	if call, _ := last(); call != nil {
		t.Error("a handler ran")
	}
}

// TestBodies reads bodies that come without a length, too long, or not to their end.
func TestBodies(t *testing.T) {
	s, _ := echo(Options{})
	long := `{"Later":"` + strings.Repeat("x", bodyMax) + `"}`
	for _, c := range []struct {
		body   io.Reader
		length int64
		name   string
	}{
		{strings.NewReader("{}"), -1, ""},
		{strings.NewReader(long), -1, entityTooLarge},
		{strings.NewReader(long), int64(len(long)), entityTooLarge},
		{strings.NewReader("{"), 2, serialization},
		{iotest.ErrReader(errors.New("reset")), -1, serialization},
	} {
		r := httptest.NewRequest("POST", routingDataPath, c.body)
		r.ContentLength = c.length
		w := httptest.NewRecorder()
		if s.ServeHTTP(w, r); w.Header().Get("X-Amzn-ErrorType") != c.name {
			t.Errorf("%d %v, not %q", w.Code, w.Header(), c.name)
		}
	}
}

// TestNothingToSay lets handlers return nothing at all.
func TestNothingToSay(t *testing.T) {
	s, _ := echo(Options{})
	for target, body := range map[string]string{
		"/instance":   `{"InstanceSummaryList":[]}`,
		"/instance/i": `{}`,
		"/tags/arn":   `{"tags":{}}`,
	} {
		if w := send(s, "GET", target, ""); w.Code != http.StatusOK || w.Body.String() != body {
			t.Errorf("%s is answered %d %s, not %s", target, w.Code, w.Body, body)
		}
	}
}
