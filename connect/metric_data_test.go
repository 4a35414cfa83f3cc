package connect

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// A shift is a stage on which an hour of work has been done:
//
//	00:00  ana becomes available in queue one, and a chat comes and is accepted after 10 s
//	00:03  it ends; 60 s of after-contact work; another chat comes, rings at her, is missed after 20 s, leaves after 40
//	00:10  ana has a break until the hour is over
type shift struct {
	*stage
	one, two, profile, ana string
}

func newShift(t *testing.T) *shift {
	s := &shift{stage: newStage(t, acd.Quotas{})}
	s.one, s.two = s.queue(), s.queue()
	s.profile = s.stage.profile(s.one, s.two)
	s.ana = s.user(s.profile)
	s.put(s.ana, types.AgentStatusTypeRoutable)
	flow := s.flowInto(s.one)
	first := acd.ContactID(*s.chat(flow).ContactId)
	s.turn(10)
	s.agent(acd.AcceptContact{UserID: acd.UserID(s.ana), ContactID: first})
	s.turn(170)
	s.agent(acd.DisconnectCustomer{ContactID: first})
	s.turn(60)
	s.agent(acd.CompleteContact{UserID: acd.UserID(s.ana), ContactID: first})
	second := acd.ContactID(*s.chat(flow).ContactId)
	s.turn(40)
	s.agent(acd.DisconnectCustomer{ContactID: second})
	s.agent(acd.DismissUserContact{UserID: acd.UserID(s.ana), ContactID: second})
	s.turn(320)
	s.put(s.ana, types.AgentStatusTypeOffline)
	s.turn(3000)
	return s
}

// ask asks GetMetricDataV2 about the first so many seconds.
func (s *shift) ask(seconds int, change func(*sdk.GetMetricDataV2Input), names ...string) (
	*sdk.GetMetricDataV2Output, error,
) {
	in := s.reportInput(s.profile, seconds)
	for _, name := range names {
		m := types.MetricV2{Name: &name}
		if name == "SERVICE_LEVEL" {
			m.Threshold = []types.ThresholdV2{{Comparison: new("LT"), ThresholdValue: new(20.0)}}
		}
		in.Metrics = append(in.Metrics, m)
	}
	if change != nil {
		change(in)
	}
	return s.client.GetMetricDataV2(s.ctx, in)
}

// reportInput asks GetMetricDataV2 nothing yet, about a routing profile.
func (s *stage) reportInput(profile string, seconds int) *sdk.GetMetricDataV2Input {
	account := acd.Account{Number: testAccount, Region: testRegion}
	return &sdk.GetMetricDataV2Input{
		ResourceArn: new(account.InstanceARN(acd.InstanceID(s.instance))),
		StartTime:   new(at(0).Std()), EndTime: new(at(seconds).Std()),
		Filters: []types.FilterV2{{FilterKey: new("ROUTING_PROFILE"), FilterValues: []string{profile}}},
	}
}

// rightReports returns right inputs for the operations that make reports. They ask about the minutes before the stage.
func (s *stage) rightReports(profile string) []asked {
	in := s.reportInput(profile, 0)
	in.StartTime = new(at(-900).Std())
	in.Metrics = []types.MetricV2{{Name: new("CONTACTS_QUEUED")}}
	return []asked{
		{"GetMetricDataV2", in},
		{"GetMetricData", &sdk.GetMetricDataInput{InstanceId: &s.instance, StartTime: in.StartTime, EndTime: in.EndTime,
			Filters: &types.Filters{RoutingProfiles: []string{profile}}, HistoricalMetrics: []types.HistoricalMetric{
				{Name: "CONTACTS_QUEUED", Unit: types.UnitCount, Statistic: types.StatisticSum},
			}}},
	}
}

// refusedEither checks that err is a refusal of a value or of a combination, with words in its sentence.
func refusedEither(t *testing.T, err error, words ...string) {
	t.Helper()
	if err != nil && strings.Contains(err.Error(), "InvalidRequestException") {
		refused(t, err, "InvalidRequestException", http.StatusBadRequest, words...)
		return
	}
	refused(t, err, "InvalidParameterException", http.StatusBadRequest, words...)
}

// reportRefusals are about reports.
func (c *cast) reportRefusals() []refusal {
	late := new(at(-3600).Std())
	return []refusal{
		{invalidR, 400, []string{"not before"}, c.but("GetMetricDataV2", "EndTime", late), ""},
		{invalidR, 400, []string{"not before"}, c.but("GetMetricData", "EndTime", late), ""},
	}
}

// lines shows results, a line each.
func (s *shift) lines(results []types.MetricResultV2) []string {
	var lines []string
	for _, r := range results {
		line := r.MetricInterval.StartTime.UTC().Format("15:04")
		for _, key := range slices.Sorted(maps.Keys(r.Dimensions)) {
			if !strings.HasSuffix(key, "_ARN") {
				line += " " + strings.NewReplacer(s.one, "one", s.ana, "ana", s.profile, "profile").Replace(r.Dimensions[key])
			}
		}
		for _, c := range r.Collections {
			if c.Value == nil {
				line += " null"
				continue
			}
			line += fmt.Sprintf(" %g", *c.Value)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestGetMetricDataV2(t *testing.T) {
	s := newShift(t)
	byQueue := func(in *sdk.GetMetricDataV2Input) {
		in.Groupings = []string{"QUEUE"}
		in.Filters = []types.FilterV2{{FilterKey: new("QUEUE"), FilterValues: []string{s.arn(acd.KindQueue, s.one), s.two}}}
	}
	byAgent := func(in *sdk.GetMetricDataV2Input) { in.Groupings = []string{"AGENT"} }
	for name, tt := range map[string]struct {
		seconds int
		change  func(*sdk.GetMetricDataV2Input)
		names   []string
		want    []string
	}{
		"a queue": {3600, byQueue, []string{"CONTACTS_QUEUED", "CONTACTS_HANDLED", "CONTACTS_ABANDONED", "SERVICE_LEVEL",
			"AVG_QUEUE_ANSWER_TIME", "AVG_HANDLE_TIME", "ABANDONMENT_RATE", "MAX_QUEUED_TIME"},
			[]string{"00:00 one 2 1 1 50 10 230 50 40"}},
		"an agent": {3600, byAgent, []string{"SUM_ONLINE_TIME_AGENT", "SUM_CONTACT_TIME_AGENT", "SUM_IDLE_TIME_AGENT",
			"CONTACTS_HANDLED", "AGENT_NON_RESPONSE", "AGENT_ANSWER_RATE"}, []string{"00:00 ana 600 230 370 1 1 50"}},
		"quarters": {1800, func(in *sdk.GetMetricDataV2Input) {
			byAgent(in)
			in.Interval = &types.IntervalDetails{IntervalPeriod: types.IntervalPeriodFifteenMin}
		}, []string{"SUM_ONLINE_TIME_AGENT"}, []string{"00:00 ana 600"}},
		"before it ended": {120, byQueue, []string{"CONTACTS_QUEUED_BY_ENQUEUE", "CONTACTS_HANDLED"},
			[]string{"00:00 one 1 0"}},
		"another queue": {3600, func(in *sdk.GetMetricDataV2Input) {
			in.Filters = []types.FilterV2{{FilterKey: new("QUEUE"), FilterValues: []string{s.two}}}
		}, []string{"CONTACTS_QUEUED"}, nil},
	} {
		out, err := s.ask(tt.seconds, tt.change, tt.names...)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := s.lines(out.MetricResults); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

func TestGetMetricDataV2Refuses(t *testing.T) {
	s := newShift(t)
	type input = sdk.GetMetricDataV2Input
	for name, tt := range map[string]struct {
		change func(*input)
		says   string
	}{
		"an unknown metric":  {func(in *input) { in.Metrics[0].Name = new("JOY") }, "AVG_HANDLE_TIME"},
		"an own metric":      {func(in *input) { in.Metrics[0].MetricId = new("x") }, "Name"},
		"no metric":          {func(in *input) { in.Metrics = []types.MetricV2{} }, "at least one metric"},
		"no threshold":       {func(in *input) { in.Metrics[0].Threshold = nil }, "give one"},
		"a broken threshold": {func(in *input) { in.Metrics[0].Threshold[0].ThresholdValue = new(1.5) }, "whole number"},
		"a threshold above":  {func(in *input) { in.Metrics[0].Threshold[0].Comparison = new("GT") }, "LT or LTE"},
		"an unwanted one":    {func(in *input) { in.Metrics[0].Name = new("CONTACTS_QUEUED") }, "give none"},
		"an unknown filter":  {func(in *input) { in.Filters[0].FilterKey = new("MOOD") }, "ROUTING_PROFILE"},
		"a filter twice":     {func(in *input) { in.Filters = append(in.Filters, in.Filters[0]) }, "once"},
		"an empty filter":    {func(in *input) { in.Filters[0].FilterValues = nil }, "FilterValues or a StringCondition"},
		"no resource": {func(in *input) {
			in.Filters[0] = types.FilterV2{FilterKey: new("CHANNEL"), FilterValues: []string{"CHAT"}}
		}, "at least one of QUEUE"},
		"an unknown grouping": {func(in *input) { in.Groupings = []string{"MOOD"} }, "CHANNEL"},
		"a wrong grouping":    {func(in *input) { in.Groupings = []string{"AGENT"} }, "only by QUEUE, CHANNEL"},
		"a wrong own filter": {func(in *input) {
			in.Metrics[0].MetricFilters = []types.MetricFilterV2{{MetricFilterKey: new("DISCONNECT_REASON"),
				MetricFilterValues: []string{"API"}}}
		}, "which SERVICE_LEVEL has not"},
		"no time":     {func(in *input) { in.EndTime = in.StartTime }, "not before"},
		"the future":  {func(in *input) { in.EndTime = new(at(999999).Std()) }, "later than now"},
		"a long time": {func(in *input) { in.StartTime = new(at(-40 * 24 * 3600).Std()) }, "35 days"},
		"a zone":      {func(in *input) { in.Interval = &types.IntervalDetails{TimeZone: new("Mars/Base")} }, "Europe/Paris"},
		"a token":     {func(in *input) { in.NextToken = new("x") }, "NextToken"},
		"long quarter": {func(in *input) {
			in.StartTime = new(at(-4 * 24 * 3600).Std())
			in.Interval = &types.IntervalDetails{IntervalPeriod: types.IntervalPeriodFifteenMin}
		}, "3 days"},
	} {
		_, err := s.ask(3600, tt.change, "SERVICE_LEVEL")
		t.Run(name, func(t *testing.T) { refusedEither(t, err, tt.says) })
	}
	_, err := s.ask(3600, func(in *input) { in.ResourceArn = new("nowhere") }, "CONTACTS_QUEUED")
	refused(t, err, "ResourceNotFoundException", http.StatusNotFound, "nowhere")
}

func TestIntervals(t *testing.T) {
	paris := &types.IntervalDetails{TimeZone: new("Europe/Paris")}
	start := time.Date(2026, time.March, 28, 0, 0, 0, 0, time.FixedZone("", 3600))
	got, err := intervalsOf(start, start.AddDate(0, 0, 3), types.IntervalPeriodDay, paris)
	if err != nil || len(got) != 4 {
		t.Fatalf("%v (%v)", got, err)
	}
	for i, hours := range []acd.Duration{24, 23, 24, 1} {
		if d := got[i].To.Sub(got[i].From); d != hours*acd.Hour {
			t.Errorf("day %d has %v", i, d)
		}
	}
	for period, want := range map[types.IntervalPeriod]int{"FIFTEEN_MIN": 96, "THIRTY_MIN": 48, "HOUR": 24, "DAY": 1,
		"WEEK": 1, "TOTAL": 1} {
		if got, err := intervalsOf(start, start.Add(24*time.Hour), period, nil); err != nil || len(got) != want {
			t.Errorf("%s: %d (%v), want %d", period, len(got), err, want)
		}
	}
}

// askOlder asks GetMetricData about the hour.
func (s *shift) askOlder(change func(*sdk.GetMetricDataInput), metrics ...types.HistoricalMetric) (
	*sdk.GetMetricDataOutput, error,
) {
	in := &sdk.GetMetricDataInput{
		InstanceId: &s.instance, StartTime: new(at(0).Std()), EndTime: new(at(3600).Std()),
		Filters:           &types.Filters{Queues: []string{s.one, s.arn(acd.KindQueue, s.two)}},
		Groupings:         []types.Grouping{types.GroupingQueue, types.GroupingChannel},
		HistoricalMetrics: metrics,
	}
	if change != nil {
		change(in)
	}
	return s.client.GetMetricData(s.ctx, in)
}

func TestGetMetricData(t *testing.T) {
	s := newShift(t)
	wants := map[types.HistoricalMetricName]float64{"ABANDON_TIME": 40, "AFTER_CONTACT_WORK_TIME": 60,
		"API_CONTACTS_HANDLED": 1, "CALLBACK_CONTACTS_HANDLED": 0, "CONTACTS_ABANDONED": 1,
		"CONTACTS_AGENT_HUNG_UP_FIRST": 0, "CONTACTS_HANDLED": 1, "CONTACTS_HANDLED_INCOMING": 0,
		"CONTACTS_HANDLED_OUTBOUND": 0, "CONTACTS_HOLD_ABANDONS": 0, "CONTACTS_MISSED": 1, "CONTACTS_QUEUED": 2,
		"CONTACTS_TRANSFERRED_IN": 0, "CONTACTS_TRANSFERRED_IN_FROM_QUEUE": 0, "CONTACTS_TRANSFERRED_OUT": 0,
		"CONTACTS_TRANSFERRED_OUT_FROM_QUEUE": 0, "HANDLE_TIME": 230, "INTERACTION_AND_HOLD_TIME": 170,
		"INTERACTION_TIME": 170, "QUEUE_ANSWER_TIME": 10, "QUEUED_TIME": 40, "SERVICE_LEVEL": 50}
	var metrics []types.HistoricalMetric
	for name := range wants {
		h := historicalMetrics()[name]
		m := types.HistoricalMetric{Name: name, Unit: h.unit, Statistic: h.statistic}
		if name == "SERVICE_LEVEL" {
			m.Threshold = &types.Threshold{Comparison: types.ComparisonLt, ThresholdValue: new(20.0)}
		}
		metrics = append(metrics, m)
	}
	out := got(s.askOlder(nil, metrics...))
	if len(out.MetricResults) != 1 {
		t.Fatalf("the results are %v", out.MetricResults)
	}
	d := out.MetricResults[0].Dimensions
	if *d.Queue.Id != s.one || *d.Queue.Arn != s.arn(acd.KindQueue, s.one) || d.Channel != types.ChannelChat {
		t.Errorf("the dimensions are %s", show(d))
	}
	for _, c := range out.MetricResults[0].Collections {
		if want := wants[c.Metric.Name]; c.Value == nil || *c.Value != want {
			t.Errorf("%s is %v, want %g", c.Metric.Name, show(c.Value), want)
		}
	}
	occupancy := types.HistoricalMetric{Name: "OCCUPANCY", Unit: "PERCENT", Statistic: "AVG"}
	out = got(s.askOlder(func(in *sdk.GetMetricDataInput) {
		in.Filters = &types.Filters{RoutingProfiles: []string{s.profile}}
		in.Groupings = []types.Grouping{types.GroupingRoutingProfile}
	}, occupancy))
	if len(out.MetricResults) != 1 || int(*out.MetricResults[0].Collections[0].Value) != 38 {
		t.Errorf("the occupancy is %s", show(out.MetricResults))
	}
	for name, change := range map[string]func(*sdk.GetMetricDataInput){
		"five minutes": func(in *sdk.GetMetricDataInput) { in.StartTime = new(at(1).Std()) },
		"not before":   func(in *sdk.GetMetricDataInput) { in.EndTime = in.StartTime },
		"24 hours":     func(in *sdk.GetMetricDataInput) { in.StartTime = new(at(-24 * 3600).Std()) },
		"later than":   func(in *sdk.GetMetricDataInput) { in.EndTime = new(at(7200).Std()) },
		"Queues":       func(in *sdk.GetMetricDataInput) { in.Filters = &types.Filters{Channels: []types.Channel{"CHAT"}} },
		"V2":           func(in *sdk.GetMetricDataInput) { in.Filters.RoutingStepExpressions = []string{"{}"} },
		"SUBTYPE":      func(in *sdk.GetMetricDataInput) { in.Groupings = []types.Grouping{types.GroupingAgentStatus} },
		"give COUNT":   func(in *sdk.GetMetricDataInput) { in.HistoricalMetrics[0].Unit = types.UnitSeconds },
		"any more":     func(in *sdk.GetMetricDataInput) { in.HistoricalMetrics[0].Name = "CONTACTS_CONSULTED" },
		"at least one": func(in *sdk.GetMetricDataInput) { in.HistoricalMetrics = []types.HistoricalMetric{} },
	} {
		_, err := s.askOlder(change, types.HistoricalMetric{Name: "CONTACTS_QUEUED", Unit: "COUNT", Statistic: "SUM"})
		refusedEither(t, err, name)
	}
}

// TestReportPages walks reports result by result. A token holds for the same question alone.
func TestReportPages(t *testing.T) {
	s := newShift(t)
	quarters := func(in *sdk.GetMetricDataV2Input) {
		in.Interval = &types.IntervalDetails{IntervalPeriod: types.IntervalPeriodFifteenMin}
	}
	s.put(s.ana, types.AgentStatusTypeRoutable)
	s.turn(1800)
	whole := s.lines(got(s.ask(5400, quarters, "SUM_ONLINE_TIME_AGENT")).MetricResults)
	var walked []string
	var token *string
	for {
		out := got(s.ask(5400, func(in *sdk.GetMetricDataV2Input) {
			quarters(in)
			in.MaxResults, in.NextToken = new(int32(1)), token
		}, "SUM_ONLINE_TIME_AGENT"))
		walked = append(walked, s.lines(out.MetricResults)...)
		if token = out.NextToken; token == nil {
			break
		}
		_, err := s.ask(5400, func(in *sdk.GetMetricDataV2Input) { in.NextToken = token }, "SUM_ONLINE_TIME_AGENT")
		refusedEither(t, err, "NextToken")
	}
	if len(whole) != 3 || !slices.Equal(walked, whole) {
		t.Errorf("by pages: %q, at once: %q", walked, whole)
	}
	metric := types.HistoricalMetric{Name: "CONTACTS_QUEUED", Unit: "COUNT", Statistic: "SUM"}
	_, err := s.askOlder(func(in *sdk.GetMetricDataInput) { in.NextToken = new("x") }, metric)
	refusedEither(t, err, "NextToken")
}
