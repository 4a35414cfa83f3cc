package acd

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The bounds of what is reported. The record's own are AG:ctr-data-model's; where it has none they are ours (A0142).
const (
	deviceWordMax     = 128
	locationMax       = 256
	mediaWordMax      = 1024
	recordingsMax     = 100
	aiAgentsMax       = 50
	qualityMin        = 1.0
	qualityMax        = 5.0
	emailRecipientMax = 50 // of each list (StartEmailContact in the API reference)
)

// answeringMachineWords are what a dialled call may have met: those of the API reference, and one that only
// AG:ctr-data-model names.
func answeringMachineWords() []string {
	return []string{"ANSWERED", "UNDETECTED", "ERROR", "HUMAN_ANSWERED", "SIT_TONE_DETECTED", "SIT_TONE_BUSY",
		"SIT_TONE_INVALID_NUMBER", "FAX_MACHINE_DETECTED", "VOICEMAIL_BEEP", "VOICEMAIL_NO_BEEP", "AMD_UNRESOLVED",
		"AMD_UNRESOLVED_SILENCE", "AMD_UNANSWERED", "AMD_ERROR", "AMD_NOT_APPLICABLE"}
}

// Check says whether the media's side may report this of a contact: which channel has which facts, and of calls from a
// browser and of calls that were dialled only (AG:ctr-data-model, A0142).
func (m Media) Check(c *Contact) error {
	k := checker{}
	k.fits(m.Customer != nil, "Customer", isWebCall(c), "calls from an app or a browser, whose subtype is "+SubtypeWebRTC)
	k.fits(m.AgentInfo != nil, "AgentInfo", c.Channel == Voice, "calls")
	k.fits(m.QualityMetrics != nil, "QualityMetrics", c.Channel == Voice, "calls")
	k.fits(m.QualityMetrics != nil && m.QualityMetrics.Customer != nil, "QualityMetrics.Customer", isWebCall(c),
		"calls from an app or a browser, whose subtype is "+SubtypeWebRTC)
	dialled := c.Channel == Voice && c.InitiationMethod != Inbound && !isWebCall(c)
	k.fits(m.CustomerVoiceActivity != nil, "CustomerVoiceActivity", dialled, "calls that were dialled")
	k.fits(m.AnsweringMachineDetectionStatus != "", "AnsweringMachineDetectionStatus", dialled, "calls that were dialled")
	k.fits(m.DisconnectDetails != nil, "DisconnectDetails", c.Channel == Voice, "calls")
	k.fits(m.ChatMetrics != nil, "ChatMetrics", c.Channel == Chat, "chats")
	m.checkSides(&k)
	m.checkCall(&k)
	for i := range m.Recordings {
		m.Recordings[i].check(&k)
	}
	k.atMost("Recordings", len(m.Recordings), recordingsMax)
	if w := m.WisdomInfo; w != nil {
		w.check(&k)
	}
	if w := m.ChatMetrics; w != nil {
		w.check(&k)
	}
	if k.err == nil && m.AgentInfo != nil && c.Agent == nil {
		return Errorf(Conflict, "no agent has accepted contact %s yet; report AgentInfo once one has", c.ID)
	}
	return k.err
}

func isWebCall(c *Contact) bool {
	subtype := c.SegmentAttributes[SubtypeAttribute].String
	return c.Channel == Voice && subtype != nil && *subtype == SubtypeWebRTC
}

func (m Media) checkSides(k *checker) {
	if s := m.Customer; s != nil {
		k.device("Customer", s.DeviceInfo)
		k.capabilities("Customer", s.Capabilities)
	}
	if s := m.AgentInfo; s != nil {
		k.device("AgentInfo", s.DeviceInfo)
		k.capabilities("AgentInfo", s.Capabilities)
		k.oneOf("AgentInfo.VoiceEnhancementMode", s.VoiceEnhancementMode, "VOICE_ISOLATION", "NOISE_SUPPRESSION", "NONE")
	}
	if q := m.QualityMetrics; q != nil {
		k.quality("QualityMetrics.Agent", q.Agent)
		k.quality("QualityMetrics.Customer", q.Customer)
	}
}

func (m Media) checkCall(k *checker) {
	k.oneOf("AnsweringMachineDetectionStatus", m.AnsweringMachineDetectionStatus, answeringMachineWords()...)
	if d := m.DisconnectDetails; d != nil {
		k.given("DisconnectDetails.PotentialDisconnectIssue", d.PotentialDisconnectIssue)
		k.oneOf("DisconnectDetails.PotentialDisconnectIssue", d.PotentialDisconnectIssue, "AGENT_CONNECTIVITY_ISSUE",
			"AGENT_DEVICE_ISSUE", "CUSTOMER_CONNECTIVITY_ISSUE", "CUSTOMER_DEVICE_ISSUE")
	}
	if v := m.CustomerVoiceActivity; v != nil {
		k.span("CustomerVoiceActivity.Greeting", v.GreetingStartTimestamp, v.GreetingEndTimestamp)
	}
}

func (r *Recording) check(k *checker) {
	k.oneOf("Recordings.StorageType", r.StorageType, "S3", "KINESIS_VIDEO_STREAM", "KINESIS_STREAM", "KINESIS_FIREHOSE")
	k.given("Recordings.Location", r.Location)
	k.short("Recordings.Location", r.Location, locationMax)
	k.oneOf("Recordings.MediaStreamType", r.MediaStreamType, "AUDIO", "VIDEO", "CHAT")
	k.oneOf("Recordings.ParticipantType", r.ParticipantType, "ALL", "MANAGER", "AGENT", "CUSTOMER", "THIRDPARTY",
		"SUPERVISOR", "IVR")
	k.short("Recordings.FragmentStartNumber", r.FragmentStartNumber, locationMax)
	k.short("Recordings.FragmentStopNumber", r.FragmentStopNumber, locationMax)
	k.span("Recordings.", r.StartTimestamp, r.StopTimestamp)
	k.oneOf("Recordings.Status", r.Status, "AVAILABLE", "DELETED")
	k.short("Recordings.DeletionReason", r.DeletionReason, mediaWordMax)
	if r.DeletionReason != "" && r.Status != "DELETED" {
		k.refuse("Recordings.DeletionReason is given with the Status %q; give it with DELETED only", r.Status)
	}
	k.short("Recordings.UnprocessedTranscriptLocation", r.UnprocessedTranscriptLocation, locationMax)
}

func (w *WisdomInfo) check(k *checker) {
	if w.SessionArn != "" && !strings.HasPrefix(w.SessionArn, "arn:") {
		k.refuse("WisdomInfo.SessionArn is %.40q; give an ARN", w.SessionArn)
	}
	k.short("WisdomInfo.SessionArn", w.SessionArn, mediaWordMax)
	k.atMost("WisdomInfo.AiAgents", len(w.AiAgents), aiAgentsMax)
	for _, a := range w.AiAgents {
		k.oneOf("WisdomInfo.AiAgents.AiUseCase", a.AiUseCase, "AgentAssistance", "SelfService")
		k.given("WisdomInfo.AiAgents.AiAgentVersionId", a.AiAgentVersionId)
		k.short("WisdomInfo.AiAgents.AiAgentVersionId", a.AiAgentVersionId, locationMax)
	}
}

func (m *ChatMetrics) check(k *checker) {
	if c := m.ChatContactMetrics; c != nil {
		const in = "ChatMetrics.ChatContactMetrics."
		counted(k, in+"TotalMessages", c.TotalMessages)
		counted(k, in+"TotalBotMessages", c.TotalBotMessages)
		counted(k, in+"TotalBotMessageLengthInChars", c.TotalBotMessageLengthInChars)
		counted(k, in+"ConversationTurnCount", c.ConversationTurnCount)
		counted(k, in+"ConversationCloseTimeInMillis", c.ConversationCloseTimeInMillis)
		counted(k, in+"AgentFirstResponseTimeInMillis", c.AgentFirstResponseTimeInMillis)
	}
	m.AgentMetrics.check(k, "ChatMetrics.AgentMetrics.", "AGENT", "SUPERVISOR")
	m.CustomerMetrics.check(k, "ChatMetrics.CustomerMetrics.", "CUSTOMER")
}

func (m *ParticipantMetrics) check(k *checker, in string, kinds ...string) {
	if m == nil {
		return
	}
	k.short(in+"ParticipantId", m.ParticipantId, locationMax)
	k.oneOf(in+"ParticipantType", m.ParticipantType, kinds...)
	counted(k, in+"MessagesSent", m.MessagesSent)
	counted(k, in+"NumResponses", m.NumResponses)
	counted(k, in+"MessageLengthInChars", m.MessageLengthInChars)
	counted(k, in+"TotalResponseTimeInMillis", m.TotalResponseTimeInMillis)
	counted(k, in+"MaxResponseTimeInMillis", m.MaxResponseTimeInMillis)
}

// Check says whether these can be the further addresses of an email.
func (r *EmailRecipients) Check() error {
	k := checker{}
	k.atMost("AdditionalEmailRecipients.ToList", len(r.To), emailRecipientMax)
	k.atMost("AdditionalEmailRecipients.CcList", len(r.Cc), emailRecipientMax)
	for _, one := range slices.Concat(r.To, r.Cc) {
		k.email("AdditionalEmailRecipients", one.Address)
		k.short("AdditionalEmailRecipients.DisplayName", one.DisplayName, locationMax)
	}
	return k.err
}

// checker keeps the first thing that is wrong with what was given.
type checker struct{ err error }

func (k *checker) refuse(format string, args ...any) {
	if k.err == nil {
		k.err = Errorf(Invalid, format, args...)
	}
}

func (k *checker) fits(given bool, member string, fits bool, whose string) {
	if given && !fits && k.err == nil {
		k.err = Errorf(Improper, "%s is known of %s only; leave it out", member, whose)
	}
}

func (k *checker) given(member, text string) {
	if text == "" {
		k.refuse("%s is missing; give it", member)
	}
}

func (k *checker) oneOf(member, text string, words ...string) {
	if text != "" && !slices.Contains(words, text) {
		k.refuse("%s is %.40q; give one of %s", member, text, strings.Join(words, ", "))
	}
}

func (k *checker) short(member, text string, most int) {
	if n := utf8.RuneCountInString(text); n > most {
		k.refuse("%s has %d characters; give at most %d", member, n, most)
	}
}

func (k *checker) atMost(member string, n, most int) {
	if n > most {
		k.refuse("%s has %d entries; give at most %d", member, n, most)
	}
}

// email checks an address as roughly as Amazon does: something, an @, a name with a dot (StartEmailContact in the API
// reference).
func (k *checker) email(member, text string) {
	name, host, ok := strings.Cut(text, "@")
	left, right, dotted := strings.Cut(host, ".")
	if !ok || name == "" || !dotted || left == "" || right == "" || strings.ContainsAny(text, " \t\r\n") ||
		strings.Contains(host, "@") || len(text) >= locationMax {
		k.refuse("%s has the address %.60q; give one like name@example.com of at most %d characters", member, text,
			locationMax-1)
	}
}

func (k *checker) span(member string, start, end Time) {
	if !end.IsZero() && (start.IsZero() || end < start) {
		what := "EndTimestamp"
		if strings.HasPrefix(member, "Recordings") {
			what = "StopTimestamp"
		}
		k.refuse("%s%s is before its StartTimestamp, or has none; give both, the start first", member, what)
	}
}

func (k *checker) device(member string, d *DeviceInfo) {
	if d == nil {
		return
	}
	k.short(member+".DeviceInfo.PlatformName", d.PlatformName, deviceWordMax)
	k.short(member+".DeviceInfo.PlatformVersion", d.PlatformVersion, deviceWordMax)
	k.short(member+".DeviceInfo.OperatingSystem", d.OperatingSystem, deviceWordMax)
}

func (k *checker) capabilities(member string, c *Capabilities) {
	if c == nil {
		return
	}
	k.oneOf(member+".Capabilities.Video", c.Video, "SEND")
	k.oneOf(member+".Capabilities.ScreenShare", c.ScreenShare, "SEND")
}

func (k *checker) quality(member string, side *QualityOfSide) {
	if side == nil {
		return
	}
	if side.Audio == nil {
		k.refuse("%s.Audio is missing; give it", member)
		return
	}
	if score := side.Audio.QualityScore; score < qualityMin || score > qualityMax {
		k.refuse("%s.Audio.QualityScore is %v; give 1.00 to 5.00", member, score)
	}
	k.atMost(member+".Audio.PotentialQualityIssues", len(side.Audio.PotentialQualityIssues), 3)
	for _, issue := range side.Audio.PotentialQualityIssues {
		k.oneOf(member+".Audio.PotentialQualityIssues", issue, "HighPacketLoss", "HighRoundTripTime", "HighJitterBuffer")
	}
}

// counted checks that a number that was measured is none below zero.
func counted[N int32 | int64](k *checker, member string, n *N) {
	if n != nil && *n < 0 {
		k.refuse("%s is %d; give 0 or more", member, *n)
	}
}
