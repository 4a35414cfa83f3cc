package storm

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The layout of SQLite's write-ahead log:
//
//	header  32 bytes, of which 16 to 23 are the salt of this run through the file
//	frame   24 bytes, of which 8 to 15 repeat the salt, then a page; frames of an older run may follow
const (
	walHeaderBytes = 32
	walFrameBytes  = 24 + 4096
)

// framesOf returns how many frames of a log are of its present run.
func framesOf(wal []byte) (n int) {
	for at := walHeaderBytes; at+walFrameBytes <= len(wal); at += walFrameBytes {
		if !bytes.Equal(wal[at+8:at+16], wal[16:24]) {
			break
		}
		n++
	}
	return n
}

// testDamagedTail kills a server and damages the end of its journal. The next start refuses, and names the command that
// accepts the loss; after that it starts, and lacks what was lost, which the checks must notice. What is only torn is
// no loss.
func testDamagedTail(t *testing.T, p program) {
	s, c := newStorm(t, p, 5, 8)
	s.round(c, 150, killed)
	wal, err := os.ReadFile(filepath.Join(s.dir, walName))
	if err != nil {
		t.Fatal(err)
	}
	frames := framesOf(wal)
	if frames < 8 {
		t.Fatalf("the log has %d frames of its present run, which leaves nothing to damage", frames)
	}
	middle := walHeaderBytes + frames/2*walFrameBytes
	flipped := slices.Clone(wal)
	flipped[middle+100] ^= 1
	lost := ""
	for _, damage := range []struct {
		name string
		wal  []byte
	}{
		{"cut between frames", wal[:middle]},
		{"cut in a frame", wal[:middle+1000]},
		{"one bit", flipped},
		{"header only", wal[:walHeaderBytes]},
		{"nothing", nil},
	} {
		lost = s.copyDir()
		write(t, filepath.Join(lost, walName), damage.wal)
		from := refused(t, p, lost, damage.name)
		p.must(t, "journal", "accept-loss", "--data", lost, "--from", from)
		if kept, err := os.Stat(filepath.Join(lost, "lost-"+from)); err != nil || !kept.IsDir() {
			t.Errorf("%s: what was given up is not kept: %v", damage.name, err)
		}
		if damage.name == "cut in a frame" {
			defer s.misses(lost)
		}
		if err := p.start(t, lost).terminate(); err != nil {
			t.Errorf("%s: %v", damage.name, err)
		}
		if out := p.must(t, "journal", "verify", "--data", lost); !strings.Contains(out, "given up") {
			t.Errorf("%s: journal verify does not tell what was given up: %s", damage.name, out)
		}
	}
	torn := append(slices.Clone(wal[:walHeaderBytes+frames*walFrameBytes]), bytes.Repeat([]byte("torn"), 500)...)
	write(t, filepath.Join(s.dir, walName), torn)
	s.settle()
}

const walName = "patchcord.db-wal"

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// refused starts a server that must refuse to, twice the same, and returns the first record that it says is lost.
func refused(t *testing.T, p program, dir, damage string) (from string) {
	t.Helper()
	for range 2 {
		code, _, said := p.run(t, "serve", "--data", dir, "--listen", freeAddress(t))
		command := regexp.MustCompile(`patchcord journal accept-loss --data ` + regexp.QuoteMeta(dir) + ` --from ([0-9]+)`)
		found := command.FindStringSubmatch(said)
		if code == 0 || found == nil || from != "" && from != found[1] {
			t.Fatalf("%s: the server exits with %d and names no command, or another one, that accepts the loss: %s", damage,
				code, said)
		}
		from = found[1]
	}
	return from
}

// misses demands that the checks find fault with a server that has lost what was acknowledged: checks that find nothing
// there would find nothing anywhere.
func (s *storm) misses(dir string) {
	s.Helper()
	c := s.program.start(s.T, dir)
	l := s.live(c)
	defer l.wire.close()
	other := *s
	other.dir, other.dumped, other.begun, other.lived = dir, 0, map[string]int{}, map[string][]string{}
	other.check(l, true)
	c.kill()
	faults := s.model.found()
	if len(faults) < 5 {
		s.Errorf("the checks find only this to be lost: %q", faults)
	}
	s.Log("as it should be, the checks miss: ", faults[:min(3, len(faults))])
}
