package connect

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
	"patchcord/report"
)

// getMetricDataV2 makes numbers of the contacts of a span of time.
func (h *handlers) getMetricDataV2(c *Call, in *sdk.GetMetricDataV2Input) (*sdk.GetMetricDataV2Output, error) {
	p := c.place(in.ResourceArn)
	asked, err := p.metricQuestion(in)
	if err != nil {
		return nil, err
	}
	rows, err := h.answer(p, &asked.Question, 0)
	if err != nil {
		return nil, err
	}
	found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, asked.words(in)...), rows, rowKey)
	if err != nil {
		return nil, err
	}
	return &sdk.GetMetricDataV2Output{
		NextToken:     next,
		MetricResults: each(found, func(r report.Row) types.MetricResultV2 { return asked.result(in, r) }),
	}, nil
}

// answer answers a question from what has ended and what lasts. It may reach so far back from now; 0: as far as there
// are contacts.
func (h *handlers) answer(p *place, q *report.Question, back time.Duration) ([]report.Row, error) {
	clock := h.now()
	now, err := look(h, p, func(i *instance.Instance) (present, error) {
		return present{max(clock, i.Now()), i.Contacts(), i.Spells(max(clock, i.Now()))}, nil
	})
	if err != nil {
		return nil, err
	}
	from, to := q.Intervals[0].From.Std(), q.Intervals[len(q.Intervals)-1].To.Std()
	switch at := now.at.Std(); {
	case to.After(at):
		return nil, acd.Errorf(acd.Improper, "EndTime is %s, which is later than now, %s", to.Format(time.RFC3339),
			at.Format(time.RFC3339))
	case back > 0 && from.Before(at.Add(-back)):
		return nil, acd.Errorf(acd.Improper, "StartTime is %s; give one that is at most %s before now, %s",
			from.Format(time.RFC3339), back, at.Format(time.RFC3339))
	}
	spells, err := h.past.Spells(p.instance, acd.TimeOf(from))
	if err != nil {
		return nil, err
	}
	contacts := everyContact(now.contacts, h.past.Ended(p.instance, acd.TimeOf(from), now.at+1))
	return q.Answer(contacts, everySpell(now.spells, spells), now.at)
}

// rowKey orders rows by time and then by group.
func rowKey(r report.Row) string {
	return fmt.Sprintf("%08d\x00%s", r.Interval, strings.Join(r.Dimensions, "\x00"))
}

// stepWord writes an expression as a value of ROUTING_STEP_EXPRESSION.
func stepWord(x acd.Expression) string { return stepText(&x) }

// present is what reports take from the present: what has not ended yet.
type present struct {
	at       acd.Time
	contacts []acd.Contact
	spells   []acd.StatusSpell
}

// everySpell joins the times that last with those that have ended. One that ended since it was seen is there once.
func everySpell(lasting, ended []acd.StatusSpell) []acd.StatusSpell {
	type begun struct {
		user acd.UserID
		at   acd.Time
	}
	over := make(map[begun]bool, len(ended))
	for _, s := range ended {
		over[begun{s.UserID, s.From}] = true
	}
	for _, s := range lasting {
		if !over[begun{s.UserID, s.From}] {
			ended = append(ended, s)
		}
	}
	return ended
}

// everyContact yields each contact once: those that have ended since they were seen alive as they are now.
func everyContact(living []acd.Contact, ended iter.Seq2[acd.Contact, error]) iter.Seq2[acd.Contact, error] {
	return func(yield func(acd.Contact, error) bool) {
		alive := make(map[acd.ContactID]bool, len(living))
		for _, c := range living {
			alive[c.ID] = true
		}
		for c, err := range ended {
			delete(alive, c.ID)
			if !yield(c, err) {
				return
			}
		}
		for _, c := range living {
			if alive[c.ID] && !yield(c, nil) {
				return
			}
		}
	}
}

// metricQuestion is a question with what its answer repeats.
type metricQuestion struct {
	report.Question
	place  *place
	period types.IntervalPeriod
}

// metricQuestion reads what is asked. The bounds of the table have been checked.
func (p *place) metricQuestion(in *sdk.GetMetricDataV2Input) (*metricQuestion, error) {
	q := &metricQuestion{Question: report.Question{Expression: stepWord}, place: p, period: types.IntervalPeriodTotal}
	if in.Interval != nil && in.Interval.IntervalPeriod != "" {
		q.period = in.Interval.IntervalPeriod
	}
	var err error
	if q.Intervals, err = intervalsOf(*in.StartTime, *in.EndTime, q.period, in.Interval); err != nil {
		return nil, err
	}
	for n, given := range in.Groupings {
		d := report.Dimension(given)
		if _, known := resourceOf(d); !known || slices.Contains(q.Groupings, d) {
			return nil, acd.Errorf(acd.Invalid, "Groupings[%d] is %.80q; give each of %s at most once", n, given, dimensions())
		}
		q.Groupings = append(q.Groupings, d)
	}
	if err := q.readFilters(in.Filters); err != nil {
		return nil, err
	}
	if len(in.Metrics) == 0 {
		return nil, acd.Errorf(acd.Invalid, "Metrics is empty; give at least one metric")
	}
	for n, given := range in.Metrics {
		if err := q.readMetric(n, given); err != nil {
			return nil, err
		}
	}
	return q, p.err
}

// resourceOf returns the kind of resource whose ids are the values of a dimension, none where they are words, and
// whether there is the dimension.
func resourceOf(d report.Dimension) (kind acd.ResourceKind, ok bool) {
	switch d {
	case report.Queue:
		return acd.KindQueue, true
	case report.RoutingProfile:
		return acd.KindRoutingProfile, true
	case report.Agent:
		return acd.KindUser, true
	case report.HierarchyOne, report.HierarchyTwo, report.HierarchyThree, report.HierarchyFour, report.HierarchyFive:
		return acd.KindHierarchyGroup, true
	}
	return "", slices.Contains(report.Dimensions(), d)
}

// dimensions names what contacts can be told apart by, for refusals.
func dimensions() string {
	return strings.Join(slices.Sorted(slices.Values(texts(report.Dimensions()))), ", ")
}

// checkValid checks that a metric can be told apart and filtered as the question wants it; where says whose it is.
func checkValid(q *report.Question, where, metric string, by []report.Dimension) error {
	for _, d := range slices.Concat(q.Groupings, dimensionsOf(q.Filters)) {
		if !slices.Contains(by, d) {
			return acd.Errorf(acd.Improper, "%s, %s, cannot be grouped or filtered by %s, only by %s", where, metric, d,
				strings.Join(texts(by), ", "))
		}
	}
	return nil
}

// readFilters reads the filters, one of which must name resources (GetMetricDataV2 in the API reference).
func (q *metricQuestion) readFilters(given []types.FilterV2) error {
	resources := false
	for n, f := range given {
		d := report.Dimension(value(f.FilterKey))
		kind, ok := resourceOf(d)
		absent := f.StringCondition != nil
		switch {
		case !ok:
			return acd.Errorf(acd.Invalid, "Filters[%d].FilterKey is %.80q; give one of %s", n, d, dimensions())
		case slices.ContainsFunc(q.Filters, func(other report.Filter) bool { return other.By == d }):
			return acd.Errorf(acd.Invalid, "Filters[%d].FilterKey is %s a second time; give each key once", n, d)
		case absent == (len(f.FilterValues) > 0):
			return acd.Errorf(acd.Invalid, "Filters[%d] must have either FilterValues or a StringCondition", n)
		}
		resources = resources || kind != ""
		values := slices.Clone(f.FilterValues)
		if kind != "" {
			values = texts(idsAt[acd.QueueID](q.place, kind, f.FilterValues))
		}
		for i := range values {
			if d != report.RoutingStepExpression {
				break
			}
			x, err := q.place.stepExpression(values[i])
			if err != nil {
				return err
			}
			values[i] = stepWord(x)
		}
		q.Filters = append(q.Filters, report.Filter{By: d, Values: values, Absent: absent})
	}
	if !resources {
		return acd.Errorf(acd.Improper, "Filters name no resource; give at least one of QUEUE, ROUTING_PROFILE, AGENT and "+
			"AGENT_HIERARCHY_LEVEL_ONE to _FIVE")
	}
	return nil
}

// thresholdMax is how long a threshold may be, in seconds.
const thresholdMax = 604800

// readMetric reads one metric with its threshold and its own filters.
func (q *metricQuestion) readMetric(n int, given types.MetricV2) error {
	name := value(given.Name)
	by, filters, within, ok := report.Rules(name)
	switch {
	case given.MetricId != nil:
		return acd.Errorf(acd.Invalid, "Metrics[%d].MetricId is given, but there are no metrics of one's own here; give a "+
			"Name", n)
	case !ok:
		return acd.Errorf(acd.Invalid, "Metrics[%d].Name is %.80q; give one of %s", n, name,
			strings.Join(report.Names(), ", "))
	}
	m := report.Metric{Name: name}
	if err := checkValid(&q.Question, fmt.Sprintf("Metrics[%d]", n), name, by); err != nil {
		return err
	}
	if err := readThreshold(&m, n, given.Threshold, within); err != nil {
		return err
	}
	for i, f := range given.MetricFilters {
		d := report.Dimension(value(f.MetricFilterKey))
		if !slices.Contains(filters, d) {
			return acd.Errorf(acd.Invalid, "Metrics[%d].MetricFilters[%d].MetricFilterKey is %.80q, which %s has not; it has "+
				"%q", n, i, d, name, texts(filters))
		}
		m.Filters = append(m.Filters, report.Filter{By: d, Values: f.MetricFilterValues, Negate: f.Negate})
	}
	q.Metrics = append(q.Metrics, m)
	return nil
}

func dimensionsOf(filters []report.Filter) []report.Dimension {
	return each(filters, func(f report.Filter) report.Dimension { return f.By })
}

// readThreshold reads the threshold that some metrics must have and others must not.
func readThreshold(m *report.Metric, n int, given []types.ThresholdV2, within bool) error {
	if !within && len(given) == 0 {
		return nil
	}
	if within != (len(given) == 1) {
		want := "give none"
		if within {
			want = "give one"
		}
		return acd.Errorf(acd.Improper, "Metrics[%d].Threshold has %d elements; for %s %s", n, len(given), m.Name, want)
	}
	seconds := value(given[0].ThresholdValue)
	if seconds != float64(int64(seconds)) || seconds < 1 || seconds > thresholdMax {
		return acd.Errorf(acd.Invalid, "Metrics[%d].Threshold[0].ThresholdValue is %v; give a whole number of seconds "+
			"from 1 to %d", n, seconds, thresholdMax)
	}
	m.Below = acd.Duration(seconds) * acd.Second
	switch comparison := value(given[0].Comparison); comparison {
	case "LT":
	case "LTE":
		m.OrEqual = true
	default:
		return acd.Errorf(acd.Invalid, "Metrics[%d].Threshold[0].Comparison is %.80q; give LT or LTE", n, comparison)
	}
	return nil
}

// words says what else than the page is asked for.
func (q *metricQuestion) words(in *sdk.GetMetricDataV2Input) []string {
	return []string{fmt.Sprint(q.Intervals, q.Groupings, q.Filters, q.Metrics, q.period), value(in.ResourceArn)}
}

// result shows a row.
func (q *metricQuestion) result(in *sdk.GetMetricDataV2Input, r report.Row) types.MetricResultV2 {
	shown := types.MetricResultV2{MetricInterval: &types.MetricInterval{
		Interval:  q.period,
		StartTime: stamp(q.Intervals[r.Interval].From),
		EndTime:   stamp(q.Intervals[r.Interval].To),
	}}
	if len(q.Groupings) > 0 {
		shown.Dimensions = map[string]string{}
	}
	for i, d := range q.Groupings {
		shown.Dimensions[string(d)] = r.Dimensions[i]
		if kind, _ := resourceOf(d); kind != "" {
			shown.Dimensions[string(d)+"_ARN"] = *q.place.arn(kind, r.Dimensions[i])
		}
	}
	for i := range in.Metrics {
		shown.Collections = append(shown.Collections, types.MetricDataV2{Metric: &in.Metrics[i], Value: r.Values[i]})
	}
	return shown
}
