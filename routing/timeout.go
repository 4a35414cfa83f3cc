package routing

import (
	"slices"

	"patchcord/acd"
)

// This file is about participants of a chat who fall silent (AG:setup-chat-timeouts, A0266).

// setTimers sets how long the participants of a chat may be silent. What holds now goes on as it began.
func (r *Router) setTimers(cmd acd.UpdateParticipantRoleConfig, ended []acd.Contact) error {
	c, err := r.find(cmd.ContactID, ended)
	switch {
	case err != nil:
		return err
	case c == nil || c.HasEnded():
		return acd.Errorf(acd.Conflict, "contact %s has ended; only a chat that goes on has timers", cmd.ContactID)
	case c.Channel != acd.Chat:
		return acd.Errorf(acd.Improper, "contact %s is of channel %s; only a CHAT has timers", c.ID, c.Channel)
	case c.Monitors != nil:
		return acd.Errorf(acd.Improper, "contact %s monitors contact %s; set the timers of that one", c.ID,
			c.Monitors.ContactID)
	}
	for i, timer := range cmd.Timers {
		if slices.ContainsFunc(cmd.Timers[:i], func(t acd.ParticipantTimer) bool {
			return t.Role == timer.Role && t.Type == timer.Type
		}) {
			return acd.Errorf(acd.Improper, "ParticipantTimerConfigList has two timers %s for the role %s; give each once",
				timer.Type, timer.Role)
		}
	}
	if timers := c.Timeouts.Set(cmd.Timers); c.Timeouts == nil || !slices.Equal(timers, c.Timeouts.Timers) {
		r.say.Emit(acd.ParticipantTimersSet{ContactID: c.ID, Timers: timers})
	}
	return nil
}

// checkTold says why the media's side cannot have seen what it tells of a chat.
func checkTold(c *acd.Contact, cmd acd.ReportMedia) error {
	ofBot := cmd.BotLeft || cmd.Wrote == acd.RoleCustomBot
	switch {
	case cmd.Wrote == "" && !cmd.BotLeft:
	case !slices.Contains([]string{"", acd.RoleCustomer, acd.RoleAgent, acd.RoleCustomBot}, cmd.Wrote):
		return acd.Errorf(acd.Invalid, "MessageFrom is %.40q; give CUSTOMER, AGENT or CUSTOM_BOT", cmd.Wrote)
	case c.Channel != acd.Chat:
		return acd.Errorf(acd.Improper, "contact %s is a %s; only a CHAT has messages and bots", c.ID, c.Channel)
	case c.HasEnded():
		return acd.Errorf(acd.Conflict, "contact %s has ended already", c.ID)
	case cmd.Wrote == acd.RoleAgent && c.Agent == nil:
		return acd.Errorf(acd.Conflict, "no agent has accepted contact %s; MessageFrom can be CUSTOMER", c.ID)
	case ofBot && c.Bot() == nil:
		return acd.Errorf(acd.Conflict, "no bot is in contact %s; CreateParticipant adds one", c.ID)
	}
	return nil
}

// hear notes who has written in a chat, and whether its bot has left.
func (r *Router) hear(c *acd.Contact, cmd acd.ReportMedia) {
	role := cmd.Wrote
	if cmd.Customer == acd.CustomerBack {
		role = acd.RoleCustomer
	}
	if w := c.Timeouts.Watch(role); w != nil {
		r.say.Emit(acd.ParticipantWrote{ContactID: c.ID, Role: role, Returned: !w.IdleSince.IsZero()})
	}
	if cmd.BotLeft {
		r.say.Emit(acd.BotDisconnected{ContactID: c.ID})
	}
}

// timeOut lets the watch run out that is due: its role is idle, or all but the customer are disconnected.
func (r *Router) timeOut(c *contact) {
	w := c.Timeouts.Next()
	if w.Idle > 0 && w.IdleSince.IsZero() {
		r.say.Emit(acd.ParticipantIdled{ContactID: c.ID, Role: w.Role})
		return
	}
	r.say.Emit(acd.ParticipantsAutoDisconnected{ContactID: c.ID, Role: w.Role})
	if c.Bot() != nil {
		r.say.Emit(acd.BotDisconnected{ContactID: c.ID})
	}
	r.say.Lead(c.ID, acd.HookAutoDisconnected)
}

// beginTalk lets the watches begin by the timers that are set now, where the customer of a chat has somebody to talk
// to: an agent, or a bot, which itself is never idle (AG:chat-customize-flow).
func beginTalk(c *contact, at acd.Time) {
	switch {
	case c.Timeouts == nil || !c.CustomerExpectedBy.IsZero():
	case c.Agent != nil:
		c.Timeouts = c.Timeouts.Began(at, acd.RoleCustomer, acd.RoleAgent)
	case c.Bot() != nil:
		c.Timeouts = c.Timeouts.Began(at, acd.RoleCustomer)
	}
}

// replayTalk makes an event so that is about those who take part in a chat and their silence, and says whether it was
// one.
func (r *Router) replayTalk(e acd.Event) bool {
	switch b := e.Body.(type) {
	case acd.ParticipantAdded:
		r.change(e, b.ContactID, func(c *contact) {
			c.Participants = append(slices.Clone(c.Participants), b.Participant)
			beginTalk(c, e.At)
		})
	case acd.ParticipantTimersSet:
		r.change(e, b.ContactID, func(c *contact) { c.Timeouts = c.Timeouts.With(b.Timers) })
	case acd.ParticipantWrote:
		r.change(e, b.ContactID, func(c *contact) {
			c.Timeouts = c.Timeouts.Changed(b.Role, func(w *acd.Watch) { w.Since, w.IdleSince = e.At, 0 })
		})
	case acd.ParticipantIdled:
		r.change(e, b.ContactID, func(c *contact) {
			c.Timeouts = c.Timeouts.Changed(b.Role, func(w *acd.Watch) { w.IdleSince = e.At })
		})
	case acd.ParticipantsAutoDisconnected:
		r.change(e, b.ContactID, func(c *contact) { c.Timeouts = c.Timeouts.Began(e.At) })
	case acd.BotDisconnected:
		r.change(e, b.ContactID, func(c *contact) {
			c.Participants = slices.Clone(c.Participants)
			if bot := c.Bot(); bot != nil {
				bot.LeftAt = e.At
			}
			c.Timeouts = c.Timeouts.Began(e.At)
		})
	default:
		return false
	}
	return true
}
