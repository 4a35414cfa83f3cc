package connect

import (
	"fmt"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// depthLimit is how deeply objects and arrays of a body may be nested, in levels. Amazon's deepest input needs fewer
// than twenty.
const depthLimit = 100

// syntaxError says that a request cannot be read, as a rule because its body is not one JSON object.
type syntaxError struct {
	sentence string
	offset   int // in the body, in bytes; negative if the body is not at fault
}

func (e *syntaxError) Error() string {
	if e.offset < 0 {
		return e.sentence
	}
	return fmt.Sprintf("%s, at byte %d of the body", e.sentence, e.offset)
}

// cursor reads a JSON text from front to back. It is stricter than RFC 8259 where the RFC leaves a choice: no
// duplicate names, no broken UTF-8, no lone surrogates. The slow twin is jsontext, which must accept the same texts.
type cursor struct {
	data  []byte
	at    int
	depth int
}

// over makes the cursor stand at the beginning of another text.
func (c *cursor) over(data []byte) { *c = cursor{data: data} }

// text is a JSON string where it stands in the body.
type text struct {
	raw     []byte // between the quotes
	escaped bool   // whether raw holds a backslash
	length  int    // code points, once unescaped
}

func (c *cursor) fail(format string, args ...any) error {
	return &syntaxError{sentence: fmt.Sprintf(format, args...), offset: c.at}
}

// peek skips white space and returns the byte that follows, 0 at the end.
func (c *cursor) peek() byte {
	if c.at < len(c.data) && c.data[c.at] > ' ' {
		return c.data[c.at] // what machines write has no white space
	}
	return c.peekBeyond()
}

func (c *cursor) peekBeyond() byte {
	for c.at < len(c.data) {
		switch b := c.data[c.at]; b {
		case ' ', '\t', '\n', '\r':
			c.at++
		default:
			return b
		}
	}
	return 0
}

// open enters an object or an array.
func (c *cursor) open(bracket byte) error {
	if c.peek() != bracket {
		return c.fail("%q expected", bracket)
	}
	c.at++
	if c.depth++; c.depth > depthLimit {
		return c.fail("the body is nested deeper than %d levels", depthLimit)
	}
	return nil
}

// next moves on to the next member or element and says whether there is one; if not, it has left the object or array.
func (c *cursor) next(first bool, bracket byte) (bool, error) {
	switch b := c.peek(); {
	case b == bracket:
		c.at++
		c.depth--
		return false, nil
	case first:
		return true, nil
	case b != ',':
		return false, c.fail("',' or %q expected", bracket)
	}
	c.at++
	if c.peek() == bracket {
		return false, c.fail("nothing follows the comma")
	}
	return true, nil
}

// name reads the name of a member and the colon behind it. What it returns is unescaped.
func (c *cursor) name() ([]byte, error) {
	t, err := c.text()
	if err != nil {
		return nil, err
	}
	if c.peek() != ':' {
		return nil, c.fail("':' expected")
	}
	c.at++
	if t.escaped {
		return t.unescape(), nil
	}
	return t.raw, nil
}

// text reads a string and checks its encoding.
func (c *cursor) text() (text, error) {
	if c.peek() != '"' {
		return text{}, c.fail("a string expected")
	}
	c.at++
	start, at, data, t := c.at, c.at, c.data, text{}
	for {
		from := at
		at = plainEnd(data, at)
		t.length += at - from
		if at >= len(data) {
			c.at = len(data)
			return text{}, c.fail("a string does not end")
		}
		switch b := data[at]; {
		case b == '"':
			t.raw = data[start:at]
			c.at = at + 1
			if t.escaped {
				return c.finish(t)
			}
			return t, nil
		case b == '\\':
			t.escaped = true
			at += 2
		default:
			r, size := utf8.DecodeRune(data[at:])
			if b < ' ' || r == utf8.RuneError && size == 1 {
				c.at = at
				return text{}, c.fail("a string holds a control character or is not UTF-8")
			}
			at += size
			t.length++
		}
	}
}

// finish checks the escapes of a string that has some, and counts its code points anew.
func (c *cursor) finish(t text) (text, error) {
	quoted := c.data[c.at-len(t.raw)-2 : c.at]
	plain, err := jsontext.AppendUnquote(nil, quoted)
	if err != nil {
		return text{}, c.fail("a string holds an escape that means nothing")
	}
	t.length = utf8.RuneCount(plain)
	return t, nil
}

// unescape returns the string's bytes with its escapes resolved.
func (t text) unescape() []byte {
	if !t.escaped {
		return t.raw
	}
	quoted := append(append([]byte{'"'}, t.raw...), '"')
	plain, err := jsontext.AppendUnquote(nil, quoted)
	if err != nil {
		panic("connect: a string that was checked does not unescape: " + err.Error())
	}
	return plain
}

// number reads a number as it stands.
func (c *cursor) number() ([]byte, error) {
	c.peek()
	start := c.at
	if c.has('-') {
		c.at++
	}
	switch {
	case c.has('0'):
		c.at++
	case !c.digits():
		return nil, c.fail("a value expected")
	}
	if c.has('.') {
		if c.at++; !c.digits() {
			return nil, c.fail("a digit expected behind the decimal point")
		}
	}
	if c.has('e') || c.has('E') {
		c.at++
		if c.has('+') || c.has('-') {
			c.at++
		}
		if !c.digits() {
			return nil, c.fail("a digit expected in the exponent")
		}
	}
	return c.data[start:c.at], nil
}

func (c *cursor) has(b byte) bool { return c.at < len(c.data) && c.data[c.at] == b }

// digits passes over digits and says whether there was one.
func (c *cursor) digits() bool {
	start := c.at
	for c.at < len(c.data) && c.data[c.at]-'0' <= 9 {
		c.at++
	}
	return c.at > start
}

// literal passes over true, false or null.
func (c *cursor) literal(word string) error {
	if len(c.data)-c.at < len(word) || string(c.data[c.at:c.at+len(word)]) != word {
		return c.fail("a value expected")
	}
	c.at += len(word)
	return nil
}

// null passes over a null and says whether there was one.
func (c *cursor) null() (bool, error) {
	if c.peek() != 'n' {
		return false, nil
	}
	return true, c.literal("null")
}

// skip passes over any well-formed value.
func (c *cursor) skip() error {
	switch c.peek() {
	case '{':
		return c.skipObject()
	case '[':
		return c.skipArray()
	case '"':
		_, err := c.text()
		return err
	case 't':
		return c.literal("true")
	case 'f':
		return c.literal("false")
	case 'n':
		return c.literal("null")
	default:
		_, err := c.number()
		return err
	}
}

func (c *cursor) skipArray() error {
	if err := c.open('['); err != nil {
		return err
	}
	for first := true; ; first = false {
		if more, err := c.next(first, ']'); err != nil || !more {
			return err
		}
		if err := c.skip(); err != nil {
			return err
		}
	}
}

func (c *cursor) skipObject() error {
	if err := c.open('{'); err != nil {
		return err
	}
	var seen nameSet
	for first := true; ; first = false {
		if more, err := c.next(first, '}'); err != nil || !more {
			return err
		}
		name, err := c.name()
		if err != nil {
			return err
		}
		if !seen.add(name) {
			return c.duplicate(name)
		}
		if err := c.skip(); err != nil {
			return err
		}
	}
}

// duplicate refuses a name that its object has already.
func (c *cursor) duplicate(name []byte) error {
	return c.fail("the member %s stands twice", quote(name))
}

// end makes sure that nothing follows.
func (c *cursor) end() error {
	if c.peek(); c.at < len(c.data) {
		return c.fail("the body goes on behind its object")
	}
	return nil
}

// placeOf returns the place of a name in a list, -1 if it is not there. The lists are those of structures: mostly fewer
// than a dozen, where looking at each is faster than a map.
func placeOf(name []byte, names []string) int {
	for i, n := range names {
		if len(n) == len(name) && n == string(name) {
			return i
		}
	}
	return -1
}

// nameSet holds the names of one object: a few in place, many in a map.
type nameSet struct {
	few  [8][]byte
	size int
	many map[string]struct{}
}

// add is false if the name is there already.
func (s *nameSet) add(name []byte) bool {
	for _, n := range s.few[:min(s.size, len(s.few))] {
		if string(n) == string(name) {
			return false
		}
	}
	if s.size < len(s.few) {
		s.few[s.size] = name
		s.size++
		return true
	}
	if _, twice := s.many[string(name)]; twice {
		return false
	}
	if s.many == nil {
		s.many = make(map[string]struct{})
	}
	s.many[string(name)] = struct{}{}
	return true
}
