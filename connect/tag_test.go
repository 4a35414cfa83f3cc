package connect

import (
	"maps"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// TestEveryKindTakesTags tags one thing of each kind that AG:tagging lists, changes a tag, and takes one away.
func TestEveryKindTakesTags(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	profile := s.profile(queue)
	home := acd.Account{Number: testAccount, Region: testRegion}.InstanceARN(acd.InstanceID(s.instance))
	for _, arn := range []string{
		home,
		s.arn(acd.KindHours, s.hours()),
		s.arn(acd.KindQueue, queue),
		s.arn(acd.KindRoutingProfile, profile),
		s.arn(acd.KindSecurityProfile, s.securityProfile()),
		s.arn(acd.KindUser, s.user(profile)),
		s.arn(acd.KindAgentStatus, s.statusOf(types.AgentStatusTypeOffline)),
		s.arn(acd.KindFlow, s.flowInto(queue)),
	} {
		s.tag(arn, map[string]string{"Team": "Blue", "Cost centre/é": ""})
		s.tag(arn, map[string]string{"Team": "Red"})
		got(s.client.UntagResource(s.ctx, &sdk.UntagResourceInput{
			ResourceArn: &arn, TagKeys: []string{"Cost centre/é", "never there"}}))
		tags := got(s.client.ListTagsForResource(s.ctx, &sdk.ListTagsForResourceInput{ResourceArn: &arn})).Tags
		if !maps.Equal(tags, map[string]string{"Team": "Red"}) {
			t.Errorf("%s has the tags %v", arn, tags)
		}
	}
	described := got(s.client.DescribeQueue(s.ctx, &sdk.DescribeQueueInput{InstanceId: &s.instance, QueueId: &queue}))
	same(t, "the tag of the queue", described.Queue.Tags["Team"], "Red")
	instance := got(s.client.DescribeInstance(s.ctx, &sdk.DescribeInstanceInput{InstanceId: &s.instance})).Instance
	same(t, "the tag of the instance", instance.Tags["Team"], "Red")
}

func (s *stage) tag(arn string, tags map[string]string) {
	s.Helper()
	got(s.client.TagResource(s.ctx, &sdk.TagResourceInput{ResourceArn: &arn, Tags: tags}))
}
