package flow

import (
	"math"
	"reflect"
	"testing"

	"patchcord/acd"
)

// effects is one of each effect that a flow can ask for.
func effects() []Effect {
	priority, adjustment := int64(1), int32(-600)
	french := &acd.AttributeCondition{
		Name: "Language", Value: "French", Operator: acd.NumberGreaterOrEqualTo, Level: 4,
	}
	chat := &acd.AttributeCondition{
		Name: "connect:Subtype", Value: "connect:Chat", Operator: acd.InRange, Range: &acd.Range{Min: 1, Max: 2.5},
	}
	agents := &acd.AttributeCondition{Operator: acd.Match, AgentIDs: &[]acd.UserID{"ana", "bob"}}
	steps := []acd.Step{
		{
			Expression: acd.Expression{And: []acd.Expression{{Attribute: french}, {Not: chat}}},
			Expiry:     &acd.Expiry{DurationInSeconds: 30},
		},
		{
			Expression: acd.Expression{Or: []acd.Expression{{Attribute: chat}, {And: []acd.Expression{{Not: french}}}}},
			Expiry:     &acd.Expiry{},
		},
		{Expression: acd.Expression{Attribute: agents}},
	}
	return []Effect{
		SetQueue{acd.QueueRef{Type: acd.StandardQueue, ID: "support"}},
		SetQueue{acd.QueueRef{Type: acd.AgentQueue, ID: "ana"}},
		SetRouting{QueuePriority: &priority},
		SetRouting{QueueTimeAdjustment: &adjustment},
		SetCriteria{steps},
		SetAttributes{Attributes: map[string]string{"tier": "gold", "a \"b\"": "c\nd"}},
		SetAttributes{Attributes: map[string]string{"tier": "gold"}, Related: true},
		TransferToQueue{},
		SetHook{acd.HookPause, "tell-the-boss"},
		Resume{},
		Loop{3},
		Wait{For: acd.Minute, Events: []string{CustomerReturned}},
		Message{Text: "Hello"},
		SetLogging{true},
		Repeat{Interrupt: acd.Minute},
		Requeue{acd.QueueRef{Type: acd.StandardQueue, ID: "sales"}},
		Requeue{acd.QueueRef{Type: acd.AgentQueue, ID: "ana"}},
		CreateCallback{Delay: acd.Minute, Attempts: 3, RetryDelay: acd.Hour},
		CreateCallback{Queue: acd.QueueRef{Type: acd.StandardQueue, ID: "back"}, Delay: acd.Minute, Attempts: 1,
			RetryDelay: acd.Hour, Flow: "create", CallerID: "+12065550199"},
		Invoke{ARN: "lookup", Limit: 3 * acd.Second, Attributes: map[string]string{"a": "b"}, Flat: true,
			Nested: map[string]string{"c": `{"d":[1,"e",true]}`}},
		Invoke{ARN: "lookup", Limit: acd.Minute, Attributes: map[string]string{}, Async: true},
		Wait{For: acd.Minute, Events: []string{"LambdaReturned"}, Returned: "LambdaReturned", Function: "4711"},
		LoadResult{"4711"},
		SetVoice{"Joanna"},
		PlaceCall{"+12065550100"},
		StartChat{Flow: "answers", From: "number", To: "+12065550100", Linked: true},
		CreateTask{Flow: "work", Name: "Call back", Delay: acd.Minute, Attributes: map[string]string{"a": "b"}},
		RunModule{Module: "greeting", Input: map[string]string{"number": "4711"}},
		Return{Result: "found", Data: map[string]string{"account": "4711"}},
		End{},
		Disconnect{},
	}
}

// TestBuild walks the flow of one of each effect: each comes back as it was given, and every failure hangs up.
func TestBuild(t *testing.T) {
	want := effects()
	f, err := Parse(Build(want...))
	if err != nil {
		t.Fatal(err)
	}
	for i, id := 0, f.Start(); i < len(want); i++ {
		s := stage()
		if channels := f.block(id).channels; len(channels) > 0 {
			s.Contact.Channel = channels[0]
		}
		got, failure := f.Effect(id, s)
		if failure != NoFailure || !reflect.DeepEqual(got, want[i]) {
			t.Errorf("%s: %+v %s, want %+v", id, got, failure, want[i])
		}
		for _, branch := range f.block(id).branches {
			if got, failure := f.Effect(branch.next, stage()); failure != NoFailure || got != (Disconnect{}) {
				t.Errorf("%s: %s leads to %+v", id, branch.failure, got)
			}
		}
		next, ok := f.Next(id, stage(), Outcome{})
		if !ok && i+1 < len(want) {
			next = f.blocks[i+1].id // a terminal block in the middle
		}
		id = next
	}
	if last := f.blocks[len(f.blocks)-1]; last.request != (fixed{Disconnect{}}) {
		t.Errorf("the last block is %+v", last)
	}
}

// TestBuildNothing checks the shortest flow.
func TestBuildNothing(t *testing.T) {
	const want = `{
  "Version": "2019-10-30",
  "StartAction": "hang-up",
  "Actions": [
    {
      "Identifier": "hang-up",
      "Type": "DisconnectParticipant",
      "Parameters": {},
      "Transitions": {}
    }
  ]
}`
	if got := Build(); got != want {
		t.Errorf("got %s", got)
	}
}

// TestBuildLeavesRefusalToParse checks that what cannot be is written, and refused.
func TestBuildLeavesRefusalToParse(t *testing.T) {
	level := float32(math.NaN())
	nan := acd.AttributeCondition{Name: "Language", Value: "French", Operator: acd.NumberGreaterOrEqualTo, Level: level}
	tests := []struct {
		effect Effect
		want   string
	}{
		{SetQueue{}, `bad flow: the flow cannot run: block "setqueue-1": Parameters.QueueId is an empty text; ` +
			`give one that is not, or leave it out`},
		{SetRouting{}, `bad flow: the flow cannot run: block "setrouting-1": Parameters has neither QueuePriority ` +
			`nor QueueTimeAdjustmentSeconds; give one of them`},
		{SetCriteria{}, `bad flow: the flow cannot run: block "setcriteria-1": RoutingCriteria.Steps has 0 steps; ` +
			`give 1 to 5`},
		{SetCriteria{[]acd.Step{{Expression: acd.Expression{Attribute: &nan}}}},
			`bad flow: the flow cannot run: block "setcriteria-1": RoutingCriteria.Steps[0].Expression.` +
				`AttributeCondition.ProficiencyLevel is "NaN"; give a number from 1.0 to 5.0`},
	}
	for _, test := range tests {
		if _, err := Parse(Build(test.effect)); err == nil || err.Error() != test.want {
			t.Errorf("%+v: %v, want %s", test.effect, err, test.want)
		}
	}
}
