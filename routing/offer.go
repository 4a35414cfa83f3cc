package routing

import (
	"slices"

	"patchcord/acd"
)

// offer lets a contact ring at an agent.
func (r *Router) offer(c *contact, a *agent) {
	step := -1
	if c.Queue.Type == acd.StandardQueue {
		step = c.Criteria.ActiveStep()
	}
	r.ring(c, a, acd.ContactOffered{Step: step})
}

// ring makes an offer, which is accepted at once by whoever accepts automatically (A0013).
func (r *Router) ring(c *contact, a *agent, offer acd.ContactOffered) {
	offer.ContactID, offer.UserID = c.ID, a.UserID
	offer.Until = r.say.Now().Add(c.Channel.RingTime())
	r.say.Emit(offer)
	if a.user.Accepts(&c.Contact) {
		r.say.Emit(acd.ContactAccepted{ContactID: c.ID, UserID: a.UserID, Automatic: true})
		r.whisper(c)
	}
}

// whisper lets the flows run that the agent and the customer hear before they are joined: first the agent's
// (AG:create-contact-flow).
func (r *Router) whisper(c *contact) {
	if c.Callback != nil {
		r.pending = append(r.pending, pending{c.ID, acd.HookOutboundWhisper})
	}
	r.leadAt(c, acd.HookAgentWhisper, acd.HookCustomerWhisper)
}

// leadAt notes that the flows are to run which are set for events that have come, or the default ones.
func (r *Router) leadAt(c *contact, events ...acd.ContactHook) {
	for _, event := range events {
		if c.FlowAt(event) != "" || r.defaults[event].runs(c) && !c.HasFlowAt(event) {
			r.pending = append(r.pending, pending{c.ID, event})
		}
	}
}

// DefaultFlow says what runs at an event where nothing was set (A0264).
type DefaultFlow int

// What a default flow is.
const (
	NoDefault     DefaultFlow = iota
	SilentDefault             // it shows in the logs alone
	LoudDefault               // it does something
)

// runs says whether a contact needs it.
func (d DefaultFlow) runs(c *contact) bool {
	return d == LoudDefault || d == SilentDefault && c.FlowLogging
}

// SetDefault notes what runs at an event where nothing was set.
func (r *Router) SetDefault(event acd.ContactHook, is DefaultFlow) { r.defaults[event] = is }

// leadPending lets the noted flows run, and says whether there were any.
func (r *Router) leadPending() bool {
	any := len(r.pending) > 0
	for len(r.pending) > 0 {
		next := r.pending[0]
		r.pending = r.pending[1:]
		if c, ok := r.contacts[next.contact]; ok && !c.HasEnded() {
			r.say.Lead(next.contact, next.event)
		}
	}
	r.pending = nil
	return any
}

// withdraw ends an offer that the agent had no part in ending; nothing of it stays in his hands.
func (r *Router) withdraw(c *contact, cause acd.WithdrawalCause) {
	a := r.users[c.Offer.UserID]
	r.say.Emit(acd.OfferWithdrawn{ContactID: c.ID, UserID: a.UserID, Cause: cause})
	r.takeNextStatus(a)
}

// end ends a contact. Where an agent is with it, his after-contact work begins, which cannot be switched off.
func (r *Router) end(c *contact, reason string) {
	if c.Offer != nil {
		r.withdraw(c, acd.WithdrawnGone)
	}
	if c.CallsAgain(reason) {
		r.say.Lead(c.ID, acd.HookUnanswered)
	}
	event := acd.ContactDisconnected{ContactID: c.ID, Reason: reason}
	works := c.Agent != nil && c.Monitors == nil
	if works {
		limit := r.users[c.Agent.UserID].user.WorkLimit(&c.Contact)
		if limit > 0 {
			event.WorkUntil = r.say.Now().Add(limit)
		}
	}
	r.say.Emit(event)
	if !works {
		r.say.Emit(acd.ContactCompleted{ContactID: c.ID})
	}
	if c.Monitors != nil {
		r.takeNextStatus(r.users[c.Agent.UserID])
	}
	r.endMonitors(c.ID, reason)
}

// workUntil returns when the after-contact work on a contact runs out; zero: never, or there is none.
func (r *Router) workUntil(c *contact) acd.Time {
	if c.Agent == nil {
		return 0
	}
	hand := r.users[c.Agent.UserID].hand(c.ID)
	if hand == nil {
		return 0
	}
	return hand.Until
}

// End ends a contact that lives, with a reason.
func (r *Router) End(id acd.ContactID, reason string) { r.end(r.contacts[id], reason) }

// endWork empties the agent's hand of a contact that has ended, which completes its life.
func (r *Router) endWork(c *contact, cause acd.WorkEndCause) {
	a := r.users[c.Agent.UserID]
	r.say.Emit(acd.AfterContactWorkEnded{ContactID: c.ID, UserID: a.UserID, Cause: cause})
	r.say.Emit(acd.ContactCompleted{ContactID: c.ID})
	r.takeNextStatus(a)
}

// takeNextStatus puts an agent whose slots are empty into the status he has chosen for that moment
// (AG:set-next-status). What he has paused takes no slot (A0102).
func (r *Router) takeNextStatus(a *agent) {
	if a.NextStatus != "" && !slices.ContainsFunc(a.Hands, holdsSlot) {
		changed := acd.AgentStatusChanged{UserID: a.UserID, StatusID: a.NextStatus}
		if a.NextAway {
			changed.AwayFrom = a.StatusID
		}
		r.say.Emit(changed)
	}
}

func holdsSlot(h acd.AgentContact) bool { return h.State.HoldsSlot() }

// hand returns the place of a contact in an agent's hands, nil where it is not there.
func (a *agent) hand(id acd.ContactID) *acd.AgentContact {
	if a == nil {
		return nil
	}
	for i := range a.Hands {
		if a.Hands[i].ContactID == id {
			return &a.Hands[i]
		}
	}
	return nil
}
