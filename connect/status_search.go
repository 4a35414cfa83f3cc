package connect

import (
	"strconv"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) searchAgentStatuses(c *Call, in *sdk.SearchAgentStatusesInput) (
	*sdk.SearchAgentStatusesOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.SearchAgentStatusesOutput, error) {
		keep, err := keepByAttribute(value(in.SearchFilter).AttributeFilter, func(s acd.AgentStatus) map[string]string {
			return i.Directory().Tags(acd.KindAgentStatus, string(s.ID))
		})
		if err != nil {
			return nil, err
		}
		s := search[acd.AgentStatus, types.AgentStatusSearchCriteria]{
			things: i.Directory().AgentStatuses(),
			key:    func(s acd.AgentStatus) string { return nameKey(s.Name, s.ID) },
			fields: statusFields(),
			node:   statusNode,
			keep:   keep,
		}
		found, err := s.find(c, p.searchAsk(in.NextToken, in.MaxResults, in.SearchCriteria, in.SearchFilter),
			in.SearchCriteria)
		if err != nil {
			return nil, err
		}
		return &sdk.SearchAgentStatusesOutput{
			ApproximateTotalCount: found.total,
			NextToken:             found.next,
			AgentStatuses:         each(found.page, func(s acd.AgentStatus) types.AgentStatus { return statusOut(p, i, s) }),
		}, nil
	})
}

func statusFields() []searchField[acd.AgentStatus] {
	return []searchField[acd.AgentStatus]{
		searchText("name", func(s acd.AgentStatus) string { return s.Name }),
		searchText("description", func(s acd.AgentStatus) string { return s.Description }),
		searchText("state", func(s acd.AgentStatus) string { return string(statusState(s)) }),
		searchText("type", func(s acd.AgentStatus) string { return string(s.Type) }),
		searchText("displayOrder", func(s acd.AgentStatus) string {
			if s.DisplayOrder == 0 {
				return ""
			}
			return strconv.Itoa(int(s.DisplayOrder))
		}),
		searchID("resourceID", func(s acd.AgentStatus) acd.AgentStatusID { return s.ID }),
	}
}

func statusNode(k *types.AgentStatusSearchCriteria) (
	searchNode[acd.AgentStatus, types.AgentStatusSearchCriteria], error,
) {
	return searchNode[acd.AgentStatus, types.AgentStatusSearchCriteria]{
		or: k.OrConditions, and: k.AndConditions, text: k.StringCondition,
	}, nil
}
