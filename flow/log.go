package flow

import (
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// LogEntry is what a flow's log says of a block, in Amazon's words: the block by its name of old, what it was given
// with references resolved, and how it came out (AG:contact-flow-logs, A0297).
type LogEntry struct {
	Block      string
	Parameters string // JSON
	Results    string // empty: nothing
}

// Log returns the entries of a block that has come out: one for each attribute that it sets, and for each comparison
// that it makes until one is true.
func (f *Flow) Log(id string, s *Scene, out Outcome) []LogEntry {
	b := f.block(id)
	parameters, _ := readValue(b.parameters) // it was one when the flow was read
	given := parameters.shown(s)
	results := resultWords(out)
	switch b.kind {
	case setAttributesName:
		related := strconv.FormatBool(given.get("TargetContact").text == "Related")
		return attributeEntries("SetAttributes", given.get("Attributes"), results, texts("AddAttributeToRelatedContact",
			related)...)
	case flowDataName:
		return attributeEntries("SetFlowAttributes", given.get("FlowAttributes"), results)
	case compareName:
		return b.comparisons(s, out)
	}
	name, drawn := entryOf(b.kind, given)
	return []LogEntry{{name, drawn.json(), results}}
}

// shown returns a value with its references resolved; one that leads nowhere stands as it is.
func (v value) shown(s *Scene) value {
	if v.kind == '"' {
		if filled, err := v.filled(s); err == nil {
			return filled
		}
		return v
	}
	members, elements := slices.Clone(v.members), slices.Clone(v.elements)
	for i := range members {
		members[i].value = members[i].value.shown(s)
	}
	for i := range elements {
		elements[i] = elements[i].shown(s)
	}
	v.members, v.elements = members, elements
	return v
}

// resultWords says how a block came out, by the names that branches had of old.
func resultWords(out Outcome) string {
	switch out.Failure {
	case NoFailure:
		return out.Result
	case NoMatchingError:
		return "Error"
	case NoMatchingCondition:
		return "NoMatch"
	case QueueAtCapacity:
		return "AtCapacity"
	case InputTimeLimitExceeded:
		return "Timeout"
	}
	return string(out.Failure)
}

// attributeEntries returns an entry for each attribute, which may be the Value of an object.
func attributeEntries(block string, set value, results string, more ...member) []LogEntry {
	var entries []LogEntry
	for _, m := range set.members {
		text := m.value.text
		if m.value.kind == '{' {
			text = m.value.get("Value").text
		}
		parameters := value{kind: '{', members: append(texts("Value", text, "Key", m.name), more...)}
		entries = append(entries, LogEntry{block, parameters.json(), results})
	}
	return entries
}

// comparisons returns an entry for each comparison that was made.
func (b *block) comparisons(s *Scene, out Outcome) []LogEntry {
	var entries []LogEntry
	for _, c := range b.conditions {
		operand, _ := c.operand.resolve(s)
		made := texts("ComparisonMethod", c.operator, "Value", out.Result, "SecondValue", operand)
		holds := c.holds(out.Result, s)
		entries = append(entries, LogEntry{"CheckAttribute", value{kind: '{', members: made}.json(),
			strconv.FormatBool(holds)})
		if holds {
			break
		}
	}
	return entries
}

// texts returns members that are texts, of names and values in turn.
func texts(pairs ...string) []member {
	var members []member
	for i := 0; i < len(pairs); i += 2 {
		members = append(members, member{pairs[i], value{kind: '"', text: pairs[i+1]}})
	}
	return members
}

// entryOf returns the name of a block, and its parameters as the log names them.
func entryOf(kind string, given value) (name string, drawn value) {
	switch kind {
	case setHookName:
		return hookEntry(given)
	case invokeName:
		return "InvokeExternalResource", functionEntry(given)
	case setLoggingName:
		word := strings.TrimSuffix(given.get("FlowLoggingBehavior").text, "d")
		return "SetLoggingBehavior", value{kind: '{', members: texts("LoggingBehavior", word)}
	case getInputName:
		if given.get(keepKeysName).exists() {
			return "SetTouchtoneBufferBehavior", given
		}
		if strings.EqualFold(given.get("StoreInput").text, "True") {
			return "StoreUserInput", spokenEntry(given)
		}
		return "GetUserInput", spokenEntry(given)
	case messageName, botName:
		return entryNames[kind], spokenEntry(given)
	case checkMetricName:
		if strings.HasPrefix(given.get("MetricType").text, "NumberOfAgents") {
			return "CheckStaffing", given
		}
		return "CheckQueueStatus", given
	case streamName:
		if given.get("MediaStreamingState").text == "Disabled" {
			return "StopMediaStreaming", given
		}
		return "StartMediaStreaming", given
	case setQueueName, requeueName:
		return entryNames[kind], given.renamed("QueueId", "Queue", "AgentId", "Queue")
	case checkHoursName:
		return kind, given.renamed("HoursOfOperationId", "Hours")
	}
	if name = entryNames[kind]; name == "" {
		name = kind
	}
	return name, given
}

// entryNames are the names of blocks in logs, where they are not those of their actions.
var entryNames = map[string]string{
	setQueueName: "SetQueue", setRoutingName: "ChangeRoutingPriority", setDataName: "SetContactData",
	transferName: "Transfer", requeueName: "Transfer", goToFlowName: "Transfer", outsideName: "Transfer",
	toAgentName: "Transfer", callbackName: "CreateCallback", callbackNumberName: "SetCallbackNumber",
	endName: "Resume", returnName: "Return", disconnectName: "Disconnect", getMetricsName: "GetQueueMetrics",
	outboundCheckName: "CheckCallProgress", messageName: "PlayPrompt", messagesName: "LoopPrompts",
	botName: "GetUserInput", recordName: "SetRecordingBehavior", recordAllName: "SetRecordingAndAnalyticsBehavior",
	voiceName: "SetVoice", wisdomName: "SetWisdomAssistant", completeCallName: "Dial",
}

// renamed returns an object with some of its members under other names.
func (v value) renamed(pairs ...string) value {
	v.members = slices.Clone(v.members)
	for i, m := range v.members {
		for at := 0; at < len(pairs); at += 2 {
			if m.name == pairs[at] {
				v.members[i].name = pairs[at+1]
			}
		}
	}
	return v
}

// hookEntry says which flow is set for which event.
func hookEntry(given value) (name string, drawn value) {
	drawn.kind = '{'
	for _, m := range given.get("EventHooks").members {
		drawn.members = texts("Type", m.name, "ContactFlowId", m.value.text)
		switch m.name {
		case "CustomerRemaining", "PauseContact", "ResumeContact":
			return "SetEventHook", drawn
		}
	}
	return "SetContactFlow", drawn
}

// functionEntry says which function was asked, with what, and for how many milliseconds.
func functionEntry(given value) value {
	limit, err := strconv.Atoi(given.get("InvocationTimeLimitSeconds").text)
	if err != nil {
		limit = functionSecondsDefault
	}
	drawn := value{kind: '{', members: texts("FunctionArn", given.get("LambdaFunctionARN").text, "TimeLimit",
		strconv.Itoa(limit*1000))}
	if sent := given.get("LambdaInvocationAttributes"); sent.exists() {
		drawn.members = append(drawn.members, member{"Parameters", sent})
	}
	if kind := given.get("ResponseValidation").get("ResponseType"); kind.exists() {
		drawn.members = append(drawn.members, texts("ResponseValidation", "ResponseType="+kind.text)...)
	}
	return drawn
}

// spokenEntry says what was said, and for how long an input was waited for.
func spokenEntry(given value) value {
	drawn := value{kind: '{'}
	for _, m := range given.members {
		switch m.name {
		case "Text":
			drawn.members = append(drawn.members, texts("Text", m.value.text, "TextToSpeechType", "text")...)
		case "SSML":
			drawn.members = append(drawn.members, texts("Text", m.value.text, "TextToSpeechType", "ssml")...)
		case "PromptId":
			drawn.members = append(drawn.members, texts("PromptLocation", m.value.text)...)
		case "InputTimeLimitSeconds":
			drawn.members = append(drawn.members, texts("Timeout", m.value.text)...)
		case "LexV2Bot":
			drawn.members = append(drawn.members, texts("BotAliasArn", m.value.get("AliasArn").text)...)
		case "StoreInput", skipName:
		default:
			drawn.members = append(drawn.members, m)
		}
	}
	return drawn
}

// IsObject says whether a text is a JSON object, as what a function answers should be.
func IsObject(text string) bool {
	v := jsontext.Value(text)
	return v.Kind() == '{' && v.IsValid()
}
