package realtime

import (
	"cmp"
	"maps"
	"slices"

	"patchcord/acd"
)

// Still is a board at one instant. It does not change any more, so that many questions can be answered by it while life
// goes on.
type Still struct {
	At       acd.Time
	profiles map[acd.RoutingProfileID]acd.RoutingProfile
	teams    map[acd.RoutingProfileID][]*agent // by profile
	busy     []*agent                          // those who have something in hand
	lines    []stillLine                       // by queue, channel and step
	due      map[QueueChannel]int              // callbacks whose time has not come
	subtypes *subtypes                         // nil: nobody asks for them
}

// stillLine is a line at one instant.
type stillLine struct {
	Line
	expression *acd.Expression
	waiting    int
	oldest     acd.Time // when the first of them was queued
	left       int      // how many have left it that count for its pace
	leftSince  acd.Time // and since when
}

// Still returns the board as it is now.
func (b *Board) Still(now acd.Time) *Still {
	s := &Still{At: now, profiles: map[acd.RoutingProfileID]acd.RoutingProfile{},
		teams: map[acd.RoutingProfileID][]*agent{}, due: maps.Clone(b.due)}
	for id, p := range b.profiles { // order does not show: a map again
		s.profiles[id] = p
	}
	for _, a := range b.agents { // order does not show: only sums are made of them
		s.teams[a.profile] = append(s.teams[a.profile], a)
		if len(a.Hands) > 0 {
			s.busy = append(s.busy, a)
		}
	}
	for _, key := range sortedKeys(b.lines, Line.compare) {
		l := b.lines[key]
		still := stillLine{Line: key, expression: l.expression, waiting: len(l.waiting)}
		if still.waiting > 0 {
			still.oldest = l.waiting[0].since
		}
		still.left, still.leftSince = l.pace(now)
		s.lines = append(s.lines, still)
	}
	return s
}

// compare orders lines by queue, channel and step.
func (l Line) compare(other Line) int {
	return cmp.Or(l.QueueChannel.compare(other.QueueChannel), cmp.Compare(l.Step, other.Step))
}

// Wait estimates how long a contact will wait that enters a line of a standard queue now. Where nobody waits and an
// agent could take it, it will not (A0153).
func (s *Still) Wait(queue acd.QueueID, channel acd.Channel, step *acd.Expression) (acd.Duration, bool) {
	key := Line{QueueChannel: QueueChannel{acd.QueueRef{Type: acd.StandardQueue, ID: queue}, channel}}
	if step != nil {
		key.Step = StepKey(step)
	}
	var of stillLine
	if n, ok := slices.BinarySearchFunc(s.lines, key, func(l stillLine, k Line) int { return l.compare(k) }); ok {
		of = s.lines[n]
	}
	if of.waiting == 0 {
		ask := Ask{Queues: []acd.QueueID{queue}, Channels: []acd.Channel{channel}, Step: step}
		if s.Count(ask).Available > 0 {
			return 0, true
		}
	}
	return estimate(s.At, of.waiting+1, of.left, of.leftSince)
}

// Steps returns the routing steps that contacts of a queue wait at, on some channels or, where none is named, on all,
// in an order of their own.
func (s *Still) Steps(queue acd.QueueID, channels []acd.Channel) []*acd.Expression {
	found := map[string]*acd.Expression{}
	for _, l := range s.lines {
		if l.Step != "" && l.Queue == (acd.QueueRef{Type: acd.StandardQueue, ID: queue}) && l.waiting > 0 &&
			admits(channels, l.Channel) {
			found[l.Step] = l.expression
		}
	}
	var all []*acd.Expression
	for _, key := range sortedKeys(found, cmp.Compare[string]) {
		all = append(all, found[key])
	}
	return all
}

// QueuesOf returns the queues that profiles list, in the order of their ids.
func (s *Still) QueuesOf(profiles []acd.RoutingProfileID) []acd.QueueID {
	var all []acd.QueueID
	for _, id := range profiles {
		for _, e := range s.profiles[id].Queues {
			all = append(all, e.QueueID)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// ProfilesOf returns the profiles that list one of some queues, in the order of their ids.
func (s *Still) ProfilesOf(queues []acd.QueueID) []acd.RoutingProfileID {
	var all []acd.RoutingProfileID
	for _, id := range sortedKeys(s.profiles, cmp.Compare[acd.RoutingProfileID]) {
		if slices.ContainsFunc(s.profiles[id].Queues, func(e acd.ProfileQueue) bool {
			return slices.Contains(queues, e.QueueID)
		}) {
			all = append(all, id)
		}
	}
	return all
}

// Lines returns how many lines the board keeps, those included whose pace alone is of interest.
func (s *Still) Lines() int { return len(s.lines) }
