package story

import (
	"encoding/json"
	"strconv"

	"patchcord/acd"
)

// This file writes, for a contact that comes in, the flow that leads it: what a supervisor would have drawn.

// branchAttribute is set on a contact whose flow takes an error branch, so that the answer can tell of it.
const branchAttribute = "branch"

type (
	action struct {
		Identifier  string
		Type        string
		Parameters  map[string]any
		Transitions transitions
	}
	transitions struct {
		NextAction string      `json:",omitempty"`
		Errors     []errorPath `json:",omitempty"`
		Conditions []caseOf    `json:",omitempty"`
	}
	caseOf struct {
		NextAction string
		Condition  map[string]any
	}
	errorPath struct {
		NextAction string
		ErrorType  string
	}
)

// drawing is a flow that is being drawn, block after block.
type drawing struct {
	actions []action
	ending  string // the type of the block behind the last one; empty: DisconnectParticipant
}

// last returns the block behind the last one.
func (d *drawing) last(id string) action {
	kind := d.ending
	if kind == "" {
		kind = "DisconnectParticipant"
	}
	return action{Identifier: id, Type: kind, Parameters: map[string]any{}}
}

// add draws a block that the one before leads to. Each of its errors gets a branch that is noted on the contact and
// ends it.
func (d *drawing) add(kind string, parameters map[string]any, errors ...string) {
	id := strconv.Itoa(len(d.actions) + 1)
	block := action{Identifier: id, Type: kind, Parameters: parameters}
	place := len(d.actions)
	d.actions = append(d.actions, block)
	for _, name := range errors {
		d.actions[place].Transitions.Errors = append(d.actions[place].Transitions.Errors, errorPath{id + " " + name, name})
		d.note(id, name, kind)
	}
	d.actions[place].Transitions.NextAction = strconv.Itoa(len(d.actions) + 1)
}

// note draws what happens on an error of a block: it is noted on the contact, which ends.
func (d *drawing) note(id, name, kind string) {
	note, end := id+" "+name, id+" "+name+" end"
	d.actions = append(d.actions,
		action{
			Identifier: note, Type: "UpdateContactAttributes",
			Parameters: map[string]any{
				"Attributes": map[string]string{branchAttribute: name + " of " + kind}, "TargetContact": "Current",
			},
			Transitions: transitions{NextAction: end, Errors: []errorPath{{end, "NoMatchingError"}}},
		},
		d.last(end),
	)
}

// content returns the flow as Amazon writes it.
func (d *drawing) content() (string, error) {
	last := &d.actions[len(d.actions)-1]
	last.Transitions = transitions{}
	return d.contentFrom(d.actions[0].Identifier)
}

// contentFrom returns it as it begins with a block.
func (d *drawing) contentFrom(start string) (string, error) {
	text, err := json.Marshal(map[string]any{"Version": "2019-10-30", "StartAction": start, "Actions": d.actions})
	return string(text), err
}

// flow returns the id of a flow that does with a contact what the plan says.
func (s *stage) flow(c plannedContact) (acd.FlowID, error) {
	if id, ok := s.names.find(aFlow, c.flow); ok {
		return acd.FlowID(id), nil
	}
	content, err := s.draw(c)
	if err != nil {
		return "", err
	}
	return s.flowOf(content)
}

// draw returns the content of a flow that does with a contact what the plan says.
func (s *stage) draw(c plannedContact) (string, error) {
	d := &drawing{}
	switch {
	case c.agent != "":
		d.add("UpdateContactTargetQueue", map[string]any{"AgentId": string(s.userID(c.agent))}, "NoMatchingError")
	case c.queue != "":
		id, err := s.queue(c.queue)
		if err != nil {
			return "", err
		}
		d.add("UpdateContactTargetQueue", map[string]any{"QueueId": string(id)}, "NoMatchingError")
	}
	if c.priority != nil {
		d.add("UpdateContactRoutingBehavior", map[string]any{"QueuePriority": strconv.FormatInt(*c.priority, 10)})
	}
	if c.age != nil {
		d.add("UpdateContactRoutingBehavior", map[string]any{
			"QueueTimeAdjustmentSeconds": strconv.Itoa(int(*c.age)),
		})
	}
	if len(c.steps) > 0 {
		d.add("UpdateContactRoutingCriteria", map[string]any{
			"RoutingCriteria": map[string]any{"Steps": drawSteps(s.steps(c.steps))},
		}, "NoMatchingError")
	}
	if c.onResume != "" {
		again, err := s.flow(plannedContact{queue: c.onResume, transfer: true})
		if err != nil {
			return "", err
		}
		d.add("UpdateContactEventHooks", map[string]any{"EventHooks": map[string]any{"ResumeContact": string(again)}},
			"NoMatchingError")
	}
	if c.transfer {
		d.add("TransferContactToQueue", map[string]any{}, "QueueAtCapacity", "NoMatchingError")
	}
	d.add("EndFlowExecution", map[string]any{})
	return d.content()
}

// flowOf returns the id of the flow with the content, which is made if it does not exist.
func (s *stage) flowOf(content string) (acd.FlowID, error) {
	if id, ok := s.flows[content]; ok {
		return id, nil
	}
	id, err := s.set(acd.CreateContactFlow{Flow: acd.ContactFlow{
		Name: "flow " + strconv.Itoa(len(s.flows)+1), Type: acd.FlowInbound, Status: "PUBLISHED", Content: content,
	}})
	if err == nil {
		s.flows[content] = acd.FlowID(id)
	}
	return acd.FlowID(id), err
}

// drawSteps writes steps as a flow holds them, where every number is a text.
func drawSteps(steps []acd.Step) []map[string]any {
	list := make([]map[string]any, 0, len(steps))
	for _, step := range steps {
		drawn := map[string]any{"Expression": drawExpression(step.Expression)}
		if step.Expiry != nil {
			drawn["Expiry"] = map[string]string{"DurationInSeconds": strconv.Itoa(int(step.Expiry.DurationInSeconds))}
		}
		list = append(list, drawn)
	}
	return list
}

func drawExpression(x acd.Expression) map[string]any {
	switch {
	case x.Attribute != nil:
		return map[string]any{"AttributeCondition": drawCondition(x.Attribute)}
	case x.Not != nil:
		return map[string]any{"NotAttributeCondition": drawCondition(x.Not)}
	case x.And != nil:
		return map[string]any{"AndExpression": drawExpressions(x.And)}
	}
	return map[string]any{"OrExpression": drawExpressions(x.Or)}
}

func drawExpressions(list []acd.Expression) []map[string]any {
	drawn := make([]map[string]any, 0, len(list))
	for _, x := range list {
		drawn = append(drawn, drawExpression(x))
	}
	return drawn
}

func drawCondition(c *acd.AttributeCondition) map[string]any {
	drawn := map[string]any{"ComparisonOperator": string(c.Operator)}
	if c.Operator == acd.Match {
		drawn["MatchCriteria"] = map[string]any{"AgentsCriteria": map[string]any{"AgentIds": *c.AgentIDs}}
		return drawn
	}
	drawn["Name"], drawn["Value"] = c.Name, c.Value
	if c.Range != nil {
		drawn["Range"] = map[string]string{
			"MinProficiencyLevel": formatLevel(c.Range.Min), "MaxProficiencyLevel": formatLevel(c.Range.Max),
		}
		return drawn
	}
	drawn["ProficiencyLevel"] = formatLevel(c.Level)
	return drawn
}
