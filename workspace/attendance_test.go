package workspace

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/engine"
	"patchcord/instance"
	"patchcord/journal"
)

// ear is a mind that notes what it is told, by the bubble's clock.
type ear struct {
	mu    sync.Mutex
	began time.Time
	told  []string
	deaf  error
}

// Do is part of Mind.
func (e *ear) Do(_ context.Context, _ acd.InstanceID, cmd acd.Command) (string, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.deaf != nil {
		return "", e.deaf
	}
	p := cmd.(acd.SetPresence)
	e.told = append(e.told, fmt.Sprintf("%v %s %v", time.Since(e.began), p.UserID, p.Present))
	return "", nil
}

// View is part of Mind.
func (e *ear) View(see func(*account.Account)) { see(account.New(instance.Options{})) }

// Now is part of Clock.
func (e *ear) Now() acd.Time { return acd.TimeOf(time.Now()) }

// IsManual is part of Clock.
func (e *ear) IsManual() bool { return false }

// AdvanceClock is part of Clock.
func (e *ear) AdvanceClock(context.Context, acd.Duration) (acd.Time, error) { return 0, nil }

func (e *ear) hear(deaf error) string {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.deaf = deaf
	told := strings.Join(e.told, ", ")
	e.told = nil
	return told
}

// pass lets time pass in a bubble.
func pass(d time.Duration) {
	<-time.After(d)
	synctest.Wait()
}

// Silence is told when it has lasted for long enough, once; a reader is told of at once.
func TestAttendance(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := &ear{began: time.Now()}
		a := NewAttendance(30 * acd.Second)
		closing := make(chan struct{})
		defer close(closing)
		status := func(user acd.UserID) {
			a.See(engine.Sighting{Event: acd.Event{At: e.Now(), Instance: "i", Body: acd.AgentStatusChanged{UserID: user}}})
		}
		status("early") // seen while the mind comes back: everybody is noted at the start
		a.begin(e, e)
		go a.run(closing)
		expect := func(want string) {
			t.Helper()
			if got := e.hear(nil); got != want {
				t.Errorf("after %v it was told %q, not %q", time.Since(e.began), got, want)
			}
		}
		status("ana")
		pass(10 * time.Second)
		status("bob")
		pass(10 * time.Second)
		left := a.come("i", "bob")
		again := a.come("i", "bob")
		pass(0)
		expect("20s bob true, 20s bob true")
		pass(20 * time.Second)
		expect("30s ana false")
		left()
		status("bob") // while somebody reads
		pass(time.Minute)
		expect("")
		again()
		pass(20 * time.Second)
		left = a.come("i", "bob") // within the time
		pass(0)
		e.hear(nil)
		left()
		status("bob") // gives him no less time, and no more
		pass(29 * time.Second)
		expect("")
		pass(time.Second)
		expect("2m30s bob false")
		pass(time.Hour)
		expect("")
	})
}

// What the mind could not be told is told again; who is gone is left alone.
func TestAttendanceWithoutAMind(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := &ear{began: time.Now(), deaf: engine.ErrFull}
		a := NewAttendance(30 * acd.Second)
		closing := make(chan struct{})
		defer close(closing)
		a.begin(e, e)
		go a.run(closing)
		left := a.come("i", "ana")
		pass(2500 * time.Millisecond)
		if got := e.hear(nil); got != "" {
			t.Errorf("a mind that refuses was told %q", got)
		}
		pass(time.Second)
		if got := e.hear(engine.ErrFull); got != "3s ana true" {
			t.Errorf("it was told %q", got)
		}
		left()
		pass(31 * time.Second)
		e.hear(nil)
		pass(31 * time.Second)
		if got := e.hear(acd.Errorf(acd.NotFound, "she is gone")); !strings.HasSuffix(got, "ana false") {
			t.Errorf("it was told %q", got)
		}
		a.come("i", "ana")()
		pass(time.Hour)
		if got := e.hear(errors.New("never asked again")); got != "" {
			t.Errorf("it was told %q", got)
		}
		pass(time.Hour)
	})
}

// in tells which agents of the demo are in a status.
func (w *world) in(status string) string {
	var list []string
	w.engine.View(func(a *account.Account) {
		i, _ := a.Instance(w.demo.Instance)
		for name, id := range w.demo.Users { // order does not show: sorted below
			agent, _ := i.Agent(id)
			if s, ok := i.Directory().AgentStatus(agent.StatusID); ok && s.Name == status {
				list = append(list, name)
			}
		}
	})
	slices.Sort(list)
	return strings.Join(list, " ")
}

// Agents whose streams nobody reads are taken out of their status until somebody reads them.
func TestPresence(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	w.watch(NewAttendance(30 * acd.Second))
	w.put("carla", "Available")
	all := w.in("Available")
	turn := func(seconds string) { w.must("POST", "/patchcord/v1/clock", `{"AdvanceSeconds":`+seconds+`}`) }
	turn("29")
	if got := w.in("Available"); got != all {
		t.Errorf("after 29 s, available are %s, not %s", got, all)
	}
	turn("1")
	if got := w.in("Unreachable"); got != all || w.in("Available") != "" {
		t.Errorf("after 30 s, unreachable are %s, not %s", got, all)
	}
	ana := w.read(w.instancePath("/users/"+string(w.demo.Users["ana"])+"/events"), "")
	if seen := ana.until(login); !strings.Contains(seen[0].data, `"Unreachable"`) {
		t.Errorf("the stream begins with %v", seen)
	}
	turn("100")
	if got := w.in("Available"); got != "ana" {
		t.Errorf("available are %s", got)
	}
	w.must("POST", "/patchcord/v1/reset", "")
	w.put("bob", "Available")
	turn("29")
	if got := w.in("Unreachable"); got != "" {
		t.Errorf("after a reset, unreachable are %s", got)
	}
	turn("1")
	if got := w.in("Available"); got != "ana" { // whose stream goes on
		t.Errorf("after a reset, available are %s", got)
	}
}

// A server gives everybody the whole time anew when it starts, and leaves who was silent where he is.
func TestPresenceOverARestart(t *testing.T) {
	j := journal.NewMemory()
	w := openWorld(t, StreamOptions{}, j, true)
	w.watch(NewAttendance(30 * acd.Second))
	turn := func(seconds string) { w.must("POST", "/patchcord/v1/clock", `{"AdvanceSeconds":`+seconds+`}`) }
	turn("30")
	w.put("bob", "Available")
	turn("20")
	if err := w.engine.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	made, gone := w.demo, w.in("Unreachable")
	w = openWorld(t, StreamOptions{}, j, false)
	w.demo = made
	w.watch(NewAttendance(30 * acd.Second))
	turn("29")
	if w.in("Unreachable") != gone || w.in("Available") != "bob" {
		t.Errorf("unreachable are %s, not %s; available are %s", w.in("Unreachable"), gone, w.in("Available"))
	}
	turn("1")
	if w.in("Available") != "" {
		t.Errorf("available are %s", w.in("Available"))
	}
	ana := w.read(w.instancePath("/users/"+string(w.demo.Users["ana"])+"/events"), "")
	ana.until(login)
	if w.in("Available") != "ana" {
		t.Errorf("available are %s", w.in("Available"))
	}
}

// watch puts an attendance into a world that has none.
func (w *world) watch(a *Attendance) {
	w.Cleanup(w.engine.Observe(a.See))
	w.server.options.Attendance = a
	a.begin(w.engine, w.engine)
	closing := make(chan struct{})
	w.Cleanup(func() { close(closing) })
	go a.run(closing)
}
