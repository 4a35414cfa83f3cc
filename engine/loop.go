package engine

import (
	"errors"
	"fmt"
	"time"

	"patchcord/acd"
)

// run is the loop: gather what is asked, decide it, make it durable, speak.
func (e *Engine) run() {
	for open := true; open; {
		open = e.gather()
		if err := e.serve(e.asks); err != nil {
			e.end(err)
			return
		}
	}
	e.saveLast()
	e.end(nil)
}

// end closes all doors.
func (e *Engine) end(err error) {
	e.chores.running.Wait()
	if err != nil {
		e.log.Error("the engine has stopped", "error", err)
		e.stopped.Store(&err)
	} else {
		e.log.Info("the engine is closed", "record", e.follower.sequence)
	}
	e.once.Do(func() { close(e.closing) })
	close(e.done)
}

// napMax is how long the loop sleeps at most. The machine's timers stand still while it is suspended, its clock does
// not: without a look at the clock now and then, a deadline would come late by as long as the suspension was.
const napMax = time.Minute

// gather waits for an ask, for the deadline or for the end, and takes what else is there up to the limit. It says
// whether there will be more.
func (e *Engine) gather() (open bool) {
	e.asks = e.asks[:0]
	var due <-chan time.Time
	if !e.clock.manual {
		e.timer.Reset(e.nap())
		due = e.timer.C
	}
	select {
	case a := <-e.mailbox:
		e.asks = append(e.asks, a)
	case <-due:
		return true
	case <-e.closing:
		e.collect(cap(e.mailbox))
		return false
	}
	e.collect(e.options.AsksMax)
	e.hold()
	return true
}

// collect takes what is in the mailbox, up to a limit.
func (e *Engine) collect(most int) {
	for len(e.asks) < most {
		select {
		case a := <-e.mailbox:
			e.asks = append(e.asks, a)
		default:
			return
		}
	}
}

// How long those who were answered are expected back, from the end of their commit on, as a part of what it took at the
// disk. With much less, each commit serves a few; with much more, all callers wait at once and nobody is left to work.
const (
	holdPercent = 250
	holdMax     = 2 * time.Millisecond
)

// hold waits a moment for those who were answered just now and are about to ask again, so that more of them share a
// commit: without it each commit serves the few who came during the one before. It does not wait for the slowest: while
// the loop works, others should work too. Who asks alone, or late, waits for nobody.
func (e *Engine) hold() {
	most := min(e.crowd, e.options.AsksMax)
	patience := time.Until(e.expected)
	if len(e.asks) >= most || patience <= 0 {
		return
	}
	e.timer.Reset(patience)
	for len(e.asks) < most {
		select {
		case a := <-e.mailbox:
			e.asks = append(e.asks, a)
		case <-e.timer.C:
			return
		case <-e.closing:
			return
		}
	}
}

// nap returns how long to sleep: until the deadline, and while the disk is full not less than until the next try.
func (e *Engine) nap() time.Duration {
	nap := napMax
	if due, ok := e.live.Deadline(); ok {
		nap = min(nap, time.Until(due.Std()))
	}
	if e.live.Ringing() > 0 {
		// An absence must be noticed while an agent could be blamed for it.
		nap = min(nap, e.options.GapMin.Std()/2)
	}
	if e.isFull() {
		nap = max(nap, time.Until(e.fullUntil))
	}
	return max(nap, 0)
}

// serve decides asks in their order and commits them, together as far as they fit into a record. The error is one that
// stops the engine; whoever has not been answered then is told so by the end.
func (e *Engine) serve(asks []*ask) error {
	b, err := e.begin()
	for n := 0; n < len(asks) && err == nil; n++ {
		a := asks[n]
		if a.between == nil && !b.isLarge() {
			err = e.decide(b, a)
			continue
		}
		if err = e.commit(b); err == nil && a.between != nil {
			err = e.step(a)
		}
		if err == nil {
			b, err = e.begin()
		}
		if err == nil && a.between == nil {
			err = e.decide(b, a)
		}
	}
	if err == nil {
		err = e.commit(b)
	}
	if err == nil {
		e.keepHouse()
	}
	return err
}

// step does what is to be done between two records.
func (e *Engine) step(a *ask) error {
	err := a.between()
	a.answer("", err)
	if errors.Is(err, ErrStopped) {
		return err
	}
	return nil
}

// begin tells the mind the time and starts a batch with what that brings.
func (e *Engine) begin() (*batch, error) {
	now := e.clock.now()
	b := e.empty(now)
	if from, gone := e.gap(now); gone {
		e.log.Warn("nobody was there", "from", from.Std(), "to", now.Std())
		if err := e.resume(b, from, now); err != nil {
			return nil, err
		}
	}
	for !e.isFull() {
		to, err := e.advance(b, now)
		if err != nil {
			return nil, err
		}
		if to == now {
			break
		}
		if err := e.commit(b); err != nil {
			return nil, err
		}
		b = e.empty(now)
	}
	return b, nil
}

// gap says whether nobody was there until now, and since when: after a start; where the loop has not looked at the
// clock for long while something rings; where a deadline was overlooked for so long that it proves it. The mind is told
// of it before it meets what is due, so that no agent is blamed. It makes no difference whether the machine slept or
// the disk did: nobody could answer.
func (e *Engine) gap(now acd.Time) (from acd.Time, gone bool) {
	if e.clock.manual || e.isFull() {
		return 0, false
	}
	due, ok := e.live.Deadline()
	overlooked := ok && now.Sub(due) > e.options.GapMin
	unanswerable := e.live.Ringing() > 0 && now.Sub(e.live.Now()) > e.options.GapMin
	return max(e.live.Now(), e.away), overlooked || unanswerable || !e.away.IsZero()
}

// resume tells every instance that nobody was there for a while.
func (e *Engine) resume(b *batch, from, to acd.Time) error {
	if err := e.note(b, e.live.Advance(max(from, e.live.Now()))); err != nil {
		return err
	}
	for _, i := range e.live.Instances() {
		_, events, err := e.live.Do(i.ID(), acd.Resume{From: from, To: max(from, to)})
		if err != nil {
			panic(fmt.Sprintf("engine: instance %s refuses to resume: %v", i.ID(), err))
		}
		if err := e.note(b, events); err != nil {
			return err
		}
	}
	return nil
}

// advance lets time pass up to an instant, or until the batch is large. It returns how far it got.
func (e *Engine) advance(b *batch, to acd.Time) (acd.Time, error) {
	for {
		due, ok := e.live.Deadline()
		if !ok || due > to {
			break
		}
		b.at = max(due, e.live.Now())
		if err := e.note(b, e.live.Advance(b.at)); err != nil {
			return b.at, err
		}
		if b.isLarge() && b.at < to {
			return b.at, nil
		}
	}
	b.at = to
	return to, e.note(b, e.live.Advance(to))
}
