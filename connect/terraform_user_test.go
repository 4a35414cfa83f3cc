package connect

import (
	"slices"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// TestTerraformHierarchy plays what Terraform calls for aws_connect_user_hierarchy_structure and
// aws_connect_user_hierarchy_group: levels are set, read, renamed and added, groups hang one below another, and the
// structure is deleted by setting one without levels.
func TestTerraformHierarchy(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	structure := func() *types.HierarchyStructure {
		t.Helper()
		return got(s.client.DescribeUserHierarchyStructure(s.ctx, &sdk.DescribeUserHierarchyStructureInput{
			InstanceId: &s.instance})).HierarchyStructure
	}
	level := func(name string) *types.HierarchyLevelUpdate { return &types.HierarchyLevelUpdate{Name: &name} }
	set := func(levels *types.HierarchyStructureUpdate) {
		t.Helper()
		got(s.client.UpdateUserHierarchyStructure(s.ctx, &sdk.UpdateUserHierarchyStructureInput{
			InstanceId: &s.instance, HierarchyStructure: levels}))
	}
	set(&types.HierarchyStructureUpdate{LevelOne: level("Site"), LevelTwo: level("Team")})
	before := structure()
	same(t, "the levels", *before.LevelOne.Name+*before.LevelTwo.Name, "SiteTeam")
	same(t, "whether there is a third", before.LevelThree == nil, true)
	set(&types.HierarchyStructureUpdate{LevelOne: level("Site"), LevelTwo: level("Crew"), LevelThree: level("Desk")})
	same(t, "the levels", *structure().LevelTwo.Name+*structure().LevelThree.Name, "CrewDesk")
	same(t, "the id of a level that is renamed", *structure().LevelTwo.Id, *before.LevelTwo.Id)

	site := got(s.client.CreateUserHierarchyGroup(s.ctx, &sdk.CreateUserHierarchyGroupInput{
		InstanceId: &s.instance, Name: new("Hamburg"), Tags: beforeTags()}))
	crew := got(s.client.CreateUserHierarchyGroup(s.ctx, &sdk.CreateUserHierarchyGroupInput{
		InstanceId: &s.instance, Name: new("Support"), ParentGroupId: site.HierarchyGroupId}))
	group := func(id *string) *types.HierarchyGroup {
		t.Helper()
		return got(s.client.DescribeUserHierarchyGroup(s.ctx, &sdk.DescribeUserHierarchyGroupInput{
			InstanceId: &s.instance, HierarchyGroupId: id})).HierarchyGroup
	}
	sameTags(t, group(site.HierarchyGroupId).Tags, beforeTags())
	got(s.client.UpdateUserHierarchyGroupName(s.ctx, &sdk.UpdateUserHierarchyGroupNameInput{InstanceId: &s.instance,
		HierarchyGroupId: site.HierarchyGroupId, Name: new("Bremen")}))
	sameTags(t, s.retag(site.HierarchyGroupArn), afterTags())
	same(t, "the name", *group(site.HierarchyGroupId).Name, "Bremen")
	below := group(crew.HierarchyGroupId)
	same(t, "its level", *below.LevelId, *before.LevelTwo.Id)
	same(t, "its path", *below.HierarchyPath.LevelOne.Name+*below.HierarchyPath.LevelTwo.Arn,
		"Bremen"+*crew.HierarchyGroupArn)
	for _, id := range []*string{crew.HierarchyGroupId, site.HierarchyGroupId} {
		got(s.client.DeleteUserHierarchyGroup(s.ctx, &sdk.DeleteUserHierarchyGroupInput{InstanceId: &s.instance,
			HierarchyGroupId: id}))
		s.gone("DescribeUserHierarchyGroup", &sdk.DescribeUserHierarchyGroupInput{InstanceId: &s.instance,
			HierarchyGroupId: id})
	}
	set(&types.HierarchyStructureUpdate{})
	after := structure()
	same(t, "whether levels are left", after == nil || *after == types.HierarchyStructure{}, true)
}

// TestTerraformSecurityProfile plays what Terraform calls for aws_connect_security_profile, which it reads with
// DescribeSecurityProfile and ListSecurityProfilePermissions.
func TestTerraformSecurityProfile(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	made := got(s.client.CreateSecurityProfile(s.ctx, &sdk.CreateSecurityProfileInput{InstanceId: &s.instance,
		SecurityProfileName: new("Crew"), Tags: beforeTags()}))
	at := sdk.DescribeSecurityProfileInput{InstanceId: &s.instance, SecurityProfileId: made.SecurityProfileId}
	read := func(description string, permissions ...string) *types.SecurityProfile {
		t.Helper()
		p := got(s.client.DescribeSecurityProfile(s.ctx, &at)).SecurityProfile
		list := got(s.client.ListSecurityProfilePermissions(s.ctx, &sdk.ListSecurityProfilePermissionsInput{
			InstanceId: &s.instance, SecurityProfileId: made.SecurityProfileId, MaxResults: new(int32(60))})).Permissions
		slices.Sort(list)
		same(t, "the name", *p.SecurityProfileName, "Crew")
		same(t, "the description", value(p.Description), description)
		if !slices.Equal(list, permissions) {
			t.Errorf("the permissions are %v, not %v", list, permissions)
		}
		return p
	}
	sameTags(t, read("").Tags, beforeTags())
	got(s.client.UpdateSecurityProfile(s.ctx, &sdk.UpdateSecurityProfileInput{InstanceId: &s.instance,
		SecurityProfileId: made.SecurityProfileId, Description: new("All"),
		Permissions: []string{"OutboundCallAccess", "BasicAgentAccess"}}))
	sameTags(t, s.retag(made.SecurityProfileArn), afterTags())
	sameTags(t, read("All", "BasicAgentAccess", "OutboundCallAccess").Tags, afterTags())
	got(s.client.UpdateSecurityProfile(s.ctx, &sdk.UpdateSecurityProfileInput{InstanceId: &s.instance,
		SecurityProfileId: made.SecurityProfileId, Permissions: []string{"BasicAgentAccess"}}))
	read("All", "BasicAgentAccess")
	got(s.client.DeleteSecurityProfile(s.ctx, &sdk.DeleteSecurityProfileInput{InstanceId: &s.instance,
		SecurityProfileId: made.SecurityProfileId}))
	s.gone("DescribeSecurityProfile", &at)
}

// TestTerraformUser plays what Terraform calls for aws_connect_user: five updates, one for each part of a user.
func TestTerraformUser(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	profile, other := s.profile(s.queue()), s.profile(s.queue())
	if err := s.levels("Site"); err != nil {
		t.Fatal(err)
	}
	group := s.groups("Hamburg")[0]
	crew := s.newSecurityProfile("BasicAgentAccess")
	in := s.someUser(profile)
	in.PhoneConfig = &types.UserPhoneConfig{PhoneType: types.PhoneTypeSoftPhone}
	in.Tags = beforeTags()
	made := got(s.client.CreateUser(s.ctx, in))
	at := sdk.DescribeUserInput{InstanceId: &s.instance, UserId: made.UserId}
	read := func() *types.User {
		t.Helper()
		return got(s.client.DescribeUser(s.ctx, &at)).User
	}
	u := read()
	if u.HierarchyGroupId != nil || u.IdentityInfo.Email != nil || u.IdentityInfo.SecondaryEmail != nil ||
		u.PhoneConfig.DeskPhoneNumber != nil || u.PhoneConfig.AutoAccept || u.PhoneConfig.AfterContactWorkTimeLimit != 0 {
		t.Errorf("what nobody set is there: %s", show(u))
	}
	same(t, "the name", *u.Username+*u.Arn, *in.Username+*made.UserArn)
	sameTags(t, u.Tags, beforeTags())
	got(s.client.UpdateUserHierarchy(s.ctx, &sdk.UpdateUserHierarchyInput{InstanceId: &s.instance,
		UserId: made.UserId, HierarchyGroupId: &group}))
	got(s.client.UpdateUserIdentityInfo(s.ctx, &sdk.UpdateUserIdentityInfoInput{InstanceId: &s.instance,
		UserId: made.UserId, IdentityInfo: &types.UserIdentityInfo{FirstName: new("Anna"), LastName: new("Lee"),
			Email: new("anna@example.com"), SecondaryEmail: new("anna@example.org")}}))
	got(s.client.UpdateUserPhoneConfig(s.ctx, &sdk.UpdateUserPhoneConfigInput{InstanceId: &s.instance,
		UserId: made.UserId, PhoneConfig: &types.UserPhoneConfig{PhoneType: types.PhoneTypeDeskPhone, AutoAccept: true,
			AfterContactWorkTimeLimit: 10, DeskPhoneNumber: new("+12065550111")}}))
	got(s.client.UpdateUserRoutingProfile(s.ctx, &sdk.UpdateUserRoutingProfileInput{InstanceId: &s.instance,
		UserId: made.UserId, RoutingProfileId: &other}))
	got(s.client.UpdateUserSecurityProfiles(s.ctx, &sdk.UpdateUserSecurityProfilesInput{InstanceId: &s.instance,
		UserId: made.UserId, SecurityProfileIds: []string{crew}}))
	sameTags(t, s.retag(made.UserArn), afterTags())
	u = read()
	same(t, "the group", *u.HierarchyGroupId, group)
	same(t, "who it is", *u.IdentityInfo.FirstName+*u.IdentityInfo.LastName+*u.IdentityInfo.Email+
		*u.IdentityInfo.SecondaryEmail, "AnnaLeeanna@example.comanna@example.org")
	sameWire(t, "the phone", u.PhoneConfig, `{"AfterContactWorkTimeLimit":10,"AutoAccept":true,`+
		`"DeskPhoneNumber":"+12065550111","PersistentConnection":false,"PhoneType":"DESK_PHONE"}`)
	same(t, "the profiles", *u.RoutingProfileId+u.SecurityProfileIds[0], other+crew)
	sameTags(t, u.Tags, afterTags())
	got(s.client.UpdateUserHierarchy(s.ctx, &sdk.UpdateUserHierarchyInput{InstanceId: &s.instance, UserId: made.UserId}))
	same(t, "whether it has left the group", read().HierarchyGroupId == nil, true)
	got(s.client.DeleteUser(s.ctx, &sdk.DeleteUserInput{InstanceId: &s.instance, UserId: made.UserId}))
	s.gone("DescribeUser", &at)
}
