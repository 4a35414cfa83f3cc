package connect

import (
	"context"
	"iter"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/history"
	"patchcord/instance"
)

// Engine is what the front door needs of the engine: to decide a command, to look at what is committed, and to find a
// contact, living or ended.
type Engine interface {
	Do(ctx context.Context, id acd.InstanceID, cmd acd.Command) (created string, err error)
	View(fn func(*account.Account))
	Contact(instance acd.InstanceID, id acd.ContactID) (acd.Contact, bool, error)
}

// Records is what the front door asks of the contacts that were, together with those that live.
type Records interface {
	Tree(instance acd.InstanceID, root acd.ContactID) ([]acd.Contact, error)
	Search(q history.Query) (history.Answer, error)
}

// Past is what reports need: the contacts that ended from one instant on and before another, and the times that users
// spent in a status and that ended after an instant.
type Past interface {
	Ended(id acd.InstanceID, from, before acd.Time) iter.Seq2[acd.Contact, error]
	Spells(id acd.InstanceID, from acd.Time) ([]acd.StatusSpell, error)
}

// do asks the engine for something in an instance. A request whose ids point elsewhere is refused before.
func (h *handlers) do(c *Call, p *place, cmd acd.Command) (created string, err error) {
	if p.err != nil {
		return "", p.err
	}
	return h.engine.Do(context.WithoutCancel(c.Context), p.instance, cmd) // seen through, whoever waits for it
}

// look lets fn read an instance as it is committed. The values of acd that fn took out may be kept, the instance not.
func look[T any](h *handlers, p *place, fn func(*instance.Instance) (T, error)) (found T, err error) {
	if p.err != nil {
		return found, p.err
	}
	err = acd.Errorf(acd.NotFound, "instance %s does not exist", p.instance)
	h.engine.View(func(a *account.Account) {
		if i, ok := a.Instance(p.instance); ok {
			found, err = fn(i)
		}
	})
	return found, err
}
