package workspace

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/connect"
	"patchcord/demo"
	"patchcord/engine"
	"patchcord/journal"
	"patchcord/keys"
	"patchcord/realtime"
)

var rewrite = flag.Bool("rewrite", false, "write what was sent into the golden files")

// world is the demo on a stage, with a manual clock, behind a side door that takes a caller's word for who he is.
type world struct {
	*testing.T
	engine  *engine.Engine
	streams *Streams
	server  *Server
	http    *httptest.Server
	demo    demo.Demo
	revoked chan struct{} // closed: no key holds any more
}

// door believes the header Who: "admin", "read-only" or "agent INSTANCE USER"; nobody is an admin.
type door struct{}

func (door) Authenticate(r *http.Request, _ []byte) (keys.Key, error) {
	who := strings.Fields(r.Header.Get("Who"))
	switch len(who) {
	case 0:
		return keys.Key{Role: keys.Admin}, nil
	case 1:
		return keys.Key{ID: "AKIA", Role: keys.Role(who[0])}, nil
	case 3:
		return keys.Key{ID: "AKIA", Role: keys.Role(who[0]), InstanceID: who[1], UserID: who[2]}, nil
	}
	return keys.Key{}, acd.Errorf(acd.Denied, "Nobody knows you.")
}

func (door) ReadBody(w http.ResponseWriter, r *http.Request) ([]byte, error) {
	return connect.ReadBody(w, r)
}

func (door) WriteError(w http.ResponseWriter, id string, err error) bool {
	return connect.WriteError(w, id, err)
}

const began acd.Time = 1767225600000 // 2026-01-01T00:00:00Z

func newWorld(t *testing.T, o StreamOptions, changes ...func(*engine.Options)) *world {
	t.Helper()
	return openWorld(t, o, journal.NewMemory(), true, changes...)
}

// openWorld opens a world on a journal: a stage with the demo on it, or a server's mind.
func openWorld(t *testing.T, o StreamOptions, j journal.Journal, stage bool,
	changes ...func(*engine.Options)) *world {
	t.Helper()
	w := assemble(t, o, j, stage, began, changes...)
	w.http = httptest.NewServer(w.server)
	t.Cleanup(w.http.Close)
	t.Cleanup(w.server.Close)
	return w
}

// assemble makes a world without a network. Its clock is a manual one unless it begins at zero.
func assemble(t *testing.T, o StreamOptions, j journal.Journal, stage bool, began acd.Time,
	changes ...func(*engine.Options)) *world {
	t.Helper()
	self := acd.Account{Number: "123456789012", Region: "us-east-1"}
	w := &world{T: t, streams: NewStreams(self, o), revoked: make(chan struct{})}
	tally := realtime.New()
	var err error
	mind := engine.Options{Account: self, Manual: began, Stage: stage,
		Seed:      func(nth int) acd.Seed { return acd.Seed(nth + 7) },
		Observers: []func(engine.Sighting){w.streams.See, connect.Watch(tally)}}
	for _, change := range changes {
		change(&mind)
	}
	w.engine, err = engine.Open(j, mind)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.engine.Close(context.Background()) })
	options := Options{
		Mind: w.engine, Clock: w.engine, Streams: w.streams, Door: door{}, Now: time.Now,
		NewRequestID: func() string { return "00000000-0000-4000-8000-000000000000" },
		Operations: []Operation{{Operation: "DescribeContact", Method: "GET", Uri: "/contacts/{InstanceId}/{ContactId}",
			Tier: "A", Served: true}},
		Holds:   w.holds,
		Trouble: connect.NewTrouble(1, time.Now),
		Tally:   tally,
	}
	if stage {
		options.Stage = w.engine
		options.Furnish = func(ctx context.Context) (err error) {
			w.demo, err = demo.Make(ctx, w.engine)
			return err
		}
		if err := options.Furnish(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	w.server = New(options)
	return w
}

func (w *world) holds(keys.Key) bool {
	select {
	case <-w.revoked:
		return false
	default:
		return true
	}
}

// ask sends a request and returns the status and the body of the answer.
func (w *world) ask(who, method, path, body string) (int, string) {
	w.Helper()
	r, err := http.NewRequestWithContext(w.Context(), method, w.http.URL+path, strings.NewReader(body))
	if err != nil {
		w.Fatal(err)
	}
	r.Header.Set("Who", who)
	answer, err := w.http.Client().Do(r)
	if err != nil {
		w.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		w.Fatal(err)
	}
	return answer.StatusCode, string(text)
}

// must sends a request that must be answered with 200.
func (w *world) must(method, path, body string) string {
	w.Helper()
	status, text := w.ask("", method, path, body)
	if status != http.StatusOK {
		w.Fatalf("%s %s: %d %s", method, path, status, text)
	}
	return text
}

func (w *world) do(cmd acd.Command) string {
	w.Helper()
	created, err := w.engine.Do(w.Context(), w.demo.Instance, cmd)
	if err != nil {
		w.Fatal(err)
	}
	return created
}

func (w *world) advance(d acd.Duration) {
	w.Helper()
	if _, err := w.engine.AdvanceClock(w.Context(), d); err != nil {
		w.Fatal(err)
	}
}

// task starts a task in a flow of the demo.
func (w *world) task(flow string) acd.ContactID {
	w.Helper()
	return acd.ContactID(w.do(acd.StartContact{Operation: "StartTaskContact", Channel: acd.Task, InitiationMethod: acd.API,
		FlowID: w.demo.Flows[flow], Name: "Une question", Attributes: map[string]string{"order": "17"}}))
}

// put puts an agent of the demo into a status.
func (w *world) put(user, status string) {
	w.Helper()
	w.do(acd.PutUserStatus{UserID: w.demo.Users[user], StatusID: w.status(status)})
}

// status returns the id of an agent status.
func (w *world) status(name string) (id acd.AgentStatusID) {
	w.engine.View(func(a *account.Account) {
		i, _ := a.Instance(w.demo.Instance)
		for _, s := range i.Directory().AgentStatuses() {
			if s.Name == name {
				id = s.ID
			}
		}
	})
	return id
}

// hours returns the id of the hours that every instance has.
func (w *world) hours() (id acd.HoursID) {
	w.engine.View(func(a *account.Account) {
		i, _ := a.Instance(w.demo.Instance)
		id = i.Directory().HoursOfOperations()[0].ID
	})
	return id
}

func (w *world) instancePath(rest string) string {
	return "/patchcord/v1/instances/" + string(w.demo.Instance) + rest
}

// event is one event of a stream as a client gets it.
type event struct{ id, name, data string }

// stream is a client who reads.
type stream struct {
	*testing.T
	lines *bufio.Scanner
	last  string // as a browser would send it back
	close func()
}

// read opens a stream.
func (w *world) read(path, lastEventID string) *stream {
	w.Helper()
	ctx, cancel := context.WithCancel(w.Context())
	r, err := http.NewRequestWithContext(ctx, "GET", w.http.URL+path, nil)
	if err != nil {
		w.Fatal(err)
	}
	if lastEventID != "" {
		r.Header.Set("Last-Event-ID", lastEventID)
	}
	answer, err := w.http.Client().Do(r)
	if err != nil {
		w.Fatal(err)
	}
	if answer.StatusCode != http.StatusOK || answer.Header.Get("Content-Type") != "text/event-stream" {
		text, _ := io.ReadAll(answer.Body)
		w.Fatalf("%d %s", answer.StatusCode, text)
	}
	s := &stream{T: w.T, lines: bufio.NewScanner(answer.Body), close: func() {
		cancel()
		answer.Body.Close()
	}}
	s.lines.Buffer(nil, 1<<20)
	w.Cleanup(s.close)
	return s
}

// next waits for the next event. It is false when the stream has ended.
func (s *stream) next() (e event, ok bool) {
	s.Helper()
	for s.lines.Scan() {
		name, value, _ := strings.Cut(s.lines.Text(), ": ")
		switch name {
		case "id":
			e.id, s.last = value, value
		case "event":
			e.name = value
		case "data":
			e.data = value
		case "":
			if e.name != "" {
				return e, true
			}
		}
	}
	if err := s.lines.Err(); err != nil && !errors.Is(err, context.Canceled) {
		s.Logf("the stream broke off: %v", err)
	}
	return e, false
}

// until reads events up to one of a name, and returns them.
func (s *stream) until(name string) []event {
	s.Helper()
	var all []event
	for {
		e, ok := s.next()
		if !ok {
			s.Fatalf("the stream ended before %s, after %v", name, all)
		}
		if all = append(all, e); e.name == name {
			return all
		}
	}
}

// listed says what events are called.
func listed(all []event) string {
	var list []string
	for _, e := range all {
		list = append(list, e.name)
	}
	return strings.Join(list, " ")
}

// golden compares events with a file.
func golden(t *testing.T, file string, all []event) {
	t.Helper()
	var text strings.Builder
	for _, e := range all {
		text.WriteString("id: " + e.id + "\nevent: " + e.name + "\ndata: " + e.data + "\n\n")
	}
	goldenText(t, file, text.String())
}

// goldenText compares a text with a file.
func goldenText(t *testing.T, file, text string) {
	t.Helper()
	path := filepath.Join("testdata", file)
	if *rewrite {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if text != string(want) {
		t.Errorf("%s differs; look at what -rewrite makes of it\ngot:\n%s", path, text)
	}
}
