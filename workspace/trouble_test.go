package workspace

import (
	"net/http"
	"strings"
	"testing"

	"patchcord/journal"
)

// Faults are switched while a stage runs.
func TestFaults(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	const path = "/patchcord/v1/faults"
	const none = `{"Throttle":"off","Faults":[],"Delays":[]}`
	if got := w.must("GET", path, ""); got != none {
		t.Errorf("at first there are %s", got)
	}
	const some = `{"Throttle":"aws","Faults":[{"Operation":"StartTaskContact","Exception":"InternalServiceException",` +
		`"Percent":10,"Late":true}],"Delays":[{"Operation":"*","Milliseconds":200}]}`
	if got := w.must("PUT", path, some); got != some {
		t.Errorf("answered is %s", got)
	}
	w.must("POST", "/patchcord/v1/reset", "")
	if got := w.must("GET", path, ""); got != some {
		t.Errorf("after a reset there are %s", got)
	}
	for body, want := range map[string]string{ // order does not show: each stands alone
		`{"Throttle":"gcp"}`: "give aws or off",
		`{"Faults":[{"Operation":"MakeCoffee","Exception":"X","Percent":1}]}`: "MakeCoffee",
		`{"Faults":[{"Operation":"CreateQueue","Exception":"X"}]}`:            "Percent is 0",
		`{"Fault":[]}`: `the member \"Fault\"`,
		`[]`:           "must be a JSON object",
	} {
		if status, text := w.ask("admin", "PUT", path, body); status != http.StatusBadRequest ||
			!strings.Contains(text, want) {
			t.Errorf("%s is answered with %d %s, not %s", body, status, text, want)
		}
	}
	for who, want := range map[string]int{"read-only": http.StatusForbidden, "agent a b": http.StatusForbidden} {
		if status, text := w.ask(who, "PUT", path, "{}"); status != want {
			t.Errorf("%s is answered with %d %s", who, status, text)
		}
	}
	if got := w.must("GET", path, ""); got != some {
		t.Errorf("in the end there are %s", got)
	}
	if got := w.must("PUT", path, ""); got != none {
		t.Errorf("switched off, there are %s", got)
	}
}

// A server that lasts takes its faults as flags.
func TestFaultsOfAServer(t *testing.T) {
	w := openWorld(t, StreamOptions{}, journal.NewMemory(), false)
	if status, text := w.ask("admin", "PUT", "/patchcord/v1/faults", "{}"); status != http.StatusForbidden ||
		!strings.Contains(text, "--fault") {
		t.Errorf("answered is %d %s", status, text)
	}
}
