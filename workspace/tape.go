package workspace

import "slices"

// entry is one event of a stream, with the state as it was then. It is written out when it is sent.
type entry struct {
	at   position
	body shown
}

// shown is what a stream can send.
type shown interface {
	// show returns the name of the event and one line of JSON.
	show() (name string, data []byte)
}

// tape keeps the latest entries of one stream.
//
//	lost            entries                    what comes
//	......│ 7.0.0   8.2.0   8.4.1   12.0.0 │   ···>
//	      └ a reader who is further back meets a gap
type tape struct {
	entries []entry  // the oldest first
	lost    position // of the last entry that is kept no more
	readers []*reader
	ended   bool // nothing will come any more
}

// reader is somebody who reads a tape.
type reader struct {
	tape *tape
	at   position      // what he has got, or is known to have lost
	cuts int           // how many cuts he knows of
	wake chan struct{} // holds one token when there may be something to read
}

// rack holds the tapes of one kind in one instance. They share a limit, so that many silent agents leave room for a few
// busy ones.
type rack struct {
	entriesMax int
	origin     position         // nothing before this was ever kept
	tapes      map[string]*tape // by the stream's name
	order      []*tape          // for each entry that is kept, the oldest first, whose it is: a circle
	oldest     int              // where the circle begins
	further    func(shown)      // what carries entries out of the house; nil: nothing
}

func newRack(entriesMax int, origin position) *rack {
	return &rack{entriesMax: entriesMax, origin: origin, tapes: map[string]*tape{}}
}

// tape returns the tape of a stream, a new one if there is none yet.
func (r *rack) tape(name string) *tape {
	t, ok := r.tapes[name]
	if !ok {
		t = &tape{lost: r.origin}
		r.tapes[name] = t
	}
	return t
}

// add puts an entry at the end of a stream's tape and wakes its readers. When the rack is full, its oldest entry goes.
func (r *rack) add(name string, e entry) {
	t := r.tape(name)
	if len(r.order) < r.entriesMax {
		r.order = append(r.order, t)
	} else {
		r.order[r.oldest].drop()
		r.order[r.oldest] = t
		r.oldest = (r.oldest + 1) % r.entriesMax
	}
	t.entries = append(t.entries, e)
	t.poke()
	if stays, ok := e.body.(staying); ok && stays.stays() {
		return
	}
	if r.further != nil {
		r.further(e.body)
	}
}

// staying is an event that may stay in the house.
type staying interface{ stays() bool }

// drop takes away the oldest entry.
func (t *tape) drop() {
	t.lost = t.entries[0].at
	t.entries[0] = entry{} // what it holds is to be forgotten now, not when the slice moves
	t.entries = t.entries[1:]
}

// poke wakes all readers, without waiting for any.
func (t *tape) poke() {
	for _, r := range t.readers {
		r.poke()
	}
}

func (r *reader) poke() {
	select {
	case r.wake <- struct{}{}:
	default: // he will look anyway
	}
}

func (t *tape) leave(r *reader) {
	t.readers = slices.DeleteFunc(t.readers, func(other *reader) bool { return other == r })
}

// gap is a run of entries that a reader can no longer get.
type gap struct{ after, through position }

// read gives a reader what comes next, at most as much as fits, and what he has missed before it.
func (t *tape) read(r *reader, entries []entry) (n int, missed *gap) {
	if r.at.before(t.lost) {
		missed = &gap{r.at, t.lost}
		r.at = t.lost
	}
	next, found := slices.BinarySearchFunc(t.entries, r.at, func(e entry, at position) int { return e.at.compare(at) })
	if found {
		next++
	}
	if n = copy(entries, t.entries[next:]); n > 0 {
		r.at = entries[n-1].at
	}
	return n, missed
}
