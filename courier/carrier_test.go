package courier

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// Who does not take is asked again after a second, then after twice as long each time, up to a minute.
func TestBackOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, h := &world{T: t}, newHand(refuse)
		w.open(0, Receiver{Name: "h", Taker: h})
		w.Post(1, words("a"))
		<-time.After(4 * time.Minute)
		synctest.Wait()
		h.mu.Lock()
		var gaps []time.Duration
		for i := 1; i < len(h.tries); i++ {
			gaps = append(gaps, h.tries[i].Sub(h.tries[i-1]).Round(time.Millisecond))
		}
		h.mu.Unlock()
		if want := "[1s 2s 4s 8s 16s 32s 1m0s 1m0s]"; fmt.Sprint(gaps) != want {
			t.Errorf("it came back after %v, not %s", gaps, want)
		}
		if n := w.Counts()[0]; n.Faults != 9 || n.WaitingBytes == 0 || n.WaitingSince.IsZero() {
			t.Errorf("counted were %+v", n)
		}
		h.set(nil)
		<-time.After(time.Minute)
		synctest.Wait()
		if n := w.Counts()[0]; h.all() != "a" || n.Delivered != 1 || !n.WaitingSince.IsZero() || !w.log.has("taken again") {
			t.Errorf("delivered were %q, counted were %+v", h.all(), n)
		}
		w.die()
	})
}

// The wait is between half and all of it, and not shorter than who takes wants.
func TestJitterAndRetryAfter(t *testing.T) {
	for _, c := range []struct {
		tries  int
		chance float64
		after  time.Duration
		want   time.Duration
	}{
		{1, 0, 0, time.Second / 2},
		{1, 0.5, 0, 3 * time.Second / 4},
		{3, 0, 3 * time.Second, 3 * time.Second},
		{30, 0, 0, 30 * time.Second},
		{30, 0, time.Hour, 10 * time.Minute},
		{30, 0, -time.Hour, 30 * time.Second},
	} {
		k := &carrier{c: &Courier{options: Options{Chance: func() float64 { return c.chance }}}, tries: c.tries}
		if got := k.backOff(c.after); got != c.want {
			t.Errorf("%+v: waits %v", c, got)
		}
	}
}

// One event that cannot be taken is put aside, and the others arrive in their order.
func TestEventAtFault(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, dead := &world{T: t}, newHand(nil)
		h := newHand(func(b Batch) error {
			if has(b, "bad") || has(b, "worse") {
				return &Refusal{Err: errors.New("it is bad"), Final: true}
			}
			return nil
		})
		w.open(0, Receiver{Name: "h", Taker: h, DeadLetters: dead})
		w.Post(1, words("a", "b", "bad", "c", "d", "e", "worse"))
		w.Post(2, words("f"))
		synctest.Wait()
		if h.all() != "a b c d e f" || dead.all() != "bad worse" {
			t.Errorf("taken were %q, put aside %q", h.all(), dead.all())
		}
		if n := w.Counts()[0]; n.GivenUp != 2 || n.Delivered != 6 {
			t.Errorf("counted were %+v", n)
		}
		w.die()
	})
}

// What was not taken for a day is put aside; what is younger waits on. A restart does not make it younger.
func TestGiveUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, h, dead := &world{T: t}, newHand(refuse), newHand(nil)
		to := Receiver{Name: "h", Taker: h, GiveUp: 24 * time.Hour, DeadLetters: dead}
		w.open(0, to)
		w.Post(1, words("a"))
		<-time.After(10 * time.Hour)
		w.Post(2, words("b"))
		w.die()
		w.open(2, to)
		<-time.After(13 * time.Hour)
		if dead.all() != "" {
			t.Errorf("put aside were %q too early", dead.all())
		}
		<-time.After(2 * time.Hour)
		if dead.all() != "a" || h.all() != "" {
			t.Errorf("put aside were %q", dead.all())
		}
		dead.set(refuse) // nothing is given up that cannot be put aside
		<-time.After(24 * time.Hour)
		dead.set(nil)
		<-time.After(2 * time.Minute)
		synctest.Wait()
		if dead.all() != "a b" || h.all() != "" {
			t.Errorf("put aside were %q", dead.all())
		}
		w.die()
	})
}

// A batch waits for more until it is full or has waited for long enough.
func TestBatches(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{T: t}
		var sizes []int
		h := newHand(nil)
		h.judge = func(b Batch) error { sizes = append(sizes, len(b.Events)); return nil }
		w.open(0, Receiver{Name: "h", Taker: h, EventsMax: 3, Delay: time.Second})
		w.Live()
		w.Post(1, words("a"))
		<-time.After(500 * time.Millisecond)
		w.Post(2, words("b"))
		synctest.Wait()
		if h.all() != "" {
			t.Errorf("%q did not wait", h.all())
		}
		<-time.After(500 * time.Millisecond)
		synctest.Wait()
		if h.all() != "a b" {
			t.Errorf("after a second: %q", h.all())
		}
		w.Post(3, words("c", "d", "e", "f"))
		synctest.Wait()
		if h.all() != "a b c d e" {
			t.Errorf("a full batch waits: %q", h.all())
		}
		w.end()
		if !slices.Equal(sizes, []int{2, 3, 1}) {
			t.Errorf("the batches have %v events", sizes)
		}
	})
}

// Whoever does not take holds up neither the engine nor the other ways.
func TestSlowTaker(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, quick := &world{T: t}, newHand(nil)
		w.open(0, Receiver{Name: "slow", Taker: stuck{}}, Receiver{Name: "quick", Taker: quick, EventsMax: 1000})
		w.limit(4000)
		w.Live()
		began := time.Now()
		for record := int64(1); record <= 2000; record++ {
			w.Post(record, words("an event"))
			if record%500 == 0 {
				synctest.Wait()
			}
		}
		if err := w.Settle(2000); err != nil {
			t.Error(err)
		}
		synctest.Wait()
		if took := time.Since(began); took != 0 || strings.Count(quick.all(), "an event") != 2000 {
			t.Errorf("after %v, %d were delivered", took, strings.Count(quick.all(), "an event"))
		}
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		if err := w.Close(ctx); err != nil {
			t.Error(err)
		}
	})
}

// The outbox keeps no more than what somebody waits for.
func TestOutboxIsTrimmed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, h := &world{T: t}, newHand(nil)
		w.open(0, Receiver{Name: "h", Taker: h})
		w.limit(200)
		for record := int64(1); record <= 50; record++ {
			w.Post(record, words("an event that is not very long"))
			synctest.Wait()
		}
		w.outbox.mu.Lock()
		defer w.outbox.mu.Unlock()
		if n := len(w.outbox.numbers); n > 2 || w.outbox.numbers[0] < 5 {
			t.Errorf("the outbox has the segments %v", w.outbox.numbers)
		}
	})
}
