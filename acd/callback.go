package acd

// This file is about customers who are called back: an agent accepts first, then the customer is called
// (AG:setup-queued-cb).

// Callback is how a customer is called back.
type Callback struct {
	Attempts   int32    // how many calls may be made, this one among them
	RetryDelay Duration // between a call that nobody has answered and the next
}

// The times of callbacks: how long they live before anybody takes them (AG:setup-queued-cb), and how long the customer
// has to answer (A0257).
const (
	CallbackLife = 7 * Day
	CallbackRing = Minute
)

// HookUnanswered is the moment at which a callback ends that its customer has not answered. No flow can be set for it.
const HookUnanswered ContactHook = "unanswered"

// HandPending is the state of a callback whose agent has accepted it while its customer is being called, HandIncoming
// how the offer of one is shown (AG:about-contact-states, A0257).
const (
	HandPending  AgentContactState = "PENDING"
	HandIncoming AgentContactState = "INCOMING"
)

// CallbackNumberSet says at which number the customer of a contact wants to be called back.
type CallbackNumberSet struct {
	ContactID ContactID
	Number    string
}

// Nature says that it is a fact.
func (CallbackNumberSet) Nature() Nature { return Fact }

// CallsAgain says whether a contact that ends for a reason is a callback whose customer is called once more: it has
// rung, and nobody has answered (AG:setup-queued-cb).
func (c *Contact) CallsAgain(reason string) bool {
	return c.Callback != nil && c.State == Dialling && c.Callback.Attempts > 1 &&
		(reason == ReasonRangOut || reason == ReasonUnanswered)
}

// IsIdleCallback says whether a contact is a callback that nobody has been asked to take: that is no call yet
// (AG:amazon-connect-service-limits).
func (c *Contact) IsIdleCallback() bool {
	return c.Callback != nil && c.Agent == nil && c.Offer == nil && !c.HasEnded()
}

// Shown returns the state as agents' events show it.
func (h *AgentContact) Shown() AgentContactState {
	if h.State == HandConnecting && h.Method == CallbackMethod {
		return HandIncoming
	}
	return h.State
}

// Accepts says whether an offer of a contact is accepted for this user. Callbacks have a setting of their own.
func (u *User) Accepts(c *Contact) bool {
	if c.Callback == nil {
		return u.AutoAccepts(c.Channel)
	}
	for _, config := range u.AutoAcceptConfigs {
		if config.Channel == c.Channel {
			return config.AgentFirstCallback
		}
	}
	return false
}

// WorkLimit returns how long this user may work on after a contact has ended; zero: without limit.
func (u *User) WorkLimit(c *Contact) Duration {
	for _, config := range u.AfterContactWork {
		if c.Callback != nil && config.Channel == c.Channel && config.AgentFirstCallbackLimit != nil {
			return Seconds(*config.AgentFirstCallbackLimit)
		}
	}
	return u.AfterContactWorkLimit(c.Channel)
}
