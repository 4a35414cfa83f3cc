package instance

import (
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
		return i.enter(e, effect.Module)
	case flow.Return:
		return i.leave(e)
	case flow.CreateTask:
		return i.createTask(e, effect)
	}
	panic("a flow asked for what the instance does not know")
}

// enter lets a module run. It begins with nothing that the flow has gathered, invokes no module itself, and only
// inbound flows have modules (AG:contact-flow-modules).
func (i *Instance) enter(e *errand, id acd.FlowModuleID) outcome {
	inner := e.FlowRun
	inner.Module, inner.Loops, inner.Data = id, nil, nil
	inner.Outer = &acd.FlowFrame{Action: e.Action, Loops: e.Loops, Data: e.Data}
	module, _ := i.directory.FlowModule(id)
	script, ok := i.scriptOf(inner)
	if !ok || e.Module != "" || module.State == acd.FlowArchived || flowTypeAt(e.Cause) != FlowInbound {
		return failed(flow.NoMatchingError)
	}
	e.FlowRun, e.flow = inner, script
	e.Action = script.Start()
	return outcome{jumps: true}
}

// leave ends a module: the flow goes on behind the block that has invoked it, with what it had gathered. Outside a
// module there is nowhere to return to.
func (i *Instance) leave(e *errand) outcome {
	if e.Module == "" {
		return failed(flow.NoMatchingError)
	}
	outer := e.Outer
	e.Module, e.Outer = "", nil
	script, ok := i.scriptOf(e.FlowRun)
	if !ok || !script.Has(outer.Action) {
		i.fail(e, "the flow that has invoked the module is not as it was")
		return outcome{done: true}
	}
	e.flow, e.Action, e.Loops, e.Data = script, outer.Action, outer.Loops, outer.Data
	return outcome{}
}

// createTask brings in a task, as StartTaskContact does.
func (i *Instance) createTask(e *errand, task flow.CreateTask) outcome {
	if i.tasksAt != i.now {
		i.tasksAt, i.tasks = i.now, 0
	}
	if i.tasks++; i.tasks > tasksPerInstant {
		return failed(flow.NoMatchingError)
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
		return outcome{Outcome: flow.Outcome{Failure: flow.NoMatchingError}, why: err.Error()}
	}
	e.forget("Task")
	e.gather("Task", map[string]string{"ContactId": created})
	return outcome{}
}
