package acd

// This file is about personal data that somebody wants deleted from a contact that has ended.

// ContactField is a part of a contact that tells of a person, as Amazon spells it.
type ContactField string

// The parts. Only an email has the last two.
const (
	FieldCustomerEndpoint ContactField = "CUSTOMER_ENDPOINT"
	FieldRecipients       ContactField = "ADDITIONAL_EMAIL_RECIPIENTS"
	FieldSubject          ContactField = "EMAIL_SUBJECT"
)

// DeleteContactData deletes parts of a contact that has ended, for good.
type DeleteContactData struct {
	ContactID ContactID
	Fields    []ContactField
}

// ContactDataDeleted says which parts of a contact are gone.
type ContactDataDeleted struct {
	ContactID ContactID
	Fields    []ContactField
}

// Nature says that it is a fact.
func (ContactDataDeleted) Nature() Nature { return Fact }

func (DeleteContactData) command() {}

// without takes a part of a contact away. What the contact's maps were stays as it was for those who read them.
func (c *Contact) without(field ContactField) {
	switch field {
	case FieldCustomerEndpoint:
		c.CustomerEndpoint = nil
	case FieldRecipients:
		c.AdditionalRecipients = nil
	case FieldSubject:
		rest := map[string]SegmentAttribute{}
		for name, value := range c.SegmentAttributes { // order does not show: a map again
			if name != SubjectAttribute {
				rest[name] = value
			}
		}
		c.SegmentAttributes = rest
	}
}
