package connect

import (
	"slices"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// rightSettingSearches are right inputs of searches among smaller settings.
func (s *stage) rightSettingSearches() []asked {
	return []asked{
		{"SearchAgentStatuses", &sdk.SearchAgentStatusesInput{InstanceId: &s.instance}},
		{"SearchHoursOfOperations", &sdk.SearchHoursOfOperationsInput{InstanceId: &s.instance}},
		{"SearchHoursOfOperationOverrides", &sdk.SearchHoursOfOperationOverridesInput{InstanceId: &s.instance}},
		{"SearchPredefinedAttributes", &sdk.SearchPredefinedAttributesInput{InstanceId: &s.instance}},
		{"SearchQuickConnects", &sdk.SearchQuickConnectsInput{InstanceId: &s.instance}},
		{"SearchResourceTags", &sdk.SearchResourceTagsInput{InstanceId: &s.instance}},
	}
}

// settingSearchRefusals are what these searches cannot be asked.
func (c *cast) settingSearchRefusals() []refusal {
	empty := &types.StringCondition{FieldName: new("name"), Value: new("x")}
	odd := &types.StringCondition{FieldName: new("colour"), Value: new("x"),
		ComparisonType: types.StringComparisonTypeExact}
	keyless := &types.TagCondition{TagValue: new("x")}
	date := func(field, day *string, how types.DateComparisonType) asked {
		return c.but("SearchHoursOfOperationOverrides", "SearchCriteria", &types.HoursOfOperationOverrideSearchCriteria{
			DateCondition: &types.DateCondition{FieldName: field, Value: day, ComparisonType: how}})
	}
	from, day, equal := new("effectiveFrom"), new("2026-12-24"), types.DateComparisonTypeEqualTo
	hollow := []types.AgentStatusSearchCriteria{{}}
	return []refusal{
		{invalidR, 400, []string{"no condition"}, c.but("SearchAgentStatuses", "SearchCriteria",
			&types.AgentStatusSearchCriteria{AndConditions: hollow}), ""},
		{invalidP, 400, []string{"displayOrder", "colour"}, c.but("SearchAgentStatuses", "SearchCriteria",
			&types.AgentStatusSearchCriteria{StringCondition: odd}), ""},
		{invalidP, 400, []string{"TagKey"}, c.but("SearchAgentStatuses", "SearchFilter", &types.AgentStatusSearchFilter{
			AttributeFilter: &types.ControlPlaneAttributeFilter{TagCondition: keyless}}), ""},
		{invalidR, 400, []string{"no condition"}, c.but("SearchHoursOfOperations", "SearchCriteria",
			&types.HoursOfOperationSearchCriteria{OrConditions: []types.HoursOfOperationSearchCriteria{{}}}), ""},
		{invalidP, 400, []string{"timezone", "colour"}, c.but("SearchHoursOfOperations", "SearchCriteria",
			&types.HoursOfOperationSearchCriteria{StringCondition: odd}), ""},
		{invalidP, 400, []string{"TagKey"}, c.but("SearchHoursOfOperations", "SearchFilter",
			&types.HoursOfOperationSearchFilter{TagFilter: &types.ControlPlaneTagFilter{TagCondition: keyless}}), ""},
		{invalidR, 400, []string{"no condition"}, c.but("SearchHoursOfOperationOverrides", "SearchCriteria",
			&types.HoursOfOperationOverrideSearchCriteria{
				OrConditions: []types.HoursOfOperationOverrideSearchCriteria{{}}}), ""},
		{invalidP, 400, []string{"effectiveFrom", "colour"}, date(new("colour"), day, equal), ""},
		{invalidP, 400, []string{"Value"}, date(from, nil, equal), ""},
		{invalidP, 400, []string{"ComparisonType"}, date(from, day, ""), ""},
		{invalidP, 400, []string{"TagKey"}, c.but("SearchHoursOfOperationOverrides", "SearchFilter",
			&types.HoursOfOperationSearchFilter{TagFilter: &types.ControlPlaneTagFilter{TagCondition: keyless}}), ""},
		{invalidR, 400, []string{"no condition"}, c.but("SearchPredefinedAttributes", "SearchCriteria",
			&types.PredefinedAttributeSearchCriteria{OrConditions: []types.PredefinedAttributeSearchCriteria{{}}}), ""},
		{invalidP, 400, []string{"ComparisonType"}, c.but("SearchPredefinedAttributes", "SearchCriteria",
			&types.PredefinedAttributeSearchCriteria{StringCondition: empty}), ""},
		{invalidR, 400, []string{"no condition"}, c.but("SearchQuickConnects", "SearchCriteria",
			&types.QuickConnectSearchCriteria{OrConditions: []types.QuickConnectSearchCriteria{{}}}), ""},
		{invalidP, 400, []string{"resourceID", "colour"}, c.but("SearchQuickConnects", "SearchCriteria",
			&types.QuickConnectSearchCriteria{StringCondition: odd}), ""},
		{invalidP, 400, []string{"TagKey"}, c.but("SearchQuickConnects", "SearchFilter",
			&types.QuickConnectSearchFilter{TagFilter: &types.ControlPlaneTagFilter{TagCondition: keyless}}), ""},
		{invalidP, 400, []string{"ResourceTypes", "queue", "standard-queue"}, c.but("SearchResourceTags", "ResourceTypes",
			[]string{"queue"}), ""},
	}
}

// wanted is a condition on a text.
func wanted(field string, how types.StringComparisonType, v string) *types.StringCondition {
	return &types.StringCondition{FieldName: &field, ComparisonType: how, Value: &v}
}

// same checks a list of names.
func (s *stage) same(what string, found []string, want string, total *int64) {
	s.Helper()
	if got := strings.Join(found, ", "); got != want || total != nil && int(*total) != len(found) {
		s.Errorf("%s: found %q, not %q", what, got, want)
	}
}

func TestSearchAgentStatuses(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	lunch, tea := s.someStatus(), s.someStatus()
	lunch.Name, tea.Name, tea.Tags = new("Lunch"), new("Tea"), map[string]string{"team": "South"}
	tea.State, tea.DisplayOrder = types.AgentStatusStateDisabled, nil
	id := *got(s.client.CreateAgentStatus(s.ctx, lunch)).AgentStatusId
	got(s.client.CreateAgentStatus(s.ctx, tea))
	const exact = types.StringComparisonTypeExact
	for _, c := range []struct {
		what string
		text *types.StringCondition
		tag  *types.TagCondition
		want string
	}{
		{"everything", nil, nil, "Available, Lunch, Offline, Tea"},
		{"a name", wanted("name", exact, "lunch"), nil, "Lunch"},
		{"a description", wanted("description", types.StringComparisonTypeContains, "way"), nil, "Lunch, Tea"},
		{"a state", wanted("state", exact, "DISABLED"), nil, "Tea"},
		{"a type", wanted("type", exact, "ROUTABLE"), nil, "Available"},
		{"a place", wanted("displayOrder", exact, "7"), nil, "Lunch"},
		{"no place", wanted("displayOrder", exact, "0"), nil, ""},
		{"an id", wanted("resourceID", exact, id), nil, "Lunch"},
		{"a tag", nil, &types.TagCondition{TagKey: new("team"), TagValue: new("South")}, "Tea"},
	} {
		in := &sdk.SearchAgentStatusesInput{InstanceId: &s.instance}
		if c.text != nil {
			in.SearchCriteria = &types.AgentStatusSearchCriteria{StringCondition: c.text}
		}
		if c.tag != nil {
			in.SearchFilter = &types.AgentStatusSearchFilter{
				AttributeFilter: &types.ControlPlaneAttributeFilter{TagCondition: c.tag}}
		}
		found := got(s.client.SearchAgentStatuses(s.ctx, in))
		s.same(c.what, each(found.AgentStatuses, func(a types.AgentStatus) string { return *a.Name }), c.want,
			found.ApproximateTotalCount)
	}
}

func TestSearchHoursOfOperations(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	shop := got(s.client.CreateHoursOfOperation(s.ctx, &sdk.CreateHoursOfOperationInput{
		InstanceId: &s.instance, Name: new("Shop"), Description: new("Sells"), TimeZone: new("Asia/Tokyo"),
		Config: []types.HoursOfOperationConfig{}, Tags: map[string]string{"team": "North"}}))
	for _, o := range []struct{ hours, name, from, till string }{
		{*shop.HoursOfOperationId, "Xmas", "2026-12-24", "2026-12-26"},
		{*shop.HoursOfOperationId, "Easter", "2027-03-28", "2027-03-29"},
		{s.hours(), "Xmas", "2027-12-25", "2027-12-25"},
	} {
		got(s.client.CreateHoursOfOperationOverride(s.ctx, &sdk.CreateHoursOfOperationOverrideInput{
			InstanceId: &s.instance, HoursOfOperationId: &o.hours, Name: &o.name, EffectiveFrom: &o.from,
			EffectiveTill: &o.till, Config: []types.HoursOfOperationOverrideConfig{}}))
	}
	const exact = types.StringComparisonTypeExact
	north := &types.HoursOfOperationSearchFilter{TagFilter: &types.ControlPlaneTagFilter{
		TagCondition: &types.TagCondition{TagKey: new("team"), TagValue: new("North")}}}
	for _, c := range []struct {
		what   string
		text   *types.StringCondition
		filter *types.HoursOfOperationSearchFilter
		want   string
	}{
		{"everything", nil, nil, "Basic Hours, Shop"},
		{"a zone", wanted("timezone", types.StringComparisonTypeStartsWith, "asia/"), nil, "Shop"},
		{"a description", wanted("description", exact, "sells"), nil, "Shop"},
		{"an ARN", wanted("resourceID", exact, *shop.HoursOfOperationArn), nil, "Shop"},
		{"a tag", nil, north, "Shop"},
	} {
		in := &sdk.SearchHoursOfOperationsInput{InstanceId: &s.instance, SearchFilter: c.filter}
		if c.text != nil {
			in.SearchCriteria = &types.HoursOfOperationSearchCriteria{StringCondition: c.text}
		}
		found := got(s.client.SearchHoursOfOperations(s.ctx, in))
		s.same(c.what, each(found.HoursOfOperations, func(h types.HoursOfOperation) string { return *h.Name }), c.want,
			found.ApproximateTotalCount)
	}
	s.searchOverrides(*shop.HoursOfOperationArn, north)
}

// searchOverrides searches the overrides that TestSearchHoursOfOperations has made.
func (s *stage) searchOverrides(shop string, north *types.HoursOfOperationSearchFilter) {
	s.Helper()
	type criteria = types.HoursOfOperationOverrideSearchCriteria
	date := func(field string, how types.DateComparisonType, day string) criteria {
		return criteria{DateCondition: &types.DateCondition{FieldName: &field, ComparisonType: how, Value: &day}}
	}
	for _, c := range []struct {
		what     string
		criteria criteria
		filter   *types.HoursOfOperationSearchFilter
		want     string
	}{
		{"everything", criteria{}, nil, "Easter 2027-03-28, Xmas 2026-12-24, Xmas 2027-12-25"},
		{"a name", criteria{StringCondition: wanted("name", types.StringComparisonTypeStartsWith, "x")}, nil,
			"Xmas 2026-12-24, Xmas 2027-12-25"},
		{"a type", criteria{StringCondition: wanted("overrideType", types.StringComparisonTypeExact, "CLOSED")}, nil, ""},
		{"of some hours", criteria{StringCondition: wanted("hoursOfOperationId", types.StringComparisonTypeExact, shop)},
			nil, "Easter 2027-03-28, Xmas 2026-12-24"},
		{"later", date("effectiveFrom", types.DateComparisonTypeGreaterThan, "2027-03-28"), nil, "Xmas 2027-12-25"},
		{"from then on", date("effectiveFrom", types.DateComparisonTypeGreaterThanOrEqualTo, "2027-03-28"), nil,
			"Easter 2027-03-28, Xmas 2027-12-25"},
		{"earlier", date("EffectiveTill", types.DateComparisonTypeLessThan, "2027-03-29"), nil, "Xmas 2026-12-24"},
		{"until then", date("effectiveTill", types.DateComparisonTypeLessThanOrEqualTo, "2027-03-29"), nil,
			"Easter 2027-03-28, Xmas 2026-12-24"},
		{"between", criteria{AndConditions: []criteria{
			date("effectiveFrom", types.DateComparisonTypeLessThanOrEqualTo, "2026-12-25"),
			date("effectiveTill", types.DateComparisonTypeGreaterThanOrEqualTo, "2026-12-25")}}, nil, "Xmas 2026-12-24"},
		{"that day", date("effectiveFrom", types.DateComparisonTypeEqualTo, "2027-12-25"), nil, "Xmas 2027-12-25"},
		{"a tag of the hours", criteria{}, north, "Easter 2027-03-28, Xmas 2026-12-24"},
	} {
		in := &sdk.SearchHoursOfOperationOverridesInput{InstanceId: &s.instance, SearchCriteria: &c.criteria,
			SearchFilter: c.filter, MaxResults: new(int32(1))}
		var names []string
		var total *int64
		for pages := sdk.NewSearchHoursOfOperationOverridesPaginator(s.client, in); pages.HasMorePages(); {
			page := got(pages.NextPage(s.ctx))
			total = page.ApproximateTotalCount
			for _, o := range page.HoursOfOperationOverrides {
				names = append(names, *o.Name+" "+*o.EffectiveFrom)
			}
		}
		s.same(c.what, names, c.want, total)
	}
}

func TestSearchPredefinedAttributesAndQuickConnects(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	got(s.client.CreatePredefinedAttribute(s.ctx, &sdk.CreatePredefinedAttributeInput{InstanceId: &s.instance,
		Name: new("Colour"), Values: &types.PredefinedAttributeValuesMemberStringList{Value: []string{"Red"}},
		Purposes: []string{"Agent routing"}}))
	for want, text := range map[string]*types.StringCondition{ // order does not show: each stands alone
		"Colour, connect:Language, connect:Subtype": nil,
		"Colour": wanted("name", types.StringComparisonTypeContains, "LOUR"),
		"":       wanted("name", types.StringComparisonTypeStartsWith, "x"),
	} {
		in := &sdk.SearchPredefinedAttributesInput{InstanceId: &s.instance}
		if text != nil {
			in.SearchCriteria = &types.PredefinedAttributeSearchCriteria{StringCondition: text}
		}
		found := got(s.client.SearchPredefinedAttributes(s.ctx, in))
		s.same("attributes", each(found.PredefinedAttributes, func(a types.PredefinedAttribute) string { return *a.Name }),
			want, found.ApproximateTotalCount)
	}
	phone := func(name string, tags map[string]string) string {
		return *got(s.client.CreateQuickConnect(s.ctx, &sdk.CreateQuickConnectInput{InstanceId: &s.instance, Name: &name,
			Tags: tags, QuickConnectConfig: &types.QuickConnectConfig{QuickConnectType: types.QuickConnectTypePhoneNumber,
				PhoneConfig: &types.PhoneNumberQuickConnectConfig{PhoneNumber: new("+15550100")}}})).QuickConnectId
	}
	boss := phone("Boss", map[string]string{"team": "North"})
	phone("Doctor", nil)
	for _, c := range []struct {
		text *types.StringCondition
		tag  *types.TagCondition
		want string
	}{
		{nil, nil, "Boss, Doctor"},
		{wanted("name", types.StringComparisonTypeExact, "doctor"), nil, "Doctor"},
		{wanted("resourceID", types.StringComparisonTypeExact, boss), nil, "Boss"},
		{nil, &types.TagCondition{TagKey: new("team")}, "Boss"},
	} {
		in := &sdk.SearchQuickConnectsInput{InstanceId: &s.instance}
		if c.text != nil {
			in.SearchCriteria = &types.QuickConnectSearchCriteria{StringCondition: c.text}
		}
		if c.tag != nil {
			in.SearchFilter = &types.QuickConnectSearchFilter{TagFilter: &types.ControlPlaneTagFilter{TagCondition: c.tag}}
		}
		found := got(s.client.SearchQuickConnects(s.ctx, in))
		s.same("quick connects", each(found.QuickConnects, func(q types.QuickConnect) string { return *q.Name }), c.want,
			found.ApproximateTotalCount)
	}
}

func TestSearchResourceTags(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	home := acd.Account{Number: testAccount, Region: testRegion}.InstanceARN(acd.InstanceID(s.instance))
	got(s.client.TagResource(s.ctx, &sdk.TagResourceInput{ResourceArn: &home,
		Tags: map[string]string{"stage": "test"}}))
	gone := got(s.client.CreateHoursOfOperation(s.ctx, &sdk.CreateHoursOfOperationInput{InstanceId: &s.instance,
		Name: new("Gone"), TimeZone: new("UTC"), Config: []types.HoursOfOperationConfig{},
		Tags: map[string]string{"team": "Gone"}}))
	got(s.client.DeleteHoursOfOperation(s.ctx, &sdk.DeleteHoursOfOperationInput{InstanceId: &s.instance,
		HoursOfOperationId: gone.HoursOfOperationId}))
	s.newStatus() // team=North
	s.newStatus()
	for key, v := range map[string]string{"team": "South", "site": "Rome"} { // order does not show: sorted there
		got(s.client.CreateQueue(s.ctx, &sdk.CreateQueueInput{InstanceId: &s.instance, Name: s.name("queue"),
			HoursOfOperationId: new(s.hours()), Tags: map[string]string{key: v}}))
	}
	begins, contains := types.StringComparisonTypeStartsWith, types.StringComparisonTypeContains
	for _, c := range []struct {
		what  string
		kinds []string
		asked *types.TagSearchCondition
		want  string
	}{
		{"everything", nil, nil, "site=Rome, team=North, team=South"},
		{"of queues", []string{"standard-queue"}, nil, "site=Rome, team=South"},
		{"of statuses and prompts", []string{"agent-state", "prompt"}, nil, "team=North"},
		{"of what nobody has tagged", []string{"flow-module", "agent"}, nil, ""},
		{"a key", nil, &types.TagSearchCondition{TagKey: new("team")}, "team=North, team=South"},
		{"a key in capitals", nil, &types.TagSearchCondition{TagKey: new("TEAM")}, ""},
		{"a value", nil, &types.TagSearchCondition{TagValue: new("o"), TagValueComparisonType: contains},
			"site=Rome, team=North, team=South"},
		{"both", nil, &types.TagSearchCondition{TagKey: new("t"), TagKeyComparisonType: begins, TagValue: new("South"),
			TagValueComparisonType: types.StringComparisonTypeExact}, "team=South"},
	} {
		in := &sdk.SearchResourceTagsInput{InstanceId: &s.instance, ResourceTypes: c.kinds, MaxResults: new(int32(1))}
		if c.asked != nil {
			in.SearchCriteria = &types.ResourceTagsSearchCriteria{TagSearchCondition: c.asked}
		}
		var found []string
		for pages := sdk.NewSearchResourceTagsPaginator(s.client, in); pages.HasMorePages(); {
			for _, tag := range got(pages.NextPage(s.ctx)).Tags {
				found = append(found, *tag.Key+"="+*tag.Value)
			}
		}
		if !slices.IsSorted(found) {
			t.Errorf("%s: %v is not in order", c.what, found)
		}
		s.same(c.what, found, c.want, nil)
	}
}
