package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) searchContactFlowModules(c *Call, in *sdk.SearchContactFlowModulesInput) (
	*sdk.SearchContactFlowModulesOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.SearchContactFlowModulesOutput, error) {
		keep, err := keepTagged(value(in.SearchFilter).TagFilter, func(m acd.ContactFlowModule) map[string]string {
			return i.Directory().Tags(acd.KindFlowModule, string(m.ID))
		})
		if err != nil {
			return nil, err
		}
		s := search[acd.ContactFlowModule, types.ContactFlowModuleSearchCriteria]{
			things: i.Directory().FlowModules(),
			key:    func(m acd.ContactFlowModule) string { return nameKey(m.Name, m.ID) },
			fields: []searchField[acd.ContactFlowModule]{
				searchText("name", func(m acd.ContactFlowModule) string { return m.Name }),
				searchText("description", func(m acd.ContactFlowModule) string { return m.Description }),
				searchID("resourceID", func(m acd.ContactFlowModule) acd.FlowModuleID { return m.ID }),
			},
			node: flowModuleNode,
			keep: keep,
		}
		found, err := s.find(c, p.searchAsk(in.NextToken, in.MaxResults, in.SearchCriteria, in.SearchFilter),
			in.SearchCriteria)
		if err != nil {
			return nil, err
		}
		return &sdk.SearchContactFlowModulesOutput{
			ApproximateTotalCount: found.total,
			NextToken:             found.next,
			ContactFlowModules: each(found.page, func(m acd.ContactFlowModule) types.ContactFlowModule {
				return *contactFlowModule(p, i, m)
			}),
		}, nil
	})
}

func flowModuleNode(k *types.ContactFlowModuleSearchCriteria) (
	searchNode[acd.ContactFlowModule, types.ContactFlowModuleSearchCriteria], error,
) {
	node := searchNode[acd.ContactFlowModule, types.ContactFlowModuleSearchCriteria]{
		or: k.OrConditions, and: k.AndConditions, text: k.StringCondition,
	}
	if k.StateCondition != "" {
		node.own = append(node.own, func(m acd.ContactFlowModule) bool {
			return acd.StateOf(m.State) == string(k.StateCondition)
		})
	}
	if k.StatusCondition != "" {
		node.own = append(node.own, func(m acd.ContactFlowModule) bool { return m.Status == string(k.StatusCondition) })
	}
	return node, nil
}
