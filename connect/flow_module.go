package connect

import (
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
	"github.com/go-json-experiment/json/jsontext"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) createContactFlowModule(c *Call, in *sdk.CreateContactFlowModuleInput) (
	*sdk.CreateContactFlowModuleOutput, error,
) {
	if err := checkSettings(in.Settings); err != nil {
		return nil, err
	}
	p := c.place(in.InstanceId)
	module := acd.ContactFlowModule{
		Name: value(in.Name), Description: value(in.Description), Content: value(in.Content), Settings: value(in.Settings),
	}
	if in.ExternalInvocationConfiguration != nil {
		module.External = &in.ExternalInvocationConfiguration.Enabled
	}
	id, err := h.do(c, p, acd.CreateContactFlowModule{Module: module, Tags: in.Tags, Token: clientToken(in)})
	if err != nil {
		return nil, err
	}
	return &sdk.CreateContactFlowModuleOutput{Id: &id, Arn: p.arn(acd.KindFlowModule, id)}, nil
}

// checkSettings checks that the settings of a module are JSON, as the API reference says; of what is in them nothing is
// known.
func checkSettings(settings *string) error {
	if settings != nil && !jsontext.Value(*settings).IsValid() {
		return acd.Errorf(acd.Improper, "Settings is not JSON; give the settings of a module as a JSON text")
	}
	return nil
}

func (h *handlers) describeContactFlowModule(c *Call, in *sdk.DescribeContactFlowModuleInput) (
	*sdk.DescribeContactFlowModuleOutput, error,
) {
	p := c.place(in.InstanceId)
	named, version := cutVersion(value(in.ContactFlowModuleId))
	id := idAt[acd.FlowModuleID](p, acd.KindFlowModule, &named)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribeContactFlowModuleOutput, error) {
		module, ok := i.Directory().FlowModule(id)
		switch {
		case !ok:
			return nil, unknown("flow module", id)
		case version != "" && version != savedSuffix && version != latestSuffix:
			return nil, acd.Errorf(acd.NotFound, "flow module %s has no version %q; leave it out, or give %s", id, version,
				savedSuffix)
		}
		shown := contactFlowModule(p, i, module)
		if version == savedSuffix {
			content, status := module.Script().Saved()
			shown.Content, shown.Status = &content, types.ContactFlowModuleStatus(status)
			shown.FlowModuleContentSha256 = new(acd.ContentSum(content))
		}
		return &sdk.DescribeContactFlowModuleOutput{ContactFlowModule: shown}, nil
	})
}

// contactFlowModule shows a module as it is published.
func contactFlowModule(p *place, i *instance.Instance, module acd.ContactFlowModule) *types.ContactFlowModule {
	shown := &types.ContactFlowModule{
		Arn:                     p.arn(acd.KindFlowModule, string(module.ID)),
		Content:                 &module.Content,
		Description:             word(module.Description),
		FlowModuleContentSha256: new(acd.ContentSum(module.Content)),
		Id:                      new(string(module.ID)),
		Name:                    &module.Name,
		Settings:                word(module.Settings),
		State:                   types.ContactFlowModuleState(acd.StateOf(module.State)),
		Status:                  types.ContactFlowModuleStatus(module.Status),
		Tags:                    i.Directory().Tags(acd.KindFlowModule, string(module.ID)),
	}
	if module.External != nil {
		shown.ExternalInvocationConfiguration = &types.ExternalInvocationConfiguration{Enabled: *module.External}
	}
	return shown
}

func (h *handlers) listContactFlowModules(c *Call, in *sdk.ListContactFlowModulesInput) (
	*sdk.ListContactFlowModulesOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListContactFlowModulesOutput, error) {
		modules := slices.DeleteFunc(i.Directory().FlowModules(), func(m acd.ContactFlowModule) bool {
			return in.ContactFlowModuleState != "" && string(in.ContactFlowModuleState) != acd.StateOf(m.State)
		})
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, string(in.ContactFlowModuleState)), modules,
			func(m acd.ContactFlowModule) string { return nameKey(m.Name, m.ID) })
		if err != nil {
			return nil, err
		}
		return &sdk.ListContactFlowModulesOutput{
			NextToken: next,
			ContactFlowModulesSummaryList: each(found, func(m acd.ContactFlowModule) types.ContactFlowModuleSummary {
				return types.ContactFlowModuleSummary{
					Arn:   p.arn(acd.KindFlowModule, string(m.ID)),
					Id:    new(string(m.ID)),
					Name:  &m.Name,
					State: types.ContactFlowModuleState(acd.StateOf(m.State)),
				}
			}),
		}, nil
	})
}

func (h *handlers) updateContactFlowModuleContent(c *Call, in *sdk.UpdateContactFlowModuleContentInput) (
	*sdk.UpdateContactFlowModuleContentOutput, error,
) {
	if err := checkSettings(in.Settings); err != nil {
		return nil, err
	}
	p := c.place(in.InstanceId)
	named, saved, err := cutSaved(value(in.ContactFlowModuleId))
	if err != nil {
		return nil, err
	}
	_, err = h.do(c, p, acd.UpdateContactFlowModuleContent{
		ID:      idAt[acd.FlowModuleID](p, acd.KindFlowModule, &named),
		Content: in.Content, Settings: in.Settings, Saved: saved,
	})
	return nil, err
}

func (h *handlers) updateContactFlowModuleMetadata(c *Call, in *sdk.UpdateContactFlowModuleMetadataInput) (
	*sdk.UpdateContactFlowModuleMetadataOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateContactFlowModuleMetadata{
		ID:   idAt[acd.FlowModuleID](p, acd.KindFlowModule, in.ContactFlowModuleId),
		Name: in.Name, Description: in.Description, State: string(in.State),
	})
	return nil, err
}

func (h *handlers) deleteContactFlowModule(c *Call, in *sdk.DeleteContactFlowModuleInput) (
	*sdk.DeleteContactFlowModuleOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DeleteContactFlowModule{
		ID: idAt[acd.FlowModuleID](p, acd.KindFlowModule, in.ContactFlowModuleId)})
	return nil, err
}
