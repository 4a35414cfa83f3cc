package connect

import (
	"encoding/json"
	"regexp/syntax"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// least returns the smallest value that a node allows.
func (n *node) least(t testing.TB) any {
	switch n.kind {
	case "structure":
		return n.leastStructure(t)
	case "list":
		return n.list(t, n.size(n.limits.min, 0))
	case "map":
		return n.table(t, n.size(n.limits.min, 0))
	case "string":
		return n.text(t, n.size(n.limits.min, 0))
	case "boolean":
		return false
	case "timestamp":
		return json.Number("1767225600")
	default:
		if n.limits.min != "" {
			return json.Number(n.limits.min)
		}
		return json.Number("1")
	}
}

// leastStructure has the required members; a union has its first.
func (n *node) leastStructure(t testing.TB) map[string]any {
	made := map[string]any{}
	for i, m := range n.members {
		if m.required || n.limits.union && i == 0 {
			made[m.name] = m.least(t)
		}
	}
	return made
}

// size reads a bound of a length.
func (n *node) size(bound string, absent int) int {
	if bound == "" {
		return absent
	}
	size, err := strconv.Atoi(bound)
	if err != nil {
		panic(err)
	}
	return size
}

// list returns so many elements that fit.
func (n *node) list(t testing.TB, size int) []any {
	made := make([]any, size)
	for i := range made {
		made[i] = n.element.least(t)
	}
	return made
}

// table returns a map of so many values that fit, under keys that fit.
func (n *node) table(t testing.TB, size int) map[string]any {
	made := map[string]any{}
	for i := 0; len(made) < size; i++ {
		made[n.keyAt(t, i)] = n.element.least(t)
	}
	return made
}

// keyAt returns one of many keys that fit.
func (n *node) keyAt(t testing.TB, i int) string {
	switch {
	case n.key == nil:
		return "k" + strconv.Itoa(i)
	case len(n.key.limits.enum) > i:
		return n.key.limits.enum[i]
	case len(n.key.limits.enum) > 0:
		return n.key.limits.enum[0] + strconv.Itoa(i) // there are no more: the size is refused first, or this key
	}
	number := strconv.Itoa(i)
	return number + n.key.text(t, max(0, n.key.size(n.key.limits.min, 1)-len(number)))
}

// text returns a string of at least so many characters that fits.
func (n *node) text(t testing.TB, length int) string {
	switch {
	case len(n.limits.enum) > 0:
		return n.limits.enum[0]
	case n.limits.pattern != "":
		return fitting(t, n.limits.pattern, length)
	default:
		return strings.Repeat("x", length)
	}
}

// fitting returns a string of at least so many characters that matches one of the model's patterns.
func fitting(t testing.TB, source string, length int) string {
	p := newPattern(source)
	parsed, err := syntax.Parse(p.expression.String(), syntax.Perl)
	if err != nil {
		t.Fatal(err)
	}
	for extra := range length + 2 {
		made := sample(parsed, extra)
		for _, d := range p.demanded {
			if !d.MatchString(made) {
				made += "aA1"
			}
		}
		if utf8.RuneCountInString(made) >= length && p.refuses([]byte(made)) == "" {
			return made
		}
	}
	t.Fatalf("nothing of %d characters is known that matches %s", length, source)
	return ""
}

// sample returns a string that an expression matches; what may be repeated without end is repeated so many times.
func sample(e *syntax.Regexp, extra int) string {
	switch e.Op {
	case syntax.OpLiteral:
		return string(e.Rune)
	case syntax.OpCharClass:
		return string(plainRune(e.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return "a"
	case syntax.OpCapture:
		return sample(e.Sub[0], extra)
	case syntax.OpAlternate:
		return sample(e.Sub[0], extra)
	case syntax.OpConcat:
		var made strings.Builder
		for _, sub := range e.Sub {
			made.WriteString(sample(sub, extra))
		}
		return made.String()
	case syntax.OpStar:
		return strings.Repeat(sample(e.Sub[0], 0), extra)
	case syntax.OpPlus:
		return strings.Repeat(sample(e.Sub[0], 0), max(1, extra))
	case syntax.OpRepeat:
		times := e.Min
		if e.Max < 0 || e.Min+extra <= e.Max {
			times += extra
		}
		return strings.Repeat(sample(e.Sub[0], 0), times)
	default:
		return "" // anchors, what may be left out
	}
}

// plainRune returns the plainest character of a class.
func plainRune(class []rune) rune {
	for _, r := range "a1A" {
		for i := 0; i < len(class); i += 2 {
			if class[i] <= r && r <= class[i+1] {
				return r
			}
		}
	}
	for i := 0; i < len(class); i += 2 {
		for r := class[i]; r <= class[i+1]; r++ {
			if unicode.IsPrint(r) {
				return r
			}
		}
	}
	return class[0]
}

// unfitting returns a string within the lengths of a node that its pattern refuses; it is false where the pattern
// takes whatever has the right length.
func (n *node) unfitting(t testing.TB) (string, bool) {
	p := newPattern(n.limits.pattern)
	least, most := n.size(n.limits.min, 0), n.size(n.limits.max, 1<<10)
	fits := fitting(t, n.limits.pattern, least)
	tries := append([]string{"", fits + "\x00", fits + " ", "\x00" + fits, "é" + fits, fits + "é"}, p.forbidden...)
	for _, r := range " \x00\ta1é!" {
		tries = append(tries, strings.Repeat(string(r), max(least, 1)))
	}
	i := slices.IndexFunc(tries, func(try string) bool {
		length := utf8.RuneCountInString(try)
		return length >= least && length <= most && p.refuses([]byte(try)) != ""
	})
	if i < 0 {
		return "", false
	}
	return tries[i], true
}
