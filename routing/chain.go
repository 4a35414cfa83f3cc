package routing

import (
	"cmp"
	"slices"

	"patchcord/acd"
)

// Chain returns the contacts that live of the chain that a living contact belongs to, in the order in which they came.
// Attributes are common to them all (AG:contacts-contact-chains-attributes).
func (r *Router) Chain(id acd.ContactID) []acd.ContactID {
	c := r.contacts[id]
	first := c.InitialID
	if first == "" {
		first = id
	}
	chain := slices.Clone(r.chains[first])
	if _, ok := r.contacts[first]; ok {
		chain = append(chain, first)
	}
	slices.SortFunc(chain, func(a, b acd.ContactID) int {
		return cmp.Compare(r.contacts[a].Number, r.contacts[b].Number)
	})
	return chain
}

// joinChain notes a contact that follows another one.
func (r *Router) joinChain(c *contact) {
	if c.InitialID != "" {
		r.chains[c.InitialID] = append(r.chains[c.InitialID], c.ID)
	}
}

// leaveChain forgets a contact that has ended.
func (r *Router) leaveChain(c *contact) {
	if c.InitialID == "" {
		return
	}
	left := slices.DeleteFunc(r.chains[c.InitialID], func(id acd.ContactID) bool { return id == c.ID })
	if r.chains[c.InitialID] = left; len(left) == 0 {
		delete(r.chains, c.InitialID)
	}
}
