package flow

import (
	"strings"
	"testing"

	"patchcord/acd"
)

// TestSilentFlows tells flows of which nothing comes but what somebody hears from all others.
func TestSilentFlows(t *testing.T) {
	const end = `{"Identifier": "end", "Type": "EndFlowExecution", "Parameters": {}, "Transitions": {}}`
	say := func(next string) string {
		return `{"Identifier": "say", "Type": "MessageParticipant", "Parameters": {"Text": "Hi"}, "Transitions":
			{"NextAction": "` + next + `", "Errors": [{"NextAction": "end", "ErrorType": "NoMatchingError"}]}}`
	}
	loop := func(more string) string {
		return `{"Identifier": "loop", "Type": "MessageParticipantIteratively", "Parameters": {"Messages":
			[{"Text": "Hi"}]` + more + `}, "Transitions": {"NextAction": "end", "Errors": [], "Conditions": []}}`
	}
	const set = `{"Identifier": "set", "Type": "UpdateContactAttributes", "Parameters": {"Attributes": {"a": "b"},
		"TargetContact": "Current"}, "Transitions": {"NextAction": "end", "Errors":
		[{"NextAction": "end", "ErrorType": "NoMatchingError"}]}}`
	const hangUp = `{"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}`
	for _, one := range []struct {
		name, start string
		blocks      []string
		want        bool
	}{
		{"it plays and ends", "say", []string{say("end"), end}, true},
		{"it plays for ever", "loop", []string{loop(""), end}, true},
		{"it is interrupted", "loop", []string{loop(`, "InterruptFrequencySeconds": "9"`), end}, false},
		{"it goes round", "say", []string{say("say"), end}, false},
		{"it sets an attribute", "say", []string{say("set"), set, end}, false},
		{"it would, if anything led there", "say", []string{say("end"), set, end}, true},
		{"it hangs up", "say", []string{say("bye"), hangUp, end}, false},
	} {
		f, err := Parse(`{"Version": "2019-10-30", "StartAction": "` + one.start + `", "Actions": [` +
			strings.Join(one.blocks, ",") + `]}`)
		if err != nil {
			t.Errorf("%s: %v", one.name, err)
		} else if f.IsSilent() != one.want {
			t.Errorf("%s: that it is silent is %t", one.name, f.IsSilent())
		}
	}
	var long []Effect // two ways from each block to the next
	for range blocksMax - 2 {
		long = append(long, Message{Text: "Hi"})
	}
	content := BuildAs(acd.FlowAgentWhisper, append(long, End{})...)
	if f, err := ParseAs(acd.FlowAgentWhisper, content); err != nil || !f.IsSilent() {
		t.Errorf("a long flow that only plays is not silent (%v)", err)
	}
	queue := acd.QueueRef{Type: acd.StandardQueue, ID: "1"}
	if f, err := Parse(Build(SetQueue{Queue: queue})); err != nil || f.IsSilent() {
		t.Errorf("a flow that sets a queue is silent (%v)", err)
	}
}
