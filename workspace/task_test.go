package workspace

import (
	"net/http"
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/demo"
)

// A task that is scheduled, moved, taken, paused by its agent and resumed, as those who follow contacts see it and as
// its agent's stream does.
func TestTaskThatRests(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	bob := w.demo.Users["bob"]
	w.put("ana", "Offline")
	w.put("dan", "Offline")
	live := w.read(w.instancePath("/events"), "")
	day := w.read(w.instancePath("/users/"+string(bob)+"/events"), "")
	id := acd.ContactID(w.do(acd.StartContact{Operation: "StartTaskContact", Channel: acd.Task, InitiationMethod: acd.API,
		FlowID: w.demo.Flows[demo.Simple], Name: "Later", ScheduledAt: began.Add(acd.Hour)}))
	w.do(acd.UpdateContactSchedule{ContactID: id, ScheduledAt: began.Add(10 * acd.Second)})
	w.advance(10 * acd.Second)
	path := w.instancePath("/users/" + string(bob) + "/contacts/" + string(id))
	if status, text := w.ask("", "POST", path+"/pause", ""); status != http.StatusConflict {
		t.Errorf("a task that rings is paused by its agent: %d %s", status, text)
	}
	for _, action := range []string{"accept", "pause", "resume", "pause", "disconnect", "complete"} {
		w.advance(acd.Second)
		w.must("POST", path+"/"+action, "")
	}
	seen := live.until(completed)
	const want = "INITIATED CONTACT_DATA_UPDATED QUEUED CONNECTED_TO_AGENT PAUSED RESUMED PAUSED DISCONNECTED COMPLETED"
	if got := listed(seen); got != want {
		t.Errorf("came %s, not %s", got, want)
	}
	for n, part := range map[int]string{ // order does not show: each stands alone
		0: `"scheduledTimestamp":"2026-01-01T01:00:00.000Z"`,
		1: `"updatedProperties":["ScheduledTimestamp"]`,
		2: `"scheduledTimestamp":"2026-01-01T00:00:10.000Z"`,
	} {
		if !strings.Contains(seen[n].data, part) {
			t.Errorf("%s does not say %s: %s", seen[n].name, part, seen[n].data)
		}
	}
	w.put("bob", "Offline")
	var states []string
	for _, e := range day.until(logout) {
		if e.name == stateChange {
			states = append(states, short(t, e.data))
		}
	}
	const changes = `2026-01-01T00:00:10.000Z Available, CONNECTING since 00:00:10.000Z, room for 1, good at 5
2026-01-01T00:00:11.000Z Available, CONNECTED since 00:00:11.000Z, room for 1, good at 5
2026-01-01T00:00:12.000Z Available, PAUSED since 00:00:12.000Z, room for 2, good at 5
2026-01-01T00:00:13.000Z Available, CONNECTED since 00:00:13.000Z, room for 1, good at 5
2026-01-01T00:00:14.000Z Available, PAUSED since 00:00:14.000Z, room for 2, good at 5
2026-01-01T00:00:15.000Z Available, ENDED since 00:00:15.000Z, room for 1, good at 5
2026-01-01T00:00:16.000Z Available, room for 2, good at 5`
	if got := strings.Join(states, "\n"); got != changes {
		t.Errorf("bob is\n%s\nnot\n%s", got, changes)
	}
}
