package engine

import (
	"maps"
	"slices"
	"sync"

	"patchcord/journal"
)

// A shelf keeps the rows of ended contacts in memory, so that a stage can be set as it was.
type shelf struct {
	mu   sync.RWMutex
	rows map[string]journal.Entry
}

func newShelf() *shelf { return &shelf{rows: map[string]journal.Entry{}} }

func (s *shelf) put(rows []journal.Entry) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, row := range rows {
		s.rows[row.Key] = row
	}
}

// replace puts other rows in the place of all.
func (s *shelf) replace(rows []journal.Entry) {
	s.mu.Lock()
	s.rows = map[string]journal.Entry{}
	s.mu.Unlock()
	s.put(rows)
}

// all returns the rows in the order of their keys.
func (s *shelf) all() []journal.Entry {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var rows []journal.Entry
	for _, key := range slices.Sorted(maps.Keys(s.rows)) {
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

// Forget removes rows older than an instant, no more at once than a journal does.
func (s *shelf) Forget(before int64) (n int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for key, row := range s.rows {
		if row.At < before && n < journal.ForgetRowsMax {
			delete(s.rows, key)
			n++
		}
	}
	return n, nil
}
