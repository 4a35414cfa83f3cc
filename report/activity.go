package report

import (
	"cmp"
	"slices"

	"patchcord/acd"
)

// A day is what one agent did in one interval.
type day struct {
	available acd.Duration // status Available
	custom    acd.Duration // a custom status
	busy      acd.Duration // Available, and with a contact or at his after-contact work
}

func (d *day) online() acd.Duration { return d.available + d.custom }
func (d *day) idle() acd.Duration   { return d.available - d.busy }

// byAgentOnly are the groupings of time that belongs to no queue.
var byAgentOnly = []Dimension{RoutingProfile, Agent}

// activities is the list of the metrics of what agents did, each by its definition in AG:metrics-definitions.
var activities = map[string]measure{
	"AGENT_OCCUPANCY": {how: percent, by: byAgentOnly,
		spent: func(d *day) (_, _ acd.Duration) { return d.busy, d.busy + d.idle() }},
	"SUM_CONTACT_TIME_AGENT":        {by: byAgentOnly, spent: func(d *day) (_, _ acd.Duration) { return d.busy, 0 }},
	"SUM_IDLE_TIME_AGENT":           {by: byAgentOnly, spent: func(d *day) (_, _ acd.Duration) { return d.idle(), 0 }},
	"SUM_NON_PRODUCTIVE_TIME_AGENT": {by: byAgentOnly, spent: func(d *day) (_, _ acd.Duration) { return d.custom, 0 }},
	"SUM_ONLINE_TIME_AGENT":         {by: byAgentOnly, spent: func(d *day) (_, _ acd.Duration) { return d.online(), 0 }},
}

// A stretch is a time from one instant to another.
type stretch struct{ from, to acd.Time }

// within cuts a stretch to what lies in another; it may be empty.
func (s stretch) within(other stretch) stretch {
	return stretch{max(s.from, other.from), max(min(s.to, other.to), max(s.from, other.from))}
}

func (s stretch) length() acd.Duration { return s.to.Sub(s.from) }

// work gathers, agent by agent, when he had a contact.
type work map[acd.UserID][]stretch

// add notes a contact that an agent had. One that has not ended lasts until now.
func (w work) add(c *acd.Contact, now acd.Time) {
	if !wasHandled(c) {
		return
	}
	until := now
	switch {
	case !c.Agent.WorkEndedAt.IsZero():
		until = c.Agent.WorkEndedAt
	case c.State == acd.CompletedLife:
		until = c.DisconnectedAt
	}
	w[c.Agent.UserID] = append(w[c.Agent.UserID], stretch{c.Agent.ConnectedAt, until})
}

// busy returns how much of a stretch an agent spent with contacts, however many at once.
func (w work) busy(id acd.UserID, of stretch) acd.Duration {
	total, seen := acd.Duration(0), of.from
	for _, s := range w[id] {
		s.from = max(s.from, seen)
		if part := s.within(of); part.length() > 0 {
			total += part.length()
			seen = part.to
		}
	}
	return total
}

// sort puts what each agent had in the order in which it began.
func (w work) sort() {
	for _, list := range w { // order does not show: each is sorted alone
		slices.SortFunc(list, func(a, b stretch) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	}
}

// takeSpells counts what agents did for the metrics that ask for it.
func (q *Question) takeSpells(groups map[string]*group, spells []acd.StatusSpell, had work) {
	had.sort()
	for _, s := range spells {
		who := counted{spell: &s, step: -1}
		dimensions, ok := q.dimensionsOf(who)
		if s.Type == acd.Offline || !ok {
			continue
		}
		for n, interval := range q.Intervals {
			part := stretch{s.From, s.To}.within(stretch{interval.From, interval.To})
			if part.length() == 0 {
				continue
			}
			d := &day{}
			if s.Type == acd.Routable {
				d.available, d.busy = part.length(), had.busy(s.UserID, part)
			} else {
				d.custom = part.length()
			}
			q.addDay(q.group(groups, n, dimensions), d)
		}
	}
}

// addDay adds what an agent did to every metric that is made of it.
func (q *Question) addDay(g *group, d *day) {
	for i := range q.Metrics {
		if m := measureOf(q.Metrics[i].Name); m.spent != nil {
			value, base := m.spent(d)
			g.tallies[i].spent += value
			g.tallies[i].spentOf += base
		}
	}
}

// asksForActivity says whether a metric is made of what agents did.
func (q *Question) asksForActivity() bool {
	return slices.ContainsFunc(q.Metrics, func(m Metric) bool { return measureOf(m.Name).spent != nil })
}
