package blueprint

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// The verbs of changes, as a plan shows them.
const (
	Create = '+'
	Change = '~'
	Delete = '-'
)

// A Step is one thing that is to be made, changed or deleted.
type Step struct {
	Verb  rune
	Kind  string // in words, like "routing profile"
	Name  string
	Lines []string // of a change: what it changes, from what to what
	At    Position // where the file says so; nowhere for what it does not name

	section *section // nil: the instance itself
	target  any      // what it is to be
	early   fields   // what is changed at once
	late    fields   // what is changed when everything exists
}

// A Plan is what makes an instance as a file says.
type Plan struct {
	Steps []Step
	Notes []string // what the plan leaves, and why
}

// Options are what else a plan does.
type Options struct {
	Prune    bool   // deletes what the sections of the file do not name (A0271)
	Password string // of users that are made and have none in the file
	Prompts  string // the folder of prompts that are made and have no source in the file (A0283)
}

// NewPlan compares a file with an instance.
func NewPlan(s *Site, d *Draft, o Options) (*Plan, error) {
	if faults := s.check(d, o); len(faults) > 0 {
		return nil, faults
	}
	p := &Plan{}
	have, steady := s.Have.Instance, s.id != ""
	if have.Alias == "" {
		have.Alias = d.Instance.Alias
	}
	if steady {
		step, faults := s.compare(nil, have, d.Instance)
		if len(faults) > 0 {
			return nil, faults
		}
		p.add("instance", step)
	} else {
		step := Step{Verb: Create, Kind: "instance", Name: d.Instance.Alias, At: d.Instance.At, target: d.Instance}
		p.Steps = append(p.Steps, step)
	}
	var faults Faults
	all := sections()
	for i := range all {
		faults = append(faults, p.addSection(s, d, &all[i], o)...)
	}
	if o.Prune {
		for i := len(all) - 1; i >= 0; i-- {
			p.prune(s, d, &all[i])
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return p, nil
}

// add adds a step that changes something.
func (p *Plan) add(kind string, step Step) {
	if len(step.Lines) > 0 {
		step.Verb, step.Kind = Change, kind
		p.Steps = append(p.Steps, step)
	}
}

// addSection adds what makes one section as the file says.
func (p *Plan) addSection(s *Site, d *Draft, of *section, o Options) Faults {
	have := map[string]any{}
	for _, entry := range of.entries(&s.Have) {
		have[keyOf(entry)] = entry
	}
	var faults Faults
	var more []Step
	for _, want := range of.entries(&d.Blueprint) {
		was, there := have[keyOf(want)]
		if !there {
			more = append(more, creation(of, want, o))
			continue
		}
		step, wrong := s.compare(of, was, want)
		faults = append(faults, wrong...)
		p.add(spoken(of.kind), step)
	}
	p.Steps = append(p.Steps, inOrderOfNames(of, more)...)
	return faults
}

// creation returns the step that makes a thing.
func creation(of *section, want any, o Options) Step {
	if user, ok := want.(User); ok && user.Password == nil && o.Password != "" {
		user.Password = &o.Password
		want = user
	}
	if prompt, ok := want.(Prompt); ok && prompt.Source == nil && o.Prompts != "" {
		prompt.Source = sourceIn(o.Prompts, prompt.Name)
		want = prompt
	}
	step := Step{Verb: Create, Kind: spoken(of.kind), Name: keyOf(want), At: placeOf(want), section: of, target: want,
		late: fields{}}
	v := reflect.ValueOf(want)
	for _, m := range members(v.Type()) {
		if text := textOf(v.Field(m.index).Interface()); m.late && text != "" && !isOn(text) {
			step.late[m.name] = true
		}
	}
	return step
}

// isOn says whether a state is that in which things are made, and in which others may name them.
func isOn(state string) bool { return state == "ACTIVE" || state == "ENABLED" }

// inOrderOfNames brings things that name others of their kind behind those. Where that goes round in a circle, the
// first of them is made without what it names.
func inOrderOfNames(of *section, steps []Step) []Step {
	waits := map[string]bool{}
	for _, step := range steps {
		waits[step.Name] = true
	}
	var ordered []Step
	for len(steps) > 0 {
		next := slices.IndexFunc(steps, func(step Step) bool {
			return !slices.ContainsFunc(namedBy(of.kind, step.target), func(name string) bool {
				return name != step.Name && waits[name]
			})
		})
		if next < 0 {
			next = 0
		}
		step := steps[next]
		steps = slices.Delete(steps, next, next+1)
		delete(waits, step.Name)
		ordered = append(ordered, step)
	}
	return ordered
}

// namedBy returns what a thing names of its own kind.
func namedBy(kind string, entry any) []string {
	var names []string
	switch of := entry.(type) {
	case Group:
		if cut := strings.LastIndex(of.Path, "/"); cut >= 0 {
			names = append(names, of.Path[:cut])
		}
	case Hours:
		names = append(names, of.Parents...)
	case Flow:
		for _, m := range mentionsIn(of.Content) {
			if m.kind == kind {
				names = append(names, m.name)
			}
		}
	case Module:
		for _, m := range mentionsIn(of.Content) {
			if m.kind == kind {
				names = append(names, m.name)
			}
		}
	}
	return names
}

// compare tells what changes an entry into what the file says of it. Members that the file does not have stay.
func (s *Site) compare(of *section, was, want any) (Step, Faults) {
	step := Step{Name: keyOf(want), At: placeOf(want), section: of, early: fields{}, late: fields{}}
	old, given := reflect.ValueOf(was), reflect.ValueOf(want)
	target := reflect.New(given.Type()).Elem()
	target.Set(given)
	var faults Faults
	for _, m := range members(given.Type()) {
		from, to := old.Field(m.index), given.Field(m.index)
		if absent(to) {
			target.Field(m.index).Set(from)
			continue
		}
		before, after := s.shown(from), s.shown(to)
		if m.key || m.once || before == after || of != nil && s.unread[of.kind+"."+m.name] != "" {
			continue
		}
		if m.fixed {
			faults = append(faults, Fault{step.At, fmt.Sprintf("%s of %q is %s and cannot become %s; delete it, or give the "+
				"new one another name", m.name, step.Name, orNothing(before), after)})
			continue
		}
		if m.late && !isOn(after) {
			step.late[m.name] = true
		} else {
			step.early[m.name] = true
		}
		step.Lines = append(step.Lines, difference(m.name, from, to)...)
	}
	step.target = target.Interface()
	return step, faults
}

// difference shows how a member changes: of a list of mappings what goes and what comes, of all else both.
func difference(name string, from, to reflect.Value) []string {
	if file, ok := to.Interface().(File); ok {
		return []string{name + ": as in " + file.Path}
	}
	if to.Kind() != reflect.Slice || to.Type().Elem().Kind() != reflect.Struct {
		return []string{fmt.Sprintf("%s: %s -> %s", name, orNothing(textOf(from.Interface())),
			orNothing(textOf(to.Interface())))}
	}
	texts := func(list reflect.Value) (all []string) {
		for i := range list.Len() {
			all = append(all, textOf(list.Index(i).Interface()))
		}
		return all
	}
	lines := []string{name + ":"}
	before, after := texts(from), texts(to)
	for _, text := range before {
		if !slices.Contains(after, text) {
			lines = append(lines, "  - "+text)
		}
	}
	for _, text := range after {
		if !slices.Contains(before, text) {
			lines = append(lines, "  + "+text)
		}
	}
	return lines
}

// absent reports whether the file does not have a member.
func absent(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return v.IsNil()
	}
	return false
}

// shown returns a member as it is compared.
func (s *Site) shown(v reflect.Value) string {
	if file, ok := v.Interface().(File); ok {
		return s.canonical(file.Text)
	}
	return textOf(v.Interface())
}

func orNothing(text string) string {
	if text == "" {
		return "nothing"
	}
	return text
}

// prune adds the deletion of what a section does not name.
func (p *Plan) prune(s *Site, d *Draft, of *section) {
	if !of.given(&d.Blueprint) {
		return
	}
	stays := map[string]bool{}
	for _, entry := range of.entries(&d.Blueprint) {
		stays[keyOf(entry)] = true
	}
	for _, m := range d.named() { // what the file leans on
		stays[m.name] = stays[m.name] || m.kind == of.kind
	}
	entries := of.entries(&s.Have)
	var names []string
	for _, entry := range entries {
		if !s.untouched(entry) {
			names = append(names, keyOf(entry))
		}
	}
	if s.id == "" && of.kind != kindFlow && of.kind != kindPrompt { // these come untouched
		names = newborn()[of.kind]
	}
	slices.Reverse(names) // groups of a hierarchy go before what they are in
	for _, name := range names {
		switch {
		case stays[name]:
		case !of.removable:
			p.Notes = append(p.Notes, fmt.Sprintf("the %s %q stays: Amazon Connect cannot delete it", spoken(of.kind), name))
		default:
			p.Steps = append(p.Steps, Step{Verb: Delete, Kind: spoken(of.kind), Name: name, section: of})
		}
	}
}

// String shows a plan as text.
func (p *Plan) String() string {
	var b strings.Builder
	count := map[rune]int{}
	for _, step := range p.Steps {
		count[step.Verb]++
		fmt.Fprintf(&b, "%c %s %s\n", step.Verb, step.Kind, step.Name)
		for _, line := range step.Lines {
			fmt.Fprintf(&b, "    %s\n", line)
		}
	}
	if len(p.Steps) == 0 {
		return "Nothing to change.\n"
	}
	fmt.Fprintf(&b, "%d to create, %d to change, %d to delete.\n", count[Create], count[Change], count[Delete])
	return b.String()
}
