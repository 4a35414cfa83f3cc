package engine

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/directory"
	"patchcord/journal"
)

// A world is an engine with one instance, as a test sees it.
type world struct {
	testing.TB
	*Engine
	ctx       context.Context
	instance  acd.InstanceID
	seen      *sight
	available acd.AgentStatusID
}

// A sight is what an observer has seen.
type sight struct {
	mu   sync.Mutex
	all  []Sighting
	cuts int
}

func (s *sight) see(one Sighting) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if one.Cut {
		s.cuts++
		return
	}
	one.Account = nil
	s.all = append(s.all, one)
}

// bodies returns the kinds of the events seen, in their order, of those that are asked for.
func (s *sight) kinds(only ...acd.Body) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var kinds []string
	for _, one := range s.all {
		kind := fmt.Sprintf("%T", one.Event.Body)[len("acd."):]
		if len(only) == 0 || slices.ContainsFunc(only, func(b acd.Body) bool { return fmt.Sprintf("%T", b) == "acd."+kind }) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// settings are the options of a test, with what it wants otherwise.
func settings(change func(*Options)) Options {
	o := Options{
		Account: acd.Account{Number: "123456789012", Region: "us-east-1"},
		Seed:    func(nth int) acd.Seed { return acd.Seed(nth + 1) },
	}
	if change != nil {
		change(&o)
	}
	return o
}

// start is where the manual clocks of the tests begin.
const start acd.Time = 1767225600000

// open opens an engine on a journal. Where there is no instance yet, it creates one with one user, ana.
func open(t *testing.T, j journal.Journal, change func(*Options)) *world {
	t.Helper()
	w := &world{TB: t, ctx: context.Background(), seen: &sight{}}
	o := settings(change)
	o.Observers = append(o.Observers, w.seen.see)
	e, err := Open(j, o)
	if err != nil {
		t.Fatal(err)
	}
	w.Engine = e
	w.View(func(a *account.Account) {
		if all := a.Instances(); len(all) > 0 {
			w.instance = all[0].ID()
		}
	})
	if w.instance == "" {
		w.found()
	}
	w.View(func(a *account.Account) {
		i, _ := a.Instance(w.instance)
		w.available = i.Directory().AgentStatuses()[0].ID
	})
	return w
}

// found makes the instance.
func (w *world) found() {
	w.Helper()
	create := acd.CreateInstance{Instance: acd.Instance{Alias: "world", IdentityManagementType: "CONNECT_MANAGED"}}
	w.instance = acd.InstanceID(w.must("", create))
	w.user("ana")
}

// pass lets time pass, in a bubble, until everybody has nothing more to do.
func pass(d time.Duration) {
	<-time.After(d)
	synctest.Wait()
}

// must asks for something that cannot be refused.
func (w *world) must(instance acd.InstanceID, cmd acd.Command) string {
	w.Helper()
	created, err := w.Do(w.ctx, instance, cmd)
	if err != nil {
		w.Fatalf("%T: %v", cmd, err)
	}
	return created
}

// refused asks for something that must be refused with a code.
func (w *world) refused(code acd.Code, cmd acd.Command) {
	w.Helper()
	_, err := w.Do(w.ctx, w.instance, cmd)
	var refusal *acd.Error
	if !errors.As(err, &refusal) || refusal.Code != code {
		w.Fatalf("%T: got %v, want a refusal as %s", cmd, err, code)
	}
}

func (w *world) user(name string) acd.UserID {
	w.Helper()
	var u acd.User
	w.View(func(a *account.Account) {
		i, _ := a.Instance(w.instance)
		d := i.Directory()
		u = acd.User{
			Username: name, FirstName: name, LastName: name, Phone: &acd.PhoneConfig{PhoneType: "SOFT_PHONE"},
			SecurityProfileIDs: []acd.SecurityProfileID{d.SecurityProfiles()[1].ID},
			RoutingProfileID:   d.RoutingProfiles()[0].ID,
		}
	})
	return acd.UserID(w.must(w.instance, acd.CreateUser{User: u}))
}

// named returns a user by his name.
func (w *world) named(name string) acd.UserID {
	w.Helper()
	var id acd.UserID
	w.View(func(a *account.Account) {
		i, _ := a.Instance(w.instance)
		u, _ := i.Directory().UserByName(name)
		id = u.ID
	})
	return id
}

// ready makes a user available.
func (w *world) ready(user acd.UserID) {
	w.Helper()
	w.must(w.instance, acd.PutUserStatus{UserID: user, StatusID: w.available})
}

// task returns what brings a task in.
func (w *world) task() acd.StartContact {
	var flow acd.FlowID
	w.View(func(a *account.Account) {
		i, _ := a.Instance(w.instance)
		inbound, _ := i.Directory().FlowByName(directory.SampleInbound)
		flow = inbound.ID
	})
	return acd.StartContact{
		Operation: "StartTaskContact", Channel: acd.Task, InitiationMethod: acd.API, FlowID: flow, Name: "help",
	}
}

// contact brings a task in.
func (w *world) contact() acd.ContactID {
	w.Helper()
	return acd.ContactID(w.must(w.instance, w.task()))
}

// find returns a contact, wherever it is.
func (w *world) find(id acd.ContactID) acd.Contact {
	w.Helper()
	c, ok, err := w.Contact(w.instance, id)
	if err != nil || !ok {
		w.Fatalf("contact %s: found %v, %v", id, ok, err)
	}
	return c
}

// held says whether a contact is in the memory that is read.
func (w *world) held(id acd.ContactID) (held bool) {
	w.View(func(a *account.Account) {
		i, _ := a.Instance(w.instance)
		_, held = i.Contact(id)
	})
	return held
}

// close ends the engine without error.
func (w *world) close() {
	w.Helper()
	if err := w.Close(w.ctx); err != nil {
		w.Fatal(err)
	}
}

// replayed compares the state with that of a replay from the first record.
func (w *world) replayed(j journal.Log) {
	w.Helper()
	state, sequence, err := Replay(j, w.options.Account)
	if err != nil {
		w.Fatal(err)
	}
	at, hash := w.Hash()
	if at != sequence || hash != hashOf(state) {
		w.Fatalf("after record %d the state is not that of a replay from the first to %d", at, sequence)
	}
}

// A brittle journal breaks when told to, and stands still when told to.
type brittle struct {
	*journal.Memory
	mu     sync.Mutex
	broken error
	gate   chan struct{} // nil: open; an append waits for a value
	sizes  []int         // of the records appended
}

func newBrittle() *brittle { return &brittle{Memory: journal.NewMemory()} }

func (b *brittle) breakWith(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.broken = err
}

// Append breaks, stands still or appends.
func (b *brittle) Append(batch journal.Batch) (int64, error) {
	b.mu.Lock()
	broken, gate := b.broken, b.gate
	b.sizes = append(b.sizes, len(batch.Payload))
	b.mu.Unlock()
	if gate != nil {
		<-gate
	}
	if broken != nil {
		return 0, broken
	}
	return b.Memory.Append(batch)
}

func (b *brittle) shut() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.gate = make(chan struct{})
}

func (b *brittle) lift() {
	b.mu.Lock()
	defer b.mu.Unlock()
	close(b.gate)
	b.gate = nil
}
