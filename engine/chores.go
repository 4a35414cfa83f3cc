package engine

import (
	"sync"
	"sync/atomic"
	"time"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/history"
)

// Chores are done beside the loop, one at a time: writing snapshots, trimming the journal, forgetting old contacts.
// What comes due while another is being done waits until the loop looks again.
type chores struct {
	busy    atomic.Bool
	running sync.WaitGroup
	asked   int64    // record of the snapshot that was begun last; the loop's
	looked  acd.Time // when old contacts were last looked for; the loop's
	saved   int64    // record of the latest snapshot; the chore's
}

// begin does something beside the loop, if nothing else is being done.
func (c *chores) begin(do func()) {
	if c.busy.Swap(true) {
		return
	}
	c.running.Go(func() {
		defer c.busy.Store(false)
		do()
	})
}

// forgetEvery is how much time lies between two looks for contacts to forget.
const forgetEvery = acd.Hour

// keepHouse begins what is due, now that both minds are in the same state.
func (e *Engine) keepHouse() {
	c := &e.chores
	if c.busy.Load() {
		return
	}
	every := e.options.SnapshotRecords
	if every > 0 && e.follower.sequence-c.asked >= every {
		c.asked = e.follower.sequence
		sequence, at, state := e.follower.snapshot()
		lived := e.live.Snapshot()
		c.begin(func() { e.saveSnapshot(sequence, at, state, lived) })
		return
	}
	if now := e.clock.now(); now.Sub(c.looked) >= forgetEvery {
		c.looked = now
		c.begin(func() { e.forgetContacts(now) })
	}
}

// saveSnapshot keeps a state, so that the next start need not replay what led to it, and drops the records that nobody
// wants kept. That it cannot be written is no harm yet: the journal has everything.
func (e *Engine) saveSnapshot(sequence int64, at acd.Time, state, lived account.State) {
	start := time.Now()
	text := compare(sequence, at, state, lived)
	if settle := e.options.Settle; settle != nil {
		if err := settle(sequence); err != nil {
			e.log.Error("a snapshot was not saved, for an observer is not that far", "record", sequence, "error", err)
			return
		}
	}
	if err := e.journal.SaveSnapshot(sequence, text); err != nil {
		e.log.Error("a snapshot was not saved", "record", sequence, "error", err)
		return
	}
	older := e.chores.saved
	e.chores.saved = sequence
	e.log.Info("snapshot", "record", sequence, "bytes", len(text), "took", time.Since(start).Round(time.Millisecond))
	kept := e.options.RecordsKept
	below := older + 1 - max(kept, 0)
	if kept == 0 || older == 0 || below <= 1 {
		return
	}
	if err := e.journal.Trim(below); err != nil {
		e.log.Error("the journal was not trimmed", "below", below, "error", err)
	}
}

// saveLast saves a snapshot at the end, if something has happened since the latest.
func (e *Engine) saveLast() {
	e.chores.running.Wait()
	sequence, at, state := e.follower.snapshot()
	if sequence > e.chores.saved {
		e.saveSnapshot(sequence, at, state, e.live.Snapshot())
	}
}

// forgetContacts forgets, in small steps, the contacts that need not be kept any longer.
func (e *Engine) forgetContacts(now acd.Time) {
	before := history.Cutoff(now, e.options.RetentionMonths)
	total := 0
	for more := true; more; {
		n, again, err := e.history.Trim(before)
		if err != nil {
			e.log.Error("old contacts were not forgotten", "error", err)
			return
		}
		total, more = total+n, again
	}
	if total > 0 {
		e.log.Info("old contacts forgotten", "contacts", total, "before", before.Std())
	}
}
