package connect

import (
	"fmt"
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
	"github.com/go-json-experiment/json"

	"patchcord/acd"
	"patchcord/instance"
)

// metricAsk is a request for current metrics, read.
type metricAsk struct {
	metrics   []types.CurrentMetric
	queues    []acd.QueueID
	channels  []acd.Channel
	profiles  []acd.RoutingProfileID
	statuses  []acd.AgentStatusID
	steps     []stepFilter
	subtypes  []string
	groupings []types.Grouping
	sortBy    types.CurrentMetricName
	ascending bool
	words     []string // what a token of a page is bound to
}

// stepFilter is the expression of a routing step as it was given, and read.
type stepFilter struct {
	given string
	read  acd.Expression
}

// metricAsk reads a request for current metrics (GetCurrentMetricData in the API reference; A0151).
func (p *place) metricAsk(in *sdk.GetCurrentMetricDataInput) (*metricAsk, error) {
	f := value(in.Filters)
	a := &metricAsk{
		queues:    idsAt[acd.QueueID](p, acd.KindQueue, nonEmpty(f.Queues)),
		profiles:  idsAt[acd.RoutingProfileID](p, acd.KindRoutingProfile, nonEmpty(f.RoutingProfiles)),
		statuses:  idsAt[acd.AgentStatusID](p, acd.KindAgentStatus, nonEmpty(f.AgentStatuses)),
		channels:  each(nonEmpty(f.Channels), func(c types.Channel) acd.Channel { return acd.Channel(c) }),
		subtypes:  nonEmpty(f.Subtypes),
		groupings: in.Groupings,
		sortBy:    types.CurrentMetricNameAgentsOnline,
	}
	for _, text := range f.RoutingStepExpressions {
		x, err := p.stepExpression(text)
		if err != nil {
			return nil, err
		}
		a.steps = append(a.steps, stepFilter{text, x})
	}
	for _, m := range in.CurrentMetrics {
		read, err := currentMetric(m)
		if err != nil {
			return nil, err
		}
		a.metrics = append(a.metrics, read)
	}
	for _, s := range in.SortCriteria {
		a.sortBy, a.ascending = s.SortByMetric, s.SortOrder == types.SortOrderAscending
	}
	a.words = slices.Concat([]string{"queues"}, texts(a.queues), []string{"profiles"}, texts(a.profiles),
		[]string{"statuses"}, texts(a.statuses), []string{"channels"}, texts(a.channels), []string{"steps"},
		f.RoutingStepExpressions, []string{"subtypes"}, a.subtypes,
		[]string{"groupings"}, texts(a.groupings), []string{"metrics"},
		each(a.metrics, func(m types.CurrentMetric) string { return string(m.Name) + value(m.MetricId) }),
		[]string{string(a.sortBy), fmt.Sprint(a.ascending)})
	return a, a.check(f)
}

// nonEmpty returns a list, none where it is empty.
func nonEmpty[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// check says which of the things that were asked do not go together.
func (a *metricAsk) check(f types.Filters) error {
	const statusesMax = 50
	switch {
	case len(f.ValidationTestTypes) > 0:
		return acd.Errorf(acd.Invalid, "Filters.ValidationTestTypes: there are no validation tests here; leave it out")
	case (a.queues == nil) == (a.profiles == nil):
		return acd.Errorf(acd.Improper, "Filters has %d Queues and %d RoutingProfiles; give some of the one kind and none "+
			"of the other", len(a.queues), len(a.profiles))
	case len(a.statuses) > statusesMax:
		return acd.Errorf(acd.Invalid, "Filters.AgentStatuses has %d elements; give up to %d", len(a.statuses), statusesMax)
	case a.statuses != nil && a.queues == nil:
		return acd.Errorf(acd.Improper, "Filters.AgentStatuses needs Filters.Queues; give it too")
	case len(a.metrics) == 0:
		return acd.Errorf(acd.Invalid, "CurrentMetrics is empty; name the metrics that are wanted")
	}
	if err := a.checkGroupings(); err != nil {
		return err
	}
	if err := a.checkWait(); err != nil {
		return err
	}
	return a.checkSort()
}

func (a *metricAsk) groupsBy(g types.Grouping) bool { return slices.Contains(a.groupings, g) }

// wants says whether one of some metrics is asked for.
func (a *metricAsk) wants(names ...types.CurrentMetricName) bool {
	return slices.ContainsFunc(a.metrics, func(m types.CurrentMetric) bool { return slices.Contains(names, m.Name) })
}

func (a *metricAsk) checkGroupings() error {
	for n, g := range a.groupings {
		if slices.Contains(a.groupings[:n], g) {
			return acd.Errorf(acd.Invalid, "Groupings names %s twice; name it once", g)
		}
	}
	byStep := a.groupsBy(types.GroupingRoutingStepExpression)
	others := slices.ContainsFunc(a.metrics, func(m types.CurrentMetric) bool {
		return m.Name != types.CurrentMetricNameAgentsOnline
	})
	switch {
	case a.groupsBy(types.GroupingValidationTestType):
		return acd.Errorf(acd.Invalid, "Groupings has %s; current metrics can be grouped by QUEUE, CHANNEL, "+
			"ROUTING_PROFILE, ROUTING_STEP_EXPRESSION, SUBTYPE and AGENT_STATUS here", a.groupings)
	case a.steps != nil && !byStep:
		return acd.Errorf(acd.Improper, "Filters.RoutingStepExpressions needs the grouping ROUTING_STEP_EXPRESSION; give "+
			"it too")
	case byStep && len(a.queues) != 1:
		return acd.Errorf(acd.Improper, "the grouping ROUTING_STEP_EXPRESSION needs exactly one queue in Filters.Queues; "+
			"there are %d", len(a.queues))
	case a.groupsBy(types.GroupingAgentStatus) && (a.groupings[0] != types.GroupingQueue || a.queues == nil):
		return acd.Errorf(acd.Improper, "the grouping AGENT_STATUS needs QUEUE before it and Filters.Queues")
	case a.groupsBy(types.GroupingAgentStatus) && others:
		return acd.Errorf(acd.Improper, "with the grouping AGENT_STATUS only AGENTS_ONLINE can be asked for")
	case a.groupsBy(types.GroupingRoutingProfile) && a.profiles == nil && a.wants(types.CurrentMetricNameContactsScheduled,
		types.CurrentMetricNameContactsInQueue, types.CurrentMetricNameOldestContactAge):
		return acd.Errorf(acd.Improper, "with the grouping ROUTING_PROFILE the metrics CONTACTS_SCHEDULED, "+
			"CONTACTS_IN_QUEUE and OLDEST_CONTACT_AGE need Filters.RoutingProfiles")
	}
	return nil
}

// checkWait says why the estimated wait time cannot be asked for in this way. Two ways are documented.
func (a *metricAsk) checkWait() error {
	if !a.wants(types.CurrentMetricNameEstimatedWaitTime) {
		return nil
	}
	byQueue := len(a.groupings) == 2 && a.groupsBy(types.GroupingQueue) && a.groupsBy(types.GroupingChannel) &&
		a.queues != nil && a.channels != nil
	byStep := len(a.groupings) == 1 && a.groupsBy(types.GroupingRoutingStepExpression) && len(a.queues) == 1 &&
		len(a.channels) == 1 && a.steps != nil
	if byQueue || byStep {
		return nil
	}
	return acd.Errorf(acd.Improper, "ESTIMATED_WAIT_TIME needs the groupings QUEUE and CHANNEL with Queues and Channels "+
		"in Filters, or the grouping ROUTING_STEP_EXPRESSION with one queue, one channel and RoutingStepExpressions")
}

func (a *metricAsk) checkSort() error {
	switch a.sortBy {
	case "":
		return acd.Errorf(acd.Invalid, "SortCriteria[0].SortByMetric is missing; name a metric")
	case types.CurrentMetricNameSlotsActive, types.CurrentMetricNameSlotsAvailable:
		return acd.Errorf(acd.Invalid, "SortCriteria[0].SortByMetric is %s, by which nothing can be sorted; name another "+
			"metric", a.sortBy)
	case types.CurrentMetricNameEstimatedWaitTime:
		if !a.wants(a.sortBy) {
			return acd.Errorf(acd.Improper, "SortCriteria[0].SortByMetric is %s, which CurrentMetrics does not name; name "+
				"it there too", a.sortBy)
		}
	}
	return nil
}

// known says why the request names something that the instance does not have.
func (a *metricAsk) known(i *instance.Instance) error {
	d := i.Directory()
	for _, id := range a.queues {
		if _, ok := d.Queue(id); !ok {
			return unknown("queue", id)
		}
	}
	for _, id := range a.profiles {
		if _, ok := d.RoutingProfile(id); !ok {
			return unknown("routing profile", id)
		}
	}
	for _, id := range a.statuses {
		if _, ok := d.AgentStatus(id); !ok {
			return unknown("agent status", id)
		}
	}
	return nil
}

// metricARN is what the ARNs of Amazon's own metrics have before their names.
const metricARN = ":aws:metric/"

// currentMetric reads which metric is wanted, by its name or by the ARN of one that has a name.
func currentMetric(m types.CurrentMetric) (types.CurrentMetric, error) {
	id := value(m.MetricId)
	switch _, named, ok := strings.Cut(id, metricARN); {
	case id != "" && m.Name != "":
		return m, acd.Errorf(acd.Improper, "CurrentMetrics has both Name and MetricId; give one of them")
	case id == "" && m.Name == "":
		return m, acd.Errorf(acd.Improper, "CurrentMetrics has an element without Name and MetricId; give one of them")
	case id != "" && (!ok || !slices.Contains(types.CurrentMetricName("").Values(), types.CurrentMetricName(named))):
		return m, acd.Errorf(acd.NotFound, "no metric has the id %s; name one of Amazon's current metrics", id)
	case id != "":
		m.Name = types.CurrentMetricName(named)
	}
	unit := types.UnitCount
	if m.Name == types.CurrentMetricNameOldestContactAge || m.Name == types.CurrentMetricNameEstimatedWaitTime {
		unit = types.UnitSeconds
	}
	if m.Unit != "" && m.Unit != unit {
		return m, acd.Errorf(acd.Invalid, "CurrentMetrics: the unit of %s is %s, not %s", m.Name, unit, m.Unit)
	}
	m.Unit = unit
	return m, nil
}

// stepExpression reads the JSON of an expression, in the spelling of UpdateContactRoutingData (A0151).
func (p *place) stepExpression(text string) (acd.Expression, error) {
	var given types.Expression
	if err := json.Unmarshal([]byte(text), &given, json.RejectUnknownMembers(true)); err != nil {
		return acd.Expression{}, acd.Errorf(acd.Invalid, "Filters.RoutingStepExpressions: %.80q is not the JSON of an "+
			"Expression", text)
	}
	x := p.expression(given)
	if err := acd.ValidateSteps([]acd.Step{{Expression: x}}); err != nil {
		return x, acd.Errorf(acd.Invalid, "Filters.RoutingStepExpressions: %.80q: %v", text, err)
	}
	return x, nil
}

// stepText writes an expression as stepExpression reads it.
func stepText(x *acd.Expression) string {
	text, err := json.Marshal(expressionOut(*x), json.OmitZeroStructFields(true), json.Deterministic(true))
	if err != nil {
		panic(fmt.Sprintf("connect: an expression cannot be written: %v", err))
	}
	return string(text)
}
