package connect

import (
	"encoding/json"
	"math/big"
	"slices"
	"strings"
	"testing"
)

// A fault is one way to break the bounds of one node.
type fault struct {
	what   string
	value  any
	absent bool   // the node is left out
	lacks  string // the member that what is sent lacks
}

// where says how a node is reached: by its URL, as an element of a list, as a key.
type where struct {
	label, query, element, key bool
}

// hasKinds says whether there is more than text.
func (at where) hasKinds() bool { return !at.label && !at.query && !at.key }

// faults returns every single way to break the bounds of a node that a request can express there.
func (n *node) faults(t testing.TB, at where) []fault {
	all := n.ownFaults(t, at)
	if n.required && !at.label {
		all = append(all, fault{what: "absent", absent: true})
	}
	if n.required && at.hasKinds() {
		all = append(all, fault{what: "null"})
	}
	if at.element && n.kind != "structure" && at.hasKinds() {
		all = append(all, fault{what: "null among the elements"})
	}
	if lacks := n.firstNeeded(); at.element && lacks != "" && at.hasKinds() {
		all = append(all, fault{what: "null for a structure that needs members", lacks: lacks})
	}
	return all
}

// firstNeeded is the first member that a structure demands, empty where it demands none.
func (n *node) firstNeeded() string {
	i := slices.IndexFunc(n.members, func(m *node) bool { return m.required })
	if n.kind != "structure" || i < 0 {
		return ""
	}
	return n.members[i].name
}

// ownFaults are those that do not depend on whether the node is required.
func (n *node) ownFaults(t testing.TB, at where) []fault {
	switch n.kind {
	case "string":
		return n.textFaults(t, at)
	case "integer", "long", "float", "double", "timestamp":
		return n.numberFaults(at)
	case "boolean":
		return others(at, "yes", json.Number("1"), []any{}, map[string]any{})
	case "list":
		return append(n.sizeFaults(at, func(size int) any { return n.list(t, size) }),
			others(at, json.Number("1"), true, map[string]any{})...)
	case "map":
		return append(n.sizeFaults(at, func(size int) any { return n.table(t, size) }),
			others(at, json.Number("1"), true, []any{})...)
	default:
		return append(n.unionFaults(t), others(at, "x", json.Number("1"), false, []any{})...)
	}
}

// others are values of other kinds. In a URL there are only texts, and lists of them.
func others(at where, values ...any) []fault {
	var all []fault
	for _, value := range values {
		if _, isText := value.(string); isText || at.hasKinds() {
			all = append(all, fault{what: "of another kind", value: value})
		}
	}
	return all
}

func (n *node) textFaults(t testing.TB, at where) []fault {
	var all []fault
	if len(n.limits.enum) > 0 {
		all = append(all, fault{what: "none of the words", value: "No_Such Word"},
			fault{what: "a word in other letters", value: swapCase(n.limits.enum[0])})
	}
	least, most := n.size(n.limits.min, 0), n.size(n.limits.max, -1)
	if least > 1 || least == 1 && !at.label { // an empty label is another address
		all = append(all, fault{what: "too short", value: strings.Repeat("é", least-1)})
	}
	if most >= 0 {
		all = append(all, fault{what: "too long", value: strings.Repeat("é", most+1)},
			fault{what: "too long", value: n.tooLong(t, most)})
	}
	if n.limits.pattern != "" {
		if bad, ok := n.unfitting(t); ok {
			all = append(all, fault{what: "against the pattern", value: bad})
		}
	}
	return append(all, others(at, json.Number("1"), true, []any{}, map[string]any{})...)
}

// tooLong returns a text that is too long and otherwise fits, where one can be made.
func (n *node) tooLong(t testing.TB, most int) string {
	if n.limits.pattern == "" {
		return strings.Repeat("x", most+1)
	}
	made := fitting(t, n.limits.pattern, 0)
	return made + strings.Repeat("a", max(0, most+1-len(made)))
}

func swapCase(word string) string {
	if lower := strings.ToLower(word); lower != word {
		return lower
	}
	return strings.ToUpper(word)
}

func (n *node) numberFaults(at where) []fault {
	all := others(at, "NaN", "Infinity", "x", true, []any{}, map[string]any{})
	add := func(what, value string) { all = append(all, fault{what: what, value: json.Number(value)}) }
	if at.hasKinds() { // where there are no kinds, a number in quotes is a number
		all = append(all, fault{what: "a number in quotes", value: "1"})
	}
	whole := n.kind == "integer" || n.kind == "long"
	if whole {
		add("a fraction", "1.5")
	}
	low, high := n.ends()
	step := "1"
	if !whole {
		step = "0.00000001"
	}
	add("too small", beyond(low, step, -1))
	add("too large", beyond(high, step, 1))
	return all
}

// ends returns the least and the largest number, by the table or by what the wire holds.
func (n *node) ends() (low, high string) {
	switch n.kind {
	case "integer":
		low, high = "-2147483648", "2147483647"
	case "long":
		low, high = "-9223372036854775808", "9223372036854775807"
	case "float":
		low, high = "-3.5e38", "3.5e38"
	case "double":
		low, high = "-1.8e308", "1.8e308"
	default: // the years 1 to 9999
		low, high = "-62135596800", "253402300799"
	}
	if n.limits.min != "" {
		low = n.limits.min
	}
	if n.limits.max != "" {
		high = n.limits.max
	}
	return low, high
}

// beyond returns the number one step past an end.
func beyond(end, step string, sign int64) string {
	if strings.Contains(end, "e") {
		return end // which is beyond what the wire holds
	}
	at, _ := new(big.Rat).SetString(end)
	by, _ := new(big.Rat).SetString(step)
	at.Add(at, by.Mul(by, big.NewRat(sign, 1)))
	if at.IsInt() {
		return at.Num().String()
	}
	return at.FloatString(8)
}

// sizeFaults are too few and too many elements. A URL has no empty list, and needs a name for the kind of each.
func (n *node) sizeFaults(at where, make func(size int) any) []fault {
	var all []fault
	if least := n.size(n.limits.min, 0); least > 1 || least == 1 && !at.query {
		all = append(all, fault{what: "too few", value: make(least - 1)})
	}
	if most := n.size(n.limits.max, -1); most >= 0 && !n.isShort(most) {
		all = append(all, fault{what: "too many", value: make(most + 1)})
	}
	return all
}

// isShort says whether a map has fewer keys to choose from than it may have.
func (n *node) isShort(most int) bool {
	return n.key != nil && len(n.key.limits.enum) > 0 && len(n.key.limits.enum) <= most
}

// unionFaults give none of the members of a union, and two.
func (n *node) unionFaults(t testing.TB) []fault {
	if !n.limits.union {
		return nil
	}
	all := []fault{{what: "no member of the union", value: map[string]any{}}}
	if len(n.members) > 1 {
		two := map[string]any{}
		for _, m := range n.members[:2] {
			two[m.name] = m.least(t)
		}
		all = append(all, fault{what: "two members of the union", value: two})
	}
	return all
}

// A trail leads from an input to one of its nodes.
type trail []*node

// recursionMax is how often a trail goes through a node that contains itself.
const recursionMax = 2

// eachTrail visits every node of an input, those of recursive members twice over.
func eachTrail(root *node, visit func(trail)) {
	var walk func(t trail)
	walk = func(t trail) {
		at := t[len(t)-1]
		again := slices.ContainsFunc(t[:len(t)-1], func(n *node) bool { return n == at })
		visit(t)
		for _, next := range slices.Concat(at.members, []*node{at.key, at.element}) {
			if next == nil || again && visits(t, next) >= recursionMax {
				continue
			}
			walk(append(slices.Clip(t), next))
		}
	}
	for _, m := range root.members {
		walk(trail{m})
	}
}

func visits(t trail, n *node) int {
	count := 0
	for _, at := range t {
		if at == n {
			count++
		}
	}
	return count
}
