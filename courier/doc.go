// Package courier carries events out of the house: to a file of JSON lines, to an HTTP endpoint. What was posted
// arrives at least once, in its order, whatever dies in between.
//
//	engine ── each record ──> Post ──> outbox, on the disk ──> carrier ──> Taker (a file, an endpoint)
//	                            │                                 │
//	          what the outbox has had is passed over     its mark: what the taker has had
//
// The journal is what nothing is lost from; the outbox is a queue beside it. After a restart the records since the
// latest snapshot are posted again, and what the outbox has had of them is passed over. A snapshot therefore waits
// until the outbox holds what came before it; see Settle. A carrier goes on from its mark, so what was under way when
// everything died is carried again: events have ids of their own, by which it is known.
//
// Whoever takes slowly, or not at all, holds up nobody but himself. The package never knows what an event is about,
// never drops one in silence, and reads no clock but the one that it is given.
//
// Start with courier.go, then outbox.go for what is on the disk, carrier.go for how it is delivered, and file.go and
// endpoint.go for the two who take.
package courier
