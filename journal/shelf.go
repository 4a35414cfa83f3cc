package journal

import (
	"bytes"
	"cmp"
	"iter"
	"slices"
	"sync"
)

// A Shelf is an archive with its index in memory. It looks at everything whenever it is asked for marks: it is the slow
// twin of the tables, and enough for a stage.
type Shelf struct {
	mu     sync.RWMutex
	closed bool
	last   int64 // row that was given last
	rows   map[int64]shelved
	byKey  map[string]int64
	keys   []string // in their order
}

// A shelved is an entry and the record that brought its key first.
type shelved struct {
	Entry
	first int64
}

// NewShelf returns an empty shelf.
func NewShelf() *Shelf { return &Shelf{rows: map[int64]shelved{}, byKey: map[string]int64{}} }

// Put adds the entries of a record. An entry replaces the one with the same key.
func (s *Shelf) Put(sequence int64, entries []Entry) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, e := range entries {
		first := sequence
		row, known := s.byKey[e.Key]
		if known {
			first = s.rows[row].first
		} else {
			s.last++
			row = s.last
			at, _ := slices.BinarySearch(s.keys, e.Key)
			s.keys = slices.Insert(s.keys, at, e.Key)
		}
		s.byKey[e.Key], s.rows[row] = row, shelved{e.clone(), first}
	}
}

// Replace puts other entries in the place of all.
func (s *Shelf) Replace(entries []Entry) {
	s.mu.Lock()
	clear(s.rows)
	clear(s.byKey)
	s.keys = nil
	s.mu.Unlock()
	s.Put(0, entries)
}

// clone returns an entry that shares nothing with its maker.
func (e Entry) clone() Entry {
	e.Value, e.Note, e.Marks = bytes.Clone(e.Value), bytes.Clone(e.Note), slices.Clone(e.Marks)
	return e
}

// Lookup finds an archive entry; see Archive.
func (s *Shelf) Lookup(key string) ([]byte, bool, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return nil, false, ErrClosed
	}
	row, ok := s.byKey[key]
	return bytes.Clone(s.rows[row].Value), ok, nil
}

// Entry returns the entry of a row; see Index.
func (s *Shelf) Entry(row int64) (Entry, bool, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return Entry{}, false, ErrClosed
	}
	e, ok := s.rows[row]
	return e.clone(), ok, nil
}

// Range yields archive entries in the order of their keys; see Archive.
func (s *Shelf) Range(from, to string) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		s.mu.RLock()
		closed := s.closed
		var entries []Entry
		first, _ := slices.BinarySearch(s.keys, from)
		for _, key := range s.keys[first:] {
			if to != "" && key >= to {
				break
			}
			entries = append(entries, s.rows[s.byKey[key]].clone())
		}
		s.mu.RUnlock()
		if closed {
			yield(Entry{}, ErrClosed)
			return
		}
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	}
}

// Forget removes old archive entries; see Archive.
func (s *Shelf) Forget(before int64) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return 0, ErrClosed
	}
	var old []int64
	for row, e := range s.rows { // order does not show: they are sorted
		if e.At < before {
			old = append(old, row)
		}
	}
	slices.SortFunc(old, func(a, b int64) int {
		return cmp.Or(cmp.Compare(s.rows[a].At, s.rows[b].At), cmp.Compare(a, b))
	})
	old = old[:min(len(old), ForgetRowsMax)]
	for _, row := range old {
		delete(s.byKey, s.rows[row].Key)
		delete(s.rows, row)
	}
	s.keys = slices.DeleteFunc(s.keys, func(key string) bool {
		_, kept := s.byKey[key]
		return !kept
	})
	return len(old), nil
}

// Marks yields the marks of a span; see Index.
func (s *Shelf) Marks(span Span) iter.Seq2[Marked, error] {
	return func(yield func(Marked, error) bool) {
		found, err := s.span(span)
		if err != nil {
			yield(Marked{}, err)
			return
		}
		for _, m := range found {
			if !yield(m, nil) {
				return
			}
		}
	}
}

// Count returns how many marks a span has; see Index.
func (s *Shelf) Count(span Span) (int64, error) {
	found, err := s.span(span)
	return int64(len(found)), err
}

// span returns the marks of a span in its order.
func (s *Shelf) span(span Span) ([]Marked, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return nil, ErrClosed
	}
	var found []Marked
	for row, e := range s.rows { // order does not show: they are sorted
		if span.Until != 0 && e.first > span.Until {
			continue
		}
		for _, m := range e.Marks {
			place := Place{m.At, e.Number}
			if m.Word == span.Word && span.holds(place) {
				found = append(found, Marked{place, bytes.Clone(e.Note), row})
			}
		}
	}
	slices.SortFunc(found, func(a, b Marked) int {
		order := cmp.Or(a.Compare(b.Place), cmp.Compare(a.Row, b.Row))
		if span.Back {
			return -order
		}
		return order
	})
	return found, nil
}

// holds says whether a place is in a span.
func (s *Span) holds(p Place) bool {
	if p.At < s.From || p.At > s.To {
		return false
	}
	if s.Behind == nil {
		return true
	}
	order := p.Compare(*s.Behind)
	return s.Back && order < 0 || !s.Back && order > 0
}

// Compare says which of two places comes first: by At, then by Number.
func (p Place) Compare(other Place) int {
	return cmp.Or(cmp.Compare(p.At, other.At), cmp.Compare(p.Number, other.Number))
}

// close lets the entries go.
func (s *Shelf) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed, s.rows, s.byKey, s.keys = true, nil, nil, nil
}
