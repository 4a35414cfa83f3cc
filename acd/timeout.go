package acd

import "slices"

// This file is about participants of a chat who fall silent (AG:setup-chat-timeouts).

// HookAutoDisconnected is the moment at which all but the customer are disconnected. No flow can be set for it.
const HookAutoDisconnected ContactHook = "auto-disconnected"

// TimerType says what happens when a timer of a participant has run out, as Amazon spells it.
type TimerType string

// The types of timers.
const (
	IdleTimer       TimerType = "IDLE"                   // the participant counts as idle
	DisconnectTimer TimerType = "DISCONNECT_NONCUSTOMER" // all but the customer are disconnected
)

// ParticipantTimer is how long those of a role may be silent.
type ParticipantTimer struct {
	Role string // CUSTOMER or AGENT
	Type TimerType
	For  Duration // zero, where a timer is being set: there is to be none
}

// Timeouts are the timers of a chat, and the watches that run by them.
type Timeouts struct {
	Timers  []ParticipantTimer // by role and type; they hold from the next agent or bot on
	Watches []Watch            // of the present conversation, by role
}

// Watch is how long one role of a conversation has been silent.
type Watch struct {
	Role       string
	Idle       Duration // silence after which it counts as idle; zero: never
	Disconnect Duration // silence, or idleness where there is that, after which the others are disconnected; zero: never
	Since      Time     // of its latest message, or of the beginning
	IdleSince  Time     // zero: it is not idle
}

// Due returns when the watch runs out next; zero: never.
func (w *Watch) Due() Time {
	switch {
	case w.Idle > 0 && w.IdleSince.IsZero():
		return w.Since.Add(w.Idle)
	case w.Disconnect == 0:
		return 0
	case w.Idle > 0:
		return w.IdleSince.Add(w.Disconnect)
	}
	return w.Since.Add(w.Disconnect)
}

// Next returns the watch that runs out first, nil where none ever does.
func (t *Timeouts) Next() *Watch {
	if t == nil {
		return nil
	}
	var next *Watch
	for i := range t.Watches {
		if w := &t.Watches[i]; !w.Due().IsZero() && (next == nil || w.Due() < next.Due()) {
			next = w
		}
	}
	return next
}

// Due returns when a watch runs out next; zero: none ever does.
func (t *Timeouts) Due() Time {
	if w := t.Next(); w != nil {
		return w.Due()
	}
	return 0
}

// Watch returns the watch of a role, nil where none runs.
func (t *Timeouts) Watch(role string) *Watch {
	if t == nil {
		return nil
	}
	at := slices.IndexFunc(t.Watches, func(w Watch) bool { return w.Role == role })
	if at < 0 {
		return nil
	}
	return &t.Watches[at]
}

// Of returns the duration of a timer, zero where it is not set.
func (t *Timeouts) Of(role string, kind TimerType) Duration {
	if t == nil {
		return 0
	}
	for _, timer := range t.Timers {
		if timer.Role == role && timer.Type == kind {
			return timer.For
		}
	}
	return 0
}

// Set returns the timers once some of them have been set anew, by role and type.
func (t *Timeouts) Set(timers []ParticipantTimer) []ParticipantTimer {
	var all []ParticipantTimer
	for _, role := range []string{RoleCustomer, RoleAgent} {
		for _, kind := range []TimerType{IdleTimer, DisconnectTimer} {
			one := ParticipantTimer{role, kind, t.Of(role, kind)}
			for _, timer := range timers {
				if timer.Role == role && timer.Type == kind {
					one.For = timer.For
				}
			}
			if one.For > 0 {
				all = append(all, one)
			}
		}
	}
	return all
}

// With returns the timeouts with other timers. Watches that run stay as they are.
func (t *Timeouts) With(timers []ParticipantTimer) *Timeouts {
	next := Timeouts{Timers: timers}
	if t != nil {
		next.Watches = t.Watches
	}
	return next.orNil()
}

// Began returns the timeouts once a conversation has begun, with the roles that can fall silent in it.
func (t *Timeouts) Began(at Time, roles ...string) *Timeouts {
	if t == nil {
		return nil
	}
	next := Timeouts{Timers: t.Timers}
	for _, role := range roles {
		w := Watch{Role: role, Idle: t.Of(role, IdleTimer), Disconnect: t.Of(role, DisconnectTimer), Since: at}
		if w.Idle > 0 || w.Disconnect > 0 {
			next.Watches = append(next.Watches, w)
		}
	}
	return next.orNil()
}

// Changed returns the timeouts with the watch of a role changed.
func (t *Timeouts) Changed(role string, how func(*Watch)) *Timeouts {
	if t == nil {
		return nil
	}
	next := Timeouts{Timers: t.Timers, Watches: slices.Clone(t.Watches)}
	if w := next.Watch(role); w != nil {
		how(w)
	}
	return &next
}

// Later returns the timeouts with every watch longer by a time in which nobody could be heard.
func (t *Timeouts) Later(by Duration) *Timeouts {
	next := t
	if t != nil {
		for _, w := range t.Watches {
			next = next.Changed(w.Role, func(w *Watch) {
				w.Since = w.Since.Add(by)
				if !w.IdleSince.IsZero() {
					w.IdleSince = w.IdleSince.Add(by)
				}
			})
		}
	}
	return next
}

func (t *Timeouts) orNil() *Timeouts {
	if t.Timers == nil && t.Watches == nil {
		return nil
	}
	return t
}

// Bot returns the bot that the customer of a chat talks to, nil where there is none. One leaves when an agent comes
// (AG:chat-customize-flow).
func (c *Contact) Bot() *Participant {
	if c.Agent != nil {
		return nil
	}
	for i := range c.Participants {
		if p := &c.Participants[i]; p.Role == RoleCustomBot && p.LeftAt.IsZero() {
			return p
		}
	}
	return nil
}

// UpdateParticipantRoleConfig sets timers of a chat. Those that it does not name stay.
type UpdateParticipantRoleConfig struct {
	ContactID ContactID
	Timers    []ParticipantTimer
}

func (UpdateParticipantRoleConfig) command() {}

// What happens to those who fall silent.
type (
	// ParticipantTimersSet says which timers a chat has from now on. Those that run go on as they began.
	ParticipantTimersSet struct {
		ContactID ContactID
		Timers    []ParticipantTimer
	}
	// ParticipantWrote says that a participant whose silence is watched has sent a message.
	ParticipantWrote struct {
		ContactID ContactID
		Role      string
		Returned  bool // he was idle
	}
	// ParticipantIdled says that a participant counts as idle from now on.
	ParticipantIdled struct {
		ContactID ContactID
		Role      string
	}
	// ParticipantsAutoDisconnected says that all but the customer are disconnected because of the silence of a role. What
	// that means for the contact follows.
	ParticipantsAutoDisconnected struct {
		ContactID ContactID
		Role      string
	}
	// BotDisconnected says that the bot of a chat has left it.
	BotDisconnected struct{ ContactID ContactID }
)

// Nature of each event: what time has brought about is a decision, all else a fact.
func (ParticipantTimersSet) Nature() Nature         { return Fact }
func (ParticipantWrote) Nature() Nature             { return Fact }
func (ParticipantIdled) Nature() Nature             { return Decision }
func (ParticipantsAutoDisconnected) Nature() Nature { return Decision }
func (BotDisconnected) Nature() Nature              { return Fact }
