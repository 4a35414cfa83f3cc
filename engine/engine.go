package engine

import (
	"context"
	"iter"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/history"
	"patchcord/journal"
	"patchcord/scribe"
)

// Engine keeps the mind of one account alive.
type Engine struct {
	options  Options
	log      *slog.Logger
	journal  journal.Journal
	history  *history.History
	shelf    *journal.Shelf // of a stage; nil elsewhere
	follower *follower
	clock    clock

	mailbox chan *ask
	closing chan struct{} // closed when nothing more is taken
	done    chan struct{} // closed when the loop has ended
	once    sync.Once     // closes closing
	stopped atomic.Pointer[error]
	chores  chores

	// The rest is the loop's alone.
	live      *account.Account
	seeds     int      // instances that were given a seed
	away      acd.Time // since when nobody was there, told to nobody yet; zero: somebody is
	timer     *time.Timer
	asks      []*ask
	crowd     int           // how many asked for the last commit, or waited for it to end
	wrote     time.Duration // the last commit's part at the disk
	expected  time.Time     // until then: those of them who ask again
	batch     batch
	payload   []byte
	taken     []piece   // of the batch, by the journal
	fullUntil time.Time // the disk was full; nothing is tried before this
}

// Open brings the mind back from its journal, tells every instance of the time in which nobody was there, and starts
// the loop. The journal belongs to who opened it, who closes it after Close.
func Open(j journal.Journal, o Options) (*Engine, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	e := &Engine{
		options: o, log: o.Log, journal: j,
		mailbox: make(chan *ask, o.WaitingMax),
		closing: make(chan struct{}), done: make(chan struct{}),
	}
	if o.Stage {
		e.shelf = journal.NewShelf()
		e.history = history.New(e.shelf, codec())
	} else {
		e.history = history.New(j, codec())
	}
	at, err := e.recover()
	if err != nil {
		return nil, err
	}
	e.clock.start(at, o.Manual)
	if !e.clock.manual && e.follower.sequence > 0 {
		e.away = at
	}
	if err := e.serve(nil); err != nil {
		return nil, err
	}
	e.timer = time.NewTimer(napMax)
	go e.run()
	return e, nil
}

// codec is how the history keeps contacts.
func codec() history.Codec {
	return history.Codec{Encode: scribe.EncodeContact, Decode: scribe.DecodeContact}
}

// Renew gives a row of the archive that an earlier release wrote the marks by which contacts are searched today.
func Renew(row journal.Entry) (journal.Entry, error) { return codec().Renew(row) }

// View shows the committed state to fn. It never waits behind a commit. What acd values fn takes out may be kept; the
// account, and the instances in it, may not. fn must not call the engine.
func (e *Engine) View(fn func(a *account.Account)) {
	e.follower.mu.RLock()
	defer e.follower.mu.RUnlock()
	fn(e.follower.account)
}

// Contact finds a contact, in memory or among the ended.
func (e *Engine) Contact(instance acd.InstanceID, id acd.ContactID) (c acd.Contact, ok bool, err error) {
	known := false
	e.View(func(a *account.Account) {
		if i, here := a.Instance(instance); here {
			known = true
			c, ok = i.Contact(id)
		}
	})
	if ok || !known {
		return c, ok, nil
	}
	return e.history.Contact(instance, id) // it leaves memory only when its row is there
}

// Search finds contacts of an instance, living and ended, as they are after one record. An instance that does not exist
// has none.
func (e *Engine) Search(q history.Query) (history.Answer, error) {
	s := e.history.Search(q)
	f := e.follower
	f.mu.RLock()
	i, known := f.account.Instance(q.Instance)
	if known {
		i.VisitContacts(s.Meet)
	}
	sequence := f.sequence
	f.mu.RUnlock()
	if !known {
		return history.Answer{}, nil
	}
	return s.Answer(sequence)
}

// Ended yields the ended contacts of an instance that were disconnected from one instant on and before another, as
// history.Span does.
func (e *Engine) Ended(instance acd.InstanceID, from, before acd.Time) iter.Seq2[acd.Contact, error] {
	return e.history.Span(instance, from, before)
}

// Spells returns the times that users of an instance spent in a status and that ended after an instant.
func (e *Engine) Spells(instance acd.InstanceID, from acd.Time) ([]acd.StatusSpell, error) {
	return e.history.Spells(instance, from)
}

// Hash stands for the committed state after a record.
func (e *Engine) Hash() (sequence int64, hash [32]byte) {
	sequence, _, state := e.follower.snapshot()
	return sequence, scribe.Hash(state)
}

// Done is closed when the loop has ended, by Close or because the journal failed.
func (e *Engine) Done() <-chan struct{} { return e.done }

// Err returns, after Done, why the loop has ended: nil after Close. A program exits with an error then.
func (e *Engine) Err() error {
	if err := e.stopped.Load(); err != nil {
		return *err
	}
	return nil
}

// Close answers what has been asked, saves a snapshot and ends the loop. It may be called again, and waits again.
func (e *Engine) Close(ctx context.Context) error {
	e.once.Do(func() { close(e.closing) })
	select {
	case <-e.done:
		return e.Err()
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
