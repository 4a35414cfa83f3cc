package instance_test

import (
	"fmt"

	"patchcord/acd"
	"patchcord/directory"
)

// byTemplate lets a task be made of a template, which is there or is made now; sometimes it is not ready for that.
func (l *life) byTemplate(cmd *acd.StartContact) {
	templates := l.inst.Directory().TaskTemplates()
	if len(templates) == 0 || len(templates) < 4 && l.oneIn(4) {
		created, ok := l.ask(acd.CreateTaskTemplate{Template: acd.TaskTemplate{Name: fmt.Sprint("template", l.inst.Number()),
			FlowID: cmd.FlowID, Fields: []acd.TaskField{{Name: "Life", Type: acd.FieldExpiry},
				{Name: "Amount", Type: acd.FieldNumber}},
			Required: []string{"Amount"}, Defaults: []acd.TaskDefault{{Field: "Life", Value: "2"}}}})
		if !ok { // its flow is archived
			return
		}
		cmd.TaskTemplateID = acd.TaskTemplateID(created)
	} else {
		cmd.TaskTemplateID = anyOf(l, templates).ID
	}
	cmd.FlowID = ""
	if !l.oneIn(5) {
		cmd.References = map[string]acd.Reference{"Amount": {Type: "NUMBER", Value: "7"}}
	}
}

// changeFlow changes a flow while contacts run through it, wait for it, or name it in a hook: what it runs, whether it
// may be used, and whether it is there at all.
func (l *life) changeFlow() {
	id := anyOf(l, l.flows)
	switch l.rng.IntN(10) {
	case 8, 9:
		l.changeDefault()
	case 0, 1, 2:
		l.ask(acd.UpdateContactFlowContent{ID: id, Content: l.flow()})
	case 3:
		l.ask(acd.UpdateContactFlowContent{ID: id, Content: "a draft", Saved: true})
	case 4:
		l.ask(acd.UpdateContactFlowMetadata{ID: id, State: acd.FlowArchived})
	case 5, 6:
		for _, id := range l.flows {
			l.ask(acd.UpdateContactFlowMetadata{ID: id, State: acd.FlowActive})
		}
	default:
		if _, ok := l.ask(acd.DeleteContactFlow{ID: id}); ok {
			f := acd.ContactFlow{Name: fmt.Sprint("flow again", len(l.flows), l.inst.Number()), Type: "CONTACT_FLOW",
				Status: "PUBLISHED", Content: l.flow()}
			l.flows = append(l.flows, acd.FlowID(l.must(acd.CreateContactFlow{Flow: f})))
		}
	}
}

// changeDefault publishes what a flow for an event does as the default flow for that event, and sometimes what it was
// again.
func (l *life) changeDefault() {
	for _, f := range l.inst.Directory().Flows() {
		if !f.Default || !l.oneIn(3) {
			continue
		}
		for _, fresh := range directory.FreshFlows() {
			if fresh.Name == f.Name {
				l.ask(acd.UpdateContactFlowContent{ID: f.ID, Content: fresh.Content})
			}
		}
		for _, h := range l.hooked {
			other, ok := l.inst.Directory().Flow(h.flow)
			if ok && other.Type == f.Type && l.oneIn(2) {
				l.ask(acd.UpdateContactFlowContent{ID: f.ID, Content: other.Content})
			}
		}
	}
}
