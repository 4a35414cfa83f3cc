package connect

import (
	"reflect"
	"strconv"
)

// Bodies are checked and read in one go. The slow twin of what is here are the two passes, check.go and then decode.go,
// each of which can be understood alone; a fuzz target demands the same inputs and the same refusals of both. Where one
// go would be hard to follow, for maps, unions and instants, it is both passes over that one value.

// checkedStruct reads an object into a struct while its shape checks it.
type checkedStruct struct {
	shape  *shape
	fields []fieldReader // at the places of the shape's members; index -1: the struct has no such field
}

// checked is a Go type with the shape that it is read by.
type checked struct {
	t reflect.Type
	s *shape
}

// bodyReader compiles the reader of an operation's body.
func (k *codec) bodyReader(t reflect.Type, body *shape) *checkedStruct {
	r := &checkedStruct{shape: body}
	for i, name := range body.names {
		f := inputField(t, name)
		r.fields = append(r.fields, fieldReader{index: f.Index[0], read: k.checkedReader(f.Type, body.members[i])})
	}
	return r
}

// readBody checks and reads a whole body. An empty one counts as an object without members.
func (r *checkedStruct) readBody(c *cursor, v reflect.Value) error {
	if c.peek() == 0 && c.at == len(c.data) {
		return r.shape.complete(mask{}, 0)
	}
	if c.peek() != '{' {
		return c.fail("the body must be a JSON object")
	}
	if err := r.read(c, v); err != nil {
		return err
	}
	return c.end()
}

func (r *checkedStruct) read(c *cursor, v reflect.Value) error {
	if c.peek() != '{' {
		return r.shape.mismatch(c)
	}
	return r.shape.eachMember(c, func(i int) error {
		f := &r.fields[i]
		if f.index < 0 {
			return r.shape.members[i].check(c)
		}
		return f.read(c, v.Field(f.index))
	})
}

// checkedReader compiles the reader of a type by a shape. It is not asked for null.
func (k *codec) checkedReader(t reflect.Type, s *shape) reader {
	if s == nil {
		return k.inTwoPasses(t, s)
	}
	switch {
	case t.Kind() == reflect.Pointer && s.kind != kindMap && s.kind != kindTimestamp:
		return k.checkedPointer(t.Elem(), s)
	case t.Kind() == reflect.Struct && s.kind == kindStructure:
		return k.checkedStruct(t, s)
	case t.Kind() == reflect.Slice && s.kind == kindList:
		return k.checkedSlice(t, s)
	case t.Kind() == reflect.String && s.kind == kindString:
		return func(c *cursor, v reflect.Value) error {
			word, err := k.checkedWord(c, s)
			if err == nil {
				v.SetString(*word)
			}
			return err
		}
	case (t.Kind() == reflect.Int32 || t.Kind() == reflect.Int64) && (s.kind == kindInteger || s.kind == kindLong):
		return checkedInteger(t.Bits(), s)
	case (t.Kind() == reflect.Float32 || t.Kind() == reflect.Float64) && (s.kind == kindFloat || s.kind == kindDouble):
		return checkedFloat(t.Bits(), s)
	}
	return k.inTwoPasses(t, s)
}

// inTwoPasses checks a value, goes back to where it begins and reads it.
func (k *codec) inTwoPasses(t reflect.Type, s *shape) reader {
	read := k.reader(t)
	return func(c *cursor, v reflect.Value) error {
		start := c.at
		if err := s.check(c); err != nil {
			return err
		}
		c.at = start
		return read(c, v)
	}
}

// checkedStruct compiles the reader of a nested struct. One with a field that the shape does not know takes two passes.
func (k *codec) checkedStruct(t reflect.Type, s *shape) reader {
	if r, ok := k.checkeds[checked{t, s}]; ok {
		return r.read
	}
	fields := make([]fieldReader, len(s.names))
	for i := range fields {
		fields[i].index = -1
	}
	types := make([]reflect.Type, len(s.names))
	known := true
	k.wireFields(t, func(name string, f reflect.StructField) {
		i := placeOf([]byte(name), s.names)
		if i < 0 {
			known = false
			return
		}
		fields[i].index, types[i] = f.Index[0], f.Type
	})
	if !known {
		return k.inTwoPasses(t, s)
	}
	r := &checkedStruct{shape: s, fields: fields}
	k.checkeds[checked{t, s}] = r
	for i, member := range types {
		if s.members[i].unread = member == nil; member != nil {
			fields[i].read = k.checkedReader(member, s.members[i])
		}
	}
	return r.read
}

// checkedPointer makes room for the value that a pointer points to.
func (k *codec) checkedPointer(t reflect.Type, s *shape) reader {
	if t == reflect.TypeFor[string]() && s.kind == kindString {
		return func(c *cursor, v reflect.Value) error {
			word, err := k.checkedWord(c, s)
			if err == nil {
				v.Set(reflect.ValueOf(word))
			}
			return err
		}
	}
	read := k.checkedReader(t, s)
	return func(c *cursor, v reflect.Value) error {
		room := reflect.New(t)
		if err := read(c, room.Elem()); err != nil {
			return err
		}
		v.Set(room)
		return nil
	}
}

// checkedSlice reads an array. An empty one arrives as an empty slice, a null element as a zero value.
func (k *codec) checkedSlice(t reflect.Type, s *shape) reader {
	const room = 4 // elements at first: enough for most lists
	read := k.checkedReader(t.Elem(), s.element)
	empty := reflect.MakeSlice(t, 0, 0)
	return func(c *cursor, v reflect.Value) error {
		if c.peek() != '[' {
			return s.mismatch(c)
		}
		n := 0
		err := s.eachElement(c, func() error {
			if n == v.Cap() {
				v.Grow(room)
			}
			n++
			v.SetLen(n)
			return s.orNull(c, func() error { return read(c, v.Index(n-1)) })
		})
		if err == nil && n == 0 {
			v.Set(empty)
		}
		return err
	}
}

// checkedWord reads a string that its shape allows.
func (k *codec) checkedWord(c *cursor, s *shape) (*string, error) {
	if c.peek() != '"' {
		return nil, s.mismatch(c)
	}
	t, err := c.text()
	if err != nil {
		return nil, err
	}
	content := t.unescape()
	if err := s.checkText(content, t.length); err != nil {
		return nil, err
	}
	return k.words.word(content), nil
}

func checkedInteger(bits int, s *shape) reader {
	return func(c *cursor, v reflect.Value) error {
		literal, err := s.number(c)
		if err != nil {
			return err
		}
		n, err := strconv.ParseInt(string(literal), 10, bits)
		if err != nil {
			return c.fail("%s is not a whole number of %d bits", shorten(literal), bits)
		}
		v.SetInt(n)
		return nil
	}
}

func checkedFloat(bits int, s *shape) reader {
	return func(c *cursor, v reflect.Value) error {
		literal, err := s.number(c)
		if err != nil {
			return err
		}
		x, err := strconv.ParseFloat(string(literal), bits)
		if err != nil {
			return c.fail("%s is not a number of %d bits", shorten(literal), bits)
		}
		v.SetFloat(x)
		return nil
	}
}
