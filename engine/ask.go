package engine

import (
	"context"

	"patchcord/acd"
)

// An ask waits for its answer: a command for the mind, or something to be done between two records.
type ask struct {
	instance acd.InstanceID
	cmd      acd.Command
	between  func() error // nil: a command
	created  string
	err      error
	done     chan struct{}
}

// Do asks an instance something, "" for acd.CreateInstance. It answers when what came of it is durable: created is the
// id of what was made, or found again under its ClientToken. The error is the mind's *acd.Error; or ErrFull or
// ErrClosed, when nothing has happened; or ErrStopped or that of ctx, when it may have.
func (e *Engine) Do(ctx context.Context, instance acd.InstanceID, cmd acd.Command) (created string, err error) {
	a := &ask{instance: instance, cmd: cmd, done: make(chan struct{})}
	if err := e.submit(ctx, a); err != nil {
		return "", err
	}
	return a.created, a.err
}

// between lets the loop do something when all that was asked before is durable and nothing else is under way.
func (e *Engine) between(ctx context.Context, do func() error) error {
	a := &ask{between: do, done: make(chan struct{})}
	if err := e.submit(ctx, a); err != nil {
		return err
	}
	return a.err
}

// submit puts an ask into the mailbox and waits until it is answered.
func (e *Engine) submit(ctx context.Context, a *ask) error {
	select {
	case <-e.closing: // it would have lost against a mailbox that has room
		return ErrClosed
	default:
	}
	select {
	case e.mailbox <- a:
	case <-e.closing:
		return ErrClosed
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	select {
	case <-a.done:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-e.done:
	}
	select {
	case <-a.done:
		return nil
	default:
		return ErrClosed // it came when the loop had ended
	}
}

// answer lets the caller go.
func (a *ask) answer(created string, err error) {
	a.created, a.err = created, err
	close(a.done)
}
