package instance

import (
	"patchcord/acd"
	"patchcord/flow"
)

// keysAhead is how many keys are kept that nobody has asked for yet (AG:touchtone-buffering).
const keysAhead = 30

// ahead returns the keys that the caller has entered before they were asked for.
func (e *errand) ahead() string {
	if e.Ahead == nil {
		return ""
	}
	return *e.Ahead
}

// keep keeps keys, as many as there is room for.
func (e *errand) keep(keys string) { e.Ahead = new(keys[:min(len(keys), keysAhead)]) }

// keepKeys begins to keep keys, or ends it.
func (e *errand) keepKeys(effect flow.KeepKeys) {
	kept := e.ahead()
	if effect.Store {
		e.gather("", map[string]string{"StoredCustomerInput": kept})
	}
	if e.Ahead = nil; effect.On {
		e.keep(kept)
	}
}

// takeAhead gives a block that asks what the caller has entered ahead. One that keeps its input waits for more where
// there may be more.
func (i *Instance) takeAhead(e *errand, ask flow.Ask) outcome {
	taken, left, enough := ask.Take(e.ahead())
	if !enough {
		return outcome{waits: true, until: i.now.Add(ask.Between)}
	}
	e.keep(left)
	return e.entered(ask, taken)
}

// enteredAfter gives a block that asks what the caller has entered ahead and now.
func (e *errand) enteredAfter(ask flow.Ask, input string) outcome {
	if e.Ahead == nil {
		return e.entered(ask, input)
	}
	taken, left, _ := ask.Take(*e.Ahead + input)
	e.keep(left)
	return e.entered(ask, taken)
}

// keepAhead keeps the keys that a caller enters while a flow of his that keeps them asks nothing.
func (i *Instance) keepAhead(c acd.Contact, input string) bool {
	for _, run := range c.Runs {
		if run.Ahead != nil && !run.IsFunction() && !c.Rests(run) {
			e := errand{FlowRun: run}
			e.keep(e.ahead() + input)
			i.Emit(acd.FlowWaiting{ContactID: c.ID, Run: e.FlowRun})
			return true
		}
	}
	return false
}
