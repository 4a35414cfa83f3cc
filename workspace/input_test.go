package workspace

import (
	"net/http"
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/flow"
)

// TestInput lets a caller enter what a flow asks for.
func TestInput(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	asks := acd.FlowID(w.do(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: "asks", Type: "CONTACT_FLOW",
		Status: "PUBLISHED", Content: flow.Build(flow.Ask{Limit: acd.Minute, Store: true, Most: 4},
			flow.SetAttributes{Attributes: map[string]string{"entered": "$.StoredCustomerInput"}}, flow.Wait{For: acd.Hour})}}))
	id := acd.ContactID(w.do(acd.StartContact{Operation: "Start", Channel: acd.Voice, InitiationMethod: acd.Inbound,
		FlowID: asks}))
	path := func(id acd.ContactID) string { return w.instancePath("/contacts/" + string(id) + "/input") }
	for _, tt := range []struct {
		who, path, body string
		status          int
		says            string
	}{
		{"", path(id), ``, http.StatusBadRequest, "give the keys that were entered"},
		{"", path(id), `{"Input":"1","Intent":"Refund"}`, http.StatusBadRequest, "both given"},
		{"", path(id), `{"Keys":"1"}`, http.StatusBadRequest, "Keys"},
		{"", path(id), `{"Intent":"Refund"}`, http.StatusConflict, "waits for such an input"},
		{"", path("nothing"), `{"Input":"1"}`, http.StatusNotFound, "nothing"},
		{"read-only", path(id), `{"Input":"1"}`, http.StatusForbidden, "read-only"},
		{"", path(id), `{"Input":"4711"}`, http.StatusOK, "{}"},
		{"", path(id), `{"Input":"4711"}`, http.StatusConflict, "waits for such an input"},
	} {
		if status, text := w.ask(tt.who, "POST", tt.path, tt.body); status != tt.status || !strings.Contains(text, tt.says) {
			t.Errorf("%s %s: %d %s, want %d and %s", tt.who, tt.body, status, text, tt.status, tt.says)
		}
	}
	if c, _, err := w.engine.Contact(w.demo.Instance, id); err != nil || c.Attributes["entered"] != "4711" {
		t.Errorf("the contact has %v (%v)", c.Attributes, err)
	}
	w.do(acd.StopContact{ContactID: id, Reason: acd.ReasonCustomer})
	if status, text := w.ask("", "POST", path(id), `{"Input":"1"}`); status != http.StatusConflict {
		t.Errorf("after its end: %d %s", status, text)
	}
}
