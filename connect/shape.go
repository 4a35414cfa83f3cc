package connect

import (
	"fmt"
	"math"
	"math/bits"
	"strconv"
	"strings"
)

// kind is what a value of the wire is.
type kind string

// The kinds, in the model's words.
const (
	kindString    kind = "string"
	kindInteger   kind = "integer" // 32 bits
	kindLong      kind = "long"    // 64 bits
	kindFloat     kind = "float"   // 32 bits
	kindDouble    kind = "double"  // 64 bits
	kindBoolean   kind = "boolean"
	kindTimestamp kind = "timestamp" // seconds since 1970, as a number
	kindStructure kind = "structure"
	kindList      kind = "list"
	kindMap       kind = "map"
)

// shape is what the table of inputs demands of one value: a tree for each operation, in which a recursive structure
// points back at itself. Nothing here knows a Go type: bounds are checked on the text that was sent.
type shape struct {
	kind     kind
	required bool
	location string // of a top-level member: "body", "uri:InstanceId", "querystring:maxResults"
	unread   bool   // the SDK that this server is built with has no field for it: whoever gives it is told so

	names   []string // of a structure's members, in the table's order
	members []*shape // in the same order
	quoted  []string // the names as machines write them: "Steps": with its quotes and colon
	needed  mask     // places of the required members
	union   bool     // exactly one member must be given

	element *shape // of a list, or the values of a map
	key     *shape // of a map

	least, most int     // code points of a string, elements of a list or map; -1 is no bound
	low, high   decimal // of a number
	lowText     string  // the same as a caller may read them
	highText    string
	pattern     *pattern
	enum        []string
	allowed     map[string]struct{}
}

// mask is a set of places in a structure.
type mask [2]uint64

func (m *mask) add(i int)     { m[i/64] |= 1 << (i % 64) }
func (m mask) has(i int) bool { return m[i/64]&(1<<(i%64)) != 0 }
func (m mask) size() int      { return bits.OnesCount64(m[0]) + bits.OnesCount64(m[1]) }

// firstBeyond returns the first place that is in m but not in other, -1 if there is none.
func (m mask) firstBeyond(other mask) int {
	for i := range m {
		if left := m[i] &^ other[i]; left != 0 {
			return i*64 + bits.TrailingZeros64(left)
		}
	}
	return -1
}

// shapes compiles tables. It shares equal patterns.
type shapes struct {
	patterns map[string]*pattern
}

// input compiles the members of one operation's input into a structure.
func (s *shapes) input(members []member) *shape {
	root := newShape(kindStructure)
	byPath := map[string]*shape{"": root}
	for _, m := range members {
		v := s.compile(m)
		if target, ok := strings.CutPrefix(m.bounds, "ref="); ok {
			v = byPath[target]
		}
		parent, last := splitPath(m.path)
		byPath[parent].adopt(last, v)
		byPath[m.path] = v
	}
	return root
}

// splitPath cuts the last step off a path: "A.B[]" is "A.B" and "[]", "A.B" is "A" and "B".
func splitPath(path string) (parent, last string) {
	for _, mark := range []string{"[]", "{}", "{key}"} {
		if parent, ok := strings.CutSuffix(path, mark); ok {
			return parent, mark
		}
	}
	dot := strings.LastIndexByte(path, '.')
	if dot < 0 {
		return "", path
	}
	return path[:dot], path[dot+1:]
}

func (p *shape) adopt(last string, child *shape) {
	switch last {
	case "[]", "{}":
		p.element = child
	case "{key}":
		p.key = child
	default:
		i := len(p.members)
		if i >= 64*len(p.needed) {
			panic("connect: a structure of the table of inputs has too many members for a mask")
		}
		p.names = append(p.names, last)
		p.quoted = append(p.quoted, `"`+last+`":`)
		p.members = append(p.members, child)
		if child.required {
			p.needed.add(i)
		}
	}
}

func newShape(k kind) *shape {
	return &shape{kind: k, least: -1, most: -1}
}

// compile reads one line of the table.
func (s *shapes) compile(m member) *shape {
	v := newShape(kind(m.kind))
	v.required, v.location = m.required, m.location
	v.limitByKind()
	bounds, source, _ := strings.Cut(m.bounds, "pattern=")
	if source != "" {
		v.pattern = s.pattern(source)
	}
	for _, bound := range strings.Fields(bounds) {
		word, value, _ := strings.Cut(bound, "=")
		switch word {
		case "min", "max":
			v.limit(word == "min", value)
		case "enum":
			v.enum = strings.Split(value, "|")
			v.allowed = make(map[string]struct{}, len(v.enum))
			for _, e := range v.enum {
				v.allowed[e] = struct{}{}
			}
		case "union":
			v.union = true
		case "ref":
		default:
			panic("connect: the table of inputs has an unknown bound " + bound + " at " + m.path)
		}
	}
	return v
}

func (s *shapes) pattern(source string) *pattern {
	p, ok := s.patterns[source]
	if !ok {
		p = newPattern(source)
		s.patterns[source] = p
	}
	return p
}

// The instants that a timestamp may name: the years 1 to 9999, in seconds since 1970.
const (
	earliestSecond = -62135596800
	latestSecond   = 253402300799
)

// limitByKind sets what a number's size on the wire allows, before the table narrows it.
func (v *shape) limitByKind() {
	switch v.kind {
	case kindInteger:
		v.within(strconv.Itoa(math.MinInt32), strconv.Itoa(math.MaxInt32))
	case kindLong:
		v.within(strconv.Itoa(math.MinInt64), strconv.Itoa(math.MaxInt64))
	case kindFloat:
		largest := strconv.FormatFloat(math.MaxFloat32, 'g', -1, 32)
		v.within("-"+largest, largest)
	case kindDouble:
		largest := strconv.FormatFloat(math.MaxFloat64, 'g', -1, 64)
		v.within("-"+largest, largest)
	case kindTimestamp:
		v.within(strconv.Itoa(earliestSecond), strconv.Itoa(latestSecond))
	}
}

func (v *shape) within(low, high string) {
	v.limit(true, low)
	v.limit(false, high)
}

// limit sets one bound: of the value for numbers, of the size for everything else.
func (v *shape) limit(low bool, value string) {
	switch v.kind {
	case kindString, kindList, kindMap:
		n, err := strconv.Atoi(value)
		if err != nil {
			panic(fmt.Sprintf("connect: the table of inputs bounds a %s by %q", v.kind, value))
		}
		if low {
			v.least = n
		} else {
			v.most = n
		}
	case kindInteger, kindLong, kindFloat, kindDouble, kindTimestamp:
		d := parseDecimal([]byte(value), nil)
		value = strings.TrimSuffix(value, ".0")
		if low {
			v.low, v.lowText = d, value
		} else {
			v.high, v.highText = d, value
		}
	default:
		panic(fmt.Sprintf("connect: the table of inputs bounds a %s", v.kind))
	}
}

// textMax is how many characters a text may have for which a body has room anyway. Only emails have longer ones.
const textMax = bodyMax / 4

// longest returns how many characters the longest text below a shape may have, as far as texts are bounded.
func (v *shape) longest(seen map[*shape]bool) int {
	if v == nil || seen[v] {
		return 0
	}
	seen[v] = true
	longest := max(v.element.longest(seen), v.key.longest(seen))
	if v.kind == kindString {
		longest = max(longest, v.most)
	}
	for _, m := range v.members {
		longest = max(longest, m.longest(seen))
	}
	return longest
}

// wanted says what would be right, as the end of a sentence.
func (v *shape) wanted() string {
	switch v.kind {
	case kindString:
		if len(v.enum) > 0 {
			return oneOf(v.enum)
		}
		return "a string" + span(v.least, v.most, "character", "characters")
	case kindInteger, kindLong:
		return "a whole number from " + v.lowText + " to " + v.highText
	case kindFloat, kindDouble:
		return "a number from " + v.lowText + " to " + v.highText
	case kindTimestamp:
		return "a number of seconds since 1970"
	case kindBoolean:
		return "true or false"
	case kindList:
		return "a list" + span(v.least, v.most, "element", "elements")
	case kindMap:
		return "an object" + span(v.least, v.most, "entry", "entries")
	default:
		return "an object"
	}
}

// span says how many a list or string may have: " of 1 to 50 elements".
func span(least, most int, unit, units string) string {
	if max(least, most) == 1 {
		units = unit
	}
	switch {
	case least > 0 && most == least:
		return fmt.Sprintf(" of %d %s", most, units)
	case least > 0 && most >= 0:
		return fmt.Sprintf(" of %d to %d %s", least, most, units)
	case least > 0:
		return fmt.Sprintf(" of at least %d %s", least, units)
	case most >= 0:
		return fmt.Sprintf(" of at most %d %s", most, units)
	default:
		return ""
	}
}

// enumShown is how many values of an enumeration a refusal lists.
const enumShown = 24

// oneOf lists values to choose from.
func oneOf(values []string) string {
	switch {
	case len(values) == 1:
		return values[0]
	case len(values) > enumShown:
		return "one of " + strings.Join(values[:enumShown], ", ") + " and others of Amazon's list"
	default:
		return "one of " + strings.Join(values, ", ")
	}
}
