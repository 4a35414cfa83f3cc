package main

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// TestTop looks at the demo, and at a server that wants signatures.
func TestTop(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev")
	text := w.must("top", "--once", "--url", "http://"+s.address)
	for _, want := range []string{"in queue, the oldest for", "QUEUE  ", "AGENT ", "Available"} {
		if !strings.Contains(text, want) {
			t.Errorf("top does not show %q:\n%s", want, text)
		}
	}
	ids, err := s.instances()
	if err != nil {
		t.Fatal(err)
	}
	if one := w.must("top", "--once", "--url", "http://"+s.address+"/", "--instance", ids[0]); len(one) != len(text) {
		t.Errorf("the one instance is shown as\n%s", one)
	}
	if code, _, said := w.run("top", "--once", "--url", "http://"+s.address, "--instance", "nowhere"); code != exitFault ||
		!strings.Contains(said, "404") {
		t.Errorf("no instance: exit %d: %s", code, said)
	}
	for _, args := range [][]string{{"--url", "somewhere"}, {"--every", "1ms"}, {"--once", "much"}} {
		if code, _, said := w.run(append([]string{"top"}, args...)...); code != exitUsage {
			t.Errorf("top %v: exit %d: %s", args, code, said)
		}
	}
	s.stop()
}

// TestMetricsListener shows numbers to whoever reaches the listener of their own, and at the front door to holders of
// keys only.
func TestMetricsListener(t *testing.T) {
	w := newWorld(t)
	data := w.file("data")
	code, _, said := w.run("top", "--once", "--data", data)
	if code != exitFault || !strings.Contains(said, "keys create") {
		t.Errorf("without a key: exit %d: %s", code, said)
	}
	id, secret := w.key(data, "--role", "admin")
	s := w.start("serve", "--data", data, "--metrics-listen", "127.0.0.1:0")
	s.credentials = given(id, secret)
	if _, err := s.create("mine"); err != nil {
		t.Fatal(err)
	}
	if status, text := s.fetch("GET", "/metrics", ""); status != http.StatusForbidden {
		t.Errorf("/metrics without a signature: %d %s", status, text)
	}
	found := regexp.MustCompile(`msg=metrics address=(\S+)`).FindStringSubmatch(s.err.String())
	if found == nil {
		t.Fatalf("the log does not say where the metrics are:\n%s", s.err.String())
	}
	there := &running{T: t, address: found[1], client: s.client, scheme: s.scheme}
	if status, text := there.fetch("GET", "/metrics", ""); status != http.StatusOK ||
		!strings.Contains(text, `patchcord_contacts_ringing{connect_instance="mine"} 0`) {
		t.Errorf("/metrics at its listener: %d %s", status, text)
	}
	if status, _ := there.fetch("GET", "/instance", ""); status != http.StatusNotFound {
		t.Errorf("the listener of the metrics answers more: %d", status)
	}
	if text := w.must("top", "--once", "--url", "http://"+s.address, "--data", data); !strings.HasPrefix(text, "mine") {
		t.Errorf("top shows %s", text)
	}
	s.stop()
}
