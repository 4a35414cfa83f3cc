package connect

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// The patterns of what metrics are asked about.
const (
	metricPattern = `^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|(arn:[a-z0-9-]+:connect:[a-z0-9-]+:` +
		`(?:([0-9]{12}):instance/[a-z0-9-]+/metric/[a-z0-9-]+(?::[a-z0-9-]+)?|aws:metric/[A-Z_]+))$`
	narrowIDPattern = `^(arn:(aws|aws-us-gov):connect:[a-z]{2}-[a-z]+-[0-9]{1}:[0-9]{1,20}:instance/)?` +
		`[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$`
)

// rightMetrics returns right inputs for the operations that tell numbers.
func (s *stage) rightMetrics(queue, waiting string) []asked {
	return []asked{
		{"GetCurrentMetricData", s.metrics([]string{queue}, nil, types.CurrentMetricNameContactsInQueue)},
		{"GetContactMetrics", &sdk.GetContactMetricsInput{InstanceId: &s.instance, ContactId: &waiting,
			Metrics: []types.ContactMetricInfo{{Name: types.ContactMetricNamePositionInQueue}}}},
	}
}

// metrics asks for current metrics of queues.
func (s *stage) metrics(queues []string, by []types.Grouping, names ...types.CurrentMetricName) (
	in *sdk.GetCurrentMetricDataInput,
) {
	in = &sdk.GetCurrentMetricDataInput{InstanceId: &s.instance, Filters: &types.Filters{Queues: queues}, Groupings: by}
	for _, name := range names {
		in.CurrentMetrics = append(in.CurrentMetrics, types.CurrentMetric{Name: name})
	}
	return in
}

// table writes an answer as a table: a line for each group, what it is of and its values.
func table(out *sdk.GetCurrentMetricDataOutput) string {
	var lines []string
	for _, r := range out.MetricResults {
		var words []string
		if d := r.Dimensions; d != nil {
			if d.Queue != nil {
				words = append(words, *d.Queue.Id)
			}
			if d.RoutingProfile != nil {
				words = append(words, *d.RoutingProfile.Id)
			}
			if d.AgentStatus != nil {
				words = append(words, *d.AgentStatus.Id)
			}
			if d.Channel != "" {
				words = append(words, string(d.Channel))
			}
			if d.Subtype != nil {
				words = append(words, *d.Subtype)
			}
			if d.RoutingStepExpression != nil {
				words = append(words, *d.RoutingStepExpression)
			}
		}
		for _, c := range r.Collections {
			v := "null"
			if c.Value != nil {
				v = fmt.Sprint(*c.Value)
			}
			words = append(words, fmt.Sprintf("%s=%s", c.Metric.Name, v))
		}
		lines = append(lines, strings.Join(words, " "))
	}
	return strings.Join(lines, "\n")
}

// current asks for current metrics.
func (s *stage) current(in *sdk.GetCurrentMetricDataInput) *sdk.GetCurrentMetricDataOutput {
	s.Helper()
	return got(s.client.GetCurrentMetricData(s.ctx, in))
}

// told compares current metrics with a table in which ids are written as names.
func (s *stage) told(in *sdk.GetCurrentMetricDataInput, names []string, want ...string) {
	s.Helper()
	text := strings.NewReplacer(names...).Replace(table(s.current(in)))
	if wanted := strings.Join(want, "\n"); text != wanted {
		s.Errorf("the metrics are\n%s\nnot\n%s", text, wanted)
	}
}

// TestCurrentMetrics follows a queue with two agents through an hour.
func TestCurrentMetrics(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	help, other := s.queue(), s.queue()
	profile := s.profile(help)
	ana, bob := s.user(profile), s.user(profile)
	flow := s.flowInto(help)
	names := []string{help, "help", other, "other", profile, "profile", s.statusOf(types.AgentStatusTypeRoutable),
		"Available"}
	all := types.CurrentMetricName("").Values()
	queues := []string{help, other}
	byQueue := []types.Grouping{types.GroupingQueue}
	s.told(s.metrics(queues, byQueue, all[0]), names, "")
	first := s.task(flow)
	s.turn(10)
	s.task(flow)
	s.chat(flow)
	s.turn(5)
	s.told(s.metrics(queues, nil, types.CurrentMetricNameOldestContactAge), names, "OLDEST_CONTACT_AGE=15000")
	s.told(s.metrics(queues, byQueue, types.CurrentMetricNameOldestContactAge, types.CurrentMetricNameContactsInQueue,
		types.CurrentMetricNameAgentsOnline), names, "help OLDEST_CONTACT_AGE=15 CONTACTS_IN_QUEUE=3 AGENTS_ONLINE=0")
	s.put(ana, types.AgentStatusTypeRoutable)
	s.told(s.metrics(queues, byQueue, types.CurrentMetricNameContactsInQueue, types.CurrentMetricNameAgentsAvailable,
		types.CurrentMetricNameSlotsAvailable, types.CurrentMetricNameSlotsActive), names,
		"help CONTACTS_IN_QUEUE=2 AGENTS_AVAILABLE=0 SLOTS_AVAILABLE=0 SLOTS_ACTIVE=0")
	s.agent(acd.AcceptContact{UserID: acd.UserID(ana), ContactID: acd.ContactID(first)})
	s.put(bob, types.AgentStatusTypeRoutable)
	s.turn(40) // what rings at bob is missed, and waits again
	s.told(s.metrics([]string{help}, []types.Grouping{types.GroupingQueue, types.GroupingChannel},
		types.CurrentMetricNameAgentsOnContact, types.CurrentMetricNameAgentsError, types.CurrentMetricNameContactsInQueue,
		types.CurrentMetricNameOldestContactAge), names,
		"help CHAT AGENTS_ON_CONTACT=0 AGENTS_ERROR=0 CONTACTS_IN_QUEUE=1 OLDEST_CONTACT_AGE=45",
		"help TASK AGENTS_ON_CONTACT=1 AGENTS_ERROR=1 CONTACTS_IN_QUEUE=1 OLDEST_CONTACT_AGE=45")
	s.agent(acd.DisconnectContact{UserID: acd.UserID(ana), ContactID: acd.ContactID(first)})
	in := s.metrics(nil, []types.Grouping{types.GroupingRoutingProfile}, all...)
	in.Filters.RoutingProfiles = []string{s.arn(acd.KindRoutingProfile, profile)}
	in.CurrentMetrics = in.CurrentMetrics[:len(all)-1] // all but the estimated wait time
	s.told(in, names, "profile AGENTS_ONLINE=2 AGENTS_AVAILABLE=0 AGENTS_ON_CALL=1 AGENTS_NON_PRODUCTIVE=0 "+
		"AGENTS_AFTER_CONTACT_WORK=1 AGENTS_ERROR=1 AGENTS_STAFFED=2 CONTACTS_IN_QUEUE=2 OLDEST_CONTACT_AGE=45 "+
		"CONTACTS_SCHEDULED=0 AGENTS_ON_CONTACT=1 SLOTS_ACTIVE=1 SLOTS_AVAILABLE=0")
	s.told(s.metrics([]string{help}, []types.Grouping{types.GroupingQueue, types.GroupingAgentStatus}, all[0]), names,
		"help Available AGENTS_ONLINE=2")
	by := s.metrics([]string{help}, nil, types.CurrentMetricNameAgentsOnline)
	by.Filters.AgentStatuses = []string{s.statusOf(types.AgentStatusTypeOffline)}
	s.told(by, names, "AGENTS_ONLINE=0")
}

// TestMetricsBySubtype tells contacts apart by their connect:Subtype.
func TestMetricsBySubtype(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	ana := s.user(s.profile(queue))
	flow := s.flowInto(queue)
	names := []string{queue, "queue"}
	task := s.task(flow)
	s.put(ana, types.AgentStatusTypeRoutable)
	s.agent(acd.AcceptContact{UserID: acd.UserID(ana), ContactID: acd.ContactID(task)})
	s.chat(flow)
	s.turn(7)
	s.task(flow)
	s.task(flow)
	in := s.metrics([]string{queue}, []types.Grouping{types.GroupingSubtype}, types.CurrentMetricNameContactsInQueue,
		types.CurrentMetricNameOldestContactAge, types.CurrentMetricNameSlotsActive, types.CurrentMetricNameAgentsOnContact)
	s.told(in, names,
		"connect:Chat CONTACTS_IN_QUEUE=1 OLDEST_CONTACT_AGE=7 SLOTS_ACTIVE=0 AGENTS_ON_CONTACT=0",
		"connect:Task CONTACTS_IN_QUEUE=2 OLDEST_CONTACT_AGE=0 SLOTS_ACTIVE=1 AGENTS_ON_CONTACT=1")
	in.Filters.Subtypes = []string{"connect:Task"}
	s.told(in, names, "connect:Task CONTACTS_IN_QUEUE=2 OLDEST_CONTACT_AGE=0 SLOTS_ACTIVE=1 AGENTS_ON_CONTACT=1")
	in.Groupings = []types.Grouping{types.GroupingQueue}
	s.told(in, names, "queue CONTACTS_IN_QUEUE=2 OLDEST_CONTACT_AGE=0 SLOTS_ACTIVE=1 AGENTS_ON_CONTACT=1")
}

// TestMetricsBySort sorts queues, and turns the pages of an answer while life goes on.
func TestMetricsBySort(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	var queues, names []string
	for n := range 3 {
		q := s.queue()
		queues, names = append(queues, q), append(names, q, fmt.Sprint("queue", n))
		for range n + 1 {
			s.task(s.flowInto(q))
		}
	}
	in := s.metrics(queues, []types.Grouping{types.GroupingQueue}, types.CurrentMetricNameContactsInQueue)
	in.SortCriteria = []types.CurrentMetricSortCriteria{{SortByMetric: types.CurrentMetricNameContactsInQueue}}
	s.told(in, names, "queue2 CONTACTS_IN_QUEUE=3", "queue1 CONTACTS_IN_QUEUE=2", "queue0 CONTACTS_IN_QUEUE=1")
	in.SortCriteria[0].SortOrder = types.SortOrderAscending
	in.MaxResults = new(int32(2))
	page := s.current(in)
	same(t, "the count", *page.ApproximateTotalCount, 3)
	in.NextToken = page.NextToken
	s.task(s.flowInto(queues[2]))
	s.turn(299)
	next := s.current(in)
	same(t, "the snapshot", *next.DataSnapshotTime, *page.DataSnapshotTime)
	same(t, "the second page", strings.NewReplacer(names...).Replace(table(next)), "queue2 CONTACTS_IN_QUEUE=3")
	if next.NextToken != nil {
		t.Error("there is a third page")
	}
	s.turn(2)
	_, err := s.client.GetCurrentMetricData(s.ctx, in)
	refused(t, err, "InvalidParameterException", 400, "five minutes")
	in.SortCriteria = nil
	_, err = s.client.GetCurrentMetricData(s.ctx, in)
	refused(t, err, "InvalidParameterException", 400, "NextToken")
}

// TestMetricsByStep shows the routing steps at which contacts wait, each with the agents who would fit.
func TestMetricsByStep(t *testing.T) {
	x := newWorkedExample(t)
	s := x.stage
	in := s.metrics([]string{x.queue}, []types.Grouping{types.GroupingRoutingStepExpression},
		types.CurrentMetricNameContactsInQueue, types.CurrentMetricNameOldestContactAge,
		types.CurrentMetricNameAgentsStaffed)
	s.turn(40)
	shown := s.current(in)
	same(t, "the number of steps", len(shown.MetricResults), 1)
	step := *shown.MetricResults[0].Dimensions.RoutingStepExpression
	same(t, "the step", step, `{"AndExpression":[{"AttributeCondition":{"ComparisonOperator":"NumberGreaterOrEqualTo",`+
		`"Name":"connect:Language","ProficiencyLevel":4,"Value":"connect:French"}},{"AttributeCondition":`+
		`{"ComparisonOperator":"NumberGreaterOrEqualTo","Name":"Technology","ProficiencyLevel":4,"Value":"AWS DynamoDB"}}]}`)
	spaced := strings.ReplaceAll(step, ",", " ,\n ")
	in.Filters.RoutingStepExpressions = []string{spaced}
	s.told(in, []string{spaced, "step"}, "step CONTACTS_IN_QUEUE=1 OLDEST_CONTACT_AGE=40 AGENTS_STAFFED=0")
	in.Filters.RoutingStepExpressions = []string{strings.Replace(step, ":4,", ":5,", 1)}
	s.told(in, nil, "")
}

// TestWaits asks how long contacts will wait in a queue that is served every ten seconds.
func TestWaits(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	flow := s.flowInto(queue)
	in := s.metrics([]string{queue}, []types.Grouping{types.GroupingQueue, types.GroupingChannel},
		types.CurrentMetricNameEstimatedWaitTime)
	in.Filters.Channels = []types.Channel{types.ChannelTask}
	var tasks []string
	for range 6 {
		tasks = append(tasks, s.task(flow))
	}
	s.told(in, []string{queue, "queue"}, "queue TASK ESTIMATED_WAIT_TIME=null")
	same(t, "what is known at first", s.waits(tasks[3]), "4 of unknown")
	for _, id := range tasks[:3] {
		s.turn(10)
		got(s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: &id}))
	}
	same(t, "the first that waits", s.waits(tasks[3]), "1 of 10")
	if err := s.route(tasks[5], sdk.UpdateContactRoutingDataInput{QueuePriority: new(int64(1))}); err != nil {
		t.Fatal(err)
	}
	same(t, "one that was let pass", s.waits(tasks[5]), "1 of 10")
	same(t, "the last", s.waits(tasks[4]), "3 of 30")
	s.told(in, []string{queue, "queue"}, "queue TASK ESTIMATED_WAIT_TIME=40")
	s.turn(20)
	same(t, "while nobody is served", s.waits(tasks[4]), "3 of 60")
	s.put(s.user(s.profile(queue)), types.AgentStatusTypeRoutable)
	same(t, "one that rings", s.waits(tasks[5]), "1 of 20")
}

// waits returns the metrics of a contact, as "position of seconds".
func (s *stage) waits(contact string) string {
	s.Helper()
	out := got(s.client.GetContactMetrics(s.ctx, &sdk.GetContactMetricsInput{InstanceId: &s.instance, ContactId: &contact,
		Metrics: []types.ContactMetricInfo{
			{Name: types.ContactMetricNamePositionInQueue}, {Name: types.ContactMetricNameEstimatedWaitTime}},
	}))
	same(s.T, "the id", *out.Id, contact)
	same(s.T, "the ARN", *out.Arn, s.arn(acd.KindContact, contact))
	values := map[types.ContactMetricName]any{types.ContactMetricNameEstimatedWaitTime: "unknown"}
	for _, r := range out.MetricResults {
		values[r.Name] = r.Value.(*types.ContactMetricValueMemberNumber).Value
	}
	return fmt.Sprintf("%v of %v", values[types.ContactMetricNamePositionInQueue],
		values[types.ContactMetricNameEstimatedWaitTime])
}

// metricRefusals are about numbers.
func (c *cast) metricRefusals() []refusal {
	metric := func(members ...any) asked { return c.but("GetCurrentMetricData", members...) }
	filters := func(f types.Filters, members ...any) asked { return metric(append(members, "Filters", &f)...) }
	queues, profiles := []string{c.queue}, []string{c.profile}
	named := func(m types.CurrentMetric) asked { return metric("CurrentMetrics", []types.CurrentMetric{m}) }
	by := func(g ...types.Grouping) asked { return metric("Groupings", g) }
	sorted := func(name types.CurrentMetricName) asked {
		return metric("SortCriteria", []types.CurrentMetricSortCriteria{{SortByMetric: name}})
	}
	twice := []types.ContactMetricInfo{{Name: types.ContactMetricNamePositionInQueue},
		{Name: types.ContactMetricNamePositionInQueue}}
	steps := []types.Grouping{types.GroupingRoutingStepExpression}
	return []refusal{
		{invalidR, 400, []string{"Queues", "RoutingProfiles"}, filters(types.Filters{}), ""},
		{invalidR, 400, []string{"1 Queues"}, filters(types.Filters{Queues: queues, RoutingProfiles: profiles}), ""},
		{notFound, 404, []string{"nowhere"}, filters(types.Filters{Queues: []string{"nowhere"}}), ""},
		{notFound, 404, []string{"nobody"}, filters(types.Filters{RoutingProfiles: []string{"nobody"}}), ""},
		{notFound, 404, []string{"gone"}, filters(types.Filters{Queues: queues, AgentStatuses: []string{"gone"}}), ""},
		{notFound, 404, []string{c.user}, filters(types.Filters{Queues: []string{c.user}}), ""},
		{invalidP, 400, []string{"51"}, filters(types.Filters{Queues: queues, AgentStatuses: make([]string, 51)}), ""},
		{invalidR, 400, []string{"AgentStatuses"}, filters(types.Filters{RoutingProfiles: profiles,
			AgentStatuses: []string{"a"}}), ""},
		{invalidP, 400, []string{"ValidationTestTypes"}, filters(types.Filters{Queues: queues,
			ValidationTestTypes: []string{"x"}}), ""},
		{invalidR, 400, []string{"ROUTING_STEP_EXPRESSION"}, filters(types.Filters{Queues: queues,
			RoutingStepExpressions: []string{`{"AttributeCondition":{"Name":"Skill","Value":"High","ProficiencyLevel":1,` +
				`"ComparisonOperator":"NumberGreaterOrEqualTo"}}`}}), ""},
		{invalidP, 400, []string{"JSON"}, filters(types.Filters{Queues: queues,
			RoutingStepExpressions: []string{`{"attributeCondition":{}}`}}, "Groupings", steps), ""},
		{invalidP, 400, []string{"RoutingStepExpressions"}, filters(types.Filters{Queues: queues,
			RoutingStepExpressions: []string{`{}`}}, "Groupings", steps), ""},
		{invalidR, 400, []string{"exactly one queue"}, filters(types.Filters{RoutingProfiles: profiles}, "Groupings",
			steps), ""},
		{invalidP, 400, []string{"QUEUE", "twice"}, by(types.GroupingQueue, types.GroupingQueue), ""},
		{invalidR, 400, []string{"QUEUE before"}, by(types.GroupingAgentStatus), ""},
		{invalidR, 400, []string{"AGENTS_ONLINE"}, by(types.GroupingQueue, types.GroupingAgentStatus), ""},
		{invalidR, 400, []string{"RoutingProfiles"}, by(types.GroupingRoutingProfile), ""},
		{invalidP, 400, []string{"CurrentMetrics"}, metric("CurrentMetrics", []types.CurrentMetric{}), ""},
		{invalidR, 400, []string{"Name and MetricId"}, named(types.CurrentMetric{}), ""},
		{invalidR, 400, []string{"both"}, named(types.CurrentMetric{Name: "AGENTS_ONLINE", MetricId: new(instanceID)}), ""},
		{notFound, 404, []string{instanceID}, named(types.CurrentMetric{MetricId: new(instanceID)}), ""},
		{invalidP, 400, []string{"COUNT"}, named(types.CurrentMetric{Name: "AGENTS_ONLINE", Unit: types.UnitSeconds}), ""},
		{invalidR, 400, []string{"QUEUE and CHANNEL"}, named(types.CurrentMetric{Name: "ESTIMATED_WAIT_TIME"}), ""},
		{invalidP, 400, []string{"SLOTS_ACTIVE"}, sorted(types.CurrentMetricNameSlotsActive), ""},
		{invalidP, 400, []string{"SortByMetric"}, sorted(""), ""},
		{invalidR, 400, []string{"ESTIMATED_WAIT_TIME"}, sorted(types.CurrentMetricNameEstimatedWaitTime), ""},
		{invalidP, 400, []string{"NextToken"}, metric("NextToken", new("no token")), ""},
		{invalidP, 400, []string{"twice"}, c.but("GetContactMetrics", "ContactId", &c.waiting, "Metrics", twice), ""},
		{invalidR, 400, []string{"no queue"}, c.but("GetContactMetrics", "ContactId", &c.connected), ""},
		{invalidR, 400, []string{"no queue"}, c.but("GetContactMetrics", "ContactId", &c.ended), ""},
		{notFound, 404, []string{instanceID}, c.but("GetContactMetrics", "ContactId", new(instanceID)), ""},
		{"AccessDenied", 403, []string{"agent"}, c.but("GetContactMetrics"), "AKIDAGENT"},
	}
}

// TestMetricARN asks for a metric by the ARN that Amazon gives it.
func TestMetricARN(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	s.task(s.flowInto(queue))
	in := s.metrics([]string{s.arn(acd.KindQueue, queue)}, nil)
	in.CurrentMetrics = []types.CurrentMetric{{MetricId: new("arn:aws:connect:us-east-1:aws:metric/CONTACTS_IN_QUEUE")}}
	s.told(in, nil, "CONTACTS_IN_QUEUE=1")
	metric := s.current(in).MetricResults[0].Collections[0].Metric
	if !reflect.DeepEqual(metric.MetricId, in.CurrentMetrics[0].MetricId) || metric.Unit != types.UnitCount {
		t.Errorf("the metric is shown as %+v", metric)
	}
}

// TestMetricsMeanwhile reads numbers while contacts come and go.
func TestMetricsMeanwhile(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	flow := s.flowInto(queue)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for range 50 {
			id := s.task(flow)
			if _, err := s.client.StopContact(s.ctx, &sdk.StopContactInput{
				InstanceId: &s.instance, ContactId: &id}); err != nil {
				t.Error(err)
			}
		}
	}()
	in := s.metrics([]string{queue}, nil, types.CurrentMetricNameContactsInQueue)
	for going := true; going; {
		select {
		case <-ended:
			going = false
		default:
		}
		for _, r := range s.current(in).MetricResults {
			if v := *r.Collections[0].Value; v > 1 {
				t.Errorf("%v contacts wait, of one at a time", v)
			}
		}
	}
	s.told(in, nil, "")
}
