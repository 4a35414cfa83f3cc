package engine

import (
	"maps"
	"slices"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/journal"
)

// archive takes the rows of a contact that has ended, or that has changed since, into a batch.
func (e *Engine) archive(b *batch, ended account.Ended) {
	b.ended = append(b.ended, ended)
	for _, row := range e.history.Rows(ended.Instance, ended.Contact) {
		b.addRow(row)
	}
}

// addRow takes a row into a batch.
func (b *batch) addRow(row journal.Entry) {
	b.rows = append(b.rows, row)
	b.bytes += len(row.Key) + len(row.Value)
}

// see archives a contact at the event that completes it, and returns those that are still to leave. What is said of it
// before is in it already; what is said afterwards is for amend.
func (e *Engine) see(b *batch, leaving []account.Ended, instance acd.InstanceID, id acd.ContactID) []account.Ended {
	at := placeOf(leaving, instance, id)
	if at < 0 {
		return leaving
	}
	e.archive(b, leaving[at])
	return slices.Delete(leaving, at, at+1)
}

func placeOf(list []account.Ended, instance acd.InstanceID, id acd.ContactID) int {
	return slices.IndexFunc(list, func(one account.Ended) bool {
		return one.Instance == instance && one.Contact.ID == id
	})
}

// amend writes anew the rows of contacts that had ended when an event changed their data: the contact itself, or all of
// its chain. History is a projection of the events, and this is where it follows them.
func (e *Engine) amend(b *batch, leaving []account.Ended, event acd.Event) error {
	id, chain, ok := acd.Amended(event.Body)
	if !ok {
		return nil
	}
	about, lived, err := e.named(b, leaving, event.Instance, id)
	if err != nil || about.ID == "" || lived && chain == "" {
		return err // or it has been forgotten meanwhile
	}
	all := []acd.Contact{about}
	if chain != "" {
		tree, err := e.endedTree(b, event.Instance, about.AssociationID)
		if err != nil {
			return err
		}
		all = slices.DeleteFunc(tree, func(c acd.Contact) bool { return c.FirstID() != chain })
	}
	for _, c := range all {
		c.Amend(event)
		e.archive(b, account.Ended{Instance: event.Instance, Contact: c})
	}
	return nil
}

// named returns the contact that an event names, and whether it lived when that happened: it may be about to leave.
func (e *Engine) named(b *batch, leaving []account.Ended, instance acd.InstanceID, id acd.ContactID) (
	c acd.Contact, lived bool, err error,
) {
	if i, ok := e.live.Instance(instance); ok {
		if c, ok := i.Contact(id); ok {
			return c, true, nil
		}
	}
	if at := placeOf(leaving, instance, id); at >= 0 {
		return leaving[at].Contact, true, nil
	}
	c, _, err = e.endedBy(b, instance, id)
	return c, false, err
}

// endedBy returns a contact that has left memory, in this batch or before, as it was last.
func (e *Engine) endedBy(b *batch, instance acd.InstanceID, id acd.ContactID) (acd.Contact, bool, error) {
	if c, ok := b.find(instance, id); ok {
		return c, true, nil
	}
	return e.history.Contact(instance, id)
}

// endedTree returns the contacts of a tree that have left memory, in this batch or before, as they were last, by id.
func (e *Engine) endedTree(b *batch, instance acd.InstanceID, root acd.ContactID) ([]acd.Contact, error) {
	tree, err := e.history.Tree(instance, root)
	if err != nil {
		return nil, err
	}
	byID := map[acd.ContactID]acd.Contact{}
	for _, c := range tree {
		byID[c.ID] = c
	}
	for _, one := range b.ended {
		if one.Instance == instance && one.Contact.AssociationID == root {
			byID[one.Contact.ID] = one.Contact
		}
	}
	tree = tree[:0]
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		tree = append(tree, byID[id])
	}
	return tree, nil
}

// Tree returns the contacts that have a root in common, living and ended, each once and in no order that shows. One
// that ends meanwhile is shown as it was when it lived.
func (e *Engine) Tree(instance acd.InstanceID, root acd.ContactID) (tree []acd.Contact, err error) {
	known := false
	e.View(func(a *account.Account) {
		if i, here := a.Instance(instance); here {
			known, tree = true, i.Tree(root)
		}
	})
	if !known {
		return nil, nil
	}
	ended, err := e.history.Tree(instance, root) // they leave memory only when their rows are there
	if err != nil {
		return nil, err
	}
	for _, c := range ended {
		if !slices.ContainsFunc(tree, func(other acd.Contact) bool { return other.ID == c.ID }) {
			tree = append(tree, c)
		}
	}
	return tree, nil
}
