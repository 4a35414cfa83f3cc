package instance

import (
	"maps"
	"slices"
	"strings"

	"patchcord/acd"
)

// tagsUntil is for how long after its end the tags of a contact may be changed (AG:granular-billing).
const tagsUntil = 3 * acd.Hour

// amazonsTag begins the keys of tags that are Amazon's own.
const amazonsTag = "aws:"

// changeData decides what is asked about the data of a contact, which may have ended.
func (i *Instance) changeData(cmd acd.Command, ended []acd.Contact) error {
	id := acd.ContactsNamed(cmd)
	if len(id) == 0 {
		return acd.Errorf(acd.Invalid, "the id of a contact is empty")
	}
	c, ok := i.anyContact(id[0], ended)
	if !ok {
		return acd.Errorf(acd.NotFound, "contact %s does not exist in this instance", id[0])
	}
	switch cmd := cmd.(type) {
	case acd.UpdateContactAttributes:
		return i.setContactAttributes(c, cmd.Attributes)
	case acd.UpdateContact:
		return i.updateContact(c, cmd)
	case acd.TagContact:
		return i.setTags(c, acd.Merged(userTags(c.Tags), cmd.Tags))
	case acd.UntagContact:
		tags := userTags(c.Tags)
		for _, key := range cmd.Keys {
			delete(tags, key)
		}
		return i.setTags(c, tags)
	case acd.DeleteContactData:
		return i.deleteData(c, cmd)
	}
	panic("this is not about the data of a contact")
}

// setContactAttributes sets attributes of a contact and of all that have the same first contact
// (AG:what-is-a-contact-attribute).
func (i *Instance) setContactAttributes(c acd.Contact, changes map[string]string) error {
	if err := acd.CheckAttributes(acd.Merged(c.Attributes, changes)); err != nil {
		return err
	}
	i.Emit(acd.ContactAttributesChanged{ContactID: c.ID, ChainID: c.FirstID(), Attributes: changes})
	return nil
}

// systemTags returns the tags that Amazon puts on a contact: the instance, and where the customer came in or was
// reached from (AG:granular-billing).
func (i *Instance) systemTags(endpoint *acd.Endpoint) map[string]string {
	tags := map[string]string{"aws:connect:instanceId": string(i.id)}
	if endpoint != nil && endpoint.Address != "" {
		tags["aws:connect:systemEndpoint"] = endpoint.Address
	}
	return tags
}

// userSegmentAttributes returns the segment attributes that users have set: those that are not Amazon's own. A copy.
func userSegmentAttributes(all map[string]acd.SegmentAttribute) map[string]acd.SegmentAttribute {
	own := map[string]acd.SegmentAttribute{}
	for name, value := range all { // order does not show: a map from a map
		if !strings.HasPrefix(name, "connect:") {
			own[name] = value
		}
	}
	return own
}

// userTags returns the tags that users have put on a contact: a copy, never nil.
func userTags(tags map[string]string) map[string]string {
	own := map[string]string{}
	for key, value := range tags { // order does not show: a map from a map
		if !strings.HasPrefix(key, amazonsTag) {
			own[key] = value
		}
	}
	return own
}

// setTags replaces the users' tags of a contact (A0126). Amazon's own stay.
func (i *Instance) setTags(c acd.Contact, own map[string]string) error {
	if !c.DisconnectedAt.IsZero() && i.now.Sub(c.DisconnectedAt) > tagsUntil {
		return acd.Errorf(acd.Conflict, "contact %s ended more than 3 hours ago; its tags cannot change any more", c.ID)
	}
	for _, key := range slices.Sorted(maps.Keys(own)) {
		if key == "" || strings.HasPrefix(key, amazonsTag) {
			return acd.Errorf(acd.Invalid, "the tag key %q is empty or begins with aws:, which is Amazon's own; give another "+
				"key", key)
		}
	}
	if len(own) > acd.UserTagsMax {
		return acd.Errorf(acd.Limit, "contact %s would have %d tags; %d are allowed", c.ID, len(own), acd.UserTagsMax)
	}
	all := own
	for key, value := range c.Tags { // order does not show: a map from a map
		if strings.HasPrefix(key, amazonsTag) {
			all[key] = value
		}
	}
	i.Emit(acd.TagsChanged{Kind: acd.KindContact, ID: string(c.ID), Tags: all})
	return nil
}

// updateContact changes what is known of a contact (UpdateContact in the API reference: also of one that has ended).
func (i *Instance) updateContact(c acd.Contact, cmd acd.UpdateContact) error {
	if cmd.Name == nil && cmd.Description == nil && cmd.References == nil && cmd.SegmentAttributes == nil &&
		cmd.CustomerEndpoint == nil && cmd.SystemEndpoint == nil {
		return acd.Errorf(acd.Improper, "nothing is given to be changed; give Name, Description, References, "+
			"SegmentAttributes or an endpoint")
	}
	if err := checkEndpoints(c, cmd); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(cmd.SegmentAttributes)) {
		if name == acd.ExpiryAttribute {
			continue
		}
		if err := i.checkSegmentAttribute(name, cmd.SegmentAttributes[name]); err != nil {
			return err
		}
	}
	if err := acd.CheckReferences(acd.Merged(c.References, cmd.References)); err != nil {
		return err
	}
	changed := acd.ContactDataChanged{ContactID: c.ID, Name: cmd.Name, Description: cmd.Description,
		References: cmd.References, SegmentAttributes: cmd.SegmentAttributes,
		CustomerEndpoint: cmd.CustomerEndpoint, SystemEndpoint: cmd.SystemEndpoint}
	if cmd.Life > 0 {
		changed.ExpiresAt = max(c.InitiatedAt, c.ScheduledAt).Add(cmd.Life)
		if err := i.checkExpiry(c, changed.ExpiresAt); err != nil {
			return err
		}
	}
	i.Emit(changed)
	return nil
}

// checkEndpoints says why the endpoints of a contact cannot change: they are those of a call that another voice system
// holds, or they stay (A0122).
func checkEndpoints(c acd.Contact, cmd acd.UpdateContact) error {
	if cmd.CustomerEndpoint == nil && cmd.SystemEndpoint == nil {
		return nil
	}
	if !c.IsExternal() {
		return acd.Errorf(acd.Improper, "CustomerEndpoint or SystemEndpoint is given, but contact %s is no external audio "+
			"contact; leave them out", c.ID)
	}
	if err := cmd.CustomerEndpoint.Check("CustomerEndpoint", c.Channel); err != nil {
		return err
	}
	return cmd.SystemEndpoint.Check("SystemEndpoint", c.Channel)
}

// checkExpiry says why a contact cannot expire at an instant (A0121).
func (i *Instance) checkExpiry(c acd.Contact, at acd.Time) error {
	switch {
	case c.Channel != acd.Task && c.Channel != acd.Email:
		return acd.Errorf(acd.Improper, "contact %s is a %s; only tasks and emails have a %s", c.ID, c.Channel,
			acd.ExpiryAttribute)
	case c.HasEnded():
		return acd.Errorf(acd.Conflict, "contact %s has ended; its expiry cannot change any more", c.ID)
	case at <= i.now:
		return acd.Errorf(acd.Improper, "contact %s would have expired at %s; it counts from the beginning of the contact, "+
			"so give more minutes", c.ID, at.Std().Format("2006-01-02T15:04:05Z"))
	}
	return nil
}

// checkSegmentAttribute says why a user cannot set a segment attribute: it is not predefined, it is Amazon's own, or
// its value is not one (AG:use-contact-segment-attributes, A0120).
func (i *Instance) checkSegmentAttribute(name string, value acd.SegmentAttribute) error {
	a, ok := i.directory.Attribute(name)
	switch {
	case !ok || a.ReadOnly:
		return acd.Errorf(acd.Invalid, "SegmentAttributes has %q, which is no predefined attribute made by users; create it "+
			"first, or give %s", name, acd.ExpiryAttribute)
	case value.String == nil:
		return acd.Errorf(acd.Invalid, "SegmentAttributes[%q] must have a ValueString", name)
	case a.ValidateValues && !slices.Contains(a.Values, *value.String):
		return acd.Errorf(acd.Invalid, "SegmentAttributes[%q] is %q, which is none of its values; give one of %q", name,
			*value.String, a.Values)
	}
	return nil
}
