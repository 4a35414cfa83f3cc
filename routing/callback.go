package routing

import "patchcord/acd"

// replayCallback lets the customer of a callback be called whose agent has just accepted it. It does not expire any
// more (AG:setup-queued-cb).
func (r *Router) replayCallback(c *contact, e acd.Event) {
	if c.Callback == nil {
		return
	}
	c.State, c.CustomerExpectedBy, c.ExpiresAt = acd.Dialling, e.At.Add(acd.CallbackRing), 0
	info := *c.Agent
	info.ConnectedAt = 0
	c.Agent = &info
	r.setHand(r.users[info.UserID], c.ID, func(h *acd.AgentContact) { h.State, h.ConnectedAt = acd.HandPending, 0 })
}

// replayCalledBack connects the customer of a callback with the agent who waits for him.
func (r *Router) replayCalledBack(c *contact, e acd.Event) {
	c.State = acd.ConnectedTo
	info := *c.Agent
	info.ConnectedAt = e.At
	c.Agent = &info
	r.setHand(r.users[info.UserID], c.ID, func(h *acd.AgentContact) {
		h.State, h.Since, h.ConnectedAt = acd.HandConnected, e.At, e.At
	})
}

// countIdle counts a contact in, or out, where it is a callback that is no call yet.
func (r *Router) countIdle(c *contact, by int) {
	if c.Callback != nil && c.IsIdleCallback() {
		r.idle += by
	}
}
