package instance

import (
	"patchcord/acd"
	"patchcord/flow"
)

// The types of the flows that run at the events of a contact's life (AG:create-contact-flow).
const (
	FlowCustomerQueue   = "CUSTOMER_QUEUE"
	FlowCustomerHold    = "CUSTOMER_HOLD"
	FlowCustomerWhisper = "CUSTOMER_WHISPER"
	FlowAgentHold       = "AGENT_HOLD"
	FlowAgentWhisper    = "AGENT_WHISPER"
)

// flowTypeAt returns the type of the flows that may run at an event.
func flowTypeAt(event acd.ContactHook) string {
	switch event {
	case acd.HookQueue:
		return FlowCustomerQueue
	case acd.HookCustomerHold:
		return FlowCustomerHold
	case acd.HookCustomerWhisper:
		return FlowCustomerWhisper
	case acd.HookAgentHold:
		return FlowAgentHold
	case acd.HookAgentWhisper:
		return FlowAgentWhisper
	case acd.HookOutboundWhisper:
		return FlowOutboundWhisper
	}
	return FlowInbound
}

// scene returns what the references of a run's block are resolved against.
func (i *Instance) scene(e *errand) *flow.Scene {
	c, _ := i.router.Contact(e.contact)
	return &flow.Scene{Contact: &c, Data: e.Data, Known: knowledge{i, &c}}
}
