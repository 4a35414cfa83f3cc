package directory

import (
	"testing"

	"patchcord/acd"
)

func TestUpdateSecurityProfile(t *testing.T) {
	s := fresh(t)
	s.must(acd.UpdateUserHierarchyStructure{Levels: []string{"Country"}})
	norway := s.group("Norway", "")
	first := acd.SecurityProfile{Name: "Desk", Description: "of a desk", Permissions: []string{"b", "a"},
		AccessControlTags: map[string]string{"team": "north"}, TagRestrictedResources: []string{"User"},
		HierarchyRestricted: []string{"User"}, AccessControlHierarchy: norway,
		Applications:           []acd.SecurityApplication{{Namespace: "n"}},
		PrimaryAttributeAccess: []acd.AttributeAccess{{AttributeName: "a"}}}
	id := acd.SecurityProfileID(s.must(acd.CreateSecurityProfile{Profile: first}))
	s.at = s.at.Add(acd.Second)
	other, none := "of two desks", acd.HierarchyGroupID("")
	s.must(acd.UpdateSecurityProfile{ID: id, Description: &other})
	first.ID, first.Description, first.LastModifiedAt = id, other, s.at
	got, _ := s.SecurityProfile(id)
	s.equal("the rest stays", got, first)
	s.must(acd.UpdateSecurityProfile{ID: id, Permissions: []string{}, AccessControlTags: map[string]string{},
		TagRestrictedResources: []string{}, HierarchyRestricted: []string{}, AccessControlHierarchy: &none,
		Applications: []acd.SecurityApplication{}, PrimaryAttributeAccess: []acd.AttributeAccess{},
		AllowedFlowModuleIDs: []string{}})
	got, _ = s.SecurityProfile(id)
	s.equal("what is emptied", len(got.Permissions)+len(got.AccessControlTags)+len(got.TagRestrictedResources)+
		len(got.HierarchyRestricted)+len(got.AccessControlHierarchy)+len(got.Applications)+
		len(got.PrimaryAttributeAccess), 0)
	s.refused(acd.UpdateSecurityProfile{ID: "none"}, acd.NotFound, "no security profile")
	lost := acd.HierarchyGroupID("lost")
	s.refused(acd.UpdateSecurityProfile{ID: id, AccessControlHierarchy: &lost}, acd.NotFound, "no hierarchy group")
	s.refused(acd.UpdateSecurityProfile{ID: id, AllowedFlowModuleIDs: []string{"m"}}, acd.NotFound, "module")
}

func TestDeleteSecurityProfile(t *testing.T) {
	s := fresh(t)
	ana := s.user("ana")
	user, _ := s.User(ana)
	has := user.SecurityProfileIDs[0]
	refusal := s.refused(acd.DeleteSecurityProfile{ID: has}, acd.InUse, "the user ana")
	s.equal("in use by", refusal.Resource, acd.Resource{Type: "USER", ID: string(ana)})
	s.refused(acd.DeleteSecurityProfile{ID: "none"}, acd.NotFound, "no security profile")
	s.must(acd.DeleteUser{UserID: ana})
	s.must(acd.DeleteSecurityProfile{ID: has})
	s.refused(acd.DeleteSecurityProfile{ID: has}, acd.NotFound, "no security profile")
	s.equal("restored", Restore(s.Snapshot()).Snapshot(), s.Snapshot())
}
