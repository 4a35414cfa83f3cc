// Package engine is the heart of the house: one goroutine that takes what is asked, tells the mind the time, lets it
// decide, makes what happened durable, and only then lets anybody know. It owns the only clock in the house.
//
// Two minds live here. The live one decides and is touched by the loop alone. The follower replays what the journal has
// taken, and is what everybody reads, so that reading never waits behind a commit and never sees what could still be
// lost. That both are always in the same state is checked at each snapshot: it is the standing proof that a replay
// gives what was lived.
//
// The engine decides nothing about contacts, and does not know who is calling: doors give it commands and get answers.
// A journal that fails stops it; a full disk only stops the writing.
//
// Start with loop.go, then batch.go for what a commit is, then recovery.go for how a mind comes back.
package engine
