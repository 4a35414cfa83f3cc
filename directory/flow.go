package directory

import (
	"cmp"
	"slices"
	"strconv"

	"patchcord/acd"
)

func flowKey(f *acd.ContactFlow) (id, name string) { return string(f.ID), f.Name }

// Flow returns the flow with an id.
func (d *Directory) Flow(id acd.FlowID) (acd.ContactFlow, bool) {
	f, ok := d.flows.byID[string(id)]
	return f, ok
}

// FlowByName returns the flow with a name, in whatever case.
func (d *Directory) FlowByName(name string) (acd.ContactFlow, bool) {
	return d.Flow(acd.FlowID(d.flows.named[folded(name)]))
}

// Flows returns all flows by name, then id.
func (d *Directory) Flows() []acd.ContactFlow { return d.flows.list() }

// FlowVersions returns the versions of a flow, the oldest first.
func (d *Directory) FlowVersions(id acd.FlowID) []acd.ContactFlowVersion { return d.flowVersions[id] }

// FlowVersion returns a version of a flow.
func (d *Directory) FlowVersion(id acd.FlowID, number int64) (acd.ContactFlowVersion, bool) {
	versions := d.flowVersions[id]
	at, ok := slices.BinarySearchFunc(versions, number, versionOrder)
	if !ok {
		return acd.ContactFlowVersion{}, false
	}
	return versions[at], true
}

func versionOrder(v acd.ContactFlowVersion, number int64) int { return cmp.Compare(v.Number, number) }

// doScript decides a command about flows and what they are made with, and says whether it was one.
func (d *Directory) doScript(cmd acd.Command, q acd.Quotas, c Chronicle) (created string, was bool, err error) {
	if created, was, err = d.doFlow(cmd, q, c); was {
		return created, true, err
	}
	if created, was, err = d.doFlowModule(cmd, q, c); was {
		return created, true, err
	}
	if created, was, err = d.doPrompt(cmd, q, c); was {
		return created, true, err
	}
	if created, was, err = d.doTaskTemplate(cmd, q, c); was {
		return created, true, err
	}
	return d.doAssociation(cmd, q, c)
}

// doFlow decides a command about flows, and says whether it was one.
func (d *Directory) doFlow(cmd acd.Command, q acd.Quotas, c Chronicle) (created string, was bool, err error) {
	switch cmd := cmd.(type) {
	case acd.CreateContactFlow:
		created, err = d.createFlow(cmd, q, c)
	case acd.UpdateContactFlowContent:
		err = d.rewriteFlow(cmd, c)
	case acd.UpdateContactFlowMetadata:
		err = d.describeFlow(cmd, c)
	case acd.DeleteContactFlow:
		err = d.deleteFlow(cmd, c)
	case acd.CreateContactFlowVersion:
		created, err = d.createFlowVersion(cmd, c)
	case acd.DeleteContactFlowVersion:
		err = d.deleteFlowVersion(cmd, c)
	default:
		return "", false, nil
	}
	return created, true, err
}

// replayScript lets an event about flows and what they are made with take effect.
func (d *Directory) replayScript(e acd.Body) {
	switch b := e.(type) {
	case acd.ContactFlowModuleCreated:
		d.flowModules.put(b.Module)
	case acd.ContactFlowModuleChanged:
		d.flowModules.put(b.Module)
	case acd.ContactFlowModuleDeleted:
		d.flowModules.remove(string(b.ID))
	case acd.PromptCreated:
		d.prompts.put(b.Prompt)
	case acd.PromptChanged:
		d.prompts.put(b.Prompt)
	case acd.PromptDeleted:
		d.prompts.remove(string(b.ID))
	case acd.TaskTemplateCreated:
		d.taskTemplates.put(b.Template)
	case acd.TaskTemplateChanged:
		d.taskTemplates.put(b.Template)
	case acd.TaskTemplateDeleted:
		d.taskTemplates.remove(string(b.ID))
	default:
		d.replayFlow(e)
		d.replayAssociation(e)
	}
}

// replayFlow lets an event about flows take effect.
func (d *Directory) replayFlow(e acd.Body) {
	switch b := e.(type) {
	case acd.ContactFlowCreated:
		d.flows.put(b.Flow)
	case acd.ContactFlowChanged:
		d.flows.put(b.Flow)
	case acd.ContactFlowDeleted:
		d.flows.remove(string(b.ID))
		delete(d.flowVersions, b.ID)
	case acd.ContactFlowVersionCreated:
		v := b.Version
		d.putFlowVersion(v)
		flow := d.flows.byID[string(v.FlowID)]
		flow.LastVersion = v.Number
		d.flows.put(flow)
	case acd.ContactFlowVersionDeleted:
		d.flowVersions[b.ID] = slices.DeleteFunc(slices.Clone(d.flowVersions[b.ID]),
			func(v acd.ContactFlowVersion) bool { return v.Number == b.Number })
	}
}

// putFlowVersion adds a version, which is newer than all of its flow.
func (d *Directory) putFlowVersion(v acd.ContactFlowVersion) {
	d.flowVersions[v.FlowID] = append(slices.Clip(d.flowVersions[v.FlowID]), v)
}

// createFlow adds a flow whose content another room has found fit to run.
func (d *Directory) createFlow(cmd acd.CreateContactFlow, q acd.Quotas, c Chronicle) (string, error) {
	flow := cmd.Flow
	if flow.Status == "" {
		flow.Status = acd.FlowPublished
	}
	err := firstOf(
		checkTags(cmd.Tags),
		d.flows.free(flow.Name),
		d.flows.room(q.FlowsPerInstance),
	)
	if err != nil {
		return "", err
	}
	return create(c, acd.KindFlow, cmd.Tags, func(id string) acd.Body {
		flow.ID, flow.LastModifiedAt = acd.FlowID(id), c.Now()
		return acd.ContactFlowCreated{Flow: flow}
	}), nil
}

// rewriteFlow gives a flow a content, which another room has found fit to run if it is published.
func (d *Directory) rewriteFlow(cmd acd.UpdateContactFlowContent, c Chronicle) error {
	flow, err := d.flows.find(string(cmd.ID))
	if err != nil {
		return err
	}
	s := flow.Script().With(cmd.Content, !cmd.Saved)
	flow.Content, flow.Draft, flow.Status, flow.LastModifiedAt = s.Content, s.Draft, s.Status, c.Now()
	c.Emit(acd.ContactFlowChanged{Flow: flow})
	return nil
}

func (d *Directory) describeFlow(cmd acd.UpdateContactFlowMetadata, c Chronicle) error {
	flow, err := d.flows.find(string(cmd.ID))
	if err != nil {
		return err
	}
	if cmd.Name == nil && cmd.Description == nil && cmd.State == "" {
		return acd.Errorf(acd.Improper, "nothing is given that could change flow %s; give at least one member", cmd.ID)
	}
	if err := d.flows.renameIfGiven(flow.Name, cmd.Name); err != nil {
		return err
	}
	if cmd.State == acd.FlowArchived {
		if err := d.unused(cmd.ID, "archived"); err != nil {
			return err
		}
	}
	replace(&flow.Name, cmd.Name)
	replace(&flow.Description, cmd.Description)
	flow.State = stateAfter(flow.State, cmd.State)
	flow.LastModifiedAt = c.Now()
	c.Emit(acd.ContactFlowChanged{Flow: flow})
	return nil
}

// stateAfter returns the state that something has after a state was asked for; active is empty.
func stateAfter(state, asked string) string {
	switch asked {
	case "":
		return state
	case acd.FlowActive:
		return ""
	}
	return asked
}

// deleteFlow removes a flow, archived or not (A0211).
func (d *Directory) deleteFlow(cmd acd.DeleteContactFlow, c Chronicle) error {
	if err := firstOf(d.flows.known(string(cmd.ID)), d.unused(cmd.ID, "deleted")); err != nil {
		return err
	}
	c.Emit(acd.ContactFlowDeleted{ID: cmd.ID})
	return nil
}

// unused says why a flow cannot be archived or deleted: it is a default flow, or a queue, a quick connect, a phone
// number or an email address uses it (AG:delete-contact-flow).
func (d *Directory) unused(id acd.FlowID, what string) error {
	if flow, _ := d.Flow(id); flow.Default {
		return acd.Errorf(acd.Improper, "flow %s runs where no other flow of type %s is set; it cannot be %s, but changed",
			id, flow.Type, what)
	}
	for _, queue := range d.Queues() {
		if queue.OutboundFlowID == id {
			return inUse("QUEUE", string(queue.ID), "flow %s cannot be %s while queue %s uses it; let that use another", id,
				what, queue.ID)
		}
	}
	for _, quick := range d.QuickConnects() {
		if quick.FlowID == id {
			return inUse("QUICK_CONNECT", string(quick.ID), "flow %s cannot be %s while quick connect %s uses it; let that "+
				"use another", id, what, quick.ID)
		}
	}
	for _, number := range d.PhoneNumbers() {
		if number.FlowID == id {
			return inUse("PHONE_NUMBER", string(number.ID), "flow %s cannot be %s while it leads who dials %s; let that use "+
				"another", id, what, number.Number)
		}
	}
	for _, address := range d.EmailAddresses() {
		if address.FlowID == id {
			return inUse("EMAIL_ADDRESS", string(address.ID), "flow %s cannot be %s while it leads who writes to %s; let that "+
				"use another", id, what, address.Address)
		}
	}
	return nil
}

// leading returns the flow with an id that shall be used from now on: it must not be archived, since no flow that is
// used may be (AG:delete-contact-flow).
func (d *Directory) leading(id acd.FlowID) (acd.ContactFlow, error) {
	flow, err := d.flows.find(string(id))
	if err == nil && flow.State == acd.FlowArchived {
		return flow, acd.Errorf(acd.Improper, "flow %s is archived; make it ACTIVE, or give another", id)
	}
	return flow, err
}

// createFlowVersion keeps what a flow runs under the next number, or one that is given (A0212), and returns it.
func (d *Directory) createFlowVersion(cmd acd.CreateContactFlowVersion, c Chronicle) (string, error) {
	flow, err := d.flows.find(string(cmd.ID))
	switch {
	case err != nil:
		return "", err
	case flow.Type != acd.FlowCampaign:
		return "", acd.Errorf(acd.Improper, "flow %s is of type %s; only flows of type %s have versions", cmd.ID, flow.Type,
			acd.FlowCampaign)
	case flow.Status == acd.FlowSaved:
		return "", acd.Errorf(acd.Improper, "flow %s is saved but not published; a version is of what is published",
			cmd.ID)
	case cmd.Sum != "" && cmd.Sum != acd.ContentSum(flow.Content):
		return "", acd.Errorf(acd.Improper, "FlowContentSha256 is %s, but what is published of flow %s has %s; describe "+
			"the flow and decide again", cmd.Sum, cmd.ID, acd.ContentSum(flow.Content))
	case cmd.Number != 0 && cmd.Number <= flow.LastVersion:
		return "", acd.Errorf(acd.Improper, "ContactFlowVersion is %d, but flow %s has had version %d; give a greater "+
			"number, or none", cmd.Number, cmd.ID, flow.LastVersion)
	}
	number := cmp.Or(cmd.Number, flow.LastVersion+1)
	c.Emit(acd.ContactFlowVersionCreated{Version: acd.ContactFlowVersion{
		FlowID: cmd.ID, Number: number, Description: cmd.Description,
		Content: flow.Content, CreatedAt: c.Now(),
	}})
	return strconv.FormatInt(number, 10), nil
}

func (d *Directory) deleteFlowVersion(cmd acd.DeleteContactFlowVersion, c Chronicle) error {
	if err := d.flows.known(string(cmd.ID)); err != nil {
		return err
	}
	if _, ok := d.FlowVersion(cmd.ID, cmd.Number); !ok {
		return acd.Errorf(acd.NotFound, "flow %s has no version %d; give one that is listed", cmd.ID, cmd.Number)
	}
	c.Emit(acd.ContactFlowVersionDeleted{ID: cmd.ID, Number: cmd.Number})
	return nil
}
