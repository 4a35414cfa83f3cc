package routing

import (
	"container/heap"
	"slices"

	"patchcord/acd"
)

// Replay makes an event so. It decides nothing, and nothing else changes the router.
func (r *Router) Replay(e acd.Event) {
	switch b := e.Body.(type) {
	case acd.ContactInitiated:
		r.replayInitiated(e, b)
	case acd.ContactTargetQueueSet:
		r.change(e, b.ContactID, func(c *contact) { c.Target = b.Queue })
	case acd.ContactAttributesChanged, acd.ContactDataChanged, acd.MediaReported, acd.TagsChanged,
		acd.ContactDataDeleted:
		r.amend(e)
	case acd.ContactTransferred:
		r.change(e, b.ContactID, func(c *contact) { c.Next = append(slices.Clone(c.Next), b.Next) })
	case acd.ContactRoutingUpdated:
		r.change(e, b.ContactID, func(c *contact) { replayRouting(c, b) })
	case acd.CustomerConnected:
		r.change(e, b.ContactID, func(c *contact) { r.replayConnected(c, e) })
	case acd.ContactTaskTemplateSet:
		r.change(e, b.ContactID, func(c *contact) { replayTemplate(c, b) })
	case acd.FlowLoggingSet:
		r.change(e, b.ContactID, func(c *contact) { c.FlowLogging = b.Enabled })
	case acd.CallbackNumberSet:
		r.change(e, b.ContactID, func(c *contact) { c.CallbackNumber = b.Number })
	case acd.CustomerReturned: // its flow makes something of it
	case acd.FlowWaiting:
		r.change(e, b.ContactID, func(c *contact) { c.Runs = append(c.WithoutRuns(b.Run.Cause), b.Run) })
	case acd.FlowContinued:
		r.change(e, b.ContactID, func(c *contact) { c.Runs = c.WithoutRuns(b.Cause) })
	case acd.ContactHookSet:
		r.change(e, b.ContactID, func(c *contact) { replayHook(c, b) })
	case acd.ContactRescheduled:
		r.change(e, b.ContactID, func(c *contact) { replayRescheduled(c, b) })
	case acd.ScheduledContactStarted:
		r.change(e, b.ContactID, func(c *contact) { c.State = acd.InFlow })
	case acd.ContactPaused:
		r.change(e, b.ContactID, func(c *contact) { r.replayPaused(c, e) })
	case acd.ContactResumed:
		r.change(e, b.ContactID, func(c *contact) { r.replayResumed(c, e) })
	case acd.ChatContinued:
		r.change(e, b.ContactID, func(c *contact) { c.RelatedID = b.From })
	case acd.EmailSent:
		r.change(e, b.ContactID, func(c *contact) { replaySent(c, e, b) })
	case acd.ContactQueued:
		r.change(e, b.ContactID, func(c *contact) { r.replayQueued(c, e, b) })
	case acd.StepActivated:
		r.change(e, b.ContactID, func(c *contact) {
			c.Criteria = c.Criteria.With(b.Step, func(s *acd.Step) { s.Status, s.ExpiresAt = acd.Active, b.ExpiresAt })
		})
	case acd.StepExpired:
		r.change(e, b.ContactID, func(c *contact) {
			c.Criteria = c.Criteria.With(b.Step, func(s *acd.Step) { s.Status = acd.Expired })
		})
	case acd.StepInterrupted:
		r.change(e, b.ContactID, func(c *contact) {
			c.Criteria = c.Criteria.With(b.Step, func(s *acd.Step) { s.Status = acd.Interrupted })
		})
	case acd.ContactDisconnected:
		r.change(e, b.ContactID, func(c *contact) { r.replayDisconnected(c, e, b) })
	case acd.ContactCompleted:
		r.replayCompleted(e, b)
	case acd.Resumed:
		r.replayDowntime(b)
	default:
		if !r.replayAgent(e) && !r.replayTalk(e) {
			r.replaySettings(e)
		}
	}
}

func replayTemplate(c *contact, b acd.ContactTaskTemplateSet) {
	c.TaskTemplateID, c.TaskTemplateName = string(b.TemplateID), b.Name
	c.TemplateChanges++
}

// change changes a contact and puts it in its new place among the timers.
func (r *Router) change(e acd.Event, id acd.ContactID, how func(*contact)) {
	c := r.contacts[id]
	r.countIdle(c, -1)
	how(c)
	r.countIdle(c, 1)
	c.LastUpdatedAt = e.At
	r.schedule(c)
}

func (r *Router) replayInitiated(e acd.Event, b acd.ContactInitiated) {
	b.Contact.Number = e.Number
	b.Contact.LastUpdatedAt = e.At
	r.admit(b.Contact)
}

// replayConnected ends the wait for a customer. One who was called has answered, and his flow begins.
func (r *Router) replayConnected(c *contact, e acd.Event) {
	c.CustomerExpectedBy, c.ConnectedToSystemAt = 0, e.At
	beginTalk(c, e.At)
	switch {
	case c.State != acd.Dialling:
	case c.Agent != nil:
		r.replayCalledBack(c, e)
	default:
		c.State = acd.InFlow
	}
}

func (r *Router) replayQueued(c *contact, e acd.Event, b acd.ContactQueued) {
	c.State, c.Queue, c.Runs = acd.Queued, b.Queue, c.FunctionRuns()
	c.EnqueuedAt, c.EnqueueNumber = e.At, e.Number
	if c.Criteria != nil {
		next := *c.Criteria
		next.ActivatedAt = e.At // an agent queue stamps it too, though no step becomes active there
		c.Criteria = &next
	}
	r.queued[c.Queue]++
	r.startWaiting(c)
}

func replayRouting(c *contact, b acd.ContactRoutingUpdated) {
	if b.QueuePriority != nil {
		c.QueuePriority = *b.QueuePriority
	}
	if b.QueueTimeAdjustment != nil {
		c.QueueTimeAdjustment = b.QueueTimeAdjustment
	}
	if b.Criteria == nil {
		return
	}
	c.Criteria = b.Criteria
	if c.Offer != nil && !c.Offer.Manual && c.Queue.Type == acd.StandardQueue {
		offer := *c.Offer
		offer.Step = 0 // should it be accepted, the first of the new steps is joined
		c.Offer = &offer
	}
}

func (r *Router) replayDisconnected(c *contact, e acd.Event, b acd.ContactDisconnected) {
	c.PreDisconnect = preDisconnect(c)
	r.leaveQueue(c)
	countPause(c, e.At)
	c.State, c.DisconnectedAt, c.DisconnectReason, c.Runs = acd.AfterContact, e.At, b.Reason, nil
	c.Timeouts = c.Timeouts.Began(e.At)
	if step := c.Criteria.ActiveStep(); step >= 0 {
		c.Criteria = c.Criteria.With(step, func(s *acd.Step) { s.Status = acd.Deactivated })
	}
	if c.Agent == nil {
		return
	}
	info := *c.Agent
	if !info.HeldAt.IsZero() {
		info.HoldTotal += e.At.Sub(info.HeldAt)
		info.HeldAt = 0
	}
	if c.Monitors != nil {
		r.replayMonitorLeft(c, &info, e)
		return
	}
	info.WorkStartedAt = e.At
	c.Agent = &info
	r.setHand(r.users[info.UserID], c.ID, func(h *acd.AgentContact) {
		h.State, h.Since, h.Until = acd.HandEnded, e.At, b.WorkUntil
	})
}

// preDisconnect says where a contact is that is about to end.
func preDisconnect(c *contact) acd.PreDisconnectState {
	switch {
	case c.State == acd.Queued:
		return acd.EndedInQueue
	case c.State == acd.ConnectedTo && !c.Agent.HeldAt.IsZero():
		return acd.EndedOnHold
	case c.State == acd.ConnectedTo:
		return acd.EndedConnected
	}
	return ""
}

// leaveQueue takes a contact out of the queue it is in, if it is in one. It remembers which it was.
func (r *Router) leaveQueue(c *contact) {
	if c.State != acd.Queued {
		return
	}
	r.stopWaiting(c)
	if r.queued[c.Queue]--; r.queued[c.Queue] == 0 {
		delete(r.queued, c.Queue)
	}
}

func (r *Router) replayCompleted(e acd.Event, b acd.ContactCompleted) {
	c := r.contacts[b.ContactID]
	c.State, c.CompletedAt, c.LastUpdatedAt = acd.CompletedLife, e.At, e.At
	if c.heap >= 0 {
		heap.Remove(&r.timers, c.heap)
	}
	delete(r.contacts, c.ID)
	r.chains.remove(c.InitialID, c)
	r.trees.remove(c.AssociationID, c)
	if c.Monitors == nil {
		r.living[c.Channel]--
	} else {
		r.monitors.remove(c.Monitors.ContactID, c)
	}
	r.ended = append(r.ended, c.Contact)
}

// replayDowntime lets those who wait for a customer, or for somebody to write, wait on for as long as nobody could be
// told of it (A0027).
func (r *Router) replayDowntime(b acd.Resumed) {
	r.quiet = b.To
	for _, c := range r.contacts { // order does not show: each has a deadline of its own
		if !c.CustomerExpectedBy.IsZero() {
			c.CustomerExpectedBy = c.CustomerExpectedBy.Add(b.To.Sub(b.From))
			r.schedule(c)
		}
		if c.Timeouts.Next() != nil {
			c.Timeouts = c.Timeouts.Later(b.To.Sub(b.From))
			r.schedule(c)
		}
	}
}
