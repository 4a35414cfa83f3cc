package instance_test

import (
	"fmt"
	"strconv"

	"patchcord/acd"
	"patchcord/flow"
)

// answerFlow tells the flow of some contact what it asks for, mostly of one that asks.
func (l *life) answerFlow() {
	id := l.livingContact()
	for _, c := range l.inst.Contacts() {
		for _, run := range c.Runs {
			if run.Ask != nil && !l.oneIn(4) {
				l.ask(acd.TellFunction{ContactID: c.ID, AskID: run.Ask.ID, Response: anyOf(l, []string{
					`{"tier": "gold"}`, `{"a": {"b": ["c"], "d": 1.5}}`, `[]`, `not JSON`, "",
				}), Fault: anyOf(l, []string{"", "", "down"})})
				return
			}
		}
		if len(c.Runs) > 0 && l.oneIn(2) {
			id = c.ID
		}
	}
	if l.oneIn(3) {
		l.ask(acd.GiveInput{ContactID: id, Intent: "Refund", Slots: map[string]string{"order": "7"}})
		return
	}
	l.ask(acd.GiveInput{ContactID: id, Input: strconv.Itoa(l.rng.IntN(12))})
}

// asking returns a block that asks the caller, a bot or a function, and its parameters.
func (l *life) asking() (kind string, parameters map[string]any) {
	type m = map[string]any
	seconds := strconv.Itoa(1 + l.rng.IntN(8))
	switch l.rng.IntN(3) {
	case 0:
		return "InvokeLambdaFunction", m{"LambdaFunctionARN": "lookup", "InvocationTimeLimitSeconds": seconds,
			"InvocationType":     anyOf(l, []string{"SYNCHRONOUS", "ASYNCHRONOUS"}),
			"ResponseValidation": m{"ResponseType": anyOf(l, []string{"JSON", "STRING_MAP"})}}
	case 1:
		return "ConnectParticipantWithLexBot", m{"Text": "Hello", "LexV2Bot": m{"AliasArn": "bot"},
			"LexTimeoutSeconds": m{"Text": seconds}}
	}
	return "GetParticipantInput", m{"Text": "Enter.", "InputTimeLimitSeconds": seconds, "StoreInput": "True",
		"InputValidation": m{"CustomValidation": m{"MaximumLength": "1"}}}
}

// addOutbound gives a queue a flow for the callbacks that go out from it.
func (l *life) addOutbound() {
	f := acd.ContactFlow{Name: fmt.Sprint("outbound", l.inst.Number()), Type: acd.FlowOutboundWhisper,
		Status: "PUBLISHED", Content: flow.BuildAs(acd.FlowOutboundWhisper,
			flow.PlaceCall{CallerID: anyOf(l, []string{"", "", "+12065550123", "nobody"})}, flow.Message{Text: "Hello"},
			flow.Wait{For: acd.Seconds(int32(1 + l.rng.IntN(90)))}, flow.End{})}
	l.ask(acd.UpdateQueueOutboundCallerConfig{QueueID: anyOf(l, l.queues),
		FlowID: acd.FlowID(l.must(acd.CreateContactFlow{Flow: f}))})
}
