package directory

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"patchcord/acd"
)

// How long names in the agent hierarchy may be (HierarchyLevelUpdate, CreateUserHierarchyGroup in the API reference).
const (
	levelNameMax = 50
	groupNameMax = 100
)

// hierarchyKey lets groups of different parents have the same name (A0191).
func hierarchyKey(g *acd.HierarchyGroup) (id, name string) {
	return string(g.ID), siblingName(g.Name, g.Parent())
}

func siblingName(name string, parent acd.HierarchyGroupID) string {
	return name + "\x00" + string(parent)
}

// HierarchyLevels returns the levels of the agent hierarchy, the topmost first.
func (d *Directory) HierarchyLevels() []acd.HierarchyLevel { return d.levels }

// HierarchyGroup returns the group with an id.
func (d *Directory) HierarchyGroup(id acd.HierarchyGroupID) (acd.HierarchyGroup, bool) {
	g, ok := d.groups.byID[string(id)]
	return g, ok
}

// HierarchyGroups returns all groups by name, then id.
func (d *Directory) HierarchyGroups() []acd.HierarchyGroup {
	list := d.groups.list()
	slices.SortFunc(list, func(a, b acd.HierarchyGroup) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// doHierarchy decides a command about the agent hierarchy, and says whether it was one.
func (d *Directory) doHierarchy(cmd acd.Command, q acd.Quotas, c Chronicle) (created string, was bool, err error) {
	switch cmd := cmd.(type) {
	case acd.UpdateUserHierarchyStructure:
		err = d.updateLevels(cmd, c)
	case acd.CreateUserHierarchyGroup:
		created, err = d.createGroup(cmd, q, c)
	case acd.UpdateUserHierarchyGroupName:
		err = d.renameGroup(cmd, c)
	case acd.DeleteUserHierarchyGroup:
		err = d.deleteGroup(cmd, c)
	case acd.UpdateUserHierarchy:
		err = d.placeUser(cmd, c)
	default:
		return "", false, nil
	}
	return created, true, err
}

// replayHierarchy makes an event about the agent hierarchy so.
func (d *Directory) replayHierarchy(body acd.Body) {
	switch b := body.(type) {
	case acd.HierarchyLevelsChanged:
		d.levels = b.Levels
	case acd.HierarchyGroupCreated:
		d.groups.put(b.Group)
	case acd.HierarchyGroupChanged:
		d.groups.put(b.Group)
	case acd.HierarchyGroupDeleted:
		d.groups.remove(string(b.ID))
	}
}

// updateLevels adds, removes and renames levels. One that still has groups cannot go (AG:agent-hierarchy).
func (d *Directory) updateLevels(cmd acd.UpdateUserHierarchyStructure, c Chronicle) error {
	if n := len(cmd.Levels); n > acd.HierarchyLevelsMax {
		return acd.Errorf(acd.Invalid, "HierarchyStructure has %d levels; %d are allowed", n, acd.HierarchyLevelsMax)
	}
	levels := make([]acd.HierarchyLevel, len(cmd.Levels))
	for i, name := range cmd.Levels {
		if err := checkName("HierarchyStructure", name, levelNameMax); err != nil {
			return err
		}
		levels[i] = acd.HierarchyLevel{Name: name, LastModifiedAt: c.Now()}
		if i < len(d.levels) && d.levels[i].Name == name {
			levels[i] = d.levels[i]
		}
	}
	for _, g := range d.HierarchyGroups() {
		if depth := len(g.Path); depth > len(levels) {
			return inUse("HIERARCHY_GROUP", string(g.ID), "the level %d has the group %s (%s); delete its groups before the "+
				"level", depth, g.Name, g.ID)
		}
	}
	c.Emit(acd.HierarchyLevelsChanged{Levels: levels})
	return nil
}

// checkName checks that a name is there and not too long, in characters.
func checkName(place, name string, most int) error {
	if n := utf8.RuneCountInString(name); n < 1 || n > most {
		return acd.Errorf(acd.Invalid, "%s has a Name of %d characters; give 1 to %d", place, n, most)
	}
	return nil
}

// createGroup adds a group at the level beneath that of its parent, which must exist (A0190).
func (d *Directory) createGroup(cmd acd.CreateUserHierarchyGroup, q acd.Quotas, c Chronicle) (string, error) {
	if err := firstOf(checkName("the group", cmd.Name, groupNameMax), checkTags(cmd.Tags)); err != nil {
		return "", err
	}
	var above []acd.HierarchyGroupID
	if cmd.ParentID != "" {
		parent, err := d.groups.find(string(cmd.ParentID))
		if err != nil {
			return "", err
		}
		above = parent.Path
	}
	err := firstOf(
		d.checkDepth(len(above)+1),
		d.freeBeside(cmd.Name, cmd.ParentID),
		d.groups.room(q.HierarchyGroupsPerInstance),
	)
	if err != nil {
		return "", err
	}
	return create(c, acd.KindHierarchyGroup, cmd.Tags, func(id string) acd.Body {
		path := append(slices.Clone(above), acd.HierarchyGroupID(id))
		return acd.HierarchyGroupCreated{Group: acd.HierarchyGroup{
			ID: acd.HierarchyGroupID(id), Name: cmd.Name, Path: path, LastModifiedAt: c.Now()}}
	}), nil
}

func (d *Directory) checkDepth(depth int) error {
	switch {
	case depth > acd.HierarchyLevelsMax:
		return acd.Errorf(acd.Improper, "the parent group is at level %d, the lowest that can be; no group can stand in it",
			acd.HierarchyLevelsMax)
	case depth > len(d.levels):
		return acd.Errorf(acd.NotFound, "the agent hierarchy has %d levels and the group would be at level %d; add the "+
			"level with UpdateUserHierarchyStructure first", len(d.levels), depth)
	}
	return nil
}

// freeBeside says why a name cannot be given to a group of a parent.
func (d *Directory) freeBeside(name string, parent acd.HierarchyGroupID) error {
	if id, taken := d.groups.named[folded(siblingName(name, parent))]; taken {
		return acd.Errorf(acd.Duplicate, "the name %q is taken by the hierarchy group %s, which has the same parent; give "+
			"another", name, id)
	}
	return nil
}

func (d *Directory) renameGroup(cmd acd.UpdateUserHierarchyGroupName, c Chronicle) error {
	group, err := d.groups.find(string(cmd.ID))
	if err := firstOf(checkName("the group", cmd.Name, groupNameMax), err); err != nil {
		return err
	}
	if folded(cmd.Name) != folded(group.Name) {
		if err := d.freeBeside(cmd.Name, group.Parent()); err != nil {
			return err
		}
	}
	group.Name, group.LastModifiedAt = cmd.Name, c.Now()
	c.Emit(acd.HierarchyGroupChanged{Group: group})
	return nil
}

// deleteGroup removes a group that has neither users nor groups in it (DeleteUserHierarchyGroup in the API reference).
func (d *Directory) deleteGroup(cmd acd.DeleteUserHierarchyGroup, c Chronicle) error {
	if err := d.groups.known(string(cmd.ID)); err != nil {
		return err
	}
	for _, g := range d.HierarchyGroups() {
		if g.Parent() == cmd.ID {
			return inUse("HIERARCHY_GROUP", string(g.ID), "the group %s (%s) stands in this one; delete it first", g.Name, g.ID)
		}
	}
	for _, u := range d.Users() {
		if u.HierarchyGroupID == cmd.ID {
			return inUse("USER", string(u.ID), "the user %s (%s) is in the group; take him out with UpdateUserHierarchy "+
				"first", u.Username, u.ID)
		}
	}
	c.Emit(acd.HierarchyGroupDeleted{ID: cmd.ID})
	return nil
}

func (d *Directory) placeUser(cmd acd.UpdateUserHierarchy, c Chronicle) error {
	user, err := d.users.find(string(cmd.UserID))
	if err != nil {
		return err
	}
	user.HierarchyGroupID = cmd.GroupID
	if err := d.follow(&user); err != nil {
		return err
	}
	return changeUser(user, c)
}

// checkGroup says why an id is no group's; an empty one is left out.
func (d *Directory) checkGroup(id acd.HierarchyGroupID) error {
	if id == "" {
		return nil
	}
	return d.groups.known(string(id))
}

// follow finds the way from the top to the group of a user. Groups never move, so it stays right.
func (d *Directory) follow(user *acd.User) error {
	user.HierarchyPath = nil
	if user.HierarchyGroupID == "" {
		return nil
	}
	group, err := d.groups.find(string(user.HierarchyGroupID))
	user.HierarchyPath = group.Path
	return err
}
