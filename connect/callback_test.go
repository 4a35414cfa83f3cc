package connect

import (
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// flowOf makes a flow with a content, in which KEYS stand for ids: words is pairs of both.
func (s *stage) flowOf(kind types.ContactFlowType, content string, words ...string) string {
	s.Helper()
	return *got(s.client.CreateContactFlow(s.ctx, &sdk.CreateContactFlowInput{
		InstanceId: &s.instance, Name: s.name("flow"), Type: kind,
		Content: new(strings.NewReplacer(words...).Replace(content)),
	})).ContactFlowId
}

// after returns the contact that follows another one in its chain, as ListAssociatedContacts tells.
func (s *stage) after(contact string) *types.Contact {
	s.Helper()
	list := got(s.client.ListAssociatedContacts(s.ctx, &sdk.ListAssociatedContactsInput{
		InstanceId: &s.instance, ContactId: &contact})).ContactSummaryList
	for _, c := range list {
		if c.PreviousContactId != nil && *c.PreviousContactId == contact {
			return s.describe(*c.ContactId)
		}
	}
	s.Fatalf("nothing follows %s: %s", contact, show(list))
	return nil
}

// patience is a customer queue flow with the sample of AG:transfer-to-queue, whose success leads nowhere.
const patience = `{"Version":"2019-10-30","StartAction":"a","Actions":[
{"Identifier":"a","Type":"Wait","Parameters":{"TimeLimitSeconds":"10"},
 "Transitions":{"NextAction":"b","Conditions":[{"NextAction":"b","Condition":{"Operator":"Equals",
 "Operands":["WaitCompleted"]}}],"Errors":[{"NextAction":"c","ErrorType":"NoMatchingError"}]}},
{"Identifier":"b","Type":"DequeueContactAndTransferToQueue","Parameters":{"QueueId":"QUEUE"},
 "Transitions":{"NextAction":"","Errors":[{"NextAction":"c","ErrorType":"QueueAtCapacity"},
 {"NextAction":"c","ErrorType":"NoMatchingError"}]}},
{"Identifier":"c","Type":"EndFlowExecution","Parameters":{},"Transitions":{}}]}`

// hooking is a flow that sets another one for an event and goes to a queue.
const hooking = `{"Version":"2019-10-30","StartAction":"h","Actions":[
{"Identifier":"h","Type":"UpdateContactEventHooks","Parameters":{"EventHooks":{"EVENT":"FLOW"}},
 "Transitions":{"NextAction":"a","Errors":[{"NextAction":"c","ErrorType":"NoMatchingError"}]}},
{"Identifier":"a","Type":"UpdateContactTargetQueue","Parameters":{"QueueId":"QUEUE"},
 "Transitions":{"NextAction":"b","Errors":[{"NextAction":"c","ErrorType":"NoMatchingError"}]}},
{"Identifier":"b","Type":"TransferContactToQueue","Parameters":{},"Transitions":{"NextAction":"c",
 "Errors":[{"NextAction":"c","ErrorType":"QueueAtCapacity"},{"NextAction":"c","ErrorType":"NoMatchingError"}]}},
{"Identifier":"c","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}]}`

// A task that nobody takes is moved to another queue by its customer queue flow, which begins anew there (A0252).
func TestQueueToQueue(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	first, second := s.queue(), s.queue()
	hook := s.flowOf(types.ContactFlowTypeCustomerQueue, patience, "QUEUE", s.arn(acd.KindQueue, second))
	flow := s.flowOf(types.ContactFlowTypeContactFlow, hooking, "EVENT", string(acd.HookQueue), "FLOW", hook,
		"QUEUE", first)
	task := s.task(flow)
	if c := s.describe(task); *c.QueueInfo.Id != first {
		t.Fatalf("it waits in %s", show(c.QueueInfo))
	}
	s.turn(15)
	if was := s.describe(task); *was.DisconnectReason != acd.ReasonOther {
		t.Errorf("it has ended: %s", *was.DisconnectReason)
	}
	next := s.after(task)
	if next.InitiationMethod != types.ContactInitiationMethodQueueTransfer || *next.PreviousContactId != task ||
		*next.InitialContactId != task || *next.QueueInfo.Id != second || next.SystemEndpoint != nil ||
		!next.QueueInfo.EnqueueTimestamp.Equal(at(10).Std()) {
		t.Errorf("the next segment is %s", show(next))
	}
	s.turn(10)
	if again := s.after(*next.Id); *again.QueueInfo.Id != second {
		t.Errorf("the flow has not begun anew: %s", show(again))
	}
}

// remain waits for a customer whose agent has left, and queues him when he returns.
const remain = `{"Version":"2019-10-30","StartAction":"a","Actions":[
{"Identifier":"a","Type":"Wait","Parameters":{"TimeLimitSeconds":"900","Events":["CustomerReturned"]},
 "Transitions":{"NextAction":"c","Conditions":[
 {"NextAction":"c","Condition":{"Operator":"Equals","Operands":["WaitCompleted"]}},
 {"NextAction":"b","Condition":{"Operator":"Equals","Operands":["CustomerReturned"]}}],
 "Errors":[{"NextAction":"c","ErrorType":"NoMatchingError"}]}},
{"Identifier":"b","Type":"TransferContactToQueue","Parameters":{},"Transitions":{"NextAction":"c",
 "Errors":[{"NextAction":"c","ErrorType":"QueueAtCapacity"},{"NextAction":"c","ErrorType":"NoMatchingError"}]}},
{"Identifier":"c","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}]}`

// An agent leaves a chat; its customer remains with a flow, writes again and is queued. A call that remains cannot be
// stopped by the API.
func TestDisconnectFlow(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	user := s.userOfAll(queue)
	hook := s.flowOf(types.ContactFlowTypeContactFlow, remain)
	flow := s.flowOf(types.ContactFlowTypeContactFlow, hooking, "EVENT", string(acd.HookCustomerRemaining),
		"FLOW", hook, "QUEUE", queue)
	s.put(user, types.AgentStatusTypeRoutable)
	leave := func(contact string) *types.Contact {
		s.agent(acd.AcceptContact{UserID: acd.UserID(user), ContactID: acd.ContactID(contact)})
		s.turn(30)
		s.agent(acd.DisconnectContact{UserID: acd.UserID(user), ContactID: acd.ContactID(contact)})
		s.agent(acd.CompleteContact{UserID: acd.UserID(user), ContactID: acd.ContactID(contact)})
		return s.after(contact)
	}
	chat := *s.chat(flow).ContactId
	next := leave(chat)
	if next.InitiationMethod != types.ContactInitiationMethodDisconnect || *next.InitialContactId != chat ||
		next.QueueInfo != nil || next.DisconnectTimestamp != nil {
		t.Errorf("the customer remains in %s", show(next))
	}
	if was := s.describe(chat); *was.DisconnectReason != acd.ReasonAgent {
		t.Errorf("the agent has left: %s", *was.DisconnectReason)
	}
	s.agent(acd.ReportMedia{ContactID: acd.ContactID(*next.Id), Customer: acd.CustomerBack})
	if is := s.describe(*next.Id); *is.QueueInfo.Id != queue {
		t.Errorf("the customer has returned to %s", show(is))
	}
	got(s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: next.Id}))
	call := got(s.engine.Do(s.ctx, acd.InstanceID(s.instance), acd.StartContact{
		Operation: "inbound", Channel: acd.Voice, InitiationMethod: acd.Inbound, FlowID: acd.FlowID(flow)}))
	next = leave(call)
	_, err := s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: next.Id})
	refused(t, err, "InvalidRequestException", 400, "DISCONNECT")
}

// TestDisconnectOnCustomerExit has customers end their chats with an agent: the flow for who remains runs where the
// agent is to be disconnected too, and nowhere else (A0290).
func TestDisconnectOnCustomerExit(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	user := s.userOfAll(queue)
	flow := s.flowOf(types.ContactFlowTypeContactFlow, hooking, "EVENT", string(acd.HookCustomerRemaining),
		"FLOW", s.flowOf(types.ContactFlowTypeContactFlow, remain), "QUEUE", queue)
	s.put(user, types.AgentStatusTypeRoutable)
	end := func(with ...types.DisconnectOnCustomerExitParticipantType) *types.Contact {
		chat := *got(s.client.StartChatContact(s.ctx, &sdk.StartChatContactInput{InstanceId: &s.instance,
			ContactFlowId: &flow, ParticipantDetails: &types.ParticipantDetails{DisplayName: new("Pat")},
			DisconnectOnCustomerExit: with})).ContactId
		s.agent(acd.AcceptContact{UserID: acd.UserID(user), ContactID: acd.ContactID(chat)})
		s.agent(acd.ReportMedia{ContactID: acd.ContactID(chat), Customer: acd.CustomerLeft})
		s.agent(acd.CompleteContact{UserID: acd.UserID(user), ContactID: acd.ContactID(chat)})
		return s.describe(chat)
	}
	is := end()
	list := got(s.client.ListAssociatedContacts(s.ctx, &sdk.ListAssociatedContactsInput{
		InstanceId: &s.instance, ContactId: is.Id})).ContactSummaryList
	if *is.DisconnectReason != acd.ReasonCustomer || len(list) != 1 {
		t.Errorf("a customer who leaves ends his chat as %s, in %s", show(is), show(list))
	}
	is = end(types.DisconnectOnCustomerExitParticipantTypeAgent)
	if *is.DisconnectReason != acd.ReasonCustomer {
		t.Fatalf("a customer who leaves with his agent ends his chat as %s", show(is))
	}
	next := s.after(*is.Id)
	if next.InitiationMethod != types.ContactInitiationMethodDisconnect || next.DisconnectTimestamp != nil {
		t.Errorf("what goes on is %s", show(next))
	}
}

// calling lets a caller be called back, as the sample queued callback flow does.
const calling = `{"Version":"2019-10-30","StartAction":"a","Actions":[
{"Identifier":"a","Type":"UpdateContactCallbackNumber","Parameters":{"CallbackNumber":"$.CustomerEndpoint.Address"},
 "Transitions":{"NextAction":"b","Errors":[{"NextAction":"c","ErrorType":"InvalidCallbackNumber"},
 {"NextAction":"c","ErrorType":"CallbackNumberNotDialable"}]}},
{"Identifier":"b","Type":"CreateCallbackContact","Parameters":{"QueueId":"QUEUE","InitialCallDelaySeconds":"99",
 "MaximumConnectionAttempts":"2","RetryDelaySeconds":"600","CallerId":"+12065550199"},
 "Transitions":{"NextAction":"c","Errors":[{"NextAction":"c","ErrorType":"NoMatchingError"}]}},
{"Identifier":"c","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}]}`

// A caller is called back: he is scheduled, waits in the queue without being a call, is taken by an agent and called,
// and answers. Another one is stopped while he waits.
func TestCallback(t *testing.T) {
	s := newStage(t, acd.Quotas{Calls: 1})
	queue := s.queue()
	user := s.userOfAll(queue)
	flow := s.flowOf(types.ContactFlowTypeContactFlow, calling, "QUEUE", queue)
	call := func() string {
		return got(s.engine.Do(s.ctx, acd.InstanceID(s.instance), acd.StartContact{
			Operation: "inbound", Channel: acd.Voice, InitiationMethod: acd.Inbound, FlowID: acd.FlowID(flow),
			CustomerEndpoint: &acd.Endpoint{Type: acd.TelephoneNumber, Address: "+12065550100"},
			SystemEndpoint:   &acd.Endpoint{Type: acd.TelephoneNumber, Address: "+12065550111"}}))
	}
	scheduled := func() float64 {
		out := got(s.client.GetCurrentMetricData(s.ctx, &sdk.GetCurrentMetricDataInput{InstanceId: &s.instance,
			Filters: &types.Filters{Queues: []string{queue}}, CurrentMetrics: []types.CurrentMetric{
				{Name: types.CurrentMetricNameContactsScheduled, Unit: types.UnitCount}}}))
		return *out.MetricResults[0].Collections[0].Value
	}
	state := func() types.ContactState {
		out := got(s.client.GetCurrentUserData(s.ctx, &sdk.GetCurrentUserDataInput{InstanceId: &s.instance,
			Filters: &types.UserDataFilters{Queues: []string{queue}}}))
		return out.UserDataList[0].Contacts[0].AgentContactState
	}
	first := call()
	back := s.after(first)
	stopped := s.after(call())
	if back.InitiationMethod != types.ContactInitiationMethodCallback || *back.InitialContactId != first ||
		*back.CustomerEndpoint.Address != "+12065550100" || *back.SystemEndpoint.Address != "+12065550199" ||
		back.QueueInfo != nil || back.ScheduledTimestamp != nil || back.ConnectedToSystemTimestamp != nil {
		t.Errorf("the callback is %s", show(back))
	}
	same(t, "what is scheduled", scheduled(), 2)
	got(s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: stopped.Id}))
	same(t, "what is scheduled", scheduled(), 1)
	s.put(user, types.AgentStatusTypeRoutable)
	s.turn(100)
	same(t, "what is scheduled", scheduled(), 0)
	same(t, "the state while it rings", state(), types.ContactStateIncoming)
	s.agent(acd.AcceptContact{UserID: acd.UserID(user), ContactID: acd.ContactID(*back.Id)})
	same(t, "the state while the customer is called", state(), types.ContactStatePending)
	s.turn(60)
	again := s.after(*back.Id)
	if is := s.describe(*back.Id); *is.DisconnectReason != acd.ReasonRangOut ||
		is.AgentInfo.ConnectedToAgentTimestamp != nil {
		t.Errorf("nobody has answered: %s", show(is))
	}
	s.agent(acd.CompleteContact{UserID: acd.UserID(user), ContactID: acd.ContactID(*back.Id)})
	s.turn(601)
	s.agent(acd.AcceptContact{UserID: acd.UserID(user), ContactID: acd.ContactID(*again.Id)})
	s.agent(acd.ReportMedia{ContactID: acd.ContactID(*again.Id), Customer: acd.CustomerCame})
	same(t, "the state of the two", state(), types.ContactStateConnected)
	if is := s.describe(*again.Id); is.AgentInfo.ConnectedToAgentTimestamp == nil ||
		is.ConnectedToSystemTimestamp == nil || *is.QueueInfo.Id != queue || *is.InitialContactId != first {
		t.Errorf("customer and agent are together: %s", show(is))
	}
}
