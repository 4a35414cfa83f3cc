package lambda

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/engine"
	"patchcord/flow"
	"patchcord/instance"
)

// office is an account with one instance, whose events a Caller sees and which hears what functions answer.
type office struct {
	*testing.T
	account  *account.Account
	instance acd.InstanceID
	flow     acd.FlowID
	caller   *Caller

	mu   sync.Mutex
	told chan acd.TellFunction
}

func newOffice(t *testing.T, endpoints Endpoints) *office {
	o := &office{T: t, account: account.New(instance.Options{Account: here()}), told: make(chan acd.TellFunction, 8)}
	o.caller = New(Options{Account: here(), Endpoints: endpoints})
	t.Cleanup(o.caller.Close)
	o.caller.See(engine.Sighting{Cut: true, Account: o.account})
	o.instance = acd.InstanceID(o.must("", acd.CreateInstance{Instance: acd.Instance{Alias: "a", Seed: 1,
		IdentityManagementType: "CONNECT_MANAGED"}}))
	o.flow = acd.FlowID(o.must(o.instance, acd.CreateContactFlow{Flow: acd.ContactFlow{Name: "ask", Type: "CONTACT_FLOW",
		Status: "PUBLISHED", Content: flow.Build(flow.Invoke{ARN: "arn:aws:lambda:r:a:function:lookup", Limit: 8 * acd.Second,
			Attributes: map[string]string{"a": "b"}, Nested: map[string]string{"more": `{"list":["$.Channel",true]}`}},
			flow.Wait{For: acd.Hour})}}))
	return o
}

func here() acd.Account { return acd.Account{Number: "123456789012", Region: "us-east-1"} }

// must asks for something that cannot be refused, and lets the Caller see what comes of it.
func (o *office) must(i acd.InstanceID, cmd acd.Command) string {
	o.Helper()
	created, events, err := o.account.Do(i, cmd)
	if err != nil {
		o.Fatal(err)
	}
	for _, e := range events {
		o.caller.See(engine.Sighting{Event: e, Account: o.account})
	}
	return created
}

func (o *office) start() acd.ContactID {
	o.Helper()
	return acd.ContactID(o.must(o.instance, acd.StartContact{Operation: "Start", Channel: acd.Task,
		InitiationMethod: acd.API, FlowID: o.flow, Name: "Bonjour"}))
}

// Do is part of Mind.
func (o *office) Do(_ context.Context, _ acd.InstanceID, cmd acd.Command) (string, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.told <- cmd.(acd.TellFunction)
	return "", nil
}

// serving returns an endpoint that answers with a handler.
func serving(t *testing.T, name string, h http.HandlerFunc) Endpoints {
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	e := Endpoints{}
	if err := e.Add(strings.TrimPrefix(name+"="+s.URL, "=")); err != nil {
		t.Fatal(err)
	}
	return e
}

// What was asked before somebody listens is asked once, when he does; what is asked later at once.
func TestAsksOnce(t *testing.T) {
	var mu sync.Mutex
	var events []string
	o := newOffice(t, serving(t, "", func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		body, _ := io.ReadAll(r.Body)
		events = append(events, r.Header.Get("X-Patchcord-Function")+" "+string(body))
		fmt.Fprintf(w, `{"n": %d}`, len(events))
	}))
	first := o.start()
	o.caller.Begin(o)
	if told := <-o.told; told.ContactID != first || told.Response != `{"n": 1}` || told.Fault != "" || told.AskID == "" {
		t.Errorf("told %+v", told)
	}
	second := o.start()
	if told := <-o.told; told.ContactID != second || told.Response != `{"n": 2}` {
		t.Errorf("told %+v", told)
	}
	o.caller.See(engine.Sighting{Cut: true, Account: o.account}) // both wait still: they are asked again
	again := map[acd.ContactID]bool{(<-o.told).ContactID: true, (<-o.told).ContactID: true}
	if !again[first] || !again[second] {
		t.Errorf("after a cut %v are asked again", again)
	}
	mu.Lock()
	defer mu.Unlock()
	id, instance := string(first), string(o.instance)
	want := `arn:aws:lambda:r:a:function:lookup {"Details":{"ContactData":{"Attributes":{},` +
		`"AwsRegion":"us-east-1","Channel":"TASK",` +
		`"ContactId":"` + id + `","CustomerEndpoint":null,"CustomerId":null,"Description":null,` +
		`"InitialContactId":"` + id + `","InitiationMethod":"API",` +
		`"InstanceARN":"arn:aws:connect:us-east-1:123456789012:instance/` + instance + `","LanguageCode":null,` +
		`"MediaStreams":{"Customer":{"Audio":null}},"Name":"Bonjour","PreviousContactId":"` + id + `","Queue":null,` +
		`"References":{},"RelatedContactId":null,"SegmentAttributes":{},"SystemEndpoint":null,` +
		`"Tags":{"aws:connect:instanceId":"` + instance + `"}},"Parameters":{"a":"b","more":{"list":["TASK",true]}}},` +
		`"Name":"ContactFlowEvent"}`
	if events[0] != want {
		t.Errorf("the function got\n%s\nwant\n%s", events[0], want)
	}
}

// Faults of functions are told, each in its words.
func TestFaults(t *testing.T) {
	for name, tt := range map[string]struct {
		endpoints Endpoints
		want      string
	}{
		"none is named": {Endpoints{}, "no endpoint is named for the function lookup"},
		"another is": {serving(t, "other", func(http.ResponseWriter, *http.Request) {}),
			"no endpoint is named for the function lookup"},
		"it refuses": {serving(t, "lookup", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(404) }),
			"the function answered 404 Not Found"},
		"it fails": {serving(t, "", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("X-Amz-Function-Error", "Unhandled")
			fmt.Fprint(w, `{"errorMessage": "boom"}`)
		}), `the function failed: {"errorMessage": "boom"}`},
		"it breaks": {serving(t, "", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) }),
			"the function answered 503"},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t, tt.endpoints)
			o.caller.Begin(o)
			o.start()
			if told := <-o.told; !strings.HasPrefix(told.Fault, tt.want) {
				t.Errorf("told %+v, want %s", told, tt.want)
			}
		})
	}
}

// A Caller that closes asks nobody any more and tells nothing.
func TestClose(t *testing.T) {
	came, leave := make(chan struct{}), make(chan struct{})
	o := newOffice(t, serving(t, "", func(http.ResponseWriter, *http.Request) {
		close(came)
		<-leave
	}))
	defer close(leave)
	o.caller.Begin(o)
	o.start()
	<-came
	o.caller.Close()
	o.start()
	select {
	case told := <-o.told:
		t.Errorf("told %+v", told)
	default:
	}
}

func TestEndpoints(t *testing.T) {
	for text, want := range map[string]string{
		"http://127.0.0.1:9/a=b": "", "lookup=https://here/": "", "lookup": "is no endpoint", "a=ftp://b": "is no endpoint",
		"a=http://": "is no endpoint", "": "is no endpoint",
	} {
		err := (Endpoints{}).Add(text)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	e := Endpoints{}
	if e.Add("http://a") != nil || e.Add("http://b") == nil {
		t.Error("two endpoints for every function")
	}
	for arn, want := range map[string]string{
		"arn:aws:lambda:us-east-1:1:function:lookup:live": "lookup", "arn:aws:lambda:us-east-1:1:function:lookup": "lookup",
		"lookup": "lookup",
	} {
		if got := nameOf(arn); got != want {
			t.Errorf("%s: %s", arn, got)
		}
	}
	if between > time.Second {
		t.Error("a function that fails is not asked again in time")
	}
}
