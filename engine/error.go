package engine

// An Error is a reason for which the engine did not do what it was asked, by errors.Is. What the mind refuses is an
// *acd.Error instead.
type Error string

// Error returns the reason as a phrase.
func (e Error) Error() string { return string(e) }

// The reasons.
const (
	ErrClosed  = Error("the engine is closed; nothing has happened")
	ErrFull    = Error("the disk is full; nothing has happened, and reading goes on")
	ErrStopped = Error("the journal has failed; whether it happened is known after a restart")
)
