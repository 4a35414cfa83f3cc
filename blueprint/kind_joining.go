package blueprint

import (
	"context"
	"fmt"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

func quickConnectNature() nature[QuickConnect] {
	return nature[QuickConnect]{
		list: func(ctx context.Context, s *Site) ([]named, error) {
			return all(func(token *string) ([]named, *string, error) {
				out, err := s.client.ListQuickConnects(ctx, &sdk.ListQuickConnectsInput{InstanceId: &s.id, NextToken: token})
				if err != nil {
					return nil, nil, err
				}
				var found []named
				for _, q := range out.QuickConnectSummaryList {
					found = append(found, named{q.Name, q.Id, q.Arn})
				}
				return found, out.NextToken, nil
			})
		},
		describe: describeQuickConnect,
		create: func(ctx context.Context, s *Site, q QuickConnect) (id, arn *string, err error) {
			config, err := s.quickConnectConfig(q)
			if err != nil {
				return nil, nil, err
			}
			out, err := s.client.CreateQuickConnect(ctx, &sdk.CreateQuickConnectInput{InstanceId: &s.id, Name: &q.Name,
				Description: q.Description, QuickConnectConfig: config, Tags: tagsGiven(q.Tags)})
			if err != nil {
				return nil, nil, err
			}
			return out.QuickConnectId, out.QuickConnectARN, nil
		},
		change: func(ctx context.Context, s *Site, id string, q QuickConnect, changed fields) error {
			if changed["description"] {
				if _, err := s.client.UpdateQuickConnectName(ctx, &sdk.UpdateQuickConnectNameInput{InstanceId: &s.id,
					QuickConnectId: &id, Name: &q.Name, Description: q.Description}); err != nil {
					return err
				}
			}
			if !changed.any("type", "user", "queue", "flow", "number") {
				return nil
			}
			config, err := s.quickConnectConfig(q)
			if err != nil {
				return err
			}
			_, err = s.client.UpdateQuickConnectConfig(ctx, &sdk.UpdateQuickConnectConfigInput{InstanceId: &s.id,
				QuickConnectId: &id, QuickConnectConfig: config})
			return err
		},
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.DeleteQuickConnect(ctx, &sdk.DeleteQuickConnectInput{InstanceId: &s.id, QuickConnectId: &id})
			return err
		},
	}
}

func describeQuickConnect(ctx context.Context, s *Site, name, id string) (QuickConnect, error) {
	out, err := s.client.DescribeQuickConnect(ctx, &sdk.DescribeQuickConnectInput{InstanceId: &s.id, QuickConnectId: &id})
	if err != nil {
		return QuickConnect{}, err
	}
	whose := fmt.Sprintf("the quick connect %q", name)
	q := QuickConnect{Name: name, Description: out.QuickConnect.Description, Tags: out.QuickConnect.Tags}
	c := out.QuickConnect.QuickConnectConfig
	q.Type = string(c.QuickConnectType)
	if c.UserConfig != nil {
		q.User = s.nameOf(kindUser, c.UserConfig.UserId, whose)
		q.Flow = s.nameOf(kindFlow, c.UserConfig.ContactFlowId, whose)
	}
	if c.QueueConfig != nil {
		q.Queue = s.nameOf(kindQueue, c.QueueConfig.QueueId, whose)
		q.Flow = s.nameOf(kindFlow, c.QueueConfig.ContactFlowId, whose)
	}
	if c.FlowConfig != nil {
		q.Flow = s.nameOf(kindFlow, c.FlowConfig.ContactFlowId, whose)
	}
	if c.PhoneConfig != nil {
		q.Number = c.PhoneConfig.PhoneNumber
	}
	return q, nil
}

// quickConnectConfig returns where a quick connect leads, as Amazon has it.
func (s *Site) quickConnectConfig(q QuickConnect) (*types.QuickConnectConfig, error) {
	flow, err := s.idOfGiven(kindFlow, q.Flow)
	if err != nil {
		return nil, err
	}
	config := &types.QuickConnectConfig{QuickConnectType: types.QuickConnectType(q.Type)}
	switch config.QuickConnectType {
	case types.QuickConnectTypeUser:
		user, err := s.idOfGiven(kindUser, q.User)
		config.UserConfig = &types.UserQuickConnectConfig{UserId: user, ContactFlowId: flow}
		return config, err
	case types.QuickConnectTypeQueue:
		queue, err := s.idOfGiven(kindQueue, q.Queue)
		config.QueueConfig = &types.QueueQuickConnectConfig{QueueId: queue, ContactFlowId: flow}
		return config, err
	case types.QuickConnectTypeFlow:
		config.FlowConfig = &types.FlowQuickConnectConfig{ContactFlowId: flow}
	default:
		config.PhoneConfig = &types.PhoneNumberQuickConnectConfig{PhoneNumber: q.Number}
	}
	return config, nil
}

// checkQuickConnect tells what a quick connect lacks for its type.
func checkQuickConnect(q QuickConnect) (lacks string) {
	for _, rule := range []struct {
		types []string
		name  string
		given *string
	}{
		{[]string{"USER"}, "user", q.User},
		{[]string{"QUEUE"}, "queue", q.Queue},
		{[]string{"USER", "QUEUE", "FLOW"}, "flow", q.Flow},
		{[]string{"PHONE_NUMBER"}, "number", q.Number},
	} {
		for _, t := range rule.types {
			if t == q.Type && rule.given == nil {
				return rule.name
			}
		}
	}
	return ""
}
