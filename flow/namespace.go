package flow

import (
	"slices"
	"strings"
)

// namespaces lists how the references of Amazon's guide begin (AG:connect-attrib-list). What begins so and leads to
// nothing is empty; anything else is no reference that a flow could read (A0061).
func namespaces() []string {
	return []string{
		"AdditionalEmailRecipients", "Agent", "Attributes", "AwsRegion", "Campaign", "Capabilities", "Case", "Channel",
		"ContactId", "Customer", "CustomerCallbackNumber", "CustomerEndpoint", "CustomerId", "DataTableList", "DataTables",
		"Description", "External", "FlowAttributes", "InitialContactId", "InitiationMethod", "InstanceARN",
		"LambdaInvocation", "LanguageCode", "Lex", "Loop", "Media", "MediaStreams", "Metrics", "Modules", "Name",
		"OutboundCampaign", "PreviousContactId", "Queue", "References", "RelatedContactId", "SegmentAttributes",
		"StoredCustomerInput", "SystemEndpoint", "Tags", "Task", "TextToSpeechVoiceId", "Views", "Wisdom",
	}
}

// isNamespace says whether references may begin with a name.
var isNamespace = func() func(string) bool {
	all := namespaces()
	return func(name string) bool {
		_, found := slices.BinarySearch(all, name)
		return found
	}
}()

// DefaultVoice is the voice of text-to-speech that no block has changed
// (DG:contact-actions-updatecontacttexttospeechvoice).
const DefaultVoice = "Joanna"

// resultData is the newer name of what a function has answered.
const resultData = "LambdaInvocation.ResultData."

// gathered returns what the run has gathered under a path.
func (s *Scene) gathered(path string) (string, bool) {
	if name, ok := strings.CutPrefix(path, resultData); ok {
		path = "External." + name
	}
	text, ok := s.Data[path]
	if !ok && path == "TextToSpeechVoiceId" {
		return DefaultVoice, true
	}
	return text, ok
}

// SetVoice names the voice of text-to-speech from now on (AG:set-voice). Whether there is one is nothing to routing.
type SetVoice struct{ Voice string }

func (SetVoice) effect() {}

// voice reads the parameters of UpdateContactTextToSpeechVoice (DG:contact-actions-updatecontacttexttospeechvoice).
func (p *parser) voice(parameters value) request {
	p.only("Parameters", parameters, "TextToSpeechVoice", "TextToSpeechEngine", "TextToSpeechStyle")
	v := parameters.get("TextToSpeechVoice")
	if !v.exists() {
		return fixed{Pass{}}
	}
	return voiceNamed{readTemplate(p.text("Parameters.TextToSpeechVoice", v))}
}

type voiceNamed struct{ name template }

func (v voiceNamed) resolve(s *Scene) (Effect, error) {
	name, err := v.name.resolve(s)
	return SetVoice{name}, err
}
