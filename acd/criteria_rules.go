package acd

import (
	"fmt"
	"slices"
)

// The limits of routing criteria (AG:set-routing-criteria, AG:contact-events).
const (
	stepsMax           = 5
	conditionsAndMax   = 8
	branchesOrMax      = 3
	agentIDsMax        = 10
	expirySecondsMax   = 604_800 // seven days, the default life of a task (A0001)
	levelMin, levelMax = 1.0, 5.0
)

// ValidateSteps says whether steps keep the grammar and the limits of routing criteria. Whether the attributes and
// users they name exist is for the instance to say.
func ValidateSteps(steps []Step) error {
	if len(steps) == 0 || len(steps) > stepsMax {
		return Errorf(Invalid, "RoutingCriteria.Steps has %d steps; give 1 to %d", len(steps), stepsMax)
	}
	for i := range steps {
		at := fmt.Sprintf("RoutingCriteria.Steps[%d]", i)
		if err := steps[i].validate(at, i == len(steps)-1); err != nil {
			return err
		}
	}
	return nil
}

func (s *Step) validate(at string, last bool) error {
	if s.Expiry == nil && !last {
		return Errorf(Invalid, "%s has no Expiry; every step but the last needs one", at)
	}
	if s.Expiry != nil && (s.Expiry.DurationInSeconds < 0 || s.Expiry.DurationInSeconds > expirySecondsMax) {
		return Errorf(Invalid, "%s.Expiry.DurationInSeconds is %d; give 0 to %d", at, s.Expiry.DurationInSeconds,
			expirySecondsMax)
	}
	return s.Expression.validate(at+".Expression", top)
}

// place says where in a step an expression stands: OR only at the top, AND at the top or in an OR.
type place int

const (
	top place = iota
	inOr
	inAnd
)

func (x *Expression) validate(at string, where place) error {
	if n := x.members(); n != 1 {
		return Errorf(Invalid, "%s has %d members; give exactly one of AttributeCondition, AndExpression, OrExpression "+
			"and NotAttributeCondition", at, n)
	}
	switch {
	case x.Attribute != nil:
		return x.Attribute.validate(at+".AttributeCondition", false)
	case x.Not != nil:
		return x.Not.validate(at+".NotAttributeCondition", true)
	case x.And != nil:
		return x.validateAnd(at+".AndExpression", where)
	default:
		return x.validateOr(at+".OrExpression", where)
	}
}

func (x *Expression) members() int {
	n := 0
	for _, given := range []bool{x.Attribute != nil, x.Not != nil, x.And != nil, x.Or != nil} {
		if given {
			n++
		}
	}
	return n
}

// validateAnd checks the conditions under an AND. A name and value may stand there once (A0025).
func (x *Expression) validateAnd(at string, where place) error {
	if where == inAnd {
		return Errorf(Invalid, "%s stands inside an AndExpression; conditions go there directly", at)
	}
	if n := len(x.And); n == 0 || n > conditionsAndMax {
		return Errorf(Invalid, "%s has %d elements; give 1 to %d", at, n, conditionsAndMax)
	}
	seen := make(map[[2]string]bool, len(x.And))
	for i := range x.And {
		element := fmt.Sprintf("%s[%d]", at, i)
		if err := x.And[i].validate(element, inAnd); err != nil {
			return err
		}
		c := x.And[i].Attribute
		if c == nil {
			c = x.And[i].Not
		}
		if c.Operator != Match && seen[[2]string{c.Name, c.Value}] {
			return Errorf(Invalid, "%s names attribute %q with value %q a second time; once is allowed in an "+
				"AndExpression", element, c.Name, c.Value)
		}
		seen[[2]string{c.Name, c.Value}] = true
	}
	return nil
}

func (x *Expression) validateOr(at string, where place) error {
	if where != top {
		return Errorf(Invalid, "%s stands inside another expression; an OrExpression is allowed at the top of a step "+
			"only", at)
	}
	if n := len(x.Or); n == 0 || n > branchesOrMax {
		return Errorf(Invalid, "%s has %d elements; give 1 to %d", at, n, branchesOrMax)
	}
	for i := range x.Or {
		if err := x.Or[i].validate(fmt.Sprintf("%s[%d]", at, i), inOr); err != nil {
			return err
		}
	}
	return nil
}

// validate checks that a condition has the members that go with its operator, and no others (A0004).
func (c *AttributeCondition) validate(at string, negated bool) error {
	switch c.Operator {
	case Match:
		return c.validateMatch(at, negated)
	case NumberGreaterOrEqualTo:
		if c.Level == 0 || c.Range != nil || c.AgentIDs != nil || c.Name == "" || c.Value == "" {
			return Errorf(Invalid, "%s compares by NumberGreaterOrEqualTo; give Name, Value and ProficiencyLevel, "+
				"nothing else", at)
		}
		return checkLevel(at+".ProficiencyLevel", c.Level)
	case InRange:
		if c.Range == nil || c.Range.Min == 0 || c.Range.Max == 0 || c.Level != 0 || c.AgentIDs != nil ||
			c.Name == "" || c.Value == "" {
			return Errorf(Invalid, "%s compares by Range; give Name, Value and Range with both ends, nothing else", at)
		}
		return c.Range.validate(at + ".Range")
	case "":
		return Errorf(Invalid, "%s has no ComparisonOperator; give NumberGreaterOrEqualTo, Range or Match", at)
	}
	return Errorf(Invalid, "%s.ComparisonOperator is %q; give NumberGreaterOrEqualTo, Range or Match", at, c.Operator)
}

func (c *AttributeCondition) validateMatch(at string, negated bool) error {
	if negated {
		return Errorf(Invalid, "%s compares by Match; a NotAttributeCondition takes NumberGreaterOrEqualTo or Range", at)
	}
	if c.AgentIDs == nil || c.Name != "" || c.Value != "" || c.Level != 0 || c.Range != nil {
		return Errorf(Invalid, "%s compares by Match; give MatchCriteria.AgentsCriteria.AgentIds, nothing else", at)
	}
	ids := *c.AgentIDs
	if len(ids) == 0 || len(ids) > agentIDsMax {
		return Errorf(Invalid, "%s.MatchCriteria.AgentsCriteria.AgentIds has %d ids; give 1 to %d", at, len(ids),
			agentIDsMax)
	}
	if slices.Contains(ids, "") {
		return Errorf(Invalid, "%s.MatchCriteria.AgentsCriteria.AgentIds has an empty id; give ids of users", at)
	}
	return nil
}

func (r *Range) validate(at string) error {
	if err := checkLevel(at+".MinProficiencyLevel", r.Min); err != nil {
		return err
	}
	if err := checkLevel(at+".MaxProficiencyLevel", r.Max); err != nil {
		return err
	}
	if r.Min > r.Max {
		return Errorf(Invalid, "%s goes from %v down to %v; MinProficiencyLevel must not exceed MaxProficiencyLevel", at,
			r.Min, r.Max)
	}
	return nil
}

func checkLevel(at string, level float32) error {
	if !(level >= levelMin && level <= levelMax) { // the negation refuses NaN too
		return Errorf(Invalid, "%s is %v; give a number from 1.0 to 5.0", at, level)
	}
	return nil
}
