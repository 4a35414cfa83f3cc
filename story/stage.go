package story

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"patchcord/acd"
	"patchcord/instance"
)

// seed is what the ids of a story come from. No story depends on it: names stand for ids everywhere.
const seed acd.Seed = 1

// Play lets a story happen, from its first line to its last, in an instance of its own. It returns the story with the
// answers that it got; the one that was given stays as it was. An error tells of a story that cannot be played to its
// end; what Amazon Connect would refuse is no such error but part of the answer.
func Play(s *Script) (*Script, error) {
	stage, err := newStage(s.rules)
	if err != nil {
		return nil, err
	}
	played := *s
	played.Acts = slices.Clone(s.Acts)
	for i := range played.Acts {
		if err := stage.play(&played.Acts[i]); err != nil {
			return nil, &Fault{played.Acts[i].Line, 1, err.Error()}
		}
	}
	return &played, nil
}

// stage is where a story happens: an instance, and what the story calls the things in it.
type stage struct {
	inst    *instance.Instance
	began   acd.Time
	at      acd.Time // when the present act began
	names   names
	ended   map[acd.ContactID]acd.Contact // those that have left the instance
	flows   map[string]acd.FlowID         // by content
	coming  string                        // the name of the contact that comes in next
	quiet   bool                          // nothing is told of settings
	telling bool                          // what a flow or an update sets on a contact is told
	answer  []string
}

func newStage(rules instance.Options) (*stage, error) {
	rules.Account = acd.Account{Number: "123456789012", Region: "us-east-1"}
	s := &stage{
		inst:  instance.New(rules),
		began: acd.TimeOf(time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC)),
		names: newNames(), ended: map[acd.ContactID]acd.Contact{}, flows: map[string]acd.FlowID{},
	}
	s.inst.Advance(s.began)
	_, err := s.set(acd.CreateInstance{Instance: acd.Instance{
		Alias: "story", IdentityManagementType: "CONNECT_MANAGED", InboundCalls: true, OutboundCalls: true,
		Seed: seed,
	}})
	if err != nil {
		return nil, err
	}
	for _, status := range s.inst.Directory().AgentStatuses() {
		s.names.add(aStatus, strings.ToLower(status.Name), string(status.ID))
	}
	for _, queue := range s.inst.Directory().Queues() {
		s.names.add(aQueue, queue.Name, string(queue.ID))
	}
	for _, flow := range s.inst.Directory().Flows() {
		s.names.add(aFlow, flow.Name, string(flow.ID))
	}
	return s, nil
}

// play lets one act happen and writes down what came of it.
func (s *stage) play(a *Act) error {
	s.answer, s.telling, s.at = nil, false, s.inst.Now()
	if a.moment != nil {
		s.at = s.began.Add(*a.moment)
		s.pass(s.at)
	}
	if a.deed != nil {
		err := a.deed(s)
		var refusal *acd.Error
		if err != nil && !errors.As(err, &refusal) {
			return err
		}
		if err != nil {
			s.say("error: %s", s.names.speak(refusal.Error()))
			for _, problem := range refusal.Problems {
				s.say("error: %s", s.names.speak(problem))
			}
		}
	}
	a.Answer = s.answer
	return nil
}

// pass lets time pass.
func (s *stage) pass(to acd.Time) { s.hear(s.inst.Advance(to)) }

// do asks for something. What the command names and has left the instance goes with it.
func (s *stage) do(cmd acd.Command) (created string, err error) {
	var ended []acd.Contact
	for _, id := range acd.ContactsNamed(cmd) {
		if c, ok := s.ended[id]; ok {
			ended = append(ended, c)
		}
	}
	created, events, err := s.inst.Do(cmd, ended...)
	s.hear(events)
	return created, err
}

// hear writes down what happened.
func (s *stage) hear(events []acd.Event) {
	for _, c := range s.inst.TakeEnded() {
		s.ended[c.ID] = c
	}
	for _, e := range events {
		s.tell(e)
	}
}

// contact returns a contact, whether it lives or has ended.
func (s *stage) contact(id acd.ContactID) (acd.Contact, bool) {
	if c, ok := s.inst.Contact(id); ok {
		return c, true
	}
	c, ok := s.ended[id]
	return c, ok
}

// userID returns the id of a user. A name that nobody has stands for an id that never was anybody's.
func (s *stage) userID(name string) acd.UserID {
	if id, ok := s.names.find(aUser, name); ok {
		return acd.UserID(id)
	}
	nobody := seed.UUID(-1-int64(len(s.names.called)), 0)
	s.names.add(aUser, name, nobody)
	return acd.UserID(nobody)
}

// contactID returns the id of a contact; empty for one that was refused when it should have come in.
func (s *stage) contactID(name string) acd.ContactID {
	id, _ := s.names.find(aContact, name)
	return acd.ContactID(id)
}

// names knows what a story calls the things that an instance knows by their ids.
type names struct {
	ids    map[kind]map[string]string
	called map[string]string
}

func newNames() names {
	return names{
		ids: map[kind]map[string]string{
			aQueue: {}, aProfile: {}, aUser: {}, aStatus: {}, aContact: {}, aQuick: {}, aFlow: {}, aModule: {},
		},
		called: map[string]string{},
	}
}

func (n names) add(kind kind, name, id string) {
	if id != "" {
		n.ids[kind][name], n.called[id] = id, name
	}
}

func (n names) find(kind kind, name string) (id string, ok bool) {
	id, ok = n.ids[kind][name]
	return id, ok
}

// of returns the name of a thing by its id.
func (n names) of(id string) string {
	if name, ok := n.called[id]; ok {
		return name
	}
	return id
}

// speak puts names in the place of ids.
func (n names) speak(sentence string) string {
	for _, id := range slices.Sorted(maps.Keys(n.called)) {
		sentence = strings.ReplaceAll(sentence, id, n.called[id])
	}
	return sentence
}
