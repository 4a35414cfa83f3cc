package connect

import (
	"fmt"
	"slices"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/report"
)

// getMetricData makes numbers of the contacts of the last day: the older form of GetMetricDataV2, of which each metric
// here is one (AG:metrics-definitions).
func (h *handlers) getMetricData(c *Call, in *sdk.GetMetricDataInput) (*sdk.GetMetricDataOutput, error) {
	p := c.place(in.InstanceId)
	q, err := p.historicalQuestion(in)
	if err != nil {
		return nil, err
	}
	rows, err := h.answer(p, q, lastDay)
	if err != nil {
		return nil, err
	}
	words := fmt.Sprint(q.Intervals, q.Groupings, q.Filters, q.Metrics)
	found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, words), rows, rowKey)
	if err != nil {
		return nil, err
	}
	return &sdk.GetMetricDataOutput{
		NextToken: next,
		MetricResults: each(found, func(r report.Row) types.HistoricalMetricResult {
			return p.historicalResult(in, q, r)
		}),
	}, nil
}

// What GetMetricData asks of a span of time (GetMetricData in the API reference).
const (
	lastDay      = 24 * time.Hour
	metricMinute = 5 * time.Minute
)

// historicalQuestion reads what is asked. The bounds of the table have been checked.
func (p *place) historicalQuestion(in *sdk.GetMetricDataInput) (*report.Question, error) {
	start, end := *in.StartTime, *in.EndTime
	switch {
	case !start.Truncate(metricMinute).Equal(start) || !end.Truncate(metricMinute).Equal(end):
		return nil, acd.Errorf(acd.Invalid, "StartTime and EndTime must lie on whole five minutes, such as 11:00 or 11:05")
	case !start.Before(end):
		return nil, acd.Errorf(acd.Improper, "StartTime is not before EndTime; give a span of time")
	case end.Sub(start) >= lastDay:
		return nil, acd.Errorf(acd.Improper, "StartTime and EndTime are %s apart; give less than 24 hours", end.Sub(start))
	}
	q := &report.Question{Intervals: []report.Interval{{From: acd.TimeOf(start), To: acd.TimeOf(end)}},
		Expression: stepWord}
	if err := p.historicalFilters(q, *in.Filters); err != nil {
		return nil, err
	}
	for n, given := range in.Groupings {
		d, ok := historicalDimensions()[given]
		if !ok || slices.Contains(q.Groupings, d) {
			return nil, acd.Errorf(acd.Invalid, "Groupings[%d] is %s; give QUEUE, CHANNEL, ROUTING_PROFILE or SUBTYPE, each at "+
				"most once", n, given)
		}
		q.Groupings = append(q.Groupings, d)
	}
	if len(in.HistoricalMetrics) == 0 {
		return nil, acd.Errorf(acd.Invalid, "HistoricalMetrics is empty; give at least one metric")
	}
	for n, given := range in.HistoricalMetrics {
		m, err := historicalMetric(n, given)
		if err != nil {
			return nil, err
		}
		by, _, _, _ := report.Rules(m.Name)
		if err := checkValid(q, fmt.Sprintf("HistoricalMetrics[%d]", n), string(given.Name), by); err != nil {
			return nil, err
		}
		q.Metrics = append(q.Metrics, m)
	}
	return q, p.err
}

// historicalDimensions are the groupings of GetMetricData that a contact can have.
func historicalDimensions() map[types.Grouping]report.Dimension {
	return map[types.Grouping]report.Dimension{
		types.GroupingQueue: report.Queue, types.GroupingChannel: report.Channel,
		types.GroupingRoutingProfile: report.RoutingProfile, types.GroupingSubtype: report.Subtype,
	}
}

// historicalFilters reads the filters, of which one must name resources.
func (p *place) historicalFilters(q *report.Question, given types.Filters) error {
	switch {
	case len(given.RoutingStepExpressions) > 0:
		return acd.Errorf(acd.Invalid, "Filters.RoutingStepExpressions is no filter of GetMetricData; ask GetMetricDataV2")
	case len(given.AgentStatuses) > 0 || len(given.ValidationTestTypes) > 0:
		return acd.Errorf(acd.Invalid, "Filters has AgentStatuses or ValidationTestTypes, which say nothing about contacts; "+
			"give Queues, RoutingProfiles, Channels or Subtypes")
	case len(given.Queues) == 0 && len(given.RoutingProfiles) == 0:
		return acd.Errorf(acd.Improper, "Filters name no resource; give Queues or RoutingProfiles")
	}
	for _, f := range []report.Filter{
		{By: report.Queue, Values: texts(idsAt[acd.QueueID](p, acd.KindQueue, given.Queues))},
		{By: report.RoutingProfile, Values: texts(idsAt[acd.QueueID](p, acd.KindRoutingProfile, given.RoutingProfiles))},
		{By: report.Channel, Values: texts(given.Channels)},
		{By: report.Subtype, Values: given.Subtypes},
	} {
		if len(f.Values) > 0 {
			q.Filters = append(q.Filters, f)
		}
	}
	return nil
}

// historical is a metric of GetMetricData as one of GetMetricDataV2, narrowed by how contacts began or ended.
type historical struct {
	name      string
	unit      types.Unit
	statistic types.Statistic
	by        report.Dimension
	values    []acd.InitiationMethod
}

// historicalMetrics lists the metrics of GetMetricData.
func historicalMetrics() map[types.HistoricalMetricName]historical {
	count := func(name string, methods ...acd.InitiationMethod) historical {
		h := historical{name: name, unit: types.UnitCount, statistic: types.StatisticSum, values: methods}
		if len(methods) > 0 {
			h.by = report.InitiationMethod
		}
		return h
	}
	mean := func(name string) historical {
		return historical{name: name, unit: types.UnitSeconds, statistic: types.StatisticAvg}
	}
	hungUp := count("CONTACTS_HANDLED", acd.ReasonAgent)
	hungUp.by = report.DisconnectReason
	return map[types.HistoricalMetricName]historical{
		types.HistoricalMetricNameAbandonTime:              mean("AVG_ABANDON_TIME"),
		types.HistoricalMetricNameAfterContactWorkTime:     mean("AVG_AFTER_CONTACT_WORK_TIME"),
		types.HistoricalMetricNameApiContactsHandled:       count("CONTACTS_HANDLED", acd.API),
		types.HistoricalMetricNameCallbackContactsHandled:  count("CONTACTS_HANDLED", "CALLBACK"),
		types.HistoricalMetricNameContactsAbandoned:        count("CONTACTS_ABANDONED"),
		types.HistoricalMetricNameContactsAgentHungUpFirst: hungUp,
		types.HistoricalMetricNameContactsHandled:          count("CONTACTS_HANDLED"),
		types.HistoricalMetricNameContactsHandledIncoming: count("CONTACTS_HANDLED", acd.Inbound, acd.Transfer,
			acd.QueueTransfer),
		types.HistoricalMetricNameContactsHandledOutbound: count("CONTACTS_HANDLED", acd.Outbound),
		types.HistoricalMetricNameContactsHoldAbandons:    count("CONTACTS_HOLD_ABANDONS"),
		types.HistoricalMetricNameContactsMissed:          count("AGENT_NON_RESPONSE"),
		types.HistoricalMetricNameContactsQueued:          count("CONTACTS_QUEUED"),
		types.HistoricalMetricNameContactsTransferredIn: count("CONTACTS_CREATED", acd.Transfer,
			acd.QueueTransfer),
		types.HistoricalMetricNameContactsTransferredInFromQueue:  count("CONTACTS_CREATED", acd.QueueTransfer),
		types.HistoricalMetricNameContactsTransferredOut:          count("CONTACTS_TRANSFERRED_OUT"),
		types.HistoricalMetricNameContactsTransferredOutFromQueue: count("CONTACTS_TRANSFERRED_OUT_FROM_QUEUE"),
		types.HistoricalMetricNameHandleTime:                      mean("AVG_HANDLE_TIME"),
		types.HistoricalMetricNameHoldTime:                        mean("AVG_HOLD_TIME"),
		types.HistoricalMetricNameInteractionAndHoldTime:          mean("AVG_INTERACTION_AND_HOLD_TIME"),
		types.HistoricalMetricNameInteractionTime:                 mean("AVG_INTERACTION_TIME"),
		types.HistoricalMetricNameOccupancy: {name: "AGENT_OCCUPANCY", unit: types.UnitPercent,
			statistic: types.StatisticAvg},
		types.HistoricalMetricNameQueueAnswerTime: mean("AVG_QUEUE_ANSWER_TIME"),
		types.HistoricalMetricNameQueuedTime: {name: "MAX_QUEUED_TIME", unit: types.UnitSeconds,
			statistic: types.StatisticMax},
		types.HistoricalMetricNameServiceLevel: {name: "SERVICE_LEVEL", unit: types.UnitPercent,
			statistic: types.StatisticAvg},
	}
}

// historicalMetric reads one metric.
func historicalMetric(n int, given types.HistoricalMetric) (report.Metric, error) {
	h, ok := historicalMetrics()[given.Name]
	switch {
	case !ok:
		return report.Metric{}, acd.Errorf(acd.Invalid, "HistoricalMetrics[%d].Name is %q, which is not counted (any more)",
			n, given.Name)
	case given.Unit != h.unit || given.Statistic != h.statistic:
		return report.Metric{}, acd.Errorf(acd.Improper, "HistoricalMetrics[%d], %s, has the unit %q and the statistic %q; "+
			"give %s and %s", n, given.Name, given.Unit, given.Statistic, h.unit, h.statistic)
	}
	m := report.Metric{Name: h.name}
	if h.by != "" {
		m.Filters = []report.Filter{{By: h.by, Values: texts(h.values)}}
	}
	_, _, within, _ := report.Rules(h.name)
	var threshold []types.ThresholdV2
	if given.Threshold != nil {
		comparison := string(given.Threshold.Comparison)
		threshold = append(threshold, types.ThresholdV2{Comparison: &comparison,
			ThresholdValue: given.Threshold.ThresholdValue})
	}
	err := readThreshold(&m, n, threshold, within)
	return m, err
}

// historicalResult shows a row.
func (p *place) historicalResult(in *sdk.GetMetricDataInput, q *report.Question,
	r report.Row) types.HistoricalMetricResult {
	shown := types.HistoricalMetricResult{}
	if len(q.Groupings) > 0 {
		shown.Dimensions = &types.Dimensions{}
	}
	for i, d := range q.Groupings {
		id := r.Dimensions[i]
		switch d {
		case report.Queue:
			shown.Dimensions.Queue = &types.QueueReference{Id: &id, Arn: p.arn(acd.KindQueue, id)}
		case report.Channel:
			shown.Dimensions.Channel = types.Channel(id)
		case report.RoutingProfile:
			shown.Dimensions.RoutingProfile = &types.RoutingProfileReference{Id: &id,
				Arn: p.arn(acd.KindRoutingProfile, id)}
		case report.Subtype:
			shown.Dimensions.Subtype = &id
		}
	}
	for i := range in.HistoricalMetrics {
		shown.Collections = append(shown.Collections, types.HistoricalMetricData{Metric: &in.HistoricalMetrics[i],
			Value: r.Values[i]})
	}
	return shown
}
