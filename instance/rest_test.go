package instance_test

import (
	"slices"
	"testing"

	"patchcord/acd"
	"patchcord/flow"
)

// flowOf makes a published flow of some blocks.
func (d *desk) flowOf(name string, effects ...flow.Effect) acd.FlowID {
	d.t.Helper()
	return acd.FlowID(d.do(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: name, Type: "CONTACT_FLOW",
		Status: "PUBLISHED", Content: flow.Build(effects...)}}))
}

func (d *desk) state(id acd.ContactID) acd.ContactState {
	c, _ := d.Contact(id)
	return c.State
}

// TestFlowsOfPauses lets flows run at pauses and resumptions: their end is not the contact's.
func TestFlowsOfPauses(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	noted := d.flowOf("noted", flow.SetAttributes{Attributes: map[string]string{"rests": "yes"}}, flow.End{})
	back := d.flowOf("back", flow.Resume{}, flow.TransferToQueue{})
	gone := d.flowOf("gone", flow.Disconnect{})
	round := acd.FlowID(d.do(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: "round", Type: "CONTACT_FLOW",
		Status: "PUBLISHED", Content: `{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a",
		"Type":"UpdateContactRoutingBehavior","Parameters":{"QueuePriority":"1"},"Transitions":{"NextAction":"a"}}]}`}}))

	id := d.task()
	d.do(acd.PauseContact{ContactID: id, FlowID: noted})
	if c, _ := d.Contact(id); c.State != acd.Paused || c.Attributes["rests"] != "yes" {
		t.Errorf("a flow that notes the pause makes the task %s with %v", c.State, c.Attributes)
	}
	d.do(acd.ResumeContact{ContactID: id, FlowID: noted})
	if got := d.state(id); got != acd.InFlow {
		t.Errorf("a flow that only ends leaves the task %s", got)
	}
	d.do(acd.PauseContact{ContactID: id, FlowID: back})
	if got := d.state(id); got != acd.Queued {
		t.Errorf("a flow that resumes and queues leaves the task %s", got)
	}
	d.do(acd.PauseContact{ContactID: id, FlowID: round})
	if got := d.state(id); got != acd.Paused {
		t.Errorf("a flow that does not end leaves the task %s", got)
	}
	if !slices.ContainsFunc(d.events, func(e acd.Event) bool { _, ok := e.Body.(acd.FlowFailed); return ok }) {
		t.Error("nobody is told that the flow failed")
	}
	d.sameAfterReplay()
	d.do(acd.ResumeContact{ContactID: id, FlowID: gone})
	if _, lives := d.Contact(id); lives {
		t.Error("a flow that hangs up leaves the task alive")
	}
}

// TestHooks lets the flow of a task set flows for its pauses, one of which ends it while another still runs.
func TestHooks(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	gone := d.flowOf("gone", flow.Disconnect{})
	back := d.flowOf("back", flow.Resume{}, flow.SetAttributes{Attributes: map[string]string{"too": "late"}})
	queue := d.Directory().Queues()[0].ID
	d.flow = d.flowOf("hooked", flow.SetQueue{Queue: acd.QueueRef{Type: acd.StandardQueue, ID: queue}},
		flow.SetHook{Event: acd.HookPause, Flow: back}, flow.SetHook{Event: acd.HookResume, Flow: gone},
		flow.TransferToQueue{})
	id := d.task()
	d.sameAfterReplay()
	d.do(acd.PauseContact{ContactID: id})
	if ended := d.TakeEnded(); len(ended) != 1 || ended[0].DisconnectReason != acd.ReasonFlow ||
		ended[0].Attributes != nil || ended[0].PauseCount != 1 {
		t.Errorf("ended are %+v", ended)
	}
	d.flow = d.flowOf("unhooked", flow.SetHook{Event: acd.HookPause, Flow: "nowhere"})
	d.task()
	if ended := d.TakeEnded(); len(ended) != 1 || ended[0].DisconnectReason != acd.ReasonFlow {
		t.Errorf("a flow that does not exist is set: %+v", ended)
	}
}

// TestCriteriaOfATaskWithAnAgent lets a flow that runs at a pause try to route anew what has an agent (A0104).
func TestCriteriaOfATaskWithAnAgent(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	priority := int64(1)
	steps := []acd.Step{{Expression: acd.Expression{Attribute: &acd.AttributeCondition{Operator: acd.Match,
		AgentIDs: &[]acd.UserID{d.user}}}}}
	routed := d.flowOf("routed", flow.SetRouting{QueuePriority: &priority}, flow.SetCriteria{Steps: steps}, flow.End{})
	id := d.task()
	d.do(acd.PutUserStatus{UserID: d.user, StatusID: d.status["Available"]})
	d.do(acd.AcceptContact{UserID: d.user, ContactID: id})
	d.do(acd.PauseContact{ContactID: id, FlowID: routed})
	c, _ := d.Contact(id)
	if c.Criteria != nil || c.QueuePriority != 0 || c.State != acd.AfterContact { // the error branch hangs up
		t.Errorf("the task is %s with priority %d and %+v", c.State, c.QueuePriority, c.Criteria)
	}
}
