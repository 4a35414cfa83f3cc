package workspace

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/demo"
	"patchcord/engine"
	"patchcord/journal"
)

func TestActions(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	w.put("ana", "Offline")
	bob := string(w.demo.Users["bob"])
	path := w.instancePath("/users/" + bob + "/contacts/")
	id := acd.ContactID(w.do(acd.StartContact{Operation: "StartChatContact", Channel: acd.Chat, InitiationMethod: acd.API,
		FlowID: w.demo.Flows[demo.Simple], DisplayName: "Chloé"}))
	for _, step := range []struct {
		action string
		status int
		hand   acd.AgentContactState // afterwards; empty: gone
	}{
		{"hold", http.StatusConflict, acd.HandConnecting},
		{"reject", http.StatusOK, acd.HandRejected},
		{"accept", http.StatusConflict, acd.HandRejected},
		{"dismiss", http.StatusNotFound, acd.HandRejected}, // Amazon has an operation for it
		{"", 0, acd.HandConnecting},                        // it is dismissed, and comes again
		{"accept", http.StatusOK, acd.HandConnected},
		{"hold", http.StatusOK, acd.HandOnHold},
		{"unhold", http.StatusOK, acd.HandConnected},
		{"complete", http.StatusConflict, acd.HandConnected},
		{"disconnect", http.StatusOK, acd.HandEnded},
		{"complete", http.StatusOK, ""},
		{"complete", http.StatusNotFound, ""},
	} {
		if step.action == "" {
			w.do(acd.DismissUserContact{UserID: acd.UserID(bob), ContactID: id})
		} else if status, text := w.ask("", "POST", path+string(id)+"/"+step.action, "{}"); status/100 != step.status/100 ||
			status == http.StatusOK && text != "{}" {
			t.Errorf("%s: %d %s, want %d", step.action, status, text, step.status)
		}
		if got := w.hand("bob"); got != step.hand {
			t.Errorf("after %s it is %q, want %q", step.action, got, step.hand)
		}
	}
	for about, path := range map[string]string{
		"another contact":  path + "nothing/accept",
		"another user":     w.instancePath("/users/nobody/contacts/" + string(id) + "/accept"),
		"another instance": "/patchcord/v1/instances/nowhere/users/" + bob + "/contacts/" + string(id) + "/accept",
	} {
		if status, text := w.ask("", "POST", path, ""); status != http.StatusNotFound {
			t.Errorf("%s: %d %s", about, status, text)
		}
	}
	for _, body := range []string{"{", "[]", `{"Force":true}`, "null {}", strings.Repeat("[", 20_000)} {
		if status, _ := w.ask("", "POST", path+string(id)+"/accept", body); status != http.StatusBadRequest {
			t.Errorf("the body %.20q: %d", body, status)
		}
	}
	if status, _ := w.ask("", "POST", path+string(id)+"/accept", strings.Repeat(" ", 1<<20+1)); status != 413 {
		t.Errorf("a long body: %d", status)
	}
}

// hand returns the state of the only contact in the hands of an agent of the demo, empty if there is none.
func (w *world) hand(user string) (state acd.AgentContactState) {
	w.Helper()
	s := w.streams.present(w.demo.Instance, w.demo.Users[user])
	if s == nil || len(s.current.agent.Hands) > 1 {
		w.Fatalf("%s is %+v", user, s)
	}
	for _, h := range s.current.agent.Hands {
		state = h.State
	}
	return state
}

func TestClock(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	const path = "/patchcord/v1/clock"
	for _, step := range []struct{ body, want string }{
		{"", `{"Now":"2026-01-01T00:00:00.000Z","Mode":"manual"}`},
		{`{"AdvanceSeconds":0}`, `{"Now":"2026-01-01T00:00:00.000Z","Mode":"manual"}`},
		{`{"AdvanceSeconds":1.5}`, `{"Now":"2026-01-01T00:00:01.500Z","Mode":"manual"}`},
		{`{"AdvanceSeconds":0.001}`, `{"Now":"2026-01-01T00:00:01.501Z","Mode":"manual"}`},
		{`{"AdvanceSeconds":86400.0}`, `{"Now":"2026-01-02T00:00:01.501Z","Mode":"manual"}`},
		{`{"AdvanceSeconds":2e1}`, `{"Now":"2026-01-02T00:00:21.501Z","Mode":"manual"}`},
		{`{"AdvanceSeconds":0.1}`, `{"Now":"2026-01-02T00:00:21.601Z","Mode":"manual"}`},
		{"", `{"Now":"2026-01-02T00:00:21.601Z","Mode":"manual"}`},
	} {
		method := "POST"
		if step.body == "" {
			method = "GET"
		}
		if got := w.must(method, path, step.body); got != step.want {
			t.Errorf("%s: %s, want %s", step.body, got, step.want)
		}
	}
	for _, body := range []string{"", "{}", `{"AdvanceSeconds":null}`, `{"AdvanceSeconds":"1"}`, `{"AdvanceSeconds":-1}`,
		`{"AdvanceSeconds":-0.001}`, `{"AdvanceSeconds":0.0001}`, `{"AdvanceSeconds":1e9}`, `{"AdvanceSeconds":1e400}`,
		`{"AdvanceSeconds":[1]}`, `{"AdvanceSeconds":1,"Now":2}`, `{"advanceSeconds":1}`, `{"AdvanceSeconds":NaN}`} {
		if status, text := w.ask("", "POST", path, body); status != http.StatusBadRequest {
			t.Errorf("%s: %d %s", body, status, text)
		}
	}
}

// By the time an advance is answered, everything on the way has happened, each thing at its own instant.
func TestClockMeetsDeadlines(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	id := w.task(demo.Expert)
	w.must("POST", "/patchcord/v1/clock", `{"AdvanceSeconds":3600}`)
	c, _, err := w.engine.Contact(w.demo.Instance, id)
	if err != nil || c.Agent == nil || c.Agent.ConnectedAt != began.Add(20*acd.Second) {
		t.Errorf("the contact is %+v (%v)", c, err)
	}
}

func TestRealClockCannotBeTurned(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	w.server.options.Clock = realClock{w.server.options.Clock}
	status, text := w.ask("", "POST", "/patchcord/v1/clock", `{"AdvanceSeconds":1}`)
	if status != http.StatusConflict || !strings.Contains(text, "--clock manual") {
		t.Errorf("%d %s", status, text)
	}
	if text := w.must("GET", "/patchcord/v1/clock", ""); !strings.Contains(text, `"Mode":"real"`) {
		t.Error(text)
	}
}

type realClock struct{ Clock }

func (realClock) IsManual() bool { return false }

func TestRoles(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	bob, ana := string(w.demo.Users["bob"]), string(w.demo.Users["ana"])
	instance := string(w.demo.Instance)
	const ok, denied, missing = http.StatusOK, http.StatusForbidden, http.StatusNotFound
	for _, tt := range []struct {
		about, method, path string
		admin, reader, bob  int
	}{
		{"bob's action", "POST", w.instancePath("/users/" + bob + "/contacts/x/accept"), missing, denied, missing},
		{"ana's action", "POST", w.instancePath("/users/" + ana + "/contacts/x/accept"), missing, denied, denied},
		{"elsewhere", "POST", "/patchcord/v1/instances/x/users/" + bob + "/contacts/x/accept", missing, denied, denied},
		{"elsewhere's events", "GET", "/patchcord/v1/instances/x/users/" + bob + "/events", missing, missing, denied},
		{"no one's events", "GET", w.instancePath("/users/x/events"), missing, missing, denied},
		{"no instance's events", "GET", "/patchcord/v1/instances/x/events", missing, missing, denied},
		{"the time", "GET", "/patchcord/v1/clock", ok, ok, denied},
		{"operations", "GET", "/patchcord/v1/operations", ok, ok, denied},
		{"turning the clock", "POST", "/patchcord/v1/clock", http.StatusBadRequest, denied, denied},
		{"saving", "POST", "/patchcord/v1/snapshots/one", ok, denied, denied},
		{"restoring", "POST", "/patchcord/v1/snapshots/one/restore", ok, denied, denied},
		{"reset", "POST", "/patchcord/v1/reset", ok, denied, denied},
		{"reset by GET", "GET", "/patchcord/v1/reset", missing, missing, missing},
		{"clock by HEAD", "HEAD", "/patchcord/v1/clock", missing, missing, missing},
		{"nothing", "GET", "/patchcord/v1/nothing", missing, missing, missing},
		{"nothing at all", "GET", "/patchcord/", missing, missing, missing},
	} {
		stranger := denied
		if tt.admin == missing && tt.reader == missing && tt.bob == missing {
			stranger = missing // there is no such route, for nobody
		}
		for who, want := range map[string]int{"admin": tt.admin, "read-only": tt.reader,
			"agent " + instance + " " + bob: tt.bob, "root": stranger, "a b": stranger} {
			if status, text := w.ask(who, tt.method, tt.path, ""); status != want {
				t.Errorf("%s by %s: %d %s, want %d", tt.about, who, status, text, want)
			}
		}
	}
	r, _ := http.NewRequestWithContext(t.Context(), "GET", w.http.URL+w.instancePath("/users/"+bob+"/events"), nil)
	r.Header.Set("Who", "agent "+instance+" "+bob)
	answer, err := w.http.Client().Do(r)
	if err != nil || answer.StatusCode != ok {
		t.Errorf("bob's own events: %+v (%v)", answer, err)
	}
	answer.Body.Close()
}

func TestOperations(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	const want = `{"Operations":[{"Operation":"DescribeContact","Method":"GET",` +
		`"Uri":"/contacts/{InstanceId}/{ContactId}","Tier":"A","Served":true}]}`
	if got := w.must("GET", "/patchcord/v1/operations", ""); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// A test suite sets its stage once and rewinds.
func TestStage(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	live := w.read(w.instancePath("/events"), "")
	start := live.start()
	saved := w.task(demo.Expert)
	w.advance(5 * acd.Second)
	w.must("POST", "/patchcord/v1/snapshots/queued", "")
	w.must("POST", "/patchcord/v1/clock", `{"AdvanceSeconds":100}`)
	after := w.task(demo.Simple)
	live.until(connectedToAgent)
	w.must("POST", "/patchcord/v1/snapshots/queued/restore", "")

	if _, ok, _ := w.engine.Contact(w.demo.Instance, after); ok {
		t.Error("what came after the snapshot is there")
	}
	c, _, _ := w.engine.Contact(w.demo.Instance, saved)
	if c.State != acd.Queued || w.engine.Now() != began.Add(5*acd.Second) {
		t.Errorf("at %s the contact is %s", stamp(w.engine.Now()), c.State)
	}
	live.until(resetEvent)
	w.must("POST", "/patchcord/v1/clock", `{"AdvanceSeconds":5}`)
	if e, ok := live.next(); !ok || e.name != dataUpdated {
		t.Errorf("after the rewind came %v", e)
	}
	if got := listed(w.read(w.instancePath("/events"), start).until(dataUpdated)); got != "reset CONTACT_DATA_UPDATED" {
		t.Errorf("who resumes from before the rewind gets %s", got)
	}

	before := w.demo
	w.must("POST", "/patchcord/v1/reset", "{}")
	if w.demo.Instance != before.Instance || w.demo.Users["ana"] != before.Users["ana"] {
		t.Errorf("after the reset the demo is %+v, before it was %+v", w.demo, before)
	}
	if w.engine.Now() != began {
		t.Errorf("after the reset it is %s", stamp(w.engine.Now()))
	}
	live.until(resetEvent)
	if again := w.task(demo.Expert); again != saved {
		t.Errorf("after the reset the first contact is %s, not %s", again, saved)
	}
	live.until(queued)
	w.must("POST", "/patchcord/v1/snapshots/queued/restore", "") // snapshots outlive a reset
	live.until(resetEvent)
}

func TestStageRefuses(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	for path, want := range map[string]int{
		"/patchcord/v1/snapshots/none/restore":               http.StatusNotFound,
		"/patchcord/v1/snapshots/" + strings.Repeat("x", 65): http.StatusBadRequest,
		"/patchcord/v1/snapshots/a%2Fb":                      http.StatusBadRequest,
		"/patchcord/v1/snapshots/a%20b":                      http.StatusBadRequest,
		"/patchcord/v1/snapshots/a/b":                        http.StatusNotFound,
	} {
		if status, text := w.ask("", "POST", path, ""); status != want {
			t.Errorf("%s: %d %s, want %d", path, status, text, want)
		}
	}
	s := newSnapshots()
	for i := range snapshotsMax {
		if err := s.put(strings.Repeat("x", i+1), make([]byte, 10)); err != nil {
			t.Fatal(err)
		}
	}
	if s.put("one more", nil) == nil || s.put("x", make([]byte, 5)) != nil || s.bytes != 10*snapshotsMax-5 {
		t.Errorf("%d snapshots of %d bytes are kept", len(s.states), s.bytes)
	}
	if s.bytes = snapshotBytesMax; s.put("x", make([]byte, 6)) == nil {
		t.Error("more bytes are kept than there is room for")
	}
}

func TestServerIsNoStage(t *testing.T) {
	w := openWorld(t, StreamOptions{}, journal.NewMemory(), false)
	for _, path := range []string{"reset", "snapshots/one", "snapshots/one/restore"} {
		status, text := w.ask("", "POST", "/patchcord/v1/"+path, "")
		if status != http.StatusForbidden || !strings.Contains(text, "patchcord dev") {
			t.Errorf("%s: %d %s", path, status, text)
		}
	}
}

// What the engine cannot do at the moment is answered so that a client tries again.
func TestEngineDoesNotAnswer(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	w.server.options.Mind = fullMind{w.server.options.Mind}
	path := w.instancePath("/users/" + string(w.demo.Users["bob"]) + "/contacts/x/accept")
	if status, text := w.ask("", "POST", path, ""); status != http.StatusServiceUnavailable ||
		!strings.Contains(text, `"__type":"ServiceUnavailableException"`) || !strings.Contains(text, "the disk is full") {
		t.Errorf("%d %s", status, text)
	}
}

type fullMind struct{ Mind }

func (fullMind) Do(context.Context, acd.InstanceID, acd.Command) (string, error) {
	return "", fmt.Errorf("do: %w", engine.ErrFull)
}

func TestGate(t *testing.T) {
	g := NewGate()
	inside := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) })
	try := func(path string) (int, string) {
		w := httptest.NewRecorder()
		g.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if body := w.Body.String(); body != "" && !json.Valid([]byte(body)) {
			t.Errorf("%s answers %s", path, body)
		}
		return w.Code, w.Body.String()
	}
	for _, open := range []bool{false, true, false} {
		health, other := http.StatusServiceUnavailable, http.StatusServiceUnavailable
		if g.Close(); open {
			g.Open(inside)
			health, other = http.StatusOK, http.StatusTeapot
		}
		if code, body := try("/health"); code != health || open && body != `{"Status":"ok"}` {
			t.Errorf("open %v: /health answers %d %s", open, code, body)
		}
		if code, body := try("/instance"); code != other {
			t.Errorf("open %v: another path answers %d %s", open, code, body)
		}
	}
}
