package journal

import (
	"bytes"
	"fmt"
	"iter"
	"math"

	"github.com/ncruces/go-sqlite3"
)

// word returns the id of a word, and gives it one in this transaction if it has
// none.
func (w *writer) word(text string) (int64, error) {
	if id := w.words.id(text); id != 0 {
		return id, nil
	}
	for i, fresh := range w.fresh {
		if fresh == text {
			return w.words.next() + int64(i), nil
		}
	}
	id := w.words.next() + int64(len(w.fresh))
	if err := run(w.newWord, id, []byte(text)); err != nil {
		return 0, err
	}
	w.fresh = append(w.fresh, text)
	return id, nil
}

// upsert adds or replaces an archive entry with its marks. first is the record
// that first named the key; it stays when the entry is replaced, as its row does.
func (w *writer) upsert(entry *Entry, p *packing, first int64) error {
	old, known, err := w.find(entry.Key)
	if err != nil {
		return err
	}
	e := sealEntry(*entry, p, &w.scratch)
	if e.marks, err = appendMarks(nil, entry, w.word); err != nil {
		return err
	}
	e.crc = e.sum()
	if known {
		e.row = old.row
		if err := w.unmark(&old); err != nil {
			return err
		}
		err = run(w.replace, e.at, e.form, e.crc, nonNil(e.marks), nonNil(e.value), e.row)
	} else {
		err = run(w.entry, e.key, e.at, first, e.form, e.crc, nonNil(e.marks), nonNil(e.value))
		e.row = w.conn.LastInsertRowID()
	}
	if err != nil {
		return err
	}
	list, note, err := e.stamps()
	if err != nil {
		return err
	}
	for _, m := range list {
		if err := run(w.mark, m.word, m.at, m.number, m.row, nonNil(note)); err != nil {
			return err
		}
	}
	return nil
}

// nonNil makes an empty blob of no blob, which the tables would take for NULL.
func nonNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// find reads what is needed of an entry that is to go.
func (w *writer) find(key string) (e entryRow, ok bool, err error) {
	err = query(w.finds, func(st *sqlite3.Stmt) bool {
		e = entryRow{row: st.ColumnInt64(0), key: []byte(key), at: st.ColumnInt64(1), marks: st.ColumnBlob(2, nil)}
		ok = true
		return false
	}, []byte(key))
	return e, ok, err
}

// unmark removes the marks of a row.
func (w *writer) unmark(e *entryRow) error {
	list, _, err := e.stamps()
	if err != nil {
		return err
	}
	for _, m := range list {
		if err := run(w.erase, m.word, m.at, m.number, m.row); err != nil {
			return err
		}
	}
	return nil
}

// forget removes the oldest entries with their marks.
func (w *writer) forget(before int64) (n int, err error) {
	var old []entryRow
	err = query(w.aged, func(st *sqlite3.Stmt) bool {
		old = append(old, entryRow{row: st.ColumnInt64(0), at: st.ColumnInt64(1), marks: st.ColumnBlob(2, nil)})
		return true
	}, before, int64(ForgetRowsMax))
	if err != nil {
		return 0, err
	}
	for i := range old {
		if err := w.unmark(&old[i]); err != nil {
			return 0, err
		}
		if err := run(w.remove, old[i].row); err != nil {
			return 0, err
		}
	}
	return len(old), nil
}

// A reach is a span as the tables are asked for it: from behind one mark up to a
// bound of At, among the rows up to one.
type reach struct {
	word               int64
	at, number, row    int64
	bound, newest, max int64
}

// reach translates a span.
func (r *reader) reach(s Span, words *words) (a reach, err error) {
	a = reach{word: words.id(s.Word), newest: math.MaxInt64, max: readPageRows}
	if s.Until != 0 {
		if a.newest, err = r.rowUntil(s.Until); err != nil {
			return a, err
		}
	}
	if s.Back {
		a.at, a.number, a.row, a.bound = min(s.To, math.MaxInt64-1)+1, math.MinInt64, math.MinInt64, s.From
		if b := s.Behind; b != nil && b.Compare(Place{a.at, a.number}) < 0 {
			a.at, a.number = b.At, b.Number
		}
		return a, nil
	}
	a.at, a.number, a.row, a.bound = max(s.From, math.MinInt64+1)-1, math.MaxInt64, math.MaxInt64, s.To
	if b := s.Behind; b != nil && b.Compare(Place{a.at, a.number}) > 0 {
		a.at, a.number = b.At, b.Number
	}
	return a, nil
}

// rowUntil is the last row that a record up to one brought first.
func (r *reader) rowUntil(sequence int64) (row int64, err error) {
	err = query(r.until, func(st *sqlite3.Stmt) bool {
		row = st.ColumnInt64(0)
		return false
	}, sequence)
	return row, err
}

// marks reads marks of a reach, as many as fit a page.
func (r *reader) marks(a reach, back bool) (found []Marked, err error) {
	st := r.forth
	if back {
		st = r.back
	}
	err = query(st, func(st *sqlite3.Stmt) bool {
		found = append(found, Marked{
			Place: Place{st.ColumnInt64(0), st.ColumnInt64(1)}, Row: st.ColumnInt64(2), Note: st.ColumnBlob(3, nil),
		})
		return true
	}, a.word, a.at, a.number, a.row, a.bound, a.newest, a.max)
	return found, err
}

// count counts the marks of a reach.
func (r *reader) count(a reach, back bool) (n int64, err error) {
	st := r.countForth
	if back {
		st = r.countBack
	}
	err = query(st, func(st *sqlite3.Stmt) bool {
		n = st.ColumnInt64(0)
		return false
	}, a.word, a.at, a.number, a.row, a.bound, a.newest)
	return n, err
}

// Marks yields the marks of a span; see Index. No connection is held while the
// caller has a mark.
func (s *SQLite) Marks(span Span) iter.Seq2[Marked, error] {
	return func(yield func(Marked, error) bool) {
		var a reach
		err := s.borrow(func(r *reader) (err error) {
			a, err = r.reach(span, s.words)
			return err
		})
		for err == nil {
			var page []Marked
			err = s.borrow(func(r *reader) (err error) {
				page, err = r.marks(a, span.Back)
				return err
			})
			for _, m := range page {
				if !yield(m, nil) {
					return
				}
				a.at, a.number, a.row = m.At, m.Number, m.Row
			}
			if err == nil && len(page) < int(a.max) {
				return
			}
			a.max = markPageRows
		}
		yield(Marked{}, fmt.Errorf("read marks of %q: %w", span.Word, err))
	}
}

// Count returns how many marks a span has; see Index.
func (s *SQLite) Count(span Span) (n int64, err error) {
	err = s.borrow(func(r *reader) error {
		a, err := r.reach(span, s.words)
		if err == nil {
			n, err = r.count(a, span.Back)
		}
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("count marks of %q: %w", span.Word, err)
	}
	return n, nil
}

// Entry returns the entry of a row; see Index.
func (s *SQLite) Entry(row int64) (entry Entry, ok bool, err error) {
	var e entryRow
	err = s.borrow(func(r *reader) (err error) {
		e, ok, err = r.byRow(row)
		return err
	})
	if err == nil && ok {
		entry, err = e.open(s.packing, s.words)
	}
	return entry, ok && err == nil, err
}

// marks proves that the index is what the rows say: every mark of a row is in it,
// and nothing else is.
func (x *examination) marks(rows, marks int64) error {
	found := int64(0)
	err := ask(x.conn, "SELECT count(*) FROM mark", func(st *sqlite3.Stmt) bool {
		found = st.ColumnInt64(0)
		return false
	})
	if err != nil {
		return fmt.Errorf("count marks: %w", err)
	}
	if found != marks {
		return fmt.Errorf("%w: the index has %d marks, the %d archive entries have %d", ErrDamaged, found, rows, marks)
	}
	return nil
}

// marked proves that the marks of a row are in the index, and says how many.
func (x *examination) marked(e *entryRow) (n int64, err error) {
	list, note, err := e.stamps()
	if err != nil {
		return 0, err
	}
	for _, m := range list {
		found := false
		err := query(x.note, func(st *sqlite3.Stmt) bool {
			found = bytes.Equal(st.ColumnBlob(0, nil), note)
			return false
		}, m.word, m.at, m.number, m.row)
		if err != nil {
			return 0, fmt.Errorf("read mark: %w", err)
		}
		if !found {
			return 0, fmt.Errorf("%w: archive entry %q is not in the index where it should be", ErrDamaged, e.key)
		}
	}
	return int64(len(list)), nil
}
