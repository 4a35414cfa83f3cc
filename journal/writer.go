package journal

import (
	"fmt"

	"github.com/ncruces/go-sqlite3"
)

// A writer is the one connection that writes, with its statements prepared.
type writer struct {
	conn    *sqlite3.Conn
	scratch []byte // where values are packed

	begin, commit, rollback *sqlite3.Stmt
	record, entry, forget   *sqlite3.Stmt
	part, snapshot, thin    *sqlite3.Stmt
	sweep, trim, anchor     *sqlite3.Stmt
}

// openWriter opens the connection that writes and proves that what it commits
// is durable.
func openWriter(at place) (*writer, error) {
	c, err := at.connect(sqlite3.OPEN_READWRITE)
	if err != nil {
		return nil, err
	}
	w := &writer{conn: c}
	err = settle(c)
	if err == nil {
		err = c.Exec(fmt.Sprintf("PRAGMA cache_size = -%d", writerCacheKiB))
	}
	if err != nil {
		w.close()
		return nil, err
	}
	for _, s := range w.statements() {
		if *s.st, _, err = c.Prepare(s.sql); err != nil {
			w.close()
			return nil, fmt.Errorf("prepare %s: %w", s.sql, explain(err))
		}
	}
	return w, nil
}

// A statement is where a prepared statement goes, and its text.
type statement struct {
	st  **sqlite3.Stmt
	sql string
}

// statements lists what the writer does.
func (w *writer) statements() []statement {
	return []statement{
		{&w.begin, "BEGIN IMMEDIATE"},
		{&w.commit, "COMMIT"},
		{&w.rollback, "ROLLBACK"},
		{&w.record, "INSERT INTO record (sequence, batch, previous, archive, form, crc, payload) " +
			"VALUES (?, ?, ?, ?, ?, ?, ?)"},
		{&w.entry, "INSERT INTO archive (key, at, first, form, crc, value) VALUES (?, ?, ?, ?, ?, ?) " +
			"ON CONFLICT (key) DO UPDATE SET at = excluded.at, form = excluded.form, crc = excluded.crc, " +
			"value = excluded.value"},
		{&w.forget, "DELETE FROM archive WHERE key IN (SELECT key FROM archive WHERE at < ? ORDER BY at LIMIT ?)"},
		{&w.part, "INSERT OR REPLACE INTO snapshot_part (snapshot, part, form, payload) VALUES (?, ?, ?, ?)"},
		{&w.snapshot, "INSERT INTO snapshot (number, sequence, hash, parts, sum) VALUES (?, ?, ?, ?, ?)"},
		{&w.thin, "DELETE FROM snapshot WHERE number NOT IN (SELECT max(number) FROM snapshot " +
			"GROUP BY sequence ORDER BY sequence DESC LIMIT ?)"},
		{&w.sweep, "DELETE FROM snapshot_part WHERE rowid IN (SELECT rowid FROM snapshot_part " +
			"WHERE snapshot NOT IN (SELECT number FROM snapshot) LIMIT ?)"},
		{&w.trim, "DELETE FROM record WHERE sequence <= ?"},
		{&w.anchor, "UPDATE anchor SET sequence = ?, hash = ?"},
	}
}

// insert adds a record's row.
func (w *writer) insert(r row) error {
	return run(w.record, r.sequence, r.batch, r.previous, r.archive, r.form, r.crc, r.payload)
}

// upsert adds or replaces an archive row. first is the record that first named
// the key; it stays when the row is replaced.
func (w *writer) upsert(e entryRow, first int64) error {
	return run(w.entry, e.key, e.at, first, e.form, e.crc, e.value)
}

// change runs a statement that changes rows and says how many.
func (w *writer) change(st *sqlite3.Stmt, args ...any) (n int, err error) {
	if err := run(st, args...); err != nil {
		return 0, err
	}
	return int(w.conn.Changes()), nil
}

// undo ends a transaction that is not to be. SQLite may have ended it already.
func (w *writer) undo() error {
	if w.conn.GetAutocommit() {
		return nil
	}
	return run(w.rollback)
}

// close lets the connection go.
func (w *writer) close() error {
	return disconnect(w.conn)
}
