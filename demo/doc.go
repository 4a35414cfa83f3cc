// Package demo is the small contact centre that a newcomer meets: one instance with queues, routing profiles, agents
// who are good at something, and flows, one of which plays Amazon's worked example of proficiency routing.
//
// It is made as a stranger would make it, command by command, and its ids come from the seed that the engine gives,
// so the same seed makes the same instance each time. The package never reaches around the engine and keeps nothing.
//
// Start with demo.go, then cast.go for who and what there is.
package demo
