package connect

import (
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) listAgentStatuses(c *Call, in *sdk.ListAgentStatusesInput) (*sdk.ListAgentStatusesOutput, error) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListAgentStatusesOutput, error) {
		statuses := slices.DeleteFunc(i.Directory().AgentStatuses(), func(s acd.AgentStatus) bool {
			return len(in.AgentStatusTypes) > 0 && !slices.Contains(in.AgentStatusTypes, types.AgentStatusType(s.Type))
		})
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, texts(in.AgentStatusTypes)...), statuses,
			func(s acd.AgentStatus) string { return nameKey(s.Name, s.ID) })
		if err != nil {
			return nil, err
		}
		return &sdk.ListAgentStatusesOutput{
			NextToken: next,
			AgentStatusSummaryList: each(found, func(s acd.AgentStatus) types.AgentStatusSummary {
				return types.AgentStatusSummary{
					Arn:                p.arn(acd.KindAgentStatus, string(s.ID)),
					Id:                 new(string(s.ID)),
					LastModifiedRegion: p.region(),
					LastModifiedTime:   stamp(s.LastModifiedAt),
					Name:               &s.Name,
					Type:               types.AgentStatusType(s.Type),
				}
			}),
		}, nil
	})
}

func (h *handlers) describeAgentStatus(c *Call, in *sdk.DescribeAgentStatusInput) (
	*sdk.DescribeAgentStatusOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.AgentStatusID](p, acd.KindAgentStatus, in.AgentStatusId)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribeAgentStatusOutput, error) {
		s, ok := i.Directory().AgentStatus(id)
		if !ok {
			return nil, unknown("agent status", id)
		}
		shown := &types.AgentStatus{
			AgentStatusARN:     p.arn(acd.KindAgentStatus, string(id)),
			AgentStatusId:      new(string(id)),
			Description:        word(s.Description),
			LastModifiedRegion: p.region(),
			LastModifiedTime:   stamp(s.LastModifiedAt),
			Name:               &s.Name,
			State:              types.AgentStatusStateDisabled,
			Tags:               i.Directory().Tags(acd.KindAgentStatus, string(id)),
			Type:               types.AgentStatusType(s.Type),
		}
		if s.Enabled {
			shown.State = types.AgentStatusStateEnabled
		}
		if s.DisplayOrder > 0 {
			shown.DisplayOrder = &s.DisplayOrder
		}
		return &sdk.DescribeAgentStatusOutput{AgentStatus: shown}, nil
	})
}

func (h *handlers) putUserStatus(c *Call, in *sdk.PutUserStatusInput) (*sdk.PutUserStatusOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.PutUserStatus{
		UserID:   idAt[acd.UserID](p, acd.KindUser, in.UserId),
		StatusID: idAt[acd.AgentStatusID](p, acd.KindAgentStatus, in.AgentStatusId),
	})
	return nil, err
}
