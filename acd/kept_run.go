package acd

import "slices"

// This file is about runs that are in a content which is published no more.

// IsIn says whether the run is in something, or was in it before it came into a module, that was not replaced before.
func (r *FlowRun) IsIn(in func(FlowID, FlowModuleID) bool) bool {
	frame := func(f FlowFrame) bool { return f.Kept == 0 && in(r.FlowID, f.Module) }
	return r.Kept == 0 && in(r.FlowID, r.Module) || r.Outer != nil && frame(*r.Outer) ||
		slices.ContainsFunc(r.Further, frame)
}

// Keep notes that an event replaces what the run is in, or was in before it came into a module, where that is so and
// was not replaced before. What the run shares with others is not changed.
func (r *FlowRun) Keep(until int64, in func(FlowID, FlowModuleID) bool) {
	if r.Kept == 0 && in(r.FlowID, r.Module) {
		r.Kept = until
	}
	if r.Outer != nil {
		outer := *r.Outer
		outer.keep(r.FlowID, until, in)
		r.Outer = &outer
	}
	r.Further = slices.Clone(r.Further)
	for i := range r.Further {
		r.Further[i].keep(r.FlowID, until, in)
	}
}

func (f *FlowFrame) keep(flow FlowID, until int64, in func(FlowID, FlowModuleID) bool) {
	if f.Kept == 0 && in(flow, f.Module) {
		f.Kept = until
	}
}

// KeptUntil returns the numbers of the events that have replaced what the run is in or goes back to.
func (r *FlowRun) KeptUntil() []int64 {
	var numbers []int64
	note := func(number int64) {
		if number != 0 {
			numbers = append(numbers, number)
		}
	}
	note(r.Kept)
	if r.Outer != nil {
		note(r.Outer.Kept)
	}
	for _, f := range r.Further {
		note(f.Kept)
	}
	return numbers
}
