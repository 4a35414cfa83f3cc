package flow

import (
	"strings"
	"testing"

	"patchcord/acd"
)

// TestPublishing refuses, when it is published, what the service refuses, and goes on reading it where it was published
// before (A0296).
func TestPublishing(t *testing.T) {
	const (
		noWayOn = `{"Errors": [{"NextAction": "off", "ErrorType": "NoMatchingCondition"}]}`
		menu    = `{"NextAction": "on", "Errors": [{"NextAction": "off", "ErrorType": "NoMatchingCondition"},
			{"NextAction": "off", "ErrorType": "NoMatchingError"}]}`
		timed = `{"NextAction": "on", "Errors": [{"NextAction": "off", "ErrorType": "InputTimeLimitExceeded"},
			{"NextAction": "off", "ErrorType": "NoMatchingError"}]}`
		recorded = `{"NextAction": "on", "Errors": [{"NextAction": "off", "ErrorType": "ChannelMismatch"},
			{"NextAction": "off", "ErrorType": "NoMatchingError"}]}`
		redacted = `{"NextAction": "on", "Errors": [{"NextAction": "off", "ErrorType": "ChannelMismatch"},
			{"NextAction": "off", "ErrorType": "InFlightRedactionConfigurationFailed"},
			{"NextAction": "off", "ErrorType": "NoMatchingError"}]}`
		empty = `{"NextAction": "on", "Conditions": [{"NextAction": "on", "Condition": {"Operator": "Equals", "Operands":
			["0"]}}], "Errors": [{"NextAction": "off", "ErrorType": "NoMatchingError"}]}`
		asked = `{"Text": "Choose", "InputTimeLimitSeconds": "5", "StoreInput": "False"}`
		kept  = `{"Text": "Enter", "InputTimeLimitSeconds": "5", "StoreInput": "True", "InputValidation":
			{"CustomValidation": {"MaximumLength": "4"}}}`
		seven = `{"Tags": {"a": "1", "b": "1", "c": "1", "d": "1", "e": "1", "f": "1", "g": "1"}}`
	)
	for _, one := range []struct{ kind, parameters, transitions, want string }{
		{compareName, `{"ComparisonValue": "$.Channel"}`, noWayOn, "NextAction is missing"},
		{compareName, `{"ComparisonValue": "$.External"}`, strings.Replace(noWayOn, "{", `{"NextAction": "on", `, 1),
			"names no single value"},
		{checkMetricName, `{"MetricType": "NumberOfContactsInQueue"}`, empty, "no branch for NoMatchingCondition"},
		{checkMetricName, `{"MetricType": "NumberOfContactsInQueue"}`, menu, "compare the metric with something"},
		{getInputName, asked, menu, "no branch for InputTimeLimitExceeded"},
		{getInputName, kept, timed, "fails with NoMatchingError only"},
		{tagName, seven, usual, "has 7 tags; give at most 6"},
		{tagName, `{"Tags": {"a": "1"}}`, bare, "no branch for NoMatchingError"},
		{untagName, `{"TagKeys": ["a"]}`, bare, "no branch for NoMatchingError"},
		{flowDataName, `{"FlowAttributes": {"a": {"Value": "1"}}}`, bare, "no branch for NoMatchingError"},
		{botName, `{"LexV2Bot": {"AliasArn": "arn"}}`, usual, "has 0 of PromptId"},
		{botName, `{"LexV2Bot": {"AliasArn": "arn"}, "Text": "Hi", "LexInitializationData": {"InitialMessage": "Hi"}}`,
			usual, "has 2 of PromptId"},
		{recordAllName, `{}`, recorded, "has 0 of ChatBehavior"},
		{recordAllName, `{"VoiceBehavior": {}, "ScreenRecordingBehavior": {}}`, recorded, "has 2 of ChatBehavior"},
		{recordAllName, `{"VoiceBehavior": {}}`, redacted, "fails with NoMatchingError and ChannelMismatch only"},
		{recordAllName, `{"ChatBehavior": {}}`, recorded, "no branch for InFlightRedactionConfigurationFailed"},
	} {
		content := strings.Replace(exportedBlock(one.kind, one.parameters, one.transitions),
			`"Type": "EndFlowExecution"`, `"Type": "DisconnectParticipant"`, 1)
		if _, err := Parse(content); err != nil {
			t.Errorf("%s %s is not read any more: %v", one.kind, one.parameters, err)
		}
		if _, err := ParseAs(acd.FlowInbound, content); err == nil || !strings.Contains(err.Error(), one.want) {
			t.Errorf("%s %s: %v, want %q", one.kind, one.parameters, err, one.want)
		}
	}
	for _, good := range []struct{ kind, parameters, transitions string }{
		{recordAllName, `{"VoiceBehavior": {}}`, recorded}, {recordAllName, `{"ChatBehavior": {}}`, redacted},
		{recordAllName, `{"ScreenRecordingBehavior": {}}`, recorded}, {getInputName, kept, usual},
	} {
		if _, err := ParseAs(acd.FlowInbound, exportedBlock(good.kind, good.parameters, good.transitions)); err != nil {
			t.Errorf("%s %s: %v", good.kind, good.parameters, err)
		}
	}
}
