package instance

import (
	"errors"
	"fmt"

	"patchcord/acd"
	"patchcord/flow"
)

// refused is the outcome of a block that fails for a reason which it cannot see itself.
func refused(failure flow.Failure, format string, args ...any) outcome {
	out := failed(failure)
	out.why = fmt.Sprintf(format, args...)
	return out
}

// unless is the outcome of a block that fails where there is an error.
func unless(err error) outcome {
	if err == nil {
		return outcome{}
	}
	message := err.Error()
	var told *acd.Error
	if errors.As(err, &told) {
		message = told.Message
	}
	return refused(flow.NoMatchingError, "%s", message)
}

// noQueue is the outcome of a block that is about a queue which is none.
func noQueue(q acd.QueueRef) outcome {
	if q.IsZero() {
		return refused(flow.NoMatchingError, "no queue is the working queue, and none is named")
	}
	return refused(flow.NoMatchingError, "there is no queue %s", q.ID)
}

// noRelated is the outcome of a block that is about the related contact, where none lives.
func noRelated() outcome { return refused(flow.NoMatchingError, "no related contact lives") }

// unqueued is the outcome of a block whose contact a queue does not take.
func (i *Instance) unqueued(failure flow.Failure, q acd.QueueRef) outcome {
	switch {
	case failure == flow.QueueAtCapacity:
		return refused(failure, "queue %s is full", q.ID)
	case !i.hasQueue(q):
		return outcome{Outcome: flow.Outcome{Failure: failure}, why: noQueue(q).why}
	}
	return refused(failure, "queue %s takes no such contact now: it is disabled, or the contact waits or is at work", q.ID)
}

// runLogged runs a block and logs one that ends the run, or leads to another flow, before it does.
func (i *Instance) runLogged(e *errand) outcome {
	before, logged := *e, false
	i.router.VisitContact(e.contact, func(c *acd.Contact) { logged = i.isLogged(c) })
	if logged && e.flow.IsLast(e.Action) { // it tells before the end
		i.logBlock(&before, i.scene(&before), outcome{})
		logged = false
	}
	var s *flow.Scene
	if logged {
		s = i.scene(&before)
	}
	out := i.run(e)
	if logged && (out.done || out.jumps) {
		i.logBlock(&before, s, outcome{})
	}
	return out
}

// log tells how a block came out, where the contact's flows are logged (AG:contact-flow-logs).
func (i *Instance) log(e *errand, s *flow.Scene, out outcome) {
	if !i.isLogged(s.Contact) {
		return
	}
	scene := *s
	if e.resumed {
		scene.Data = e.before
	}
	i.logBlock(e, &scene, out)
}

// logBlock writes the entries of a block that has come out.
func (i *Instance) logBlock(e *errand, s *flow.Scene, out outcome) {
	line := acd.FlowLogged{ContactID: e.contact, FlowID: e.FlowID, Action: e.Action, Type: e.flow.Type(e.Action),
		Parameters: e.flow.Parameters(e.Action), Result: out.Result, Modules: e.modules()}
	if out.Failure != "" {
		line.Result, line.Error = string(out.Failure), out.why+e.flow.Reason(e.Action, s)
	}
	for _, entry := range e.flow.Log(e.Action, s, out.Outcome) {
		line.Entry = &acd.LogEntry{Block: entry.Block, Parameters: entry.Parameters, Results: entry.Results}
		if flow.IsObject(out.answer) {
			line.Entry.Answer = out.answer
		}
		i.Emit(line)
	}
}

// modules returns the modules that a run is in, the innermost last.
func (e *errand) modules() []acd.FlowModuleID {
	var modules []acd.FlowModuleID
	for _, frame := range e.Further {
		if frame.Module != "" {
			modules = append(modules, frame.Module)
		}
	}
	if e.Outer != nil && e.Outer.Module != "" {
		modules = append(modules, e.Outer.Module)
	}
	if e.Module != "" {
		modules = append(modules, e.Module)
	}
	return modules
}
