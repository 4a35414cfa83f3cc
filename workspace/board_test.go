package workspace

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/demo"
)

// busy leads the demo to a moment at which much is going on: ana is on two contacts and has wrapped up another, what
// rang at bob was missed, and two wait at steps of their criteria.
func busy(t *testing.T) *world {
	w := newWorld(t, StreamOptions{})
	for _, user := range []string{"bob", "dan", "finn"} {
		w.put(user, "Offline")
	}
	first := w.task(demo.Simple)
	w.advance(7 * acd.Second)
	w.task(demo.Simple)
	w.do(acd.DisconnectContact{UserID: w.demo.Users["ana"], ContactID: first})
	w.advance(5 * acd.Second)
	w.put("bob", "Available")
	w.task(demo.Simple)
	w.advance(31 * acd.Second)
	w.task(demo.Expert)
	w.advance(4 * acd.Second)
	w.task(demo.Expert)
	w.advance(62 * acd.Second)
	return w
}

// TestBoard shows the board of a busy moment as text, and as JSON where that is asked for.
func TestBoard(t *testing.T) {
	w := busy(t)
	goldenText(t, "board.golden", w.must("GET", w.instancePath("/board"), ""))
	r, err := http.NewRequestWithContext(t.Context(), "GET", w.http.URL+w.instancePath("/board"), nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept", "application/json")
	answer, err := w.http.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if kind := answer.Header.Get("Content-Type"); kind != "application/json" {
		t.Errorf("the board is sent as %s", kind)
	}
	if status, text := w.ask("", "GET", "/patchcord/v1/instances/nowhere/board", ""); status != http.StatusNotFound {
		t.Errorf("the board of no instance: %d %s", status, text)
	}
	user := "agent " + string(w.demo.Instance) + " " + string(w.demo.Users["ana"])
	for who, want := range map[string]int{"read-only": http.StatusOK, user: http.StatusForbidden} {
		for _, path := range []string{w.instancePath("/board"), "/metrics"} {
			if status, text := w.ask(who, "GET", path, ""); status != want {
				t.Errorf("%s asks for %s: %d %s", who, path, status, text)
			}
		}
	}
}

// TestPrometheus shows the same moment to Prometheus.
func TestPrometheus(t *testing.T) {
	w := busy(t)
	var ours []string
	all := w.must("GET", "/metrics", "")
	for line := range strings.Lines(all) {
		if strings.Contains(line, "patchcord_") {
			ours = append(ours, line)
		}
	}
	goldenText(t, "metrics.golden", strings.Join(ours, ""))
	if !regexp.MustCompile(`(?m)^go_goroutines \d+$`).MatchString(all) {
		t.Error("how the process fares is not told")
	}
	plain := httptest.NewRecorder()
	w.server.Metrics().ServeHTTP(plain, httptest.NewRequest("GET", "/metrics", nil))
	if plain.Code != http.StatusOK || !strings.Contains(plain.Body.String(), "patchcord_agents{") {
		t.Errorf("the listener of its own: %d %s", plain.Code, plain.Body)
	}
	for _, other := range []*http.Request{
		httptest.NewRequest("POST", "/metrics", nil), httptest.NewRequest("GET", w.instancePath("/board"), nil),
	} {
		refused := httptest.NewRecorder()
		w.server.Metrics().ServeHTTP(refused, other)
		if refused.Code == http.StatusOK {
			t.Errorf("the listener of its own answers %s %s", other.Method, other.URL)
		}
	}
}
