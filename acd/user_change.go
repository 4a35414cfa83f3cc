package acd

// What may be asked about users who are there.
type (
	// UpdateUserConfig replaces the lists of settings for each channel that are not nil (A0192).
	UpdateUserConfig struct {
		UserID                UserID
		AutoAcceptConfigs     []AutoAcceptConfig
		AfterContactWork      []AfterContactWorkConfig
		PhoneNumbers          []PhoneNumberConfig
		PersistentConnections []PersistentConnectionConfig
		VoiceEnhancements     []VoiceEnhancementConfig
	}
	// UpdateUserPhoneConfig replaces the settings for all channels at once, and those for each that say the same (A0192).
	UpdateUserPhoneConfig struct {
		UserID UserID
		Phone  PhoneConfig
	}
	// UpdateUserRoutingProfile gives a user another routing profile.
	UpdateUserRoutingProfile struct {
		UserID    UserID
		ProfileID RoutingProfileID
	}
	// UpdateUserIdentityInfo changes who a user is; nil members stay as they are (A0193).
	UpdateUserIdentityInfo struct {
		UserID                                             UserID
		FirstName, LastName, Email, SecondaryEmail, Mobile *string
	}
	// UpdateUserSecurityProfiles replaces the security profiles of a user.
	UpdateUserSecurityProfiles struct {
		UserID UserID
		IDs    []SecurityProfileID
	}
)

func (UpdateUserConfig) command()           {}
func (UpdateUserPhoneConfig) command()      {}
func (UpdateUserRoutingProfile) command()   {}
func (UpdateUserIdentityInfo) command()     {}
func (UpdateUserSecurityProfiles) command() {}
