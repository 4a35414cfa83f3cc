package connect

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// TestTerraformQueue plays what Terraform calls for aws_connect_queue. It reads a queue with DescribeQueue and
// ListQueueQuickConnects, and takes what is absent from the answer for something that nobody has set.
func TestTerraformQueue(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	number, hours := s.claim(), s.newHours()
	doctor, nurse := s.telephone("+12065550100"), s.telephone("+12065550101")
	made := got(s.client.CreateQueue(s.ctx, &sdk.CreateQueueInput{InstanceId: &s.instance, Name: new("Ward"),
		HoursOfOperationId: new(s.hours()), QuickConnectIds: []string{doctor}, Tags: beforeTags()}))
	at := sdk.DescribeQueueInput{InstanceId: &s.instance, QueueId: made.QueueId}
	read := func() (*types.Queue, []types.QuickConnectSummary) {
		t.Helper()
		list := got(s.client.ListQueueQuickConnects(s.ctx, &sdk.ListQueueQuickConnectsInput{InstanceId: &s.instance,
			QueueId: made.QueueId, MaxResults: new(int32(60))})).QuickConnectSummaryList
		return got(s.client.DescribeQueue(s.ctx, &at)).Queue, list
	}
	q, connects := read()
	if q.Description != nil || q.MaxContacts != nil || q.OutboundCallerConfig != nil {
		t.Errorf("what nobody set is there: %s", show(q))
	}
	same(t, "the ARN", *q.QueueArn, *made.QueueArn)
	same(t, "the status", q.Status, types.QueueStatusEnabled)
	same(t, "its quick connect", *connects[0].Id, doctor)
	sameTags(t, q.Tags, beforeTags())

	got(s.client.UpdateQueueHoursOfOperation(s.ctx, &sdk.UpdateQueueHoursOfOperationInput{InstanceId: &s.instance,
		QueueId: made.QueueId, HoursOfOperationId: &hours}))
	got(s.client.UpdateQueueMaxContacts(s.ctx, &sdk.UpdateQueueMaxContactsInput{InstanceId: &s.instance,
		QueueId: made.QueueId, MaxContacts: new(int32(0))}))
	got(s.client.UpdateQueueName(s.ctx, &sdk.UpdateQueueNameInput{InstanceId: &s.instance, QueueId: made.QueueId,
		Name: new("Ward 2"), Description: new("Upstairs")}))
	got(s.client.UpdateQueueOutboundCallerConfig(s.ctx, &sdk.UpdateQueueOutboundCallerConfigInput{
		InstanceId: &s.instance, QueueId: made.QueueId, OutboundCallerConfig: &types.OutboundCallerConfig{
			OutboundCallerIdName: new("Clinic"), OutboundCallerIdNumberId: &number,
			OutboundFlowId: new(s.otherFlow(types.ContactFlowTypeOutboundWhisper))}}))
	got(s.client.UpdateQueueStatus(s.ctx, &sdk.UpdateQueueStatusInput{InstanceId: &s.instance, QueueId: made.QueueId,
		Status: types.QueueStatusDisabled}))
	got(s.client.AssociateQueueQuickConnects(s.ctx, &sdk.AssociateQueueQuickConnectsInput{InstanceId: &s.instance,
		QueueId: made.QueueId, QuickConnectIds: []string{nurse}}))
	got(s.client.DisassociateQueueQuickConnects(s.ctx, &sdk.DisassociateQueueQuickConnectsInput{
		InstanceId: &s.instance, QueueId: made.QueueId, QuickConnectIds: []string{doctor}}))
	sameTags(t, s.retag(made.QueueArn), afterTags())
	q, connects = read()
	same(t, "the hours", *q.HoursOfOperationId, hours)
	same(t, "the limit", *q.MaxContacts, 0)
	same(t, "the name", *q.Name+", "+*q.Description, "Ward 2, Upstairs")
	same(t, "the caller", *q.OutboundCallerConfig.OutboundCallerIdNumberId, number)
	same(t, "the status", q.Status, types.QueueStatusDisabled)
	same(t, "its quick connects", len(connects) == 1 && *connects[0].Id == nurse, true)
	sameTags(t, q.Tags, afterTags())
	listed := got(s.client.ListQueues(s.ctx, &sdk.ListQueuesInput{InstanceId: &s.instance,
		MaxResults: new(int32(60))})).QueueSummaryList
	same(t, "the queue in the list", *listed[len(listed)-1].Id, *made.QueueId)
	got(s.client.DeleteQueue(s.ctx, &sdk.DeleteQueueInput{InstanceId: &s.instance, QueueId: made.QueueId}))
	s.gone("DescribeQueue", &at)
}

// telephone makes a quick connect to a number.
func (s *stage) telephone(number string) string {
	s.Helper()
	return *got(s.client.CreateQuickConnect(s.ctx, &sdk.CreateQuickConnectInput{InstanceId: &s.instance,
		Name: s.name("telephone"), QuickConnectConfig: &types.QuickConnectConfig{
			QuickConnectType: types.QuickConnectTypePhoneNumber,
			PhoneConfig:      &types.PhoneNumberQuickConnectConfig{PhoneNumber: &number}}})).QuickConnectId
}

// TestTerraformRoutingProfile plays what Terraform calls for aws_connect_routing_profile of twenty-three queues: it
// creates the profile with ten, associates the others by tens, and reads all of them by pages.
func TestTerraformRoutingProfile(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	var queues []types.RoutingProfileQueueConfig
	for range 23 {
		queues = append(queues, types.RoutingProfileQueueConfig{Priority: new(int32(1)), Delay: new(int32(0)),
			QueueReference: &types.RoutingProfileQueueReference{QueueId: new(s.queue()), Channel: types.ChannelVoice}})
	}
	voice := types.MediaConcurrency{Channel: types.ChannelVoice, Concurrency: new(int32(1))}
	made := got(s.client.CreateRoutingProfile(s.ctx, &sdk.CreateRoutingProfileInput{InstanceId: &s.instance,
		Name: new("Nurses"), Description: new("Day"), DefaultOutboundQueueId: queues[0].QueueReference.QueueId,
		MediaConcurrencies: []types.MediaConcurrency{voice}, QueueConfigs: queues[:10], Tags: beforeTags()}))
	for _, some := range [][]types.RoutingProfileQueueConfig{queues[10:20], queues[20:]} {
		got(s.client.AssociateRoutingProfileQueues(s.ctx, &sdk.AssociateRoutingProfileQueuesInput{
			InstanceId: &s.instance, RoutingProfileId: made.RoutingProfileId, QueueConfigs: some}))
	}
	at := sdk.DescribeRoutingProfileInput{InstanceId: &s.instance, RoutingProfileId: made.RoutingProfileId}
	read := func(want int) (*types.RoutingProfile, map[string]types.RoutingProfileQueueConfigSummary) {
		t.Helper()
		all := make(map[string]types.RoutingProfileQueueConfigSummary)
		pages := sdk.NewListRoutingProfileQueuesPaginator(s.client, &sdk.ListRoutingProfileQueuesInput{
			InstanceId: &s.instance, RoutingProfileId: made.RoutingProfileId, MaxResults: new(int32(10))})
		for pages.HasMorePages() {
			for _, q := range got(pages.NextPage(s.ctx)).RoutingProfileQueueConfigSummaryList {
				all[aws.ToString(q.QueueId)+string(q.Channel)] = q
			}
		}
		same(t, "how many queues", len(all), want)
		return got(s.client.DescribeRoutingProfile(s.ctx, &at)).RoutingProfile, all
	}
	r, all := read(23)
	first := all[*queues[0].QueueReference.QueueId+"VOICE"]
	same(t, "the first queue", *first.QueueArn, s.arn(acd.KindQueue, *first.QueueId))
	same(t, "its priority", *first.Priority, 1)
	same(t, "how many channels", len(r.MediaConcurrencies), 1)
	sameTags(t, r.Tags, beforeTags())
	s.changeProfile(made.RoutingProfileId, voice, queues)
	sameTags(t, s.retag(made.RoutingProfileArn), afterTags())
	r, all = read(22)
	same(t, "the name", *r.Name+", "+*r.Description, "Nurses 2, Night")
	same(t, "how many channels", len(r.MediaConcurrencies), 2)
	same(t, "the queue of calls out", *r.DefaultOutboundQueueId, *queues[1].QueueReference.QueueId)
	chat := all[*queues[0].QueueReference.QueueId+"CHAT"]
	same(t, "the delay", chat.Delay, 5)
	same(t, "the priority", *all[*queues[2].QueueReference.QueueId+"VOICE"].Priority, 7)
	sameTags(t, r.Tags, afterTags())
	got(s.client.DeleteRoutingProfile(s.ctx, &sdk.DeleteRoutingProfileInput{InstanceId: &s.instance,
		RoutingProfileId: made.RoutingProfileId}))
	s.gone("DescribeRoutingProfile", &at)
}

// changeProfile adds chats, changes the names, and of the queues adds one, takes away two and changes one.
func (s *stage) changeProfile(id *string, voice types.MediaConcurrency, queues []types.RoutingProfileQueueConfig) {
	s.Helper()
	chat := types.MediaConcurrency{Channel: types.ChannelChat, Concurrency: new(int32(2))}
	got(s.client.UpdateRoutingProfileConcurrency(s.ctx, &sdk.UpdateRoutingProfileConcurrencyInput{
		InstanceId: &s.instance, RoutingProfileId: id, MediaConcurrencies: []types.MediaConcurrency{voice, chat}}))
	got(s.client.UpdateRoutingProfileDefaultOutboundQueue(s.ctx, &sdk.UpdateRoutingProfileDefaultOutboundQueueInput{
		InstanceId: &s.instance, RoutingProfileId: id, DefaultOutboundQueueId: queues[1].QueueReference.QueueId}))
	got(s.client.UpdateRoutingProfileName(s.ctx, &sdk.UpdateRoutingProfileNameInput{InstanceId: &s.instance,
		RoutingProfileId: id, Name: new("Nurses 2"), Description: new("Night")}))
	got(s.client.AssociateRoutingProfileQueues(s.ctx, &sdk.AssociateRoutingProfileQueuesInput{InstanceId: &s.instance,
		RoutingProfileId: id, QueueConfigs: []types.RoutingProfileQueueConfig{{
			Priority: new(int32(1)), Delay: new(int32(5)), QueueReference: &types.RoutingProfileQueueReference{
				QueueId: queues[0].QueueReference.QueueId, Channel: types.ChannelChat}}}}))
	got(s.client.DisassociateRoutingProfileQueues(s.ctx, &sdk.DisassociateRoutingProfileQueuesInput{
		InstanceId: &s.instance, RoutingProfileId: id, QueueReferences: []types.RoutingProfileQueueReference{
			*queues[0].QueueReference, *queues[22].QueueReference}}))
	got(s.client.UpdateRoutingProfileQueues(s.ctx, &sdk.UpdateRoutingProfileQueuesInput{InstanceId: &s.instance,
		RoutingProfileId: id, QueueConfigs: []types.RoutingProfileQueueConfig{{Priority: new(int32(7)),
			Delay: new(int32(0)), QueueReference: queues[2].QueueReference}}}))
}
