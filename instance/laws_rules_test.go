package instance_test

import (
	"cmp"
	"maps"
	"reflect"
	"slices"

	"patchcord/acd"
	"patchcord/instance"
)

// This file says once more, in the plainest words and from the documents alone, who may take what and who goes first.
// It calls nothing of routing's, so that both would have to be wrong in the same way.

// view is how an instance stands: the contacts that wait, the agents, and the settings that say who may take what.
type view struct {
	now     acd.Time
	waiting []acd.Contact
	agents  []acd.Agent
	of      *instance.Instance
	got     map[acd.ContactID]acd.UserID // what was offered in this instant and is still in the agent's hands
}

func viewOf(i *instance.Instance, now acd.Time) *view {
	v := &view{now: now, agents: i.Agents(), of: i}
	for _, c := range i.Contacts() {
		if c.State == acd.Queued && c.Offer == nil {
			v.waiting = append(v.waiting, c)
		}
	}
	return v
}

// settings returns the user and the profile of an agent.
func (v *view) settings(a *acd.Agent) (acd.User, acd.RoutingProfile) {
	u, _ := v.of.Directory().User(a.UserID)
	p, _ := v.of.Directory().RoutingProfile(u.RoutingProfileID)
	return u, p
}

// eligible says whether an agent may be offered a waiting contact, and with which priority of his profile; 0 stands for
// his own agent queue.
func (v *view) eligible(a *acd.Agent, c *acd.Contact) (priority int32, ok bool) {
	u, p := v.settings(a)
	status, _ := v.of.Directory().AgentStatus(a.StatusID)
	if status.Type != "ROUTABLE" || a.NextStatus != "" {
		return 0, false
	}
	for _, h := range a.Hands {
		if h.State == "MISSED" || h.State == "REJECTED" || h.State == "ERROR" {
			return 0, false
		}
	}
	if !roomFor(a, p.Concurrency, c.Channel) {
		return 0, false
	}
	if c.Queue.Type == "AGENT" {
		return 0, string(c.Queue.ID) == string(a.UserID)
	}
	for _, e := range p.Queues {
		if e.QueueID == c.Queue.ID && e.Channel == c.Channel {
			waited := int64(v.now) - int64(c.EnqueuedAt)
			return e.Priority, waited >= int64(e.Delay)*1000 && v.wanted(c, &u)
		}
	}
	return 0, false
}

// roomFor says whether an agent has a slot for a channel, and whether what he has in hand lets it in.
func roomFor(a *acd.Agent, profile []acd.Concurrency, channel acd.Channel) bool {
	most, open := map[acd.Channel]int32{}, map[acd.Channel]bool{}
	for _, m := range profile {
		most[m.Channel], open[m.Channel] = m.Max, m.CrossChannel == "ROUTE_ANY_CHANNEL"
	}
	held := int32(0)
	for _, h := range a.Hands {
		if h.State == "PAUSED" {
			continue
		}
		if h.Channel == channel {
			if !h.IsDraft() {
				held++
			}
		} else if !open[h.Channel] {
			return false
		}
	}
	return held < most[channel]
}

// wanted says whether the step of a contact that narrows the agents now, if there is one, is true for a user.
func (v *view) wanted(c *acd.Contact, u *acd.User) bool {
	if c.Criteria == nil {
		return true
	}
	for _, s := range c.Criteria.Steps {
		if s.Status == "ACTIVE" {
			return isTrue(s.Expression, u)
		}
	}
	return true
}

func isTrue(x acd.Expression, u *acd.User) bool {
	switch {
	case x.Attribute != nil:
		return holds(x.Attribute, u)
	case x.Not != nil:
		return !holds(x.Not, u)
	case len(x.And) > 0:
		return !slices.ContainsFunc(x.And, func(y acd.Expression) bool { return !isTrue(y, u) })
	}
	return slices.ContainsFunc(x.Or, func(y acd.Expression) bool { return isTrue(y, u) })
}

func holds(c *acd.AttributeCondition, u *acd.User) bool {
	if c.Operator == "Match" {
		return slices.Contains(*c.AgentIDs, u.ID)
	}
	low, high := c.Level, float32(5)
	if c.Operator == "Range" {
		low, high = c.Range.Min, c.Range.Max
	}
	for _, p := range u.Proficiencies {
		if p.AttributeName == c.Name && p.AttributeValue == c.Value {
			return low <= float32(p.Level) && float32(p.Level) <= high
		}
	}
	return false
}

// earlier compares two contacts in the order of an agent in whose profile they have these priorities.
func earlier(p1 int32, c1 *acd.Contact, p2 int32, c2 *acd.Contact) int {
	order := func(c *acd.Contact) (priority, queued int64) {
		priority, queued = 5, int64(c.EnqueuedAt)
		if c.RankedSince != 0 {
			queued = int64(c.RankedSince)
		}
		if c.QueuePriority != 0 {
			priority = c.QueuePriority
		}
		if c.QueueTimeAdjustment != nil {
			queued -= int64(*c.QueueTimeAdjustment) * 1000
		}
		return priority, queued
	}
	priority1, queued1 := order(c1)
	priority2, queued2 := order(c2)
	return cmp.Or(cmp.Compare(p1, p2), cmp.Compare(priority1, priority2), cmp.Compare(queued1, queued2),
		cmp.Compare(c1.EnqueueNumber, c2.EnqueueNumber))
}

// serialChoice returns who gets what when all choose in one instant: agents in the order of their line, each the best
// for him; one who has room left goes behind the others and chooses again, as does one who got something in an earlier
// round of this instant.
func (v *view) serialChoice() map[acd.ContactID]acd.UserID {
	chosen := map[acd.ContactID]acd.UserID{}
	line := slices.Clone(v.agents)
	slices.SortFunc(line, func(a, b acd.Agent) int {
		return cmp.Or(cmp.Compare(v.gotNow(a.UserID), v.gotNow(b.UserID)), cmp.Compare(a.Idle.Since, b.Idle.Since),
			cmp.Compare(a.Idle.Number, b.Idle.Number))
	})
	for len(line) > 0 {
		a := line[0]
		line = line[1:]
		best, priority := -1, int32(0)
		for i := range v.waiting {
			c := &v.waiting[i]
			if _, taken := chosen[c.ID]; taken {
				continue
			}
			p, ok := v.eligible(&a, c)
			if ok && (best < 0 || earlier(p, c, priority, &v.waiting[best]) < 0) {
				best, priority = i, p
			}
		}
		if best >= 0 {
			c := &v.waiting[best]
			chosen[c.ID] = a.UserID
			a.Hands = append(slices.Clone(a.Hands), acd.AgentContact{ContactID: c.ID, Channel: c.Channel, State: "CONNECTING"})
			line = append(line, a)
		}
	}
	return chosen
}

// gotNow returns how many contacts an agent has got in this instant, and still has.
func (v *view) gotNow(id acd.UserID) (n int) {
	for _, user := range v.got {
		if user == id {
			n++
		}
	}
	return n
}

// idleWithWork returns a pair that could be matched and is not.
func (v *view) idleWithWork() (acd.UserID, acd.ContactID, bool) {
	for i := range v.agents {
		for j := range v.waiting {
			if _, ok := v.eligible(&v.agents[i], &v.waiting[j]); ok {
				return v.agents[i].UserID, v.waiting[j].ID, true
			}
		}
	}
	return "", "", false
}

// opening returns the next instant at which a delay lets some agent take some contact, as things stand.
func (v *view) opening() (next acd.Time, ok bool) {
	for i := range v.agents {
		_, p := v.settings(&v.agents[i])
		for j := range v.waiting {
			for _, e := range p.Queues {
				later := *v
				later.now = v.waiting[j].EnqueuedAt + acd.Time(e.Delay)*1000
				if later.now <= v.now || ok && later.now >= next {
					continue
				}
				if _, fits := later.eligible(&v.agents[i], &v.waiting[j]); fits {
					next, ok = later.now, true
				}
			}
		}
	}
	return next, ok
}

// rules judges the events of a life one by one. What it remembers it has from the events alone.
type rules struct {
	life     *life
	idle     map[acd.UserID]acd.IdleKey
	offered  map[acd.ContactID]int // the step that an acceptance joins, -1: none
	until    map[acd.ContactID]acd.Time
	lapses   map[acd.ContactID]acd.Time // when the latest active step expires; 0: never
	quiet    acd.Time                   // nothing is offered before this
	run      bool                       // a run of offers is going on
	asked    acd.Command
	fired    map[acd.ContactID]bool // whose step has expired in this round of one instant
	at       acd.Time
	got      map[acd.ContactID]acd.UserID // what was offered at that instant and is still in the agent's hands
	since    map[acd.ContactID]acd.Time   // since when a task rests
	led      map[acd.ContactID]acd.Time   // when its flow went on by itself
	rested   map[acd.ContactID]acd.Duration
	dossiers map[acd.ContactID]*dossier
	given    map[inHand]bool // what was offered to somebody by hand, the last time
	loads    map[channelOf]load
	crowds   map[acd.QueueID]int32 // how many were in each queue the last time
	active   int                   // the active step of the contact that is about to end
	silences map[acd.ContactID]*silence
}

func newRules(l *life) *rules {
	return &rules{
		life: l, idle: map[acd.UserID]acd.IdleKey{}, offered: map[acd.ContactID]int{},
		until: map[acd.ContactID]acd.Time{}, lapses: map[acd.ContactID]acd.Time{}, fired: map[acd.ContactID]bool{},
		got: map[acd.ContactID]acd.UserID{}, since: map[acd.ContactID]acd.Time{}, led: map[acd.ContactID]acd.Time{},
		rested: map[acd.ContactID]acd.Duration{}, dossiers: map[acd.ContactID]*dossier{},
		given: map[inHand]bool{}, loads: map[channelOf]load{}, crowds: map[acd.QueueID]int32{},
		silences: map[acd.ContactID]*silence{},
	}
}

// begin prepares for the events of a command, or of time alone.
func (r *rules) begin(cmd acd.Command) {
	r.run, r.asked = false, cmd
	clear(r.fired)
}

// before judges an event, and those that follow it, by how things stood when it happened.
func (r *rules) before(rest []acd.Event) {
	e := rest[0]
	if e.At != r.at {
		r.at = e.At
		clear(r.fired)
		clear(r.got)
	}
	switch b := e.Body.(type) {
	case acd.ContactOffered:
		if !b.Manual {
			r.beforeOffer(e, b, rest)
		}
		r.judgeAutomatic(b, rest)
	case acd.ContactAccepted:
		r.beforeAccept(b)
	case acd.StepExpired:
		r.beforeExpiry(e, b)
	case acd.ContactPaused:
		r.judgePause(b)
	case acd.ScheduledContactStarted:
		r.judgeBeginning(e, b)
	case acd.StepActivated:
		r.judgeActivation(e, b)
	case acd.ContactRoutingUpdated:
		r.judgeCriteria(e, b)
	case acd.ContactDisconnected:
		r.judgeWork(e, b)
		r.active = activeStep(r.life.mirror, b.ContactID)
	case acd.AfterContactWorkEnded:
		r.judgeWorkEnd(b)
	case acd.ContactInitiated:
		r.judgeMove(e, b)
	case acd.OfferMissed:
		if r.until[b.ContactID] != e.At {
			r.life.fault("%s was missed at %d, rang until %d", b.ContactID, e.At, r.until[b.ContactID])
		}
		if e.At < r.quiet {
			r.life.fault("%s was missed in a pause", b.ContactID)
		}
	}
	switch b := e.Body.(type) {
	case acd.ContactOffered:
	case acd.ContactAccepted:
		r.run = r.run && b.Automatic
	default:
		r.run = false
	}
}

// beforeOffer holds a whole run of offers, where one begins, against what serial choice would have made of it.
func (r *rules) beforeOffer(e acd.Event, b acd.ContactOffered, rest []acd.Event) {
	c, _ := r.life.mirror.Contact(b.ContactID)
	if c.Offer != nil || c.State != acd.Queued {
		r.life.fault("%s is offered while it is %s with %+v", c.ID, c.State, c.Offer)
	}
	if e.At < r.quiet {
		r.life.fault("%s is offered in a pause", c.ID)
	}
	if b.Until != e.At+ringTime(c.Channel) {
		r.life.fault("%s rings until %d", c.ID, b.Until-e.At)
	}
	if r.run {
		return
	}
	r.run = true
	before := viewOf(r.life.mirror, e.At)
	before.got = r.got
	want, got := before.serialChoice(), map[acd.ContactID]acd.UserID{}
	for _, f := range rest {
		if o, ok := f.Body.(acd.ContactOffered); ok {
			got[o.ContactID] = o.UserID
		} else if a, ok := f.Body.(acd.ContactAccepted); !ok || !a.Automatic {
			break
		}
	}
	if !maps.Equal(got, want) {
		r.life.fault("at %d matched %v, the stable matching is %v", e.At, got, want)
	}
}

// beforeAccept demands that an acceptance joins the step of its offer.
func (r *rules) beforeAccept(b acd.ContactAccepted) {
	c, _ := r.life.mirror.Contact(b.ContactID)
	if c.Offer == nil || c.Offer.UserID != b.UserID {
		r.life.fault("%s is accepted by %s, whom it does not ring at", b.ContactID, b.UserID)
	}
}

// beforeExpiry demands that a step expires in its time, and that whoever could be matched has been before a round of
// expiries that follows another in the same instant: a step of no length has its attempt.
func (r *rules) beforeExpiry(e acd.Event, b acd.StepExpired) {
	c, _ := r.life.mirror.Contact(b.ContactID)
	s := c.Criteria.Steps[b.Step]
	if s.Status != "ACTIVE" || r.lapses[c.ID] != e.At {
		r.life.fault("step %d of %s expires at %d, was to last until %d: %+v", b.Step, c.ID, e.At, r.lapses[c.ID], s)
	}
	if len(r.fired) == 0 && r.asked != nil || r.fired[c.ID] {
		clear(r.fired)
		if u, id, ok := viewOf(r.life.mirror, e.At).idleWithWork(); ok && e.At >= r.quiet {
			r.life.fault("before a step of %s expires, %s and %s are not matched", c.ID, u, id)
		}
	}
	r.fired[c.ID] = true
}

// after judges what an event has made of the contacts and agents.
func (r *rules) after(e acd.Event) {
	switch b := e.Body.(type) {
	case acd.Resumed:
		r.quiet = b.To
	case acd.ContactOffered:
		r.until[b.ContactID], r.got[b.ContactID] = b.Until, b.UserID
		r.offered[b.ContactID] = activeStep(r.life.mirror, b.ContactID)
		if r.given[inHand{b.UserID, b.ContactID}] = b.Manual; b.Manual {
			r.offered[b.ContactID] = -1
		}
	case acd.ContactRoutingUpdated:
		if _, rings := r.offered[b.ContactID]; rings && b.Criteria != nil && !r.isGiven(b.ContactID) {
			r.offered[b.ContactID] = 0
		}
	case acd.ContactQueued:
		r.judgeQueued(e, b)
	case acd.ContactDisconnected:
		r.judgeEnd(b)
		r.judgeRested(b.ContactID, e.At)
	case acd.FlowContinued:
		r.led[b.ContactID] = e.At
	case acd.ContactPaused:
		r.since[b.ContactID] = e.At
	case acd.ContactResumed:
		r.judgeRested(b.ContactID, e.At)
	case acd.ContactAccepted:
		r.afterAccept(b)
	case acd.OfferMissed:
		delete(r.offered, b.ContactID)
	case acd.OfferRejected:
		delete(r.offered, b.ContactID)
		delete(r.got, b.ContactID)
	case acd.AfterContactWorkEnded:
		delete(r.got, b.ContactID)
	case acd.OfferWithdrawn:
		delete(r.offered, b.ContactID)
		delete(r.got, b.ContactID)
		if r.asked == nil && b.Cause != acd.WithdrawnGone && r.led[b.ContactID] != e.At {
			r.life.fault("%s is withdrawn by time alone: %s", b.ContactID, b.Cause)
		}
	}
	r.moveIdle(e)
}

// afterAccept demands that the step of the offer is JOINED, those before it EXPIRED and those after it INACTIVE.
func (r *rules) afterAccept(b acd.ContactAccepted) {
	c, _ := r.life.mirror.Contact(b.ContactID)
	joined, ok := r.offered[c.ID]
	delete(r.offered, c.ID)
	if !ok {
		r.life.fault("%s is accepted and was not offered", c.ID)
	}
	if c.Criteria == nil {
		return
	}
	for i, s := range c.Criteria.Steps {
		want := acd.StepStatus("INACTIVE")
		switch {
		case r.given[inHand{b.UserID, c.ID}]:
			want = s.Status // it was not by a step that he got it
			if s.Status == "ACTIVE" || s.Status == "JOINED" {
				want = "DEACTIVATED"
			}
		case joined < 0 && c.Queue.Type == "STANDARD" || i < joined:
			want = "EXPIRED"
		case i == joined && c.Queue.Type == "STANDARD":
			want = "JOINED"
		}
		if s.Status != want {
			r.life.fault("%s is accepted: step %d is %s, not %s", c.ID, i, s.Status, want)
		}
	}
}

// moveIdle moves agents in the line by the table of the idle key.
func (r *rules) moveIdle(e acd.Event) {
	key := acd.IdleKey{Since: e.At, Number: e.Number}
	switch b := e.Body.(type) {
	case acd.AgentStatusChanged:
		if status, _ := r.life.mirror.Directory().AgentStatus(b.StatusID); status.Type == "ROUTABLE" {
			r.idle[b.UserID] = key
		}
	case acd.UserContactDismissed:
		r.idle[b.UserID] = key
	case acd.ContactAccepted:
		r.worked(b.UserID, b.ContactID, key)
	case acd.ContactTaken:
		r.worked(b.UserID, b.ContactID, key)
	case acd.ContactDisconnected:
		r.stoppedMonitoring(b.ContactID, key)
	case acd.AfterContactWorkEnded:
		r.worked(b.UserID, b.ContactID, key)
	case acd.UserDeleted:
		delete(r.idle, b.UserID)
	}
}

func (r *rules) worked(user acd.UserID, contact acd.ContactID, key acd.IdleKey) {
	c, _ := r.life.mirror.Contact(contact)
	_, p := viewOf(r.life.mirror, 0).settings(&acd.Agent{UserID: user})
	outbound := c.InitiationMethod == "OUTBOUND" || c.InitiationMethod == "AGENT_REPLY"
	if !outbound || p.AvailabilityTimer != "TIME_SINCE_LAST_INBOUND" {
		r.idle[user] = key
	}
}

// end judges how things stand when all that happened at an instant has happened.
func (r *rules) end() {
	v := viewOf(r.life.inst, r.life.inst.Now())
	if u, c, ok := v.idleWithWork(); ok && v.now >= r.quiet {
		r.life.fault("at %d agent %s and contact %s are not matched", v.now, u, c)
	}
	due, waits := r.life.inst.Deadline()
	if at, ok := v.opening(); ok && at >= r.quiet && (!waits || due > at) {
		r.life.fault("at %d a delay opens a contact, but the next deadline is %d", at, due)
	}
	r.judgeAgents(v)
	r.judgeStatuses(v.agents)
	r.judgeContacts()
	r.judgeMonitors()
	r.judgeCalls()
	r.judgeSilences()
}

// judgeAgents demands that nobody holds more than he may, and that all stand in the line where the table puts them.
func (r *rules) judgeAgents(v *view) {
	for i := range v.agents {
		a := &v.agents[i]
		if want, ok := r.idle[a.UserID]; ok && a.Idle != want {
			r.life.fault("agent %s stands in line since %v, not %v", a.UserID, a.Idle, want)
		}
		_, p := v.settings(a)
		r.judgeHeld(a, p.Concurrency)
		for _, h := range a.Hands {
			c, lives := r.life.inst.Contact(h.ContactID)
			if !h.Until.IsZero() && h.Until <= v.now {
				r.life.fault("agent %s holds %s as %s too long", a.UserID, h.ContactID, h.State)
			}
			switch {
			case h.State.Blocks():
			case !lives:
				r.life.fault("agent %s holds %s, which is gone", a.UserID, h.ContactID)
			case (h.State == "CONNECTING") != (c.Offer != nil && c.Offer.UserID == a.UserID):
				r.life.fault("agent %s holds %s as %s, its offer is %+v", a.UserID, c.ID, h.State, c.Offer)
			case h.State != "CONNECTING" && (c.Agent == nil || c.Agent.UserID != a.UserID):
				r.life.fault("agent %s holds %s as %s, which is with %+v", a.UserID, c.ID, h.State, c.Agent)
			}
		}
	}
}

// judgeContacts demands that every contact is where it can be, and its steps are in an order that can be.
func (r *rules) judgeContacts() {
	waiting := map[acd.QueueID]int32{}
	for _, c := range r.life.inst.Contacts() {
		if c.State == acd.Queued {
			waiting[c.Queue.ID]++
		}
		if c.Offer != nil && c.State != acd.Queued {
			r.life.fault("%s rings while it is %s", c.ID, c.State)
		}
		if c.Offer != nil && c.Offer.Until <= r.life.inst.Now() {
			r.life.fault("%s rings since %d, too long", c.ID, c.Offer.OfferedAt)
		}
		if by := c.CustomerExpectedBy; !c.HasEnded() && !by.IsZero() && by <= r.life.inst.Now() {
			r.life.fault("%s waits for its customer, who was expected by %d", c.ID, by)
		}
		if c.State == "SCHEDULED" && c.ScheduledAt <= r.life.inst.Now() {
			r.life.fault("%s was to begin at %d", c.ID, c.ScheduledAt)
		}
		if !c.HasEnded() && !c.ExpiresAt.IsZero() && c.ExpiresAt <= r.life.inst.Now() {
			r.life.fault("%s has outlived its time", c.ID)
		}
		r.judgeSteps(&c)
	}
	for _, u := range r.life.users {
		if quota := r.life.options.Quotas.ContactsPerAgentQueue; quota > 0 && waiting[acd.QueueID(u)] > int32(quota) {
			r.life.fault("the queue of agent %s holds %d", u, waiting[acd.QueueID(u)])
		}
	}
	for _, q := range r.life.inst.Directory().Queues() {
		if most := q.MaxContacts; most != nil && waiting[q.ID] > max(*most+*most/5, r.crowds[q.ID]) {
			r.life.fault("queue %s holds %d, may hold %d and a fifth more", q.ID, waiting[q.ID], *most)
		}
	}
	r.crowds = waiting
	if !reflect.DeepEqual(r.life.mirror.Contacts(), r.life.inst.Contacts()) {
		r.life.fault("at %d the mirror has other contacts", r.life.inst.Now())
	}
}

// judgeSteps demands of a waiting contact that its steps are EXPIRED up to one that is ACTIVE, or all of them.
func (r *rules) judgeSteps(c *acd.Contact) {
	if c.State != acd.Queued || c.Criteria == nil {
		return
	}
	active := activeStep(r.life.inst, c.ID)
	for i, s := range c.Criteria.Steps {
		want := acd.StepStatus("INACTIVE")
		switch {
		case c.Queue.Type == "AGENT":
		case i == active:
			want = "ACTIVE"
		case active < 0 || i < active:
			want = "EXPIRED"
		}
		if s.Status != want {
			r.life.fault("step %d of %s is %s while step %d is active", i, c.ID, s.Status, active)
		}
		if s.Status == "ACTIVE" && s.ExpiresAt != r.lapses[c.ID] {
			r.life.fault("step %d of %s lasts until %d, was to last until %d", i, c.ID, s.ExpiresAt, r.lapses[c.ID])
		}
		if s.Status == "ACTIVE" && s.Expiry != nil && r.lapses[c.ID] <= r.life.inst.Now() {
			r.life.fault("step %d of %s is overdue", i, c.ID)
		}
	}
}
