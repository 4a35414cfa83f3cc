package flow

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"patchcord/acd"
)

// Build writes the content of a flow that does one thing after the other and then disconnects. It looks like an export
// of Amazon's editor: every number is a text. A block that fails leads to the disconnect too. What cannot be (criteria
// without steps, both members of SetRouting) is written all the same, for Parse to refuse.
//
//	flow.Build(flow.SetQueue{Queue: support}, flow.SetCriteria{Steps: steps}, flow.TransferToQueue{})
//
// Texts may be references: the id of a queue "$.Attributes.queue", the value of a condition, the id of a user.
func Build(effects ...Effect) string { return BuildAs(acd.FlowInbound, effects...) }

// BuildAs writes the content of a flow of a type. One that cannot disconnect ends instead.
func BuildAs(flowType string, effects ...Effect) string {
	document := exported{Version: version, StartAction: "hang-up"}
	last := disconnectName
	if !slices.Contains(placesByAction[last].types, flowType) {
		last = endName
	}
	for i, effect := range effects {
		action := export(effect)
		action.Identifier = identifierOf(i, effect)
		if i == 0 {
			document.StartAction = action.Identifier
		}
		if k, _ := kindOf(action.Type); k.ends != always {
			action.Transitions.NextAction = "hang-up"
			if i+1 < len(effects) {
				action.Transitions.NextAction = identifierOf(i+1, effects[i+1])
			}
			if k.results != nil {
				action.Transitions.Conditions = exportConditions(effect, action.Transitions.NextAction)
			}
			for _, failure := range failuresOf(k, effect) {
				action.Transitions.Errors = append(action.Transitions.Errors, exportedBranch{"hang-up", string(failure)})
			}
		}
		document.Actions = append(document.Actions, action)
	}
	document.Actions = append(document.Actions, exportedAction{
		Identifier: "hang-up", Type: last, Parameters: object{},
	})
	content, err := json.Marshal(document, json.Deterministic(true), jsontext.WithIndent("  "))
	if err != nil {
		panic(fmt.Sprintf("a flow of texts has no JSON: %v", err)) // the texts are not UTF-8
	}
	return string(content)
}

// failuresOf returns how an effect can fail: an input that is not stored may match no condition.
func failuresOf(k kind, effect Effect) []Failure {
	if ask, ok := effect.(Ask); ok && !ask.Store {
		return []Failure{NoMatchingError, NoMatchingCondition}
	}
	return k.failures
}

// identifierOf names the block at a place of a flow that Build writes.
func identifierOf(i int, effect Effect) string {
	name := strings.TrimPrefix(fmt.Sprintf("%T", effect), "flow.")
	return strings.ToLower(name) + "-" + strconv.Itoa(i+1)
}

// The Flow language as Build writes it. A number is a text.
type (
	exported struct {
		Version     string
		StartAction string
		Actions     []exportedAction
	}
	exportedAction struct {
		Identifier  string
		Type        string
		Parameters  object
		Transitions exportedTransitions
	}
	exportedTransitions struct {
		NextAction string           `json:",omitzero"`
		Conditions []object         `json:",omitzero"`
		Errors     []exportedBranch `json:",omitzero"`
	}
	exportedBranch struct {
		NextAction string
		ErrorType  string
	}
	object map[string]any
)

// export writes one block, without its name and where it leads.
func export(effect Effect) exportedAction {
	parameters := object{}
	switch e := effect.(type) {
	case SetQueue:
		member := "QueueId"
		if e.Queue.Type == acd.AgentQueue {
			member = "AgentId"
		}
		return exportedAction{Type: setQueueName, Parameters: object{member: string(e.Queue.ID)}}
	case SetRouting:
		if e.QueuePriority != nil {
			parameters["QueuePriority"] = strconv.FormatInt(*e.QueuePriority, 10)
		}
		if e.QueueTimeAdjustment != nil {
			parameters["QueueTimeAdjustmentSeconds"] = strconv.Itoa(int(*e.QueueTimeAdjustment))
		}
		return exportedAction{Type: setRoutingName, Parameters: parameters}
	case SetCriteria:
		parameters["RoutingCriteria"] = object{"Steps": exportSteps(e.Steps)}
		return exportedAction{Type: setCriteriaName, Parameters: parameters}
	case SetAttributes:
		parameters["Attributes"], parameters["TargetContact"] = e.Attributes, "Current"
		if e.Related {
			parameters["TargetContact"] = "Related"
		}
		return exportedAction{Type: setAttributesName, Parameters: parameters}
	case TransferToQueue:
		return exportedAction{Type: transferName, Parameters: parameters}
	case SetHook:
		parameters["EventHooks"] = object{string(e.Event): string(e.Flow)}
		return exportedAction{Type: setHookName, Parameters: parameters}
	case Resume:
		return exportedAction{Type: resumeName, Parameters: parameters}
	case SetLogging:
		parameters["FlowLoggingBehavior"] = "Disabled"
		if e.Enabled {
			parameters["FlowLoggingBehavior"] = "Enabled"
		}
		return exportedAction{Type: setLoggingName, Parameters: parameters}
	case End:
		return exportedAction{Type: endName, Parameters: parameters}
	case Disconnect:
		return exportedAction{Type: disconnectName, Parameters: parameters}
	}
	return exportControl(effect)
}

// exportTask writes a block that creates a task.
func exportTask(e CreateTask) exportedAction {
	parameters := object{"ContactFlowId": string(e.Flow), "Name": e.Name, "Attributes": e.Attributes}
	if e.Delay > 0 {
		parameters["DelaySeconds"] = strconv.FormatInt(int64(e.Delay/acd.Second), 10)
	}
	return exportedAction{Type: createTaskName, Parameters: parameters}
}

// exportControl writes a block that waits, asks, or finds the way.
func exportControl(effect Effect) exportedAction {
	parameters := object{}
	switch e := effect.(type) {
	case CreateTask:
		return exportTask(e)
	case RunModule:
		if parameters["FlowModuleId"] = string(e.Module); e.Input != nil {
			parameters["Input"] = e.Input
		}
		return exportedAction{Type: moduleName, Parameters: parameters}
	case Return:
		if e.Result != "" {
			parameters["Result"] = e.Result
		}
		if e.Data != nil {
			parameters["ResultData"] = e.Data
		}
		return exportedAction{Type: returnName, Parameters: parameters}
	case Compare:
		return exportedAction{Type: compareName, Parameters: object{"ComparisonValue": e.Value}}
	case Loop:
		return exportedAction{Type: loopName, Parameters: object{"LoopCount": strconv.Itoa(int(e.Count))}}
	case Wait:
		parameters["TimeLimitSeconds"] = strconv.FormatInt(int64(e.For/acd.Second), 10)
		if e.Events != nil {
			parameters["Events"] = e.Events
		}
		if e.Returned != "" {
			parameters["LambdaInvocationId"] = e.Function
		}
		return exportedAction{Type: waitName, Parameters: parameters}
	case Message:
		if parameters["Text"] = e.Text; e.PromptID != "" {
			parameters = object{"PromptId": e.PromptID}
		}
		return exportedAction{Type: messageName, Parameters: parameters}
	case Repeat:
		parameters["Messages"] = []object{{"Text": "Please hold the line."}}
		if e.Interrupt > 0 {
			parameters["InterruptFrequencySeconds"] = strconv.FormatInt(int64(e.Interrupt/acd.Second), 10)
		}
		return exportedAction{Type: messagesName, Parameters: parameters}
	case Ask:
		parameters["Text"] = "Please enter something."
		parameters["InputTimeLimitSeconds"] = strconv.FormatInt(int64(e.Limit/acd.Second), 10)
		if e.Store {
			parameters["StoreInput"] = "True"
			parameters["InputValidation"] = object{"CustomValidation": object{"MaximumLength": strconv.Itoa(e.Most)}}
		}
		return exportedAction{Type: getInputName, Parameters: parameters}
	case Invoke:
		return e.export()
	case StartChat:
		return e.export()
	case PlaceCall:
		if e.CallerID != "" {
			parameters["CallerId"] = object{"Number": e.CallerID}
		}
		return exportedAction{Type: completeCallName, Parameters: parameters}
	case SetVoice:
		return exportedAction{Type: voiceName, Parameters: object{"TextToSpeechVoice": e.Voice}}
	case LoadResult:
		return exportedAction{Type: loadResultName, Parameters: object{"LambdaInvocationId": e.ID}}
	}
	if drawn, ok := exportMove(effect); ok {
		return drawn
	}
	panic(fmt.Sprintf("no action asks for %T: add one to export", effect))
}

// exportConditions leads every result of an action to the same block.
func exportConditions(effect Effect, next string) []object {
	var words []string
	switch e := effect.(type) {
	case Loop:
		words = []string{LoopContinues, LoopDone}
	case Wait:
		words = append([]string{WaitCompleted}, e.Events...)
	case Repeat:
		words = []string{MessagesInterrupted}
	}
	list := make([]object, len(words))
	for i, word := range words {
		list[i] = object{"NextAction": next, "Condition": object{"Operator": equals, "Operands": []string{word}}}
	}
	return list
}

func exportSteps(steps []acd.Step) []object {
	list := make([]object, len(steps))
	for i, step := range steps {
		list[i] = object{"Expression": exportExpression(step.Expression)}
		if step.Expiry != nil {
			seconds := strconv.Itoa(int(step.Expiry.DurationInSeconds))
			list[i]["Expiry"] = object{"DurationInSeconds": seconds}
		}
	}
	return list
}

func exportExpression(x acd.Expression) object {
	members := object{}
	if x.Attribute != nil {
		members["AttributeCondition"] = exportCondition(x.Attribute)
	}
	if x.Not != nil {
		members["NotAttributeCondition"] = exportCondition(x.Not)
	}
	if x.And != nil {
		members["AndExpression"] = exportExpressions(x.And)
	}
	if x.Or != nil {
		members["OrExpression"] = exportExpressions(x.Or)
	}
	return members
}

func exportExpressions(expressions []acd.Expression) []object {
	list := make([]object, len(expressions))
	for i, x := range expressions {
		list[i] = exportExpression(x)
	}
	return list
}

func exportCondition(c *acd.AttributeCondition) object {
	members := object{"ComparisonOperator": string(c.Operator)}
	if c.Name != "" {
		members["Name"] = c.Name
	}
	if c.Value != "" {
		members["Value"] = c.Value
	}
	if c.Level != 0 {
		members["ProficiencyLevel"] = exportLevel(c.Level)
	}
	if c.Range != nil {
		members["Range"] = object{
			"MinProficiencyLevel": exportLevel(c.Range.Min), "MaxProficiencyLevel": exportLevel(c.Range.Max),
		}
	}
	if c.AgentIDs != nil {
		members["MatchCriteria"] = object{"AgentsCriteria": object{"AgentIds": *c.AgentIDs}}
	}
	return members
}

// exportLevel writes a level as exports do: "4.0".
func exportLevel(level float32) string {
	text := strconv.FormatFloat(float64(level), 'f', -1, 32)
	if level == float32(math.Trunc(float64(level))) {
		text += ".0"
	}
	return text
}
