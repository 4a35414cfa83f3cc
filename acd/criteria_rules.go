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
		if err := steps[i].validate(i == len(steps)-1); err != nil {
			return err.under("RoutingCriteria.Steps[%d]", i)
		}
	}
	return nil
}

// under puts where it stands before the message of a refusal. So the path of a member is written only when it is
// needed.
func (e *Error) under(format string, args ...any) *Error {
	e.Message = fmt.Sprintf(format, args...) + e.Message
	return e
}

func (s *Step) validate(last bool) *Error {
	if s.Expiry == nil && !last {
		return Errorf(Invalid, " has no Expiry; every step but the last needs one")
	}
	if s.Expiry != nil && (s.Expiry.DurationInSeconds < 0 || s.Expiry.DurationInSeconds > expirySecondsMax) {
		return Errorf(Invalid, ".Expiry.DurationInSeconds is %d; give 0 to %d", s.Expiry.DurationInSeconds,
			expirySecondsMax)
	}
	if err := s.Expression.validate(top); err != nil {
		return err.under(".Expression")
	}
	return nil
}

// place says where in a step an expression stands: OR only at the top, AND at the top or in an OR.
type place int

const (
	top place = iota
	inOr
	inAnd
)

func (x *Expression) validate(where place) *Error {
	if n := x.members(); n != 1 {
		return Errorf(Invalid, " has %d members; give exactly one of AttributeCondition, AndExpression, OrExpression "+
			"and NotAttributeCondition", n)
	}
	var err *Error
	switch {
	case x.Attribute != nil:
		if err = x.Attribute.validate(false); err != nil {
			return err.under(".AttributeCondition")
		}
	case x.Not != nil:
		if err = x.Not.validate(true); err != nil {
			return err.under(".NotAttributeCondition")
		}
	case x.And != nil:
		if err = x.validateAnd(where); err != nil {
			return err.under(".AndExpression")
		}
	default:
		if err = x.validateOr(where); err != nil {
			return err.under(".OrExpression")
		}
	}
	return nil
}

func (x *Expression) members() int {
	n := 0
	for _, given := range [...]bool{x.Attribute != nil, x.Not != nil, x.And != nil, x.Or != nil} {
		if given {
			n++
		}
	}
	return n
}

// validateAnd checks the conditions under an AND. A name and value may stand there once (A0025).
func (x *Expression) validateAnd(where place) *Error {
	if where == inAnd {
		return Errorf(Invalid, " stands inside an AndExpression; conditions go there directly")
	}
	if n := len(x.And); n == 0 || n > conditionsAndMax {
		return Errorf(Invalid, " has %d elements; give 1 to %d", n, conditionsAndMax)
	}
	for i := range x.And {
		if err := x.And[i].validate(inAnd); err != nil {
			return err.under("[%d]", i)
		}
		c := x.And[i].condition()
		if c.Operator == Match {
			continue
		}
		for _, before := range x.And[:i] {
			if b := before.condition(); b.Name == c.Name && b.Value == c.Value {
				return Errorf(Invalid, "[%d] names attribute %q with value %q a second time; once is allowed in an "+
					"AndExpression", i, c.Name, c.Value)
			}
		}
	}
	return nil
}

// condition returns the one condition of an expression that holds no others.
func (x *Expression) condition() *AttributeCondition {
	if x.Attribute != nil {
		return x.Attribute
	}
	return x.Not
}

func (x *Expression) validateOr(where place) *Error {
	if where != top {
		return Errorf(Invalid, " stands inside another expression; an OrExpression is allowed at the top of a step only")
	}
	if n := len(x.Or); n == 0 || n > branchesOrMax {
		return Errorf(Invalid, " has %d elements; give 1 to %d", n, branchesOrMax)
	}
	for i := range x.Or {
		if err := x.Or[i].validate(inOr); err != nil {
			return err.under("[%d]", i)
		}
	}
	return nil
}

// validate checks that a condition has the members that go with its operator, and no others (A0004).
func (c *AttributeCondition) validate(negated bool) *Error {
	switch c.Operator {
	case Match:
		return c.validateMatch(negated)
	case NumberGreaterOrEqualTo:
		if c.Level == 0 || c.Range != nil || c.AgentIDs != nil || c.Name == "" || c.Value == "" {
			return Errorf(Invalid, " compares by NumberGreaterOrEqualTo; give Name, Value and ProficiencyLevel, "+
				"nothing else")
		}
		return checkLevel("ProficiencyLevel", c.Level)
	case InRange:
		if c.Range == nil || c.Range.Min == 0 || c.Range.Max == 0 || c.Level != 0 || c.AgentIDs != nil ||
			c.Name == "" || c.Value == "" {
			return Errorf(Invalid, " compares by Range; give Name, Value and Range with both ends, nothing else")
		}
		return c.Range.validate()
	case "":
		return Errorf(Invalid, " has no ComparisonOperator; give NumberGreaterOrEqualTo, Range or Match")
	}
	return Errorf(Invalid, ".ComparisonOperator is %q; give NumberGreaterOrEqualTo, Range or Match", c.Operator)
}

func (c *AttributeCondition) validateMatch(negated bool) *Error {
	if negated {
		return Errorf(Invalid, " compares by Match; a NotAttributeCondition takes NumberGreaterOrEqualTo or Range")
	}
	if c.AgentIDs == nil || c.Name != "" || c.Value != "" || c.Level != 0 || c.Range != nil {
		return Errorf(Invalid, " compares by Match; give MatchCriteria.AgentsCriteria.AgentIds, nothing else")
	}
	ids := *c.AgentIDs
	if len(ids) == 0 || len(ids) > agentIDsMax {
		return Errorf(Invalid, ".MatchCriteria.AgentsCriteria.AgentIds has %d ids; give 1 to %d", len(ids), agentIDsMax)
	}
	if slices.Contains(ids, "") {
		return Errorf(Invalid, ".MatchCriteria.AgentsCriteria.AgentIds has an empty id; give ids of users")
	}
	return nil
}

func (r *Range) validate() *Error {
	if err := checkLevel("MinProficiencyLevel", r.Min); err != nil {
		return err.under(".Range")
	}
	if err := checkLevel("MaxProficiencyLevel", r.Max); err != nil {
		return err.under(".Range")
	}
	if r.Min > r.Max {
		return Errorf(Invalid, ".Range goes from %v down to %v; MinProficiencyLevel must not exceed "+
			"MaxProficiencyLevel", r.Min, r.Max)
	}
	return nil
}

func checkLevel(member string, level float32) *Error {
	if !(level >= levelMin && level <= levelMax) { // the negation refuses NaN too
		return Errorf(Invalid, ".%s is %v; give a number from 1.0 to 5.0", member, level)
	}
	return nil
}
