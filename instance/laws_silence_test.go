package instance_test

import (
	"slices"

	"patchcord/acd"
)

// This file lets the participants of chats fall silent, and judges when that is noticed.

// hush sets timers of a chat, lets somebody write in it, or lets a bot join it or leave it.
func (l *life) hush() {
	id := l.livingContact()
	for _, c := range l.inst.Contacts() {
		if c.Channel == acd.Chat && l.oneIn(2) {
			id = c.ID
		}
	}
	role := anyOf(l, []string{acd.RoleCustomer, acd.RoleAgent, acd.RoleCustomBot})
	switch n := l.rng.IntN(10); {
	case n < 4:
		l.setTimers(id)
	case n < 6:
		l.ask(acd.CreateParticipant{Operation: "Join", ContactID: id, Role: acd.RoleCustomBot})
	case n < 7:
		l.ask(acd.ReportMedia{ContactID: id, BotLeft: true})
	case n < 9:
		l.ask(acd.ReportMedia{ContactID: id, Wrote: role})
	default:
		l.ask(acd.ReportMedia{ContactID: id, Wrote: role, BotLeft: l.oneIn(2),
			Customer: anyOf(l, []acd.CustomerState{acd.CustomerBack, acd.CustomerCame, acd.CustomerLeft})})
	}
}

// setTimers sets timers of a contact.
func (l *life) setTimers(id acd.ContactID) {
	cmd := acd.UpdateParticipantRoleConfig{ContactID: id}
	for range 1 + l.rng.IntN(3) {
		cmd.Timers = append(cmd.Timers, acd.ParticipantTimer{
			Role: anyOf(l, []string{acd.RoleCustomer, acd.RoleAgent}), For: acd.Seconds(int32(5 * l.rng.IntN(4))),
			Type: anyOf(l, []acd.TimerType{acd.IdleTimer, acd.DisconnectTimer})})
	}
	l.ask(cmd)
}

// silence is what the events have said of those who are silent in a chat.
type silence struct {
	set   []acd.ParticipantTimer // for the next conversation
	hold  []acd.ParticipantTimer // for this one
	since map[string]acd.Time    // who takes part, and since when he is silent
	idle  map[string]acd.Time    // who is idle, and since when
	bot   bool
}

func (s *silence) lasts(role string, kind acd.TimerType) acd.Time {
	at := slices.IndexFunc(s.hold, func(t acd.ParticipantTimer) bool { return t.Role == role && t.Type == kind })
	if at < 0 {
		return 0
	}
	return acd.Time(s.hold[at].For)
}

// due returns when a role is to be found silent next, 0 for never, and whether it is found idle then.
func (s *silence) due(role string) (at acd.Time, idle bool) {
	since, takesPart := s.since[role]
	toIdle, toEnd := s.lasts(role, "IDLE"), s.lasts(role, "DISCONNECT_NONCUSTOMER")
	wasIdle, isIdle := s.idle[role]
	switch {
	case !takesPart:
		return 0, false
	case toIdle > 0 && !isIdle:
		return since + toIdle, true
	case toEnd > 0 && isIdle:
		return wasIdle + toEnd, false
	case toEnd > 0 && toIdle == 0:
		return since + toEnd, false
	}
	return 0, false
}

// begin lets a conversation begin, if somebody is there to talk to.
func (s *silence) begin(c *acd.Contact, at acd.Time) {
	s.since, s.idle, s.hold = nil, nil, s.set
	switch {
	case c.CustomerExpectedBy != 0 || c.HasEnded():
	case c.Agent != nil:
		s.since = map[string]acd.Time{"CUSTOMER": at, "AGENT": at}
	case s.bot:
		s.since = map[string]acd.Time{"CUSTOMER": at}
	}
	s.idle = map[string]acd.Time{}
}

// silenceOf returns what is known of the silence in a chat.
func (r *rules) silenceOf(id acd.ContactID) *silence {
	if r.silences[id] == nil {
		r.silences[id] = &silence{}
	}
	return r.silences[id]
}

// judgeSilence demands that whoever is silent is found so in his time.
func (r *rules) judgeSilence(e acd.Event) {
	switch b := e.Body.(type) {
	case acd.ContactInitiated:
		if t := b.Contact.Timeouts; t != nil {
			r.silenceOf(b.Contact.ID).set = t.Timers
		}
		if old := r.silences[b.Contact.PreviousID]; b.Contact.Channel == acd.Chat && old != nil &&
			b.Contact.InitiationMethod != acd.API && !slices.Equal(old.set, r.silenceOf(b.Contact.ID).set) {
			r.life.fault("%s has the timers %+v, the one before %+v", b.Contact.ID, b.Contact.Timeouts, old.set)
		}
	case acd.ParticipantTimersSet:
		r.silenceOf(b.ContactID).set = b.Timers
	case acd.ContactAccepted:
		r.talk(e, b.ContactID, func(s *silence) { s.bot = false })
	case acd.CustomerConnected:
		r.talk(e, b.ContactID, func(*silence) {})
	case acd.ParticipantAdded:
		r.talk(e, b.ContactID, func(s *silence) { s.bot = b.Participant.Role == "CUSTOM_BOT" })
	case acd.BotDisconnected:
		r.talk(e, b.ContactID, func(s *silence) { s.bot = false })
	case acd.ContactDisconnected:
		r.talk(e, b.ContactID, func(s *silence) { s.bot = false })
	case acd.ParticipantWrote:
		s := r.silenceOf(b.ContactID)
		if _, wasIdle := s.idle[b.Role]; wasIdle != b.Returned {
			r.life.fault("%s of %s returns: %v", b.Role, b.ContactID, b.Returned)
		}
		s.since[b.Role] = e.At
		delete(s.idle, b.Role)
	case acd.ParticipantIdled:
		r.judgeDue(e, b.ContactID, b.Role, true)
		r.silenceOf(b.ContactID).idle[b.Role] = e.At
	case acd.ParticipantsAutoDisconnected:
		r.judgeDue(e, b.ContactID, b.Role, false)
		r.silenceOf(b.ContactID).since = nil
	case acd.Resumed:
		for _, s := range r.silences { // order does not show: each for itself
			for role := range s.since { // order does not show: each for itself
				s.since[role] += acd.Time(b.To.Sub(b.From))
			}
			for role := range s.idle { // order does not show: each for itself
				s.idle[role] += acd.Time(b.To.Sub(b.From))
			}
		}
	}
}

// talk lets a conversation begin or end, once how has changed what is known of it.
func (r *rules) talk(e acd.Event, id acd.ContactID, how func(*silence)) {
	c, _ := r.life.mirror.Contact(id)
	s := r.silenceOf(id)
	how(s)
	s.begin(&c, e.At)
}

func (r *rules) judgeDue(e acd.Event, id acd.ContactID, role string, idle bool) {
	if at, toIdle := r.silenceOf(id).due(role); at != e.At || toIdle != idle {
		r.life.fault("%s of %s is found silent at %d, was to be at %d (idle: %v)", role, id, e.At, at, toIdle)
	}
}

// judgeSilences demands that nobody is silent for longer than is allowed.
func (r *rules) judgeSilences() {
	for _, c := range r.life.inst.Contacts() {
		s := r.silences[c.ID]
		if s == nil || c.HasEnded() {
			continue
		}
		for _, role := range []string{"CUSTOMER", "AGENT"} {
			if at, _ := s.due(role); at != 0 && at <= r.life.inst.Now() {
				r.life.fault("%s of %s is silent since %d, and nobody notices", role, c.ID, s.since[role])
			}
		}
	}
}
