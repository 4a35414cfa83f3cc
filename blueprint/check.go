package blueprint

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// check tells what a file names that is neither in it nor there, and what its entries lack.
func (s *Site) check(d *Draft, o Options) Faults {
	names := map[string]map[string]bool{}
	for _, of := range sections() {
		names[of.kind] = map[string]bool{}
		for _, name := range s.there(of.kind) {
			names[of.kind][name] = true
		}
		for _, entry := range of.entries(&d.Blueprint) {
			names[of.kind][keyOf(entry)] = true
		}
	}
	var faults Faults
	for _, m := range d.named() {
		if names[m.kind][m.name] || s.unread[m.kind] != "" || s.id == "" && isSystem(m.kind, m.name) {
			continue
		}
		faults = append(faults, Fault{m.at, fmt.Sprintf("there is no %s %q, %s%s", spoken(m.kind), m.name, s.nowhere(),
			near(m.name, slices.Sorted(maps.Keys(names[m.kind]))))})
	}
	return append(faults, s.checkEntries(d, o)...)
}

// named returns where a file, or a flow of it, names something.
func (d *Draft) named() []mention {
	mentions := slices.Clone(d.mentions)
	for _, f := range d.Flows {
		mentions = append(mentions, mentionsIn(f.Content)...)
	}
	for _, m := range d.Modules {
		mentions = append(mentions, mentionsIn(m.Content)...)
	}
	for _, t := range d.Templates {
		for _, f := range t.Fields {
			if f.Type == "QUICK_CONNECT" && f.Default != nil {
				mentions = append(mentions, mention{t.At, kindQuickConnect, *f.Default})
			}
		}
	}
	return mentions
}

// checkEntries tells what entries lack to be made.
func (s *Site) checkEntries(d *Draft, o Options) Faults {
	faults := append(s.checkUnread(d), s.checkUsers(d, o)...)
	faults = append(faults, s.checkTrees(d)...)
	fault := func(at Position, format string, args ...any) {
		faults = append(faults, Fault{at, fmt.Sprintf(format, args...)})
	}
	for _, q := range d.QuickConnects {
		if lacks := checkQuickConnect(q); lacks != "" {
			fault(q.At, "the quick connect %q lacks %q, which the type %s needs", q.Name, lacks, q.Type)
		}
	}
	for _, one := range d.Storage {
		if count := one.places(); count != 1 {
			fault(one.At, "%s are put to %d places; give one of s3, videoStream, stream, firehose", one.Data, count)
		}
	}
	for _, p := range d.Prompts {
		if _, there := s.of(kindPrompt).ids[p.Name]; !there && p.Source == nil && o.Prompts == "" {
			fault(p.At, "the prompt %q is new and has no source; give one like s3://bucket/file.wav, or --prompts", p.Name)
		}
	}
	for _, f := range d.Flows {
		was := slices.IndexFunc(s.Have.Flows, func(have Flow) bool { return have.Name == f.Name })
		if was >= 0 && f.draft() && !s.Have.Flows[was].draft() {
			fault(f.At, "the flow %q is published for ever; leave published out, or give the new one another name", f.Name)
		}
	}
	if have := s.Have.Instance.Identity; s.id != "" && d.Instance.Identity != nil && *d.Instance.Identity != *have {
		fault(d.Instance.At, "the instance is %s for ever; it cannot become %s", *have, *d.Instance.Identity)
	}
	return faults
}

// checkUsers tells which users are new and could not log in.
func (s *Site) checkUsers(d *Draft, o Options) Faults {
	var faults Faults
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
	return faults
}

// checkTrees tells which groups hang in the air, and which hours are above themselves.
func (s *Site) checkTrees(d *Draft) Faults {
	var faults Faults
	groups, parents := map[string]bool{}, map[string][]string{}
	for _, path := range s.of(kindGroup).order {
		groups[path] = true
	}
	for _, g := range d.Groups {
		groups[g.Path] = true
	}
	for _, g := range d.Groups {
		if above := namedBy(kindGroup, g); len(above) > 0 && !groups[above[0]] {
			others := slices.DeleteFunc(slices.Sorted(maps.Keys(groups)), func(path string) bool { return path == g.Path })
			faults = append(faults, Fault{g.At, fmt.Sprintf("the hierarchy group %q is in %q, which is %s%s", g.Path,
				above[0], s.nowhere(), near(above[0], others))})
		}
	}
	for _, h := range d.Hours {
		parents[h.Name] = h.Parents
	}
	for _, h := range d.Hours {
		if circle := circleFrom(h.Name, h.Name, parents, map[string]bool{}); circle != nil {
			faults = append(faults, Fault{h.At, fmt.Sprintf("the hours go round in a circle: %s", strings.Join(circle,
				", whose parent is "))})
		}
	}
	return faults
}

// circleFrom returns the way on which a name leads back to itself; nil where there is none.
func circleFrom(at, start string, next map[string][]string, seen map[string]bool) []string {
	if seen[at] {
		return nil
	}
	seen[at] = true
	for _, name := range next[at] {
		if name == start {
			return []string{at, start}
		}
		if way := circleFrom(name, start, next, seen); way != nil {
			return append([]string{at}, way...)
		}
	}
	return nil
}
