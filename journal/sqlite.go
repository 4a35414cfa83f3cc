package journal

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"sync"
)

// roomBytesMin is the room on the disk below which Append refuses: enough for
// what SQLite writes besides the batch, so that a full disk is found before the
// write and not in the middle of it.
const roomBytesMin = 16 << 20

// SQLite is a journal in one file of a directory, with one writer. doc.go draws
// the file and says what it promises.
type SQLite struct {
	place   place
	dir     string
	lock    *os.File
	mark    *mark
	packing *packing
	words   *words
	notice  func(error)
	room    func() (int64, error)
	readers chan *reader // idle connections; closed by Close
	spares  int          // how many connections there are

	writing sync.Mutex // one transaction at a time; guards what follows
	writer  *writer
	stopped error
	closed  bool

	keeping sync.Mutex // one SaveSnapshot or Trim at a time

	tip sync.RWMutex // guards end, which readers ask for during a commit
	end point
}

// Append adds a batch; see Log.
func (s *SQLite) Append(b Batch) (int64, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	sequence := s.end.sequence + 1
	if err := s.append(b); err != nil {
		return 0, fmt.Errorf("append record %d: %w", sequence, err)
	}
	return sequence, nil
}

// append makes a batch durable, notes it in the mark and moves the end, in this
// order.
func (s *SQLite) append(b Batch) error {
	if err := b.check(); err != nil {
		return err
	}
	rec := link(s.end, b.Payload, digest(b.Archive))
	size := len(b.Payload)
	for _, e := range b.Archive {
		size += len(e.Key) + len(e.Value)
	}
	err := s.transact(size, func(w *writer) error {
		if err := w.insert(seal(rec, s.packing, &w.scratch)); err != nil {
			return err
		}
		for i := range b.Archive {
			if err := w.upsert(&b.Archive[i], s.packing, rec.Sequence); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	end := point{rec.Sequence, rec.Hash}
	if err := s.mark.write(end); err != nil {
		return s.stop(err)
	}
	s.tip.Lock()
	s.end = end
	s.tip.Unlock()
	return nil
}

// transact runs body in one transaction of about size bytes. An error of body
// undoes it for certain. An error of the commit may have left a whole record on
// the disk, so it stops the journal.
func (s *SQLite) transact(size int, body func(*writer) error) error {
	if s.closed {
		return ErrClosed
	}
	if s.stopped != nil {
		return s.stopped
	}
	room, err := s.room()
	if err != nil {
		return err
	}
	if need := roomBytesMin + 2*int64(size); room < need {
		return fmt.Errorf("%w: %s has room for %d bytes, %d are needed", ErrFull, s.dir, room, need)
	}
	if err := run(s.writer.begin); err != nil {
		return err
	}
	if err := body(s.writer); err != nil {
		if undone := s.writer.undo(); undone != nil {
			return s.stop(errors.Join(err, undone))
		}
		return err
	}
	if err := run(s.writer.commit); err != nil {
		return s.stop(err)
	}
	s.writer.done()
	return nil
}

// stop refuses every write from now on.
func (s *SQLite) stop(err error) error {
	s.stopped = fmt.Errorf("%w: %w", ErrStopped, err)
	return s.stopped
}

// End returns the last durable record; see Log.
func (s *SQLite) End() (int64, Hash) {
	s.tip.RLock()
	defer s.tip.RUnlock()
	return s.end.sequence, s.end.hash
}

// borrow runs use with a read connection that nobody else has.
func (s *SQLite) borrow(use func(*reader) error) error {
	r, ok := <-s.readers
	if !ok {
		return ErrClosed
	}
	defer func() { s.readers <- r }()
	return use(r)
}

// walk makes a walk that borrows a connection for each page.
func (s *SQLite) walk() walk {
	return walk{
		page: func(from int64) (rows []row, err error) {
			err = s.borrow(func(r *reader) error {
				rows, err = r.page(from)
				return err
			})
			return rows, err
		},
		anchor: func() (p point, err error) {
			err = s.borrow(func(r *reader) error {
				p, err = r.anchor()
				return err
			})
			return p, err
		},
		packing: s.packing,
	}
}

// Read yields the records from a sequence on; see Log.
func (s *SQLite) Read(from int64) iter.Seq2[Record, error] { return s.walk().from(from) }

// Lookup finds an archive entry; see Archive.
func (s *SQLite) Lookup(key string) (value []byte, ok bool, err error) {
	var e entryRow
	err = s.borrow(func(r *reader) (err error) {
		e, ok, err = r.lookup(key)
		return err
	})
	if err != nil || !ok {
		return nil, false, err
	}
	entry, err := e.open(s.packing, s.words)
	return entry.Value, err == nil, err
}

// Range yields archive entries in the order of their keys; see Archive.
func (s *SQLite) Range(from, to string) iter.Seq2[Entry, error] {
	return spanEntries(func(from, to []byte) (entries []entryRow, err error) {
		err = s.borrow(func(r *reader) error {
			entries, err = r.span(from, to)
			return err
		})
		return entries, err
	}, func(e *entryRow) (Entry, error) { return e.open(s.packing, s.words) }, from, to)
}

// spanEntries turns pages of archive rows into what open makes of each.
func spanEntries[T any](span func(from, to []byte) ([]entryRow, error), open func(*entryRow) (T, error),
	from, to string) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		next := []byte(from)
		for {
			rows, err := span(next, []byte(to))
			if err != nil {
				yield(none, fmt.Errorf("read archive: %w", err))
				return
			}
			if len(rows) == 0 {
				return
			}
			for i := range rows {
				entry, err := open(&rows[i])
				if err != nil {
					yield(none, err)
					return
				}
				if !yield(entry, nil) {
					return
				}
			}
			next = append(rows[len(rows)-1].key, 0) // the least key that is greater
		}
	}
}

// Forget removes old archive entries; see Archive.
func (s *SQLite) Forget(before int64) (n int, err error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	err = s.transact(0, func(w *writer) error {
		n, err = w.forget(before)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("forget archive entries: %w", err)
	}
	return n, nil
}

// Close waits for the write in hand, makes mark and database agree on the disk,
// and lets both go. A journal that has stopped is left as it is.
func (s *SQLite) Close() error {
	s.keeping.Lock()
	defer s.keeping.Unlock()
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	var err error
	if s.stopped == nil {
		err = s.mark.sync()
		// A checkpoint that fails here costs the next Open some time and nothing else.
		_ = s.writer.conn.BusyTimeout(0)
		_ = s.writer.conn.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
	}
	return errors.Join(err, s.release())
}

// release lets go of whatever Open has taken so far.
func (s *SQLite) release() error {
	var errs []error
	for range s.spares {
		errs = append(errs, (<-s.readers).close())
	}
	if s.readers != nil {
		close(s.readers)
	}
	if s.writer != nil {
		errs = append(errs, s.writer.close())
	}
	if s.packing != nil {
		s.packing.close()
	}
	if s.mark != nil {
		errs = append(errs, s.mark.file.Close())
	}
	errs = append(errs, s.lock.Close())
	return errors.Join(errs...)
}
