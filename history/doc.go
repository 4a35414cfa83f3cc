// Package history keeps the contacts that have ended: whoever asks for one finds it as it was last, as long as it is
// kept, and whoever searches finds it among the living ones.
//
// It is a projection of the journal: the engine hands over the rows of ended contacts together with the record that
// ended them, so that a contact leaves memory only when its row is there. Rows are forgotten by the time at which their
// contact began, in small steps. This room never decides what a contact is, never writes by itself, has no clock, and
// does not know how a contact looks as bytes: it is given somebody who does.
//
// Start with history.go, then mark.go (what a contact is found by), query.go (what can be asked) and search.go (how the
// answer comes together).
package history
