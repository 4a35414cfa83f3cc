package workspace

import (
	"sync"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/engine"
	"patchcord/instance"
)

// StreamOptions are the limits of Streams. Zero stands for the default.
type StreamOptions struct {
	ContactEventsMax int // contact events kept of each instance; 0: 4096
	AgentEventsMax   int // agent events kept of each instance, of all its agents together; 0: 4096
	ReadersMax       int // readers at once; 0: 10,000

	Courier Courier // who carries the events further; nil: nobody
	Leave   []Kind  // what he does not carry
}

// Streams watches an engine and keeps the latest events for those who read them. Its method See is to be one of the
// engine's observers from its first moment.
type Streams struct {
	options StreamOptions
	account acd.Account

	mu      sync.Mutex // never held while anybody waits for anything
	at      position   // of the last sighting
	cuts    int
	origin  position // of the last cut
	voided  bool     // by that cut, what was seen before it became void
	halls   map[acd.InstanceID]*hall
	readers int
	out     *outgoing // nil: nobody carries anything further
}

// hall holds the streams of one instance.
type hall struct {
	id       acd.InstanceID
	contacts *rack // one tape
	agents   *rack // a tape for each user
	cast     cast
	latest   *contactShown // what the latest event of all showed of a contact; nil: nothing
}

// NewStreams makes the streams of an account. They are empty.
func NewStreams(a acd.Account, o StreamOptions) *Streams {
	for value, preset := range map[*int]int{&o.ContactEventsMax: 4096, &o.AgentEventsMax: 4096, &o.ReadersMax: 10_000} {
		if *value <= 0 {
			*value = preset
		}
	}
	return &Streams{options: o, account: a, halls: map[acd.InstanceID]*hall{}, out: newOutgoing(o)}
}

// See takes note of what the engine has committed. It waits for nobody.
func (s *Streams) See(seen engine.Sighting) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if seen.Cut {
		s.cut(seen)
		s.out.begin(seen.Sequence)
		return
	}
	s.see(seen)
	if seen.Last {
		s.out.post(seen.Sequence)
	}
}

// see takes note of one event.
func (s *Streams) see(seen engine.Sighting) {
	s.at = position{seen.Sequence, seen.Index, nthMax}
	e := seen.Event
	if _, gone := e.Body.(acd.InstanceDeleted); gone {
		s.close(e.Instance)
		return
	}
	i, ok := seen.Account.Instance(e.Instance)
	if !ok {
		return
	}
	h := s.hall(e.Instance)
	at := position{record: seen.Sequence, index: seen.Index}
	h.seeContact(s.account, at, seen, i)
	h.seeFlow(s.account, at, seen, i)
	h.seeChat(at, seen, i)
	h.seeAgent(s.account, at, e, i)
}

// nthMax is above the number of events that one event shows as.
const nthMax = 9

// contactOf returns a contact as it was right after the event, also if it left memory with it.
func contactOf(seen engine.Sighting, i *instance.Instance, id acd.ContactID) *acd.Contact {
	if c, ok := i.Contact(id); ok {
		return &c
	}
	for _, ended := range seen.Ended {
		if ended.Contact.ID == id {
			return &ended.Contact
		}
	}
	return nil
}

// cut forgets everything: from now on, things are as the account has them. The first cut is the beginning; what readers
// know from before a restart stays true.
func (s *Streams) cut(seen engine.Sighting) {
	s.cuts++
	s.voided = s.cuts > 1
	s.at, s.origin = whole(seen.Sequence), whole(seen.Sequence)
	for _, h := range s.halls { // order does not show: each reader is woken
		h.contacts.restart(s.origin)
		h.agents.restart(s.origin)
		h.cast = cast{}
	}
	for _, i := range seen.Account.Instances() {
		h := s.hall(i.ID())
		for _, a := range i.Agents() {
			h.cast.enter(s.account, a, i)
		}
	}
}

// restart empties the tapes. Their readers stay.
func (r *rack) restart(origin position) {
	r.origin, r.order, r.oldest = origin, nil, 0
	for name, t := range r.tapes {
		t.entries, t.lost = nil, origin
		t.poke()
		if len(t.readers) == 0 {
			delete(r.tapes, name)
		}
	}
}

func (s *Streams) hall(id acd.InstanceID) *hall {
	h, ok := s.halls[id]
	if !ok {
		h = &hall{id: id, contacts: newRack(s.options.ContactEventsMax, s.origin),
			agents: newRack(s.options.AgentEventsMax, s.origin)}
		h.contacts.further, h.agents.further = s.out.way(ContactEvents), s.out.way(AgentEvents)
		s.halls[id] = h
	}
	return h
}

// close ends the streams of an instance that was deleted.
func (s *Streams) close(id acd.InstanceID) {
	h, ok := s.halls[id]
	if !ok {
		return
	}
	delete(s.halls, id)
	for _, r := range []*rack{h.contacts, h.agents} {
		for _, t := range r.tapes { // order does not show: each reader is woken
			t.ended = true
			t.poke()
		}
	}
}

// Wake lets all readers look at the time, after a manual clock was turned.
func (s *Streams) Wake() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, h := range s.halls { // order does not show: each reader is woken
		for _, r := range []*rack{h.contacts, h.agents} {
			for _, t := range r.tapes {
				t.poke()
			}
		}
	}
}

// open lets somebody read the stream of an instance's contacts, or of a user if one is named: after a position, or from
// now on.
func (s *Streams) open(id acd.InstanceID, user acd.UserID, after *position) (*reader, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.readers >= s.options.ReadersMax {
		return nil, acd.Errorf(acd.Throttled, "%d streams are being read, as many as are allowed; close some.", s.readers)
	}
	s.readers++
	h := s.hall(id)
	r := &reader{at: s.at, cuts: s.cuts, wake: make(chan struct{}, 1)}
	if r.tape = h.contacts.tape(""); user != "" {
		r.tape = h.agents.tape(string(user))
	}
	if after != nil {
		r.at = *after
		if r.at.record > s.at.record || s.voided && r.at.before(s.origin) {
			r.cuts = -1 // what he has seen is not of this life
		}
	}
	r.tape.readers = append(r.tape.readers, r)
	return r, nil
}

// leave ends a reader.
func (s *Streams) leave(r *reader) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.readers--
	r.tape.leave(r)
}

// portion is what a reader gets at a time: first the news of a cut, then of a gap, then entries.
type portion struct {
	reset   *position // where everything begins anew
	missed  *gap
	entries []entry
	ended   bool // nothing will come any more
}

// read gives a reader what comes next, at most as much as room holds.
func (s *Streams) read(r *reader, room []entry) portion {
	s.mu.Lock()
	defer s.mu.Unlock()
	var p portion
	if r.cuts != s.cuts {
		r.cuts, r.at = s.cuts, s.origin
		begin := s.origin
		p.reset = &begin
	}
	n, missed := r.tape.read(r, room)
	p.entries, p.missed = room[:n], missed
	p.ended = r.tape.ended && n == 0
	return p
}

// present returns the last that was seen of an agent, nil if he has no session.
func (s *Streams) present(id acd.InstanceID, user acd.UserID) *agentShown {
	s.mu.Lock()
	defer s.mu.Unlock()
	if h, ok := s.halls[id]; ok {
		return h.cast.last[user]
	}
	return nil
}

// exists says whether an account has an instance, and in it a user if one is named.
func exists(a *account.Account, id acd.InstanceID, user acd.UserID) error {
	i, ok := a.Instance(id)
	if !ok {
		return acd.Errorf(acd.NotFound, "The instance %s does not exist.", id)
	}
	if _, ok := i.Directory().User(user); !ok && user != "" {
		return acd.Errorf(acd.NotFound, "The user %s does not exist in the instance %s.", user, id)
	}
	return nil
}
