package journal

import (
	"errors"
	"fmt"

	"github.com/ncruces/go-sqlite3"
)

// bringUpToDate gives an old database the present format: its archive entries get
// marks, and rows that are found by a number. It is one transaction.
func bringUpToDate(at place, o Options) error {
	x, err := examine(at)
	if err != nil {
		return err
	}
	defer x.close()
	if x.format == formatVersion {
		return nil
	}
	rows := int64(0)
	if err := ask(x.conn, "SELECT count(*) FROM archive", func(st *sqlite3.Stmt) bool {
		rows = st.ColumnInt64(0)
		return false
	}); err != nil {
		return err
	}
	if rows > 0 && o.Renew == nil {
		return fmt.Errorf("the journal has format %d, and nobody here can bring its %d archive entries to format %d; "+
			"start the server with it once", x.format, rows, formatVersion)
	}
	c, err := at.connect(sqlite3.OPEN_READWRITE)
	if err != nil {
		return err
	}
	if err = settle(c); err == nil {
		err = explain(c.Exec("BEGIN IMMEDIATE; ALTER TABLE archive RENAME TO old_archive; DROP INDEX archive_at; " +
			archiveSchema))
	}
	if err == nil {
		err = x.renew(c, o)
	}
	if err == nil {
		err = explain(c.Exec(fmt.Sprintf("DROP TABLE old_archive; PRAGMA user_version = %d; COMMIT", formatVersion)))
	}
	if err = errors.Join(err, disconnect(c)); err != nil {
		return fmt.Errorf("bring the journal to format %d: %w", formatVersion, err)
	}
	return nil
}

// renew writes every old entry into the new tables, in the order in which records
// brought them.
func (x *examination) renew(c *sqlite3.Conn, o Options) error {
	w := &writer{conn: c, words: &words{ids: map[string]int64{}}}
	for _, s := range w.statements() {
		var err error
		if *s.st, _, err = c.Prepare(s.sql); err != nil {
			return fmt.Errorf("prepare %s: %w", s.sql, explain(err))
		}
	}
	p, err := w.loadPacking(o)
	if err != nil {
		return err
	}
	defer p.close()
	var broken error
	err = ask(x.conn, "SELECT 0, key, at, form, crc, x'', value, first FROM archive ORDER BY first",
		func(st *sqlite3.Stmt) bool {
			row := entryColumns(st)
			entry, err := row.open(x.packing, w.words)
			if err == nil {
				entry, err = o.Renew(entry)
			}
			if err == nil {
				err = entry.checkMarks()
			}
			if err == nil {
				err = w.upsert(&entry, p, st.ColumnInt64(7))
			}
			broken = err
			return err == nil
		})
	return errors.Join(explain(err), broken)
}
