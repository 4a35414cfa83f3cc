package instance

import (
	"patchcord/acd"
	"patchcord/flow"
)

// pause lets a task rest, and lets the flow run that is given for it, or that its own flow has set for this event
// (A0103).
func (i *Instance) pause(cmd acd.PauseContact, ended []acd.Contact) error {
	c, _ := i.router.Contact(cmd.ContactID)
	return i.withFlow(c, acd.HookPause, cmd.FlowID, func(given acd.FlowID) error {
		cmd.FlowID = given
		return i.router.Do(cmd, ended)
	})
}

// resume ends the rest of a task, and lets a flow run for it as pause does.
func (i *Instance) resume(cmd acd.ResumeContact, ended []acd.Contact) error {
	c, _ := i.router.Contact(cmd.ContactID)
	return i.withFlow(c, acd.HookResume, cmd.FlowID, func(given acd.FlowID) error {
		cmd.FlowID = given
		return i.router.Do(cmd, ended)
	})
}

// withFlow does something about a contact and lets the flow run for it that is given, or else was set for this event.
func (i *Instance) withFlow(c acd.Contact, event acd.ContactHook, given acd.FlowID, do func(acd.FlowID) error) error {
	given, err := i.flowAt(given, c.FlowAt(event))
	if err == nil {
		err = do(given)
	}
	if err == nil && given != "" {
		i.begin(c.ID, event, given)
	}
	return err
}

// flowAt returns the flow that runs at an event: the one that is given and must be right, else the one that was set,
// which may be gone.
func (i *Instance) flowAt(given, set acd.FlowID) (acd.FlowID, error) {
	if given != "" {
		return given, i.checkFlow(given, acd.FlowInbound)
	}
	if set != "" && i.checkFlow(set, acd.FlowInbound) != nil {
		return "", nil
	}
	return set, nil
}

// setHook notes the flow that is to run at an event of a contact's life; without one, none runs any more.
func (i *Instance) setHook(id acd.ContactID, effect flow.SetHook) outcome {
	if effect.Flow != "" {
		if err := i.checkFlow(effect.Flow, flowTypeAt(effect.Event)); err != nil {
			return unless(err)
		}
	}
	i.Emit(acd.ContactHookSet{ContactID: id, Event: effect.Event, FlowID: effect.Flow})
	return outcome{}
}

// resumeItself ends the rest of a contact from within its flow. The flow that then runs may end the contact.
func (i *Instance) resumeItself(c acd.Contact) outcome {
	if c.State != acd.Paused || i.resume(acd.ResumeContact{ContactID: c.ID}, nil) != nil {
		return refused(flow.NoMatchingError, "the contact is not paused, or cannot go on")
	}
	c, lives := i.router.Contact(c.ID)
	return outcome{done: !lives || c.HasEnded()}
}
