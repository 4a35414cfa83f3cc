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
)

// subtypeKey is the segment attribute behind Subtype.
const subtypeKey = "connect:Subtype"

// A counted thing is what a metric looks at: a contact, or one step of its criteria where steps are told apart.
type counted struct {
	contact *acd.Contact
	step    int // -1: the whole contact
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
	c := of.contact
	switch d {
	case Queue:
		value, ok = string(c.Queue.ID), wasQueued(c)
	case Channel:
		value, ok = string(c.Channel), true
	case RoutingProfile:
		ok = wasHandled(c)
		if ok {
			value = string(c.Agent.RoutingProfileID)
		}
	case Agent:
		ok = wasHandled(c)
		if ok {
			value = string(c.Agent.UserID)
		}
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
	}
	return value, ok
}
