package directory

import (
	"strings"

	"patchcord/acd"
)

// afterContactWorkSecondsMax is the longest limit of after-contact work, some 23 days (UserPhoneConfig in the API
// reference).
const afterContactWorkSecondsMax = 2_000_000

func userKey(u *acd.User) (id, name string) { return string(u.ID), u.Username }

// User returns the user with an id.
func (d *Directory) User(id acd.UserID) (acd.User, bool) {
	u, ok := d.users.byID[string(id)]
	return u, ok
}

// UserByName returns the user with a username, whatever its case.
func (d *Directory) UserByName(username string) (acd.User, bool) {
	return d.User(acd.UserID(d.users.named[folded(username)]))
}

// Users returns all users by name, then id.
func (d *Directory) Users() []acd.User { return d.users.list() }

// UsersOf returns how many users have a routing profile.
func (d *Directory) UsersOf(id acd.RoutingProfileID) int {
	return d.users.count(func(u acd.User) bool { return u.RoutingProfileID == id })
}

// WasUser says whether an id is a user's, or was one's who has been deleted.
func (d *Directory) WasUser(id acd.UserID) bool {
	_, ok := d.users.byID[string(id)]
	return ok || d.formerUsers[id]
}

// createUser adds a user. He begins without proficiencies.
func (d *Directory) createUser(cmd acd.CreateUser, q acd.Quotas, c Chronicle) (string, error) {
	user := cmd.User
	err := firstOf(
		checkUsername(user.Username),
		d.checkIdentity(&user),
		checkChannelSettings(&user),
		checkOneForm(&user),
		checkTags(cmd.Tags),
		d.routingProfiles.known(string(user.RoutingProfileID)),
		d.checkSecurityProfiles(user.SecurityProfileIDs),
		d.follow(&user),
		d.users.free(user.Username),
		d.users.room(q.UsersPerInstance),
	)
	if err != nil {
		return "", err
	}
	return create(c, acd.KindUser, cmd.Tags, func(id string) acd.Body {
		user.ID, user.LastModifiedAt = acd.UserID(id), c.Now()
		user.Proficiencies, user.ProficienciesAt = nil, 0
		return acd.UserCreated{User: user}
	}), nil
}

func (d *Directory) deleteUser(cmd acd.DeleteUser, c Chronicle) error {
	if err := d.users.known(string(cmd.UserID)); err != nil {
		return err
	}
	c.Emit(acd.UserDeleted{UserID: cmd.UserID})
	return nil
}

// checkUsername checks the letters of a name, of which an @ stands only in the form of an email address (CreateUser in
// the API reference; A0045).
func checkUsername(name string) error {
	local, domain, at := strings.Cut(name, "@")
	if at && (local == "" || !strings.Contains(strings.Trim(domain, "."), ".") || strings.Contains(domain, "@")) {
		return acd.Errorf(acd.Invalid, "Username is %q; an @ is allowed only as in name@example.com", name)
	}
	for _, r := range name {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
		if !letter && !strings.ContainsRune("_-.@", r) {
			return acd.Errorf(acd.Invalid, "Username is %q; give letters from a to z, digits and _ - . @", name)
		}
	}
	return nil
}

// checkIdentity checks who a user is against how the instance manages identities (CreateUser and UserIdentityInfo in
// the API reference). An instance that does not say how asks nothing.
func (d *Directory) checkIdentity(u *acd.User) error {
	managed := d.instance.IdentityManagementType
	if (managed == "CONNECT_MANAGED" || managed == "SAML") && (u.FirstName == "" || u.LastName == "") {
		return acd.Errorf(acd.Improper, "IdentityInfo lacks FirstName or LastName; an instance that is %s needs both",
			managed)
	}
	if managed == "SAML" && (u.Email != "" || u.DirectoryUserID != "") {
		return acd.Errorf(acd.Improper, "IdentityInfo.Email or DirectoryUserId is given; an instance that is SAML takes "+
			"neither")
	}
	return nil
}

func (d *Directory) checkSecurityProfiles(ids []acd.SecurityProfileID) error {
	if len(ids) == 0 {
		return acd.Errorf(acd.Invalid, "SecurityProfileIds is empty; give one at least")
	}
	return firstOf(checkOnce("SecurityProfileIds", ids), knownAll(&d.securityProfiles, ids))
}

// checkChannelSettings checks the settings of a user for each channel, and the limits of after-contact work.
func checkChannelSettings(u *acd.User) error {
	if u.Phone != nil {
		if err := checkAfterContactWork("PhoneConfig", u.Phone.AfterContactWorkLimit); err != nil {
			return err
		}
	}
	for _, w := range u.AfterContactWork {
		if err := checkAfterContactWork("AfterContactWorkConfigs", w.Limit); err != nil {
			return err
		}
		if w.AgentFirstCallbackLimit == nil {
			continue
		}
		if w.Channel != acd.Voice {
			return acd.Errorf(acd.Improper, "AfterContactWorkConfigs gives %s a limit for agent-first callbacks; only VOICE "+
				"has them", w.Channel)
		}
		if err := checkAfterContactWork("AgentFirstCallbackAfterContactWorkConfig", *w.AgentFirstCallbackLimit); err != nil {
			return err
		}
	}
	return firstOf(
		checkEachOnce("AutoAcceptConfigs", u.AutoAcceptConfigs,
			func(s *acd.AutoAcceptConfig) acd.Channel { return s.Channel }),
		checkEachOnce("AfterContactWorkConfigs", u.AfterContactWork,
			func(s *acd.AfterContactWorkConfig) acd.Channel { return s.Channel }),
		checkEachOnce("PhoneNumberConfigs", u.PhoneNumbers,
			func(s *acd.PhoneNumberConfig) acd.Channel { return s.Channel }),
		checkEachOnce("PersistentConnectionConfigs", u.PersistentConnections,
			func(s *acd.PersistentConnectionConfig) acd.Channel { return s.Channel }),
		checkEachOnce("VoiceEnhancementConfigs", u.VoiceEnhancements,
			func(s *acd.VoiceEnhancementConfig) acd.Channel { return s.Channel }),
	)
}

func checkAfterContactWork(place string, seconds int32) error {
	if seconds < 0 || seconds > afterContactWorkSecondsMax {
		return acd.Errorf(acd.Invalid, "%s.AfterContactWorkTimeLimit is %d; give 0 to %d seconds", place, seconds,
			afterContactWorkSecondsMax)
	}
	return nil
}

// checkOneForm checks that no setting is given both in the older form for all channels and in the newer one for each
// (CreateUser in the API reference). A flag that is false, a limit of 0 and an empty number are not given (A0049).
func checkOneForm(u *acd.User) error {
	if u.Phone == nil {
		return nil
	}
	for _, pair := range []struct {
		old, new string
		both     bool
	}{
		{"AutoAccept", "AutoAcceptConfigs", u.Phone.AutoAccept && len(u.AutoAcceptConfigs) > 0},
		{"AfterContactWorkTimeLimit", "AfterContactWorkConfigs",
			u.Phone.AfterContactWorkLimit != 0 && len(u.AfterContactWork) > 0},
		{"PhoneType and DeskPhoneNumber", "PhoneNumberConfigs",
			(u.Phone.PhoneType != "" || u.Phone.DeskPhoneNumber != "") && len(u.PhoneNumbers) > 0},
		{"PersistentConnection", "PersistentConnectionConfigs",
			u.Phone.PersistentConnection && len(u.PersistentConnections) > 0},
	} {
		if pair.both {
			return acd.Errorf(acd.Improper, "PhoneConfig.%s and %s are both given; give one of them", pair.old, pair.new)
		}
	}
	return nil
}
