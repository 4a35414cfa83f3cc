package blueprint

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// A mention is a place in a file that names something.
type mention struct {
	at         Position
	kind, name string
}

// reader makes a blueprint of a file's text, and notes what is wrong where.
type reader struct {
	file     string
	faults   Faults
	mentions []mention
}

func (r *reader) at(n *yaml.Node) Position { return Position{r.file, n.Line, n.Column} }

func (r *reader) fault(n *yaml.Node, format string, args ...any) {
	r.faults = append(r.faults, Fault{r.at(n), fmt.Sprintf(format, args...)})
}

// value reads a node into v.
func (r *reader) value(n *yaml.Node, v reflect.Value, m member) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.ShortTag() == "!!null" {
		r.fault(n, "%s is empty; give a value, or leave the line out", m.name)
		return
	}
	switch {
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		r.value(n, v.Elem(), m)
	case v.Type() == reflect.TypeFor[File]():
		r.scalar(n, v.Field(0), m)
		v.Addr().Interface().(*File).at = r.at(n)
	case v.Kind() == reflect.Struct:
		r.mapping(n, v, m.name)
	case v.Kind() == reflect.Slice:
		r.list(n, v, m)
	case v.Kind() == reflect.Map:
		r.texts(n, v, m.name)
	default:
		r.scalar(n, v, m)
	}
}

// mapping reads a mapping whose members are known.
func (r *reader) mapping(n *yaml.Node, v reflect.Value, name string) {
	if n.Kind != yaml.MappingNode {
		r.fault(n, "%s is %s; give a mapping", name, kindOf(n))
		return
	}
	if at := v.FieldByName("At"); at.IsValid() {
		at.Set(reflect.ValueOf(r.at(n)))
	}
	known := members(v.Type())
	var names []string
	for _, m := range known {
		names = append(names, m.name)
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if line, twice := seen[key.Value]; twice {
			r.fault(key, "%s stands twice, in line %d before", key.Value, line)
			continue
		}
		seen[key.Value] = key.Line
		at := slices.Index(names, key.Value)
		if at < 0 {
			r.fault(key, "%s has no member %q%s", name, key.Value, nearOrAll(key.Value, names))
			continue
		}
		r.value(value, v.Field(known[at].index), known[at])
	}
	for _, m := range known {
		if _, given := seen[m.name]; m.need && !given {
			r.fault(n, "%s lacks %q", name, m.name)
		}
	}
}

// nearOrAll names the name that was probably meant, or all that there are.
func nearOrAll(given string, names []string) string {
	if one := near(given, names); one != "" {
		return one
	}
	return "; there are " + strings.Join(names, ", ")
}

// list reads a list.
func (r *reader) list(n *yaml.Node, v reflect.Value, m member) {
	if n.Kind != yaml.SequenceNode {
		r.fault(n, "%s is %s; give a list", m.name, kindOf(n))
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	seen := map[string]int{}
	one := m
	one.name = "an entry of " + m.name
	for i, entry := range n.Content {
		r.value(entry, v.Index(i), one)
		if v.Type().Elem().Kind() != reflect.Struct {
			continue
		}
		key := keyOf(v.Index(i).Interface())
		if line, twice := seen[key]; twice && key != "" {
			r.fault(entry, "%s names %q twice, in line %d before", m.name, key, line)
		}
		seen[key] = entry.Line
	}
}

// texts reads a mapping of words to words.
func (r *reader) texts(n *yaml.Node, v reflect.Value, name string) {
	if n.Kind != yaml.MappingNode {
		r.fault(n, "%s is %s; give a mapping", name, kindOf(n))
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, text := n.Content[i], reflect.New(v.Type().Elem()).Elem()
		if v.MapIndex(reflect.ValueOf(key.Value)).IsValid() {
			r.fault(key, "%s stands twice", key.Value)
		}
		r.value(n.Content[i+1], text, member{name: key.Value})
		v.SetMapIndex(reflect.ValueOf(key.Value), text)
	}
}

var timeOfDay = regexp.MustCompile(`^([01][0-9]|2[0-3]):[0-5][0-9]$`)

// scalar reads a word, a number or a yes and no.
func (r *reader) scalar(n *yaml.Node, v reflect.Value, m member) {
	if n.Kind != yaml.ScalarNode {
		r.fault(n, "%s is %s; give a single value", m.name, kindOf(n))
		return
	}
	switch tag := n.ShortTag(); v.Kind() {
	case reflect.String:
		if tag != "!!str" && tag != "!!timestamp" {
			r.fault(n, "%s is %s; write it in quotes, %q", m.name, kindOf(n), n.Value)
			return
		}
		r.word(n, m)
		v.SetString(n.Value)
	case reflect.Bool:
		if tag != "!!bool" {
			r.fault(n, "%s is %q; give true or false", m.name, n.Value)
			return
		}
		v.SetBool(strings.EqualFold(n.Value, "true"))
	case reflect.Int32:
		whole, err := strconv.ParseInt(n.Value, 10, 32)
		if tag != "!!int" || err != nil {
			r.fault(n, "%s is %q; give a whole number", m.name, n.Value)
			return
		}
		v.SetInt(whole)
	default:
		panic("the file's form has a member of the type " + v.Type().String())
	}
}

// word checks what a word may be, and notes what it names.
func (r *reader) word(n *yaml.Node, m member) {
	switch {
	case len(m.enum) > 0 && !slices.Contains(m.enum, n.Value):
		r.fault(n, "%s is %q; give %s", m.name, n.Value, strings.Join(m.enum, ", "))
	case m.clock && !timeOfDay.MatchString(n.Value):
		r.fault(n, "%s is %q; give a time of the day like 09:00", m.name, n.Value)
	case n.Value == "" && (m.key || m.need):
		r.fault(n, "%s is empty; give a name", m.name)
	case m.ref != "" && n.Value != "": // nothing is nobody's name, and takes away what was named
		r.mentions = append(r.mentions, mention{r.at(n), m.ref, n.Value})
	}
}

// kindOf tells what a node is, for a sentence.
func kindOf(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	}
	switch n.ShortTag() {
	case "!!int", "!!float":
		return "a number"
	case "!!bool":
		return "true or false"
	}
	return "a single value"
}
