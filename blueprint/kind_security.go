package blueprint

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

func securityProfileNature() nature[SecurityProfile] {
	return nature[SecurityProfile]{
		list: func(ctx context.Context, s *Site) ([]named, error) {
			return all(func(token *string) ([]named, *string, error) {
				out, err := s.client.ListSecurityProfiles(ctx,
					&sdk.ListSecurityProfilesInput{InstanceId: &s.id, NextToken: token})
				if err != nil {
					return nil, nil, err
				}
				var found []named
				for _, p := range out.SecurityProfileSummaryList {
					found = append(found, named{p.Name, p.Id, p.Arn})
				}
				return found, out.NextToken, nil
			})
		},
		describe: describeSecurityProfile,
		create:   createSecurityProfile,
		change:   changeSecurityProfile,
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.DeleteSecurityProfile(ctx,
				&sdk.DeleteSecurityProfileInput{InstanceId: &s.id, SecurityProfileId: &id})
			return err
		},
	}
}

func describeSecurityProfile(ctx context.Context, s *Site, name, id string) (SecurityProfile, error) {
	out, err := s.client.DescribeSecurityProfile(ctx,
		&sdk.DescribeSecurityProfileInput{InstanceId: &s.id, SecurityProfileId: &id})
	if err != nil {
		return SecurityProfile{}, err
	}
	found, whose := out.SecurityProfile, fmt.Sprintf("the security profile %q", name)
	p := SecurityProfile{Name: name, Description: found.Description, AccessTags: found.AllowedAccessControlTags,
		TagRestricted: some(found.TagRestrictedResources), HierarchyRestricted: some(found.HierarchyRestrictedResources),
		AccessGroup: s.nameOf(kindGroup, found.AllowedAccessControlHierarchyGroupId, whose), Tables: []TableAccess{},
		Tags: found.Tags}
	if g := found.GranularAccessControlConfiguration; g != nil && g.DataTableAccessControlConfiguration != nil &&
		g.DataTableAccessControlConfiguration.PrimaryAttributeAccessControlConfiguration != nil {
		list := g.DataTableAccessControlConfiguration.PrimaryAttributeAccessControlConfiguration.PrimaryAttributeValues
		for _, v := range list {
			p.Tables = append(p.Tables, TableAccess{aws.ToString(v.AttributeName), string(v.AccessType), v.Values})
		}
	}
	p.Permissions, err = all(func(token *string) ([]string, *string, error) {
		out, err := s.client.ListSecurityProfilePermissions(ctx, &sdk.ListSecurityProfilePermissionsInput{
			InstanceId: &s.id, SecurityProfileId: &id, NextToken: token})
		if err != nil {
			return nil, nil, err
		}
		return out.Permissions, out.NextToken, nil
	})
	if err != nil {
		return p, err
	}
	p.Permissions = some(p.Permissions)
	if p.Applications, err = s.applications(ctx, id); s.cannot(kindSecurityProfile, "applications", err) {
		p.Applications, err = nil, nil
	}
	if err != nil {
		return p, err
	}
	if p.Modules, err = s.modulesAllowed(ctx, id, whose); s.cannot(kindSecurityProfile, "flowModules", err) {
		p.Modules, err = nil, nil
	}
	return p, err
}

// applications lists what a security profile allows in applications of third parties.
func (s *Site) applications(ctx context.Context, id string) ([]Application, error) {
	if s.hidden(kindSecurityProfile+".applications") != "" {
		return nil, nil
	}
	list, err := all(func(token *string) ([]types.Application, *string, error) {
		out, err := s.client.ListSecurityProfileApplications(ctx, &sdk.ListSecurityProfileApplicationsInput{
			InstanceId: &s.id, SecurityProfileId: &id, NextToken: token})
		if err != nil {
			return nil, nil, err
		}
		return out.Applications, out.NextToken, nil
	})
	found := []Application{}
	for _, a := range list {
		one := Application{Namespace: aws.ToString(a.Namespace), Permissions: some(a.ApplicationPermissions)}
		if a.Type != "" {
			one.Type = aws.String(string(a.Type))
		}
		found = append(found, one)
	}
	return found, err
}

// modulesAllowed lists the flow modules that a security profile allows.
func (s *Site) modulesAllowed(ctx context.Context, id, whose string) ([]string, error) {
	if s.hidden(kindSecurityProfile+".flowModules") != "" {
		return nil, nil
	}
	list, err := all(func(token *string) ([]types.FlowModule, *string, error) {
		out, err := s.client.ListSecurityProfileFlowModules(ctx, &sdk.ListSecurityProfileFlowModulesInput{
			InstanceId: &s.id, SecurityProfileId: &id, NextToken: token})
		if err != nil {
			return nil, nil, err
		}
		return out.AllowedFlowModules, out.NextToken, nil
	})
	found := []string{}
	for _, m := range list {
		if name := s.nameOf(kindModule, m.FlowModuleId, whose); name != nil {
			found = append(found, *name)
		}
	}
	return found, err
}

func createSecurityProfile(ctx context.Context, s *Site, p SecurityProfile) (id, arn *string, err error) {
	group, err := s.idOfGiven(kindGroup, p.AccessGroup)
	if err != nil {
		return nil, nil, err
	}
	out, err := s.client.CreateSecurityProfile(ctx, &sdk.CreateSecurityProfileInput{InstanceId: &s.id,
		SecurityProfileName: &p.Name, Description: p.Description, Permissions: p.Permissions, Tags: tagsGiven(p.Tags),
		AllowedAccessControlTags: tagsGiven(p.AccessTags), TagRestrictedResources: p.TagRestricted,
		AllowedAccessControlHierarchyGroupId: group, HierarchyRestrictedResources: p.HierarchyRestricted,
		GranularAccessControlConfiguration: tablesOf(p.Tables), Applications: applicationsOf(p.Applications)})
	if err != nil {
		return nil, nil, err
	}
	return out.SecurityProfileId, out.SecurityProfileArn, nil
}

// changeSecurityProfile sends what changes and nothing else: that stays (A0195).
func changeSecurityProfile(ctx context.Context, s *Site, id string, p SecurityProfile, changed fields) (err error) {
	in := &sdk.UpdateSecurityProfileInput{InstanceId: &s.id, SecurityProfileId: &id}
	if changed["description"] {
		in.Description = p.Description
	}
	if changed["permissions"] {
		in.Permissions = p.Permissions
	}
	if changed["accessControlTags"] {
		in.AllowedAccessControlTags = p.AccessTags
	}
	if changed["tagRestrictedResources"] {
		in.TagRestrictedResources = p.TagRestricted
	}
	if changed["hierarchyRestrictedResources"] {
		in.HierarchyRestrictedResources = p.HierarchyRestricted
	}
	if changed["accessControlGroup"] {
		if in.AllowedAccessControlHierarchyGroupId, err = s.idOfGiven(kindGroup, p.AccessGroup); err != nil {
			return err
		}
		if in.AllowedAccessControlHierarchyGroupId == nil {
			in.AllowedAccessControlHierarchyGroupId = aws.String("")
		}
	}
	if changed["dataTableAccess"] {
		in.GranularAccessControlConfiguration = tablesOf(p.Tables)
	}
	if changed["applications"] {
		in.Applications = applicationsOf(p.Applications)
	}
	if changed["flowModules"] {
		if in.AllowedFlowModules, err = s.flowModulesOf(p.Modules); err != nil {
			return err
		}
	}
	if !changed.any("description", "permissions", "accessControlTags", "tagRestrictedResources", "accessControlGroup",
		"hierarchyRestrictedResources", "dataTableAccess", "applications", "flowModules") {
		return nil
	}
	_, err = s.client.UpdateSecurityProfile(ctx, in)
	return err
}

func (s *Site) flowModulesOf(names []string) ([]types.FlowModule, error) {
	list := []types.FlowModule{}
	for _, name := range names {
		id, err := s.idOf(kindModule, name)
		if err != nil {
			return nil, err
		}
		list = append(list, types.FlowModule{FlowModuleId: id, Type: types.FlowModuleTypeMcp})
	}
	return list, nil
}

func applicationsOf(list []Application) []types.Application {
	if list == nil {
		return nil
	}
	all := []types.Application{}
	for _, a := range list {
		all = append(all, types.Application{Namespace: &a.Namespace, ApplicationPermissions: a.Permissions,
			Type: types.ApplicationType(aws.ToString(a.Type))})
	}
	return all
}

func tablesOf(list []TableAccess) *types.GranularAccessControlConfiguration {
	if list == nil {
		return nil
	}
	all := []types.PrimaryAttributeValue{}
	for _, t := range list {
		all = append(all, types.PrimaryAttributeValue{AttributeName: &t.Attribute, AccessType: types.AccessType(t.Access),
			Values: t.Values})
	}
	return &types.GranularAccessControlConfiguration{
		DataTableAccessControlConfiguration: &types.DataTableAccessControlConfiguration{
			PrimaryAttributeAccessControlConfiguration: &types.PrimaryAttributeAccessControlConfigurationItem{
				PrimaryAttributeValues: all}}}
}
