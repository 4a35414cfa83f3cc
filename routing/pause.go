package routing

import "patchcord/acd"

// task returns a task that lives, for somebody who wants to pause or resume it; an agent must have it in his hands.
func (r *Router) task(id acd.ContactID, user acd.UserID, ended []acd.Contact) (*contact, error) {
	if _, ok := r.users[user]; user != "" && !ok {
		return nil, acd.Errorf(acd.NotFound, "user %s does not exist in this instance", user)
	}
	c, err := r.find(id, ended)
	switch {
	case err != nil:
		return nil, err
	case c == nil || c.HasEnded():
		return nil, acd.Errorf(acd.Conflict, "contact %s has ended; only a task that lives can be paused and resumed", id)
	case c.Channel != acd.Task:
		return nil, acd.Errorf(acd.Improper, "contact %s is of channel %s; only tasks can be paused and resumed", id,
			c.Channel)
	case user != "" && (c.Agent == nil || c.Agent.UserID != user):
		return nil, acd.Errorf(acd.Conflict, "contact %s is not in the hands of user %s", id, user)
	}
	return c, nil
}

// pause lets a task rest. One that waits leaves its queue, also while it rings; one that is with an agent stays in his
// hands and frees its slot (AG:concepts-pause-and-resume-tasks; A0100, A0101).
func (r *Router) pause(cmd acd.PauseContact, ended []acd.Contact) error {
	c, err := r.task(cmd.ContactID, cmd.UserID, ended)
	switch {
	case err != nil:
		return err
	case c.State == acd.Scheduled:
		return acd.Errorf(acd.Conflict, "contact %s is scheduled for later; only a task whose flow has begun can be paused",
			c.ID)
	case c.State == acd.Paused:
		return acd.Errorf(acd.Conflict, "contact %s is paused already; resume it first", c.ID)
	case c.PauseCount >= acd.PausesMax:
		return acd.Errorf(acd.Limit, "contact %s has been paused %d times, as often as a contact can be", c.ID, c.PauseCount)
	}
	if c.Agent == nil {
		if c.Offer != nil {
			r.withdraw(c, acd.WithdrawnPaused)
		}
		r.say.Emit(acd.ContactPaused{ContactID: c.ID, FlowID: cmd.FlowID})
		return nil
	}
	a := r.users[c.Agent.UserID]
	if own, _ := a.profile.ConcurrencyOf(acd.Task); pausedBy(a) >= own.Max {
		return acd.Errorf(acd.Limit, "user %s has %d paused tasks, as many as his routing profile lets him have tasks at "+
			"once", a.UserID, own.Max)
	}
	r.say.Emit(acd.ContactPaused{ContactID: c.ID, FlowID: cmd.FlowID})
	r.takeNextStatus(a)
	return nil
}

// pausedBy counts the tasks that an agent has paused.
func pausedBy(a *agent) (n int32) {
	for i := range a.Hands {
		if a.Hands[i].State == acd.HandPaused {
			n++
		}
	}
	return n
}

// resume ends the rest of a task, at any time: an agent may then have more tasks than his profile allows, and is
// offered no more until he has fewer. A task that was with nobody is in no queue; the flow that now leads it on must
// put it into one (AG:concepts-pause-and-resume-tasks).
func (r *Router) resume(cmd acd.ResumeContact, ended []acd.Contact) error {
	c, err := r.task(cmd.ContactID, cmd.UserID, ended)
	if err != nil {
		return err
	}
	if c.State != acd.Paused {
		return acd.Errorf(acd.Conflict, "contact %s is not paused; only a paused task can be resumed", c.ID)
	}
	r.say.Emit(acd.ContactResumed{ContactID: c.ID, FlowID: cmd.FlowID})
	return nil
}

// reschedule changes when the flow of a scheduled task is to run.
func (r *Router) reschedule(cmd acd.UpdateContactSchedule, ended []acd.Contact) error {
	c, err := r.find(cmd.ContactID, ended)
	switch {
	case err != nil:
		return err
	case c == nil || c.State != acd.Scheduled:
		return acd.Errorf(acd.Improper, "contact %s is not scheduled for later; only a task whose flow has not begun can be "+
			"rescheduled", cmd.ContactID)
	case c.Reschedules >= acd.ReschedulesMax:
		return acd.Errorf(acd.Limit, "contact %s has been rescheduled %d times, as often as a task can be", c.ID,
			c.Reschedules)
	}
	if err := acd.CheckSchedule(r.say.Now(), cmd.ScheduledAt); err != nil {
		return err
	}
	r.say.Emit(acd.ContactRescheduled{ContactID: c.ID, ScheduledAt: cmd.ScheduledAt})
	return nil
}

func replayHook(c *contact, b acd.ContactHookSet) {
	switch b.Event {
	case acd.HookPause:
		c.PauseFlowID = b.FlowID
	case acd.HookResume:
		c.ResumeFlowID = b.FlowID
	default:
		c.Hooks = acd.Merged(c.Hooks, map[acd.ContactHook]acd.FlowID{b.Event: b.FlowID})
	}
}

// replayRescheduled moves the life of a task with its beginning (A0105).
func replayRescheduled(c *contact, b acd.ContactRescheduled) {
	if !c.ExpiresAt.IsZero() {
		c.ExpiresAt = c.ExpiresAt.Add(b.ScheduledAt.Sub(c.ScheduledAt))
	}
	c.ScheduledAt = b.ScheduledAt
	c.Reschedules++
}

func (r *Router) replayPaused(c *contact, e acd.Event) {
	if c.State == acd.Queued {
		r.leaveQueue(c)
		c.Criteria = c.Criteria.Rested()
	}
	c.Runs = c.WithoutRuns(acd.HookQueue, acd.HookResume)
	c.State, c.LastPausedAt = acd.Paused, e.At
	c.PauseCount++
	if c.Agent != nil {
		r.setHand(r.users[c.Agent.UserID], c.ID, func(h *acd.AgentContact) { h.State, h.Since = acd.HandPaused, e.At })
	}
}

func (r *Router) replayResumed(c *contact, e acd.Event) {
	countPause(c, e.At)
	c.State, c.LastResumedAt, c.Runs = acd.InFlow, e.At, c.WithoutRuns(acd.HookPause)
	if c.Agent != nil {
		c.State = acd.ConnectedTo
		r.setHand(r.users[c.Agent.UserID], c.ID, func(h *acd.AgentContact) { h.State, h.Since = acd.HandConnected, e.At })
	}
}

// countPause adds the pause that ends to those of the task, and to those of the agent who has it.
func countPause(c *contact, at acd.Time) {
	if c.State != acd.Paused {
		return
	}
	took := at.Sub(c.LastPausedAt)
	c.PauseTotal += took
	if c.Agent != nil {
		info := *c.Agent
		info.PauseTotal += took
		c.Agent = &info
	}
}
