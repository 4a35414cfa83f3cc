package courier

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestDelivery(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, h := &world{T: t}, newHand(nil)
		w.open(0, Receiver{Name: "h", Taker: h})
		w.Begin(0)
		w.Live()
		w.Post(1, words("a", "b"))
		w.Post(2, nil)
		w.Post(3, words("c"))
		synctest.Wait()
		if got := h.all(); got != "a b c" {
			t.Errorf("delivered were %q", got)
		}
		if n := w.Counts()[0]; n.Delivered != 3 || n.WaitingBytes != 0 || n.Faults != 0 {
			t.Errorf("counted were %+v", n)
		}
		w.end()
	})
}

// What was posted is delivered after a restart, what was delivered is not delivered again, and what is posted again is
// passed over.
func TestRestart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, h := &world{T: t}, newHand(nil)
		w.open(0, Receiver{Name: "h", Taker: h})
		w.Begin(0)
		w.Post(1, words("a"))
		synctest.Wait()
		h.set(refuse)
		w.Post(2, words("b"))
		w.Post(3, words("c"))
		synctest.Wait()
		w.die()
		h.set(nil)
		w.open(5, Receiver{Name: "h", Taker: h})
		w.Begin(0)
		for record, text := range []string{1: "a", 2: "b", 3: "c", 4: "d", 5: "e"} {
			w.Post(int64(record), words(text))
		}
		synctest.Wait()
		if got := h.all(); got != "a b c d e" {
			t.Errorf("delivered were %q", got)
		}
	})
}

// A first start delivers what happens from then on.
func TestFirstStart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, h := &world{T: t}, newHand(nil)
		w.open(2, Receiver{Name: "h", Taker: h})
		w.Begin(1)
		w.Post(2, words("old"))
		w.Post(3, words("new"))
		synctest.Wait()
		if got := h.all(); got != "new" {
			t.Errorf("delivered were %q", got)
		}
		if w.log.has("not delivered") {
			t.Errorf("something is said to be missing: %s", &w.log.text)
		}
	})
}

// Where nobody asked for delivery for a while, or the journal has lost its end, the log tells.
func TestWhatCannotBeDelivered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, h := &world{T: t}, newHand(nil)
		w.open(0, Receiver{Name: "h", Taker: h})
		w.Begin(0)
		w.Post(7, words("a"))
		synctest.Wait()
		w.die()
		w.open(20, Receiver{Name: "h", Taker: h})
		w.Begin(15)
		w.Post(16, words("b"))
		synctest.Wait()
		if !w.log.has("after_record=7 through_record=15") {
			t.Errorf("the gap is not told: %s", &w.log.text)
		}
		w.die()
		w.open(10, Receiver{Name: "h", Taker: h})
		w.Begin(9)
		w.Post(10, words("has"))
		w.Post(11, words("c"))
		synctest.Wait()
		if got := h.all(); got != "a b c" || !w.log.has("journal=10 outbox=16") {
			t.Errorf("delivered were %q; %s", got, &w.log.text)
		}
	})
}

// A snapshot waits until the outbox has what came before it.
func TestSettle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{T: t}
		w.open(0, Receiver{Name: "h", Taker: newHand(refuse)})
		w.Begin(0)
		w.Live()
		w.Post(1, words("a"))
		w.Post(2, nil)
		if err := w.Settle(3); err != nil { // a record without any event is not posted
			t.Fatal(err)
		}
		w.die()
		if box, err := openOutbox(w.dir, 0); err != nil || box.through != 3 {
			t.Errorf("the outbox has come to %d, %v", box.through, err)
		}
	})
}

// A disk that does not take the outbox holds up nobody, and the journal may not forget what waits for it.
func TestFaultyDisk(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, h := &world{T: t}, newHand(nil)
		w.change(func(o *Options) { o.LettersMax = 2 }, 0, Receiver{Name: "h", Taker: h})
		w.Begin(0)
		w.Live()
		file := w.outbox.file
		broken, err := os.Open(file.Name())
		if err != nil {
			t.Fatal(err)
		}
		w.outbox.file = broken // which cannot be written
		w.Post(1, words("a"))
		synctest.Wait()
		if err := w.Settle(1); err == nil {
			t.Error("the outbox has settled what it could not write")
		}
		w.outbox.mu.Lock()
		w.outbox.file = file
		w.outbox.mu.Unlock()
		<-time.After(2 * writeRetry)
		synctest.Wait()
		if err := w.Settle(1); err != nil || h.all() != "a" {
			t.Errorf("afterwards: %v, delivered were %q", err, h.all())
		}
		w.outbox.mu.Lock()
		w.outbox.file = broken
		w.outbox.mu.Unlock()
		w.Post(2, words("b"))
		w.Post(3, words("c"))
		w.Post(4, words("d")) // is left to the journal
		w.Post(5, nil)
		w.outbox.mu.Lock()
		w.outbox.file = file
		w.outbox.mu.Unlock()
		<-time.After(2 * writeRetry)
		synctest.Wait()
		if err := w.Settle(5); err == nil || h.all() != "a b c" || !w.log.has("stay in the journal") {
			t.Errorf("%v, delivered were %q", err, h.all())
		}
		w.die()
		w.open(5, Receiver{Name: "h", Taker: h})
		w.Begin(1)
		w.Post(2, words("b"))
		w.Post(3, words("c"))
		w.Post(4, words("d"))
		synctest.Wait()
		if h.all() != "a b c d" {
			t.Errorf("after the restart: %q", h.all())
		}
	})
}

// Whoever is new begins now; whoever is asked for no more is forgotten; the others go on.
func TestWaysComeAndGo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w, old, fresh := &world{T: t}, newHand(nil), newHand(nil)
		w.open(0, Receiver{Name: "old", Taker: old})
		w.Begin(0)
		w.Post(1, words("a"))
		synctest.Wait()
		w.die()
		w.open(1, Receiver{Name: "old", Taker: old}, Receiver{Name: "fresh", Taker: fresh})
		w.Begin(1)
		w.Post(2, words("b"))
		synctest.Wait()
		w.die()
		w.open(2, Receiver{Name: "fresh", Taker: fresh})
		w.Post(3, words("c"))
		synctest.Wait()
		if old.all() != "a b" || fresh.all() != "b c" || !w.log.has("to=old") {
			t.Errorf("delivered were %q and %q", old.all(), fresh.all())
		}
	})
}

// On random lives with crashes that tear the outbox, everything arrives, in order, and from the first time on.
func TestLives(t *testing.T) {
	for seed := range uint64(60) {
		synctest.Test(t, func(t *testing.T) { live(t, rand.New(rand.NewPCG(seed, 1)), seed) })
	}
}

func live(t *testing.T, chance *rand.Rand, seed uint64) {
	w := &world{T: t}
	moods := rand.New(rand.NewPCG(seed, 2))
	h := newHand(func(Batch) error {
		if moods.IntN(3) == 0 {
			return errNo
		}
		return nil
	})
	journal := [][]string{nil} // by record
	snapshot := int64(0)
	for range 6 {
		w.change(func(o *Options) { o.LettersMax = 1 + chance.IntN(40) }, int64(len(journal)-1),
			Receiver{Name: "h", Taker: h, EventsMax: 1 + chance.IntN(5)})
		w.limit(int64(100 + chance.IntN(2000)))
		w.Begin(snapshot)
		for record := snapshot + 1; record < int64(len(journal)); record++ {
			w.Post(record, words(journal[record]...))
		}
		if chance.IntN(2) == 0 {
			w.Live()
		}
		for range chance.IntN(60) {
			var texts []string
			for n := range chance.IntN(4) {
				texts = append(texts, fmt.Sprintf("%d.%d", len(journal), n))
			}
			w.Post(int64(len(journal)), words(texts...))
			journal = append(journal, texts)
			if chance.IntN(20) == 0 && w.Settle(int64(len(journal)-1)) == nil {
				snapshot = int64(len(journal) - 1)
			}
		}
		if chance.IntN(2) == 0 {
			<-time.After(time.Duration(chance.IntN(5000)) * time.Millisecond)
		}
		for range chance.IntN(5) { // what the journal has, and the crash kept from being posted
			journal = append(journal, []string{fmt.Sprintf("%d.0", len(journal))})
		}
		w.die()
		tear(t, w, chance)
	}
	h.set(nil)
	w.open(int64(len(journal)-1), Receiver{Name: "h", Taker: h})
	w.Begin(snapshot)
	for record := snapshot + 1; record < int64(len(journal)); record++ {
		w.Post(record, words(journal[record]...))
	}
	synctest.Wait()
	var first []string
	seen := map[string]bool{}
	for text := range strings.FieldsSeq(h.all()) {
		if !seen[text] {
			seen[text], first = true, append(first, text)
		}
	}
	var want []string
	for _, texts := range journal {
		want = append(want, texts...)
	}
	if strings.Join(first, " ") != strings.Join(want, " ") {
		t.Errorf("seed %d: wanted were\n%v, delivered were\n%v", seed, want, h.all())
	}
	w.die()
}

// tear leaves what a crash may leave behind the last thing that was synced.
func tear(t *testing.T, w *world, chance *rand.Rand) {
	paths, err := filepath.Glob(filepath.Join(w.dir, "*"+outboxSuffix))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no outbox: %v", err)
	}
	path := paths[len(paths)-1]
	if chance.IntN(4) == 0 {
		path = filepath.Join(w.dir, fmt.Sprintf("%012d%s", 1_000_000, outboxSuffix))
		if err := os.WriteFile(path, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	line := appendParcel(nil, 1<<40, 0, [][]byte{[]byte(`"never"`)})
	_, err = file.Write(line[:chance.IntN(len(line))])
	if err := errors.Join(err, file.Close()); err != nil {
		t.Fatal(err)
	}
}

// The end waits for what can be delivered at once, and for no longer than it may.
func TestEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{T: t}
		h := newHand(nil)
		w.open(0, Receiver{Name: "h", Taker: h, EventsMax: 2, Delay: time.Minute})
		for record := int64(1); record <= 5; record++ {
			w.Post(record, words("a"))
		}
		w.end()
		if h.all() != "a a a a a" {
			t.Errorf("delivered were %q", h.all())
		}
		began := time.Now()
		w.open(5, Receiver{Name: "h", Taker: newHand(refuse)})
		w.Post(6, words("b"))
		w.end()
		if took := time.Since(began); took != 0 || !w.log.has("for the next start") {
			t.Errorf("the end took %v: %s", took, &w.log.text)
		}
		w.open(6, Receiver{Name: "h", Taker: stuck{}})
		w.Post(7, words("c"))
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if err := w.Close(ctx); err != nil || time.Since(began) != 5*time.Second {
			t.Errorf("the end took %v, %v", time.Since(began), err)
		}
	})
}

// stuck never answers.
type stuck struct{}

func (stuck) Take(ctx context.Context, _ Batch) error {
	<-ctx.Done()
	return ctx.Err()
}

func (stuck) Close() error { return nil }
