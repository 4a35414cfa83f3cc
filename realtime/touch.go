package realtime

import (
	"reflect"

	"patchcord/acd"
)

// touched is what an event may have changed.
type touched struct {
	contacts   []acd.ContactID
	users      []acd.UserID
	everything bool
}

// plans remembers, for each kind of event, which of its members name contacts and users. It goes by their types, so
// that a kind of event that is added counts by itself.
type plans struct {
	known map[reflect.Type]*plan
	found touched // of the latest event: its lists are used again
}

// plan lists the members of a kind of event that name somebody.
type plan struct {
	contacts, users []int // members that are ids
	contact, user   []int // members that are whole
	idle            bool  // changes nothing that is counted
}

// named returns whom an event names. One that names nobody may have changed everybody, unless it is known to change
// nothing that is counted.
func (p *plans) named(body acd.Body) *touched {
	v := reflect.ValueOf(body)
	known, ok := p.known[v.Type()]
	if !ok {
		known = newPlan(v.Type(), body)
		p.known[v.Type()] = known
	}
	t := &p.found
	t.contacts, t.users, t.everything = t.contacts[:0], t.users[:0], false
	if known.idle {
		return t
	}
	for _, n := range known.contacts {
		t.contacts = append(t.contacts, acd.ContactID(v.Field(n).String()))
	}
	for _, n := range known.contact {
		t.contacts = append(t.contacts, v.Field(n).Interface().(acd.Contact).ID)
	}
	for _, n := range known.users {
		t.users = append(t.users, acd.UserID(v.Field(n).String()))
	}
	for _, n := range known.user {
		t.users = append(t.users, v.Field(n).Interface().(acd.User).ID)
	}
	t.everything = len(t.contacts)+len(t.users) == 0
	return t
}

func newPlan(of reflect.Type, body acd.Body) *plan {
	p := &plan{idle: isIdle(body)}
	for n := range of.NumField() {
		switch of.Field(n).Type {
		case reflect.TypeFor[acd.ContactID]():
			p.contacts = append(p.contacts, n)
		case reflect.TypeFor[acd.UserID]():
			p.users = append(p.users, n)
		case reflect.TypeFor[acd.Contact]():
			p.contact = append(p.contact, n)
		case reflect.TypeFor[acd.User]():
			p.user = append(p.user, n)
		}
	}
	return p
}

// isIdle says whether an event changes nothing that is counted here. A step is interrupted just before other criteria
// take its place, which counts for both.
func isIdle(body acd.Body) bool {
	switch body.(type) {
	case acd.StepInterrupted, acd.ClientTokenUsed, acd.TagsChanged, acd.HoursOfOperationCreated, acd.QueueCreated,
		acd.HoursOfOperationChanged, acd.HoursOfOperationDeleted, acd.HoursOfOperationOverrideCreated,
		acd.HoursOfOperationOverrideChanged, acd.HoursOfOperationOverrideDeleted,
		acd.QueueChanged, acd.QueueDeleted,
		acd.SecurityProfileCreated, acd.AgentStatusCreated, acd.AgentStatusUpdated, acd.ContactFlowCreated,
		acd.InstanceAttributeChanged, acd.StorageConfigSet, acd.StorageConfigRemoved, acd.EmailAddressCreated,
		acd.EmailAddressChanged,
		acd.PhoneNumberClaimed, acd.PhoneNumberChanged, acd.PhoneNumberReleased,
		acd.PredefinedAttributeCreated, acd.PredefinedAttributeChanged, acd.PredefinedAttributeDeleted, acd.Resumed:
		return true
	}
	return false
}
