package story

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"patchcord/acd"
)

// This file reads flows that a story writes out, a block a line: [LABEL:] WORD ... [else LABEL].

// A plannedBlock is a line of a flow. What it needs of the stage, as ids, is known when the flow is made.
type plannedBlock struct {
	label  string
	orElse string // where its errors lead; empty: to their note, and the end of the contact
	action func(*stage) (blockOf, error)
}

// blockOf is a block but for where it stands.
type blockOf struct {
	kind       string
	parameters map[string]any
	errors     []string
	cases      [][3]string // operator, operand and label, empty for the next block
	last       bool        // nothing follows it
}

// fixedBlock is one that needs nothing of the stage.
func fixedBlock(b blockOf) func(*stage) (blockOf, error) {
	return func(*stage) (blockOf, error) { return b, nil }
}

// readFlow understands: flow NAME [TYPE] with a block a line below it.
func readFlow(a *args) deed {
	name, kind := a.fresh(aFlow), "CONTACT_FLOW"
	if a.more() {
		kind = strings.ToUpper(strings.ReplaceAll(a.next("a type of flow").text, "-", "_"))
	}
	var blocks []plannedBlock
	for _, in := range a.body {
		lines := &args{line: in.line, words: in.words, cast: a.cast}
		last := in.words[len(in.words)-1]
		lines.end = last.column + len(last.text)
		blocks = append(blocks, readBlock(lines))
		if lines.fault != nil && a.fault == nil {
			a.fault = lines.fault
		}
	}
	a.body = nil
	return func(s *stage) error {
		content, err := s.drawBlocks(blocks)
		if err != nil {
			return err
		}
		id, err := s.set(acd.CreateContactFlow{Flow: acd.ContactFlow{
			Name: name, Type: kind, Status: "PUBLISHED", Content: content,
		}})
		s.names.add(aFlow, name, id)
		return err
	}
}

// readBlock takes one line of a flow.
func readBlock(a *args) plannedBlock {
	var b plannedBlock
	if label, ok := strings.CutSuffix(a.words[0].text, ":"); ok {
		b.label, a.words = label, a.words[1:]
	}
	if n := len(a.words); n > 2 && a.words[n-2].text == "else" {
		b.orElse, a.words = a.words[n-1].text, a.words[:n-2]
	}
	word := a.next("a block")
	read, ok := blockWords()[word.text]
	if !ok {
		a.fail(word, "unknown block %q; a block is one of: %s", word.text, strings.Join(blockUsages(), "; "))
		return b
	}
	b.action = read.read(a)
	if a.finish(); a.fault != nil {
		a.fault.Reason += "; write " + read.usage
	}
	return b
}

// blockWord is one kind of line in a flow.
type blockWord struct {
	usage string
	read  func(*args) func(*stage) (blockOf, error)
}

// blockWords returns every kind of line that a flow may have.
func blockWords() map[string]blockWord {
	return map[string]blockWord{
		"queue":    {"queue QUEUE, or queue agent=USER", targetBlock("UpdateContactTargetQueue")},
		"priority": {"priority N", numberBlock("UpdateContactRoutingBehavior", "QueuePriority")},
		"age":      {"age SECONDS", numberBlock("UpdateContactRoutingBehavior", "QueueTimeAdjustmentSeconds")},
		"set":      {"set NAME=VALUE ...", setBlock},
		"on":       {"on EVENT FLOW", hookBlock},
		"transfer": {"transfer", plainBlock("TransferContactToQueue", "QueueAtCapacity", "NoMatchingError")},
		"resume":   {"resume", plainBlock("ResumeContact", "NoMatchingError")},
		"say":      {"say TEXT", sayBlock},
		"repeat":   {"repeat [DURATION]", repeatBlock},
		"wait":     {"wait DURATION [LABEL]", waitBlock},
		"loop":     {"loop N LABEL", loopBlock},
		"if":       {"if REFERENCE VALUE LABEL", ifBlock},
		"hours":    {"hours LABEL", hoursBlock},
		"check":    {"check METRIC OPERATOR NUMBER LABEL", checkBlock},
		"share":    {"share PERCENT LABEL", shareBlock},
		"flow":     {"flow FLOW", flowBlock},
		"metrics":  {"metrics", plainBlock("GetMetricData", "NoMatchingError")},
		"ask":      {"ask KEY LABEL ..., or ask store=N", askBlock},
		"bot":      {"bot INTENT LABEL", botBlock},
		"invoke":   {"invoke FUNCTION [NAME=VALUE ...]", invokeBlock},
		"go":       {"go LABEL", goBlock},
		"requeue": {"requeue QUEUE, or requeue agent=USER",
			targetBlock("DequeueContactAndTransferToQueue", "QueueAtCapacity")},
		"hang-up": {"hang-up", lastBlock("DisconnectParticipant")},
		"end":     {"end", lastBlock("EndFlowExecution")},
	}
}

func blockUsages() []string {
	var list []string
	for _, w := range blockWords() { // order does not show: it is sorted
		list = append(list, w.usage)
	}
	slices.Sort(list)
	return list
}

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
		b.parameters["StoreInput"] = "True"
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

func goBlock(a *args) func(*stage) (blockOf, error) {
	label := a.next("a label").text
	return fixedBlock(blockOf{kind: "Compare", parameters: map[string]any{"ComparisonValue": "$.Channel"},
		errors: []string{"NoMatchingCondition"}, cases: [][3]string{{"TextStartsWith", "", label}}})
}

// drawBlocks returns the content of a flow. A block leads to the one below it; below the last the contact hangs up. An
// error that has no way of its own is noted on the contact and ends it; that nothing matches leads on.
func (s *stage) drawBlocks(planned []plannedBlock) (string, error) {
	d := &drawing{}
	ids := make([]string, len(planned)+1)
	place := map[string]string{}
	for i, b := range planned {
		ids[i] = b.label
		if b.label == "" {
			ids[i] = strconv.Itoa(i + 1)
		}
		place[ids[i]] = ids[i]
	}
	ids[len(planned)] = "hang up"
	for i, b := range planned {
		block, err := b.action(s)
		if err != nil {
			return "", err
		}
		if block.last {
			d.actions = append(d.actions, action{Identifier: ids[i], Type: block.kind, Parameters: block.parameters})
			continue
		}
		if err := d.place(ids[i], ids[i+1], place, b.orElse, block); err != nil {
			return "", err
		}
	}
	d.actions = append(d.actions, action{Identifier: "hang up", Type: "DisconnectParticipant",
		Parameters: map[string]any{}})
	return d.contentFrom(ids[0])
}

// place draws a block of a flow that is written out.
func (d *drawing) place(id, next string, labels map[string]string, orElse string, b blockOf) error {
	drawn := action{Identifier: id, Type: b.kind, Parameters: b.parameters, Transitions: transitions{NextAction: next}}
	target := func(label string) (string, error) {
		if _, ok := labels[label]; !ok {
			return "", fmt.Errorf("no block is labelled %q in this flow", label)
		}
		return label, nil
	}
	for _, c := range b.cases {
		to := next
		if c[2] != "" {
			var err error
			if to, err = target(c[2]); err != nil {
				return err
			}
		}
		drawn.Transitions.Conditions = append(drawn.Transitions.Conditions, caseOf{to,
			map[string]any{"Operator": c[0], "Operands": []string{c[1]}}})
	}
	for _, name := range b.errors {
		path := errorPath{id + " " + name, name}
		switch {
		case orElse != "":
			to, err := target(orElse)
			if err != nil {
				return err
			}
			path.NextAction = to
		case name == "NoMatchingCondition":
			path.NextAction = next
		default:
			d.note(id, name, b.kind)
		}
		drawn.Transitions.Errors = append(drawn.Transitions.Errors, path)
	}
	d.actions = append(d.actions, drawn)
	return nil
}
