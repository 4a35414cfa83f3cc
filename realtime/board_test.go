package realtime_test

import (
	"fmt"
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/directory"
	"patchcord/instance"
	"patchcord/realtime"
)

// scene is an instance with one agent, whose every event a tally sees.
type scene struct {
	*testing.T
	*instance.Instance
	tally  *realtime.Tally
	mirror *instance.Instance // as it is after each event
}

const second = acd.Time(acd.Second)

func newScene(t *testing.T) *scene {
	s := &scene{T: t, Instance: instance.New(instance.Options{}), mirror: instance.New(instance.Options{}),
		tally: realtime.New()}
	s.hear(s.Advance(1_767_225_600 * second))
	s.do(acd.CreateInstance{Instance: acd.Instance{Alias: "scene", Seed: 3}})
	return s
}

func (s *scene) hear(events []acd.Event) {
	for _, e := range events {
		s.mirror.Replay(e)
		s.tally.See(e, s.mirror)
	}
}

func (s *scene) do(cmd acd.Command) string {
	s.Helper()
	created, events, err := s.Do(cmd)
	if err != nil {
		s.Fatalf("%T: %v", cmd, err)
	}
	s.hear(events)
	return created
}

func (s *scene) wait(seconds int) { s.hear(s.Advance(s.Now() + acd.Time(seconds)*second)) }

func (s *scene) board() *realtime.Board {
	s.Helper()
	b, ok := s.tally.Board(s.ID())
	if !ok {
		s.Fatal("the instance has no board")
	}
	return b
}

func (s *scene) task() acd.ContactID {
	s.Helper()
	flow, _ := s.Directory().FlowByName(directory.SampleInbound)
	return acd.ContactID(s.do(acd.StartContact{Operation: "Start", Channel: acd.Task, InitiationMethod: acd.API,
		FlowID: flow.ID}))
}

func (s *scene) queue() acd.QueueID { return s.Directory().Queues()[0].ID }

// TestPace lets contacts leave a queue and asks how long the next one would wait. A cut forgets the pace, a deleted
// instance its board.
func TestPace(t *testing.T) {
	s := newScene(t)
	ask := func() string {
		d, known := s.board().Still(s.Now()).Wait(s.queue(), acd.Task, nil)
		return fmt.Sprint(d.Std(), " ", known)
	}
	same := func(when, want string) {
		t.Helper()
		if got := ask(); got != want {
			t.Errorf("%s the wait is %s, not %s", when, got, want)
		}
	}
	same("before anything", "0s false")
	for range 60 {
		id := s.task()
		s.wait(6)
		s.do(acd.StopContact{ContactID: id})
	}
	same("at 50 in 294 seconds", "6s true")
	s.wait(30)
	same("half a minute later", "6.612s true")
	s.wait(3600)
	same("an hour later", "0s false")
	for range 3 {
		s.wait(10)
		s.do(acd.StopContact{ContactID: s.task()})
	}
	same("with three in twenty seconds", "10s true")
	s.tally.Cut([]*instance.Instance{s.mirror})
	same("after a cut", "0s false")
	s.tally.See(acd.Event{Instance: s.ID(), Body: acd.InstanceDeleted{}}, nil)
	if _, ok := s.tally.Board(s.ID()); ok {
		t.Error("an instance that is gone has a board")
	}
}

// TestCounters counts what happens in a queue.
func TestCounters(t *testing.T) {
	s := newScene(t)
	gone := s.task()
	s.do(acd.StopContact{ContactID: gone})
	user := acd.UserID(s.do(acd.CreateUser{User: acd.User{Username: "ana", FirstName: "Ana", LastName: "A",
		RoutingProfileID:   s.Directory().RoutingProfiles()[0].ID,
		SecurityProfileIDs: []acd.SecurityProfileID{s.Directory().SecurityProfiles()[0].ID}}}))
	answered := s.task()
	s.wait(17)
	s.do(acd.PutUserStatus{UserID: user, StatusID: s.Directory().AgentStatuses()[0].ID})
	for _, status := range s.Directory().AgentStatuses() {
		if status.Type == acd.Routable {
			s.do(acd.PutUserStatus{UserID: user, StatusID: status.ID})
		}
	}
	s.do(acd.AcceptContact{UserID: user, ContactID: answered})
	var told []string
	for _, c := range s.board().Counters() {
		told = append(told, fmt.Sprint(c.What, " ", c.Value))
	}
	const want = "abandoned 1, accepted 1, ended 1, initiated 2, offered 1, queued 2"
	if got := strings.Join(told, ", "); got != want {
		t.Errorf("counted are %s, not %s", got, want)
	}
	answers := s.board().Answers()
	if len(answers) != 1 || answers[0].Count != 1 || answers[0].Total != 17*acd.Second || answers[0].Within[0] != 0 ||
		answers[0].Within[1] != 1 {
		t.Errorf("the answer times are %+v", answers)
	}
}

// TestSteps sweeps away the lines of steps at which nobody waits any more.
func TestSteps(t *testing.T) {
	s := newScene(t)
	s.do(acd.CreatePredefinedAttribute{Attribute: acd.PredefinedAttribute{Name: "Skill", Values: []string{"a"}}})
	id := s.task()
	for n := range 1000 {
		level := 1 + float32(n)/1000
		s.do(acd.UpdateContactRoutingData{ContactID: id, Steps: &[]acd.Step{{Expression: acd.Expression{
			Attribute: &acd.AttributeCondition{Name: "Skill", Value: "a", Operator: acd.NumberGreaterOrEqualTo,
				Level: level}}}}})
	}
	steps := s.board().Still(s.Now()).Steps(s.queue(), nil)
	if len(steps) != 1 || steps[0].Attribute.Level != 1+float32(999)/1000 {
		t.Errorf("there are %d steps, not the last one", len(steps))
	}
	if n := s.board().Still(s.Now()).Lines(); n > 300 {
		t.Errorf("%d lines are kept", n)
	}
}

// TestStepKeys demands that expressions that differ have different keys, and equal ones the same.
func TestStepKeys(t *testing.T) {
	condition := func(name, value string, level float32) acd.Expression {
		return acd.Expression{Attribute: &acd.AttributeCondition{Name: name, Value: value,
			Operator: acd.NumberGreaterOrEqualTo, Level: level}}
	}
	a, b := condition("a", "b", 1), condition("a\"\"b", "", 1)
	all := []acd.Expression{a, b, {Not: a.Attribute}, {And: []acd.Expression{a, b}}, {And: []acd.Expression{b, a}},
		{Or: []acd.Expression{a, b}}, {Or: []acd.Expression{{And: []acd.Expression{a}}, b}}, condition("a", "b", 1.5),
		{Attribute: &acd.AttributeCondition{Name: "a", Value: "b", Operator: acd.InRange, Range: &acd.Range{Min: 1, Max: 2}}},
		{Attribute: &acd.AttributeCondition{Operator: acd.Match, AgentIDs: &[]acd.UserID{"x", "y"}}},
		{Attribute: &acd.AttributeCondition{Operator: acd.Match, AgentIDs: &[]acd.UserID{"xy"}}}}
	seen := map[string]int{}
	for n := range all {
		key := realtime.StepKey(&all[n])
		if other, twice := seen[key]; twice {
			t.Errorf("%+v and %+v have the key %s", all[n], all[other], key)
		}
		seen[key] = n
	}
	if again := condition("a", "b", 1); realtime.StepKey(&again) != realtime.StepKey(&a) {
		t.Error("equal expressions have different keys")
	}
}
