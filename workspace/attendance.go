package workspace

import (
	"context"
	"errors"
	"sync"
	"time"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/engine"
)

// Attendance watches who reads the events of agents, and tells the mind of those who are silent for too long and of
// those who are heard of again (A0172). Its method See is to be one of the engine's observers.
//
//	reader leaves, status set ──> silent ── timeout ──> SetPresence{Present: false}
//	reader comes ──> heard ──> SetPresence{Present: true}
type Attendance struct {
	timeout acd.Duration
	wake    chan struct{} // holds one token when there may be something to do
	turn    sync.Mutex    // held by whoever tells the mind, so that it is told in order

	mu      sync.Mutex // guards the rest
	mind    Mind
	clock   Clock // nil: nobody has started yet
	readers map[agentKey]int
	latest  map[agentKey]acd.Time // since when somebody is silent
	silent  []silence             // the longest first; those that latest contradicts are void
	heard   []agentKey
}

type agentKey struct {
	instance acd.InstanceID
	user     acd.UserID
}

type silence struct {
	of    agentKey
	since acd.Time
}

// heardRetry is when a command that could not be given is given again.
const heardRetry = time.Second

// NewAttendance makes an Attendance for agents who may be silent for so long.
func NewAttendance(timeout acd.Duration) *Attendance {
	return &Attendance{timeout: timeout, wake: make(chan struct{}, 1), readers: map[agentKey]int{},
		latest: map[agentKey]acd.Time{}}
}

// See takes note of agents who may be silent in a status from now on.
func (a *Attendance) See(seen engine.Sighting) {
	a.mu.Lock()
	defer a.mu.Unlock()
	switch {
	case a.clock == nil: // everybody is noted at the start
	case seen.Cut:
		a.everybody(seen.Account)
	default:
		switch b := seen.Event.Body.(type) {
		case acd.AgentStatusChanged:
			a.watch(agentKey{seen.Event.Instance, b.UserID}, seen.Event.At)
		case acd.NextAgentStatusSet:
			a.watch(agentKey{seen.Event.Instance, b.UserID}, seen.Event.At)
		}
	}
}

// everybody gives all agents the whole time from now on.
func (a *Attendance) everybody(in *account.Account) {
	now := a.clock.Now()
	clear(a.latest)
	a.silent = nil
	for _, i := range in.Instances() {
		for _, agent := range i.Agents() {
			a.watch(agentKey{i.ID(), agent.UserID}, now)
		}
	}
	for k := range a.readers { // order does not show: each is told of alone
		a.heard = append(a.heard, k)
	}
}

// watch notes that nobody reads the events of an agent, if so.
func (a *Attendance) watch(k agentKey, since acd.Time) {
	if a.readers[k] > 0 {
		return
	}
	a.latest[k] = since
	a.silent = append(a.silent, silence{k, since})
	a.poke()
}

func (a *Attendance) poke() {
	select {
	case a.wake <- struct{}{}:
	default: // somebody will look anyway
	}
}

// come notes a reader, until left is called.
func (a *Attendance) come(instance acd.InstanceID, user acd.UserID) (left func()) {
	if a == nil || user == "" {
		return func() {}
	}
	k := agentKey{instance, user}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.readers[k]++
	delete(a.latest, k)
	a.heard = append(a.heard, k)
	a.poke()
	return func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		if a.readers[k]--; a.readers[k] == 0 {
			delete(a.readers, k)
			a.watch(k, a.clock.Now())
		}
	}
}

// run tells the mind of what comes due until it is told to end.
func (a *Attendance) run(closing <-chan struct{}) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		next := a.meet(ctx)
		timer.Stop()
		if next >= 0 && !a.clock.IsManual() {
			timer.Reset(next)
		}
		select {
		case <-timer.C:
		case <-a.wake:
		case <-closing:
			return
		}
	}
}

// begin gives everybody the whole time from now on. It comes before everything but See.
func (a *Attendance) begin(mind Mind, clock Clock) {
	mind.View(func(in *account.Account) {
		a.mu.Lock()
		defer a.mu.Unlock()
		a.mind, a.clock = mind, clock
		a.everybody(in)
	})
}

// meet tells the mind of all who are due, and returns how long it is to the next, below zero if there is none.
func (a *Attendance) meet(ctx context.Context) time.Duration {
	if a == nil {
		return -1
	}
	a.turn.Lock()
	defer a.turn.Unlock()
	for {
		k, present, next, ok := a.due()
		if !ok {
			return next
		}
		_, err := a.mind.Do(ctx, k.instance, acd.SetPresence{UserID: k.user, Present: present})
		var refused *acd.Error
		if err == nil || errors.As(err, &refused) { // a user who is gone needs no status
			continue
		}
		a.again(k, present)
		time.AfterFunc(heardRetry, a.poke)
		return -1
	}
}

// due takes the next who is due, and whether he is there. Where there is none, it says how long it is to the next.
func (a *Attendance) due() (k agentKey, present bool, next time.Duration, ok bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.clock == nil {
		return k, false, -1, false
	}
	if len(a.heard) > 0 {
		k, a.heard = a.heard[0], a.heard[1:]
		return k, true, 0, true
	}
	now := a.clock.Now()
	for len(a.silent) > 0 {
		s := a.silent[0]
		if since, here := a.latest[s.of]; here && since == s.since {
			if rest := s.since.Add(a.timeout).Sub(now); rest > 0 {
				return k, false, rest.Std(), false
			}
			delete(a.latest, s.of)
			a.silent = a.silent[1:]
			return s.of, false, 0, true
		}
		a.silent = a.silent[1:]
	}
	return k, false, -1, false
}

// again notes what the mind could not be told.
func (a *Attendance) again(k agentKey, present bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if present {
		a.heard = append(a.heard, k)
		return
	}
	a.watch(k, a.clock.Now())
}
