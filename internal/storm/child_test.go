package storm

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// The patience of a storm. All of it is for busy machines.
const (
	bornWithin = 60 * time.Second // from the start of a server to its health
	goneWithin = 30 * time.Second // from SIGTERM to the end
	asksEvery  = 5 * time.Millisecond
	endsBefore = 10 * time.Second // so long before the tests time out, every child is killed
)

// A program is the server as it was built for the tests.
type program struct {
	path  string
	flags []string // of serve, besides those that all have
}

// buildProgram builds the server once for all tests, with the race detector where they have it.
func buildProgram(t *testing.T) program {
	t.Helper()
	p := program{path: filepath.Join(t.TempDir(), "patchcord")}
	args := []string{"build", "-buildvcs=false", "-o", p.path}
	if raceDetector {
		args = append(args, "-race")
	}
	seeSources(t)
	build := exec.Command("go", append(args, "patchcord/cmd/patchcord")...)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build the server: %v\n%s", err, out)
	}
	return p
}

// seeSources opens every folder of the project. The go command sees which files a test opens, and runs it again when
// they have changed; it cannot know what a test builds.
func seeSources(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir("../..", func(_ string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && len(d.Name()) > 2 && d.Name()[0] == '.' {
			return fs.SkipDir
		}
		return err
	})
	if err != nil {
		t.Fatalf("look at the sources: %v", err)
	}
}

// run runs the program to its end and returns what it exits with and prints.
func (p program) run(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, said bytes.Buffer
	ctx, cancel := context.WithTimeout(t.Context(), bornWithin)
	defer cancel()
	cmd := exec.CommandContext(ctx, p.path, args...)
	cmd.Stdout, cmd.Stderr = &out, &said
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) || ctx.Err() != nil {
		t.Fatalf("patchcord %s: %v\n%s", strings.Join(args, " "), err, &said)
	}
	return cmd.ProcessState.ExitCode(), out.String(), said.String()
}

// must runs the program, which must succeed, and returns what it prints.
func (p program) must(t *testing.T, args ...string) string {
	t.Helper()
	code, out, said := p.run(t, args...)
	if code != 0 {
		t.Fatalf("patchcord %s: exit %d: %s", strings.Join(args, " "), code, said)
	}
	return out
}

// A key signs requests.
type key struct{ id, secret string }

// newKey makes a key for an admin.
func (p program) newKey(t *testing.T, dir string) key {
	t.Helper()
	out := p.must(t, "keys", "create", "--data", dir, "--role", "admin")
	found := regexp.MustCompile(`AWS_ACCESS_KEY_ID=(\S+)\s+export AWS_SECRET_ACCESS_KEY=(\S+)`).FindStringSubmatch(out)
	if found == nil {
		t.Fatalf("keys create prints %q", out)
	}
	return key{found[1], found[2]}
}

// speech is what a child says. It is written by the child and read by the test.
type speech struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write is part of io.Writer.
func (s *speech) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

// String returns all that was said.
func (s *speech) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// A child is one life of a server.
type child struct {
	cmd     *exec.Cmd
	said    speech
	address string
	born    time.Time
	gone    chan struct{} // closed when it has ended
}

// bear starts a server on a directory. It does not outlive the test.
func (p program) bear(t *testing.T, dir string) *child {
	t.Helper()
	end, ok := t.Deadline()
	if !ok {
		end = time.Now().Add(time.Hour)
	}
	ctx, cancel := context.WithDeadline(context.Background(), end.Add(-endsBefore))
	c := &child{address: freeAddress(t), gone: make(chan struct{})}
	args := append([]string{"serve", "--data", dir, "--listen", c.address}, p.flags...)
	c.cmd = exec.CommandContext(ctx, p.path, args...)
	c.cmd.Stdout, c.cmd.Stderr = &c.said, &c.said
	c.born = time.Now()
	if err := c.cmd.Start(); err != nil {
		cancel()
		t.Fatalf("start a server: %v", err)
	}
	go func() {
		c.cmd.Wait() //nolint:errcheck // how it ended is read from its state
		close(c.gone)
	}()
	t.Cleanup(func() {
		cancel() // kills it
		<-c.gone
	})
	return c
}

// freeAddress returns an address of the loopback interface on which nobody listens.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatalf("find a free port: %v", err)
	}
	defer l.Close()
	return l.Addr().String()
}

// start starts a server and waits until it is healthy. Should somebody else have taken its port meanwhile, it gets
// another.
func (p program) start(t *testing.T, dir string) *child {
	t.Helper()
	for range 5 {
		c := p.bear(t, dir)
		err := c.awaitHealth()
		if err == nil {
			return c
		}
		if !strings.Contains(c.said.String(), "address already in use") {
			t.Fatalf("start a server: %v\n%s", err, c.tail())
		}
	}
	t.Fatal("start a server: five times somebody else took its port")
	return nil
}

// awaitHealth asks for the health of the server until it can route contacts.
func (c *child) awaitHealth() error {
	client := http.Client{Timeout: time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	often, late := time.NewTicker(asksEvery), time.NewTimer(bornWithin)
	defer often.Stop()
	defer late.Stop()
	for {
		if r, err := client.Get("http://" + c.address + "/health"); err == nil {
			r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case <-c.gone:
			return fmt.Errorf("it has ended with %v", c.cmd.ProcessState)
		case <-late.C:
			return fmt.Errorf("it was not healthy within %v", bornWithin)
		case <-often.C:
		}
	}
}

// kill ends the server in the middle of whatever it does.
func (c *child) kill() {
	c.cmd.Process.Kill() //nolint:errcheck // it may have ended by itself, which the caller sees
	<-c.gone
}

// terminate asks the server to end, and returns why that was no good end.
func (c *child) terminate() error {
	if err := c.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return fmt.Errorf("send SIGTERM: %w", err)
	}
	late := time.NewTimer(goneWithin)
	defer late.Stop()
	select {
	case <-c.gone:
	case <-late.C:
		c.kill()
		return fmt.Errorf("the server did not end within %v of SIGTERM", goneWithin)
	}
	if code := c.cmd.ProcessState.ExitCode(); code != 0 {
		return fmt.Errorf("the server exits with %d after SIGTERM", code)
	}
	return nil
}

// lament returns what the server has said that it should never have to say.
func (c *child) lament() string {
	for _, word := range []string{"panic:", "DATA RACE", "fatal error:", "level=ERROR"} {
		if strings.Contains(c.said.String(), word) {
			return fmt.Sprintf("the server said %q: %s", word, c.tail())
		}
	}
	return ""
}

// tail returns the last of what the server has said.
func (c *child) tail() string {
	said := c.said.String()
	return said[max(0, len(said)-8000):]
}
