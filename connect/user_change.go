package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"

	"patchcord/acd"
)

// userChangeRows change users who are there.
func (h *handlers) userChangeRows() []row {
	return []row{
		operation("UpdateUserConfig", h.updateUserConfig),
		operation("UpdateUserPhoneConfig", h.updateUserPhoneConfig),
		operation("UpdateUserRoutingProfile", h.updateUserRoutingProfile),
		operation("UpdateUserIdentityInfo", h.updateUserIdentityInfo),
		operation("UpdateUserSecurityProfiles", h.updateUserSecurityProfiles),
	}
}

func (h *handlers) updateUserConfig(c *Call, in *sdk.UpdateUserConfigInput) (*sdk.UpdateUserConfigOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateUserConfig{
		UserID:                idAt[acd.UserID](p, acd.KindUser, in.UserId),
		AutoAcceptConfigs:     each(in.AutoAcceptConfigs, autoAccept),
		AfterContactWork:      each(in.AfterContactWorkConfigs, afterContactWork),
		PhoneNumbers:          each(in.PhoneNumberConfigs, phoneNumber),
		PersistentConnections: each(in.PersistentConnectionConfigs, persistentConnection),
		VoiceEnhancements:     each(in.VoiceEnhancementConfigs, voiceEnhancement),
	})
	return nil, err
}

func (h *handlers) updateUserPhoneConfig(c *Call, in *sdk.UpdateUserPhoneConfigInput) (
	*sdk.UpdateUserPhoneConfigOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateUserPhoneConfig{
		UserID: idAt[acd.UserID](p, acd.KindUser, in.UserId), Phone: value(phoneConfig(in.PhoneConfig)),
	})
	return nil, err
}

func (h *handlers) updateUserRoutingProfile(c *Call, in *sdk.UpdateUserRoutingProfileInput) (
	*sdk.UpdateUserRoutingProfileOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateUserRoutingProfile{
		UserID:    idAt[acd.UserID](p, acd.KindUser, in.UserId),
		ProfileID: idAt[acd.RoutingProfileID](p, acd.KindRoutingProfile, in.RoutingProfileId),
	})
	return nil, err
}

func (h *handlers) updateUserIdentityInfo(c *Call, in *sdk.UpdateUserIdentityInfoInput) (
	*sdk.UpdateUserIdentityInfoOutput, error,
) {
	p := c.place(in.InstanceId)
	identity := value(in.IdentityInfo)
	_, err := h.do(c, p, acd.UpdateUserIdentityInfo{
		UserID:         idAt[acd.UserID](p, acd.KindUser, in.UserId),
		FirstName:      identity.FirstName,
		LastName:       identity.LastName,
		Email:          identity.Email,
		SecondaryEmail: identity.SecondaryEmail,
		Mobile:         identity.Mobile,
	})
	return nil, err
}

func (h *handlers) updateUserSecurityProfiles(c *Call, in *sdk.UpdateUserSecurityProfilesInput) (
	*sdk.UpdateUserSecurityProfilesOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateUserSecurityProfiles{
		UserID: idAt[acd.UserID](p, acd.KindUser, in.UserId),
		IDs:    idsAt[acd.SecurityProfileID](p, acd.KindSecurityProfile, in.SecurityProfileIds),
	})
	return nil, err
}
