package connect

import (
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// minutes is a timer of a role; of no minutes at all, it is unset.
func minutes(role, kind string, n int32) types.ParticipantTimerConfiguration {
	timer := types.ParticipantTimerConfiguration{
		ParticipantRole: types.TimerEligibleParticipantRoles(role), TimerType: types.ParticipantTimerType(kind),
		TimerValue: &types.ParticipantTimerValueMemberParticipantTimerDurationInMinutes{Value: n},
	}
	if n == 0 {
		timer.TimerValue = &types.ParticipantTimerValueMemberParticipantTimerAction{Value: types.ParticipantTimerActionUnset}
	}
	return timer
}

func timersOf(list ...types.ParticipantTimerConfiguration) *types.UpdateParticipantRoleConfigChannelInfoMemberChat {
	return &types.UpdateParticipantRoleConfigChannelInfoMemberChat{
		Value: types.ChatParticipantRoleConfig{ParticipantTimerConfigList: list}}
}

func (s *stage) rightTimers(chat string) asked {
	return asked{"UpdateParticipantRoleConfig", &sdk.UpdateParticipantRoleConfigInput{
		InstanceId: &s.instance, ContactId: &chat, ChannelConfiguration: timersOf(
			minutes("CUSTOMER", "IDLE", 2), minutes("CUSTOMER", "DISCONNECT_NONCUSTOMER", 480),
			minutes("AGENT", "IDLE", 3), minutes("AGENT", "DISCONNECT_NONCUSTOMER", 0))}}
}

// An agent is disconnected from a chat whose customer is silent for too long, and the record says so.
func TestIdleChatEnds(t *testing.T) {
	s := &shown{stage: newStage(t, acd.Quotas{}), seen: map[string]bool{}}
	s.queue = s.stage.queue()
	s.flow, s.agentID = s.flowInto(s.queue), s.userOfAll(s.queue)
	chat := *s.chat(s.flow).ContactId
	set := func(list ...types.ParticipantTimerConfiguration) {
		got(s.client.UpdateParticipantRoleConfig(s.ctx, &sdk.UpdateParticipantRoleConfigInput{
			InstanceId: &s.instance, ContactId: &chat, ChannelConfiguration: timersOf(list...)}))
	}
	set(minutes("CUSTOMER", "IDLE", 2), minutes("CUSTOMER", "DISCONNECT_NONCUSTOMER", 3), minutes("AGENT", "IDLE", 2),
		minutes("AGENT", "DISCONNECT_NONCUSTOMER", 2))
	set(minutes("AGENT", "DISCONNECT_NONCUSTOMER", 0))
	s.accepts(chat)
	set(minutes("CUSTOMER", "DISCONNECT_NONCUSTOMER", 0))
	s.turn(60)
	s.agent(acd.ReportMedia{ContactID: acd.ContactID(chat), Wrote: acd.RoleCustomer})
	s.turn(299)
	if c := s.describe(chat); c.DisconnectTimestamp != nil {
		t.Fatalf("it has ended already: %s", show(c))
	}
	s.turn(1)
	c := s.describe(chat)
	same(t, "why it ended", *c.DisconnectReason, "IDLE_DISCONNECT")
	same(t, "who had it", *c.AgentInfo.Id, s.agentID)
	if c.AgentInfo.AfterContactWorkStartTimestamp == nil || c.AgentInfo.AfterContactWorkEndTimestamp != nil {
		t.Errorf("there is no work after it: %s", show(c.AgentInfo))
	}
}
