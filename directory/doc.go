// Package directory is the register of one Connect instance: its queues, routing profiles, users with their
// proficiencies, predefined attributes, agent statuses, hours, flows, security profiles and tags, and the rules that
// settings keep.
//
// It is a plain value. Do checks a command against every rule first and then writes events to a Chronicle; Replay is
// the only function that changes anything. It never reads a clock, draws a number, talks to anybody or knows a contact
// or an agent, and it never refuses an event: what has happened has happened. Of the world it knows the time zones
// alone, for hours of operation (A0200).
//
// Bounds of single values that Amazon's model states (lengths of names, sizes of lists) are checked at the door; what
// needs the other settings, or is told only in Amazon's prose, is checked here.
//
// Start with directory.go for the three questions, then queue.go for how a noun looks. What a new instance holds is in
// fresh.go, its flows and prompts in fresh_flow.go.
package directory
