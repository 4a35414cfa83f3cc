package workspace

import (
	"slices"

	"patchcord/courier"
)

// Courier carries events out of the house.
type Courier interface {
	// Begin says after which record the first one is posted.
	Begin(after int64)
	// Post is called for each record, in order. It waits for nobody.
	Post(record int64, letters []courier.Letter)
}

// Kind is a kind of events that are carried out of the house.
type Kind string

// The kinds.
const (
	ContactEvents Kind = "contact"
	AgentEvents   Kind = "agent"
)

// outgoing gathers what one record of the journal shows. Nil carries nothing.
type outgoing struct {
	courier Courier
	leave   []Kind
	letters []courier.Letter
}

func newOutgoing(o StreamOptions) *outgoing {
	if o.Courier == nil {
		return nil
	}
	return &outgoing{courier: o.Courier, leave: o.Leave}
}

// way returns what takes the events of a kind, nil where they stay in the house.
func (o *outgoing) way(k Kind) func(shown) {
	if o == nil || slices.Contains(o.leave, k) {
		return nil
	}
	return func(body shown) { o.letters = append(o.letters, letter{body}) }
}

func (o *outgoing) begin(after int64) {
	if o != nil {
		o.courier.Begin(after)
	}
}

// post sends what the record has shown.
func (o *outgoing) post(record int64) {
	if o != nil {
		o.courier.Post(record, o.letters)
		o.letters = nil // they are the courier's now
	}
}

// letter is an event of a stream, as the courier takes it. Heart beats are no letters: they say that somebody is there
// now, to those who listen now (A0080).
type letter struct{ shown }

// Line is part of courier.Letter.
func (l letter) Line() []byte {
	_, data := l.show()
	return data
}
