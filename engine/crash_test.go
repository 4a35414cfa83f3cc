package engine

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/journal"
	"patchcord/scribe"
)

// TestCrash breaks the journal under load, again and again. What was acknowledged is there after each restart, what was
// refused is not, and the state is that of a replay.
func TestCrash(t *testing.T) {
	for seed := range int64(10) {
		synctest.Test(t, func(t *testing.T) { testCrash(t, rand.New(rand.NewSource(seed))) })
	}
}

func testCrash(t *testing.T, chance *rand.Rand) {
	memory := journal.NewMemory()
	kept := map[acd.ContactID]int64{} // priorities that were acknowledged
	told := map[acd.ContactID]int64{} // the same, of contacts that had ended and were told by an attribute
	for range 4 {
		j := &brittle{Memory: memory}
		w := open(t, j, func(o *Options) { o.SnapshotRecords = 7 })
		w.ready(w.named("ana"))
		var mu sync.Mutex
		var all sync.WaitGroup
		for range 8 {
			steps := 5 + chance.Intn(20)
			priority := chance.Int63n(9) + 1
			all.Go(func() {
				for range steps {
					created, err := w.Do(w.ctx, w.instance, w.task())
					if err != nil {
						return
					}
					id := acd.ContactID(created)
					update := acd.UpdateContactRoutingData{ContactID: id, QueuePriority: &priority}
					mu.Lock()
					kept[id] = 0
					mu.Unlock()
					if _, err := w.Do(w.ctx, w.instance, update); err != nil {
						return
					}
					mu.Lock()
					kept[id] = priority
					mu.Unlock()
					if w.Do(w.ctx, w.instance, acd.StopContact{ContactID: id}); w.amends(id, priority) {
						mu.Lock()
						told[id] = priority
						mu.Unlock()
					}
				}
			})
		}
		pass(time.Duration(chance.Intn(40)) * time.Second)
		j.breakWith(journal.ErrDisk)
		w.Do(w.ctx, w.instance, w.task())
		all.Wait()
		<-w.Done()
	}
	w := open(t, memory, nil)
	for id, priority := range kept {
		if got := w.find(id).QueuePriority; priority != 0 && got != priority {
			t.Errorf("contact %s has priority %d, was told that it has %d", id, got, priority)
		}
	}
	for id, priority := range told {
		if got := w.find(id); got.Attributes["told"] != fmt.Sprint(priority) || got.State != acd.CompletedLife {
			t.Errorf("contact %s is %s with %v, was told %d", id, got.State, got.Attributes, priority)
		}
	}
	if len(told) == 0 {
		t.Error("nobody was told anything")
	}
	w.replayed(memory)
	w.close()
}

// amends sets an attribute of a contact that has ended, and says whether it was acknowledged.
func (w *world) amends(id acd.ContactID, value int64) bool {
	_, err := w.Do(w.ctx, w.instance, acd.UpdateContactAttributes{ContactID: id,
		Attributes: map[string]string{"told": fmt.Sprint(value)}})
	return err == nil
}

// TestSQLite keeps house on a disk.
func TestSQLite(t *testing.T) {
	dir := t.TempDir()
	id, dictionary := scribe.Dictionary()
	var said strings.Builder
	change := func(o *Options) { o.SnapshotRecords, o.Log = 5, slog.New(slog.NewTextHandler(&said, nil)) }
	var ended acd.ContactID
	for range 3 {
		j, err := journal.Open(dir, journal.Options{Dictionary: dictionary, DictionaryID: id, Renew: Renew})
		if err != nil {
			t.Fatal(err)
		}
		w := open(t, j, change)
		if ended != "" && w.find(ended).State != acd.CompletedLife {
			t.Error("an ended contact is found as another")
		}
		var all sync.WaitGroup
		for range 16 {
			all.Go(func() {
				for range 4 {
					w.contact()
				}
			})
		}
		all.Wait()
		ended = w.contact()
		w.must(w.instance, acd.StopContact{ContactID: ended})
		w.replayed(j)
		w.close()
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"the mind is back", "nobody was there", "msg=snapshot", "the engine is closed"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("the log does not say %q:\n%s", want, &said)
		}
	}
}

// slow is a journal whose commits take a while.
type slow struct {
	*journal.Memory
	took  time.Duration
	count int
}

// Append takes a while.
func (s *slow) Append(b journal.Batch) (int64, error) {
	<-time.After(s.took)
	s.count++
	return s.Memory.Append(b)
}

// TestHold lets many ask again as soon as they are answered: they go together, not in two halves.
func TestHold(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := &slow{Memory: journal.NewMemory(), took: time.Millisecond}
		w := open(t, j, nil)
		before := j.count
		const callers, asks = 32, 50
		var all sync.WaitGroup
		for n := range callers {
			all.Go(func() {
				for range asks {
					w.contact()
					<-time.After(time.Duration(n) * 10 * time.Microsecond) // on the way back
				}
			})
		}
		all.Wait()
		if n := j.count - before; n > asks*3/2 {
			t.Errorf("%d callers who asked %d times took %d commits", callers, asks, n)
		}
		began := time.Now()
		for range asks {
			w.contact()
		}
		if took := time.Since(began); took > asks*j.took+2*j.took {
			t.Errorf("one caller alone took %v for %d commits of %v", took, asks, j.took)
		}
		w.close()
	})
}

// TestErrors are told apart by their reason.
func TestErrors(t *testing.T) {
	err := fmt.Errorf("ask: %w", ErrFull)
	if !errors.Is(err, ErrFull) || errors.Is(err, ErrStopped) || !strings.Contains(err.Error(), "nothing has happened") {
		t.Errorf("got %v", err)
	}
}

// TestSharing reads everything that was taken out of a view while the engine goes on: what is shared must never change.
// The race detector is the judge.
func TestSharing(t *testing.T) {
	j := journal.NewMemory()
	w := open(t, j, func(o *Options) { o.SnapshotRecords = 3 })
	ana := w.named("ana")
	w.ready(ana)
	ctx, stop := context.WithCancel(w.ctx)
	var readers sync.WaitGroup
	for range 2 {
		readers.Go(func() {
			for ctx.Err() == nil {
				var state account.State
				w.View(func(a *account.Account) { state = a.Snapshot() })
				hashOf(state)
			}
		})
	}
	for range 40 {
		chat := w.task()
		chat.Channel = acd.Chat
		c := acd.ContactID(w.must(w.instance, chat))
		steps := threeSteps()
		steps[0].Expression = acd.Expression{Attribute: &acd.AttributeCondition{
			Operator: acd.Match, AgentIDs: &[]acd.UserID{ana},
		}}
		w.must(w.instance, acd.UpdateContactRoutingData{ContactID: c, Steps: new(steps[:1])})
		w.must(w.instance, acd.AcceptContact{UserID: ana, ContactID: c})
		w.must(w.instance, acd.HoldContact{UserID: ana, ContactID: c})
		w.must(w.instance, acd.UnholdContact{UserID: ana, ContactID: c})
		w.must(w.instance, acd.TagResource{Kind: acd.KindUser, ID: string(ana), Tags: map[string]string{"last": string(c)}})
		w.must(w.instance, acd.DisconnectContact{UserID: ana, ContactID: c})
		w.must(w.instance, acd.CompleteContact{UserID: ana, ContactID: c})
	}
	stop()
	readers.Wait()
	w.close()
}
