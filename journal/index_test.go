package journal

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// marked makes an entry with one mark at each word, where it began.
func marked(key string, at, number int64, words ...string) Entry {
	e := Entry{Key: key, At: at, Value: []byte("value of " + key), Number: number, Note: []byte(key)}
	for _, word := range words {
		e.Marks = append(e.Marks, Mark{word, at})
	}
	return e
}

func behavesWithMarks(t *testing.T, j store) {
	var many []Entry // more than a page
	for i := range int64(5000) {
		many = append(many, marked(fmt.Sprintf("k%04d", i), i/2, i, "all", fmt.Sprint("odd", i%2)))
	}
	appendEntries(t, j, many...)
	appendEntries(t, j, marked("late", 100, 9000, "all"))
	for _, c := range []struct {
		name  string
		span  Span
		want  int64
		first string
	}{
		{"all", Span{Word: "all", From: 0, To: 1 << 60}, 5001, "k0000"},
		{"backwards", Span{Word: "all", To: 1 << 60, Back: true}, 5001, "k4999"},
		{"both ends", Span{Word: "all", From: 10, To: 11}, 4, "k0020"},
		{"one word", Span{Word: "odd1", From: 10, To: 11}, 2, "k0021"},
		{"no word", Span{Word: "even", From: 0, To: 1 << 60}, 0, ""},
		{"behind", Span{Word: "all", To: 50, Behind: &Place{10, 20}}, 81, "k0021"},
		{"behind what is gone", Span{Word: "all", To: 50, Behind: &Place{-5, 0}}, 102, "k0000"},
		{"behind, backwards", Span{Word: "all", To: 50, Back: true, Behind: &Place{10, 20}}, 20, "k0019"},
		{"the later record", Span{Word: "all", From: 100, To: 100, Back: true}, 3, "late"},
		{"before the later record", Span{Word: "all", From: 100, To: 100, Back: true, Until: 1}, 2, "k0201"},
	} {
		first, n := "", int64(0)
		for m, err := range j.Marks(c.span) {
			if err != nil {
				t.Fatal(err)
			}
			e, ok, err := j.Entry(m.Row)
			if !ok || err != nil || string(m.Note) != e.Key || m.Number != e.Number {
				t.Fatalf("%s: %v leads to %v %v %v", c.name, m, e, ok, err)
			}
			if n == 0 {
				first = e.Key
			}
			n++
			if c.want > 100 && n > 10 { // a caller may stop
				n = c.want
				break
			}
		}
		count, err := j.Count(c.span)
		if n != c.want || count != c.want || first != c.first || err != nil {
			t.Errorf("%s: %d marks from %q, counted %d, %v; want %d from %q", c.name, n, first, count, err, c.want, c.first)
		}
	}
}

func behavesWhenMarksGo(t *testing.T, j store) {
	appendEntries(t, j, marked("a", 1, 1, "w", "x"), marked("b", 2, 2, "w"), marked("c", 3, 3, "w"))
	appendEntries(t, j, marked("a", 1, 1, "w", "y")) // as after a change of one that has ended
	if _, err := j.Forget(3); err != nil {
		t.Fatal(err)
	}
	appendEntries(t, j, marked("d", 4, 4, "w"), marked("c", 5, 7, "z"))
	all := Span{From: 0, To: 9}
	for word, want := range map[string]int64{"w": 1, "x": 0, "y": 0, "z": 1} {
		all.Word = word
		if n, err := j.Count(all); n != want || err != nil {
			t.Errorf("%q has %d marks, %v, want %d", word, n, err, want)
		}
	}
	if _, ok, err := j.Entry(1); ok || err != nil {
		t.Errorf("an entry that is forgotten: %v %v", ok, err)
	}
	all.Word, all.Until = "z", 1
	if n, err := j.Count(all); n != 1 || err != nil {
		t.Errorf("what was there before it changed is left out: %d, %v", n, err)
	}
}

// TestVerifyIndex finds an index that is not what the rows say.
func TestVerifyIndex(t *testing.T) {
	t.Parallel()
	for sql, want := range map[string]string{
		"DELETE FROM mark WHERE row = 1":                     `"a" is not in the index where it should be`,
		"UPDATE mark SET note = x'00' WHERE row = 2":         `"b" is not in the index where it should be`,
		"INSERT INTO mark VALUES (1, 5, 5, 5, x'')":          "the index has 4 marks, the 2 archive entries have 3",
		"UPDATE archive SET marks = x'0201' WHERE row = 1":   `the checksum of archive entry "a" differs`,
		"DELETE FROM word WHERE id = 2":                      "the word 2, which is missing",
		"UPDATE archive SET marks = x'' WHERE key = x'61'":   `the checksum of archive entry "a" differs`,
		"UPDATE mark SET at = 2 WHERE row = 1 AND word = 1 ": `"a" is not in the index where it should be`,
	} {
		dir := t.TempDir()
		s := mustOpen(t, dir, Options{})
		appendEntries(t, s, marked("a", 1, 1, "w", "x"), marked("b", 2, 2, "w"))
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if report, err := Verify(dir, nil); err != nil || report.ArchiveRows != 2 {
			t.Fatal(report, err)
		}
		alter(t, dir, sql)
		if _, err := Verify(dir, nil); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", sql, err)
		}
	}
}

// TestIndexIsKept finds marks again in a journal that is opened again, in a backup, and not in what was lost.
func TestIndexIsKept(t *testing.T) {
	t.Parallel()
	home, away := t.TempDir(), t.TempDir()
	s := mustOpen(t, home, Options{})
	appendEntries(t, s, marked("a", 1, 1, "w"))
	appendEntries(t, s, marked("b", 2, 2, "w", "x"))
	backup, restored := filepath.Join(away, "backup"), filepath.Join(away, "restored")
	if err := errors.Join(Backup(home, backup), Restore(backup, restored), s.Close()); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{home, restored} {
		again := mustOpen(t, dir, Options{})
		appendEntries(t, again, marked("c", 3, 3, "x", "y"))
		for word, want := range map[string]int64{"w": 2, "x": 2, "y": 1} {
			if n, err := again.Count(Span{Word: word, To: 9}); n != want || err != nil {
				t.Errorf("%q has %d marks, %v, want %d", word, n, err, want)
			}
		}
		if err := again.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := AcceptLoss(dir, 2); err != nil {
			t.Fatal(err)
		}
		if report, err := Verify(dir, nil); err != nil || report.ArchiveRows != 1 {
			t.Errorf("after a loss: %+v, %v", report, err)
		}
	}
}

// old makes a journal of the format before there were marks.
func old(t *testing.T, rows int) (dir string) {
	t.Helper()
	dir = t.TempDir()
	s := mustOpen(t, dir, Options{})
	for i := range rows {
		appendEntries(t, s, Entry{Key: fmt.Sprintf("%03d", rows-i), At: int64(i), Value: sample(400)})
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, sql := range []string{
		"CREATE TABLE old (key BLOB PRIMARY KEY, at INTEGER NOT NULL, first INTEGER NOT NULL, form INTEGER NOT NULL, " +
			"crc INTEGER NOT NULL, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
		"INSERT INTO old SELECT key, at, first, form, crc, value FROM archive",
		"DROP TABLE archive", "DROP TABLE mark", "DROP TABLE word", "ALTER TABLE old RENAME TO archive",
		"CREATE INDEX archive_at ON archive (at)", "PRAGMA user_version = 1",
	} {
		alter(t, dir, sql)
	}
	return dir
}

// TestOldFormat gives the entries of an old journal their marks, once.
func TestOldFormat(t *testing.T) {
	t.Parallel()
	dir := old(t, 600) // more than a page
	if report, err := Verify(dir, nil); err != nil || report.ArchiveRows != 600 {
		t.Fatalf("an old journal: %+v, %v", report, err)
	}
	_, err := Open(dir, Options{})
	if err == nil || !strings.Contains(err.Error(), "has format 1, and nobody here can bring its 600 archive entries") {
		t.Fatalf("opened without a way to mark: %v", err)
	}
	broken := errors.New("no such value")
	_, err = Open(dir, Options{Renew: func(Entry) (Entry, error) { return Entry{}, broken }})
	if !errors.Is(err, broken) {
		t.Fatalf("opened with a way that fails: %v", err)
	}
	asked := 0
	o := Options{Dictionary: sample(4000), DictionaryID: 7, Renew: func(e Entry) (Entry, error) {
		asked++
		e.Key, e.Number, e.Marks = "new "+e.Key, e.At, []Mark{{"all", e.At}}
		return e, nil
	}}
	for range 2 {
		s := mustOpen(t, dir, o)
		n, err := s.Count(Span{Word: "all", To: 1000, Until: 500})
		value, ok, found := s.Lookup("new 600")
		if err != nil || n != 500 || asked != 600 || found != nil || !ok || !bytes.Equal(value, sample(400)) {
			t.Errorf("%d marks, %v, after %d questions; found %v %v", n, err, asked, ok, found)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if report, err := Verify(dir, nil); err != nil || report.ArchiveRows != 600 {
		t.Errorf("afterwards: %+v, %v", report, err)
	}
}

// TestOldFormatLoss accepts a loss of an old journal, and opens it when it has no entries.
func TestOldFormatLoss(t *testing.T) {
	t.Parallel()
	dir := old(t, 5)
	if _, err := AcceptLoss(dir, 1); err != nil {
		t.Fatal(err)
	}
	s := mustOpen(t, dir, Options{})
	appendEntries(t, s, marked("a", 1, 1, "w"))
	if n, err := s.Count(Span{Word: "w", To: 9}); n != 1 || err != nil {
		t.Error(n, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	alter(t, dir, "PRAGMA user_version = 3")
	const want = "has format 3, this release knows formats 1 to 2"
	if _, err := Open(dir, Options{}); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("a journal of a later release: %v", err)
	}
}
