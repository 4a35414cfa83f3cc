package instance_test

import (
	"slices"
	"testing"

	"patchcord/acd"
	"patchcord/flow"
	"patchcord/instance"
)

// call brings a call in by the sample flow.
func (d *desk) call() acd.ContactID {
	return acd.ContactID(d.do(acd.StartContact{Operation: "test", Channel: acd.Voice, InitiationMethod: acd.Inbound,
		FlowID: d.flow}))
}

// defaultFlow returns the default flow of a type.
func (d *desk) defaultFlow(kind string) acd.ContactFlow {
	flows := d.Directory().Flows()
	return flows[slices.IndexFunc(flows, func(f acd.ContactFlow) bool { return f.Default && f.Type == kind })]
}

// blocks returns the blocks of flows that were logged.
func (d *desk) blocks() (logged []string) {
	for _, e := range d.events {
		if b, ok := e.Body.(acd.FlowLogged); ok {
			f, _ := d.Directory().Flow(b.FlowID)
			logged = append(logged, f.Name+" "+b.Type)
		}
	}
	return logged
}

// TestDefaultFlowsAreLogged runs default flows that only play something where their blocks are logged (A0264), and for
// nobody else.
func TestDefaultFlowsAreLogged(t *testing.T) {
	for _, logs := range []bool{false, true} {
		d := newDesk(t, acd.Quotas{})
		d.do(acd.UpdateInstanceAttribute{Attribute: acd.InboundCalls, On: true})
		d.do(acd.UpdateInstanceAttribute{Attribute: acd.FlowLogs, On: logs})
		queue := acd.QueueRef{Type: acd.StandardQueue, ID: d.Directory().Queues()[0].ID}
		d.do(acd.UpdateContactFlowContent{ID: d.flow, Content: flow.Build(flow.SetLogging{Enabled: true},
			flow.SetQueue{Queue: queue}, flow.TransferToQueue{})})
		id := d.call()
		d.do(acd.PutUserStatus{UserID: d.user, StatusID: d.status["Available"]})
		d.do(acd.AcceptContact{UserID: d.user, ContactID: id})
		var want []string
		if logs {
			inbound := "Sample inbound flow (first contact experience) "
			want = []string{inbound + "UpdateFlowLoggingBehavior", inbound + "UpdateContactTargetQueue",
				inbound + "TransferContactToQueue", "Default agent whisper MessageParticipant",
				"Default agent whisper EndFlowExecution", "Default customer whisper MessageParticipant",
				"Default customer whisper EndFlowExecution"}
		}
		if got := d.blocks(); !slices.Equal(got, want) {
			t.Errorf("with logs %t: logged are %q, not %q", logs, got, want)
		}
		waits := slices.ContainsFunc(d.events, func(e acd.Event) bool {
			b, ok := e.Body.(acd.FlowWaiting)
			return ok && b.Run.FlowID == d.defaultFlow(acd.FlowCustomerQueue).ID
		})
		if waits != logs {
			t.Errorf("with logs %t: that the default customer queue flow runs is %t", logs, waits)
		}
		d.sameAfterReplay()
	}
}

// TestInstanceOfAnOlderJournal replays what an instance was made of before there were default flows: it has none
// afterwards, and works.
func TestInstanceOfAnOlderJournal(t *testing.T) {
	made := newDesk(t, acd.Quotas{})
	made.do(acd.UpdateInstanceAttribute{Attribute: acd.InboundCalls, On: true})
	d := &desk{Instance: instance.New(instance.Options{}), t: t, flow: made.flow, user: made.user, status: made.status}
	for _, e := range made.events {
		if b, ok := e.Body.(acd.ContactFlowCreated); ok && b.Flow.Default {
			continue
		}
		if _, ok := e.Body.(acd.PromptCreated); ok {
			continue
		}
		d.events = append(d.events, e)
		d.Replay(e)
	}
	d.events = append(d.events, d.Advance(made.Now())...)
	id := d.call()
	d.do(acd.PutUserStatus{UserID: d.user, StatusID: d.status["Available"]})
	d.do(acd.AcceptContact{UserID: d.user, ContactID: id})
	d.do(acd.HoldContact{UserID: d.user, ContactID: id})
	if n := len(d.Directory().Flows()); n != 11 || len(d.Directory().Prompts()) != 0 {
		t.Errorf("the instance has %d flows and %d prompts", n, len(d.Directory().Prompts()))
	}
	d.sameAfterReplay()
}
