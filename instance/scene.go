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
	}
	return FlowInbound
}

// scene returns what the references of a run's block are resolved against.
func (i *Instance) scene(e *errand) *flow.Scene {
	c, _ := i.router.Contact(e.contact)
	return &flow.Scene{Contact: &c, Data: e.Data, Known: knowledge{i, &c}}
}

// knowledge is what an instance tells the flow of a contact.
type knowledge struct {
	*Instance
	contact *acd.Contact
}

// Know returns what a reference leads to that is neither the contact's nor the run's (AG:connect-attrib-list).
func (k knowledge) Know(path string) (text string, ok bool) {
	switch path {
	case "InstanceARN":
		return k.options.Account.InstanceARN(k.id), true
	case "Queue.Name":
		queue, ok := k.directory.Queue(k.contact.Target.ID)
		return queue.Name, ok
	case "Queue.ARN":
		return k.options.Account.QueueARN(k.id, k.contact.Target), !k.contact.Target.IsZero()
	case "AwsRegion":
		return k.options.Account.Region, true
	}
	return k.ofAgent(path)
}
