package flow

import (
	"fmt"

	"patchcord/acd"
)

// setHook reads the parameters of UpdateContactEventHooks (DG:contact-actions-updatecontacteventhooks): one event, and
// the flow that runs then. The events at which no flow runs here are refused, so that nobody waits for one (A0103).
func (p *parser) setHook(parameters value) request {
	p.only("Parameters", parameters, "EventHooks")
	hooks := parameters.get("EventHooks")
	if hooks.kind != '{' || len(hooks.members) != 1 {
		p.problem("Parameters.EventHooks is not an object with one event; give one")
		return nil
	}
	one := hooks.members[0]
	event := acd.ContactHook(one.name)
	if event != acd.HookPause && event != acd.HookResume {
		p.problem("Parameters.EventHooks has the event %s, at which no flow runs here; give %s or %s", quote(one.name),
			acd.HookPause, acd.HookResume)
		return nil
	}
	return hook{event, p.operand("Parameters.EventHooks."+one.name, one.value)}
}

// hook names a flow by its id or its ARN.
type hook struct {
	event acd.ContactHook
	flow  operand
}

func (h hook) resolve(c *acd.Contact) (Effect, error) {
	text, err := h.flow.resolve(c)
	if err != nil {
		return nil, err
	}
	id := acd.IDOf(text)
	if id == "" {
		return nil, fmt.Errorf("%s ends in no id", clip(text))
	}
	return SetHook{h.event, acd.FlowID(id)}, nil
}
