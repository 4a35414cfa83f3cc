package connect

import (
	"cmp"
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
	"patchcord/realtime"
)

// getCurrentMetricData shows the numbers of the present, of queues or routing profiles (A0150, A0151). All pages of an
// answer show the instant of its first.
func (h *handlers) getCurrentMetricData(c *Call, in *sdk.GetCurrentMetricDataInput) (
	*sdk.GetCurrentMetricDataOutput, error,
) {
	p := c.place(in.InstanceId)
	a, err := p.metricAsk(in)
	if err != nil {
		return nil, err
	}
	now := h.now()
	var statuses []acd.AgentStatusID
	board, err := look(h, p, func(i *instance.Instance) (*realtime.Still, error) {
		statuses = each(i.Directory().AgentStatuses(), func(s acd.AgentStatus) acd.AgentStatusID { return s.ID })
		if a.subtypes != nil || a.groupsBy(types.GroupingSubtype) {
			return h.board(i).StillBySubtype(max(now, i.Now())), a.known(i)
		}
		return h.board(i).Still(max(now, i.Now())), a.known(i)
	})
	if err != nil {
		return nil, err
	}
	ask := p.ask(in.NextToken, in.MaxResults, a.words...)
	var one *still
	var shown []types.CurrentMetricResult
	var next *string
	if value(in.NextToken) != "" {
		if one, shown, next, err = h.turn(c, ask, board.At); err != nil {
			return nil, err
		}
	} else {
		one = &still{at: board.At, results: a.results(p, board, statuses)}
		shown, next = h.cut(c, ask, one, "", 0)
	}
	return &sdk.GetCurrentMetricDataOutput{
		ApproximateTotalCount: new(int64(len(one.results))),
		DataSnapshotTime:      stamp(one.at),
		MetricResults:         shown,
		NextToken:             next,
	}, nil
}

// group is one row of an answer: what its numbers are of, and the numbers.
type group struct {
	ask     realtime.Ask
	isPart  bool         // it is grouped by something
	queue   *acd.QueueID // by this, unless it is nil
	channel *acd.Channel
	profile *acd.RoutingProfileID
	status  *acd.AgentStatusID
	step    *stepFilter
	subtype *string
	numbers realtime.Numbers
	values  []*float64 // of the metrics that are asked for
	sort    *float64
}

// results computes all rows of an answer, in its order. Groups in which there is nothing are left out (A0151).
func (a *metricAsk) results(p *place, s *realtime.Still, statuses []acd.AgentStatusID) []types.CurrentMetricResult {
	groups := []group{{ask: realtime.Ask{Queues: a.queues, Channels: a.channels, Profiles: a.profiles,
		Statuses: a.statuses, Subtypes: a.subtypes}}}
	for _, g := range a.groupings {
		var split []group
		for _, one := range groups {
			split = append(split, a.split(one, g, s, statuses)...)
		}
		groups = split
	}
	var full []group
	for _, g := range groups {
		g.numbers = s.Count(g.ask)
		if g.numbers.IsEmpty() || g.status != nil && g.numbers.Online == 0 { // contacts have no status
			continue
		}
		for _, m := range a.metrics {
			g.values = append(g.values, g.metric(m.Name, s))
		}
		g.sort = g.metric(a.sortBy, s)
		full = append(full, g)
	}
	slices.SortStableFunc(full, func(x, y group) int {
		if a.ascending {
			x, y = y, x
		}
		return cmp.Compare(sortable(y.sort), sortable(x.sort))
	})
	results := make([]types.CurrentMetricResult, 0, len(full))
	for _, g := range full {
		results = append(results, g.result(p, a))
	}
	return results
}

// sortable lets what is not known be less than all that is.
func sortable(v *float64) float64 {
	if v == nil {
		return -1
	}
	return *v
}

// split divides a group by one more thing, in the order of ids.
func (a *metricAsk) split(from group, by types.Grouping, s *realtime.Still, statuses []acd.AgentStatusID) []group {
	var parts []group
	add := func(change func(*group)) {
		part := from
		part.isPart = true
		change(&part)
		parts = append(parts, part)
	}
	switch by {
	case types.GroupingQueue:
		for _, id := range inOrder(a.queues, s.QueuesOf(a.profiles)) {
			add(func(g *group) { g.queue, g.ask.Queues = &id, []acd.QueueID{id} })
		}
	case types.GroupingChannel:
		for _, c := range inOrder(a.channels, acd.Channels()) {
			add(func(g *group) { g.channel, g.ask.Channels = &c, []acd.Channel{c} })
		}
	case types.GroupingRoutingProfile:
		for _, id := range inOrder(a.profiles, s.ProfilesOf(a.queues)) {
			add(func(g *group) { g.profile, g.ask.Profiles = &id, []acd.RoutingProfileID{id} })
		}
	case types.GroupingAgentStatus:
		for _, id := range inOrder(a.statuses, statuses) {
			add(func(g *group) { g.status, g.ask.Statuses = &id, []acd.AgentStatusID{id} })
		}
	case types.GroupingSubtype:
		for _, name := range inOrder(a.subtypes, s.Subtypes()) {
			add(func(g *group) { g.subtype, g.ask.Subtypes = &name, []string{name} })
		}
	case types.GroupingRoutingStepExpression:
		for _, step := range a.stepsOf(s) {
			add(func(g *group) { g.step, g.ask.Step = &step, &step.read })
		}
	}
	return parts
}

// inOrder returns what a filter names, sorted and each once, or all there is where it names nothing.
func inOrder[T cmp.Ordered](named, all []T) []T {
	if named == nil {
		named = all
	}
	named = slices.Sorted(slices.Values(named))
	return slices.Compact(named)
}

// stepsOf returns the steps that are asked for, or all at which contacts of the queue wait.
func (a *metricAsk) stepsOf(s *realtime.Still) []stepFilter {
	if a.steps != nil {
		return a.steps
	}
	return each(s.Steps(a.queues[0], a.channels), func(x *acd.Expression) stepFilter {
		return stepFilter{stepText(x), *x}
	})
}

// metric returns the value of a metric, nil where it is not known.
func (g *group) metric(name types.CurrentMetricName, s *realtime.Still) *float64 {
	n := g.numbers
	count := func(v int) *float64 { return new(float64(v)) }
	switch name {
	case types.CurrentMetricNameAgentsOnline:
		return count(n.Online)
	case types.CurrentMetricNameAgentsAvailable:
		return count(n.Available)
	case types.CurrentMetricNameAgentsOnCall, types.CurrentMetricNameAgentsOnContact:
		return count(n.OnContact)
	case types.CurrentMetricNameAgentsNonProductive:
		return count(n.NonProductive)
	case types.CurrentMetricNameAgentsAfterContactWork:
		return count(n.AfterContact)
	case types.CurrentMetricNameAgentsError:
		return count(n.Error)
	case types.CurrentMetricNameAgentsStaffed:
		return count(n.Staffed)
	case types.CurrentMetricNameContactsInQueue:
		return count(n.InQueue)
	case types.CurrentMetricNameContactsScheduled:
		return count(n.Scheduled)
	case types.CurrentMetricNameSlotsActive:
		return count(n.SlotsActive)
	case types.CurrentMetricNameSlotsAvailable:
		return count(n.SlotsAvailable)
	case types.CurrentMetricNameOldestContactAge:
		return g.oldest(s)
	case types.CurrentMetricNameEstimatedWaitTime:
		return g.wait(s)
	}
	return nil
}

// oldest returns the age of the oldest contact: in seconds, in milliseconds where nothing is grouped (the SDK's text on
// OLDEST_CONTACT_AGE).
func (g *group) oldest(s *realtime.Still) *float64 {
	if g.numbers.OldestSince.IsZero() {
		return new(0.0)
	}
	age := s.At.Sub(g.numbers.OldestSince)
	if !g.isPart {
		return new(float64(age))
	}
	return new(seconds(age))
}

// wait estimates the wait of a contact that enters the one queue and channel of a group now.
func (g *group) wait(s *realtime.Still) *float64 {
	d, known := s.Wait(g.ask.Queues[0], g.ask.Channels[0], g.ask.Step)
	if !known {
		return nil
	}
	return new(seconds(d))
}

// dimensions says what a group is of; nil: of all that was asked for.
func (g *group) dimensions(p *place) *types.Dimensions {
	var d types.Dimensions
	if g.queue != nil {
		d.Queue = &types.QueueReference{Arn: p.arn(acd.KindQueue, string(*g.queue)), Id: new(string(*g.queue))}
	}
	if g.channel != nil {
		d.Channel = types.Channel(*g.channel)
	}
	if g.profile != nil {
		d.RoutingProfile = &types.RoutingProfileReference{
			Arn: p.arn(acd.KindRoutingProfile, string(*g.profile)), Id: new(string(*g.profile)),
		}
	}
	if g.status != nil {
		d.AgentStatus = &types.AgentStatusIdentifier{
			Arn: p.arn(acd.KindAgentStatus, string(*g.status)), Id: new(string(*g.status)),
		}
	}
	if g.step != nil {
		d.RoutingStepExpression = &g.step.given
	}
	d.Subtype = g.subtype
	if d == (types.Dimensions{}) {
		return nil
	}
	return &d
}

func (g *group) result(p *place, a *metricAsk) types.CurrentMetricResult {
	result := types.CurrentMetricResult{Dimensions: g.dimensions(p)}
	for n := range a.metrics {
		result.Collections = append(result.Collections, types.CurrentMetricData{Metric: &a.metrics[n], Value: g.values[n]})
	}
	return result
}
