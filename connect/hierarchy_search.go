package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) searchUserHierarchyGroups(c *Call, in *sdk.SearchUserHierarchyGroupsInput) (
	*sdk.SearchUserHierarchyGroupsOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.SearchUserHierarchyGroupsOutput, error) {
		keep, err := keepByAttribute(value(in.SearchFilter).AttributeFilter, func(g acd.HierarchyGroup) map[string]string {
			return i.Directory().Tags(acd.KindHierarchyGroup, string(g.ID))
		})
		if err != nil {
			return nil, err
		}
		type criteria = types.UserHierarchyGroupSearchCriteria
		s := search[acd.HierarchyGroup, criteria]{
			things: i.Directory().HierarchyGroups(),
			key:    func(g acd.HierarchyGroup) string { return nameKey(g.Name, g.ID) },
			fields: []searchField[acd.HierarchyGroup]{
				searchText("name", func(g acd.HierarchyGroup) string { return g.Name }),
				searchID("parentId", func(g acd.HierarchyGroup) acd.HierarchyGroupID { return g.Parent() }),
				searchID("levelId", func(g acd.HierarchyGroup) string { return acd.HierarchyLevelID(len(g.Path)) }),
				searchID("resourceID", func(g acd.HierarchyGroup) acd.HierarchyGroupID { return g.ID }),
			},
			node: func(k *criteria) (searchNode[acd.HierarchyGroup, criteria], error) {
				return searchNode[acd.HierarchyGroup, criteria]{
					or: k.OrConditions, and: k.AndConditions, text: k.StringCondition,
				}, nil
			},
			keep: keep,
		}
		found, err := s.find(c, p.searchAsk(in.NextToken, in.MaxResults, in.SearchCriteria, in.SearchFilter),
			in.SearchCriteria)
		if err != nil {
			return nil, err
		}
		return &sdk.SearchUserHierarchyGroupsOutput{
			ApproximateTotalCount: found.total,
			NextToken:             found.next,
			UserHierarchyGroups: each(found.page, func(g acd.HierarchyGroup) types.HierarchyGroup {
				return p.hierarchyGroup(i, g)
			}),
		}, nil
	})
}
