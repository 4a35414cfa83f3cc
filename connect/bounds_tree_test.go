package connect

import (
	"strings"
	"testing"
)

// A node is one line of the table of inputs, read anew and apart from shape: what is tested does not test itself.
type node struct {
	name     string // of a member; "[]", "{}" and "{key}" for elements, values and keys
	kind     string
	required bool
	location string
	limits   limits

	members []*node
	element *node // of a list, or the values of a map
	key     *node
}

// limits are the bounds of a node, in the table's words.
type limits struct {
	min, max string // empty: none
	pattern  string
	enum     []string
	union    bool
	as       string // the path of the node whose bounds and members these are
}

// inputTree reads the lines of one operation.
func inputTree(t testing.TB, lines []member) *node {
	root := &node{kind: "structure"}
	byPath := map[string]*node{"": root}
	for _, line := range lines {
		parent, last := splitPath(line.path)
		n := &node{name: last, kind: line.kind, required: line.required, location: line.location}
		n.limits = limitsOf(t, line.bounds)
		byPath[parent].take(n)
		byPath[line.path] = n
	}
	for _, n := range byPath { // order does not show: each becomes what it refers to
		if n.limits.as != "" {
			target := byPath[n.limits.as]
			n.members, n.limits = target.members, target.limits
		}
	}
	return root
}

func (n *node) take(child *node) {
	switch child.name {
	case "[]", "{}":
		n.element = child
	case "{key}":
		n.key = child
	default:
		n.members = append(n.members, child)
	}
}

// limitsOf reads the last cell of a line.
func limitsOf(t testing.TB, bounds string) (l limits) {
	bounds, l.pattern, _ = strings.Cut(bounds, "pattern=")
	for word := range strings.FieldsSeq(bounds) {
		name, value, _ := strings.Cut(word, "=")
		switch name {
		case "min":
			l.min = value
		case "max":
			l.max = value
		case "enum":
			l.enum = strings.Split(value, "|")
		case "union":
			l.union = true
		case "ref":
			l.as = value
		default:
			t.Fatalf("the bound %s is not known", word)
		}
	}
	return l
}
