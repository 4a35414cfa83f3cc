package report

import (
	"slices"

	"patchcord/acd"
)

// Dimension is what contacts are told apart by: a valid grouping and filter key of GetMetricDataV2.
type Dimension string

// The dimensions that a contact here can have.
const (
	Queue                 Dimension = "QUEUE"
	Channel               Dimension = "CHANNEL"
	RoutingProfile        Dimension = "ROUTING_PROFILE"
	Agent                 Dimension = "AGENT"
	InitiationMethod      Dimension = "INITIATION_METHOD"
	DisconnectReason      Dimension = "DISCONNECT_REASON"
	Subtype               Dimension = "contact/segmentAttributes/connect:Subtype"
	RoutingStepExpression Dimension = "ROUTING_STEP_EXPRESSION"
	HierarchyOne          Dimension = "AGENT_HIERARCHY_LEVEL_ONE"
	HierarchyTwo          Dimension = "AGENT_HIERARCHY_LEVEL_TWO"
	HierarchyThree        Dimension = "AGENT_HIERARCHY_LEVEL_THREE"
	HierarchyFour         Dimension = "AGENT_HIERARCHY_LEVEL_FOUR"
	HierarchyFive         Dimension = "AGENT_HIERARCHY_LEVEL_FIVE"
)

// subtypeKey is the segment attribute behind Subtype.
const subtypeKey = "connect:Subtype"

// Dimensions returns all of them.
func Dimensions() []Dimension {
	return append([]Dimension{Queue, Channel, RoutingProfile, Agent, InitiationMethod, DisconnectReason, Subtype,
		RoutingStepExpression}, HierarchyLevels()...)
}

// HierarchyLevels returns the dimensions of the agent hierarchy, the topmost first.
func HierarchyLevels() []Dimension {
	return []Dimension{HierarchyOne, HierarchyTwo, HierarchyThree, HierarchyFour, HierarchyFive}
}

// groupIn returns which group of a path is an agent's in a dimension of the hierarchy, if he is in one there.
func groupIn(path []acd.HierarchyGroupID, d Dimension) (value string, ok bool) {
	group := acd.GroupAt(path, slices.Index(HierarchyLevels(), d)+1)
	return string(group), group != ""
}

// A counted thing is what a metric looks at: a contact, or one step of its criteria where steps are told apart.
type counted struct {
	contact *acd.Contact
	step    int              // -1: the whole contact
	spell   *acd.StatusSpell // what an agent did, and no contact
	offer   *offer           // one try to give it to an agent
}

// Filter lets through what has one of the values, or, where Absent, what has none at all.
type Filter struct {
	By     Dimension
	Values []string
	Absent bool
	Negate bool // lets through what the rest does not
}

// passes says whether the filter lets something through.
func (f *Filter) passes(q *Question, of counted) bool {
	value, ok := q.valueOf(f.By, of)
	fits := ok && slices.Contains(f.Values, value)
	if f.Absent {
		fits = !ok
	}
	return fits != f.Negate
}

// valueOf returns what something is in a dimension, if it is anything there.
func (q *Question) valueOf(d Dimension, of counted) (value string, ok bool) {
	if of.spell != nil {
		return spellValue(of.spell, d)
	}
	c := of.contact
	switch d {
	case Queue:
		value, ok = string(c.Queue.ID), wasQueued(c)
	case Channel:
		value, ok = string(c.Channel), true
	case RoutingProfile:
		worker, known := of.agent()
		value, ok = string(worker.profile), known
	case Agent:
		worker, known := of.agent()
		value, ok = string(worker.user), known
	case InitiationMethod:
		value, ok = string(c.InitiationMethod), true
	case DisconnectReason:
		value, ok = c.DisconnectReason, c.DisconnectReason != ""
	case Subtype:
		if s := c.SegmentAttributes[subtypeKey].String; s != nil {
			value, ok = *s, true
		}
	case RoutingStepExpression:
		if ok = of.step >= 0; ok {
			value = q.Expression(c.Criteria.Steps[of.step].Expression)
		}
	case HierarchyOne, HierarchyTwo, HierarchyThree, HierarchyFour, HierarchyFive:
		worker, _ := of.agent()
		value, ok = groupIn(worker.groups, d)
	}
	return value, ok
}

// spellValue returns what an agent's spell is in a dimension.
func spellValue(s *acd.StatusSpell, d Dimension) (value string, ok bool) {
	switch d {
	case Agent:
		return string(s.UserID), true
	case RoutingProfile:
		return string(s.RoutingProfileID), true
	}
	return groupIn(s.HierarchyPath, d)
}

// A worker is an agent as he was when something began.
type worker struct {
	user    acd.UserID
	profile acd.RoutingProfileID
	groups  []acd.HierarchyGroupID // from the top to his own
}

// agent returns whose the offer is, or who had the contact, if anybody.
func (of *counted) agent() (worker, bool) {
	switch {
	case of.offer != nil:
		return of.offer.worker, true
	case wasHandled(of.contact):
		a := of.contact.Agent
		return worker{a.UserID, a.RoutingProfileID, a.HierarchyPath}, true
	}
	return worker{}, false
}
