package instance_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/flow"
)

// shape is a block of a random flow, but for where it leads. In its parameters words in braces stand for ids.
type shape struct {
	kind, parameters string
	cases            []string // operator and operand, with a bar between
	errors           string   // with spaces between
}

// shapes lists blocks of every sort that may stand in exported flows: right ones, and ones that find nothing.
func shapes() []shape {
	const failed, unmatched = "NoMatchingError", "NoMatchingCondition"
	menu := []string{"Equals|1", "Equals|2"}
	return []shape{
		{"UpdateContactTargetQueue", `{"QueueId": "{queue}"}`, nil, failed},
		{"UpdateContactTargetQueue", `{"AgentId": "{user}"}`, nil, failed},
		{"UpdateContactTargetQueue", `{"QueueId": "$.External.queue"}`, nil, failed},
		{"TransferContactToQueue", `{}`, nil, "QueueAtCapacity NoMatchingError"},
		{"DequeueContactAndTransferToQueue", `{"QueueId": "{queue}"}`, nil, "QueueAtCapacity NoMatchingError"},
		{"UpdateContactRoutingBehavior", `{"QueuePriority": "2"}`, nil, ""},
		{"UpdateContactRoutingBehavior", `{"QueueTimeAdjustmentSeconds": "-600"}`, nil, ""},
		{"UpdateContactRoutingCriteria", `{"RoutingCriteria": {"Steps": [{"Expression": {"AttributeCondition": {
			"MatchCriteria": {"AgentsCriteria": {"AgentIds": ["ana"]}}}}, "Expiry":
			{"DurationInSeconds": "30"}}]}}`, nil, failed},
		{"UpdateContactRoutingCriteria", `{"RoutingCriteria": "$.External.criteria"}`, nil, failed},
		{"UpdateContactAttributes", `{"Attributes": {"a": "$.Attributes.b", "b": "x$.Channel"}}`, nil, failed},
		{"UpdateContactAttributes", `{"Attributes": {"a": "1"}, "TargetContact": "Related"}`, nil, failed},
		{"UpdateFlowAttributes", `{"FlowAttributes": {"n": {"Value": "$.Attributes.a"}}}`, nil, failed},
		{"UpdateContactData", `{"Name": "$.Attributes.a", "LanguageCode": "de-DE"}`, nil, failed},
		{"TagContact", `{"Tags": {"k": "v"}}`, nil, failed}, {"UntagContact", `{"TagKeys": ["k"]}`, nil, failed},
		{"UpdateContactEventHooks", `{"EventHooks": {"CustomerQueue": "{queueflow}"}}`, nil, failed},
		{"UpdateContactEventHooks", `{"EventHooks": {"CustomerRemaining": "{flow}"}}`, nil, failed},
		{"UpdateContactEventHooks", `{"EventHooks": {"AgentWhisper": "{whisper}"}}`, nil, failed},
		{"UpdateFlowLoggingBehavior", `{"FlowLoggingBehavior": "Enabled"}`, nil, ""},
		{"Compare", `{"ComparisonValue": "$.Attributes.a"}`, []string{"Equals|1", "NumberLessThan|7"}, unmatched},
		{"Compare", `{"ComparisonValue": "$.External.name"}`, []string{"TextStartsWith|A"}, unmatched},
		{"Loop", `{"LoopCount": "2"}`, []string{"Equals|ContinueLooping", "Equals|DoneLooping"}, ""},
		{"Loop", `{"LoopCount": "$.Attributes.a"}`, []string{"Equals|ContinueLooping", "Equals|DoneLooping"}, failed},
		{"Wait", `{"TimeLimitSeconds": "30"}`, []string{"Equals|WaitCompleted"}, failed},
		{"Wait", `{"TimeLimitSeconds": "60", "Events": ["CustomerReturned"]}`,
			[]string{"Equals|WaitCompleted", "Equals|CustomerReturned"}, failed},
		{"CheckHoursOfOperation", `{}`, []string{"Equals|True", "Equals|False"}, failed},
		{"CheckMetricData", `{"MetricType": "NumberOfAgentsStaffed"}`, []string{"NumberGreaterThan|0"},
			"NoMatchingError NoMatchingCondition"},
		{"CheckMetricData", `{"MetricType": "NumberOfContactsInQueue", "QueueId": "{queue}"}`, []string{"Equals|0"},
			"NoMatchingError NoMatchingCondition"},
		{"GetMetricData", `{"QueueChannel": "Voice"}`, nil, failed},
		{"DistributeByPercentage", `{}`, []string{"NumberLessThan|31", "NumberLessThan|61"}, unmatched},
		{"TransferToFlow", `{"ContactFlowId": "{flow}"}`, nil, failed},
		{"InvokeFlowModule", `{"FlowModuleId": "{module}:$LATEST", "Input": {"n": "$.Attributes.a"}}`,
			[]string{"Equals|known"}, "NoMatchingCondition NoMatchingError"},
		{"EndFlowModuleExecution", `{"Result": "known", "ResultData": {"n": "$.Modules.Input.n"}}`, nil, ""},
		{"EndFlowExecution", `{}`, nil, ""}, {"DisconnectParticipant", `{}`, nil, ""},
		{"MessageParticipant", `{"Text": "Hello $.External.name"}`, nil, failed},
		{"MessageParticipant", `{"PromptId": "$.External.prompt"}`, nil, ""},
		{"MessageParticipantIteratively", `{"Messages": [{"Text": "Wait"}], "InterruptFrequencySeconds": "20"}`,
			[]string{"Equals|MessagesInterrupted"}, failed},
		{"GetParticipantInput", `{"EnableDTMFBuffer": "true"}`, nil, failed},
		{"GetParticipantInput", `{"EnableDTMFBuffer": "false", "StoreInput": "true"}`, nil, failed},
		{"GetParticipantInput", `{"Text": "Choose", "StoreInput": "False", "InputTimeLimitSeconds": "5"}`, menu,
			"InputTimeLimitExceeded NoMatchingCondition NoMatchingError"},
		{"GetParticipantInput", `{"Text": "Enter", "StoreInput": "True", "InputTimeLimitSeconds": "5", "InputValidation":
			{"CustomValidation": {"MaximumLength": "1"}}}`, nil, failed},
		{"ConnectParticipantWithLexBot", `{"Text": "Yes?", "LexV2Bot": {"AliasArn": "arn"}, "LexTimeoutSeconds":
			{"Text": "60"}}`, []string{"Equals|Help"}, "InputTimeLimitExceeded NoMatchingCondition NoMatchingError"},
		{"InvokeLambdaFunction", `{"LambdaFunctionARN": "f", "LambdaInvocationAttributes": {"a": "$.Attributes.a"},
			"ResponseValidation": {"ResponseType": "JSON"}}`, nil, failed},
		{"InvokeLambdaFunction", `{"LambdaFunctionARN": "f", "InvocationType": "ASYNCHRONOUS"}`, nil, failed},
		{"CreateTask", `{"Name": "Task $.ContactId", "ContactFlowId": "{flow}", "DelaySeconds": "40"}`, nil, failed},
		{"UpdateContactCallbackNumber", `{"CallbackNumber": "$.CustomerEndpoint.Address"}`, nil,
			"InvalidCallbackNumber CallbackNumberNotDialable"},
		{"CreateCallbackContact", `{"InitialCallDelaySeconds": "5", "MaximumConnectionAttempts": "2",
			"RetryDelaySeconds": "60"}`, nil, failed},
		{"ResumeContact", `{}`, nil, failed}, {"TransferContactToAgent", `{}`, nil, ""},
		{"UpdateContactTextToSpeechVoice", `{"TextToSpeechVoice": "Joanna"}`, nil, ""},
		{"GetCustomerProfile", `{"ProfileRequestData": {}}`, nil, failed},
	}
}

// dice draws random flows.
type dice struct {
	*rand.Rand
	ids map[string][]string // by word
}

// content draws a flow of a type, of shapes that may stand there. Every block leads to any other.
func (r *dice) content(flowType string, allowed []shape) string {
	n := 2 + r.IntN(9)
	name := func() string { return fmt.Sprint("b", r.IntN(n)) }
	var actions []map[string]any
	for i := range n {
		s := allowed[r.IntN(len(allowed))]
		actions = append(actions, map[string]any{"Identifier": fmt.Sprint("b", i), "Type": s.kind,
			"Parameters": json.RawMessage(r.fill(s.parameters)), "Transitions": s.transitions(name)})
	}
	text, err := json.Marshal(map[string]any{"Version": "2019-10-30", "StartAction": "b0", "Actions": actions})
	if err != nil {
		panic(err)
	}
	return string(text)
}

// fill puts ids into parameters.
func (r *dice) fill(parameters string) string {
	for _, word := range slices.Sorted(maps.Keys(r.ids)) {
		if ids := r.ids[word]; len(ids) > 0 {
			parameters = strings.ReplaceAll(parameters, "{"+word+"}", ids[r.IntN(len(ids))])
		}
	}
	return parameters
}

// transitions lead to blocks that name names.
func (s shape) transitions(name func() string) map[string]any {
	switch s.kind {
	case "EndFlowExecution", "DisconnectParticipant", "EndFlowModuleExecution", "TransferContactToAgent":
		return map[string]any{}
	}
	var cases, errors []any
	for _, c := range s.cases {
		operator, operand, _ := strings.Cut(c, "|")
		cases = append(cases, map[string]any{"NextAction": name(), "Condition": map[string]any{"Operator": operator,
			"Operands": []string{operand}}})
	}
	for failure := range strings.FieldsSeq(s.errors) {
		errors = append(errors, map[string]any{"NextAction": name(), "ErrorType": failure})
	}
	return map[string]any{"NextAction": name(), "Conditions": cases, "Errors": errors}
}

// allowedIn returns the shapes that may stand in flows of a type.
func allowedIn(flowType string) (allowed []shape) {
	r := &dice{Rand: rand.New(rand.NewPCG(1, 1))}
	for _, s := range shapes() {
		var wrong *acd.Error
		_, err := flow.ParseAs(flowType, r.content(flowType, []shape{s}))
		if !errors.As(err, &wrong) {
			allowed = append(allowed, s)
		}
	}
	return allowed
}

// TestRandomFlows lets contacts of every channel run through random flows: nothing panics, nobody is left where nothing
// will ever happen to him, and a replay comes to the same.
func TestRandomFlows(t *testing.T) {
	types := map[string][]shape{}
	for _, one := range []string{"CONTACT_FLOW", "CUSTOMER_QUEUE", "AGENT_WHISPER", flow.Module} {
		types[one] = allowedIn(one)
		if len(types[one]) < 10 {
			t.Fatalf("only %d blocks may stand in %s", len(types[one]), one)
		}
	}
	for seed := range uint64(randomFlows) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { runRandomFlows(t, seed, types) })
	}
}

// randomFlows is how many lives of random flows are led.
const randomFlows = 30

func runRandomFlows(t *testing.T, seed uint64, types map[string][]shape) {
	d := newDesk(t, acd.Quotas{})
	r := &dice{rand.New(rand.NewPCG(seed, 4)), map[string][]string{"user": {string(d.user)},
		"queue": {string(d.Directory().Queues()[0].ID), "nowhere"}}}
	create := func(word, flowType string) {
		for range 2 {
			id := d.do(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: fmt.Sprint(word, len(r.ids[word])), Type: flowType,
				Status: "PUBLISHED", Content: r.content(flowType, types[flowType])}})
			r.ids[word] = append(r.ids[word], id)
		}
	}
	r.ids["flow"], r.ids["module"] = []string{string(d.flow)}, []string{"none"}
	r.ids["queueflow"], r.ids["whisper"] = []string{"none"}, []string{"none"}
	for n := range 3 {
		r.ids["module"] = append(r.ids["module"], d.do(acd.CreateContactFlowModule{Module: acd.ContactFlowModule{
			Name: fmt.Sprint("m", n), Status: "PUBLISHED", Content: r.content(flow.Module, types[flow.Module])}}))
	}
	create("queueflow", "CUSTOMER_QUEUE")
	create("whisper", "AGENT_WHISPER")
	create("flow", "CONTACT_FLOW")
	create("flow", "CONTACT_FLOW")
	d.do(acd.UpdateInstanceAttribute{Attribute: acd.FlowLogs, On: seed%4 == 0})
	d.do(acd.UpdateInstanceAttribute{Attribute: acd.OutboundCalls, On: true})
	for range 40 {
		r.step(d)
		for _, c := range d.Contacts() {
			if c.State == acd.InFlow && len(c.Runs) == 0 {
				t.Fatalf("contact %s of channel %s is in its flow, and no run leads it", c.ID, c.Channel)
			}
		}
	}
	d.sameAfterReplay()
}

// step lets something happen.
func (r *dice) step(d *desk) {
	any := func(ids []string) string { return ids[r.IntN(len(ids))] }
	contacts := d.Contacts()
	if len(contacts) == 0 || r.IntN(3) == 0 {
		channel := acd.Channels()[r.IntN(len(acd.Channels()))]
		start := acd.StartContact{Operation: "test", Channel: channel, InitiationMethod: acd.API, Name: "x",
			FlowID: acd.FlowID(any(r.ids["flow"])), Attributes: map[string]string{"a": fmt.Sprint(r.IntN(9))}}
		if channel == acd.Voice {
			start.InitiationMethod = acd.Inbound
			start.CustomerEndpoint = &acd.Endpoint{Type: acd.TelephoneNumber, Address: "+12065550100"}
		}
		r.try(d, start)
		return
	}
	c := contacts[r.IntN(len(contacts))]
	switch r.IntN(7) {
	case 0:
		r.try(d, acd.GiveInput{ContactID: c.ID, Input: fmt.Sprint(r.IntN(1 << (1 + r.IntN(20))))})
	case 1:
		r.try(d, acd.GiveInput{ContactID: c.ID, Intent: "Help", Slots: map[string]string{"a": "1"}})
	case 2, 3:
		for _, run := range c.Runs {
			if run.Ask != nil {
				answers := []string{`{"name": "Ada", "queue": "` + r.ids["queue"][0] + `"}`, `[]`, `{"a": {"b": [1]}}`}
				r.try(d, acd.TellFunction{ContactID: c.ID, AskID: run.Ask.ID, Response: any(answers)})
			}
		}
	case 4:
		r.try(d, acd.PauseContact{ContactID: c.ID})
	default:
		d.wait(r.IntN(90))
	}
}

// try asks for something that may be refused.
func (r *dice) try(d *desk, cmd acd.Command) {
	_, events, err := d.Do(cmd)
	var refusal *acd.Error
	if err != nil && !errors.As(err, &refusal) {
		d.t.Fatalf("%T: %v", cmd, err)
	}
	d.events = append(d.events, events...)
}
