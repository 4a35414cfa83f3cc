package journal

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"github.com/ncruces/go-sqlite3"
)

// A snapshotRow says what makes a snapshot. Its parts are rows of their own,
// written before it in transactions of their own, so that no Append waits for a
// whole state; a snapshot exists when this row does.
type snapshotRow struct {
	number   int64 // names the parts; a later snapshot has a higher one
	sequence int64
	hash     []byte // of the record at sequence
	parts    int64
	sum      []byte // SHA-256 over sequence, hash and payload
}

// snapshotSum is the checksum of a snapshot.
func snapshotSum(sequence int64, hash, payload []byte) []byte {
	h := sha256.New()
	h.Write(binary.LittleEndian.AppendUint64(nil, uint64(sequence)))
	h.Write(hash)
	h.Write(payload)
	return h.Sum(nil)
}

// SaveSnapshot keeps a state; see Snapshots. The mark is made durable with it.
func (s *SQLite) SaveSnapshot(sequence int64, payload []byte) error {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	if err := s.saveSnapshot(sequence, payload); err != nil {
		return fmt.Errorf("save snapshot of record %d: %w", sequence, err)
	}
	return nil
}

// saveSnapshot writes the parts, then the row that makes them a snapshot, then
// sweeps what no snapshot owns any more.
func (s *SQLite) saveSnapshot(sequence int64, payload []byte) error {
	snap, err := s.planSnapshot(sequence, payload)
	if err != nil {
		return err
	}
	if err := s.sweep(); err != nil {
		return err
	}
	var scratch []byte
	for part := range snap.parts {
		chunk := payload[part*snapshotPartBytes : min((part+1)*snapshotPartBytes, int64(len(payload)))]
		form, packed := s.packing.pack(&scratch, chunk)
		err := s.write(len(packed), func(w *writer) error { return run(w.part, snap.number, part, form, packed) })
		if err != nil {
			return err
		}
	}
	err = s.write(0, func(w *writer) error {
		if err := run(w.snapshot, snap.number, snap.sequence, snap.hash, snap.parts, snap.sum); err != nil {
			return err
		}
		return run(w.thin, int64(SnapshotsKept))
	})
	if err != nil {
		return err
	}
	if err := s.mark.sync(); err != nil {
		return err
	}
	return s.sweep()
}

// planSnapshot checks that a snapshot may be taken and says what its row will be.
func (s *SQLite) planSnapshot(sequence int64, payload []byte) (snap snapshotRow, err error) {
	s.tip.RLock()
	end := s.end
	s.tip.RUnlock()
	var anchor point
	var hash Hash
	err = s.borrow(func(r *reader) error {
		kept, err := r.snapshots()
		if err != nil {
			return err
		}
		var latest int64
		if len(kept) > 0 {
			latest = kept[0].sequence
		}
		if anchor, err = r.anchor(); err != nil {
			return err
		}
		if err := snapshotAllowed(sequence, latest, anchor, end); err != nil {
			return err
		}
		if snap.number, err = r.nextSnapshot(); err != nil {
			return err
		}
		hash, err = r.hashAt(sequence, s.packing)
		return err
	})
	snap.sequence, snap.hash = sequence, hash[:]
	snap.parts = (int64(len(payload)) + snapshotPartBytes - 1) / snapshotPartBytes
	snap.sum = snapshotSum(sequence, hash[:], payload)
	return snap, err
}

// write runs one transaction when it is its turn.
func (s *SQLite) write(size int, body func(*writer) error) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.transact(size, body)
}

// sweep removes the parts that no snapshot owns, a few at a time.
func (s *SQLite) sweep() error {
	for n := sweepParts; n == sweepParts; {
		err := s.write(0, func(w *writer) (err error) {
			n, err = w.change(w.sweep, int64(sweepParts))
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// LatestSnapshot returns the newest whole state; see Snapshots. A damaged one is
// passed over, with a notice: the records after the older one are still there.
func (s *SQLite) LatestSnapshot() (sequence int64, payload []byte, err error) {
	err = s.borrow(func(r *reader) error {
		kept, err := r.snapshots()
		if err != nil {
			return err
		}
		for _, snap := range kept {
			payload, err = r.loadSnapshot(snap, s.packing)
			if err == nil {
				sequence = snap.sequence
				return nil
			}
			s.notice(fmt.Errorf("pass over snapshot of record %d: %w", snap.sequence, err))
		}
		anchor, err := r.anchor()
		if err == nil && anchor.sequence > 0 {
			err = fmt.Errorf("%w: no snapshot is whole and records up to %d are trimmed; restore a backup",
				ErrDamaged, anchor.sequence)
		}
		return err
	})
	if err != nil {
		return 0, nil, fmt.Errorf("read latest snapshot: %w", err)
	}
	return sequence, payload, nil
}

// Trim drops old records; see Snapshots. It goes in small transactions, each of
// which leaves a chain that can be verified.
func (s *SQLite) Trim(below int64) error {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	for {
		done, err := s.trimSome(below)
		if err != nil {
			return fmt.Errorf("trim below record %d: %w", below, err)
		}
		if done {
			return nil
		}
	}
}

// trimSome drops at most trimRows records and moves the anchor.
func (s *SQLite) trimSome(below int64) (done bool, err error) {
	var next point
	err = s.borrow(func(r *reader) error {
		anchor, err := r.anchor()
		if err != nil {
			return err
		}
		if done = below-1 <= anchor.sequence; done {
			return nil
		}
		kept, err := r.snapshots()
		if err != nil {
			return err
		}
		var oldest int64
		if len(kept) > 0 {
			oldest = kept[len(kept)-1].sequence
		}
		if err := trimAllowed(below, oldest); err != nil {
			return err
		}
		next.sequence = min(below-1, anchor.sequence+trimRows)
		next.hash, err = r.hashAt(next.sequence, s.packing)
		return err
	})
	if err != nil || done {
		return done, err
	}
	return false, s.write(0, func(w *writer) error {
		if err := run(w.trim, next.sequence); err != nil {
			return err
		}
		return run(w.anchor, next.sequence, next.hash[:])
	})
}

// snapshots lists the kept snapshots, newest first.
func (r *reader) snapshots() (list []snapshotRow, err error) {
	sql := "SELECT number, sequence, hash, parts, sum FROM snapshot ORDER BY sequence DESC, number DESC"
	err = ask(r.conn, sql, func(st *sqlite3.Stmt) bool {
		list = append(list, snapshotRow{
			number: st.ColumnInt64(0), sequence: st.ColumnInt64(1), hash: st.ColumnBlob(2, nil),
			parts: st.ColumnInt64(3), sum: st.ColumnBlob(4, nil),
		})
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("read snapshots: %w", err)
	}
	return list, nil
}

// nextSnapshot is a number that no part has yet.
func (r *reader) nextSnapshot() (number int64, err error) {
	sql := "SELECT max(ifnull((SELECT max(number) FROM snapshot), 0), " +
		"ifnull((SELECT max(snapshot) FROM snapshot_part), 0)) + 1"
	err = ask(r.conn, sql, func(st *sqlite3.Stmt) bool {
		number = st.ColumnInt64(0)
		return false
	})
	return number, err
}

// loadSnapshot puts a snapshot's parts together and proves that they are what
// was saved.
func (r *reader) loadSnapshot(snap snapshotRow, p *packing) ([]byte, error) {
	payload := make([]byte, 0, min(snap.parts, 1<<10)*snapshotPartBytes)
	var broken error
	parts := int64(0)
	sql := "SELECT form, payload FROM snapshot_part WHERE snapshot = ? ORDER BY part"
	err := ask(r.conn, sql, func(st *sqlite3.Stmt) bool {
		var chunk []byte
		if chunk, broken = p.unpack(st.ColumnInt64(0), st.ColumnRawBlob(1)); broken != nil {
			return false
		}
		payload = append(payload, chunk...)
		parts++
		return true
	}, snap.number)
	if err != nil {
		return nil, err
	}
	if broken != nil {
		return nil, broken
	}
	if parts != snap.parts || string(snapshotSum(snap.sequence, snap.hash, payload)) != string(snap.sum) {
		return nil, fmt.Errorf("%w: the snapshot does not have its checksum", ErrDamaged)
	}
	return payload, nil
}
