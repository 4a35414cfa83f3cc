package engine

import (
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
)

// TestEnded finds a contact that has ended: for who reads, and for the mind that is asked to change it.
func TestEnded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, nil)
		c := w.contact()
		w.must(w.instance, acd.StopContact{ContactID: c})
		if w.held(c) {
			t.Fatal("an ended contact is still in memory")
		}
		if got := w.find(c); got.State != acd.CompletedLife || got.DisconnectReason != acd.ReasonAPI {
			t.Errorf("it was found as %v", got)
		}
		priority := int64(1)
		w.refused(acd.Conflict, acd.UpdateContactRoutingData{ContactID: c, QueuePriority: &priority})
		w.refused(acd.NotFound, acd.UpdateContactRoutingData{ContactID: "none", QueuePriority: &priority})
		follow := w.task()
		follow.PreviousID = c
		if next := w.find(acd.ContactID(w.must(w.instance, follow))); next.InitialID != c {
			t.Errorf("what follows an ended contact begins its chain with %q", next.InitialID)
		}
		if _, ok, err := w.Contact("no instance", c); ok || err != nil {
			t.Errorf("a contact of no instance: %v, %v", ok, err)
		}
		w.close()
	})
}

// TestEndedInBatch asks for a contact that ended in the same batch, whose row is not there yet.
func TestEndedInBatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, nil)
		c, priority := w.contact(), int64(1)
		j.shut()
		var all sync.WaitGroup
		all.Go(func() { w.contact() }) // this one keeps the disk busy; the next two go together
		synctest.Wait()
		all.Go(func() { w.must(w.instance, acd.StopContact{ContactID: c}) })
		synctest.Wait()
		all.Go(func() { w.refused(acd.Conflict, acd.UpdateContactRoutingData{ContactID: c, QueuePriority: &priority}) })
		synctest.Wait()
		j.lift()
		all.Wait()
		w.close()
	})
}

// TestSightings tells observers of every event once, in order, with the state as it was then.
func TestSightings(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, nil)
		var got []string
		number := int64(0)
		stop := w.Observe(func(s Sighting) {
			i, _ := s.Account.Instance(w.instance)
			if s.Cut {
				got, number = append(got, "cut"), i.Number()
				return
			}
			if number++; s.Event.Number != number || i.Number() != number {
				t.Errorf("event %d is seen when the state is of %d, want %d", s.Event.Number, i.Number(), number)
			}
			switch b := s.Event.Body.(type) {
			case acd.ContactQueued:
				c, _ := i.Contact(b.ContactID)
				got = append(got, "queued "+string(c.State))
			case acd.ContactCompleted:
				_, held := i.Contact(b.ContactID)
				if held || len(s.Ended) != 1 || s.Ended[0].Contact.ID != b.ContactID {
					t.Errorf("at its end a contact is held %v, ended %v", held, s.Ended)
				}
				got = append(got, "ended "+string(s.Ended[0].Contact.State))
			}
		})
		c := w.contact()
		w.must(w.instance, acd.StopContact{ContactID: c})
		if want := []string{"cut", "queued QUEUED", "ended COMPLETED"}; !slices.Equal(got, want) {
			t.Errorf("seen: %v, want %v", got, want)
		}
		stop()
		w.contact()
		if len(got) != 3 {
			t.Errorf("seen after the stop: %v", got[3:])
		}
		last := Sighting{}
		for _, one := range w.seen.all {
			inside := one.Sequence == last.Sequence && one.Index == last.Index+1
			if next := one.Sequence == last.Sequence+1 && one.Index == 0; !inside && !next {
				t.Fatalf("after %d.%d comes %d.%d", last.Sequence, last.Index, one.Sequence, one.Index)
			}
			last = one
		}
		w.close()
	})
}

// TestRetention forgets contacts that began too long ago.
func TestRetention(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := journal.NewMemory()
		w := open(t, j, func(o *Options) { o.Manual, o.RetentionMonths = start, 1 })
		c := w.contact()
		w.must(w.instance, acd.StopContact{ContactID: c})
		for _, days := range []acd.Duration{20, 20} {
			w.find(c)
			if _, err := w.AdvanceClock(w.ctx, days*acd.Day); err != nil {
				t.Fatal(err)
			}
			synctest.Wait()
		}
		if _, ok, err := w.Contact(w.instance, c); ok || err != nil {
			t.Errorf("after 40 days it is found %v, %v", ok, err)
		}
		w.close()
	})
}

// TestSnapshots saves them every few records, keeps what may be asked for, and starts from the latest.
func TestSnapshots(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := journal.NewMemory()
		change := func(o *Options) { o.SnapshotRecords, o.RecordsKept = 5, 2 }
		w := open(t, j, change)
		for range 20 {
			w.contact()
			synctest.Wait()
		}
		at, _, err := j.LatestSnapshot()
		end, _ := j.End()
		if err != nil || end-at >= 5 {
			t.Errorf("the latest snapshot is of record %d of %d, %v", at, end, err)
		}
		for rec, err := range j.Read(0) {
			if err != nil || rec.Sequence != at-5+1-2 {
				t.Errorf("the first record kept is %d, %v; the older snapshot is of %d", rec.Sequence, err, at-5)
			}
			break
		}
		w.close()
		again := open(t, j, change)
		if _, _, err := Replay(j, again.options.Account); err == nil {
			t.Error("a replay from a first record that is gone")
		}
		again.close()
	})
}

// TestManyAtOnce ends more contacts in one instant than fit into a record.
func TestManyAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, byHand)
		task := w.task()
		task.Attributes = map[string]string{"long": strings.Repeat("\x01", 30_000)} // each byte is six on the disk
		const contacts = 200
		for range contacts {
			w.must(w.instance, task)
		}
		if _, err := w.AdvanceClock(w.ctx, 8*acd.Day); err != nil {
			t.Fatal(err)
		}
		ended := 0
		for _, one := range w.seen.all {
			for _, c := range one.Ended {
				ended++
				w.find(c.Contact.ID)
			}
		}
		if ended != contacts {
			t.Errorf("%d contacts ended, want %d", ended, contacts)
		}
		w.replayed(j)
		w.close()
	})
}

// TestLargeBatch commits before a batch grows too large, and loses nobody's answer.
func TestLargeBatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, nil)
		task := w.task()
		task.Attributes = map[string]string{"long": strings.Repeat("\x01", 30_000)}
		j.shut()
		var all sync.WaitGroup
		for range 100 {
			all.Go(func() { w.must(w.instance, task) })
		}
		synctest.Wait()
		j.lift()
		all.Wait()
		for _, size := range j.sizes {
			if size > largeBytesMin+1<<20 {
				t.Errorf("a record has %d bytes", size)
			}
		}
		w.replayed(j)
		w.close()
	})
}

// TestPieces divides a batch that is too large for one record.
func TestPieces(t *testing.T) {
	b := batch{events: make([]acd.Event, 4), ends: []int{10, recordBytes, recordBytes + 20, 3 * recordBytes}}
	var got []int
	for from := 0; from < len(b.events); {
		from = b.firstEvents(from)
		got = append(got, from)
	}
	if want := []int{2, 3, 4}; !slices.Equal(got, want) {
		t.Errorf("pieces end at %v, want %v", got, want)
	}
	rows := []journal.Entry{{Key: "a", Value: make([]byte, recordBytes)}, {Key: "b"}, {Key: "c"}}
	first, others := firstRows(rows)
	if len(first) != 1 || len(others) != 2 {
		t.Errorf("%d rows go first, want 1", len(first))
	}
}

// TestFullFromTheStart starts on a full disk: reading works, and the gap is told when there is room.
func TestFullFromTheStart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, nil)
		w.ready(w.named("ana"))
		c := w.contact()
		w.close()
		pass(time.Second)
		j.breakWith(journal.ErrFull)
		again := open(t, j, nil)
		if again.find(c).Offer == nil {
			t.Error("what rang does not ring any more")
		}
		j.breakWith(nil)
		pass(2 * time.Minute)
		got := again.seen.kinds(acd.OfferMissed{}, acd.OfferWithdrawn{}, acd.Resumed{})
		if want := []string{"Resumed", "OfferWithdrawn"}; !slices.Equal(got[:min(2, len(got))], want) {
			t.Errorf("got %v, want %v", got, want)
		}
		again.replayed(j)
		again.close()
	})
}

// TestOptions refuses settings out of range.
func TestOptions(t *testing.T) {
	for want, change := range map[string]func(*Options){
		"engine: Account is":                func(o *Options) { o.Account = acd.Account{} },
		"engine: AsksMax is 5000":           func(o *Options) { o.AsksMax = 5000 },
		"engine: WaitingMax is -1":          func(o *Options) { o.WaitingMax = -1 },
		"engine: GapMin is 10; give 100 to": func(o *Options) { o.GapMin = 10 },
		"engine: SnapshotRecords is -2":     func(o *Options) { o.SnapshotRecords = -2 },
		"engine: RecordsKept is -7":         func(o *Options) { o.RecordsKept = -7 },
		"engine: RetentionMonths is 1201":   func(o *Options) { o.RetentionMonths = 1201 },
	} {
		if _, err := Open(journal.NewMemory(), settings(change)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	o, err := settings(nil).withDefaults()
	if err != nil || o.AsksMax != 256 || o.GapMin != 2*acd.Second || o.RetentionMonths != 24 || o.Log == nil {
		t.Errorf("defaults: %+v, %v", o, err)
	}
	o.Seed = nil
	o, _ = o.withDefaults()
	if o.Seed(0) == o.Seed(0) {
		t.Error("two seeds by chance are the same")
	}
}

// TestDamagedJournal refuses to start on what it cannot read.
func TestDamagedJournal(t *testing.T) {
	j := journal.NewMemory()
	if _, err := j.Append(journal.Batch{Payload: []byte("1 5\n5 i 1 ContactVanished {}\n")}); err != nil {
		t.Fatal(err)
	}
	_, err := Open(j, settings(nil))
	if err == nil || !strings.Contains(err.Error(), `record 1: read record: line 2: an event of kind "ContactVanished"`) {
		t.Errorf("got %v", err)
	}
}

// TestCompare panics where what was lived is not what is replayed.
func TestCompare(t *testing.T) {
	defer func() {
		if got := recover(); got == nil || !strings.Contains(got.(string), "after record 7 the state that was lived") {
			t.Errorf("got %v", got)
		}
	}()
	compare(7, 0, account.State{}, account.State{})
	compare(7, 0, account.State{}, account.State{Tokens: []instance.UsedToken{{}}})
}
