package directory

import "patchcord/acd"

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
		d.checkGroup(profile.AccessControlHierarchy),
		checkNone("flow module", profile.AllowedFlowModuleIDs...),
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
