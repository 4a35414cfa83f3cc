package routing

import (
	"slices"

	"patchcord/acd"
)

// KeepRuns notes on the runs that are in a flow or a module which an event replaces that they stay in what it held. It
// returns the numbers of the events whose predecessors runs are in. It is for Replay.
func (r *Router) KeepRuns(until int64, in func(acd.FlowID, acd.FlowModuleID) bool) map[int64]bool {
	used := map[int64]bool{}
	for _, c := range r.contacts { // order does not show: each is looked at by itself
		for i := range c.Runs {
			if c.Runs[i].IsIn(in) {
				c.Runs = slices.Clone(c.Runs)
				c.Runs[i].Keep(until, in)
			}
			for _, number := range c.Runs[i].KeptUntil() {
				used[number] = true
			}
		}
	}
	return used
}
