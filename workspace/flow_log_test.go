package workspace

import (
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/flow"
)

// TestFlowLog reads what a flow that is logged has done, and why one that is not has failed.
func TestFlowLog(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	self := acd.Account{Number: "123456789012", Region: "us-east-1"}
	published := func(name string, effects ...flow.Effect) acd.FlowID {
		return acd.FlowID(w.do(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: name, Type: "CONTACT_FLOW",
			Status: "PUBLISHED", Content: flow.Build(effects...)}}))
	}
	w.do(acd.UpdateInstanceAttribute{Attribute: acd.FlowLogs, On: true})
	start := func(f acd.FlowID) string {
		return w.do(acd.StartContact{Operation: "Start", Channel: acd.Task, InitiationMethod: acd.API, FlowID: f})
	}
	logged := published("logged", flow.SetLogging{Enabled: true}, flow.Loop{Count: 0}, flow.Wait{For: acd.Minute},
		flow.SetQueue{Queue: acd.QueueRef{Type: acd.StandardQueue, ID: "nowhere"}}, flow.TransferToQueue{})
	id := start(logged)
	w.advance(acd.Minute)
	var got []string
	for _, e := range w.read(w.instancePath("/events"), "0").until(completed) {
		if e.name == flowLogEvent {
			_, line, _ := strings.Cut(e.data, `"ContactFlowName":`)
			got = append(got, line)
			if !strings.Contains(e.data, `{"ContactId":"`+id+`","ContactFlowId":"`+
				self.ARN(w.demo.Instance, acd.KindFlow, string(logged))) {
				t.Errorf("the log says %s", e.data)
			}
		}
	}
	want := []string{
		`"logged","ContactFlowModuleType":"SetLoggingBehavior","Identifier":"setlogging-1",` +
			`"Timestamp":"2026-01-01T00:00:00.000Z","Parameters":{"LoggingBehavior":"Enable"}}`,
		`"logged","ContactFlowModuleType":"Loop","Identifier":"loop-2","Timestamp":"2026-01-01T00:00:00.000Z",` +
			`"Parameters":{"LoopCount":"0"},"Results":"DoneLooping"}`,
		`"logged","ContactFlowModuleType":"Wait","Identifier":"wait-3","Timestamp":"2026-01-01T00:01:00.000Z",` +
			`"Parameters":{"TimeLimitSeconds":"60"},"Results":"WaitCompleted"}`,
		`"logged","ContactFlowModuleType":"SetQueue","Identifier":"setqueue-4",` +
			`"Timestamp":"2026-01-01T00:01:00.000Z","Parameters":{"Queue":"nowhere"},"Results":"Error",` +
			`"Error":"there is no queue nowhere"}`,
		`"logged","ContactFlowModuleType":"Disconnect","Identifier":"hang-up",` +
			`"Timestamp":"2026-01-01T00:01:00.000Z","Parameters":{}}`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the log is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestFlowLogOfModules reads what is logged in a module within a module, of a function that answers.
func TestFlowLogOfModules(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	module := func(name string, effects ...flow.Effect) acd.FlowModuleID {
		return acd.FlowModuleID(w.do(acd.CreateContactFlowModule{Module: acd.ContactFlowModule{Name: name,
			Status: "PUBLISHED", Content: flow.Build(effects...)}}))
	}
	inner := module("inner", flow.Invoke{ARN: "lookup", Limit: acd.Second, Attributes: map[string]string{
		"n": "$.Modules.Input.n"}}, flow.Return{Result: "found"})
	outer := module("outer", flow.RunModule{Module: inner, Input: map[string]string{"n": "7"}}, flow.Return{})
	w.do(acd.UpdateInstanceAttribute{Attribute: acd.FlowLogs, On: true})
	f := acd.FlowID(w.do(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: "flow", Type: "CONTACT_FLOW",
		Status: "PUBLISHED", Content: flow.Build(flow.SetLogging{Enabled: true}, flow.RunModule{Module: outer})}}))
	id := acd.ContactID(w.do(acd.StartContact{Operation: "Start", Channel: acd.Task, InitiationMethod: acd.API,
		FlowID: f}))
	c, _, err := w.engine.Contact(w.demo.Instance, id)
	if err != nil || len(c.Runs) != 1 {
		t.Fatalf("the contact is %+v: %v", c, err)
	}
	w.do(acd.TellFunction{ContactID: id, AskID: c.Runs[0].Ask.ID, Response: `{"name":"Ada"}`})
	self := acd.Account{Number: "123456789012", Region: "us-east-1"}
	stack := `"ModuleExecutionStack":["` + self.ARN(w.demo.Instance, acd.KindFlowModule, string(outer)) + `","` +
		self.ARN(w.demo.Instance, acd.KindFlowModule, string(inner)) + `"]`
	found := false
	for _, e := range w.read(w.instancePath("/events"), "0").until(completed) {
		if e.name == flowLogEvent && strings.Contains(e.data, `"InvokeExternalResource"`) {
			found = true
			for _, want := range []string{`"ContactFlowName":"inner"`, `"Parameters":{"FunctionArn":"lookup",` +
				`"TimeLimit":"1000","Parameters":{"n":"7"},"ResponseValidation":"ResponseType=JSON"}`,
				`"ExternalResults":{"name":"Ada"}`, stack} {
				if !strings.Contains(e.data, want) {
					t.Errorf("the log says %s, want %s", e.data, want)
				}
			}
		}
	}
	if !found {
		t.Error("nothing is logged of the function")
	}
}
