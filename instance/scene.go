package instance

import (
	"patchcord/acd"
	"patchcord/flow"
)

// flowTypeAt returns the type of the flows that may run at an event.
func flowTypeAt(event acd.ContactHook) string {
	switch event {
	case acd.HookQueue:
		return acd.FlowCustomerQueue
	case acd.HookCustomerHold:
		return acd.FlowCustomerHold
	case acd.HookCustomerWhisper:
		return acd.FlowCustomerWhisper
	case acd.HookAgentHold:
		return acd.FlowAgentHold
	case acd.HookAgentWhisper:
		return acd.FlowAgentWhisper
	case acd.HookOutboundWhisper:
		return acd.FlowOutboundWhisper
	}
	return acd.FlowInbound
}

// scene returns what the references of a run's block are resolved against.
func (i *Instance) scene(e *errand) *flow.Scene {
	c, _ := i.router.Contact(e.contact)
	return &flow.Scene{Contact: &c, Data: e.Data, Known: knowledge{i, &c}}
}
