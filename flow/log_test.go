package flow

import (
	"testing"

	"patchcord/acd"
)

// TestLog holds what the log says of blocks against what Amazon Connect writes (A0297).
func TestLog(t *testing.T) {
	contact := somebody()
	contact.Attributes = map[string]string{"tier": "gold"}
	s := &Scene{Contact: contact, Data: map[string]string{"External.n": "7"}}
	for _, one := range []struct {
		kind, parameters, transitions string
		out                           Outcome
		want                          []LogEntry
	}{
		{setAttributesName, `{"Attributes": {"a": "$.Attributes.tier!", "b": "1"}, "TargetContact": "Current"}`, usual,
			Outcome{}, []LogEntry{
				{"SetAttributes", `{"Value":"gold!","Key":"a","AddAttributeToRelatedContact":"false"}`, ""},
				{"SetAttributes", `{"Value":"1","Key":"b","AddAttributeToRelatedContact":"false"}`, ""}}},
		{flowDataName, `{"FlowAttributes": {"a": {"Value": "$.External.n"}}}`, usual, Outcome{Failure: NoMatchingError},
			[]LogEntry{{"SetFlowAttributes", `{"Value":"7","Key":"a"}`, "Error"}}},
		{compareName, `{"ComparisonValue": "$.Attributes.tier"}`, `{"NextAction": "on", "Conditions": [
			{"NextAction": "on", "Condition": {"Operator": "Equals", "Operands": ["silver"]}},
			{"NextAction": "on", "Condition": {"Operator": "TextStartsWith", "Operands": ["go"]}},
			{"NextAction": "on", "Condition": {"Operator": "Equals", "Operands": ["gold"]}}],
			"Errors": [{"NextAction": "off", "ErrorType": "NoMatchingCondition"}]}`, Outcome{Result: "gold"}, []LogEntry{
			{"CheckAttribute", `{"ComparisonMethod":"Equals","Value":"gold","SecondValue":"silver"}`, "false"},
			{"CheckAttribute", `{"ComparisonMethod":"TextStartsWith","Value":"gold","SecondValue":"go"}`, "true"}}},
		{invokeName, `{"LambdaFunctionARN": "arn:f", "InvocationTimeLimitSeconds": "3", "LambdaInvocationAttributes":
			{"tier": "$.Attributes.tier"}, "ResponseValidation": {"ResponseType": "JSON"}}`, usual, Outcome{},
			[]LogEntry{{"InvokeExternalResource", `{"FunctionArn":"arn:f","TimeLimit":"3000","Parameters":{"tier":"gold"},` +
				`"ResponseValidation":"ResponseType=JSON"}`, ""}}},
		{setHookName, `{"EventHooks": {"CustomerQueue": "` + acdID + `"}}`, usual, Outcome{},
			[]LogEntry{{"SetContactFlow", `{"Type":"CustomerQueue","ContactFlowId":"` + acdID + `"}`, ""}}},
		{setHookName, `{"EventHooks": {"CustomerRemaining": "` + acdID + `"}}`, usual, Outcome{},
			[]LogEntry{{"SetEventHook", `{"Type":"CustomerRemaining","ContactFlowId":"` + acdID + `"}`, ""}}},
		{messageName, `{"SSML": "<speak>$.Nothing.m</speak>"}`, usual, Outcome{},
			[]LogEntry{{"PlayPrompt", `{"Text":"<speak>$.Nothing.m</speak>","TextToSpeechType":"ssml"}`, ""}}},
		{getInputName, `{"Text": "Choose", "StoreInput": "False", "InputTimeLimitSeconds": "5"}`, `{"NextAction": "on",
			"Errors": [{"NextAction": "off", "ErrorType": "NoMatchingCondition"}, {"NextAction": "off", "ErrorType":
			"NoMatchingError"}]}`, Outcome{Failure: InputTimeLimitExceeded},
			[]LogEntry{{"GetUserInput", `{"Text":"Choose","TextToSpeechType":"text","Timeout":"5"}`, "Timeout"}}},
		{checkMetricName, `{"MetricType": "NumberOfContactsInQueue"}`, usual, Outcome{Result: "2"},
			[]LogEntry{{"CheckQueueStatus", `{"MetricType":"NumberOfContactsInQueue"}`, "2"}}},
		{checkMetricName, `{"MetricType": "NumberOfAgentsStaffed"}`, usual, Outcome{Failure: NoMatchingCondition},
			[]LogEntry{{"CheckStaffing", `{"MetricType":"NumberOfAgentsStaffed"}`, "NoMatch"}}},
		{goToFlowName, `{"ContactFlowId": "` + acdID + `"}`, usual, Outcome{},
			[]LogEntry{{"Transfer", `{"ContactFlowId":"` + acdID + `"}`, ""}}},
		{streamName, `{"MediaStreamingState": "Disabled"}`, usual, Outcome{},
			[]LogEntry{{"StopMediaStreaming", `{"MediaStreamingState":"Disabled"}`, ""}}},
		{setRoutingName, `{"QueuePriority": "2"}`, bare, Outcome{},
			[]LogEntry{{"ChangeRoutingPriority", `{"QueuePriority":"2"}`, ""}}},
		{setDataName, `{"Name": "Order $.External.n"}`, usual, Outcome{},
			[]LogEntry{{"SetContactData", `{"Name":"Order 7"}`, ""}}},
	} {
		f, err := Parse(exportedBlock(one.kind, one.parameters, one.transitions))
		if err != nil {
			t.Errorf("%s: %v", one.kind, err)
			continue
		}
		got := f.Log(f.Start(), s, one.out)
		if len(got) != len(one.want) {
			t.Errorf("%s %s: %d entries: %+v", one.kind, one.parameters, len(got), got)
			continue
		}
		for i, entry := range got {
			if entry != one.want[i] {
				t.Errorf("%s %s:\n  %+v, want\n  %+v", one.kind, one.parameters, entry, one.want[i])
			}
		}
	}
	for _, k := range kinds() { // every action has an entry
		f := &Flow{start: "a", blocks: []block{{id: "a", kind: k.name, parameters: "{}"}}, index: map[string]int{"a": 0}}
		for _, entry := range f.Log("a", &Scene{Contact: &acd.Contact{}}, Outcome{}) {
			if entry.Block == "" || entry.Parameters == "" {
				t.Errorf("%s is logged as %+v", k.name, entry)
			}
		}
	}
}
