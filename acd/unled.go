package acd

// This file is about contacts that no flow leads: drafts of emails, and calls and tasks that are worked on outside.

// CreateContact adds such a contact. With a UserID the agent has it from the beginning, without having been rung at;
// Completed ends it at once.
type CreateContact struct {
	Contact   StartContact // its FlowID is not read
	UserID    UserID
	Completed bool
}

func (CreateContact) command() {}

// SendEmail sends a draft, which ends it. Without a System endpoint it goes out from where the draft's own is.
type SendEmail struct {
	Operation  string // for the ClientToken
	ContactID  ContactID
	Customer   *Endpoint
	System     *Endpoint
	Recipients *EmailRecipients
	Subject    string
	Token      ClientToken
}

func (SendEmail) command() {}

// ContactTaken connects an agent with a contact that has not rung at him.
type ContactTaken struct {
	ContactID ContactID
	UserID    UserID
}

// Nature of ContactTaken: the world did it.
func (ContactTaken) Nature() Nature { return Fact }

// EmailSent says to whom and from where a draft has gone.
type EmailSent struct {
	ContactID  ContactID
	Customer   *Endpoint
	System     *Endpoint
	Recipients *EmailRecipients
	Subject    string
}

// Nature of EmailSent: the world did it.
func (EmailSent) Nature() Nature { return Fact }

// SubjectAttribute is the segment attribute with the subject of an email (AG:connect-attrib-list).
const SubjectAttribute = "connect:EmailSubject"

// ExternalAudio is the subtype of a call that another voice system holds.
const ExternalAudio = "connect:ExternalAudio"

// IsDraft says whether a contact is an email that an agent or a flow writes.
func (c *Contact) IsDraft() bool {
	return c.Channel == Email && (c.InitiationMethod.IsOutbound() || c.InitiationMethod == ByFlow)
}

// IsExternal says whether a contact is a call that another voice system holds.
func (c *Contact) IsExternal() bool {
	subtype := c.SegmentAttributes[SubtypeAttribute].String
	return c.Channel == Voice && c.Monitors == nil && subtype != nil && *subtype == ExternalAudio
}
