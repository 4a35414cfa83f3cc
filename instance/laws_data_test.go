package instance_test

import (
	"maps"
	"strings"

	"patchcord/acd"
)

// This file judges what is known of contacts, living and ended: attributes of a whole chain, tags, and when a contact
// expires.

// A dossier is what the events have said of a contact.
type dossier struct {
	first      acd.ContactID
	attributes map[string]string
	tags       map[string]string
	name       string
	expires    acd.Time
}

// changeData asks for a change of what is known of a contact, also of one that has ended.
func (l *life) changeData() {
	id := anyOf(l, l.contacts)
	if l.oneIn(2) {
		id = l.livingContact()
	}
	key := anyOf(l, []string{"a", "b", "c", "d", "e", "f", "g", "h"})
	switch l.rng.IntN(7) {
	case 0, 1:
		l.ask(acd.UpdateContactAttributes{ContactID: id,
			Attributes: map[string]string{key: anyOf(l, []string{"", "1", "2"})}})
	case 2:
		l.ask(acd.TagContact{ContactID: id, Tags: map[string]string{key: "1", "a": "2"}})
	case 3:
		l.ask(acd.UntagContact{ContactID: id, Keys: []string{key, "aws:connect:instanceId"}})
	case 4:
		l.ask(acd.UpdateContact{ContactID: id, Name: &key})
	case 5:
		l.ask(acd.DeleteContactData{ContactID: id, Fields: []acd.ContactField{anyOf(l, []acd.ContactField{
			acd.FieldCustomerEndpoint, acd.FieldRecipients, acd.FieldSubject, "NAME"})}})
	default:
		minutes := int32(1 + l.rng.IntN(4))
		l.ask(acd.UpdateContact{ContactID: id, Life: acd.Duration(minutes) * acd.Minute,
			SegmentAttributes: map[string]acd.SegmentAttribute{"connect:ContactExpiry": {Integer: &minutes}}})
	}
}

// leave notes a contact that leaves memory, and follows what is said of those that have left, as whoever keeps them
// must.
func (l *life) leave(e acd.Event) {
	for _, c := range l.mirror.TakeEnded() {
		if _, twice := l.ended[c.ID]; twice || c.State != acd.CompletedLife {
			l.fault("%s leaves memory as %s, for the second time: %v", c.ID, c.State, twice)
		}
		l.ended[c.ID] = c
	}
	id, chain, ok := acd.Amended(e.Body)
	if !ok {
		return
	}
	for _, other := range l.contacts {
		c, gone := l.ended[other]
		if gone && (chain == "" && other == id || chain != "" && c.FirstID() == chain) {
			c.Amend(e)
			l.ended[other] = c
		}
	}
}

// now returns a contact as it is, living or ended.
func (l *life) now(id acd.ContactID) acd.Contact {
	if c, ok := l.mirror.Contact(id); ok {
		return c
	}
	return l.ended[id]
}

// judgeData holds what is known of contacts after an event against what was said of them.
func (r *rules) judgeData(e acd.Event) {
	var about []acd.ContactID
	switch b := e.Body.(type) {
	case acd.ContactInitiated:
		first := b.Contact.InitialID
		if first == "" {
			first = b.Contact.ID
		}
		r.dossiers[b.Contact.ID] = &dossier{first: first, attributes: maps.Clone(b.Contact.Attributes), tags: b.Contact.Tags,
			name: b.Contact.Name, expires: b.Contact.ExpiresAt}
		about = append(about, b.Contact.ID)
	case acd.ContactAttributesChanged:
		for _, id := range r.life.contacts {
			if d := r.dossiers[id]; d.first == r.dossiers[b.ContactID].first {
				about = append(about, id)
				d.attributes = maps.Clone(d.attributes)
				if d.attributes == nil {
					d.attributes = map[string]string{}
				}
				maps.Copy(d.attributes, b.Attributes)
			}
		}
	case acd.TagsChanged:
		if b.Kind == "contact" {
			about = append(about, acd.ContactID(b.ID))
			r.dossiers[about[0]].tags = b.Tags
		}
	case acd.ContactDataDeleted:
		c := r.life.now(b.ContactID)
		if !c.HasEnded() || b.Fields[0] == "CUSTOMER_ENDPOINT" && c.CustomerEndpoint != nil {
			r.life.fault("%s is forgotten as %s with %+v", b.Fields, c.State, c)
		}
	case acd.ContactRescheduled: // judgeBeginning has more to say of it
		r.dossiers[b.ContactID].expires = r.life.now(b.ContactID).ExpiresAt
	case acd.ContactDataChanged:
		about = append(about, b.ContactID)
		r.judgeChange(e, b)
	}
	for _, id := range about {
		c, d := r.life.now(id), r.dossiers[id]
		if !maps.Equal(c.Attributes, d.attributes) || !maps.Equal(c.Tags, d.tags) || c.Name != d.name ||
			c.ExpiresAt != d.expires && (c.Callback == nil || c.Agent == nil || c.ExpiresAt != 0) || c.LastUpdatedAt != e.At {
			r.life.fault("after %T the contact %s is %+v, was said to be %+v", e.Body, id, c, d)
		}
		r.judgeTags(c)
	}
}

// judgeChange notes what is said of a contact, and demands that a new end of its life lies ahead.
func (r *rules) judgeChange(e acd.Event, b acd.ContactDataChanged) {
	d := r.dossiers[b.ContactID]
	if b.Name != nil {
		d.name = *b.Name
	}
	if b.ExpiresAt == 0 {
		return
	}
	c := r.life.now(b.ContactID)
	minutes := int64(*b.SegmentAttributes["connect:ContactExpiry"].Integer)
	began := max(c.InitiatedAt, c.ScheduledAt)
	if b.ExpiresAt <= e.At || c.State == "COMPLETED" || int64(b.ExpiresAt) != int64(began)+minutes*60_000 {
		r.life.fault("%s, which is %s and began at %d, shall expire at %d", c.ID, c.State, began, b.ExpiresAt)
	}
	d.expires = b.ExpiresAt
}

// judgeTags demands Amazon's tag on every contact, and no more than six others.
func (r *rules) judgeTags(c acd.Contact) {
	own := 0
	for key := range c.Tags {
		if !strings.HasPrefix(key, "aws:") {
			own++
		}
	}
	if own > 6 || c.Tags["aws:connect:instanceId"] == "" {
		r.life.fault("%s has the tags %v", c.ID, c.Tags)
	}
}
