package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) updateRoutingProfileName(c *Call, in *sdk.UpdateRoutingProfileNameInput) (
	*sdk.UpdateRoutingProfileNameOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateRoutingProfileName{
		ProfileID: p.profile(in.RoutingProfileId), Name: in.Name, Description: in.Description,
	})
	return nil, err
}

func (h *handlers) updateRoutingProfileConcurrency(c *Call, in *sdk.UpdateRoutingProfileConcurrencyInput) (
	*sdk.UpdateRoutingProfileConcurrencyOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateRoutingProfileConcurrency{
		ProfileID: p.profile(in.RoutingProfileId), Concurrency: each(in.MediaConcurrencies, concurrency),
	})
	return nil, err
}

func (h *handlers) updateRoutingProfileQueues(c *Call, in *sdk.UpdateRoutingProfileQueuesInput) (
	*sdk.UpdateRoutingProfileQueuesOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateRoutingProfileQueues{
		ProfileID: p.profile(in.RoutingProfileId), Queues: profileQueues(p, in.QueueConfigs),
	})
	return nil, err
}

func (h *handlers) updateRoutingProfileTimer(c *Call, in *sdk.UpdateRoutingProfileAgentAvailabilityTimerInput) (
	*sdk.UpdateRoutingProfileAgentAvailabilityTimerOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateRoutingProfileAgentAvailabilityTimer{
		ProfileID: p.profile(in.RoutingProfileId), Timer: acd.AvailabilityTimer(in.AgentAvailabilityTimer),
	})
	return nil, err
}

func (h *handlers) updateRoutingProfileDefaultOutboundQueue(c *Call,
	in *sdk.UpdateRoutingProfileDefaultOutboundQueueInput) (
	*sdk.UpdateRoutingProfileDefaultOutboundQueueOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateRoutingProfileDefaultOutboundQueue{
		ProfileID: p.profile(in.RoutingProfileId),
		QueueID:   idAt[acd.QueueID](p, acd.KindQueue, in.DefaultOutboundQueueId),
	})
	return nil, err
}

func (h *handlers) disassociateRoutingProfileQueues(c *Call, in *sdk.DisassociateRoutingProfileQueuesInput) (
	*sdk.DisassociateRoutingProfileQueuesOutput, error,
) {
	p := c.place(in.InstanceId)
	pair := func(ref types.RoutingProfileQueueReference) acd.QueueChannel { return queueChannel(p, &ref) }
	_, err := h.do(c, p, acd.DisassociateRoutingProfileQueues{
		ProfileID: p.profile(in.RoutingProfileId),
		Queues:    each(in.QueueReferences, pair),
		Manual:    each(in.ManualAssignmentQueueReferences, pair),
	})
	return nil, err
}

func (h *handlers) deleteRoutingProfile(c *Call, in *sdk.DeleteRoutingProfileInput) (
	*sdk.DeleteRoutingProfileOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DeleteRoutingProfile{ProfileID: p.profile(in.RoutingProfileId)})
	return nil, err
}

// profile reads the id or ARN of a routing profile.
func (p *place) profile(given *string) acd.RoutingProfileID {
	return idAt[acd.RoutingProfileID](p, acd.KindRoutingProfile, given)
}

func (h *handlers) listRoutingProfileManualQueues(c *Call, in *sdk.ListRoutingProfileManualAssignmentQueuesInput) (
	*sdk.ListRoutingProfileManualAssignmentQueuesOutput, error,
) {
	p := c.place(in.InstanceId)
	id := p.profile(in.RoutingProfileId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListRoutingProfileManualAssignmentQueuesOutput, error) {
		profile, ok := i.Directory().RoutingProfile(id)
		if !ok {
			return nil, unknown("routing profile", id)
		}
		entries := profileEntries(i, each(profile.ManualQueues, func(q acd.QueueChannel) acd.ProfileQueue {
			return acd.ProfileQueue{QueueChannel: q}
		}))
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, string(id)), entries, profileEntry.key)
		if err != nil {
			return nil, err
		}
		return &sdk.ListRoutingProfileManualAssignmentQueuesOutput{
			LastModifiedRegion: p.region(),
			LastModifiedTime:   stamp(profile.LastModifiedAt),
			NextToken:          next,
			RoutingProfileManualAssignmentQueueConfigSummaryList: each(found,
				func(e profileEntry) types.RoutingProfileManualAssignmentQueueConfigSummary {
					return types.RoutingProfileManualAssignmentQueueConfigSummary{
						Channel:   types.Channel(e.Channel),
						QueueArn:  p.arn(acd.KindQueue, string(e.QueueID)),
						QueueId:   new(string(e.QueueID)),
						QueueName: &e.name,
					}
				}),
		}, nil
	})
}
