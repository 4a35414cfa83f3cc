package flow

import (
	"errors"
	"strings"
	"testing"

	"patchcord/acd"
)

// TestPlaces holds actions against the flows in which Amazon's pages allow them.
func TestPlaces(t *testing.T) {
	all := []string{acd.FlowInbound, acd.FlowCustomerQueue, acd.FlowCustomerHold, acd.FlowCustomerWhisper,
		acd.FlowAgentHold, acd.FlowAgentWhisper, acd.FlowOutboundWhisper, acd.FlowAgentTransfer, acd.FlowQueueTransfer,
		acd.FlowCampaign, Module}
	for action, in := range map[string]string{ // order does not show: each has an answer of its own
		transferName:     "CONTACT_FLOW AGENT_TRANSFER QUEUE_TRANSFER CAMPAIGN MODULE",
		requeueName:      "CUSTOMER_QUEUE CAMPAIGN",
		messagesName:     "CUSTOMER_QUEUE CUSTOMER_HOLD AGENT_HOLD CAMPAIGN",
		messageName:      "CONTACT_FLOW CUSTOMER_QUEUE _WHISPER AGENT_TRANSFER QUEUE_TRANSFER CAMPAIGN MODULE",
		disconnectName:   "CONTACT_FLOW CUSTOMER_QUEUE AGENT_TRANSFER QUEUE_TRANSFER CAMPAIGN MODULE",
		getInputName:     "CONTACT_FLOW CUSTOMER_QUEUE OUTBOUND_WHISPER AGENT_TRANSFER QUEUE_TRANSFER CAMPAIGN MODULE",
		completeCallName: "OUTBOUND_WHISPER CAMPAIGN",
		moduleName:       "CONTACT_FLOW CAMPAIGN MODULE",
		returnName:       "MODULE",
		toAgentName:      "AGENT_TRANSFER QUEUE_TRANSFER CAMPAIGN",
		endName:          "CONTACT_FLOW _QUEUE _HOLD _WHISPER _TRANSFER CAMPAIGN MODULE",
		invokeName:       "CONTACT_FLOW _QUEUE _HOLD _WHISPER _TRANSFER CAMPAIGN MODULE",
	} {
		for _, flowType := range all {
			want := false
			for _, one := range strings.Fields(in) {
				want = want || strings.HasSuffix(flowType, one)
			}
			_, err := ParseAs(flowType, exportedBlock(action, "{}", "{}"))
			var refused *acd.Error
			may := true
			if errors.As(err, &refused) {
				for _, problem := range refused.Problems {
					named := strings.HasPrefix(problem, `block "Set Agent Whisper": `+action)
					may = may && !(named && strings.Contains(problem, " may stand in "))
				}
			}
			if may != want {
				t.Errorf("%s in %s: %t, want %t: %v", action, flowType, may, want, err)
			}
		}
	}
}

// TestPlacesNameActions finds no misspelt action among them, and none twice.
func TestPlacesNameActions(t *testing.T) {
	seen := map[string]bool{}
	for _, one := range places() {
		for _, action := range one.actions {
			if _, ok := kindOf(action); !ok || seen[action] {
				t.Errorf("%s is no action, or stands twice", action)
			}
			if seen[action] = true; !strings.Contains(one.pages, "G:") {
				t.Errorf("%s has no page", action)
			}
		}
	}
}

// TestChannels runs blocks for contacts of channels that they are not for (AG:block-support-by-channel).
func TestChannels(t *testing.T) {
	branched := `{"NextAction": "on", "Errors": [{"NextAction": "off", "ErrorType": "NoMatchingError"}]}`
	const held = `{"EventHooks": {"CustomerHold": "` + acdID + `"}}`
	for _, one := range []struct {
		kind, parameters, transitions string
		channel                       acd.Channel
		want                          string
	}{
		{wisdomName, `{"WisdomAssistantArn": "a"}`, branched, acd.Task, "off"},
		{wisdomName, `{"WisdomAssistantArn": "a"}`, branched, acd.Email, "on"},
		{previousName, `{"PreviousContactParticipantState": "AgentOnHold"}`, branched, acd.Chat, "off"},
		{previousName, `{"PreviousContactParticipantState": "AgentOnHold"}`, branched, acd.Voice, "on"},
		{setHookName, held, branched, acd.Chat, "off"},
		{setHookName, held, branched, acd.Voice, "on"},
		{messageName, `{"PromptId": "` + acdID + `"}`, branched, acd.Email, "on"},
		{messageName, `{"PromptId": "` + acdID + `"}`, branched, acd.Chat, "off"},
		{messageName, `{"PromptId": "` + acdID + `"}`, bare, acd.Chat, "on"},
		{recordName, `{"RecordingBehavior": {"RecordedParticipants": ["Agent"]}}`, bare, acd.Task, "on"},
		{recordName, `{"RecordingBehavior": {"RecordedParticipants": ["Agent"]}}`, branched, acd.Task, "off"},
		{messagesName, `{"Messages": [{"Text": "Wait"}]}`, `{"Errors": [{"NextAction": "off", "ErrorType":
			"NoMatchingError"}]}`, acd.Task, "off"},
		{botName, `{"Text": "Hello", "LexV2Bot": {"AliasArn": "b"}}`, `{"NextAction": "on", "Errors": [{"NextAction": "off",
			"ErrorType": "NoMatchingError"}, {"NextAction": "on", "ErrorType": "NoMatchingCondition"}]}`, acd.Email, "off"},
		{resumeName, `{}`, branched, acd.Voice, "off"},
	} {
		f, err := Parse(exportedBlock(one.kind, one.parameters, one.transitions))
		if err != nil {
			t.Errorf("%s: %v", one.kind, err)
			continue
		}
		contact := somebody()
		contact.Channel = one.channel
		s := &Scene{Contact: contact}
		_, failure := f.Effect(f.Start(), s)
		if next, _ := f.Next(f.Start(), s, Outcome{Failure: failure}); next != one.want {
			t.Errorf("%s for %s: leads to %q after %q, want %q: %s", one.kind, one.channel, next, failure, one.want,
				f.Reason(f.Start(), s))
		}
	}
}
