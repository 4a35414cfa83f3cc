package connect

import (
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) createRoutingProfile(c *Call, in *sdk.CreateRoutingProfileInput) (
	*sdk.CreateRoutingProfileOutput, error,
) {
	p := c.place(in.InstanceId)
	id, err := h.do(c, p, acd.CreateRoutingProfile{
		Profile: acd.RoutingProfile{
			Name:                   value(in.Name),
			Description:            value(in.Description),
			DefaultOutboundQueueID: idAt[acd.QueueID](p, acd.KindQueue, in.DefaultOutboundQueueId),
			Queues:                 profileQueues(p, in.QueueConfigs),
			ManualQueues:           manualQueues(p, in.ManualAssignmentQueueConfigs),
			Concurrency:            each(in.MediaConcurrencies, concurrency),
			AvailabilityTimer:      acd.AvailabilityTimer(in.AgentAvailabilityTimer),
		},
		Tags: in.Tags,
	})
	if err != nil {
		return nil, err
	}
	return &sdk.CreateRoutingProfileOutput{
		RoutingProfileId: &id, RoutingProfileArn: p.arn(acd.KindRoutingProfile, id),
	}, nil
}

func profileQueues(p *place, configs []types.RoutingProfileQueueConfig) []acd.ProfileQueue {
	return each(configs, func(config types.RoutingProfileQueueConfig) acd.ProfileQueue {
		return acd.ProfileQueue{
			QueueChannel: queueChannel(p, config.QueueReference),
			Priority:     value(config.Priority),
			Delay:        value(config.Delay),
		}
	})
}

func manualQueues(p *place, configs []types.RoutingProfileManualAssignmentQueueConfig) []acd.QueueChannel {
	return each(configs, func(config types.RoutingProfileManualAssignmentQueueConfig) acd.QueueChannel {
		return queueChannel(p, config.QueueReference)
	})
}

func queueChannel(p *place, given *types.RoutingProfileQueueReference) acd.QueueChannel {
	ref := value(given)
	return acd.QueueChannel{
		QueueID: idAt[acd.QueueID](p, acd.KindQueue, ref.QueueId),
		Channel: acd.Channel(ref.Channel),
	}
}

func concurrency(m types.MediaConcurrency) acd.Concurrency {
	return acd.Concurrency{
		Channel:      acd.Channel(m.Channel),
		Max:          value(m.Concurrency),
		CrossChannel: acd.CrossChannelBehavior(value(m.CrossChannelBehavior).BehaviorType),
	}
}

func concurrencyOut(m acd.Concurrency) types.MediaConcurrency {
	return types.MediaConcurrency{
		Channel:              types.Channel(m.Channel),
		Concurrency:          &m.Max,
		CrossChannelBehavior: &types.CrossChannelBehavior{BehaviorType: types.BehaviorType(m.CrossChannel)},
	}
}

func (h *handlers) associateRoutingProfileQueues(c *Call, in *sdk.AssociateRoutingProfileQueuesInput) (
	*sdk.AssociateRoutingProfileQueuesOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.AssociateRoutingProfileQueues{
		ProfileID: p.profile(in.RoutingProfileId),
		Queues:    profileQueues(p, in.QueueConfigs),
		Manual:    manualQueues(p, in.ManualAssignmentQueueConfigs),
	})
	return nil, err
}

// describeRoutingProfile counts and names each queue once, whichever channels of it the profile serves (A0073).
func (h *handlers) describeRoutingProfile(c *Call, in *sdk.DescribeRoutingProfileInput) (
	*sdk.DescribeRoutingProfileOutput, error,
) {
	p := c.place(in.InstanceId)
	id := p.profile(in.RoutingProfileId)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribeRoutingProfileOutput, error) {
		profile, ok := i.Directory().RoutingProfile(id)
		if !ok {
			return nil, unknown("routing profile", id)
		}
		return &sdk.DescribeRoutingProfileOutput{RoutingProfile: new(routingProfileOut(p, i, profile))}, nil
	})
}

// routingProfileOut shows a routing profile.
func routingProfileOut(p *place, i *instance.Instance, profile acd.RoutingProfile) types.RoutingProfile {
	routed := distinct(profile.Queues, func(e acd.ProfileQueue) string { return string(e.QueueID) })
	manual := distinct(profile.ManualQueues, func(e acd.QueueChannel) string { return string(e.QueueID) })
	return types.RoutingProfile{
		AgentAvailabilityTimer:                   types.AgentAvailabilityTimer(profile.AvailabilityTimer),
		AssociatedManualAssignmentQueueIds:       manual,
		AssociatedQueueIds:                       routed,
		DefaultOutboundQueueId:                   new(string(profile.DefaultOutboundQueueID)),
		Description:                              &profile.Description,
		InstanceId:                               new(string(p.instance)),
		IsDefault:                                profile.IsDefault,
		LastModifiedRegion:                       p.region(),
		LastModifiedTime:                         stamp(profile.LastModifiedAt),
		MediaConcurrencies:                       each(profile.Concurrency, concurrencyOut),
		Name:                                     &profile.Name,
		NumberOfAssociatedManualAssignmentQueues: new(int64(len(manual))),
		NumberOfAssociatedQueues:                 new(int64(len(routed))),
		NumberOfAssociatedUsers:                  new(int64(i.Directory().UsersOf(profile.ID))),
		RoutingProfileArn:                        p.arn(acd.KindRoutingProfile, string(profile.ID)),
		RoutingProfileId:                         new(string(profile.ID)),
		Tags:                                     i.Directory().Tags(acd.KindRoutingProfile, string(profile.ID)),
	}
}

// distinct returns the queues that entries name, each once, in the order in which they come first.
func distinct[E any](entries []E, queue func(E) string) []string {
	var ids []string
	for _, e := range entries {
		if id := queue(e); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (h *handlers) listRoutingProfiles(c *Call, in *sdk.ListRoutingProfilesInput) (
	*sdk.ListRoutingProfilesOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListRoutingProfilesOutput, error) {
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults), i.Directory().RoutingProfiles(),
			func(profile acd.RoutingProfile) string { return nameKey(profile.Name, profile.ID) })
		if err != nil {
			return nil, err
		}
		return &sdk.ListRoutingProfilesOutput{
			NextToken: next,
			RoutingProfileSummaryList: each(found, func(profile acd.RoutingProfile) types.RoutingProfileSummary {
				return types.RoutingProfileSummary{
					Arn:                p.arn(acd.KindRoutingProfile, string(profile.ID)),
					Id:                 new(string(profile.ID)),
					LastModifiedRegion: p.region(),
					LastModifiedTime:   stamp(profile.LastModifiedAt),
					Name:               &profile.Name,
				}
			}),
		}, nil
	})
}

// profileEntry is an entry of a routing profile with the name of its queue.
type profileEntry struct {
	acd.ProfileQueue
	name string
}

// key orders entries by queue, then channel.
func (e profileEntry) key() string { return nameKey(e.name, e.QueueID) + "\x00" + string(e.Channel) }

func (h *handlers) listRoutingProfileQueues(c *Call, in *sdk.ListRoutingProfileQueuesInput) (
	*sdk.ListRoutingProfileQueuesOutput, error,
) {
	p := c.place(in.InstanceId)
	id := p.profile(in.RoutingProfileId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListRoutingProfileQueuesOutput, error) {
		profile, ok := i.Directory().RoutingProfile(id)
		if !ok {
			return nil, unknown("routing profile", id)
		}
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, string(id)), profileEntries(i, profile.Queues),
			profileEntry.key)
		if err != nil {
			return nil, err
		}
		return &sdk.ListRoutingProfileQueuesOutput{
			LastModifiedRegion: p.region(),
			LastModifiedTime:   stamp(profile.LastModifiedAt),
			NextToken:          next,
			RoutingProfileQueueConfigSummaryList: each(found,
				func(e profileEntry) types.RoutingProfileQueueConfigSummary {
					return types.RoutingProfileQueueConfigSummary{
						Channel:   types.Channel(e.Channel),
						Delay:     e.Delay,
						Priority:  &e.Priority,
						QueueArn:  p.arn(acd.KindQueue, string(e.QueueID)),
						QueueId:   new(string(e.QueueID)),
						QueueName: &e.name,
					}
				}),
		}, nil
	})
}

// profileEntries returns entries with the names of their queues, in the order of their keys.
func profileEntries(i *instance.Instance, queues []acd.ProfileQueue) []profileEntry {
	all := each(queues, func(e acd.ProfileQueue) profileEntry {
		queue, _ := i.Directory().Queue(e.QueueID)
		return profileEntry{e, queue.Name}
	})
	slices.SortFunc(all, func(a, b profileEntry) int { return strings.Compare(a.key(), b.key()) })
	return all
}
