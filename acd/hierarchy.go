package acd

import "strconv"

// HierarchyGroupID names a group of the agent hierarchy.
type HierarchyGroupID string

// HierarchyLevelsMax is how many levels an agent hierarchy has at most (AG:agent-hierarchy).
const HierarchyLevelsMax = 5

// HierarchyLevel is what the groups at one depth of the agent hierarchy are called together, as in "Country".
type HierarchyLevel struct {
	Name           string
	LastModifiedAt Time
}

// HierarchyLevelID returns the id of a level, of which the topmost has depth 1 (A0190).
func HierarchyLevelID(depth int) string { return strconv.Itoa(depth) }

// HierarchyGroup is a group of users. It stands in another one unless it is at the top; it never moves.
type HierarchyGroup struct {
	ID             HierarchyGroupID
	Name           string             // unique among the groups of its parent, ignoring case (A0191)
	Path           []HierarchyGroupID // from the top, its own id last
	LastModifiedAt Time
}

// Parent returns the group in which a group stands, empty for one at the top.
func (g *HierarchyGroup) Parent() HierarchyGroupID {
	if len(g.Path) < 2 {
		return ""
	}
	return g.Path[len(g.Path)-2]
}

// GroupAt returns which group of a path stands at a depth, of which the topmost is 1; empty where there is none.
func GroupAt(path []HierarchyGroupID, depth int) HierarchyGroupID {
	if depth < 1 || depth > len(path) {
		return ""
	}
	return path[depth-1]
}

// What may be asked about the agent hierarchy.
type (
	// UpdateUserHierarchyStructure names the levels, the topmost first. Those that are not there any more go, those that
	// are new are added.
	UpdateUserHierarchyStructure struct{ Levels []string }
	// CreateUserHierarchyGroup adds a group, in another one or, where ParentID is empty, at the top.
	CreateUserHierarchyGroup struct {
		Name     string
		ParentID HierarchyGroupID
		Tags     map[string]string
	}
	// UpdateUserHierarchyGroupName renames a group.
	UpdateUserHierarchyGroupName struct {
		ID   HierarchyGroupID
		Name string
	}
	// DeleteUserHierarchyGroup removes a group in which nobody and nothing is.
	DeleteUserHierarchyGroup struct{ ID HierarchyGroupID }
	// UpdateUserHierarchy puts a user into a group; an empty GroupID takes him out of his.
	UpdateUserHierarchy struct {
		UserID  UserID
		GroupID HierarchyGroupID
	}
)

// What happens to the agent hierarchy.
type (
	// HierarchyLevelsChanged replaces the levels, the topmost first.
	HierarchyLevelsChanged struct{ Levels []HierarchyLevel }
	// HierarchyGroupCreated adds a group.
	HierarchyGroupCreated struct{ Group HierarchyGroup }
	// HierarchyGroupChanged replaces a group.
	HierarchyGroupChanged struct{ Group HierarchyGroup }
	// HierarchyGroupDeleted removes a group.
	HierarchyGroupDeleted struct{ ID HierarchyGroupID }
)

func (UpdateUserHierarchyStructure) command() {}
func (CreateUserHierarchyGroup) command()     {}
func (UpdateUserHierarchyGroupName) command() {}
func (DeleteUserHierarchyGroup) command()     {}
func (UpdateUserHierarchy) command()          {}

// Nature says that it is a fact.
func (HierarchyLevelsChanged) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (HierarchyGroupCreated) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (HierarchyGroupChanged) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (HierarchyGroupDeleted) Nature() Nature { return Fact }
