package workspace

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/demo"
	"patchcord/engine"
)

// TestCustomerState lets customers of chats come and go.
func TestCustomerState(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	chat := func() acd.ContactID {
		return acd.ContactID(w.do(acd.StartContact{Operation: "StartChatContact", Channel: acd.Chat,
			InitiationMethod: acd.API, FlowID: w.demo.Flows[demo.Simple], DisplayName: "Chloé"}))
	}
	id := chat()
	path := func(id acd.ContactID) string { return w.instancePath("/contacts/" + string(id) + "/media") }
	agent := "agent " + string(w.demo.Instance) + " " + string(w.demo.Users["bob"])
	for _, tt := range []struct {
		who, path, body string
		status          int
		says            string
	}{
		{"", path(id), `{"CustomerState":"CONNECTED"}`, http.StatusOK, "{}"},
		{"", path(id), `{"CustomerState":"CONNECTED"}`, http.StatusOK, "{}"},
		{"", path(id), `{"CustomerState":"ASLEEP"}`, http.StatusBadRequest, "DISCONNECTED or RETURNED"},
		{"", path(id), `{"CustomerState":"RETURNED"}`, http.StatusOK, "{}"},
		{"", path(id), ``, http.StatusBadRequest, "the report says nothing"},
		{"", path(id), `{"CustomerMood":"good"}`, http.StatusBadRequest, "CustomerMood"},
		{"", path("nothing"), `{"CustomerState":"CONNECTED"}`, http.StatusNotFound, "nothing"},
		{"read-only", path(id), `{"CustomerState":"DISCONNECTED"}`, http.StatusForbidden, "read-only"},
		{agent, path(id), `{"CustomerState":"DISCONNECTED"}`, http.StatusForbidden, "agent"},
		{"", path(id), `{"CustomerState":"DISCONNECTED"}`, http.StatusOK, "{}"},
		{"", path(id), `{"CustomerState":"DISCONNECTED"}`, http.StatusConflict, "has ended already"},
		{"", path(id), `{"CustomerState":"CONNECTED"}`, http.StatusConflict, "has ended already"},
	} {
		if status, text := w.ask(tt.who, "POST", tt.path, tt.body); status != tt.status || !strings.Contains(text, tt.says) {
			t.Errorf("%s %s: %d %s, want %d and %s", tt.who, tt.body, status, text, tt.status, tt.says)
		}
	}
	if c, ok, err := w.engine.Contact(w.demo.Instance, id); !ok || c.DisconnectReason != acd.ReasonCustomer {
		t.Errorf("it ended with %q (%v, %v)", c.DisconnectReason, ok, err)
	}
}

// The events of a chat tell when its customer has connected, not before.
func TestCustomerIsWaitedFor(t *testing.T) {
	w := newWorld(t, StreamOptions{}, func(o *engine.Options) { o.ChatConnect = acd.Minute })
	id := string(w.do(acd.StartContact{Operation: "StartChatContact", Channel: acd.Chat, InitiationMethod: acd.API,
		FlowID: w.demo.Flows[demo.Simple]}))
	w.advance(10 * acd.Second)
	w.must("POST", w.instancePath("/contacts/"+id+"/media"), `{"CustomerState":"CONNECTED"}`)
	w.must("POST", w.instancePath("/contacts/"+id+"/media"), `{"CustomerState":"DISCONNECTED"}`)
	var kinds []string // an agent has taken it before
	for _, e := range w.read(w.instancePath("/events"), "0").until(disconnected) {
		kinds = append(kinds, e.name)
		if connected := strings.Contains(e.data, `"connectedToSystemTimestamp":"2026-01-01T00:00:10`); connected !=
			(len(kinds) > 3) {
			t.Errorf("event %d says %s", len(kinds), e.data)
		}
	}
	want := []string{initiated, queued, connectedToAgent, connectedToSystem, disconnected}
	if !slices.Equal(kinds, want) {
		t.Errorf("the events are %v, want %v", kinds, want)
	}
}

// A call that is placed tells when it is answered, and is queued only then.
func TestPlacedCallIsAnswered(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	place := func() string {
		return string(w.do(acd.StartContact{Operation: "StartOutboundVoiceContact", Channel: acd.Voice,
			InitiationMethod: acd.API, FlowID: w.demo.Flows[demo.Simple], RingFor: acd.Minute,
			CustomerEndpoint: &acd.Endpoint{Type: acd.TelephoneNumber, Address: "+12065550100"},
			SystemEndpoint:   &acd.Endpoint{Type: acd.TelephoneNumber, Address: "+12065550199"}}))
	}
	busy, id := place(), place()
	w.must("POST", w.instancePath("/contacts/"+busy+"/media"),
		`{"CustomerState":"DISCONNECTED","DisconnectReason":"TELECOM_BUSY"}`)
	w.advance(10 * acd.Second)
	w.must("POST", w.instancePath("/contacts/"+id+"/media"), `{"CustomerState":"CONNECTED"}`)
	w.must("POST", w.instancePath("/contacts/"+id+"/media"), `{"CustomerState":"DISCONNECTED"}`)
	var kinds []string
	for _, e := range w.read(w.instancePath("/events"), "0").until(queued) {
		kinds = append(kinds, e.name)
		if e.name == disconnected && !strings.Contains(e.data, `"disconnectReason":"TELECOM_BUSY"`) {
			t.Errorf("the busy call ended with %s", e.data)
		}
	}
	want := []string{initiated, initiated, disconnected, completed, connectedToSystem, queued}
	if !slices.Equal(kinds, want) {
		t.Errorf("the events are %v, want %v", kinds, want)
	}
}
