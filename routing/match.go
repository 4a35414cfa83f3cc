package routing

import (
	"cmp"
	"slices"

	"patchcord/acd"
)

// matcher finds who may be paired. The plain one looks at everybody and is obviously right; a fast one must agree with
// it on every story.
type matcher interface {
	line() []*agent                       // the agents who might take something, longest available first
	best(a *agent, now acd.Time) *contact // the first of the waiting contacts in the agent's order, nil: none
}

// match offers contacts until nobody who fits is left waiting beside an agent with room for him. Agents choose in their
// idle order; one who has been matched in this instant and still has room goes to the end of the line and may choose
// again. As all contacts share one order over the agents, this is the stable matching, and there is only one.
func (r *Router) match() {
	now := r.say.Now()
	if now < r.quiet || len(r.waiting) == 0 || r.free == 0 {
		return
	}
	line := r.matcher.line()
	for len(line) > 0 && len(r.waiting) > 0 {
		a := line[0]
		line = line[1:]
		if c := r.matcher.best(a, now); c != nil {
			r.offer(c, a)
			if hasAnySlot(a) {
				line = append(line, a)
			}
		}
	}
}

// reckon counts an agent anew among those who could take something, after anything about him has changed. While there
// are none, nobody need be asked.
func (r *Router) reckon(a *agent) {
	free := a.present && r.open(a) && hasAnySlot(a)
	if free == a.free {
		return
	}
	a.free = free
	if free {
		r.free++
	} else {
		r.free--
	}
}

// plain is the matcher that asks every agent about every waiting contact.
type plain struct{ r *Router }

func (p plain) line() []*agent {
	var line []*agent
	for _, a := range p.r.present {
		if p.r.open(a) && hasAnySlot(a) {
			line = append(line, a)
		}
	}
	now := p.r.say.Now()
	slices.SortFunc(line, func(a, b *agent) int {
		return cmp.Or(cmp.Compare(p.r.matchedAt(a, now), p.r.matchedAt(b, now)), a.Idle.Compare(b.Idle))
	})
	return line
}

// matchedAt returns how many of the contacts in an agent's hands were offered to him in this very instant. Whoever has
// got one chooses again after all others, also where the instant brings more than one round of matching (A0095).
func (r *Router) matchedAt(a *agent, now acd.Time) int {
	n := 0
	for i := range a.Hands {
		h := &a.Hands[i]
		switch {
		case h.Since != now || h.State.Blocks():
		case h.State == acd.HandConnecting || r.contacts[h.ContactID].Agent.OfferedAt == now:
			n++
		}
	}
	return n
}

func (p plain) best(a *agent, now acd.Time) *contact {
	var best *contact
	var first rank
	for _, c := range p.r.waiting {
		if k, ok := eligible(a, c, now); ok && (best == nil || k.before(first)) {
			best, first = c, k
		}
	}
	return best
}

// startWaiting puts a contact among those who wait.
func (r *Router) startWaiting(c *contact) {
	c.wait = len(r.waiting)
	r.waiting = append(r.waiting, c)
}

// stopWaiting takes a contact out, if it is among them; the last one takes its place.
func (r *Router) stopWaiting(c *contact) {
	if c.wait < 0 {
		return
	}
	last := len(r.waiting) - 1
	r.waiting[c.wait] = r.waiting[last]
	r.waiting[c.wait].wait = c.wait
	r.waiting[last] = nil
	r.waiting = r.waiting[:last]
	c.wait = -1
}
