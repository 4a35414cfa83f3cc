package flow

import (
	"fmt"
	"reflect"
	"testing"

	"patchcord/acd"
)

// exportedBlock wraps one block as the editor exports it, with Metadata beside it: it leads to "on", its errors to
// "off".
func exportedBlock(kind, parameters, transitions string) string {
	return fmt.Sprintf(`{"Version": "2019-10-30", "StartAction": "Set Agent Whisper",
		"Metadata": {"entryPointPosition": {"x": 40, "y": 40}, "ActionMetadata": {"Set Agent Whisper":
			{"position": {"x": 508.8, "y": 36.8}, "isFriendlyName": true}}, "Annotations": [], "hash": {}},
		"Settings": {"InputParameters": [], "OutputParameters": [], "Transitions": []},
		"Actions": [{"Parameters": %s, "Identifier": "Set Agent Whisper", "Type": %q, "Transitions": %s},
			{"Parameters": {}, "Identifier": "on", "Type": "EndFlowExecution", "Transitions": {}},
			{"Parameters": {}, "Identifier": "off", "Type": "DisconnectParticipant", "Transitions": {}}]}`,
		parameters, kind, transitions)
}

// The transitions of a block without branches, and of one with the usual branch.
const (
	bare  = `{"NextAction": "on", "Errors": [], "Conditions": []}`
	usual = `{"NextAction": "on", "Errors": [{"NextAction": "off", "ErrorType": "NoMatchingError"}]}`
)

// TestExportsAreTaken runs blocks that hold what the guide does not list (A0280), and blocks of services that do not
// run here (A0281).
func TestExportsAreTaken(t *testing.T) {
	for _, one := range []struct {
		name, kind, parameters, transitions string
		channel                             acd.Channel
		want                                string
	}{
		{"voice without a branch", voiceName, `{"TextToSpeechVoice": "Joanna"}`, bare, acd.Voice, "on"},
		{"message and buffered keys", messageName, `{"Text": "Hello", "SkipWhenDTMFBufferEnabled": "false"}`, usual,
			acd.Voice, "on"},
		{"messages for ever", messagesName, `{"Messages": [{"SSML": "<speak>Wait</speak>"}]}`, `{}`, acd.Voice, ""},
		{"hook that runs", setHookName, `{"EventHooks": {"AgentWhisper": "` + acdID + `"},
			"EventHooksConfiguration": {"AgentWhisper": {"DisableExecution": "false"}}}`, usual, acd.Voice, "on"},
		{"hook that does not", setHookName, `{"EventHooksConfiguration": {"AgentWhisper": {"DisableExecution": "true"}}}`,
			usual, acd.Voice, "on"},
		{"view", viewName, `{"ViewResource": {"Id": "detail", "Version": "Latest"}, "InvocationTimeLimitSeconds": "300"}`,
			`{"NextAction": "on", "Conditions": [{"NextAction": "on", "Condition": {"Operator": "Equals", "Operands":
			["Back"]}}], "Errors": [{"NextAction": "on", "ErrorType": "TimeLimitExceeded"}, {"NextAction": "on",
			"ErrorType": "NoMatchingCondition"}, {"NextAction": "off", "ErrorType": "NoMatchingError"}]}`, acd.Chat, "off"},
		{"profile", "GetCustomerProfile", `{"ProfileRequestData": {"IdentifierName": "_phone", "IdentifierValue":
			"$.CustomerEndpoint.Address"}, "ProfileResponseData": ["FirstName"]}`, `{"NextAction": "on", "Errors": [
			{"NextAction": "on", "ErrorType": "MultipleFoundError"}, {"NextAction": "on", "ErrorType": "NoneFoundError"},
			{"NextAction": "off", "ErrorType": "NoMatchingError"}]}`, acd.Voice, "off"},
		{"case", "CreateCase", `{"LinkContactToCase": "false", "CaseTemplateId": "1"}`, usual, acd.Task, "off"},
		{"number outside", outsideName, `{"ThirdPartyPhoneNumber": "+12065550100", "ContinueFlowExecution": "True",
			"ThirdPartyConnectionTimeLimitSeconds": "30"}`, `{"NextAction": "on", "Errors": [{"NextAction": "off",
			"ErrorType": "CallFailed"}, {"NextAction": "on", "ErrorType": "NoMatchingError"}]}`, acd.Voice, "off"},
		{"number outside for a chat", outsideName, `{"ThirdPartyPhoneNumber": "+12065550100"}`, `{"NextAction": "on",
			"Errors": [{"NextAction": "on", "ErrorType": "CallFailed"}, {"NextAction": "off", "ErrorType":
			"NoMatchingError"}]}`, acd.Chat, "off"},
		{"number outside without branches", outsideName, `{"ThirdPartyPhoneNumber": "+12065550100"}`, `{}`, acd.Voice, ""},
		{"sign-in", authenticateName, `{"CognitoConfiguration": {"UserPoolArn": "a", "AppClientId": "b"}, "TimeLimitMinutes":
			"3"}`, `{"NextAction": "on", "Conditions": [{"NextAction": "on", "Condition": {"Operator": "Equals", "Operands":
			["OptedOut"]}}], "Errors": [{"NextAction": "on", "ErrorType": "TimeLimitExceeded"}, {"NextAction": "off",
			"ErrorType": "NoMatchingError"}]}`, acd.Chat, "off"},
		{"data table", "EvaluateDataTableValues", `{"DataTableId": "a", "Queries": [{"QueryName": "q"}]}`, usual, acd.Task,
			"off"},
		{"outbound call", completeCallName, `{}`, bare, acd.Voice, "on"},
		{"loop that may fail", loopName, `{"LoopCount": "0"}`, `{"NextAction": "off", "Conditions": [{"NextAction": "off",
			"Condition": {"Operator": "Equals", "Operands": ["ContinueLooping"]}}, {"NextAction": "on", "Condition":
			{"Operator": "Equals", "Operands": ["DoneLooping"]}}], "Errors": [{"NextAction": "on", "ErrorType":
			"NoMatchingError"}]}`, acd.Voice, "off"},
		{"tags removed", "UntagContact", `{"TagKeys": ["team"]}`, usual, acd.Voice, "on"},
		{"tags removed, as the guide spells it", "UnTagContact", `{"TagKeys": ["team"]}`, usual, acd.Voice, "on"},
		{"module with results", moduleName, `{"FlowModuleId": "` + acdID + `:$LATEST", "Input": {"number": "$.ContactId",
			"more": {"list": [1, true, "$.Channel"]}}}`, `{"NextAction": "on", "Conditions": [{"NextAction": "off",
			"Condition": {"Operator": "Equals", "Operands": ["Profile found"]}}], "Errors": [{"NextAction": "on",
			"ErrorType": "NoMatchingCondition"}, {"NextAction": "off", "ErrorType": "NoMatchingError"}]}`, acd.Chat, "on"},
		{"messages processed", processName, `{"Enabled": "True", "ChatProcessorSettings": {"ProcessorArn": "arn"}}`, usual,
			acd.Chat, "on"},
		{"to the agent", toAgentName, `{}`, `{}`, acd.Voice, ""},
	} {
		f, err := Parse(exportedBlock(one.kind, one.parameters, one.transitions))
		if err != nil {
			t.Errorf("%s: %v", one.name, err)
			continue
		}
		contact := somebody()
		contact.Channel = one.channel
		s := &Scene{Contact: contact}
		_, failure := f.Effect(f.Start(), s)
		if next, _ := f.Next(f.Start(), s, Outcome{Failure: failure}); next != one.want {
			t.Errorf("%s: leads to %q after %q, want %q", one.name, next, failure, one.want)
		}
	}
}

// acdID is the id of some flow.
const acdID = "77777777-7777-4777-8777-777777777777"

// TestHooksThatCannotBe refuses what EventHooksConfiguration cannot say.
func TestHooksThatCannotBe(t *testing.T) {
	for _, parameters := range []string{
		`{"EventHooksConfiguration": {"AgentWhisper": {"DisableExecution": "false"}}}`,
		`{"EventHooksConfiguration": {"AgentWhisper": {"DisableExecution": "perhaps"}}}`,
		`{"EventHooksConfiguration": {"Nothing": {"DisableExecution": "true"}}}`,
		`{"EventHooksConfiguration": {"AgentWhisper": {"Other": "true"}}}`,
		`{"EventHooksConfiguration": {}}`,
		`{"EventHooksConfiguration": "AgentWhisper"}`,
		`{"EventHooks": {"CustomerWhisper": "` + acdID + `"},
			"EventHooksConfiguration": {"AgentWhisper": {"DisableExecution": "true"}}}`,
	} {
		if _, err := Parse(exportedBlock(setHookName, parameters, usual)); err == nil {
			t.Errorf("%s is accepted", parameters)
		}
	}
}

// TestModulesTakeAndGive reads what a module is given and gives back, by path (A0294).
func TestModulesTakeAndGive(t *testing.T) {
	s := &Scene{Contact: somebody(), Data: map[string]string{"External.n": "7"}}
	for _, one := range []struct {
		kind, parameters string
		want             Effect
	}{
		{moduleName, `{"FlowModuleId": "arn:aws:connect:us-east-1:1:instance/i/flow-module/` + acdID + `:3", "Input":
			{"a": "$.External.n!", "b": {"c": true, "d": [1.5, "x"]}, "e": null}}`, RunModule{acdID, map[string]string{
			"a": "7!", "b": `{"c":true,"d":[1.5,"x"]}`, "b.c": "true", "b.d": `[1.5,"x"]`, "b.d.0": "1.5", "b.d.1": "x"}}},
		{moduleName, `{"FlowModuleId": "` + acdID + `", "Input": {}}`, RunModule{Module: acdID}},
		{returnName, `{"Result": "found $.External.n", "ResultData": {"n": "$.External.n"}}`,
			Return{"found 7", map[string]string{"n": "7"}}},
		{returnName, `{}`, Return{}},
	} {
		transitions := usual
		if one.kind == returnName {
			transitions = `{}`
		}
		f, err := Parse(exportedBlock(one.kind, one.parameters, transitions))
		if err != nil {
			t.Errorf("%s: %v", one.parameters, err)
			continue
		}
		if effect, failure := f.Effect(f.Start(), s); failure != "" || !reflect.DeepEqual(effect, one.want) {
			t.Errorf("%s: asks for %+v, %q, want %+v", one.parameters, effect, failure, one.want)
		}
	}
	for kind, parameters := range map[string]string{
		moduleName: `{"FlowModuleId": "` + acdID + `", "Input": "a"}`, returnName: `{"ResultData": {"a": ""}}`,
	} {
		if _, err := Parse(exportedBlock(kind, parameters, `{"NextAction": "on"}`)); err == nil {
			t.Errorf("%s is accepted", parameters)
		}
	}
}
