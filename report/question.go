package report

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"patchcord/acd"
)

// Metric asks for one number.
type Metric struct {
	Name    string
	Below   acd.Duration // the threshold, for metrics that have one
	OrEqual bool         // the threshold itself is still below
	Filters []Filter     // of this metric alone
}

// Interval is a span of time, its end not included.
type Interval struct{ From, To acd.Time }

// Question asks for metrics of contacts.
type Question struct {
	Intervals []Interval // one after the other, in their order
	Groupings []Dimension
	Filters   []Filter
	Metrics   []Metric

	// Expression writes an expression as a value of RoutingStepExpression. It is asked for only with that dimension.
	Expression func(acd.Expression) string
}

// Row is what came of one group in one interval.
type Row struct {
	Interval   int // its index in the question
	Dimensions []string
	Values     []*float64 // of each metric; nil: there is nothing to reckon it from
}

// A group is a row in the making.
type group struct {
	interval   int
	dimensions []string
	tallies    []tally // one for each metric
}

// A tally gathers the values of one metric.
type tally struct {
	total float64
	most  float64
	count int     // of what counts
	base  int     // of what a percentage is one of
	per   float64 // things that share the total, where an average is not by contacts

	spent, spentOf acd.Duration // by agents
}

// Answer reads contacts, each once, and the times that agents spent in their statuses. It returns a row for every
// interval and group in which there is something, in the order of time and then of the groups. What has not ended lasts
// until now.
func (q *Question) Answer(contacts iter.Seq2[acd.Contact, error], spells []acd.StatusSpell, now acd.Time) (
	[]Row, error,
) {
	groups, had := map[string]*group{}, work{}
	activity, offers := q.asksForActivity(), q.asksForOffers()
	for c, err := range contacts {
		if err != nil {
			return nil, err
		}
		q.take(groups, &c)
		if activity {
			had.add(&c, now)
		}
		if offers {
			q.takeOffers(groups, &c)
		}
	}
	if activity {
		q.takeSpells(groups, spells, had)
	}
	rows := make([]Row, 0, len(groups))
	for _, g := range groups { // order does not show: sorted below
		rows = append(rows, q.row(g))
	}
	slices.SortFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.Interval, b.Interval), slices.Compare(a.Dimensions, b.Dimensions))
	})
	return rows, nil
}

// take counts a contact, or each of its steps where steps are told apart.
func (q *Question) take(groups map[string]*group, c *acd.Contact) {
	whole := counted{contact: c, step: -1}
	if !q.tellsSteps() {
		q.count(groups, whole)
		return
	}
	if c.Criteria == nil {
		return
	}
	for i := range c.Criteria.Steps {
		if entered(&c.Criteria.Steps[i]) {
			q.count(groups, counted{contact: c, step: i})
		}
	}
}

// tellsSteps says whether the question tells apart the steps of criteria.
func (q *Question) tellsSteps() bool {
	byStep := func(f Filter) bool { return f.By == RoutingStepExpression }
	return slices.Contains(q.Groupings, RoutingStepExpression) || slices.ContainsFunc(q.Filters, byStep)
}

// count counts one thing for every metric.
func (q *Question) count(groups map[string]*group, of counted) {
	dimensions, ok := q.dimensionsOf(of)
	if !ok {
		return
	}
	for i := range q.Metrics {
		m := measureOf(q.Metrics[i].Name)
		if interval := q.intervalOf(m.when(of.contact)); interval >= 0 && m.spent == nil && m.try == nil {
			q.add(&q.group(groups, interval, dimensions).tallies[i], &q.Metrics[i], &m, of)
		}
	}
}

// dimensionsOf returns to which group something belongs. What a filter stops, and what lacks a value in one of the
// groupings, belongs to none.
func (q *Question) dimensionsOf(of counted) ([]string, bool) {
	for i := range q.Filters {
		if !q.Filters[i].passes(q, of) {
			return nil, false
		}
	}
	dimensions := make([]string, len(q.Groupings))
	for i, d := range q.Groupings {
		value, ok := q.valueOf(d, of)
		if !ok {
			return nil, false
		}
		dimensions[i] = value
	}
	return dimensions, true
}

// group finds or makes a group.
func (q *Question) group(groups map[string]*group, interval int, dimensions []string) *group {
	key := strconv.Itoa(interval) + "\x00" + strings.Join(dimensions, "\x00")
	g, ok := groups[key]
	if !ok {
		g = &group{interval: interval, dimensions: dimensions, tallies: make([]tally, len(q.Metrics))}
		groups[key] = g
	}
	return g
}

// when returns when a contact counts; zero: it does not yet.
func (m *measure) when(c *acd.Contact) acd.Time {
	if m.at != nil {
		return m.at(c)
	}
	if c.State != acd.CompletedLife {
		return 0
	}
	return c.DisconnectedAt
}

// intervalOf returns the index of the interval in which an instant lies, -1 where it lies in none.
func (q *Question) intervalOf(at acd.Time) int {
	i, _ := slices.BinarySearchFunc(q.Intervals, at, func(i Interval, at acd.Time) int {
		if i.To <= at {
			return -1
		}
		return 1
	})
	if at.IsZero() || i == len(q.Intervals) || at < q.Intervals[i].From {
		return -1
	}
	return i
}

// add counts one thing for one metric.
func (q *Question) add(t *tally, asked *Metric, m *measure, of counted) {
	if !asked.passes(q, of) {
		return
	}
	c := of.contact
	switch {
	case m.step != nil:
		m.addSteps(t, of)
		return
	case of.step >= 0 && of.step != lastStep(c):
		return // a contact counts once, with the step in which it was answered or ended
	}
	if m.of == nil || m.of(c) {
		t.base++
	}
	if m.counts != nil && !m.counts(c) {
		return
	}
	value := 1.0
	if m.value != nil {
		value = m.value(c)
	}
	if m.span != nil {
		span := m.span(c)
		if m.within && !asked.holds(span) {
			return
		}
		if !m.within {
			value = seconds(span)
		}
	}
	if m.per != nil {
		t.per += m.per(c)
	}
	t.add(value)
}

// addSteps counts the step, or all steps that were entered.
func (m *measure) addSteps(t *tally, of counted) {
	if of.contact.Criteria == nil {
		return
	}
	for i := range of.contact.Criteria.Steps {
		s := &of.contact.Criteria.Steps[i]
		if of.step >= 0 && of.step != i || !entered(s) {
			continue
		}
		t.base++
		if m.step(s) {
			t.add(1)
		}
	}
}

// passes says whether the metric's own filters let something through.
func (m *Metric) passes(q *Question, of counted) bool {
	for i := range m.Filters {
		if !m.Filters[i].passes(q, of) {
			return false
		}
	}
	return true
}

// holds says whether a span is below the threshold.
func (m *Metric) holds(span acd.Duration) bool { return span < m.Below || m.OrEqual && span == m.Below }

func seconds(d acd.Duration) float64 { return float64(d) / float64(acd.Second) }

func (t *tally) add(value float64) {
	t.total += value
	t.most = max(t.most, value)
	t.count++
}

// row ends a group.
func (q *Question) row(g *group) Row {
	r := Row{Interval: g.interval, Dimensions: g.dimensions}
	for i := range q.Metrics {
		m := measureOf(q.Metrics[i].Name)
		r.Values = append(r.Values, m.result(&g.tallies[i]))
	}
	return r
}

// result returns what the values of a metric make, nil where there is nothing to divide by.
func (m *measure) result(t *tally) *float64 {
	value, by := t.total, 1.0
	switch {
	case m.spent != nil && m.how == percent:
		value, by = 100*seconds(t.spent), seconds(t.spentOf)
	case m.spent != nil:
		value = seconds(t.spent)
	case m.how == average && m.per != nil:
		by = t.per
	case m.how == average:
		by = float64(t.count)
	case m.how == maximum:
		value = t.most
	case m.how == percent:
		value, by = 100*float64(t.count), float64(t.base)
	}
	if by == 0 {
		return nil
	}
	value /= by
	return &value
}

// Names returns the metrics that there are, in alphabetical order.
func Names() []string {
	names := slices.Collect(maps.Keys(measures))
	names = slices.AppendSeq(names, maps.Keys(chats))
	names = slices.AppendSeq(names, maps.Keys(activities))
	names = slices.AppendSeq(names, maps.Keys(tries))
	slices.Sort(names)
	return names
}

// measureOf returns how a metric is made, nothing where there is none of the name.
func measureOf(name string) measure {
	for _, list := range []map[string]measure{measures, chats, activities} {
		if m, ok := list[name]; ok {
			return m
		}
	}
	return tries[name]
}

// Rules returns what is valid for a metric: its groupings and filters, the keys of its own filters, and whether it has
// a threshold. ok is false where there is no such metric.
func Rules(name string) (by, filters []Dimension, threshold, ok bool) {
	m := measureOf(name)
	by = slices.Clone(m.by)
	if slices.Contains(by, Agent) { // the hierarchy goes with the agent everywhere (GetMetricDataV2 in the API reference)
		by = append(by, HierarchyLevels()...)
	}
	return by, slices.Clone(m.filters), m.within, len(m.by) > 0
}
