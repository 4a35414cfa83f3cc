package flow

import (
	"fmt"

	"patchcord/acd"
)

// Flow is a contact flow that can run: every block is known, has what it needs and leads somewhere.
type Flow struct {
	start  string
	blocks []block
	index  map[string]int // from a block's identifier to its place in blocks
}

// block is one action of a flow.
type block struct {
	id       string
	request  request
	next     string // where success leads; "" where the flow ends
	branches []branch
}

// branch is where a block leads when it fails in one way.
type branch struct {
	failure Failure
	next    string
}

// request is what a block asks for, before it meets a contact. The error says why it cannot be for this one.
type request interface {
	resolve(c *acd.Contact) (Effect, error)
}

// Start returns the identifier of the block that a flow begins with.
func (f *Flow) Start() string { return f.start }

// Effect returns what the block asks for, with its references resolved against the contact. The failure is
// NoMatchingError where a reference leads to nothing usable; Reason says why.
func (f *Flow) Effect(id string, c *acd.Contact) (Effect, Failure) {
	effect, err := f.block(id).request.resolve(c)
	if err != nil {
		return nil, NoMatchingError
	}
	return effect, NoFailure
}

// Reason returns why Effect fails for the contact, as a clause for a log or an explanation; "" where it does not.
// Amazon's flow log says no more than "Error" there.
func (f *Flow) Reason(id string, c *acd.Contact) string {
	if _, err := f.block(id).request.resolve(c); err != nil {
		return err.Error()
	}
	return ""
}

// Next returns the block that follows. A failure without a branch of its own takes that of NoMatchingError. There is no
// next block, and ok is false, where the flow ends here: after a terminal block, after a TransferToQueue that leads
// nowhere, and where a failure has no branch (A0060).
func (f *Flow) Next(id string, failure Failure) (next string, ok bool) {
	b := f.block(id)
	if failure == NoFailure {
		return b.next, b.next != ""
	}
	for _, wanted := range []Failure{failure, NoMatchingError} {
		for _, branch := range b.branches {
			if branch.failure == wanted {
				return branch.next, true
			}
		}
	}
	return "", false
}

// block returns the block with the identifier. Identifiers come from Start and Next, so an unknown one is our mistake.
func (f *Flow) block(id string) *block {
	i, ok := f.index[id]
	if !ok {
		panic(fmt.Sprintf("the flow has no block %s: identifiers come from Start and Next only", quote(id)))
	}
	return &f.blocks[i]
}
