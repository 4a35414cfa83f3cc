package directory

import "patchcord/acd"

func flowModuleKey(m *acd.ContactFlowModule) (id, name string) { return string(m.ID), m.Name }

// FlowModule returns the flow module with an id.
func (d *Directory) FlowModule(id acd.FlowModuleID) (acd.ContactFlowModule, bool) {
	m, ok := d.flowModules.byID[string(id)]
	return m, ok
}

// FlowModules returns all flow modules by name, then id.
func (d *Directory) FlowModules() []acd.ContactFlowModule { return d.flowModules.list() }

// doFlowModule decides a command about flow modules, and says whether it was one.
func (d *Directory) doFlowModule(cmd acd.Command, q acd.Quotas, c Chronicle) (created string, was bool, err error) {
	switch cmd := cmd.(type) {
	case acd.CreateContactFlowModule:
		created, err = d.createFlowModule(cmd, q, c)
	case acd.UpdateContactFlowModuleContent:
		err = d.rewriteFlowModule(cmd, c)
	case acd.UpdateContactFlowModuleMetadata:
		err = d.describeFlowModule(cmd, c)
	case acd.DeleteContactFlowModule:
		if err = d.flowModules.known(string(cmd.ID)); err == nil {
			c.Emit(acd.ContactFlowModuleDeleted{ID: cmd.ID})
		}
	default:
		return "", false, nil
	}
	return created, true, err
}

// createFlowModule adds a module whose content another room has found fit to run: it is published (A0210).
func (d *Directory) createFlowModule(cmd acd.CreateContactFlowModule, q acd.Quotas, c Chronicle) (string, error) {
	module := cmd.Module
	module.Status = acd.FlowPublished
	err := firstOf(
		checkTags(cmd.Tags),
		d.flowModules.free(module.Name),
		d.flowModules.room(q.FlowModulesPerInstance),
	)
	if err != nil {
		return "", err
	}
	return create(c, acd.KindFlowModule, cmd.Tags, func(id string) acd.Body {
		module.ID, module.LastModifiedAt = acd.FlowModuleID(id), c.Now()
		return acd.ContactFlowModuleCreated{Module: module}
	}), nil
}

func (d *Directory) rewriteFlowModule(cmd acd.UpdateContactFlowModuleContent, c Chronicle) error {
	module, err := d.flowModules.find(string(cmd.ID))
	switch {
	case err != nil:
		return err
	case cmd.Content == nil && cmd.Settings == nil:
		return acd.Errorf(acd.Improper, "neither Content nor Settings is given; give at least one of them")
	}
	if cmd.Content != nil {
		s := module.Script().With(*cmd.Content, !cmd.Saved)
		module.Content, module.Draft, module.Status = s.Content, s.Draft, s.Status
	}
	replace(&module.Settings, cmd.Settings)
	module.LastModifiedAt = c.Now()
	c.Emit(acd.ContactFlowModuleChanged{Module: module})
	return nil
}

// describeFlowModule changes what is said of a module. Whether flows invoke it is not asked, not even when it is
// archived (AG:delete-contact-flow).
func (d *Directory) describeFlowModule(cmd acd.UpdateContactFlowModuleMetadata, c Chronicle) error {
	module, err := d.flowModules.find(string(cmd.ID))
	if err != nil {
		return err
	}
	if cmd.Name == nil && cmd.Description == nil && cmd.State == "" {
		return acd.Errorf(acd.Improper, "nothing is given that could change flow module %s; give at least one member",
			cmd.ID)
	}
	if err := d.flowModules.renameIfGiven(module.Name, cmd.Name); err != nil {
		return err
	}
	replace(&module.Name, cmd.Name)
	replace(&module.Description, cmd.Description)
	module.State = stateAfter(module.State, cmd.State)
	module.LastModifiedAt = c.Now()
	c.Emit(acd.ContactFlowModuleChanged{Module: module})
	return nil
}
