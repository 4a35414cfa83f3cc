package realtime

import (
	"maps"
	"slices"

	"patchcord/acd"
)

// subtypes tells the contacts of a board apart by their connect:Subtype. Few ask for that, so it is counted when
// somebody does and not kept.
type subtypes struct {
	of      map[acd.ContactID]string
	waiting map[subtypeLine]waitingCount
	due     map[subtypeDue]int
}

// subtypeLine is a line's contacts of one subtype, subtypeDue the callbacks of one whose time has not come.
type (
	subtypeLine struct {
		Line
		subtype string
	}
	subtypeDue struct {
		QueueChannel
		subtype string
	}
)

// waitingCount is how many wait, and since when the first of them does.
type waitingCount struct {
	contacts int
	oldest   acd.Time
}

// StillBySubtype returns the board as it is now, of which single subtypes can be asked.
func (b *Board) StillBySubtype(now acd.Time) *Still {
	s := b.Still(now)
	s.subtypes = &subtypes{of: map[acd.ContactID]string{}, waiting: map[subtypeLine]waitingCount{},
		due: map[subtypeDue]int{}}
	for _, c := range b.contacts { // order does not show: counts and a minimum
		s.subtypes.of[c.id] = c.subtype
		if c.waits {
			key := subtypeLine{c.line, c.subtype}
			count := s.subtypes.waiting[key]
			if count.contacts++; count.contacts == 1 || c.since < count.oldest {
				count.oldest = c.since
			}
			s.subtypes.waiting[key] = count
		}
		if c.due.Channel != "" {
			s.subtypes.due[subtypeDue{c.due, c.subtype}]++
		}
	}
	return s
}

// Subtypes returns the subtypes that contacts have, in order.
func (s *Still) Subtypes() []string {
	if s.subtypes == nil {
		return nil
	}
	all := slices.Sorted(maps.Values(s.subtypes.of))
	return slices.Compact(slices.DeleteFunc(all, func(name string) bool { return name == "" }))
}

// countSubtypes adds what waits of the subtypes that are asked for.
func (q *question) countSubtypes(n *Numbers) {
	for key, count := range q.still.subtypes.waiting { // order does not show: sums and a minimum
		if !slices.Contains(q.ask.Subtypes, key.subtype) || !q.wantsLine(key.Line) {
			continue
		}
		n.InQueue += count.contacts
		if n.OldestSince.IsZero() || count.oldest < n.OldestSince {
			n.OldestSince = count.oldest
		}
	}
	for key, contacts := range q.still.subtypes.due { // order does not show: a sum
		if slices.Contains(q.ask.Subtypes, key.subtype) && q.wantsLine(Line{QueueChannel: key.QueueChannel}) {
			n.Scheduled += contacts
		}
	}
}

// isOf says whether a contact is of a subtype that is asked for.
func (q *question) isOf(id acd.ContactID) bool {
	return q.ask.Subtypes == nil || slices.Contains(q.ask.Subtypes, q.still.subtypes.of[id])
}
