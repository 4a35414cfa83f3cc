package connect

import (
	"reflect"
	"slices"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/flow"
)

// declares says whether an operation declares an exception.
func (s *stage) declares(operation, exception string) bool {
	for _, o := range s.server.Operations() {
		if o.Name == operation {
			return slices.Contains(o.Errors, exception)
		}
	}
	return false
}

// gives says whether an input has a text as a member.
func (a asked) gives(member string) bool {
	given, ok := reflect.Indirect(reflect.ValueOf(a.in)).FieldByName(member), a.has(member)
	return ok && !given.IsNil()
}

// transferFlow makes a flow that transfers contacts to the queue that they come with.
func (s *stage) transferFlow(kind types.ContactFlowType) string {
	s.Helper()
	return *got(s.client.CreateContactFlow(s.ctx, &sdk.CreateContactFlowInput{
		InstanceId: &s.instance, Name: s.name("flow"), Type: kind, Content: new(flow.Build(flow.TransferToQueue{})),
	})).ContactFlowId
}

// someQuickConnect is the least that a quick connect to a queue must have.
func (s *stage) someQuickConnect(queue string) *sdk.CreateQuickConnectInput {
	s.Helper()
	return &sdk.CreateQuickConnectInput{
		InstanceId: &s.instance, Name: s.name("quick"), QuickConnectConfig: &types.QuickConnectConfig{
			QuickConnectType: types.QuickConnectTypeQueue,
			QueueConfig: &types.QueueQuickConnectConfig{
				QueueId: &queue, ContactFlowId: new(s.transferFlow(types.ContactFlowTypeQueueTransfer))},
		},
	}
}

// rightMoves returns right inputs for the operations that move contacts.
func (s *stage) rightMoves(flow, queue, user string) []asked {
	s.Helper()
	quick := *got(s.client.CreateQuickConnect(s.ctx, s.someQuickConnect(queue))).QuickConnectId
	soonGone := *got(s.client.CreateQuickConnect(s.ctx, s.someQuickConnect(queue))).QuickConnectId
	got(s.client.AssociateQueueQuickConnects(s.ctx, &sdk.AssociateQueueQuickConnectsInput{
		InstanceId: &s.instance, QueueId: &queue, QuickConnectIds: []string{quick, soonGone}}))
	return []asked{
		{"CreateQuickConnect", s.someQuickConnect(queue)},
		{"DescribeQuickConnect", &sdk.DescribeQuickConnectInput{InstanceId: &s.instance, QuickConnectId: &quick}},
		{"ListQuickConnects", &sdk.ListQuickConnectsInput{InstanceId: &s.instance}},
		{"UpdateQuickConnectName", &sdk.UpdateQuickConnectNameInput{
			InstanceId: &s.instance, QuickConnectId: &quick, Name: s.name("quick")}},
		{"UpdateQuickConnectConfig", &sdk.UpdateQuickConnectConfigInput{
			InstanceId: &s.instance, QuickConnectId: &quick, QuickConnectConfig: &types.QuickConnectConfig{
				QuickConnectType: types.QuickConnectTypePhoneNumber,
				PhoneConfig:      &types.PhoneNumberQuickConnectConfig{PhoneNumber: new("+15550100")}}}},
		{"AssociateQueueQuickConnects", &sdk.AssociateQueueQuickConnectsInput{
			InstanceId: &s.instance, QueueId: &queue, QuickConnectIds: []string{quick}}},
		{"ListQueueQuickConnects", &sdk.ListQueueQuickConnectsInput{InstanceId: &s.instance, QueueId: &queue}},
		{"DisassociateQueueQuickConnects", &sdk.DisassociateQueueQuickConnectsInput{
			InstanceId: &s.instance, QueueId: &queue, QuickConnectIds: []string{quick}}},
		{"DeleteQuickConnect", &sdk.DeleteQuickConnectInput{InstanceId: &s.instance, QuickConnectId: &soonGone}},
		{"TransferContact", &sdk.TransferContactInput{
			InstanceId: &s.instance, ContactId: new(s.task(flow)), ContactFlowId: &flow, QueueId: &queue}},
		{"AssociateContactWithUser", &sdk.AssociateContactWithUserInput{
			InstanceId: &s.instance, ContactId: new(s.task(flow)), UserId: &user}},
	}
}

// moveRefusals are about moves.
func (c *cast) moveRefusals() []refusal {
	chat := *c.chat(c.flow).ContactId
	move := func(members ...any) asked {
		return c.but("TransferContact", append(members, "ContactId", &c.waiting)...)
	}
	config := func(kind types.QuickConnectType, c types.QuickConnectConfig) *types.QuickConnectConfig {
		c.QuickConnectType = kind
		return &c
	}
	queue := &types.QueueQuickConnectConfig{QueueId: &c.queue, ContactFlowId: &c.flow}
	user := &types.UserQuickConnectConfig{UserId: &c.user, ContactFlowId: &c.flow}
	phone := &types.PhoneNumberQuickConnectConfig{PhoneNumber: new("555")}
	create := func(kind types.QuickConnectType, some types.QuickConnectConfig) asked {
		return c.but("CreateQuickConnect", "Name", new("other"), "QuickConnectConfig", config(kind, some))
	}
	known := got(c.client.CreateQuickConnect(c.ctx, c.someQuickConnect(c.queue)))
	name := *got(c.client.DescribeQuickConnect(c.ctx, &sdk.DescribeQuickConnectInput{
		InstanceId: &c.instance, QuickConnectId: known.QuickConnectId})).QuickConnect.Name
	out := got(c.client.CreateQuickConnect(c.ctx, &sdk.CreateQuickConnectInput{
		InstanceId: &c.instance, Name: new("Out"), QuickConnectConfig: config("PHONE_NUMBER", types.QuickConnectConfig{
			PhoneConfig: &types.PhoneNumberQuickConnectConfig{PhoneNumber: new("+15550100")}})})).QuickConnectId
	twoTimes := []string{*known.QuickConnectId, *known.QuickConnectId}
	return []refusal{
		{twice, 409, []string{name}, c.but("CreateQuickConnect", "Name", &name), ""},
		{invalidP, 400, []string{c.flow, "QUEUE_TRANSFER"}, create("QUEUE",
			types.QuickConnectConfig{QueueConfig: queue}), ""},
		{invalidP, 400, []string{c.flow, "AGENT_TRANSFER"}, create("USER", types.QuickConnectConfig{UserConfig: user}), ""},
		{invalidP, 400, []string{"PhoneNumber"}, create("PHONE_NUMBER", types.QuickConnectConfig{PhoneConfig: phone}), ""},
		{invalidR, 400, []string{"0 configs", "FLOW"}, create("FLOW", types.QuickConnectConfig{}), ""},
		{invalidR, 400, []string{"1 configs", "USER"}, create("USER", types.QuickConnectConfig{QueueConfig: queue}), ""},
		{invalidR, 400, []string{"2 configs"}, c.but("UpdateQuickConnectConfig", "QuickConnectConfig",
			config("USER", types.QuickConnectConfig{UserConfig: user, QueueConfig: queue})), ""},
		{invalidR, 400, []string{"Name", "Description"}, c.but("UpdateQuickConnectName", "Name", (*string)(nil)), ""},
		{invalidR, 400, []string{name}, c.but("UpdateQuickConnectName", "Name", &name), ""},
		{invalidP, 400, []string{"twice"}, c.but("AssociateQueueQuickConnects", "QuickConnectIds", twoTimes), ""},
		{notFound, 404, []string{"qc"}, c.but("AssociateQueueQuickConnects", "QuickConnectIds", []string{"qc"}), ""},
		{invalidP, 400, []string{"twice"}, c.but("DisassociateQueueQuickConnects", "QuickConnectIds", twoTimes), ""},
		{notFound, 404, []string{"qc"}, c.but("DisassociateQueueQuickConnects", "QuickConnectIds", []string{"qc"}), ""},
		{invalidR, 400, []string{"PHONE_NUMBER", "USER"}, c.but("StartTaskContact", "ContactFlowId", (*string)(nil),
			"QuickConnectId", out), ""},
		{notFound, 404, []string{"gone"}, c.but("DeleteQuickConnect", "QuickConnectId", new("gone")), ""},
		{invalidR, 400, []string{"COMPLETED"}, c.but("TransferContact", "ContactId", &c.ended), ""},
		{invalidR, 400, []string{"CHAT", "TASK"}, c.but("TransferContact", "ContactId", &chat), ""},
		{invalidR, 400, []string{"QueueId", "UserId"}, move("UserId", &c.user), ""},
		{invalidR, 400, []string{c.draft, "published"}, move("ContactFlowId", &c.draft), ""},
		{notFound, 404, []string{"nobody"}, move("ContactFlowId", new("nobody")), ""},
		{notFound, 404, []string{"nowhere"}, move("QueueId", new("nowhere")), ""},
		{notFound, 404, []string{"nobody"}, move("QueueId", (*string)(nil), "UserId", new("nobody")), ""},
		{"AccessDenied", 403, []string{"read-only"}, move(), "AKIDREADER"},
		{invalidR, 400, []string{"ended"}, c.but("AssociateContactWithUser", "ContactId", &c.ended), ""},
		{invalidR, 400, []string{"CONNECTED"}, c.but("AssociateContactWithUser", "ContactId", &c.connected), ""},
		{notFound, 404, []string{"nobody"}, c.but("AssociateContactWithUser", "UserId", new("nobody")), ""},
		{"AccessDenied", 403, []string{"read-only"}, c.but("AssociateContactWithUser"), "AKIDREADER"},
		{"Idempotency", 409, []string{"ClientToken"}, c.tokenTwice(), ""},
	}
}

// tokenTwice asks for a transfer under a ClientToken that another one has used.
func (c *cast) tokenTwice() asked {
	task := c.task(c.flow)
	a := c.but("TransferContact", "ContactId", &task, "ClientToken", new("once"))
	if err := c.call(a); err != nil {
		c.Fatal(err)
	}
	return a.with("ContactId", &c.waiting)
}

// TestTransferContact moves a task twice with the official client: while it waits, and from an agent.
func TestTransferContact(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	first, second := s.queue(), s.queue()
	user := s.user(s.profile(first, second))
	flow := s.flowInto(first)
	task := s.task(flow)
	describe := func(id string) *types.Contact {
		return got(s.client.DescribeContact(s.ctx, &sdk.DescribeContactInput{
			InstanceId: &s.instance, ContactId: &id})).Contact
	}
	in := &sdk.TransferContactInput{InstanceId: &s.instance, ContactId: &task, ContactFlowId: &flow, QueueId: &second,
		ClientToken: new("a token")}
	moved := got(s.client.TransferContact(s.ctx, in))
	again := got(s.client.TransferContact(s.ctx, in))
	if *moved.ContactId != *again.ContactId || *moved.ContactArn != s.arn(acd.KindContact, *moved.ContactId) {
		t.Errorf("the same token answers %s, then %s, %s", *moved.ContactId, *again.ContactId, *moved.ContactArn)
	}
	was, is := describe(task), describe(*moved.ContactId)
	if is.InitiationMethod != types.ContactInitiationMethodQueueTransfer || *is.PreviousContactId != task ||
		*is.InitialContactId != task || *is.ContactAssociationId != task || *is.QueueInfo.Id != first {
		t.Errorf("the next segment is %s", show(is))
	}
	if *was.DisconnectReason != acd.ReasonOther || was.DisconnectTimestamp == nil {
		t.Errorf("the segment before is %s", show(was))
	}
	s.put(user, types.AgentStatusTypeRoutable)
	s.turn(10)
	s.agent(acd.AcceptContact{UserID: acd.UserID(user), ContactID: acd.ContactID(*moved.ContactId)})
	last := got(s.client.TransferContact(s.ctx, &sdk.TransferContactInput{
		InstanceId: &s.instance, ContactId: moved.ContactId, ContactFlowId: &flow, UserId: &user}))
	is = describe(*last.ContactId)
	if is.InitiationMethod != types.ContactInitiationMethodTransfer || *is.PreviousContactId != *moved.ContactId ||
		*is.InitialContactId != task {
		t.Errorf("the last segment is %s", show(is))
	}
	if was = describe(*moved.ContactId); was.AgentInfo.AfterContactWorkStartTimestamp == nil {
		t.Errorf("the agent has no after-contact work: %s", show(was.AgentInfo))
	}
}

// TestQuickConnects makes, changes, lists and deletes quick connects with the official client, and starts a task by
// one.
func TestQuickConnects(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	user := s.user(s.profile(queue))
	toQueue := *got(s.client.CreateQuickConnect(s.ctx, s.someQuickConnect(queue))).QuickConnectId
	made := got(s.client.CreateQuickConnect(s.ctx, &sdk.CreateQuickConnectInput{
		InstanceId: &s.instance, Name: new("A colleague"), Description: new("who knows"),
		Tags: map[string]string{"Team": "Blue"}, QuickConnectConfig: &types.QuickConnectConfig{
			QuickConnectType: types.QuickConnectTypeUser, UserConfig: &types.UserQuickConnectConfig{
				UserId: &user, ContactFlowId: new(s.transferFlow(types.ContactFlowTypeAgentTransfer))}},
	}))
	toUser := *made.QuickConnectId
	if *made.QuickConnectARN != s.arn(acd.KindQuickConnect, toUser) {
		t.Errorf("its ARN is %s", *made.QuickConnectARN)
	}
	got(s.client.AssociateQueueQuickConnects(s.ctx, &sdk.AssociateQueueQuickConnectsInput{
		InstanceId: &s.instance, QueueId: &queue, QuickConnectIds: []string{toQueue, *made.QuickConnectARN}}))
	got(s.client.UpdateQuickConnectName(s.ctx, &sdk.UpdateQuickConnectNameInput{
		InstanceId: &s.instance, QuickConnectId: &toUser, Name: new("A COLLEAGUE")}))
	is := got(s.client.DescribeQuickConnect(s.ctx, &sdk.DescribeQuickConnectInput{
		InstanceId: &s.instance, QuickConnectId: &toUser})).QuickConnect
	if *is.Name != "A COLLEAGUE" || *is.Description != "who knows" || is.Tags["Team"] != "Blue" ||
		*is.QuickConnectConfig.UserConfig.UserId != user || *is.QuickConnectId != toUser {
		t.Errorf("it is described as %s", show(is))
	}
	users := got(s.client.ListQuickConnects(s.ctx, &sdk.ListQuickConnectsInput{InstanceId: &s.instance,
		QuickConnectTypes: []types.QuickConnectType{types.QuickConnectTypeUser}})).QuickConnectSummaryList
	if len(users) != 1 || *users[0].Id != toUser || users[0].QuickConnectType != types.QuickConnectTypeUser {
		t.Errorf("those to users are %s", show(users))
	}
	listed := func() []types.QuickConnectSummary {
		return got(s.client.ListQueueQuickConnects(s.ctx, &sdk.ListQueueQuickConnectsInput{
			InstanceId: &s.instance, QueueId: &queue})).QuickConnectSummaryList
	}
	if list := listed(); len(list) != 2 || *list[0].Id != toUser {
		t.Errorf("the queue has %s", show(list))
	}
	got(s.client.DeleteQuickConnect(s.ctx, &sdk.DeleteQuickConnectInput{
		InstanceId: &s.instance, QuickConnectId: &toQueue}))
	if list := listed(); len(list) != 1 || *list[0].Id != toUser {
		t.Errorf("the queue has %s after one was deleted", show(list))
	}
	task := got(s.client.StartTaskContact(s.ctx, &sdk.StartTaskContactInput{
		InstanceId: &s.instance, Name: new("For you"), QuickConnectId: &toUser})).ContactId
	described := got(s.client.DescribeContact(s.ctx, &sdk.DescribeContactInput{
		InstanceId: &s.instance, ContactId: task})).Contact
	if *described.QueueInfo.Id != user || described.InitiationMethod != types.ContactInitiationMethodApi {
		t.Errorf("the task is %s", show(described))
	}
}

// TestNextContacts passes a task on by a quick connect and finds the next segment on the one before, living and ended.
func TestNextContacts(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	user := s.user(s.profile(queue))
	quick := got(s.client.CreateQuickConnect(s.ctx, s.someQuickConnect(queue))).QuickConnectId
	s.put(user, types.AgentStatusTypeRoutable)
	task := s.task(s.flowInto(queue))
	s.agent(acd.AcceptContact{UserID: acd.UserID(user), ContactID: acd.ContactID(task)})
	pass := acd.TransferByQuickConnect{UserID: acd.UserID(user), ContactID: acd.ContactID(task),
		QuickConnectID: acd.QuickConnectID(*quick)}
	if _, err := s.engine.Do(s.ctx, acd.InstanceID(s.instance), pass); err == nil {
		t.Error("an agent passes on by a quick connect that he does not see")
	}
	got(s.client.AssociateQueueQuickConnects(s.ctx, &sdk.AssociateQueueQuickConnectsInput{
		InstanceId: &s.instance, QueueId: &queue, QuickConnectIds: []string{*quick}}))
	next := got(s.engine.Do(s.ctx, acd.InstanceID(s.instance), pass))
	for range 2 {
		was := got(s.client.DescribeContact(s.ctx, &sdk.DescribeContactInput{
			InstanceId: &s.instance, ContactId: &task})).Contact
		if len(was.NextContacts) != 1 || was.NextContacts[0].Type != types.NextContactTypeQuickConnect {
			t.Fatalf("it goes on as %s", show(was.NextContacts))
		}
		data := was.NextContacts[0].NextContactMetadata.(*types.NextContactMetadataMemberQuickConnectContactData).Value
		if *data.ContactId != next || *data.QuickConnectId != *quick || data.InitiationTimestamp == nil ||
			data.QuickConnectType != types.QuickConnectTypeQueue || *data.QuickConnectName == "" {
			t.Errorf("it goes on as %s", show(data))
		}
		if was.AgentInfo.AfterContactWorkEndTimestamp == nil {
			s.agent(acd.CompleteContact{UserID: acd.UserID(user), ContactID: acd.ContactID(task)})
		}
	}
}

// TestAssociateContactWithUser gives a task by hand to a user whose hands are full.
func TestAssociateContactWithUser(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	user, flow := s.user(s.profile(queue)), s.flowInto(queue)
	s.put(user, types.AgentStatusTypeRoutable)
	first, second := s.task(flow), s.task(flow)
	s.agent(acd.AcceptContact{UserID: acd.UserID(user), ContactID: acd.ContactID(first)})
	got(s.client.AssociateContactWithUser(s.ctx, &sdk.AssociateContactWithUserInput{
		InstanceId: &s.instance, ContactId: &second, UserId: &user}))
	s.agent(acd.AcceptContact{UserID: acd.UserID(user), ContactID: acd.ContactID(second)})
	is := got(s.client.DescribeContact(s.ctx, &sdk.DescribeContactInput{
		InstanceId: &s.instance, ContactId: &second})).Contact
	if is.AgentInfo == nil || *is.AgentInfo.Id != user {
		t.Errorf("it is with %s", show(is.AgentInfo))
	}
}
