package connect

import (
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

// taskTemplateRows are about task templates.
func (h *handlers) taskTemplateRows() []row {
	return []row{
		operation("CreateTaskTemplate", h.createTaskTemplate),
		operation("GetTaskTemplate", h.getTaskTemplate),
		operation("ListTaskTemplates", h.listTaskTemplates),
		operation("UpdateTaskTemplate", h.updateTaskTemplate),
		operation("UpdateContactTaskTemplate", h.updateContactTaskTemplate),
		operation("DeleteTaskTemplate", h.deleteTaskTemplate),
	}
}

func (h *handlers) createTaskTemplate(c *Call, in *sdk.CreateTaskTemplateInput) (
	*sdk.CreateTaskTemplateOutput, error,
) {
	p := c.place(in.InstanceId)
	template := taskTemplate(in.Fields, in.Constraints, in.Defaults)
	template.Name, template.Description, template.Status = value(in.Name), value(in.Description), string(in.Status)
	template.FlowID = idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId)
	template.SelfAssignFlowID = idAt[acd.FlowID](p, acd.KindFlow, in.SelfAssignFlowId)
	id, err := h.do(c, p, acd.CreateTaskTemplate{Template: template, Token: clientToken(in)})
	if err != nil {
		return nil, err
	}
	return &sdk.CreateTaskTemplateOutput{Id: &id, Arn: p.arn(acd.KindTaskTemplate, id)}, nil
}

// taskTemplate reads what is in a template.
func taskTemplate(fields []types.TaskTemplateField, constraints *types.TaskTemplateConstraints,
	defaults *types.TaskTemplateDefaults,
) acd.TaskTemplate {
	given := value(constraints)
	return acd.TaskTemplate{
		Fields: each(fields, func(f types.TaskTemplateField) acd.TaskField {
			return acd.TaskField{Name: fieldName(f.Id), Description: value(f.Description), Type: acd.TaskFieldType(f.Type),
				Options: f.SingleSelectOptions}
		}),
		Required:  each(given.RequiredFields, func(f types.RequiredFieldInfo) string { return fieldName(f.Id) }),
		ReadOnly:  each(given.ReadOnlyFields, func(f types.ReadOnlyFieldInfo) string { return fieldName(f.Id) }),
		Invisible: each(given.InvisibleFields, func(f types.InvisibleFieldInfo) string { return fieldName(f.Id) }),
		Defaults: each(value(defaults).DefaultFieldValues, func(d types.TaskTemplateDefaultFieldValue) acd.TaskDefault {
			return acd.TaskDefault{Field: fieldName(d.Id), Value: value(d.DefaultValue)}
		}),
	}
}

func fieldName(id *types.TaskTemplateFieldIdentifier) string { return value(value(id).Name) }

func fieldID(name string) *types.TaskTemplateFieldIdentifier {
	return &types.TaskTemplateFieldIdentifier{Name: &name}
}

// getTaskTemplate shows a template as it is. Nothing tells the name of a snapshot, so there is none to be had (A0215).
func (h *handlers) getTaskTemplate(c *Call, in *sdk.GetTaskTemplateInput) (*sdk.GetTaskTemplateOutput, error) {
	p := c.place(in.InstanceId)
	id := idAt[acd.TaskTemplateID](p, acd.KindTaskTemplate, in.TaskTemplateId)
	return look(h, p, func(i *instance.Instance) (*sdk.GetTaskTemplateOutput, error) {
		t, ok := i.Directory().TaskTemplate(id)
		switch {
		case !ok:
			return nil, unknown("task template", id)
		case value(in.SnapshotVersion) != "":
			return nil, acd.Errorf(acd.NotFound, "task template %s has no snapshot %q; leave SnapshotVersion out", id,
				*in.SnapshotVersion)
		}
		return &sdk.GetTaskTemplateOutput{
			Arn:              p.arn(acd.KindTaskTemplate, string(id)),
			Constraints:      taskConstraints(t),
			ContactFlowId:    word(t.FlowID),
			CreatedTime:      stamp(t.CreatedAt),
			Defaults:         taskDefaults(t),
			Description:      word(t.Description),
			Fields:           taskFields(t),
			Id:               new(string(id)),
			InstanceId:       new(string(p.instance)),
			LastModifiedTime: stamp(t.LastModifiedAt),
			Name:             &t.Name,
			SelfAssignFlowId: word(t.SelfAssignFlowID),
			Status:           types.TaskTemplateStatus(t.Status),
			Tags:             i.Directory().Tags(acd.KindTaskTemplate, string(id)),
		}, nil
	})
}

func taskFields(t acd.TaskTemplate) []types.TaskTemplateField {
	return each(t.Fields, func(f acd.TaskField) types.TaskTemplateField {
		return types.TaskTemplateField{Id: fieldID(f.Name), Description: word(f.Description),
			Type: types.TaskTemplateFieldType(f.Type), SingleSelectOptions: f.Options}
	})
}

func taskConstraints(t acd.TaskTemplate) *types.TaskTemplateConstraints {
	if len(t.Required)+len(t.ReadOnly)+len(t.Invisible) == 0 {
		return nil
	}
	return &types.TaskTemplateConstraints{
		RequiredFields: each(t.Required, func(name string) types.RequiredFieldInfo {
			return types.RequiredFieldInfo{Id: fieldID(name)}
		}),
		ReadOnlyFields: each(t.ReadOnly, func(name string) types.ReadOnlyFieldInfo {
			return types.ReadOnlyFieldInfo{Id: fieldID(name)}
		}),
		InvisibleFields: each(t.Invisible, func(name string) types.InvisibleFieldInfo {
			return types.InvisibleFieldInfo{Id: fieldID(name)}
		}),
	}
}

func taskDefaults(t acd.TaskTemplate) *types.TaskTemplateDefaults {
	if len(t.Defaults) == 0 {
		return nil
	}
	return &types.TaskTemplateDefaults{
		DefaultFieldValues: each(t.Defaults, func(d acd.TaskDefault) types.TaskTemplateDefaultFieldValue {
			return types.TaskTemplateDefaultFieldValue{Id: fieldID(d.Field), DefaultValue: &d.Value}
		}),
	}
}

func (h *handlers) listTaskTemplates(c *Call, in *sdk.ListTaskTemplatesInput) (*sdk.ListTaskTemplatesOutput, error) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListTaskTemplatesOutput, error) {
		templates := slices.DeleteFunc(i.Directory().TaskTemplates(), func(t acd.TaskTemplate) bool {
			return in.Status != "" && t.Status != string(in.Status) || in.Name != nil && t.Name != *in.Name
		})
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, string(in.Status), value(in.Name)), templates,
			func(t acd.TaskTemplate) string { return nameKey(t.Name, t.ID) })
		if err != nil {
			return nil, err
		}
		return &sdk.ListTaskTemplatesOutput{
			NextToken: next,
			TaskTemplates: each(found, func(t acd.TaskTemplate) types.TaskTemplateMetadata {
				return types.TaskTemplateMetadata{
					Arn:              p.arn(acd.KindTaskTemplate, string(t.ID)),
					CreatedTime:      stamp(t.CreatedAt),
					Description:      word(t.Description),
					Id:               new(string(t.ID)),
					LastModifiedTime: stamp(t.LastModifiedAt),
					Name:             &t.Name,
					Status:           types.TaskTemplateStatus(t.Status),
				}
			}),
		}, nil
	})
}

// updateTaskTemplate replaces what is in a template, and shows what it is then.
func (h *handlers) updateTaskTemplate(c *Call, in *sdk.UpdateTaskTemplateInput) (
	*sdk.UpdateTaskTemplateOutput, error,
) {
	p := c.place(in.InstanceId)
	template := taskTemplate(in.Fields, in.Constraints, in.Defaults)
	template.ID = idAt[acd.TaskTemplateID](p, acd.KindTaskTemplate, in.TaskTemplateId)
	template.Name, template.Description, template.Status = value(in.Name), value(in.Description), string(in.Status)
	template.FlowID = idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId)
	template.SelfAssignFlowID = idAt[acd.FlowID](p, acd.KindFlow, in.SelfAssignFlowId)
	if _, err := h.do(c, p, acd.UpdateTaskTemplate{Template: template}); err != nil {
		return nil, err
	}
	t, err := h.getTaskTemplate(c, &sdk.GetTaskTemplateInput{InstanceId: in.InstanceId, TaskTemplateId: in.TaskTemplateId})
	if err != nil {
		return nil, err
	}
	return &sdk.UpdateTaskTemplateOutput{
		Arn: t.Arn, Constraints: t.Constraints, ContactFlowId: t.ContactFlowId, CreatedTime: t.CreatedTime,
		Defaults: t.Defaults, Description: t.Description, Fields: t.Fields, Id: t.Id, InstanceId: t.InstanceId,
		LastModifiedTime: t.LastModifiedTime, Name: t.Name, SelfAssignFlowId: t.SelfAssignFlowId, Status: t.Status,
	}, nil
}

func (h *handlers) deleteTaskTemplate(c *Call, in *sdk.DeleteTaskTemplateInput) (
	*sdk.DeleteTaskTemplateOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DeleteTaskTemplate{
		ID: idAt[acd.TaskTemplateID](p, acd.KindTaskTemplate, in.TaskTemplateId)})
	return nil, err
}

// taskTemplateInfo shows the template by which a task was made.
func taskTemplateInfo(p *place, c acd.Contact) *types.TaskTemplateInfoV2 {
	if c.TaskTemplateID == "" {
		return nil
	}
	return &types.TaskTemplateInfoV2{
		Arn: p.arn(acd.KindTaskTemplate, c.TaskTemplateID), Name: word(c.TaskTemplateName),
	}
}
