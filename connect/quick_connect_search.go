package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) searchQuickConnects(c *Call, in *sdk.SearchQuickConnectsInput) (
	*sdk.SearchQuickConnectsOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.SearchQuickConnectsOutput, error) {
		keep, err := keepTagged(value(in.SearchFilter).TagFilter, func(q acd.QuickConnect) map[string]string {
			return i.Directory().Tags(acd.KindQuickConnect, string(q.ID))
		})
		if err != nil {
			return nil, err
		}
		s := search[acd.QuickConnect, types.QuickConnectSearchCriteria]{
			things: i.Directory().QuickConnects(),
			key:    quickConnectOrder,
			fields: []searchField[acd.QuickConnect]{
				searchText("name", func(q acd.QuickConnect) string { return q.Name }),
				searchText("description", func(q acd.QuickConnect) string { return q.Description }),
				searchID("resourceID", func(q acd.QuickConnect) acd.QuickConnectID { return q.ID }),
			},
			node: quickConnectNode,
			keep: keep,
		}
		found, err := s.find(c, p.searchAsk(in.NextToken, in.MaxResults, in.SearchCriteria, in.SearchFilter),
			in.SearchCriteria)
		if err != nil {
			return nil, err
		}
		return &sdk.SearchQuickConnectsOutput{
			ApproximateTotalCount: found.total,
			NextToken:             found.next,
			QuickConnects: each(found.page, func(q acd.QuickConnect) types.QuickConnect {
				return quickConnectShown(p, i, q)
			}),
		}, nil
	})
}

func quickConnectNode(k *types.QuickConnectSearchCriteria) (
	searchNode[acd.QuickConnect, types.QuickConnectSearchCriteria], error,
) {
	return searchNode[acd.QuickConnect, types.QuickConnectSearchCriteria]{
		or: k.OrConditions, and: k.AndConditions, text: k.StringCondition,
	}, nil
}
