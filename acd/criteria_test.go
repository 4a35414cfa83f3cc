package acd

import (
	"strings"
	"testing"
)

func atLeast(name, value string, level float32) *AttributeCondition {
	return &AttributeCondition{Name: name, Value: value, Operator: NumberGreaterOrEqualTo, Level: level}
}

func within(name, value string, low, high float32) *AttributeCondition {
	return &AttributeCondition{Name: name, Value: value, Operator: InRange, Range: &Range{low, high}}
}

func anyOf(ids ...UserID) *AttributeCondition {
	return &AttributeCondition{Operator: Match, AgentIDs: &ids}
}

func is(c *AttributeCondition) Expression       { return Expression{Attribute: c} }
func not(c *AttributeCondition) Expression      { return Expression{Not: c} }
func all(list ...Expression) Expression         { return Expression{And: list} }
func either(list ...Expression) Expression      { return Expression{Or: list} }
func forever(x Expression) []Step               { return []Step{{Expression: x}} }
func lasting(x Expression, seconds int32) Step  { return Step{Expression: x, Expiry: &Expiry{seconds}} }
func many(n int, x Expression) (l []Expression) { return repeat(n, func(int) Expression { return x }) }

func repeat(n int, element func(int) Expression) (list []Expression) {
	for i := range n {
		list = append(list, element(i))
	}
	return list
}

// distinct are conditions on as many attributes.
func distinct(n int) []Expression {
	return repeat(n, func(i int) Expression { return is(atLeast("A", string(rune('a'+i)), 1)) })
}

// TestValidateSteps walks the grammar and the limits: what is allowed, and for what is not, the words that tell where.
func TestValidateSteps(t *testing.T) {
	french := atLeast("Language", "French", 4)
	ids := func(n int) *AttributeCondition {
		list := make([]UserID, n)
		for i := range list {
			list[i] = "u"
		}
		return anyOf(list...)
	}
	both := Expression{Attribute: french, Or: []Expression{is(french)}}
	for _, c := range []struct {
		name  string
		steps []Step
		want  string // part of the refusal; empty: allowed
	}{
		{"one condition", forever(is(french)), ""},
		{"five steps", append(repeatSteps(4, lasting(is(french), 0)), forever(is(french))...), ""},
		{"a last step that expires", []Step{lasting(is(french), 604_800)}, ""},
		{"eight under AND", forever(all(distinct(8)...)), ""},
		{"AND in OR", forever(either(all(distinct(8)...), not(french), is(anyOf("u")))), ""},
		{"Match under AND", forever(all(is(anyOf("u")), is(french))), ""},
		{"the same attribute in branches of OR", forever(either(is(french), is(french))), ""},
		{"other values of one attribute", forever(all(is(french), is(atLeast("Language", "English", 1)))), ""},
		{"equal ends", forever(is(within("A", "b", 4, 4))), ""},
		{"a fraction", forever(is(atLeast("A", "b", 2.5))), ""},
		{"ten agents", forever(is(ids(10))), ""},

		{"no steps", nil, "has 0 steps"},
		{"six steps", repeatSteps(6, lasting(is(french), 1)), "has 6 steps"},
		{"a middle step without expiry", append(forever(is(french)), forever(is(french))...), "Steps[0] has no Expiry"},
		{"negative expiry", []Step{lasting(is(french), -1)}, "Steps[0].Expiry.DurationInSeconds is -1"},
		{"too long an expiry", []Step{lasting(is(french), 604_801)}, "give 0 to 604800"},
		{"nothing", forever(Expression{}), "Steps[0].Expression has 0 members"},
		{"two members", forever(both), "has 2 members"},
		{"nine under AND", forever(all(distinct(9)...)), "AndExpression has 9 elements; give 1 to 8"},
		{"empty AND", forever(Expression{And: []Expression{}}), "AndExpression has 0 elements"},
		{"four ORs", forever(either(many(4, is(french))...)), "OrExpression has 4 elements; give 1 to 3"},
		{"empty OR", forever(Expression{Or: []Expression{}}), "OrExpression has 0 elements"},
		{"OR in AND", forever(all(either(is(french)))), "AndExpression[0].OrExpression stands inside another"},
		{"OR in OR", forever(either(either(is(french)))), "OrExpression[0].OrExpression stands inside another"},
		{"AND in AND", forever(all(all(is(french)))), "AndExpression[0].AndExpression stands inside"},
		{"the same twice", forever(all(is(french), not(french))), "AndExpression[1] names attribute \"Language\""},
		{"level too low", forever(is(atLeast("A", "b", 0.5))), "ProficiencyLevel is 0.5; give a number from 1.0 to 5.0"},
		{"level too high", forever(is(atLeast("A", "b", 5.5))), "ProficiencyLevel is 5.5"},
		{"level deep inside", forever(either(all(is(atLeast("A", "b", 9))))),
			"RoutingCriteria.Steps[0].Expression.OrExpression[0].AndExpression[0].AttributeCondition.ProficiencyLevel"},
		{"range upside down", forever(is(within("A", "b", 4, 2))), "Range goes from 4 down to 2"},
		{"range out of bounds", forever(not(within("A", "b", 1, 6))), "NotAttributeCondition.Range.MaxProficiencyLevel"},
		{"range with one end", forever(is(within("A", "b", 1, 0))), "Range with both ends"},
		{"range with a level", forever(is(&AttributeCondition{Name: "A", Value: "b", Operator: InRange, Level: 1,
			Range: &Range{1, 2}})), "nothing else"},
		{"no level", forever(is(atLeast("A", "b", 0))), "give Name, Value and ProficiencyLevel"},
		{"no name", forever(is(atLeast("", "b", 1))), "give Name, Value"},
		{"no operator", forever(is(&AttributeCondition{Name: "A", Value: "b", Level: 1})), "has no ComparisonOperator"},
		{"unknown operator", forever(is(&AttributeCondition{Operator: "Equals"})), "ComparisonOperator is \"Equals\""},
		{"eleven agents", forever(is(ids(11))), "AgentIds has 11 ids; give 1 to 10"},
		{"no agents", forever(is(anyOf())), "AgentIds has 0 ids"},
		{"an empty agent", forever(is(anyOf(""))), "empty id"},
		{"NOT of agents", forever(not(anyOf("u"))), "NotAttributeCondition compares by Match"},
		{"agents with a name", forever(is(&AttributeCondition{Name: "A", Operator: Match, AgentIDs: &[]UserID{"u"}})),
			"nothing else"},
	} {
		err := ValidateSteps(c.steps)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v; want it allowed", c.name, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v; want a refusal with %q", c.name, err, c.want)
		}
	}
}

func repeatSteps(n int, s Step) (steps []Step) {
	for range n {
		steps = append(steps, s)
	}
	return steps
}

// TestFits walks what an expression says of an agent.
func TestFits(t *testing.T) {
	levels := []UserProficiency{{"Language", "French", 3}, {"Technology", "DynamoDB", 5}}
	french := func(level float32) Expression { return is(atLeast("Language", "French", level)) }
	for _, c := range []struct {
		name string
		x    Expression
		want bool
	}{
		{"level reached", french(3), true},
		{"level not reached", french(3.1), false},
		{"attribute absent", is(atLeast("Language", "Greek", 1)), false},
		{"in range", is(within("Language", "French", 1, 3)), true},
		{"above range", is(within("Language", "French", 1, 2)), false},
		{"absent in range", is(within("Language", "Greek", 1, 5)), false},
		{"NOT of true", not(within("Language", "French", 1, 5)), false},
		{"NOT of an absent attribute", not(within("Language", "Greek", 1, 5)), true},
		{"NOT of a level not reached", not(atLeast("Language", "French", 4)), true},
		{"AND", all(french(1), is(atLeast("Technology", "DynamoDB", 5))), true},
		{"AND with one false", all(french(1), french(4)), false},
		{"OR", either(french(5), french(1)), true},
		{"OR with none", either(french(5), french(4)), false},
		{"in the list", is(anyOf("bob", "ana")), true},
		{"not in the list", is(anyOf("bob")), false},
	} {
		if got := c.x.Fits("ana", levels); got != c.want {
			t.Errorf("%s: %v; want %v", c.name, got, c.want)
		}
	}
}
