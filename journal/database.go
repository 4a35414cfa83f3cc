package journal

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// What marks a database as ours, and its format.
const (
	applicationID = 0x50434a31 // "PCJ1"
	formatVersion = 2
	formatOfKeys  = 1 // before there were marks; Open brings it up to date
)

// The waits and sizes of a connection.
const (
	busyWaitMax       = 10 * time.Second
	pageBytes         = 4096
	readerCacheKiB    = 4 << 10
	writerCacheKiB    = 16 << 10
	checkpointPages   = 1000
	walKeptBytes      = 64 << 20
	readPageRows      = 256
	markPageRows      = 4096
	readPageBytes     = 4 << 20
	snapshotPartBytes = 1 << 20
	trimRows          = 512
	sweepParts        = 8
)

// schema is the database of an empty journal; doc.go says what each table is for.
const schema = `
CREATE TABLE record (
	sequence INTEGER PRIMARY KEY, batch BLOB NOT NULL, previous BLOB NOT NULL, archive BLOB NOT NULL,
	form INTEGER NOT NULL, crc INTEGER NOT NULL, payload BLOB NOT NULL) STRICT;
CREATE TABLE anchor (one INTEGER PRIMARY KEY CHECK (one = 1), sequence INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE TABLE snapshot (
	number INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, hash BLOB NOT NULL,
	parts INTEGER NOT NULL, sum BLOB NOT NULL) STRICT;
CREATE TABLE snapshot_part (
	snapshot INTEGER NOT NULL, part INTEGER NOT NULL, form INTEGER NOT NULL, payload BLOB NOT NULL,
	PRIMARY KEY (snapshot, part)) STRICT;
CREATE TABLE dictionary (id INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT;
CREATE TABLE backup (one INTEGER PRIMARY KEY CHECK (one = 1), sequence INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE TABLE loss (number INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
INSERT INTO anchor VALUES (1, 0, zeroblob(32));
`

// archiveSchema is the archive with its index.
const archiveSchema = `
CREATE TABLE archive (
	row INTEGER PRIMARY KEY, key BLOB NOT NULL, at INTEGER NOT NULL, first INTEGER NOT NULL,
	form INTEGER NOT NULL, crc INTEGER NOT NULL, marks BLOB NOT NULL, value BLOB NOT NULL) STRICT;
CREATE UNIQUE INDEX archive_key ON archive (key);
CREATE INDEX archive_at ON archive (at);
CREATE TABLE word (id INTEGER PRIMARY KEY, word BLOB NOT NULL) STRICT;
CREATE TABLE mark (
	word INTEGER NOT NULL, at INTEGER NOT NULL, number INTEGER NOT NULL, row INTEGER NOT NULL, note BLOB NOT NULL,
	PRIMARY KEY (word, at, number, row)) STRICT, WITHOUT ROWID;
`

// A place is where a database lies and how it is opened.
type place struct {
	path      string
	vfs       string // the tests' own disk; empty is the real one
	immutable bool   // nobody writes the file, so it needs neither lock nor WAL
}

// uri is the place as SQLite wants it.
func (p place) uri() string {
	query := url.Values{}
	if p.vfs != "" {
		query.Set("vfs", p.vfs)
	}
	if p.immutable {
		query.Set("immutable", "1")
	}
	path, err := filepath.Abs(p.path)
	if err != nil {
		path = p.path
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: query.Encode()}).String()
}

// connect opens a connection. Closing it never checkpoints: a journal that is
// refused must be left as it was found.
func (p place) connect(flags sqlite3.OpenFlag) (*sqlite3.Conn, error) {
	c, err := sqlite3.OpenFlags(p.uri(), flags|sqlite3.OPEN_URI)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", p.path, explain(err))
	}
	if _, err = c.Config(sqlite3.DBCONFIG_NO_CKPT_ON_CLOSE, true); err == nil {
		err = c.BusyTimeout(busyWaitMax)
	}
	if err == nil {
		err = c.Exec(fmt.Sprintf("PRAGMA cache_size = -%d; PRAGMA temp_store = MEMORY", readerCacheKiB))
	}
	if err != nil {
		c.Close()
		return nil, fmt.Errorf("open %s: %w", p.path, explain(err))
	}
	return c, nil
}

// disconnect closes a connection and its statements.
func disconnect(c *sqlite3.Conn) error {
	for _, st := range slices.Collect(c.Stmts()) {
		st.Close()
	}
	return c.Close()
}

// settle makes a connection durable and reads back that it is.
func settle(c *sqlite3.Conn) error {
	set := fmt.Sprintf("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "+
		"PRAGMA wal_autocheckpoint = %d; PRAGMA journal_size_limit = %d", checkpointPages, walKeptBytes)
	if err := c.Exec(set); err != nil {
		return fmt.Errorf("settle connection: %w", explain(err))
	}
	for _, want := range [][2]string{{"journal_mode", "wal"}, {"synchronous", "2"}} {
		got, err := pragma(c, want[0])
		if err != nil {
			return err
		}
		if got != want[1] {
			return fmt.Errorf("settle connection: %s is %s, it must be %s", want[0], got, want[1])
		}
	}
	return nil
}

// pragma reads one setting.
func pragma(c *sqlite3.Conn, name string) (value string, err error) {
	err = ask(c, "PRAGMA "+name, func(st *sqlite3.Stmt) bool {
		value = st.ColumnText(0)
		return false
	})
	return value, err
}

// recognise returns the format of a database, and refuses one that is not a journal
// of a format that this release knows.
func recognise(c *sqlite3.Conn) (format int, err error) {
	id, err := pragma(c, "application_id")
	if err != nil {
		return 0, err
	}
	version, err := pragma(c, "user_version")
	if err != nil {
		return 0, err
	}
	if id != fmt.Sprint(applicationID) {
		return 0, fmt.Errorf("the file is not a journal: its application id is %s", id)
	}
	for format := formatOfKeys; format <= formatVersion; format++ {
		if version == fmt.Sprint(format) {
			return format, nil
		}
	}
	return 0, fmt.Errorf("the journal has format %s, this release knows formats %d to %d",
		version, formatOfKeys, formatVersion)
}

// createDatabase makes the database of an empty journal. It has its name only
// when it is whole.
func createDatabase(at place) error {
	fresh := at
	fresh.path += newSuffix
	if err := createFile(fresh.path); err != nil {
		return err
	}
	c, err := fresh.connect(sqlite3.OPEN_READWRITE)
	if err != nil {
		return err
	}
	err = c.Exec(fmt.Sprintf("PRAGMA page_size = %d; PRAGMA synchronous = FULL; PRAGMA application_id = %d; "+
		"PRAGMA user_version = %d; BEGIN; %s %s COMMIT",
		pageBytes, applicationID, formatVersion, schema, archiveSchema))
	if closed := c.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(fresh.path, at.path)
	}
	if err != nil {
		return fmt.Errorf("create database: %w", explain(err))
	}
	return syncDir(filepath.Dir(at.path))
}

// createFile makes an empty file for its owner only, in place of an unfinished one.
func createFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("create file: %w", explain(err))
	}
	return f.Close()
}

// ask runs a statement once and shows each row, until show returns false. A
// statement that yields no rows needs no show.
func ask(c *sqlite3.Conn, sql string, show func(*sqlite3.Stmt) bool, args ...any) error {
	st, _, err := c.Prepare(sql)
	if err != nil {
		return fmt.Errorf("prepare %s: %w", sql, explain(err))
	}
	defer st.Close()
	return query(st, show, args...)
}

// query runs a prepared statement and leaves it ready for the next use.
func query(st *sqlite3.Stmt, show func(*sqlite3.Stmt) bool, args ...any) error {
	if err := bind(st, args...); err != nil {
		return err
	}
	for st.Step() {
		if !show(st) {
			break
		}
	}
	err := st.Err()
	if reset := st.Reset(); err == nil {
		err = reset
	}
	return explain(err)
}

// run executes a prepared statement that yields no rows.
func run(st *sqlite3.Stmt, args ...any) error {
	if err := bind(st, args...); err != nil {
		return err
	}
	return explain(st.Exec())
}

// bind sets the parameters of a statement in their order.
func bind(st *sqlite3.Stmt, args ...any) (err error) {
	for i, arg := range args {
		switch v := arg.(type) {
		case int64:
			err = st.BindInt64(i+1, v)
		case []byte:
			err = st.BindBlob(i+1, v)
		default:
			panic(fmt.Sprintf("journal: a statement has no parameters of type %T", arg))
		}
		if err != nil {
			return explain(err)
		}
	}
	return nil
}
