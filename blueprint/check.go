package blueprint

import (
	"fmt"
	"maps"
	"slices"
)

// check tells what a file names that is neither in it nor there, and what its entries lack.
func (s *Site) check(d *Draft, o Options) Faults {
	names := map[string]map[string]bool{}
	for _, of := range sections() {
		names[of.kind] = map[string]bool{}
		for _, name := range s.of(of.kind).order {
			names[of.kind][name] = true
		}
		for _, entry := range of.entries(&d.Blueprint) {
			names[of.kind][keyOf(entry)] = true
		}
	}
	names[kindPrompt] = map[string]bool{}
	for _, name := range s.of(kindPrompt).order {
		names[kindPrompt][name] = true
	}
	if s.id == "" { // a new instance brings things of its own, which are checked when it is there (A0272)
		return s.checkEntries(d, o)
	}
	mentions := slices.Clone(d.mentions)
	for _, f := range d.Flows {
		mentions = append(mentions, mentionsIn(f.Content)...)
	}
	for _, m := range d.Modules {
		mentions = append(mentions, mentionsIn(m.Content)...)
	}
	var faults Faults
	for _, m := range mentions {
		if !names[m.kind][m.name] {
			faults = append(faults, Fault{m.at, fmt.Sprintf("there is no %s %q, neither in the file nor in the instance%s",
				spoken(m.kind), m.name, near(m.name, slices.Sorted(maps.Keys(names[m.kind]))))})
		}
	}
	return append(faults, s.checkEntries(d, o)...)
}

// checkEntries tells what entries lack to be made.
func (s *Site) checkEntries(d *Draft, o Options) Faults {
	var faults Faults
	for _, q := range d.QuickConnects {
		if lacks := checkQuickConnect(q); lacks != "" {
			faults = append(faults, Fault{q.At, fmt.Sprintf("the quick connect %q lacks %q, which the type %s needs", q.Name,
				lacks, q.Type)})
		}
	}
	identity := d.Instance.Identity
	if s.id != "" {
		identity = s.Have.Instance.Identity
	}
	for _, u := range d.Users {
		_, there := s.of(kindUser).ids[u.Username]
		if !there && u.Password == nil && o.Password == "" && (identity == nil || *identity == "CONNECT_MANAGED") {
			faults = append(faults, Fault{u.At, fmt.Sprintf("the user %q is new and has no password; give one, or "+
				"--password-file", u.Username)})
		}
	}
	if have := s.Have.Instance.Identity; s.id != "" && d.Instance.Identity != nil && *d.Instance.Identity != *have {
		faults = append(faults, Fault{d.Instance.At, fmt.Sprintf("the instance is %s for ever; it cannot become %s", *have,
			*d.Instance.Identity)})
	}
	return faults
}
