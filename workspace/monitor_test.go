package workspace

import (
	"net/http"
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/demo"
)

// A supervisor listens to a chat, takes part, is silent again and leaves; those who follow contacts see his contact.
func TestMonitoring(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	live := w.read(w.instancePath("/events"), "")
	chat := w.do(acd.StartContact{Operation: "StartChatContact", Channel: acd.Chat, InitiationMethod: acd.API,
		FlowID: w.demo.Flows[demo.Simple]})
	c, _, err := w.engine.Contact(w.demo.Instance, acd.ContactID(chat))
	if err != nil || c.Agent == nil {
		t.Fatalf("nobody has it: %+v %v", c, err)
	}
	supervisor := w.demo.Users["dan"]
	if c.Agent.UserID == supervisor {
		supervisor = w.demo.Users["bob"]
	}
	ear := w.do(acd.MonitorContact{Operation: "MonitorContact", ContactID: acd.ContactID(chat), UserID: supervisor,
		MayBarge: true})
	path := w.instancePath("/users/" + string(supervisor) + "/contacts/" + ear)
	if status, text := w.ask("", "POST", path+"/take-over", ""); status != http.StatusConflict {
		t.Errorf("a silent supervisor takes over: %d %s", status, text)
	}
	for _, action := range []string{"barge", "listen", "barge", "take-over", "disconnect"} {
		w.advance(acd.Second)
		w.must("POST", path+"/"+action, "")
	}
	var own []string
	for _, e := range live.until(completed) {
		if strings.Contains(e.data, `"contactId":"`+ear+`"`) {
			own = append(own, e.name)
			if !strings.Contains(e.data, `"initiationMethod":"MONITOR"`) ||
				!strings.Contains(e.data, `"relatedContactId":"`+chat+`"`) {
				t.Errorf("%s does not say what it belongs to: %s", e.name, e.data)
			}
		}
	}
	const want = "INITIATED CONNECTED_TO_AGENT DISCONNECTED COMPLETED"
	if got := strings.Join(own, " "); got != want {
		t.Errorf("of the supervisor's contact came %s, not %s", got, want)
	}
}
