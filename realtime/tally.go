package realtime

import (
	"cmp"
	"reflect"
	"slices"

	"patchcord/acd"
	"patchcord/instance"
)

// Tally holds the boards of all instances of an account.
type Tally struct {
	boards map[acd.InstanceID]*Board
	plans  plans
}

// New returns a tally that knows nothing yet.
func New() *Tally {
	return &Tally{boards: map[acd.InstanceID]*Board{}, plans: plans{known: map[reflect.Type]*plan{}}}
}

// Cut forgets what was seen and counts the instances as they are now.
func (t *Tally) Cut(instances []*instance.Instance) {
	clear(t.boards)
	for _, i := range instances {
		t.boards[i.ID()] = Recount(i)
	}
}

// See takes in an event of an instance, which is shown as it is right after the event; nil: it is gone.
func (t *Tally) See(e acd.Event, i *instance.Instance) {
	if i == nil {
		delete(t.boards, e.Instance)
		return
	}
	b, ok := t.boards[e.Instance]
	if !ok {
		t.boards[e.Instance] = Recount(i)
		return
	}
	b.tell(e, i)
	named := t.plans.named(e.Body)
	if named.everything {
		b.recount(i)
		return
	}
	for _, id := range named.contacts {
		b.putContact(e.At, id, i)
	}
	for _, id := range named.users {
		b.putAgent(id, i)
	}
}

// Board returns the board of an instance.
func (t *Tally) Board(id acd.InstanceID) (*Board, bool) {
	b, ok := t.boards[id]
	return b, ok
}

// Board holds the numbers of one instance.
type Board struct {
	contacts map[acd.ContactID]*contact
	lines    map[Line]*line
	due      map[QueueChannel]int // callbacks whose time has not come, by the queue that they will wait in
	agents   map[acd.UserID]*agent
	profiles map[acd.RoutingProfileID]acd.RoutingProfile
	counters map[Counter]int64
	answers  map[QueueChannel]*Answers
	kept     int // lines after the latest sweep
}

// Recount counts an instance as it is, from nothing.
func Recount(i *instance.Instance) *Board {
	b := &Board{lines: map[Line]*line{}, due: map[QueueChannel]int{},
		counters: map[Counter]int64{}, answers: map[QueueChannel]*Answers{}}
	b.recount(i)
	return b
}

// recount counts everything anew but what only the past can tell.
func (b *Board) recount(i *instance.Instance) {
	for _, l := range b.lines { // order does not show: each is emptied
		l.waiting = nil
	}
	clear(b.due)
	b.contacts, b.agents = map[acd.ContactID]*contact{}, map[acd.UserID]*agent{}
	b.profiles = map[acd.RoutingProfileID]acd.RoutingProfile{}
	for _, p := range i.Directory().RoutingProfiles() {
		b.profiles[p.ID] = p
	}
	for _, c := range i.Contacts() {
		b.putContact(i.Now(), c.ID, i)
	}
	for _, a := range i.Agents() {
		b.putAgent(a.UserID, i)
	}
}

// agent is a user who has set a status, with what routing says of him.
type agent struct {
	acd.Agent
	profile acd.RoutingProfileID
	kind    acd.AgentStatusType
	open    bool
	slots   []acd.Slots
	skills  []acd.UserProficiency
}

// putAgent counts an agent as he is now.
func (b *Board) putAgent(id acd.UserID, i *instance.Instance) {
	now, ok := i.Agent(id)
	if !ok {
		delete(b.agents, id)
		return
	}
	user, _ := i.Directory().User(id)
	status, _ := i.Directory().AgentStatus(now.StatusID)
	b.agents[id] = &agent{
		Agent: now, profile: user.RoutingProfileID, kind: status.Type, open: i.IsOpen(id), slots: i.Slots(id),
		skills: user.Proficiencies,
	}
}

// QueueChannel is a queue of either type together with a channel.
type QueueChannel struct {
	Queue   acd.QueueRef
	Channel acd.Channel
}

// compare orders by type, id and channel.
func (q QueueChannel) compare(other QueueChannel) int {
	return cmp.Or(cmp.Compare(q.Queue.Type, other.Queue.Type), cmp.Compare(q.Queue.ID, other.Queue.ID),
		cmp.Compare(q.Channel, other.Channel))
}

// sortedKeys returns the keys of a map in an order.
func sortedKeys[K comparable, V any](m map[K]V, compare func(a, b K) int) []K {
	keys := make([]K, 0, len(m))
	for k := range m { // order does not show: sorted below
		keys = append(keys, k)
	}
	slices.SortFunc(keys, compare)
	return keys
}
