package connect

import (
	"fmt"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// newSecurityProfile makes a security profile that nobody has.
func (s *stage) newSecurityProfile(permissions ...string) string {
	s.Helper()
	return *got(s.client.CreateSecurityProfile(s.ctx, &sdk.CreateSecurityProfileInput{
		InstanceId: &s.instance, SecurityProfileName: s.name("security"), Permissions: permissions})).SecurityProfileId
}

func (s *stage) rightSecurityProfiles() []asked {
	id := s.newSecurityProfile("AccessMetrics", "BasicAgentAccess")
	return []asked{
		{"DescribeSecurityProfile", &sdk.DescribeSecurityProfileInput{InstanceId: &s.instance, SecurityProfileId: &id}},
		{"ListSecurityProfilePermissions", &sdk.ListSecurityProfilePermissionsInput{
			InstanceId: &s.instance, SecurityProfileId: &id}},
		{"UpdateSecurityProfile", &sdk.UpdateSecurityProfileInput{
			InstanceId: &s.instance, SecurityProfileId: &id, Description: new("of a desk")}},
		{"SearchSecurityProfiles", &sdk.SearchSecurityProfilesInput{InstanceId: &s.instance}},
		{"SearchUsers", &sdk.SearchUsersInput{InstanceId: &s.instance}},
		{"SearchUserHierarchyGroups", &sdk.SearchUserHierarchyGroupsInput{InstanceId: &s.instance}},
		{"DeleteSecurityProfile", &sdk.DeleteSecurityProfileInput{InstanceId: &s.instance, SecurityProfileId: &id}},
	}
}

// securityProfileRefusals are about security profiles.
func (c *cast) securityProfileRefusals() []refusal {
	used := got(c.client.DescribeUser(c.ctx, &sdk.DescribeUserInput{
		InstanceId: &c.instance, UserId: &c.user})).User.SecurityProfileIds[0]
	profile := func(operation string, id string, members ...any) asked {
		return c.but(operation, append([]any{"SecurityProfileId", &id}, members...)...)
	}
	module := []types.FlowModule{{FlowModuleId: new("nothing"), Type: types.FlowModuleTypeMcp}}
	return []refusal{
		{"ResourceInUse", 409, []string{"user"}, profile("DeleteSecurityProfile", used), ""},
		{notFound, 404, []string{"nothing"}, profile("DeleteSecurityProfile", "nothing"), ""},
		{notFound, 404, []string{"nothing"}, profile("DescribeSecurityProfile", "nothing"), ""},
		{notFound, 404, []string{"nothing"}, profile("ListSecurityProfilePermissions", "nothing"), ""},
		{notFound, 404, []string{"nothing"}, profile("UpdateSecurityProfile", used,
			"AllowedAccessControlHierarchyGroupId", new("nothing")), ""},
		{notFound, 404, []string{"nothing"}, profile("UpdateSecurityProfile", used, "AllowedFlowModules", module), ""},
		{notFound, 404, []string{"nothing"}, profile("UpdateSecurityProfile", "nothing"), ""},
	}
}

// TestSecurityProfile lives the life of a security profile as Terraform does.
func TestSecurityProfile(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	id := s.newSecurityProfile("BasicAgentAccess", "OutboundCallAccess", "AccessMetrics")
	permissions := func() (all []string) {
		t.Helper()
		pages := sdk.NewListSecurityProfilePermissionsPaginator(s.client, &sdk.ListSecurityProfilePermissionsInput{
			InstanceId: &s.instance, SecurityProfileId: &id, MaxResults: new(int32(2))})
		for pages.HasMorePages() {
			all = append(all, got(pages.NextPage(s.ctx)).Permissions...)
		}
		return all
	}
	if all := fmt.Sprint(permissions()); all != "[AccessMetrics BasicAgentAccess OutboundCallAccess]" {
		t.Errorf("the permissions are %s", all)
	}
	group := s.groups("Country")[0]
	access := types.PrimaryAttributeValue{AccessType: types.AccessTypeAllow, AttributeName: new("region"),
		Values: []string{"north"}}
	got(s.client.UpdateSecurityProfile(s.ctx, &sdk.UpdateSecurityProfileInput{
		InstanceId: &s.instance, SecurityProfileId: &id, Description: new("of a desk"), Permissions: []string{"One"},
		AllowedAccessControlTags:             map[string]string{"team": "north"},
		TagRestrictedResources:               []string{"User"},
		HierarchyRestrictedResources:         []string{"User"},
		AllowedAccessControlHierarchyGroupId: &group,
		GranularAccessControlConfiguration: &types.GranularAccessControlConfiguration{
			DataTableAccessControlConfiguration: &types.DataTableAccessControlConfiguration{
				PrimaryAttributeAccessControlConfiguration: &types.PrimaryAttributeAccessControlConfigurationItem{
					PrimaryAttributeValues: []types.PrimaryAttributeValue{access}}}},
	}))
	if all := permissions(); len(all) != 1 || all[0] != "One" {
		t.Errorf("the permissions are %q", all)
	}
	p := got(s.client.DescribeSecurityProfile(s.ctx, &sdk.DescribeSecurityProfileInput{
		InstanceId: &s.instance, SecurityProfileId: &id})).SecurityProfile
	tables := p.GranularAccessControlConfiguration.DataTableAccessControlConfiguration
	rows := tables.PrimaryAttributeAccessControlConfiguration.PrimaryAttributeValues
	if *p.Description != "of a desk" || *p.Arn != s.arn(acd.KindSecurityProfile, id) || len(rows) != 1 ||
		*rows[0].AttributeName != "region" || p.AllowedAccessControlTags["team"] != "north" ||
		*p.AllowedAccessControlHierarchyGroupId != group || p.TagRestrictedResources[0] != "User" ||
		p.HierarchyRestrictedResources[0] != "User" {
		t.Errorf("the profile is %s", show(p))
	}
	got(s.client.DeleteSecurityProfile(s.ctx, &sdk.DeleteSecurityProfileInput{
		InstanceId: &s.instance, SecurityProfileId: &id}))
	_, err := s.client.DescribeSecurityProfile(s.ctx, &sdk.DescribeSecurityProfileInput{
		InstanceId: &s.instance, SecurityProfileId: &id})
	refused(t, err, "ResourceNotFoundException", 404, id)
}
