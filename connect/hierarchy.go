package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

// hierarchyRows are about the agent hierarchy: its levels, its groups, and who is in them.
func (h *handlers) hierarchyRows() []row {
	return []row{
		operation("DescribeUserHierarchyStructure", h.describeUserHierarchyStructure),
		operation("UpdateUserHierarchyStructure", h.updateUserHierarchyStructure),
		operation("CreateUserHierarchyGroup", h.createUserHierarchyGroup),
		operation("DescribeUserHierarchyGroup", h.describeUserHierarchyGroup),
		operation("ListUserHierarchyGroups", h.listUserHierarchyGroups),
		operation("UpdateUserHierarchyGroupName", h.updateUserHierarchyGroupName),
		operation("DeleteUserHierarchyGroup", h.deleteUserHierarchyGroup),
		operation("UpdateUserHierarchy", h.updateUserHierarchy),
	}
}

// describeUserHierarchyStructure shows the levels; where there are none, there is no structure (A0190).
func (h *handlers) describeUserHierarchyStructure(c *Call, in *sdk.DescribeUserHierarchyStructureInput) (
	*sdk.DescribeUserHierarchyStructureOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribeUserHierarchyStructureOutput, error) {
		levels := i.Directory().HierarchyLevels()
		if len(levels) == 0 {
			return &sdk.DescribeUserHierarchyStructureOutput{}, nil
		}
		var shown [acd.HierarchyLevelsMax]*types.HierarchyLevel
		for n, level := range levels {
			id := acd.HierarchyLevelID(n + 1)
			shown[n] = &types.HierarchyLevel{
				Arn:                p.arn(acd.KindHierarchyLevel, id),
				Id:                 &id,
				LastModifiedRegion: p.region(),
				LastModifiedTime:   stamp(level.LastModifiedAt),
				Name:               &level.Name,
			}
		}
		return &sdk.DescribeUserHierarchyStructureOutput{HierarchyStructure: &types.HierarchyStructure{
			LevelOne: shown[0], LevelTwo: shown[1], LevelThree: shown[2], LevelFour: shown[3], LevelFive: shown[4],
		}}, nil
	})
}

func (h *handlers) updateUserHierarchyStructure(c *Call, in *sdk.UpdateUserHierarchyStructureInput) (
	*sdk.UpdateUserHierarchyStructureOutput, error,
) {
	p := c.place(in.InstanceId)
	s := value(in.HierarchyStructure)
	var cmd acd.UpdateUserHierarchyStructure
	for n, level := range []*types.HierarchyLevelUpdate{s.LevelOne, s.LevelTwo, s.LevelThree, s.LevelFour, s.LevelFive} {
		if level == nil {
			continue
		}
		if n != len(cmd.Levels) {
			return nil, acd.Errorf(acd.Improper, "HierarchyStructure has a level %d but no level %d; give all levels from the "+
				"first to the lowest", n+1, len(cmd.Levels)+1)
		}
		cmd.Levels = append(cmd.Levels, value(level.Name))
	}
	_, err := h.do(c, p, cmd)
	return nil, err
}

func (h *handlers) createUserHierarchyGroup(c *Call, in *sdk.CreateUserHierarchyGroupInput) (
	*sdk.CreateUserHierarchyGroupOutput, error,
) {
	p := c.place(in.InstanceId)
	id, err := h.do(c, p, acd.CreateUserHierarchyGroup{
		Name:     value(in.Name),
		ParentID: idAt[acd.HierarchyGroupID](p, acd.KindHierarchyGroup, in.ParentGroupId),
		Tags:     in.Tags,
	})
	if err != nil {
		return nil, err
	}
	return &sdk.CreateUserHierarchyGroupOutput{
		HierarchyGroupId: &id, HierarchyGroupArn: p.arn(acd.KindHierarchyGroup, id),
	}, nil
}

func (h *handlers) describeUserHierarchyGroup(c *Call, in *sdk.DescribeUserHierarchyGroupInput) (
	*sdk.DescribeUserHierarchyGroupOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.HierarchyGroupID](p, acd.KindHierarchyGroup, in.HierarchyGroupId)
	return look(h, p, func(i *instance.Instance) (*sdk.DescribeUserHierarchyGroupOutput, error) {
		group, ok := i.Directory().HierarchyGroup(id)
		if !ok {
			return nil, unknown("hierarchy group", id)
		}
		return &sdk.DescribeUserHierarchyGroupOutput{HierarchyGroup: new(p.hierarchyGroup(i, group))}, nil
	})
}

// hierarchyGroup shows a group with those that it stands in, itself the last.
func (p *place) hierarchyGroup(i *instance.Instance, group acd.HierarchyGroup) types.HierarchyGroup {
	var path [acd.HierarchyLevelsMax]*types.HierarchyGroupSummary
	for n, id := range group.Path {
		above, _ := i.Directory().HierarchyGroup(id)
		path[n] = new(p.hierarchySummary(above))
	}
	return types.HierarchyGroup{
		Arn: p.arn(acd.KindHierarchyGroup, string(group.ID)),
		HierarchyPath: &types.HierarchyPath{
			LevelOne: path[0], LevelTwo: path[1], LevelThree: path[2], LevelFour: path[3], LevelFive: path[4],
		},
		Id:                 new(string(group.ID)),
		LastModifiedRegion: p.region(),
		LastModifiedTime:   stamp(group.LastModifiedAt),
		LevelId:            new(acd.HierarchyLevelID(len(group.Path))),
		Name:               &group.Name,
		Tags:               i.Directory().Tags(acd.KindHierarchyGroup, string(group.ID)),
	}
}

func (p *place) hierarchySummary(group acd.HierarchyGroup) types.HierarchyGroupSummary {
	return types.HierarchyGroupSummary{
		Arn:                p.arn(acd.KindHierarchyGroup, string(group.ID)),
		Id:                 new(string(group.ID)),
		LastModifiedRegion: p.region(),
		LastModifiedTime:   stamp(group.LastModifiedAt),
		Name:               &group.Name,
	}
}

func (h *handlers) listUserHierarchyGroups(c *Call, in *sdk.ListUserHierarchyGroupsInput) (
	*sdk.ListUserHierarchyGroupsOutput, error,
) {
	p := c.place(in.InstanceId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListUserHierarchyGroupsOutput, error) {
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults), i.Directory().HierarchyGroups(),
			func(g acd.HierarchyGroup) string { return nameKey(g.Name, g.ID) })
		if err != nil {
			return nil, err
		}
		return &sdk.ListUserHierarchyGroupsOutput{
			NextToken: next, UserHierarchyGroupSummaryList: each(found, p.hierarchySummary),
		}, nil
	})
}

func (h *handlers) updateUserHierarchyGroupName(c *Call, in *sdk.UpdateUserHierarchyGroupNameInput) (
	*sdk.UpdateUserHierarchyGroupNameOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateUserHierarchyGroupName{
		ID: idAt[acd.HierarchyGroupID](p, acd.KindHierarchyGroup, in.HierarchyGroupId), Name: value(in.Name),
	})
	return nil, err
}

func (h *handlers) deleteUserHierarchyGroup(c *Call, in *sdk.DeleteUserHierarchyGroupInput) (
	*sdk.DeleteUserHierarchyGroupOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DeleteUserHierarchyGroup{
		ID: idAt[acd.HierarchyGroupID](p, acd.KindHierarchyGroup, in.HierarchyGroupId)})
	return nil, err
}

func (h *handlers) updateUserHierarchy(c *Call, in *sdk.UpdateUserHierarchyInput) (
	*sdk.UpdateUserHierarchyOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateUserHierarchy{
		UserID:  idAt[acd.UserID](p, acd.KindUser, in.UserId),
		GroupID: idAt[acd.HierarchyGroupID](p, acd.KindHierarchyGroup, in.HierarchyGroupId),
	})
	return nil, err
}

// hierarchyPath shows the groups of an agent, from the top to his own; none where he is in no group.
func (p *place) hierarchyPath(path []acd.HierarchyGroupID) *types.HierarchyPathReference {
	if len(path) == 0 {
		return nil
	}
	level := func(depth int) *types.HierarchyGroupSummaryReference {
		id := acd.GroupAt(path, depth)
		if id == "" {
			return nil
		}
		return &types.HierarchyGroupSummaryReference{
			Arn: p.arn(acd.KindHierarchyGroup, string(id)), Id: new(string(id)),
		}
	}
	return &types.HierarchyPathReference{
		LevelOne: level(1), LevelTwo: level(2), LevelThree: level(3), LevelFour: level(4), LevelFive: level(5),
	}
}

// hierarchyGroups shows the groups that an agent was in when he joined.
func (p *place) hierarchyGroups(path []acd.HierarchyGroupID) *types.HierarchyGroups {
	if len(path) == 0 {
		return nil
	}
	level := func(depth int) *types.AgentHierarchyGroup {
		id := acd.GroupAt(path, depth)
		if id == "" {
			return nil
		}
		return &types.AgentHierarchyGroup{Arn: p.arn(acd.KindHierarchyGroup, string(id))}
	}
	return &types.HierarchyGroups{
		Level1: level(1), Level2: level(2), Level3: level(3), Level4: level(4), Level5: level(5),
	}
}
