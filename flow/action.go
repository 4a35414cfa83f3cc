package flow

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"patchcord/acd"
)

// fixed is a request that is the same for every contact.
type fixed struct{ effect Effect }

func (f fixed) resolve(*Scene) (Effect, error) { return f.effect, nil }

// plain reads an action without parameters.
func plain(effect Effect) func(*parser, value) request {
	return func(p *parser, parameters value) request {
		p.only("Parameters", parameters)
		return fixed{effect}
	}
}

// only refuses the members of an object that are none of those named, as the service does (A0062).
func (p *parser) only(at string, v value, names ...string) {
	for _, m := range v.members {
		if slices.Contains(names, m.name) {
			continue
		}
		if len(names) == 0 {
			p.problem("%s has the member %s; leave it empty", at, quote(m.name))
		} else {
			p.problem("%s has the member %s; it takes %s only", at, quote(m.name), strings.Join(names, ", "))
		}
	}
}

// text reads a text that is not empty; the service refuses empty ones (A0062).
func (p *parser) text(at string, v value) string {
	if v.kind != '"' {
		p.problem("%s is %s; give a text", at, v.describe())
	} else if v.text == "" {
		p.problem("%s is an empty text; give one that is not, or leave it out", at)
	}
	return v.text
}

// operand reads a text or one reference.
func (p *parser) operand(at string, v value) operand {
	text := p.text(at, v)
	o, ok := readOperand(text)
	if !ok {
		p.problem("%s is %s, which is no JSONPath reference; give one like $.Attributes.name, or a plain text", at,
			quote(text))
	}
	return o
}

// number reads a JSON number, or a text that is one: exports give every number as a text (A0062).
func (p *parser) number(at string, v value, want string) (literal string, ok bool) {
	if v.kind != '0' && (v.kind != '"' || !isNumber(v.text)) {
		p.problem("%s is %s; give %s", at, v.describe(), want)
		return "", false
	}
	if len(v.text) > numberBytesMax {
		p.problem("%s is a number of %d characters; give at most %d", at, len(v.text), numberBytesMax)
		return "", false
	}
	return v.text, true
}

// whole reads a whole number between two bounds.
func (p *parser) whole(at string, v value, least, most int64) int64 {
	want := fmt.Sprintf("a whole number from %d to %d", least, most)
	literal, ok := p.number(at, v, want)
	if !ok {
		return least
	}
	n, err := strconv.ParseInt(literal, 10, 64)
	if err != nil || n < least || n > most {
		p.problem("%s is %s; give %s", at, clip(literal), want)
		return least
	}
	return n
}

// setQueue reads the parameters of UpdateContactTargetQueue (DG:contact-actions-updatecontacttargetqueue).
func (p *parser) setQueue(parameters value) request {
	p.only("Parameters", parameters, "QueueId", "AgentId")
	if chosen := p.queueChosen(parameters); chosen != nil {
		return *chosen
	}
	if !parameters.get("QueueId").exists() {
		p.problem("Parameters has neither QueueId nor AgentId; give one of them")
	}
	return nil
}

// queueNamed names a queue by its own id, or by that of the user whose queue it is.
type queueNamed struct {
	kind acd.QueueType
	id   operand
}

func (q queueNamed) resolve(s *Scene) (Effect, error) {
	text, err := q.id.resolve(s)
	if err != nil {
		return nil, err
	}
	id, err := q.id.resolveID(s)
	if err != nil {
		return nil, err
	}
	ref := acd.QueueRef{Type: q.kind, ID: acd.QueueID(id)}
	if strings.HasPrefix(text, "arn:") && strings.Contains(text, "/"+string(acd.KindAgentQueue)+"/") {
		ref.Type = acd.AgentQueue // the ARN says so itself (AG:sample-agent-event-stream)
	}
	return SetQueue{ref}, nil
}

// setRouting reads the parameters of UpdateContactRoutingBehavior (DG:contact-actions-updatecontactroutingbehavior,
// AG:change-routing-priority).
func (p *parser) setRouting(parameters value) request {
	p.only("Parameters", parameters, "QueuePriority", "QueueTimeAdjustmentSeconds")
	priority, adjustment := parameters.get("QueuePriority"), parameters.get("QueueTimeAdjustmentSeconds")
	switch {
	case priority.exists() && adjustment.exists():
		p.problem("Parameters has both QueuePriority and QueueTimeAdjustmentSeconds; give one of them")
	case priority.exists():
		n := p.whole("Parameters.QueuePriority", priority, 1, math.MaxInt64)
		return fixed{SetRouting{QueuePriority: &n}}
	case adjustment.exists():
		n := int32(p.whole("Parameters.QueueTimeAdjustmentSeconds", adjustment, math.MinInt32, math.MaxInt32))
		return fixed{SetRouting{QueueTimeAdjustment: &n}}
	default:
		p.problem("Parameters has neither QueuePriority nor QueueTimeAdjustmentSeconds; give one of them")
	}
	return nil
}

// setAttributes reads the parameters of UpdateContactAttributes (DG:contact-actions-updatecontactattributes).
func (p *parser) setAttributes(parameters value) request {
	p.only("Parameters", parameters, "Attributes", "TargetContact")
	request := attributes{related: p.targetContact(parameters)}
	set := parameters.get("Attributes")
	if set.kind != '{' {
		p.problem("Parameters.Attributes is %s; give an object of texts", set.describe())
		return nil
	}
	for _, m := range set.members {
		if m.name == "" {
			p.problem("Parameters.Attributes has a member without a name; give it one")
		}
		request.set = append(request.set, p.attribute("Parameters.Attributes", m))
	}
	return request
}

// attributes are what UpdateContactAttributes sets, in the order of the content: where two names come out the same, the
// later stands.
type attributes struct {
	set     []attribute
	related bool
}

type attribute struct{ name, value template }

// attribute reads a member of an object of texts, whose name and value may both hold references.
func (p *parser) attribute(at string, m member) attribute {
	text := p.text(fmt.Sprintf("%s[%s]", at, quote(m.name)), m.value)
	return attribute{readTemplate(m.name), readTemplate(text)}
}

func (a attributes) resolve(s *Scene) (Effect, error) {
	resolved, err := resolveAll(a.set, s)
	return SetAttributes{Attributes: resolved, Related: a.related}, err
}

// resolveAll returns what the names and values come out as.
func resolveAll(set []attribute, s *Scene) (map[string]string, error) {
	resolved := make(map[string]string, len(set))
	for _, one := range set {
		name, err := one.name.resolve(s)
		if err != nil {
			return nil, err
		}
		if name == "" {
			return nil, errors.New("the name of an attribute comes out empty")
		}
		if resolved[name], err = one.value.resolve(s); err != nil {
			return nil, err
		}
	}
	return resolved, nil
}
