package workspace

import (
	"strconv"

	"patchcord/acd"
	"patchcord/instance"
)

// The types of agent events (AG:agent-event-stream-model).
const (
	login       = "LOGIN"
	logout      = "LOGOUT"
	stateChange = "STATE_CHANGE"
	heartBeat   = "HEART_BEAT"
)

// agentShown is an agent event: the agent right after it and before it.
type agentShown struct {
	account  acd.Account
	instance acd.InstanceID
	user     acd.UserID
	number   int64 // of the event in its instance
	at       acd.Time
	kind     string
	current  *snapshot
	previous *snapshot // nil: there was none
}

// seeAgent puts what an event means to those who follow its agent on his tape.
func (h *hall) seeAgent(a acd.Account, at position, e acd.Event, i *instance.Instance) {
	for _, id := range append(h.cast.forget(e), agentIn(e.Body, i)...) {
		agent, ok := i.Agent(id)
		if !ok {
			continue
		}
		last := h.cast.last[id]
		shown := &agentShown{account: a, instance: h.id, user: id, number: e.Number, at: e.At, kind: stateChange,
			current: &snapshot{agent, h.cast.settingsOf(id, i)}}
		if last != nil {
			if last.current.sameAs(shown.current) {
				continue
			}
			shown.previous = last.current
		}
		switch was, is := shown.previous.isOn(), shown.current.isOn(); {
		case is && !was:
			shown.kind = login
		case was && !is:
			shown.kind = logout
		}
		h.tell(at, shown)
	}
	if b, ok := e.Body.(acd.UserDeleted); ok {
		h.seeGone(a, at, e, b.UserID)
	}
}

// seeGone tells that an agent was deleted: whoever was at work is no longer.
func (h *hall) seeGone(a acd.Account, at position, e acd.Event, id acd.UserID) {
	last := h.cast.last[id]
	if last != nil && last.current.isOn() {
		h.tell(at, &agentShown{account: a, instance: h.id, user: id, number: e.Number, at: e.At, kind: logout,
			current: last.current, previous: last.current})
	}
	delete(h.cast.last, id)
	delete(h.cast.settings, id)
}

func (h *hall) tell(at position, shown *agentShown) {
	h.cast.remember(shown)
	h.agents.add(string(shown.user), entry{at, shown})
}

// agentIn returns the agent whose hands or status an event is about.
func agentIn(body acd.Body, i *instance.Instance) []acd.UserID {
	switch b := body.(type) {
	case acd.ContactOffered:
		return []acd.UserID{b.UserID}
	case acd.OfferMissed:
		return []acd.UserID{b.UserID}
	case acd.OfferRejected:
		return []acd.UserID{b.UserID}
	case acd.OfferWithdrawn:
		return []acd.UserID{b.UserID}
	case acd.ContactAccepted:
		return []acd.UserID{b.UserID}
	case acd.ContactTaken:
		return []acd.UserID{b.UserID}
	case acd.ContactHeld:
		return []acd.UserID{b.UserID}
	case acd.ContactUnheld:
		return []acd.UserID{b.UserID}
	case acd.AfterContactWorkEnded:
		return []acd.UserID{b.UserID}
	case acd.UserContactDismissed:
		return []acd.UserID{b.UserID}
	case acd.AgentStatusChanged:
		return []acd.UserID{b.UserID}
	case acd.NextAgentStatusSet:
		return []acd.UserID{b.UserID}
	case acd.ContactPaused:
		return agentOf(b.ContactID, i)
	case acd.ContactResumed:
		return agentOf(b.ContactID, i)
	case acd.ContactDisconnected:
		return agentOf(b.ContactID, i)
	}
	return nil
}

// agentOf returns the agent who has accepted a contact, if one has.
func agentOf(id acd.ContactID, i *instance.Instance) []acd.UserID {
	if c, ok := i.Contact(id); ok && c.Agent != nil {
		return []acd.UserID{c.Agent.UserID}
	}
	return nil
}

// heartBeatEvery is how long a stream of agent events is silent before it says that the agent is as he was;
// heartBeatsAfter is how long it goes on saying so of one who is offline (AG:agent-event-stream-model; A0080).
const (
	heartBeatEvery  = 120 * acd.Second
	heartBeatsAfter = acd.Hour
)

// beat returns the heart beat of an agent at an instant, nil where there is none any more.
func (s *agentShown) beat(now acd.Time) *agentShown {
	if s == nil || !s.current.isOn() && now.Sub(s.current.agent.StatusSince) > heartBeatsAfter {
		return nil
	}
	again := *s
	again.kind, again.at = heartBeat, now
	return &again
}

// show is part of shown.
func (s *agentShown) show() (string, []byte) {
	id := eventID("agent", string(s.instance), strconv.FormatInt(s.number, 10), string(s.user), s.kind,
		strconv.FormatInt(int64(s.at), 10))
	return s.kind, line(agentForm{
		AWSAccountID:          s.account.Number,
		AgentARN:              s.account.ARN(s.instance, acd.KindUser, string(s.user)),
		CurrentAgentSnapshot:  s.form(s.current),
		EventID:               id,
		EventTimestamp:        stamp(s.at),
		EventType:             s.kind,
		InstanceARN:           s.account.InstanceARN(s.instance),
		PreviousAgentSnapshot: s.form(s.previous),
		Version:               "2017-10-01",
	})
}
