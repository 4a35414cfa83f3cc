package realtime

import "patchcord/acd"

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

// Wait estimates how long a contact in queue will wait on (A0153).
func (b *Board) Wait(id acd.ContactID, now acd.Time) (acd.Duration, bool) {
	place, ok := b.Position(id)
	if !ok {
		return 0, false
	}
	l := b.lines[b.contacts[id].line]
	if l == nil {
		return 0, false
	}
	left, since := l.pace(now)
	return estimate(now, place, left, since)
}
