package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"

	"patchcord/courier"
)

// mailbox is an endpoint that takes events.
type mailbox struct {
	*httptest.Server
	mu     sync.Mutex
	closed bool
	events []string
	faults []string
	came   chan struct{} // told when something has come, if nobody has been told yet
}

func newMailbox(t *testing.T, secret string) *mailbox {
	b := &mailbox{came: make(chan struct{}, 1)}
	b.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b.mu.Lock()
		defer b.mu.Unlock()
		if b.closed {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		body, err := io.ReadAll(r.Body)
		var events []json.RawMessage
		if err != nil || json.Unmarshal(body, &events) != nil {
			b.faults = append(b.faults, string(body))
		}
		sign := r.Header.Get("Patchcord-Signature")
		if seconds, _, ok := strings.Cut(strings.TrimPrefix(sign, "t="), ","); secret != "" {
			at, err := time.Parse(time.RFC3339, unix(seconds))
			if !ok || err != nil || sign != courier.Signature([]byte(secret), at, body) {
				b.faults = append(b.faults, "signed "+sign)
			}
		}
		for _, e := range events {
			b.events = append(b.events, string(e))
		}
		select {
		case b.came <- struct{}{}:
		default:
		}
	}))
	t.Cleanup(b.Close)
	return b
}

// unix writes seconds as a time.
func unix(seconds string) string {
	var n int64
	json.Unmarshal([]byte(seconds), &n) //nolint:errcheck // then it is another time
	return time.Unix(n, 0).UTC().Format(time.RFC3339)
}

func (b *mailbox) set(closed bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = closed
}

func (b *mailbox) all(t *testing.T) []string {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.faults) > 0 {
		t.Errorf("the endpoint got %q", b.faults)
	}
	return slices.Clone(b.events)
}

func lines(t *testing.T, path string) []string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
}

// typesOf returns what contact events are called, and "agent" for the others.
func typesOf(t *testing.T, events []string) string {
	t.Helper()
	var list []string
	for _, e := range events {
		var form struct {
			DetailType string `json:"detail-type"`
			Detail     struct{ EventType string }
			EventType  string
		}
		if err := json.Unmarshal([]byte(e), &form); err != nil {
			t.Fatalf("%q is no event: %v", e, err)
		}
		if form.DetailType == "" {
			list = append(list, "agent")
		} else {
			list = append(list, form.Detail.EventType)
		}
	}
	return strings.Join(list, " ")
}

// A file and an endpoint get the same events, which are those of the streams, and the end waits for them.
func TestDelivery(t *testing.T) {
	w := newWorld(t)
	const secret = "a secret of some length"
	box := newMailbox(t, secret)
	s := w.start("dev", "--clock", "manual", "--events-file", w.file("events"), "--events-url", box.URL,
		"--events-secret-file", w.write("secret", secret+"\n"), "--events-delay", "1m")
	found := regexp.MustCompile(`--instance-id (\S+) --contact-flow-id (\S+)`).FindStringSubmatch(s.out.String())
	task, err := s.sdk().StartTaskContact(t.Context(), &sdk.StartTaskContactInput{InstanceId: &found[1],
		ContactFlowId: &found[2], Name: aws.String("Bonjour")})
	if err != nil {
		t.Fatal(err)
	}
	s.fetch("POST", "/patchcord/v1/clock", `{"AdvanceSeconds": 60}`)
	_, err = s.sdk().StopContact(t.Context(), &sdk.StopContactInput{InstanceId: &found[1], ContactId: task.ContactId})
	if err != nil {
		t.Fatal(err)
	}
	_, numbers := s.fetch("GET", "/metrics", "")
	for _, want := range []string{`patchcord_events_delivered_total{to="file"}`,
		`patchcord_events_waiting_bytes{to="endpoint"}`, `patchcord_events_faults_total{to="endpoint"} 0`} {
		if !strings.Contains(numbers, want) {
			t.Errorf("the metrics do not have %s", want)
		}
	}
	s.stop()
	written := lines(t, w.file("events"))
	if got := typesOf(t, written); !strings.Contains(got, "INITIATED CONTACT_DATA_UPDATED QUEUED ") ||
		!strings.Contains(got, "agent") || !strings.Contains(got, "DISCONNECTED") {
		t.Errorf("written were %s", got)
	}
	if posted := box.all(t); !slices.Equal(posted, written) {
		t.Errorf("posted were\n%q, written were\n%q", posted, written)
	}
}

// What an endpoint did not take before the end it gets after the next start, once, and from a server whose events go
// nowhere else.
func TestDeliveryOverRestarts(t *testing.T) {
	w := newWorld(t)
	data := w.file("data")
	id, secret := w.key(data, "--role", "admin")
	box := newMailbox(t, "")
	box.set(true)
	args := []string{"serve", "--data", data, "--events-url", box.URL, "--events-kinds", "contact", "--events-delay", "0s"}
	var instance, flow string
	for n := range 3 {
		s := w.start(args...)
		s.credentials = given(id, secret)
		if n == 0 {
			var err error
			if instance, err = s.create("one"); err != nil {
				t.Fatal(err)
			}
			made, err := s.sdk().CreateContactFlow(t.Context(), &sdk.CreateContactFlowInput{InstanceId: &instance,
				Name: aws.String("the end"), Type: "CONTACT_FLOW", Content: aws.String(`{"Version":"2019-10-30",` +
					`"StartAction":"a","Actions":[{"Identifier":"a","Type":"DisconnectParticipant","Parameters":{},` +
					`"Transitions":{}}]}`)})
			if err != nil {
				t.Fatal(err)
			}
			flow = *made.ContactFlowId
		}
		_, err := s.sdk().StartTaskContact(t.Context(), &sdk.StartTaskContactInput{InstanceId: &instance,
			ContactFlowId: &flow, Name: aws.String("Bonjour")})
		if err != nil {
			t.Fatal(err)
		}
		s.stop()
		if n == 1 && !strings.Contains(s.err.String(), "wait in the outbox") {
			t.Errorf("the log says %s", s.err.String())
		}
		if n == 1 {
			box.set(false)
		}
	}
	const life = "INITIATED DISCONNECTED COMPLETED"
	if got := typesOf(t, box.all(t)); got != life+" "+life+" "+life {
		t.Errorf("posted were %s", got)
	}
	if text, err := os.ReadFile(deadLetterIn(data)); err != nil || len(text) > 0 {
		t.Errorf("put aside were %s (%v)", text, err)
	}
}
