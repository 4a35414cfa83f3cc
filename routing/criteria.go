package routing

import "patchcord/acd"

// activate makes a step narrow the agents from now on. Its expiry counts from this instant, whatever rings meanwhile
// (AG:set-routing-criteria, A0036).
func (r *Router) activate(c *contact, step int) {
	expiresAt := acd.Time(0)
	if expiry := c.Criteria.Steps[step].Expiry; expiry != nil {
		expiresAt = r.say.Now().Add(acd.Seconds(expiry.DurationInSeconds))
	}
	r.say.Emit(acd.StepActivated{ContactID: c.ID, Step: step, ExpiresAt: expiresAt})
}

// expireStep ends a step whose time has run out; the next one takes its place, and after the last one criteria no
// longer narrow anything (AG:set-routing-criteria).
func (r *Router) expireStep(c *contact, step int) {
	r.say.Emit(acd.StepExpired{ContactID: c.ID, Step: step})
	if step+1 < len(c.Criteria.Steps) {
		r.activate(c, step+1)
	}
}

// updateRouting changes the order or the criteria of a contact that no agent has joined, also of one that is scheduled
// or paused (A0006, A0029, A0104).
func (r *Router) updateRouting(cmd acd.UpdateContactRoutingData, ended []acd.Contact) error {
	if err := checkUpdate(cmd); err != nil {
		return err
	}
	c, err := r.find(cmd.ContactID, ended)
	if err != nil {
		return err
	}
	if c == nil || c.HasEnded() {
		return acd.Errorf(acd.Conflict, "contact %s has ended; only a contact that waits can be routed anew",
			cmd.ContactID)
	}
	if c.Agent != nil {
		return acd.Errorf(acd.Conflict, "contact %s is with an agent already; only a contact that waits can be routed anew",
			cmd.ContactID)
	}
	r.UpdateRouting(cmd)
	return nil
}

// checkUpdate says whether the members of a command go together (A0007, A0010). The steps were checked before they came
// here, by the instance, which knows what they may name.
func checkUpdate(cmd acd.UpdateContactRoutingData) error {
	switch {
	case cmd.QueuePriority != nil && cmd.QueueTimeAdjustment != nil:
		return acd.Errorf(acd.Invalid, "QueuePriority and QueueTimeAdjustmentSeconds are both given; give one of them")
	case cmd.QueuePriority == nil && cmd.QueueTimeAdjustment == nil && cmd.Steps == nil:
		return acd.Errorf(acd.Invalid, "nothing is given to change; give QueuePriority, QueueTimeAdjustmentSeconds or "+
			"RoutingCriteria")
	case cmd.QueuePriority != nil && *cmd.QueuePriority < 1:
		return acd.Errorf(acd.Invalid, "QueuePriority is %d; give 1 or more", *cmd.QueuePriority)
	}
	return nil
}

// UpdateRouting does what a checked command says to a contact that lives. Replaced criteria start anew with their first
// step, and what rings goes on ringing where the agent still fits (A0024).
func (r *Router) UpdateRouting(cmd acd.UpdateContactRoutingData) {
	c := r.contacts[cmd.ContactID]
	event := acd.ContactRoutingUpdated{ContactID: c.ID, QueuePriority: cmd.QueuePriority,
		QueueTimeAdjustment: cmd.QueueTimeAdjustment}
	if cmd.Steps != nil {
		event.Criteria = r.newCriteria(c, *cmd.Steps)
		if step := c.Criteria.ActiveStep(); step >= 0 {
			r.say.Emit(acd.StepInterrupted{ContactID: c.ID, Step: step})
		}
	}
	r.say.Emit(event)
	if cmd.Steps == nil || c.State != acd.Queued || c.Queue.Type != acd.StandardQueue {
		return
	}
	r.activate(c, 0)
	if c.Offer != nil && !c.Offer.Manual && !fits(r.users[c.Offer.UserID], c) {
		r.withdraw(c, acd.WithdrawnCriteria)
	}
}

func (r *Router) newCriteria(c *contact, steps []acd.Step) *acd.RoutingCriteria {
	criteria := &acd.RoutingCriteria{Steps: make([]acd.Step, len(steps))}
	for i, step := range steps {
		criteria.Steps[i] = acd.Step{Expression: step.Expression, Expiry: step.Expiry, Status: acd.Inactive}
	}
	if c.Criteria != nil {
		criteria.Index = c.Criteria.Index + 1
	}
	if c.State == acd.Queued {
		criteria.ActivatedAt = r.say.Now()
	}
	return criteria
}
