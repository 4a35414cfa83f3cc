package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// joiningRefusals are about those who join a chat, and about chats that go on with an earlier one.
func (c *cast) joiningRefusals() []refusal {
	join := func(members ...any) asked { return c.but("CreateParticipant", members...) }
	chat, ended := c.chat(c.flow).ContactId, c.endedChat(c.flow)
	again := func(members ...any) asked {
		return c.but("CreatePersistentContactAssociation", append([]any{"InitialContactId", chat}, members...)...)
	}
	talked, supervisor := c.talked()
	ear := *got(c.client.MonitorContact(c.ctx, &sdk.MonitorContactInput{
		InstanceId: &c.instance, ContactId: &talked, UserId: &supervisor})).ContactId
	const timers = "UpdateParticipantRoleConfig"
	customer := &types.ParticipantDetailsToAdd{ParticipantRole: types.ParticipantRoleCustomer}
	return []refusal{
		{invalidR, 400, []string{"neither"}, join("ContactId", &c.waiting), ""},
		{invalidR, 400, []string{"CUSTOMER", "CUSTOM_BOT"}, join("ParticipantDetails", customer), ""},
		{"Conflict", 409, []string{"ended"}, join("ContactId", &ended), ""},
		{"Conflict", 409, []string{"an agent has"}, join("ContactId", &talked), ""},
		{"ServiceQuotaExceeded", 402, []string{"a bot already"}, join(), ""},
		{"AccessDenied", 403, []string{"read-only"}, join(), "AKIDREADER"},
		{invalidR, 400, []string{"CHAT"}, again("InitialContactId", &c.waiting), ""},
		{invalidR, 400, []string{"ended"}, again("InitialContactId", &ended), ""},
		{invalidR, 400, []string{"has not ended"}, again("SourceContactId", c.chat(c.flow).ContactId), ""},
		{invalidR, 400, []string{"TASK", "CHAT"}, again("SourceContactId", &c.ended), ""},
		{invalidP, 400, []string{"RehydrationType"}, again("RehydrationType", types.RehydrationType("SOME")), ""},
		{notFound, 404, []string{contactID}, again("SourceContactId", new(contactID)), ""},
		{"AccessDenied", 403, []string{"read-only"}, again(), "AKIDREADER"},
		{invalidR, 400, []string{"TASK", "CHAT"}, c.but(timers, "ContactId", &c.waiting), ""},
		{invalidR, 400, []string{"ended"}, c.but(timers, "ContactId", &ended), ""},
		{invalidR, 400, []string{"two timers", "IDLE", "AGENT"}, c.but(timers, "ChannelConfiguration",
			timersOf(minutes("AGENT", "IDLE", 2), minutes("CUSTOMER", "IDLE", 2), minutes("AGENT", "IDLE", 3))), ""},
		{invalidR, 400, []string{"monitors"}, c.but(timers, "ContactId", &ear), ""},
		{notFound, 404, []string{contactID}, c.but(timers, "ContactId", new(contactID)), ""},
		{"AccessDenied", 403, []string{"read-only"}, c.but(timers), "AKIDREADER"},
	}
}
