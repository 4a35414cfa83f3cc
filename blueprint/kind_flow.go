package blueprint

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// saved ends the id of a flow whose draft is meant, for flows that were never published.
const saved = ":$SAVED"

func flowNature() nature[Flow] {
	return nature[Flow]{
		list: func(ctx context.Context, s *Site) ([]named, error) {
			return all(func(token *string) ([]named, *string, error) {
				out, err := s.client.ListContactFlows(ctx, &sdk.ListContactFlowsInput{InstanceId: &s.id, NextToken: token})
				if err != nil {
					return nil, nil, err
				}
				var found []named
				for _, f := range out.ContactFlowSummaryList {
					found = append(found, named{f.Name, f.Id, f.Arn})
				}
				return found, out.NextToken, nil
			})
		},
		describe: func(ctx context.Context, s *Site, name, id string) (Flow, error) {
			out, err := s.client.DescribeContactFlow(ctx,
				&sdk.DescribeContactFlowInput{InstanceId: &s.id, ContactFlowId: &id})
			published := true
			if code(err) == "ContactFlowNotPublishedException" {
				published = false
				out, err = s.client.DescribeContactFlow(ctx,
					&sdk.DescribeContactFlowInput{InstanceId: &s.id, ContactFlowId: aws.String(id + saved)})
			}
			if err != nil {
				return Flow{}, err
			}
			f := out.ContactFlow
			return Flow{Name: name, Type: string(f.Type), Description: f.Description, State: aws.String(string(f.State)),
				Published: &published, Content: File{Text: aws.ToString(f.Content)}, Tags: f.Tags}, nil
		},
		create: func(ctx context.Context, s *Site, f Flow) (id, arn *string, err error) {
			content, err := s.toIDs(f.Content.Text)
			if err != nil {
				return nil, nil, err
			}
			in := &sdk.CreateContactFlowInput{InstanceId: &s.id, Name: &f.Name, Type: types.ContactFlowType(f.Type),
				Description: f.Description, Content: &content, Tags: tagsGiven(f.Tags)}
			if f.draft() {
				in.Status = types.ContactFlowStatusSaved
			}
			out, err := s.client.CreateContactFlow(ctx, in)
			if err != nil {
				return nil, nil, err
			}
			return out.ContactFlowId, out.ContactFlowArn, nil
		},
		change: changeFlow,
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.DeleteContactFlow(ctx, &sdk.DeleteContactFlowInput{InstanceId: &s.id, ContactFlowId: &id})
			return err
		},
	}
}

// draft says whether a flow is kept and not yet run.
func (f Flow) draft() bool { return f.Published != nil && !*f.Published }

func changeFlow(ctx context.Context, s *Site, id string, f Flow, changed fields) error {
	if changed.any("content", "published") {
		content, err := s.toIDs(f.Content.Text)
		if err != nil {
			return err
		}
		which := id
		if f.draft() {
			which += saved
		}
		if _, err := s.client.UpdateContactFlowContent(ctx, &sdk.UpdateContactFlowContentInput{InstanceId: &s.id,
			ContactFlowId: &which, Content: &content}); err != nil {
			return err
		}
	}
	in := &sdk.UpdateContactFlowMetadataInput{InstanceId: &s.id, ContactFlowId: &id}
	if changed["description"] {
		in.Description = f.Description
	}
	if changed["state"] {
		in.ContactFlowState = types.ContactFlowState(*f.State)
	}
	if !changed.any("description", "state") {
		return nil
	}
	_, err := s.client.UpdateContactFlowMetadata(ctx, in)
	return err
}

func moduleNature() nature[Module] {
	return nature[Module]{
		list: func(ctx context.Context, s *Site) ([]named, error) {
			return all(func(token *string) ([]named, *string, error) {
				out, err := s.client.ListContactFlowModules(ctx,
					&sdk.ListContactFlowModulesInput{InstanceId: &s.id, NextToken: token})
				if err != nil {
					return nil, nil, err
				}
				var found []named
				for _, m := range out.ContactFlowModulesSummaryList {
					found = append(found, named{m.Name, m.Id, m.Arn})
				}
				return found, out.NextToken, nil
			})
		},
		describe: func(ctx context.Context, s *Site, name, id string) (Module, error) {
			out, err := s.client.DescribeContactFlowModule(ctx,
				&sdk.DescribeContactFlowModuleInput{InstanceId: &s.id, ContactFlowModuleId: &id})
			if err != nil {
				return Module{}, err
			}
			m := out.ContactFlowModule
			found := Module{Name: name, Description: m.Description, State: aws.String(string(m.State)),
				Content: File{Text: aws.ToString(m.Content)}, Settings: m.Settings, Tags: m.Tags}
			if e := m.ExternalInvocationConfiguration; e != nil {
				found.External = &e.Enabled
			}
			return found, nil
		},
		create: func(ctx context.Context, s *Site, m Module) (id, arn *string, err error) {
			content, err := s.toIDs(m.Content.Text)
			if err != nil {
				return nil, nil, err
			}
			in := &sdk.CreateContactFlowModuleInput{InstanceId: &s.id, Name: &m.Name, Description: m.Description,
				Content: &content, Settings: m.Settings, Tags: tagsGiven(m.Tags)}
			if m.External != nil {
				in.ExternalInvocationConfiguration = &types.ExternalInvocationConfiguration{Enabled: *m.External}
			}
			out, err := s.client.CreateContactFlowModule(ctx, in)
			if err != nil {
				return nil, nil, err
			}
			return out.Id, out.Arn, nil
		},
		change: changeModule,
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.DeleteContactFlowModule(ctx,
				&sdk.DeleteContactFlowModuleInput{InstanceId: &s.id, ContactFlowModuleId: &id})
			return err
		},
	}
}

func changeModule(ctx context.Context, s *Site, id string, m Module, changed fields) error {
	if changed.any("content", "settings") {
		content, err := s.toIDs(m.Content.Text)
		if err != nil {
			return err
		}
		if _, err := s.client.UpdateContactFlowModuleContent(ctx, &sdk.UpdateContactFlowModuleContentInput{
			InstanceId: &s.id, ContactFlowModuleId: &id, Content: &content, Settings: m.Settings}); err != nil {
			return err
		}
	}
	in := &sdk.UpdateContactFlowModuleMetadataInput{InstanceId: &s.id, ContactFlowModuleId: &id}
	if changed["description"] {
		in.Description = m.Description
	}
	if changed["state"] {
		in.State = types.ContactFlowModuleState(*m.State)
	}
	if !changed.any("description", "state") {
		return nil
	}
	_, err := s.client.UpdateContactFlowModuleMetadata(ctx, in)
	return err
}
