package acd

// ContactHook is an event in the life of a contact at which a flow runs, as UpdateContactEventHooks spells it
// (DG:contact-actions-updatecontacteventhooks).
type ContactHook string

// The events.
const (
	HookQueue             ContactHook = "CustomerQueue" // it enters a queue; the flow runs while it waits there
	HookPause             ContactHook = "PauseContact"
	HookResume            ContactHook = "ResumeContact"
	HookAgentWhisper      ContactHook = "AgentWhisper" // an agent accepts it
	HookCustomerWhisper   ContactHook = "CustomerWhisper"
	HookAgentHold         ContactHook = "AgentHold" // the customer is put on hold
	HookCustomerHold      ContactHook = "CustomerHold"
	HookCustomerRemaining ContactHook = "CustomerRemaining" // the agent leaves and the customer does not
	HookAgentUI           ContactHook = "DefaultAgentUI"    // the agent's workspace shows it
	HookDisconnectAgentUI ContactHook = "DisconnectAgentUI"
)

// HookOutboundWhisper is the moment at which an agent accepts a callback. The flow for it is set at the queue.
const HookOutboundWhisper ContactHook = "outbound whisper"

// HasFlowAt says whether it was set what flow runs at an event, and be it none.
func (c *Contact) HasFlowAt(event ContactHook) bool {
	_, set := c.Hooks[event]
	return set || c.FlowAt(event) != ""
}

// ContactHooks lists the events at which a flow may run.
func ContactHooks() []ContactHook {
	return []ContactHook{
		HookAgentHold, HookAgentWhisper, HookCustomerHold, HookQueue, HookCustomerRemaining, HookCustomerWhisper,
		HookAgentUI, HookDisconnectAgentUI, HookPause, HookResume,
	}
}

// FlowAt returns the flow that is set for an event of the contact's life; empty: none is.
func (c *Contact) FlowAt(event ContactHook) FlowID {
	switch event {
	case HookPause:
		return c.PauseFlowID
	case HookResume:
		return c.ResumeFlowID
	}
	return c.Hooks[event]
}
