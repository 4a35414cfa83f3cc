package connect

import (
	"context"
	"hash/fnv"
	"slices"
	"sync"
	"time"

	"patchcord/acd"
)

// Trouble makes a server difficult on purpose, so that its clients can be tried: it throttles as Amazon does, and it
// refuses or delays what it is told to. Nothing of it is in the mind. A nil Trouble makes none.
type Trouble struct {
	now  func() time.Time
	wait func(ctx context.Context, d time.Duration) error
	seed acd.Seed

	mu      sync.Mutex
	plan    TroublePlan
	buckets map[string]*bucket
	asked   map[string]int // how often an operation has been asked
}

// TroublePlan says what trouble there is.
type TroublePlan struct {
	Throttle string // "aws" for Amazon's rates, "off" for none
	Faults   []Fault
	Delays   []Delay
}

// Fault answers some of the requests for an operation with an exception.
type Fault struct {
	Operation string  // "StartTaskContact"; "*" stands for all
	Exception string  // "InternalServiceException"
	Percent   float64 // of the requests, more than 0 and up to 100
	Late      bool    `json:",omitzero"` // the work is done first: what is lost is the answer
}

// Delay lets the requests for an operation wait before they are looked at.
type Delay struct {
	Operation    string // "*" stands for all
	Milliseconds int
}

// delayMax is how long a request may be let wait, in milliseconds: half of what an answer may take.
const delayMax = 30_000

// everyOperation stands for all operations.
const everyOperation = "*"

// The two ways to throttle.
const (
	throttleAmazon = "aws"
	throttleOff    = "off"
)

// NewTrouble makes a Trouble that makes none yet. The clock is the wall's. Which requests a fault meets follows from
// the seed and from how often the operation has been asked, and from nothing else.
func NewTrouble(seed acd.Seed, now func() time.Time) *Trouble {
	t := &Trouble{now: now, wait: waitFor, seed: seed, plan: TroublePlan{Throttle: throttleOff}}
	t.Renew()
	return t
}

// waitFor waits, or until nobody wants to know any more.
func waitFor(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Plan returns what trouble there is.
func (t *Trouble) Plan() TroublePlan {
	t.mu.Lock()
	defer t.mu.Unlock()
	return TroublePlan{t.plan.Throttle, slices.Clone(t.plan.Faults), slices.Clone(t.plan.Delays)}
}

// Set makes this trouble instead of any other, from the beginning. It refuses what cannot be meant.
func (t *Trouble) Set(p TroublePlan) error {
	if p.Throttle == "" {
		p.Throttle = throttleOff
	}
	if err := p.check(); err != nil {
		return err
	}
	t.mu.Lock()
	t.plan = TroublePlan{p.Throttle, slices.Clone(p.Faults), slices.Clone(p.Delays)}
	t.mu.Unlock()
	t.Renew()
	return nil
}

// Renew begins anew: buckets are full, and the same requests will be met as at the first time.
func (t *Trouble) Renew() {
	if t == nil {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.buckets, t.asked = map[string]*bucket{}, map[string]int{}
}

// fate is what a request meets.
type fate struct {
	err   error
	late  bool // the error comes when the work has been done
	delay time.Duration
}

// before makes the trouble that comes before the work, and returns that which comes after it.
func (t *Trouble) before(ctx context.Context, operation string) (after, err error) {
	if t == nil {
		return nil, nil
	}
	f := t.fateOf(operation)
	if f.delay > 0 {
		if err := t.wait(ctx, f.delay); err != nil {
			return nil, err
		}
	}
	if f.late {
		return f.err, nil
	}
	return nil, f.err
}

// fateOf decides what the next request for an operation meets. Who is throttled does not wait.
func (t *Trouble) fateOf(operation string) fate {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.plan.Throttle == throttleAmazon {
		if err := t.throttle(operation); err != nil {
			return fate{err: err}
		}
	}
	nth := t.asked[operation]
	t.asked[operation]++
	var f fate
	for _, d := range t.plan.Delays {
		if meets(d.Operation, operation) {
			f.delay += time.Duration(d.Milliseconds) * time.Millisecond
		}
	}
	for i, fault := range t.plan.Faults {
		if meets(fault.Operation, operation) && t.draw(operation, i, nth) < fault.Percent {
			f.err, f.late = fault.exception(), fault.Late
			return f
		}
	}
	return f
}

func meets(planned, operation string) bool { return planned == everyOperation || planned == operation }

// draw returns a number from 0 to 100, 100 excluded, for the nth request of an operation and one of the faults.
func (t *Trouble) draw(operation string, fault, nth int) float64 {
	h := fnv.New64a()
	h.Write([]byte(operation))
	own := acd.Seed(t.seed.Draw(int64(h.Sum64()), fault))
	return float64(own.Draw(0, nth)>>11) / (1 << 53) * 100
}

func (f Fault) exception() error {
	status := commonStatus(f.Exception)
	if declared, ok := declaredStatus()[f.Exception]; ok {
		status = declared
	}
	return &Exception{Name: f.Exception, Status: status, wanted: true,
		Message: "This server was asked to answer so, to try its clients."}
}
