package journal

import (
	"fmt"

	"github.com/ncruces/go-sqlite3"
)

// A writer is the one connection that writes, with its statements prepared.
type writer struct {
	conn    *sqlite3.Conn
	scratch []byte // where values are packed
	words   *words
	fresh   []string // words of the transaction in hand

	begin, commit, rollback *sqlite3.Stmt
	record, entry, replace  *sqlite3.Stmt
	finds, aged, remove     *sqlite3.Stmt
	newWord, mark, erase    *sqlite3.Stmt
	part, snapshot, thin    *sqlite3.Stmt
	sweep, trim, anchor     *sqlite3.Stmt
}

// openWriter opens the connection that writes, to a database of the present
// format, and proves that what it commits is durable.
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
	if w.words, err = loadWords(c, formatVersion); err != nil {
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
		{&w.entry, "INSERT INTO archive (key, at, first, form, crc, marks, value) VALUES (?, ?, ?, ?, ?, ?, ?)"},
		{&w.replace, "UPDATE archive SET at = ?, form = ?, crc = ?, marks = ?, value = ? WHERE row = ?"},
		{&w.finds, "SELECT row, at, marks FROM archive WHERE key = ?"},
		{&w.aged, "SELECT row, at, marks FROM archive WHERE at < ? ORDER BY at, row LIMIT ?"},
		{&w.remove, "DELETE FROM archive WHERE row = ?"},
		{&w.newWord, "INSERT INTO word (id, word) VALUES (?, ?)"},
		{&w.mark, "INSERT INTO mark (word, at, number, row, note) VALUES (?, ?, ?, ?, ?)"},
		{&w.erase, "DELETE FROM mark WHERE word = ? AND at = ? AND number = ? AND row = ?"},
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

// change runs a statement that changes rows and says how many.
func (w *writer) change(st *sqlite3.Stmt, args ...any) (n int, err error) {
	if err := run(st, args...); err != nil {
		return 0, err
	}
	return int(w.conn.Changes()), nil
}

// undo ends a transaction that is not to be. SQLite may have ended it already.
func (w *writer) undo() error {
	w.fresh = w.fresh[:0]
	if w.conn.GetAutocommit() {
		return nil
	}
	return run(w.rollback)
}

// done makes the words of a transaction known, now that it is durable.
func (w *writer) done() {
	w.words.add(w.fresh)
	w.fresh = w.fresh[:0]
}

// close lets the connection go.
func (w *writer) close() error {
	return disconnect(w.conn)
}
