package connect

import (
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) createQueue(c *Call, in *sdk.CreateQueueInput) (*sdk.CreateQueueOutput, error) {
	p := c.place(in.InstanceId)
	caller, email := value(in.OutboundCallerConfig), value(in.OutboundEmailConfig)
	id, err := h.do(c, p, acd.CreateQueue{
		Queue: acd.Queue{
			Name:                   value(in.Name),
			Description:            value(in.Description),
			HoursID:                idAt[acd.HoursID](p, acd.KindHours, in.HoursOfOperationId),
			MaxContacts:            in.MaxContacts,
			OutboundCallerIDName:   value(caller.OutboundCallerIdName),
			OutboundCallerIDNumber: string(p.numberID(caller.OutboundCallerIdNumberId)),
			OutboundFlowID:         idAt[acd.FlowID](p, acd.KindFlow, caller.OutboundFlowId),
			OutboundEmailAddressID: idAt[string](p, acd.KindEmailAddress, email.OutboundEmailAddressId),
			QuickConnectIDs:        texts(idsAt[acd.QuickConnectID](p, acd.KindQuickConnect, in.QuickConnectIds)),
			EmailAddressIDs:        texts(emailAddressIDs(p, in.EmailAddressesConfig)),
		},
		Tags: in.Tags,
	})
	if err != nil {
		return nil, err
	}
	return &sdk.CreateQueueOutput{QueueId: &id, QueueArn: p.arn(acd.KindQueue, id)}, nil
}

// describeQueue describes a standard queue. What an agent queue would answer is not documented (A0072).
func (h *handlers) describeQueue(c *Call, in *sdk.DescribeQueueInput) (*sdk.DescribeQueueOutput, error) {
	p := c.place(in.InstanceId)
	id := idAt[acd.QueueID](p, acd.KindQueue, in.QueueId)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribeQueueOutput, error) {
		queue, ok := i.Directory().Queue(id)
		if !ok {
			return nil, unknown("queue", id)
		}
		return &sdk.DescribeQueueOutput{Queue: new(queueOut(p, i, queue))}, nil
	})
}

// queueOut shows a standard queue.
func queueOut(p *place, i *instance.Instance, queue acd.Queue) types.Queue {
	return types.Queue{
		Description:          word(queue.Description),
		HoursOfOperationId:   new(string(queue.HoursID)),
		LastModifiedRegion:   p.region(),
		LastModifiedTime:     stamp(queue.LastModifiedAt),
		MaxContacts:          queue.MaxContacts,
		Name:                 &queue.Name,
		OutboundCallerConfig: outboundCaller(queue),
		OutboundEmailConfig:  outboundEmail(queue),
		QueueArn:             p.arn(acd.KindQueue, string(queue.ID)),
		QueueId:              new(string(queue.ID)),
		Status:               types.QueueStatus(queue.Status),
		Tags:                 i.Directory().Tags(acd.KindQueue, string(queue.ID)),
	}
}

func outboundCaller(queue acd.Queue) *types.OutboundCallerConfig {
	config := types.OutboundCallerConfig{
		OutboundCallerIdName:     word(queue.OutboundCallerIDName),
		OutboundCallerIdNumberId: word(queue.OutboundCallerIDNumber),
		OutboundFlowId:           word(queue.OutboundFlowID),
	}
	if config == (types.OutboundCallerConfig{}) {
		return nil
	}
	return &config
}

func outboundEmail(queue acd.Queue) *types.OutboundEmailConfig {
	if queue.OutboundEmailAddressID == "" {
		return nil
	}
	return &types.OutboundEmailConfig{OutboundEmailAddressId: &queue.OutboundEmailAddressID}
}

// queueEntry is a queue of either type as a list shows it.
type queueEntry struct {
	ref  acd.QueueRef
	name string // an agent queue has none (AG:concepts-queues-standard-and-agent)
	at   acd.Time
}

// key puts standard queues before agent queues.
func (e queueEntry) key() string {
	if e.ref.Type == acd.AgentQueue {
		return "1" + string(e.ref.ID)
	}
	return "0" + nameKey(e.name, e.ref.ID)
}

func (h *handlers) listQueues(c *Call, in *sdk.ListQueuesInput) (*sdk.ListQueuesOutput, error) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListQueuesOutput, error) {
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, texts(in.QueueTypes)...),
			queueEntries(i, in.QueueTypes), queueEntry.key)
		if err != nil {
			return nil, err
		}
		return &sdk.ListQueuesOutput{
			NextToken: next,
			QueueSummaryList: each(found, func(e queueEntry) types.QueueSummary {
				return types.QueueSummary{
					Arn:                queueARN(p, e.ref),
					Id:                 new(string(e.ref.ID)),
					LastModifiedRegion: p.region(),
					LastModifiedTime:   stamp(e.at),
					Name:               word(e.name),
					QueueType:          types.QueueType(e.ref.Type),
				}
			}),
		}, nil
	})
}

// queueEntries returns the queues of the types that are wanted, all where none is named, in the order of their keys.
func queueEntries(i *instance.Instance, wanted []types.QueueType) []queueEntry {
	wants := func(t types.QueueType) bool { return len(wanted) == 0 || slices.Contains(wanted, t) }
	var all []queueEntry
	if wants(types.QueueTypeStandard) {
		for _, q := range i.Directory().Queues() {
			all = append(all, queueEntry{acd.QueueRef{Type: acd.StandardQueue, ID: q.ID}, q.Name, q.LastModifiedAt})
		}
	}
	if wants(types.QueueTypeAgent) {
		for _, u := range usersByID(i) {
			all = append(all, queueEntry{acd.QueueRef{Type: acd.AgentQueue, ID: acd.QueueID(u.ID)}, "", u.LastModifiedAt})
		}
	}
	return all
}

// queueARN returns the ARN of a queue of either type.
func queueARN(p *place, q acd.QueueRef) *string {
	if q.Type == acd.AgentQueue {
		return p.arn(acd.KindAgentQueue, string(q.ID))
	}
	return p.arn(acd.KindQueue, string(q.ID))
}
