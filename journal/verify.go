package journal

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ncruces/go-sqlite3"
)

// A Report is what Verify has seen of a journal.
type Report struct {
	First        int64 // oldest kept record, 0 if there is none
	Last         int64 // newest record, 0 if there never was one
	Hash         Hash  // of Last
	Marked       int64 // last record that the mark says was acknowledged
	PayloadBytes int64 // of all kept records, unpacked
	FileBytes    int64 // of the database with its WAL
	ArchiveRows  int64
	Snapshots    []int64  // records that a kept snapshot follows, newest first
	Losses       []Extent // what accept-loss has been told to give up, oldest first
	Notices      []string // what is wrong but costs nothing
}

// An Extent is a run of records, both ends included.
type Extent struct {
	From int64
	To   int64
}

// Verify proves every record, snapshot and archive row of a directory, the mark,
// and SQLite's own structure. It changes nothing and may run beside a server; the
// WAL grows while it reads. progress, if not nil, is told each record.
func Verify(dir string, progress func(sequence int64)) (Report, error) {
	report, err := verify(dir, progress)
	if err != nil {
		return report, fmt.Errorf("verify journal: %w", err)
	}
	return report, nil
}

// verify reads the mark before the database, so that a server that appends
// meanwhile cannot make the mark seem to lead.
func verify(dir string, progress func(sequence int64)) (Report, error) {
	marked, whole, err := readMark(dir)
	if err != nil {
		return Report{}, err
	}
	x, err := examine(place{path: filepath.Join(dir, databaseName)})
	if err != nil {
		return Report{}, err
	}
	defer x.close()
	report, err := x.all(dir, marked, progress)
	if whole == 1 {
		report.Notices = append(report.Notices, "one slot of "+markName+" is damaged; the next start repairs it")
	}
	return report, err
}

// An examination reads one database from outside, through one connection.
type examination struct {
	*reader
	place   place
	packing *packing
}

// examine opens a database for an examination.
func examine(at place) (*examination, error) {
	r, err := openReader(at)
	if err != nil {
		return nil, err
	}
	x := &examination{reader: r, place: at}
	known, err := dictionaries(r.conn)
	if err == nil {
		x.packing, err = newPacking(0, known)
	}
	if err != nil {
		return nil, errors.Join(err, r.close())
	}
	return x, nil
}

// close lets the connection go.
func (x *examination) close() error {
	x.packing.close()
	return x.reader.close()
}

// all examines everything, in one transaction: a server may trim meanwhile.
func (x *examination) all(dir string, marked point, progress func(int64)) (report Report, err error) {
	report.Marked = marked.sequence
	if err := x.conn.Exec("BEGIN"); err != nil {
		return report, explain(err)
	}
	for _, suffix := range []string{"", "-wal"} {
		if info, err := os.Stat(x.place.path + suffix); err == nil {
			report.FileBytes += info.Size()
		}
	}
	if report.Losses, err = x.losses(); err != nil {
		return report, err
	}
	if err := x.records(dir, marked, progress, &report); err != nil {
		return report, err
	}
	if err := x.states(&report); err != nil {
		return report, err
	}
	if err := x.archive(&report); err != nil {
		return report, err
	}
	return report, x.structure()
}

// archive proves every entry, and that the index is made of their marks.
func (x *examination) archive(report *Report) error {
	words, err := loadWords(x.conn, x.format)
	if err != nil {
		return err
	}
	marks := int64(0)
	for n, err := range spanEntries(x.span, func(e *entryRow) (int64, error) {
		if _, err := e.open(x.packing, words); err != nil {
			return 0, err
		}
		return x.marked(e)
	}, "", "") {
		if err != nil {
			return err
		}
		report.ArchiveRows++
		marks += n
	}
	if x.format == formatOfKeys {
		return nil
	}
	return x.marks(report.ArchiveRows, marks)
}

// records walks the whole chain.
func (x *examination) records(dir string, marked point, progress func(int64), report *Report) error {
	anchor, err := x.anchor()
	if err != nil {
		return err
	}
	last, err := x.last()
	if err != nil {
		return err
	}
	w := x.walk(x.packing)
	end, err := checkTail(dir, w, tail{anchor: anchor, from: anchor.sequence + 1, last: last, marked: marked},
		func(rec Record) {
			if report.First == 0 {
				report.First = rec.Sequence
			}
			report.PayloadBytes += int64(len(rec.Payload))
			if progress != nil {
				progress(rec.Sequence)
			}
		})
	report.Last, report.Hash = end.sequence, end.hash
	covered, coverErr := x.covered()
	if loss, ok := errors.AsType[*Loss](err); ok && coverErr == nil && loss.From <= covered {
		return fmt.Errorf("%w: %s; the snapshot of record %d does not need it: restore a backup, "+
			"or trim the journal below record %d", ErrDamaged, loss.Reason, covered, covered+1)
	}
	return err
}

// states proves every snapshot, and that it belongs to this chain.
func (x *examination) states(report *Report) error {
	kept, err := x.snapshots()
	if err != nil {
		return err
	}
	for _, snap := range kept {
		if _, err := x.loadSnapshot(snap, x.packing); err != nil {
			return fmt.Errorf("read snapshot of record %d: %w", snap.sequence, err)
		}
		hash, err := x.hashAt(snap.sequence, x.packing)
		if err != nil {
			return fmt.Errorf("read snapshot of record %d: %w", snap.sequence, err)
		}
		if string(hash[:]) != string(snap.hash) {
			return fmt.Errorf("%w: the snapshot of record %d belongs to another journal", ErrDamaged, snap.sequence)
		}
		report.Snapshots = append(report.Snapshots, snap.sequence)
	}
	return nil
}

// losses lists what has been accepted.
func (x *examination) losses() (list []Extent, err error) {
	err = ask(x.conn, "SELECT first, last FROM loss ORDER BY number", func(st *sqlite3.Stmt) bool {
		list = append(list, Extent{st.ColumnInt64(0), st.ColumnInt64(1)})
		return true
	})
	return list, err
}

// structure asks SQLite whether its pages and indexes agree.
func (x *examination) structure() error {
	verdict, err := pragma(x.conn, "integrity_check(1)")
	if err != nil {
		return fmt.Errorf("check structure: %w", err)
	}
	if verdict != "ok" {
		return fmt.Errorf("%w: SQLite finds: %s", ErrDamaged, verdict)
	}
	return nil
}

// Dump shows the records of a directory from a sequence on, each proven, until
// show returns an error. It changes nothing and may run beside a server.
func Dump(dir string, from int64, show func(Record) error) error {
	x, err := examine(place{path: filepath.Join(dir, databaseName)})
	if err != nil {
		return fmt.Errorf("dump journal: %w", err)
	}
	defer x.close()
	for rec, err := range x.walk(x.packing).from(from) {
		if err == nil {
			err = show(rec)
		}
		if err != nil {
			return fmt.Errorf("dump journal: %w", err)
		}
	}
	return nil
}
