package journal

import (
	"bytes"
	"fmt"
	"iter"
	"slices"
	"sync"
)

// Memory is a journal that ends with its process: for tests, for `dev`, and as
// the slow twin that the SQLite journal must agree with.
type Memory struct {
	*Shelf
	mu        sync.RWMutex
	closed    bool
	anchor    point // last record that was trimmed
	end       point
	records   []Record
	snapshots []memorySnapshot // oldest first
}

// A memorySnapshot is a state and the record it follows.
type memorySnapshot struct {
	sequence int64
	payload  []byte
}

// NewMemory returns an empty journal.
func NewMemory() *Memory {
	return &Memory{Shelf: NewShelf()}
}

// Append adds a batch; see Log.
func (m *Memory) Append(b Batch) (int64, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return 0, ErrClosed
	}
	if err := b.check(); err != nil {
		return 0, fmt.Errorf("append record %d: %w", m.end.sequence+1, err)
	}
	rec := link(m.end, bytes.Clone(b.Payload), digest(b.Archive))
	m.records = append(m.records, rec)
	m.end = point{rec.Sequence, rec.Hash}
	m.Put(rec.Sequence, b.Archive)
	return rec.Sequence, nil
}

// at returns the record of a sequence, if there is one.
func (m *Memory) at(sequence int64) (Record, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.closed {
		return Record{}, ErrClosed
	}
	if sequence <= m.anchor.sequence {
		return Record{}, fmt.Errorf("read record %d: %w", sequence, ErrTrimmed)
	}
	if sequence > m.end.sequence {
		return Record{}, nil
	}
	return m.records[sequence-m.anchor.sequence-1], nil
}

// Read yields the records from a sequence on; see Log.
func (m *Memory) Read(from int64) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		next := from
		if next <= 0 {
			m.mu.RLock()
			next = m.anchor.sequence + 1
			m.mu.RUnlock()
		}
		for ; ; next++ {
			rec, err := m.at(next)
			if err != nil {
				yield(Record{}, err)
				return
			}
			rec.Payload = bytes.Clone(rec.Payload)
			if rec.Sequence == 0 || !yield(rec, nil) {
				return
			}
		}
	}
}

// End returns the last record's sequence and hash; see Log.
func (m *Memory) End() (int64, Hash) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.end.sequence, m.end.hash
}

// SaveSnapshot keeps a state; see Snapshots.
func (m *Memory) SaveSnapshot(sequence int64, payload []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return ErrClosed
	}
	var latest int64
	if n := len(m.snapshots); n > 0 {
		latest = m.snapshots[n-1].sequence
	}
	if err := snapshotAllowed(sequence, latest, m.anchor, m.end); err != nil {
		return fmt.Errorf("save snapshot of record %d: %w", sequence, err)
	}
	if latest == sequence && latest > 0 {
		m.snapshots = m.snapshots[:len(m.snapshots)-1]
	}
	m.snapshots = append(m.snapshots, memorySnapshot{sequence, bytes.Clone(payload)})
	m.snapshots = m.snapshots[max(0, len(m.snapshots)-SnapshotsKept):]
	return nil
}

// LatestSnapshot returns the newest state; see Snapshots.
func (m *Memory) LatestSnapshot() (int64, []byte, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.closed {
		return 0, nil, ErrClosed
	}
	if len(m.snapshots) == 0 {
		return 0, nil, nil
	}
	s := m.snapshots[len(m.snapshots)-1]
	return s.sequence, bytes.Clone(s.payload), nil
}

// Trim drops old records; see Snapshots.
func (m *Memory) Trim(below int64) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return ErrClosed
	}
	if below-1 <= m.anchor.sequence {
		return nil
	}
	var oldest int64
	if len(m.snapshots) > 0 {
		oldest = m.snapshots[0].sequence
	}
	if err := trimAllowed(below, oldest); err != nil {
		return fmt.Errorf("trim below record %d: %w", below, err)
	}
	last := m.records[below-2-m.anchor.sequence]
	m.records = slices.Clone(m.records[below-1-m.anchor.sequence:])
	m.anchor = point{last.Sequence, last.Hash}
	return nil
}

// Close lets the records go.
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closed, m.records, m.snapshots = true, nil, nil
	m.Shelf.close()
	return nil
}

// snapshotAllowed refuses a snapshot of a record that is not there or that is
// older than the newest snapshot.
func snapshotAllowed(sequence, latest int64, anchor, end point) error {
	switch {
	case sequence < 1 || sequence > end.sequence:
		return fmt.Errorf("the journal ends at record %d", end.sequence)
	case sequence < latest || sequence < anchor.sequence:
		return fmt.Errorf("a later state, of record %d, is kept", max(latest, anchor.sequence))
	}
	return nil
}

// trimAllowed refuses to drop a record that the oldest snapshot does not cover.
func trimAllowed(below, oldest int64) error {
	if below-1 > oldest {
		return fmt.Errorf("the oldest kept snapshot covers up to record %d", oldest)
	}
	return nil
}
