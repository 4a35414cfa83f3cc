package connect

import (
	"testing"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// talked makes a chat that an agent has, from a queue of its own, and a supervisor who is there.
func (s *stage) talked() (chat, supervisor string) {
	s.Helper()
	queue := s.queue()
	agent := s.user(s.profile(queue))
	s.put(agent, types.AgentStatusTypeRoutable)
	chat = *s.chat(s.flowInto(queue)).ContactId
	s.agent(acd.AcceptContact{UserID: acd.UserID(agent), ContactID: acd.ContactID(chat)})
	supervisor = s.user(s.profile(queue))
	s.put(supervisor, types.AgentStatusTypeOffline)
	return chat, supervisor
}

// rightMonitors returns right inputs for the operations that let supervisors listen.
func (s *stage) rightMonitors() []asked {
	s.Helper()
	chat, supervisor := s.talked()
	old := *s.chat(s.flowInto(s.queue())).ContactId
	got(s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: &old}))
	return []asked{
		{"DeleteContactData", &DeleteContactDataInput{
			InstanceId: &s.instance, ContactId: &old, ContactFields: []contactField{"CUSTOMER_ENDPOINT"}}},
		{"BatchPutContact", &sdk.BatchPutContactInput{InstanceId: &s.instance, ClientToken: new("batch-1"),
			ContactDataRequestList: []types.ContactDataRequest{{RequestIdentifier: new("1"),
				Campaign: &types.Campaign{CampaignId: new("spring")}, SystemEndpoint: voiceEndpoint(ownNumber),
				CustomerEndpoint: voiceEndpoint(customerNumber)}}}},
		{"MonitorContact", &sdk.MonitorContactInput{
			InstanceId: &s.instance, ContactId: &chat, UserId: &supervisor,
			AllowedMonitorCapabilities: types.MonitorCapability("").Values(), ClientToken: new("listen-1"),
		}},
	}
}

func voiceEndpoint(number string) *types.Endpoint {
	return &types.Endpoint{Type: types.EndpointTypeTelephoneNumber, Address: &number}
}

// silentInstance makes an instance that places no calls.
func (s *stage) silentInstance() string {
	s.Helper()
	return *got(s.client.CreateInstance(s.ctx, &sdk.CreateInstanceInput{
		IdentityManagementType: types.DirectoryTypeConnectManaged, InstanceAlias: s.name("silent"),
		InboundCallsEnabled: new(true), OutboundCallsEnabled: new(false),
	})).Id
}

// monitorRefusals are about supervisors who listen.
func (c *cast) monitorRefusals() []refusal {
	chat, supervisor := c.talked()
	listen := func(members ...any) asked {
		return c.but("MonitorContact", append([]any{"ClientToken", (*string)(nil)}, members...)...)
	}
	got(c.client.BatchPutContact(c.ctx, c.right["BatchPutContact"].in.(*sdk.BatchPutContactInput)))
	old := c.right["MonitorContact"].in.(*sdk.MonitorContactInput)
	got(c.client.MonitorContact(c.ctx, old))
	var crowd []string
	for range acd.MonitorsMax(acd.Chat) {
		one := c.stage.user(c.profile)
		c.put(one, types.AgentStatusTypeOffline)
		crowd = append(crowd, one)
	}
	for _, one := range crowd[1:] {
		got(c.client.MonitorContact(c.ctx, &sdk.MonitorContactInput{
			InstanceId: &c.instance, ContactId: old.ContactId, UserId: &one}))
	}
	return []refusal{
		{"Idempotency", 409, []string{"batch-1"}, c.but("BatchPutContact", "ContactDataRequestList",
			[]types.ContactDataRequest{{RequestIdentifier: new("2")}}), ""},
		{invalidR, 400, []string{"OutboundCallsEnabled"}, c.but("BatchPutContact", "InstanceId", new(c.silentInstance()),
			"ClientToken", (*string)(nil)), ""},
		{"AccessDenied", 403, []string{"read-only"}, c.but("BatchPutContact"), "AKIDREADER"},
		{"ContactNotTerminated", 409, []string{"CONNECTED"}, c.but("DeleteContactData", "ContactId", &chat), ""},
		{invalidR, 400, []string{"EMAIL_SUBJECT", "CHAT"}, c.but("DeleteContactData", "ContactFields",
			[]contactField{"EMAIL_SUBJECT"}), ""},
		{invalidP, 400, []string{"ContactFields"}, c.but("DeleteContactData", "ContactFields", []contactField{}), ""},
		{notFound, 404, []string{contactID}, c.but("DeleteContactData", "ContactId", new(contactID)), ""},
		{"Idempotency", 409, []string{"listen-1"}, c.but("MonitorContact", "UserId", &supervisor), ""},
		{invalidR, 400, []string{"monitors", "already"}, listen(), ""},
		{"ServiceQuotaExceeded", 402, []string{"5 users", "CHAT"}, listen("UserId", &crowd[0]), ""},
		{invalidR, 400, []string{"TASK"}, listen("ContactId", &c.connected), ""},
		{invalidR, 400, []string{"ended"}, listen("ContactId", &c.ended), ""},
		{invalidR, 400, []string{"never", "status"}, listen("ContactId", &chat, "UserId", new(c.stage.user(c.profile))), ""},
		{notFound, 404, []string{contactID}, listen("ContactId", new(contactID)), ""},
		{notFound, 404, []string{testUserID}, listen("UserId", new(testUserID)), ""},
		{"AccessDenied", 403, []string{"read-only"}, listen(), "AKIDREADER"},
	}
}

// A supervisor listens to a call, takes part, and leaves when it ends.
func TestMonitoringShows(t *testing.T) {
	s := newShown(t)
	call := s.inbound(acd.StartContact{Channel: acd.Voice,
		CustomerEndpoint: &acd.Endpoint{Type: acd.TelephoneNumber, Address: customerNumber}})
	s.accepts(call)
	supervisor := s.userOfAll(s.queue)
	s.put(supervisor, types.AgentStatusTypeOffline)
	in := &sdk.MonitorContactInput{InstanceId: &s.instance, ContactId: &call, UserId: &supervisor,
		AllowedMonitorCapabilities: []types.MonitorCapability{types.MonitorCapabilityBarge}}
	out := got(s.client.MonitorContact(s.ctx, in))
	ear := *out.ContactId
	same(t, "the ARN", *out.ContactArn, s.arn(acd.KindContact, ear))
	s.turn(10)
	s.agent(acd.ChangeMonitorMode{UserID: acd.UserID(supervisor), ContactID: acd.ContactID(ear), Mode: acd.Barge})
	s.finishes(call)
	c := s.look(ear)
	same(t, "the way in", c.InitiationMethod, types.ContactInitiationMethodMonitor)
	same(t, "who listens", *c.AgentInfo.Id, supervisor)
	same(t, "what it belongs to", *c.RelatedContactId, call)
	same(t, "the root", *c.ContactAssociationId, call)
	same(t, "why it ended", *c.DisconnectReason, acd.ReasonAgent)
	did := c.AgentInfo.StateTransitions
	same(t, "how often he did something else", len(did), 2)
	same(t, "what he did first", did[0].State, "SILENT_MONITOR")
	same(t, "how long he was silent", did[0].StateEndTimestamp.Sub(*did[0].StateStartTimestamp), 10*time.Second)
	same(t, "what he did then", did[1].State, "BARGE")
	same(t, "how long he took part", did[1].StateEndTimestamp.Sub(*did[1].StateStartTimestamp), time.Minute)
	if c.InitialContactId != nil || c.PreviousContactId != nil || s.describe(call).NextContacts != nil {
		t.Error("a supervisor's contact is in the chain of the one he listens to")
	}
	list := got(s.client.ListAssociatedContacts(s.ctx, &sdk.ListAssociatedContactsInput{
		InstanceId: &s.instance, ContactId: &call}))
	same(t, "how many belong together", len(list.ContactSummaryList), 2)
}

// What tells of a person is deleted from an email that has ended, once for the agent who is still at work on it, once
// when it is complete.
func TestDeleteContactData(t *testing.T) {
	s := &shown{stage: newStage(t, acd.Quotas{}), seen: map[string]bool{}}
	s.queue = s.stage.queue()
	s.flow, s.agentID = s.flowInto(s.queue), s.userOfAll(s.queue)
	email := *got(s.client.StartEmailContact(s.ctx, s.rightEmail(s.flow))).ContactId
	s.accepts(email)
	forget := func(fields ...contactField) error {
		return s.call(asked{"DeleteContactData", &DeleteContactDataInput{
			InstanceId: &s.instance, ContactId: &email, ContactFields: fields}})
	}
	refused(t, forget("EMAIL_SUBJECT"), "ContactNotTerminatedException", 409)
	s.agent(acd.DisconnectContact{UserID: acd.UserID(s.agentID), ContactID: acd.ContactID(email)})
	before := s.look(email)
	if before.CustomerEndpoint == nil || before.SegmentAttributes[acd.SubjectAttribute].ValueString == nil {
		t.Fatalf("there is nothing to delete: %s", show(before))
	}
	if err := forget("EMAIL_SUBJECT", "ADDITIONAL_EMAIL_RECIPIENTS"); err != nil {
		t.Fatal(err)
	}
	s.agent(acd.CompleteContact{UserID: acd.UserID(s.agentID), ContactID: acd.ContactID(email)})
	if err := forget("CUSTOMER_ENDPOINT"); err != nil {
		t.Fatal(err)
	}
	after := s.look(email)
	_, subject := after.SegmentAttributes[acd.SubjectAttribute]
	if after.CustomerEndpoint != nil || after.AdditionalEmailRecipients != nil || subject {
		t.Errorf("something is left: %s", show(after))
	}
	same(t, "the subtype", *after.SegmentAttributes[subtypeAttribute].ValueString, "connect:Email")
}
