package directory

import "patchcord/acd"

func promptKey(p *acd.Prompt) (id, name string) { return string(p.ID), p.Name }

// Prompt returns the prompt with an id.
func (d *Directory) Prompt(id acd.PromptID) (acd.Prompt, bool) {
	p, ok := d.prompts.byID[string(id)]
	return p, ok
}

// Prompts returns all prompts by name, then id.
func (d *Directory) Prompts() []acd.Prompt { return d.prompts.list() }

// doPrompt decides a command about prompts, and says whether it was one.
func (d *Directory) doPrompt(cmd acd.Command, q acd.Quotas, c Chronicle) (created string, was bool, err error) {
	switch cmd := cmd.(type) {
	case acd.CreatePrompt:
		created, err = d.createPrompt(cmd, q, c)
	case acd.UpdatePrompt:
		err = d.updatePrompt(cmd, c)
	case acd.DeletePrompt:
		if err = d.prompts.known(string(cmd.ID)); err == nil {
			c.Emit(acd.PromptDeleted{ID: cmd.ID})
		}
	default:
		return "", false, nil
	}
	return created, true, err
}

func (d *Directory) createPrompt(cmd acd.CreatePrompt, q acd.Quotas, c Chronicle) (string, error) {
	prompt := cmd.Prompt
	err := firstOf(
		checkTags(cmd.Tags),
		d.prompts.free(prompt.Name),
		d.prompts.room(q.PromptsPerInstance),
	)
	if err != nil {
		return "", err
	}
	return create(c, acd.KindPrompt, cmd.Tags, func(id string) acd.Body {
		prompt.ID, prompt.LastModifiedAt = acd.PromptID(id), c.Now()
		return acd.PromptCreated{Prompt: prompt}
	}), nil
}

func (d *Directory) updatePrompt(cmd acd.UpdatePrompt, c Chronicle) error {
	prompt, err := d.prompts.find(string(cmd.ID))
	switch {
	case err != nil:
		return err
	case cmd.Name == nil && cmd.Description == nil && cmd.S3URI == nil:
		return acd.Errorf(acd.Improper, "none of Name, Description and S3Uri is given; give at least one of them")
	}
	if err := d.prompts.renameIfGiven(prompt.Name, cmd.Name); err != nil {
		return err
	}
	replace(&prompt.Name, cmd.Name)
	replace(&prompt.Description, cmd.Description)
	replace(&prompt.S3URI, cmd.S3URI)
	prompt.LastModifiedAt = c.Now()
	c.Emit(acd.PromptChanged{Prompt: prompt})
	return nil
}
