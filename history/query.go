package history

import (
	"slices"
	"strings"

	"patchcord/acd"
)

// A Query says which contacts are looked for, living or ended, and in which order.
type Query struct {
	Instance acd.InstanceID
	Range    Range
	Criteria Criteria
	Sort     Sort
	After    *Position // the last contact of the page before; nil: the first page
	Max      int       // contacts on a page
}

// A Range holds the contacts that have a moment within it, both ends included (A0160).
type Range struct {
	Moment   Moment
	From, To acd.Time
}

func (r Range) holds(c *acd.Contact) bool {
	at := r.Moment.of(c)
	return !at.IsZero() && at >= r.From && at <= r.To
}

// Criteria are what a contact must satisfy, all of them at once. One that is empty asks nothing.
type Criteria struct {
	Agents     []acd.UserID // one of them has accepted it
	Groups     []Groups     // in each, the agent was when he joined (A0163)
	Queues     []acd.QueueID
	Channels   []acd.Channel
	Methods    []acd.InitiationMethod
	Name       Texts
	Attributes Values
	Segment    Values
	Steps      []Preferred // each is met by a step of its routing criteria
	Tags       [][]Tag     // all of one of these lists
	Times      Times
	Nothing    bool // no contact satisfies them
}

// A Match says how several wishes become one (A0161).
type Match string

// The ways of Amazon.
const (
	MatchAll   Match = "MATCH_ALL"
	MatchAny   Match = "MATCH_ANY"
	MatchExact Match = "MATCH_EXACT"
	MatchNone  Match = "MATCH_NONE"
)

// of joins wishes. Exact is as strict as all: what exact means for one wish is for the wish to say.
func (m Match) of(n int, holds func(i int) bool) bool {
	met := 0
	for i := range n {
		if holds(i) {
			met++
		}
	}
	switch m {
	case MatchAny:
		return met > 0 || n == 0
	case MatchNone:
		return met == 0
	}
	return met == n
}

// Texts are looked for in a name.
type Texts struct {
	Match Match
	Texts []string
}

// holds compares without regard to case, but for an exact match: then the name is one of the texts.
func (t Texts) holds(name string) bool {
	if t.Match == MatchExact {
		return len(t.Texts) == 0 || slices.Contains(t.Texts, name)
	}
	folded := strings.ToLower(name)
	return t.Match.of(len(t.Texts), func(i int) bool { return strings.Contains(folded, strings.ToLower(t.Texts[i])) })
}

// Values are looked for under keys.
type Values struct {
	Match Match
	Keys  []Value
}

// A Value is a key with the values of which one is wanted.
type Value struct {
	Key    string
	Values []string
}

func (v Values) holds(get func(key string) []string) bool {
	return v.Match.of(len(v.Keys), func(i int) bool {
		for _, value := range get(v.Keys[i].Key) {
			if slices.Contains(v.Keys[i].Values, value) {
				return true
			}
		}
		return false
	})
}

// Preferred are agents that a step of routing criteria prefers.
type Preferred struct {
	Match  Match
	Agents []acd.UserID
}

// holds looks for one step that names the agents as they should be named; for none, that no step names any.
func (p Preferred) holds(criteria *acd.RoutingCriteria) bool {
	var steps []acd.Step
	if criteria != nil {
		steps = criteria.Steps
	}
	names := func(s acd.Step) (all []acd.UserID) {
		s.Expression.Conditions(func(c *acd.AttributeCondition) {
			if c.Operator == acd.Match && c.AgentIDs != nil {
				all = append(all, *c.AgentIDs...)
			}
		})
		return all
	}
	if p.Match == MatchNone {
		return !slices.ContainsFunc(steps, func(s acd.Step) bool {
			return slices.ContainsFunc(names(s), func(id acd.UserID) bool { return slices.Contains(p.Agents, id) })
		})
	}
	return slices.ContainsFunc(steps, func(s acd.Step) bool {
		named := names(s)
		if p.Match == MatchExact && len(named) != len(p.Agents) {
			return false
		}
		return p.Match.of(len(p.Agents), func(i int) bool { return slices.Contains(named, p.Agents[i]) })
	})
}

// Groups are hierarchy groups of one depth, of which the topmost is 1.
type Groups struct {
	Depth int
	IDs   []acd.HierarchyGroupID
}

// A Tag is one that the contact has, with a value or, where Value is nil, with any.
type Tag struct {
	Key   string
	Value *string
}

// Times are further ranges, and moments that a contact must not have.
type Times struct {
	Match  Match
	Ranges []Range
	Absent []Moment
}

func (t Times) holds(c *acd.Contact) bool {
	return t.Match.of(len(t.Ranges)+len(t.Absent), func(i int) bool {
		if i < len(t.Ranges) {
			return t.Ranges[i].holds(c)
		}
		return t.Absent[i-len(t.Ranges)].of(c).IsZero()
	})
}

// holds says whether a contact is looked for.
func (q *Query) holds(c *acd.Contact) bool {
	k := &q.Criteria
	return !k.Nothing && isFound(c) && q.Range.holds(c) &&
		(len(k.Queues) == 0 || slices.Contains(k.Queues, c.Queue.ID)) &&
		(len(k.Agents) == 0 || c.Agent != nil && slices.Contains(k.Agents, c.Agent.UserID)) &&
		(len(k.Channels) == 0 || slices.Contains(k.Channels, c.Channel)) &&
		(len(k.Methods) == 0 || slices.Contains(k.Methods, c.InitiationMethod)) &&
		k.holdsGroups(c) &&
		k.Name.holds(c.Name) && k.holdsValues(c) && k.holdsSteps(c) && k.holdsTags(c) && k.Times.holds(c)
}

// isFound says whether a contact can be found already: a call when an agent has it or it has ended, a chat when it has
// reached the system, all others from their beginning (AG:contact-search).
func isFound(c *acd.Contact) bool {
	switch c.Channel {
	case acd.Voice:
		return c.HasEnded() || c.Agent != nil && !c.Agent.ConnectedAt.IsZero()
	case acd.Chat:
		return c.HasEnded() || !c.ConnectedToSystemAt.IsZero() || !c.EnqueuedAt.IsZero()
	}
	return true
}

func (k *Criteria) holdsValues(c *acd.Contact) bool {
	return k.Attributes.holds(func(key string) []string {
		if value, ok := c.Attributes[key]; ok {
			return []string{value}
		}
		return nil
	}) && k.Segment.holds(func(key string) []string {
		if value, ok := c.SegmentAttributes[key]; ok {
			return segmentTexts(value)
		}
		return nil
	})
}

func (k *Criteria) holdsGroups(c *acd.Contact) bool {
	return !slices.ContainsFunc(k.Groups, func(g Groups) bool {
		return c.Agent == nil || !slices.Contains(g.IDs, acd.GroupAt(c.Agent.HierarchyPath, g.Depth))
	})
}

func (k *Criteria) holdsSteps(c *acd.Contact) bool {
	for _, p := range k.Steps {
		if !p.holds(c.Criteria) {
			return false
		}
	}
	return true
}

func (k *Criteria) holdsTags(c *acd.Contact) bool {
	has := func(t Tag) bool {
		value, ok := c.Tags[t.Key]
		return ok && (t.Value == nil || value == *t.Value)
	}
	return len(k.Tags) == 0 || slices.ContainsFunc(k.Tags, func(all []Tag) bool {
		return !slices.ContainsFunc(all, func(t Tag) bool { return !has(t) })
	})
}
