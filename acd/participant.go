package acd

// This file is about those who join a chat, and about chats that go on with an earlier one.

// The roles of participants. In the first two somebody can join (CreateParticipant in the API reference).
const (
	RoleCustomBot = "CUSTOM_BOT"
	RoleCustomer  = "CUSTOMER"
	RoleAgent     = "AGENT"
)

// CreateParticipant lets a bot join a chat, or another customer a web call.
type CreateParticipant struct {
	Operation   string // for the ClientToken
	ContactID   ContactID
	Role        string
	DisplayName string
	Token       ClientToken
}

func (CreateParticipant) command() {}

// Rehydration says which earlier chat a new one goes on with: Source is what the caller named, From the contact that
// this comes to, which is the last one of the session where all of it is meant.
type Rehydration struct {
	Entire bool // ENTIRE_PAST_SESSION; otherwise FROM_SEGMENT
	Source ContactID
	From   ContactID
}

// ContinueChat lets a chat go on with an earlier one.
type ContinueChat struct {
	Operation   string // for the ClientToken
	ContactID   ContactID
	Rehydration Rehydration
	Token       ClientToken
}

func (ContinueChat) command() {}

// ParticipantAdded says who joined a chat or a web call.
type ParticipantAdded struct {
	ContactID   ContactID
	Participant Participant
}

// Nature of ParticipantAdded: the world did it.
func (ParticipantAdded) Nature() Nature { return Fact }

// ChatContinued says with which ended contact a chat goes on.
type ChatContinued struct {
	ContactID ContactID
	From      ContactID
}

// Nature of ChatContinued: the world did it.
func (ChatContinued) Nature() Nature { return Fact }
