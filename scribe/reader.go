package scribe

import (
	"bytes"
	"fmt"
	"reflect"
	"strconv"
	"unicode/utf8"
)

// A reader takes the value of one type off a text, in the form in which the writer of the type writes it: JSON without
// spaces. Members may come in any order, so that a release may order them anew. A member that is not known is an error:
// it was written by a later release, and to leave it out would change what happened.
type reader func(t *text, v reflect.Value) error

// A text is what remains to be read.
type text struct {
	rest  []byte
	deep  int      // lists, tables and structs that are open
	words []string // read before: names and ids come again and again, and need be in memory only once
}

// deepMax is how many lists, tables and structs may lie in each other: far more than any value of the house has.
const deepMax = 1000

// How many words a text keeps at most, and how long they may be in bytes.
const (
	wordsOfRecord = 1 << 6
	wordsOfState  = 1 << 12
	wordMax       = 64
)

// newText makes a text that keeps so many words, a power of two.
func newText(from []byte, words int) *text { return &text{rest: from, words: make([]string, words)} }

// word returns a piece of text as a string.
func (t *text) word(piece []byte) string {
	if len(piece) > wordMax {
		return string(piece)
	}
	hash := uint32(2166136261)
	for _, c := range piece {
		hash = (hash ^ uint32(c)) * 16777619
	}
	kept := &t.words[hash&uint32(len(t.words)-1)]
	if *kept != string(piece) {
		*kept = string(piece)
	}
	return *kept
}

// end says whether anything is left.
func (t *text) end() error {
	if len(t.rest) > 0 {
		return fmt.Errorf("there is more after its end: %q", clip(t.rest))
	}
	return nil
}

// A compiler puts readers together, as a drafter does with writers.
type compiler struct{ readers map[reflect.Type]*reader }

// readerFor puts together the reader of a type.
func readerFor(t reflect.Type) reader {
	c := compiler{readers: map[reflect.Type]*reader{}}
	return *c.reader(t)
}

// reader returns where the reader of a type is, or will be.
func (c *compiler) reader(t reflect.Type) *reader {
	if r, ok := c.readers[t]; ok {
		return r
	}
	r := new(reader)
	c.readers[t] = r
	*r = c.compile(t)
	return r
}

// compile makes the reader of a type.
func (c *compiler) compile(typ reflect.Type) reader {
	switch typ.Kind() {
	case reflect.Bool:
		return readBool
	case reflect.Int, reflect.Int32, reflect.Int64:
		return func(t *text, v reflect.Value) error {
			word := t.number()
			n, err := strconv.ParseInt(string(word), 10, typ.Bits())
			v.SetInt(n)
			return unreadable(err, word)
		}
	case reflect.Uint32, reflect.Uint64:
		return func(t *text, v reflect.Value) error {
			word := t.number()
			n, err := strconv.ParseUint(string(word), 10, typ.Bits())
			v.SetUint(n)
			return unreadable(err, word)
		}
	case reflect.Float32:
		return func(t *text, v reflect.Value) error {
			word := t.number()
			f, err := strconv.ParseFloat(string(word), 32)
			v.SetFloat(f)
			return unreadable(err, word)
		}
	case reflect.String:
		return func(t *text, v reflect.Value) error {
			s, err := t.quoted()
			v.SetString(s)
			return err
		}
	case reflect.Pointer:
		return c.pointer(typ)
	case reflect.Slice:
		return c.list(typ)
	case reflect.Map:
		return c.table(typ)
	}
	return c.members(typ) // the drafter has refused all else
}

// readBool reads a yes or a no.
func readBool(t *text, v reflect.Value) error {
	switch {
	case t.skip("true"):
		v.SetBool(true)
	case t.skip("false"):
		v.SetBool(false)
	default:
		return fmt.Errorf("neither true nor false: %q", clip(t.rest))
	}
	return nil
}

// pointer makes the reader of what may be absent.
func (c *compiler) pointer(typ reflect.Type) reader {
	inner := c.reader(typ.Elem())
	return func(t *text, v reflect.Value) error {
		if t.skip("null") {
			v.SetZero()
			return nil
		}
		fresh := reflect.New(typ.Elem())
		v.Set(fresh)
		return (*inner)(t, fresh.Elem())
	}
}

// list makes the reader of a slice.
func (c *compiler) list(typ reflect.Type) reader {
	inner := c.reader(typ.Elem())
	empty := reflect.MakeSlice(typ, 0, 0)
	return func(t *text, v reflect.Value) error {
		v.Set(empty)
		return t.each('[', ']', func() error {
			n := v.Len()
			if n == v.Cap() {
				v.Grow(max(2, n))
			}
			v.SetLen(n + 1)
			return (*inner)(t, v.Index(n))
		})
	}
}

// table makes the reader of a map.
func (c *compiler) table(typ reflect.Type) reader {
	inner := c.reader(typ.Elem())
	return func(t *text, v reflect.Value) error {
		v.Set(reflect.MakeMap(typ))
		return t.each('{', '}', func() error {
			name, err := t.quoted()
			if err != nil {
				return err
			}
			if !t.skip(":") {
				return fmt.Errorf("no colon after %q", name)
			}
			key, value := reflect.New(typ.Key()).Elem(), reflect.New(typ.Elem()).Elem()
			key.SetString(name)
			err = (*inner)(t, value)
			v.SetMapIndex(key, value)
			return err
		})
	}
}

// A slot is one field of a struct, ready to be read.
type slot struct {
	index []int
	name  string
	key   string // with quotes and colon
	read  *reader
}

// members makes the reader of a struct. It looks for each member first where the last one was, as they come in order.
func (c *compiler) members(typ reflect.Type) reader {
	var list []slot
	for _, f := range reflect.VisibleFields(typ) {
		if !f.Anonymous {
			list = append(list, slot{f.Index, f.Name, strconv.Quote(f.Name) + ":", c.reader(f.Type)})
		}
	}
	return func(t *text, v reflect.Value) error {
		next := 0
		return t.each('{', '}', func() error {
			for range list {
				s := &list[next]
				next = (next + 1) % len(list)
				if !t.skip(s.key) {
					continue
				}
				field := v.Field(s.index[0])
				for _, n := range s.index[1:] {
					field = field.Field(n)
				}
				if err := (*s.read)(t, field); err != nil {
					return fmt.Errorf("%s: %w", s.name, err)
				}
				return nil
			}
			return fmt.Errorf("member %q is not known to this release", clip(t.name()))
		})
	}
}

// each calls read for every element between two brackets.
func (t *text) each(open, end byte, read func() error) error {
	if len(t.rest) == 0 || t.rest[0] != open {
		return fmt.Errorf("no %c: %q", open, clip(t.rest))
	}
	if t.deep++; t.deep > deepMax {
		return fmt.Errorf("more than %d lists and structs lie in each other", deepMax)
	}
	t.rest = t.rest[1:]
	for first := true; len(t.rest) > 0; first = false {
		if t.rest[0] == end {
			t.rest = t.rest[1:]
			t.deep--
			return nil
		}
		if !first && !t.skip(",") {
			return fmt.Errorf("neither , nor %c: %q", end, clip(t.rest))
		}
		if err := read(); err != nil {
			return err
		}
	}
	return fmt.Errorf("the text ends before %c", end)
}

// skip takes a word off the text if it comes next.
func (t *text) skip(word string) bool {
	if len(t.rest) < len(word) || string(t.rest[:len(word)]) != word {
		return false
	}
	t.rest = t.rest[len(word):]
	return true
}

// number takes off what may belong to a number.
func (t *text) number() []byte {
	n := 0
	for n < len(t.rest) && (t.rest[n]-'0' < 10 || bytes.IndexByte([]byte("+-.e"), t.rest[n]) >= 0) {
		n++
	}
	word := t.rest[:n]
	t.rest = t.rest[n:]
	return word
}

// unreadable names the number that an error is about.
func unreadable(err error, word []byte) error {
	if err != nil {
		return fmt.Errorf("number %q cannot be read", clip(word))
	}
	return nil
}

// name returns the name of the member that comes next, for an error.
func (t *text) name() []byte {
	name, _, _ := bytes.Cut(bytes.TrimPrefix(t.rest, []byte{'"'}), []byte{'"'})
	return name
}

// quoted takes text in quotes off.
func (t *text) quoted() (string, error) {
	if !t.skip(`"`) {
		return "", fmt.Errorf("no text in quotes: %q", clip(t.rest))
	}
	for i, c := range t.rest {
		switch {
		case c == '"':
			piece := t.rest[:i]
			t.rest = t.rest[i+1:]
			if !utf8.Valid(piece) {
				return "", fmt.Errorf("text is not UTF-8: %q", clip(piece))
			}
			return t.word(piece), nil
		case c == '\\':
			return t.escaped(i)
		case c < ' ':
			return "", fmt.Errorf("a control character in text: %q", clip(t.rest))
		}
	}
	return "", fmt.Errorf("text without an end: %q", clip(t.rest))
}
