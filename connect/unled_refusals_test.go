package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// unledRefusals are about contacts that no flow leads.
func (c *cast) unledRefusals() []refusal {
	create := func(members ...any) asked { return c.but("CreateContact", members...) }
	of := func(channel types.Channel, method types.ContactInitiationMethod, members ...any) asked {
		return create(append([]any{"Channel", channel, "InitiationMethod", method}, members...)...)
	}
	voice := func(members ...any) asked {
		return of(types.ChannelVoice, types.ContactInitiationMethodTransfer, members...)
	}
	task := func(members ...any) asked { return of(types.ChannelTask, types.ContactInitiationMethodApi, members...) }
	mail := func(members ...any) asked {
		return of(types.ChannelEmail, types.ContactInitiationMethodOutbound, members...)
	}
	reply := types.ContactInitiationMethodAgentReply
	user, absent := &types.UserInfo{UserId: &c.user}, &types.UserInfo{UserId: new(c.stage.user(c.profile))}
	expiry := map[string]types.SegmentAttributeValue{expiryAttribute: {ValueMap: map[string]types.SegmentAttributeValue{
		expiryMinutes: {ValueInteger: new(int32(9))}}}}
	guide := map[string]types.SegmentAttributeValue{subtypeAttribute: {ValueString: new("connect:Guide")}}
	return append(c.sendingRefusals(), []refusal{
		{invalidR, 400, []string{"CHAT"}, of(types.ChannelChat, types.ContactInitiationMethodApi), ""},
		{invalidR, 400, []string{"INBOUND", "TRANSFER"}, voice("InitiationMethod",
			types.ContactInitiationMethodInbound), ""},
		{invalidR, 400, []string{"PreviousContactId"}, voice(), ""},
		{invalidR, 400, []string{"connect:ExternalAudio"}, voice("PreviousContactId", &c.waiting), ""},
		{invalidP, 400, []string{"connect:Guide"}, voice("SegmentAttributes", guide), ""},
		{notFound, 404, []string{contactID}, voice("PreviousContactId", new(contactID)), ""},
		{invalidR, 400, []string{"OUTBOUND", "API"}, task("InitiationMethod", types.ContactInitiationMethodOutbound), ""},
		{invalidR, 400, []string{"UserInfo", "COMPLETED"}, task(), ""},
		{invalidR, 400, []string{"PreviousContactId", "VOICE"}, task("PreviousContactId", &c.ended), ""},
		{invalidP, 400, []string{"ExpiryDurationInMinutes", "129600"}, task("ExpiryDurationInMinutes",
			new(int32(129601)), "UserInfo", user), ""},
		{invalidP, 400, []string{"ExpiryDurationInMinutes"}, task("ExpiryDurationInMinutes", new(int32(0)),
			"UserInfo", user), ""},
		{invalidR, 400, []string{"ExpiryDurationInMinutes", expiryAttribute}, task("ExpiryDurationInMinutes",
			new(int32(9)), "SegmentAttributes", expiry, "UserInfo", user), ""},
		{invalidR, 400, []string{"API", "AGENT_REPLY"}, mail("InitiationMethod", types.ContactInitiationMethodApi), ""},
		{invalidR, 400, []string{"UserInfo"}, mail(), ""},
		{invalidR, 400, []string{"UserInfo"}, create("UserInfo", user), ""},
		{invalidR, 400, []string{"CONNECTED_TO_USER"}, create("InitiateAs", types.InitiateAsConnectedToUser), ""},
		{invalidR, 400, []string{"COMPLETED", "TASK"}, create("InitiateAs", types.InitiateAsCompleted), ""},
		{invalidR, 400, []string{"RelatedContactId"}, mail("InitiationMethod", reply, "UserInfo", user), ""},
		{invalidR, 400, []string{"TASK", "EMAIL"}, mail("InitiationMethod", reply, "UserInfo", user,
			"RelatedContactId", &c.waiting), ""},
		{invalidP, 400, []string{"10081", "10080"}, mail("ExpiryDurationInMinutes", new(int32(10081)), "UserInfo", user), ""},
		{notFound, 404, []string{testUserID}, mail("UserInfo", &types.UserInfo{UserId: new(testUserID)}), ""},
		{"Conflict", 409, []string{"status"}, mail("UserInfo", absent), ""},
		{"ServiceQuotaExceeded", 402, []string{"twice"}, mail("UserInfo", user), ""}, // his profile has no emails
		{invalidP, 400, []string{"order no"}, create("Attributes", map[string]string{"order no": "1"}), ""},
		{"AccessDenied", 403, []string{"read-only"}, create(), "AKIDREADER"},
	}...)
}

// sendingRefusals are about drafts that are sent.
func (c *cast) sendingRefusals() []refusal {
	draft := *got(c.client.CreateContact(c.ctx, c.rightDraft())).ContactId
	gone := *got(c.client.CreateContact(c.ctx, c.rightDraft())).ContactId
	got(c.client.StopContact(c.ctx, &sdk.StopContactInput{InstanceId: &c.instance, ContactId: &gone}))
	send := func(members ...any) asked {
		return c.but("StartOutboundEmailContact", append([]any{"ContactId", &draft}, members...)...)
	}
	token := new("of a sending")
	sent := *got(c.client.CreateContact(c.ctx, c.rightDraft())).ContactId
	if err := c.call(send("ContactId", &sent, "ClientToken", token)); err != nil {
		c.Fatal(err)
	}
	raw := &types.OutboundRawMessage{Subject: new("s"), Body: new("b"), ContentType: new("text/rtf")}
	message := func(kind types.OutboundMessageSourceType, raw *types.OutboundRawMessage,
		template *types.TemplatedMessageConfig) *types.OutboundEmailContent {
		return &types.OutboundEmailContent{MessageSourceType: kind, RawMessage: raw, TemplatedMessageConfig: template}
	}
	const byHand, byTemplate = types.OutboundMessageSourceTypeRaw, types.OutboundMessageSourceTypeTemplate
	return []refusal{
		{invalidR, 400, []string{"draft"}, send("ContactId", &c.waiting), ""},
		{invalidR, 400, []string{"ended"}, send("ContactId", &gone), ""},
		{invalidR, 400, []string{"FromEmailAddress"}, send("FromEmailAddress", (*types.EmailAddressInfo)(nil)), ""},
		{invalidR, 400, []string{"text/rtf"}, send("EmailMessage", message(byHand, raw, nil)), ""},
		{invalidR, 400, []string{"RawMessage"}, send("EmailMessage", message(byHand, nil, nil)), ""},
		{invalidR, 400, []string{"TemplatedMessageConfig"}, send("EmailMessage", message(byTemplate, nil, nil)), ""},
		{notFound, 404, []string{"knowledge base"}, send("EmailMessage", message(byTemplate, nil,
			&types.TemplatedMessageConfig{KnowledgeBaseId: new("k"), MessageTemplateId: new("t"),
				TemplateAttributes: &types.TemplateAttributes{}})), ""},
		{invalidR, 400, []string{"both"}, send("EmailMessage", message(byHand, raw, &types.TemplatedMessageConfig{
			KnowledgeBaseId: new("k"), MessageTemplateId: new("t"), TemplateAttributes: &types.TemplateAttributes{}})), ""},
		{"Idempotency", 409, []string{*token}, send("ClientToken", token), ""},
		{"AccessDenied", 403, []string{"read-only"}, send(), "AKIDREADER"},
	}
}
