package instance

import (
	"fmt"
	"strings"

	"patchcord/acd"
	"patchcord/flow"
)

// errand is the run of a flow that is under way for a contact. A run that an event of the contact's life has caused
// ends without ending the contact (A0103).
type errand struct {
	acd.FlowRun
	contact acd.ContactID
	flow    *flow.Flow
	blocks  int // how many have run in this instant

	asked   bool              // it has waited for a function
	resumed bool              // it has waited at the block that comes out now
	before  map[string]string // what it had gathered when that block began to wait
}

// outcome is how a block came out for the runner: as it leads on, or with a wait, or with the end of the run.
type outcome struct {
	flow.Outcome
	waits  bool
	until  acd.Time // of a wait; zero: until something else happens
	jumps  bool     // the run is at another block already
	why    string   // it failed, where the block itself does not know
	answer string   // of a function, for the log
	done   bool
}

// failed and came are the outcomes that lead on.
func failed(failure flow.Failure) outcome { return outcome{Outcome: flow.Outcome{Failure: failure}} }
func came(result string) outcome          { return outcome{Outcome: flow.Outcome{Result: result}} }

// lead lets the flow of a contact run from its start.
func (i *Instance) lead(id acd.ContactID) {
	c, _ := i.router.Contact(id)
	i.begin(id, "", c.FlowID)
}

// begin lets a flow run from its start for a contact.
func (i *Instance) begin(id acd.ContactID, cause acd.ContactHook, flow acd.FlowID) {
	e := errand{contact: id, FlowRun: acd.FlowRun{Cause: cause, FlowID: flow}, flow: i.parsed(flow)}
	e.Action = e.flow.Start()
	i.follow(&e)
}

// Lead lets the flow run that is set for an event in the life of a contact. Without an event it lets go on what has
// waited until now, or begins the contact's own flow. It is for the rooms of the instance.
func (i *Instance) Lead(id acd.ContactID, event acd.ContactHook) {
	c, _ := i.router.Contact(id)
	switch event {
	case "":
	case acd.HookCustomerRemaining:
		i.end(c, acd.ReasonExpired)
		return
	case acd.HookUnanswered:
		i.callAgain(c)
		return
	case acd.HookOutboundWhisper:
		i.whisperOut(c)
		return
	case acd.HookAutoDisconnected:
		i.autoDisconnected(c)
		return
	default:
		i.at(c, event)
		return
	}
	for _, run := range c.Runs {
		if !run.Until.IsZero() && run.Until <= i.now && !c.Rests(run) {
			i.resumeRun(id, run, i.timeIsUp)
			return
		}
	}
	if c.Callback != nil && c.FlowID == "" {
		i.queueCallback(c)
		return
	}
	if _, ok := i.directory.Flow(c.FlowID); !ok {
		i.fail(&errand{contact: id, FlowRun: acd.FlowRun{FlowID: c.FlowID}}, "the flow does not exist any more")
		return
	}
	i.lead(id)
}

// at lets the flow run that is set for an event in the life of a contact, or else the default one.
func (i *Instance) at(c acd.Contact, event acd.ContactHook) {
	f := c.FlowAt(event)
	if !c.HasFlowAt(event) {
		f = i.defaultAt(&c, event)
	}
	i.runAt(c, event, f)
}

// runAt lets a flow run at an event in the life of a contact; one that is gone does not run.
func (i *Instance) runAt(c acd.Contact, event acd.ContactHook, f acd.FlowID) {
	if f != "" && i.checkFlow(f, flowTypeAt(event)) == nil {
		i.begin(c.ID, event, f)
	}
}

// resumeRun lets a run that waits at a block go on; how says how that block came out.
func (i *Instance) resumeRun(id acd.ContactID, run acd.FlowRun, how func(*errand) outcome) {
	if run.IsFunction() {
		i.returned(id, run, nil, "the function did not answer in time")
		return
	}
	i.Emit(acd.FlowContinued{ContactID: id, Cause: run.Cause})
	e := errand{contact: id, FlowRun: run, resumed: true, before: run.Data}
	var ok bool
	if e.flow, ok = i.scriptOf(run); !ok {
		i.fail(&e, "the flow does not exist any more")
		return
	}
	if !e.flow.Has(run.Action) {
		i.fail(&e, "the block is not in the flow any more")
		return
	}
	e.Until, e.Ask, e.asked = 0, nil, run.Ask != nil
	if !e.asked {
		e.Silent = 0 // somebody was asked something, or time went by
	}
	if i.onwards(&e, how(&e)) {
		i.follow(&e)
	}
}

// timeIsUp is how a block comes out whose wait ends by itself. One that keeps an input keeps that there was none.
func (i *Instance) timeIsUp(e *errand) outcome {
	if e.ahead() != "" {
		if effect, _ := e.flow.Effect(e.Action, i.scene(e)); effect != nil {
			if ask, ok := effect.(flow.Ask); ok {
				return e.enteredAfter(ask, "")
			}
		}
	}
	if e.flow.Stores(e.Action) {
		e.gather("", map[string]string{"StoredCustomerInput": flow.Timeout})
	}
	out := outcome{Outcome: e.flow.TimeIsUp(e.Action)}
	if e.asked {
		out.why = "the function has not answered in time"
	}
	return out
}

// follow lets a flow run until it comes to a block that waits, its contact enters a queue (A0032), or it ends. A block
// that fails without a branch for it ends the contact (A0060). A flow that runs on and on without waiting for anything
// takes the error branch of the block it has come to, once, and then ends its contact (A0065).
func (i *Instance) follow(e *errand) {
	for {
		out := refused(flow.NoMatchingError, "ran %d blocks in one instant", e.blocks)
		if e.resumed = false; e.blocks != flow.BlocksPerRunMax {
			out = i.runLogged(e)
		}
		if !i.onwards(e, out) {
			return
		}
		if e.blocks++; e.blocks >= 2*flow.BlocksPerRunMax {
			i.fail(e, fmt.Sprintf("ran %d blocks in one instant", e.blocks))
			return
		}
	}
}

// onwards takes a run to the block that follows upon an outcome, and says whether there is one to run.
func (i *Instance) onwards(e *errand, out outcome) bool {
	switch {
	case out.done:
		return false
	case out.waits:
		e.Until = out.until
		i.Emit(acd.FlowWaiting{ContactID: e.contact, Run: e.FlowRun})
		return false
	case out.jumps:
		return true
	}
	s := i.scene(e)
	i.log(e, s, out)
	next, ok := e.flow.Next(e.Action, s, out.Outcome)
	if !ok {
		why := strings.TrimSpace(string(out.Failure) + " " + out.why + e.flow.Reason(e.Action, s))
		if e.blocks == flow.BlocksPerRunMax {
			why = out.why
		}
		i.fail(e, why)
		return false
	}
	e.Action = next
	return true
}

// fail says why a run cannot go on. The contact ends, where the flow is its own.
func (i *Instance) fail(e *errand, why string) {
	i.Emit(acd.FlowFailed{ContactID: e.contact, FlowID: e.FlowID, Action: e.Action, Error: why, Modules: e.modules()})
	if e.Cause == "" {
		i.router.End(e.contact, acd.ReasonFlow)
	}
}

// scriptOf returns what a run is in, if it is still there: a flow, or a module of it.
func (i *Instance) scriptOf(run acd.FlowRun) (*flow.Flow, bool) {
	if run.Module == "" {
		published, ok := i.directory.Flow(run.FlowID)
		if !ok {
			return nil, false
		}
		return i.within(run, published.Content), true
	}
	module, ok := i.directory.FlowModule(run.Module)
	if !ok || module.Status == acd.FlowSaved {
		return nil, false
	}
	return i.within(run, module.Content), true
}

func (i *Instance) parsed(id acd.FlowID) *flow.Flow {
	content, _ := i.directory.Flow(id)
	return i.parsedContent(content.Content)
}

func (i *Instance) parsedContent(content string) *flow.Flow {
	if f, ok := i.flows[content]; ok {
		return f
	}
	f, err := flow.Parse(content)
	if err != nil {
		panic("a published flow cannot be parsed: " + err.Error())
	}
	i.flows[content] = f
	return f
}
