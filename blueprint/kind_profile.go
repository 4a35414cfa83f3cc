package blueprint

import (
	"context"
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

func profileNature() nature[Profile] {
	return nature[Profile]{
		list: func(ctx context.Context, s *Site) ([]named, error) {
			return all(func(token *string) ([]named, *string, error) {
				out, err := s.client.ListRoutingProfiles(ctx,
					&sdk.ListRoutingProfilesInput{InstanceId: &s.id, NextToken: token})
				if err != nil {
					return nil, nil, err
				}
				var found []named
				for _, p := range out.RoutingProfileSummaryList {
					found = append(found, named{p.Name, p.Id, p.Arn})
				}
				return found, out.NextToken, nil
			})
		},
		describe: describeProfile,
		create: func(ctx context.Context, s *Site, p Profile) (id, arn *string, err error) {
			queue, err := s.idOf(kindQueue, p.Outbound)
			if err != nil {
				return nil, nil, err
			}
			out, err := s.client.CreateRoutingProfile(ctx, &sdk.CreateRoutingProfileInput{InstanceId: &s.id, Name: &p.Name,
				Description: &p.Description, DefaultOutboundQueueId: queue, MediaConcurrencies: concurrenciesOf(p),
				AgentAvailabilityTimer: types.AgentAvailabilityTimer(aws.ToString(p.Timer)), Tags: tagsGiven(p.Tags)})
			if err != nil {
				return nil, nil, err
			}
			if err := s.changeServed(ctx, aws.ToString(out.RoutingProfileId), p.Queues); err != nil {
				return nil, nil, err
			}
			err = s.changeManual(ctx, aws.ToString(out.RoutingProfileId), p.Manual)
			return out.RoutingProfileId, out.RoutingProfileArn, err
		},
		change: changeProfile,
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.DeleteRoutingProfile(ctx,
				&sdk.DeleteRoutingProfileInput{InstanceId: &s.id, RoutingProfileId: &id})
			return err
		},
	}
}

func describeProfile(ctx context.Context, s *Site, name, id string) (Profile, error) {
	out, err := s.client.DescribeRoutingProfile(ctx,
		&sdk.DescribeRoutingProfileInput{InstanceId: &s.id, RoutingProfileId: &id})
	if err != nil {
		return Profile{}, err
	}
	found, whose := out.RoutingProfile, fmt.Sprintf("the routing profile %q", name)
	p := Profile{Name: name, Description: aws.ToString(found.Description), Tags: found.Tags,
		Outbound: aws.ToString(s.nameOf(kindQueue, found.DefaultOutboundQueueId, whose)), Queues: []Served{},
		Manual: []Listed{}, Concurrency: []Concurrency{}}
	if found.AgentAvailabilityTimer != "" {
		p.Timer = aws.String(string(found.AgentAvailabilityTimer))
	}
	for _, m := range found.MediaConcurrencies {
		c := Concurrency{Channel: string(m.Channel), Max: aws.ToInt32(m.Concurrency)}
		if m.CrossChannelBehavior != nil {
			c.Cross = aws.String(string(m.CrossChannelBehavior.BehaviorType))
		}
		p.Concurrency = append(p.Concurrency, c)
	}
	served, err := s.served(ctx, id)
	if err != nil {
		return p, err
	}
	for _, q := range served {
		p.Queues = append(p.Queues, Served{aws.ToString(q.QueueName), []string{string(q.Channel)},
			aws.ToInt32(q.Priority), &q.Delay})
	}
	manual, err := s.manual(ctx, id)
	for _, q := range manual {
		p.Manual = append(p.Manual, Listed{aws.ToString(q.QueueName), []string{string(q.Channel)}})
	}
	return p, err
}

// served lists what a routing profile serves.
func (s *Site) served(ctx context.Context, id string) ([]types.RoutingProfileQueueConfigSummary, error) {
	return all(func(token *string) ([]types.RoutingProfileQueueConfigSummary, *string, error) {
		out, err := s.client.ListRoutingProfileQueues(ctx,
			&sdk.ListRoutingProfileQueuesInput{InstanceId: &s.id, RoutingProfileId: &id, NextToken: token})
		if err != nil {
			return nil, nil, err
		}
		return out.RoutingProfileQueueConfigSummaryList, out.NextToken, nil
	})
}

// manual lists what the agents of a routing profile may pick from by hand.
func (s *Site) manual(ctx context.Context, id string) (
	[]types.RoutingProfileManualAssignmentQueueConfigSummary, error,
) {
	return all(func(token *string) ([]types.RoutingProfileManualAssignmentQueueConfigSummary, *string, error) {
		out, err := s.client.ListRoutingProfileManualAssignmentQueues(ctx,
			&sdk.ListRoutingProfileManualAssignmentQueuesInput{InstanceId: &s.id, RoutingProfileId: &id, NextToken: token})
		if err != nil {
			return nil, nil, err
		}
		return out.RoutingProfileManualAssignmentQueueConfigSummaryList, out.NextToken, nil
	})
}

func concurrenciesOf(p Profile) []types.MediaConcurrency {
	list := []types.MediaConcurrency{}
	for _, c := range p.Concurrency {
		m := types.MediaConcurrency{Channel: types.Channel(c.Channel), Concurrency: &c.Max}
		if c.Cross != nil {
			m.CrossChannelBehavior = &types.CrossChannelBehavior{BehaviorType: types.BehaviorType(*c.Cross)}
		}
		list = append(list, m)
	}
	return list
}

func changeProfile(ctx context.Context, s *Site, id string, p Profile, changed fields) error {
	if changed["description"] {
		if _, err := s.client.UpdateRoutingProfileName(ctx, &sdk.UpdateRoutingProfileNameInput{InstanceId: &s.id,
			RoutingProfileId: &id, Name: &p.Name, Description: &p.Description}); err != nil {
			return err
		}
	}
	if changed["queues"] {
		if err := s.changeServed(ctx, id, p.Queues); err != nil {
			return err
		}
	}
	if changed["manualAssignmentQueues"] {
		if err := s.changeManual(ctx, id, p.Manual); err != nil {
			return err
		}
	}
	if changed["concurrency"] {
		if _, err := s.client.UpdateRoutingProfileConcurrency(ctx, &sdk.UpdateRoutingProfileConcurrencyInput{
			InstanceId: &s.id, RoutingProfileId: &id, MediaConcurrencies: concurrenciesOf(p)}); err != nil {
			return err
		}
	}
	if changed["defaultOutboundQueue"] {
		queue, err := s.idOf(kindQueue, p.Outbound)
		if err != nil {
			return err
		}
		if _, err := s.client.UpdateRoutingProfileDefaultOutboundQueue(ctx,
			&sdk.UpdateRoutingProfileDefaultOutboundQueueInput{InstanceId: &s.id, RoutingProfileId: &id,
				DefaultOutboundQueueId: queue}); err != nil {
			return err
		}
	}
	if changed["availabilityTimer"] {
		_, err := s.client.UpdateRoutingProfileAgentAvailabilityTimer(ctx,
			&sdk.UpdateRoutingProfileAgentAvailabilityTimerInput{InstanceId: &s.id, RoutingProfileId: &id,
				AgentAvailabilityTimer: types.AgentAvailabilityTimer(*p.Timer)})
		return err
	}
	return nil
}

// place is one queue and channel of a routing profile.
type place struct {
	queue   string // its id
	channel types.Channel
}

func (p place) reference() *types.RoutingProfileQueueReference {
	return &types.RoutingProfileQueueReference{QueueId: &p.queue, Channel: p.channel}
}

// rank is how a routing profile serves a place.
type rank struct{ priority, delay int32 }

// changeServed makes what a routing profile serves what it is to serve. What is gone goes last, so that nobody is left
// without work meanwhile.
func (s *Site) changeServed(ctx context.Context, id string, want []Served) error {
	list, err := s.served(ctx, id)
	if err != nil {
		return err
	}
	have, stays := map[place]rank{}, map[place]bool{}
	for _, q := range list {
		have[place{aws.ToString(q.QueueId), q.Channel}] = rank{aws.ToInt32(q.Priority), q.Delay}
	}
	var more, other []types.RoutingProfileQueueConfig
	for _, w := range want {
		queue, err := s.idOf(kindQueue, w.Queue)
		if err != nil {
			return err
		}
		for _, channel := range w.Channels {
			at, as := place{*queue, types.Channel(channel)}, rank{w.Priority, aws.ToInt32(w.Delay)}
			config := types.RoutingProfileQueueConfig{QueueReference: at.reference(), Priority: &as.priority,
				Delay: &as.delay}
			stays[at] = true
			switch was, there := have[at]; {
			case !there:
				more = append(more, config)
			case was != as:
				other = append(other, config)
			}
		}
	}
	var gone []types.RoutingProfileQueueReference
	for _, q := range list {
		if at := (place{aws.ToString(q.QueueId), q.Channel}); !stays[at] {
			gone = append(gone, *at.reference())
		}
	}
	return s.serve(ctx, id, more, other, gone)
}

// serve adds, changes and takes away what a routing profile serves.
func (s *Site) serve(ctx context.Context, id string, more, other []types.RoutingProfileQueueConfig,
	gone []types.RoutingProfileQueueReference,
) error {
	for part := range slices.Chunk(more, associatedAtOnce) {
		if _, err := s.client.AssociateRoutingProfileQueues(ctx, &sdk.AssociateRoutingProfileQueuesInput{
			InstanceId: &s.id, RoutingProfileId: &id, QueueConfigs: part}); err != nil {
			return err
		}
	}
	for part := range slices.Chunk(other, associatedAtOnce) {
		if _, err := s.client.UpdateRoutingProfileQueues(ctx, &sdk.UpdateRoutingProfileQueuesInput{
			InstanceId: &s.id, RoutingProfileId: &id, QueueConfigs: part}); err != nil {
			return err
		}
	}
	for part := range slices.Chunk(gone, associatedAtOnce) {
		if _, err := s.client.DisassociateRoutingProfileQueues(ctx, &sdk.DisassociateRoutingProfileQueuesInput{
			InstanceId: &s.id, RoutingProfileId: &id, QueueReferences: part}); err != nil {
			return err
		}
	}
	return nil
}

// changeManual makes what agents may pick from by hand what it is to be.
func (s *Site) changeManual(ctx context.Context, id string, want []Listed) error {
	list, err := s.manual(ctx, id)
	if err != nil {
		return err
	}
	have, stays := map[place]bool{}, map[place]bool{}
	for _, q := range list {
		have[place{aws.ToString(q.QueueId), q.Channel}] = true
	}
	var more []types.RoutingProfileManualAssignmentQueueConfig
	for _, w := range want {
		queue, err := s.idOf(kindQueue, w.Queue)
		if err != nil {
			return err
		}
		for _, channel := range w.Channels {
			at := place{*queue, types.Channel(channel)}
			if stays[at] = true; !have[at] {
				more = append(more, types.RoutingProfileManualAssignmentQueueConfig{QueueReference: at.reference()})
			}
		}
	}
	var gone []types.RoutingProfileQueueReference
	for _, q := range list {
		if at := (place{aws.ToString(q.QueueId), q.Channel}); !stays[at] {
			gone = append(gone, *at.reference())
		}
	}
	for part := range slices.Chunk(more, associatedAtOnce) {
		if _, err := s.client.AssociateRoutingProfileQueues(ctx, &sdk.AssociateRoutingProfileQueuesInput{
			InstanceId: &s.id, RoutingProfileId: &id, ManualAssignmentQueueConfigs: part}); err != nil {
			return err
		}
	}
	for part := range slices.Chunk(gone, associatedAtOnce) {
		if _, err := s.client.DisassociateRoutingProfileQueues(ctx, &sdk.DisassociateRoutingProfileQueuesInput{
			InstanceId: &s.id, RoutingProfileId: &id, ManualAssignmentQueueReferences: part}); err != nil {
			return err
		}
	}
	return nil
}
