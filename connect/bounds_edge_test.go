package connect

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"
)

// edges returns values of a node that its bounds just allow.
func (n *node) edges(t testing.TB, at where) []any {
	switch n.kind {
	case "string":
		return n.textEdges(t, at)
	case "integer", "long", "float", "double", "timestamp":
		return n.numberEdges()
	case "boolean":
		return []any{true, false}
	case "list":
		return n.sizeEdges(at, func(size int) any { return n.list(t, size) })
	case "map":
		return n.sizeEdges(at, func(size int) any { return n.table(t, size) })
	default:
		return n.structureEdges(t)
	}
}

func (n *node) numberEdges() []any {
	low, high := n.ends()
	if strings.Contains(low, "e") {
		low, high = "-3.25e38", "3.25e38"
	}
	all := []any{json.Number(low), json.Number(high)}
	least, _ := new(big.Rat).SetString(low)
	most, _ := new(big.Rat).SetString(high)
	if least.Sign() < 0 && most.Sign() > 0 {
		all = append(all, json.Number("0"))
	}
	return all
}

// textEdges are every word of an enumeration, the shortest and the longest text.
func (n *node) textEdges(t testing.TB, at where) []any {
	var all []any
	for _, word := range n.limits.enum {
		all = append(all, word)
	}
	if len(all) > 0 {
		return all
	}
	least := n.size(n.limits.min, 0)
	if at.label {
		least = max(least, 1) // an empty label is another address
	}
	all = append(all, n.text(t, least))
	most := n.size(n.limits.max, -1)
	switch {
	case most < 0 && n.limits.pattern == "":
		return append(all, "a\nb\t\u0000 é 😀")
	case most >= 0 && n.limits.pattern == "":
		return append(all, strings.Repeat("é", most))
	default:
		return all
	}
}

// sizeEdges are the fewest and the most elements; a URL has no empty list.
func (n *node) sizeEdges(at where, make func(size int) any) []any {
	least := n.size(n.limits.min, 0)
	if at.query {
		least = max(least, 1)
	}
	all := []any{make(least)}
	if most := n.size(n.limits.max, -1); most > least && !n.isShort(most) {
		all = append(all, make(most))
	}
	return all
}

// structureEdges are a structure with no more than it needs, and one with every member.
func (n *node) structureEdges(t testing.TB) []any {
	all := []any{n.least(t)}
	if n.limits.union {
		return all
	}
	full := map[string]any{}
	for _, m := range n.members {
		full[m.name] = m.least(t)
	}
	return append(all, full)
}
