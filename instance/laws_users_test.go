package instance_test

import (
	"fmt"

	"patchcord/acd"
)

// changeUser changes a user while he works, or the hierarchy around him.
func (l *life) changeUser() {
	user := anyOf(l, l.users)
	switch l.rng.IntN(6) {
	case 0, 1:
		l.ask(acd.UpdateUserRoutingProfile{UserID: user, ProfileID: anyOf(l, l.profiles)})
	case 2:
		u := l.user(0, "")
		l.ask(acd.UpdateUserConfig{UserID: user, AutoAcceptConfigs: u.AutoAcceptConfigs,
			AfterContactWork: u.AfterContactWork})
	case 3:
		l.ask(acd.UpdateUserPhoneConfig{UserID: user, Phone: acd.PhoneConfig{AutoAccept: l.oneIn(2),
			AfterContactWorkLimit: int32(l.rng.IntN(30))}})
	case 4:
		l.ask(acd.UpdateUserHierarchy{UserID: user, GroupID: l.someGroup()})
	default:
		l.changeHierarchy()
	}
}

// someGroup returns a hierarchy group, or now and then none.
func (l *life) someGroup() acd.HierarchyGroupID {
	if l.oneIn(5) {
		return ""
	}
	return anyOf(l, l.inst.Directory().HierarchyGroups()).ID
}

func (l *life) changeHierarchy() {
	switch l.rng.IntN(5) {
	case 0:
		l.ask(acd.UpdateUserHierarchyStructure{Levels: []string{"Country", "City", "Team"}[:l.rng.IntN(4)]})
	case 1:
		l.ask(acd.DeleteUserHierarchyGroup{ID: l.someGroup()})
	case 2:
		l.ask(acd.UpdateUserHierarchyGroupName{ID: l.someGroup(), Name: fmt.Sprint("group ", l.rng.IntN(9))})
	default:
		l.ask(acd.CreateUserHierarchyGroup{Name: fmt.Sprint("group ", l.rng.IntN(9)), ParentID: l.someGroup()})
	}
}
