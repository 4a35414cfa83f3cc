package instance_test

import (
	"fmt"

	"patchcord/acd"
)

// changeFlow changes a flow while contacts run through it, wait for it, or name it in a hook: what it runs, whether it
// may be used, and whether it is there at all.
func (l *life) changeFlow() {
	id := anyOf(l, l.flows)
	switch l.rng.IntN(8) {
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
