package workspace

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"patchcord/acd"
	"patchcord/demo"
	"patchcord/journal"
)

// client notes what it is sent, and when.
type client struct {
	*httptest.ResponseRecorder
	mu    sync.Mutex
	start time.Time
	lines []string
}

func (c *client) Write(text []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for line := range strings.Lines(string(text)) {
		name, _, _ := strings.Cut(strings.TrimSpace(line), " {")
		if strings.HasPrefix(name, ":") || strings.HasPrefix(name, "event") {
			c.lines = append(c.lines, fmt.Sprint(time.Since(c.start).Round(time.Second), " ", name))
		}
	}
	return len(text), nil
}

// By the machine's clock, a silent stream sends a comment now and then, and that of an agent a heart beat.
func TestSilence(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := assemble(t, StreamOptions{}, journal.NewMemory(), true, 0)
		ctx, hangUp := context.WithCancel(t.Context())
		begun := time.Now()
		read := func(path string) *client {
			c := &client{ResponseRecorder: httptest.NewRecorder(), start: begun}
			go w.server.ServeHTTP(c, httptest.NewRequestWithContext(ctx, http.MethodGet, path, nil))
			return c
		}
		contacts := read(w.instancePath("/events"))
		bob := read(w.instancePath("/users/" + string(w.demo.Users["bob"]) + "/events"))
		after := func(d time.Duration) {
			timer := time.NewTimer(d)
			<-timer.C
			synctest.Wait()
		}
		after(50 * time.Second)
		w.put("ana", "Offline")
		w.do(acd.StartContact{Operation: "StartChatContact", Channel: acd.Chat, InitiationMethod: acd.API,
			FlowID: w.demo.Flows[demo.Simple]}) // rings at bob, and is missed after 20 s
		after(145 * time.Second)
		hangUp()
		synctest.Wait()

		want := []string{"0s : patchcord", "15s :", "30s :", "45s :", "50s event: INITIATED",
			"50s event: CONNECTED_TO_SYSTEM", "50s event: QUEUED", "1m5s :", "1m20s :", "1m35s :", "1m50s :", "2m5s :",
			"2m20s :", "2m35s :", "2m50s :", "3m5s :"}
		if !slices.Equal(contacts.lines, want) {
			t.Errorf("the contacts' stream sent %q", contacts.lines)
		}
		want = []string{"0s : patchcord", "0s event: HEART_BEAT", "15s :", "30s :", "45s :", "50s event: STATE_CHANGE",
			"1m5s :", "1m10s event: STATE_CHANGE", "1m25s :", "1m40s :", "1m55s :", "2m10s :", "2m25s :", "2m40s :", "2m55s :",
			"3m10s :", "3m10s event: HEART_BEAT"}
		if !slices.Equal(bob.lines, want) {
			t.Errorf("bob's stream sent %q", bob.lines)
		}
		if err := w.engine.Close(t.Context()); err != nil {
			t.Error(err)
		}
	})
}
