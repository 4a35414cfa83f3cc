package courier

import (
	"context"
	"errors"
	"time"
)

// A Receiver is one way out: who takes, and how much is asked of him.
type Receiver struct {
	Name        string // of its mark; another one begins anew
	Taker       Taker
	EventsMax   int           // in one batch
	Delay       time.Duration // for which a batch waits for more
	GiveUp      time.Duration // an event that was not taken for so long goes to DeadLetters; 0: never
	DeadLetters Taker         // nil: what is given up is told in the log only
}

// A Taker takes events, all of a batch or, as far as one knows, none.
type Taker interface {
	// Take returns when the events are safe. The error may be a *Refusal.
	Take(ctx context.Context, b Batch) error
	Close() error
}

// A Batch is some events in their order, each one line of JSON.
type Batch struct {
	Events  [][]byte
	Attempt int    // from 1
	Reason  string // why they were given up; empty: they were not
}

// A Refusal is why a batch was not taken, where that says what to do next.
type Refusal struct {
	Err   error
	Final bool          // it is for what the batch holds: sending the same again is of no use
	After time.Duration // do not come back before
}

// Error returns the reason.
func (r *Refusal) Error() string { return r.Err.Error() }

// Unwrap returns the reason.
func (r *Refusal) Unwrap() error { return r.Err }

// How a carrier comes back to who has not taken a batch: after a second at first, then after twice as long each time.
const (
	retryMin      = time.Second
	retryMax      = time.Minute
	afterMax      = 10 * time.Minute // that who takes may ask for
	complainEvery = time.Minute
	batchBytes    = 1 << 20 // of the events in one batch, but for the first
)

// carrier brings what is in the outbox to one taker, in order, one batch at a time.
type carrier struct {
	c  *Courier
	to Receiver

	at         place // what lies before it was taken; others read it under the courier's lock
	tries      int   // that came to nothing, since the last that did not
	complained time.Time
	count      Count // under the courier's lock
}

// Count is what one way has carried since the start.
type Count struct {
	Name          string
	Delivered     int64
	GivenUp       int64
	Faults        int64 // attempts that came to nothing
	WaitingBytes  int64 // in the outbox
	WaitingSince  time.Time
	LastDelivered time.Time
}

func newCarrier(c *Courier, to Receiver, at place) *carrier {
	return &carrier{c: c, to: to, at: at, count: Count{Name: to.Name}}
}

// run carries until nothing more comes, or ctx ends.
func (k *carrier) run(ctx context.Context) {
	for {
		letters, ok := k.gather(ctx)
		if !ok || !k.deliver(ctx, letters) {
			return
		}
	}
}

// gather waits for the next batch. It is false when there is none.
func (k *carrier) gather(ctx context.Context) (letters []letter, ok bool) {
	last := false // nothing can have come since the outbox was looked at
	for ctx.Err() == nil {
		more := k.c.outbox.more()
		letters, end, err := k.c.outbox.read(k.at, k.to.EventsMax, batchBytes)
		switch {
		case errors.Is(err, errSpoilt):
			k.c.options.Log.Error("events are lost on a way out", "to", k.to.Name, "error", err)
			k.move(end, 0)
		case err != nil:
			k.complain(err, nil)
			if !k.wait(ctx, k.backOff(0)) {
				return nil, false
			}
		case len(letters) == 0 && last:
			return nil, false
		case len(letters) == 0:
			k.pass(end)
			select {
			case <-more:
			case <-k.c.written:
				last = true
			case <-ctx.Done():
			}
		case len(letters) < k.to.EventsMax && k.linger(letters[0]):
		default:
			return letters, true
		}
	}
	return nil, false
}

// linger waits until a batch has waited for more for long enough. It is false where it has already.
func (k *carrier) linger(first letter) bool {
	rest := k.to.Delay - k.c.options.Now().Sub(time.UnixMilli(first.at))
	if rest <= 0 {
		return false
	}
	return k.c.pause(min(rest, k.to.Delay))
}

// deliver brings letters to the taker, however often it takes. It is false if the end came first.
func (k *carrier) deliver(ctx context.Context, letters []letter) bool {
	size := len(letters)
	for len(letters) > 0 {
		err := k.to.Taker.Take(ctx, batchOf(letters[:size], k.tries+1))
		var no *Refusal
		refused := errors.As(err, &no)
		done := 0
		switch {
		case err == nil:
			done = size
			k.praise(letters[:size])
		case ctx.Err() != nil:
			return false
		case refused && no.Final && size > 1:
			size /= 2 // one of them is at fault, and the others are not to suffer for it
			continue
		case refused && no.Final:
			done = k.giveUp(ctx, letters[:1], err)
		default:
			done = k.giveUp(ctx, letters[:k.old(letters)], err)
		}
		if err != nil && done == 0 {
			k.complain(err, letters)
			after := time.Duration(0)
			if refused {
				after = no.After
			}
			if !k.wait(ctx, k.backOff(after)) {
				return false
			}
			continue
		}
		k.move(letters[done-1].next, done)
		letters = letters[done:]
		size = len(letters)
	}
	return true
}

func batchOf(letters []letter, attempt int) Batch {
	b := Batch{Events: make([][]byte, len(letters)), Attempt: attempt}
	for i, l := range letters {
		b.Events[i] = l.text
	}
	return b
}

// old counts the letters that have waited for too long.
func (k *carrier) old(letters []letter) (n int) {
	if k.to.GiveUp == 0 {
		return 0
	}
	for n < len(letters) && k.c.options.Now().Sub(time.UnixMilli(letters[n].at)) >= k.to.GiveUp {
		n++
	}
	return n
}

// giveUp puts letters with the dead ones. It returns how many; none, if that cannot be done either.
func (k *carrier) giveUp(ctx context.Context, letters []letter, reason error) int {
	if len(letters) == 0 {
		return 0
	}
	b := batchOf(letters, k.tries+1)
	b.Reason = reason.Error()
	if k.to.DeadLetters != nil {
		if err := k.to.DeadLetters.Take(ctx, b); err != nil {
			k.c.options.Log.Error("events are given up, but cannot be put aside", "to", k.to.Name, "error", err)
			return 0
		}
	}
	k.c.options.Log.Error("events are given up", "to", k.to.Name, "events", len(letters),
		"first_record", letters[0].record, "put_aside", k.to.DeadLetters != nil, "error", reason)
	k.c.mu.Lock()
	defer k.c.mu.Unlock()
	k.count.GivenUp += int64(len(letters))
	return len(letters)
}

// praise notes that letters were taken.
func (k *carrier) praise(letters []letter) {
	if !k.complained.IsZero() {
		k.c.options.Log.Info("events are taken again", "to", k.to.Name, "waiting_bytes", k.c.outbox.waits(k.at))
	}
	k.tries, k.complained = 0, time.Time{}
	k.c.mu.Lock()
	defer k.c.mu.Unlock()
	k.count.Delivered += int64(len(letters))
	k.count.LastDelivered, k.count.WaitingSince = k.c.options.Now(), time.Time{}
}

// complain tells that letters were not taken, not too often.
func (k *carrier) complain(err error, letters []letter) {
	k.tries++
	now := k.c.options.Now()
	k.c.mu.Lock()
	k.count.Faults++
	if len(letters) > 0 {
		k.count.WaitingSince = time.UnixMilli(letters[0].at)
	}
	since := k.count.WaitingSince
	k.c.mu.Unlock()
	if now.Sub(k.complained) < complainEvery {
		return
	}
	k.complained = now
	k.c.options.Log.Warn("events are not taken; they wait in the outbox", "to", k.to.Name, "tries", k.tries,
		"waiting_since", since, "waiting_bytes", k.c.outbox.waits(k.at), "error", err)
}

// backOff returns how long to wait after what came to nothing.
func (k *carrier) backOff(after time.Duration) time.Duration {
	d := retryMin << min(k.tries-1, 10)
	d = min(d, retryMax)
	d = d/2 + time.Duration(k.c.options.Chance()*float64(d/2))
	return max(d, min(after, afterMax))
}

// wait waits, and says whether to go on. Whoever is to end does not try again what has just come to nothing.
func (k *carrier) wait(ctx context.Context, d time.Duration) bool {
	return k.c.pause(d) && ctx.Err() == nil
}

// pass moves on over what holds no events. That need not outlive anything.
func (k *carrier) pass(to place) {
	k.c.mu.Lock()
	defer k.c.mu.Unlock()
	k.at = to
}

// move notes that the letters before a place were taken. That the note cannot be written costs no more than to carry
// them again one day.
func (k *carrier) move(to place, letters int) {
	k.pass(to)
	if err := writeMark(k.c.options.Dir, k.to.Name, to); err != nil && letters > 0 {
		k.c.options.Log.Error("it was not noted what was delivered", "to", k.to.Name, "error", err)
		return
	}
	k.c.mu.Lock()
	oldest := to.segment
	for _, other := range k.c.carriers {
		oldest = min(oldest, other.at.segment)
	}
	k.c.mu.Unlock()
	if err := k.c.outbox.release(oldest); err != nil {
		k.c.options.Log.Error("the outbox was not trimmed", "error", err)
	}
}

// Counts returns what each way has carried, in the order in which they were asked for.
func (c *Courier) Counts() []Count {
	c.mu.Lock()
	defer c.mu.Unlock()
	counts := make([]Count, len(c.carriers))
	for i, k := range c.carriers {
		counts[i] = k.count
		counts[i].WaitingBytes = c.outbox.waits(k.at)
	}
	return counts
}
