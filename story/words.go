package story

import (
	"strings"
	"unicode"
)

// A word is a part of a line between spaces. Quotation marks keep spaces inside a word; they are no part of it.
type word struct {
	text   string
	column int  // counted from 1, in characters
	quoted bool // holds quotation marks
}

// split cuts a line into its words. A word that begins with # ends the line.
func split(line string, number int) ([]word, *Fault) {
	var words []word
	var current *word
	var text strings.Builder
	open := 0 // the column of a quotation mark that waits for its partner
	finish := func() {
		if current != nil {
			current.text = text.String()
			words = append(words, *current)
			current = nil
			text.Reset()
		}
	}
	column := 0
	for _, r := range line {
		column++
		if open == 0 && unicode.IsSpace(r) {
			finish()
			continue
		}
		if current == nil {
			if r == '#' {
				return words, nil
			}
			current = &word{column: column}
		}
		switch {
		case r == '"' && open == 0:
			open, current.quoted = column, true
		case r == '"':
			open = 0
		default:
			text.WriteRune(r)
		}
	}
	if open > 0 {
		return nil, &Fault{number, open, "this quotation mark has no partner on its line"}
	}
	finish()
	return words, nil
}

// quote returns a name as a story writes it: in quotation marks where it would fall apart without them.
func quote(name string) string {
	if name == "" || strings.ContainsFunc(name, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("#(),<>=", r)
	}) {
		return `"` + name + `"`
	}
	return name
}

// An attribute is the name of a predefined attribute and one of its values, as in Language:French.
type attribute struct{ name, value string }

// readAttribute cuts Name:Value at its first colon; the names of system attributes have one colon themselves.
func readAttribute(text string) (attribute, bool) {
	rest, system := strings.CutPrefix(text, "connect:")
	name, value, ok := strings.Cut(rest, ":")
	if system {
		name = "connect:" + name
	}
	return attribute{name, value}, ok && name != "" && value != ""
}

func (a attribute) String() string { return a.name + ":" + a.value }
