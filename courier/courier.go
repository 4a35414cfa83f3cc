package courier

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"time"
)

// A Letter is one event that is posted. It is written out beside the engine.
type Letter interface {
	// Line returns the event as one line of JSON, without its end.
	Line() []byte
}

// Options is what a Courier is made of. All but those that say so are required.
type Options struct {
	Dir    string // the outbox; it is made if it is not there
	End    int64  // the journal's last record; an outbox that is new begins behind it
	To     []Receiver
	Now    func() time.Time
	Chance func() float64 // 0 to below 1, so that many who wait do not come back at once

	LettersMax int          // letters that wait for the disk: 1 and up; 0: 65,536
	Log        *slog.Logger // nil: silent
}

// A Courier keeps what is posted until each of its receivers has had it.
type Courier struct {
	options  Options
	outbox   *outbox
	carriers []*carrier
	running  sync.WaitGroup
	stopping chan struct{} // closed when nothing more is posted
	written  chan struct{} // closed when nothing more comes into the outbox
	cancel   context.CancelFunc

	mu      sync.Mutex
	work    *sync.Cond // there is something to write
	done    *sync.Cond // something was written, or could not be
	queue   []posted
	letters int   // in the queue
	last    int64 // the last record that was posted
	begun   bool  // it is known where the records begin
	live    bool  // nobody may be held up any more
	behind  bool  // letters were left to the journal
	wanted  int64 // the outbox is to say that it has come so far
	durable int64 // how far it has
	fault   error // why it comes no further
	closed  bool
}

// posted is what a record has for the outbox.
type posted struct {
	record  int64
	letters []Letter
}

const lettersMax = 65_536

// Open opens the outbox and goes on delivering what is in it.
func Open(o Options) (*Courier, error) {
	if o.LettersMax == 0 {
		o.LettersMax = lettersMax
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	box, err := openOutbox(o.Dir, o.End)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	c := &Courier{options: o, outbox: box, stopping: make(chan struct{}), written: make(chan struct{}),
		cancel: cancel}
	c.work, c.done = sync.NewCond(&c.mu), sync.NewCond(&c.mu)
	if box.through > o.End {
		o.Log.Warn("the journal ends before what was put into the outbox: its end was lost, and is posted again as it "+
			"comes", "journal", o.End, "outbox", box.through)
		if err := box.append(appendParcel(nil, o.End, 0, nil), o.End, 0); err != nil {
			cancel()
			return nil, errors.Join(err, box.close())
		}
	}
	c.last, c.durable = box.through, box.through
	if err := c.hire(); err != nil {
		cancel()
		return nil, errors.Join(err, box.close())
	}
	c.running.Go(c.write)
	for _, k := range c.carriers {
		c.running.Go(func() { k.run(ctx) })
	}
	return c, nil
}

// hire makes the carriers. One whose taker is new begins now.
func (c *Courier) hire() error {
	kept := map[string]bool{}
	for _, to := range c.options.To {
		kept[to.Name] = true
		at, ok, err := readMark(c.options.Dir, to.Name)
		if err != nil {
			return err
		}
		if !ok {
			at = c.outbox.end()
			if err := errors.Join(writeMark(c.options.Dir, to.Name, at), syncDir(c.options.Dir)); err != nil {
				return err
			}
		}
		at, moved := c.outbox.settle(at)
		if moved {
			c.options.Log.Warn("the outbox does not hold what was to be delivered next; events are lost on this way",
				"to", to.Name)
		}
		c.carriers = append(c.carriers, newCarrier(c, to, at))
	}
	dropped, err := dropMarks(c.options.Dir, kept)
	for _, name := range dropped {
		c.options.Log.Info("nothing more is delivered on a way that is not asked for", "to", name)
	}
	return err
}

// Begin says after which record the first one is posted. What lies between it and the outbox was never posted, for
// nobody had asked for it then.
func (c *Courier) Begin(after int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.begun {
		return
	}
	c.begun = true
	if after > c.last {
		c.options.Log.Warn("events are not delivered that happened while nobody had asked for delivery",
			"after_record", c.last, "through_record", after)
		c.last = after
	}
}

// Post puts the events of a record into the outbox. Records come in their order, those without events too; one that the
// outbox has had is passed over. Before Live it waits for room; after that it waits for nobody.
func (c *Courier) Post(record int64, letters []Letter) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if record <= c.last || c.behind || c.closed {
		return
	}
	for !c.live && c.letters >= c.options.LettersMax && c.fault == nil {
		c.done.Wait()
	}
	if c.letters >= c.options.LettersMax {
		c.behind = true
		c.options.Log.Error("the outbox cannot be written, so events stay in the journal; they are delivered after a "+
			"restart", "after_record", c.last, "error", c.fault)
		return
	}
	c.last = record
	if len(letters) > 0 {
		c.queue = append(c.queue, posted{record, letters})
		c.letters += len(letters)
		c.work.Signal()
	}
}

// Live says that from now on Post is called by somebody who must not wait.
func (c *Courier) Live() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.live = true
}

// Settle waits until the outbox holds everything up to a record, so that the journal may forget it. It is an error if
// the outbox cannot.
func (c *Courier) Settle(record int64) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.behind {
		c.last = max(c.last, record) // a record without any event is not posted
	}
	c.wanted = max(c.wanted, record)
	c.work.Signal()
	for c.durable < record && c.fault == nil && !c.behind && !c.closed {
		c.done.Wait()
	}
	switch {
	case c.durable >= record:
		return nil
	case c.fault != nil:
		return c.fault
	}
	return fmt.Errorf("settle events: the outbox has come to record %d of %d", c.durable, record)
}

// Close lets the carriers deliver what there is, until ctx ends. What is left then, or is not taken at once, stays in
// the outbox for the next time. Nobody may post any more.
func (c *Courier) Close(ctx context.Context) error {
	c.mu.Lock()
	if c.closed {
		c.mu.Unlock()
		return nil
	}
	c.closed = true
	close(c.stopping)
	c.work.Broadcast()
	c.done.Broadcast()
	c.mu.Unlock()
	stop := context.AfterFunc(ctx, c.cancel)
	defer stop()
	defer c.cancel()
	c.running.Wait()
	var errs []error
	for _, k := range c.carriers {
		if bytes := c.outbox.waits(k.at); bytes > 0 {
			c.options.Log.Warn("events wait in the outbox for the next start", "to", k.to.Name, "bytes", bytes)
		}
		errs = append(errs, k.to.Taker.Close())
	}
	return errors.Join(append(errs, c.outbox.close())...)
}

// OutboxIn returns the directory of the outbox in a server's directory.
func OutboxIn(dir string) string { return filepath.Join(dir, "outbox") }
