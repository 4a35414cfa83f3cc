// Package story is the language in which routing is tested: a text that a contact-centre supervisor can read, with time
// at the beginning of a line and, below it, what happened. Parse takes a story apart, Play lets it happen in an
// instance of its own and writes down the answers, Format writes it out again, Check compares what a story says with
// what happens.
//
// It never reads a clock and draws nothing: the same story always has the same answers, to the letter. It decides
// nothing about routing either; it only turns lines into the commands of package acd and events into lines.
//
// Start with README.md for the language, then verbs.go for what may be said and tell.go for what is answered.
package story
