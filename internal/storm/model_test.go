package storm

import (
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// The day on which the contacts of these tests live.
func dayOne() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }

const (
	active   = types.RoutingCriteriaStepStatusActive
	inactive = types.RoutingCriteriaStepStatusInactive
	expired  = types.RoutingCriteriaStepStatusExpired
	joined   = types.RoutingCriteriaStepStatusJoined
)

// waitingLook is how a contact is shown that waits, with one of three steps expired, as the clients know it.
func waitingLook() *look {
	c := &contact{id: "c1", name: "a task", asked: map[string]bool{}}
	c.routing.known = routing{priority: 3, index: 1, criteria: "x"}
	start := dayOne()
	s := &sight{name: "a task", routing: c.routing.known, activated: start.Add(time.Second)}
	s.at[initiated], s.at[enqueued] = start, start
	for n, status := range []types.RoutingCriteriaStepStatus{expired, active, inactive} {
		step := stepSight{status: status, lasts: 30 * time.Second}
		if n < 2 {
			step.expires = s.activated.Add(time.Duration(n+1) * 30 * time.Second)
		}
		s.steps = append(s.steps, step)
	}
	now := start.Add(40 * time.Second)
	return &look{may: c, must: *c, sight: s, autos: map[string]bool{"auto": true}, from: now, til: now}
}

// connect lets an agent have the contact.
func (l *look) connect(agent string) {
	l.sight.agent, l.sight.at[connected] = agent, dayOne().Add(35*time.Second)
	l.sight.steps[1].status = joined
}

// end ends the contact with a reason.
func (l *look) end(reason string) {
	l.sight.reason, l.sight.at[disconnected] = reason, dayOne().Add(38*time.Second)
	if l.sight.agent != "" {
		l.sight.at[workStarted] = l.sight.at[disconnected]
	} else {
		l.sight.steps[1].status = inactive
	}
}

// knows makes what is known now what was known before.
func (l *look) knows(change func(c *contact)) {
	change(l.may)
	l.must = *l.may
}

// shownBefore makes the sight the last one, and a copy of it the present one.
func (l *look) shownBefore() {
	was := *l.sight
	was.steps = append([]stepSight(nil), was.steps...)
	l.may.last = &was
}

// judged is one sight, the change that makes it so, and a word of the fault that must be found; empty: none may be.
type judged struct {
	name   string
	change func(l *look)
	fault  string
}

func judge(t *testing.T, cases []judged) {
	t.Helper()
	for _, one := range cases {
		l := waitingLook()
		one.change(l)
		found := strings.Join(l.faults(), "\n")
		if one.fault == "" && found != "" || !strings.Contains(found, one.fault) {
			t.Errorf("%s: found %q, not %q", one.name, found, one.fault)
		}
	}
}

// TestHonestSights lets pass what an honest server may show.
func TestHonestSights(t *testing.T) {
	judge(t, []judged{
		{"as it was left", func(*look) {}, ""},
		{"a change in flight was made", func(l *look) {
			l.may.routing.ask(routing{priority: 9, index: 1, criteria: "x"})
			l.sight.routing.priority = 9
		}, ""},
		{"a change in flight was not made", func(l *look) {
			l.may.routing.ask(routing{priority: 9, index: 1, criteria: "x"})
		}, ""},
		{"an end in flight was made", func(l *look) { l.may.stop.ask(); l.end(reasonStopped) }, ""},
		{"an acceptance in flight was made", func(l *look) { l.may.asked["ana"] = true; l.connect("ana") }, ""},
		{"accepted for its agent", func(l *look) { l.connect("auto") }, ""},
		{"accepted and ended", func(l *look) {
			l.knows(func(c *contact) { c.agent = "ana"; c.hangUp = deed{true, true} })
			l.connect("ana")
			l.end(reasonHungUp)
		}, ""},
		{"all steps have expired", func(l *look) {
			l.shownBefore()
			l.til = l.til.Add(time.Hour)
			for n := range l.sight.steps {
				l.sight.steps[n].status = expired
				l.sight.steps[n].expires = l.sight.activated.Add(time.Duration(n+1) * 30 * time.Second)
			}
		}, ""},
		{"the step of the offer is joined, after it had expired", func(l *look) {
			l.shownBefore()
			l.may.asked["ana"] = true
			l.connect("ana")
			l.sight.steps[0].status, l.sight.steps[1].status = joined, inactive
		}, ""},
		{"a step is a little late", func(l *look) { l.from = l.from.Add(25 * time.Second) }, ""},
	})
}

// TestTamperedSights finds fault with what has been tampered with: a check that passes everything would be worse than
// none.
func TestTamperedSights(t *testing.T) {
	judge(t, []judged{
		{"another name", func(l *look) { l.sight.name = "another task" }, "is called"},
		{"a lost priority", func(l *look) { l.sight.routing.priority = 0 }, "is routed as"},
		{"an adjustment from nowhere", func(l *look) { l.sight.routing.adjustment = "60" }, "is routed as"},
		{"a mark from nowhere", func(l *look) { l.sight.mark = "mark 7" }, "is marked"},
		{"older criteria", func(l *look) { l.sight.routing.index, l.sight.routing.criteria = 0, "w" }, "is routed as"},
		{"half a change in flight", func(l *look) {
			l.may.routing.ask(routing{priority: 9, index: 2, criteria: "y"})
			l.sight.routing.priority = 9
		}, "is routed as"},
		{"not queued", func(l *look) { l.sight.at[enqueued] = time.Time{} }, "enqueued"},
		{"an end is lost", func(l *look) { l.knows(func(c *contact) { c.stop = deed{true, true} }) }, "has not ended"},
		{"an end that a refusal told of is lost", func(l *look) { l.knows(func(c *contact) { c.over = true }) },
			"has not ended"},
		{"ended by nobody", func(l *look) { l.end(reasonStopped) }, "which nobody has asked for"},
		{"ended for another reason", func(l *look) {
			l.knows(func(c *contact) { c.stop = deed{true, true} })
			l.end(reasonHungUp)
		}, "not the one that was acknowledged"},
		{"ended without a reason", func(l *look) { l.may.stop.ask(); l.end("") }, "reason"},
		{"an acceptance is lost", func(l *look) { l.knows(func(c *contact) { c.agent = "ana" }) }, "was told that he has it"},
		{"another agent", func(l *look) { l.knows(func(c *contact) { c.agent = "ana" }); l.connect("bob") },
			"was told that he has it"},
		{"an agent from nowhere", func(l *look) { l.connect("bob") }, "has never accepted it"},
		{"waits again", func(l *look) { l.knows(func(c *contact) { c.taken = true }) }, "waits, but"},
		{"an agent without a time", func(l *look) { l.may.asked["ana"] = true; l.sight.agent = "ana" }, "shown half"},
		{"the end of the work is lost", func(l *look) {
			l.knows(func(c *contact) { c.agent, c.hangUp, c.work = "ana", deed{true, true}, deed{true, true} })
			l.connect("ana")
			l.end(reasonHungUp)
		}, "has lost the end of its after-contact work"},
		{"the work has ended by itself", func(l *look) {
			l.knows(func(c *contact) { c.agent, c.hangUp = "ana", deed{true, true} })
			l.connect("ana")
			l.end(reasonHungUp)
			l.sight.at[workEnded] = l.til
		}, "come to the end of its after-contact work"},
		{"expired too early", func(l *look) { l.til = l.til.Add(-30 * time.Second) }, "it was due at"},
		{"expired at another instant", func(l *look) { l.sight.steps[0].expires = l.til }, "it was due at"},
		{"the clock of a step was set anew", func(l *look) {
			l.sight.steps[1].expires = l.sight.steps[1].expires.Add(time.Second)
		}, "it is due at"},
		{"a step is overdue", func(l *look) { l.from = l.from.Add(time.Minute) }, "which was due at"},
		{"no step is active", func(l *look) { l.sight.steps[1].status = inactive }, "shows step 2 as INACTIVE"},
		{"two steps are active", func(l *look) { l.sight.steps[2].status = active }, "shows step 3 as ACTIVE"},
		{"joined by nobody", func(l *look) { l.sight.steps[1].status = joined }, "shows step 2 as JOINED"},
		{"a moment has moved", func(l *look) { l.shownBefore(); l.sight.at[initiated] = l.til }, "as it was shown"},
		{"a moment has vanished", func(l *look) {
			l.sight.at[rang] = l.til
			l.shownBefore()
			l.sight.at[rang] = time.Time{}
		}, "as it was shown"},
		{"a step is active again", func(l *look) {
			l.shownBefore()
			l.sight.steps[0].status, l.sight.steps[1].status = active, inactive
		}, "steps expired"},
		{"the criteria began anew", func(l *look) {
			l.shownBefore()
			l.sight.activated = l.sight.activated.Add(time.Second)
		}, "had criteria since"},
		{"what was read is lost", func(l *look) {
			l.may.routing.ask(routing{priority: 3, index: 2, criteria: "y"})
			l.shownBefore()
			l.may.last.routing.index = 2
		}, "had criteria number 2"},
		{"an agent who was read is lost", func(l *look) { l.shownBefore(); l.may.last.agent = "ana" }, "was with"},
	})
}

// userCase is one sight of a user, with a word of the fault that must be found; empty: none may be.
type userCase struct {
	name   string
	change func(l *userLook)
	fault  string
}

// TestSightsOfUsers does the same for users.
func TestSightsOfUsers(t *testing.T) {
	ringing := hand{contact: "c1", state: types.ContactStateConnecting, since: dayOne().Add(time.Minute)}
	refused := hand{contact: "c2", state: types.ContactStateRejected}
	for _, one := range []userCase{
		{"as he was left", func(*userLook) {}, ""},
		{"a status in flight was taken", func(l *userLook) { l.user.status.ask("off"); l.sight.status = "off" }, ""},
		{"a dismissal in flight was made", func(l *userLook) { l.user.block("c2").ask(false); l.sight.hands = nil }, ""},
		{"a contact rings anew", func(l *userLook) { l.sight.hands = append(l.sight.hands, ringing) }, ""},
		{"a miss, late enough", func(l *userLook) {
			l.misses = true
			l.sight.hands = append(l.sight.hands, hand{contact: "c1", state: types.ContactStateMissed})
		}, ""},
		{"another status", func(l *userLook) { l.sight.status = "off" }, "is in status"},
		{"a rejection is lost", func(l *userLook) { l.sight.hands = nil }, "has rejected contact c2: false"},
		{"a rejection from nowhere", func(l *userLook) {
			l.sight.hands = append(l.sight.hands, hand{contact: "c1", state: types.ContactStateRejected})
		}, "which he has never done"},
		{"a dismissal is lost", func(l *userLook) { l.user.block("c2").settle(false) }, "has rejected contact c2: true"},
		{"a miss of the downtime", func(l *userLook) {
			l.sight.hands = append(l.sight.hands, hand{contact: "c1", state: types.ContactStateMissed})
		}, "has missed contact c1"},
		{"rings from before", func(l *userLook) {
			l.sight.hands, l.reborn = append(l.sight.hands, ringing), dayOne().Add(time.Hour)
		}, "the server was away"},
	} {
		u := newUser("ana", "arn", false)
		u.status.known = "on"
		u.block("c2").settle(true)
		l := &userLook{user: u, sight: &userSight{status: "on", hands: []hand{refused}}, reborn: dayOne()}
		one.change(l)
		found := strings.Join(l.faults(), "\n")
		if one.fault == "" && found != "" || !strings.Contains(found, one.fault) {
			t.Errorf("%s: found %q, not %q", one.name, found, one.fault)
		}
	}
}

// TestHands compares a contact with the hands of its agent.
func TestHands(t *testing.T) {
	u := newUser("ana", "arn", false)
	in := func(state types.ContactState) *userSight {
		return &userSight{hands: []hand{{contact: "c1", state: state}}}
	}
	l := waitingLook()
	if found := judgeHands(u, in(types.ContactStateConnected), "c1", l.sight, l.til); len(found) == 0 {
		t.Error("a contact that waits may be in an agent's hands")
	}
	if found := judgeHands(u, in(types.ContactStateConnecting), "c1", l.sight, l.til); len(found) > 0 {
		t.Errorf("a contact that waits may not ring: %q", found)
	}
	l.connect("ana")
	if found := judgeHands(u, in(types.ContactStateConnected), "c1", l.sight, l.til); len(found) > 0 {
		t.Errorf("the agent may not have his contact: %q", found)
	}
	if found := judgeHands(u, &userSight{}, "c1", l.sight, l.til); len(found) == 0 {
		t.Error("a contact may have an agent who does not have it")
	}
	l.end(reasonHungUp)
	if found := judgeHands(u, in(types.ContactStateConnected), "c1", l.sight, l.til); len(found) == 0 {
		t.Error("a contact that has ended may be connected")
	}
	if found := judgeHands(u, in(types.ContactStateEnded), "c1", l.sight, l.til); len(found) > 0 {
		t.Errorf("there may be no after-contact work: %q", found)
	}
}

// TestModel finds lost and doubled contacts and queues.
func TestModel(t *testing.T) {
	m := newModel()
	m.do(func() {
		m.started(start{"first", "t1"}, "c1")
		m.started(start{"first", "t1"}, "c1")
		m.queues["kept"], m.queues["in flight"] = &deed{true, true}, &deed{asked: true}
	})
	fine := [][]string{m.found(), m.orphans(), m.count(map[string]int{"c1": 1}),
		m.judgeQueues(map[string]bool{"kept": true})}
	for n, found := range fine {
		if len(found) > 0 {
			t.Errorf("honest sight %d: %q", n, found)
		}
	}
	m.do(func() { m.contact("stray") })
	bad := map[string][]string{
		"has come from nowhere":             m.orphans(),
		"the journal does not know it":      m.count(map[string]int{"c1": 1}),
		"without anybody knowing it":        m.count(map[string]int{"c1": 1, "stray": 1, "twin": 1}),
		"or twice":                          m.count(map[string]int{"c1": 2, "stray": 1}),
		"its creation was acknowledged":     m.judgeQueues(nil),
		"though nobody has asked for it":    m.judgeQueues(map[string]bool{"kept": true, "strange": true}),
		"and contact c1 too":                m.afterStart(start{"first", "t1"}, "c2"),
		"was created for third, and before": m.afterStart(start{"third", "t3"}, "c1"),
	}
	for word, found := range bad {
		if !strings.Contains(strings.Join(found, "\n"), word) {
			t.Errorf("found %q, not %q", found, word)
		}
	}
}

// afterStart returns the faults that an answer to a start has left.
func (m *model) afterStart(s start, id string) []string {
	m.do(func() { m.started(s, id) })
	return m.found()
}
