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
		`"logged","ContactFlowModuleType":"UpdateFlowLoggingBehavior","Identifier":"setlogging-1",` +
			`"Timestamp":"2026-01-01T00:00:00.000Z","Parameters":{"FlowLoggingBehavior":"Enabled"}}`,
		`"logged","ContactFlowModuleType":"Loop","Identifier":"loop-2","Timestamp":"2026-01-01T00:00:00.000Z",` +
			`"Parameters":{"LoopCount":"0"},"Results":"DoneLooping"}`,
		`"logged","ContactFlowModuleType":"Wait","Identifier":"wait-3","Timestamp":"2026-01-01T00:01:00.000Z",` +
			`"Parameters":{"TimeLimitSeconds":"60"},"Results":"WaitCompleted"}`,
		`"logged","ContactFlowModuleType":"UpdateContactTargetQueue","Identifier":"setqueue-4",` +
			`"Timestamp":"2026-01-01T00:01:00.000Z","Parameters":{"QueueId":"nowhere"},"Results":"NoMatchingError"}`,
		`"logged","ContactFlowModuleType":"DisconnectParticipant","Identifier":"hang-up",` +
			`"Timestamp":"2026-01-01T00:01:00.000Z","Parameters":{}}`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the log is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
