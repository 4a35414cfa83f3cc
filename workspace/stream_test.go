package workspace

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"patchcord/acd"
	"patchcord/demo"
	"patchcord/journal"
)

// The life of a contact whose criteria relax twice, as those who follow contacts see it.
func TestLifeOfAContact(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	live := w.read(w.instancePath("/events"), "")
	id := w.task(demo.Expert)
	w.advance(10 * acd.Second)
	priority := int64(1)
	w.do(acd.UpdateContactRoutingData{ContactID: id, QueuePriority: &priority}) // shows in no event
	w.advance(10 * acd.Second)
	w.advance(60 * acd.Second)
	w.must("POST", w.instancePath("/users/"+string(w.demo.Users["ana"])+"/contacts/"+string(id)+"/disconnect"), "")
	w.advance(10 * acd.Second)
	w.must("POST", w.instancePath("/users/"+string(w.demo.Users["ana"])+"/contacts/"+string(id)+"/complete"), "{}")

	seen := live.until(completed)
	golden(t, "life.golden", seen)
	again := w.read(w.instancePath("/events"), "0").until(completed)
	if len(again) != len(seen) || again[3] != seen[3] {
		t.Errorf("read again it is %v", again)
	}
	for _, e := range seen {
		if !json.Valid([]byte(e.data)) {
			t.Errorf("%s carries no JSON: %s", e.name, e.data)
		}
	}
}

// A chat that is missed, held and ended by its customer; criteria that are replaced; all kinds of conditions.
func TestLifeOfAChat(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	bob := w.demo.Users["bob"]
	id := acd.ContactID(w.do(acd.StartContact{Operation: "StartChatContact", Channel: acd.Chat, InitiationMethod: acd.API,
		FlowID: w.demo.Flows[demo.Expert], DisplayName: "Chloé", CustomerID: "c-1"}))
	w.do(acd.UpdateContactRoutingData{ContactID: id, Steps: &[]acd.Step{
		{Expression: acd.Expression{Or: []acd.Expression{
			{Not: &acd.AttributeCondition{Name: "Language", Value: "English", Operator: acd.InRange,
				Range: &acd.Range{Min: 1, Max: 5}}},
			{And: []acd.Expression{{Attribute: &acd.AttributeCondition{Name: "Technology", Value: "EC2",
				Operator: acd.NumberGreaterOrEqualTo, Level: 4.5}}}},
		}}, Expiry: &acd.Expiry{DurationInSeconds: 5}},
		{Expression: acd.Expression{Attribute: &acd.AttributeCondition{Operator: acd.Match, AgentIDs: &[]acd.UserID{bob}}},
			Expiry: &acd.Expiry{DurationInSeconds: 60}},
	}})
	w.advance(21 * acd.Second) // bob misses it
	w.do(acd.StopContact{ContactID: id})
	golden(t, "chat.golden", w.read(w.instancePath("/events"), "0").until(completed))
}

// An agent's day: he comes, misses, dismisses, takes, holds, goes.
func TestDayOfAnAgent(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	bob := w.demo.Users["bob"]
	path := w.instancePath("/users/" + string(bob))
	live := w.read(path+"/events", "")
	if first := live.until(heartBeat); len(first) != 1 || first[0].id == "" || first[0].id != live.last {
		t.Errorf("the stream begins with %v", first) // the position, and how he is
	}
	w.put("ana", "Offline")
	w.put("dan", "Offline")
	task := w.task(demo.Simple)
	w.advance(30 * acd.Second) // missed
	w.do(acd.DismissUserContact{UserID: bob, ContactID: task})
	w.must("POST", path+"/contacts/"+string(task)+"/accept", "")
	w.do(acd.AssociateUserProficiencies{UserID: bob, Proficiencies: []acd.UserProficiency{
		{AttributeName: "Technology", AttributeValue: "Kinesis", Level: 1}}})
	w.put("bob", "Offline") // when he is done
	w.advance(acd.Second)
	w.must("POST", path+"/contacts/"+string(task)+"/disconnect", "")
	w.must("POST", path+"/contacts/"+string(task)+"/complete", "")
	w.put("bob", "Available")
	all := live.until(login)
	golden(t, "agent.golden", all[1:2]) // one in full
	var day []event
	for _, e := range all {
		day = append(day, event{e.id, e.name, short(t, e.data)})
	}
	golden(t, "day.golden", day)
}

// short says how an agent is after an event, in few words.
func short(t *testing.T, data string) string {
	var form agentForm
	if err := json.Unmarshal([]byte(data), &form); err != nil {
		t.Fatal(err)
	}
	s := form.CurrentAgentSnapshot
	text := s.AgentStatus.Name
	if s.NextAgentStatus != nil {
		text += ", then " + s.NextAgentStatus.Name
	}
	for _, c := range s.Contacts {
		text += ", " + string(c.State) + " since " + c.StateStartTimestamp[len("2026-01-01T"):]
	}
	for _, c := range s.Configuration.RoutingProfile.Concurrency {
		if c.Channel == acd.Task {
			text += ", room for " + strconv.Itoa(c.AvailableSlots)
		}
	}
	return form.EventTimestamp + " " + text + ", good at " + strconv.Itoa(len(s.Configuration.Proficiencies))
}

func TestHeartBeats(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	live := w.read(w.instancePath("/users/"+string(w.demo.Users["bob"])+"/events"), "")
	live.until(heartBeat)
	turn := func(seconds string) { w.must("POST", "/patchcord/v1/clock", `{"AdvanceSeconds":`+seconds+`}`) }
	turn("119")
	turn("1")
	beat := live.until(heartBeat)
	const time = `"EventTimestamp":"2026-01-01T00:02:00.000Z"`
	if len(beat) != 1 || !strings.Contains(beat[0].data, time) || beat[0].id != "" {
		t.Errorf("after two minutes: %v", beat)
	}
	turn("3600")
	if beat = live.until(heartBeat); len(beat) != 1 {
		t.Errorf("after an hour: %v", beat)
	}
	// carla has been offline for more than an hour, eva has never been there: their streams say nothing of themselves.
	for _, user := range []string{"carla", "eva"} {
		s := w.read(w.instancePath("/users/"+string(w.demo.Users[user])+"/events"), "")
		turn("121")
		w.put(user, "Available")
		if e, ok := s.next(); !ok || e.name != login {
			t.Errorf("first came %v", e)
		}
	}
}

func TestLoginAndLogout(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	eva := w.demo.Users["eva"]
	s := w.read(w.instancePath("/users/"+string(eva)+"/events"), "")
	for _, status := range []string{"Offline", "Available", "Break", "Offline", "Break"} {
		w.put("eva", status)
	}
	w.do(acd.DeleteUser{UserID: eva})
	all := append(s.until(logout), s.until(logout)...)
	if got := listed(all); got != "STATE_CHANGE LOGIN STATE_CHANGE LOGOUT LOGIN LOGOUT" {
		t.Errorf("she is seen to %s", got)
	}
}

// Who was away for a moment goes on where he was.
func TestResume(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	w.put("ana", "Offline") // she would take them at once
	s := w.read(w.instancePath("/events"), "")
	first := w.task(demo.Simple)
	s.until(queued)
	s.close()
	second := w.task(demo.Simple)
	s = w.read(w.instancePath("/events"), s.last)
	e, ok := s.next()
	if !ok || e.name != initiated || !strings.Contains(e.data, string(second)) || strings.Contains(e.data, string(first)) {
		t.Errorf("first came %v", e)
	}
	// A browser keeps the address and adds the header, which counts.
	s = w.read(w.instancePath("/events?lastEventId=0"), e.id)
	if e, ok := s.next(); !ok || e.name != queued || !strings.Contains(e.data, string(second)) {
		t.Errorf("first came %v", e)
	}
	// Also from the address alone.
	s = w.read(w.instancePath("/events?lastEventId="+e.id), "")
	if e, ok := s.next(); !ok || e.name != queued {
		t.Errorf("first came %v", e)
	}
}

// Of what is kept no more, a reader is told that he has lost it, and goes on.
func TestGap(t *testing.T) {
	w := newWorld(t, StreamOptions{ContactEventsMax: 3, AgentEventsMax: 2})
	w.put("ana", "Offline")
	slow := w.read(w.instancePath("/events"), "")
	before := slow.start()
	first, second := w.task(demo.Simple), w.task(demo.Simple) // two events each
	s := w.read(w.instancePath("/events"), before)
	all := s.until(initiated)
	all = append(all, s.until(queued)...)
	if got := listed(all); got != "gap QUEUED INITIATED QUEUED" {
		t.Errorf("came %s", got)
	}
	var lost struct{ After, Through string }
	if err := json.Unmarshal([]byte(all[0].data), &lost); err != nil || lost.After != before || lost.Through != all[0].id {
		t.Errorf("the gap says %s (%v), after %s", all[0].data, err, before)
	}
	if !strings.Contains(all[1].data, string(first)) || !strings.Contains(all[3].data, string(second)) {
		t.Error("another contact came than was started")
	}
	// The tapes of agents share their limit, and each tells of its own losses only.
	s = w.read(w.instancePath("/users/"+string(w.demo.Users["finn"])+"/events"), before)
	w.put("finn", "Break")
	if e, ok := s.next(); !ok || e.name != stateChange {
		t.Errorf("first came %v", e)
	}
}

// start returns the position at which a stream that was just opened begins.
func (s *stream) start() string {
	s.Helper()
	for s.lines.Scan() {
		if id, ok := strings.CutPrefix(s.lines.Text(), "id: "); ok {
			s.last = id
			return id
		}
	}
	s.Fatal("the stream does not say where it begins")
	return ""
}

// Changed settings are told to the agents whom they concern, and to nobody else.
func TestSettingsOfAnAgent(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	bob := w.read(w.instancePath("/users/"+string(w.demo.Users["bob"])+"/events"), "")
	dan := w.read(w.instancePath("/users/"+string(w.demo.Users["dan"])+"/events"), "")
	bob.until(heartBeat)
	dan.until(heartBeat)
	s := w.streams.present(w.demo.Instance, w.demo.Users["bob"]).current.settings
	made := w.do(acd.CreateQueue{Queue: acd.Queue{Name: "New", HoursID: w.hours(), Status: acd.QueueEnabled}})
	w.do(acd.AssociateRoutingProfileQueues{ProfileID: s.profile.ID, Queues: []acd.ProfileQueue{
		{QueueChannel: acd.QueueChannel{QueueID: acd.QueueID(made), Channel: acd.Task}, Priority: 9}}})
	if e := bob.until(stateChange); len(e) != 1 || !strings.Contains(e[0].data, `"Name":"New"`) {
		t.Errorf("bob's stream sent %v", e)
	}
	w.do(acd.UpdateUserProficiencies{UserID: w.demo.Users["dan"], Proficiencies: []acd.UserProficiency{
		{AttributeName: "Language", AttributeValue: "German", Level: 1}}})
	if e := dan.until(stateChange); len(e) != 1 || !strings.Contains(e[0].data, `"Level":1.0`) {
		t.Errorf("dan's stream sent %v", e)
	}
}

// stuck is a client who takes nothing until he is let go.
type stuck struct {
	*httptest.ResponseRecorder
	begun, free chan struct{}
	taken       chan string
}

func (s *stuck) Write(text []byte) (int, error) {
	select {
	case s.begun <- struct{}{}:
		<-s.free
	default:
		s.taken <- string(text)
	}
	return len(text), nil
}

// A client who takes nothing holds up nobody, and loses what is kept no more.
func TestSlowReader(t *testing.T) {
	w := newWorld(t, StreamOptions{ContactEventsMax: 3})
	w.put("ana", "Offline")
	c := &stuck{ResponseRecorder: httptest.NewRecorder(), begun: make(chan struct{}, 1), free: make(chan struct{}),
		taken: make(chan string)}
	ctx, hangUp := context.WithCancel(t.Context())
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		w.server.ServeHTTP(c, httptest.NewRequestWithContext(ctx, "GET", w.instancePath("/events"), nil))
	}()
	for len(c.begun) == 0 { // until he is stuck
		runtime.Gosched()
	}
	for range 10 {
		w.task(demo.Simple)
	}
	close(c.free)
	if text := <-c.taken; strings.Count(text, "event: ") != 4 || !strings.Contains(text, "event: gap\n") {
		t.Errorf("he got %s", text)
	}
	hangUp()
	<-gone
}

// After a restart, what the replay has brought back is there again, and what it has not is a gap.
func TestStreamsAfterARestart(t *testing.T) {
	j := journal.NewMemory()
	w := openWorld(t, StreamOptions{}, j, false)
	d, err := demo.Make(t.Context(), w.engine)
	if err != nil {
		t.Fatal(err)
	}
	w.demo = d
	w.task(demo.Simple)
	seen := w.read(w.instancePath("/events"), "0").until(queued)
	// The journal goes on without a snapshot, as after a crash.
	crashed := openWorld(t, StreamOptions{}, withoutSnapshots{j}, false)
	crashed.demo = d
	again := crashed.read(w.instancePath("/events"), "0").until(queued)
	if len(again) != len(seen) || again[0] != seen[0] || again[1] != seen[1] {
		t.Errorf("after a crash came %v, before it %v", again, seen)
	}
	if err := crashed.engine.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	restarted := openWorld(t, StreamOptions{}, j, false)
	restarted.demo = d
	s := restarted.read(w.instancePath("/events"), seen[1].id)
	restarted.task(demo.Simple)
	if got := listed(s.until(queued)); got != "gap INITIATED QUEUED" {
		t.Errorf("after a restart came %s", got)
	}
}

// withoutSnapshots is a journal whose snapshots were lost.
type withoutSnapshots struct{ *journal.Memory }

func (withoutSnapshots) LatestSnapshot() (int64, []byte, error) { return 0, nil, nil }

func TestStreamsRefuse(t *testing.T) {
	w := newWorld(t, StreamOptions{ReadersMax: 1})
	open := w.read(w.instancePath("/events"), "")
	open.start()
	for path, want := range map[string]int{
		"/patchcord/v1/instances/nowhere/events":       http.StatusNotFound,
		w.instancePath("/users/nobody/events"):         http.StatusNotFound,
		w.instancePath("/events?lastEventId=x"):        http.StatusBadRequest,
		w.instancePath("/events?lastEventId=-1"):       http.StatusBadRequest,
		w.instancePath("/events?lastEventId=1.2"):      http.StatusBadRequest,
		w.instancePath("/events?lastEventId=1.2.3.4"):  http.StatusBadRequest,
		w.instancePath("/events?lastEventId=%2B1.2.3"): http.StatusBadRequest,
		w.instancePath("/events"):                      http.StatusTooManyRequests,
	} {
		if status, text := w.ask("", "GET", path, ""); status != want {
			t.Errorf("GET %s: %d %s, want %d", path, status, text, want)
		}
	}
}

// A stream ends with its instance, with its key, and with the server.
func TestStreamsEnd(t *testing.T) {
	for about, end := range map[string]func(*world){
		"instance deleted": func(w *world) { w.do(acd.DeleteInstance{}) },
		"key revoked": func(w *world) {
			close(w.revoked)
			w.task(demo.Simple)
		},
		"server closed": func(w *world) { w.server.Close() },
	} {
		t.Run(about, func(t *testing.T) {
			w := newWorld(t, StreamOptions{})
			s := w.read(w.instancePath("/events"), "")
			s.start()
			end(w)
			if e, ok := s.next(); ok {
				t.Errorf("came %v", e)
			}
		})
	}
}

func TestPositions(t *testing.T) {
	for _, text := range []string{"0", "12", "0.0.0", "12.0.1", "9223372036854775807.3.2"} {
		at, err := parsePosition(text)
		if err != nil || at.String() != text {
			t.Errorf("%s became %s (%v)", text, at, err)
		}
	}
	order := []string{"0.0.0", "0", "1.0.0", "1.0.1", "1.2.0", "1", "2.0.0"}
	for i := 1; i < len(order); i++ {
		a, _ := parsePosition(order[i-1])
		b, _ := parsePosition(order[i])
		if !a.before(b) || b.before(a) {
			t.Errorf("%s does not come before %s", a, b)
		}
	}
}
