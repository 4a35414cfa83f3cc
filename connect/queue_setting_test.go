package connect

import (
	"errors"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// TestQueueInPlace creates a queue, changes everything about it in place, reads it back after each change, and deletes
// it, as tools do that keep an instance as it is written.
func TestQueueInPlace(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue, flow := s.queue(), s.flowInto(s.basicQueue())
	hours := *got(s.client.CreateHoursOfOperation(s.ctx, &sdk.CreateHoursOfOperationInput{InstanceId: &s.instance,
		Name: new("Nights"), TimeZone: new("UTC"), Config: []types.HoursOfOperationConfig{}})).HoursOfOperationId
	described := func() *types.Queue {
		t.Helper()
		return got(s.client.DescribeQueue(s.ctx, &sdk.DescribeQueueInput{InstanceId: &s.instance, QueueId: &queue})).Queue
	}
	want := described()
	shows := func(what string) {
		t.Helper()
		s.turn(1)
		is := described()
		want.LastModifiedTime = is.LastModifiedTime
		if show(is) != show(want) {
			t.Errorf("%s: the queue is %s\nnot %s", what, show(is), show(want))
		}
	}
	got(s.client.UpdateQueueName(s.ctx, &sdk.UpdateQueueNameInput{InstanceId: &s.instance, QueueId: &queue,
		Name: new("Night desk")}))
	want.Name = new("Night desk")
	shows("another name")
	got(s.client.UpdateQueueName(s.ctx, &sdk.UpdateQueueNameInput{InstanceId: &s.instance, QueueId: &queue,
		Name: new("NIGHT desk"), Description: new("After eight")}))
	want.Name, want.Description = new("NIGHT desk"), new("After eight")
	shows("the same name in other letters, and a description")
	got(s.client.UpdateQueueHoursOfOperation(s.ctx, &sdk.UpdateQueueHoursOfOperationInput{InstanceId: &s.instance,
		QueueId: &queue, HoursOfOperationId: &hours}))
	want.HoursOfOperationId = &hours
	shows("other hours")
	got(s.client.UpdateQueueMaxContacts(s.ctx, &sdk.UpdateQueueMaxContactsInput{InstanceId: &s.instance,
		QueueId: &queue, MaxContacts: new(int32(0))}))
	want.MaxContacts = new(int32(0))
	shows("a limit of nothing")
	got(s.client.UpdateQueueMaxContacts(s.ctx, &sdk.UpdateQueueMaxContactsInput{InstanceId: &s.instance,
		QueueId: &queue}))
	want.MaxContacts = nil
	shows("no limit")
	got(s.client.UpdateQueueStatus(s.ctx, &sdk.UpdateQueueStatusInput{InstanceId: &s.instance, QueueId: &queue,
		Status: types.QueueStatusDisabled}))
	want.Status = types.QueueStatusDisabled
	shows("disabled")
	for _, config := range []types.OutboundCallerConfig{
		{OutboundCallerIdName: new("Night desk"), OutboundFlowId: &flow}, {OutboundFlowId: &flow},
	} {
		got(s.client.UpdateQueueOutboundCallerConfig(s.ctx, &sdk.UpdateQueueOutboundCallerConfigInput{
			InstanceId: &s.instance, QueueId: &queue, OutboundCallerConfig: &config}))
		want.OutboundCallerConfig = &config
		shows("another caller id")
	}
	got(s.client.UpdateQueueOutboundCallerConfig(s.ctx, &sdk.UpdateQueueOutboundCallerConfigInput{
		InstanceId: &s.instance, QueueId: &queue, OutboundCallerConfig: &types.OutboundCallerConfig{}}))
	want.OutboundCallerConfig = nil
	shows("no caller id")

	got(s.client.DeleteQueue(s.ctx, &sdk.DeleteQueueInput{InstanceId: &s.instance, QueueId: &queue}))
	_, err := s.client.DescribeQueue(s.ctx, &sdk.DescribeQueueInput{InstanceId: &s.instance, QueueId: &queue})
	refused(t, err, "ResourceNotFoundException", 404, queue)
	_, err = s.client.DeleteQueue(s.ctx, &sdk.DeleteQueueInput{InstanceId: &s.instance, QueueId: &queue})
	refused(t, err, "ResourceNotFoundException", 404, queue)
	found := got(s.client.SearchQueues(s.ctx, &sdk.SearchQueuesInput{InstanceId: &s.instance}))
	if len(found.Queues) != 1 {
		t.Errorf("%d queues are found after one of two was deleted", len(found.Queues))
	}
	got(s.client.CreateQueue(s.ctx, &sdk.CreateQueueInput{InstanceId: &s.instance, Name: new("Night desk"),
		HoursOfOperationId: &hours})) // its name is free again
}

// TestRoutingProfileInPlace does the same with a routing profile.
func TestRoutingProfileInPlace(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue, other := s.queue(), s.queue()
	profile := s.profile(queue)
	described := func() *types.RoutingProfile {
		t.Helper()
		return got(s.client.DescribeRoutingProfile(s.ctx, &sdk.DescribeRoutingProfileInput{InstanceId: &s.instance,
			RoutingProfileId: &profile})).RoutingProfile
	}
	want := described()
	shows := func(what string) {
		t.Helper()
		is := described()
		want.LastModifiedTime = is.LastModifiedTime
		if show(is) != show(want) {
			t.Errorf("%s: the profile is %s\nnot %s", what, show(is), show(want))
		}
	}
	got(s.client.UpdateRoutingProfileName(s.ctx, &sdk.UpdateRoutingProfileNameInput{InstanceId: &s.instance,
		RoutingProfileId: &profile, Name: new("Sellers"), Description: new("Those who sell")}))
	want.Name, want.Description = new("Sellers"), new("Those who sell")
	shows("another name")
	got(s.client.UpdateRoutingProfileDefaultOutboundQueue(s.ctx, &sdk.UpdateRoutingProfileDefaultOutboundQueueInput{
		InstanceId: &s.instance, RoutingProfileId: &profile, DefaultOutboundQueueId: &other}))
	want.DefaultOutboundQueueId = &other
	shows("another queue to go out from")
	got(s.client.UpdateRoutingProfileAgentAvailabilityTimer(s.ctx,
		&sdk.UpdateRoutingProfileAgentAvailabilityTimerInput{InstanceId: &s.instance, RoutingProfileId: &profile,
			AgentAvailabilityTimer: types.AgentAvailabilityTimerTimeSinceLastInbound}))
	want.AgentAvailabilityTimer = types.AgentAvailabilityTimerTimeSinceLastInbound
	shows("another timer")
	got(s.client.UpdateRoutingProfileConcurrency(s.ctx, &sdk.UpdateRoutingProfileConcurrencyInput{
		InstanceId: &s.instance, RoutingProfileId: &profile, MediaConcurrencies: chats(7)}))
	want.MediaConcurrencies = chats(7)
	want.MediaConcurrencies[0].CrossChannelBehavior = &types.CrossChannelBehavior{
		BehaviorType: types.BehaviorTypeRouteCurrentChannelOnly}
	shows("other channels")
	got(s.client.UpdateRoutingProfileQueues(s.ctx, &sdk.UpdateRoutingProfileQueuesInput{InstanceId: &s.instance,
		RoutingProfileId: &profile, QueueConfigs: []types.RoutingProfileQueueConfig{
			{QueueReference: chatsOf(queue), Priority: new(int32(9)), Delay: new(int32(30))}}}))
	shows("another priority")
	entries := got(s.client.ListRoutingProfileQueues(s.ctx, &sdk.ListRoutingProfileQueuesInput{
		InstanceId: &s.instance, RoutingProfileId: &profile})).RoutingProfileQueueConfigSummaryList
	if e := entries[0]; len(entries) != 2 || e.Channel != "CHAT" || *e.Priority != 9 || e.Delay != 30 {
		t.Errorf("the first of %d entries is %s", len(entries), show(&e))
	}
	if e := entries[1]; e.Channel != "TASK" || *e.Priority != 1 || e.Delay != 0 {
		t.Errorf("the second entry has become %s", show(&e))
	}
}

// TestManualQueues lets a profile list chats of a queue by hand only.
func TestManualQueues(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	profile := s.profile(queue)
	byHand := func() []types.RoutingProfileManualAssignmentQueueConfigSummary {
		t.Helper()
		return got(s.client.ListRoutingProfileManualAssignmentQueues(s.ctx,
			&sdk.ListRoutingProfileManualAssignmentQueuesInput{InstanceId: &s.instance, RoutingProfileId: &profile},
		)).RoutingProfileManualAssignmentQueueConfigSummaryList
	}
	got(s.client.AssociateRoutingProfileQueues(s.ctx, &sdk.AssociateRoutingProfileQueuesInput{
		InstanceId: &s.instance, RoutingProfileId: &profile,
		ManualAssignmentQueueConfigs: []types.RoutingProfileManualAssignmentQueueConfig{
			{QueueReference: chatsOf(queue)}}}))
	got(s.client.DisassociateRoutingProfileQueues(s.ctx, &sdk.DisassociateRoutingProfileQueuesInput{
		InstanceId: &s.instance, RoutingProfileId: &profile,
		QueueReferences: []types.RoutingProfileQueueReference{*chatsOf(queue)}}))
	list := byHand()
	if len(list) != 1 || *list[0].QueueId != queue || list[0].Channel != "CHAT" || *list[0].QueueName != "queue-1" ||
		*list[0].QueueArn != s.arn(acd.KindQueue, queue) {
		t.Errorf("by hand are listed %d, the first %s", len(list), show(&list[0]))
	}
	user := s.user(profile)
	s.put(user, types.AgentStatusTypeRoutable)
	chat := *s.chat(s.flowInto(queue)).ContactId
	_, err := s.client.DeleteQueue(s.ctx, &sdk.DeleteQueueInput{InstanceId: &s.instance, QueueId: &queue})
	var inUse *types.ResourceInUseException // it waits, though he is there
	if !errors.As(err, &inUse) || inUse.ResourceType != types.ResourceTypeContact || value(inUse.ResourceId) != chat {
		t.Errorf("the queue of a chat that waits is deleted: %v", err)
	}
	got(s.client.DisassociateRoutingProfileQueues(s.ctx, &sdk.DisassociateRoutingProfileQueuesInput{
		InstanceId: &s.instance, RoutingProfileId: &profile,
		ManualAssignmentQueueReferences: []types.RoutingProfileQueueReference{*chatsOf(queue)}}))
	if list := byHand(); len(list) != 0 {
		t.Errorf("by hand are listed %d, after the one was taken out", len(list))
	}
	_, err = s.client.DeleteRoutingProfile(s.ctx, &sdk.DeleteRoutingProfileInput{InstanceId: &s.instance,
		RoutingProfileId: &profile})
	if !errors.As(err, &inUse) || inUse.ResourceType != types.ResourceTypeUser || value(inUse.ResourceId) != user {
		t.Errorf("the profile of a user is deleted: %v", err)
	}
	got(s.client.DeleteUser(s.ctx, &sdk.DeleteUserInput{InstanceId: &s.instance, UserId: &user}))
	got(s.client.DeleteRoutingProfile(s.ctx, &sdk.DeleteRoutingProfileInput{InstanceId: &s.instance,
		RoutingProfileId: &profile}))
	_, err = s.client.DescribeRoutingProfile(s.ctx, &sdk.DescribeRoutingProfileInput{InstanceId: &s.instance,
		RoutingProfileId: &profile})
	refused(t, err, "ResourceNotFoundException", 404, profile)
}

// TestProfileQuotas fills a profile to its quota of queues, routed and by hand.
func TestProfileQuotas(t *testing.T) {
	s := newStage(t, acd.Quotas{QueuesPerProfile: 2})
	profile := s.profile(s.basicQueue())
	associate := func(in sdk.AssociateRoutingProfileQueuesInput) error {
		in.InstanceId, in.RoutingProfileId = &s.instance, &profile
		_, err := s.client.AssociateRoutingProfileQueues(s.ctx, &in)
		return err
	}
	refused(t, associate(sdk.AssociateRoutingProfileQueuesInput{QueueConfigs: []types.RoutingProfileQueueConfig{
		{QueueReference: chatsOf(s.queue()), Priority: new(int32(1)), Delay: new(int32(0))}}}),
		"InvalidRequestException", 400, "3 queues", "at most 2")
	three := []types.RoutingProfileManualAssignmentQueueConfig{{QueueReference: chatsOf(s.queue())},
		{QueueReference: chatsOf(s.queue())}, {QueueReference: chatsOf(s.queue())}}
	refused(t, associate(sdk.AssociateRoutingProfileQueuesInput{ManualAssignmentQueueConfigs: three}),
		"InvalidRequestException", 400, "3 queues", "at most 2")
	if err := associate(sdk.AssociateRoutingProfileQueuesInput{ManualAssignmentQueueConfigs: three[:2]}); err != nil {
		t.Error(err)
	}
}
