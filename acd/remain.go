package acd

// This file is about customers who remain when the agent has left.

// CustomerReturned says that the customer of a chat has come back and written. A flow that waits for it goes on.
type CustomerReturned struct{ ContactID ContactID }

// Nature says that it is a fact.
func (CustomerReturned) Nature() Nature { return Fact }

// IsTransfer says whether the contact went on there as itself, with somebody else or in another queue.
func (n NextContact) IsTransfer() bool { return n.Method == "" || n.Method.IsMove() }
