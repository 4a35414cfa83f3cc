// Package realtime is the tally: the numbers of the present that every view shares. How many contacts wait in a queue,
// and since when the oldest; how many agents could take one; how fast a queue is served.
//
// It is told each event together with the instance as it is right after it, looks up what the event has touched, and
// puts that in its place. It decides nothing, reads no clock and is never asked by the mind. What it says of the
// present follows from the state alone, so that a recount at any time gives the same; only the pace of a queue, the
// answer times and the counters need what it has seen, and begin anew with each cut.
//
// It has no lock: whoever tells it what happens must keep readers away meanwhile. The engine does that for its
// observers.
//
// Start with tally.go, then numbers.go for what the words mean.
package realtime
