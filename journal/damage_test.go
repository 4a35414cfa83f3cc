package journal

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ncruces/go-sqlite3"
)

// killed makes a journal of n records and returns a copy of its directory, taken
// while it was open: what a kill leaves behind.
func killed(t *testing.T, n int) (dir string) {
	t.Helper()
	home := t.TempDir()
	s := mustOpen(t, home, Options{})
	defer s.Close()
	for i := range n {
		appendEntries(t, s, Entry{Key: fmt.Sprint("key ", i+1), At: int64(i), Value: []byte("value")})
	}
	return copyDir(t, home)
}

func copyDir(t *testing.T, from string) (to string) {
	t.Helper()
	to = filepath.Join(t.TempDir(), "copy")
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	return to
}

// alter runs SQL on the database of a closed journal.
func alter(t *testing.T, dir, sql string, args ...any) {
	t.Helper()
	c, err := place{path: filepath.Join(dir, databaseName)}.connect(sqlite3.OPEN_READWRITE)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(c.Exec("PRAGMA synchronous = OFF"), ask(c, sql, nil, args...)); err != nil {
		t.Fatal(err)
	}
	if err := disconnect(c); err != nil {
		t.Fatal(err)
	}
}

// refused opens a journal that must be refused and returns the loss.
func refused(t *testing.T, dir string) *Loss {
	t.Helper()
	s, err := Open(dir, Options{})
	if err == nil {
		n, _ := s.End()
		s.Close()
		t.Fatalf("a damaged journal was opened, it ends at %d", n)
	}
	loss, ok := errors.AsType[*Loss](err)
	if !ok || !errors.Is(err, ErrDamaged) {
		t.Fatalf("refused without naming the loss: %v", err)
	}
	command := fmt.Sprintf("patchcord journal accept-loss --data %s --from %d", dir, loss.From)
	if !strings.Contains(err.Error(), command) {
		t.Fatalf("%v\ndoes not name the command: %s", err, command)
	}
	return loss
}

// accept gives up a loss and opens what is left.
func accept(t *testing.T, dir string, loss *Loss) (s *SQLite, kept string) {
	t.Helper()
	kept, err := AcceptLoss(dir, loss.From)
	if err != nil {
		t.Fatal(err)
	}
	s = mustOpen(t, dir, Options{})
	if n, _ := s.End(); n != loss.From-1 {
		t.Fatalf("after accepting the loss from %d the journal ends at %d", loss.From, n)
	}
	if n := mustAppend(t, s, "again"); n != loss.From {
		t.Fatalf("the next record is %d", n)
	}
	return s, kept
}

func TestKilledJournalOpens(t *testing.T) {
	t.Parallel()
	s := mustOpen(t, killed(t, 20), Options{})
	defer s.Close()
	if n, _ := s.End(); n != 20 {
		t.Errorf("the end is %d", n)
	}
	if _, ok, err := s.Lookup("key 20"); !ok || err != nil {
		t.Errorf("the archive lacks what was acknowledged: %v", err)
	}
}

// TestDamagedByteIsFound flips every byte of the last record, column by column.
// The mark is moved back first, as after a power cut, so that the record must
// convict itself.
func TestDamagedByteIsFound(t *testing.T) {
	t.Parallel()
	dir := killed(t, 3)
	at := place{path: filepath.Join(dir, databaseName)}
	r, err := openReader(at)
	if err != nil {
		t.Fatal(err)
	}
	hash, err := r.hashAt(2, mustPacking(t))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := r.rows(3, 1)
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	r.close()
	m, err := createMark(dir, point{2, hash})
	if err != nil {
		t.Fatal(err)
	}
	m.file.Close()
	tries := 0
	for column, old := range map[string][]byte{
		"batch": rows[0].batch, "previous": rows[0].previous, "archive": rows[0].archive, "payload": rows[0].payload,
	} {
		set := "UPDATE record SET " + column + " = ? WHERE sequence = 3"
		for i := range old {
			broken := append([]byte(nil), old...)
			broken[i] ^= 1 << (i % 8)
			alter(t, dir, set, broken)
			if loss := refused(t, dir); loss.From != 3 || loss.To != 3 {
				t.Fatalf("byte %d of %s: lost %d to %d", i, column, loss.From, loss.To)
			}
			tries++
		}
		alter(t, dir, set, old[:len(old)-1])
		refused(t, dir)
		alter(t, dir, set, old)
	}
	for column, old := range map[string]int64{"crc": rows[0].crc, "form": rows[0].form} {
		set := "UPDATE record SET " + column + " = ? WHERE sequence = 3"
		for bit := 0; bit < 32; bit += 5 {
			alter(t, dir, set, old^1<<bit)
			refused(t, dir)
		}
		alter(t, dir, set, old)
	}
	if tries < 85 {
		t.Errorf("only %d bytes were tried", tries)
	}
	mustOpen(t, dir, Options{}).Close()
}

func TestForgedRecordIsFound(t *testing.T) {
	t.Parallel()
	dir := killed(t, 3)
	p := mustPacking(t)
	forged := link(point{2, Hash{}}, []byte("forged"), Hash{})
	var scratch []byte
	r := seal(forged, p, &scratch) // checksum and batch id are right, the place is not
	alter(t, dir, "UPDATE record SET batch = ?, previous = ?, archive = ?, form = ?, crc = ?, payload = ? "+
		"WHERE sequence = 3", r.batch, r.previous, r.archive, r.form, r.crc, r.payload)
	if loss := refused(t, dir); loss.From != 3 || !strings.Contains(loss.Reason, "does not follow") {
		t.Error(loss)
	}
}

func TestMissingRecordIsFound(t *testing.T) {
	t.Parallel()
	dir := killed(t, 9)
	alter(t, dir, "DELETE FROM record WHERE sequence = 5")
	if loss := refused(t, dir); loss.From != 5 || loss.To != 9 {
		t.Error(loss)
	}
}

// TestWALDamage cuts and spoils the WAL of a killed journal at many places. Every
// time the journal either has all that was acknowledged or is refused, and a
// refusal leaves the WAL as it was.
func TestWALDamage(t *testing.T) {
	t.Parallel()
	home := killed(t, 12)
	wal := filepath.Join(home, databaseName+"-wal")
	whole, err := os.ReadFile(wal)
	if err != nil || len(whole) < 4096 {
		t.Fatal(len(whole), err)
	}
	refusals := 0
	try := func(what string, b []byte) {
		t.Helper()
		dir := copyDir(t, home)
		path := filepath.Join(dir, databaseName+"-wal")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(dir, Options{})
		if err == nil {
			if n, _ := s.End(); n != 12 {
				t.Errorf("%s: opened with %d records", what, n)
			}
			s.Close()
			return
		}
		refusals++
		loss := refused(t, dir)
		if after, _ := os.ReadFile(path); string(after) != string(b) {
			t.Errorf("%s: the refusal changed the WAL", what)
		}
		s, kept := accept(t, dir, loss)
		s.Close()
		if saved, err := os.ReadFile(filepath.Join(kept, databaseName+"-wal")); string(saved) != string(b) {
			t.Errorf("%s: the damaged WAL was not kept: %v", what, err)
		}
	}
	for cut := 0; cut < len(whole); cut += len(whole)/14 + 1 {
		try(fmt.Sprintf("cut at %d", cut), whole[:cut])
	}
	for at := 3; at < len(whole); at += len(whole)/20 + 1 {
		broken := append([]byte(nil), whole...)
		broken[at] ^= 0x10
		try(fmt.Sprintf("flip at %d", at), broken)
	}
	if refusals < 20 {
		t.Errorf("only %d damages were refused", refusals)
	}
}

func TestOlderDatabaseIsRefused(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	s := mustOpen(t, home, Options{})
	mustAppend(t, s, "one")
	old := copyDir(t, home)
	mustAppend(t, s, "two")
	s.Close()
	for _, name := range []string{databaseName, databaseName + "-wal"} {
		b, err := os.ReadFile(filepath.Join(old, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(home, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	loss := refused(t, home)
	if loss.From != 2 || loss.To != 2 {
		t.Error(loss)
	}
	s, _ = accept(t, home, loss)
	s.Close()
	report, err := Verify(home, nil)
	if err != nil || fmt.Sprint(report.Losses) != "[{2 2}]" {
		t.Error(report, err)
	}
}

func TestOtherDatabaseIsRefused(t *testing.T) {
	t.Parallel()
	a, b := t.TempDir(), t.TempDir()
	for i, dir := range []string{a, b} {
		s := mustOpen(t, dir, Options{})
		mustAppend(t, s, "same")
		mustAppend(t, s, fmt.Sprint("different ", i))
		s.Close()
	}
	if err := os.Rename(filepath.Join(b, markName), filepath.Join(a, markName)); err != nil {
		t.Fatal(err)
	}
	if loss := refused(t, a); loss.From != 2 || !strings.Contains(loss.Reason, "acknowledged") {
		t.Error(loss)
	}
}

func TestMark(t *testing.T) {
	t.Parallel()
	t.Run("one damaged slot costs nothing", func(t *testing.T) {
		for slot := range int64(2) {
			dir := killed(t, 4)
			spoil(t, filepath.Join(dir, markName), slot*markStride+20)
			noticed := 0
			s := mustOpen(t, dir, Options{Notice: func(err error) { noticed++ }})
			if n, _ := s.End(); n != 4 || noticed != 1 {
				t.Errorf("the end is %d after %d notices", n, noticed)
			}
			s.Close()
			if _, whole, err := readMark(dir); whole != 2 || err != nil {
				t.Errorf("%d slots are whole, %v", whole, err)
			}
		}
	})
	t.Run("no whole slot is a refusal", func(t *testing.T) {
		dir := killed(t, 4)
		spoil(t, filepath.Join(dir, markName), 20)
		spoil(t, filepath.Join(dir, markName), markStride+20)
		s, _ := accept(t, dir, refused(t, dir))
		s.Close()
	})
	t.Run("no mark is a refusal", func(t *testing.T) {
		dir := killed(t, 4)
		os.Remove(filepath.Join(dir, markName))
		s, _ := accept(t, dir, refused(t, dir))
		s.Close()
	})
	t.Run("no database is a refusal", func(t *testing.T) {
		dir := killed(t, 4)
		for _, name := range []string{databaseName, markName} { // a WAL alone must not become part of a new one
			os.Remove(filepath.Join(dir, name))
			if _, err := Open(dir, Options{}); !errors.Is(err, ErrDamaged) {
				t.Errorf("without %s: %v", name, err)
			}
		}
	})
	t.Run("a lagging mark is fine", func(t *testing.T) {
		dir := killed(t, 4)
		m, err := createMark(dir, point{})
		if err != nil {
			t.Fatal(err)
		}
		m.file.Close()
		s := mustOpen(t, dir, Options{})
		defer s.Close()
		if marked, _, _ := readMark(dir); marked.sequence != 4 {
			t.Errorf("the mark stands at %d after the start", marked.sequence)
		}
	})
}

// spoil flips one byte of a file.
func spoil(t *testing.T, path string, at int64) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b [1]byte
	if _, err := f.ReadAt(b[:], at); err != nil {
		t.Fatal(err)
	}
	b[0] ^= 0xff
	if _, err := f.WriteAt(b[:], at); err != nil {
		t.Fatal(err)
	}
}

func mustPacking(t *testing.T) *packing {
	t.Helper()
	p, err := newPacking(0, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.close)
	return p
}
