package connect

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// violation says that a well-formed request breaks the table of inputs: where, and what would be right.
type violation struct {
	path     string // "RoutingCriteria.Steps[0].Expiry"
	sentence string // "must be ..."
}

func (v *violation) Error() string { return v.path + " " + v.sentence }

// within puts the step that leads to a violation in front of its path, on the way back up.
func within(step string, err error) error {
	v, ok := err.(*violation)
	if !ok {
		return err
	}
	switch {
	case v.path == "" || v.path[0] == '[':
		v.path = step + v.path
	default:
		v.path = step + "." + v.path
	}
	return v
}

// check reads one value and compares it with what the table demands.
func (v *shape) check(c *cursor) error {
	if v == nil {
		return c.skip()
	}
	if v.unread {
		return &violation{sentence: "must be left out: this server cannot read it yet"}
	}
	b := c.peek()
	switch v.kind {
	case kindString:
		if b == '"' {
			return v.checkString(c)
		}
	case kindBoolean:
		if b == 't' || b == 'f' {
			return c.skip()
		}
	case kindStructure:
		if b == '{' {
			return v.checkStructure(c)
		}
	case kindList:
		if b == '[' {
			return v.checkList(c)
		}
	case kindMap:
		if b == '{' {
			return v.checkMap(c)
		}
	default:
		_, err := v.number(c)
		return err
	}
	return v.mismatch(c)
}

// mismatch refuses a value of another kind, once it is known to be a value at all.
func (v *shape) mismatch(c *cursor) error {
	start := c.at
	if err := c.skip(); err != nil {
		return err
	}
	switch c.data[start] {
	case '{':
		return v.refuse("an object")
	case '[':
		return v.refuse("a list")
	default:
		return v.refuse("%s", shorten(c.data[start:c.at]))
	}
}

// refuse says what would have been right and what was sent instead.
func (v *shape) refuse(format string, args ...any) error {
	return &violation{sentence: "must be " + v.wanted() + ", not " + fmt.Sprintf(format, args...)}
}

func (v *shape) checkStructure(c *cursor) error {
	return v.eachMember(c, func(i int) error { return v.members[i].check(c) })
}

// eachMember checks a structure and has visit check each member that is known and not null, by its place.
func (v *shape) eachMember(c *cursor, visit func(i int) error) error {
	if err := c.open('{'); err != nil {
		return err
	}
	var seen, given mask
	var unknown nameSet
	foreign := 0
	for first := true; ; first = false {
		more, err := c.next(first, '}')
		if err != nil {
			return err
		}
		if !more {
			return v.complete(given, foreign)
		}
		i, name, err := v.memberName(c)
		if err != nil {
			return err
		}
		known := i >= 0
		if known && seen.has(i) || !known && !unknown.add(name) {
			return c.duplicate(name)
		}
		if known {
			seen.add(i)
		}
		null, err := c.null()
		switch {
		case err != nil:
			return err
		case null:
		case known:
			given.add(i)
			if err := visit(i); err != nil {
				return within(v.names[i], err)
			}
		default:
			foreign++
			if err := c.skip(); err != nil {
				return err
			}
		}
	}
}

// memberName reads the name of a member and the colon behind it, and says which of the known members it is, -1 for
// none. Written as machines write it, a known one is found without being read.
func (v *shape) memberName(c *cursor) (i int, name []byte, err error) {
	rest := c.data[c.at:]
	for i, quoted := range v.quoted {
		if len(rest) >= len(quoted) && string(rest[:len(quoted)]) == quoted {
			c.at += len(quoted)
			return i, rest[1 : len(quoted)-2], nil
		}
	}
	if name, err = c.name(); err != nil {
		return -1, nil, err
	}
	return placeOf(name, v.names), name, nil
}

// complete checks at the end of a structure that everything is there. Members that the table does not know, of which
// there were as many as foreign, count in a union only: what a later release would add there has no meaning yet.
func (v *shape) complete(given mask, foreign int) error {
	if i := v.needed.firstBeyond(given); i >= 0 {
		return &violation{path: v.names[i], sentence: "is required: give " + v.members[i].wanted()}
	}
	if v.union && given.size() != 1 || v.union && foreign > 0 {
		return &violation{sentence: fmt.Sprintf("must have exactly one member, namely %s", oneOf(v.names))}
	}
	return nil
}

func (v *shape) checkList(c *cursor) error {
	return v.eachElement(c, func() error { return v.checkElement(c) })
}

// eachElement checks a list and has visit check each element.
func (v *shape) eachElement(c *cursor, visit func() error) error {
	if err := c.open('['); err != nil {
		return err
	}
	n := 0
	for ; ; n++ {
		more, err := c.next(n == 0, ']')
		if err != nil {
			return err
		}
		if !more {
			break
		}
		if err := visit(); err != nil {
			return within("["+strconv.Itoa(n)+"]", err)
		}
	}
	return v.checkSize(n)
}

func (v *shape) checkElement(c *cursor) error {
	return v.orNull(c, func() error { return v.element.check(c) })
}

// orNull has visit check an element, but lets null pass for a structure: it decodes to one without members, which must
// then lack nothing.
func (v *shape) orNull(c *cursor, visit func() error) error {
	if v.element == nil || v.element.kind != kindStructure {
		return visit()
	}
	null, err := c.null()
	switch {
	case err != nil:
		return err
	case null:
		return v.element.complete(mask{}, 0)
	default:
		return visit()
	}
}

func (v *shape) checkMap(c *cursor) error {
	if err := c.open('{'); err != nil {
		return err
	}
	var seen nameSet
	n := 0
	for ; ; n++ {
		more, err := c.next(n == 0, '}')
		if err != nil {
			return err
		}
		if !more {
			break
		}
		name, err := c.name()
		if err != nil {
			return err
		}
		if !seen.add(name) {
			return c.duplicate(name)
		}
		if err := v.checkKey(name); err != nil {
			return err
		}
		if err := v.checkElement(c); err != nil {
			return within("["+quote(name)+"]", err)
		}
	}
	return v.checkSize(n)
}

func (v *shape) checkKey(name []byte) error {
	if v.key == nil {
		return nil
	}
	err := v.key.checkText(name, utf8.RuneCount(name))
	if bad, ok := err.(*violation); ok {
		bad.sentence = "has the key " + quote(name) + ", which " + bad.sentence
	}
	return err
}

func (v *shape) checkSize(n int) error {
	if n < v.least || v.most >= 0 && n > v.most {
		return v.refuse("of %d", n)
	}
	return nil
}

func (v *shape) checkString(c *cursor) error {
	t, err := c.text()
	if err != nil {
		return err
	}
	if !v.isRead() {
		return v.checkText(nil, t.length)
	}
	return v.checkText(t.unescape(), t.length)
}

// isRead says whether more matters of a string than its length.
func (v *shape) isRead() bool { return v.allowed != nil || v.pattern != nil }

// checkText checks a string of so many code points; value is looked at only if isRead.
func (v *shape) checkText(value []byte, length int) error {
	if v.allowed != nil {
		if _, ok := v.allowed[string(value)]; !ok {
			return v.refuse("%s", quote(value))
		}
	}
	if length < v.least || v.most >= 0 && length > v.most {
		return v.refuse("of %d", length)
	}
	if v.pattern == nil {
		return nil
	}
	if why := v.pattern.refuses(value); why != "" {
		return &violation{sentence: why}
	}
	return nil
}

// number reads a number within the bounds.
func (v *shape) number(c *cursor) ([]byte, error) {
	if b := c.peek(); b != '-' && b-'0' > 9 {
		return nil, v.mismatch(c)
	}
	literal, err := c.number()
	if err != nil {
		return nil, err
	}
	whole := v.kind == kindInteger || v.kind == kindLong
	if whole && bytes.ContainsAny(literal, ".eE") {
		return nil, v.refuse("%s", shorten(literal))
	}
	var room [40]byte
	d := parseDecimal(literal, room[:])
	if d.compare(v.low) < 0 || d.compare(v.high) > 0 {
		return nil, v.refuse("%s", shorten(literal))
	}
	return literal, nil
}

// shownMax is how many bytes of what a caller sent a refusal repeats.
const shownMax = 120

// quote shows a string of the caller, shortened.
func quote(value []byte) string { return strconv.Quote(shorten(value)) }

func shorten(value []byte) string {
	if len(value) <= shownMax {
		return string(value)
	}
	return strings.ToValidUTF8(string(value[:shownMax]), "") + "..."
}
