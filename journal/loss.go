package journal

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/ncruces/go-sqlite3"
)

// AcceptLoss gives up the records from a sequence on, and what they alone put
// into the archive and the snapshots, so that Open accepts the rest. What is
// given up is first kept, as it lies on the disk, in a directory of its own,
// whose path is returned. No server may run.
func AcceptLoss(dir string, from int64) (kept string, err error) {
	lock, err := lockDir(dir)
	if err != nil {
		return "", fmt.Errorf("accept loss: %w", err)
	}
	defer lock.Close()
	if kept, err = acceptLoss(dir, from); err != nil {
		return kept, fmt.Errorf("accept loss from record %d: %w", from, err)
	}
	return kept, nil
}

// acceptLoss checks, keeps, truncates and lowers the mark, in this order. When it
// is cut short it can be run again.
func acceptLoss(dir string, from int64) (kept string, err error) {
	at := place{path: filepath.Join(dir, databaseName)}
	x, err := examine(at)
	if err != nil {
		return "", err
	}
	defer x.close()
	end, lost, err := x.acceptable(from)
	if err != nil {
		return "", err
	}
	if marked, _, err := readMark(dir); err == nil {
		lost.To = max(lost.To, marked.sequence)
	}
	if kept, err = x.keepLost(dir, from); err != nil {
		return kept, err
	}
	if err := truncate(at, x.format, lost); err != nil {
		return kept, err
	}
	m, err := createMark(dir, end)
	if err != nil {
		return kept, err
	}
	return kept, m.file.Close()
}

// acceptable says what the end would be and what is lost, or why the loss cannot
// be accepted.
func (x *examination) acceptable(from int64) (end point, lost Extent, err error) {
	anchor, err := x.anchor()
	if err != nil {
		return end, lost, err
	}
	last, err := x.last()
	if err != nil {
		return end, lost, err
	}
	last = max(last, anchor.sequence)
	if from <= anchor.sequence || from > last+1 {
		return end, lost, fmt.Errorf("the journal keeps records %d to %d; a loss begins there or at %d",
			anchor.sequence+1, last, last+1)
	}
	snapshots, err := x.snapshots()
	if err != nil {
		return end, lost, err
	}
	usable := anchor.sequence == 0
	for _, snap := range snapshots {
		usable = usable || snap.sequence < from
	}
	if !usable {
		return end, lost, fmt.Errorf("no snapshot is older than record %d and records up to %d are trimmed, "+
			"so nothing could be replayed; restore a backup", from, anchor.sequence)
	}
	hash, err := x.hashAt(from-1, x.packing)
	return point{from - 1, hash}, Extent{from, last}, err
}

// keepLost copies what will be given up to a directory of its own: the WAL and
// the mark as they are, and the rows, one JSON object a line.
func (x *examination) keepLost(dir string, from int64) (kept string, err error) {
	kept = filepath.Join(dir, fmt.Sprintf("lost-%d", from))
	for again := 2; ; again++ {
		err := os.Mkdir(kept, 0o700)
		if err == nil {
			break
		}
		if !errors.Is(err, os.ErrExist) {
			return "", fmt.Errorf("keep what is lost: %w", explain(err))
		}
		kept = filepath.Join(dir, fmt.Sprintf("lost-%d-%d", from, again))
	}
	for _, name := range []string{databaseName + "-wal", markName} {
		err := copyFile(filepath.Join(dir, name), filepath.Join(kept, name))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return kept, fmt.Errorf("keep what is lost: %w", err)
		}
	}
	if err := x.writeRows(filepath.Join(kept, "rows.jsonl"), from); err != nil {
		return kept, fmt.Errorf("keep what is lost: %w", err)
	}
	return kept, errors.Join(syncDir(kept), syncDir(dir))
}

// writeRows writes the rows that will be given up.
func (x *examination) writeRows(path string, from int64) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return explain(err)
	}
	defer f.Close()
	out := json.NewEncoder(f)
	for table, where := range lostRows(x.format) {
		var broken error
		err := ask(x.conn, "SELECT * FROM "+table+" WHERE "+where, func(st *sqlite3.Stmt) bool {
			line := map[string]any{"table": table}
			for i := range st.ColumnCount() {
				if st.ColumnType(i) == sqlite3.INTEGER {
					line[st.ColumnName(i)] = st.ColumnInt64(i)
				} else {
					line[st.ColumnName(i)] = st.ColumnBlob(i, nil)
				}
			}
			broken = out.Encode(line)
			return broken == nil
		}, from)
		if err := errors.Join(err, broken); err != nil {
			return explain(err)
		}
	}
	return f.Sync()
}

// lostRows yields the tables that lose rows, each with the condition under which
// a row is lost. Its parameter is the first lost record.
func lostRows(format int) func(yield func(table, where string) bool) {
	return func(yield func(table, where string) bool) {
		marks := "row IN (SELECT row FROM archive WHERE first >= ?)"
		_ = yield("record", "sequence >= ?") && (format == formatOfKeys || yield("mark", marks)) &&
			yield("archive", "first >= ?") &&
			yield("snapshot_part", "snapshot IN (SELECT number FROM snapshot WHERE sequence >= ?)") &&
			yield("snapshot", "sequence >= ?")
	}
}

// truncate removes what is lost in one transaction and notes that it was.
func truncate(at place, format int, lost Extent) error {
	if err := prepareWAL(at.path); err != nil {
		return err
	}
	c, err := at.connect(sqlite3.OPEN_READWRITE)
	if err != nil {
		return err
	}
	if err = settle(c); err == nil {
		err = explain(c.Exec("BEGIN IMMEDIATE"))
	}
	for table, where := range lostRows(format) {
		if err == nil {
			err = ask(c, "DELETE FROM "+table+" WHERE "+where, nil, lost.From)
		}
	}
	if err == nil {
		err = ask(c, "INSERT INTO loss (first, last) VALUES (?, ?)", nil, lost.From, max(lost.From, lost.To))
	}
	if err == nil {
		err = explain(c.Exec("COMMIT"))
	}
	return errors.Join(err, disconnect(c))
}

// copyFile makes a durable copy of a file, for its owner only. The copy must not
// be there yet.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("copy file: %w", err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("copy file: %w", err)
	}
	if _, err = io.Copy(out, in); err == nil {
		err = out.Sync()
	}
	if closed := out.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("copy file: %w", explain(err))
	}
	return nil
}
