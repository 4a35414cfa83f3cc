package instance_test

import (
	"slices"

	"patchcord/acd"
)

// This file brings contacts in that begin in another way than by a customer who comes: calls that are placed, and
// contacts that agents have without having been rung at.

// placeCall makes of a call one that is placed, or one from the web.
func (l *life) placeCall(cmd *acd.StartContact) {
	if l.oneIn(3) {
		cmd.InitiationMethod = acd.WebRTC
		return
	}
	cmd.InitiationMethod = acd.API
	cmd.RingFor = acd.Seconds(1 + l.rng.IntN(30))
	cmd.QueueID = anyOf(l, slices.Concat(l.queues, []acd.QueueID{"", "nowhere"}))
	cmd.CustomerEndpoint = &acd.Endpoint{Type: acd.TelephoneNumber,
		Address: anyOf(l, []string{"+12065550100", "+447700900123", "soon"})}
	cmd.SystemEndpoint = anyOf(l, []*acd.Endpoint{nil, {Type: acd.TelephoneNumber, Address: "+12065550199"}})
}

// createContact adds a contact that no flow leads, or sends one that is a draft.
func (l *life) createContact() {
	id := l.livingContact()
	if c, _ := l.inst.Contact(id); c.Participant != nil && l.oneIn(2) {
		l.join(c)
		return
	}
	if c, ok := l.inst.Contact(id); ok && (c.IsDraft() || l.oneIn(20)) {
		end := &acd.Endpoint{Type: acd.EmailAddressPoint, Address: "pat@example.com"}
		l.ask(acd.SendEmail{ContactID: id, Customer: end, System: anyOf(l, []*acd.Endpoint{nil, end, end})})
		return
	}
	external := acd.ExternalAudio
	kind := anyOf(l, []acd.StartContact{
		{Channel: acd.Email, InitiationMethod: acd.Outbound}, {Channel: acd.Email, InitiationMethod: acd.AgentReply},
		{Channel: acd.Email, InitiationMethod: acd.ByFlow}, {Channel: acd.Task, InitiationMethod: acd.API},
		{Channel: acd.Voice, InitiationMethod: acd.Transfer, PreviousID: id,
			SegmentAttributes: map[string]acd.SegmentAttribute{acd.SubtypeAttribute: {String: &external}}},
	})
	kind.Operation = "CreateContact"
	if kind.InitiationMethod == acd.AgentReply || l.oneIn(5) {
		kind.RelatedID = anyOf(l, l.contacts)
	}
	l.ask(acd.CreateContact{Contact: kind, UserID: anyOf(l, append(slices.Clone(l.users), "")),
		Completed: kind.Channel == acd.Task && l.oneIn(2)})
}

// isTaken says whether a contact in an agent's hands has never been offered to him: his slots and his status were not
// asked.
func isTaken(h acd.AgentContact) bool { return h.QueuedAt.IsZero() }

// join lets somebody join a chat or a web call, or a chat go on with an earlier one.
func (l *life) join(c acd.Contact) {
	if l.oneIn(2) {
		l.ask(acd.CreateParticipant{ContactID: c.ID, Role: anyOf(l, []string{acd.RoleCustomBot, acd.RoleCustomer})})
		return
	}
	source := anyOf(l, l.contacts)
	l.ask(acd.ContinueChat{ContactID: c.ID, Rehydration: acd.Rehydration{Source: source, From: source}})
}
