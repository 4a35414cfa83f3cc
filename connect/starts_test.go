package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// The two ends of contacts in tests.
const (
	customerNumber  = "+12065550100"
	ownNumber       = "+12065550199"
	ownNumberARN    = "arn:aws:connect:us-east-1:123456789012:phone-number/0a1b2c3d-0000-4000-8000-000000000001"
	customerAddress = "pat@example.com"
	ownAddress      = "help@example.org"
)

// rightStarts are the operations that bring contacts in.
func (s *stage) rightStarts(flow, queue string) []asked {
	pat := &types.ParticipantDetails{DisplayName: new("Pat")}
	return []asked{
		{"StartTaskContact", &sdk.StartTaskContactInput{
			InstanceId: &s.instance, ContactFlowId: &flow, Name: new("Call back")}},
		{"StartChatContact", &sdk.StartChatContactInput{
			InstanceId: &s.instance, ContactFlowId: &flow, ParticipantDetails: pat}},
		{"StartEmailContact", s.rightEmail(flow)},
		{"StartOutboundVoiceContact", &sdk.StartOutboundVoiceContactInput{
			InstanceId: &s.instance, ContactFlowId: &flow, DestinationPhoneNumber: new(customerNumber),
			SourcePhoneNumber: new(ownNumber), QueueId: &queue}},
		{"StartOutboundChatContact", &sdk.StartOutboundChatContactInput{
			InstanceId: &s.instance, ContactFlowId: &flow,
			SourceEndpoint: &types.Endpoint{
				Type: types.EndpointTypeConnectPhonenumberArn, Address: new(ownNumberARN)},
			DestinationEndpoint: &types.Endpoint{
				Type: types.EndpointTypeTelephoneNumber, Address: new(customerNumber)},
			SegmentAttributes: map[string]types.SegmentAttributeValue{
				subtypeAttribute: {ValueString: new(smsSubtype)}}}},
		{"StartWebRTCContact", &sdk.StartWebRTCContactInput{
			InstanceId: &s.instance, ContactFlowId: &flow, ParticipantDetails: pat}},
		{"CreateParticipant", &sdk.CreateParticipantInput{
			InstanceId: &s.instance, ContactId: s.chat(flow).ContactId, ParticipantDetails: bot()}},
		s.rightTimers(*s.chat(flow).ContactId),
		{"CreatePersistentContactAssociation", &sdk.CreatePersistentContactAssociationInput{
			InstanceId: &s.instance, InitialContactId: s.chat(flow).ContactId, SourceContactId: new(s.endedChat(flow)),
			RehydrationType: types.RehydrationTypeEntirePastSession}},
		{"CreateContact", s.rightDraft()},
		{"StartOutboundEmailContact", s.rightSending(*got(s.client.CreateContact(s.ctx, s.rightDraft())).ContactId)},
	}
}

func (s *stage) rightEmail(flow string) *sdk.StartEmailContactInput {
	return &sdk.StartEmailContactInput{
		InstanceId: &s.instance, ContactFlowId: &flow, DestinationEmailAddress: new(ownAddress),
		FromEmailAddress: &types.EmailAddressInfo{EmailAddress: new(customerAddress), DisplayName: new("Pat")},
		EmailMessage: &types.InboundEmailContent{
			MessageSourceType: types.InboundMessageSourceTypeRaw,
			RawMessage: &types.InboundRawMessage{
				Subject: new("My order"), Body: new("Where is it?"), ContentType: new("text/plain")},
		},
	}
}

// rightDraft is an email that a flow sends: no agent is needed.
func (s *stage) rightDraft() *sdk.CreateContactInput {
	return &sdk.CreateContactInput{InstanceId: &s.instance, Channel: types.ChannelEmail,
		InitiationMethod: types.ContactInitiationMethodFlow}
}

func (s *stage) rightSending(draft string) *sdk.StartOutboundEmailContactInput {
	return &sdk.StartOutboundEmailContactInput{
		InstanceId: &s.instance, ContactId: &draft,
		DestinationEmailAddress: &types.EmailAddressInfo{EmailAddress: new(customerAddress)},
		FromEmailAddress:        &types.EmailAddressInfo{EmailAddress: new(ownAddress), DisplayName: new("Help")},
		EmailMessage: &types.OutboundEmailContent{
			MessageSourceType: types.OutboundMessageSourceTypeRaw,
			RawMessage: &types.OutboundRawMessage{
				Subject: new("Your order"), Body: new("Here."), ContentType: new("text/html")},
		},
	}
}

func bot() *types.ParticipantDetailsToAdd {
	return &types.ParticipantDetailsToAdd{ParticipantRole: types.ParticipantRoleCustomBot, DisplayName: new("Robo")}
}

// endedChat returns a chat that has ended.
func (s *stage) endedChat(flow string) string {
	chat := s.chat(flow).ContactId
	got(s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: chat}))
	return *chat
}
