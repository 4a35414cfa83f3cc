package instance

import (
	"slices"

	"patchcord/acd"
	"patchcord/flow"
)

// tasksPerInstant is how many tasks the flows of an instance create at one instant, so that one whose task runs the
// same flow comes to an end (A0262).
const tasksPerInstant = 100

// callOn runs the blocks that let something else run.
func (i *Instance) callOn(e *errand, effect flow.Effect) outcome {
	switch effect := effect.(type) {
	case flow.RunModule:
		return i.enter(e, effect)
	case flow.Return:
		return i.leave(e, effect)
	case flow.CreateTask:
		return i.createTask(e, effect)
	case flow.StartChat:
		return i.startChat(e, effect)
	}
	panic("a flow asked for what the instance does not know")
}

// modulesDeep is how many modules may be under way within each other (AG:contact-flow-modules, A0294).
const modulesDeep = 5

// enter lets a module run. It begins with what it is given and nothing else, and only inbound flows have modules
// (AG:contact-flow-modules).
func (i *Instance) enter(e *errand, effect flow.RunModule) outcome {
	inner := e.FlowRun
	inner.Module, inner.Loops, inner.Data = effect.Module, nil, nil
	if e.Outer != nil {
		inner.Further = append(slices.Clone(e.Further), *e.Outer)
	}
	inner.Outer = &acd.FlowFrame{Module: e.Module, Action: e.Action, Loops: e.Loops, Data: e.Data, Kept: e.Kept}
	inner.Kept = 0
	module, _ := i.directory.FlowModule(effect.Module)
	script, ok := i.scriptOf(inner)
	switch {
	case !ok || module.State == acd.FlowArchived:
		return refused(flow.NoMatchingError, "there is no module %s that can run", effect.Module)
	case flowTypeAt(e.Cause) != acd.FlowInbound:
		return refused(flow.NoMatchingError, "only inbound flows have modules")
	case len(inner.Further) >= modulesDeep:
		return refused(flow.NoMatchingError, "%d modules are under way within each other", modulesDeep)
	}
	e.FlowRun, e.flow = inner, script
	e.Action = script.Start()
	if len(effect.Input) > 0 {
		e.gather("Modules.Input", effect.Input)
	}
	return outcome{jumps: true}
}

// leave ends a module: the flow goes on behind the block that has invoked it, with what it had gathered and what the
// module gives back. Outside a module there is nowhere to return to.
func (i *Instance) leave(e *errand, effect flow.Return) outcome {
	if e.Module == "" {
		return refused(flow.NoMatchingError, "the flow is in no module")
	}
	outer := *e.Outer
	e.Module, e.Outer, e.Kept = outer.Module, nil, outer.Kept
	if last := len(e.Further) - 1; last >= 0 {
		e.Outer, e.Further = &e.Further[last], e.Further[:last:last]
	}
	if len(e.Further) == 0 {
		e.Further = nil
	}
	script, ok := i.scriptOf(e.FlowRun)
	if !ok || !script.Has(outer.Action) {
		i.fail(e, "the flow that has invoked the module is not as it was")
		return outcome{done: true}
	}
	e.flow, e.Action, e.Loops, e.Data = script, outer.Action, outer.Loops, outer.Data
	e.forget("Modules.Result")
	e.forget("Modules.ResultData")
	if effect.Result != "" {
		e.gather("Modules", map[string]string{"Result": effect.Result})
	}
	if len(effect.Data) > 0 {
		e.gather("Modules.ResultData", effect.Data)
	}
	return came(effect.Result)
}

// createTask brings in a task, as StartTaskContact does.
func (i *Instance) createTask(e *errand, task flow.CreateTask) outcome {
	if i.createdEnough() {
		return refused(flow.NoMatchingError, "flows have created %d contacts at this instant", tasksPerInstant)
	}
	start := acd.StartContact{
		Operation: "CreateTask", Channel: acd.Task, InitiationMethod: acd.API, FlowID: task.Flow, Name: task.Name,
		TaskTemplateID: acd.TaskTemplateID(acd.IDOf(task.TemplateID)), Description: task.Description,
		Attributes: task.Attributes, References: task.References, ScheduledAt: task.At,
	}
	if task.Delay > 0 {
		start.ScheduledAt = i.now.Add(task.Delay)
	}
	created, err := i.start(start, nil)
	if err != nil {
		return unless(err)
	}
	e.forget("Task")
	e.gather("Task", map[string]string{"ContactId": created})
	return outcome{}
}
