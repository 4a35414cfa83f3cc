package journal

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// TestBackupBesideAppends backs up while records are appended. The restored
// journal is a beginning of the other, to the byte.
func TestBackupBesideAppends(t *testing.T) {
	t.Parallel()
	home, away := t.TempDir(), t.TempDir()
	s := mustOpen(t, home, Options{Dictionary: sample(4000), DictionaryID: 3})
	defer s.Close()
	var writing sync.WaitGroup
	stop := make(chan struct{})
	begun := make(chan struct{})
	writing.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			entries := []Entry{{Key: fmt.Sprint(i), At: int64(i), Value: sample(200)}}
			if _, err := s.Append(Batch{sample(500 + i%3000), entries}); err != nil {
				t.Error(err)
				return
			}
			if i == 50 {
				close(begun)
			}
		}
	})
	<-begun
	var ends []int64
	for i := range 3 {
		file, dir := filepath.Join(away, fmt.Sprint("backup", i)), filepath.Join(away, fmt.Sprint("restored", i))
		if err := Backup(home, file); err != nil {
			t.Fatal(err)
		}
		if report, err := Verify(home, nil); err != nil || report.Last < report.Marked {
			t.Errorf("verify beside a server: %+v %v", report, err)
		}
		if err := Restore(file, dir); err != nil {
			t.Fatal(err)
		}
		ends = append(ends, mustBegin(t, s, dir))
	}
	close(stop)
	writing.Wait()
	if ends[0] < 50 || ends[2] <= ends[0] {
		t.Errorf("the backups end at %v", ends)
	}
}

// mustBegin proves that the journal of a directory is a beginning of another,
// with all of its archive, and returns where it ends.
func mustBegin(t *testing.T, whole *SQLite, dir string) (end int64) {
	t.Helper()
	part := mustOpen(t, dir, Options{})
	defer part.Close()
	end, hash := part.End()
	for rec := range whole.Read(end) {
		if rec.Hash != hash {
			t.Errorf("the restored journal ends in another record %d", end)
		}
		break
	}
	if got := len(collect(t, part.Read(0))); int64(got) != end {
		t.Errorf("%d records, want %d", got, end)
	}
	if got := len(collectEntries(t, part.Range("", ""))); int64(got) != end {
		t.Errorf("%d archive entries, want %d", got, end)
	}
	mustAppend(t, part, "life goes on")
	return end
}

func TestBackupRefuses(t *testing.T) {
	t.Parallel()
	home, away := killed(t, 5), t.TempDir()
	file := filepath.Join(away, "backup")
	if err := Backup(home, file); err != nil {
		t.Fatal(err)
	}
	if report, err := VerifyBackup(file, nil); err != nil || report.Last != 5 || report.ArchiveRows != 5 {
		t.Errorf("%+v %v", report, err)
	}
	if err := Backup(home, file); err == nil {
		t.Error("a backup was overwritten")
	}
	if err := Restore(file, home); err == nil {
		t.Error("a journal was overwritten")
	}
	os.Remove(filepath.Join(home, databaseName))
	if err := Restore(file, home); err == nil {
		t.Error("the traces of a journal were overwritten")
	}
	if err := Backup(away, filepath.Join(away, "none")); err == nil || exists(filepath.Join(away, "none"+newSuffix)) {
		t.Errorf("a directory without a journal was backed up: %v", err)
	}
	if err := Restore(filepath.Join(away, "none"), t.TempDir()); err == nil {
		t.Error("a missing backup was restored")
	}
}

// TestDamagedBackup flips bytes all over a backup. Restore finds each of them, or
// what it restores shows no difference, as for a byte in an unused part of a page.
func TestDamagedBackup(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	s := mustOpen(t, home, Options{})
	for i := range 40 {
		appendEntries(t, s, Entry{Key: fmt.Sprint("key ", i), At: int64(i), Value: sample(700)})
	}
	if err := s.SaveSnapshot(30, sample(9000)); err != nil {
		t.Fatal(err)
	}
	want := portrait(t, s)
	s.Close()
	file := filepath.Join(t.TempDir(), "backup")
	if err := Backup(home, file); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	found, places := 0, 0
	for at := 0; at < len(whole); at += len(whole)/24 + 7 {
		broken := append([]byte(nil), whole...)
		broken[at] ^= 0x40
		path, dir := filepath.Join(t.TempDir(), "broken"), filepath.Join(t.TempDir(), "restored")
		if err := os.WriteFile(path, broken, 0o600); err != nil {
			t.Fatal(err)
		}
		places++
		if err := Restore(path, dir); err != nil {
			found++
			if exists(dir) || strings.Contains(err.Error(), "accept-loss") {
				t.Errorf("flip at %d: %v", at, err)
			}
			continue
		}
		s := mustOpen(t, dir, Options{})
		if portrait(t, s) != want {
			t.Errorf("flip at %d of %d was restored unnoticed", at, len(whole))
		}
		s.Close()
	}
	if found < places/4 {
		t.Errorf("only %d of %d flips were found", found, places)
	}
}

// TestRestoreCutShort leaves what an interrupted Restore leaves, and runs it again.
func TestRestoreCutShort(t *testing.T) {
	t.Parallel()
	file, dir := filepath.Join(t.TempDir(), "backup"), t.TempDir()
	if err := Backup(killed(t, 5), file); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{databaseName + newSuffix, markName} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("unfinished"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := Restore(file, dir); err != nil {
		t.Fatal(err)
	}
	mustOpen(t, dir, Options{}).Close()
}
