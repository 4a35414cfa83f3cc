package flow

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// condition is a comparison of a block's result that leads on where it is true (DG:flow-language-actions).
type condition struct {
	operator string
	operand  operand
	next     string
}

// The operators of conditions. KeyExists is not in the guide: the service has it (LIVE), for what is there and not
// empty.
const (
	equals         = "Equals"
	startsWith     = "TextStartsWith"
	endsWith       = "TextEndsWith"
	contains       = "TextContains"
	greater        = "NumberGreaterThan"
	greaterOrEqual = "NumberGreaterOrEqualTo"
	less           = "NumberLessThan"
	lessOrEqual    = "NumberLessOrEqualTo"
	keyExists      = "KeyExists"
)

// allOperators lists them.
func allOperators() []string {
	return append([]string{equals, startsWith, endsWith, contains, keyExists}, numberOperators()...)
}

// numberOperators lists those that compare numbers.
func numberOperators() []string { return []string{greater, greaterOrEqual, less, lessOrEqual} }

// results is what the conditions of an action may compare.
type results struct {
	operators []string
	operands  []string // what an operand may be; nil: anything
	required  []string // the operands that must all be there
	check     func(p *parser, conditions []condition)
}

// equalTo describes an action whose result is one of some words, each of which needs its condition.
func equalTo(words ...string) *results {
	return &results{operators: []string{equals}, operands: words, required: words}
}

// holds says whether the condition is true of a result. A number that is none compares as false, and so does an operand
// that leads to nothing.
func (c condition) holds(result string, s *Scene) bool {
	if c.operator == keyExists {
		return result != ""
	}
	text, err := c.operand.resolve(s)
	if err != nil {
		return false
	}
	switch c.operator {
	case equals:
		return result == text
	case startsWith:
		return strings.HasPrefix(result, text)
	case endsWith:
		return strings.HasSuffix(result, text)
	case contains:
		return strings.Contains(result, text)
	}
	return compareNumbers(c.operator, result, text)
}

// compareNumbers compares as exactly as the digits say.
func compareNumbers(operator, result, text string) bool {
	if !isNumber(result) || !isNumber(text) || len(result) > numberBytesMax || len(text) > numberBytesMax {
		return false
	}
	a, aok := exactly(result)
	b, bok := exactly(text)
	if !aok || !bok {
		return false
	}
	switch order := a.Cmp(b); operator {
	case greater:
		return order > 0
	case greaterOrEqual:
		return order >= 0
	case less:
		return order < 0
	default:
		return order <= 0
	}
}

// exponentMax bounds the exponent of a number that is compared: 1e1000000 would be a million digits.
const exponentMax = 400

// exactly reads a number as it is written.
func exactly(literal string) (*big.Rat, bool) {
	if i := strings.IndexAny(literal, "eE"); i >= 0 {
		exponent, ok := new(big.Int).SetString(strings.TrimPrefix(literal[i+1:], "+"), 10)
		if !ok || exponent.CmpAbs(big.NewInt(exponentMax)) > 0 {
			return nil, false
		}
	}
	return new(big.Rat).SetString(literal)
}

// conditions reads the conditions of a block.
func (p *parser) conditions(b *block, k *kind, v value, f *Flow) {
	if k.results == nil {
		if v.exists() && (v.kind != '[' || len(v.elements) > 0) {
			p.problem("Transitions.Conditions has conditions; %s gives no result to compare, so leave it empty", k.name)
		}
		return
	}
	if v.exists() && v.kind != '[' {
		p.problem("Transitions.Conditions is %s; give a list of conditions", v.describe())
		return
	}
	p.publishMetric(k, v)
	for i, element := range v.elements {
		at := fmt.Sprintf("Transitions.Conditions[%d]", i)
		if element.kind != '{' {
			p.problem("%s is %s; give an object with NextAction and Condition", at, element.describe())
			continue
		}
		next := p.target(at+".NextAction", element.get("NextAction"), f)
		if c, ok := p.comparison(at+".Condition", k, element.get("Condition")); ok {
			c.next = next
			b.conditions = append(b.conditions, c)
		}
	}
	if k.results.check != nil {
		k.results.check(p, b.conditions)
	}
	for _, word := range k.results.required {
		if !slices.ContainsFunc(b.conditions, func(c condition) bool { return c.operand.literal == word }) {
			p.problem("Transitions.Conditions has no condition for %s; %s needs one", word, k.name)
		}
	}
}

// comparison reads one Condition.
func (p *parser) comparison(at string, k *kind, v value) (condition, bool) {
	if v.kind != '{' {
		p.problem("%s is %s; give an object with Operator and Operands", at, v.describe())
		return condition{}, false
	}
	operator, operands := v.get("Operator"), v.get("Operands")
	if operator.kind != '"' || !slices.Contains(k.results.operators, operator.text) {
		p.problem("%s.Operator is %s; %s takes %s", at, operator.describe(), k.name,
			strings.Join(k.results.operators, ", "))
		return condition{}, false
	}
	if operator.text == keyExists && len(operands.elements) == 0 {
		return condition{operator: keyExists}, true
	}
	if operands.kind != '[' || len(operands.elements) != 1 {
		p.problem("%s.Operands is not a list of one text; give one", at)
		return condition{}, false
	}
	c := condition{operator: operator.text, operand: p.comparand(at+".Operands[0]", operands.elements[0])}
	if k.results.operands != nil && !slices.Contains(k.results.operands, c.operand.literal) {
		p.problem("%s.Operands[0] is %s; %s gives %s", at, operands.elements[0].describe(), k.name,
			strings.Join(k.results.operands, ", "))
		return condition{}, false
	}
	return c, true
}

// comparand reads what a result is compared with: a text, which may be empty or a reference, or a number as exports of
// old wrote it.
func (p *parser) comparand(at string, v value) operand {
	if v.kind == '0' || v.kind == '"' && v.text == "" {
		return operand{literal: v.text}
	}
	return p.operand(at, v)
}
