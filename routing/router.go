package routing

import (
	"cmp"
	"maps"
	"slices"

	"patchcord/acd"
)

// Chronicle is where the mind says what it decides. Emit stamps the event, replays it into every room at once, so that
// the state has changed when it returns, and keeps it for the journal.
type Chronicle interface {
	Emit(acd.Body)
	Now() acd.Time

	// Lead lets the flow run that is set for an event in the life of a contact; without an event, the one whose time has
	// come.
	Lead(id acd.ContactID, event acd.ContactHook)
}

// Router decides who gets which contact of one instance.
type Router struct {
	say      Chronicle
	contacts map[acd.ContactID]*contact
	chains   kin                  // by the first of their chain
	trees    kin                  // by the root of their tree
	monitors kin                  // by the contact that they monitor
	waiting  []*contact           // those nobody is being asked to take, in no order that shows
	queued   map[acd.QueueRef]int // contacts in each queue, those being offered among them
	living   map[acd.Channel]int
	idle     int // callbacks among them that are no calls yet
	users    map[acd.UserID]*agent
	present  []*agent // users who have ever set a status, in no order that shows
	free     int      // how many of them could take something
	ringing  int      // how many contacts are being offered
	queues   map[acd.QueueID]acd.Queue
	profiles map[acd.RoutingProfileID]*acd.RoutingProfile
	statuses map[acd.AgentStatusID]acd.AgentStatusType
	delays   map[acd.QueueChannel][]acd.Duration
	timers   timers
	quiet    acd.Time // nothing is offered before this: somebody was away
	ended    []acd.Contact
	spells   []acd.StatusSpell // that have ended and were not taken yet
	matcher  matcher
	pending  []pending // flows that begin once what goes on is decided
	defaults map[acd.ContactHook]DefaultFlow
}

// pending is the flow that is set for an event in a contact's life, which has come.
type pending struct {
	contact acd.ContactID
	event   acd.ContactHook
}

// contact is a living contact with its places in the lists of the router.
type contact struct {
	acd.Contact
	due  acd.Time // when time alone changes something about it; zero: never
	heap int      // place among the timers, -1: none
	wait int      // place among the waiting, -1: none
}

// agent is a user with what routing knows of him.
type agent struct {
	acd.Agent
	user    acd.User
	profile *acd.RoutingProfile
	present bool // has set a status
	free    bool // is open and has room for something
}

// New returns a router in which nothing has happened, and which says what it decides to a chronicle.
func New(say Chronicle) *Router {
	r := &Router{
		say:      say,
		contacts: map[acd.ContactID]*contact{},
		chains:   kin{},
		trees:    kin{},
		monitors: kin{},
		queued:   map[acd.QueueRef]int{},
		living:   map[acd.Channel]int{},
		users:    map[acd.UserID]*agent{},
		queues:   map[acd.QueueID]acd.Queue{},
		profiles: map[acd.RoutingProfileID]*acd.RoutingProfile{},
		statuses: map[acd.AgentStatusID]acd.AgentStatusType{},
		delays:   map[acd.QueueChannel][]acd.Duration{},
		defaults: map[acd.ContactHook]DefaultFlow{},
	}
	r.matcher = plain{r}
	return r
}

// State is what a router remembers that its settings do not say.
type State struct {
	Quiet    acd.Time
	Contacts []acd.Contact // by id
	Agents   []acd.Agent   // by user id
}

// Settings is what a router takes from the settings of its instance.
type Settings struct {
	Queues   []acd.Queue
	Profiles []acd.RoutingProfile
	Users    []acd.User
	Statuses []acd.AgentStatus
}

// Snapshot returns the router's state.
func (r *Router) Snapshot() State {
	return State{Quiet: r.quiet, Contacts: r.Contacts(), Agents: r.Agents()}
}

// Restore returns a router with the state of a snapshot taken when the settings were these.
func Restore(say Chronicle, settings Settings, s State) *Router {
	r := New(say)
	for _, status := range settings.Statuses {
		r.statuses[status.ID] = status.Type
	}
	for _, q := range settings.Queues {
		r.queues[q.ID] = q
	}
	for _, p := range settings.Profiles {
		r.setProfile(p)
	}
	for _, u := range settings.Users {
		r.setUser(u)
	}
	for _, a := range s.Agents {
		r.users[a.UserID].Agent = a
		r.arrive(r.users[a.UserID])
		r.reckon(r.users[a.UserID])
	}
	for _, c := range s.Contacts {
		r.admit(c)
	}
	r.quiet = s.Quiet
	return r
}

// admit takes in a contact as it is.
func (r *Router) admit(value acd.Contact) {
	c := &contact{Contact: value, heap: -1, wait: -1}
	r.contacts[c.ID] = c
	r.chains.add(c.InitialID, c)
	r.trees.add(c.AssociationID, c)
	if c.Monitors == nil { // no customer's (A0232)
		r.living[c.Channel]++
		r.countIdle(c, 1)
	} else {
		r.monitors.add(c.Monitors.ContactID, c)
	}
	if c.State == acd.Queued {
		r.queued[c.Queue]++
	}
	if c.Offer != nil {
		r.ringing++
	}
	if c.IsWaiting() {
		r.startWaiting(c)
	}
	r.schedule(c)
}

// Contact returns a living contact. What it points to never changes afterwards.
func (r *Router) Contact(id acd.ContactID) (acd.Contact, bool) {
	c, ok := r.contacts[id]
	if !ok {
		return acd.Contact{}, false
	}
	return c.Contact, true
}

// Holds says whether a contact lives.
func (r *Router) Holds(id acd.ContactID) bool {
	_, ok := r.contacts[id]
	return ok
}

// Contacts returns all living contacts by id.
func (r *Router) Contacts() []acd.Contact {
	list := make([]acd.Contact, 0, len(r.contacts))
	for _, id := range slices.Sorted(maps.Keys(r.contacts)) {
		list = append(list, r.contacts[id].Contact)
	}
	return list
}

// VisitContact shows a living contact and says whether there is one. visit must neither change nor keep it.
func (r *Router) VisitContact(id acd.ContactID, visit func(*acd.Contact)) bool {
	c, ok := r.contacts[id]
	if ok {
		visit(&c.Contact)
	}
	return ok
}

// VisitContacts shows every living contact, in no order. visit must neither change nor keep it.
func (r *Router) VisitContacts(visit func(*acd.Contact)) {
	for _, c := range r.contacts { // order does not show: whoever asks sorts what he takes
		visit(&c.Contact)
	}
}

// Living returns how many contacts of a channel live. Callbacks count from their first offer.
func (r *Router) Living(channel acd.Channel) int {
	if channel == acd.Voice {
		return r.living[channel] - r.idle // (AG:amazon-connect-service-limits)
	}
	return r.living[channel]
}

// Count returns how many living contacts are of a kind.
func (r *Router) Count(is func(*acd.Contact) bool) int {
	n := 0
	for _, c := range r.contacts { // order does not show: a count
		if is(&c.Contact) {
			n++
		}
	}
	return n
}

// FirstIn returns the contact that has been longest in a queue, waiting or ringing; empty: there is none.
func (r *Router) FirstIn(q acd.QueueRef) acd.ContactID {
	if r.queued[q] == 0 {
		return ""
	}
	var first *contact
	for _, c := range r.contacts { // order does not show: event numbers differ
		if c.State == acd.Queued && c.Queue == q && (first == nil || c.EnqueueNumber < first.EnqueueNumber) {
			first = c
		}
	}
	return first.ID
}

// Ringing returns how many contacts are being offered to agents who have not answered yet.
func (r *Router) Ringing() int { return r.ringing }

// Agent returns a user as routing sees him, once he has set a status.
func (r *Router) Agent(id acd.UserID) (acd.Agent, bool) {
	a, ok := r.users[id]
	if !ok || !a.present {
		return acd.Agent{}, false
	}
	return a.Agent, true
}

// Agents returns all users who have set a status, by id.
func (r *Router) Agents() []acd.Agent {
	list := make([]acd.Agent, 0, len(r.present))
	for _, a := range r.present {
		list = append(list, a.Agent)
	}
	slices.SortFunc(list, func(a, b acd.Agent) int { return cmp.Compare(a.UserID, b.UserID) })
	return list
}

// TakeSpells returns the times spent in a status that have come to their end since it was last asked.
func (r *Router) TakeSpells() []acd.StatusSpell {
	spells := r.spells
	r.spells = nil
	return spells
}

// Spells returns the times in a status that last until now, by user.
func (r *Router) Spells(now acd.Time) []acd.StatusSpell {
	list := make([]acd.StatusSpell, 0, len(r.present))
	for _, a := range r.present {
		if s := r.spell(a, now); s.Type != acd.Offline {
			list = append(list, s)
		}
	}
	slices.SortFunc(list, func(a, b acd.StatusSpell) int { return cmp.Compare(a.UserID, b.UserID) })
	return list
}

// TakeEnded returns the contacts whose life is complete and which have left the router since it was last asked.
func (r *Router) TakeEnded() []acd.Contact {
	ended := r.ended
	r.ended = nil
	return ended
}
