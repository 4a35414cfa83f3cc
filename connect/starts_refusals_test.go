package connect

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// startRefusals are about what brings contacts in.
func (c *cast) startRefusals() []refusal {
	email := func(members ...any) asked { return c.but("StartEmailContact", members...) }
	dial := func(members ...any) asked { return c.but("StartOutboundVoiceContact", members...) }
	sms := func(members ...any) asked { return c.but("StartOutboundChatContact", members...) }
	web := func(members ...any) asked { return c.but("StartWebRTCContact", members...) }
	none := (*string)(nil)
	detect := &types.AnswerMachineDetectionConfig{EnableAnswerMachineDetection: true}
	preview := &types.OutboundStrategy{Type: types.OutboundStrategyTypeAgentFirst}
	number := &types.Endpoint{Type: types.EndpointTypeTelephoneNumber, Address: new(customerNumber)}
	guide := map[string]types.SegmentAttributeValue{subtypeAttribute: {ValueString: new("connect:Guide")}}
	badKey := map[string]string{"order no": "1"}
	raw := func(kind string) *types.InboundEmailContent {
		return &types.InboundEmailContent{MessageSourceType: types.InboundMessageSourceTypeRaw,
			RawMessage: &types.InboundRawMessage{Subject: new(""), Body: new("?"), ContentType: &kind}}
	}
	message := &types.ChatMessage{ContentType: new("text/plain"), Content: new("Hello")}
	template := &types.TemplatedMessageConfig{KnowledgeBaseId: new("k"), MessageTemplateId: new("t"),
		TemplateAttributes: &types.TemplateAttributes{}}
	addressed := map[string]types.Reference{"a": {Type: types.ReferenceTypeEmail, Value: new(customerAddress)}}
	return append(c.reusedTokens(), []refusal{
		{notFound, 404, []string{ownAddress, "ContactFlowId"}, email("ContactFlowId", none), ""},
		{invalidR, 400, []string{"no flow", "ContactFlowId"}, email("ContactFlowId", none, "DestinationEmailAddress",
			new("BARE@front-desk.example")), ""},
		{invalidR, 400, []string{"RawMessage"}, email("EmailMessage", &types.InboundEmailContent{
			MessageSourceType: types.InboundMessageSourceTypeRaw}), ""},
		{invalidR, 400, []string{"text/html", "text/rtf"}, email("EmailMessage", raw("text/rtf")), ""},
		{invalidR, 400, []string{"Attachments"}, email("Attachments", []types.EmailAttachment{
			{FileName: new("a.txt"), S3Url: new("https://a")}}), ""},
		{invalidR, 400, []string{"EMAIL"}, email("References", addressed), ""},
		{invalidR, 400, []string{"ExpiryDuration"}, email("SegmentAttributes",
			map[string]types.SegmentAttributeValue{expiryAttribute: {ValueInteger: new(int32(9))}}), ""},
		{invalidR, 400, []string{"order no"}, email("Attributes", badKey), ""},
		{invalidR, 400, []string{"DestinationEmailAddress"}, email("DestinationEmailAddress", new("help")), ""},
		{notFound, 404, []string{contactID}, email("RelatedContactId", new(contactID)), ""},
		{"AccessDenied", 403, []string{"read-only"}, email(), "AKIDREADER"},

		{invalidR, 400, []string{"SourcePhoneNumber", "QueueId"}, dial("SourcePhoneNumber", none, "QueueId", none), ""},
		{invalidR, 400, []string{"CAMPAIGN"}, dial("AnswerMachineDetectionConfig", detect), ""},
		{"OutboundContactNotPermitted", 403, []string{"OutboundStrategy"}, dial("OutboundStrategy", preview), ""},
		{invalidP, 400, []string{"tel:+12065550100", "E.164"}, dial("DestinationPhoneNumber", new("tel:+12065550100")), ""},
		{invalidP, 400, []string{"RingTimeoutInSeconds", "15"}, dial("RingTimeoutInSeconds", new(int32(14))), ""},
		{invalidP, 400, []string{"ATTACHMENT"}, dial("References", map[string]types.Reference{
			"a": {Type: types.ReferenceTypeAttachment}}), ""},
		{invalidR, 400, []string{c.draft, "published"}, dial("ContactFlowId", &c.draft), ""},
		{notFound, 404, []string{"nowhere"}, dial("QueueId", new("nowhere")), ""},

		{invalidR, 400, []string{"SourceEndpoint", "CONNECT_PHONENUMBER_ARN"}, sms("SourceEndpoint", number), ""},
		{invalidR, 400, []string{"DestinationEndpoint", "TELEPHONE_NUMBER"}, sms("DestinationEndpoint",
			&types.Endpoint{Type: types.EndpointTypeEmailAddress, Address: new(customerAddress)}), ""},
		{invalidR, 400, []string{"connect:Guide", "connect:SMS"}, sms("SegmentAttributes", guide), ""},
		{invalidR, 400, []string{"InitialSystemMessage"}, sms("InitialSystemMessage", message,
			"InitialTemplatedSystemMessage", template), ""},
		{invalidR, 400, []string{"text/plain"}, sms("SupportedMessagingContentTypes", []string{"text/markdown"}), ""},
		{"AccessDenied", 403, []string{"read-only"}, sms(), "AKIDREADER"},

		{invalidP, 400, []string{"order no"}, web("Attributes", badKey), ""},
		{invalidR, 400, []string{c.draft, "published"}, web("ContactFlowId", &c.draft), ""},
		{notFound, 404, []string{contactID}, web("RelatedContactId", new(contactID)), ""},
	}...)
}

// reusedTokens are requests under a ClientToken that has been used for another one (A0015).
func (c *cast) reusedTokens() []refusal {
	var all []refusal
	for operation, exception := range map[string]string{ // order does not show: each stands alone
		"StartEmailContact": "Idempotency", "StartOutboundChatContact": "Conflict", "CreateContact": "Idempotency",
		"CreateParticipant": "Conflict", "CreatePersistentContactAssociation": "InvalidRequest",
	} {
		token := new("of " + operation)
		if operation == "CreatePersistentContactAssociation" {
			c.right[operation] = c.but(operation, "InitialContactId", c.chat(c.flow).ContactId)
		}
		if err := c.call(c.but(operation, "ClientToken", token)); err != nil {
			c.Fatal(err)
		}
		member, other, status := "Attributes", any(map[string]string{"other": "yes"}), 409
		switch operation {
		case "CreateParticipant":
			member, other = "ContactId", &c.waiting
		case "CreatePersistentContactAssociation":
			member, other, status = "SourceContactId", &c.ended, 400
		}
		all = append(all, refusal{exception, status, []string{*token}, c.but(operation, "ClientToken", token,
			member, other), ""})
	}
	return all
}

// TestWhoMayBeDialled shows where Amazon does not let calls be placed: to British mobiles and as a campaign's before
// the quota was raised, and from an instance that was made without outbound calls (A0132).
func TestWhoMayBeDialled(t *testing.T) {
	s := newStage(t, acd.AmazonQuotas())
	s.client = sdk.New(s.client.Options(), func(o *sdk.Options) { o.Retryer = aws.NopRetryer{} })
	flow := s.flowInto(s.queue())
	call := func(in sdk.StartOutboundVoiceContactInput) error {
		in.InstanceId, in.ContactFlowId, in.SourcePhoneNumber = &s.instance, &flow, new(ownNumber)
		_, err := s.client.StartOutboundVoiceContact(s.ctx, &in)
		return err
	}
	refused(t, call(sdk.StartOutboundVoiceContactInput{DestinationPhoneNumber: new("+447700900123")}),
		"DestinationNotAllowedException", 403, "+447700900123")
	refused(t, call(sdk.StartOutboundVoiceContactInput{
		DestinationPhoneNumber: new(customerNumber), TrafficType: types.TrafficTypeCampaign,
	}), "OutboundContactNotPermittedException", 403, "CAMPAIGN")
	if err := call(sdk.StartOutboundVoiceContactInput{DestinationPhoneNumber: new("+441632960123")}); err != nil {
		t.Error(err)
	}
	s.instance = *got(s.client.CreateInstance(s.ctx, &sdk.CreateInstanceInput{
		IdentityManagementType: types.DirectoryTypeConnectManaged, InstanceAlias: new("no-calls"),
		InboundCallsEnabled: new(true), OutboundCallsEnabled: new(false),
	})).Id
	flow = s.flowInto(s.queue())
	refused(t, call(sdk.StartOutboundVoiceContactInput{DestinationPhoneNumber: new(customerNumber)}),
		"OutboundContactNotPermittedException", 403, "OutboundCallsEnabled")
}
