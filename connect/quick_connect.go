package connect

import (
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) createQuickConnect(c *Call, in *sdk.CreateQuickConnectInput) (*sdk.CreateQuickConnectOutput, error) {
	p := c.place(in.InstanceId)
	quick, err := quickConnect(p, value(in.QuickConnectConfig))
	if err != nil {
		return nil, err
	}
	quick.Name, quick.Description = value(in.Name), value(in.Description)
	id, err := h.do(c, p, acd.CreateQuickConnect{QuickConnect: quick, Tags: in.Tags})
	if err != nil {
		return nil, err
	}
	return &sdk.CreateQuickConnectOutput{QuickConnectId: &id, QuickConnectARN: p.arn(acd.KindQuickConnect, id)}, nil
}

// quickConnect reads where a quick connect leads to: the one config that its type asks for, and no other.
func quickConnect(p *place, in types.QuickConnectConfig) (acd.QuickConnect, error) {
	quick := acd.QuickConnect{Type: acd.QuickConnectType(in.QuickConnectType)}
	given := map[acd.QuickConnectType]bool{
		acd.QuickUser: in.UserConfig != nil, acd.QuickQueue: in.QueueConfig != nil,
		acd.QuickPhone: in.PhoneConfig != nil, acd.QuickFlow: in.FlowConfig != nil,
	}
	configs := 0
	for _, is := range given { // order does not show: a sum
		if is {
			configs++
		}
	}
	if configs != 1 || !given[quick.Type] {
		return quick, acd.Errorf(acd.Improper, "QuickConnectConfig has %d configs for the type %s; give exactly one, which "+
			"is for this type", configs, quick.Type)
	}
	switch {
	case in.UserConfig != nil:
		quick.UserID = idAt[acd.UserID](p, acd.KindUser, in.UserConfig.UserId)
		quick.FlowID = idAt[acd.FlowID](p, acd.KindFlow, in.UserConfig.ContactFlowId)
	case in.QueueConfig != nil:
		quick.QueueID = idAt[acd.QueueID](p, acd.KindQueue, in.QueueConfig.QueueId)
		quick.FlowID = idAt[acd.FlowID](p, acd.KindFlow, in.QueueConfig.ContactFlowId)
	case in.FlowConfig != nil:
		quick.FlowID = idAt[acd.FlowID](p, acd.KindFlow, in.FlowConfig.ContactFlowId)
	default:
		quick.PhoneNumber = value(in.PhoneConfig.PhoneNumber)
	}
	return quick, nil
}

func quickConnectConfig(q acd.QuickConnect) *types.QuickConnectConfig {
	shown := &types.QuickConnectConfig{QuickConnectType: types.QuickConnectType(q.Type)}
	switch q.Type {
	case acd.QuickUser:
		shown.UserConfig = &types.UserQuickConnectConfig{UserId: word(q.UserID), ContactFlowId: word(q.FlowID)}
	case acd.QuickQueue:
		shown.QueueConfig = &types.QueueQuickConnectConfig{QueueId: word(q.QueueID), ContactFlowId: word(q.FlowID)}
	case acd.QuickFlow:
		shown.FlowConfig = &types.FlowQuickConnectConfig{ContactFlowId: word(q.FlowID)}
	case acd.QuickPhone:
		shown.PhoneConfig = &types.PhoneNumberQuickConnectConfig{PhoneNumber: &q.PhoneNumber}
	}
	return shown
}

func (h *handlers) describeQuickConnect(c *Call, in *sdk.DescribeQuickConnectInput) (
	*sdk.DescribeQuickConnectOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.QuickConnectID](p, acd.KindQuickConnect, in.QuickConnectId)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribeQuickConnectOutput, error) {
		q, ok := i.Directory().QuickConnect(id)
		if !ok {
			return nil, unknown("quick connect", id)
		}
		return &sdk.DescribeQuickConnectOutput{QuickConnect: new(quickConnectShown(p, i, q))}, nil
	})
}

func quickConnectShown(p *place, i *instance.Instance, q acd.QuickConnect) types.QuickConnect {
	return types.QuickConnect{
		Description:        word(q.Description),
		LastModifiedRegion: p.region(),
		LastModifiedTime:   stamp(q.LastModifiedAt),
		Name:               &q.Name,
		QuickConnectARN:    p.arn(acd.KindQuickConnect, string(q.ID)),
		QuickConnectConfig: quickConnectConfig(q),
		QuickConnectId:     new(string(q.ID)),
		Tags:               i.Directory().Tags(acd.KindQuickConnect, string(q.ID)),
	}
}

func (h *handlers) listQuickConnects(c *Call, in *sdk.ListQuickConnectsInput) (*sdk.ListQuickConnectsOutput, error) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListQuickConnectsOutput, error) {
		all := slices.DeleteFunc(i.Directory().QuickConnects(), func(q acd.QuickConnect) bool {
			return len(in.QuickConnectTypes) > 0 && !slices.Contains(in.QuickConnectTypes, types.QuickConnectType(q.Type))
		})
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, texts(in.QuickConnectTypes)...), all,
			quickConnectOrder)
		if err != nil {
			return nil, err
		}
		return &sdk.ListQuickConnectsOutput{NextToken: next, QuickConnectSummaryList: quickConnectSummaries(p, found)}, nil
	})
}

func quickConnectOrder(q acd.QuickConnect) string { return nameKey(q.Name, q.ID) }

func quickConnectSummaries(p *place, list []acd.QuickConnect) []types.QuickConnectSummary {
	return each(list, func(q acd.QuickConnect) types.QuickConnectSummary {
		return types.QuickConnectSummary{
			Arn:                p.arn(acd.KindQuickConnect, string(q.ID)),
			Id:                 new(string(q.ID)),
			LastModifiedRegion: p.region(),
			LastModifiedTime:   stamp(q.LastModifiedAt),
			Name:               &q.Name,
			QuickConnectType:   types.QuickConnectType(q.Type),
		}
	})
}

func (h *handlers) updateQuickConnectName(c *Call, in *sdk.UpdateQuickConnectNameInput) (
	*sdk.UpdateQuickConnectNameOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateQuickConnectName{
		ID:   idAt[acd.QuickConnectID](p, acd.KindQuickConnect, in.QuickConnectId),
		Name: in.Name, Description: in.Description,
	})
	return nil, err
}

func (h *handlers) updateQuickConnectConfig(c *Call, in *sdk.UpdateQuickConnectConfigInput) (
	*sdk.UpdateQuickConnectConfigOutput, error,
) {
	p := c.place(in.InstanceId)
	quick, err := quickConnect(p, value(in.QuickConnectConfig))
	if err != nil {
		return nil, err
	}
	quick.ID = idAt[acd.QuickConnectID](p, acd.KindQuickConnect, in.QuickConnectId)
	_, err = h.do(c, p, acd.UpdateQuickConnectConfig{QuickConnect: quick})
	return nil, err
}

func (h *handlers) deleteQuickConnect(c *Call, in *sdk.DeleteQuickConnectInput) (*sdk.DeleteQuickConnectOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DeleteQuickConnect{
		ID: idAt[acd.QuickConnectID](p, acd.KindQuickConnect, in.QuickConnectId)})
	return nil, err
}

func (h *handlers) associateQueueQuickConnects(c *Call, in *sdk.AssociateQueueQuickConnectsInput) (
	*sdk.AssociateQueueQuickConnectsOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.AssociateQueueQuickConnects{
		QueueID: idAt[acd.QueueID](p, acd.KindQueue, in.QueueId),
		IDs:     idsAt[acd.QuickConnectID](p, acd.KindQuickConnect, in.QuickConnectIds),
	})
	return nil, err
}

func (h *handlers) disassociateQueueQuickConnects(c *Call, in *sdk.DisassociateQueueQuickConnectsInput) (
	*sdk.DisassociateQueueQuickConnectsOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DisassociateQueueQuickConnects{
		QueueID: idAt[acd.QueueID](p, acd.KindQueue, in.QueueId),
		IDs:     idsAt[acd.QuickConnectID](p, acd.KindQuickConnect, in.QuickConnectIds),
	})
	return nil, err
}

// listQueueQuickConnects lists the quick connects of a queue, in the order of their names.
func (h *handlers) listQueueQuickConnects(c *Call, in *sdk.ListQueueQuickConnectsInput) (
	*sdk.ListQueueQuickConnectsOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.QueueID](p, acd.KindQueue, in.QueueId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListQueueQuickConnectsOutput, error) {
		queue, ok := i.Directory().Queue(id)
		if !ok {
			return nil, unknown("queue", id)
		}
		all := slices.DeleteFunc(i.Directory().QuickConnects(), func(q acd.QuickConnect) bool {
			return !slices.Contains(queue.QuickConnectIDs, string(q.ID))
		})
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, string(id)), all, quickConnectOrder)
		if err != nil {
			return nil, err
		}
		return &sdk.ListQueueQuickConnectsOutput{
			LastModifiedRegion: p.region(), LastModifiedTime: stamp(queue.LastModifiedAt), NextToken: next,
			QuickConnectSummaryList: quickConnectSummaries(p, found),
		}, nil
	})
}

// nextContacts shows the segments that a contact went on as by a quick connect; of other moves Amazon's type says
// nothing.
func nextContacts(list []acd.NextContact) []types.NextContactEntry {
	var shown []types.NextContactEntry
	for _, next := range list {
		if next.QuickConnectID == "" {
			continue
		}
		shown = append(shown, types.NextContactEntry{
			Type: types.NextContactTypeQuickConnect,
			NextContactMetadata: &types.NextContactMetadataMemberQuickConnectContactData{
				Value: types.QuickConnectContactData{
					ContactId:           word(next.ID),
					InitiationTimestamp: stamp(next.InitiatedAt),
					QuickConnectId:      word(next.QuickConnectID),
					QuickConnectName:    word(next.QuickConnectName),
					QuickConnectType:    types.QuickConnectType(next.QuickConnectType),
				},
			},
		})
	}
	return shown
}
