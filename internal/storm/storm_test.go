package storm

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

var (
	killCount = flag.Int("kills", 0, "how many times the server is killed; 0: as many as suit the build")
	long      = flag.Bool("long", false, "kill the server more often")
	seed      = flag.Uint64("seed", 1, "what the clients do, and after how many answers the server ends, comes from it")
)

// How many times the server is killed.
const (
	killsDefault = 20
	killsShort   = 5
	killsLong    = 60
)

// clientsMax is how many clients work at once, each with a user to act for.
const clientsMax = 16

func killsWanted() int {
	switch {
	case *killCount > 0:
		return *killCount
	case *long:
		return killsLong
	case testing.Short() || raceDetector:
		return killsShort
	}
	return killsDefault
}

// TestStorm lets clients work on a server that is killed, terminated, damaged and put to sleep. What it has
// acknowledged is there after each restart.
func TestStorm(t *testing.T) {
	before := runtime.NumGoroutine()
	p := buildProgram(t)
	t.Run("Kills", func(t *testing.T) { t.Parallel(); testKills(t, p) })
	t.Run("Terminations", func(t *testing.T) { t.Parallel(); testTerminations(t, p) })
	t.Run("Sleep", func(t *testing.T) { t.Parallel(); testSleep(t, p) })
	t.Run("DamagedTail", func(t *testing.T) { t.Parallel(); testDamagedTail(t, p) })
	t.Run("SecondServer", func(t *testing.T) { t.Parallel(); testSecondServer(t, p) })
	t.Cleanup(func() { nothingLeft(t, before) })
}

// nothingLeft demands that no goroutine is left, nor with it a child that one waits for.
func nothingLeft(t *testing.T, before int) {
	often, late := time.NewTicker(asksEvery), time.NewTimer(goneWithin)
	defer often.Stop()
	defer late.Stop()
	for runtime.NumGoroutine() > before {
		select {
		case <-often.C:
		case <-late.C:
			stacks := make([]byte, 1<<20)
			t.Errorf("goroutines are left:\n%s", stacks[:runtime.Stack(stacks, true)])
			return
		}
	}
}

// A storm is a directory on which one server lives after another, and what its clients know.
type storm struct {
	*testing.T
	program   program
	dir       string
	key       key
	chance    *rand.Rand
	model     *model
	stage     *stage
	clients   []*client
	movers    []*mover
	begun     map[string]int      // contacts that the journal has seen begin
	lived     map[string][]string // what it has seen of them
	post      *post               // where events go; nil: nowhere
	dumped    int64               // the last record that was read
	couldMiss bool                // a server has lived for so long that a contact may have rung to the end
	changes   int64               // that were acknowledged
	checking  time.Duration
}

// newStorm sets the stage and leaves the server alive. The number tells the storms of one seed apart.
func newStorm(t *testing.T, p program, number uint64, users int) (*storm, *child) {
	t.Helper()
	s := &storm{T: t, program: p, dir: t.TempDir(), chance: rand.New(rand.NewPCG(*seed, number)), model: newModel(),
		begun: map[string]int{}, lived: map[string][]string{}}
	s.key = p.newKey(t, s.dir)
	c := p.start(t, s.dir)
	w := newWire(c.address, s.key)
	defer w.close()
	s.stage = setStage(t, w, users)
	s.model.users = s.stage.users
	for n, u := range s.stage.users {
		s.model.autos[u.id] = u.auto
		s.clients = append(s.clients, &client{number: n, model: s.model, stage: s.stage, user: u,
			chance: rand.New(rand.NewPCG(*seed, number<<32+uint64(n)+1))})
	}
	s.hireMovers(w, moversBeside(users), number)
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("run it again: go test ./internal/storm -run %s -seed %d", t.Name(), *seed)
		}
	})
	return s, c
}

// live prepares clients for a life of the server.
func (s *storm) live(c *child) *life {
	return &life{ctx: s.Context(), wire: newWire(c.address, s.key), born: c.born, enough: make(chan struct{})}
}

// ending is how a life of a server ends.
type ending int

const (
	killed     ending = iota
	terminated        // with SIGTERM
	hurried           // with SIGTERM, and killed before it is done
)

// round lets clients work on a server until so many changes were acknowledged, and ends it in the middle of their work.
func (s *storm) round(c *child, target int64, how ending) {
	s.Helper()
	l := s.live(c)
	defer l.wire.close()
	l.target = target
	ended := crowd(s.clients, s.movers, l)
	select {
	case <-l.enough:
	case <-ended:
		s.Errorf("the clients have given up after %d of %d changes", l.done.Load(), target)
	}
	// A moment later, to meet every part of a commit.
	<-time.After(time.Duration(s.chance.IntN(4000)) * time.Microsecond)
	l.doomed.Store(true)
	s.end(c, how)
	<-ended
	if how == terminated {
		s.answered()
	}
	s.changes += l.done.Load()
	s.couldMiss = s.couldMiss || l.canMiss()
	s.finish(c)
}

// end ends a life of the server.
func (s *storm) end(c *child, how ending) {
	s.Helper()
	switch how {
	case killed:
		c.kill()
	case hurried:
		c.cmd.Process.Signal(syscall.SIGTERM) //nolint:errcheck // it is there: nobody else ends it
		<-time.After(time.Duration(s.chance.IntN(30)) * time.Millisecond)
		c.kill()
	case terminated:
		if err := c.terminate(); err != nil {
			s.Errorf("%v\n%s", err, c.tail())
		}
	}
}

// answered demands that a server which was asked to end has answered all that it has done. What starts it has done is
// told by the journal, the rest by the next life.
func (s *storm) answered() {
	s.Helper()
	s.model.drop()
	s.dropMoves()
	s.readJournal()
	s.model.report(s.model.count(s.begun)...)
}

// finish looks back on a life of the server, and ends the test if it has shown faults.
func (s *storm) finish(c *child) {
	s.Helper()
	if lament := c.lament(); lament != "" {
		s.Error(lament)
	}
	if faults := s.model.found(); len(faults) > 0 {
		s.Fatalf("%d faults, among them:\n%s\nthe server said:\n%s", len(faults), strings.Join(faults, "\n"), c.tail())
	}
}

// restart starts the server again and checks that everything is there. Now and then it is killed while it starts.
func (s *storm) restart(all bool) *child {
	s.Helper()
	if s.chance.IntN(4) == 0 {
		c := s.program.bear(s.T, s.dir)
		<-time.After(time.Duration(s.chance.IntN(120)) * time.Millisecond)
		c.kill()
	}
	c := s.program.start(s.T, s.dir)
	l := s.live(c)
	defer l.wire.close()
	began := time.Now()
	s.check(l, all)
	s.delivered(false)
	s.checking += time.Since(began)
	s.couldMiss = s.couldMiss || l.canMiss()
	s.finish(c)
	return c
}

// settle ends a storm: all is there, SIGTERM ends the server well, and a replay from the first record finds the state.
func (s *storm) settle() {
	s.Helper()
	if s.post != nil {
		s.post.calm()
	}
	c := s.restart(true)
	s.program.must(s.T, "journal", "verify", "--data", s.dir)
	if err := c.terminate(); err != nil {
		s.Errorf("%v\n%s", err, c.tail())
	}
	s.finish(c)
	s.delivered(true)
	s.replayed(s.dir, false)
	s.Logf("%d changes acknowledged, %d contacts, %d records, checks took %v", s.changes, len(s.model.contacts), s.dumped,
		s.checking.Round(time.Millisecond))
	s.Log(s.moves())
}

// testKills kills the server again and again. Every fifth life ends with SIGTERM, which leaves a snapshot, so that
// later starts have a snapshot and a tail; another fifth ends with both, so that some die while they save one. Events
// go to a file and to an endpoint, which get all of them in the end.
func testKills(t *testing.T, p program) {
	out := newPost(t)
	p.flags = out.flags()
	s, c := newStorm(t, p, 1, clientsMax)
	s.post = out
	kills, wanted := 0, killsWanted()
	for n := 1; kills < wanted; n++ {
		how := killed
		switch {
		case n%5 == 3:
			how = terminated
		case n%5 == 0 && kills < wanted-1: // the last leaves a tail for certain
			how = hurried
		}
		s.round(c, 60+s.chance.Int64N(400), how)
		if how != terminated {
			kills++
		}
		if kills == wanted {
			s.replayed(s.copyDir(), wanted >= killsShort)
		}
		if kills < wanted {
			c = s.restart(false)
		}
	}
	s.settle()
}

// testTerminations ends the server with SIGTERM while clients are working.
func testTerminations(t *testing.T, p program) {
	s, c := newStorm(t, p, 2, clientsMax)
	const rounds = 3
	for n := range rounds {
		s.round(c, 100+s.chance.Int64N(100), terminated)
		if n < rounds-1 {
			c = s.restart(false)
		}
	}
	s.settle()
}

// testSecondServer starts a second server on a directory.
func testSecondServer(t *testing.T, p program) {
	s, c := newStorm(t, p, 3, 1)
	code, _, said := p.run(t, "serve", "--data", s.dir, "--listen", freeAddress(t))
	holder := fmt.Sprintf("process %d ", c.cmd.Process.Pid)
	for _, word := range []string{"another server is running on " + s.dir, holder} {
		if code == 0 || !strings.Contains(said, word) {
			t.Errorf("a second server on the directory exits with %d and does not say %q: %s", code, word, said)
		}
	}
	if err := c.awaitHealth(); err != nil {
		t.Errorf("the first server after the second: %v", err)
	}
	s.round(c, 10, killed)
	s.settle()
}
