package flow

import (
	"fmt"
	"slices"
	"strings"

	"patchcord/acd"
)

// setHook reads the parameters of UpdateContactEventHooks (DG:contact-actions-updatecontacteventhooks): one event, and
// the flow that runs then. Exports say beside it whether a flow shall run at all (A0280).
func (p *parser) setHook(parameters value) request {
	p.only("Parameters", parameters, "EventHooks", "EventHooksConfiguration")
	hooks, config := parameters.get("EventHooks"), parameters.get("EventHooksConfiguration")
	event, disabled := p.disabledHook(config)
	if disabled && len(hooks.members) == 0 {
		return fixed{SetHook{Event: event}}
	}
	if hooks.kind != '{' || len(hooks.members) != 1 {
		p.problem("Parameters.EventHooks is not an object with one event; give one")
		return nil
	}
	one := hooks.members[0]
	if config.exists() && string(event) != one.name {
		p.problem("Parameters.EventHooksConfiguration is not about %s; give one event in both", quote(one.name))
	}
	event = p.hookEvent("Parameters.EventHooks", one.name)
	if disabled {
		return fixed{SetHook{Event: event}}
	}
	return hook{event, p.operand("Parameters.EventHooks."+one.name, one.value)}
}

// hookEvent reads the name of an event.
func (p *parser) hookEvent(at, name string) acd.ContactHook {
	event := acd.ContactHook(name)
	if !slices.Contains(acd.ContactHooks(), event) {
		p.problem("%s has the event %s; give one of %s", at, quote(name), joinHooks())
	}
	return event
}

// disabledHook reads whether no flow shall run at an event any more (AG:set-whisper-flow).
func (p *parser) disabledHook(config value) (event acd.ContactHook, disabled bool) {
	if !config.exists() {
		return "", false
	}
	const at = "Parameters.EventHooksConfiguration"
	if config.kind != '{' || len(config.members) != 1 {
		p.problem("%s is not an object with one event; give one", at)
		return "", false
	}
	one := config.members[0]
	event = p.hookEvent(at, one.name)
	if !p.object(at+"."+one.name, one.value, "DisableExecution") {
		return event, false
	}
	v := one.value.get("DisableExecution")
	disabled = strings.EqualFold(v.describe(), "true") || strings.EqualFold(v.text, "true")
	if !disabled && !strings.EqualFold(v.describe(), "false") && !strings.EqualFold(v.text, "false") {
		p.problem("%s.%s.DisableExecution is %s; give true or false", at, one.name, v.describe())
	}
	return event, disabled
}

// hook names a flow by its id or its ARN.
type hook struct {
	event acd.ContactHook
	flow  operand
}

// resolve names the flow. Only calls are held with a flow (AG:block-support-by-channel).
func (h hook) resolve(s *Scene) (Effect, error) {
	if holds := h.event == acd.HookCustomerHold || h.event == acd.HookAgentHold; holds && s.Contact.Channel != acd.Voice {
		return nil, fmt.Errorf("a contact of channel %s has no hold flow", s.Contact.Channel)
	}
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
