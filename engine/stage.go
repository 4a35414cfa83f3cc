package engine

import (
	"context"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/history"
	"patchcord/journal"
	"patchcord/scribe"
)

// Save returns the stage as it is now: the state, the clock, and what has ended. The engine goes on.
func (e *Engine) Save(ctx context.Context) (stage []byte, err error) {
	err = e.onStage(ctx, func() error {
		s := scribe.Stage{Clock: e.clock.now(), Seeds: e.seeds, State: e.live.Snapshot()}
		for row, err := range e.shelf.Range("", "") {
			if err != nil {
				return err
			}
			if instance, spell, ok := history.OpenSpell(row); ok {
				s.Spells = append(s.Spells, account.Spell{Instance: instance, Spell: spell})
			}
			if !history.IsContact(row) {
				continue
			}
			instance, c, err := e.history.Open(row)
			if err != nil {
				return err
			}
			s.Ended = append(s.Ended, account.Ended{Instance: instance, Contact: c})
		}
		stage = scribe.EncodeStage(s)
		return nil
	})
	return stage, err
}

// Load sets the stage as it was when it was saved. A manual clock goes back with it, and ids go on from there as they
// did then. The journal notes nothing of it. Observers are told by a cut.
func (e *Engine) Load(ctx context.Context, stage []byte) error {
	s, err := scribe.DecodeStage(stage)
	if err != nil {
		return acd.Errorf(acd.Invalid, "this is no saved stage: %v", err)
	}
	return e.onStage(ctx, func() error {
		e.set(s)
		return nil
	})
}

// Reset clears the stage: no instance, no contact, and a manual clock at its start.
func (e *Engine) Reset(ctx context.Context) error {
	return e.onStage(ctx, func() error {
		e.set(scribe.Stage{Clock: e.options.Manual})
		return nil
	})
}

// onStage lets the loop do something between two records, if there is a stage.
func (e *Engine) onStage(ctx context.Context, do func() error) error {
	if e.shelf == nil {
		return acd.Errorf(acd.Improper, "there is no stage here; only an engine in memory can be set back")
	}
	return e.between(ctx, do)
}

// set puts a stage in place of all there is.
func (e *Engine) set(s scribe.Stage) {
	rows := make([]journal.Entry, 0, len(s.Ended))
	for _, ended := range s.Ended {
		rows = append(rows, e.history.Rows(ended.Instance, ended.Contact)...)
	}
	for _, spell := range s.Spells {
		rows = append(rows, e.history.SpellRow(spell.Instance, spell.Spell))
	}
	e.shelf.Replace(rows)
	if e.clock.manual {
		e.clock.seen.Store(int64(s.Clock))
	}
	e.seeds = s.Seeds
	e.live = account.Restore(e.options.mind(), s.State)
	e.follower.replace(account.Restore(e.options.mind(), e.live.Snapshot()))
}
