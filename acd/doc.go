// Package acd is the dictionary: the nouns of automatic contact distribution, as Amazon Connect names them, what may be
// asked of them (commands) and what can happen to them (events).
//
// It holds plain values and the rules that need nothing but the value itself: whether routing criteria are well formed,
// whether an expression is true for an agent. It never reads a clock, draws a number, takes a lock or talks to anybody,
// and it never knows how a value looks on the wire or on the disk.
//
// A life, told in its words. A customer asks for help in French about DynamoDB: StartContact. The engine answers with
// events: ContactInitiated; the contact's flow names a queue, sets RoutingCriteria of two steps and transfers it:
// ContactTargetQueueSet, ContactRoutingUpdated, ContactQueued, StepActivated. Nobody fits the first step within thirty
// seconds: StepExpired, StepActivated. Now ana fits, and no fitting agent has been available for longer:
// ContactOffered. She takes it: ContactAccepted, and her step is JOINED. They part: ContactDisconnected; she writes her
// notes, is done: AfterContactWorkEnded, ContactCompleted.
//
// Start with contact.go and criteria.go, then command.go for what may be asked and event.go for what happens.
package acd
