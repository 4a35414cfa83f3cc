package connect

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// impatient has the stage's client ask once: it would ask again after a limit, as if it had been throttled.
func (s *stage) impatient() {
	s.client = sdk.New(s.client.Options(), func(o *sdk.Options) { o.Retryer = aws.NopRetryer{} })
}

// TestFurtherLimits comes to the limits of quick connects, of agent statuses and of chains.
func TestFurtherLimits(t *testing.T) {
	s := newStage(t, acd.Quotas{QuickConnectsPerInstance: 2, QuickConnectsPerQueue: 1, AgentStatusesPerInstance: 1})
	s.impatient()
	queue := s.queue()
	flow := s.flowInto(queue)
	associate := func() error {
		quick := *got(s.client.CreateQuickConnect(s.ctx, s.someQuickConnect(queue))).QuickConnectId
		return s.call(asked{"AssociateQueueQuickConnects", &sdk.AssociateQueueQuickConnectsInput{
			InstanceId: &s.instance, QueueId: &queue, QuickConnectIds: []string{quick}}})
	}
	if err := associate(); err != nil {
		t.Error(err)
	}
	refused(t, associate(), "LimitExceededException", 429, "1")
	refused(t, s.call(asked{"CreateQuickConnect", s.someQuickConnect(queue)}), "LimitExceededException", 429, "2")

	refused(t, s.call(asked{"CreateAgentStatus", &sdk.CreateAgentStatusInput{
		InstanceId: &s.instance, Name: new("Training"), State: types.AgentStatusStateEnabled}}),
		"LimitExceededException", 429)

	last := s.task(flow)
	for range acd.ChainMax - 1 {
		last = *got(s.client.StartTaskContact(s.ctx, &sdk.StartTaskContactInput{
			InstanceId: &s.instance, ContactFlowId: &flow, Name: new("Further"), PreviousContactId: &last})).ContactId
	}
	refused(t, s.call(asked{"TransferContact", &sdk.TransferContactInput{
		InstanceId: &s.instance, ContactId: &last, ContactFlowId: &flow, QueueId: &queue}}),
		"ServiceQuotaExceededException", 402, "chain")
}
