package journal

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ncruces/go-sqlite3"
)

// Backup copies the journal of a directory to one file, as it stands at one
// moment, with its end noted inside. It may run beside a server, in any process;
// the WAL grows while it reads. The file must not exist yet and has its name only
// when it is whole. It is not proven here: Restore and VerifyBackup do that.
func Backup(dir, file string) error {
	if exists(file) {
		return fmt.Errorf("back up journal: %s exists already", file)
	}
	partial := file + newSuffix
	if err := createFile(partial); err != nil {
		return fmt.Errorf("back up journal: %w", err)
	}
	err := backup(place{path: filepath.Join(dir, databaseName)}, place{path: partial})
	if err == nil {
		err = os.Rename(partial, file)
	}
	if err == nil {
		err = syncDir(filepath.Dir(file))
	}
	if err != nil {
		return errors.Join(fmt.Errorf("back up journal: %w", explain(err)), os.Remove(partial))
	}
	return nil
}

// backup copies one database to another and notes its end. Copy and end are read
// in one transaction.
func backup(from, to place) error {
	x, err := examine(from)
	if err != nil {
		return err
	}
	defer x.close()
	if err := x.conn.Exec("BEGIN"); err != nil {
		return explain(err)
	}
	end, err := x.end()
	if err != nil {
		return err
	}
	if err := explain(x.conn.Backup("main", to.uri())); err != nil {
		return err
	}
	c, err := to.connect(sqlite3.OPEN_READWRITE)
	if err != nil {
		return err
	}
	// One plain file: no WAL beside it that could be forgotten.
	err = c.Exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL")
	if err == nil {
		err = ask(c, "INSERT OR REPLACE INTO backup (one, sequence, hash) VALUES (1, ?, ?)",
			nil, end.sequence, end.hash[:])
	}
	return explain(errors.Join(err, disconnect(c)))
}

// end is the last record, or the anchor if all are trimmed.
func (x *examination) end() (point, error) {
	anchor, err := x.anchor()
	if err != nil {
		return point{}, err
	}
	last, err := x.last()
	if err != nil || last <= anchor.sequence {
		return anchor, err
	}
	hash, err := x.hashAt(last, x.packing)
	return point{last, hash}, err
}

// VerifyBackup proves every record, snapshot and archive row of a backup file and
// that it ends where it says. It changes nothing.
func VerifyBackup(file string, progress func(sequence int64)) (Report, error) {
	x, err := examine(place{path: file, immutable: true})
	if err != nil {
		return Report{}, fmt.Errorf("verify backup: %w", err)
	}
	defer x.close()
	noted, err := x.noted()
	if err != nil {
		return Report{}, fmt.Errorf("verify backup: %w", err)
	}
	report, err := x.all(file, noted, progress)
	if err == nil && (report.Last != noted.sequence || report.Hash != noted.hash) {
		err = fmt.Errorf("%w: it ends at record %d, but says that it ends at %d",
			ErrDamaged, report.Last, noted.sequence)
	}
	if loss, ok := errors.AsType[*Loss](err); ok {
		err = fmt.Errorf("%w: %s", ErrDamaged, loss.Reason) // nothing can be accepted about a backup
	}
	if err != nil {
		return report, fmt.Errorf("verify backup: %w", err)
	}
	return report, nil
}

// noted is the end that a backup carries.
func (x *examination) noted() (p point, err error) {
	var hash []byte
	err = ask(x.conn, "SELECT sequence, hash FROM backup", func(st *sqlite3.Stmt) bool {
		p.sequence, hash = st.ColumnInt64(0), st.ColumnBlob(1, nil)
		return false
	})
	if err == nil && len(hash) != len(p.hash) {
		err = fmt.Errorf("%w: it carries no end, so it is not a backup", ErrDamaged)
	}
	if err != nil {
		return point{}, err
	}
	p.hash = Hash(hash)
	return p, nil
}

// Restore proves a backup file and makes it the journal of a directory that has
// none. When it is cut short it can be run again.
func Restore(file, dir string) error {
	report, err := VerifyBackup(file, nil)
	if err != nil {
		return fmt.Errorf("restore journal: %w", err)
	}
	if err := makeDir(dir); err != nil {
		return fmt.Errorf("restore journal: %w", err)
	}
	lock, err := lockDir(dir)
	if err != nil {
		return fmt.Errorf("restore journal: %w", err)
	}
	defer lock.Close()
	if err := restore(file, dir, point{report.Last, report.Hash}); err != nil {
		return fmt.Errorf("restore journal: %w", err)
	}
	return nil
}

// restore copies the file, then makes the mark, then gives the copy its name. An
// unfinished copy is the sign that a mark without a database is its own.
func restore(file, dir string, end point) error {
	path := filepath.Join(dir, databaseName)
	for _, suffix := range []string{"", "-wal"} {
		if exists(path + suffix) {
			return fmt.Errorf("%s holds a journal already", dir)
		}
	}
	if exists(filepath.Join(dir, markName)) && !exists(path+newSuffix) {
		return fmt.Errorf("%s holds the mark of a journal; move it away if that is given up", dir)
	}
	if err := os.Remove(path + newSuffix); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := copyFile(file, path+newSuffix); err != nil {
		return err
	}
	m, err := createMark(dir, end)
	if err != nil {
		return err
	}
	if err := m.file.Close(); err != nil {
		return err
	}
	if err := os.Rename(path+newSuffix, path); err != nil {
		return err
	}
	return syncDir(dir)
}
