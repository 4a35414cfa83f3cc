package workspace

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"patchcord/acd"
	"patchcord/engine"
	"patchcord/instance"
)

// flowLogEvent is how the stream calls an entry of a flow's log.
const flowLogEvent = "FLOW_LOG"

// flowLog is an entry of a flow's log in the form that Amazon Connect writes to CloudWatch (AG:contact-flow-logs), with
// the block's identifier and, of one that failed, the reason, which Amazon keeps to itself.
type flowLog struct {
	ContactID             acd.ContactID `json:"ContactId"`
	ContactFlowID         string        `json:"ContactFlowId"`
	ContactFlowName       string
	ContactFlowModuleType string
	Identifier            string
	Timestamp             string
	Parameters            jsontext.Value `json:",omitzero"`
	Results               string         `json:",omitzero"`
	ExternalResults       jsontext.Value `json:",omitzero"`
	ModuleExecutionStack  []string       `json:",omitempty"`
	Error                 string         `json:",omitzero"`
}

// seeFlow puts on the contacts' tape what is logged of flows: every block where that is asked for, and each flow that
// could not go on.
func (h *hall) seeFlow(a acd.Account, at position, seen engine.Sighting, i *instance.Instance) {
	var line flowLog
	switch b := seen.Event.Body.(type) {
	case acd.FlowLogged:
		line = flowLog{ContactID: b.ContactID, ContactFlowModuleType: b.Type, Identifier: b.Action,
			Parameters: jsontext.Value(b.Parameters), Results: b.Result, Error: b.Error}
		if b.Entry != nil {
			line.ContactFlowModuleType, line.Parameters = b.Entry.Block, jsontext.Value(b.Entry.Parameters)
			if line.Results = b.Entry.Results; b.Entry.Answer != "" {
				line.ExternalResults = jsontext.Value(b.Entry.Answer)
			}
		}
		line.in(a, i, b.FlowID, b.Modules)
	case acd.FlowFailed:
		line = flowLog{ContactID: b.ContactID, Identifier: b.Action, Results: "Error", Error: b.Error}
		line.in(a, i, b.FlowID, b.Modules)
	default:
		return
	}
	line.Timestamp = stamp(seen.Event.At)
	h.contacts.add("", entry{at, line})
}

// in says in which flow a block is, or in which module of it.
func (l *flowLog) in(a acd.Account, i *instance.Instance, id acd.FlowID, modules []acd.FlowModuleID) {
	f, _ := i.Directory().Flow(id)
	l.ContactFlowName, l.ContactFlowID = f.Name, a.ARN(i.ID(), acd.KindFlow, string(id))
	for _, module := range modules {
		m, _ := i.Directory().FlowModule(module)
		l.ContactFlowName, l.ContactFlowID = m.Name, a.ARN(i.ID(), acd.KindFlowModule, string(module))
		l.ModuleExecutionStack = append(l.ModuleExecutionStack, l.ContactFlowID)
	}
}

// stays keeps logs in the house: they are no contact events.
func (l flowLog) stays() bool { return true }

// show is part of shown.
func (l flowLog) show() (name string, data []byte) {
	data, err := json.Marshal(l)
	if err != nil {
		panic("the log of a flow has no JSON: " + err.Error()) // it is texts
	}
	return flowLogEvent, data
}
