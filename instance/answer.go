package instance

import (
	"patchcord/acd"
	"patchcord/flow"
)

// answer runs the blocks that wait for somebody's answer.
func (i *Instance) answer(e *errand, effect flow.Effect) outcome {
	switch effect := effect.(type) {
	case flow.Ask:
		if e.ahead() != "" {
			return i.takeAhead(e, effect)
		}
		if i.options.Input != "" {
			return e.entered(effect, i.options.Input)
		}
		return outcome{waits: true, until: i.now.Add(effect.Limit)}
	case flow.KeepKeys:
		e.keepKeys(effect)
		return outcome{}
	case flow.AskBot:
		e.Ahead = nil
		if effect.Limit == 0 {
			return outcome{waits: true}
		}
		return outcome{waits: true, until: i.now.Add(effect.Limit)}
	case flow.Invoke:
		return i.invoke(e, effect)
	case flow.LoadResult:
		return i.load(e, effect.ID)
	}
	return i.callOn(e, effect)
}

// entered is how a question comes out that got keys. What is longer than an input may be is not heard.
func (e *errand) entered(ask flow.Ask, input string) outcome {
	if ask.Store {
		input, _, _ = ask.Take(input)
	}
	out := ask.Answered(input)
	if ask.Store && out.Failure == "" {
		e.gather("", map[string]string{"StoredCustomerInput": ask.Stored(input)})
	}
	return outcome{Outcome: out}
}

// tellFlow tells the flow of a contact what it waits for.
func (i *Instance) tellFlow(cmd acd.Command, ended []acd.Contact) error {
	if told, ok := cmd.(acd.TellFunction); ok {
		return i.tellFunction(told, ended)
	}
	return i.giveInput(cmd.(acd.GiveInput), ended)
}

// living returns a contact that has not ended, for those who know something of its flows.
func (i *Instance) living(id acd.ContactID, ended []acd.Contact) (acd.Contact, error) {
	c, ok := i.anyContact(id, ended)
	switch {
	case !ok:
		return c, acd.Errorf(acd.NotFound, "contact %s does not exist in this instance", id)
	case c.HasEnded():
		return c, acd.Errorf(acd.Conflict, "contact %s has ended; no flow of it asks anything", id)
	}
	return c, nil
}

// asked returns the run of a contact whose block asks something, and what it asks.
func (i *Instance) asked(c acd.Contact, is func(acd.FlowRun, flow.Effect) bool) (acd.FlowRun, flow.Effect, bool) {
	for _, run := range c.Runs {
		f, ok := i.scriptOf(run)
		if !ok || c.Rests(run) || !f.Has(run.Action) {
			continue
		}
		e := errand{contact: c.ID, FlowRun: run, flow: f}
		if effect, failure := f.Effect(run.Action, i.scene(&e)); failure == "" && is(run, effect) {
			return run, effect, true
		}
	}
	return acd.FlowRun{}, nil, false
}

// giveInput lets a flow go on that waits for its customer.
func (i *Instance) giveInput(cmd acd.GiveInput, ended []acd.Contact) error {
	c, err := i.living(cmd.ContactID, ended)
	if err != nil {
		return err
	}
	if (cmd.Input == "") == (cmd.Intent == "") {
		return acd.Errorf(acd.Invalid, "Input and Intent are both given, or neither is; give the keys that were entered, or "+
			"what a bot has understood")
	}
	run, effect, ok := i.asked(c, func(_ acd.FlowRun, e flow.Effect) bool {
		switch e.(type) {
		case flow.Ask:
			return cmd.Input != ""
		case flow.AskBot:
			return cmd.Intent != ""
		}
		return false
	})
	if !ok && cmd.Input != "" && i.keepAhead(c, cmd.Input) {
		return nil
	}
	if !ok {
		return acd.Errorf(acd.Conflict, "no flow of contact %s waits for such an input now", c.ID)
	}
	i.resumeRun(c.ID, run, func(e *errand) outcome {
		if ask, ok := effect.(flow.Ask); ok {
			return e.enteredAfter(ask, cmd.Input)
		}
		e.forget("Lex")
		e.gather("Lex.Slots", cmd.Slots)
		e.gather("Lex.SessionAttributes", cmd.SessionAttributes)
		e.gather("Lex", map[string]string{"IntentName": cmd.Intent, "DialogState": "Fulfilled"})
		return came(cmd.Intent)
	})
	return nil
}

// tellFunction lets a flow go on that waits for a function.
func (i *Instance) tellFunction(cmd acd.TellFunction, ended []acd.Contact) error {
	c, err := i.living(cmd.ContactID, ended)
	if err != nil {
		return err
	}
	run, effect, ok := i.asked(c, func(run acd.FlowRun, e flow.Effect) bool {
		_, invokes := e.(flow.Invoke)
		return invokes && run.Ask != nil && run.Ask.ID == cmd.AskID
	})
	if !ok {
		return acd.Errorf(acd.Conflict, "no flow of contact %s waits for the answer %s any more", c.ID, cmd.AskID)
	}
	found, fault := readAnswer(effect.(flow.Invoke), cmd)
	if run.IsFunction() {
		i.returned(c.ID, run, found, fault)
		return nil
	}
	i.resumeRun(c.ID, run, func(e *errand) outcome {
		e.forget("External")
		if fault != "" {
			return outcome{Outcome: flow.Outcome{Failure: flow.NoMatchingError}, why: fault, answer: cmd.Response}
		}
		e.gather("External", found)
		return outcome{answer: cmd.Response}
	})
	return nil
}
