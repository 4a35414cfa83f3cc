package engine

import (
	"iter"
	"slices"
	"sync"

	"patchcord/journal"
)

// A shelf keeps the rows of ended contacts in memory, so that a stage can be set as it was.
type shelf struct {
	mu   sync.RWMutex
	rows map[string]journal.Entry
	keys []string // in their order
}

func newShelf() *shelf { return &shelf{rows: map[string]journal.Entry{}} }

func (s *shelf) put(rows []journal.Entry) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, row := range rows {
		if at, known := slices.BinarySearch(s.keys, row.Key); !known {
			s.keys = slices.Insert(s.keys, at, row.Key)
		}
		s.rows[row.Key] = row
	}
}

// replace puts other rows in the place of all.
func (s *shelf) replace(rows []journal.Entry) {
	s.mu.Lock()
	s.rows, s.keys = map[string]journal.Entry{}, nil
	s.mu.Unlock()
	s.put(rows)
}

// all returns the rows in the order of their keys.
func (s *shelf) all() []journal.Entry {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var rows []journal.Entry
	for _, key := range s.keys {
		rows = append(rows, s.rows[key])
	}
	return rows
}

// Lookup returns a row.
func (s *shelf) Lookup(key string) (value []byte, ok bool, err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	row, ok := s.rows[key]
	return row.Value, ok, nil
}

// Range yields the rows with from <= key < to in the order of their keys.
func (s *shelf) Range(from, to string) iter.Seq2[journal.Entry, error] {
	return func(yield func(journal.Entry, error) bool) {
		s.mu.RLock()
		var rows []journal.Entry
		first, _ := slices.BinarySearch(s.keys, from)
		for _, key := range s.keys[first:] {
			if to != "" && key >= to {
				break
			}
			rows = append(rows, s.rows[key])
		}
		s.mu.RUnlock()
		for _, row := range rows {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// Forget removes rows older than an instant, no more at once than a journal does.
func (s *shelf) Forget(before int64) (n int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.keys = slices.DeleteFunc(s.keys, func(key string) bool {
		if s.rows[key].At >= before || n == journal.ForgetRowsMax {
			return false
		}
		delete(s.rows, key)
		n++
		return true
	})
	return n, nil
}
