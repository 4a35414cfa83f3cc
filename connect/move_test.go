package connect

import (
	"reflect"
	"slices"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
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

// rightMoves returns right inputs for the operations that move contacts.
func (s *stage) rightMoves(flow, queue string) []asked {
	s.Helper()
	return []asked{
		{"TransferContact", &sdk.TransferContactInput{
			InstanceId: &s.instance, ContactId: new(s.task(flow)), ContactFlowId: &flow, QueueId: &queue}},
	}
}

// moveRefusals are about moves.
func (c *cast) moveRefusals() []refusal {
	chat := *c.chat(c.flow).ContactId
	move := func(members ...any) asked {
		return c.but("TransferContact", append(members, "ContactId", &c.waiting)...)
	}
	return []refusal{
		{invalidR, 400, []string{"ended"}, c.but("TransferContact", "ContactId", &c.ended), ""},
		{invalidR, 400, []string{"CHAT", "TASK"}, c.but("TransferContact", "ContactId", &chat), ""},
		{invalidR, 400, []string{"QueueId", "UserId"}, move("UserId", &c.user), ""},
		{invalidR, 400, []string{c.draft, "published"}, move("ContactFlowId", &c.draft), ""},
		{notFound, 404, []string{"nobody"}, move("ContactFlowId", new("nobody")), ""},
		{notFound, 404, []string{"nowhere"}, move("QueueId", new("nowhere")), ""},
		{notFound, 404, []string{"nobody"}, move("QueueId", (*string)(nil), "UserId", new("nobody")), ""},
		{"AccessDenied", 403, []string{"read-only"}, move(), "AKIDREADER"},
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
