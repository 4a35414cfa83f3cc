package story

import (
	"fmt"

	"patchcord/acd"
)

// readDescribe understands: describe CONTACT.
func readDescribe(a *args) deed {
	name := a.known(aContact)
	return func(s *stage) error {
		c, ok := s.contact(s.contactID(name))
		if !ok {
			s.say("%s never came in", name)
			return nil
		}
		s.describe(c)
		return nil
	}
}

// describe tells what is so about a contact. The statuses of steps are those of events.
func (s *stage) describe(c acd.Contact) {
	where := ""
	switch {
	case c.State == acd.Queued:
		where = fmt.Sprintf(", waits %s since %s", s.place(c.Queue), s.since(c.EnqueuedAt))
	case !c.Queue.IsZero():
		where = fmt.Sprintf(", was queued %s at %s", s.place(c.Queue), s.since(c.EnqueuedAt))
	}
	s.say("%s, %s%s", c.Channel, c.State, where)
	if c.PreviousID != "" {
		s.say("%s, follows %s", c.InitiationMethod, s.name(c.PreviousID))
	}
	if !c.RankedSince.IsZero() {
		s.say("counts as queued at %s", s.since(c.RankedSince))
	}
	if !c.ScheduledAt.IsZero() {
		s.say("scheduled for %s", s.since(c.ScheduledAt))
	}
	if c.PauseCount > 0 {
		s.describePauses(c)
	}
	if c.QueuePriority != 0 {
		s.say("priority %d", c.QueuePriority)
	}
	if c.QueueTimeAdjustment != nil {
		s.say("age %s", formatAge(*c.QueueTimeAdjustment))
	}
	if c.Offer != nil {
		s.say("rings at %s since %s, until %s", s.name(c.Offer.UserID), s.since(c.Offer.OfferedAt), s.since(c.Offer.Until))
	}
	if c.Agent != nil && c.Agent.ConnectedAt.IsZero() {
		s.say("accepted by %s at %s", s.name(c.Agent.UserID), s.since(c.Agent.AcceptedAt))
	} else if c.Agent != nil {
		s.say("with %s since %s", s.name(c.Agent.UserID), s.since(c.Agent.ConnectedAt))
	}
	if c.Criteria != nil {
		s.describeCriteria(c)
	}
	if c.HasEnded() {
		s.say("ended at %s: %s", s.since(c.DisconnectedAt), c.DisconnectReason)
	}
}

// describePauses tells how often and for how long a task has rested, and how long of that its agent had it.
func (s *stage) describePauses(c acd.Contact) {
	line := fmt.Sprintf("pauses: %d, the last at %s, for %s in all", c.PauseCount, s.since(c.LastPausedAt),
		formatDuration(c.PauseTotal))
	if c.Agent != nil {
		line += fmt.Sprintf(", %s of it with %s", formatDuration(c.Agent.PauseTotal), s.name(c.Agent.UserID))
	}
	s.say("%s", line)
}

func (s *stage) describeCriteria(c acd.Contact) {
	activated := "never activated"
	if !c.Criteria.ActivatedAt.IsZero() {
		activated = "activated at " + s.since(c.Criteria.ActivatedAt)
	}
	s.say("criteria %d, %s", c.Criteria.Index, activated)
	for i, step := range c.Criteria.Steps {
		lasts := ", never expires"
		if step.Expiry != nil {
			lasts = " for " + formatDuration(acd.Seconds(step.Expiry.DurationInSeconds))
		}
		if !step.ExpiresAt.IsZero() {
			lasts += ", until " + s.since(step.ExpiresAt)
		}
		s.say("step %d %s%s: %s", i+1, step.Status, lasts, s.expression(c, i))
	}
}

// readAgent understands: agent USER.
func readAgent(a *args) deed {
	name := a.known(aUser)
	return func(s *stage) error {
		a, ok := s.inst.Agent(s.userID(name))
		if !ok {
			s.say("%s has no status", name)
			return nil
		}
		s.describeAgent(a)
		return nil
	}
}

// describeAgent tells what is so about an agent: his status, since when he stands in the line of those who wait for
// work, and what he has in his hands.
func (s *stage) describeAgent(a acd.Agent) {
	line := fmt.Sprintf("%s since %s", s.name(a.StatusID), s.since(a.StatusSince))
	if a.NextStatus != "" {
		line += fmt.Sprintf(", next %s", s.name(a.NextStatus))
	}
	if status, _ := s.inst.Directory().AgentStatus(a.StatusID); status.Type == acd.Routable {
		line += ", in line since " + s.since(a.Idle.Since)
	}
	s.say("%s", line)
	for _, h := range a.Hands {
		until := ""
		if !h.Until.IsZero() {
			until = ", until " + s.since(h.Until)
		}
		s.say("%s %s %s since %s%s", s.name(h.ContactID), h.Channel, h.State, s.since(h.Since), until)
	}
}
