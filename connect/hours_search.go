package connect

import (
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) searchHours(c *Call, in *sdk.SearchHoursOfOperationsInput) (
	*sdk.SearchHoursOfOperationsOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.SearchHoursOfOperationsOutput, error) {
		keep, err := keepTagged(value(in.SearchFilter).TagFilter, func(hours acd.HoursOfOperation) map[string]string {
			return i.Directory().Tags(acd.KindHours, string(hours.ID))
		})
		if err != nil {
			return nil, err
		}
		s := search[acd.HoursOfOperation, types.HoursOfOperationSearchCriteria]{
			things: i.Directory().HoursOfOperations(),
			key:    func(hours acd.HoursOfOperation) string { return nameKey(hours.Name, hours.ID) },
			fields: []searchField[acd.HoursOfOperation]{
				searchText("name", func(hours acd.HoursOfOperation) string { return hours.Name }),
				searchText("description", func(hours acd.HoursOfOperation) string { return hours.Description }),
				searchText("timezone", func(hours acd.HoursOfOperation) string { return hours.TimeZone }),
				searchID("resourceID", func(hours acd.HoursOfOperation) acd.HoursID { return hours.ID }),
			},
			node: hoursNode,
			keep: keep,
		}
		found, err := s.find(c, p.searchAsk(in.NextToken, in.MaxResults, in.SearchCriteria, in.SearchFilter),
			in.SearchCriteria)
		if err != nil {
			return nil, err
		}
		return &sdk.SearchHoursOfOperationsOutput{
			ApproximateTotalCount: found.total,
			NextToken:             found.next,
			HoursOfOperations: each(found.page, func(hours acd.HoursOfOperation) types.HoursOfOperation {
				return hoursShown(p, i, hours)
			}),
		}, nil
	})
}

func hoursNode(k *types.HoursOfOperationSearchCriteria) (
	searchNode[acd.HoursOfOperation, types.HoursOfOperationSearchCriteria], error,
) {
	return searchNode[acd.HoursOfOperation, types.HoursOfOperationSearchCriteria]{
		or: k.OrConditions, and: k.AndConditions, text: k.StringCondition,
	}, nil
}

// searchHoursOverrides looks through the overrides of all hours. They have no tags of their own: a filter on tags asks
// those of their hours (A0206).
func (h *handlers) searchHoursOverrides(c *Call, in *sdk.SearchHoursOfOperationOverridesInput) (
	*sdk.SearchHoursOfOperationOverridesOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.SearchHoursOfOperationOverridesOutput, error) {
		keep, err := keepTagged(value(in.SearchFilter).TagFilter, func(o acd.HoursOverride) map[string]string {
			return i.Directory().Tags(acd.KindHours, string(o.HoursID))
		})
		if err != nil {
			return nil, err
		}
		s := search[acd.HoursOverride, types.HoursOfOperationOverrideSearchCriteria]{
			key: overrideKey, fields: overrideFields(), node: overrideNode, keep: keep,
		}
		for _, hours := range i.Directory().HoursOfOperations() {
			s.things = append(s.things, i.Directory().HoursOverrides(hours.ID)...)
		}
		slices.SortFunc(s.things, func(a, b acd.HoursOverride) int { return strings.Compare(s.key(a), s.key(b)) })
		found, err := s.find(c, p.searchAsk(in.NextToken, in.MaxResults, in.SearchCriteria, in.SearchFilter),
			in.SearchCriteria)
		if err != nil {
			return nil, err
		}
		return &sdk.SearchHoursOfOperationOverridesOutput{
			ApproximateTotalCount: found.total,
			NextToken:             found.next,
			HoursOfOperationOverrides: each(found.page, func(o acd.HoursOverride) types.HoursOfOperationOverride {
				return overrideShown(p, o)
			}),
		}, nil
	})
}

func overrideKey(o acd.HoursOverride) string { return nameKey(o.Name, o.ID) }

// overrideFields are what a StringCondition may name (A0206).
func overrideFields() []searchField[acd.HoursOverride] {
	return []searchField[acd.HoursOverride]{
		searchText("name", func(o acd.HoursOverride) string { return o.Name }),
		searchText("description", func(o acd.HoursOverride) string { return o.Description }),
		searchText("overrideType", func(o acd.HoursOverride) string { return string(o.Type) }),
		searchID("resourceID", func(o acd.HoursOverride) acd.HoursOverrideID { return o.ID }),
		searchID("hoursOfOperationId", func(o acd.HoursOverride) acd.HoursID { return o.HoursID }),
	}
}

func overrideNode(k *types.HoursOfOperationOverrideSearchCriteria) (
	searchNode[acd.HoursOverride, types.HoursOfOperationOverrideSearchCriteria], error,
) {
	node := searchNode[acd.HoursOverride, types.HoursOfOperationOverrideSearchCriteria]{
		or: k.OrConditions, and: k.AndConditions, text: k.StringCondition,
	}
	if k.DateCondition == nil {
		return node, nil
	}
	test, err := dateTest(k.DateCondition)
	node.own = append(node.own, test)
	return node, err
}

// dateTest returns what a DateCondition asks of an override (A0206).
func dateTest(asked *types.DateCondition) (func(acd.HoursOverride) bool, error) {
	var read func(acd.HoursOverride) string
	switch name := value(asked.FieldName); strings.ToLower(name) {
	case "effectivefrom":
		read = func(o acd.HoursOverride) string { return o.From }
	case "effectivetill":
		read = func(o acd.HoursOverride) string { return o.Till }
	default:
		return nil, acd.Errorf(acd.Invalid, "DateCondition.FieldName must be effectiveFrom or effectiveTill, not %q", name)
	}
	if asked.Value == nil {
		return nil, acd.Errorf(acd.Invalid, "DateCondition.Value is required: give a date such as 2026-12-24")
	}
	holds := map[types.DateComparisonType]func(order int) bool{
		types.DateComparisonTypeGreaterThan:          func(order int) bool { return order > 0 },
		types.DateComparisonTypeGreaterThanOrEqualTo: func(order int) bool { return order >= 0 },
		types.DateComparisonTypeLessThan:             func(order int) bool { return order < 0 },
		types.DateComparisonTypeLessThanOrEqualTo:    func(order int) bool { return order <= 0 },
		types.DateComparisonTypeEqualTo:              func(order int) bool { return order == 0 },
	}[asked.ComparisonType]
	if holds == nil {
		return nil, acd.Errorf(acd.Invalid, "DateCondition.ComparisonType is required: give GREATER_THAN, LESS_THAN, "+
			"GREATER_THAN_OR_EQUAL_TO, LESS_THAN_OR_EQUAL_TO or EQUAL_TO")
	}
	return func(o acd.HoursOverride) bool { return holds(strings.Compare(read(o), *asked.Value)) }, nil
}
