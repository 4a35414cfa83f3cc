// Package instance is the desk: one Amazon Connect instance. It puts the settings (directory), the scripts (flow) and
// the mind (routing) behind four questions: Do, Advance, Deadline, Replay.
//
// It gives every event its time, its number and its ids, and replays it into its rooms at once; nothing changes in any
// other way, so that replaying the events of a day brings back the day. It never reads a clock, draws from chance or
// reaches out, and it knows nothing of journals or of the wire.
//
// Start with instance.go for the four questions, then start.go for how a contact comes in and lead.go for how its flow
// leads it to a queue.
package instance
