package engine

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/instance"
	"patchcord/journal"
	"patchcord/scribe"
)

func hashOf(s account.State) [32]byte { return scribe.Hash(s) }

// TestWriteThenSpeak lets the journal stand still: nobody may be answered and nothing may be seen until it goes on.
func TestWriteThenSpeak(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, nil)
		before := len(w.seen.kinds())
		j.shut()
		answered := make(chan string, 1)
		go func() { answered <- w.must(w.instance, w.task()) }()
		synctest.Wait()
		select {
		case id := <-answered:
			t.Fatalf("contact %s was spoken of before it was written", id)
		default:
		}
		if n := len(w.seen.kinds()); n != before {
			t.Errorf("an observer saw %d events before they were written", n-before)
		}
		w.View(func(a *account.Account) { // reading goes on meanwhile
			if i, _ := a.Instance(w.instance); len(i.Contacts()) != 0 {
				t.Error("a contact was seen before it was written")
			}
		})
		j.lift()
		id := acd.ContactID(<-answered)
		if !w.held(id) {
			t.Error("who reads after his answer does not see what he wrote")
		}
		w.close()
	})
}

// TestGroupCommit lets many ask while one commit is under way: they go into one record together.
func TestGroupCommit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, nil)
		start, _ := j.End()
		j.shut()
		var all sync.WaitGroup
		for range 64 {
			all.Go(func() { w.contact() })
		}
		synctest.Wait()
		j.lift()
		all.Wait()
		if end, _ := j.End(); end-start > 2 {
			t.Errorf("64 contacts took %d records, want the first and the others together", end-start)
		}
		w.replayed(j)
		w.close()
	})
}

// TestOrder answers in the order in which it was asked, refusals among them: what depends on a write waits for it.
func TestOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, nil)
		token := acd.ClientToken{Token: "once", Digest: "d"}
		task := w.task()
		task.Token = token
		j.shut()
		var mu sync.Mutex
		var answers []string
		var all sync.WaitGroup
		ask := func(name string, cmd acd.Command) {
			all.Go(func() {
				created, err := w.Do(w.ctx, w.instance, cmd)
				mu.Lock()
				defer mu.Unlock()
				answers = append(answers, fmt.Sprintf("%s %v %v", name, created != "", err != nil))
			})
			synctest.Wait()
		}
		ask("new", task)
		ask("again", task) // finds what the first created, and makes nothing happen
		other := task
		other.Token.Digest = "e"
		ask("refused", other)
		if len(answers) != 0 {
			t.Errorf("%v were answered before what they rest on was written", answers)
		}
		j.lift()
		all.Wait()
		slices.Sort(answers)
		if want := []string{"again true false", "new true false", "refused false true"}; !slices.Equal(answers, want) {
			t.Errorf("answers are %v, want %v", answers, want)
		}
		w.close()
	})
}

// TestBrokenJournal stops the engine: nobody is told that it worked, and reading goes on.
func TestBrokenJournal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, nil)
		first := w.contact()
		j.breakWith(fmt.Errorf("sync: %w", journal.ErrDisk))
		_, err := w.Do(w.ctx, w.instance, w.task())
		if !errors.Is(err, ErrStopped) || !errors.Is(err, journal.ErrDisk) {
			t.Errorf("got %v, want that it is not known", err)
		}
		<-w.Done()
		if err := w.Err(); !errors.Is(err, ErrStopped) || !strings.Contains(err.Error(), "append journal: sync") {
			t.Errorf("the engine stopped with %v", err)
		}
		if _, err := w.Do(w.ctx, w.instance, w.task()); !errors.Is(err, ErrClosed) {
			t.Errorf("afterwards: got %v, want closed", err)
		}
		if err := w.Close(w.ctx); !errors.Is(err, ErrStopped) {
			t.Errorf("close: got %v, want why it stopped", err)
		}
		if !w.held(first) {
			t.Error("reading has ended")
		}
	})
}

// TestFullDisk refuses to write and goes on reading; when there is room again, all goes on from what was written.
func TestFullDisk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, nil)
		ana := w.named("ana")
		w.ready(ana)
		first := w.contact() // rings at ana for 30 seconds
		j.breakWith(fmt.Errorf("write: %w", journal.ErrFull))
		for range 3 {
			if _, err := w.Do(w.ctx, w.instance, w.task()); !errors.Is(err, ErrFull) {
				t.Fatalf("got %v, want that the disk is full", err)
			}
		}
		if w.find(first).Offer == nil {
			t.Error("what was written is not read any more")
		}
		pass(time.Minute) // the ring runs out, and cannot be written
		if w.find(first).Offer == nil {
			t.Error("something was seen that could not be written")
		}
		j.breakWith(nil)
		pass(2 * fullRetry)
		if got := w.seen.kinds(acd.OfferMissed{}, acd.OfferWithdrawn{}, acd.Resumed{}); !slices.Equal(got,
			[]string{"Resumed", "OfferWithdrawn"}) {
			t.Errorf("after a minute without a disk: %v, want a gap and no miss", got)
		}
		w.contact()
		w.replayed(j)
		w.close()
	})
}

// TestDeadline lets time pass: the engine wakes by itself, and no sooner than needed.
func TestDeadline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, nil)
		ana := w.named("ana")
		w.ready(ana)
		c := w.contact()
		pass(30*time.Second - time.Millisecond)
		if got := w.seen.kinds(acd.OfferMissed{}); len(got) != 0 {
			t.Error("a ring of 30 seconds ended early")
		}
		pass(time.Millisecond)
		if got := w.seen.kinds(acd.OfferMissed{}); len(got) != 1 {
			t.Errorf("after 30 seconds: %v", w.seen.kinds())
		}
		if w.find(c).Offer != nil {
			t.Error("it still rings")
		}
		w.close()
	})
}

// TestSuspension stops the machine while a contact rings: the agent has not missed it.
func TestSuspension(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, nil)
		ana := w.named("ana")
		w.ready(ana)
		w.contact()
		j.shut() // the loop stands still in a commit, as a machine does
		go w.Do(w.ctx, w.instance, w.task())
		synctest.Wait()
		pass(time.Minute)
		j.lift()
		synctest.Wait()
		got := w.seen.kinds(acd.OfferMissed{}, acd.OfferWithdrawn{}, acd.Resumed{}, acd.ContactOffered{})
		if want := []string{"ContactOffered", "Resumed", "OfferWithdrawn", "ContactOffered"}; !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
		w.replayed(j)
		w.close()
	})
}

// TestStop stalls the disk while a task of 30 seconds rings: what is too short to be an absence costs nobody anything
// but time, and an absence is nobody's miss, wherever in the ring it falls.
func TestStop(t *testing.T) {
	for name, c := range map[string]struct {
		rung, stalled time.Duration
		want          []string
	}{
		"two seconds over the end":           {29 * time.Second, 2 * time.Second, []string{"OfferMissed"}},
		"three seconds over the end":         {29 * time.Second, 3 * time.Second, []string{"Resumed", "OfferWithdrawn"}},
		"most of the ring, a second over it": {2 * time.Second, 29 * time.Second, []string{"Resumed", "OfferWithdrawn"}},
		"most of the ring, but not its end":  {2 * time.Second, 27 * time.Second, []string{"Resumed", "OfferWithdrawn"}},
		"most of an hour":                    {2 * time.Second, 50 * time.Minute, []string{"Resumed", "OfferWithdrawn"}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				got := stalled(t, c.rung, c.stalled)
				if !slices.Equal(got, c.want) {
					t.Fatalf("got %v, want %v", got, c.want)
				}
			})
		})
	}
}

// stalled lets a task ring for a while at ana, stalls the disk for another, and returns what came of the offer.
func stalled(t *testing.T, rung, stall time.Duration) []string {
	j := newBrittle()
	w := open(t, j, nil)
	w.ready(w.named("ana"))
	w.contact()
	pass(rung)
	j.shut()
	go w.Do(w.ctx, w.instance, w.task())
	synctest.Wait()
	pass(stall)
	j.lift()
	synctest.Wait()
	pass(2 * time.Second)
	got := w.seen.kinds(acd.OfferMissed{}, acd.OfferWithdrawn{}, acd.Resumed{})
	w.close()
	return got
}

// TestRestart brings the engine back: everything is there, and what rang is withdrawn without a miss.
func TestRestart(t *testing.T) {
	for name, snapshots := range map[string]int64{"from the first record": -1, "from a snapshot": 3} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { testRestart(t, snapshots) })
		})
	}
}

func testRestart(t *testing.T, snapshots int64) {
	j := journal.NewMemory()
	w := open(t, j, func(o *Options) { o.SnapshotRecords = snapshots })
	ana := w.named("ana")
	w.ready(ana)
	c := w.contact()
	for range 5 {
		w.contact()
	}
	sequence, hash := w.Hash()
	last := w.Now()
	w.close()

	pass(time.Hour)
	again := open(t, j, func(o *Options) { o.SnapshotRecords = snapshots })
	got := again.seen.kinds(acd.OfferMissed{}, acd.OfferWithdrawn{}, acd.Resumed{}, acd.ContactOffered{})
	if want := []string{"Resumed", "OfferWithdrawn", "ContactOffered"}; !slices.Equal(got[len(got)-3:], want) {
		t.Errorf("after the restart: %v, want %v", got, want)
	}
	for _, one := range again.seen.all {
		if b, ok := one.Event.Body.(acd.Resumed); ok && (b.From != last || b.To != last.Add(acd.Hour)) {
			t.Errorf("nobody was there from %v to %v, want one hour from %v", b.From.Std(), b.To.Std(), last.Std())
		}
	}
	if again.find(c).ID != c || again.seen.cuts != 1 {
		t.Errorf("contact %s: %v, after %d cuts", c, again.find(c), again.seen.cuts)
	}
	state, end := stateAfter(t, j, again.options, sequence)
	if hashOf(state) != hash || end != sequence {
		t.Error("the state before the restart is not that of the records up to it")
	}
	again.replayed(j)
	again.close()
}

// stateAfter replays the records up to one.
func stateAfter(t *testing.T, j journal.Log, o Options, last int64) (account.State, int64) {
	t.Helper()
	a := account.New(instance.Options{Account: o.Account, Quotas: o.Quotas})
	for rec, err := range j.Read(1) {
		if err != nil {
			t.Fatal(err)
		}
		r, err := scribe.DecodeRecord(rec.Payload)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range r.Events {
			a.Replay(e)
		}
		if rec.Sequence == last {
			return a.Snapshot(), rec.Sequence
		}
	}
	return a.Snapshot(), 0
}

// TestClose may be called often, answers what was asked before, and leaves a snapshot.
func TestClose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, nil)
		j.shut()
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() { w.contact() })
		}
		synctest.Wait()
		for range 3 {
			all.Go(func() { w.close() })
		}
		synctest.Wait()
		if _, err := w.Do(w.ctx, w.instance, w.task()); !errors.Is(err, ErrClosed) {
			t.Errorf("while it closes: got %v, want closed", err)
		}
		ctx, stop := context.WithTimeout(w.ctx, time.Second)
		defer stop()
		if err := w.Close(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("close without patience: got %v", err)
		}
		j.lift()
		all.Wait()
		w.close()
		end, _ := j.End()
		if at, text, err := j.LatestSnapshot(); err != nil || at != end || len(text) == 0 {
			t.Errorf("the snapshot is of record %d of %d, %v", at, end, err)
		}
		if _, ok, _ := w.Contact(w.instance, w.seen.all[len(w.seen.all)-1].Event.Body.(acd.ContactQueued).ContactID); !ok {
			t.Error("nothing can be read after the end")
		}
	})
}

// TestImpatience lets a caller go who will not wait.
func TestImpatience(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, nil)
		j.shut()
		ctx, stop := context.WithTimeout(w.ctx, time.Second)
		defer stop()
		if _, err := w.Do(ctx, w.instance, w.task()); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		j.lift()
		w.close()
	})
}
