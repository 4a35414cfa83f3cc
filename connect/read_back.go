package connect

import (
	"slices"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

// readBackRows are not about routing: they read back what others of the operations have set, for whoever keeps an
// instance in files.
func (h *handlers) readBackRows() []row {
	return []row{
		operation("ListSecurityProfileApplications", h.listSecurityProfileApplications),
		operation("ListSecurityProfileFlowModules", h.listSecurityProfileFlowModules),
	}
}

// listSecurityProfileApplications lists the applications by their namespaces.
func (h *handlers) listSecurityProfileApplications(c *Call, in *sdk.ListSecurityProfileApplicationsInput) (
	*sdk.ListSecurityProfileApplicationsOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.SecurityProfileID](p, acd.KindSecurityProfile, in.SecurityProfileId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListSecurityProfileApplicationsOutput, error) {
		profile, ok := i.Directory().SecurityProfile(id)
		if !ok {
			return nil, unknown("security profile", id)
		}
		all := slices.SortedFunc(slices.Values(profile.Applications), func(a, b acd.SecurityApplication) int {
			return strings.Compare(a.Namespace, b.Namespace)
		})
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, string(id)), all,
			func(a acd.SecurityApplication) string { return a.Namespace })
		if err != nil {
			return nil, err
		}
		return &sdk.ListSecurityProfileApplicationsOutput{
			LastModifiedRegion: p.region(), LastModifiedTime: stamp(profile.LastModifiedAt), NextToken: next,
			Applications: each(found, func(a acd.SecurityApplication) types.Application {
				return types.Application{Namespace: &a.Namespace, ApplicationPermissions: a.Permissions,
					Type: types.ApplicationType(a.Type)}
			}),
		}, nil
	})
}

// listSecurityProfileFlowModules lists the flow modules that may be invoked as tools, by their ids.
func (h *handlers) listSecurityProfileFlowModules(c *Call, in *sdk.ListSecurityProfileFlowModulesInput) (
	*sdk.ListSecurityProfileFlowModulesOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.SecurityProfileID](p, acd.KindSecurityProfile, in.SecurityProfileId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListSecurityProfileFlowModulesOutput, error) {
		profile, ok := i.Directory().SecurityProfile(id)
		if !ok {
			return nil, unknown("security profile", id)
		}
		all := slices.Compact(slices.Sorted(slices.Values(profile.AllowedFlowModuleIDs)))
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, string(id)), all,
			func(module string) string { return module })
		if err != nil {
			return nil, err
		}
		return &sdk.ListSecurityProfileFlowModulesOutput{
			LastModifiedRegion: p.region(), LastModifiedTime: stamp(profile.LastModifiedAt), NextToken: next,
			AllowedFlowModules: each(found, func(module string) types.FlowModule {
				return types.FlowModule{FlowModuleId: new(module), Type: types.FlowModuleTypeMcp}
			}),
		}, nil
	})
}
