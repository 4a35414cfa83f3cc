package directory

import "patchcord/acd"

// doUserChange decides a command that changes a user, and says whether it was one.
func (d *Directory) doUserChange(cmd acd.Command, c Chronicle) (was bool, err error) {
	switch cmd := cmd.(type) {
	case acd.UpdateUserConfig:
		err = d.updateUserConfig(cmd, c)
	case acd.UpdateUserPhoneConfig:
		err = d.updateUserPhone(cmd, c)
	case acd.UpdateUserRoutingProfile:
		err = d.updateUserProfile(cmd, c)
	case acd.UpdateUserIdentityInfo:
		err = d.updateUserIdentity(cmd, c)
	case acd.UpdateUserSecurityProfiles:
		err = d.updateUserSecurity(cmd, c)
	default:
		return false, nil
	}
	return true, err
}

// changeUser replaces the settings of a user.
func changeUser(user acd.User, c Chronicle) error {
	user.LastModifiedAt = c.Now()
	c.Emit(acd.UserChanged{User: user})
	return nil
}

// updateUserConfig replaces settings for each channel. What they are about is no longer said in the older form (A0192).
func (d *Directory) updateUserConfig(cmd acd.UpdateUserConfig, c Chronicle) error {
	user, err := d.users.find(string(cmd.UserID))
	if err != nil {
		return err
	}
	var older acd.PhoneConfig
	if user.Phone != nil {
		older = *user.Phone
	}
	given := false
	if cmd.AutoAcceptConfigs != nil {
		user.AutoAcceptConfigs, older.AutoAccept, given = cmd.AutoAcceptConfigs, false, true
	}
	if cmd.AfterContactWork != nil {
		user.AfterContactWork, older.AfterContactWorkLimit, given = cmd.AfterContactWork, 0, true
	}
	if cmd.PhoneNumbers != nil {
		user.PhoneNumbers, older.PhoneType, older.DeskPhoneNumber, given = cmd.PhoneNumbers, "", "", true
	}
	if cmd.PersistentConnections != nil {
		user.PersistentConnections, older.PersistentConnection, given = cmd.PersistentConnections, false, true
	}
	if cmd.VoiceEnhancements != nil {
		user.VoiceEnhancements, given = cmd.VoiceEnhancements, true
	}
	if !given {
		return acd.Errorf(acd.Improper, "no settings are given; give at least one list")
	}
	if user.Phone != nil {
		user.Phone = &older
	}
	if err := checkChannelSettings(&user); err != nil {
		return err
	}
	return changeUser(user, c)
}

// updateUserPhone replaces the settings for all channels at once. They hold for every channel, so those for each go
// (UpdateUserPhoneConfig in the API reference; A0192).
func (d *Directory) updateUserPhone(cmd acd.UpdateUserPhoneConfig, c Chronicle) error {
	user, err := d.users.find(string(cmd.UserID))
	if err != nil {
		return err
	}
	user.Phone = &cmd.Phone
	user.AutoAcceptConfigs, user.AfterContactWork, user.PhoneNumbers, user.PersistentConnections = nil, nil, nil, nil
	if err := checkChannelSettings(&user); err != nil {
		return err
	}
	return changeUser(user, c)
}

func (d *Directory) updateUserProfile(cmd acd.UpdateUserRoutingProfile, c Chronicle) error {
	user, err := d.users.find(string(cmd.UserID))
	if err := firstOf(err, d.routingProfiles.known(string(cmd.ProfileID))); err != nil {
		return err
	}
	user.RoutingProfileID = cmd.ProfileID
	return changeUser(user, c)
}

// updateUserIdentity changes who a user is. A directory that exists elsewhere manages names and addresses itself
// (UserIdentityInfo in the API reference).
func (d *Directory) updateUserIdentity(cmd acd.UpdateUserIdentityInfo, c Chronicle) error {
	user, err := d.users.find(string(cmd.UserID))
	if err != nil {
		return err
	}
	if d.instance.IdentityManagementType == "EXISTING_DIRECTORY" &&
		(cmd.FirstName != nil || cmd.LastName != nil || cmd.Email != nil) {
		return acd.Errorf(acd.Improper, "FirstName, LastName or Email is given; in an instance that is EXISTING_DIRECTORY "+
			"the directory manages them")
	}
	for _, change := range []struct{ to, of *string }{
		{cmd.FirstName, &user.FirstName}, {cmd.LastName, &user.LastName}, {cmd.Email, &user.Email},
		{cmd.SecondaryEmail, &user.SecondaryEmail}, {cmd.Mobile, &user.Mobile},
	} {
		if change.to != nil {
			*change.of = *change.to
		}
	}
	if err := d.checkIdentity(&user); err != nil {
		return err
	}
	return changeUser(user, c)
}

func (d *Directory) updateUserSecurity(cmd acd.UpdateUserSecurityProfiles, c Chronicle) error {
	user, err := d.users.find(string(cmd.UserID))
	if err := firstOf(err, d.checkSecurityProfiles(cmd.IDs)); err != nil {
		return err
	}
	user.SecurityProfileIDs = cmd.IDs
	return changeUser(user, c)
}
