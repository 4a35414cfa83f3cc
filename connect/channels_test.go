package connect

import (
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// A centre is a stage with a queue, a flow that leads into it, and an agent who takes every channel from it.
type centre struct {
	*stage
	queue, flow, agentID string
}

func newCentre(t *testing.T) *centre {
	t.Helper()
	s := &centre{stage: newStage(t, acd.Quotas{})}
	s.queue = s.stage.queue()
	s.flow, s.agentID = s.flowInto(s.queue), s.userOfAll(s.queue)
	return s
}

// TestCallFromDiallingToCompleted places a call, which rings, is answered, queued, taken, held and ended.
func TestCallFromDiallingToCompleted(t *testing.T) {
	s := newCentre(t)
	s.put(s.agentID, types.AgentStatusTypeRoutable)
	in := &sdk.StartOutboundVoiceContactInput{
		InstanceId: &s.instance, ContactFlowId: &s.flow, DestinationPhoneNumber: new(customerNumber),
		SourcePhoneNumber: new(ownNumber), QueueId: &s.queue, RingTimeoutInSeconds: new(int32(30)),
		Name: new("Your order"), Attributes: map[string]string{"order": "7"}, ClientToken: new("once"),
		TrafficType: types.TrafficTypeCampaign, CampaignId: new("spring"),
		AnswerMachineDetectionConfig: &types.AnswerMachineDetectionConfig{EnableAnswerMachineDetection: true},
	}
	call := *got(s.client.StartOutboundVoiceContact(s.ctx, in)).ContactId
	c := s.describe(call)
	same(t, "the method", c.InitiationMethod, types.ContactInitiationMethodApi)
	same(t, "the campaign", *c.Campaign.CampaignId, "spring")
	same(t, "the customer's number", *c.CustomerEndpoint.Address, customerNumber)
	same(t, "the caller's number", *c.SystemEndpoint.Address, ownNumber)
	same(t, "the subtype", *c.SegmentAttributes[subtypeAttribute].ValueString, "connect:Telephony")
	if c.ConnectedToSystemTimestamp != nil || c.QueueInfo != nil {
		t.Errorf("it rings and is connected since %v, queued in %v", c.ConnectedToSystemTimestamp, c.QueueInfo)
	}
	s.turn(9)
	id, user := acd.ContactID(call), acd.UserID(s.agentID)
	s.agent(acd.ConnectCustomer{ContactID: id})
	s.agent(acd.AcceptContact{UserID: user, ContactID: id})
	s.turn(10)
	s.agent(acd.HoldContact{UserID: user, ContactID: id})
	s.turn(5)
	s.agent(acd.UnholdContact{UserID: user, ContactID: id})
	s.agent(acd.DisconnectContact{UserID: user, ContactID: id})
	s.turn(20)
	s.agent(acd.CompleteContact{UserID: user, ContactID: id})
	c = s.describe(call)
	same(t, "answered", acd.TimeOf(*c.ConnectedToSystemTimestamp), at(9))
	same(t, "queued", acd.TimeOf(*c.QueueInfo.EnqueueTimestamp), at(9))
	same(t, "the agent", *c.AgentInfo.Id, s.agentID)
	same(t, "held for", *c.AgentInfo.AgentInitiatedHoldDuration, 5)
	same(t, "worked for", *c.AgentInfo.AfterContactWorkDuration, 20)
	same(t, "the reason", *c.DisconnectReason, "AGENT_DISCONNECT")
	s.turn(6 * 24 * 3600)
	same(t, "under its token six days later", *got(s.client.StartOutboundVoiceContact(s.ctx, in)).ContactId, call)
	s.turn(24 * 3600)
	if again := *got(s.client.StartOutboundVoiceContact(s.ctx, in)).ContactId; again == call {
		t.Error("a token of eight days still finds its call")
	}
}

// TestEmailFromArrivalToCompleted brings an email in, which an agent takes and answers.
func TestEmailFromArrivalToCompleted(t *testing.T) {
	s := newCentre(t)
	s.put(s.agentID, types.AgentStatusTypeRoutable)
	in := s.rightEmail(s.flow)
	in.AdditionalRecipients = &types.InboundAdditionalRecipients{
		ToAddresses: []types.EmailAddressInfo{{EmailAddress: new("sales@example.org")}},
		CcAddresses: []types.EmailAddressInfo{{EmailAddress: new("boss@example.com"), DisplayName: new("Boss")}},
	}
	email := *got(s.client.StartEmailContact(s.ctx, in)).ContactId
	id, user := acd.ContactID(email), acd.UserID(s.agentID)
	s.agent(acd.AcceptContact{UserID: user, ContactID: id})
	c := s.describe(email)
	same(t, "the method", c.InitiationMethod, types.ContactInitiationMethodInbound)
	same(t, "the subject", *c.SegmentAttributes[acd.SubjectAttribute].ValueString, "My order")
	same(t, "the copy's name", *c.AdditionalEmailRecipients.CcList[0].DisplayName, "Boss")
	same(t, "the other address", *c.AdditionalEmailRecipients.ToList[0].Address, "sales@example.org")
	draft := got(s.client.CreateContact(s.ctx, &sdk.CreateContactInput{
		InstanceId: &s.instance, Channel: types.ChannelEmail, RelatedContactId: &email,
		InitiationMethod: types.ContactInitiationMethodAgentReply, InitiateAs: types.InitiateAsConnectedToUser,
		UserInfo: &types.UserInfo{UserId: &s.agentID},
	}))
	same(t, "the ARN", *draft.ContactArn, s.arn(acd.KindContact, *draft.ContactId))
	sending := s.rightSending(*draft.ContactId)
	sending.FromEmailAddress = nil
	sending.AdditionalRecipients = &types.OutboundAdditionalRecipients{
		CcEmailAddresses: []types.EmailAddressInfo{{EmailAddress: new("boss@example.com")}}}
	s.turn(60)
	same(t, "what was sent", *got(s.client.StartOutboundEmailContact(s.ctx, sending)).ContactId, *draft.ContactId)
	s.agent(acd.CompleteContact{UserID: user, ContactID: acd.ContactID(*draft.ContactId)})
	reply := s.describe(*draft.ContactId)
	same(t, "what it answers", *reply.RelatedContactId, email)
	same(t, "the method of the reply", reply.InitiationMethod, types.ContactInitiationMethodAgentReply)
	same(t, "whence it went", *reply.SystemEndpoint.Address, ownAddress)
	same(t, "where it went", *reply.CustomerEndpoint.Address, customerAddress)
	same(t, "sent", acd.TimeOf(*reply.ConnectedToSystemTimestamp), at(60))
	same(t, "how it ended", *reply.DisconnectReason, "OTHER")
	s.agent(acd.DisconnectContact{UserID: user, ContactID: id})
	s.agent(acd.CompleteContact{UserID: user, ContactID: id})
	c = s.describe(email)
	same(t, "how the email ended", *c.DisconnectReason, "AGENT_DISCONNECT")
	same(t, "when its work ended", acd.TimeOf(*c.AgentInfo.AfterContactWorkEndTimestamp), at(60))
}

// TestChatFromStartToCompleted starts a chat that goes on with an earlier one, and that a bot joins.
func TestChatFromStartToCompleted(t *testing.T) {
	s := newCentre(t)
	earlier := s.endedChat(s.flow)
	s.put(s.agentID, types.AgentStatusTypeRoutable)
	chat := got(s.client.StartChatContact(s.ctx, &sdk.StartChatContactInput{
		InstanceId: &s.instance, ContactFlowId: &s.flow,
		ParticipantDetails: &types.ParticipantDetails{DisplayName: new("Pat")},
		PersistentChat: &types.PersistentChat{SourceContactId: &earlier,
			RehydrationType: types.RehydrationTypeEntirePastSession},
	}))
	same(t, "what it goes on with", *chat.ContinuedFromContactId, earlier)
	join := &sdk.CreateParticipantInput{InstanceId: &s.instance, ContactId: chat.ContactId, ParticipantDetails: bot(),
		ClientToken: new("once")}
	joined := got(s.client.CreateParticipant(s.ctx, join))
	again := got(s.client.CreateParticipant(s.ctx, join))
	same(t, "who joined, asked again", *again.ParticipantId, *joined.ParticipantId)
	same(t, "his token's end", *joined.ParticipantCredentials.Expiry, "2026-01-02T01:00:00.000Z")
	id, user := acd.ContactID(*chat.ContactId), acd.UserID(s.agentID)
	s.agent(acd.AcceptContact{UserID: user, ContactID: id})
	s.turn(30)
	s.agent(acd.DisconnectCustomer{ContactID: id})
	s.agent(acd.CompleteContact{UserID: user, ContactID: id})
	c := s.describe(*chat.ContactId)
	same(t, "the related contact", *c.RelatedContactId, earlier)
	same(t, "the reason", *c.DisconnectReason, "CUSTOMER_DISCONNECT")
	same(t, "the method", c.InitiationMethod, types.ContactInitiationMethodApi)
}

// TestTaskFromCreationToCompleted tells of a task that was done outside, and of one that an agent does.
func TestTaskFromCreationToCompleted(t *testing.T) {
	s := newCentre(t)
	s.put(s.agentID, types.AgentStatusTypeRoutable)
	create := func(in sdk.CreateContactInput) string {
		in.InstanceId, in.Channel, in.InitiationMethod = &s.instance, types.ChannelTask, types.ContactInitiationMethodApi
		return *got(s.client.CreateContact(s.ctx, &in)).ContactId
	}
	c := s.describe(create(sdk.CreateContactInput{InitiateAs: types.InitiateAsCompleted, Name: new("Filed")}))
	same(t, "the reason", *c.DisconnectReason, "OTHER")
	same(t, "the subtype", *c.SegmentAttributes[subtypeAttribute].ValueString, "connect:ExternalTask")
	hers := create(sdk.CreateContactInput{UserInfo: &types.UserInfo{UserId: &s.agentID},
		ExpiryDurationInMinutes: new(int32(60))})
	id, user := acd.ContactID(hers), acd.UserID(s.agentID)
	same(t, "the agent", *s.describe(hers).AgentInfo.Id, s.agentID)
	s.agent(acd.DisconnectContact{UserID: user, ContactID: id})
	s.agent(acd.CompleteContact{UserID: user, ContactID: id})
	if c = s.describe(hers); c.AgentInfo.AfterContactWorkEndTimestamp == nil {
		t.Errorf("the task is %s", show(c))
	}
	expires := create(sdk.CreateContactInput{UserInfo: &types.UserInfo{UserId: &s.agentID},
		ExpiryDurationInMinutes: new(int32(60))})
	s.turn(3600)
	same(t, "the reason", *s.describe(expires).DisconnectReason, "EXPIRED")
}

// TestWebCall starts a web call, and lets another customer join it.
func TestWebCall(t *testing.T) {
	s := newCentre(t)
	call := got(s.client.StartWebRTCContact(s.ctx, &sdk.StartWebRTCContactInput{
		InstanceId: &s.instance, ContactFlowId: &s.flow, Description: new("From the app"),
		ParticipantDetails: &types.ParticipantDetails{DisplayName: new("Pat")},
	}))
	same(t, "the meeting", *call.ConnectionData.Meeting.MeetingId, *call.ContactId)
	same(t, "the attendee", *call.ConnectionData.Attendee.AttendeeId, *call.ParticipantId)
	c := s.describe(*call.ContactId)
	same(t, "the method", c.InitiationMethod, types.ContactInitiationMethodWebrtcApi)
	same(t, "the subtype", *c.SegmentAttributes[subtypeAttribute].ValueString, "connect:WebRTC")
	joined := got(s.client.CreateParticipant(s.ctx, &sdk.CreateParticipantInput{
		InstanceId: &s.instance, ContactId: call.ContactId,
		ParticipantDetails: &types.ParticipantDetailsToAdd{ParticipantRole: types.ParticipantRoleCustomer},
	}))
	same(t, "her token's end", *joined.ParticipantCredentials.Expiry, "2026-01-02T00:00:00.000Z")
}

// TestCausesOfInitiationMethods brings about each initiation method that begins with a creation. Those of a contact's
// moves have tests of their own: TRANSFER, QUEUE_TRANSFER, CALLBACK, DISCONNECT, MONITOR and EXTERNAL_OUTBOUND
// (AG:contact-initiation-methods).
func TestCausesOfInitiationMethods(t *testing.T) {
	s := newCentre(t)
	s.put(s.agentID, types.AgentStatusTypeRoutable)
	email := *got(s.client.StartEmailContact(s.ctx, s.rightEmail(s.flow))).ContactId
	agents := &types.UserInfo{UserId: &s.agentID}
	write := func(method types.ContactInitiationMethod, related *string, user *types.UserInfo) string {
		return *got(s.client.CreateContact(s.ctx, &sdk.CreateContactInput{InstanceId: &s.instance,
			Channel: types.ChannelEmail, InitiationMethod: method, RelatedContactId: related, UserInfo: user})).ContactId
	}
	dialled := *got(s.client.StartOutboundVoiceContact(s.ctx, &sdk.StartOutboundVoiceContactInput{
		InstanceId: &s.instance, ContactFlowId: &s.flow, DestinationPhoneNumber: new(customerNumber),
		SourcePhoneNumber: new(ownNumber)})).ContactId
	web := *got(s.client.StartWebRTCContact(s.ctx, &sdk.StartWebRTCContactInput{InstanceId: &s.instance,
		ContactFlowId: &s.flow, ParticipantDetails: &types.ParticipantDetails{DisplayName: new("Pat")}})).ContactId
	external := acd.ExternalAudio
	call := got(s.engine.Do(s.ctx, acd.InstanceID(s.instance), acd.StartContact{
		Operation: "an adapter", Channel: acd.Voice, InitiationMethod: acd.Inbound, FlowID: acd.FlowID(s.flow),
		SegmentAttributes: map[string]acd.SegmentAttribute{subtypeAttribute: {String: &external}}}))
	joined := *got(s.client.CreateContact(s.ctx, &sdk.CreateContactInput{InstanceId: &s.instance,
		Channel: types.ChannelVoice, InitiationMethod: types.ContactInitiationMethodTransfer, PreviousContactId: &call,
		UserInfo: agents})).ContactId
	for _, c := range []struct{ cause, contact, method string }{
		{"an email that comes in", email, "INBOUND"},
		{"a call that an adapter brings", call, "INBOUND"},
		{"a task", s.task(s.flow), "API"},
		{"a chat", *s.chat(s.flow).ContactId, "API"},
		{"a call that is placed", dialled, "API"},
		{"a call from the web", web, "WEBRTC_API"},
		{"an email that an agent writes", write(types.ContactInitiationMethodOutbound, nil, agents), "OUTBOUND"},
		{"an email that an agent answers", write(types.ContactInitiationMethodAgentReply, &email, agents), "AGENT_REPLY"},
		{"an email that a flow sends", write(types.ContactInitiationMethodFlow, nil, nil), "FLOW"},
		{"an agent who joins a call of another system", joined, "TRANSFER"},
	} {
		same(t, c.cause, string(s.describe(c.contact).InitiationMethod), c.method)
	}
	got(s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: &joined}))
}
