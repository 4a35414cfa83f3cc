package realtime

import (
	"slices"

	"patchcord/acd"
)

// Ask says of what the numbers are wanted. A list that is nil lets everything through. Agent queues do not count in
// any number (AG:concepts-queues-standard-and-agent).
type Ask struct {
	Queues   []acd.QueueID
	Channels []acd.Channel
	Profiles []acd.RoutingProfileID
	Statuses []acd.AgentStatusID
	Step     *acd.Expression // contacts whose active step has this expression, agents for whom it is true
	Subtypes []string        // of contacts, by their connect:Subtype; only a StillBySubtype can be asked for them
}

// Numbers are the numbers of the present. How each counts where queues or channels are asked for is told in A0150.
type Numbers struct {
	Online        int // agents whose status is not offline
	Staffed       int // agents whose status is routable
	NonProductive int // agents whose status is a custom one
	Available     int // agents who could be routed a contact now
	OnContact     int // agents with a contact connected, on hold, in after-contact work, paused or ringing outwards
	Error         int // agents with a contact that they missed or rejected, or that failed
	AfterContact  int // contacts in after-contact work, though Amazon calls it by agents

	SlotsMax       int // what the profiles of the agents online allow
	SlotsActive    int // contacts that make their agent be on contact
	SlotsAvailable int // contacts that could be routed to the agents now

	InQueue     int      // contacts in queue that ring at nobody
	OldestSince acd.Time // when the oldest of them was queued; zero: there is none
	Scheduled   int      // callbacks whose time has not come
}

// IsEmpty says whether there is nothing: nobody is online, nobody has a contact, nobody waits.
func (n Numbers) IsEmpty() bool { return n == Numbers{} }

// Count returns the numbers that are asked for.
func (s *Still) Count(ask Ask) Numbers {
	q := question{ask: ask, still: s}
	if ask.Step != nil {
		q.step = StepKey(ask.Step)
	}
	var n Numbers
	if ask.Subtypes != nil {
		q.countSubtypes(&n)
	} else {
		q.countLines(&n)
	}
	for _, a := range s.busy {
		if q.isOne(a) {
			q.countHands(a, &n)
		}
	}
	for profile, team := range s.teams { // order does not show: sums
		channels := q.channelsIn(profile)
		if channels == nil {
			continue
		}
		for _, a := range team {
			if q.isOne(a) {
				q.countAgent(a, channels, &n)
			}
		}
	}
	return n
}

// countLines adds what waits.
func (q *question) countLines(n *Numbers) {
	for _, l := range q.still.lines {
		if l.waiting == 0 || !q.wantsLine(l.Line) {
			continue
		}
		n.InQueue += l.waiting
		if n.OldestSince.IsZero() || l.oldest < n.OldestSince {
			n.OldestSince = l.oldest
		}
	}
	for due, many := range q.still.due { // order does not show: a sum
		if q.wantsLine(Line{QueueChannel: due}) {
			n.Scheduled += many
		}
	}
}

// question is an Ask while it is being answered.
type question struct {
	ask   Ask
	step  string
	still *Still
}

// admits says whether a list lets something through.
func admits[T comparable](list []T, one T) bool { return list == nil || slices.Contains(list, one) }

// wantsLine says whether the contacts of a line are asked for. Where profiles are, one of them must list it.
func (q *question) wantsLine(l Line) bool {
	if l.Queue.Type != acd.StandardQueue || !admits(q.ask.Queues, l.Queue.ID) || !admits(q.ask.Channels, l.Channel) ||
		q.ask.Step != nil && q.step != l.Step {
		return false
	}
	return q.ask.Profiles == nil || slices.ContainsFunc(q.ask.Profiles, func(id acd.RoutingProfileID) bool {
		profile := q.still.profiles[id]
		_, listed := profile.Entry(acd.QueueChannel{QueueID: l.Queue.ID, Channel: l.Channel})
		return listed
	})
}

// isOne says whether an agent himself is asked for, whatever he serves.
func (q *question) isOne(a *agent) bool {
	if !admits(q.ask.Profiles, a.profile) || !admits(q.ask.Statuses, a.StatusID) {
		return false
	}
	return q.ask.Step == nil || q.ask.Step.Fits(a.UserID, a.skills)
}

// channelsIn returns on which channels the agents of a profile serve what is asked for; nil: they do not. Without
// queues that is every channel that the profile allows.
func (q *question) channelsIn(id acd.RoutingProfileID) (channels []acd.Channel) {
	profile := q.still.profiles[id]
	for _, m := range profile.Concurrency {
		listed := q.ask.Queues == nil || slices.ContainsFunc(profile.Queues, func(e acd.ProfileQueue) bool {
			return e.Channel == m.Channel && slices.Contains(q.ask.Queues, e.QueueID)
		})
		if listed && admits(q.ask.Channels, m.Channel) {
			channels = append(channels, m.Channel)
		}
	}
	return channels
}

// countHands adds the contacts in an agent's hands that came from the queues that are asked for.
func (q *question) countHands(a *agent, n *Numbers) {
	for _, h := range a.Hands {
		if !isActive(h) || !admits(q.ask.Channels, h.Channel) || !q.isOf(h.ContactID) {
			continue
		}
		if q.ask.Queues != nil && (h.Queue.Type != acd.StandardQueue || !slices.Contains(q.ask.Queues, h.Queue.ID)) {
			continue
		}
		n.SlotsActive++
		if h.State == acd.HandEnded {
			n.AfterContact++
		}
	}
}

// isActive says whether a contact in hand makes its agent be on contact (AG:metrics-definitions, "Agents on contact").
func isActive(h acd.AgentContact) bool {
	return h.State != acd.HandConnecting && !h.State.Blocks() || h.State == acd.HandConnecting && h.Outbound
}

// countAgent adds an agent who serves what is asked for on some channels.
func (q *question) countAgent(a *agent, channels []acd.Channel, n *Numbers) {
	switch a.kind {
	case acd.Routable:
		n.Online++
		n.Staffed++
	case acd.Custom:
		n.Online++
		n.NonProductive++
	}
	var onContact, failed bool
	for _, h := range a.Hands {
		if slices.Contains(channels, h.Channel) && q.isOf(h.ContactID) {
			onContact = onContact || isActive(h)
			failed = failed || h.State.Blocks()
		}
	}
	if onContact {
		n.OnContact++
	}
	if failed {
		n.Error++
	}
	most, free := room(a, channels)
	if a.kind != acd.Offline {
		n.SlotsMax += most
	}
	if a.kind == acd.Routable {
		n.SlotsAvailable += free
	}
	if a.open && free > 0 {
		n.Available++
	}
}

// room returns how many contacts an agent may have on some channels, and how many he could be routed still. Channels
// beside which nothing else is routed do not add up: only the widest of them counts, after all others.
// One voice contact or three chats make three (AG23:real-time-metrics-definitions, "Availability").
func room(a *agent, channels []acd.Channel) (most, free int) {
	var alone, freeAlone int32
	for _, s := range a.slots {
		switch {
		case !slices.Contains(channels, s.Channel):
		case s.Alone:
			alone, freeAlone = max(alone, s.Max), max(freeAlone, s.Free)
		default:
			most += int(s.Max)
			free += int(max(0, s.Free))
		}
	}
	return most + int(alone), free + int(max(0, freeAlone))
}
