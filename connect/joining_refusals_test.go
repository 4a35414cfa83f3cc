package connect

import "github.com/aws/aws-sdk-go-v2/service/connect/types"

// joiningRefusals are about those who join a chat, and about chats that go on with an earlier one.
func (c *cast) joiningRefusals() []refusal {
	join := func(members ...any) asked { return c.but("CreateParticipant", members...) }
	chat, ended := c.chat(c.flow).ContactId, c.endedChat(c.flow)
	again := func(members ...any) asked {
		return c.but("CreatePersistentContactAssociation", append([]any{"InitialContactId", chat}, members...)...)
	}
	customer := &types.ParticipantDetailsToAdd{ParticipantRole: types.ParticipantRoleCustomer}
	return []refusal{
		{invalidR, 400, []string{"neither"}, join("ContactId", &c.waiting), ""},
		{invalidR, 400, []string{"CUSTOMER", "CUSTOM_BOT"}, join("ParticipantDetails", customer), ""},
		{"Conflict", 409, []string{"ended"}, join("ContactId", &ended), ""},
		{"AccessDenied", 403, []string{"read-only"}, join(), "AKIDREADER"},
		{invalidR, 400, []string{"CHAT"}, again("InitialContactId", &c.waiting), ""},
		{invalidR, 400, []string{"ended"}, again("InitialContactId", &ended), ""},
		{invalidR, 400, []string{"has not ended"}, again("SourceContactId", c.chat(c.flow).ContactId), ""},
		{invalidR, 400, []string{"TASK", "CHAT"}, again("SourceContactId", &c.ended), ""},
		{invalidP, 400, []string{"RehydrationType"}, again("RehydrationType", types.RehydrationType("SOME")), ""},
		{notFound, 404, []string{contactID}, again("SourceContactId", new(contactID)), ""},
		{"AccessDenied", 403, []string{"read-only"}, again(), "AKIDREADER"},
	}
}
