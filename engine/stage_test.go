package engine

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/journal"
)

// byHand gives an engine a manual clock.
func byHand(o *Options) { o.Manual = start }

// TestManualClock moves time by hand: all deadlines on the way are met, each at its own instant.
func TestManualClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := newBrittle()
		w := open(t, j, byHand)
		w.ready(w.named("ana"))
		w.contact()
		pass(time.Hour) // on the wall
		if w.Now() != start || !w.IsManual() || len(w.seen.kinds(acd.OfferMissed{})) != 0 {
			t.Errorf("a manual clock went by itself to %v", w.Now().Std())
		}
		now, err := w.AdvanceClock(w.ctx, 8*acd.Day)
		if err != nil || now != start.Add(8*acd.Day) || now != w.Now() {
			t.Errorf("advance: %v, %v", now.Std(), err)
		}
		var at []acd.Time
		for _, one := range w.seen.all {
			switch one.Event.Body.(type) {
			case acd.OfferMissed, acd.ContactDisconnected:
				at = append(at, one.Event.At-start)
			case acd.Resumed:
				t.Error("a manual clock has no gaps")
			}
		}
		if want := []acd.Time{acd.Time(30 * acd.Second), acd.Time(7 * acd.Day)}; !slices.Equal(at, want) {
			t.Errorf("missed and expired after %v, want %v", at, want)
		}
		w.contact()
		for _, d := range []acd.Duration{-1, centuryMax + 1} {
			if _, err := w.AdvanceClock(w.ctx, d); err == nil {
				t.Errorf("the clock was advanced by %d", d)
			}
		}
		w.replayed(j)
		w.close()

		again := open(t, j, byHand) // at or after the last record, never before
		if again.Now() != start.Add(8*acd.Day) {
			t.Errorf("the clock went back to %v", again.Now().Std())
		}
		again.close()
	})
}

// TestRealClock cannot be moved by hand.
func TestRealClock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := open(t, journal.NewMemory(), nil)
		var refusal *acd.Error
		if _, err := w.AdvanceClock(w.ctx, acd.Second); !errors.As(err, &refusal) || refusal.Code != acd.Improper {
			t.Errorf("got %v, want a refusal", err)
		}
		if w.IsManual() || w.Now() != acd.TimeOf(time.Now()) {
			t.Errorf("it is %v", w.Now().Std())
		}
		w.close()
	})
}

// TestStage sets a stage, plays, sets it back and plays again: it must be the same play, ids and all.
func TestStage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := open(t, journal.NewMemory(), func(o *Options) { o.Manual, o.Stage = start, true })
		before := w.contact()
		w.must(w.instance, acd.StopContact{ContactID: before})
		stage, err := w.Save(w.ctx)
		if err != nil {
			t.Fatal(err)
		}
		_, hash := w.Hash()
		play := func() string {
			from := len(w.seen.all)
			w.ready(w.named("ana"))
			c := w.contact()
			if _, err := w.AdvanceClock(w.ctx, acd.Minute); err != nil {
				t.Fatal(err)
			}
			w.must(w.instance, acd.StopContact{ContactID: c})
			second := w.must("", acd.CreateInstance{Instance: acd.Instance{
				Alias: "second", IdentityManagementType: "CONNECT_MANAGED",
			}})
			told := fmt.Sprintln(c, second, w.find(c), w.find(before).ID)
			for _, one := range w.seen.all[from:] {
				told += fmt.Sprintln(one.Event)
			}
			return told
		}
		first := play()
		var gone acd.ContactID
		for _, one := range w.seen.all {
			for _, ended := range one.Ended {
				gone = ended.Contact.ID
			}
		}
		if err := w.Load(w.ctx, stage); err != nil {
			t.Fatal(err)
		}
		if _, now := w.Hash(); now != hash || w.Now() != start || w.seen.cuts != 2 {
			t.Errorf("set back: the hash is %v, the time %v, cuts %d", now == hash, w.Now().Std(), w.seen.cuts)
		}
		if _, ok, _ := w.Contact(w.instance, gone); ok {
			t.Error("a contact of the play is still there")
		}
		if second := play(); first != second {
			t.Errorf("played again it is another play:\n%s\n%s", first, second)
		}
		if err := w.Reset(w.ctx); err != nil {
			t.Fatal(err)
		}
		w.View(func(a *account.Account) {
			if len(a.Instances()) != 0 || w.Now() != start {
				t.Error("something is left after a reset")
			}
		})
		w.found()
		if again := w.find(w.contact()); again.ID != before {
			t.Errorf("after a reset the first contact is %s, was %s", again.ID, before)
		}
		if err := w.Load(w.ctx, []byte("1 0\nnonsense")); err == nil || !strings.Contains(err.Error(), "no saved stage") {
			t.Errorf("nonsense as a stage: %v", err)
		}
		w.close()
	})
}

// TestNoStage refuses to set back what is not in memory only.
func TestNoStage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := open(t, journal.NewMemory(), byHand)
		if _, err := w.Save(w.ctx); err == nil {
			t.Error("saved")
		}
		if err := w.Reset(w.ctx); err == nil {
			t.Error("reset")
		}
		w.close()
	})
}
