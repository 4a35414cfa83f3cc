package blueprint

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

func numberNature() nature[Number] {
	return nature[Number]{
		list: listNumbers,
		describe: func(ctx context.Context, s *Site, name, id string) (Number, error) {
			out, err := s.client.DescribePhoneNumber(ctx, &sdk.DescribePhoneNumberInput{PhoneNumberId: &id})
			if err != nil {
				return Number{}, err
			}
			n := Number{Number: name, Description: out.ClaimedPhoneNumberSummary.PhoneNumberDescription,
				Tags: out.ClaimedPhoneNumberSummary.Tags}
			if flow, ok := s.numberFlows[id]; ok {
				n.Flow = s.nameOf(kindFlow, &flow, fmt.Sprintf("the phone number %s", name))
			}
			return n, nil
		},
		create: func(ctx context.Context, s *Site, n Number) (id, arn *string, err error) {
			out, err := s.client.ClaimPhoneNumber(ctx, &sdk.ClaimPhoneNumberInput{InstanceId: &s.id, PhoneNumber: &n.Number,
				PhoneNumberDescription: n.Description, Tags: tagsGiven(n.Tags)})
			if err != nil {
				return nil, nil, err
			}
			return out.PhoneNumberId, out.PhoneNumberArn, nil
		},
		change: func(ctx context.Context, s *Site, id string, n Number, changed fields) error {
			if !changed["flow"] {
				return nil
			}
			if aws.ToString(n.Flow) == "" {
				_, err := s.client.DisassociatePhoneNumberContactFlow(ctx, &sdk.DisassociatePhoneNumberContactFlowInput{
					InstanceId: &s.id, PhoneNumberId: &id})
				return err
			}
			flow, err := s.idOf(kindFlow, *n.Flow)
			if err != nil {
				return err
			}
			_, err = s.client.AssociatePhoneNumberContactFlow(ctx, &sdk.AssociatePhoneNumberContactFlowInput{
				InstanceId: &s.id, PhoneNumberId: &id, ContactFlowId: flow})
			return err
		},
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.ReleasePhoneNumber(ctx, &sdk.ReleasePhoneNumberInput{PhoneNumberId: &id})
			return err
		},
	}
}

// listNumbers lists the phone numbers, and notes the flows that they lead to.
func listNumbers(ctx context.Context, s *Site) ([]named, error) {
	found, err := all(func(token *string) ([]named, *string, error) {
		out, err := s.client.ListPhoneNumbersV2(ctx, &sdk.ListPhoneNumbersV2Input{InstanceId: &s.id, NextToken: token})
		if err != nil {
			return nil, nil, err
		}
		var found []named
		for _, n := range out.ListPhoneNumbersSummaryList {
			found = append(found, named{n.PhoneNumber, n.PhoneNumberId, n.PhoneNumberArn})
		}
		return found, out.NextToken, nil
	})
	if err != nil || len(found) == 0 {
		return found, err
	}
	flows, err := all(func(token *string) ([]types.FlowAssociationSummary, *string, error) {
		out, err := s.client.ListFlowAssociations(ctx, &sdk.ListFlowAssociationsInput{InstanceId: &s.id, NextToken: token,
			ResourceType: types.ListFlowAssociationResourceTypeVoicePhoneNumber})
		if err != nil {
			return nil, nil, err
		}
		return out.FlowAssociationSummaryList, out.NextToken, nil
	})
	s.numberFlows = map[string]string{}
	for _, one := range flows {
		s.numberFlows[bareID(aws.ToString(one.ResourceId))] = aws.ToString(one.FlowId)
	}
	if s.cannot(kindNumber, "flow", err) {
		err = nil
	}
	return found, err
}
