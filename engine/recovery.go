package engine

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/instance"
	"patchcord/journal"
	"patchcord/scribe"
)

// recover brings both minds back: from the latest snapshot, and then record by record. It returns the time of the last
// record, zero where there is none.
func (e *Engine) recover() (at acd.Time, err error) {
	start := time.Now()
	sequence, text, err := e.journal.LatestSnapshot()
	if err != nil {
		return 0, fmt.Errorf("read snapshot: %w", err)
	}
	var state account.State
	if text != nil {
		if at, state, err = scribe.DecodeState(text); err != nil {
			return 0, fmt.Errorf("snapshot after record %d: %w", sequence, err)
		}
	}
	e.live = account.Restore(e.options.mind(), state)
	f := &follower{account: account.Restore(e.options.mind(), state), sequence: sequence, at: at}
	for _, see := range e.options.Observers {
		f.watchers = append(f.watchers, &watcher{see})
	}
	f.replace(f.account)
	e.follower = f
	records := 0
	err = read(e.journal, sequence+1, func(sequence int64, r scribe.Record) {
		for _, event := range r.Events {
			e.live.Replay(event)
		}
		e.live.TakeEnded() // their rows are there
		e.live.TakeSpells()
		f.replay(piece{sequence, r.At, r.Events})
		records++
	})
	if err != nil {
		return 0, err
	}
	e.chores.saved, e.chores.asked = sequence, sequence
	last, at, replayed := f.snapshot()
	lived := e.live.Snapshot()
	e.chores.begin(func() { compare(last, at, replayed, lived) })
	e.log.Info("the mind is back", "record", last, "snapshot", sequence, "replayed", records,
		"took", time.Since(start).Round(time.Millisecond))
	return at, nil
}

// read decodes the records of a journal from one on.
func read(log journal.Log, from int64, each func(sequence int64, r scribe.Record)) error {
	for rec, err := range log.Read(from) {
		if err != nil {
			return fmt.Errorf("read journal: %w", err)
		}
		r, err := scribe.DecodeRecord(rec.Payload)
		if err != nil {
			return fmt.Errorf("record %d: %w", rec.Sequence, err)
		}
		each(rec.Sequence, r)
	}
	return nil
}

// compare panics where the two minds are not in the same state, and returns the text of the state where they are.
func compare(sequence int64, at acd.Time, replayed, lived account.State) []byte {
	text := scribe.EncodeState(at, replayed)
	if !bytes.Equal(text, scribe.EncodeState(at, lived)) {
		panic(fmt.Sprintf("engine: after record %d the state that was lived is not the state that is replayed", sequence))
	}
	return text
}

// Replay brings the state of an account back from the first record on, asking no snapshot, and returns it with the last
// record's number. It is the slow way, to hold the others against.
func Replay(log journal.Log, self acd.Account) (state account.State, sequence int64, err error) {
	a := account.New(instance.Options{Account: self})
	err = read(log, 1, func(n int64, r scribe.Record) {
		for _, event := range r.Events {
			a.Replay(event)
		}
		a.TakeEnded() // nobody asks for them here
		a.TakeSpells()
		sequence = n
	})
	if errors.Is(err, journal.ErrTrimmed) {
		err = fmt.Errorf("the first records are no longer kept: %w", err)
	}
	return a.Snapshot(), sequence, err
}
