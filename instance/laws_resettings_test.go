package instance_test

import (
	"slices"

	"patchcord/acd"
)

// resettle changes a queue or a routing profile that people work with, or removes one.
func (l *life) resettle() {
	queue, profile := anyOf(l, l.queues), anyOf(l, l.profiles)
	known, _ := l.inst.Directory().RoutingProfile(profile)
	switch l.rng.IntN(8) {
	case 0:
		l.ask(acd.UpdateRoutingProfileConcurrency{ProfileID: profile, Concurrency: l.profile().Concurrency})
	case 1:
		l.ask(acd.UpdateRoutingProfileAgentAvailabilityTimer{ProfileID: profile, Timer: l.profile().AvailabilityTimer})
	case 2:
		l.reorder(known)
	case 3:
		if len(known.Queues) > 0 {
			l.ask(acd.DisassociateRoutingProfileQueues{ProfileID: profile,
				Queues: []acd.QueueChannel{anyOf(l, known.Queues).QueueChannel}})
		}
	case 4:
		var most *int32
		if l.oneIn(2) {
			most = new(int32(l.rng.IntN(5)))
		}
		l.ask(acd.UpdateQueueMaxContacts{QueueID: queue, MaxContacts: most})
	case 5:
		l.abandonQueue(queue)
	case 6:
		l.removeQueue(queue)
	default:
		if len(l.profiles) > 1 {
			if _, ok := l.ask(acd.DeleteRoutingProfile{ProfileID: profile}); ok {
				l.profiles = slices.DeleteFunc(l.profiles, func(id acd.RoutingProfileID) bool { return id == profile })
			}
		}
	}
}

// reorder gives some entries of a profile another priority and delay, among them perhaps one that it does not have.
func (l *life) reorder(p acd.RoutingProfile) {
	var entries []acd.ProfileQueue
	for _, e := range p.Queues {
		if len(entries) < 10 && l.oneIn(2) {
			entries = append(entries, l.entry(e.QueueID, e.Channel))
		}
	}
	if l.oneIn(10) {
		entries = append(entries, l.entry(anyOf(l, l.queues), acd.Email))
	}
	l.ask(acd.UpdateRoutingProfileQueues{ProfileID: p.ID, Queues: entries})
}

// removeQueue deletes a queue that is not the last, if nothing keeps it.
func (l *life) removeQueue(queue acd.QueueID) {
	if len(l.queues) == 1 {
		return
	}
	if _, ok := l.ask(acd.DeleteQueue{QueueID: queue}); ok {
		l.queues = slices.DeleteFunc(l.queues, func(id acd.QueueID) bool { return id == queue })
	}
}

// abandonQueue takes a queue out of every profile, so that it may be deleted when nobody waits there.
func (l *life) abandonQueue(queue acd.QueueID) {
	if len(l.queues) == 1 {
		return
	}
	other := l.queues[0]
	if other == queue {
		other = l.queues[1]
	}
	for _, p := range l.inst.Directory().RoutingProfiles() {
		if p.DefaultOutboundQueueID == queue {
			l.must(acd.UpdateRoutingProfileDefaultOutboundQueue{ProfileID: p.ID, QueueID: other})
		}
		var pairs []acd.QueueChannel
		for _, c := range acd.Channels() {
			pairs = append(pairs, acd.QueueChannel{QueueID: queue, Channel: c})
		}
		l.must(acd.DisassociateRoutingProfileQueues{ProfileID: p.ID, Queues: pairs, Manual: pairs})
	}
	l.removeQueue(queue)
}

// channelOf is a channel in an agent's hands.
type channelOf struct {
	user    acd.UserID
	channel acd.Channel
}

// load is what an agent holds of a channel, and what of it he has paused.
type load struct{ held, paused int32 }

// judgeHeld demands that an agent holds no more of a channel than he may, or than he held before his profile let him
// have less. Tasks that he has paused do not count, but he pauses no more than that; when he resumes them all he holds
// twice as many.
func (r *rules) judgeHeld(a *acd.Agent, profile []acd.Concurrency) {
	loads := map[acd.Channel]load{}
	for _, h := range a.Hands {
		if isTaken(h) || r.given[inHand{a.UserID, h.ContactID}] {
			continue // who was given something by hand may hold more than he may
		}
		now := loads[h.Channel]
		if now.held++; h.State == "PAUSED" {
			now.paused++
		}
		loads[h.Channel] = now
	}
	for _, c := range acd.Channels() {
		at := slices.IndexFunc(profile, func(m acd.Concurrency) bool { return m.Channel == c })
		may := load{}
		if at >= 0 {
			may.held = profile[at].Max
		}
		if c == acd.Task {
			may = load{2 * may.held, may.held}
		}
		now, before := loads[c], r.loads[channelOf{a.UserID, c}]
		if now.held > max(may.held, before.held) || now.paused > max(may.paused, before.paused) {
			r.life.fault("agent %s holds %+v of %s, held %+v, may hold %+v", a.UserID, now, c, before, may)
		}
		r.loads[channelOf{a.UserID, c}] = now
	}
}
