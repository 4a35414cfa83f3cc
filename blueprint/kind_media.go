package blueprint

import (
	"context"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

func emailNature() nature[EmailAddress] {
	return nature[EmailAddress]{
		list: func(ctx context.Context, s *Site) ([]named, error) {
			return all(func(token *string) ([]named, *string, error) {
				out, err := s.client.SearchEmailAddresses(ctx,
					&sdk.SearchEmailAddressesInput{InstanceId: &s.id, NextToken: token})
				if err != nil {
					return nil, nil, err
				}
				var found []named
				for _, e := range out.EmailAddresses {
					found = append(found, named{e.EmailAddress, e.EmailAddressId, e.EmailAddressArn})
				}
				return found, out.NextToken, nil
			})
		},
		describe: func(ctx context.Context, s *Site, address, id string) (EmailAddress, error) {
			out, err := s.client.DescribeEmailAddress(ctx,
				&sdk.DescribeEmailAddressInput{InstanceId: &s.id, EmailAddressId: &id})
			if err != nil {
				return EmailAddress{}, err
			}
			e := EmailAddress{Address: address, DisplayName: out.DisplayName, Description: out.Description, Tags: out.Tags}
			e.Flow, err = s.emailFlow(ctx, out.EmailAddressArn, address)
			return e, err
		},
		create: func(ctx context.Context, s *Site, e EmailAddress) (id, arn *string, err error) {
			out, err := s.client.CreateEmailAddress(ctx, &sdk.CreateEmailAddressInput{InstanceId: &s.id,
				EmailAddress: &e.Address, DisplayName: e.DisplayName, Description: e.Description, Tags: tagsGiven(e.Tags)})
			if err != nil {
				return nil, nil, err
			}
			return out.EmailAddressId, out.EmailAddressArn, nil
		},
		change: func(ctx context.Context, s *Site, id string, e EmailAddress, changed fields) error {
			if changed["flow"] {
				if err := s.leadEmails(ctx, e.Address, e.Flow); err != nil {
					return err
				}
			}
			if !changed.any("displayName", "description") {
				return nil
			}
			_, err := s.client.UpdateEmailAddressMetadata(ctx, &sdk.UpdateEmailAddressMetadataInput{InstanceId: &s.id,
				EmailAddressId: &id, DisplayName: e.DisplayName, Description: e.Description})
			return err
		},
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.DeleteEmailAddress(ctx, &sdk.DeleteEmailAddressInput{InstanceId: &s.id, EmailAddressId: &id})
			return err
		},
	}
}

// emailFlow returns the name of the flow that leads who writes to an address, nil where none does (A0267).
func (s *Site) emailFlow(ctx context.Context, arn *string, address string) (*string, error) {
	out, err := s.client.GetFlowAssociation(ctx, &sdk.GetFlowAssociationInput{InstanceId: &s.id, ResourceId: arn,
		ResourceType: types.FlowAssociationResourceTypeInboundEmail})
	switch {
	case s.cannot(kindEmail, "flow", err), code(err) == "ResourceNotFoundException":
		return nil, nil
	case err != nil:
		return nil, err
	}
	return s.nameOf(kindFlow, out.FlowId, "the email address "+address), nil
}

// leadEmails lets a flow lead who writes to an address; an empty one, none. Both go by their ARNs.
func (s *Site) leadEmails(ctx context.Context, address string, flow *string) error {
	const emails = types.FlowAssociationResourceTypeInboundEmail
	arn := aws.String(s.of(kindEmail).arns[address])
	if aws.ToString(flow) == "" {
		_, err := s.client.DisassociateFlow(ctx, &sdk.DisassociateFlowInput{InstanceId: &s.id, ResourceId: arn,
			ResourceType: emails})
		return err
	}
	if _, err := s.idOf(kindFlow, *flow); err != nil {
		return err
	}
	_, err := s.client.AssociateFlow(ctx, &sdk.AssociateFlowInput{InstanceId: &s.id, ResourceId: arn,
		FlowId: aws.String(s.of(kindFlow).arns[*flow]), ResourceType: emails})
	return err
}

// queueEmails lists the addresses from which the agents of a queue write, the default one among them (A0226).
func (s *Site) queueEmails(ctx context.Context, id string) ([]types.EmailAddressSummary, error) {
	if s.hidden(kindQueue+".emailAddresses") != "" {
		return nil, nil
	}
	return all(func(token *string) ([]types.EmailAddressSummary, *string, error) {
		out, err := s.client.ListQueueEmailAddresses(ctx,
			&sdk.ListQueueEmailAddressesInput{InstanceId: &s.id, QueueId: &id, NextToken: token})
		if err != nil {
			return nil, nil, err
		}
		return out.EmailAddressMetadataList, out.NextToken, nil
	})
}

// changeQueueEmails makes the addresses of a queue those that it is to have. The default one is no entry of the list.
func (s *Site) changeQueueEmails(ctx context.Context, id string, q Queue, changed fields) error {
	if changed["outboundEmail"] {
		address, err := s.idOfGiven(kindEmail, q.OutboundEmail)
		if err != nil {
			return err
		}
		if _, err := s.client.UpdateQueueOutboundEmailConfig(ctx, &sdk.UpdateQueueOutboundEmailConfigInput{
			InstanceId: &s.id, QueueId: &id,
			OutboundEmailConfig: &types.OutboundEmailConfig{OutboundEmailAddressId: address}}); err != nil {
			return err
		}
	}
	if !changed["emailAddresses"] {
		return nil
	}
	want, err := s.idsOf(kindEmail, q.Emails)
	if err != nil {
		return err
	}
	list, err := s.queueEmails(ctx, id)
	if err != nil {
		return err
	}
	var have []string
	var more []types.EmailAddressConfig
	var gone []string
	for _, address := range list {
		have = append(have, aws.ToString(address.Id))
		if !slices.Contains(want, aws.ToString(address.Id)) && !address.IsDefaultOutboundEmail {
			gone = append(gone, aws.ToString(address.Id))
		}
	}
	for _, one := range want {
		if !slices.Contains(have, one) {
			more = append(more, types.EmailAddressConfig{EmailAddressId: &one})
		}
	}
	if len(gone) > 0 {
		if _, err := s.client.DisassociateQueueEmailAddresses(ctx, &sdk.DisassociateQueueEmailAddressesInput{
			InstanceId: &s.id, QueueId: &id, EmailAddressesId: gone}); err != nil {
			return err
		}
	}
	if len(more) == 0 {
		return nil
	}
	_, err = s.client.AssociateQueueEmailAddresses(ctx, &sdk.AssociateQueueEmailAddressesInput{InstanceId: &s.id,
		QueueId: &id, EmailAddressesConfig: more})
	return err
}

func promptNature() nature[Prompt] {
	return nature[Prompt]{
		list: func(ctx context.Context, s *Site) ([]named, error) {
			return all(func(token *string) ([]named, *string, error) {
				out, err := s.client.ListPrompts(ctx, &sdk.ListPromptsInput{InstanceId: &s.id, NextToken: token})
				if err != nil {
					return nil, nil, err
				}
				var found []named
				for _, p := range out.PromptSummaryList {
					found = append(found, named{p.Name, p.Id, p.Arn})
				}
				return found, out.NextToken, nil
			})
		},
		describe: func(ctx context.Context, s *Site, name, id string) (Prompt, error) {
			out, err := s.client.DescribePrompt(ctx, &sdk.DescribePromptInput{InstanceId: &s.id, PromptId: &id})
			if err != nil {
				return Prompt{}, err
			}
			return Prompt{Name: name, Description: out.Prompt.Description, Tags: out.Prompt.Tags}, nil
		},
		create: func(ctx context.Context, s *Site, p Prompt) (id, arn *string, err error) {
			out, err := s.client.CreatePrompt(ctx, &sdk.CreatePromptInput{InstanceId: &s.id, Name: &p.Name,
				Description: p.Description, S3Uri: p.Source, Tags: tagsGiven(p.Tags)})
			if err != nil {
				return nil, nil, err
			}
			return out.PromptId, out.PromptARN, nil
		},
		change: func(ctx context.Context, s *Site, id string, p Prompt, changed fields) error {
			if !changed["description"] {
				return nil
			}
			_, err := s.client.UpdatePrompt(ctx, &sdk.UpdatePromptInput{InstanceId: &s.id, PromptId: &id,
				Description: p.Description})
			return err
		},
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.DeletePrompt(ctx, &sdk.DeletePromptInput{InstanceId: &s.id, PromptId: &id})
			return err
		},
	}
}

// sourceIn returns where a prompt lies in a folder of prompts, under its name (A0283).
func sourceIn(folder, name string) *string {
	return aws.String(strings.TrimSuffix(folder, "/") + "/" + slug(name) + ".wav")
}
