package routing

import (
	"container/heap"

	"patchcord/acd"
)

// timers holds the contacts about which time alone will change something, the earliest first; what is due at one
// instant goes in the order in which the contacts came. Each contact stands in it once, with the first of its own
// deadlines.
type timers []*contact

// Len is part of heap.Interface.
func (t timers) Len() int { return len(t) }

// Less is part of heap.Interface.
func (t timers) Less(i, j int) bool {
	if t[i].due != t[j].due {
		return t[i].due < t[j].due
	}
	return t[i].Number < t[j].Number
}

// Swap is part of heap.Interface.
func (t timers) Swap(i, j int) {
	t[i], t[j] = t[j], t[i]
	t[i].heap, t[j].heap = i, j
}

// Push is part of heap.Interface.
func (t *timers) Push(x any) {
	c := x.(*contact)
	c.heap = len(*t)
	*t = append(*t, c)
}

// Pop is part of heap.Interface.
func (t *timers) Pop() any {
	last := len(*t) - 1
	c := (*t)[last]
	(*t)[last] = nil
	*t = (*t)[:last]
	c.heap = -1
	return c
}

// Deadline returns when time alone changes something next.
func (r *Router) Deadline() (acd.Time, bool) {
	at, ok := acd.Time(0), false
	if len(r.timers) > 0 {
		at, ok = r.timers[0].due, true
	}
	if r.say.Now() < r.quiet && (!ok || r.quiet < at) {
		at, ok = r.quiet, true
	}
	return at, ok
}

// Fire lets happen what is due now, then matches, until nothing more is due. A step of no length has had its one match
// attempt before it expires.
func (r *Router) Fire() {
	again := r.fireDue() || r.say.Now() == r.quiet
	for again {
		r.match()
		again = r.fireDue()
	}
}

// Settle matches after something was asked, and then lets happen what is due at once.
func (r *Router) Settle() {
	r.match()
	r.Fire()
}

// fireDue lets the flows run whose event has come, then each contact that is due now take one turn, and says whether
// there was anything to do.
func (r *Router) fireDue() bool {
	led := r.leadPending()
	now := r.say.Now()
	var due []*contact
	for len(r.timers) > 0 && r.timers[0].due <= now {
		due = append(due, heap.Pop(&r.timers).(*contact))
	}
	for _, c := range due {
		if r.contacts[c.ID] != c {
			continue // the flow of another has ended it
		}
		r.fire(c, now)
		if r.contacts[c.ID] == c {
			r.schedule(c)
		}
	}
	return led || len(due) > 0
}

// fire does what is due about one contact, each thing at most once.
func (r *Router) fire(c *contact, now acd.Time) {
	if step := c.Criteria.ActiveStep(); step >= 0 && reached(c.Criteria.Steps[step].ExpiresAt, now) {
		r.expireStep(c, step)
	}
	if c.Offer != nil && reached(c.Offer.Until, now) {
		r.say.Emit(acd.OfferMissed{ContactID: c.ID, UserID: c.Offer.UserID})
	}
	if c.State == acd.AfterContact && reached(r.workUntil(c), now) {
		r.endWork(c, acd.WorkTimedOut)
		return
	}
	switch {
	case c.HasEnded():
	case c.State == acd.Scheduled && reached(c.ScheduledAt, now):
		r.say.Emit(acd.ScheduledContactStarted{ContactID: c.ID})
		r.say.Lead(c.ID, "")
	case reached(c.CustomerExpectedBy, now):
		r.end(c, nobodyCame(c))
	case reached(c.ExpiresAt, now):
		r.expire(c)
	case reached(c.Timeouts.Due(), now):
		r.timeOut(c)
	case reached(previewUntil(c), now):
		r.callPreviewed(c)
	case reached(c.RunsUntil(), now):
		r.say.Lead(c.ID, "")
	}
}

// expire ends a contact whose life is over; a task may have a flow that makes something of that
// (AG:set-disconnect-flow).
func (r *Router) expire(c *contact) {
	if c.Channel == acd.Task && c.FlowAt(acd.HookCustomerRemaining) != "" {
		r.say.Lead(c.ID, acd.HookCustomerRemaining)
		return
	}
	if c.Callback != nil { // (A0256)
		r.end(c, acd.ReasonOther)
		return
	}
	r.end(c, acd.ReasonExpired)
}

// nobodyCame says why a contact ends whose customer has not connected in time (AG:ctr-data-model, A0130).
func nobodyCame(c *contact) string {
	switch {
	case c.IsCalled():
		return acd.ReasonRangOut
	case c.Channel == acd.Voice:
		return acd.ReasonNeverArrived
	}
	return acd.ReasonNoCustomer
}

func reached(at, now acd.Time) bool { return !at.IsZero() && at <= now }

// schedule puts a contact in its place among the timers.
func (r *Router) schedule(c *contact) {
	due := r.dueOf(c)
	if due == c.due && c.heap >= 0 == !due.IsZero() {
		return // most of what happens to a contact leaves its deadline where it is
	}
	c.due = due
	switch {
	case c.due.IsZero() && c.heap >= 0:
		heap.Remove(&r.timers, c.heap)
	case c.due.IsZero():
	case c.heap < 0:
		heap.Push(&r.timers, c)
	default:
		heap.Fix(&r.timers, c.heap)
	}
}

// dueOf returns the first of a contact's own deadlines: its end of life, the end of the wait for its customer, that of
// a wait in its flow, of a preview or of somebody's silence, the time it is scheduled for, the expiry of its step, a
// queue delay that opens it to more agents, the end of its ring, or of its after-contact work.
func (r *Router) dueOf(c *contact) acd.Time {
	if c.State == acd.AfterContact {
		return r.workUntil(c)
	}
	due := earlier(earlier(c.ExpiresAt, c.CustomerExpectedBy), earlier(c.RunsUntil(), previewUntil(c)))
	due = earlier(due, c.Timeouts.Due())
	if c.State == acd.Scheduled {
		due = earlier(due, c.ScheduledAt)
	}
	if step := c.Criteria.ActiveStep(); step >= 0 {
		due = earlier(due, c.Criteria.Steps[step].ExpiresAt)
	}
	if c.Offer != nil {
		due = earlier(due, c.Offer.Until)
	} else if c.State == acd.Queued && c.Queue.Type == acd.StandardQueue {
		due = earlier(due, r.nextDelay(c))
	}
	return due
}

// nextDelay returns when a waiting contact will next become visible to agents of some profile.
func (r *Router) nextDelay(c *contact) acd.Time {
	now := r.say.Now()
	for _, d := range r.delays[acd.QueueChannel{QueueID: c.Queue.ID, Channel: c.Channel}] {
		if at := c.EnqueuedAt.Add(d); at > now {
			return at
		}
	}
	return 0
}

func earlier(a, b acd.Time) acd.Time {
	if a.IsZero() || !b.IsZero() && b < a {
		return b
	}
	return a
}
