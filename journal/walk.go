package journal

import (
	"errors"
	"fmt"
	"iter"
)

// A walk goes along the chain. Its two doors are functions so that the same walk
// serves a running journal, a file read from outside, and a backup.
type walk struct {
	page    func(from int64) ([]row, error) // the rows from a sequence on, as many as fit; none at the end
	anchor  func() (point, error)           // the last record that was trimmed
	packing *packing
}

// from yields the records from a sequence on, each proven against its checksum
// and its predecessor. It holds nothing while the caller has a record.
func (w walk) from(from int64) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		anchor, err := w.anchor()
		if err != nil {
			yield(Record{}, err)
			return
		}
		if from <= 0 {
			from = anchor.sequence + 1
		}
		if from <= anchor.sequence {
			yield(Record{}, fmt.Errorf("read record %d: %w", from, ErrTrimmed))
			return
		}
		last, known := anchor, true
		if from > anchor.sequence+1 {
			// Begin one record earlier, to have the hash that the first one must name.
			last, known = point{sequence: from - 2}, false
		}
		for {
			rows, err := w.page(last.sequence + 1)
			if errors.Is(err, ErrDamaged) {
				err = &damage{last.sequence + 1, "cannot be read: " + err.Error()}
			}
			if err != nil {
				yield(Record{}, err)
				return
			}
			if len(rows) == 0 {
				return
			}
			for i := range rows {
				rec, err := w.next(last, known, &rows[i])
				if err != nil {
					yield(Record{}, err)
					return
				}
				last, known = point{rec.Sequence, rec.Hash}, true
				if rec.Sequence >= from && !yield(rec, nil) {
					return
				}
			}
		}
	}
}

// next opens a row and proves that it follows the last record.
func (w walk) next(last point, known bool, r *row) (Record, error) {
	want := last.sequence + 1
	if r.sequence != want {
		anchor, err := w.anchor()
		if err != nil {
			return Record{}, err
		}
		if anchor.sequence >= want {
			return Record{}, fmt.Errorf("read record %d: %w", want, ErrTrimmed)
		}
		return Record{}, &damage{want, "is missing"}
	}
	rec, err := r.open(w.packing)
	if err != nil {
		return Record{}, err
	}
	if known && rec.Previous != last.hash {
		return Record{}, &damage{want, fmt.Sprintf("does not follow record %d", last.sequence)}
	}
	return rec, nil
}
