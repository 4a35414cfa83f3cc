package connect

import (
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// The settings of a user for all channels at once, and those for each channel: in and out. False and 0 are values
// (UserPhoneConfig in the API reference: a limit of 0 is none).

func phoneConfig(given *types.UserPhoneConfig) *acd.PhoneConfig {
	if given == nil {
		return nil
	}
	return &acd.PhoneConfig{
		PhoneType:             string(given.PhoneType),
		AutoAccept:            given.AutoAccept,
		AfterContactWorkLimit: given.AfterContactWorkTimeLimit,
		DeskPhoneNumber:       value(given.DeskPhoneNumber),
		PersistentConnection:  value(given.PersistentConnection),
	}
}

func phoneConfigOut(phone *acd.PhoneConfig) *types.UserPhoneConfig {
	if phone == nil {
		return nil
	}
	return &types.UserPhoneConfig{
		AfterContactWorkTimeLimit: phone.AfterContactWorkLimit,
		AutoAccept:                phone.AutoAccept,
		DeskPhoneNumber:           word(phone.DeskPhoneNumber),
		PersistentConnection:      &phone.PersistentConnection,
		PhoneType:                 types.PhoneType(phone.PhoneType),
	}
}

func autoAccept(given types.AutoAcceptConfig) acd.AutoAcceptConfig {
	return acd.AutoAcceptConfig{
		Channel:            acd.Channel(given.Channel),
		AutoAccept:         given.AutoAccept,
		AgentFirstCallback: value(given.AgentFirstCallbackAutoAccept),
	}
}

// autoAcceptOut shows the setting for agent-first callbacks where it applies: VOICE (AutoAcceptConfig in the API
// reference).
func autoAcceptOut(config acd.AutoAcceptConfig) types.AutoAcceptConfig {
	shown := types.AutoAcceptConfig{Channel: types.Channel(config.Channel), AutoAccept: config.AutoAccept}
	if config.Channel == acd.Voice {
		shown.AgentFirstCallbackAutoAccept = &config.AgentFirstCallback
	}
	return shown
}

func afterContactWork(given types.AfterContactWorkConfigPerChannel) acd.AfterContactWorkConfig {
	config := acd.AfterContactWorkConfig{
		Channel: acd.Channel(given.Channel),
		Limit:   value(given.AfterContactWorkConfig).AfterContactWorkTimeLimit,
	}
	if callback := given.AgentFirstCallbackAfterContactWorkConfig; callback != nil {
		config.AgentFirstCallbackLimit = &callback.AfterContactWorkTimeLimit
	}
	return config
}

func afterContactWorkOut(config acd.AfterContactWorkConfig) types.AfterContactWorkConfigPerChannel {
	shown := types.AfterContactWorkConfigPerChannel{
		AfterContactWorkConfig: &types.AfterContactWorkConfig{AfterContactWorkTimeLimit: config.Limit},
		Channel:                types.Channel(config.Channel),
	}
	if limit := config.AgentFirstCallbackLimit; limit != nil {
		shown.AgentFirstCallbackAfterContactWorkConfig = &types.AfterContactWorkConfig{AfterContactWorkTimeLimit: *limit}
	}
	return shown
}

func phoneNumber(given types.PhoneNumberConfig) acd.PhoneNumberConfig {
	return acd.PhoneNumberConfig{
		Channel:     acd.Channel(given.Channel),
		PhoneType:   string(given.PhoneType),
		PhoneNumber: value(given.PhoneNumber),
	}
}

func phoneNumberOut(config acd.PhoneNumberConfig) types.PhoneNumberConfig {
	return types.PhoneNumberConfig{
		Channel:     types.Channel(config.Channel),
		PhoneType:   types.PhoneType(config.PhoneType),
		PhoneNumber: word(config.PhoneNumber),
	}
}

func persistentConnection(given types.PersistentConnectionConfig) acd.PersistentConnectionConfig {
	return acd.PersistentConnectionConfig{
		Channel:              acd.Channel(given.Channel),
		PersistentConnection: value(given.PersistentConnection),
	}
}

func persistentConnectionOut(config acd.PersistentConnectionConfig) types.PersistentConnectionConfig {
	return types.PersistentConnectionConfig{
		Channel:              types.Channel(config.Channel),
		PersistentConnection: &config.PersistentConnection,
	}
}

func voiceEnhancement(given types.VoiceEnhancementConfig) acd.VoiceEnhancementConfig {
	return acd.VoiceEnhancementConfig{Channel: acd.Channel(given.Channel), Mode: string(given.VoiceEnhancementMode)}
}

func voiceEnhancementOut(config acd.VoiceEnhancementConfig) types.VoiceEnhancementConfig {
	return types.VoiceEnhancementConfig{
		Channel:              types.Channel(config.Channel),
		VoiceEnhancementMode: types.VoiceEnhancementMode(config.Mode),
	}
}
