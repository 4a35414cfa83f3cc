package connect

import (
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

// securityProfileRows are about security profiles that are there.
func (h *handlers) securityProfileRows() []row {
	return []row{
		operation("DescribeSecurityProfile", h.describeSecurityProfile),
		operation("ListSecurityProfilePermissions", h.listSecurityProfilePermissions),
		operation("UpdateSecurityProfile", h.updateSecurityProfile),
		operation("DeleteSecurityProfile", h.deleteSecurityProfile),
		operation("SearchSecurityProfiles", h.searchSecurityProfiles),
	}
}

func (h *handlers) describeSecurityProfile(c *Call, in *sdk.DescribeSecurityProfileInput) (
	*sdk.DescribeSecurityProfileOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.SecurityProfileID](p, acd.KindSecurityProfile, in.SecurityProfileId)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribeSecurityProfileOutput, error) {
		profile, ok := i.Directory().SecurityProfile(id)
		if !ok {
			return nil, unknown("security profile", id)
		}
		return &sdk.DescribeSecurityProfileOutput{SecurityProfile: &types.SecurityProfile{
			AllowedAccessControlHierarchyGroupId: word(profile.AccessControlHierarchy),
			AllowedAccessControlTags:             notEmpty(profile.AccessControlTags),
			Arn:                                  p.arn(acd.KindSecurityProfile, string(id)),
			Description:                          word(profile.Description),
			GranularAccessControlConfiguration:   granularAccess(profile.PrimaryAttributeAccess),
			HierarchyRestrictedResources:         profile.HierarchyRestricted,
			Id:                                   new(string(id)),
			LastModifiedRegion:                   p.region(),
			LastModifiedTime:                     stamp(profile.LastModifiedAt),
			SecurityProfileName:                  &profile.Name,
			TagRestrictedResources:               profile.TagRestrictedResources,
			Tags:                                 i.Directory().Tags(acd.KindSecurityProfile, string(id)),
		}}, nil
	})
}

// granularAccess shows which rows of data tables a security profile opens, none where it says nothing of them.
func granularAccess(list []acd.AttributeAccess) *types.GranularAccessControlConfiguration {
	if len(list) == 0 {
		return nil
	}
	values := each(list, func(a acd.AttributeAccess) types.PrimaryAttributeValue {
		return types.PrimaryAttributeValue{AccessType: types.AccessType(a.AccessType),
			AttributeName: &a.AttributeName, Values: a.Values}
	})
	return &types.GranularAccessControlConfiguration{
		DataTableAccessControlConfiguration: &types.DataTableAccessControlConfiguration{
			PrimaryAttributeAccessControlConfiguration: &types.PrimaryAttributeAccessControlConfigurationItem{
				PrimaryAttributeValues: values,
			},
		},
	}
}

// listSecurityProfilePermissions lists the permissions in alphabetical order (A0195).
func (h *handlers) listSecurityProfilePermissions(c *Call, in *sdk.ListSecurityProfilePermissionsInput) (
	*sdk.ListSecurityProfilePermissionsOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.SecurityProfileID](p, acd.KindSecurityProfile, in.SecurityProfileId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListSecurityProfilePermissionsOutput, error) {
		profile, ok := i.Directory().SecurityProfile(id)
		if !ok {
			return nil, unknown("security profile", id)
		}
		all := slices.Compact(slices.Sorted(slices.Values(profile.Permissions)))
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, string(id)), all,
			func(permission string) string { return permission })
		if err != nil {
			return nil, err
		}
		return &sdk.ListSecurityProfilePermissionsOutput{
			LastModifiedRegion: p.region(), LastModifiedTime: stamp(profile.LastModifiedAt), NextToken: next,
			Permissions: found,
		}, nil
	})
}

func (h *handlers) updateSecurityProfile(c *Call, in *sdk.UpdateSecurityProfileInput) (
	*sdk.UpdateSecurityProfileOutput, error,
) {
	p := c.place(in.InstanceId)
	cmd := acd.UpdateSecurityProfile{
		ID:                     idAt[acd.SecurityProfileID](p, acd.KindSecurityProfile, in.SecurityProfileId),
		Description:            in.Description,
		Permissions:            in.Permissions,
		AccessControlTags:      in.AllowedAccessControlTags,
		TagRestrictedResources: in.TagRestrictedResources,
		HierarchyRestricted:    in.HierarchyRestrictedResources,
		Applications:           each(in.Applications, securityApplication),
		AllowedFlowModuleIDs:   p.flowModules(in.AllowedFlowModules),
		PrimaryAttributeAccess: each(primaryAttributes(in.GranularAccessControlConfiguration), attributeAccess),
	}
	if given := in.AllowedAccessControlHierarchyGroupId; given != nil {
		cmd.AccessControlHierarchy = new(idAt[acd.HierarchyGroupID](p, acd.KindHierarchyGroup, given))
	}
	_, err := h.do(c, p, cmd)
	return nil, err
}

func (h *handlers) deleteSecurityProfile(c *Call, in *sdk.DeleteSecurityProfileInput) (
	*sdk.DeleteSecurityProfileOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DeleteSecurityProfile{
		ID: idAt[acd.SecurityProfileID](p, acd.KindSecurityProfile, in.SecurityProfileId)})
	return nil, err
}

func (h *handlers) searchSecurityProfiles(c *Call, in *sdk.SearchSecurityProfilesInput) (
	*sdk.SearchSecurityProfilesOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.SearchSecurityProfilesOutput, error) {
		tags := func(s acd.SecurityProfile) map[string]string {
			return i.Directory().Tags(acd.KindSecurityProfile, string(s.ID))
		}
		keep, err := keepTagged(value(in.SearchFilter).TagFilter, tags)
		if err != nil {
			return nil, err
		}
		type criteria = types.SecurityProfileSearchCriteria
		s := search[acd.SecurityProfile, criteria]{
			things: i.Directory().SecurityProfiles(),
			key:    func(s acd.SecurityProfile) string { return nameKey(s.Name, s.ID) },
			fields: []searchField[acd.SecurityProfile]{
				searchText("name", func(s acd.SecurityProfile) string { return s.Name }),
			},
			node: func(k *criteria) (searchNode[acd.SecurityProfile, criteria], error) {
				return searchNode[acd.SecurityProfile, criteria]{
					or: k.OrConditions, and: k.AndConditions, text: k.StringCondition,
				}, nil
			},
			keep: keep,
		}
		found, err := s.find(c, p.searchAsk(in.NextToken, in.MaxResults, in.SearchCriteria, in.SearchFilter),
			in.SearchCriteria)
		if err != nil {
			return nil, err
		}
		return &sdk.SearchSecurityProfilesOutput{
			ApproximateTotalCount: found.total,
			NextToken:             found.next,
			SecurityProfiles: each(found.page, func(s acd.SecurityProfile) types.SecurityProfileSearchSummary {
				return types.SecurityProfileSearchSummary{
					Arn:                 p.arn(acd.KindSecurityProfile, string(s.ID)),
					Description:         word(s.Description),
					Id:                  new(string(s.ID)),
					SecurityProfileName: &s.Name,
					Tags:                tags(s),
				}
			}),
		}, nil
	})
}
