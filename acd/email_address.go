package acd

// EmailAddressID names an email address of an instance.
type EmailAddressID string

// EmailAddress is an address at which an instance gets emails, and from which it sends them.
type EmailAddress struct {
	ID             EmailAddressID
	Address        string
	DisplayName    string
	Description    string
	CreatedAt      Time
	LastModifiedAt Time
	FlowID         FlowID // empty: nobody leads who writes to it
}

// What may be asked about email addresses.
type (
	// CreateEmailAddress adds an email address.
	CreateEmailAddress struct {
		Address EmailAddress
		Tags    map[string]string
		Token   ClientToken
	}
	// AssociateQueueEmailAddresses lets the agents of a queue write from email addresses.
	AssociateQueueEmailAddresses struct {
		QueueID QueueID
		IDs     []EmailAddressID
		Token   ClientToken
	}
	// DisassociateQueueEmailAddresses lets the agents of a queue write from email addresses no more.
	DisassociateQueueEmailAddresses struct {
		QueueID QueueID
		IDs     []EmailAddressID
		Token   ClientToken
	}
	// UpdateEmailAddressMetadata changes what is given of an email address; a nil member stays as it is.
	UpdateEmailAddressMetadata struct {
		ID                       EmailAddressID
		DisplayName, Description *string
		Token                    ClientToken
	}
	// AssociateEmailAddressFlow lets a flow lead who writes to an email address; an empty one, none any more.
	AssociateEmailAddressFlow struct {
		ID     EmailAddressID
		FlowID FlowID
	}
)

// EmailAddressCreated adds an email address.
type EmailAddressCreated struct{ Address EmailAddress }

// EmailAddressChanged replaces what is known of an email address.
type EmailAddressChanged struct{ Address EmailAddress }

func (CreateEmailAddress) command()              {}
func (AssociateQueueEmailAddresses) command()    {}
func (DisassociateQueueEmailAddresses) command() {}
func (UpdateEmailAddressMetadata) command()      {}
func (AssociateEmailAddressFlow) command()       {}

// Nature says that it is a fact.
func (EmailAddressCreated) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (EmailAddressChanged) Nature() Nature { return Fact }
