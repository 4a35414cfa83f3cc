package storm

import (
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// A contact is what the clients know of one: what its owner was promised, and what agents were.
type contact struct {
	id      string
	name    string // empty: an agent has met it, but its owner has had no answer
	token   string // under which it was started
	routing register[routing]
	mark    register[string] // an attribute, which its owner sets also when it has ended
	stop    deed             // its owner ends it
	hangUp  deed             // its agent ends it
	work    deed             // its agent ends his after-contact work
	asked   map[string]bool  // users who have asked to accept it, and were not refused
	agent   string           // whose acceptance was acknowledged
	taken   bool             // a refusal said that it had an agent or had ended
	over    bool             // a refusal said that it had ended
	touched bool             // something was asked about it since it was last checked
	last    *sight           // as it was shown last; nil: never
}

// The reasons for which the contacts of a storm end.
const (
	reasonStopped = "API"
	reasonHungUp  = "AGENT_DISCONNECT"
)

// slack is how long the server may take, on a busy machine, to do what is due.
const slack = 10 * time.Second

// A look is what it takes to judge a sight.
type look struct {
	must      contact         // what was known before the sight was asked for
	may       *contact        // what is known now
	sight     *sight          //
	autos     map[string]bool // users for whom contacts are accepted, and whose after-contact work ends by itself
	from, til time.Time       // when it was asked for, and when it came
}

// faults returns what a sight of a contact shows that it must not show, or lacks.
func (l *look) faults() (faults []string) {
	fault := func(format string, args ...any) {
		faults = append(faults, fmt.Sprintf("contact %s ", l.may.id)+fmt.Sprintf(format, args...))
	}
	if l.must.name != "" && l.sight.name != l.must.name {
		fault("is called %q, not %q", l.sight.name, l.must.name)
	}
	if !l.may.routing.allows(l.sight.routing) {
		fault("is routed as %+v; acknowledged was %+v, in flight were %+v", l.sight.routing, l.may.routing.known,
			l.may.routing.maybe)
	}
	if !l.may.mark.allows(l.sight.mark) {
		fault("is marked %q; acknowledged was %q, in flight were %q", l.sight.mark, l.may.mark.known, l.may.mark.maybe)
	}
	if !l.sight.has(initiated) || !l.sight.has(enqueued) {
		fault("was initiated at %v and enqueued at %v", l.sight.at[initiated], l.sight.at[enqueued])
	}
	l.judgeEnd(fault)
	l.judgeAgent(fault)
	l.judgeSteps(fault)
	if l.may.last != nil {
		l.judgePast(l.may.last, fault)
	}
	return faults
}

// judgeEnd demands that the contact has ended if somebody was told so, and only if somebody asked for it.
func (l *look) judgeEnd(fault func(string, ...any)) {
	s := l.sight
	switch ended := s.has(disconnected); {
	case !ended && (l.must.stop.done || l.must.hangUp.done || l.must.over):
		fault("has not ended, but it was acknowledged that it had: %+v", l.must)
	case ended && l.must.stop.done && s.reason != reasonStopped, ended && l.must.hangUp.done && s.reason != reasonHungUp:
		fault("has ended with the reason %s, which is not the one that was acknowledged: %+v", s.reason, l.must)
	case ended && !(s.reason == reasonStopped && l.may.stop.asked) && !(s.reason == reasonHungUp && l.may.hangUp.asked):
		fault("has ended with the reason %q, which nobody has asked for", s.reason)
	case ended != (s.reason != ""):
		fault("was disconnected at %v with the reason %q", s.at[disconnected], s.reason)
	}
}

// judgeAgent demands the agent whose acceptance was acknowledged, and no other than one who has asked for it.
func (l *look) judgeAgent(fault func(string, ...any)) {
	s := l.sight
	switch {
	case l.must.agent != "" && s.agent != l.must.agent:
		fault("is with agent %q, but %q was told that he has it", s.agent, l.must.agent)
	case s.agent != "" && !l.may.asked[s.agent] && s.agent != l.may.agent && !l.autos[s.agent]:
		fault("is with agent %s, who has never accepted it", s.agent)
	case s.agent == "" && l.must.taken && !s.has(disconnected):
		fault("waits, but it was acknowledged that it had an agent or had ended")
	case (s.agent != "") != s.has(connected), s.has(workStarted) != (s.agent != "" && s.has(disconnected)):
		fault("is shown half: with agent %q since %v, disconnected at %v, work since %v", s.agent, s.at[connected],
			s.at[disconnected], s.at[workStarted])
	}
	switch worked := s.has(workEnded); {
	case l.must.work.done && !worked:
		fault("has lost the end of its after-contact work, which was acknowledged")
	case worked && !l.may.work.asked && !l.autos[s.agent]:
		fault("has come to the end of its after-contact work, which nobody has asked for")
	}
}

// judgeSteps demands that the steps are in an order that can be, each with the end that its criteria give it:
//
//	EXPIRED ... ACTIVE INACTIVE ...    it waits             EXPIRED ...    all have expired
//	EXPIRED ... JOINED INACTIVE ...    an agent has come    EXPIRED ... INACTIVE ...    it ended before
func (l *look) judgeSteps(fault func(string, ...any)) {
	s := l.sight
	n, due := 0, s.activated
	for n < len(s.steps) && s.steps[n].status == types.RoutingCriteriaStepStatusExpired {
		due = due.Add(s.steps[n].lasts)
		if !s.steps[n].expires.Equal(due) || due.After(l.til.Add(slack)) {
			fault("shows at %v that step %d expired at %v; it was due at %v", l.til, n+1, s.steps[n].expires, due)
		}
		n++
	}
	rest := s.steps[n:]
	if len(rest) == 0 {
		return
	}
	current, due := rest[0], due.Add(rest[0].lasts)
	want := types.RoutingCriteriaStepStatusActive
	switch {
	case s.agent != "":
		want = types.RoutingCriteriaStepStatusJoined
	case s.has(disconnected):
		want = types.RoutingCriteriaStepStatusInactive
	}
	if current.status != want {
		fault("shows step %d as %s, not as %s", n+1, current.status, want)
	}
	if current.lasts > 0 && want != types.RoutingCriteriaStepStatusInactive && !current.expires.Equal(due) {
		fault("shows that step %d expires at %v; it is due at %v", n+1, current.expires, due)
	}
	if current.status == types.RoutingCriteriaStepStatusActive && current.lasts > 0 && l.from.After(due.Add(slack)) {
		fault("shows at %v that step %d is active, which was due at %v", l.from, n+1, due)
	}
	for i, later := range rest[1:] {
		if later.status != types.RoutingCriteriaStepStatusInactive {
			fault("shows step %d as %s, after one that is %s", n+2+i, later.status, current.status)
		}
	}
}

// judgePast demands that nothing has vanished that was shown before: who has read it could rely on it.
func (l *look) judgePast(was *sight, fault func(string, ...any)) {
	s := l.sight
	for i := range instants {
		if was.has(i) && !s.at[i].Equal(was.at[i]) {
			fault("was %v at %v, as it was shown, and is now at %v", i, was.at[i], s.at[i])
		}
	}
	if was.agent != "" && s.agent != was.agent || was.reason != "" && s.reason != was.reason {
		fault("was with %q and ended by %q, as it was shown, and is now %q and %q", was.agent, was.reason, s.agent, s.reason)
	}
	if was.routing.index > s.routing.index {
		fault("had criteria number %d, as it was shown, and has now %d", was.routing.index, s.routing.index)
	}
	if was.routing.index != s.routing.index {
		return
	}
	if !s.activated.Equal(was.activated) {
		fault("had criteria since %v, as it was shown, and has them now since %v", was.activated, s.activated)
	}
	if was.joined() && !s.joined() || !s.joined() && s.expired() < was.expired() {
		fault("had %d steps expired (joined: %v), as it was shown, and has now %d (%v)", was.expired(), was.joined(),
			s.expired(), s.joined())
	}
}

// accept notes that a user asks to accept a contact.
func (c *contact) accept(u *user) {
	if c.asked == nil {
		c.asked = map[string]bool{}
	}
	c.asked[u.id], u.held[c.id], c.touched = true, true, true
}

// settle takes what was found for what is known, now that nothing is in flight.
func (c *contact) settle(s *sight) {
	c.routing.settle(s.routing)
	c.mark.settle(s.mark)
	c.stop.settle(s.has(disconnected) && s.reason == reasonStopped)
	c.hangUp.settle(s.has(disconnected) && s.reason == reasonHungUp)
	c.work.settle(s.has(workEnded))
	c.agent, c.asked = s.agent, nil
	c.taken, c.over = s.agent != "" || s.has(disconnected), s.has(disconnected)
	c.touched, c.last = false, s
}
