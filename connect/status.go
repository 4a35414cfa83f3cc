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
		return &sdk.DescribeAgentStatusOutput{AgentStatus: new(statusOut(p, i, s))}, nil
	})
}

func statusOut(p *place, i *instance.Instance, s acd.AgentStatus) types.AgentStatus {
	shown := types.AgentStatus{
		AgentStatusARN:     p.arn(acd.KindAgentStatus, string(s.ID)),
		AgentStatusId:      new(string(s.ID)),
		Description:        word(s.Description),
		LastModifiedRegion: p.region(),
		LastModifiedTime:   stamp(s.LastModifiedAt),
		Name:               &s.Name,
		State:              statusState(s),
		Tags:               i.Directory().Tags(acd.KindAgentStatus, string(s.ID)),
		Type:               types.AgentStatusType(s.Type),
	}
	if s.DisplayOrder > 0 {
		shown.DisplayOrder = &s.DisplayOrder
	}
	return shown
}

func statusState(s acd.AgentStatus) types.AgentStatusState {
	if s.Enabled {
		return types.AgentStatusStateEnabled
	}
	return types.AgentStatusStateDisabled
}

func (h *handlers) createAgentStatus(c *Call, in *sdk.CreateAgentStatusInput) (*sdk.CreateAgentStatusOutput, error) {
	p := c.place(in.InstanceId)
	id, err := h.do(c, p, acd.CreateAgentStatus{
		Status: acd.AgentStatus{
			Name:         value(in.Name),
			Description:  value(in.Description),
			DisplayOrder: value(in.DisplayOrder),
			Enabled:      in.State == types.AgentStatusStateEnabled,
		},
		Tags: in.Tags,
	})
	if err != nil {
		return nil, err
	}
	return &sdk.CreateAgentStatusOutput{AgentStatusId: &id, AgentStatusARN: p.arn(acd.KindAgentStatus, id)}, nil
}

func (h *handlers) updateAgentStatus(c *Call, in *sdk.UpdateAgentStatusInput) (*sdk.UpdateAgentStatusOutput, error) {
	p := c.place(in.InstanceId)
	change := acd.UpdateAgentStatus{
		ID:   idAt[acd.AgentStatusID](p, acd.KindAgentStatus, in.AgentStatusId),
		Name: in.Name, Description: in.Description, DisplayOrder: in.DisplayOrder, ResetOrder: in.ResetOrderNumber,
	}
	if in.State != "" {
		change.Enabled = new(in.State == types.AgentStatusStateEnabled)
	}
	_, err := h.do(c, p, change)
	return nil, err
}

func (h *handlers) putUserStatus(c *Call, in *sdk.PutUserStatusInput) (*sdk.PutUserStatusOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.PutUserStatus{
		UserID:   idAt[acd.UserID](p, acd.KindUser, in.UserId),
		StatusID: idAt[acd.AgentStatusID](p, acd.KindAgentStatus, in.AgentStatusId),
	})
	return nil, err
}
