package journal

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"
)

// A frailDisk is a real disk that remembers what was synced and fails when told.
// SQLite sees it as a VFS.
type frailDisk struct {
	vfs.VFSFilename
	mu     sync.Mutex
	fail   func(op, name string) error // asked before each write and sync; may be nil
	drafts map[string][]byte           // what was written, by file name
	synced map[string][]byte           // what a power cut leaves
}

// newFrailDisk registers a frail disk under the name of the test.
func newFrailDisk(t *testing.T) (d *frailDisk, name string) {
	d = &frailDisk{
		VFSFilename: vfs.Find("").(vfs.VFSFilename),
		drafts:      map[string][]byte{}, synced: map[string][]byte{},
	}
	name = strings.ToLower(strings.ReplaceAll(t.Name(), "/", "-"))
	vfs.Register(name, d)
	t.Cleanup(func() { vfs.Unregister(name) })
	return d, name
}

// failWith makes the disk fail from now on, or heal with nil.
func (d *frailDisk) failWith(fail func(op, name string) error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.fail = fail
}

func (d *frailDisk) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	f, flags, err := d.VFSFilename.OpenFilename(name, flags)
	if err != nil {
		return nil, flags, err
	}
	base := filepath.Base(name.String())
	d.mu.Lock()
	defer d.mu.Unlock()
	if b, err := os.ReadFile(name.String()); err == nil && d.drafts[base] == nil {
		d.drafts[base], d.synced[base] = b, bytes.Clone(b)
	}
	return &frailFile{f, d, base}, flags, nil
}

// cut writes what a power cut at this moment may leave to a directory: what was
// synced, and of one file, if named by its ending, all that was written. The mark
// is as it is now, which is the worst for us: it leads as far as it can.
func (d *frailDisk) cut(t *testing.T, home, dir, lucky string) {
	t.Helper()
	d.mu.Lock()
	defer d.mu.Unlock()
	for name, b := range d.synced {
		if lucky != "" && strings.HasSuffix(name, lucky) {
			b = d.drafts[name]
		}
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := copyFile(filepath.Join(home, markName), filepath.Join(dir, markName)); err != nil {
		t.Fatal(err)
	}
}

type frailFile struct {
	vfs.File
	disk *frailDisk
	name string
}

func (f *frailFile) SharedMemory() vfs.SharedMemory {
	return f.File.(vfs.FileSharedMemory).SharedMemory()
}

func (f *frailFile) WriteAt(b []byte, at int64) (int, error) {
	d := f.disk
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.fail != nil {
		if err := d.fail("write", f.name); err != nil {
			return 0, err
		}
	}
	draft := d.drafts[f.name]
	if short := int(at) + len(b) - len(draft); short > 0 {
		draft = append(draft, make([]byte, short)...)
	}
	copy(draft[at:], b)
	d.drafts[f.name] = draft
	return f.File.WriteAt(b, at)
}

func (f *frailFile) Truncate(size int64) error {
	d := f.disk
	d.mu.Lock()
	defer d.mu.Unlock()
	d.drafts[f.name] = d.drafts[f.name][:min(int(size), len(d.drafts[f.name]))]
	return f.File.Truncate(size)
}

func (f *frailFile) Sync(flags vfs.SyncFlag) error {
	d := f.disk
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.fail != nil {
		if err := d.fail("sync", f.name); err != nil {
			return err
		}
	}
	d.synced[f.name] = bytes.Clone(d.drafts[f.name])
	return nil // the real disk need not be waited for
}

// TestPowerCut cuts the power after every append. What was acknowledged is there.
func TestPowerCut(t *testing.T) {
	t.Parallel()
	disk, name := newFrailDisk(t)
	home := t.TempDir()
	s := mustOpen(t, home, Options{vfs: name})
	defer s.Close()
	for i := range 24 {
		payload := randomBytes(300 + i*i*1500) // large enough that checkpoints happen on the way
		if _, err := s.Append(Batch{payload, []Entry{{Key: fmt.Sprint(i), At: 1, Value: payload}}}); err != nil {
			t.Fatal(err)
		}
		if i == 16 {
			if err := errors.Join(s.SaveSnapshot(15, sample(1<<20)), s.Trim(9)); err != nil {
				t.Fatal(err)
			}
		}
		dir := t.TempDir()
		disk.cut(t, home, dir, []string{"", ".db", "-wal"}[i%3])
		after := mustOpen(t, dir, Options{})
		n, hash := after.End()
		value, ok, err := after.Lookup(fmt.Sprint(i))
		if want, wantHash := s.End(); n != want || hash != wantHash || !ok || !bytes.Equal(value, payload) || err != nil {
			t.Errorf("after a power cut at record %d the journal ends at %d, entry found: %v %v", want, n, ok, err)
		}
		after.Close()
	}
	if size := len(disk.synced[databaseName]); size < 4<<20 {
		t.Errorf("no checkpoint on the way: %d bytes of the database are synced", size)
	}
}

// TestFullDisk is refused before anything is written, and tried again when there
// is room.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	s := mustOpen(t, t.TempDir(), Options{})
	defer s.Close()
	appendEntries(t, s, Entry{Key: "k", At: 1, Value: []byte("v")})
	room := s.room
	s.room = func() (int64, error) { return 1 << 20, nil }
	_, err := s.Append(Batch{Payload: []byte("x")})
	if !errors.Is(err, ErrFull) || errors.Is(err, ErrStopped) {
		t.Errorf("append on a full disk: %v", err)
	}
	if err := s.SaveSnapshot(1, sample(100)); !errors.Is(err, ErrFull) {
		t.Errorf("snapshot on a full disk: %v", err)
	}
	if _, ok, err := s.Lookup("k"); !ok || err != nil {
		t.Errorf("lookup on a full disk: %v %v", ok, err)
	}
	s.room = room
	if n := mustAppend(t, s, "x"); n != 2 {
		t.Errorf("the next record is %d", n)
	}
}

// TestFullDatabase makes SQLite itself say that it is full, before the commit.
func TestFullDatabase(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := mustOpen(t, dir, Options{})
	mustAppend(t, s, "x")
	pages, err := pragma(s.writer.conn, "page_count")
	if err == nil {
		_, err = pragma(s.writer.conn, "max_page_count = "+pages)
	}
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		_, err := s.Append(Batch{[]byte("y"), []Entry{{Key: "half", At: 1},
			{Key: "written", At: 1, Value: make([]byte, 1<<20)},
			{Key: "more", At: 1, Value: randomBytes(1 << 16)}}})
		if !errors.Is(err, ErrFull) || errors.Is(err, ErrStopped) {
			t.Errorf("append: %v", err)
		}
	}
	if _, ok, _ := s.Lookup("half"); ok {
		t.Error("half a batch was written")
	}
	if _, err := pragma(s.writer.conn, "max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	if n := mustAppend(t, s, "z"); n != 2 {
		t.Errorf("the next record is %d", n)
	}
	s.Close()
	mustVerify(t, dir)
}

// TestFailingDisk fails each write and sync of a commit in turn. The journal
// stops, keeps answering reads, and what was acknowledged survives the restart.
func TestFailingDisk(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		op   string
		code error
		want error
	}{{"write", sqlite3.FULL, ErrFull}, {"write", sqlite3.IOERR_WRITE, ErrDisk}, {"sync", sqlite3.IOERR_FSYNC, ErrDisk}} {
		for nth := range 4 {
			t.Run(fmt.Sprintf("%s %d fails with %v", c.op, nth, c.code), func(t *testing.T) {
				failOnce(t, c.op, nth, c.code, c.want)
			})
		}
	}
}

// failOnce lets the nth write or sync of an append fail.
func failOnce(t *testing.T, op string, nth int, code, want error) {
	disk, name := newFrailDisk(t)
	dir := t.TempDir()
	s := mustOpen(t, dir, Options{vfs: name})
	for range 3 {
		appendEntries(t, s, Entry{Key: "k", At: 1, Value: []byte("v")})
	}
	failed := false
	disk.failWith(func(did, file string) error {
		if did == op && strings.HasSuffix(file, "-wal") {
			nth--
			failed = nth < 0
		}
		if failed && did == op {
			return code
		}
		return nil
	})
	_, err := s.Append(Batch{Payload: sample(20000), Archive: []Entry{{Key: "lost", At: 1}}})
	disk.failWith(nil)
	if !failed { // fewer than that are made
		if err != nil || nth < 1 && op == "write" {
			t.Error(err)
		}
		s.Close()
		return
	}
	if !errors.Is(err, want) || !errors.Is(err, ErrStopped) {
		t.Errorf("append: %v", err)
	}
	_, again := s.Append(Batch{})
	_, forgot := s.Forget(5)
	for _, err := range []error{again, forgot, s.SaveSnapshot(3, nil)} {
		if !errors.Is(err, ErrStopped) {
			t.Errorf("after the failure: %v", err)
		}
	}
	if value, ok, err := s.Lookup("k"); !ok || string(value) != "v" || err != nil {
		t.Errorf("lookup after the failure: %v", err)
	}
	if n, _ := s.End(); n != 3 || len(collect(t, s.Read(0))) != 3 {
		t.Errorf("the end is %d", n)
	}
	dead := copyDir(t, dir)
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	for _, dir := range []string{dir, dead} {
		s := mustOpen(t, dir, Options{})
		n, _ := s.End()
		_, lost, _ := s.Lookup("lost")
		if n < 3 || n > 4 || lost != (n == 4) {
			t.Errorf("after the restart the end is %d and the entry is there: %v", n, lost)
		}
		s.Close()
		mustVerify(t, dir)
	}
}

// TestMarkThatCannotBeWritten stops the journal: the record is durable, but
// nothing would guard it.
func TestMarkThatCannotBeWritten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s := mustOpen(t, dir, Options{})
	mustAppend(t, s, "x")
	s.mark.file.Close()
	for range 2 {
		if _, err := s.Append(Batch{}); !errors.Is(err, ErrStopped) {
			t.Error(err)
		}
	}
	s.Close()
	s = mustOpen(t, dir, Options{})
	defer s.Close()
	if n, _ := s.End(); n != 2 {
		t.Errorf("the end is %d", n)
	}
}

// randomBytes do not compress.
func randomBytes(n int) []byte {
	b := make([]byte, n)
	rand.NewChaCha8([32]byte{}).Read(b)
	return b
}
