package acd

// Media is what only the media's side of a contact can tell: whoever carries the voice, the messages or the mail. Its
// members are spelt as Amazon's contact record spells them, and the engine passes them on (AG:ctr-data-model).
type Media struct {
	Customer                        *MediaCustomer
	AgentInfo                       *MediaAgent
	QualityMetrics                  *QualityMetrics
	CustomerVoiceActivity           *VoiceActivity
	AnsweringMachineDetectionStatus string
	DisconnectDetails               *DisconnectDetails
	Recordings                      []Recording
	WisdomInfo                      *WisdomInfo
	ChatMetrics                     *ChatMetrics
}

// MediaCustomer tells with what the customer takes part.
type MediaCustomer struct {
	DeviceInfo   *DeviceInfo
	Capabilities *Capabilities
}

// MediaAgent tells with what the agent takes part.
type MediaAgent struct {
	DeviceInfo           *DeviceInfo
	Capabilities         *Capabilities
	VoiceEnhancementMode string
}

// DeviceInfo is what somebody uses for a call.
type DeviceInfo struct {
	PlatformName    string
	PlatformVersion string
	OperatingSystem string
}

// Capabilities are what somebody on a call can send besides his voice.
type Capabilities struct {
	Video       string
	ScreenShare string
}

// QualityMetrics tell how both sides of a call sounded to each other.
type QualityMetrics struct {
	Agent    *QualityOfSide
	Customer *QualityOfSide
}

// QualityOfSide tells how one side of a call sounded.
type QualityOfSide struct{ Audio *AudioQuality }

// AudioQuality is an estimate of how good a connection was, from 1.00 to 5.00, and what may have made it worse.
type AudioQuality struct {
	QualityScore           float32
	PotentialQualityIssues []string
}

// VoiceActivity tells when the customer of a dialled call greeted.
type VoiceActivity struct {
	GreetingStartTimestamp Time
	GreetingEndTimestamp   Time
}

// DisconnectDetails tells what may have broken a call off.
type DisconnectDetails struct{ PotentialDisconnectIssue string }

// Recording tells of a recording or a transcript of a contact.
type Recording struct {
	StorageType                   string
	Location                      string
	MediaStreamType               string
	ParticipantType               string
	FragmentStartNumber           string
	FragmentStopNumber            string
	StartTimestamp                Time
	StopTimestamp                 Time
	Status                        string
	DeletionReason                string
	UnprocessedTranscriptLocation string
}

// WisdomInfo tells of the AI agents that took part.
type WisdomInfo struct {
	SessionArn string
	AiAgents   []AIAgent
}

// AIAgent is an AI agent that took part in a contact.
type AIAgent struct {
	AiUseCase        string
	AiAgentVersionId string
	AiAgentEscalated bool
}

// ChatMetrics tell how the participants of a chat wrote to each other.
type ChatMetrics struct {
	ChatContactMetrics *ChatContactMetrics
	AgentMetrics       *ParticipantMetrics
	CustomerMetrics    *ParticipantMetrics
}

// ChatContactMetrics tell of a chat as a whole. A nil member was not measured.
type ChatContactMetrics struct {
	MultiParty                     *bool
	TotalMessages                  *int32
	TotalBotMessages               *int32
	TotalBotMessageLengthInChars   *int32
	ConversationCloseTimeInMillis  *int64
	ConversationTurnCount          *int32
	AgentFirstResponseTimestamp    Time
	AgentFirstResponseTimeInMillis *int64
}

// ParticipantMetrics tell of one participant of a chat. A nil member was not measured.
type ParticipantMetrics struct {
	ParticipantId             string
	ParticipantType           string
	ConversationAbandon       *bool
	MessagesSent              *int32
	NumResponses              *int32
	MessageLengthInChars      *int32
	TotalResponseTimeInMillis *int64
	MaxResponseTimeInMillis   *int64
	LastMessageTimestamp      Time
}

// IsEmpty says whether nothing is told, but perhaps of a customer who comes or goes.
func (cmd ReportMedia) IsEmpty() bool {
	return cmd.Media.IsEmpty() && cmd.Recipients == nil && cmd.Wrote == "" && !cmd.BotLeft
}

// IsEmpty says whether nothing is told.
func (m Media) IsEmpty() bool {
	return m.Customer == nil && m.AgentInfo == nil && m.QualityMetrics == nil && m.CustomerVoiceActivity == nil &&
		m.AnsweringMachineDetectionStatus == "" && m.DisconnectDetails == nil && m.Recordings == nil &&
		m.WisdomInfo == nil && m.ChatMetrics == nil
}

// With returns what is known once a report has come in: what it tells takes the place of what was told of the same
// thing before, and what it does not speak of stays (A0141). Neither of the two changes.
func (m *Media) With(report Media) *Media {
	var next Media
	if m != nil {
		next = *m
	}
	next.Customer = merge(next.Customer, report.Customer, func(to *MediaCustomer, r *MediaCustomer) {
		replace(&to.DeviceInfo, r.DeviceInfo)
		replace(&to.Capabilities, r.Capabilities)
	})
	next.AgentInfo = merge(next.AgentInfo, report.AgentInfo, func(to *MediaAgent, r *MediaAgent) {
		replace(&to.DeviceInfo, r.DeviceInfo)
		replace(&to.Capabilities, r.Capabilities)
		replace(&to.VoiceEnhancementMode, r.VoiceEnhancementMode)
	})
	next.QualityMetrics = merge(next.QualityMetrics, report.QualityMetrics, func(to *QualityMetrics, r *QualityMetrics) {
		replace(&to.Agent, r.Agent)
		replace(&to.Customer, r.Customer)
	})
	next.ChatMetrics = merge(next.ChatMetrics, report.ChatMetrics, func(to *ChatMetrics, r *ChatMetrics) {
		replace(&to.ChatContactMetrics, r.ChatContactMetrics)
		replace(&to.AgentMetrics, r.AgentMetrics)
		replace(&to.CustomerMetrics, r.CustomerMetrics)
	})
	replace(&next.CustomerVoiceActivity, report.CustomerVoiceActivity)
	replace(&next.AnsweringMachineDetectionStatus, report.AnsweringMachineDetectionStatus)
	replace(&next.DisconnectDetails, report.DisconnectDetails)
	replace(&next.WisdomInfo, report.WisdomInfo)
	if report.Recordings != nil {
		next.Recordings = report.Recordings
	}
	return &next
}

// merge returns a copy of what was told before with the report in it.
func merge[T any](before, report *T, how func(to, report *T)) *T {
	if report == nil {
		return before
	}
	var next T
	if before != nil {
		next = *before
	}
	how(&next, report)
	return &next
}

// replace puts what was reported in the place of what was there, if something was.
func replace[T comparable](to *T, reported T) {
	var nothing T
	if reported != nothing {
		*to = reported
	}
}
