package connect

import (
	"reflect"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// rightStatusSettings are right inputs about the statuses of agents.
func (s *stage) rightStatusSettings() []asked {
	lunch := s.newStatus()
	return []asked{
		{"CreateAgentStatus", s.someStatus()},
		{"DescribeAgentStatus", &sdk.DescribeAgentStatusInput{InstanceId: &s.instance, AgentStatusId: &lunch}},
		{"ListAgentStatuses", &sdk.ListAgentStatusesInput{InstanceId: &s.instance}},
		{"UpdateAgentStatus", &sdk.UpdateAgentStatusInput{InstanceId: &s.instance, AgentStatusId: &lunch,
			State: types.AgentStatusStateDisabled}},
	}
}

func (s *stage) someStatus() *sdk.CreateAgentStatusInput {
	return &sdk.CreateAgentStatusInput{InstanceId: &s.instance, Name: s.name("status"), Description: new("Away"),
		State: types.AgentStatusStateEnabled, DisplayOrder: new(int32(7)), Tags: map[string]string{"team": "North"}}
}

func (s *stage) newStatus() string {
	s.Helper()
	return *got(s.client.CreateAgentStatus(s.ctx, s.someStatus())).AgentStatusId
}

// statusRefusals are about the statuses of agents.
func (c *cast) statusRefusals() []refusal {
	available := c.statusOf(types.AgentStatusTypeRoutable)
	disabled := c.newStatus()
	got(c.client.UpdateAgentStatus(c.ctx, &sdk.UpdateAgentStatusInput{InstanceId: &c.instance,
		AgentStatusId: &disabled, State: types.AgentStatusStateDisabled}))
	update := func(members ...any) asked {
		return c.but("UpdateAgentStatus", append([]any{"AgentStatusId", &disabled}, members...)...)
	}
	return []refusal{
		{twice, 409, []string{"Available"}, c.but("CreateAgentStatus", "Name", new("Available")), ""},
		{invalidP, 400, []string{"DisplayOrder", "1 to 50"}, c.but("CreateAgentStatus", "DisplayOrder",
			new(int32(51))), ""},
		{twice, 409, []string{"Available"}, update("Name", new("Available")), ""},
		{invalidP, 400, []string{"DisplayOrder", "1 to 50"}, update("DisplayOrder", new(int32(0))), ""},
		{invalidR, 400, []string{"ROUTABLE", "only CUSTOM"}, c.but("UpdateAgentStatus", "AgentStatusId", &available), ""},
		{invalidP, 400, []string{"disabled"}, c.but("PutUserStatus", "UserId", &c.user, "AgentStatusId", &disabled), ""},
	}
}

// TestAgentStatuses leads a status through its life, which has no end.
func TestAgentStatuses(t *testing.T) {
	s := newStage(t, acd.Quotas{AgentStatusesPerInstance: 3})
	in := s.someStatus()
	lunch := *got(s.client.CreateAgentStatus(s.ctx, in)).AgentStatusId
	refused(t, s.call(asked{"CreateAgentStatus", s.someStatus()}), "LimitExceededException", 429, "3 of at most 3")
	describe := func() types.AgentStatus {
		shown := *got(s.client.DescribeAgentStatus(s.ctx, &sdk.DescribeAgentStatusInput{
			InstanceId: &s.instance, AgentStatusId: &lunch})).AgentStatus
		shown.LastModifiedTime = nil
		return shown
	}
	want := types.AgentStatus{AgentStatusARN: new(s.arn(acd.KindAgentStatus, lunch)), AgentStatusId: &lunch,
		Description: in.Description, DisplayOrder: in.DisplayOrder, LastModifiedRegion: new(testRegion), Name: in.Name,
		State: in.State, Tags: in.Tags, Type: types.AgentStatusTypeCustom}
	if shown := describe(); !reflect.DeepEqual(shown, want) {
		t.Errorf("created:\ngot  %s\nwant %s", show(&shown), show(&want))
	}
	got(s.client.UpdateAgentStatus(s.ctx, &sdk.UpdateAgentStatusInput{InstanceId: &s.instance, AgentStatusId: &lunch,
		Name: new("Lunch"), Description: new("Out"), ResetOrderNumber: true, State: types.AgentStatusStateDisabled}))
	want.Name, want.Description, want.DisplayOrder = new("Lunch"), new("Out"), nil
	want.State = types.AgentStatusStateDisabled
	if shown := describe(); !reflect.DeepEqual(shown, want) {
		t.Errorf("changed:\ngot  %s\nwant %s", show(&shown), show(&want))
	}
	user := s.user(s.profile(s.queue()))
	put := &sdk.PutUserStatusInput{InstanceId: &s.instance, UserId: &user, AgentStatusId: &lunch}
	refused(t, s.call(asked{"PutUserStatus", put}), "InvalidParameterException", 400, "Lunch", "disabled")
	got(s.client.UpdateAgentStatus(s.ctx, &sdk.UpdateAgentStatusInput{InstanceId: &s.instance, AgentStatusId: &lunch,
		State: types.AgentStatusStateEnabled}))
	got(s.client.PutUserStatus(s.ctx, put))
}
