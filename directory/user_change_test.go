package directory

import (
	"testing"

	"patchcord/acd"
)

// changed brings a command about a user and returns him as he is afterwards.
func (s *scene) changed(id acd.UserID, cmd acd.Command) acd.User {
	s.Helper()
	s.at = s.at.Add(acd.Second)
	s.must(cmd)
	u, _ := s.User(id)
	s.equal("time of the change", u.LastModifiedAt, s.at)
	return u
}

func TestUpdateUserConfig(t *testing.T) {
	s := fresh(t)
	user := s.agent("ana")
	user.Phone = &acd.PhoneConfig{PhoneType: "SOFT_PHONE", AutoAccept: true, AfterContactWorkLimit: 30,
		DeskPhoneNumber: "+15550100", PersistentConnection: true}
	id := acd.UserID(s.must(acd.CreateUser{User: user}))

	got := s.changed(id, acd.UpdateUserConfig{UserID: id,
		AutoAcceptConfigs: []acd.AutoAcceptConfig{{Channel: acd.Task, AutoAccept: true}}})
	s.equal("accepts", []bool{got.AutoAccepts(acd.Task), got.AutoAccepts(acd.Voice)}, []bool{true, false})
	s.equal("what the list does not speak of", *got.Phone, acd.PhoneConfig{PhoneType: "SOFT_PHONE",
		AfterContactWorkLimit: 30, DeskPhoneNumber: "+15550100", PersistentConnection: true})

	limits := []acd.AfterContactWorkConfig{{Channel: acd.Chat, Limit: 5}}
	s.changed(id, acd.UpdateUserConfig{UserID: id, AfterContactWork: limits,
		PhoneNumbers:          []acd.PhoneNumberConfig{{Channel: acd.Voice, PhoneType: "DESK_PHONE", PhoneNumber: "+1"}},
		PersistentConnections: []acd.PersistentConnectionConfig{{Channel: acd.Voice}}})
	got = s.changed(id, acd.UpdateUserConfig{UserID: id, AutoAcceptConfigs: []acd.AutoAcceptConfig{},
		VoiceEnhancements: []acd.VoiceEnhancementConfig{{Channel: acd.Voice, Mode: "NONE"}}})
	s.equal("accepts nothing", got.AutoAccepts(acd.Task), false)
	s.equal("limits stay", got.AfterContactWork, limits)
	s.equal("older form", *got.Phone, acd.PhoneConfig{})

	phone := acd.PhoneConfig{PhoneType: "DESK_PHONE", DeskPhoneNumber: "+15550111", AfterContactWorkLimit: 9}
	got = s.changed(id, acd.UpdateUserPhoneConfig{UserID: id, Phone: phone})
	s.equal("for all", *got.Phone, phone)
	s.equal("for each", len(got.AutoAcceptConfigs)+len(got.AfterContactWork)+len(got.PhoneNumbers)+
		len(got.PersistentConnections), 0)
	s.equal("enhancements stay", len(got.VoiceEnhancements), 1)
	s.equal("restored", Restore(s.Snapshot()).Snapshot(), s.Snapshot())
}

func TestUpdateUser(t *testing.T) {
	s := fresh(t)
	id := s.user("ana")
	profile := s.basicProfile()
	profile.Name, profile.IsDefault = "Other", false
	other := acd.RoutingProfileID(s.must(acd.CreateRoutingProfile{Profile: profile}))
	got := s.changed(id, acd.UpdateUserRoutingProfile{UserID: id, ProfileID: other})
	s.equal("profile", got.RoutingProfileID, other)
	two := []acd.SecurityProfileID{s.SecurityProfiles()[0].ID, s.SecurityProfiles()[1].ID}
	got = s.changed(id, acd.UpdateUserSecurityProfiles{UserID: id, IDs: two})
	s.equal("security profiles", got.SecurityProfileIDs, two)

	name, mail, phone, none := "Ana", "ana@example.com", "+15550100", ""
	s.changed(id, acd.UpdateUserIdentityInfo{UserID: id, FirstName: &name, LastName: &name, Email: &mail,
		SecondaryEmail: &mail, Mobile: &phone})
	got = s.changed(id, acd.UpdateUserIdentityInfo{UserID: id, Email: &none})
	s.equal("identity", []string{got.FirstName, got.LastName, got.Email, got.SecondaryEmail, got.Mobile},
		[]string{name, name, none, mail, phone})
}

func TestUpdateUser_Refused(t *testing.T) {
	s := fresh(t)
	id := s.user("ana")
	twice := []acd.AutoAcceptConfig{{Channel: acd.Chat}, {Channel: acd.Chat}}
	long := []acd.AfterContactWorkConfig{{Channel: acd.Chat, Limit: 2_000_001}}
	for _, c := range []struct {
		cmd  acd.Command
		code acd.Code
		part string
	}{
		{acd.UpdateUserConfig{UserID: id}, acd.Improper, "at least one list"},
		{acd.UpdateUserConfig{UserID: id, AutoAcceptConfigs: twice}, acd.Invalid, "AutoAcceptConfigs"},
		{acd.UpdateUserConfig{UserID: id, AfterContactWork: long}, acd.Invalid, "2000001"},
		{acd.UpdateUserConfig{UserID: "nobody", AfterContactWork: long}, acd.NotFound, "no user"},
		{acd.UpdateUserPhoneConfig{UserID: id, Phone: acd.PhoneConfig{AfterContactWorkLimit: -1}}, acd.Invalid, "-1"},
		{acd.UpdateUserPhoneConfig{UserID: "nobody"}, acd.NotFound, "no user"},
		{acd.UpdateUserRoutingProfile{UserID: id, ProfileID: "none"}, acd.NotFound, "no routing profile"},
		{acd.UpdateUserRoutingProfile{UserID: "nobody", ProfileID: s.basicProfile().ID}, acd.NotFound, "no user"},
		{acd.UpdateUserIdentityInfo{UserID: "nobody"}, acd.NotFound, "no user"},
		{acd.UpdateUserSecurityProfiles{UserID: id}, acd.Invalid, "SecurityProfileIds is empty"},
		{acd.UpdateUserSecurityProfiles{UserID: id, IDs: []acd.SecurityProfileID{"none"}}, acd.NotFound, "no security"},
		{acd.UpdateUserSecurityProfiles{UserID: "nobody"}, acd.NotFound, "no user"},
	} {
		s.refused(c.cmd, c.code, c.part)
	}
	name, none := "Ana", ""
	for managed, cmd := range map[string]acd.UpdateUserIdentityInfo{
		"SAML":               {UserID: id, Email: &name},
		"CONNECT_MANAGED":    {UserID: id, FirstName: &none},
		"EXISTING_DIRECTORY": {UserID: id, LastName: &name},
	} {
		s.instance.IdentityManagementType = managed
		s.refused(cmd, acd.Improper, managed)
	}
}
