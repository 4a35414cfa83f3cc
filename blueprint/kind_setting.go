package blueprint

import (
	"context"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// isAmazons reports whether a name is of Amazon's own making (AG:predefined-attributes).
func isAmazons(name string) bool {
	return strings.HasPrefix(name, "connect:") || strings.HasPrefix(name, "aws:")
}

func attributeNature() nature[Attribute] {
	return nature[Attribute]{
		amazons: isAmazons,
		list: func(ctx context.Context, s *Site) ([]named, error) {
			return all(func(token *string) ([]named, *string, error) {
				out, err := s.client.ListPredefinedAttributes(ctx,
					&sdk.ListPredefinedAttributesInput{InstanceId: &s.id, NextToken: token})
				if err != nil {
					return nil, nil, err
				}
				var found []named
				for _, a := range out.PredefinedAttributeSummaryList {
					found = append(found, named{a.Name, a.Name, nil})
				}
				return found, out.NextToken, nil
			})
		},
		describe: func(ctx context.Context, s *Site, name, _ string) (Attribute, error) {
			out, err := s.client.DescribePredefinedAttribute(ctx,
				&sdk.DescribePredefinedAttributeInput{InstanceId: &s.id, Name: &name})
			if err != nil {
				return Attribute{}, err
			}
			a := Attribute{Name: name, Values: []string{}, Purposes: some(out.PredefinedAttribute.Purposes)}
			if values, ok := out.PredefinedAttribute.Values.(*types.PredefinedAttributeValuesMemberStringList); ok {
				a.Values = values.Value
			}
			if c := out.PredefinedAttribute.AttributeConfiguration; c != nil {
				a.Checked = &c.EnableValueValidationOnAssociation
			}
			return a, nil
		},
		create: func(ctx context.Context, s *Site, a Attribute) (id, arn *string, err error) {
			_, err = s.client.CreatePredefinedAttribute(ctx, &sdk.CreatePredefinedAttributeInput{InstanceId: &s.id,
				Name: &a.Name, Values: valuesOf(a), Purposes: a.Purposes, AttributeConfiguration: configurationOf(a)})
			return &a.Name, nil, err
		},
		change: func(ctx context.Context, s *Site, _ string, a Attribute, changed fields) error {
			in := &sdk.UpdatePredefinedAttributeInput{InstanceId: &s.id, Name: &a.Name}
			if changed["values"] {
				in.Values = valuesOf(a)
			}
			if changed["purposes"] {
				in.Purposes = a.Purposes
			}
			if changed["validateValues"] {
				in.AttributeConfiguration = configurationOf(a)
			}
			_, err := s.client.UpdatePredefinedAttribute(ctx, in)
			return err
		},
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.DeletePredefinedAttribute(ctx,
				&sdk.DeletePredefinedAttributeInput{InstanceId: &s.id, Name: &id})
			return err
		},
	}
}

func valuesOf(a Attribute) types.PredefinedAttributeValues {
	if a.Values == nil {
		return nil
	}
	return &types.PredefinedAttributeValuesMemberStringList{Value: a.Values}
}

func configurationOf(a Attribute) *types.InputPredefinedAttributeConfiguration {
	if a.Checked == nil {
		return nil
	}
	return &types.InputPredefinedAttributeConfiguration{EnableValueValidationOnAssociation: *a.Checked}
}

func statusNature() nature[Status] {
	return nature[Status]{
		inOrder: true, // which is that of the list that agents see
		list: func(ctx context.Context, s *Site) ([]named, error) {
			return all(func(token *string) ([]named, *string, error) {
				out, err := s.client.ListAgentStatuses(ctx, &sdk.ListAgentStatusesInput{InstanceId: &s.id, NextToken: token})
				if err != nil {
					return nil, nil, err
				}
				var found []named
				for _, a := range out.AgentStatusSummaryList {
					found = append(found, named{a.Name, a.Id, a.Arn})
				}
				return found, out.NextToken, nil
			})
		},
		describe: func(ctx context.Context, s *Site, name, id string) (Status, error) {
			out, err := s.client.DescribeAgentStatus(ctx,
				&sdk.DescribeAgentStatusInput{InstanceId: &s.id, AgentStatusId: &id})
			if err != nil {
				return Status{}, err
			}
			a := out.AgentStatus
			return Status{Name: name, Description: a.Description, State: aws.String(string(a.State)),
				Order: a.DisplayOrder, Tags: a.Tags}, nil
		},
		create: func(ctx context.Context, s *Site, a Status) (id, arn *string, err error) {
			out, err := s.client.CreateAgentStatus(ctx, &sdk.CreateAgentStatusInput{InstanceId: &s.id, Name: &a.Name,
				Description: a.Description, DisplayOrder: a.Order, Tags: tagsGiven(a.Tags),
				State: types.AgentStatusState(stringOr(a.State, "ENABLED"))})
			if err != nil {
				return nil, nil, err
			}
			return out.AgentStatusId, out.AgentStatusARN, nil
		},
		change: func(ctx context.Context, s *Site, id string, a Status, changed fields) error {
			in := &sdk.UpdateAgentStatusInput{InstanceId: &s.id, AgentStatusId: &id}
			if changed["description"] {
				in.Description = a.Description
			}
			if changed["state"] {
				in.State = types.AgentStatusState(*a.State)
			}
			if changed["displayOrder"] {
				in.DisplayOrder = a.Order
			}
			if !changed.any("description", "state", "displayOrder") {
				return nil
			}
			_, err := s.client.UpdateAgentStatus(ctx, in)
			return err
		},
	}
}

// stringOr returns what is given, or else a preset.
func stringOr(given *string, preset string) string {
	if given == nil {
		return preset
	}
	return *given
}

func groupNature() nature[Group] {
	return nature[Group]{
		list: listGroups,
		describe: func(ctx context.Context, s *Site, path, id string) (Group, error) {
			out, err := s.client.DescribeUserHierarchyGroup(ctx,
				&sdk.DescribeUserHierarchyGroupInput{InstanceId: &s.id, HierarchyGroupId: &id})
			if err != nil {
				return Group{}, err
			}
			return Group{Path: path, Tags: out.HierarchyGroup.Tags}, nil
		},
		create: func(ctx context.Context, s *Site, g Group) (id, arn *string, err error) {
			in := &sdk.CreateUserHierarchyGroupInput{InstanceId: &s.id, Name: &g.Path, Tags: tagsGiven(g.Tags)}
			if cut := strings.LastIndex(g.Path, "/"); cut >= 0 {
				in.Name = aws.String(g.Path[cut+1:])
				if in.ParentGroupId, err = s.idOf(kindGroup, g.Path[:cut]); err != nil {
					return nil, nil, err
				}
			}
			out, err := s.client.CreateUserHierarchyGroup(ctx, in)
			if err != nil {
				return nil, nil, err
			}
			return out.HierarchyGroupId, out.HierarchyGroupArn, nil
		},
		change: func(context.Context, *Site, string, Group, fields) error { return nil }, // tags alone can
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.DeleteUserHierarchyGroup(ctx,
				&sdk.DeleteUserHierarchyGroupInput{InstanceId: &s.id, HierarchyGroupId: &id})
			return err
		},
	}
}

// listGroups lists the groups of the hierarchy by their paths, those of the top first.
func listGroups(ctx context.Context, s *Site) ([]named, error) {
	summaries, err := all(func(token *string) ([]types.HierarchyGroupSummary, *string, error) {
		out, err := s.client.ListUserHierarchyGroups(ctx,
			&sdk.ListUserHierarchyGroupsInput{InstanceId: &s.id, NextToken: token})
		if err != nil {
			return nil, nil, err
		}
		return out.UserHierarchyGroupSummaryList, out.NextToken, nil
	})
	if err != nil {
		return nil, err
	}
	var found []named
	for _, g := range summaries {
		out, err := s.client.DescribeUserHierarchyGroup(ctx,
			&sdk.DescribeUserHierarchyGroupInput{InstanceId: &s.id, HierarchyGroupId: g.Id})
		if err != nil {
			return nil, refused(err)
		}
		var names []string
		if p := out.HierarchyGroup.HierarchyPath; p != nil {
			for _, level := range []*types.HierarchyGroupSummary{
				p.LevelOne, p.LevelTwo, p.LevelThree, p.LevelFour, p.LevelFive} {
				if level != nil {
					names = append(names, aws.ToString(level.Name))
				}
			}
		}
		found = append(found, named{aws.String(strings.Join(names, "/")), g.Id, g.Arn})
	}
	slices.SortFunc(found, func(a, b named) int { return strings.Compare(*a.name, *b.name) })
	return found, nil
}
