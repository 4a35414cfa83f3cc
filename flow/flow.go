package flow

import (
	"errors"
	"fmt"
	"slices"

	"patchcord/acd"
)

// Flow is a contact flow that can run: every block is known, has what it needs and leads somewhere.
type Flow struct {
	start  string
	blocks []block
	index  map[string]int // from a block's identifier to its place in blocks
	silent bool
}

// block is one action of a flow.
type block struct {
	id         string
	kind       string        // the type of its action
	parameters string        // as JSON
	last       bool          // nothing follows it, whatever comes of it
	channels   []acd.Channel // whose contacts it is for; empty: all
	mild       bool          // without a branch for its failure it goes on as if it had succeeded
	request    request
	next       string // where success leads; "" where the flow ends
	conditions []condition
	branches   []branch
}

// branch is where a block leads when it fails in one way.
type branch struct {
	failure Failure
	next    string
}

// request is what a block asks for, before it meets a scene. The error says why it cannot be for this one.
type request interface {
	resolve(s *Scene) (Effect, error)
}

// Start returns the identifier of the block that a flow begins with.
func (f *Flow) Start() string { return f.start }

// Has says whether the flow has a block of that identifier. One that it had may be gone when the content has changed.
func (f *Flow) Has(id string) bool {
	_, ok := f.index[id]
	return ok
}

// Type returns the type of a block's action, as the content spells it.
func (f *Flow) Type(id string) string { return f.block(id).kind }

// IsLast says whether a block ends the flow, whatever comes of it.
func (f *Flow) IsLast(id string) bool { return f.block(id).last }

// Parameters returns the parameters of a block's action as they stand in the content, as JSON.
func (f *Flow) Parameters(id string) string { return f.block(id).parameters }

// Effect returns what the block asks for, with its references resolved. The failure is NoMatchingError where a
// reference leads to nothing usable; Reason says why.
func (f *Flow) Effect(id string, s *Scene) (Effect, Failure) {
	effect, err := f.block(id).resolve(s)
	var r *refusal
	switch {
	case errors.As(err, &r):
		return nil, r.failure
	case err != nil:
		return nil, NoMatchingError
	}
	return effect, NoFailure
}

// Reason returns why Effect fails, as a clause for a log or an explanation; "" where it does not. Amazon's flow log
// says no more than "Error" there.
func (f *Flow) Reason(id string, s *Scene) string {
	if _, err := f.block(id).resolve(s); err != nil {
		return err.Error()
	}
	return ""
}

// resolve returns what a block asks for, of a contact whose channel it is for.
func (b *block) resolve(s *Scene) (Effect, error) {
	if len(b.channels) > 0 && !slices.Contains(b.channels, s.Contact.Channel) {
		return nil, fmt.Errorf("it is not for channel %s", s.Contact.Channel)
	}
	return b.request.resolve(s)
}

// Outcome is how a block came out: the way in which it failed, or its result where it has one, which its conditions
// compare. The empty Outcome is success.
type Outcome struct {
	Failure Failure
	Result  string
}

// Next returns the block that follows. The first condition that is true of the result leads on; where none is, the
// outcome is NoMatchingCondition. A failure without a branch of its own takes that of NoMatchingError. There is no next
// block, and ok is false, where the flow ends here: after a terminal block, after a TransferToQueue that leads nowhere,
// and where a failure has no branch (A0060), unless the block is mild.
func (f *Flow) Next(id string, s *Scene, out Outcome) (next string, ok bool) {
	b := f.block(id)
	if out.Failure == NoFailure {
		for _, c := range b.conditions {
			if c.holds(out.Result, s) {
				return c.next, true
			}
		}
		if len(b.conditions) == 0 || b.branch(NoMatchingCondition) == "" && b.next != "" {
			return b.next, b.next != ""
		}
		out.Failure = NoMatchingCondition
	}
	for _, failure := range []Failure{out.Failure, NoMatchingError} {
		if next := b.branch(failure); next != "" {
			return next, true
		}
	}
	return b.next, b.mild && b.next != ""
}

// branch returns where a failure leads; empty: it has no branch.
func (b *block) branch(failure Failure) string {
	for _, branch := range b.branches {
		if branch.failure == failure {
			return branch.next
		}
	}
	return ""
}

// block returns the block with the identifier. Identifiers come from Start and Next, so an unknown one is our mistake.
func (f *Flow) block(id string) *block {
	i, ok := f.index[id]
	if !ok {
		panic(fmt.Sprintf("the flow has no block %s: identifiers come from Start and Next only", quote(id)))
	}
	return &f.blocks[i]
}
