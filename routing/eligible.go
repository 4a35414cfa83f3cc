package routing

import "patchcord/acd"

// This file is the definition of who may take what. Every index and shortcut must agree with it.

// open says whether an agent may be offered anything at all: his status is routable, he has chosen no other, and no
// contact that he missed, rejected or lost is still in his hands (AG:metrics-agent-status, AG:set-next-status; A0012).
func (r *Router) open(a *agent) bool {
	if a.NextStatus != "" || r.statuses[a.StatusID] != acd.Routable {
		return false
	}
	for i := range a.Hands {
		if a.Hands[i].State.Blocks() {
			return false
		}
	}
	return true
}

// hasSlot says whether an agent has room for a contact of a channel: fewer of it in hand than his profile allows, and
// whatever else he has in hand lets him be routed other channels (AG:routing-profiles, the seven-step example). The
// behaviour of the channel that is offered is irrelevant.
func hasSlot(a *agent, channel acd.Channel) bool {
	own, ok := a.profile.ConcurrencyOf(channel)
	if !ok {
		return false
	}
	used := int32(0)
	for i := range a.Hands {
		if !a.Hands[i].State.HoldsSlot() { // nor does it keep other channels away (A0102)
			continue
		}
		held := a.Hands[i].Channel
		if held == channel {
			if !a.Hands[i].IsDraft() {
				used++
			}
			continue
		}
		if other, _ := a.profile.ConcurrencyOf(held); other.CrossChannel != acd.RouteAnyChannel {
			return false
		}
	}
	return used < own.Max
}

// hasAnySlot says whether an agent has room for a contact of some channel.
func hasAnySlot(a *agent) bool {
	for i := range a.profile.Concurrency {
		if hasSlot(a, a.profile.Concurrency[i].Channel) {
			return true
		}
	}
	return false
}

// eligible says whether an agent who is open may take a waiting contact now, and how the contact ranks for him.
// Criteria and delay do not apply in an agent queue (AG:concepts-queues-standard-and-agent).
func eligible(a *agent, c *contact, now acd.Time) (rank, bool) {
	if c.Queue.Type == acd.AgentQueue {
		own := c.Queue.ID == acd.QueueID(a.UserID) && hasSlot(a, c.Channel)
		return rankOf(0, c), own
	}
	entry, ok := a.profile.Entry(acd.QueueChannel{QueueID: c.Queue.ID, Channel: c.Channel})
	if !ok || now.Sub(c.EnqueuedAt) < acd.Seconds(entry.Delay) || !hasSlot(a, c.Channel) {
		return rank{}, false
	}
	return rankOf(entry.Priority, c), fits(a, c)
}

// fits says whether the active step of a contact's criteria, if there is one, is true for an agent.
func fits(a *agent, c *contact) bool {
	step := c.Criteria.ActiveStep()
	return step < 0 || c.Criteria.Steps[step].Expression.Fits(a.UserID, a.user.Proficiencies)
}
