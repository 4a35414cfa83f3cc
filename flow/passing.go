package flow

import (
	"fmt"

	"patchcord/acd"
)

// The actions that touch media or services which do not run here. Each takes its branch of success: what it sets is
// nothing that routing knows.
const (
	recordName      = "UpdateContactRecordingBehavior"
	recordAllName   = "UpdateContactRecordingAndAnalyticsBehavior"
	voiceName       = "UpdateContactTextToSpeechVoice"
	streamName      = "UpdateContactMediaStreamingBehavior"
	processName     = "UpdateContactMediaProcessing"
	wisdomName      = "CreateWisdomSession"
	previousName    = "UpdatePreviousContactParticipantState"
	channelMismatch = Failure("ChannelMismatch")
	redactionFailed = Failure("InFlightRedactionConfigurationFailed")
)

// passingKinds pass.
func passingKinds() []kind {
	return []kind{
		{name: recordName, may: someError, channels: talks(), mild: true,
			read: passing("RecordingBehavior", "AnalyticsBehavior")},
		{name: recordAllName, failures: []Failure{NoMatchingError, channelMismatch}, may: []Failure{redactionFailed},
			read: (*parser).recordAll},
		{name: voiceName, may: someError, mild: true, read: (*parser).voice},
		{name: streamName, failures: someError, read: (*parser).stream},
		{name: processName, may: []Failure{NoMatchingError, channelMismatch}, read: passing("Enabled",
			"ProcessingFunctions", "Processors", "Chat", "Voice", "ChatProcessor", "ChatProcessorSettings")},
		{name: wisdomName, failures: someError, channels: []acd.Channel{acd.Voice, acd.Chat, acd.Email},
			read: passing("WisdomAssistantArn", "OrchestrationConfiguration")},
		{name: previousName, failures: someError, channels: calls(), read: passing("PreviousContactParticipantState")},
	}
}

// passing reads an action whose parameters are nothing to routing.
func passing(names ...string) func(*parser, value) request {
	return func(p *parser, parameters value) request {
		p.only("Parameters", parameters, names...)
		return fixed{Pass{}}
	}
}

// stream reads the parameters of UpdateContactMediaStreamingBehavior, which is for voice alone
// (DG:contact-actions-updatecontactmediastreamingbehavior).
func (p *parser) stream(parameters value) request {
	p.only("Parameters", parameters, "MediaStreamingState", "Participants", "MediaStreamType")
	return passingFor{[]acd.Channel{acd.Voice}, NoMatchingError}
}

// recordAll reads the parameters of UpdateContactRecordingAndAnalyticsBehavior: what is set for one channel is for no
// other (DG:contact-actions-updatecontactrecordingandanalyticsbehavior).
func (p *parser) recordAll(parameters value) request {
	p.only("Parameters", parameters, "ChatBehavior", "VoiceBehavior", "ScreenRecordingBehavior")
	chat, voice := parameters.get("ChatBehavior").exists(), parameters.get("VoiceBehavior").exists()
	p.publishRecording(chat, voice, parameters.get("ScreenRecordingBehavior").exists())
	switch {
	case chat && voice:
		p.problem("Parameters has both ChatBehavior and VoiceBehavior; give one of them")
	case chat:
		return passingFor{[]acd.Channel{acd.Chat}, channelMismatch}
	case voice:
		return passingFor{[]acd.Channel{acd.Voice}, channelMismatch}
	}
	return passingFor{[]acd.Channel{acd.Voice, acd.Chat, acd.Task}, channelMismatch}
}

// passingFor passes for some channels and fails for the others.
type passingFor struct {
	channels []acd.Channel
	failure  Failure
}

func (p passingFor) resolve(s *Scene) (Effect, error) {
	for _, channel := range p.channels {
		if s.Contact.Channel == channel {
			return Pass{}, nil
		}
	}
	return nil, &refusal{p.failure, fmt.Sprintf("it is not for channel %s", s.Contact.Channel)}
}

// refusal is an error of a block that has a branch of its own.
type refusal struct {
	failure Failure
	reason  string
}

// Error returns the reason.
func (r *refusal) Error() string { return r.reason }
