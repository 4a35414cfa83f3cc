package blueprint

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

func templateNature() nature[TaskTemplate] {
	return nature[TaskTemplate]{
		list: func(ctx context.Context, s *Site) ([]named, error) {
			return all(func(token *string) ([]named, *string, error) {
				out, err := s.client.ListTaskTemplates(ctx, &sdk.ListTaskTemplatesInput{InstanceId: &s.id, NextToken: token})
				if err != nil {
					return nil, nil, err
				}
				var found []named
				for _, t := range out.TaskTemplates {
					found = append(found, named{t.Name, t.Id, t.Arn})
				}
				return found, out.NextToken, nil
			})
		},
		describe: describeTemplate,
		create: func(ctx context.Context, s *Site, t TaskTemplate) (id, arn *string, err error) {
			to, err := s.formOf(t)
			if err != nil {
				return nil, nil, err
			}
			out, err := s.client.CreateTaskTemplate(ctx, &sdk.CreateTaskTemplateInput{InstanceId: &s.id, Name: &t.Name,
				Description: t.Description, Status: types.TaskTemplateStatus(aws.ToString(t.Status)), Fields: to.Fields,
				ContactFlowId: to.ContactFlowId, SelfAssignFlowId: to.SelfAssignFlowId, Constraints: to.Constraints,
				Defaults: to.Defaults})
			if err != nil {
				return nil, nil, err
			}
			return out.Id, out.Arn, nil
		},
		change: func(ctx context.Context, s *Site, id string, t TaskTemplate, changed fields) error {
			if !changed.any("description", "status", "flow", "selfAssignFlow", "fields") {
				return nil
			}
			to, err := s.formOf(t)
			if err != nil {
				return err
			}
			to.TaskTemplateId, to.Name, to.Description = &id, &t.Name, t.Description
			to.Status = types.TaskTemplateStatus(aws.ToString(t.Status))
			_, err = s.client.UpdateTaskTemplate(ctx, to)
			return err
		},
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.DeleteTaskTemplate(ctx, &sdk.DeleteTaskTemplateInput{InstanceId: &s.id, TaskTemplateId: &id})
			return err
		},
	}
}

func describeTemplate(ctx context.Context, s *Site, name, id string) (TaskTemplate, error) {
	out, err := s.client.GetTaskTemplate(ctx, &sdk.GetTaskTemplateInput{InstanceId: &s.id, TaskTemplateId: &id})
	if err != nil {
		return TaskTemplate{}, err
	}
	whose := fmt.Sprintf("the task template %q", name)
	t := TaskTemplate{Name: name, Description: out.Description, Status: aws.String(string(out.Status)),
		Flow: s.nameOf(kindFlow, out.ContactFlowId, whose), SelfAssign: s.nameOf(kindFlow, out.SelfAssignFlowId, whose),
		Fields: []TaskField{}, Tags: out.Tags}
	if out.Constraints == nil {
		out.Constraints = &types.TaskTemplateConstraints{}
	}
	if out.Defaults == nil {
		out.Defaults = &types.TaskTemplateDefaults{}
	}
	for _, f := range out.Fields {
		field := TaskField{Name: fieldName(f.Id), Type: string(f.Type), Description: f.Description,
			Options: f.SingleSelectOptions}
		for _, one := range out.Constraints.RequiredFields {
			mark(&field.Required, fieldName(one.Id) == field.Name)
		}
		for _, one := range out.Constraints.ReadOnlyFields {
			mark(&field.ReadOnly, fieldName(one.Id) == field.Name)
		}
		for _, one := range out.Constraints.InvisibleFields {
			mark(&field.Invisible, fieldName(one.Id) == field.Name)
		}
		for _, one := range out.Defaults.DefaultFieldValues {
			if fieldName(one.Id) == field.Name {
				field.Default = one.DefaultValue
			}
		}
		if f.Type == types.TaskTemplateFieldTypeQuickConnect {
			field.Default = s.nameOf(kindQuickConnect, field.Default, whose)
		}
		t.Fields = append(t.Fields, field)
	}
	return t, nil
}

func fieldName(id *types.TaskTemplateFieldIdentifier) string {
	if id == nil {
		return ""
	}
	return aws.ToString(id.Name)
}

// mark says yes where something holds; what is not said is no.
func mark(member **bool, holds bool) {
	if holds {
		*member = &holds
	}
}

// formOf returns what is in a task template, as Amazon has it.
func (s *Site) formOf(t TaskTemplate) (to *sdk.UpdateTaskTemplateInput, err error) {
	to = &sdk.UpdateTaskTemplateInput{InstanceId: &s.id, Fields: []types.TaskTemplateField{},
		Constraints: &types.TaskTemplateConstraints{}, Defaults: &types.TaskTemplateDefaults{}}
	if to.ContactFlowId, err = s.idOfGiven(kindFlow, t.Flow); err != nil {
		return nil, err
	}
	if to.SelfAssignFlowId, err = s.idOfGiven(kindFlow, t.SelfAssign); err != nil {
		return nil, err
	}
	for _, f := range t.Fields {
		id := &types.TaskTemplateFieldIdentifier{Name: &f.Name}
		to.Fields = append(to.Fields, types.TaskTemplateField{Id: id, Type: types.TaskTemplateFieldType(f.Type),
			Description: f.Description, SingleSelectOptions: f.Options})
		c := to.Constraints
		if aws.ToBool(f.Required) {
			c.RequiredFields = append(c.RequiredFields, types.RequiredFieldInfo{Id: id})
		}
		if aws.ToBool(f.ReadOnly) {
			c.ReadOnlyFields = append(c.ReadOnlyFields, types.ReadOnlyFieldInfo{Id: id})
		}
		if aws.ToBool(f.Invisible) {
			c.InvisibleFields = append(c.InvisibleFields, types.InvisibleFieldInfo{Id: id})
		}
		if f.Type == string(types.TaskTemplateFieldTypeQuickConnect) {
			if f.Default, err = s.idOfGiven(kindQuickConnect, f.Default); err != nil {
				return nil, err
			}
		}
		if f.Default != nil {
			to.Defaults.DefaultFieldValues = append(to.Defaults.DefaultFieldValues,
				types.TaskTemplateDefaultFieldValue{Id: id, DefaultValue: f.Default})
		}
	}
	return to, nil
}
