// Package storm kills a server in the middle of its work, again and again, and holds it to what it has acknowledged.
//
// Its tests build the program, start it as a child on a directory that outlives all rounds, let clients work on it at
// once through Amazon's own SDK and the side door, and kill it after some number of answers. The program here is what
// the clients remember: a model of what was answered, and of what was asked and never answered, which may have
// happened or not. After each restart everything that can be seen must be what was acknowledged, or differ from it only
// by what was in flight, or by what the server decides itself: offers, steps that expire, contacts accepted for their
// agents.
//
// The model never asks the server, knows nothing of HTTP, and forgives nothing that it cannot name a reason for. A kill
// leaves the system's memory of files as it is, so what a power cut would do is for the tests of the journal. The tests
// end only processes that they have started.
//
// Start with register.go and contact.go for what is remembered and demanded; storm_test.go leads the rounds,
// load_test.go is what the clients do, check_test.go what is asked after a restart. Beside the clients there are
// movers, who transfer, pass on, pause and resume tasks whose flows wait: chain.go, mover_test.go and moves_test.go.
package storm
