package story

import (
	"fmt"
	"regexp"
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

// readFlow understands: flow NAME [TYPE] with a block a line below it, or with file=NAME for what is exported.
func readFlow(a *args) deed {
	name, kind := a.fresh(aFlow), acd.FlowInbound
	if a.more() {
		kind = strings.ToUpper(strings.ReplaceAll(a.next("a type of flow").text, "-", "_"))
	}
	create := func(content string) acd.Command {
		return acd.CreateContactFlow{Flow: acd.ContactFlow{Name: name, Type: kind, Status: "PUBLISHED", Content: content}}
	}
	for _, pr := range a.pairs() {
		if pr.key != "file" {
			a.unknown(pr, "file")
			continue
		}
		return exported(a, pr, aFlow, name, create)
	}
	return written(a, aFlow, name, endingOf(kind), create)
}

// endingOf returns what comes below the last block of a flow of a type; empty: the contact hangs up.
func endingOf(flowType string) string {
	if strings.HasSuffix(flowType, "_WHISPER") || strings.HasSuffix(flowType, "_HOLD") {
		return "EndFlowExecution"
	}
	return ""
}

// placeholder stands in an exported flow for the id of something that the story has made: {{queue:support}}.
var placeholder = regexp.MustCompile(`\{\{(queue|user|flow|module):([^{}]+)\}\}`)

// file returns what a file beside the story holds.
func (a *args) file(named pair) string {
	if a.cast.read == nil {
		a.fail(named.word, "this story is read without files beside it")
		return ""
	}
	content, err := a.cast.read(named.value)
	if err != nil {
		a.fail(named.word, "%v", err)
	}
	return string(content)
}

// exported reads a flow or a module from a file beside the story.
func exported(a *args, file pair, made kind, name string, create func(content string) acd.Command) deed {
	content := a.file(file)
	for _, found := range placeholder.FindAllStringSubmatch(content, -1) {
		if !a.cast.has(kind(found[1]), found[2]) {
			a.fail(file.word, "the flow names the %s %q, and nothing is called so up to here", found[1], found[2])
		}
	}
	return func(s *stage) error {
		text := placeholder.ReplaceAllStringFunc(content, func(one string) string {
			found := placeholder.FindStringSubmatch(one)
			if kind(found[1]) == aQueue {
				id, _ := s.queue(found[2])
				return string(id)
			}
			id, _ := s.names.find(kind(found[1]), found[2])
			return id
		})
		id, err := s.set(create(text))
		s.names.add(made, name, id)
		return err
	}
}

// readModule understands: module NAME with a block a line below it, or with file=NAME for what is exported.
func readModule(a *args) deed {
	name := a.fresh(aModule)
	create := func(content string) acd.Command {
		return acd.CreateContactFlowModule{Module: acd.ContactFlowModule{Name: name, Status: "PUBLISHED", Content: content}}
	}
	for _, pr := range a.pairs() {
		if pr.key != "file" {
			a.unknown(pr, "file")
			continue
		}
		return exported(a, pr, aModule, name, create)
	}
	return written(a, aModule, name, "", create)
}

// written takes the lines below as blocks, and makes what is written in them.
func written(a *args, kind kind, name, ending string, create func(content string) acd.Command) deed {
	blocks := a.blocks()
	return func(s *stage) error {
		content, err := s.drawBlocks(blocks, ending)
		if err != nil {
			return err
		}
		id, err := s.set(create(content))
		s.names.add(kind, name, id)
		return err
	}
}

// readPublish understands: publish FLOW, with a block a line below it.
func readPublish(a *args) deed {
	name := a.known(aFlow)
	blocks := a.blocks()
	return func(s *stage) error {
		id, _ := s.names.find(aFlow, name)
		flow, _ := s.inst.Directory().Flow(acd.FlowID(id))
		content, err := s.drawBlocks(blocks, endingOf(flow.Type))
		if err != nil {
			return err
		}
		_, err = s.set(acd.UpdateContactFlowContent{ID: acd.FlowID(id), Content: content})
		return err
	}
}

// blocks takes the lines below as blocks.
func (a *args) blocks() []plannedBlock {
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
	return blocks
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
		"queue":           {"queue QUEUE, or queue agent=USER", targetBlock("UpdateContactTargetQueue")},
		"priority":        {"priority N", numberBlock("UpdateContactRoutingBehavior", "QueuePriority")},
		"age":             {"age SECONDS", numberBlock("UpdateContactRoutingBehavior", "QueueTimeAdjustmentSeconds")},
		"set":             {"set NAME=VALUE ...", setBlock},
		"on":              {"on EVENT FLOW", hookBlock},
		"transfer":        {"transfer", plainBlock("TransferContactToQueue", "QueueAtCapacity", "NoMatchingError")},
		"resume":          {"resume", plainBlock("ResumeContact", "NoMatchingError")},
		"say":             {"say TEXT", sayBlock},
		"repeat":          {"repeat [DURATION]", repeatBlock},
		"wait":            {"wait DURATION [LABEL]", waitBlock},
		"wait-bot":        {"wait-bot DURATION LABEL", waitBotBlock},
		"loop":            {"loop N LABEL", loopBlock},
		"if":              {"if REFERENCE VALUE LABEL", ifBlock},
		"hours":           {"hours LABEL", hoursBlock},
		"check":           {"check METRIC OPERATOR NUMBER LABEL", checkBlock},
		"share":           {"share PERCENT LABEL", shareBlock},
		"flow":            {"flow FLOW", flowBlock},
		"metrics":         {"metrics", plainBlock("GetMetricData", "NoMatchingError")},
		"ask":             {"ask KEY LABEL ..., or ask store=N", askBlock},
		"bot":             {"bot INTENT LABEL", botBlock},
		"invoke":          {"invoke FUNCTION [NAME=VALUE ...]", invokeBlock},
		"send":            {"send FUNCTION [NAME=VALUE ...]", sendBlock},
		"await":           {"await DURATION LABEL", awaitBlock},
		"load":            {"load [REFERENCE]", loadBlock},
		"task":            {"task NAME FLOW [in=DURATION]", taskBlock},
		"module":          {"module NAME [RESULT LABEL ...] [NAME=VALUE ...]", moduleBlock},
		"return":          {"return [RESULT] [NAME=VALUE ...]", returnBlock},
		"go":              {"go LABEL", goBlock},
		"place":           {"place [NUMBER]", placeBlock},
		"text":            {"text NUMBER FLOW", textBlock},
		"callback-number": {"callback-number REFERENCE", callbackNumberBlock},
		"callback":        {"callback [QUEUE] [flow= after= calls= again=]", callbackBlock},
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

// drawBlocks returns the content of a flow. A block leads to the one below it; below the last the contact hangs up, or
// the flow ends where such a flow cannot hang up. An error that has no way of its own is noted on the contact and ends
// it; that nothing matches leads on.
func (s *stage) drawBlocks(planned []plannedBlock, ending string) (string, error) {
	d := &drawing{ending: ending}
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
	d.actions = append(d.actions, d.last("hang up"))
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
