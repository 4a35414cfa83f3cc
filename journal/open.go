package journal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Options are what a journal can be told when it is opened.
type Options struct {
	Dictionary   []byte      // raw content for zstd, typical payloads one after another; nil for none
	DictionaryID uint32      // names the dictionary for ever; not 0 if there is one
	Readers      int         // read connections; 0 for readersDefault
	Notice       func(error) // told of damage that cost nothing; may be nil; must not call the journal

	// Renew makes an archive entry that was kept before there were marks what it would be today. Open asks it once for
	// each entry of an old journal; nil: such a journal is refused.
	Renew func(Entry) (Entry, error)

	vfs string // the tests' own disk
}

const readersDefault = 4

// check refuses options that contradict themselves.
func (o Options) check() error {
	if (len(o.Dictionary) == 0) != (o.DictionaryID == 0) {
		return errors.New("a dictionary needs an id and an id needs a dictionary")
	}
	if o.Readers < 0 {
		return fmt.Errorf("there cannot be %d read connections", o.Readers)
	}
	return nil
}

// Open opens the journal of a directory for this process alone, and makes an
// empty one if there is none. It verifies every record after the latest snapshot
// or the mark, whichever is older: what replay reads next anyway. Verify walks
// the rest. A journal that lacks what it acknowledged is refused with a *Loss and
// left as it was found.
func Open(dir string, o Options) (*SQLite, error) {
	if err := o.check(); err != nil {
		return nil, fmt.Errorf("open journal: %w", err)
	}
	if err := makeDir(dir); err != nil {
		return nil, fmt.Errorf("open journal: %w", err)
	}
	lock, err := lockDir(dir)
	if err != nil {
		return nil, fmt.Errorf("open journal: %w", err)
	}
	s := &SQLite{
		dir: dir, lock: lock, notice: o.Notice,
		place: place{path: filepath.Join(dir, databaseName), vfs: o.vfs},
		room:  (&gauge{ask: func() (int64, error) { return roomBytes(dir) }}).read,
	}
	if s.notice == nil {
		s.notice = func(error) {}
	}
	if err := s.open(o); err != nil {
		return nil, errors.Join(fmt.Errorf("open journal: %w", err), s.release())
	}
	return s, nil
}

// open proves the journal, then takes its connections.
func (s *SQLite) open(o Options) error {
	end, err := s.prove()
	if err != nil {
		return err
	}
	if err := bringUpToDate(s.place, o); err != nil {
		return err
	}
	if s.writer, err = openWriter(s.place); err != nil {
		return err
	}
	s.words = s.writer.words
	if err := s.harden(end); err != nil {
		return err
	}
	if s.packing, err = s.writer.loadPacking(o); err != nil {
		return err
	}
	if o.Readers == 0 {
		o.Readers = readersDefault
	}
	s.readers = make(chan *reader, o.Readers)
	for ; s.spares < o.Readers; s.spares++ {
		r, err := openReader(s.place)
		if err == nil {
			s.readers <- r
			err = settle(r.conn)
		}
		if err != nil {
			return err
		}
	}
	s.end = end
	return nil
}

// prove finds the journal's end and that nothing acknowledged is missing. It
// makes the database of an empty journal and changes nothing of one that is
// there.
func (s *SQLite) prove() (end point, err error) {
	marked, whole, err := readMark(s.dir)
	missing := errors.Is(err, os.ErrNotExist)
	if err != nil && !missing && !errors.Is(err, ErrDamaged) {
		return point{}, err
	}
	if whole == 1 {
		s.notice(fmt.Errorf("%w: one slot of %s", ErrDamaged, markName))
	}
	if !exists(s.place.path) {
		// A WAL left alone would be read into the new database.
		if wal := s.place.path + "-wal"; marked.sequence > 0 || whole == 0 && !missing || exists(wal) {
			return point{}, fmt.Errorf("%w: %s is missing, but its WAL or %s say that it was there; restore a backup "+
				"elsewhere, or move what is left away to begin an empty journal", ErrDamaged, s.place.path, markName)
		}
		if err := createDatabase(s.place); err != nil {
			return point{}, err
		}
	}
	if err := prepareWAL(s.place.path); err != nil {
		return point{}, err
	}
	r, err := openReader(s.place)
	if err != nil {
		return point{}, err
	}
	defer r.close()
	end, err = r.proveTail(s.dir, marked)
	if err != nil {
		return point{}, err
	}
	if whole == 0 && end.sequence > 0 {
		return point{}, &Loss{s.dir, end.sequence + 1, 0, fmt.Sprintf(
			"%s is missing or damaged, so nobody can tell whether the end at record %d is the end", markName, end.sequence)}
	}
	return end, nil
}

// prepareWAL makes the files beside the database and makes their names durable.
// The driver would make them readable for all, and it syncs the WAL where SQLite
// asks it to sync the directory.
func prepareWAL(path string) error {
	made := false
	for _, suffix := range []string{"-wal", "-shm"} {
		if exists(path + suffix) {
			continue
		}
		if err := createFile(path + suffix); err != nil {
			return fmt.Errorf("prepare WAL: %w", err)
		}
		made = true
	}
	if !made {
		return nil
	}
	return syncDir(filepath.Dir(path))
}

// harden makes what was found durable before anybody builds on it: after a kill
// the last record may lie in the WAL without having reached the disk. Then the
// mark is raised to the end, both slots whole.
func (s *SQLite) harden(end point) error {
	wal, err := os.OpenFile(s.place.path+"-wal", os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("harden WAL: %w", err)
	}
	defer wal.Close()
	if err := wal.Sync(); err != nil {
		return fmt.Errorf("harden WAL: %w", explain(err))
	}
	s.mark, err = createMark(s.dir, end)
	return err
}

// loadPacking reads the dictionaries and adds the one asked for.
func (w *writer) loadPacking(o Options) (*packing, error) {
	known, err := dictionaries(w.conn)
	if err != nil {
		return nil, err
	}
	id := int64(o.DictionaryID)
	content, ok := known[id]
	if ok && !bytes.Equal(content, o.Dictionary) {
		return nil, fmt.Errorf("dictionary %d has another content in the journal; give the new one a new id", id)
	}
	if !ok && id != 0 {
		known[id] = o.Dictionary
		insert := "INSERT INTO dictionary (id, content) VALUES (?, ?)"
		if err := ask(w.conn, insert, nil, id, o.Dictionary); err != nil {
			return nil, fmt.Errorf("keep dictionary %d: %w", id, err)
		}
	}
	return newPacking(o.DictionaryID, known)
}

// proveTail walks from the latest snapshot or the mark, whichever is older, to
// the end, and compares the end with the mark.
func (r *reader) proveTail(dir string, marked point) (end point, err error) {
	known, err := dictionaries(r.conn)
	if err != nil {
		return point{}, err
	}
	p, err := newPacking(0, known)
	if err != nil {
		return point{}, err
	}
	defer p.close()
	anchor, err := r.anchor()
	if err != nil {
		return point{}, err
	}
	last, err := r.last()
	if err != nil {
		return point{}, err
	}
	covered, err := r.covered()
	if err != nil {
		return point{}, err
	}
	from := max(anchor.sequence+1, min(covered, marked.sequence, last))
	t := tail{anchor: anchor, from: from, last: last, marked: marked}
	return checkTail(dir, r.walk(p), t, func(Record) {})
}

// A tail is the part of a journal that is proven when it is opened.
type tail struct {
	anchor point // last record that was trimmed
	from   int64 // first record to prove
	last   int64 // last row in the database
	marked point // what the mark says
}

// checkTail proves a tail, shows its records on the way and returns its end.
func checkTail(dir string, w walk, t tail, show func(Record)) (end point, err error) {
	end = point{sequence: t.from - 1}
	if t.from == t.anchor.sequence+1 {
		end = t.anchor
	}
	lastLost := max(t.last, t.marked.sequence)
	for rec, err := range w.from(t.from) {
		if at, ok := errors.AsType[*damage](err); ok {
			return point{}, &Loss{dir, at.sequence, lastLost, err.Error()}
		}
		if err != nil {
			return point{}, err
		}
		end = point{rec.Sequence, rec.Hash}
		show(rec)
		if rec.Sequence == t.marked.sequence && rec.Hash != t.marked.hash {
			return point{}, &Loss{dir, rec.Sequence, lastLost,
				fmt.Sprintf("the record is not the one that %s says was acknowledged", markName)}
		}
	}
	if end.sequence < t.marked.sequence {
		return point{}, &Loss{dir, end.sequence + 1, t.marked.sequence, fmt.Sprintf(
			"the journal ends at record %d, but %s says that %d was acknowledged", end.sequence, markName, t.marked.sequence)}
	}
	if t.anchor.sequence == t.marked.sequence && t.anchor.hash != t.marked.hash {
		return point{}, fmt.Errorf("%w: the last trimmed record, %d, is not the one that %s says was acknowledged; "+
			"restore a backup", ErrDamaged, t.anchor.sequence, markName)
	}
	return end, nil
}
