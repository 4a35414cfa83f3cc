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

func TestOneServerOnly(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := mustOpen(t, dir, Options{})
	mustAppend(t, s, "x")
	_, err := Open(dir, Options{})
	if !errors.Is(err, ErrLocked) || !strings.Contains(fmt.Sprint(err), fmt.Sprintf("process %d ", os.Getpid())) {
		t.Errorf("second open: %v", err)
	}
	if _, err := AcceptLoss(dir, 1); !errors.Is(err, ErrLocked) {
		t.Errorf("accept loss beside a server: %v", err)
	}
	mustAppend(t, s, "y")
	s.Close()
	mustOpen(t, dir, Options{}).Close()
}

func TestFilesAreTheOwners(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "new", "data")
	s := mustOpen(t, dir, Options{})
	defer s.Close()
	mustAppend(t, s, "x")
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 5 {
		t.Errorf("%d files, %v", len(files), err)
	}
	for _, f := range append(files, nil) {
		path, want := dir, os.FileMode(0o700)
		if f != nil {
			path, want = filepath.Join(dir, f.Name()), 0o600
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v %v", path, info.Mode(), err)
		}
	}
}

// TestOddDirectory has a name that means something to URIs and shells.
func TestOddDirectory(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "it's 100% odd?vfs=x#&")
	s := mustOpen(t, dir, Options{})
	mustAppend(t, s, "x")
	s.Close()
	os.Remove(filepath.Join(dir, markName))
	_, err := Open(dir, Options{})
	if !strings.Contains(fmt.Sprint(err), `it'\''s 100% odd?vfs=x#&' --from 2`) {
		t.Error(err)
	}
}

func TestDictionaries(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first, second := sample(3000), []byte(strings.Repeat("another typical payload ", 40))
	for i, o := range []Options{{}, {Dictionary: first, DictionaryID: 7}, {Dictionary: second, DictionaryID: 9}, {}} {
		s := mustOpen(t, dir, o)
		for _, payload := range []string{"", "x", string(sample(400)), string(second[:200])} {
			mustAppend(t, s, payload)
		}
		s.Close()
		if r := mustVerify(t, dir); r.Last != int64(i+1)*4 {
			t.Errorf("%+v", r)
		}
	}
	forms := map[int64]bool{}
	r, err := openReader(place{path: filepath.Join(dir, databaseName)})
	if err != nil {
		t.Fatal(err)
	}
	defer r.close()
	rows, err := r.rows(1, 100)
	for _, row := range rows {
		forms[row.form] = true
	}
	if err != nil || len(rows) != 16 || len(forms) != 4 {
		t.Errorf("%d rows in forms %v, %v", len(rows), forms, err)
	}
	for _, o := range []Options{{Dictionary: second, DictionaryID: 7}, {Dictionary: first}, {DictionaryID: 7}} {
		if s, err := Open(dir, o); err == nil {
			s.Close()
			t.Errorf("opened with a wrong dictionary: id %d", o.DictionaryID)
		}
	}
}

func TestOtherFilesAreRefused(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]string{
		"another program's": "PRAGMA application_id = 7", "a later release's": "PRAGMA user_version = 99",
	} {
		dir := killed(t, 1)
		alter(t, dir, change)
		if s, err := Open(dir, Options{}); err == nil {
			s.Close()
			t.Errorf("%s database was opened", name)
		}
	}
	dir := killed(t, 1)
	if err := os.WriteFile(filepath.Join(dir, databaseName), sample(8192), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, Options{}); !errors.Is(err, ErrDamaged) {
		t.Errorf("a text file was opened: %v", err)
	}
}

// TestConnectionsAreDurable reads the settings of every connection.
func TestConnectionsAreDurable(t *testing.T) {
	t.Parallel()
	s := mustOpen(t, t.TempDir(), Options{Readers: 2})
	defer s.Close()
	conns := []*sqlite3.Conn{s.writer.conn}
	for range s.spares {
		r := <-s.readers
		defer func() { s.readers <- r }()
		conns = append(conns, r.conn)
	}
	for _, c := range conns {
		mode, err := pragma(c, "journal_mode")
		level, err2 := pragma(c, "synchronous")
		if mode != "wal" || level != "2" || err != nil || err2 != nil {
			t.Errorf("journal_mode %s, synchronous %s, %v %v", mode, level, err, err2)
		}
	}
}

// TestVerify walks a trimmed journal with snapshots, then finds rot in what Open
// does not read.
func TestVerify(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := mustOpen(t, dir, Options{})
	for i := range 20 {
		appendEntries(t, s, Entry{Key: fmt.Sprint(i), At: int64(i), Value: sample(300)})
	}
	for _, n := range []int64{10, 15} {
		if err := s.SaveSnapshot(n, sample(2<<20)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Trim(6); err != nil {
		t.Fatal(err)
	}
	_, hash := s.End()
	s.Close()
	seen := 0
	r, err := Verify(dir, func(int64) { seen++ })
	if err != nil || r.First != 6 || r.Last != 20 || r.Hash != hash || r.Marked != 20 || seen != 15 ||
		r.ArchiveRows != 20 || fmt.Sprint(r.Snapshots) != "[15 10]" {
		t.Errorf("%d seen, %+v, %v", seen, r, err)
	}
	var dumped []int64
	err = Dump(dir, 18, func(rec Record) error {
		dumped = append(dumped, rec.Sequence)
		return nil
	})
	if fmt.Sprint(dumped, err) != "[18 19 20] <nil>" {
		t.Error(dumped, err)
	}
	for _, sql := range []string{
		"UPDATE record SET payload = x'00' WHERE sequence = 8",
		"UPDATE archive SET at = 7 WHERE key = CAST('3' AS BLOB)",
		"UPDATE snapshot_part SET payload = x'00' WHERE part = 1",
		"UPDATE snapshot SET hash = zeroblob(32) WHERE sequence = 15",
		"UPDATE anchor SET sequence = 4",
	} {
		rotten := copyDir(t, dir)
		alter(t, rotten, sql)
		if _, err := Verify(rotten, nil); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", sql, err)
		}
	}
}

func mustVerify(t *testing.T, dir string) Report {
	t.Helper()
	r, err := Verify(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestDamagedSnapshot falls back to the older one, and says so; without it, and
// without the records, it refuses.
func TestDamagedSnapshot(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := mustOpen(t, dir, Options{})
	for range 9 {
		mustAppend(t, s, "x")
	}
	for _, n := range []int64{4, 8} {
		if err := s.SaveSnapshot(n, fmt.Append(nil, "state ", n)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Trim(5); err != nil {
		t.Fatal(err)
	}
	s.Close()
	notices := 0
	look := func() (int64, []byte, error) {
		s := mustOpen(t, dir, Options{Notice: func(error) { notices++ }})
		defer s.Close()
		return s.LatestSnapshot()
	}
	alter(t, dir, "UPDATE snapshot_part SET payload = x'00' WHERE snapshot = 2")
	if n, state, err := look(); n != 4 || string(state) != "state 4" || err != nil || notices != 1 {
		t.Errorf("%d %q %v after %d notices", n, state, err, notices)
	}
	alter(t, dir, "UPDATE snapshot SET sum = x'00'")
	if _, _, err := look(); !errors.Is(err, ErrDamaged) {
		t.Error(err)
	}
}

func TestAcceptLossRefuses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := mustOpen(t, dir, Options{})
	for range 9 {
		mustAppend(t, s, "x")
	}
	for _, n := range []int64{4, 8} {
		if err := s.SaveSnapshot(n, nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Trim(5); err != nil {
		t.Fatal(err)
	}
	s.Close()
	for _, from := range []int64{-1, 0, 4, 11} {
		if _, err := AcceptLoss(dir, from); err == nil {
			t.Errorf("a loss from %d was accepted", from)
		}
	}
	for _, from := range []int64{10, 9, 7, 5} { // from 7 on the newer snapshot goes too
		kept, err := AcceptLoss(dir, from)
		if err != nil || !exists(filepath.Join(kept, "rows.jsonl")) {
			t.Fatalf("from %d: %s %v", from, kept, err)
		}
		r := mustVerify(t, dir)
		if r.Last != from-1 || (len(r.Snapshots) == 2) != (from > 8) {
			t.Errorf("from %d: %+v", from, r)
		}
	}
}
