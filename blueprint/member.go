package blueprint

import (
	"reflect"
	"strings"
)

// A member is one member of a mapping in the file: a field of a struct and what its tags say.
type member struct {
	index     int
	name      string
	ref       string   // the kind of thing that it names; empty: it names nothing
	attribute string   // the attribute of an instance that it is
	enum      []string // what it may be; empty: anything
	key       bool     // the entry is known by it
	need      bool     // it must be there
	late      bool     // it is set when everything exists
	once      bool     // it matters at creation alone
	fixed     bool     // it never changes
	clock     bool     // it is a time of the day
}

// members returns the members of a struct, in their order.
func members(t reflect.Type) []member {
	var all []member
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		name := tag.Get("yaml")
		if name == "" || name == "-" {
			continue
		}
		m := member{index: i, name: name, ref: tag.Get("ref"), attribute: tag.Get("attribute")}
		for word, flag := range map[string]*bool{ // order does not show: each sets its own
			"key": &m.key, "need": &m.need, "late": &m.late, "once": &m.once, "fixed": &m.fixed, "clock": &m.clock,
		} {
			*flag = tag.Get(word) == "yes"
		}
		if list := tag.Get("enum"); list != "" {
			m.enum = strings.Split(list, ",")
		}
		all = append(all, m)
	}
	return all
}

// keyOf returns what an entry is known by.
func keyOf(entry any) string {
	v := reflect.ValueOf(entry)
	for _, m := range members(v.Type()) {
		if m.key {
			return v.Field(m.index).String()
		}
	}
	return ""
}

// placeOf returns where an entry stands in its file.
func placeOf(entry any) Position {
	at, _ := reflect.ValueOf(entry).FieldByName("At").Interface().(Position)
	return at
}
