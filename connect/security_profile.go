package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) createSecurityProfile(c *Call, in *sdk.CreateSecurityProfileInput) (
	*sdk.CreateSecurityProfileOutput, error,
) {
	p := c.place(in.InstanceId)
	id, err := h.do(c, p, acd.CreateSecurityProfile{
		Profile: acd.SecurityProfile{
			Name:                   value(in.SecurityProfileName),
			Description:            value(in.Description),
			Permissions:            in.Permissions,
			AccessControlTags:      in.AllowedAccessControlTags,
			TagRestrictedResources: in.TagRestrictedResources,
			HierarchyRestricted:    in.HierarchyRestrictedResources,
			AccessControlHierarchy: idAt[acd.HierarchyGroupID](p, acd.KindHierarchyGroup,
				in.AllowedAccessControlHierarchyGroupId),
			Applications:           each(in.Applications, securityApplication),
			AllowedFlowModuleIDs:   p.flowModules(in.AllowedFlowModules),
			PrimaryAttributeAccess: each(primaryAttributes(in.GranularAccessControlConfiguration), attributeAccess),
		},
		Tags: in.Tags,
	})
	if err != nil {
		return nil, err
	}
	return &sdk.CreateSecurityProfileOutput{
		SecurityProfileId: &id, SecurityProfileArn: p.arn(acd.KindSecurityProfile, id),
	}, nil
}

func securityApplication(a types.Application) acd.SecurityApplication {
	return acd.SecurityApplication{
		Namespace: value(a.Namespace), Permissions: a.ApplicationPermissions, Type: string(a.Type),
	}
}

// flowModules reads the ids of modules.
func (p *place) flowModules(list []types.FlowModule) []string {
	return each(list, func(m types.FlowModule) string { return idAt[string](p, acd.KindFlowModule, m.FlowModuleId) })
}

// primaryAttributes returns the one list that lies at the bottom of a granular access control.
func primaryAttributes(config *types.GranularAccessControlConfiguration) []types.PrimaryAttributeValue {
	tables := value(value(config).DataTableAccessControlConfiguration)
	return value(tables.PrimaryAttributeAccessControlConfiguration).PrimaryAttributeValues
}

func attributeAccess(v types.PrimaryAttributeValue) acd.AttributeAccess {
	return acd.AttributeAccess{
		AccessType: string(v.AccessType), AttributeName: value(v.AttributeName), Values: v.Values,
	}
}

func (h *handlers) listSecurityProfiles(c *Call, in *sdk.ListSecurityProfilesInput) (
	*sdk.ListSecurityProfilesOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListSecurityProfilesOutput, error) {
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults), i.Directory().SecurityProfiles(),
			func(profile acd.SecurityProfile) string { return nameKey(profile.Name, profile.ID) })
		if err != nil {
			return nil, err
		}
		return &sdk.ListSecurityProfilesOutput{
			NextToken: next,
			SecurityProfileSummaryList: each(found, func(profile acd.SecurityProfile) types.SecurityProfileSummary {
				return types.SecurityProfileSummary{
					Arn:                p.arn(acd.KindSecurityProfile, string(profile.ID)),
					Id:                 new(string(profile.ID)),
					LastModifiedRegion: p.region(),
					LastModifiedTime:   stamp(profile.LastModifiedAt),
					Name:               &profile.Name,
				}
			}),
		}, nil
	})
}
