package workspace

import (
	"net/http"
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/demo"
	"patchcord/engine"
)

// TestChatEvents lets the customer of a chat fall silent, return and fall silent for too long, and reads what the
// participants are told.
func TestChatEvents(t *testing.T) {
	w := newWorld(t, StreamOptions{}, func(o *engine.Options) { o.ChatConnect = acd.Minute })
	id := w.do(acd.StartContact{Operation: "StartChatContact", Channel: acd.Chat, InitiationMethod: acd.API,
		FlowID: w.demo.Flows[demo.Simple], DisplayName: "Chloé"})
	path := w.instancePath("/contacts/" + id + "/media")
	w.do(acd.UpdateParticipantRoleConfig{ContactID: acd.ContactID(id), Timers: []acd.ParticipantTimer{
		{Role: acd.RoleCustomer, Type: acd.IdleTimer, For: 2 * acd.Minute},
		{Role: acd.RoleCustomer, Type: acd.DisconnectTimer, For: 3 * acd.Minute},
		{Role: acd.RoleAgent, Type: acd.IdleTimer, For: 4 * acd.Minute}}})
	w.must("POST", path, `{"CustomerState":"CONNECTED"}`) // an agent has taken it before
	w.advance(acd.Minute)
	w.must("POST", path, `{"MessageFrom":"CUSTOMER"}`)
	w.advance(2 * acd.Minute)
	w.must("POST", path, `{"CustomerState":"RETURNED"}`)
	w.must("POST", path, `{"MessageFrom":"AGENT","ChatMetrics":{}}`)
	w.advance(10 * acd.Minute)
	var got []string
	for _, e := range w.read(w.instancePath("/events"), "0").until(disconnected) {
		if e.name != chatEventName {
			continue
		}
		got = append(got, e.data)
		if !strings.Contains(e.data, `"Type":"EVENT"`) || !strings.Contains(e.data, `"InitialContactId":"`+id+
			`","ContactId":"`+id+`"`) {
			t.Errorf("the participants are told %s", e.data)
		}
	}
	want := []string{"idle CUSTOMER Chloé", "returned CUSTOMER Chloé", "idle CUSTOMER Chloé", "idle AGENT ",
		"autodisconnection CUSTOMER Chloé"}
	if len(got) != len(want) {
		t.Fatalf("the participants are told\n%s\nwant %q", strings.Join(got, "\n"), want)
	}
	for n, line := range want {
		kind, rest, _ := strings.Cut(line, " ")
		role, name, _ := strings.Cut(rest, " ")
		ok := strings.Contains(got[n], `"ContentType":"application/vnd.amazonaws.connect.event.participant.`+kind+`"`) &&
			strings.Contains(got[n], `"ParticipantRole":"`+role+`"`) &&
			strings.Contains(got[n], `"DisplayName":"`+name) == (name != "")
		if !ok {
			t.Errorf("the participants are told %s, want %s", got[n], line)
		}
	}
}

// TestWhoWrites tells of messages and bots what can be, and what cannot.
func TestWhoWrites(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	chat := w.do(acd.StartContact{Operation: "StartChatContact", Channel: acd.Chat, InitiationMethod: acd.API,
		FlowID: w.demo.Flows[demo.Expert]})
	task := string(w.task(demo.Expert))
	w.do(acd.CreateParticipant{Operation: "Join", ContactID: acd.ContactID(chat), Role: acd.RoleCustomBot})
	for _, tt := range []struct {
		contact, body string
		status        int
		says          string
	}{
		{chat, `{"MessageFrom":"CUSTOMER"}`, http.StatusOK, "{}"},
		{chat, `{"MessageFrom":"CUSTOM_BOT"}`, http.StatusOK, "{}"},
		{chat, `{"MessageFrom":"SYSTEM"}`, http.StatusBadRequest, "CUSTOMER, AGENT or CUSTOM_BOT"},
		{chat, `{"MessageFrom":"AGENT"}`, http.StatusConflict, "no agent has accepted"},
		{chat, `{"BotState":"CONNECTED"}`, http.StatusBadRequest, "DISCONNECTED"},
		{task, `{"MessageFrom":"CUSTOMER"}`, http.StatusBadRequest, "CHAT"},
		{task, `{"BotState":"DISCONNECTED"}`, http.StatusBadRequest, "CHAT"},
		{chat, `{"BotState":"DISCONNECTED"}`, http.StatusOK, "{}"},
		{chat, `{"BotState":"DISCONNECTED"}`, http.StatusConflict, "no bot"},
		{chat, `{"MessageFrom":"CUSTOMER","CustomerState":"DISCONNECTED"}`, http.StatusOK, "{}"},
		{chat, `{"MessageFrom":"CUSTOMER"}`, http.StatusConflict, "has ended"},
	} {
		status, text := w.ask("", "POST", w.instancePath("/contacts/"+tt.contact+"/media"), tt.body)
		if status != tt.status || !strings.Contains(text, tt.says) {
			t.Errorf("%s: %d %s, want %d and %s", tt.body, status, text, tt.status, tt.says)
		}
	}
}
