package instance

import (
	"slices"

	"patchcord/acd"
	"patchcord/flow"
)

// This file invokes the functions of flows, waited for or not (AG:invoke-lambda-function-block, A0260, A0276).

// functionFault is where the run of a function keeps why there is no answer.
const functionFault = "Fault"

// functionsMax is how long functions may take in all that follow upon each other without a prompt between
// (AG:connect-lambda-functions, A0260).
const functionsMax = 20 * acd.Second

// invoke asks a function. The block waits for it, or its flow goes on and the function has a run of its own.
func (i *Instance) invoke(e *errand, effect flow.Invoke) outcome {
	ask := &acd.FunctionAsk{ID: i.NewID(0), ARN: effect.ARN, Attributes: effect.Attributes, Nested: effect.Nested}
	until := i.now.Add(effect.Limit)
	if !effect.Async {
		if e.Silent.IsZero() {
			e.Silent = i.now
		}
		if end := e.Silent.Add(functionsMax); i.now >= end {
			return refused(flow.NoMatchingError, "functions have taken %d seconds without a word between",
				functionsMax/acd.Second)
		} else if e.Ask = ask; until > end {
			until = end
		}
		return outcome{waits: true, until: until}
	}
	c, _ := i.router.Contact(e.contact)
	if len(c.FunctionRuns()) >= acd.FunctionRunsMax {
		return refused(flow.NoMatchingError, "too many functions were invoked")
	}
	i.Emit(acd.FlowWaiting{ContactID: e.contact, Run: acd.FlowRun{Cause: acd.FunctionRun(ask.ID), FlowID: e.FlowID,
		Module: e.Module, Action: e.Action, Until: until, Ask: ask}})
	e.forget("LambdaInvocation")
	e.gather("LambdaInvocation", map[string]string{"InvocationId": ask.ID})
	return outcome{}
}

// readAnswer returns what a function has answered, by path below $.External, or why it has not.
func readAnswer(effect flow.Invoke, told acd.TellFunction) (found map[string]string, fault string) {
	if told.Fault != "" {
		return nil, told.Fault
	}
	found, err := effect.ReadResponse(told.Response)
	if err != nil {
		return nil, err.Error()
	}
	return found, ""
}

// returned keeps what a function has answered that nobody has waited for, and lets flows go on that wait for it now.
func (i *Instance) returned(id acd.ContactID, run acd.FlowRun, found map[string]string, fault string) {
	e := errand{contact: id, FlowRun: acd.FlowRun{Cause: run.Cause, FlowID: run.FlowID, Module: run.Module,
		Action: run.Action}}
	if e.gather("External", found); fault != "" {
		e.gather("", map[string]string{functionFault: fault})
	}
	i.Emit(acd.FlowWaiting{ContactID: id, Run: e.FlowRun})
	c, _ := i.router.Contact(id)
	for _, waiting := range c.Runs {
		if now, lives := i.router.Contact(id); !lives || now.HasEnded() {
			return
		} else if _, still := now.Run(waiting.Cause); !still {
			continue
		}
		script, ok := i.scriptOf(waiting)
		if !ok || waiting.IsFunction() || !script.Has(waiting.Action) {
			continue
		}
		effect, _ := script.Effect(waiting.Action, i.scene(&errand{contact: id, FlowRun: waiting}))
		if wait, ok := effect.(flow.Wait); ok && wait.Returned != "" && acd.FunctionRun(wait.Function) == run.Cause {
			i.resumeRun(id, waiting, func(*errand) outcome { return came(wait.Returned) })
		}
	}
}

// wait lets a flow rest. What it waits for may have come already, and a bot that is not there cannot leave; for a task
// one does not ask (AG:wait).
func (i *Instance) wait(e *errand, effect flow.Wait) outcome {
	c, _ := i.router.Contact(e.contact)
	if slices.Contains(effect.Events, flow.BotDisconnected) && c.Channel != acd.Task && c.Bot() == nil {
		return failed(flow.ParticipantNotFound)
	}
	if run, ok := c.Run(acd.FunctionRun(effect.Function)); effect.Returned != "" && ok && run.Ask == nil {
		return came(effect.Returned)
	}
	return outcome{waits: true, until: i.now.Add(effect.For)}
}

// load gathers what a function has answered under $.External.
func (i *Instance) load(e *errand, id string) outcome {
	c, _ := i.router.Contact(e.contact)
	run, ok := c.Run(acd.FunctionRun(id))
	why := ""
	switch {
	case !ok:
		why = "no function was invoked for this contact under the id " + id
	case run.Ask != nil:
		why = "the function has not answered yet"
	case run.Data[functionFault] != "":
		why = run.Data[functionFault]
	}
	e.forget("External")
	if why != "" {
		return refused(flow.NoMatchingError, "%s", why)
	}
	e.gather("", run.Data)
	return outcome{}
}
