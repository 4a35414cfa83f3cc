package directory

import (
	"testing"

	"patchcord/acd"
)

func TestCreateUser(t *testing.T) {
	s := fresh(t)
	user := s.agent("ana")
	user.FirstName, user.LastName, user.Email = "Ana", "Lima", "ana@example.com"
	user.Phone = &acd.PhoneConfig{PhoneType: "SOFT_PHONE", AutoAccept: true, AfterContactWorkLimit: 2_000_000}
	user.VoiceEnhancements = []acd.VoiceEnhancementConfig{{Channel: acd.Voice, Mode: "NONE"}}
	user.Proficiencies = []acd.UserProficiency{{AttributeName: "Technology", AttributeValue: "Tea", Level: 9}}
	id := acd.UserID(s.must(acd.CreateUser{User: user, Tags: map[string]string{"a": "b"}}))
	got, _ := s.User(id)
	user.ID, user.LastModifiedAt, user.Proficiencies = id, s.at, nil
	s.equal("user", got, user)
	s.equal("tags", s.Tags(acd.KindUser, string(id)), map[string]string{"a": "b"})
}

func TestCreateUser_Names(t *testing.T) {
	s := fresh(t)
	for _, name := range []string{"ana", "ana.lima-2_x", "testuser@example.com"} {
		s.user(name)
	}
	for _, name := range []string{"ana lima", "aña", "user@example", "@example.com", "a@b@c.com", "a@.com", "a/b"} {
		s.refused(acd.CreateUser{User: s.agent(name)}, acd.Invalid, "Username is")
	}
	s.refused(acd.CreateUser{User: s.agent("")}, acd.Invalid, "has no name")
	s.refused(acd.CreateUser{User: s.agent("ANA")}, acd.Duplicate, `"ANA" is taken`)

	ana, ok := s.UserByName("Ana")
	s.equal("by name", []any{ana.Username, ok}, []any{"ana", true})
	_, ok = s.UserByName("bob")
	s.equal("nobody by that name", ok, false)
}

func TestCreateUser_Refused(t *testing.T) {
	s := fresh(t)
	long, negative := int32(2_000_001), int32(-1)
	voice, fax := acd.Voice, acd.Channel("FAX")
	for _, c := range []struct {
		about string
		spoil func(*acd.User)
		code  acd.Code
		part  string
	}{
		{"no routing profile", func(u *acd.User) { u.RoutingProfileID = "" }, acd.NotFound, "no routing profile has"},
		{"no security profile", func(u *acd.User) { u.SecurityProfileIDs = nil }, acd.Invalid, "SecurityProfileIds is empty"},
		{"unknown security profile", func(u *acd.User) { u.SecurityProfileIDs[0] = "none" }, acd.NotFound, "no security"},
		{"security profile twice", func(u *acd.User) {
			u.SecurityProfileIDs = append(u.SecurityProfileIDs, u.SecurityProfileIDs[0])
		}, acd.Invalid, "SecurityProfileIds names"},
		{"hierarchy", func(u *acd.User) { u.HierarchyGroupID = "g" }, acd.NotFound, "no hierarchy group has"},
		{"limit for all", func(u *acd.User) { u.Phone = &acd.PhoneConfig{AfterContactWorkLimit: long} }, acd.Invalid,
			"PhoneConfig.AfterContactWorkTimeLimit is 2000001"},
		{"limit below 0", func(u *acd.User) { u.Phone = &acd.PhoneConfig{AfterContactWorkLimit: -1} }, acd.Invalid, "is -1"},
		{"limit", func(u *acd.User) { u.AfterContactWork = []acd.AfterContactWorkConfig{{Channel: voice, Limit: long}} },
			acd.Invalid, "AfterContactWorkConfigs.AfterContactWorkTimeLimit is 2000001"},
		{"callback limit", func(u *acd.User) {
			u.AfterContactWork = []acd.AfterContactWorkConfig{{Channel: voice, AgentFirstCallbackLimit: &negative}}
		}, acd.Invalid, "AgentFirstCallback"},
		{"callback of chat", func(u *acd.User) {
			u.AfterContactWork = []acd.AfterContactWorkConfig{{Channel: acd.Chat, AgentFirstCallbackLimit: &long}}
		}, acd.Improper, "only VOICE"},
		{"fax", func(u *acd.User) { u.AutoAcceptConfigs = []acd.AutoAcceptConfig{{Channel: fax}} }, acd.Invalid, `"FAX"`},
		{"accept twice", func(u *acd.User) {
			u.AutoAcceptConfigs = []acd.AutoAcceptConfig{{Channel: voice}, {Channel: voice}}
		}, acd.Invalid, "AutoAcceptConfigs names VOICE twice"},
		{"work twice", func(u *acd.User) {
			u.AfterContactWork = []acd.AfterContactWorkConfig{{Channel: voice}, {Channel: voice}}
		}, acd.Invalid, "AfterContactWorkConfigs names VOICE twice"},
		{"number twice", func(u *acd.User) { u.PhoneNumbers = []acd.PhoneNumberConfig{{Channel: voice}, {Channel: voice}} },
			acd.Invalid, "PhoneNumberConfigs names VOICE twice"},
		{"line twice", func(u *acd.User) {
			u.PersistentConnections = []acd.PersistentConnectionConfig{{Channel: voice}, {Channel: voice}}
		}, acd.Invalid, "PersistentConnectionConfigs names VOICE twice"},
		{"voice twice", func(u *acd.User) {
			u.VoiceEnhancements = []acd.VoiceEnhancementConfig{{Channel: voice}, {Channel: voice}}
		}, acd.Invalid, "VoiceEnhancementConfigs names VOICE twice"},
	} {
		user := s.agent("ana")
		c.spoil(&user)
		t.Log(c.about)
		s.refused(acd.CreateUser{User: user}, c.code, c.part)
	}
	s.quotas.UsersPerInstance = 1
	s.user("ana")
	s.refused(acd.CreateUser{User: s.agent("bob")}, acd.Limit, "1 of at most 1")
}

func TestCreateUser_OneFormOfEachSetting(t *testing.T) {
	s := fresh(t)
	accept := []acd.AutoAcceptConfig{{Channel: acd.Chat, AutoAccept: true}}
	work := []acd.AfterContactWorkConfig{{Channel: acd.Chat, Limit: 30}}
	numbers := []acd.PhoneNumberConfig{{Channel: acd.Voice, PhoneType: "SOFT_PHONE"}}
	lines := []acd.PersistentConnectionConfig{{Channel: acd.Voice, PersistentConnection: true}}
	for _, c := range []struct {
		phone acd.PhoneConfig
		spoil func(*acd.User)
		part  string
	}{
		{acd.PhoneConfig{AutoAccept: true}, func(u *acd.User) { u.AutoAcceptConfigs = accept }, "AutoAcceptConfigs"},
		{acd.PhoneConfig{AfterContactWorkLimit: 1}, func(u *acd.User) { u.AfterContactWork = work },
			"AfterContactWorkConfigs"},
		{acd.PhoneConfig{PhoneType: "SOFT_PHONE"}, func(u *acd.User) { u.PhoneNumbers = numbers }, "PhoneNumberConfigs"},
		{acd.PhoneConfig{DeskPhoneNumber: "+1"}, func(u *acd.User) { u.PhoneNumbers = numbers }, "PhoneNumberConfigs"},
		{acd.PhoneConfig{PersistentConnection: true}, func(u *acd.User) { u.PersistentConnections = lines },
			"PersistentConnectionConfigs"},
	} {
		user := s.agent("ana")
		user.Phone = &c.phone
		c.spoil(&user)
		s.refused(acd.CreateUser{User: user}, acd.Improper, c.part+" are both given")
	}
	user := s.agent("ana")
	user.Phone = &acd.PhoneConfig{PhoneType: "SOFT_PHONE"}
	user.AutoAcceptConfigs, user.AfterContactWork, user.PersistentConnections = accept, work, lines
	s.must(acd.CreateUser{User: user})
}

func TestCreateUser_AsTheInstanceManagesIdentities(t *testing.T) {
	for _, c := range []struct {
		managed string
		user    acd.User
		part    string // of the refusal; empty: granted
	}{
		{"CONNECT_MANAGED", acd.User{FirstName: "Ana"}, "FirstName or LastName"},
		{"CONNECT_MANAGED", acd.User{LastName: "Lima"}, "FirstName or LastName"},
		{"CONNECT_MANAGED", acd.User{FirstName: "Ana", LastName: "Lima"}, ""},
		{"SAML", acd.User{}, "FirstName or LastName"},
		{"SAML", acd.User{FirstName: "Ana", LastName: "Lima", Email: "ana@example.com"}, "takes neither"},
		{"SAML", acd.User{FirstName: "Ana", LastName: "Lima", DirectoryUserID: "d"}, "takes neither"},
		{"SAML", acd.User{FirstName: "Ana", LastName: "Lima"}, ""},
		{"EXISTING_DIRECTORY", acd.User{DirectoryUserID: "d"}, ""},
	} {
		s := blank(t)
		s.must(acd.CreateInstance{Instance: acd.Instance{ID: "i-1", IdentityManagementType: c.managed}})
		user, settings := c.user, s.agent("ana")
		user.Username, user.RoutingProfileID = settings.Username, settings.RoutingProfileID
		user.SecurityProfileIDs = settings.SecurityProfileIDs
		if c.part == "" {
			s.must(acd.CreateUser{User: user})
		} else {
			s.refused(acd.CreateUser{User: user}, acd.Improper, c.part)
		}
	}
}

func TestDeleteUser(t *testing.T) {
	s := fresh(t)
	ana := acd.UserID(s.must(acd.CreateUser{User: s.agent("ana"), Tags: map[string]string{"a": "b"}}))
	s.must(acd.DeleteUser{UserID: ana})
	_, there := s.User(ana)
	s.equal("there, and was", []bool{there, s.WasUser(ana)}, []bool{false, true})
	s.equal("tags stay", s.Tags(acd.KindUser, string(ana)), map[string]string{"a": "b"})

	s.refused(acd.DeleteUser{UserID: ana}, acd.NotFound, "no user has")
	if again := s.user("ana"); again == ana {
		t.Error("the name is free again, and the id must not be")
	}
}
