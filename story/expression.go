package story

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"patchcord/acd"
)

// A plannedStep is a step of routing criteria as a story writes it: users stand in it by their names.
type plannedStep struct {
	expression acd.Expression
	expiry     *acd.Expiry
}

// readStep understands: step EXPRESSION [for DURATION].
func readStep(in indented) (plannedStep, *Fault) {
	p := &expressions{line: in.line}
	if in.words[0].text != "step" {
		p.fail(in.words[0].column, "%q cannot stand here; an indented line is: step EXPRESSION [for DURATION]",
			in.words[0].text)
		return plannedStep{}, p.fault
	}
	words := in.words[1:]
	var step plannedStep
	if n := len(words); n >= 2 && words[n-2].text == "for" && !words[n-2].quoted {
		d, ok := readDuration(words[n-1].text)
		if !ok || d%acd.Second != 0 {
			p.fail(words[n-1].column, "%q is no span of whole seconds; write it like 30s or 1m30s", words[n-1].text)
		}
		step.expiry = &acd.Expiry{DurationInSeconds: int32(d / acd.Second)}
		words = words[:n-2]
	}
	p.end = in.words[len(in.words)-1].column
	for _, w := range words {
		p.cut(w)
	}
	step.expression = p.or()
	if p.fault == nil && len(p.tokens) > 0 {
		p.fail(p.tokens[0].column, "%q is too much here", p.tokens[0].text)
	}
	return step, p.fault
}

// expressions reads an expression token by token: or binds loosest, then and, then not.
type expressions struct {
	line   int
	end    int
	tokens []word
	fault  *Fault
}

func (p *expressions) fail(column int, format string, values ...any) {
	if p.fault == nil {
		p.fault = &Fault{p.line, column, fmt.Sprintf(format, values...)}
	}
}

// cut makes tokens of a word: brackets, commas, the sign >= and what stands between them.
func (p *expressions) cut(w word) {
	if w.quoted { // a name with its spaces; only >= can follow it
		name, level, ok := strings.Cut(w.text, ">=")
		p.tokens = append(p.tokens, word{name, w.column, true})
		if ok {
			p.tokens = append(p.tokens, word{">=", w.column, false}, word{level, w.column, false})
		}
		return
	}
	rest, column := w.text, w.column
	take := func(n int) {
		if n > 0 {
			p.tokens = append(p.tokens, word{rest[:n], column, false})
			column += len([]rune(rest[:n]))
			rest = rest[n:]
		}
	}
	for rest != "" {
		switch i := strings.IndexAny(rest, "(),>"); {
		case i < 0:
			take(len(rest))
		case i > 0:
			take(i)
		case strings.HasPrefix(rest, ">="):
			take(2)
		default:
			take(1)
		}
	}
}

// is says whether the next token is the sign or word, and if so takes it.
func (p *expressions) is(sign string) bool {
	if p.fault != nil || len(p.tokens) == 0 || p.tokens[0].quoted || p.tokens[0].text != sign {
		return false
	}
	p.tokens = p.tokens[1:]
	return true
}

// take takes the next token, whatever it is.
func (p *expressions) take(what string) word {
	if p.fault != nil || len(p.tokens) == 0 {
		p.fail(p.end, "%s is missing at the end of this line", what)
		return word{}
	}
	w := p.tokens[0]
	p.tokens = p.tokens[1:]
	return w
}

func (p *expressions) or() acd.Expression {
	list := []acd.Expression{p.and()}
	for p.is("or") {
		list = append(list, p.and())
	}
	if len(list) == 1 {
		return list[0]
	}
	return acd.Expression{Or: list}
}

func (p *expressions) and() acd.Expression {
	list := []acd.Expression{p.term()}
	for p.is("and") {
		list = append(list, p.term())
	}
	if len(list) == 1 {
		return list[0]
	}
	return acd.Expression{And: list}
}

func (p *expressions) term() acd.Expression {
	switch {
	case p.is("("):
		inner := p.or()
		if !p.is(")") {
			p.fail(p.end, "a closing bracket is missing")
		}
		return inner
	case p.is("not"):
		return acd.Expression{Not: p.condition()}
	}
	return acd.Expression{Attribute: p.condition()}
}

// condition understands Name:Value>=4, Name:Value in 2-4 and agent ana, bob.
func (p *expressions) condition() *acd.AttributeCondition {
	if p.is("agent") {
		ids := []acd.UserID{acd.UserID(p.take("a user").text)}
		for p.is(",") {
			ids = append(ids, acd.UserID(p.take("a user").text))
		}
		return &acd.AttributeCondition{Operator: acd.Match, AgentIDs: &ids}
	}
	w := p.take("a condition")
	a, ok := readAttribute(w.text)
	if !ok {
		p.fail(w.column, "%q is no condition; write Name:Value>=4, Name:Value in 2-4 or agent NAME, NAME", w.text)
	}
	c := &acd.AttributeCondition{Name: a.name, Value: a.value}
	switch {
	case p.is(">="):
		c.Operator, c.Level = acd.NumberGreaterOrEqualTo, p.level(p.take("a level"))
	case p.is("in"):
		span := p.take("a range of levels")
		low, high, ok := strings.Cut(span.text, "-")
		if !ok {
			p.fail(span.column, "%q is no range of levels; write it like 2-4", span.text)
		}
		c.Operator = acd.InRange
		c.Range = &acd.Range{Min: p.level(word{low, span.column, false}), Max: p.level(word{high, span.column, false})}
	default:
		p.fail(p.end, "%s must be compared: write %s>=4 or %s in 2-4", a, a, a)
	}
	return c
}

func (p *expressions) level(w word) float32 {
	f, err := strconv.ParseFloat(w.text, 32)
	if err != nil {
		p.fail(w.column, "%q is no level; give a number", w.text)
	}
	return float32(f)
}

// withUsers returns the expression with the users in it named otherwise.
func withUsers(x acd.Expression, called func(acd.UserID) acd.UserID) acd.Expression {
	if x.Attribute != nil && x.Attribute.AgentIDs != nil {
		c := *x.Attribute
		ids := make([]acd.UserID, 0, len(*c.AgentIDs))
		for _, id := range *c.AgentIDs {
			ids = append(ids, called(id))
		}
		c.AgentIDs = &ids
		return acd.Expression{Attribute: &c}
	}
	for _, list := range []*[]acd.Expression{&x.And, &x.Or} {
		var renamed []acd.Expression
		for _, inner := range *list {
			renamed = append(renamed, withUsers(inner, called))
		}
		*list = renamed
	}
	return x
}

// formatExpression writes an expression, in which users stand by their names, as a story does.
func formatExpression(x acd.Expression) string {
	switch {
	case x.Attribute != nil:
		return formatCondition(x.Attribute)
	case x.Not != nil:
		return "not " + formatCondition(x.Not)
	case x.And != nil:
		return joinExpressions(x.And, " and ")
	}
	return joinExpressions(x.Or, " or ")
}

func joinExpressions(list []acd.Expression, between string) string {
	var parts []string
	for _, x := range list {
		parts = append(parts, formatExpression(x))
	}
	return strings.Join(parts, between)
}

func formatCondition(c *acd.AttributeCondition) string {
	if c.Operator == acd.Match {
		var names []string
		for _, id := range *c.AgentIDs {
			names = append(names, quote(string(id)))
		}
		return "agent " + strings.Join(names, ", ")
	}
	name := attribute{c.Name, c.Value}.String()
	if strings.ContainsFunc(name, unicode.IsSpace) {
		name = `"` + name + `"`
	}
	if c.Operator == acd.InRange {
		return name + " in " + formatLevel(c.Range.Min) + "-" + formatLevel(c.Range.Max)
	}
	return name + ">=" + formatLevel(c.Level)
}

func formatLevel(level float32) string { return strconv.FormatFloat(float64(level), 'g', -1, 32) }
