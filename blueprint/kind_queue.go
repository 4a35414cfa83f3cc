package blueprint

import (
	"context"
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

func queueNature() nature[Queue] {
	return nature[Queue]{
		list: func(ctx context.Context, s *Site) ([]named, error) {
			return all(func(token *string) ([]named, *string, error) {
				out, err := s.client.ListQueues(ctx, &sdk.ListQueuesInput{InstanceId: &s.id, NextToken: token,
					QueueTypes: []types.QueueType{types.QueueTypeStandard}})
				if err != nil {
					return nil, nil, err
				}
				var found []named
				for _, q := range out.QueueSummaryList {
					found = append(found, named{q.Name, q.Id, q.Arn})
				}
				return found, out.NextToken, nil
			})
		},
		describe: describeQueue,
		create: func(ctx context.Context, s *Site, q Queue) (id, arn *string, err error) {
			hours, err := s.idOf(kindHours, q.Hours)
			if err != nil {
				return nil, nil, err
			}
			out, err := s.client.CreateQueue(ctx, &sdk.CreateQueueInput{InstanceId: &s.id, Name: &q.Name,
				Description: q.Description, HoursOfOperationId: hours, MaxContacts: q.MaxContacts, Tags: tagsGiven(q.Tags)})
			if err != nil {
				return nil, nil, err
			}
			return out.QueueId, out.QueueArn, nil
		},
		change: changeQueue,
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.DeleteQueue(ctx, &sdk.DeleteQueueInput{InstanceId: &s.id, QueueId: &id})
			return err
		},
	}
}

func describeQueue(ctx context.Context, s *Site, name, id string) (Queue, error) {
	out, err := s.client.DescribeQueue(ctx, &sdk.DescribeQueueInput{InstanceId: &s.id, QueueId: &id})
	if err != nil {
		return Queue{}, err
	}
	found, whose := out.Queue, fmt.Sprintf("the queue %q", name)
	q := Queue{Name: name, Description: found.Description, MaxContacts: found.MaxContacts, Tags: found.Tags,
		Hours: aws.ToString(s.nameOf(kindHours, found.HoursOfOperationId, whose)), QuickConnects: []string{},
		Emails: []string{}}
	if found.Status != "" {
		q.Status = aws.String(string(found.Status))
	}
	if c := found.OutboundCallerConfig; c != nil {
		caller := Caller{Name: c.OutboundCallerIdName, Number: s.nameOf(kindNumber, c.OutboundCallerIdNumberId, whose),
			Flow: s.nameOf(kindFlow, c.OutboundFlowId, whose)}
		if caller != (Caller{}) {
			q.Caller = &caller
		}
	}
	if found.OutboundEmailConfig != nil {
		q.OutboundEmail = s.nameOf(kindEmail, found.OutboundEmailConfig.OutboundEmailAddressId, whose)
	}
	addresses, err := s.queueEmails(ctx, id)
	if s.cannot(kindQueue, "emailAddresses", err) {
		q.Emails, addresses, err = nil, nil, nil
	}
	if err != nil {
		return q, err
	}
	for _, address := range addresses {
		if name := s.nameOf(kindEmail, address.Id, whose); name != nil && *name != aws.ToString(q.OutboundEmail) {
			q.Emails = append(q.Emails, *name)
		}
	}
	list, err := s.queueQuickConnects(ctx, id)
	for _, connect := range list {
		q.QuickConnects = append(q.QuickConnects, aws.ToString(connect.Name))
	}
	return q, err
}

// queueQuickConnects lists the quick connects of a queue.
func (s *Site) queueQuickConnects(ctx context.Context, id string) ([]types.QuickConnectSummary, error) {
	return all(func(token *string) ([]types.QuickConnectSummary, *string, error) {
		out, err := s.client.ListQueueQuickConnects(ctx,
			&sdk.ListQueueQuickConnectsInput{InstanceId: &s.id, QueueId: &id, NextToken: token})
		if err != nil {
			return nil, nil, err
		}
		return out.QuickConnectSummaryList, out.NextToken, nil
	})
}

func changeQueue(ctx context.Context, s *Site, id string, q Queue, changed fields) error {
	if changed["description"] {
		_, err := s.client.UpdateQueueName(ctx, &sdk.UpdateQueueNameInput{InstanceId: &s.id, QueueId: &id, Name: &q.Name,
			Description: q.Description})
		if err != nil {
			return err
		}
	}
	if changed["hours"] {
		hours, err := s.idOf(kindHours, q.Hours)
		if err != nil {
			return err
		}
		if _, err := s.client.UpdateQueueHoursOfOperation(ctx, &sdk.UpdateQueueHoursOfOperationInput{InstanceId: &s.id,
			QueueId: &id, HoursOfOperationId: hours}); err != nil {
			return err
		}
	}
	if changed["maxContacts"] {
		if _, err := s.client.UpdateQueueMaxContacts(ctx, &sdk.UpdateQueueMaxContactsInput{InstanceId: &s.id, QueueId: &id,
			MaxContacts: q.MaxContacts}); err != nil {
			return err
		}
	}
	if changed["status"] {
		if _, err := s.client.UpdateQueueStatus(ctx, &sdk.UpdateQueueStatusInput{InstanceId: &s.id, QueueId: &id,
			Status: types.QueueStatus(*q.Status)}); err != nil {
			return err
		}
	}
	if changed["outboundCaller"] {
		if err := s.changeCaller(ctx, id, *q.Caller); err != nil {
			return err
		}
	}
	if err := s.changeQueueEmails(ctx, id, q, changed); err != nil {
		return err
	}
	if changed["quickConnects"] {
		return s.changeQueueQuickConnects(ctx, id, q.QuickConnects)
	}
	return nil
}

func (s *Site) changeCaller(ctx context.Context, id string, c Caller) error {
	number, err := s.idOfGiven(kindNumber, c.Number)
	if err != nil {
		return err
	}
	flow, err := s.idOfGiven(kindFlow, c.Flow)
	if err != nil {
		return err
	}
	_, err = s.client.UpdateQueueOutboundCallerConfig(ctx, &sdk.UpdateQueueOutboundCallerConfigInput{InstanceId: &s.id,
		QueueId: &id, OutboundCallerConfig: &types.OutboundCallerConfig{OutboundCallerIdName: c.Name,
			OutboundCallerIdNumberId: number, OutboundFlowId: flow}})
	return err
}

// changeQueueQuickConnects makes the quick connects of a queue those that it is to have.
func (s *Site) changeQueueQuickConnects(ctx context.Context, id string, names []string) error {
	want, err := s.idsOf(kindQuickConnect, names)
	if err != nil {
		return err
	}
	list, err := s.queueQuickConnects(ctx, id)
	if err != nil {
		return err
	}
	var have, gone []string
	for _, connect := range list {
		have = append(have, aws.ToString(connect.Id))
		if !slices.Contains(want, aws.ToString(connect.Id)) {
			gone = append(gone, aws.ToString(connect.Id))
		}
	}
	want = slices.DeleteFunc(want, func(id string) bool { return slices.Contains(have, id) })
	for part := range slices.Chunk(gone, associatedAtOnce) {
		if _, err := s.client.DisassociateQueueQuickConnects(ctx, &sdk.DisassociateQueueQuickConnectsInput{
			InstanceId: &s.id, QueueId: &id, QuickConnectIds: part}); err != nil {
			return err
		}
	}
	for part := range slices.Chunk(want, associatedAtOnce) {
		if _, err := s.client.AssociateQueueQuickConnects(ctx, &sdk.AssociateQueueQuickConnectsInput{
			InstanceId: &s.id, QueueId: &id, QuickConnectIds: part}); err != nil {
			return err
		}
	}
	return nil
}

// associatedAtOnce is how many things one request of Amazon's API associates.
const associatedAtOnce = 10
