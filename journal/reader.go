package journal

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"github.com/ncruces/go-sqlite3"
)

// A reader is one connection that only reads, with its statements prepared. It
// serves one goroutine at a time.
type reader struct {
	conn   *sqlite3.Conn
	format int

	records, anchors       *sqlite3.Stmt
	lookups, ranges, rowed *sqlite3.Stmt
	forth, back, until     *sqlite3.Stmt
	countForth, countBack  *sqlite3.Stmt
	note                   *sqlite3.Stmt
}

// openReader opens a connection that only reads.
func openReader(at place) (*reader, error) {
	c, err := at.connect(sqlite3.OPEN_READONLY)
	if err != nil {
		return nil, err
	}
	r := &reader{conn: c}
	if r.format, err = recognise(c); err != nil {
		c.Close()
		return nil, err
	}
	for _, s := range r.statements() {
		if *s.st, _, err = c.Prepare(s.sql); err != nil {
			r.close()
			return nil, fmt.Errorf("prepare %s: %w", s.sql, explain(err))
		}
	}
	return r, nil
}

// statements lists what the reader does. Of a database that has no marks yet the
// records and the entries can be read.
func (r *reader) statements() []statement {
	columns := "SELECT row, key, at, form, crc, marks, value FROM archive "
	if r.format == formatOfKeys {
		columns = "SELECT 0, key, at, form, crc, x'', value FROM archive "
	}
	list := []statement{
		{&r.records, "SELECT sequence, batch, previous, archive, form, crc, payload FROM record " +
			"WHERE sequence >= ? ORDER BY sequence"},
		{&r.anchors, "SELECT sequence, hash FROM anchor"},
		{&r.lookups, columns + "WHERE key = ?"},
		{&r.ranges, columns + "WHERE key >= ? ORDER BY key"},
	}
	if r.format == formatOfKeys {
		return list
	}
	const (
		marks = "SELECT at, number, row, note FROM mark "
		count = "SELECT count(*) FROM mark "
		forth = "WHERE word = ? AND (at, number, row) > (?, ?, ?) AND at <= ? AND row <= ? "
		back  = "WHERE word = ? AND (at, number, row) < (?, ?, ?) AND at >= ? AND row <= ? "
	)
	return append(list,
		statement{&r.rowed, columns + "WHERE row = ?"},
		statement{&r.forth, marks + forth + "ORDER BY at, number, row LIMIT ?"},
		statement{&r.back, marks + back + "ORDER BY at DESC, number DESC, row DESC LIMIT ?"},
		statement{&r.until, "SELECT row FROM archive WHERE first <= ? ORDER BY row DESC LIMIT 1"},
		statement{&r.countForth, count + forth},
		statement{&r.countBack, count + back},
		statement{&r.note, "SELECT note FROM mark WHERE word = ? AND at = ? AND number = ? AND row = ?"},
	)
}

// close lets the connection go.
func (r *reader) close() error {
	return disconnect(r.conn)
}

// page reads rows from a sequence on, as many as fit.
func (r *reader) page(from int64) ([]row, error) { return r.rows(from, readPageRows) }

// rows reads rows from a sequence on. If reading fails on the way, what was read
// is the answer and the failure belongs to the next call.
func (r *reader) rows(from int64, rowsMax int) (rows []row, err error) {
	size := 0
	err = query(r.records, func(st *sqlite3.Stmt) bool {
		rows = append(rows, row{
			sequence: st.ColumnInt64(0), batch: st.ColumnBlob(1, nil), previous: st.ColumnBlob(2, nil),
			archive: st.ColumnBlob(3, nil), form: st.ColumnInt64(4), crc: st.ColumnInt64(5),
			payload: st.ColumnBlob(6, nil),
		})
		size += len(rows[len(rows)-1].payload)
		return len(rows) < rowsMax && size < readPageBytes
	}, from)
	if len(rows) > 0 {
		return rows, nil
	}
	return nil, err
}

// anchor reads the last record that was trimmed.
func (r *reader) anchor() (p point, err error) {
	var hash []byte
	err = query(r.anchors, func(st *sqlite3.Stmt) bool {
		p.sequence, hash = st.ColumnInt64(0), st.ColumnBlob(1, nil)
		return false
	})
	if err == nil && len(hash) != len(p.hash) {
		err = fmt.Errorf("%w: the anchor has no hash", ErrDamaged)
	}
	if err != nil {
		return point{}, fmt.Errorf("read anchor: %w", err)
	}
	p.hash = Hash(hash)
	return p, nil
}

// hashAt is the hash of one record, which may be the last that was trimmed.
func (r *reader) hashAt(sequence int64, p *packing) (Hash, error) {
	anchor, err := r.anchor()
	if err != nil || anchor.sequence == sequence {
		return anchor.hash, err
	}
	rows, err := r.rows(sequence, 1)
	if err != nil {
		return Hash{}, fmt.Errorf("read record %d: %w", sequence, err)
	}
	if len(rows) == 0 || rows[0].sequence != sequence {
		return Hash{}, &damage{sequence, "is missing"}
	}
	rec, err := rows[0].open(p)
	return rec.Hash, err
}

// last reads the sequence of the last row, 0 if there is none.
func (r *reader) last() (sequence int64, err error) {
	err = ask(r.conn, "SELECT ifnull(max(sequence), 0) FROM record", func(st *sqlite3.Stmt) bool {
		sequence = st.ColumnInt64(0)
		return false
	})
	return sequence, err
}

// covered is the record that the newest snapshot follows, 0 if there is none.
func (r *reader) covered() (sequence int64, err error) {
	err = ask(r.conn, "SELECT ifnull(max(sequence), 0) FROM snapshot", func(st *sqlite3.Stmt) bool {
		sequence = st.ColumnInt64(0)
		return false
	})
	return sequence, err
}

// dictionaries reads every dictionary that rows may name.
func dictionaries(c *sqlite3.Conn) (map[int64][]byte, error) {
	known := map[int64][]byte{}
	err := ask(c, "SELECT id, content FROM dictionary", func(st *sqlite3.Stmt) bool {
		known[st.ColumnInt64(0)] = st.ColumnBlob(1, nil)
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("read dictionaries: %w", err)
	}
	return known, nil
}

// walk makes a walk over this connection alone.
func (r *reader) walk(p *packing) walk {
	return walk{page: r.page, anchor: r.anchor, packing: p}
}

// An entryRow is an archive entry as it lies in the database.
type entryRow struct {
	row   int64
	key   []byte
	at    int64
	form  int64
	crc   int64
	marks []byte // see appendMarks
	value []byte // packed
}

// entryColumns takes a row of the archive from a statement.
func entryColumns(st *sqlite3.Stmt) entryRow {
	return entryRow{
		row: st.ColumnInt64(0), key: st.ColumnBlob(1, nil), at: st.ColumnInt64(2), form: st.ColumnInt64(3),
		crc: st.ColumnInt64(4), marks: st.ColumnBlob(5, nil), value: st.ColumnBlob(6, nil),
	}
}

// sum is the checksum of an archive row: CRC32C over its columns.
func (e *entryRow) sum() int64 {
	var n [20]byte
	binary.LittleEndian.PutUint64(n[0:], uint64(e.at))
	binary.LittleEndian.PutUint64(n[8:], uint64(e.form))
	binary.LittleEndian.PutUint32(n[16:], uint32(len(e.key)))
	table := crc32.MakeTable(crc32.Castagnoli)
	crc := crc32.Update(crc32.Checksum(n[:], table), table, e.key)
	crc = crc32.Update(crc, table, e.marks)
	return int64(crc32.Update(crc, table, e.value))
}

// sealEntry packs an entry into the row that keeps it, but for its marks and its
// checksum. The row may lie in scratch.
func sealEntry(entry Entry, p *packing, scratch *[]byte) entryRow {
	e := entryRow{key: []byte(entry.Key), at: entry.At}
	e.form, e.value = p.pack(scratch, entry.Value)
	return e
}

// open unpacks an archive row and proves that it is what was sealed.
func (e *entryRow) open(p *packing, w *words) (Entry, error) {
	if e.sum() != e.crc {
		return Entry{}, fmt.Errorf("%w: the checksum of archive entry %q differs", ErrDamaged, e.key)
	}
	value, err := p.unpack(e.form, e.value)
	if err != nil {
		return Entry{}, fmt.Errorf("unpack archive entry %q: %w", e.key, err)
	}
	list, note, err := e.stamps()
	if err != nil {
		return Entry{}, err
	}
	entry := Entry{Key: string(e.key), At: e.at, Value: value, Number: e.number(), Note: note}
	for _, m := range list {
		word, ok := w.text(m.word)
		if !ok {
			return Entry{}, fmt.Errorf("%w: archive entry %q has a mark of the word %d, which is missing",
				ErrDamaged, e.key, m.word)
		}
		entry.Marks = append(entry.Marks, Mark{word, m.at})
	}
	return entry, nil
}

// byRow reads the archive entry of a row.
func (r *reader) byRow(row int64) (e entryRow, ok bool, err error) {
	err = query(r.rowed, func(st *sqlite3.Stmt) bool {
		e, ok = entryColumns(st), true
		return false
	}, row)
	return e, ok, err
}

// lookup reads one archive row.
func (r *reader) lookup(key string) (e entryRow, ok bool, err error) {
	err = query(r.lookups, func(st *sqlite3.Stmt) bool {
		e, ok = entryColumns(st), true
		return false
	}, []byte(key))
	return e, ok, err
}

// span reads the archive rows with from <= key < to, as many as fit a page; to
// may be empty for no bound.
func (r *reader) span(from, to []byte) (entries []entryRow, err error) {
	size := 0
	err = query(r.ranges, func(st *sqlite3.Stmt) bool {
		e := entryColumns(st)
		if len(to) > 0 && bytes.Compare(e.key, to) >= 0 {
			return false
		}
		entries = append(entries, e)
		size += len(e.value)
		return len(entries) < readPageRows && size < readPageBytes
	}, from)
	if len(entries) > 0 {
		return entries, nil
	}
	return nil, err
}
