package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) searchContactFlows(c *Call, in *sdk.SearchContactFlowsInput) (*sdk.SearchContactFlowsOutput, error) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.SearchContactFlowsOutput, error) {
		keep, err := keepFlows(in.SearchFilter, func(f acd.ContactFlow) map[string]string {
			return i.Directory().Tags(acd.KindFlow, string(f.ID))
		})
		if err != nil {
			return nil, err
		}
		s := search[acd.ContactFlow, types.ContactFlowSearchCriteria]{
			things: i.Directory().Flows(),
			key:    func(f acd.ContactFlow) string { return nameKey(f.Name, f.ID) },
			fields: []searchField[acd.ContactFlow]{
				searchText("name", func(f acd.ContactFlow) string { return f.Name }),
				searchText("description", func(f acd.ContactFlow) string { return f.Description }),
				searchID("resourceID", func(f acd.ContactFlow) acd.FlowID { return f.ID }),
			},
			node: flowNode,
			keep: keep,
		}
		found, err := s.find(c, p.searchAsk(in.NextToken, in.MaxResults, in.SearchCriteria, in.SearchFilter),
			in.SearchCriteria)
		if err != nil {
			return nil, err
		}
		return &sdk.SearchContactFlowsOutput{
			ApproximateTotalCount: found.total,
			NextToken:             found.next,
			ContactFlows: each(found.page, func(f acd.ContactFlow) types.ContactFlow {
				return *contactFlow(p, i, f)
			}),
		}, nil
	})
}

func flowNode(k *types.ContactFlowSearchCriteria) (
	searchNode[acd.ContactFlow, types.ContactFlowSearchCriteria], error,
) {
	node := searchNode[acd.ContactFlow, types.ContactFlowSearchCriteria]{
		or: k.OrConditions, and: k.AndConditions, text: k.StringCondition,
	}
	if k.TypeCondition != "" {
		node.own = append(node.own, ofType(k.TypeCondition))
	}
	if k.StateCondition != "" {
		node.own = append(node.own, func(f acd.ContactFlow) bool { return acd.StateOf(f.State) == string(k.StateCondition) })
	}
	if k.StatusCondition != "" {
		node.own = append(node.own, func(f acd.ContactFlow) bool { return f.Status == string(k.StatusCondition) })
	}
	return node, nil
}

func ofType(want types.ContactFlowType) func(acd.ContactFlow) bool {
	return func(f acd.ContactFlow) bool { return f.Type == string(want) }
}

// keepFlows returns what the filters of a search for flows let through.
func keepFlows(in *types.ContactFlowSearchFilter, tags func(acd.ContactFlow) map[string]string) (
	func(acd.ContactFlow) bool, error,
) {
	if in == nil {
		return nil, nil
	}
	byTag, err := keepTagged(in.TagFilter, tags)
	if err != nil || in.FlowAttributeFilter == nil {
		return byTag, err
	}
	byAttribute, err := keepByFlowAttribute(in.FlowAttributeFilter, tags)
	if err != nil || byTag == nil {
		return byAttribute, err
	}
	return allOf([]func(acd.ContactFlow) bool{byTag, byAttribute}), nil
}

// keepByFlowAttribute returns what a filter on tags and types lets through: all that it has must hold, and one of its
// OrConditions (A0182).
func keepByFlowAttribute(f *types.ContactFlowAttributeFilter, tags func(acd.ContactFlow) map[string]string) (
	func(acd.ContactFlow) bool, error,
) {
	const path = "SearchFilter.FlowAttributeFilter"
	both := func(conditions []types.TagCondition, of *types.ContactFlowTypeCondition) (func(acd.ContactFlow) bool, error) {
		return func(flow acd.ContactFlow) bool {
			return hasTags(tags(flow), conditions) && (of == nil || of.ContactFlowType == "" || ofType(of.ContactFlowType)(flow))
		}, checkTagConditions(conditions, path)
	}
	var single []types.TagCondition
	if f.TagCondition != nil {
		single = append(single, *f.TagCondition)
	}
	one, err := both(single, f.ContactFlowTypeCondition)
	if err != nil {
		return nil, err
	}
	tests := []func(acd.ContactFlow) bool{one}
	if f.AndCondition != nil {
		and, err := both(f.AndCondition.TagConditions, f.AndCondition.ContactFlowTypeCondition)
		if err != nil {
			return nil, err
		}
		tests = append(tests, and)
	}
	var or []func(acd.ContactFlow) bool
	for _, condition := range f.OrConditions {
		test, err := both(condition.TagConditions, condition.ContactFlowTypeCondition)
		if err != nil {
			return nil, err
		}
		or = append(or, test)
	}
	if len(or) > 0 {
		tests = append(tests, anyOf(or))
	}
	return allOf(tests), nil
}
