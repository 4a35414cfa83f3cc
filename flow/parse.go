package flow

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"patchcord/acd"
)

// The limits of a flow's content.
const (
	contentBytesMax    = 1 << 20 // ours; Amazon's model gives none
	blocksMax          = 250     // DG:flow-language-example
	identifierRunesMax = 50      // DG:flow-language-actions
	problemsMax        = 100     // how many problems one refusal tells
)

// BlocksPerRunMax is how many blocks a run may pass before its runner takes it for a loop without end (A0065).
const BlocksPerRunMax = 1000

// version is the only version of the Flow language (DG:flow-language-example).
const version = "2019-10-30"

// Parse reads the content of a flow. It accepts what can run here and refuses everything else with an *acd.Error of
// code BadFlow, whose Problems tell all that is wrong, in the order of the content, each with its block. Blocks that
// nothing leads to, and blocks that lead back, are no problem.
func Parse(content string) (*Flow, error) { return ParseAs("", content) }

// ParseAs reads the content of a flow of a type, or of a Module, which may not have every action. What was published
// before that was asked is read by Parse.
func ParseAs(flowType, content string) (*Flow, error) {
	p := &parser{flowType: flowType}
	f := p.flow(content)
	switch n := len(p.problems); {
	case n == 0:
		f.silent = f.findSilent()
		return f, nil
	case n == 1:
		return nil, &acd.Error{Code: acd.BadFlow, Message: "the flow cannot run: " + p.problems[0], Problems: p.problems}
	default:
		message := fmt.Sprintf("the flow cannot run for %d reasons; the first: %s", n, p.problems[0])
		return nil, &acd.Error{Code: acd.BadFlow, Message: message, Problems: p.problems}
	}
}

// parser gathers what is wrong with a content while it reads it.
type parser struct {
	where    string // the block that is being read, as problems name it
	problems []string
	flowType string // of the flow; empty: any action may stand in it
	literal  bool   // references are not resolved in what is being read
	kind     *kind  // of the block that is being read; its parameters may say more about how it comes out
}

// problem notes that something cannot be, and what could.
func (p *parser) problem(format string, args ...any) {
	if len(p.problems) < problemsMax {
		p.problems = append(p.problems, p.where+fmt.Sprintf(format, args...))
	}
}

func (p *parser) flow(content string) *Flow {
	if len(content) > contentBytesMax {
		p.problem("the content has %d bytes; give at most %d", len(content), contentBytesMax)
		return nil
	}
	document, err := readValue(content)
	if err != nil {
		p.problem("%s", jsonProblem("the content", err))
		return nil
	}
	if document.kind != '{' {
		p.problem("the content is %s; give an object with Version, StartAction and Actions", document.describe())
		return nil
	}
	if isOldForm(document) {
		p.problem("%s", oldForm)
		return nil
	}
	if v := document.get("Version"); v.kind != '"' || v.text != version {
		p.problem("Version is %s; give %q", v.describe(), version)
	}
	f := &Flow{index: map[string]int{}}
	actions := p.actions(document.get("Actions"), f)
	start := document.get("StartAction")
	if _, ok := f.index[start.text]; len(actions) > 0 && (start.kind != '"' || !ok) {
		p.problem("StartAction is %s; give the Identifier of a block in Actions", start.describe())
	}
	f.start = start.text
	for i, action := range actions {
		p.block(&f.blocks[i], i, action, f)
	}
	return f
}

// actions finds the blocks of the flow and notes their identifiers, so that transitions may lead forwards.
func (p *parser) actions(list value, f *Flow) []value {
	if list.kind != '[' || len(list.elements) == 0 {
		p.problem("Actions is %s; give a list of at least one block", describeList(list))
		return nil
	}
	if n := len(list.elements); n > blocksMax {
		p.problem("Actions has %d blocks; give at most %d", n, blocksMax)
		return nil
	}
	f.blocks = make([]block, len(list.elements))
	for i, action := range list.elements {
		id := action.get("Identifier").text
		if _, twice := f.index[id]; !twice {
			f.index[id] = i
		}
		f.blocks[i].id = id
	}
	return list.elements
}

func describeList(v value) string {
	if v.kind == '[' && len(v.elements) == 0 {
		return "an empty list"
	}
	return v.describe()
}

func (p *parser) block(b *block, place int, action value, f *Flow) {
	p.where = fmt.Sprintf("Actions[%d]: ", place)
	defer func() { p.where = "" }()
	if action.kind != '{' {
		p.problem("it is %s; give an object with Identifier, Type, Parameters and Transitions", action.describe())
		return
	}
	identifier := action.get("Identifier")
	if identifier.kind != '"' || identifier.text == "" {
		p.problem("Identifier is %s; give every block a name of its own", identifier.describe())
	} else {
		p.where = fmt.Sprintf("block %s: ", quote(b.id))
		p.identifier(b.id, f.index[b.id], place)
	}
	name := action.get("Type")
	k, known := kindOf(name.text)
	if name.kind != '"' {
		p.problem("Type is %s; give the type of an action, like %s", name.describe(), transferName)
		return
	}
	if !known {
		p.problem("Type is %s, which does not run here; %s", name.describe(), suggestion(clip(name.text)))
		return
	}
	b.kind, b.last, b.channels, b.mild, p.kind = k.name, k.ends == always, k.channels, k.mild, &k
	p.checkPlace(k.name)
	parameters := action.get("Parameters")
	if parameters.exists() && parameters.kind != '{' {
		p.problem("Parameters is %s; give an object", parameters.describe())
	} else {
		b.request = k.read(p, parameters)
		b.parameters = parameters.json()
	}
	p.transitions(b, p.kind, action.get("Transitions"), f)
}

// identifier checks a block's name (DG:flow-language-actions).
func (p *parser) identifier(id string, first, place int) {
	if first != place {
		p.problem("Actions[%d] and Actions[%d] both have this Identifier; give each a name of its own", first, place)
	}
	if n := utf8.RuneCountInString(id); n > identifierRunesMax {
		p.problem("Identifier has %d characters; give at most %d", n, identifierRunesMax)
	}
	if i := strings.IndexAny(id, `%:(\/)=$,;[]{}`); i >= 0 {
		p.problem("Identifier has the character %q, which is not allowed there", id[i:i+1])
	}
	if slices.Contains(reservedIdentifiers(), id) {
		p.problem("Identifier is a reserved word; give another name")
	}
}

// reservedIdentifiers lists the names that no block may have (DG:flow-language-actions).
func reservedIdentifiers() []string {
	return []string{
		"__proto__", "constructor", "__defineGetter__", "__defineSetter__", "toString", "hasOwnProperty", "isPrototypeOf",
		"propertyIsEnumerable", "toLocaleString", "valueOf",
	}
}

// transitions reads where a block leads. All error branches that Amazon's guide lists for an action are required, and
// no others are allowed (A0062).
func (p *parser) transitions(b *block, k *kind, v value, f *Flow) {
	if v.exists() && v.kind != '{' {
		p.problem("Transitions is %s; give an object", v.describe())
		return
	}
	next, conditions, errors := v.get("NextAction"), v.get("Conditions"), v.get("Errors")
	leads := next.exists() && (next.kind != '"' || next.text != "")
	if k.ends == always {
		if leads || len(conditions.elements) > 0 || len(errors.elements) > 0 {
			p.problem("Transitions leads on from a block that ends the flow; leave it empty")
		}
		return
	}
	if leads || p.leadsOn(k) {
		b.next = p.target("Transitions.NextAction", next, f)
	}
	p.conditions(b, k, conditions, f)
	if errors.exists() && errors.kind != '[' {
		p.problem("Transitions.Errors is %s; give a list of branches", errors.describe())
		return
	}
	for i, e := range errors.elements {
		p.branch(b, k, fmt.Sprintf("Transitions.Errors[%d]", i), e, f)
	}
	for _, failure := range p.needed(k) {
		if b.branch(failure) == "" {
			p.problem("Transitions.Errors has no branch for %s; %s needs one", failure, k.name)
		}
	}
}

func (p *parser) branch(b *block, k *kind, at string, v value, f *Flow) {
	if v.kind != '{' {
		p.problem("%s is %s; give an object with NextAction and ErrorType", at, v.describe())
		return
	}
	failure := v.get("ErrorType")
	next := p.target(at+".NextAction", v.get("NextAction"), f)
	known := slices.Concat(k.failures, k.may, k.service)
	if k.open && failure.kind == '"' {
		known = append(known, Failure(failure.text))
	}
	switch {
	case !slices.Contains(known, Failure(failure.text)) && len(known) == 0:
		p.problem("%s.ErrorType is %s; %s never fails, so leave Transitions.Errors empty", at, failure.describe(), k.name)
	case !slices.Contains(known, Failure(failure.text)):
		p.problem("%s.ErrorType is %s; %s fails with %s only", at, failure.describe(), k.name, joinFailures(known))
	case slices.ContainsFunc(b.branches, func(b branch) bool { return b.failure == Failure(failure.text) }):
		p.problem("%s.ErrorType is %s a second time; give one branch for each", at, failure.describe())
	default:
		b.branches = append(b.branches, branch{Failure(failure.text), next})
	}
}

// target reads the identifier of a block to go on with.
func (p *parser) target(at string, v value, f *Flow) string {
	if v.kind != '"' || v.text == "" {
		p.problem("%s is %s; give the Identifier of the block to go on with", at, v.describe())
		return ""
	}
	if _, ok := f.index[v.text]; !ok {
		p.problem("%s is %s, which no block is called", at, v.describe())
	}
	return v.text
}

func joinFailures(failures []Failure) string {
	words := make([]string, len(failures))
	for i, f := range failures {
		words[i] = string(f)
	}
	return strings.Join(words, " and ")
}
