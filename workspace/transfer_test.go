package workspace

import (
	"net/http"
	"strings"
	"testing"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/demo"
	"patchcord/flow"
)

// TestTransfer lets an agent pass on a chat to a queue by a quick connect.
func TestTransfer(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	bob := w.demo.Users["bob"]
	var queues []acd.QueueID
	w.engine.View(func(a *account.Account) {
		i, _ := a.Instance(w.demo.Instance)
		for _, q := range i.Directory().Queues() {
			queues = append(queues, q.ID)
		}
	})
	leads := w.do(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: "pass on", Type: "QUEUE_TRANSFER",
		Content: flow.Build(flow.TransferToQueue{})}})
	quick := w.do(acd.CreateQuickConnect{QuickConnect: acd.QuickConnect{Name: "another queue", Type: acd.QuickQueue,
		QueueID: queues[0], FlowID: acd.FlowID(leads)}})
	for _, q := range queues {
		w.do(acd.AssociateQueueQuickConnects{QueueID: q, IDs: []acd.QuickConnectID{acd.QuickConnectID(quick)}})
	}
	chat := w.do(acd.StartContact{Operation: "StartChatContact", Channel: acd.Chat, InitiationMethod: acd.API,
		FlowID: w.demo.Flows[demo.Simple]})
	c, _, err := w.engine.Contact(w.demo.Instance, acd.ContactID(chat))
	if err != nil || c.Agent == nil {
		t.Fatalf("nobody has it: %+v %v", c, err)
	}
	if c.Agent.UserID != bob {
		bob = c.Agent.UserID
	}
	path := w.instancePath("/users/" + string(bob) + "/contacts/" + chat + "/transfer")
	agent := "agent " + string(w.demo.Instance) + " " + string(bob)
	for _, tt := range []struct {
		who, path, body string
		status          int
		says            string
	}{
		{agent, path, ``, http.StatusBadRequest, "QuickConnectId"},
		{agent, path, `{"QueueId":"q"}`, http.StatusBadRequest, "QueueId"},
		{agent, path, `{"QuickConnectId":"gone"}`, http.StatusNotFound, "gone"},
		{"read-only", path, `{"QuickConnectId":"` + quick + `"}`, http.StatusForbidden, "read-only"},
		{"", w.instancePath("/users/nobody/contacts/" + chat + "/transfer"), `{"QuickConnectId":"` + quick + `"}`,
			http.StatusNotFound, "nobody"},
		{agent, path, `{"QuickConnectId":"` + quick + `"}`, http.StatusOK, `{"ContactId":"`},
		{agent, path, `{"QuickConnectId":"` + quick + `"}`, http.StatusConflict, "ENDED"},
	} {
		if status, text := w.ask(tt.who, "POST", tt.path, tt.body); status != tt.status || !strings.Contains(text, tt.says) {
			t.Errorf("%s %s: %d %s, want %d and %s", tt.who, tt.body, status, text, tt.status, tt.says)
		}
	}
}
