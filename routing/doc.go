// Package routing is the mind: who gets which contact. It holds the contacts that live, the agents who are there, the
// offers between them and the timers of all of these, and answers four questions: what happens when somebody asks
// (Do, Enqueue), what happens as time passes (Fire), when time alone changes something next (Deadline), and what is so
// after something has happened (Replay).
//
// It never reads a clock, draws a number or reaches out. It decides by emitting events; its state changes in Replay
// alone, which is what a restart and a follower use too. It does not know how settings are kept or what a flow is: it
// takes from the settings' events what routing needs.
//
// Start with eligible.go, which says who may take what, and order.go, which says who goes first; both are the whole
// rule. match.go applies it, offer.go follows a contact into an agent's hands, criteria.go relaxes steps, timers.go
// keeps the deadlines.
package routing
