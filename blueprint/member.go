package blueprint

import (
	"reflect"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/connect/types"
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
		if list := tag.Get("enums"); list != "" {
			m.enum = enumOf(list)
		}
		all = append(all, m)
	}
	return all
}

// enumOf returns one of the long lists of what a word may be, as Amazon's client has it.
func enumOf(list string) []string {
	switch list {
	case "data":
		return words(types.InstanceStorageResourceType("").Values())
	case "task-field":
		return words(types.TaskTemplateFieldType("").Values())
	case "flow":
		return words(types.ContactFlowType("").Values())
	}
	panic("the file's form has no list " + list)
}

// words returns a list of Amazon's as plain words.
func words[T ~string](list []T) []string {
	var plain []string
	for _, one := range list {
		plain = append(plain, string(one))
	}
	return plain
}

// keyOf returns what an entry is known by: one word, or several.
func keyOf(entry any) string {
	v := reflect.ValueOf(entry)
	var parts []string
	for _, m := range members(v.Type()) {
		if m.key && v.Field(m.index).String() != "" {
			parts = append(parts, v.Field(m.index).String())
		}
	}
	return strings.Join(parts, " ")
}

// placeOf returns where an entry stands in its file.
func placeOf(entry any) Position {
	at, _ := reflect.ValueOf(entry).FieldByName("At").Interface().(Position)
	return at
}
