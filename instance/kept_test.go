package instance_test

import (
	"encoding/json"
	"testing"

	"patchcord/acd"
)

// TestContentsAreKept publishes a flow and a module anew while contacts are in them. Who is in one leaves it as he
// came, and who comes later comes into what is published. What nobody is in is forgotten (A0278).
func TestContentsAreKept(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	wait := func(seconds string) []any { return []any{"Wait", m{"TimeLimitSeconds": seconds}} }
	noting := func(text string) []any { return []any{"UpdateContactAttributes", m{"Attributes": m{"saw": text}}} }
	line := func(parts ...[]any) string {
		var blocks []any
		for _, part := range parts {
			blocks = append(blocks, part...)
		}
		return d.line(blocks...)
	}
	module := acd.FlowModuleID(d.do(acd.CreateContactFlowModule{Module: acd.ContactFlowModule{Name: "module",
		Status: "PUBLISHED", Content: returning(t, line(wait("60"), noting("old module")))}}))
	id := d.lineOf("changing", "InvokeFlowModule", m{"FlowModuleId": module}, "UpdateContactAttributes",
		m{"Attributes": m{"flow": "old"}}, "Wait", m{"TimeLimitSeconds": "60"})
	come := func() acd.ContactID {
		return acd.ContactID(d.do(acd.StartContact{Operation: "test", Channel: acd.Task, InitiationMethod: acd.API,
			FlowID: id, Name: "task"}))
	}
	expect := func(who acd.ContactID, saw, flow string) {
		t.Helper()
		if c, _ := d.Contact(who); c.Attributes["saw"] != saw || c.Attributes["flow"] != flow {
			t.Errorf("contact %s has %v; want saw %q and flow %q", who, c.Attributes, saw, flow)
		}
	}
	first := come()
	d.do(acd.UpdateContactFlowContent{ID: id, Content: line([]any{"InvokeFlowModule", m{"FlowModuleId": module}},
		noting("new flow"), wait("60"))})
	content := returning(t, line(wait("60"), noting("new module"), wait("60")))
	d.do(acd.UpdateContactFlowModuleContent{ID: module, Content: &content})
	second := come()
	d.do(acd.UpdateContactFlowContent{ID: id, Content: line(noting("newest"), wait("600"))})
	third := come()
	if kept := d.Snapshot().Kept; len(kept) != 3 {
		t.Errorf("%d contents are kept: %v", len(kept), kept)
	}
	d.sameAfterReplay()
	d.wait(60)
	expect(first, "old module", "old")
	expect(second, "new module", "")
	expect(third, "newest", "")
	d.wait(60)
	expect(second, "new flow", "")
	d.wait(60)
	d.do(acd.UpdateContactFlowContent{ID: id, Content: line(wait("60"))})
	if kept := d.Snapshot().Kept; len(kept) != 1 {
		t.Errorf("%d contents are kept in the end: %v", len(kept), kept)
	}
	d.sameAfterReplay()
}

// returning lets the content of a module return at its end.
func returning(t *testing.T, content string) string {
	t.Helper()
	var flow map[string]any
	if err := json.Unmarshal([]byte(content), &flow); err != nil {
		t.Fatal(err)
	}
	actions := flow["Actions"].([]any)
	actions[len(actions)-2].(m)["Type"] = "EndFlowModuleExecution"
	text, err := json.Marshal(flow)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
