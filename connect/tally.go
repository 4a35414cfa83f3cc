package connect

import (
	"patchcord/acd"
	"patchcord/engine"
	"patchcord/instance"
	"patchcord/realtime"
)

// Clock says what time it is for contacts, which a manual clock may turn.
type Clock interface{ Now() acd.Time }

// Watch returns an observer for an engine that keeps a tally. The tally may then be read wherever the engine shows its
// committed state, and nowhere else: what keeps readers of the state apart from its writer keeps those of the tally.
func Watch(t *realtime.Tally) func(engine.Sighting) {
	return func(s engine.Sighting) {
		if s.Cut {
			t.Cut(s.Account.Instances())
			return
		}
		i, _ := s.Account.Instance(s.Event.Instance)
		t.See(s.Event, i)
	}
}

// board returns the board of an instance. A server without a tally counts anew each time, and then knows nothing of the
// pace of a queue. It must be called while the instance is being looked at.
func (h *handlers) board(i *instance.Instance) *realtime.Board {
	if h.tally != nil {
		if b, ok := h.tally.Board(i.ID()); ok {
			return b
		}
	}
	return realtime.Recount(i)
}

// now returns the time of contacts, zero without a clock. It must not be called while an instance is being looked at.
func (h *handlers) now() acd.Time {
	if h.clock == nil {
		return 0
	}
	return h.clock.Now()
}
