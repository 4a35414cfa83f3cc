package connect

import (
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// showMedia adds to a contact what the media's side has told of it. The agent's part stands with the agent who has
// accepted it.
func showMedia(shown *types.Contact, m *acd.Media) {
	if m == nil {
		return
	}
	if m.Customer != nil {
		shown.Customer = &types.Customer{
			DeviceInfo:   deviceInfo(m.Customer.DeviceInfo),
			Capabilities: capabilities(m.Customer.Capabilities),
		}
	}
	if m.AgentInfo != nil && shown.AgentInfo != nil {
		shown.AgentInfo.DeviceInfo = deviceInfo(m.AgentInfo.DeviceInfo)
		shown.AgentInfo.Capabilities = capabilities(m.AgentInfo.Capabilities)
		shown.AgentInfo.VoiceEnhancementMode = types.VoiceEnhancementMode(m.AgentInfo.VoiceEnhancementMode)
	}
	if q := m.QualityMetrics; q != nil {
		shown.QualityMetrics = &types.QualityMetrics{}
		if audio := audioQuality(q.Agent); audio != nil {
			shown.QualityMetrics.Agent = &types.AgentQualityMetrics{Audio: audio}
		}
		if audio := audioQuality(q.Customer); audio != nil {
			shown.QualityMetrics.Customer = &types.CustomerQualityMetrics{Audio: audio}
		}
	}
	if v := m.CustomerVoiceActivity; v != nil {
		shown.CustomerVoiceActivity = &types.CustomerVoiceActivity{
			GreetingStartTimestamp: stamp(v.GreetingStartTimestamp), GreetingEndTimestamp: stamp(v.GreetingEndTimestamp),
		}
	}
	shown.AnsweringMachineDetectionStatus = types.AnsweringMachineDetectionStatus(m.AnsweringMachineDetectionStatus)
	if d := m.DisconnectDetails; d != nil {
		shown.DisconnectDetails = &types.DisconnectDetails{PotentialDisconnectIssue: word(d.PotentialDisconnectIssue)}
	}
	shown.Recordings = each(m.Recordings, recording)
	if w := m.WisdomInfo; w != nil {
		shown.WisdomInfo = &types.WisdomInfo{SessionArn: word(w.SessionArn), AiAgents: each(w.AiAgents, aiAgent)}
	}
	if q := m.ChatMetrics; q != nil {
		shown.ChatMetrics = &types.ChatMetrics{
			ChatContactMetrics: chatContactMetrics(q.ChatContactMetrics),
			AgentMetrics:       participantMetrics(q.AgentMetrics),
			CustomerMetrics:    participantMetrics(q.CustomerMetrics),
		}
	}
}

func deviceInfo(d *acd.DeviceInfo) *types.DeviceInfo {
	if d == nil {
		return nil
	}
	return &types.DeviceInfo{
		PlatformName: word(d.PlatformName), PlatformVersion: word(d.PlatformVersion),
		OperatingSystem: word(d.OperatingSystem),
	}
}

func capabilities(c *acd.Capabilities) *types.ParticipantCapabilities {
	if c == nil {
		return nil
	}
	return &types.ParticipantCapabilities{
		Video: types.VideoCapability(c.Video), ScreenShare: types.ScreenShareCapability(c.ScreenShare),
	}
}

func audioQuality(side *acd.QualityOfSide) *types.AudioQualityMetricsInfo {
	if side == nil || side.Audio == nil {
		return nil
	}
	issues := side.Audio.PotentialQualityIssues
	if issues == nil {
		issues = []string{} // "the list is empty" (AudioQualityMetricsInfo in the API reference)
	}
	return &types.AudioQualityMetricsInfo{QualityScore: side.Audio.QualityScore, PotentialQualityIssues: issues}
}

func recording(r acd.Recording) types.RecordingInfo {
	return types.RecordingInfo{
		StorageType:                   types.StorageType(r.StorageType),
		Location:                      word(r.Location),
		MediaStreamType:               types.MediaStreamType(r.MediaStreamType),
		ParticipantType:               types.ParticipantType(r.ParticipantType),
		FragmentStartNumber:           word(r.FragmentStartNumber),
		FragmentStopNumber:            word(r.FragmentStopNumber),
		StartTimestamp:                stamp(r.StartTimestamp),
		StopTimestamp:                 stamp(r.StopTimestamp),
		Status:                        types.RecordingStatus(r.Status),
		DeletionReason:                word(r.DeletionReason),
		UnprocessedTranscriptLocation: word(r.UnprocessedTranscriptLocation),
	}
}

func aiAgent(a acd.AIAgent) types.AiAgentInfo {
	return types.AiAgentInfo{
		AiUseCase: types.AiUseCase(a.AiUseCase), AiAgentVersionId: word(a.AiAgentVersionId),
		AiAgentEscalated: a.AiAgentEscalated,
	}
}

func chatContactMetrics(m *acd.ChatContactMetrics) *types.ChatContactMetrics {
	if m == nil {
		return nil
	}
	return &types.ChatContactMetrics{
		MultiParty:                     m.MultiParty,
		TotalMessages:                  m.TotalMessages,
		TotalBotMessages:               m.TotalBotMessages,
		TotalBotMessageLengthInChars:   m.TotalBotMessageLengthInChars,
		ConversationCloseTimeInMillis:  m.ConversationCloseTimeInMillis,
		ConversationTurnCount:          m.ConversationTurnCount,
		AgentFirstResponseTimestamp:    stamp(m.AgentFirstResponseTimestamp),
		AgentFirstResponseTimeInMillis: m.AgentFirstResponseTimeInMillis,
	}
}

func participantMetrics(m *acd.ParticipantMetrics) *types.ParticipantMetrics {
	if m == nil {
		return nil
	}
	return &types.ParticipantMetrics{
		ParticipantId:             word(m.ParticipantId),
		ParticipantType:           types.ParticipantType(m.ParticipantType),
		ConversationAbandon:       m.ConversationAbandon,
		MessagesSent:              m.MessagesSent,
		NumResponses:              m.NumResponses,
		MessageLengthInChars:      m.MessageLengthInChars,
		TotalResponseTimeInMillis: m.TotalResponseTimeInMillis,
		MaxResponseTimeInMillis:   m.MaxResponseTimeInMillis,
		LastMessageTimestamp:      stamp(m.LastMessageTimestamp),
	}
}
