package blueprint

import (
	"context"
	"reflect"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// readInstance reads the instance's own settings.
func (s *Site) readInstance(ctx context.Context) error {
	out, err := s.client.DescribeInstance(ctx, &sdk.DescribeInstanceInput{InstanceId: &s.id})
	if err != nil {
		return refused(err)
	}
	s.arn = aws.ToString(out.Instance.Arn)
	have := Instance{Alias: aws.ToString(out.Instance.InstanceAlias),
		Identity: aws.String(string(out.Instance.IdentityManagementType)), Tags: out.Instance.Tags}
	attributes, err := all(func(token *string) ([]types.Attribute, *string, error) {
		out, err := s.client.ListInstanceAttributes(ctx,
			&sdk.ListInstanceAttributesInput{InstanceId: &s.id, NextToken: token})
		if err != nil {
			return nil, nil, err
		}
		return out.Attributes, out.NextToken, nil
	})
	if err != nil {
		return err
	}
	values := map[string]string{}
	for _, a := range attributes {
		values[string(a.AttributeType)] = aws.ToString(a.Value)
	}
	v := reflect.ValueOf(&have).Elem()
	for _, m := range members(v.Type()) {
		if on, err := strconv.ParseBool(values[m.attribute]); m.attribute != "" && err == nil {
			v.Field(m.index).Set(reflect.ValueOf(&on))
		}
	}
	structure, err := s.client.DescribeUserHierarchyStructure(ctx,
		&sdk.DescribeUserHierarchyStructureInput{InstanceId: &s.id})
	if err != nil {
		return refused(err)
	}
	have.Levels = []string{}
	if h := structure.HierarchyStructure; h != nil {
		for _, level := range []*types.HierarchyLevel{h.LevelOne, h.LevelTwo, h.LevelThree, h.LevelFour, h.LevelFive} {
			if level != nil {
				have.Levels = append(have.Levels, aws.ToString(level.Name))
			}
		}
	}
	s.Have.Instance = have
	return nil
}

// changeInstance changes the instance's own settings.
func (s *Site) changeInstance(ctx context.Context, target Instance, changed fields) error {
	v := reflect.ValueOf(target)
	for _, m := range members(v.Type()) {
		if m.attribute == "" || !changed[m.name] {
			continue
		}
		on := strconv.FormatBool(v.Field(m.index).Elem().Bool())
		_, err := s.client.UpdateInstanceAttribute(ctx, &sdk.UpdateInstanceAttributeInput{InstanceId: &s.id,
			AttributeType: types.InstanceAttributeType(m.attribute), Value: &on})
		if err != nil {
			return refused(err)
		}
	}
	if changed["tags"] {
		if err := s.retag(ctx, s.arn, target.Tags); err != nil {
			return refused(err)
		}
	}
	if !changed["hierarchyLevels"] {
		return nil
	}
	var update types.HierarchyStructureUpdate
	places := []**types.HierarchyLevelUpdate{
		&update.LevelOne, &update.LevelTwo, &update.LevelThree, &update.LevelFour, &update.LevelFive}
	for i := range min(len(target.Levels), len(places)) {
		*places[i] = &types.HierarchyLevelUpdate{Name: &target.Levels[i]}
	}
	_, err := s.client.UpdateUserHierarchyStructure(ctx,
		&sdk.UpdateUserHierarchyStructureInput{InstanceId: &s.id, HierarchyStructure: &update})
	return refused(err)
}
