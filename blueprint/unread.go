package blueprint

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// Whoever pulls an instance may not be allowed to read all of it, and a server may not serve all operations. What
// cannot be read is left out of the file, which says so; what the file does not name is left alone (A0271), so that
// nothing is lost when it is applied (A0284).

// isDenied reports whether a server does not let us read something, for us or for anybody.
func isDenied(err error) bool {
	switch code(err) {
	case "AccessDeniedException", "AccessDenied", "NotImplemented", "UnknownOperationException":
		return true
	}
	return false
}

// cannot notes that a kind of things, or a member of it, cannot be read, if that is what an error says.
func (s *Site) cannot(kind, member string, err error) bool {
	if err == nil || !isDenied(err) {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	what := kind
	if member != "" {
		what += "." + member
	}
	s.unread[what] = cmp.Or(s.unread[what], refused(err).Error())
	return true
}

// hidden says why a kind, or a member of it, could not be read; empty where it was read.
func (s *Site) hidden(what string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.unread[what]
}

// Unread tells what could not be read, and why, a line each.
func (s *Site) Unread() []string {
	var lines []string
	for _, what := range slices.Sorted(maps.Keys(s.unread)) {
		kind, member, _ := strings.Cut(what, ".")
		name := kind
		for _, of := range sections() {
			if of.kind == kind {
				name = of.name
			}
		}
		if member != "" {
			name = member + " of " + name
		}
		lines = append(lines, fmt.Sprintf("not read: %s (%s)", name, s.unread[what]))
	}
	return lines
}

// lacks says which unread kind an entry needs to be told of; empty where it is whole.
func (s *Site) lacks(entry any) string {
	if q, ok := entry.(QuickConnect); ok && checkQuickConnect(q) != "" {
		for _, kind := range []string{kindUser, kindQueue, kindFlow} {
			if s.unread[kind] != "" {
				return kind
			}
		}
	}
	v := reflect.ValueOf(entry)
	for _, m := range members(v.Type()) {
		if !m.need || m.ref == "" || s.unread[m.ref] == "" {
			continue
		}
		if field := v.Field(m.index); field.IsZero() || field.Kind() == reflect.Slice && field.Len() == 0 {
			return m.ref
		}
	}
	return ""
}

// checkUnread tells what a file wants of things that could not be read: they cannot be compared.
func (s *Site) checkUnread(d *Draft) Faults {
	var faults Faults
	for _, of := range sections() {
		why := s.unread[of.kind]
		if entries := of.entries(&d.Blueprint); why != "" && len(entries) > 0 {
			faults = append(faults, Fault{placeOf(entries[0]), fmt.Sprintf("%s cannot be compared: %s", of.name, why)})
		}
	}
	return faults
}
