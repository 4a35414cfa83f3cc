package connect

import (
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// A shop is a stage with queues to look for.
type shop struct {
	*stage
	ids map[string]string // of queues, by name
}

func newShop(t *testing.T) *shop {
	s := &shop{newStage(t, acd.Quotas{}), map[string]string{}}
	for _, q := range []struct{ name, description, tags string }{
		{"Billing", "Money matters", "team=Blue"},
		{"Sales", "New customers", "team=Red site=Rome"},
		{"Sales Spain", "Clientes nuevos", "team=Blue site=Rome"},
		{"Support", "Everything else", "site=Oslo"},
	} {
		in := &sdk.CreateQueueInput{InstanceId: &s.instance, Name: &q.name, Description: &q.description,
			HoursOfOperationId: new(s.hours()), Tags: map[string]string{}}
		for pair := range strings.FieldsSeq(q.tags) {
			key, v, _ := strings.Cut(pair, "=")
			in.Tags[key] = v
		}
		s.ids[q.name] = *got(s.client.CreateQueue(s.ctx, in)).QueueId
	}
	return s
}

// finds checks the names of the queues that a search finds on all its pages, two queues each.
func (s *shop) finds(what string, in sdk.SearchQueuesInput, want string) {
	s.Helper()
	in.InstanceId, in.MaxResults = &s.instance, new(int32(2))
	var names []string
	pages := sdk.NewSearchQueuesPaginator(s.client, &in)
	total := 0
	for pages.HasMorePages() {
		page := got(pages.NextPage(s.ctx))
		total = int(*page.ApproximateTotalCount)
		for _, q := range page.Queues {
			names = append(names, *q.Name)
		}
	}
	if found := strings.Join(names, ", "); found != want || total != len(names) {
		s.Errorf("%s: found %d, %q, not %q", what, total, found, want)
	}
}

func TestSearchByConditions(t *testing.T) {
	s := newShop(t)
	text := func(field string, how types.StringComparisonType, v string) types.QueueSearchCriteria {
		return types.QueueSearchCriteria{
			StringCondition: &types.StringCondition{FieldName: &field, ComparisonType: how, Value: &v}}
	}
	const exact, begins, contains = types.StringComparisonTypeExact, types.StringComparisonTypeStartsWith,
		types.StringComparisonTypeContains
	queues := func(all ...types.QueueSearchCriteria) []types.QueueSearchCriteria { return all }
	for _, c := range []struct {
		what     string
		criteria types.QueueSearchCriteria
		want     string
	}{
		{"nothing asked", types.QueueSearchCriteria{}, "BasicQueue, Billing, Sales, Sales Spain, Support"},
		{"an empty list", types.QueueSearchCriteria{OrConditions: queues()},
			"BasicQueue, Billing, Sales, Sales Spain, Support"},
		{"a type", types.QueueSearchCriteria{QueueTypeCondition: types.SearchableQueueTypeStandard},
			"BasicQueue, Billing, Sales, Sales Spain, Support"},
		{"a name", text("name", exact, "Sales"), "Sales"},
		{"a name in other letters", text("Name", exact, "sALES"), "Sales"},
		{"a beginning", text("name", begins, "s"), "Sales, Sales Spain, Support"},
		{"a part", text("name", contains, "ill"), "Billing"},
		{"a part of a description", text("description", contains, "NEW"), "Sales"},
		{"an id", text("resourceID", exact, s.ids["Support"]), "Support"},
		{"an ARN", text("resourceId", exact, s.arn(acd.KindQueue, s.ids["Support"])), "Support"},
		{"either", types.QueueSearchCriteria{OrConditions: queues(text("name", exact, "Billing"),
			text("name", exact, "Support"))}, "Billing, Support"},
		{"both", types.QueueSearchCriteria{AndConditions: queues(text("name", begins, "Sales"),
			text("description", contains, "Clientes"))}, "Sales Spain"},
		{"a tree", types.QueueSearchCriteria{AndConditions: queues(text("name", begins, "s"),
			types.QueueSearchCriteria{OrConditions: queues(text("description", begins, "New"),
				text("description", begins, "Every"))})}, "Sales, Support"},
		{"all members hold together", types.QueueSearchCriteria{
			StringCondition: named("Sales"), AndConditions: queues(text("name", begins, "S")),
			OrConditions: queues(text("name", begins, "Sal"), text("name", begins, "Sup"))}, "Sales"},
		{"members that contradict", types.QueueSearchCriteria{
			StringCondition: named("Billing"), AndConditions: queues(text("name", begins, "S"))}, ""},
	} {
		s.finds(c.what, sdk.SearchQueuesInput{SearchCriteria: &c.criteria}, c.want)
	}
}

func TestSearchByTags(t *testing.T) {
	s := newShop(t)
	tag := func(key, v string) types.TagCondition { return types.TagCondition{TagKey: &key, TagValue: &v} }
	blue, red, rome := tag("team", "Blue"), tag("team", "Red"), tag("site", "Rome")
	for _, c := range []struct {
		what   string
		filter types.ControlPlaneTagFilter
		want   string
	}{
		{"nothing asked", types.ControlPlaneTagFilter{}, "BasicQueue, Billing, Sales, Sales Spain, Support"},
		{"one tag", types.ControlPlaneTagFilter{TagCondition: &blue}, "Billing, Sales Spain"},
		{"any value", types.ControlPlaneTagFilter{TagCondition: &types.TagCondition{TagKey: new("team")}},
			"Billing, Sales, Sales Spain"},
		{"another case", types.ControlPlaneTagFilter{TagCondition: new(tag("team", "blue"))}, ""},
		{"both", types.ControlPlaneTagFilter{AndConditions: []types.TagCondition{blue, rome}}, "Sales Spain"},
		{"either", types.ControlPlaneTagFilter{OrConditions: [][]types.TagCondition{{blue, rome}, {red}}},
			"Sales, Sales Spain"},
		{"all three", types.ControlPlaneTagFilter{TagCondition: &rome, AndConditions: []types.TagCondition{blue},
			OrConditions: [][]types.TagCondition{{red}, {blue}}}, "Sales Spain"},
	} {
		s.finds(c.what, sdk.SearchQueuesInput{SearchFilter: &types.QueueSearchFilter{TagFilter: &c.filter}}, c.want)
	}
	starts := types.QueueSearchCriteria{StringCondition: &types.StringCondition{
		FieldName: new("name"), Value: new("Sales"), ComparisonType: types.StringComparisonTypeStartsWith}}
	s.finds("criteria and a filter", sdk.SearchQueuesInput{SearchCriteria: &starts,
		SearchFilter: &types.QueueSearchFilter{TagFilter: &types.ControlPlaneTagFilter{TagCondition: &red}}}, "Sales")
}

// TestSearchByAttributes asks the filter that some searches have in place of a filter on tags.
func TestSearchByAttributes(t *testing.T) {
	condition := func(key string) types.TagCondition { return types.TagCondition{TagKey: &key} }
	all := func(keys ...string) (c types.CommonAttributeAndCondition) {
		for _, key := range keys {
			c.TagConditions = append(c.TagConditions, condition(key))
		}
		return c
	}
	has := func(keys string) map[string]string {
		tags := map[string]string{}
		for key := range strings.FieldsSeq(keys) {
			tags[key] = "x"
		}
		return tags
	}
	for _, c := range []struct {
		filter types.ControlPlaneAttributeFilter
		keeps  string
		drops  string
	}{
		{types.ControlPlaneAttributeFilter{TagCondition: new(condition("a"))}, "a", "b"},
		{types.ControlPlaneAttributeFilter{AndCondition: new(all("a", "b"))}, "a b", "a"},
		{types.ControlPlaneAttributeFilter{OrConditions: []types.CommonAttributeAndCondition{all("a", "b"), all("c")}},
			"c", "a"},
		{types.ControlPlaneAttributeFilter{AndCondition: new(all("a")),
			OrConditions: []types.CommonAttributeAndCondition{all("b"), all("c")}}, "a c", "b c"},
	} {
		keep := got(keepByAttribute(&c.filter, has))
		if !keep(c.keeps) || keep(c.drops) {
			t.Errorf("%s keeps %q: %v, and %q: %v", show(&c.filter), c.keeps, keep(c.keeps), c.drops, keep(c.drops))
		}
	}
	_, err := keepByAttribute(&types.ControlPlaneAttributeFilter{TagCondition: &types.TagCondition{}}, has)
	if err == nil || !strings.Contains(err.Error(), "AttributeFilter") {
		t.Errorf("a condition without a key: %v", err)
	}
	if keep, err := keepByAttribute(nil, has); keep != nil || err != nil {
		t.Errorf("no filter keeps something back: %v", err)
	}
}

// TestSearchTokens turns the page of one search with the token of another.
func TestSearchTokens(t *testing.T) {
	s := newShop(t)
	starts := &types.QueueSearchCriteria{StringCondition: &types.StringCondition{
		FieldName: new("name"), Value: new("S"), ComparisonType: types.StringComparisonTypeStartsWith}}
	in := sdk.SearchQueuesInput{InstanceId: &s.instance, SearchCriteria: starts, MaxResults: new(int32(1))}
	token := got(s.client.SearchQueues(s.ctx, &in)).NextToken
	for _, other := range []sdk.SearchQueuesInput{
		{InstanceId: &s.instance, NextToken: token},
		{InstanceId: &s.instance, NextToken: token, SearchCriteria: starts, SearchFilter: &types.QueueSearchFilter{
			TagFilter: &types.ControlPlaneTagFilter{}}},
	} {
		_, err := s.client.SearchQueues(s.ctx, &other)
		refused(t, err, "InvalidParameterException", 400, "NextToken")
	}
	in.NextToken, in.MaxResults = token, new(int32(9))
	if rest := got(s.client.SearchQueues(s.ctx, &in)); len(rest.Queues) != 2 || *rest.ApproximateTotalCount != 3 {
		t.Errorf("behind the token are %d of %d", len(rest.Queues), *rest.ApproximateTotalCount)
	}
}

// TestSearchRoutingProfiles looks for the profiles that list a queue, and at what is shown of them.
func TestSearchRoutingProfiles(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	profile := s.profile(queue)
	s.profile(s.queue())
	found := got(s.client.SearchRoutingProfiles(s.ctx, &sdk.SearchRoutingProfilesInput{
		InstanceId: &s.instance, SearchCriteria: &types.RoutingProfileSearchCriteria{
			StringCondition: &types.StringCondition{FieldName: new("associatedQueueIds"),
				Value: new(s.arn(acd.KindQueue, queue)), ComparisonType: types.StringComparisonTypeExact}},
	})).RoutingProfiles
	if len(found) != 1 || *found[0].RoutingProfileId != profile {
		t.Fatalf("found %d profiles", len(found))
	}
	whole := *got(s.client.DescribeRoutingProfile(s.ctx, &sdk.DescribeRoutingProfileInput{
		InstanceId: &s.instance, RoutingProfileId: &profile})).RoutingProfile
	whole.AgentAvailabilityTimer, whole.LastModifiedRegion, whole.LastModifiedTime = "", nil, nil
	for n := range whole.MediaConcurrencies {
		whole.MediaConcurrencies[n].CrossChannelBehavior = nil
	}
	if show(&found[0]) != show(&whole) {
		t.Errorf("the search shows %s\nnot %s", show(&found[0]), show(&whole))
	}
}
