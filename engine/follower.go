package engine

import (
	"slices"
	"sync"

	"patchcord/account"
	"patchcord/acd"
)

// A follower is a mind that only replays what the journal has taken. It is what everybody reads.
type follower struct {
	mu       sync.RWMutex // guards all below; only the loop writes
	account  *account.Account
	sequence int64    // of the last record that it has replayed
	at       acd.Time // of that record
	watchers []*watcher
}

// A watcher is an observer, as a thing that can be found again.
type watcher struct{ see func(Sighting) }

// Sighting is one committed event as an observer meets it, right after the follower has replayed it.
type Sighting struct {
	Sequence int64 // the record that holds it
	Index    int   // its place in the record, from 0
	Last     bool  // no further event of the record follows

	// Cut says that there is no event: what was seen before is void, and the state is now that of Account. It is the
	// first sighting of every observer. Load and Reset cause further ones.
	Cut bool

	Event   acd.Event
	Ended   []account.Ended  // contacts that left memory with the event, as they were last
	Account *account.Account // the state right after the event, to be read during the call only
}

// Observe adds an observer. It is called at once with a cut, and then for every event in order, while all readers wait:
// it must be quick, and must not call the engine. Once stop has returned it is not called any more; stop must not be
// called by the observer itself.
func (e *Engine) Observe(see func(Sighting)) (stop func()) {
	f := e.follower
	w := &watcher{see}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.watchers = append(f.watchers, w)
	see(f.cut())
	return func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.watchers = slices.DeleteFunc(f.watchers, func(other *watcher) bool { return other == w })
	}
}

// cut returns the sighting that begins all others.
func (f *follower) cut() Sighting {
	return Sighting{Sequence: f.sequence, Cut: true, Account: f.account}
}

// replay makes the events of records so, and shows each to the observers.
func (f *follower) replay(pieces ...piece) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, p := range pieces {
		f.replayPiece(p.sequence, p.at, p.events)
	}
}

func (f *follower) replayPiece(sequence int64, at acd.Time, events []acd.Event) {
	f.sequence, f.at = sequence, at
	for n, event := range events {
		f.account.Replay(event)
		ended := f.takeEnded(event.Instance)
		for _, w := range f.watchers {
			w.see(Sighting{Sequence: sequence, Index: n, Last: n == len(events)-1, Event: event, Ended: ended,
				Account: f.account})
		}
	}
}

// takeEnded returns the contacts of an instance that have just left memory.
func (f *follower) takeEnded(id acd.InstanceID) []account.Ended {
	i, ok := f.account.Instance(id)
	if !ok {
		return nil
	}
	var all []account.Ended
	i.TakeSpells() // their rows are there
	for _, c := range i.TakeEnded() {
		all = append(all, account.Ended{Instance: id, Contact: c})
	}
	return all
}

// replace puts another state in place of what was.
func (f *follower) replace(a *account.Account) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.account = a
	for _, w := range f.watchers {
		w.see(f.cut())
	}
}

// snapshot returns the state, and the record after which it is so.
func (f *follower) snapshot() (sequence int64, at acd.Time, state account.State) {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.sequence, f.at, f.account.Snapshot()
}
