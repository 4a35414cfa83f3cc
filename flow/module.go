package flow

import (
	"fmt"
	"strconv"

	"patchcord/acd"
)

// The actions that let something else run: a module, or the flow of a new task.
const (
	moduleName     = "InvokeFlowModule"
	returnName     = "EndFlowModuleExecution"
	createTaskName = "CreateTask"
)

// taskDelayMax is how many seconds a task may be put off: six days (DG:createtask).
const taskDelayMax = 518_400

// epochSecondsMax is the year 9999.
const epochSecondsMax = 253_402_300_799

func moduleKinds() []kind {
	return []kind{
		{name: moduleName, failures: someError, may: noMatch, results: equalToAny(), read: (*parser).module},
		{name: returnName, ends: always, read: (*parser).returns},
		{name: createTaskName, failures: someError, read: (*parser).createTask},
	}
}

// module reads the parameters of InvokeFlowModule (DG:flow-language-actions-invoke-flow-module). What a module is
// given, and the ways in which it returns, are on no page yet (A0294).
func (p *parser) module(parameters value) request {
	p.only("Parameters", parameters, "FlowModuleId", "Input")
	return moduleNamed{p.operand("Parameters.FlowModuleId", parameters.get("FlowModuleId")),
		p.data("Parameters.Input", parameters.get("Input"))}
}

type moduleNamed struct {
	id    operand
	input value
}

func (m moduleNamed) resolve(s *Scene) (Effect, error) {
	id, err := m.id.resolveID(s)
	if err != nil {
		return nil, err
	}
	input, err := pathsOf(m.input, s)
	return RunModule{acd.FlowModuleID(id), input}, err
}

// returns reads the parameters of EndFlowModuleExecution (DG:endflowmoduleexecution, A0294).
func (p *parser) returns(parameters value) request {
	p.only("Parameters", parameters, "Result", "ResultData")
	r := returning{data: p.data("Parameters.ResultData", parameters.get("ResultData"))}
	if v := parameters.get("Result"); v.exists() {
		r.result = readTemplate(p.text("Parameters.Result", v))
	}
	return r
}

type returning struct {
	result template
	data   value
}

func (r returning) resolve(s *Scene) (Effect, error) {
	result, err := r.result.resolve(s)
	if err != nil {
		return nil, err
	}
	data, err := pathsOf(r.data, s)
	return Return{result, data}, err
}

// createTask reads the parameters of CreateTask (DG:createtask, AG:create-task-block).
func (p *parser) createTask(parameters value) request {
	p.only("Parameters", parameters, "ContactFlowId", "Attributes", "Name", "Description", "References", "DelaySeconds",
		"ScheduledTime", "TaskTemplateId")
	t := creatingTask{}
	for _, one := range []struct {
		name string
		to   *template
	}{{"ContactFlowId", &t.flow}, {"Name", &t.name}, {"Description", &t.description}, {"ScheduledTime", &t.scheduled},
		{"TaskTemplateId", &t.template}} {
		if v := parameters.get(one.name); v.exists() {
			if v.kind == '0' {
				v = value{kind: '"', text: v.text}
			}
			*one.to = readTemplate(p.text("Parameters."+one.name, v))
		}
	}
	if t.flow == nil && t.template == nil {
		p.problem("Parameters has neither ContactFlowId nor TaskTemplateId; give one of them")
	}
	if t.name == nil && t.template == nil {
		p.problem("Parameters.Name is missing; give the task a name")
	}
	if v := parameters.get("DelaySeconds"); v.exists() {
		q := p.quantity("Parameters.DelaySeconds", v, 1, taskDelayMax)
		if t.delay = &q; t.scheduled != nil {
			p.problem("Parameters has both DelaySeconds and ScheduledTime; give one of them")
		}
	}
	attributes, references := parameters.get("Attributes"), parameters.get("References")
	for _, m := range attributes.members {
		t.attributes = append(t.attributes, p.attribute("Parameters.Attributes", m))
	}
	for _, m := range references.members {
		t.references = append(t.references, p.reference(m))
	}
	return t
}

type creatingTask struct {
	flow, name, description, scheduled, template template
	delay                                        *quantity
	attributes                                   []attribute
	references                                   []flowReference
}

func (t creatingTask) resolve(s *Scene) (Effect, error) {
	var task CreateTask
	var flow, at string
	for _, one := range []struct {
		from template
		to   *string
	}{{t.flow, &flow}, {t.name, &task.Name}, {t.description, &task.Description}, {t.template, &task.TemplateID},
		{t.scheduled, &at}} {
		var err error
		if *one.to, err = one.from.resolve(s); err != nil {
			return nil, err
		}
	}
	task.Flow = acd.FlowID(acd.IDOf(flow))
	if t.delay != nil {
		n, err := t.delay.resolve(s)
		if err != nil {
			return nil, err
		}
		task.Delay = acd.Seconds(int32(n))
	}
	if at != "" {
		seconds, err := strconv.ParseInt(at, 10, 64)
		if err != nil || seconds <= 0 || seconds > epochSecondsMax {
			return nil, fmt.Errorf("%s is no time in seconds since 1970", quote(at))
		}
		task.At = acd.Time(seconds * int64(acd.Second))
	}
	var err error
	if task.Attributes, err = resolveAll(t.attributes, s); err != nil {
		return nil, err
	}
	task.References, err = resolveReferences(t.references, s)
	return task, err
}
