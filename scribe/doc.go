// Package scribe turns events, states and ended contacts into bytes and back: it is the only room that knows how the
// mind's values look on the disk.
//
// What it once wrote is a promise: every later release reads it. Each text begins with a version; a kind of event, a
// member or a version that this release does not know is refused with an error that names it, never skipped. The same
// value always gives the same bytes, so that a hash over them says whether two minds are in the same state. The files
// in testdata/golden hold one of each kind of event ever written, and are only ever added to.
//
// It never reads a clock, opens a file or decides anything, and it does not know the journal: what it makes are plain
// bytes. They are lines of text, so that a dump can be read and searched as it is.
//
// Start with record.go for the layout, then kind.go for the list of events and writer.go for how a value is written.
package scribe
