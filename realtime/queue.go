package realtime

import (
	"cmp"

	"patchcord/acd"
	"patchcord/instance"
)

// Position returns the place of a contact in its line, from 1: how many of the same queue, channel and routing step are
// routed before it, and one (A0152). A contact that rings keeps its place; one that is in no queue has none.
func (b *Board) Position(id acd.ContactID) (int, bool) {
	c, ok := b.contacts[id]
	if !ok || !c.queued {
		return 0, false
	}
	place := 1
	if l := b.lines[c.line]; l != nil {
		for _, other := range l.waiting {
			if other != c && other.ahead(c) {
				place++
			}
		}
	}
	return place, true
}

// ContactWait estimates how long a contact in queue will wait on (A0153).
func (b *Board) ContactWait(id acd.ContactID, now acd.Time) (acd.Duration, bool) {
	place, ok := b.Position(id)
	if !ok {
		return 0, false
	}
	l := b.lines[b.contacts[id].line]
	if l == nil {
		return 0, false
	}
	return l.wait(now, place)
}

// Wait estimates how long a contact will wait that enters a line now. Where nobody waits and an agent could take it, it
// will not (A0153).
func (b *Board) Wait(i *instance.Instance, key Line, now acd.Time) (acd.Duration, bool) {
	l := b.lines[key]
	ahead := 0
	if l != nil {
		ahead = len(l.waiting)
	}
	if ahead == 0 {
		ask := Ask{Queues: []acd.QueueID{key.Queue.ID}, Channels: []acd.Channel{key.Channel}}
		if l != nil && key.Step != "" {
			ask.Step = l.expression
		}
		if (key.Step == "" || ask.Step != nil) && b.Count(i, ask).Available > 0 {
			return 0, true
		}
	}
	if l == nil {
		return 0, false
	}
	return l.wait(now, ahead+1)
}

// Step is the expression of a routing step with the key of its line.
type Step struct {
	Key        string
	Expression *acd.Expression
}

// Steps returns the routing steps that contacts of a queue wait at, on some channels or, where none is named, on all.
func (b *Board) Steps(queue acd.QueueID, channels []acd.Channel) []Step {
	found := map[string]*acd.Expression{}
	for key, l := range b.lines { // order does not show: sorted below
		if key.Step != "" && key.Queue == (acd.QueueRef{Type: acd.StandardQueue, ID: queue}) && len(l.waiting) > 0 &&
			admits(channels, key.Channel) {
			found[key.Step] = l.expression
		}
	}
	var all []Step
	for _, key := range sortedKeys(found, cmp.Compare[string]) {
		all = append(all, Step{key, found[key]})
	}
	return all
}
