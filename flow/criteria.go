package flow

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"patchcord/acd"
)

// setCriteria reads the parameters of UpdateContactRoutingCriteria (DG:flow-control-actions-updateroutingcriteria,
// AG:set-routing-criteria): criteria written out, or a reference to JSON text of them (A0064).
func (p *parser) setCriteria(parameters value) request {
	p.only("Parameters", parameters, "RoutingCriteria")
	v := parameters.get("RoutingCriteria")
	if v.kind == '"' {
		return p.dynamicCriteria("RoutingCriteria", v, false)
	}
	if steps := v.get("Steps"); steps.kind == '"' {
		p.only("RoutingCriteria", v, "Steps")
		return p.dynamicCriteria("RoutingCriteria.Steps", steps, true)
	}
	return staticCriteria{p.checkedSteps(v)}
}

func (p *parser) dynamicCriteria(at string, v value, list bool) request {
	o, ok := readOperand(v.text)
	if !ok || o.reference == nil {
		p.problem("%s is %s; write the steps out, or give one JSONPath reference like $.Attributes.criteria", at,
			v.describe())
		return nil
	}
	return dynamicCriteria{o, list}
}

// checkedSteps reads criteria and holds them against the grammar. Where single values are wrong already, the grammar is
// not asked; where it is, the first fault it finds stands for all.
func (p *parser) checkedSteps(v value) []acd.Step {
	before := len(p.problems)
	steps := p.criteria(v)
	if len(p.problems) > before {
		return nil
	}
	if err := acd.ValidateSteps(steps); err != nil {
		p.problem("%s", sentence(err))
		return nil
	}
	return steps
}

// sentence returns what an error of the dictionary says, without its code.
func sentence(err error) string {
	var e *acd.Error
	if errors.As(err, &e) {
		return e.Message
	}
	return err.Error()
}

// staticCriteria are written out in the flow. The Value of a condition and the ids of users may be references
// (AG:set-routing-criteria).
type staticCriteria struct{ steps []acd.Step }

func (c staticCriteria) resolve(s *Scene) (Effect, error) {
	steps := slices.Clone(c.steps)
	for i := range steps {
		bound, err := bind(steps[i].Expression, s)
		if err != nil {
			return nil, err
		}
		steps[i].Expression = bound
	}
	if err := acd.ValidateSteps(steps); err != nil {
		return nil, errors.New(sentence(err)) // two references may lead to one value
	}
	return SetCriteria{steps}, nil
}

// bind returns a copy of the expression in which references have given way to what they lead to.
func bind(x acd.Expression, s *Scene) (acd.Expression, error) {
	var err error
	for _, condition := range []**acd.AttributeCondition{&x.Attribute, &x.Not} {
		if *condition == nil {
			continue
		}
		if *condition, err = bindCondition(**condition, s); err != nil {
			return x, err
		}
	}
	for _, list := range []*[]acd.Expression{&x.And, &x.Or} {
		*list = slices.Clone(*list)
		for i := range *list {
			if (*list)[i], err = bind((*list)[i], s); err != nil {
				return x, err
			}
		}
	}
	return x, nil
}

func bindCondition(condition acd.AttributeCondition, s *Scene) (*acd.AttributeCondition, error) {
	var err error
	if condition.Value, err = bindText(condition.Value, s); err != nil {
		return nil, err
	}
	if condition.AgentIDs == nil {
		return &condition, nil
	}
	ids := slices.Clone(*condition.AgentIDs)
	for i, id := range ids {
		text, err := bindText(string(id), s)
		if err != nil {
			return nil, err
		}
		ids[i] = acd.UserID(acd.IDOf(text))
	}
	condition.AgentIDs = &ids
	return &condition, nil
}

func bindText(text string, s *Scene) (string, error) {
	o, _ := readOperand(text) // Parse has checked it
	return o.resolve(s)
}

// dynamicCriteria are found when the block runs: an attribute of the contact holds their JSON text (A0064).
type dynamicCriteria struct {
	from operand
	list bool // the text is the list of steps alone
}

func (d dynamicCriteria) resolve(s *Scene) (Effect, error) {
	text, err := d.from.resolve(s)
	if err != nil {
		return nil, err
	}
	at := clip(d.from.reference.text)
	v, err := readValue(text)
	if err != nil {
		return nil, errors.New(jsonProblem(at, err))
	}
	if d.list {
		v = value{kind: '{', members: []member{{"Steps", v}}}
	}
	p := &parser{where: at + ": ", literal: true}
	steps := p.checkedSteps(v)
	if len(p.problems) > 0 {
		return nil, errors.New(p.problems[0])
	}
	return SetCriteria{steps}, nil
}

// criteria reads {"Steps": [...]}.
func (p *parser) criteria(v value) []acd.Step {
	if v.kind != '{' {
		p.problem("RoutingCriteria is %s; give an object with Steps, or one JSONPath reference", v.describe())
		return nil
	}
	p.only("RoutingCriteria", v, "Steps")
	list := v.get("Steps")
	if list.kind != '[' {
		p.problem("RoutingCriteria.Steps is %s; give a list of steps", list.describe())
		return nil
	}
	steps := make([]acd.Step, len(list.elements))
	for i, step := range list.elements {
		at := fmt.Sprintf("RoutingCriteria.Steps[%d]", i)
		if !p.object(at, step, "Expression", "Expiry") {
			continue
		}
		if expression := step.get("Expression"); expression.exists() {
			steps[i].Expression = p.expression(at+".Expression", expression)
		}
		if expiry := step.get("Expiry"); expiry.exists() {
			steps[i].Expiry = p.expiry(at+".Expiry", expiry)
		}
	}
	return steps
}

// object says whether the value is an object, and refuses members that are none of those named.
func (p *parser) object(at string, v value, names ...string) bool {
	if v.kind != '{' {
		p.problem("%s is %s; give an object", at, v.describe())
		return false
	}
	p.only(at, v, names...)
	return true
}

func (p *parser) expiry(at string, v value) *acd.Expiry {
	const want = "a whole number of seconds"
	if !p.object(at, v, "DurationInSeconds") {
		return nil
	}
	at += ".DurationInSeconds"
	literal, ok := p.number(at, v.get("DurationInSeconds"), want)
	if !ok {
		return nil
	}
	n, err := strconv.ParseInt(literal, 10, 32)
	if err != nil {
		p.problem("%s is %s; give %s", at, clip(literal), want)
	}
	return &acd.Expiry{DurationInSeconds: int32(n)}
}

func (p *parser) expression(at string, v value) acd.Expression {
	var x acd.Expression
	if !p.object(at, v, "AttributeCondition", "NotAttributeCondition", "AndExpression", "OrExpression") {
		return x
	}
	if c := v.get("AttributeCondition"); c.exists() {
		x.Attribute = p.condition(at+".AttributeCondition", c)
	}
	if c := v.get("NotAttributeCondition"); c.exists() {
		x.Not = p.condition(at+".NotAttributeCondition", c)
	}
	if list := v.get("AndExpression"); list.exists() {
		x.And = p.expressions(at+".AndExpression", list)
	}
	if list := v.get("OrExpression"); list.exists() {
		x.Or = p.expressions(at+".OrExpression", list)
	}
	return x
}

func (p *parser) expressions(at string, list value) []acd.Expression {
	if list.kind != '[' {
		p.problem("%s is %s; give a list of expressions", at, list.describe())
		return nil
	}
	expressions := make([]acd.Expression, len(list.elements)) // an empty list was given too
	for i, v := range list.elements {
		expressions[i] = p.expression(fmt.Sprintf("%s[%d]", at, i), v)
	}
	return expressions
}

func (p *parser) condition(at string, v value) *acd.AttributeCondition {
	c := &acd.AttributeCondition{}
	if !p.object(at, v, "Name", "Value", "ComparisonOperator", "ProficiencyLevel", "Range", "MatchCriteria") {
		return c
	}
	if name := v.get("Name"); name.exists() {
		c.Name = p.text(at+".Name", name)
	}
	if text := v.get("Value"); text.exists() {
		c.Value = p.named(at+".Value", text)
	}
	if operator := v.get("ComparisonOperator"); operator.exists() {
		c.Operator = acd.ComparisonOperator(clip(p.text(at+".ComparisonOperator", operator)))
	}
	if level := v.get("ProficiencyLevel"); level.exists() {
		c.Level = p.level(at+".ProficiencyLevel", level)
	}
	if span := v.get("Range"); span.exists() {
		c.Range = p.span(at+".Range", span)
	}
	if match := v.get("MatchCriteria"); match.exists() {
		c.AgentIDs = p.agentIDs(at+".MatchCriteria", match)
	}
	return c
}

func (p *parser) span(at string, v value) *acd.Range {
	r := &acd.Range{}
	if !p.object(at, v, "MinProficiencyLevel", "MaxProficiencyLevel") {
		return r
	}
	if level := v.get("MinProficiencyLevel"); level.exists() {
		r.Min = p.level(at+".MinProficiencyLevel", level)
	}
	if level := v.get("MaxProficiencyLevel"); level.exists() {
		r.Max = p.level(at+".MaxProficiencyLevel", level)
	}
	return r
}

func (p *parser) agentIDs(at string, v value) *[]acd.UserID {
	if !p.object(at, v, "AgentsCriteria") {
		return nil
	}
	agents := v.get("AgentsCriteria")
	if !agents.exists() {
		return nil // the grammar says what is missing
	}
	at += ".AgentsCriteria"
	if !p.object(at, agents, "AgentIds") {
		return nil
	}
	at += ".AgentIds"
	list := agents.get("AgentIds")
	if list.kind != '[' {
		p.problem("%s is %s; give a list of texts", at, list.describe())
		return nil
	}
	ids := make([]acd.UserID, len(list.elements))
	for i, id := range list.elements {
		ids[i] = acd.UserID(acd.IDOf(p.named(fmt.Sprintf("%s[%d]", at, i), id)))
	}
	return &ids
}

// named reads a text that may be a reference where criteria are written out in the flow. In JSON text found at run time
// a reference would be nothing but text, and is refused.
func (p *parser) named(at string, v value) string {
	o := p.operand(at, v)
	if p.literal && o.reference != nil {
		p.problem("%s is the reference %s; what a reference leads to holds no further ones", at, quote(v.text))
	}
	return v.text
}
