// Package flow is the script: it reads a contact flow in Amazon's Flow language, checks it, and says what each of its
// blocks asks for, one block at a time.
//
// It decides nothing about contacts. Whoever runs a flow (the instance) begins at Start, takes the Effect of a block
// for a contact, does it or finds that it cannot, and asks Next for the block that follows on success or on that
// Failure. A flow never changes once it is parsed, so one value serves all contacts.
//
//	f, err := flow.Parse(content)               every problem at once, each naming its block
//	at := f.Start()
//	for {
//		effect, failure := f.Effect(at, contact)  SetQueue{...}, SetCriteria{...}, TransferToQueue{}, ...
//		...                                       do it; perhaps failure = flow.QueueAtCapacity
//		next, ok := f.Next(at, failure)           ok false: no way on (A0060)
//	}
//
// The package never reads a clock, never looks up a queue, a user or an attribute (what it names may not exist: that
// is the runner's NoMatchingError), and never rewrites the content. What it accepts once it accepts in every later
// release, because instances keep the content and parse it again.
//
// Start with flow.go, then action.go for the blocks that run so far; build.go makes content from Go.
package flow
