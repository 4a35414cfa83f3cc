package workspace

import (
	"strconv"

	"patchcord/acd"
	"patchcord/engine"
	"patchcord/instance"
)

// The types of contact events that arise here (AG:contact-events).
const (
	initiated         = "INITIATED"
	connectedToSystem = "CONNECTED_TO_SYSTEM"
	dataUpdated       = "CONTACT_DATA_UPDATED"
	queued            = "QUEUED"
	connectedToAgent  = "CONNECTED_TO_AGENT"
	paused            = "PAUSED"
	resumed           = "RESUMED"
	disconnected      = "DISCONNECTED"
	completed         = "COMPLETED"
)

// What a CONTACT_DATA_UPDATED says was updated. Amazon's texts do not name the one of replaced criteria (A0081).
const (
	updatedStep       = "RoutingCriteria.Step.Status"
	updatedCriteria   = "RoutingCriteria"
	updatedAttributes = "UserDefinedAttributes"
	updatedTags       = "Tags"
	updatedSchedule   = "ScheduledTimestamp"
	updatedSegment    = "Segment Attributes"
)

// contactShown is a contact event with the contact as it was right after it.
type contactShown struct {
	account  acd.Account
	instance acd.InstanceID
	number   int64 // of the event in its instance
	at       acd.Time
	kind     string
	updated  string // of a CONTACT_DATA_UPDATED
	contact  *acd.Contact
	criteria *acd.RoutingCriteria // of the contact, as they were then
}

// seeContact puts what an event means to those who follow contacts on their tape.
func (h *hall) seeContact(a acd.Account, at position, seen engine.Sighting, i *instance.Instance) {
	e, before := seen.Event, h.latest
	h.latest = nil
	id, kind, updated := meaning(e.Body)
	if kind == "" {
		return
	}
	shown := contactShown{account: a, instance: h.id, number: e.Number, at: e.At, kind: kind, updated: updated}
	if before.holds(id, e) {
		shown.contact = before.contact
		i.VisitContact(id, func(c *acd.Contact) { shown.criteria = c.Criteria })
	} else if shown.contact = contactOf(seen, i, id); shown.contact == nil {
		return // it has ended, and what is said of it afterwards makes no event (A0127)
	} else {
		shown.criteria = shown.contact.Criteria
	}
	if silent(e.Body, shown.criteria) || kind == connectedToAgent && shown.contact.State == acd.Dialling {
		return
	}
	h.latest = &shown
	h.contacts.add("", entry{at, &shown})
	follows := ""
	if kind == initiated && !shown.contact.ConnectedToSystemAt.IsZero() {
		follows = connectedToSystem
	} else if kind == connectedToSystem && shown.contact.Callback != nil && shown.contact.Agent != nil {
		follows = connectedToAgent // its agent has waited for the customer
	}
	if follows != "" {
		connected := shown
		connected.kind = follows
		at.nth++
		h.contacts.add("", entry{at, &connected})
	}
}

// holds says whether all but the criteria of a contact is still as it was shown by the event right before, so that it
// need not be copied once more: criteria that change do so in several events of one instant.
func (s *contactShown) holds(id acd.ContactID, e acd.Event) bool {
	if s == nil || s.contact.ID != id || s.at != e.At {
		return false
	}
	switch b := e.Body.(type) {
	case acd.StepActivated, acd.StepExpired, acd.StepInterrupted:
		return true
	case acd.ContactRoutingUpdated:
		return b.QueuePriority == nil && b.QueueTimeAdjustment == nil
	}
	return false
}

// meaning says which contact event an event is, if it is one. Offers, misses and holds are seen in the agents' streams
// only.
func meaning(body acd.Body) (id acd.ContactID, kind, updated string) {
	switch b := body.(type) {
	case acd.ContactInitiated:
		return b.Contact.ID, initiated, ""
	case acd.CustomerConnected:
		return b.ContactID, connectedToSystem, ""
	case acd.ContactQueued:
		return b.ContactID, queued, ""
	case acd.StepActivated:
		return b.ContactID, dataUpdated, updatedStep
	case acd.StepExpired:
		return b.ContactID, dataUpdated, updatedStep
	case acd.StepInterrupted:
		return b.ContactID, dataUpdated, updatedStep
	case acd.ContactRoutingUpdated:
		return b.ContactID, dataUpdated, updatedCriteria
	case acd.ContactAttributesChanged:
		return b.ContactID, dataUpdated, updatedAttributes
	case acd.ContactDataChanged:
		return b.ContactID, dataUpdated, updatedSegment
	case acd.TagsChanged:
		if b.Kind == acd.KindContact {
			return acd.ContactID(b.ID), dataUpdated, updatedTags
		}
	case acd.ContactRescheduled:
		return b.ContactID, dataUpdated, updatedSchedule
	case acd.ContactPaused:
		return b.ContactID, paused, ""
	case acd.ContactResumed:
		return b.ContactID, resumed, ""
	case acd.EmailSent:
		return b.ContactID, connectedToSystem, ""
	case acd.ContactTaken:
		return b.ContactID, connectedToAgent, ""
	case acd.ContactAccepted:
		return b.ContactID, connectedToAgent, ""
	case acd.ContactDisconnected:
		return b.ContactID, disconnected, ""
	case acd.ContactCompleted:
		return b.ContactID, completed, ""
	}
	return "", "", ""
}

// silent says whether an event shows nothing after all. A step that gives way to the next is shown once, with both as
// they are then, as in Amazon's sample; of what UpdateContactRoutingData can change, only criteria are data that a
// CONTACT_DATA_UPDATED speaks of (A0081).
func silent(body acd.Body, criteria *acd.RoutingCriteria) bool {
	switch b := body.(type) {
	case acd.StepExpired:
		return criteria != nil && b.Step < len(criteria.Steps)-1
	case acd.ContactRoutingUpdated:
		return b.Criteria == nil
	case acd.ContactDataChanged: // name, description and references are none of the properties of AG:contact-events
		return b.SegmentAttributes == nil
	}
	return false
}

// show is part of shown.
func (s *contactShown) show() (string, []byte) {
	instanceARN := s.account.InstanceARN(s.instance)
	return s.kind, line(contactEnvelope{
		Version:    "0",
		ID:         eventID("contact", string(s.instance), strconv.FormatInt(s.number, 10), s.kind),
		DetailType: "Amazon Connect Contact Event",
		Source:     "aws.connect",
		Account:    s.account.Number,
		Time:       s.at.Std().Format("2006-01-02T15:04:05Z"),
		Region:     s.account.Region,
		Resources:  []string{s.account.ARN(s.instance, acd.KindContact, string(s.contact.ID)), instanceARN},
		Detail:     s.detail(instanceARN),
	})
}

func (s *contactShown) detail(instanceARN string) contactDetail {
	c := s.contact
	d := contactDetail{
		EventType: s.kind, ContactID: c.ID, InitialContactID: c.InitialID, PreviousContactID: c.PreviousID,
		RelatedContactID: c.RelatedID, Channel: c.Channel, InstanceARN: instanceARN,
		InitiationMethod: c.InitiationMethod, QueueInfo: s.queueInfo(), AgentInfo: s.agentInfo(),
		InitiationTimestamp:        stamp(c.InitiatedAt),
		ConnectedToSystemTimestamp: stamp(c.ConnectedToSystemAt),
		DisconnectTimestamp:        stamp(c.DisconnectedAt),
		DisconnectReason:           c.DisconnectReason,
		ScheduledTimestamp:         stamp(c.ScheduledAt),
		CustomerID:                 c.CustomerID,
		SegmentAttributes:          segmentAttributesOf(c.SegmentAttributes),
		Tags:                       c.Tags,
		RoutingCriteria:            criteriaOf(s.criteria),
	}
	if s.updated != "" {
		d.UpdatedProperties = []string{s.updated}
	}
	if c.Channel == acd.Task {
		d.ContactDetails = c.Attributes
	}
	return d
}

// queueInfo says where the contact waits or has waited; of an outbound contact Amazon does not say it.
func (s *contactShown) queueInfo() *queueInfo {
	c := s.contact
	if c.Queue.IsZero() || c.InitiationMethod.IsOutbound() {
		return nil
	}
	return &queueInfo{
		QueueARN:         queueARN(s.account, s.instance, c.Queue),
		EnqueueTimestamp: stamp(c.EnqueuedAt),
		QueueType:        c.Queue.Type,
	}
}

func queueARN(a acd.Account, instance acd.InstanceID, q acd.QueueRef) string {
	kind := acd.KindQueue
	if q.Type == acd.AgentQueue {
		kind = acd.KindAgentQueue
	}
	return a.ARN(instance, kind, string(q.ID))
}

func (s *contactShown) agentInfo() *agentInfo {
	a := s.contact.Agent
	if a == nil {
		return nil
	}
	info := &agentInfo{
		AgentARN:                   s.account.ARN(s.instance, acd.KindUser, string(a.UserID)),
		ConnectedToAgentTimestamp:  stamp(a.ConnectedAt),
		AgentInitiatedHoldDuration: wholeSeconds(a.HoldTotal),
		AfterContactWorkStart:      stamp(a.WorkStartedAt),
		AfterContactWorkEnd:        stamp(a.WorkEndedAt),
	}
	if len(a.HierarchyPath) > 0 {
		info.HierarchyGroups = map[string]groupARN{}
	}
	for n, id := range a.HierarchyPath {
		info.HierarchyGroups["level"+acd.HierarchyLevelID(n+1)] = groupARN{
			s.account.ARN(s.instance, acd.KindHierarchyGroup, string(id))}
	}
	if !a.WorkEndedAt.IsZero() {
		took := wholeSeconds(a.WorkEndedAt.Sub(a.WorkStartedAt))
		info.AfterContactWorkDuration = &took
	}
	return info
}
