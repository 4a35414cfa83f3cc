package directory

import (
	"fmt"
	"strings"
	"testing"

	"patchcord/acd"
)

// group adds a hierarchy group to another one, or at the top.
func (s *scene) group(name string, parent acd.HierarchyGroupID) acd.HierarchyGroupID {
	s.Helper()
	return acd.HierarchyGroupID(s.must(acd.CreateUserHierarchyGroup{Name: name, ParentID: parent}))
}

func TestHierarchy(t *testing.T) {
	s := fresh(t)
	s.equal("levels of a new instance", s.HierarchyLevels(), []acd.HierarchyLevel(nil))
	s.must(acd.UpdateUserHierarchyStructure{Levels: []string{"Country", "City"}})
	first := s.at
	s.at = s.at.Add(acd.Second)
	s.must(acd.UpdateUserHierarchyStructure{Levels: []string{"Country", "Town", "Team"}})
	s.equal("levels", s.HierarchyLevels(), []acd.HierarchyLevel{{Name: "Country", LastModifiedAt: first},
		{Name: "Town", LastModifiedAt: s.at}, {Name: "Team", LastModifiedAt: s.at}})

	norway, sweden := s.group("Norway", ""), s.group("Sweden", "")
	oslo := acd.HierarchyGroupID(s.must(acd.CreateUserHierarchyGroup{Name: "Oslo", ParentID: norway,
		Tags: map[string]string{"a": "b"}}))
	s.group("Capital", norway)
	s.group("Capital", sweden) // another parent's
	got, _ := s.HierarchyGroup(oslo)
	s.equal("Oslo", got, acd.HierarchyGroup{ID: oslo, Name: "Oslo", Path: []acd.HierarchyGroupID{norway, oslo},
		LastModifiedAt: s.at})
	s.equal("tags", s.Tags(acd.KindHierarchyGroup, string(oslo)), map[string]string{"a": "b"})
	s.must(acd.TagResource{Kind: acd.KindHierarchyGroup, ID: string(oslo), Tags: map[string]string{"c": "d"}})

	ana := s.agent("ana")
	ana.HierarchyGroupID = oslo
	id := acd.UserID(s.must(acd.CreateUser{User: ana}))
	ana, _ = s.User(id)
	s.equal("Ana's way", ana.HierarchyPath, []acd.HierarchyGroupID{norway, oslo})
	s.must(acd.UpdateUserHierarchy{UserID: id, GroupID: sweden})
	ana, _ = s.User(id)
	s.equal("Ana's other way", ana.HierarchyPath, []acd.HierarchyGroupID{sweden})

	s.must(acd.UpdateUserHierarchyGroupName{ID: oslo, Name: "OSLO"})
	s.equal("restored", Restore(s.Snapshot()).Snapshot(), s.Snapshot())
	s.must(acd.UpdateUserHierarchy{UserID: id})
	ana, _ = s.User(id)
	s.equal("nowhere", len(ana.HierarchyPath)+len(ana.HierarchyGroupID), 0)
	s.must(acd.DeleteUserHierarchyGroup{ID: oslo})
	s.must(acd.UpdateUserHierarchyStructure{Levels: []string{"Country", "Town"}})
	names := ""
	for _, g := range s.HierarchyGroups() {
		names += g.Name + " "
	}
	s.equal("groups", names, "Capital Capital Norway Sweden ")
}

func TestHierarchy_Refused(t *testing.T) {
	s := fresh(t)
	s.refused(acd.CreateUserHierarchyGroup{Name: "early"}, acd.NotFound, "0 levels")
	five := strings.Fields("one two three four five")
	s.refused(acd.UpdateUserHierarchyStructure{Levels: append(five, "six")}, acd.Invalid, "6 levels")
	s.refused(acd.UpdateUserHierarchyStructure{Levels: []string{""}}, acd.Invalid, "0 characters; give 1 to 50")
	s.refused(acd.UpdateUserHierarchyStructure{Levels: []string{strings.Repeat("é", 51)}}, acd.Invalid, "51 characters")
	s.must(acd.UpdateUserHierarchyStructure{Levels: five})
	s.must(acd.UpdateUserHierarchyStructure{Levels: []string{strings.Repeat("é", 50), "2", "3", "4", "5"}})

	deep := acd.HierarchyGroupID("")
	for n := range acd.HierarchyLevelsMax {
		deep = s.group(fmt.Sprint("group ", n), deep)
	}
	top := s.HierarchyGroups()[0].ID
	s.refused(acd.CreateUserHierarchyGroup{Name: "six", ParentID: deep}, acd.Improper, "level 5, the lowest")
	s.refused(acd.CreateUserHierarchyGroup{Name: ""}, acd.Invalid, "0 characters; give 1 to 100")
	s.refused(acd.CreateUserHierarchyGroup{Name: strings.Repeat("x", 101)}, acd.Invalid, "101 characters")
	s.refused(acd.CreateUserHierarchyGroup{Name: "x", ParentID: "none"}, acd.NotFound, "no hierarchy group")
	s.refused(acd.CreateUserHierarchyGroup{Name: "x", Tags: map[string]string{"aws:a": ""}}, acd.Invalid, "aws:a")
	s.refused(acd.CreateUserHierarchyGroup{Name: "GROUP 0"}, acd.Duplicate, string(top))
	other := s.group("other", "")
	s.refused(acd.UpdateUserHierarchyGroupName{ID: other, Name: "Group 0"}, acd.Duplicate, "taken")
	s.refused(acd.UpdateUserHierarchyGroupName{ID: other, Name: ""}, acd.Invalid, "0 characters")
	s.refused(acd.UpdateUserHierarchyGroupName{ID: "none", Name: "x"}, acd.NotFound, "no hierarchy group")
	s.refused(acd.DeleteUserHierarchyGroup{ID: "none"}, acd.NotFound, "no hierarchy group")

	refusal := s.refused(acd.UpdateUserHierarchyStructure{Levels: five[:4]}, acd.InUse, "level 5 has the group group 4")
	s.equal("in use by", refusal.Resource, acd.Resource{Type: "HIERARCHY_GROUP", ID: string(deep)})
	refusal = s.refused(acd.DeleteUserHierarchyGroup{ID: top}, acd.InUse, "stands in this one")
	s.equal("in use by", refusal.Resource.Type, "HIERARCHY_GROUP")
	ana := s.user("ana")
	s.must(acd.UpdateUserHierarchy{UserID: ana, GroupID: other})
	refusal = s.refused(acd.DeleteUserHierarchyGroup{ID: other}, acd.InUse, "the user ana")
	s.equal("in use by", refusal.Resource, acd.Resource{Type: "USER", ID: string(ana)})
	s.refused(acd.UpdateUserHierarchy{UserID: ana, GroupID: "none"}, acd.NotFound, "no hierarchy group")
	s.refused(acd.UpdateUserHierarchy{UserID: "nobody", GroupID: other}, acd.NotFound, "no user")
	s.quotas.HierarchyGroupsPerInstance = 6
	s.refused(acd.CreateUserHierarchyGroup{Name: "more"}, acd.Limit, "6 of at most 6")
}
