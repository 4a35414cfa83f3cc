package routing

import "patchcord/acd"

// Slots tells, channel by channel of his routing profile, how much room an agent has. It is empty for users who have
// never set a status.
func (r *Router) Slots(id acd.UserID) []acd.Slots {
	a, ok := r.users[id]
	if !ok || !a.present {
		return nil
	}
	all := make([]acd.Slots, 0, len(a.profile.Concurrency))
	for i := range a.profile.Concurrency {
		own := &a.profile.Concurrency[i]
		s := acd.Slots{Channel: own.Channel, Max: own.Max, Alone: own.CrossChannel != acd.RouteAnyChannel}
		for n := range a.Hands {
			if a.Hands[n].Channel == own.Channel && a.Hands[n].State.HoldsSlot() {
				s.Used++
			}
		}
		if hasSlot(a, own.Channel) {
			s.Free = own.Max - s.Used
		}
		all = append(all, s)
	}
	return all
}

// IsOpen says whether an agent may be offered anything at all.
func (r *Router) IsOpen(id acd.UserID) bool {
	a, ok := r.users[id]
	return ok && a.present && r.open(a)
}
