package engine

import (
	"context"
	"sync/atomic"
	"time"

	"patchcord/acd"
)

// A clock tells the time, which never goes back.
type clock struct {
	manual bool
	seen   atomic.Int64 // the latest time told; of a manual clock: its time
}

// start begins at the time of the last record or later.
func (c *clock) start(last, manual acd.Time) {
	c.manual = !manual.IsZero()
	c.seen.Store(int64(max(last, manual)))
}

// now tells the time.
func (c *clock) now() acd.Time {
	seen := c.seen.Load()
	if c.manual {
		return acd.Time(seen)
	}
	for {
		wall := time.Now().UnixMilli()
		if wall <= seen || c.seen.CompareAndSwap(seen, wall) {
			return acd.Time(max(wall, seen))
		}
		seen = c.seen.Load()
	}
}

// Now returns the time as the engine tells it. It never goes back.
func (e *Engine) Now() acd.Time { return e.clock.now() }

// IsManual says whether the clock stands still between calls of AdvanceClock.
func (e *Engine) IsManual() bool { return e.clock.manual }

// AdvanceClock moves a manual clock. Every deadline on the way is met, one by one, and durable when it returns.
func (e *Engine) AdvanceClock(ctx context.Context, d acd.Duration) (now acd.Time, err error) {
	if !e.clock.manual {
		return 0, acd.Errorf(acd.Improper, "the clock shows the real time; only a manual clock can be advanced")
	}
	if d < 0 || d > centuryMax {
		return 0, acd.Errorf(acd.Invalid, "the clock cannot be advanced by %d ms; give 0 to %d", d, centuryMax)
	}
	err = e.between(ctx, func() error {
		err := e.advanceClock(e.clock.now().Add(d))
		now = e.clock.now()
		return err
	})
	return now, err
}

// centuryMax is how far a manual clock moves in one call.
const centuryMax = 36_525 * acd.Day

// advanceClock meets the deadlines up to a time, as many a record as fit.
func (e *Engine) advanceClock(to acd.Time) error {
	for at := e.clock.now(); at < to; {
		b, err := e.empty(at), error(nil)
		if at, err = e.advance(b, to); err != nil {
			return err
		}
		if err := e.commit(b); err != nil {
			return err
		}
		if e.isFull() {
			return ErrFull
		}
		e.clock.seen.Store(int64(at))
	}
	return nil
}
