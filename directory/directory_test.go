package directory

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"patchcord/acd"
)

// scene is a directory with a chronicle that numbers, dates and replays what it is told.
type scene struct {
	*testing.T
	*Directory
	quotas acd.Quotas
	seed   acd.Seed
	at     acd.Time
	events []acd.Event
}

func (s *scene) Emit(b acd.Body) {
	e := acd.Event{At: s.at, Instance: s.Instance().ID, Number: int64(len(s.events) + 1), Body: b}
	s.events = append(s.events, e)
	s.Replay(e)
}

func (s *scene) NewID(nth int) string { return s.seed.UUID(int64(len(s.events)+1), nth) }

func (s *scene) Now() acd.Time { return s.at }

// blank returns a scene before anything has happened, with Amazon's quotas.
func blank(t *testing.T) *scene {
	return &scene{T: t, Directory: New(), quotas: acd.AmazonQuotas(), seed: 7, at: 1_767_225_600_000}
}

// fresh returns a scene with a new instance, a second after it was created.
func fresh(t *testing.T) *scene {
	s := blank(t)
	s.must(acd.CreateInstance{Instance: acd.Instance{ID: "i-1", Alias: "acme", Seed: s.seed}})
	s.at = s.at.Add(acd.Second)
	return s
}

// must brings a command that is granted, and returns the id of what it created.
func (s *scene) must(cmd acd.Command) string {
	s.Helper()
	created, err := s.Do(cmd, s.quotas, s)
	if err != nil {
		s.Fatalf("%+v\n%v", cmd, err)
	}
	return created
}

// refused brings a command that is refused, checks the code and that the sentence has a part, and that nothing changed.
func (s *scene) refused(cmd acd.Command, code acd.Code, part string) *acd.Error {
	s.Helper()
	before, told := s.Snapshot(), len(s.events)
	created, err := s.Do(cmd, s.quotas, s)
	var refusal *acd.Error
	if !errors.As(err, &refusal) {
		s.Fatalf("%+v\ngot %q, %v; want a refusal: %s ... %s", cmd, created, err, code, part)
	}
	if refusal.Code != code || !strings.Contains(refusal.Message, part) {
		s.Errorf("%+v\ngot  %v\nwant %s ... %s", cmd, err, code, part)
	}
	if len(s.events) != told || !reflect.DeepEqual(s.Snapshot(), before) || created != "" {
		s.Errorf("%+v\nwas refused and left a trace", cmd)
	}
	return refusal
}

func (s *scene) basicQueue() acd.QueueID { return s.Queues()[0].ID }

func (s *scene) basicHours() acd.HoursID { return s.HoursOfOperations()[0].ID }

func (s *scene) basicProfile() acd.RoutingProfile { return s.RoutingProfiles()[0] }

// queue adds a queue with a name.
func (s *scene) queue(name string) acd.QueueID {
	s.Helper()
	return acd.QueueID(s.must(acd.CreateQueue{Queue: acd.Queue{Name: name, HoursID: s.basicHours()}}))
}

// agent returns a user who can be created.
func (s *scene) agent(name string) acd.User {
	return acd.User{Username: name, RoutingProfileID: s.basicProfile().ID,
		SecurityProfileIDs: []acd.SecurityProfileID{s.SecurityProfiles()[1].ID}}
}

// user adds a user with a name.
func (s *scene) user(name string) acd.UserID {
	s.Helper()
	return acd.UserID(s.must(acd.CreateUser{User: s.agent(name)}))
}

// attribute adds an attribute with values.
func (s *scene) attribute(name string, values ...string) {
	s.Helper()
	s.must(acd.CreatePredefinedAttribute{Attribute: acd.PredefinedAttribute{Name: name, Values: values}})
}

func (s *scene) equal(what string, got, want any) {
	s.Helper()
	if !reflect.DeepEqual(got, want) {
		s.Errorf("%s:\ngot  %+v\nwant %+v", what, got, want)
	}
}

// busy returns a scene in which every event about settings has happened.
func busy(t *testing.T) *scene {
	s := fresh(t)
	hours := acd.HoursID(s.must(acd.CreateHoursOfOperation{Tags: map[string]string{"a": "1"},
		Hours: acd.HoursOfOperation{Name: "Weekend", TimeZone: "Europe/Berlin", ParentIDs: []acd.HoursID{s.basicHours()}}}))
	queue := acd.QueueID(s.must(acd.CreateQueue{Queue: acd.Queue{Name: "Sales", HoursID: hours}}))
	s.must(acd.UpdateQueueStatus{QueueID: queue, Status: acd.QueueDisabled})
	profile := acd.RoutingProfileID(s.must(acd.CreateRoutingProfile{Profile: acd.RoutingProfile{Name: "Sellers",
		DefaultOutboundQueueID: queue, Concurrency: []acd.Concurrency{{Channel: acd.Voice, Max: 1}}}}))
	s.must(acd.AssociateRoutingProfileQueues{ProfileID: profile, Queues: []acd.ProfileQueue{
		{QueueChannel: acd.QueueChannel{QueueID: queue, Channel: acd.Voice}, Priority: 1}}})
	security := acd.SecurityProfileID(s.must(acd.CreateSecurityProfile{Profile: acd.SecurityProfile{Name: "Lead"}}))
	s.attribute("Technology", "AWS Kinesis", "AWS DynamoDB")
	s.attribute("Mood")
	s.must(acd.UpdatePredefinedAttribute{Name: "Mood", Values: &[]string{"good"}})
	s.must(acd.DeletePredefinedAttribute{Name: "Mood"})
	user := acd.User{Username: "ana", RoutingProfileID: profile, SecurityProfileIDs: []acd.SecurityProfileID{security}}
	ana := acd.UserID(s.must(acd.CreateUser{User: user, Tags: map[string]string{"team": "north"}}))
	s.must(acd.AssociateUserProficiencies{UserID: ana, Proficiencies: []acd.UserProficiency{
		{AttributeName: "Technology", AttributeValue: "AWS DynamoDB", Level: 5}}})
	s.must(acd.DeleteUser{UserID: s.user("bob")})
	s.busyHours(hours)
	s.must(acd.CreateAgentStatus{Status: acd.AgentStatus{Name: "Lunch", Enabled: true}})
	s.must(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: "Main", Type: "CONTACT_FLOW", Content: "{}"}})
	s.script()
	s.must(acd.TagResource{Tags: map[string]string{"stage": "test"}})
	s.must(acd.TagResource{Kind: acd.KindQueue, ID: string(queue), Tags: map[string]string{"stage": "test"}})
	s.must(acd.UntagResource{Kind: acd.KindQueue, ID: string(queue), Keys: []string{"stage"}})
	return s
}

// busyHours lets every event about hours of operation happen.
func (s *scene) busyHours(hours acd.HoursID) {
	s.must(acd.UpdateHoursOfOperation{ID: hours, Description: new("Saturday and Sunday")})
	s.must(acd.DeleteHoursOfOperation{ID: s.hours("Never", "UTC")})
	xmas := acd.HoursOverrideID(s.must(acd.CreateHoursOfOperationOverride{Override: s.override(hours, "Xmas")}))
	s.must(acd.UpdateHoursOfOperationOverride{HoursID: hours, ID: xmas, Type: new(acd.OverrideClosed)})
	easter := acd.HoursOverrideID(s.must(acd.CreateHoursOfOperationOverride{Override: s.override(hours, "Easter")}))
	s.must(acd.DeleteHoursOfOperationOverride{HoursID: hours, ID: easter})
}

func TestReplay_EqualsLive(t *testing.T) {
	s := busy(t)
	replayed := New()
	for _, e := range s.events {
		replayed.Replay(e)
	}
	s.equal("after replay", replayed.Snapshot(), s.Snapshot())
}

func TestReplay_IgnoresOtherEvents(t *testing.T) {
	s := busy(t)
	before := s.Snapshot()
	for _, b := range []acd.Body{acd.InstanceDeleted{}, acd.ContactQueued{}, acd.Resumed{}, acd.ClientTokenUsed{}} {
		s.Replay(acd.Event{Body: b})
	}
	s.equal("after other events", s.Snapshot(), before)
}

func TestRestore_EqualsLive(t *testing.T) {
	s := busy(t)
	text, err := json.Marshal(s.Snapshot())
	if err != nil {
		t.Fatal(err)
	}
	var state State
	if err := json.Unmarshal(text, &state); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(Restore(state).Snapshot())
	if err != nil {
		t.Fatal(err)
	}
	s.equal("through JSON", string(again), string(text))
	restored := Restore(s.Snapshot())
	s.equal("restored", restored.Snapshot(), s.Snapshot())

	s.equal("former user", restored.WasUser(s.Snapshot().FormerUsers[0]), true)
	s.Directory = restored
	s.refused(acd.CreateQueue{Queue: acd.Queue{Name: "SALES", HoursID: s.basicHours()}}, acd.Duplicate, `"SALES" is taken`)
}

func TestDo_IsDeterministic(t *testing.T) {
	a, b := busy(t), busy(t)
	a.equal("events of two runs", a.events, b.events)
	ids := map[string]bool{}
	for _, q := range a.Queues() {
		ids[string(q.ID)] = true
	}
	for _, u := range a.Users() {
		ids[string(u.ID)] = true
	}
	a.equal("different ids", len(ids), 3)
}

func TestDo_PanicsOnOtherCommands(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("PutUserStatus was taken for a setting")
		}
	}()
	fresh(t).must(acd.PutUserStatus{})
}

func TestLists_AreOrderedByNameThenID(t *testing.T) {
	s := fresh(t)
	for _, name := range []string{"zulu", "Alpha", "mike"} {
		s.queue(name)
	}
	var names []string
	for _, q := range s.Queues() {
		names = append(names, q.Name)
	}
	s.equal("names", names, []string{"Alpha", "BasicQueue", "mike", "zulu"})
}

func TestReads_OfWhatIsNotThere(t *testing.T) {
	s := fresh(t)
	_, queue := s.Queue("none")
	_, profile := s.RoutingProfile("none")
	_, security := s.SecurityProfile("none")
	_, user := s.User("none")
	_, status := s.AgentStatus("none")
	_, hours := s.Hours("none")
	_, flow := s.Flow("none")
	_, attribute := s.Attribute("none")
	if queue || profile || security || user || status || hours || flow || attribute || s.WasUser("none") {
		t.Error("something was found that is not there")
	}
}
