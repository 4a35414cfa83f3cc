package engine

import (
	"errors"
	"testing"

	"patchcord/acd"
	"patchcord/journal"
)

// No snapshot is saved before an observer has made safe what came before it, and each record has a last event.
func TestSettle(t *testing.T) {
	j := journal.NewMemory()
	var asked []int64
	willing := false
	settle := func(sequence int64) error {
		asked = append(asked, sequence)
		if !willing {
			return errors.New("the outbox is full")
		}
		return nil
	}
	var ends, records int64
	see := func(s Sighting) {
		if s.Last {
			ends++
		}
		records = s.Sequence
	}
	w := open(t, j, func(o *Options) {
		o.Settle, o.SnapshotRecords, o.Observers, o.Manual = settle, -1, []func(Sighting){see}, start
	})
	if _, err := w.AdvanceClock(w.ctx, acd.Minute); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(w.ctx); err != nil {
		t.Fatal(err)
	}
	if sequence, _, err := j.LatestSnapshot(); sequence != 0 || err != nil || len(asked) != 1 || asked[0] != records {
		t.Errorf("a snapshot after %d was saved, %v; asked was for %v of %d", sequence, err, asked, records)
	}
	if ends != records {
		t.Errorf("%d of %d records have a last event", ends, records)
	}
	willing = true
	w = open(t, j, func(o *Options) { o.Settle, o.SnapshotRecords, o.Manual = settle, -1, start })
	if err := w.Close(w.ctx); err != nil {
		t.Fatal(err)
	}
	if sequence, _, _ := j.LatestSnapshot(); sequence != asked[1] {
		t.Errorf("a snapshot after %d was saved, asked was for %v", sequence, asked)
	}
}
