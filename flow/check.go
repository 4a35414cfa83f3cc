package flow

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"patchcord/acd"
)

// The actions that ask the instance something, or lead elsewhere.
const (
	checkHoursName    = "CheckHoursOfOperation"
	checkMetricName   = "CheckMetricData"
	getMetricsName    = "GetMetricData"
	distributeName    = "DistributeByPercentage"
	goToFlowName      = "TransferToFlow"
	flowDataName      = "UpdateFlowAttributes"
	setLoggingName    = "UpdateFlowLoggingBehavior"
	outboundCheckName = "CheckOutboundCallStatus"
)

// The results of CheckHoursOfOperation.
const (
	InHours    = "True"
	OutOfHours = "False"
)

// QueueMetric is what CheckMetricData asks of a queue (DG:flow-control-actions-checkmetricdata).
type QueueMetric string

// The metrics.
const (
	AgentsAvailable QueueMetric = "NumberOfAgentsAvailable"
	AgentsStaffed   QueueMetric = "NumberOfAgentsStaffed"
	AgentsOnline    QueueMetric = "NumberOfAgentsOnline"
	OldestAge       QueueMetric = "OldestContactInQueueAgeSeconds"
	QueueSize       QueueMetric = "NumberOfContactsInQueue"
)

// checkKinds find the way by what the instance knows.
func checkKinds() []kind {
	return []kind{
		{name: checkHoursName, failures: someError, results: equalTo(InHours, OutOfHours), read: (*parser).checkHours},
		{name: checkMetricName, failures: someError, service: noMatch,
			results: &results{operators: append([]string{equals}, numberOperators()...)}, read: (*parser).checkMetric},
		{name: getMetricsName, failures: someError, read: (*parser).getMetrics},
		{name: distributeName, failures: noMatch,
			results: &results{operators: []string{less}, check: (*parser).shares}, read: plain(Distribute{})},
		{name: goToFlowName, ends: onSuccess, failures: someError, read: (*parser).goToFlow},
		{name: flowDataName, service: someError, read: (*parser).flowData},
		{name: setLoggingName, read: (*parser).setLogging},
		{name: outboundCheckName, failures: someError, channels: calls(), may: noMatch, results: outboundResults(),
			read: plain(CheckOutbound{})},
	}
}

// outboundResults are what an answering machine detection comes to (DG:flow-control-actions-checkoutboundcallstatus).
func outboundResults() *results {
	return &results{operators: []string{equals}, operands: []string{"CallAnswered", "VoicemailBeep", "VoicemailNoBeep",
		"NotDetected"}}
}

// checkHours reads the parameters of CheckHoursOfOperation (DG:flow-control-actions-checkhoursofoperation).
func (p *parser) checkHours(parameters value) request {
	p.only("Parameters", parameters, "HoursOfOperationId")
	v := parameters.get("HoursOfOperationId")
	if !v.exists() {
		return fixed{CheckHours{}}
	}
	return hoursNamed{p.operand("Parameters.HoursOfOperationId", v)}
}

type hoursNamed struct{ id operand }

func (h hoursNamed) resolve(s *Scene) (Effect, error) {
	id, err := h.id.resolveID(s)
	return CheckHours{acd.HoursID(id)}, err
}

// resolveID returns the id that an operand names by itself or at the end of an ARN. What stands behind it, like
// $LATEST, chooses among versions (A0294).
func (o operand) resolveID(s *Scene) (string, error) {
	text, err := o.resolve(s)
	if err != nil {
		return "", err
	}
	if id, _, _ := strings.Cut(acd.IDOf(text), ":"); id != "" {
		return id, nil
	}
	return "", fmt.Errorf("%s ends in no id", clip(text))
}

// checkMetric reads the parameters of CheckMetricData. Metrics of agents are compared in one way only
// (DG:flow-control-actions-checkmetricdata).
func (p *parser) checkMetric(parameters value) request {
	p.only("Parameters", parameters, "MetricType", "QueueId", "AgentId")
	v := parameters.get("MetricType")
	metric := QueueMetric(v.text)
	switch metric {
	case AgentsAvailable, AgentsStaffed, AgentsOnline:
		p.kind.results = &results{operators: []string{greater}, operands: []string{"0"}}
	case OldestAge, QueueSize:
	default:
		p.problem("Parameters.MetricType is %s; give %s, %s, %s, %s or %s", v.describe(), AgentsAvailable, AgentsStaffed,
			AgentsOnline, OldestAge, QueueSize)
	}
	return checkingQueue{metric, p.queueChosen(parameters)}
}

// queueChosen reads which queue a block is about; nil: the contact's working queue.
func (p *parser) queueChosen(parameters value) *queueNamed {
	queue, agent := parameters.get("QueueId"), parameters.get("AgentId")
	switch {
	case queue.exists() && agent.exists():
		p.problem("Parameters has both QueueId and AgentId; give one of them")
	case queue.exists():
		return &queueNamed{acd.StandardQueue, p.operand("Parameters.QueueId", queue)}
	case agent.exists():
		return &queueNamed{acd.AgentQueue, p.operand("Parameters.AgentId", agent)}
	}
	return nil
}

// ref returns the queue that a block is about.
func (q *queueNamed) ref(s *Scene) (acd.QueueRef, error) {
	if q == nil {
		return s.Contact.Target, nil
	}
	effect, err := q.resolve(s)
	if err != nil {
		return acd.QueueRef{}, err
	}
	return effect.(SetQueue).Queue, nil
}

type checkingQueue struct {
	metric QueueMetric
	queue  *queueNamed
}

func (c checkingQueue) resolve(s *Scene) (Effect, error) {
	ref, err := c.queue.ref(s)
	return CheckQueue{c.metric, ref}, err
}

// getMetrics reads the parameters of GetMetricData (DG:flow-control-actions-getmetricdata).
func (p *parser) getMetrics(parameters value) request {
	p.only("Parameters", parameters, "QueueId", "AgentId", "QueueChannel")
	g := gettingMetrics{queue: p.queueChosen(parameters)}
	if v := parameters.get("QueueChannel"); v.exists() {
		o := p.operand("Parameters.QueueChannel", v)
		g.channel = &o
	}
	return g
}

type gettingMetrics struct {
	queue   *queueNamed
	channel *operand
}

func (g gettingMetrics) resolve(s *Scene) (Effect, error) {
	ref, err := g.queue.ref(s)
	if err != nil || g.channel == nil {
		return GetMetrics{Queue: ref}, err
	}
	text, err := g.channel.resolve(s)
	if err != nil {
		return nil, err
	}
	channel, ok := acd.ParseChannel(text)
	if !ok {
		return nil, fmt.Errorf("%s is no channel", quote(text))
	}
	return GetMetrics{ref, channel}, nil
}

// shares checks that the conditions of DistributeByPercentage are a chain that rises to 100 at most
// (DG:flow-control-actions-distributebypercentage). What is less than 101 is everything that is left.
func (p *parser) shares(conditions []condition) {
	before := 0
	for i, c := range conditions {
		n, err := strconv.Atoi(c.operand.literal)
		if err != nil || n <= before || n > 101 {
			p.problem("Transitions.Conditions[%d] compares with %s; give whole numbers that rise, from 1 to 101", i,
				quote(c.operand.literal))
			return
		}
		before = n
	}
}

// goToFlow reads the parameters of TransferToFlow (DG:flow-control-actions-transfertoflow).
func (p *parser) goToFlow(parameters value) request {
	p.only("Parameters", parameters, "ContactFlowId")
	return flowNamed{p.operand("Parameters.ContactFlowId", parameters.get("ContactFlowId"))}
}

type flowNamed struct{ id operand }

func (f flowNamed) resolve(s *Scene) (Effect, error) {
	id, err := f.id.resolveID(s)
	return GoToFlow{acd.FlowID(id)}, err
}

// flowData reads the parameters of UpdateFlowAttributes (DG:flow-control-actions-updateflowattributes): each attribute
// is a text, or an object that holds one under Value.
func (p *parser) flowData(parameters value) request {
	p.only("Parameters", parameters, "FlowAttributes")
	set := parameters.get("FlowAttributes")
	if set.kind != '{' {
		p.problem("Parameters.FlowAttributes is %s; give an object", set.describe())
		return nil
	}
	var request flowAttributes
	for _, m := range set.members {
		v := m.value
		if v.kind == '{' {
			v = v.get("Value")
		}
		request = append(request, p.attribute("Parameters.FlowAttributes", member{m.name, v}))
	}
	return request
}

type flowAttributes []attribute

func (f flowAttributes) resolve(s *Scene) (Effect, error) {
	set, err := resolveAll(f, s)
	return SetFlowData{set}, err
}

// setLogging reads the parameters of UpdateFlowLoggingBehavior (DG:flow-control-actions-updateflowloggingbehavior).
func (p *parser) setLogging(parameters value) request {
	p.only("Parameters", parameters, "FlowLoggingBehavior")
	v := parameters.get("FlowLoggingBehavior")
	if !slices.Contains([]string{"Enabled", "Disabled"}, v.text) {
		p.problem("Parameters.FlowLoggingBehavior is %s; give Enabled or Disabled", v.describe())
	}
	return fixed{SetLogging{v.text == "Enabled"}}
}
