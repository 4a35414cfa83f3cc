package acd

import "maps"

// AttributeBytesMax limits the names and values of a contact's attributes together
// (AG:amazon-connect-service-limits: 32 KB).
const AttributeBytesMax = 32 * 1024

// UserTagsMax is how many tags of its users a contact has at most (AG:granular-billing).
const UserTagsMax = 6

// What may be asked about the data of a contact, living or ended. What is asked of attributes holds for the whole chain
// of the contact.
type (
	// UpdateContactAttributes sets attributes of a contact and of all others in its chain; the others stay.
	UpdateContactAttributes struct {
		ContactID  ContactID
		Attributes map[string]string
	}
	// UpdateContact changes what is given of a contact; a nil member stays as it is, and so do the references and
	// segment attributes that are not named.
	UpdateContact struct {
		ContactID         ContactID
		Name              *string
		Description       *string
		References        map[string]Reference
		SegmentAttributes map[string]SegmentAttribute
		Life              Duration // from its beginning; zero: as it was
		CustomerEndpoint  *Endpoint
		SystemEndpoint    *Endpoint
	}
	// TagContact puts tags on a contact, replacing values of keys that are there.
	TagContact struct {
		ContactID ContactID
		Tags      map[string]string
	}
	// UntagContact removes tags by their keys.
	UntagContact struct {
		ContactID ContactID
		Keys      []string
	}
)

func (UpdateContactAttributes) command() {}
func (UpdateContact) command()           {}
func (TagContact) command()              {}
func (UntagContact) command()            {}

// dataNamed returns the contact that a command about the data of one names.
func dataNamed(cmd Command) []ContactID {
	switch cmd := cmd.(type) {
	case UpdateContactAttributes:
		return given(cmd.ContactID)
	case UpdateContact:
		return given(cmd.ContactID)
	case TagContact:
		return given(cmd.ContactID)
	case UntagContact:
		return given(cmd.ContactID)
	case DeleteContactData:
		return given(cmd.ContactID)
	}
	return monitorNamed(cmd)
}

// FirstID returns the first contact of the chain that a contact is in.
func (c *Contact) FirstID() ContactID {
	if c.InitialID != "" {
		return c.InitialID
	}
	return c.ID
}

// Amended returns the contact whose data an event changes, and the chain that it changes with it, empty for the contact
// alone. Whether the contact lives makes no difference to what the event says.
func Amended(body Body) (id, chain ContactID, ok bool) {
	switch b := body.(type) {
	case ContactAttributesChanged:
		return b.ContactID, b.ChainID, true
	case ContactDataChanged:
		return b.ContactID, "", true
	case MediaReported:
		return b.ContactID, "", true
	case ContactDataDeleted:
		return b.ContactID, "", true
	case TagsChanged:
		return ContactID(b.ID), "", b.Kind == KindContact
	}
	return "", "", false
}

// Amend makes so what an event says of a contact's data. The contact is one of those that the event is about.
func (c *Contact) Amend(e Event) {
	switch b := e.Body.(type) {
	case ContactAttributesChanged:
		c.Attributes = Merged(c.Attributes, b.Attributes)
	case MediaReported:
		if !b.Media.IsEmpty() {
			c.Media = c.Media.With(b.Media)
		}
		if b.Recipients != nil {
			c.AdditionalRecipients = b.Recipients
		}
	case TagsChanged:
		c.Tags = b.Tags
	case ContactDataDeleted:
		for _, field := range b.Fields {
			c.without(field)
		}
	case ContactDataChanged:
		if b.Name != nil {
			c.Name = *b.Name
		}
		if b.Description != nil {
			c.Description = *b.Description
		}
		if b.References != nil {
			c.References = Merged(c.References, b.References)
		}
		if b.SegmentAttributes != nil {
			c.SegmentAttributes = Merged(c.SegmentAttributes, b.SegmentAttributes)
		}
		if !b.ExpiresAt.IsZero() {
			c.ExpiresAt = b.ExpiresAt
		}
		if b.CustomerID != nil {
			c.CustomerID = *b.CustomerID
		}
		if b.CustomerEndpoint != nil {
			c.CustomerEndpoint = b.CustomerEndpoint
		}
		if b.SystemEndpoint != nil {
			c.SystemEndpoint = b.SystemEndpoint
		}
	}
	c.LastUpdatedAt = e.At
}

// Merged returns a map with what is in either of two; where both have a key, the change counts.
func Merged[K comparable, V any](old, changes map[K]V) map[K]V {
	next := make(map[K]V, len(old)+len(changes))
	maps.Copy(next, old)
	maps.Copy(next, changes)
	return next
}

// CheckAttributes refuses attributes that are too large for a contact.
func CheckAttributes(attributes map[string]string) error {
	n := 0
	for k, v := range attributes { // order does not show: a sum
		n += len(k) + len(v)
	}
	if n > AttributeBytesMax {
		return Errorf(Improper, "Attributes take %d bytes; a contact holds %d", n, AttributeBytesMax)
	}
	return nil
}

// ReferenceBytesMax limits the names and values of a contact's references together (Reference in the API reference).
const ReferenceBytesMax = 4096

// CheckReferences refuses references that are too large for a contact.
func CheckReferences(references map[string]Reference) error {
	n := 0
	for name, r := range references { // order does not show: a sum
		n += len(name) + len(r.Value)
	}
	if n > ReferenceBytesMax {
		return Errorf(Improper, "References take %d bytes; a contact holds %d", n, ReferenceBytesMax)
	}
	return nil
}
