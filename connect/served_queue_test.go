package connect

import (
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// rightQueueSettings change, search and delete queues.
func (s *stage) rightQueueSettings() []asked {
	return []asked{
		{"SearchQueues", &sdk.SearchQueuesInput{InstanceId: &s.instance}},
	}
}

// rightProfileSettings change, search and delete routing profiles.
func (s *stage) rightProfileSettings() []asked {
	return []asked{
		{"SearchRoutingProfiles", &sdk.SearchRoutingProfilesInput{InstanceId: &s.instance}},
	}
}

// named is a condition on a name.
func named(name string) *types.StringCondition {
	return &types.StringCondition{FieldName: new("name"), Value: &name, ComparisonType: types.StringComparisonTypeExact}
}

// searchRefusals are what a search cannot be asked.
func (c *cast) searchRefusals() []refusal {
	queues := func(k types.QueueSearchCriteria) asked { return c.but("SearchQueues", "SearchCriteria", &k) }
	text := func(condition types.StringCondition) asked {
		return queues(types.QueueSearchCriteria{OrConditions: []types.QueueSearchCriteria{{StringCondition: &condition}}})
	}
	deep := types.QueueSearchCriteria{StringCondition: named("a")}
	for range searchDepthMax {
		deep = types.QueueSearchCriteria{AndConditions: []types.QueueSearchCriteria{deep}}
	}
	wide := types.QueueSearchCriteria{StringCondition: named("a")}
	for range searchConditionsMax {
		wide.OrConditions = append(wide.OrConditions, types.QueueSearchCriteria{StringCondition: named("a")})
	}
	contains := func(v string) types.StringCondition {
		return types.StringCondition{FieldName: new("Name"), Value: &v, ComparisonType: types.StringComparisonTypeContains}
	}
	keyless := &types.ControlPlaneTagFilter{OrConditions: [][]types.TagCondition{{{TagValue: new("Blue")}}}}
	return []refusal{
		{invalidR, 400, []string{"AndConditions[0]", "10 levels"}, queues(deep), ""},
		{invalidR, 400, []string{"500 conditions"}, queues(wide), ""},
		{invalidR, 400, []string{"OrConditions[0]", "no condition"}, queues(types.QueueSearchCriteria{
			OrConditions: []types.QueueSearchCriteria{{}}}), ""},
		{invalidP, 400, []string{"OrConditions[0].StringCondition.FieldName", "name, description, resourceID", "size"},
			text(types.StringCondition{FieldName: new("size"), Value: new("9"),
				ComparisonType: types.StringComparisonTypeExact}), ""},
		{invalidP, 400, []string{"FieldName"}, text(types.StringCondition{Value: new("9"),
			ComparisonType: types.StringComparisonTypeExact}), ""},
		{invalidP, 400, []string{"Value"}, text(types.StringCondition{FieldName: new("name"),
			ComparisonType: types.StringComparisonTypeExact}), ""},
		{invalidP, 400, []string{"ComparisonType", "STARTS_WITH"}, text(types.StringCondition{FieldName: new("name"),
			Value: new("a")}), ""},
		{invalidP, 400, []string{"1 characters", "2 to 25"}, text(contains("a")), ""},
		{invalidP, 400, []string{"26 characters", "2 to 25"}, text(contains(strings.Repeat("a", 26))), ""},
		{invalidP, 400, []string{"TagFilter", "TagKey"}, c.but("SearchQueues", "SearchFilter",
			&types.QueueSearchFilter{TagFilter: keyless}), ""},
		{invalidP, 400, []string{"associatedQueueIds"}, c.but("SearchRoutingProfiles", "SearchCriteria",
			&types.RoutingProfileSearchCriteria{StringCondition: &types.StringCondition{FieldName: new("timezone"),
				Value: new("x"), ComparisonType: types.StringComparisonTypeExact}}), ""},
		{invalidR, 400, []string{"AndConditions[0]"}, c.but("SearchRoutingProfiles", "SearchCriteria",
			&types.RoutingProfileSearchCriteria{AndConditions: []types.RoutingProfileSearchCriteria{{}}}), ""},
	}
}
