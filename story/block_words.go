package story

import (
	"strconv"
	"strings"

	"patchcord/acd"
)

// This file reads the words of the lines that flows are written in.

func plainBlock(kind string, errors ...string) func(*args) func(*stage) (blockOf, error) {
	return func(*args) func(*stage) (blockOf, error) {
		return fixedBlock(blockOf{kind: kind, parameters: map[string]any{}, errors: errors})
	}
}

func lastBlock(kind string) func(*args) func(*stage) (blockOf, error) {
	return func(*args) func(*stage) (blockOf, error) {
		return fixedBlock(blockOf{kind: kind, parameters: map[string]any{}, last: true})
	}
}

// targetBlock names a queue, or the user whose own queue it is.
func targetBlock(kind string, failures ...string) func(*args) func(*stage) (blockOf, error) {
	return func(a *args) func(*stage) (blockOf, error) {
		queue, user := "", ""
		if a.more() {
			queue = a.known(aQueue)
		}
		for _, pr := range a.pairs() {
			known := a.cast.has(aUser, pr.value) || strings.HasPrefix(pr.value, "$.")
			if user = pr.value; pr.key != "agent" || queue != "" || !known {
				a.unknown(pr, "agent, of a user that the story has made, or a reference")
			}
		}
		return func(s *stage) (blockOf, error) {
			b := blockOf{kind: kind, parameters: map[string]any{}, errors: append(failures, "NoMatchingError")}
			if strings.HasPrefix(user, "$.") {
				b.parameters["AgentId"] = user
				return b, nil
			}
			if user != "" {
				b.parameters["AgentId"] = string(s.userID(user))
				return b, nil
			}
			id, err := s.queue(queue)
			b.parameters["QueueId"] = string(id)
			return b, err
		}
	}
}

func numberBlock(kind, member string) func(*args) func(*stage) (blockOf, error) {
	return func(a *args) func(*stage) (blockOf, error) {
		return fixedBlock(blockOf{kind: kind, parameters: map[string]any{member: a.next("a number").text}})
	}
}

func setBlock(a *args) func(*stage) (blockOf, error) {
	set := map[string]string{}
	for _, pr := range a.pairs() {
		set[pr.key] = pr.value
	}
	return fixedBlock(blockOf{kind: "UpdateContactAttributes", errors: []string{"NoMatchingError"},
		parameters: map[string]any{"Attributes": set, "TargetContact": "Current"}})
}

func hookBlock(a *args) func(*stage) (blockOf, error) {
	event, flow := a.next("an event").text, a.known(aFlow)
	return func(s *stage) (blockOf, error) {
		id, _ := s.names.find(aFlow, flow)
		return blockOf{kind: "UpdateContactEventHooks", errors: []string{"NoMatchingError"},
			parameters: map[string]any{"EventHooks": map[string]string{event: id}}}, nil
	}
}

func sayBlock(a *args) func(*stage) (blockOf, error) {
	return fixedBlock(blockOf{kind: "MessageParticipant", errors: []string{"NoMatchingError"},
		parameters: map[string]any{"Text": a.next("a text").text}})
}

func repeatBlock(a *args) func(*stage) (blockOf, error) {
	b := blockOf{kind: "MessageParticipantIteratively", errors: []string{"NoMatchingError"},
		parameters: map[string]any{"Messages": []map[string]string{{"Text": "Please wait."}}}}
	if a.more() {
		b.parameters["InterruptFrequencySeconds"] = a.seconds()
		b.cases = [][3]string{{"Equals", "MessagesInterrupted", ""}}
	}
	return fixedBlock(b)
}

func waitBlock(a *args) func(*stage) (blockOf, error) {
	b := blockOf{kind: "Wait", errors: []string{"NoMatchingError"},
		parameters: map[string]any{"TimeLimitSeconds": a.seconds()},
		cases:      [][3]string{{"Equals", "WaitCompleted", ""}}}
	if a.more() {
		b.parameters["Events"] = []string{"CustomerReturned"}
		b.cases = append(b.cases, [3]string{"Equals", "CustomerReturned", a.next("a label").text})
	}
	return fixedBlock(b)
}

// waitBotBlock waits for the bot of a chat to leave.
func waitBotBlock(a *args) func(*stage) (blockOf, error) {
	b := blockOf{kind: "Wait", errors: []string{"NoMatchingError", "ParticipantNotFound"},
		parameters: map[string]any{"TimeLimitSeconds": a.seconds(), "Events": []string{"BotParticipantDisconnected"}},
		cases:      [][3]string{{"Equals", "WaitCompleted", ""}}}
	b.cases = append(b.cases, [3]string{"Equals", "BotParticipantDisconnected", a.next("a label").text})
	return fixedBlock(b)
}

// seconds takes a span of time and writes it as flows do.
func (a *args) seconds() string {
	w := a.next("a span of time")
	return strconv.FormatInt(int64(a.duration(w, w.text)/acd.Second), 10)
}

func loopBlock(a *args) func(*stage) (blockOf, error) {
	count, label := a.next("a number").text, a.next("a label").text
	return fixedBlock(blockOf{kind: "Loop", parameters: map[string]any{"LoopCount": count},
		cases: [][3]string{{"Equals", "ContinueLooping", label}, {"Equals", "DoneLooping", ""}}})
}

func ifBlock(a *args) func(*stage) (blockOf, error) {
	reference, value, label := a.next("a reference").text, a.next("a value").text, a.next("a label").text
	return fixedBlock(blockOf{kind: "Compare", parameters: map[string]any{"ComparisonValue": reference},
		errors: []string{"NoMatchingCondition"}, cases: [][3]string{{"Equals", value, label}}})
}

func hoursBlock(a *args) func(*stage) (blockOf, error) {
	return fixedBlock(blockOf{kind: "CheckHoursOfOperation", parameters: map[string]any{},
		errors: []string{"NoMatchingError"},
		cases:  [][3]string{{"Equals", "True", a.next("a label").text}, {"Equals", "False", ""}}})
}

func checkBlock(a *args) func(*stage) (blockOf, error) {
	metric, operator, number := a.next("a metric").text, a.next("an operator").text, a.next("a number").text
	return fixedBlock(blockOf{kind: "CheckMetricData", parameters: map[string]any{"MetricType": metric},
		errors: []string{"NoMatchingError", "NoMatchingCondition"},
		cases:  [][3]string{{operator, number, a.next("a label").text}}})
}

func shareBlock(a *args) func(*stage) (blockOf, error) {
	percent, err := strconv.Atoi(a.next("a number").text)
	if err != nil {
		a.fail(word{column: a.end}, "give a percentage")
	}
	return fixedBlock(blockOf{kind: "DistributeByPercentage", parameters: map[string]any{},
		errors: []string{"NoMatchingCondition"},
		cases:  [][3]string{{"NumberLessThan", strconv.Itoa(percent + 1), a.next("a label").text}}})
}

func flowBlock(a *args) func(*stage) (blockOf, error) {
	flow := a.known(aFlow)
	return func(s *stage) (blockOf, error) {
		id, _ := s.names.find(aFlow, flow)
		return blockOf{kind: "TransferToFlow", errors: []string{"NoMatchingError"},
			parameters: map[string]any{"ContactFlowId": id}}, nil
	}
}

// askBlock waits ten seconds for keys.
func askBlock(a *args) func(*stage) (blockOf, error) {
	b := blockOf{kind: "GetParticipantInput", errors: []string{"InputTimeLimitExceeded", "NoMatchingError"},
		parameters: map[string]any{"Text": "Please choose.", "InputTimeLimitSeconds": "10", "StoreInput": "False"}}
	for a.more() {
		b.cases = append(b.cases, [3]string{"Equals", a.next("a key").text, a.next("a label").text})
	}
	for _, pr := range a.pairs() {
		if pr.key != "store" {
			a.unknown(pr, "store")
		}
		b.parameters["StoreInput"], b.errors = "True", []string{"NoMatchingError"}
		b.parameters["InputValidation"] = map[string]any{"CustomValidation": map[string]string{"MaximumLength": pr.value}}
		return fixedBlock(b)
	}
	b.errors = append(b.errors, "NoMatchingCondition")
	return fixedBlock(b)
}

func botBlock(a *args) func(*stage) (blockOf, error) {
	intent, label := a.next("an intent").text, a.next("a label").text
	return fixedBlock(blockOf{kind: "ConnectParticipantWithLexBot",
		errors: []string{"InputTimeLimitExceeded", "NoMatchingError", "NoMatchingCondition"},
		parameters: map[string]any{"Text": "How can I help?", "LexTimeoutSeconds": map[string]string{"Text": "60"},
			"LexV2Bot": map[string]string{"AliasArn": "arn:aws:lex:us-east-1:123456789012:bot-alias/A/B"}},
		cases: [][3]string{{"Equals", intent, label}}})
}

func invokeBlock(a *args) func(*stage) (blockOf, error) {
	name, given := a.next("the name of a function").text, map[string]string{}
	for _, pr := range a.pairs() {
		given[pr.key] = pr.value
	}
	return fixedBlock(blockOf{kind: "InvokeLambdaFunction", errors: []string{"NoMatchingError"},
		parameters: map[string]any{"LambdaFunctionARN": "arn:aws:lambda:us-east-1:123456789012:function:" + name,
			"InvocationTimeLimitSeconds": "8", "LambdaInvocationAttributes": given,
			"ResponseValidation": map[string]string{"ResponseType": "JSON"}}})
}

// sendBlock invokes a function without waiting for it.
func sendBlock(a *args) func(*stage) (blockOf, error) {
	block := invokeBlock(a)
	return func(s *stage) (blockOf, error) {
		b, err := block(s)
		b.parameters["InvocationType"], b.parameters["InvocationTimeLimitSeconds"] = "ASYNCHRONOUS", "60"
		return b, err
	}
}

// loadBlock loads what a function has answered: the one that was invoked last, or one by its id.
func loadBlock(a *args) func(*stage) (blockOf, error) {
	b := blockOf{kind: "LoadLambdaResult", errors: []string{"NoMatchingError"}, parameters: map[string]any{}}
	if a.more() {
		b.parameters["LambdaInvocationId"] = a.next("a reference").text
	}
	return fixedBlock(b)
}

// awaitBlock waits for the answer of the function that was invoked last.
func awaitBlock(a *args) func(*stage) (blockOf, error) {
	return fixedBlock(blockOf{kind: "Wait", errors: []string{"NoMatchingError"},
		parameters: map[string]any{"TimeLimitSeconds": a.seconds(), "Events": []string{"LambdaReturned"}},
		cases: [][3]string{{"Equals", "LambdaReturned", a.next("a label").text},
			{"Equals", "WaitCompleted", ""}}})
}

func taskBlock(a *args) func(*stage) (blockOf, error) {
	name, flow := a.next("a name").text, a.known(aFlow)
	parameters := map[string]any{"Name": name}
	for _, pr := range a.pairs() {
		if pr.key != "in" {
			a.unknown(pr, "in")
		}
		parameters["DelaySeconds"] = strconv.FormatInt(int64(a.duration(pr.word, pr.value)/acd.Second), 10)
	}
	return func(s *stage) (blockOf, error) {
		id, _ := s.names.find(aFlow, flow)
		parameters["ContactFlowId"] = id
		return blockOf{kind: "CreateTask", errors: []string{"NoMatchingError"}, parameters: parameters}, nil
	}
}

func moduleBlock(a *args) func(*stage) (blockOf, error) {
	module, b := a.known(aModule), blockOf{kind: "InvokeFlowModule", errors: []string{"NoMatchingError"}}
	for a.more() {
		b.cases = append(b.cases, [3]string{"Equals", a.next("a result").text, a.next("a label").text})
		b.errors = []string{"NoMatchingCondition", "NoMatchingError"}
	}
	given := map[string]string{}
	for _, pr := range a.pairs() {
		given[pr.key] = pr.value
	}
	return func(s *stage) (blockOf, error) {
		id, _ := s.names.find(aModule, module)
		if b.parameters = map[string]any{"FlowModuleId": id}; len(given) > 0 {
			b.parameters = map[string]any{"FlowModuleId": id + ":$LATEST", "Input": given}
		}
		return b, nil
	}
}

func returnBlock(a *args) func(*stage) (blockOf, error) {
	b := blockOf{kind: "EndFlowModuleExecution", parameters: map[string]any{}, last: true}
	if a.more() {
		b.parameters["Result"] = a.next("a result").text
	}
	data := map[string]string{}
	for _, pr := range a.pairs() {
		data[pr.key] = pr.value
	}
	if len(data) > 0 {
		b.parameters["ResultData"] = data
	}
	return fixedBlock(b)
}

func goBlock(a *args) func(*stage) (blockOf, error) {
	label := a.next("a label").text
	return fixedBlock(blockOf{kind: "Compare", parameters: map[string]any{"ComparisonValue": "$.Channel"},
		errors: []string{"NoMatchingCondition"}, cases: [][3]string{{"TextStartsWith", "", label}}})
}
