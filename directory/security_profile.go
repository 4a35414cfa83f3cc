package directory

import (
	"slices"

	"patchcord/acd"
)

func securityProfileKey(p *acd.SecurityProfile) (id, name string) { return string(p.ID), p.Name }

// SecurityProfile returns the security profile with an id.
func (d *Directory) SecurityProfile(id acd.SecurityProfileID) (acd.SecurityProfile, bool) {
	p, ok := d.securityProfiles.byID[string(id)]
	return p, ok
}

// SecurityProfiles returns all security profiles by name, then id.
func (d *Directory) SecurityProfiles() []acd.SecurityProfile { return d.securityProfiles.list() }

// createSecurityProfile adds a security profile. Its permissions are kept as they come: nothing here depends on them.
func (d *Directory) createSecurityProfile(cmd acd.CreateSecurityProfile, q acd.Quotas, c Chronicle) (string, error) {
	profile := cmd.Profile
	err := firstOf(
		checkTags(cmd.Tags),
		d.checkAllowed(&profile),
		d.securityProfiles.free(profile.Name),
		d.securityProfiles.room(q.SecurityProfilesPerInstance),
	)
	if err != nil {
		return "", err
	}
	return create(c, acd.KindSecurityProfile, cmd.Tags, func(id string) acd.Body {
		profile.ID, profile.LastModifiedAt = acd.SecurityProfileID(id), c.Now()
		return acd.SecurityProfileCreated{Profile: profile}
	}), nil
}

// doSecurityProfile decides a command about security profiles that are there, and says whether it was one.
func (d *Directory) doSecurityProfile(cmd acd.Command, c Chronicle) (was bool, err error) {
	switch cmd := cmd.(type) {
	case acd.UpdateSecurityProfile:
		err = d.updateSecurityProfile(cmd, c)
	case acd.DeleteSecurityProfile:
		err = d.deleteSecurityProfile(cmd, c)
	default:
		return false, nil
	}
	return true, err
}

// replaySecurityProfile makes an event about security profiles that are there so.
func (d *Directory) replaySecurityProfile(body acd.Body) {
	switch b := body.(type) {
	case acd.SecurityProfileChanged:
		d.securityProfiles.put(b.Profile)
	case acd.SecurityProfileDeleted:
		d.securityProfiles.remove(string(b.ID))
	}
}

// updateSecurityProfile changes what is given and leaves the rest (A0195).
func (d *Directory) updateSecurityProfile(cmd acd.UpdateSecurityProfile, c Chronicle) error {
	profile, err := d.securityProfiles.find(string(cmd.ID))
	if err != nil {
		return err
	}
	replace(&profile.Description, cmd.Description)
	replace(&profile.AccessControlHierarchy, cmd.AccessControlHierarchy)
	replaceList(&profile.Permissions, cmd.Permissions)
	replaceList(&profile.TagRestrictedResources, cmd.TagRestrictedResources)
	replaceList(&profile.HierarchyRestricted, cmd.HierarchyRestricted)
	replaceList(&profile.Applications, cmd.Applications)
	replaceList(&profile.AllowedFlowModuleIDs, cmd.AllowedFlowModuleIDs)
	replaceList(&profile.PrimaryAttributeAccess, cmd.PrimaryAttributeAccess)
	if cmd.AccessControlTags != nil {
		profile.AccessControlTags = cmd.AccessControlTags
	}
	if err := d.checkAllowed(&profile); err != nil {
		return err
	}
	profile.LastModifiedAt = c.Now()
	c.Emit(acd.SecurityProfileChanged{Profile: profile})
	return nil
}

// replaceList changes a list where a new one is given, be it empty.
func replaceList[T any](list *[]T, given []T) {
	if given != nil {
		*list = given
	}
}

// checkAllowed checks that what a security profile names exists.
func (d *Directory) checkAllowed(profile *acd.SecurityProfile) error {
	if err := d.checkGroup(profile.AccessControlHierarchy); err != nil {
		return err
	}
	return firstOf(checkOnce("AllowedFlowModules", profile.AllowedFlowModuleIDs),
		knownAll(&d.flowModules, profile.AllowedFlowModuleIDs))
}

func (d *Directory) deleteSecurityProfile(cmd acd.DeleteSecurityProfile, c Chronicle) error {
	if err := d.securityProfiles.known(string(cmd.ID)); err != nil {
		return err
	}
	for _, u := range d.Users() {
		if slices.Contains(u.SecurityProfileIDs, cmd.ID) {
			return inUse("USER", string(u.ID), "the user %s has the security profile; give him another with "+
				"UpdateUserSecurityProfiles first", u.Username)
		}
	}
	c.Emit(acd.SecurityProfileDeleted{ID: cmd.ID})
	return nil
}
