package routing

import "patchcord/acd"

// Staffing tells what waits in a queue and who is there for it, as a flow sees it (AG:check-staffing,
// AG:check-queue-status, AG:get-queue-metrics). Agents are counted as the board counts them (A0150).
type Staffing struct {
	Size          int      // contacts in queue that ring at nobody
	OldestSince   acd.Time // when the oldest contact was queued; zero: none is
	Online        int
	Staffed       int
	Available     int
	NonProductive int
	AfterContact  int
	Busy          int // with a contact, or being offered one
	Missed        int
	Error         int
}

// Staffing counts for a queue, of one channel or of all. The agent of an agent queue is whose it is.
func (r *Router) Staffing(q acd.QueueRef, channel acd.Channel) Staffing {
	var s Staffing
	for _, c := range r.contacts { // order does not show: counts and a minimum
		if !c.IsWaiting() || c.Queue != q || channel != "" && c.Channel != channel {
			continue
		}
		s.Size++
		if s.OldestSince.IsZero() || c.EnqueuedAt < s.OldestSince {
			s.OldestSince = c.EnqueuedAt
		}
	}
	for _, a := range r.present {
		if serves(a, q, channel) {
			s.count(r, a, channel)
		}
	}
	return s
}

// serves says whether an agent takes contacts from a queue, of one channel or of any.
func serves(a *agent, q acd.QueueRef, channel acd.Channel) bool {
	if q.Type == acd.AgentQueue {
		return q.ID == acd.QueueID(a.UserID)
	}
	for _, c := range acd.Channels() {
		if channel != "" && c != channel {
			continue
		}
		_, listed := a.profile.Entry(acd.QueueChannel{QueueID: q.ID, Channel: c})
		if _, able := a.profile.ConcurrencyOf(c); listed && able {
			return true
		}
	}
	return false
}

func (s *Staffing) count(r *Router, a *agent, channel acd.Channel) {
	switch r.statuses[a.StatusID] {
	case acd.Routable:
		s.Online++
		s.Staffed++
	case acd.Custom:
		s.Online++
		s.NonProductive++
	}
	if r.open(a) && (channel == "" && hasAnySlot(a) || channel != "" && hasSlot(a, channel)) {
		s.Available++
	}
	talking, working, missed, failed := false, false, false, false
	for i := range a.Hands {
		switch h := &a.Hands[i]; {
		case h.State.Talks():
			talking = true
		case h.State == acd.HandEnded:
			working = true
		case h.State == acd.HandMissed:
			missed = true
		case h.State == acd.HandError:
			failed = true
		}
	}
	s.Busy += count(talking)
	s.AfterContact += count(working)
	s.Missed += count(missed)
	s.Error += count(failed)
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
