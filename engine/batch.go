package engine

import (
	"errors"
	"fmt"
	"time"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/journal"
	"patchcord/scribe"
)

// A batch is what was decided together and becomes durable together, with those who wait for it.
type batch struct {
	at     acd.Time
	events []acd.Event
	ends   []int  // where in text each event ends
	text   []byte // the events as the journal will have them
	ended  []account.Ended
	rows   []journal.Entry // of those that ended
	bytes  int             // of the rows
	asks   []*ask          // answered when all of it is durable
}

// A piece is the part of a batch that is in one record of the journal.
type piece struct {
	sequence int64
	at       acd.Time
	events   []acd.Event
}

// The limits of a batch.
const (
	largeBytesMin = 4 << 20                     // text or rows above this let no further ask into the batch
	recordBytes   = journal.PayloadBytesMax / 2 // of the events, or of the rows, in one record
	fullRetry     = time.Second                 // from a full disk to the next try
)

// isLarge says whether the batch had better be committed before more is decided.
func (b *batch) isLarge() bool { return len(b.text) >= largeBytesMin || b.bytes >= largeBytesMin }

// empty returns the loop's one batch, with nothing in it.
func (e *Engine) empty(at acd.Time) *batch {
	b := &e.batch
	clear(b.events)
	clear(b.ended)
	clear(b.rows)
	clear(b.asks)
	*b = batch{
		at: at, events: b.events[:0], ends: b.ends[:0], text: b.text[:0], ended: b.ended[:0], rows: b.rows[:0],
		asks: b.asks[:0],
	}
	return b
}

// note takes what the mind has said into the batch, the contacts that have ended by it, and what it says of those that
// had ended before. An error is the history's, of which nothing can be read.
func (e *Engine) note(b *batch, events []acd.Event) error {
	if len(events) == 0 {
		return nil
	}
	leaving := e.live.TakeEnded()
	for _, event := range events {
		b.events = append(b.events, event)
		b.text = scribe.AppendEvent(b.text, event)
		b.ends = append(b.ends, len(b.text))
		if done, ok := event.Body.(acd.ContactCompleted); ok {
			leaving = e.see(b, leaving, event.Instance, done.ContactID)
		} else if err := e.amend(b, leaving, event); err != nil {
			return fmt.Errorf("%w: amend history: %w", ErrStopped, err)
		}
	}
	for _, ended := range leaving {
		e.archive(b, ended)
	}
	for _, s := range e.live.TakeSpells() {
		b.addRow(e.history.SpellRow(s.Instance, s.Spell))
	}
	return nil
}

// decide lets the mind answer an ask. The answer waits for the commit, even if it is a refusal: it may rest on what the
// same batch has changed.
// The error is one that stops the engine.
func (e *Engine) decide(b *batch, a *ask) error {
	if e.isFull() {
		a.answer("", ErrFull)
		return nil
	}
	b.asks = append(b.asks, a)
	ended, err := e.endedOf(b, a)
	if err != nil {
		a.err = err
		return nil
	}
	cmd, seeded := e.seed(a.cmd)
	var events []acd.Event
	a.created, events, a.err = e.live.Do(a.instance, cmd, ended...)
	if seeded && len(events) > 0 {
		e.seeds++
	}
	return e.note(b, events)
}

// seed gives an instance that is to be created its seed, one from which no other instance here has its id.
func (e *Engine) seed(cmd acd.Command) (acd.Command, bool) {
	create, ok := cmd.(acd.CreateInstance)
	if !ok || create.Instance.Seed != 0 {
		return cmd, false
	}
	for ; ; e.seeds++ {
		create.Instance.Seed = e.options.Seed(e.seeds)
		if _, taken := e.live.Instance(acd.InstanceID(create.Instance.Seed.UUID(0, 0))); !taken {
			return create, true
		}
	}
}

// endedOf returns the contacts that a command names and that have left memory: in this very batch, or before.
func (e *Engine) endedOf(b *batch, a *ask) ([]acd.Contact, error) {
	ids := acd.ContactsNamed(a.cmd)
	instance, ok := e.live.Instance(a.instance)
	if len(ids) == 0 || !ok {
		return nil, nil
	}
	var all []acd.Contact
	for _, id := range ids {
		if _, ok := instance.Contact(id); ok {
			continue
		}
		c, ok, err := e.endedBy(b, a.instance, id)
		if err != nil {
			return nil, err
		}
		if ok {
			all = append(all, c)
		}
	}
	return all, nil
}

// find returns a contact that ended in the batch, as it was last.
func (b *batch) find(instance acd.InstanceID, id acd.ContactID) (acd.Contact, bool) {
	for i := len(b.ended) - 1; i >= 0; i-- {
		if b.ended[i].Instance == instance && b.ended[i].Contact.ID == id {
			return b.ended[i].Contact, true
		}
	}
	return acd.Contact{}, false
}

// commit makes a batch durable, shows it to the follower, and only then answers. The error is that of a journal that
// has failed: nobody may go on then. A full disk is no such error: those who asked are told, and the mind forgets what
// it decided.
func (e *Engine) commit(b *batch) error {
	err := e.append(b)
	e.crowd = len(b.asks) + len(e.mailbox)
	e.expected = time.Now().Add(min(holdPercent*e.wrote/100, holdMax))
	switch {
	case err == nil:
		e.away = 0
		for _, a := range b.asks {
			a.answer(a.created, a.err)
		}
		return nil
	case errors.Is(err, journal.ErrFull) && !errors.Is(err, journal.ErrStopped):
		e.log.Error("the disk is full: writing is refused, reading goes on", "error", err)
		e.fullUntil = time.Now().Add(fullRetry)
		e.forget()
		err = ErrFull
	default:
		err = fmt.Errorf("%w: append journal: %w", ErrStopped, err)
	}
	for _, a := range b.asks {
		a.answer("", err)
	}
	if err == ErrFull {
		return nil
	}
	return err
}

// isFull says whether the disk was found full a moment ago.
func (e *Engine) isFull() bool { return !e.fullUntil.IsZero() && time.Now().Before(e.fullUntil) }

// forget takes the live mind back to what is durable.
func (e *Engine) forget() {
	_, _, state := e.follower.snapshot()
	e.live = account.Restore(e.options.mind(), state)
}

// append writes a batch to the journal and then to the follower: one record, or several where one would be too large.
// The rows come first, so that no contact leaves the memory that is read before its row is there. The follower takes
// all records at once, so that nobody sees a contact in memory and, of a record that memory is told to be at, its row.
func (e *Engine) append(b *batch) (err error) {
	rows := b.rows
	if e.shelf != nil {
		rows = nil
	}
	e.taken, e.wrote = e.taken[:0], 0
	for from := 0; err == nil && (from < len(b.events) || len(rows) > 0); {
		var now []journal.Entry
		now, rows = firstRows(rows)
		to := from
		if len(rows) == 0 {
			to = b.firstEvents(from)
		}
		var sequence int64
		began := time.Now()
		sequence, err = e.journal.Append(journal.Batch{Payload: e.record(b, from, to), Archive: now})
		e.wrote += time.Since(began)
		if err == nil {
			e.taken = append(e.taken, piece{sequence, b.at, b.events[from:to]})
			from = to
		}
	}
	if e.shelf != nil && len(e.taken) > 0 {
		e.shelf.Put(e.taken[0].sequence, b.rows)
	}
	if len(e.taken) > 0 {
		e.follower.replay(e.taken...)
	}
	return err
}

// record returns the text of a record with some of a batch's events.
func (e *Engine) record(b *batch, from, to int) []byte {
	start, end := 0, 0
	if from > 0 {
		start = b.ends[from-1]
	}
	if to > 0 {
		end = b.ends[to-1]
	}
	e.payload = append(scribe.AppendHeader(e.payload[:0], b.at), b.text[start:end]...)
	return e.payload
}

// firstEvents returns how far the events from one on fit into a record. One always does.
func (b *batch) firstEvents(from int) (to int) {
	start := 0
	if from > 0 {
		start = b.ends[from-1]
	}
	for to = from; to < len(b.events) && (to == from || b.ends[to]-start <= recordBytes); to++ {
	}
	return to
}

// firstRows divides rows into those that fit into a record and the others.
func firstRows(rows []journal.Entry) (first, others []journal.Entry) {
	size, n := 0, 0
	for n < len(rows) && (n == 0 || size+len(rows[n].Key)+len(rows[n].Value) <= recordBytes) {
		size += len(rows[n].Key) + len(rows[n].Value)
		n++
	}
	return rows[:n], rows[n:]
}
