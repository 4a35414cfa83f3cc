package connect

import (
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

func (s *stage) rightUserChanges(profile, user string) []asked {
	return []asked{
		{"UpdateUserConfig", &sdk.UpdateUserConfigInput{InstanceId: &s.instance, UserId: &user,
			AutoAcceptConfigs: []types.AutoAcceptConfig{{Channel: types.ChannelTask, AutoAccept: true}}}},
		{"UpdateUserPhoneConfig", &sdk.UpdateUserPhoneConfigInput{InstanceId: &s.instance, UserId: &user,
			PhoneConfig: &types.UserPhoneConfig{PhoneType: types.PhoneTypeSoftPhone, AfterContactWorkTimeLimit: 5}}},
		{"UpdateUserRoutingProfile", &sdk.UpdateUserRoutingProfileInput{InstanceId: &s.instance, UserId: &user,
			RoutingProfileId: &profile}},
		{"UpdateUserIdentityInfo", &sdk.UpdateUserIdentityInfoInput{InstanceId: &s.instance, UserId: &user,
			IdentityInfo: &types.UserIdentityInfo{FirstName: new("Bo")}}},
		{"UpdateUserSecurityProfiles", &sdk.UpdateUserSecurityProfilesInput{InstanceId: &s.instance, UserId: &user,
			SecurityProfileIds: []string{s.securityProfile()}}},
	}
}

// userChangeRefusals are about users who are changed.
func (c *cast) userChangeRefusals() []refusal {
	user := func(operation, member string, v any) asked { return c.but(operation, "UserId", &c.user, member, v) }
	twice := []types.AutoAcceptConfig{{Channel: types.ChannelTask}, {Channel: types.ChannelTask}}
	phone := &types.UserPhoneConfig{AfterContactWorkTimeLimit: 2_000_001}
	return []refusal{
		{invalidR, 400, []string{"at least one list"}, user("UpdateUserConfig", "AutoAcceptConfigs",
			[]types.AutoAcceptConfig(nil)), ""},
		{invalidP, 400, []string{"AutoAcceptConfigs", "twice"}, user("UpdateUserConfig", "AutoAcceptConfigs", twice), ""},
		{invalidP, 400, []string{"2000001"}, user("UpdateUserPhoneConfig", "PhoneConfig", phone), ""},
		{notFound, 404, []string{"nothing"}, user("UpdateUserRoutingProfile", "RoutingProfileId", new("nothing")), ""},
		{invalidR, 400, []string{"CONNECT_MANAGED"}, user("UpdateUserIdentityInfo", "IdentityInfo",
			&types.UserIdentityInfo{FirstName: new("")}), ""},
		{notFound, 404, []string{"nothing"}, user("UpdateUserSecurityProfiles", "SecurityProfileIds",
			[]string{"nothing"}), ""},
	}
}

// TestUserIsChanged changes a user as Terraform does, and reads back what he is.
func TestUserIsChanged(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	user := s.user(s.profile(s.queue()))
	other := s.profile(s.queue())
	described := func() *types.User {
		t.Helper()
		return got(s.client.DescribeUser(s.ctx, &sdk.DescribeUserInput{InstanceId: &s.instance, UserId: &user})).User
	}
	got(s.client.UpdateUserRoutingProfile(s.ctx, &sdk.UpdateUserRoutingProfileInput{
		InstanceId: &s.instance, UserId: &user, RoutingProfileId: &other}))
	list := got(s.client.ListSecurityProfiles(s.ctx, &sdk.ListSecurityProfilesInput{InstanceId: &s.instance}))
	security := []string{*list.SecurityProfileSummaryList[2].Id, *list.SecurityProfileSummaryList[1].Id}
	got(s.client.UpdateUserSecurityProfiles(s.ctx, &sdk.UpdateUserSecurityProfilesInput{
		InstanceId: &s.instance, UserId: &user, SecurityProfileIds: security}))
	got(s.client.UpdateUserIdentityInfo(s.ctx, &sdk.UpdateUserIdentityInfoInput{
		InstanceId: &s.instance, UserId: &user,
		IdentityInfo: &types.UserIdentityInfo{Email: new("ana@example.com"), FirstName: new("Anna")}}))
	got(s.client.UpdateUserPhoneConfig(s.ctx, &sdk.UpdateUserPhoneConfigInput{
		InstanceId: &s.instance, UserId: &user, PhoneConfig: &types.UserPhoneConfig{
			PhoneType: types.PhoneTypeDeskPhone, DeskPhoneNumber: new("+15550100"), AfterContactWorkTimeLimit: 40}}))
	u := described()
	if *u.RoutingProfileId != other || u.SecurityProfileIds[0] != security[0] || len(u.SecurityProfileIds) != 2 ||
		*u.IdentityInfo.FirstName != "Anna" || *u.IdentityInfo.LastName != "Lopez" ||
		*u.IdentityInfo.Email != "ana@example.com" || *u.PhoneConfig.DeskPhoneNumber != "+15550100" ||
		u.PhoneConfig.AfterContactWorkTimeLimit != 40 {
		t.Errorf("the user is %s", show(u))
	}
	got(s.client.UpdateUserConfig(s.ctx, &sdk.UpdateUserConfigInput{
		InstanceId: &s.instance, UserId: &user,
		AutoAcceptConfigs: []types.AutoAcceptConfig{{Channel: types.ChannelChat, AutoAccept: true}},
		AfterContactWorkConfigs: []types.AfterContactWorkConfigPerChannel{{Channel: types.ChannelTask,
			AfterContactWorkConfig: &types.AfterContactWorkConfig{AfterContactWorkTimeLimit: 7}}},
		PhoneNumberConfigs: []types.PhoneNumberConfig{{Channel: types.ChannelVoice, PhoneType: types.PhoneTypeSoftPhone}},
		PersistentConnectionConfigs: []types.PersistentConnectionConfig{{Channel: types.ChannelVoice,
			PersistentConnection: new(true)}},
		VoiceEnhancementConfigs: []types.VoiceEnhancementConfig{{Channel: types.ChannelVoice,
			VoiceEnhancementMode: types.VoiceEnhancementModeNone}},
	}))
	u = described()
	work := u.AfterContactWorkConfigs[0].AfterContactWorkConfig
	if !u.AutoAcceptConfigs[0].AutoAccept || work.AfterContactWorkTimeLimit != 7 ||
		u.PhoneNumberConfigs[0].PhoneType != types.PhoneTypeSoftPhone || len(u.VoiceEnhancementConfigs) != 1 ||
		!*u.PersistentConnectionConfigs[0].PersistentConnection || u.PhoneConfig.AfterContactWorkTimeLimit != 0 {
		t.Errorf("the user is %s", show(u))
	}
}
