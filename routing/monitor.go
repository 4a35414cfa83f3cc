package routing

import (
	"cmp"
	"slices"

	"patchcord/acd"
)

// MayMonitor says why a user cannot monitor a contact. It must be a call or a chat that another agent has. He must be
// there, his routing profile must have the channel (AG:monitor-conversations-howto), and he listens to one call at a
// time, while he has no other. What his security profiles allow is not asked, as Amazon does not (A0231).
func (r *Router) MayMonitor(user acd.UserID, id acd.ContactID, ended []acd.Contact) error {
	c, err := r.find(id, ended)
	if err != nil {
		return err
	}
	a, ok := r.users[user]
	switch {
	case !ok:
		return acd.Errorf(acd.NotFound, "user %s does not exist in this instance", user)
	case c == nil || c.HasEnded():
		return acd.Errorf(acd.Improper, "contact %s has ended; only one that an agent has can be monitored", id)
	case c.Channel != acd.Voice && c.Channel != acd.Chat:
		return acd.Errorf(acd.Improper, "contact %s is of channel %s; only a VOICE or a CHAT can be monitored", id, c.Channel)
	case c.Monitors != nil:
		return acd.Errorf(acd.Improper, "contact %s monitors contact %s; monitor that one", id, c.Monitors.ContactID)
	case c.State != acd.ConnectedTo:
		return acd.Errorf(acd.Improper, "contact %s is %s; only one that an agent has can be monitored", id, c.State)
	case c.Agent.UserID == user:
		return acd.Errorf(acd.Improper, "user %s has contact %s himself; another user can monitor it", user, id)
	case !a.present:
		return acd.Errorf(acd.Improper, "user %s has never set a status; he can monitor once he is there", user)
	}
	if _, ok := a.profile.ConcurrencyOf(c.Channel); !ok {
		return acd.Errorf(acd.Improper, "the routing profile of user %s does not have the channel %s", user, c.Channel)
	}
	return r.roomToMonitor(a, c)
}

func (r *Router) roomToMonitor(a *agent, c *contact) error {
	for _, h := range a.Hands {
		if c.Channel == acd.Voice && h.Channel == acd.Voice {
			return acd.Errorf(acd.Improper, "user %s has contact %s, a call, in his hands; he can monitor one call when he has "+
				"no other", a.UserID, h.ContactID)
		}
	}
	others := r.monitors[c.ID]
	for _, m := range others {
		if m.Agent.UserID == a.UserID {
			return acd.Errorf(acd.Improper, "user %s monitors contact %s already, by contact %s", a.UserID, c.ID, m.ID)
		}
	}
	if most := acd.MonitorsMax(c.Channel); len(others) >= most {
		return acd.Errorf(acd.Limit, "%d users monitor contact %s, as many as can monitor a contact of channel %s", most,
			c.ID, c.Channel)
	}
	return nil
}

// monitor returns the contact by which a supervisor listens, where he has it.
func (r *Router) monitor(user acd.UserID, id acd.ContactID, ended []acd.Contact, what string) (*contact, error) {
	c, err := r.inHand(user, id, ended, what, acd.HandConnected)
	if err == nil && c.Monitors == nil {
		err = acd.Errorf(acd.Conflict, "contact %s monitors nothing; give the contact that MonitorContact has answered", id)
	}
	return c, err
}

// changeMode lets a supervisor take part, if he may and no other does (AG:monitor-conversations), or be silent again.
func (r *Router) changeMode(cmd acd.ChangeMonitorMode, ended []acd.Contact) error {
	what := "silence"
	if cmd.Mode == acd.Barge {
		what = "barge"
	}
	c, err := r.monitor(cmd.UserID, cmd.ContactID, ended, what)
	switch {
	case err != nil:
		return err
	case cmd.Mode == c.Agent.Mode():
		return acd.Errorf(acd.Conflict, "contact %s is in the mode %s already", c.ID, cmd.Mode)
	case cmd.Mode == acd.Barge && !c.Monitors.MayBarge:
		return acd.Errorf(acd.Denied, "user %s may listen to contact %s and not take part; monitor it with the capability "+
			"BARGE", cmd.UserID, c.Monitors.ContactID)
	case r.contacts[c.Monitors.ContactID] == nil || r.contacts[c.Monitors.ContactID].HasEnded():
		return acd.Errorf(acd.Conflict, "user %s has taken contact %s over; he cannot be silent in it", cmd.UserID,
			c.Monitors.ContactID)
	}
	for _, m := range r.monitors[c.Monitors.ContactID] {
		if cmd.Mode == acd.Barge && m.Agent.Mode() == acd.Barge {
			return acd.Errorf(acd.Conflict, "user %s takes part in contact %s; one supervisor can at a time", m.Agent.UserID,
				c.Monitors.ContactID)
		}
	}
	r.say.Emit(acd.MonitorModeChanged{ContactID: c.ID, UserID: cmd.UserID, Mode: cmd.Mode})
	return nil
}

// takeOver ends the contact of the agent whom a supervisor takes the customer from. His own goes on (A0233).
func (r *Router) takeOver(cmd acd.TakeOverContact, ended []acd.Contact) error {
	c, err := r.monitor(cmd.UserID, cmd.ContactID, ended, "take over by")
	if err != nil {
		return err
	}
	old := r.contacts[c.Monitors.ContactID]
	switch {
	case old == nil || old.HasEnded():
		return acd.Errorf(acd.Conflict, "contact %s has ended; there is nobody to take it over from", c.Monitors.ContactID)
	case c.Agent.Mode() != acd.Barge:
		return acd.Errorf(acd.Conflict, "user %s listens to contact %s; he can take it over once he takes part", cmd.UserID,
			old.ID)
	}
	r.end(old, acd.ReasonBarged)
	return nil
}

// endMonitors ends what monitors a contact that has ended (AG:monitor-conversations-howto), for the same reason. A
// supervisor who has disconnected the agent stays with the customer.
func (r *Router) endMonitors(id acd.ContactID, reason string) {
	list := slices.Clone(r.monitors[id])
	slices.SortFunc(list, func(a, b *contact) int { return cmp.Compare(a.Number, b.Number) })
	for _, m := range list {
		if reason != acd.ReasonBarged || m.Agent.Mode() != acd.Barge {
			r.end(m, reason)
		}
	}
}

// withMode returns an agent who does something else with what he monitors from an instant on; empty: nothing any more.
func withMode(a *acd.AgentInfo, mode acd.MonitorMode, at acd.Time) *acd.AgentInfo {
	info := *a
	info.MonitorSpells = slices.Clone(a.MonitorSpells)
	if last := len(info.MonitorSpells) - 1; last >= 0 && info.MonitorSpells[last].To.IsZero() {
		info.MonitorSpells[last].To = at
	}
	if mode != "" {
		info.MonitorSpells = append(info.MonitorSpells, acd.MonitorSpell{Mode: mode, From: at})
	}
	return &info
}

// replayMonitorLeft takes from a supervisor what he has monitored. There is no work after it (A0232).
func (r *Router) replayMonitorLeft(c *contact, info *acd.AgentInfo, e acd.Event) {
	c.Agent = withMode(info, "", e.At)
	a := r.users[info.UserID]
	r.dropHand(a, c.ID)
	a.goToEnd(e)
}
