package directory

import "patchcord/acd"

func flowKey(f *acd.ContactFlow) (id, name string) { return string(f.ID), f.Name }

// Flow returns the flow with an id.
func (d *Directory) Flow(id acd.FlowID) (acd.ContactFlow, bool) {
	f, ok := d.flows.byID[string(id)]
	return f, ok
}

// Flows returns all flows by name, then id.
func (d *Directory) Flows() []acd.ContactFlow { return d.flows.list() }

// createFlow adds a flow whose content another room has found fit to run.
func (d *Directory) createFlow(cmd acd.CreateContactFlow, q acd.Quotas, c Chronicle) (string, error) {
	flow := cmd.Flow
	if flow.Status == "" {
		flow.Status = "PUBLISHED"
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
