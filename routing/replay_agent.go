package routing

import (
	"slices"

	"patchcord/acd"
)

// replayAgent makes an event between contacts and agents so, and says whether it was one.
func (r *Router) replayAgent(e acd.Event) bool {
	switch b := e.Body.(type) {
	case acd.ContactOffered:
		r.change(e, b.ContactID, func(c *contact) { r.replayOffered(c, e, b) })
	case acd.OfferMissed:
		r.change(e, b.ContactID, func(c *contact) { r.replayUnanswered(c, e, acd.HandMissed) })
	case acd.OfferRejected:
		r.change(e, b.ContactID, func(c *contact) { r.replayUnanswered(c, e, acd.HandRejected) })
	case acd.OfferWithdrawn:
		r.change(e, b.ContactID, func(c *contact) {
			if b.Cause == acd.WithdrawnGone {
				r.noteUnanswered(c, e.At, true)
			}
			r.dropHand(r.users[b.UserID], c.ID)
			r.waitAgain(c)
		})
	case acd.ContactAccepted:
		r.change(e, b.ContactID, func(c *contact) { r.replayAccepted(c, e, b) })
	case acd.ContactTaken:
		r.change(e, b.ContactID, func(c *contact) { r.replayTaken(c, e, b) })
	case acd.PreviewEnded:
		r.change(e, b.ContactID, func(c *contact) { replayPreviewEnded(c, e, b) })
	case acd.MonitorModeChanged:
		r.change(e, b.ContactID, func(c *contact) { c.Agent = withMode(c.Agent, b.Mode, e.At) })
	case acd.ContactHeld:
		r.change(e, b.ContactID, func(c *contact) { r.replayHeld(c, e, true) })
	case acd.ContactUnheld:
		r.change(e, b.ContactID, func(c *contact) { r.replayHeld(c, e, false) })
	case acd.AfterContactWorkEnded:
		r.change(e, b.ContactID, func(c *contact) { r.replayWorkEnded(c, e) })
	case acd.UserContactDismissed:
		a := r.users[b.UserID]
		r.dropHand(a, b.ContactID)
		a.goToEnd(e)
	case acd.AgentStatusChanged:
		r.replayStatus(e, b)
	case acd.NextAgentStatusSet:
		a := r.users[b.UserID]
		a.NextStatus, a.NextSince, a.NextAway = b.StatusID, e.At, b.Away
		if b.StatusID == "" {
			a.NextSince = 0
		}
		r.reckon(a)
	default:
		return false
	}
	return true
}

func (r *Router) replayOffered(c *contact, e acd.Event, b acd.ContactOffered) {
	r.stopWaiting(c)
	r.ringing++
	c.Offer = &acd.Offer{UserID: b.UserID, OfferedAt: e.At, Until: b.Until, Step: b.Step, Manual: b.Manual}
	if c.RingStartedAt.IsZero() {
		c.RingStartedAt = e.At
	}
	a := r.users[b.UserID]
	a.Hands = append(slices.Clone(a.Hands), acd.AgentContact{
		ContactID: c.ID, Channel: c.Channel, State: acd.HandConnecting, Since: e.At, Until: b.Until,
		Outbound: c.InitiationMethod.IsOutbound(), InitialID: c.InitialID, Method: c.InitiationMethod,
		Queue: c.Queue, QueuedAt: c.EnqueuedAt,
	})
	r.reckon(a)
}

// replayUnanswered ends an offer that its agent let pass or refused: it stays in his hands and blocks him.
func (r *Router) replayUnanswered(c *contact, e acd.Event, state acd.AgentContactState) {
	r.setHand(r.users[c.Offer.UserID], c.ID, func(h *acd.AgentContact) { h.State, h.Since, h.Until = state, e.At, 0 })
	r.noteUnanswered(c, e.At, false)
	r.waitAgain(c)
}

// noteUnanswered remembers an offer that came to nothing.
func (r *Router) noteUnanswered(c *contact, at acd.Time, abandoned bool) {
	c.Unanswered = append(slices.Clip(c.Unanswered), acd.UnansweredOffer{UserID: c.Offer.UserID,
		RoutingProfileID: r.users[c.Offer.UserID].user.RoutingProfileID, OfferedAt: c.Offer.OfferedAt, EndedAt: at,
		Abandoned: abandoned, HierarchyPath: r.users[c.Offer.UserID].user.HierarchyPath})
}

// waitAgain puts a contact whose offer has ended back among those who wait. It keeps its age.
func (r *Router) waitAgain(c *contact) {
	c.Offer = nil
	r.ringing--
	r.startWaiting(c)
}

// replayAccepted connects customer and agent. The step of the offer is joined, later ones become inactive again
// (A0024).
func (r *Router) replayAccepted(c *contact, e acd.Event, b acd.ContactAccepted) {
	r.leaveQueue(c)
	if step := c.Offer.Step; step >= 0 {
		for later := step + 1; later < len(c.Criteria.Steps); later++ {
			c.Criteria = c.Criteria.With(later, func(s *acd.Step) { s.Status, s.ExpiresAt = acd.Inactive, 0 })
		}
		c.Criteria = c.Criteria.With(step, func(s *acd.Step) { s.Status = acd.Joined })
	} else if step := c.Criteria.ActiveStep(); step >= 0 { // no step has chosen the agent
		c.Criteria = c.Criteria.With(step, func(s *acd.Step) { s.Status = acd.Deactivated })
	}
	a := r.users[b.UserID]
	c.State, c.Runs = acd.ConnectedTo, c.FunctionRuns()
	defer r.replayCallback(c, e)
	c.Agent = &acd.AgentInfo{UserID: b.UserID, OfferedAt: c.Offer.OfferedAt, AcceptedAt: e.At, ConnectedAt: e.At,
		RoutingProfileID: a.user.RoutingProfileID, HierarchyGroup: a.user.HierarchyGroupID,
		HierarchyPath: a.user.HierarchyPath}
	c.Offer = nil
	r.ringing--
	beginTalk(c, e.At)
	r.setHand(a, c.ID, func(h *acd.AgentContact) {
		h.State, h.Since, h.ConnectedAt, h.Until = acd.HandConnected, e.At, e.At, 0
	})
	if c.Strategy != nil {
		c.Agent.PreviewUntil = e.At.Add(c.Strategy.PreviewFor)
	}
	a.workedOn(e, c.InitiationMethod)
}

func (r *Router) replayHeld(c *contact, e acd.Event, held bool) {
	info := *c.Agent
	state := acd.HandConnected
	if held {
		state = acd.HandOnHold
		info.HeldAt = e.At
		info.Holds++
	} else {
		info.HoldTotal += e.At.Sub(info.HeldAt)
		info.HeldAt = 0
		c.Runs = c.WithoutRuns(acd.HookAgentHold, acd.HookCustomerHold)
	}
	c.Agent = &info
	// The state's start does not move when a contact goes on hold and back (GetCurrentUserData).
	r.setHand(r.users[info.UserID], c.ID, func(h *acd.AgentContact) { h.State = state })
}

func (r *Router) replayWorkEnded(c *contact, e acd.Event) {
	info := *c.Agent
	info.WorkEndedAt = e.At
	c.Agent = &info
	a := r.users[info.UserID]
	r.dropHand(a, c.ID)
	a.workedOn(e, c.InitiationMethod)
}

func (r *Router) replayStatus(e acd.Event, b acd.AgentStatusChanged) {
	a := r.users[b.UserID]
	was := r.statuses[a.StatusID]
	r.endSpell(a, e.At)
	r.arrive(a)
	a.StatusID, a.StatusSince, a.AwayFrom = b.StatusID, e.At, b.AwayFrom
	a.NextStatus, a.NextSince, a.NextAway = "", 0, false
	if r.statuses[b.StatusID] == acd.Routable && was != acd.Routable {
		a.goToEnd(e)
	}
	r.reckon(a)
}

// endSpell notes how long an agent was in the status that he is about to leave. Of those who are offline there is
// nothing to tell.
func (r *Router) endSpell(a *agent, at acd.Time) {
	if s := r.spell(a, at); a.present && s.Type != acd.Offline && s.To > s.From {
		r.spells = append(r.spells, s)
	}
}

// spell returns how long an agent has been in his status.
func (r *Router) spell(a *agent, at acd.Time) acd.StatusSpell {
	return acd.StatusSpell{UserID: a.UserID, RoutingProfileID: a.user.RoutingProfileID, StatusID: a.StatusID,
		Type: r.statuses[a.StatusID], From: a.StatusSince, To: at, HierarchyPath: a.user.HierarchyPath}
}

// goToEnd puts an agent at the end of the line of those who wait for work.
func (a *agent) goToEnd(e acd.Event) { a.Idle = acd.IdleKey{Since: e.At, Number: e.Number} }

// workedOn puts an agent at the end of the line for working on a contact, unless his profile's timer does not count
// contacts of this kind (AG:routing-profiles).
func (a *agent) workedOn(e acd.Event, method acd.InitiationMethod) {
	if method.IsOutbound() && a.profile.AvailabilityTimer == acd.SinceLastInbound {
		return
	}
	a.goToEnd(e)
}

// setHand changes one contact in an agent's hands. The old hands stay as they were for those who read them.
func (r *Router) setHand(a *agent, id acd.ContactID, change func(*acd.AgentContact)) {
	a.Hands = slices.Clone(a.Hands)
	change(a.hand(id))
	r.reckon(a)
}

func (r *Router) dropHand(a *agent, id acd.ContactID) {
	a.Hands = slices.DeleteFunc(slices.Clone(a.Hands), func(h acd.AgentContact) bool { return h.ContactID == id })
	r.reckon(a)
}
