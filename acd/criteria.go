package acd

import "slices"

// RoutingCriteria narrow, for a while, the agents who may take a contact: one step after the other, each until it
// expires (AG:set-routing-criteria).
type RoutingCriteria struct {
	Steps       []Step
	ActivatedAt Time  // when the contact entered the queue with them, or got them there
	Index       int32 // which version of criteria on this contact, from 0 (A0019)
}

// A Step keeps a contact for the agents for whom its expression is true, for a while.
type Step struct {
	Expression Expression
	Expiry     *Expiry // nil: the step never expires
	Status     StepStatus
	ExpiresAt  Time // set when a step with an Expiry becomes active
}

// Expiry is how long a step lasts from its activation.
type Expiry struct {
	DurationInSeconds int32 // 0 to 604,800 (A0001)
}

// StepStatus is where a step is in its life (AG:set-routing-criteria).
type StepStatus string

// The states of a step. The last two are seen in events only, never on the wire of DescribeContact (A0020).
const (
	Inactive    StepStatus = "INACTIVE"
	Active      StepStatus = "ACTIVE"
	Joined      StepStatus = "JOINED"
	Expired     StepStatus = "EXPIRED"
	Deactivated StepStatus = "DEACTIVATED"
	Interrupted StepStatus = "INTERRUPTED"
)

// Expression says which agents fit. Exactly one member is set (A0005).
type Expression struct {
	Attribute *AttributeCondition
	Not       *AttributeCondition
	And       []Expression
	Or        []Expression
}

// AttributeCondition asks one thing of an agent: a proficiency, or to be one of a list.
type AttributeCondition struct {
	Name     string
	Value    string
	Operator ComparisonOperator
	Level    float32   // with NumberGreaterOrEqualTo; 0: not given
	Range    *Range    // with Range
	AgentIDs *[]UserID // with Match; nil: not given
}

// Range is a span of levels, both ends included; 0 stands for an end that was not given.
type Range struct {
	Min, Max float32
}

// ComparisonOperator says how a condition compares (AG:contact-events).
type ComparisonOperator string

// The three operators that are documented.
const (
	NumberGreaterOrEqualTo ComparisonOperator = "NumberGreaterOrEqualTo"
	InRange                ComparisonOperator = "Range"
	Match                  ComparisonOperator = "Match"
)

// Fits says whether the expression is true for an agent. An attribute that the agent lacks makes a condition false, and
// a NOT of it true (A0021).
func (x *Expression) Fits(id UserID, proficiencies []UserProficiency) bool {
	switch {
	case x.Attribute != nil:
		return x.Attribute.fits(id, proficiencies)
	case x.Not != nil:
		return !x.Not.fits(id, proficiencies)
	case x.And != nil:
		for i := range x.And {
			if !x.And[i].Fits(id, proficiencies) {
				return false
			}
		}
		return true
	}
	for i := range x.Or {
		if x.Or[i].Fits(id, proficiencies) {
			return true
		}
	}
	return false
}

func (c *AttributeCondition) fits(id UserID, proficiencies []UserProficiency) bool {
	if c.Operator == Match {
		return slices.Contains(*c.AgentIDs, id)
	}
	level := float32(Level(proficiencies, c.Name, c.Value))
	if c.Operator == InRange {
		return level > 0 && level >= c.Range.Min && level <= c.Range.Max
	}
	return level > 0 && level >= c.Level
}

// Conditions calls visit for every condition of the expression, negated or not.
func (x *Expression) Conditions(visit func(*AttributeCondition)) {
	if x.Attribute != nil {
		visit(x.Attribute)
	}
	if x.Not != nil {
		visit(x.Not)
	}
	for i := range x.And {
		x.And[i].Conditions(visit)
	}
	for i := range x.Or {
		x.Or[i].Conditions(visit)
	}
}

// ActiveStep returns the index of the step that narrows the agents now, -1 where none does.
func (c *RoutingCriteria) ActiveStep() int {
	if c == nil {
		return -1
	}
	return slices.IndexFunc(c.Steps, func(s Step) bool { return s.Status == Active })
}

// With returns a copy of the criteria in which change has been made to one step. The copy shares the expressions, which
// never change.
func (c *RoutingCriteria) With(step int, change func(*Step)) *RoutingCriteria {
	next := *c
	next.Steps = slices.Clone(c.Steps)
	change(&next.Steps[step])
	return &next
}

// Rested returns a copy of the criteria of a contact that has left its queue without an agent: as if it had never been
// in one, so that they begin with their first step in the next (A0101).
func (c *RoutingCriteria) Rested() *RoutingCriteria {
	if c == nil {
		return nil
	}
	next := *c
	next.ActivatedAt = 0
	next.Steps = slices.Clone(c.Steps)
	for i := range next.Steps {
		next.Steps[i].Status, next.Steps[i].ExpiresAt = Inactive, 0
	}
	return &next
}
