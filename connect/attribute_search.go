package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

// searchPredefinedAttributes looks through the attributes by their names, the only texts they have (A0206).
func (h *handlers) searchPredefinedAttributes(c *Call, in *sdk.SearchPredefinedAttributesInput) (
	*sdk.SearchPredefinedAttributesOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.SearchPredefinedAttributesOutput, error) {
		s := search[acd.PredefinedAttribute, types.PredefinedAttributeSearchCriteria]{
			things: i.Directory().Attributes(),
			key:    func(a acd.PredefinedAttribute) string { return a.Name },
			fields: []searchField[acd.PredefinedAttribute]{
				searchText("name", func(a acd.PredefinedAttribute) string { return a.Name }),
			},
			node: attributeNode,
		}
		found, err := s.find(c, p.searchAsk(in.NextToken, in.MaxResults, in.SearchCriteria, nil), in.SearchCriteria)
		if err != nil {
			return nil, err
		}
		return &sdk.SearchPredefinedAttributesOutput{
			ApproximateTotalCount: found.total,
			NextToken:             found.next,
			PredefinedAttributes: each(found.page, func(a acd.PredefinedAttribute) types.PredefinedAttribute {
				return attributeShown(p, a)
			}),
		}, nil
	})
}

func attributeNode(k *types.PredefinedAttributeSearchCriteria) (
	searchNode[acd.PredefinedAttribute, types.PredefinedAttributeSearchCriteria], error,
) {
	return searchNode[acd.PredefinedAttribute, types.PredefinedAttributeSearchCriteria]{
		or: k.OrConditions, and: k.AndConditions, text: k.StringCondition,
	}, nil
}
