package connect

import (
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/history"
)

// search is a search for contacts of the first day.
func (s *stage) search(k *types.SearchCriteria) *sdk.SearchContactsInput {
	return &sdk.SearchContactsInput{
		InstanceId: &s.instance, SearchCriteria: k,
		TimeRange: &types.SearchContactsTimeRange{Type: types.SearchContactsTimeRangeTypeInitiationTimestamp,
			StartTime: new(at(0).Std()), EndTime: new(at(86_400).Std())},
	}
}

// found returns the ids that a search finds on all its pages, in their order.
func (s *stage) found(in *sdk.SearchContactsInput) (ids []string) {
	s.Helper()
	asked := *in
	for {
		out := got(s.client.SearchContacts(s.ctx, &asked))
		for _, c := range out.Contacts {
			ids = append(ids, *c.Id)
		}
		if out.NextToken == nil {
			if int(*out.TotalCount) != len(ids) {
				s.Errorf("%d contacts are found, TotalCount is %d", len(ids), *out.TotalCount)
			}
			return ids
		}
		asked.NextToken = out.NextToken
	}
}

// A desk has contacts of all kinds, made second by second.
type desk struct {
	*stage
	support, sales, flow string
	ana                  string
	names                map[string]string // of contacts, by id
}

func newDesk(t *testing.T) *desk {
	d := &desk{stage: newStage(t, acd.Quotas{}), names: map[string]string{}}
	d.support, d.sales = d.queue(), d.queue()
	d.flow = d.flowInto(d.support)
	d.ana = d.user(d.profile(d.support))
	return d
}

// start makes a task, after a second.
func (d *desk) start(name, flow string, change func(*sdk.StartTaskContactInput)) string {
	d.Helper()
	d.turn(1)
	in := &sdk.StartTaskContactInput{InstanceId: &d.instance, ContactFlowId: &flow, Name: &name}
	if change != nil {
		change(in)
	}
	id := *got(d.client.StartTaskContact(d.ctx, in)).ContactId
	d.names[id] = name
	return id
}

// stop ends a contact, after a second.
func (d *desk) stop(contact string) {
	d.Helper()
	d.turn(1)
	got(d.client.StopContact(d.ctx, &sdk.StopContactInput{InstanceId: &d.instance, ContactId: &contact}))
}

// names what is found, and compares.
func (d *desk) finds(what string, in *sdk.SearchContactsInput, want string) {
	d.Helper()
	var names []string
	for _, id := range d.found(in) {
		names = append(names, d.names[id])
	}
	if got := strings.Join(names, " "); got != want {
		d.Errorf("%s: found %q, not %q", what, got, want)
	}
}

// fill makes six contacts: one and three have ended in support, two waits in sales, four was with ana and has ended,
// five waits in support with preferred agents, and six is a chat.
func (d *desk) fill() {
	d.Helper()
	one := d.start("one", d.flow, func(in *sdk.StartTaskContactInput) {
		in.Attributes = map[string]string{"plan": "gold"}
	})
	d.start("two", d.flowInto(d.sales), func(in *sdk.StartTaskContactInput) {
		in.Attributes = map[string]string{"plan": "silver"}
		in.SegmentAttributes = map[string]types.SegmentAttributeValue{"unit": {ValueString: new("billing")}}
	})
	d.stop(d.start("three", d.flow, nil))
	d.stop(one)
	d.put(d.ana, types.AgentStatusTypeRoutable)
	four := d.start("four", d.flow, nil)
	d.agent(acd.AcceptContact{UserID: acd.UserID(d.ana), ContactID: acd.ContactID(four)})
	d.stop(four)
	d.agent(acd.CompleteContact{UserID: acd.UserID(d.ana), ContactID: acd.ContactID(four)})
	d.put(d.ana, types.AgentStatusTypeOffline)
	five := d.start("five", d.flow, nil)
	if err := d.route(five, sdk.UpdateContactRoutingDataInput{RoutingCriteria: onlyFor(d.ana)}); err != nil {
		d.Fatal(err)
	}
	d.turn(1)
	d.names[*d.chat(d.flow).ContactId] = "six"
}

// onlyFor is one step for one agent.
func onlyFor(agent string) *types.RoutingCriteriaInput {
	match := &types.MatchCriteria{AgentsCriteria: &types.AgentsCriteria{AgentIds: []string{agent}}}
	return &types.RoutingCriteriaInput{Steps: []types.RoutingCriteriaInputStep{{Expression: &types.Expression{
		AttributeCondition: &types.AttributeCondition{ComparisonOperator: new("Match"), MatchCriteria: match}}}}}
}

// TestSearchContacts finds living and ended contacts by every criterion.
func TestSearchContacts(t *testing.T) {
	d := newDesk(t)
	d.fill()
	anas := func(m types.SearchContactsMatchType) *types.SearchCriteria {
		return &types.SearchCriteria{RoutingCriteria: &types.SearchableRoutingCriteria{
			Steps: []types.SearchableRoutingCriteriaStep{{AgentCriteria: &types.SearchableAgentCriteriaStep{
				AgentIds: []string{d.ana}, MatchType: m}}}}}
	}
	plan := func(m types.SearchContactsMatchType, values ...string) *types.SearchCriteria {
		return &types.SearchCriteria{SearchableContactAttributes: &types.SearchableContactAttributes{MatchType: m,
			Criteria: []types.SearchableContactAttributesCriteria{{Key: new("plan"), Values: values}}}}
	}
	everything := "six five four three two one"
	named := func(m types.SearchContactsMatchType, texts ...string) *types.SearchCriteria {
		return &types.SearchCriteria{Name: &types.NameCriteria{MatchType: m, SearchText: texts}}
	}
	methods := &types.SearchCriteria{Channels: []types.Channel{types.ChannelTask},
		InitiationMethods: []types.ContactInitiationMethod{types.ContactInitiationMethodApi}}
	unit := &types.SearchableSegmentAttributes{Criteria: []types.SearchableSegmentAttributesCriteria{{
		Key: new("unit"), Values: []string{"billing"}}}}
	x, y := types.TagCondition{TagKey: new("x")}, types.TagCondition{TagKey: new("y"), TagValue: new("z")}
	tags := func(f types.ControlPlaneTagFilter) *types.SearchCriteria {
		return &types.SearchCriteria{ContactTags: &f}
	}
	group := &types.AgentHierarchyGroups{L1Ids: []string{"g"}, L5Ids: []string{"h"}}
	said := &types.Transcript{Criteria: []types.TranscriptCriteria{{
		MatchType: types.SearchContactsMatchTypeMatchNone, ParticipantRole: "AGENT", SearchText: []string{"x"}}}}
	alone := &types.SearchContactsAdditionalTimeRange{MatchType: types.SearchContactsMatchTypeMatchAll,
		Criteria: []types.SearchContactsAdditionalTimeRangeCriteria{
			{TimestampCondition: &types.SearchContactsTimestampCondition{
				Type: "CONNECTED_TO_AGENT_TIMESTAMP", ConditionType: "NOT_EXISTS"}},
			{TimeRange: &types.SearchContactsTimeRange{
				Type: "DISCONNECT_TIMESTAMP", StartTime: new(at(0).Std()), EndTime: new(at(99).Std())}},
		}}
	for what, c := range map[string]struct {
		k    *types.SearchCriteria
		want string
	}{
		"all":            {nil, everything},
		"an empty one":   {&types.SearchCriteria{AgentIds: []string{}}, everything},
		"a queue":        {&types.SearchCriteria{QueueIds: []string{d.support}}, "six five four three one"},
		"a queue by ARN": {&types.SearchCriteria{QueueIds: []string{d.arn(acd.KindQueue, d.sales)}}, "two"},
		"an agent":       {&types.SearchCriteria{AgentIds: []string{d.ana}}, "four"},
		"both":           {&types.SearchCriteria{AgentIds: []string{d.ana}, QueueIds: []string{d.sales}}, ""},
		"channels":       {&types.SearchCriteria{Channels: []types.Channel{types.ChannelChat, types.ChannelVoice}}, "six"},
		"a method":       {&types.SearchCriteria{InitiationMethods: []types.ContactInitiationMethod{"OUTBOUND"}}, ""},
		"methods":        {methods, "five four three two one"},
		"a name":         {named("MATCH_ANY", "O", "VE"), "five four two one"},
		"exact":          {named("MATCH_EXACT", "two", "ONE"), "two"},
		"preferred":      {anas("MATCH_ANY"), "five"},
		"not preferred":  {anas("MATCH_NONE"), "six four three two one"},
		"attributes":     {plan("", "gold", "silver"), "two one"},
		"no attribute":   {plan("MATCH_NONE", "gold"), "six five four three two"},
		"a segment":      {&types.SearchCriteria{SearchableSegmentAttributes: unit}, "two"},
		"here":           {&types.SearchCriteria{ActiveRegions: []string{"eu-west-1", testRegion}}, everything},
		"elsewhere":      {&types.SearchCriteria{ActiveRegions: []string{"eu-west-1"}}, ""},
		"a group":        {&types.SearchCriteria{AgentHierarchyGroups: group}, ""},
		"a tag":          {tags(types.ControlPlaneTagFilter{TagCondition: &x}), ""},
		"tags": {tags(types.ControlPlaneTagFilter{OrConditions: [][]types.TagCondition{{x}, {y}},
			AndConditions: []types.TagCondition{y}}), ""},
		"no tags":         {tags(types.ControlPlaneTagFilter{}), everything},
		"transcripts":     {&types.SearchCriteria{ContactAnalysis: &types.ContactAnalysis{Transcript: said}}, ""},
		"no transcripts":  {&types.SearchCriteria{ContactAnalysis: &types.ContactAnalysis{}}, everything},
		"ended and alone": {&types.SearchCriteria{AdditionalTimeRange: alone}, "three one"},
	} {
		d.finds(what, d.search(c.k), c.want)
		paged := d.search(c.k)
		paged.MaxResults = new(int32(2))
		d.finds(what+", two a page", paged, c.want)
	}
}

// TestSearchContactsSorted finds by every time and sorts by every field; what lacks the field comes last.
func TestSearchContactsSorted(t *testing.T) {
	d := newDesk(t)
	d.fill()
	for moment, want := range map[types.SearchContactsTimeRangeType]string{
		"INITIATION_TIMESTAMP": "six five four three two one", "SCHEDULED_TIMESTAMP": "",
		"CONNECTED_TO_AGENT_TIMESTAMP": "four", "DISCONNECT_TIMESTAMP": "four one three",
		"ENQUEUE_TIMESTAMP": "six five four three two one",
	} {
		in := d.search(nil)
		in.TimeRange.Type = moment
		d.finds(string(moment), in, want)
	}
	for _, c := range []struct{ field, up, down string }{
		{"INITIATION_TIMESTAMP", "one two three four five six", "six five four three two one"},
		{"DISCONNECT_TIMESTAMP", "three one four two five six", "four one three six five two"},
		{"CONNECTED_TO_AGENT_TIMESTAMP", "four one two three five six", "four six five three two one"},
		{"SCHEDULED_TIMESTAMP", "one two three four five six", "six five four three two one"},
		{"CHANNEL", "six one two three four five", "five four three two one six"},
		{"INITIATION_METHOD", "one two three four five six", "six five four three two one"},
	} {
		for order, want := range map[types.SortOrder]string{"ASCENDING": c.up, "DESCENDING": c.down} {
			in := d.search(nil)
			in.Sort = &types.Sort{FieldName: types.SortableFieldName(c.field), Order: order}
			d.finds(c.field+" "+string(order), in, want)
			in.MaxResults = new(int32(1))
			d.finds(c.field+" "+string(order)+", one a page", in, want)
		}
	}
}

// TestSearchContactsScheduled finds a task by the time at which its flow is to run.
func TestSearchContactsScheduled(t *testing.T) {
	d := newDesk(t)
	d.start("now", d.flow, nil)
	d.start("later", d.flow, func(in *sdk.StartTaskContactInput) { in.ScheduledTime = new(at(7200).Std()) })
	in := d.search(nil)
	in.Sort = &types.Sort{FieldName: types.SortableFieldNameScheduledTimestamp, Order: types.SortOrderDescending}
	d.finds("sorted", in, "later now")
	in.TimeRange.Type = types.SearchContactsTimeRangeTypeScheduledTimestamp
	d.finds("scheduled", in, "later")
	same(t, "ScheduledTimestamp", *got(d.client.SearchContacts(d.ctx, in)).Contacts[0].ScheduledTimestamp, at(7200).Std())
	in.TimeRange.EndTime = new(at(7199).Std())
	d.finds("scheduled before", in, "")
}

// TestSearchContactsShown shows what a summary holds.
func TestSearchContactsShown(t *testing.T) {
	d := newDesk(t)
	d.fill()
	out := got(d.client.SearchContacts(d.ctx, d.search(&types.SearchCriteria{AgentIds: []string{d.ana}})))
	c, described := out.Contacts[0], d.describe(*out.Contacts[0].Id)
	same(t, "Arn", *c.Arn, *described.Arn)
	same(t, "AgentInfo.Id", *c.AgentInfo.Id, d.ana)
	same(t, "QueueInfo.Id", *c.QueueInfo.Id, d.support)
	same(t, "Channel", c.Channel, types.ChannelTask)
	same(t, "InitiationMethod", c.InitiationMethod, described.InitiationMethod)
	for what, pair := range map[string][2]*time.Time{
		"InitiationTimestamp": {c.InitiationTimestamp, described.InitiationTimestamp},
		"DisconnectTimestamp": {c.DisconnectTimestamp, described.DisconnectTimestamp},
		"EnqueueTimestamp":    {c.QueueInfo.EnqueueTimestamp, described.QueueInfo.EnqueueTimestamp},
		"ConnectedToAgent":    {c.AgentInfo.ConnectedToAgentTimestamp, described.AgentInfo.ConnectedToAgentTimestamp},
	} {
		same(t, what, *pair[0], *pair[1])
	}
	two := got(d.client.SearchContacts(d.ctx, d.search(&types.SearchCriteria{QueueIds: []string{d.sales}}))).Contacts[0]
	same(t, "unit", *two.SegmentAttributes["unit"].ValueString, "billing")
	five := got(d.client.SearchContacts(d.ctx, d.search(&types.SearchCriteria{
		Name: &types.NameCriteria{MatchType: "MATCH_EXACT", SearchText: []string{"five"}}}))).Contacts[0]
	same(t, "steps", len(five.RoutingCriteria.Steps), 1)
	integer, arn := int32(4), "arn:x"
	inner := map[string]acd.SegmentAttribute{"k": {ARN: &arn}}
	for _, a := range []acd.SegmentAttribute{{Integer: &integer}, {ARN: &arn}, {Map: inner}} {
		if shown := searchSegment(a); shown.ValueString == nil && len(shown.ValueMap) != 1 {
			t.Errorf("%+v is shown as %+v", a, shown)
		}
	}
}

// TestSearchContactsWhileTheyEnd pages while contacts come and go: what is there all the time is seen once.
func TestSearchContactsWhileTheyEnd(t *testing.T) {
	d := newDesk(t)
	var all []string
	for n := range 9 {
		all = append(all, d.start(fmt.Sprint("c", n), d.flow, nil))
	}
	slices.Reverse(all)
	in := d.search(nil)
	in.MaxResults = new(int32(2))
	var seen []string
	for n := 0; ; n++ {
		out := got(d.client.SearchContacts(d.ctx, in))
		for _, c := range out.Contacts {
			seen = append(seen, *c.Id)
		}
		if in.NextToken = out.NextToken; in.NextToken == nil {
			break
		}
		d.stop(all[2*n])
		if n == 0 {
			d.stop(all[8]) // which no page has shown yet
		}
		d.start("new", d.flow, nil)
		same(t, fmt.Sprintf("TotalCount of page %d", n), *out.TotalCount, int64(9+n))
	}
	if !slices.Equal(seen, all) {
		t.Errorf("seen %v\nnot  %v", seen, all)
	}
}

// TestSearchContactsRefused says what is wrong.
func TestSearchContactsRefused(t *testing.T) {
	d := newDesk(t)
	d.fill()
	first := d.search(nil)
	first.MaxResults = new(int32(2))
	token := got(d.client.SearchContacts(d.ctx, first)).NextToken
	hour := func(n int) *time.Time { return new(at(3600 * n).Std()) }
	type change = func(in *sdk.SearchContactsInput)
	times := func(c types.SearchContactsAdditionalTimeRangeCriteria) change {
		return func(in *sdk.SearchContactsInput) {
			in.SearchCriteria = &types.SearchCriteria{AdditionalTimeRange: &types.SearchContactsAdditionalTimeRange{
				MatchType: "MATCH_ALL", Criteria: []types.SearchContactsAdditionalTimeRangeCriteria{c}}}
		}
	}
	for want, change := range map[string]change{
		"TimeRange ends before it begins": func(in *sdk.SearchContactsInput) { in.TimeRange.EndTime = hour(-1) },
		"TimeRange spans 1345 hours":      func(in *sdk.SearchContactsInput) { in.TimeRange.EndTime = hour(8*7*24 + 1) },
		"TimeRange.Type must be one of":   func(in *sdk.SearchContactsInput) { in.TimeRange.Type = "NOON" },
		"MaxResults must be":              func(in *sdk.SearchContactsInput) { in.MaxResults = new(int32(101)) },
		"NextToken must come from the answer before": func(in *sdk.SearchContactsInput) {
			in.NextToken, in.TimeRange.EndTime = token, hour(2)
		},
		"Criteria[0].TimeRange ends before": times(types.SearchContactsAdditionalTimeRangeCriteria{
			TimeRange: &types.SearchContactsTimeRange{Type: "ENQUEUE_TIMESTAMP", StartTime: hour(2), EndTime: hour(1)}}),
	} {
		in := d.search(nil)
		change(in)
		_, err := d.client.SearchContacts(d.ctx, in)
		refused(t, err, "InvalidParameterException", 400, want)
	}
	in := d.search(&types.SearchCriteria{QueueIds: []string{d.arn(acd.KindUser, d.ana)}})
	_, err := d.client.SearchContacts(d.ctx, in)
	refused(t, err, "ResourceNotFoundException", 404, "queue")
	w := httptest.NewRecorder()
	d.unsigned().ServeHTTP(w, httptest.NewRequest("POST", "/search-contacts", strings.NewReader(`{"InstanceId":"`+
		d.instance+`","TimeRange":{"Type":"INITIATION_TIMESTAMP","StartTime":0,"EndTime":1},
		"SearchCriteria":{"AiAgents":{"Criteria":[]}}}`)))
	if !strings.Contains(w.Body.String(), "SearchCriteria.AiAgents must be left out") {
		t.Errorf("a search by AI agents: %s", w.Body)
	}
	for _, text := range []string{"", "x 1 ", "1 x "} {
		if _, err := readPosition(text); err == nil {
			t.Errorf("%q was read as a position", text)
		}
	}
	p := history.Position{At: 5, Word: "a b", Number: 7}
	if again, err := readPosition(writePosition(p)); err != nil || *again != p {
		t.Errorf("a position comes back as %v, %v", again, err)
	}
}
