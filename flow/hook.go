package flow

import (
	"slices"
	"strings"

	"patchcord/acd"
)

// setHook reads the parameters of UpdateContactEventHooks (DG:contact-actions-updatecontacteventhooks): one event, and
// the flow that runs then.
func (p *parser) setHook(parameters value) request {
	p.only("Parameters", parameters, "EventHooks")
	hooks := parameters.get("EventHooks")
	if hooks.kind != '{' || len(hooks.members) != 1 {
		p.problem("Parameters.EventHooks is not an object with one event; give one")
		return nil
	}
	one := hooks.members[0]
	event := acd.ContactHook(one.name)
	if !slices.Contains(acd.ContactHooks(), event) {
		p.problem("Parameters.EventHooks has the event %s; give one of %s", quote(one.name), joinHooks())
		return nil
	}
	return hook{event, p.operand("Parameters.EventHooks."+one.name, one.value)}
}

// hook names a flow by its id or its ARN.
type hook struct {
	event acd.ContactHook
	flow  operand
}

func (h hook) resolve(s *Scene) (Effect, error) {
	id, err := h.flow.resolveID(s)
	return SetHook{h.event, acd.FlowID(id)}, err
}

func joinHooks() string {
	var names []string
	for _, event := range acd.ContactHooks() {
		names = append(names, string(event))
	}
	return strings.Join(names, ", ")
}
