package routing

import (
	"slices"

	"patchcord/acd"
)

// kin lists living contacts by the contact with which they belong together, which is not among them.
type kin map[acd.ContactID][]*contact

func (k kin) add(head acd.ContactID, c *contact) {
	if head != "" && head != c.ID {
		k[head] = append(k[head], c)
	}
}

func (k kin) remove(head acd.ContactID, c *contact) {
	rest := slices.DeleteFunc(k[head], func(other *contact) bool { return other == c })
	if len(rest) == 0 {
		delete(k, head)
		return
	}
	k[head] = rest
}

// all returns the living contacts that belong together, with the one they belong to if it lives, in no order that
// shows.
func (r *Router) all(k kin, head acd.ContactID) []*contact {
	list := k[head]
	if c, ok := r.contacts[head]; ok {
		list = append(slices.Clip(list), c)
	}
	return list
}

// Tree returns the living contacts that have a root in common, in no order that shows.
func (r *Router) Tree(root acd.ContactID) []acd.Contact {
	var tree []acd.Contact
	for _, c := range r.all(r.trees, root) {
		tree = append(tree, c.Contact)
	}
	return tree
}

// amend changes the data of those living contacts that an event is about.
func (r *Router) amend(e acd.Event) {
	id, chain, ok := acd.Amended(e.Body)
	if !ok {
		return
	}
	about := r.all(r.chains, chain)
	if c, lives := r.contacts[id]; lives && chain == "" {
		about = []*contact{c}
	}
	for _, c := range about {
		c.Amend(e)
		r.schedule(c)
	}
}
