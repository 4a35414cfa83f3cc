package instance

import "patchcord/acd"

// setTemplate gives a task that no agent has another template, whose fields its references must fill
// (UpdateContactTaskTemplate in the API reference).
func (i *Instance) setTemplate(cmd acd.UpdateContactTaskTemplate, ended []acd.Contact) error {
	c, ok := i.anyContact(cmd.ContactID, ended)
	switch {
	case !ok:
		return acd.Errorf(acd.NotFound, "contact %s does not exist in this instance", cmd.ContactID)
	case c.Channel != acd.Task:
		return acd.Errorf(acd.Improper, "contact %s is of channel %s; only a TASK has a template", c.ID, c.Channel)
	case c.HasEnded():
		return acd.Errorf(acd.Improper, "contact %s has ended; only a task that is in progress gets another template", c.ID)
	case c.Agent != nil:
		return acd.Errorf(acd.Improper, "contact %s is with an agent; a task gets another template before that", c.ID)
	case c.TemplateChanges >= acd.TemplateChangesMax:
		return acd.Errorf(acd.Limit, "contact %s got another template %d times, as often as a task may", c.ID,
			c.TemplateChanges)
	}
	name, err := i.directory.FitTask(cmd.TemplateID, c.References)
	if err == nil {
		i.Emit(acd.ContactTaskTemplateSet{ContactID: c.ID, TemplateID: cmd.TemplateID, Name: name})
	}
	return err
}
