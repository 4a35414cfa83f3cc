package journal

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// serveVariable names the directory that a child process is to serve.
const serveVariable = "JOURNAL_TEST_SERVE"

// TestServe is not a test: it is the server that TestKill kills. It appends for
// ever and tells each record that was acknowledged.
func TestServe(t *testing.T) {
	dir := os.Getenv(serveVariable)
	if dir == "" {
		t.Skip("only TestKill runs this")
	}
	s := mustOpen(t, dir, Options{})
	for i := 0; ; i++ {
		n, err := s.Append(Batch{sample(i % 5000), []Entry{{Key: fmt.Sprint(i + 1), At: int64(i)}}})
		if err != nil {
			t.Fatal(err)
		}
		if n%50 == 0 {
			// A kill may have left one snapshot out.
			if err := errors.Join(s.SaveSnapshot(n, sample(1<<20)), s.Trim(n-100)); err != nil {
				t.Fatal(err)
			}
		}
		fmt.Printf("acknowledged %d\n", n)
	}
}

// TestKill kills a server in the middle of its work, again and again. What was
// acknowledged survives; meanwhile others may look and copy, but not serve. It runs
// alone: a child that is being born shares, for a moment, the locks of all others.
func TestKill(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	last := int64(0)
	for round := range 3 {
		last = killServer(t, dir, last, 120+round*31)
		s := mustOpen(t, dir, Options{})
		if n, _ := s.End(); n < last || n > last+1 {
			t.Errorf("%d was acknowledged, the journal ends at %d", last, n)
		}
		if _, ok, err := s.Lookup(fmt.Sprint(last)); !ok && round == 0 || err != nil {
			t.Errorf("the archive lacks %d: %v", last, err)
		}
		last, _ = s.End()
		s.Close()
		mustVerify(t, dir)
	}
}

// killServer runs a server until it has acknowledged so many records, and returns
// the last one.
func killServer(t *testing.T, dir string, last int64, records int) int64 {
	t.Helper()
	server := exec.Command(os.Args[0], "-test.run=^TestServe$")
	server.Env = append(os.Environ(), serveVariable+"="+dir)
	out, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for i := 0; lines.Scan(); i++ {
		number, ok := strings.CutPrefix(lines.Text(), "acknowledged ")
		if !ok {
			t.Error(lines.Text())
		}
		if last, err = strconv.ParseInt(number, 10, 64); err != nil {
			t.Error(err)
		}
		if i == records/2 {
			lookFromOutside(t, dir, server.Process.Pid)
		}
		if i == records {
			// What it has said already counts, up to the end of what it says.
			if err := server.Process.Kill(); err != nil {
				t.Error(err)
			}
		}
	}
	if err := server.Wait(); err == nil {
		t.Error("the server ended by itself")
	}
	return last
}

// lookFromOutside does what another process may do beside a server.
func lookFromOutside(t *testing.T, dir string, server int) {
	t.Helper()
	if _, err := Open(dir, Options{}); !errors.Is(err, ErrLocked) ||
		!strings.Contains(err.Error(), fmt.Sprintf("process %d ", server)) {
		t.Errorf("open beside a server: %v", err)
	}
	mustVerify(t, dir)
	file := filepath.Join(t.TempDir(), "backup")
	if err := Backup(dir, file); err != nil {
		t.Error(err)
	}
	if _, err := VerifyBackup(file, nil); err != nil {
		t.Error(err)
	}
	if err := Dump(dir, 0, func(Record) error { return nil }); err != nil && !errors.Is(err, ErrTrimmed) {
		t.Error(err)
	}
}
