package courier

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// word is a letter that is its own JSON.
type word string

// Line is part of Letter.
func (w word) Line() []byte { return fmt.Appendf(nil, "%q", string(w)) }

func words(texts ...string) (letters []Letter) {
	for _, text := range texts {
		letters = append(letters, word(text))
	}
	return letters
}

// hand is a Taker that a test leads.
type hand struct {
	mu    sync.Mutex
	had   []string
	tries []time.Time
	judge func(Batch) error // nil: everything is taken
}

func newHand(judge func(Batch) error) *hand { return &hand{judge: judge} }

// Take is part of Taker.
func (h *hand) Take(_ context.Context, b Batch) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.tries = append(h.tries, time.Now())
	if h.judge != nil {
		if err := h.judge(b); err != nil {
			return err
		}
	}
	for _, event := range b.Events {
		h.had = append(h.had, strings.Trim(string(event), `"`))
	}
	return nil
}

// Close is part of Taker.
func (h *hand) Close() error { return nil }

func (h *hand) all() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return strings.Join(h.had, " ")
}

func (h *hand) set(judge func(Batch) error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.judge = judge
}

// said is a log that a test reads.
type said struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write is part of io.Writer.
func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

func (s *said) has(word string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Contains(s.text.String(), word)
}

// world is a courier with a directory that outlives it.
type world struct {
	*testing.T
	*Courier
	dir string
	log said
}

// open opens a courier for takers.
func (w *world) open(end int64, to ...Receiver) {
	w.Helper()
	w.change(func(*Options) {}, end, to...)
}

func (w *world) change(change func(*Options), end int64, to ...Receiver) {
	w.Helper()
	if w.dir == "" {
		w.dir = w.TempDir()
	}
	for i := range to {
		if to[i].EventsMax == 0 {
			to[i].EventsMax = 10
		}
	}
	o := Options{Dir: w.dir, End: end, To: to, Now: time.Now, Chance: func() float64 { return 1 },
		Log: slog.New(slog.NewTextHandler(&w.log, nil))}
	change(&o)
	c, err := Open(o)
	if err != nil {
		w.Fatal(err)
	}
	w.Courier = c
	w.Cleanup(func() { w.die() })
}

// die ends a courier as a crash would, but that nothing is under way.
func (w *world) die() {
	w.cancel()
	w.Close(context.Background())
}

// limit makes segments short.
func (w *world) limit(bytes int64) {
	w.outbox.mu.Lock()
	defer w.outbox.mu.Unlock()
	w.outbox.limit = bytes
}

// end lets everything arrive.
func (w *world) end() {
	w.Helper()
	if err := w.Close(context.Background()); err != nil {
		w.Fatal(err)
	}
}

var errNo = errors.New("nobody is there")

func refuse(Batch) error { return errNo }

func has(b Batch, text string) bool {
	return slices.ContainsFunc(b.Events, func(e []byte) bool { return string(e) == `"`+text+`"` })
}
