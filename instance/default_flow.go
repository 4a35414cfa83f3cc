package instance

import (
	"patchcord/acd"
	"patchcord/flow"
	"patchcord/routing"
)

// defaultFlow is a flow of the instance that runs at an event where nothing was set.
type defaultFlow struct {
	id   acd.FlowID
	loud bool // a run of it does something; else it shows in the logs alone
}

// hookOf returns the event at which flows of a type run; empty: at none.
func hookOf(flowType string) acd.ContactHook {
	for _, event := range []acd.ContactHook{acd.HookQueue, acd.HookCustomerHold, acd.HookCustomerWhisper,
		acd.HookAgentHold, acd.HookAgentWhisper, acd.HookOutboundWhisper} {
		if flowTypeAt(event) == flowType {
			return event
		}
	}
	return ""
}

// noteDefault notes what a default flow does now. What only plays something is not run, since nobody hears it here; so
// the defaults of a new instance cost nothing (A0264).
func (i *Instance) noteDefault(f acd.ContactFlow) {
	event := hookOf(f.Type)
	if !f.Default || event == "" {
		return
	}
	script, err := flow.Parse(f.Content)
	is := routing.SilentDefault
	if err == nil && !script.IsSilent() {
		is = routing.LoudDefault
	}
	i.defaults[event] = defaultFlow{f.ID, is == routing.LoudDefault}
	i.router.SetDefault(event, is)
}

// defaultAt returns the default flow that runs for a contact at an event; empty: none, or none that would show.
func (i *Instance) defaultAt(c *acd.Contact, event acd.ContactHook) acd.FlowID {
	d := i.defaults[event]
	if !d.loud && !i.isLogged(c) || c.Monitors != nil {
		return ""
	}
	switch event {
	case acd.HookQueue: // who is to be called back hears nothing meanwhile
		if c.Callback != nil {
			return ""
		}
	case acd.HookAgentWhisper: // (AG:default-agent-whisper)
		if c.Channel == acd.Chat {
			return ""
		}
	case acd.HookCustomerWhisper: // (AG:default-customer-whisper; AG:contact-initiation-methods, CALLBACK)
		if c.Channel != acd.Voice || c.Callback != nil {
			return ""
		}
	}
	return d.id
}
