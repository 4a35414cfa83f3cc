package connect

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// reader reads one JSON value into v. It runs on text that a shape has checked, so it asks only what it must know to
// go on; a null leaves v as it is.
type reader func(c *cursor, v reflect.Value) error

// structReader reads an object into a struct, by the names on the wire. Members without a field are passed over.
type structReader struct {
	names  []string
	fields []fieldReader // in the same order
}

type fieldReader struct {
	index int
	read  reader
}

// inputField returns the field for a member at the top of an input: its name begins with a capital in Go.
func inputField(t reflect.Type, name string) reflect.StructField {
	f, ok := t.FieldByName(strings.ToUpper(name[:1]) + name[1:])
	if !ok {
		panic("connect: the SDK's " + t.Name() + " has no field for the member " + name)
	}
	return f
}

// structReader returns the reader of a nested struct, whose members all travel in the body.
func (k *codec) structReader(t reflect.Type) *structReader {
	if r, ok := k.readers[t]; ok {
		return r
	}
	r := &structReader{}
	k.readers[t] = r
	k.wireFields(t, func(name string, f reflect.StructField) {
		r.add(name, f.Index[0], k.reader(f.Type))
	})
	return r
}

func (r *structReader) add(name string, index int, read reader) {
	r.names = append(r.names, name)
	r.fields = append(r.fields, fieldReader{index: index, read: read})
}

func (r *structReader) read(c *cursor, v reflect.Value) error {
	if err := c.open('{'); err != nil {
		return err
	}
	for first := true; ; first = false {
		if more, err := c.next(first, '}'); err != nil || !more {
			return err
		}
		name, err := c.name()
		if err != nil {
			return err
		}
		if i := placeOf(name, r.names); i < 0 {
			err = c.skip()
		} else {
			err = r.fields[i].read(c, v.Field(r.fields[i].index))
		}
		if err != nil {
			return err
		}
	}
}

// reader compiles the reader of a type.
func (k *codec) reader(t reflect.Type) reader {
	switch t.Kind() {
	case reflect.Pointer:
		return optional(k.pointerReader(t.Elem()))
	case reflect.Struct:
		if t == reflect.TypeFor[time.Time]() {
			return optional(readInstant)
		}
		return optional(k.structReader(t).read)
	case reflect.Slice:
		return optional(k.sliceReader(t))
	case reflect.Map:
		return optional(k.mapReader(t))
	case reflect.Interface:
		return optional(k.unionReader(t))
	default:
		return optional(k.scalarReader(t))
	}
}

// optional lets null stand for nothing.
func optional(read reader) reader {
	return func(c *cursor, v reflect.Value) error {
		if null, err := c.null(); null || err != nil {
			return err
		}
		return read(c, v)
	}
}

// pointerReader makes room for the value that a pointer points to. Strings, which are most, take a shorter way.
func (k *codec) pointerReader(t reflect.Type) reader {
	if t == reflect.TypeFor[string]() {
		return func(c *cursor, v reflect.Value) error {
			t, err := c.text()
			if err != nil {
				return err
			}
			v.Set(reflect.ValueOf(k.words.word(t.unescape())))
			return nil
		}
	}
	read := k.reader(t)
	return func(c *cursor, v reflect.Value) error {
		room := reflect.New(t)
		if err := read(c, room.Elem()); err != nil {
			return err
		}
		v.Set(room)
		return nil
	}
}

// sliceReader reads an array. An empty one arrives as an empty slice, not as nil; a null element as a zero value.
func (k *codec) sliceReader(t reflect.Type) reader {
	const room = 4 // elements at first: enough for most lists
	read := k.reader(t.Elem())
	empty := reflect.MakeSlice(t, 0, 0)
	return func(c *cursor, v reflect.Value) error {
		if err := c.open('['); err != nil {
			return err
		}
		for n := 0; ; n++ {
			more, err := c.next(n == 0, ']')
			if err != nil {
				return err
			}
			if !more && n == 0 {
				v.Set(empty)
			}
			if !more {
				return nil
			}
			if n == v.Cap() {
				v.Grow(room)
			}
			v.SetLen(n + 1)
			if err := read(c, v.Index(n)); err != nil {
				return err
			}
		}
	}
}

func (k *codec) mapReader(t reflect.Type) reader {
	read := k.reader(t.Elem())
	return func(c *cursor, v reflect.Value) error {
		if err := c.open('{'); err != nil {
			return err
		}
		v.Set(reflect.MakeMap(t))
		for first := true; ; first = false {
			if more, err := c.next(first, '}'); err != nil || !more {
				return err
			}
			name, err := c.name()
			if err != nil {
				return err
			}
			value := reflect.New(t.Elem()).Elem()
			if err := read(c, value); err != nil {
				return err
			}
			v.SetMapIndex(reflect.ValueOf(string(name)).Convert(t.Key()), value)
		}
	}
}

// unionReader reads the one member that is not null into the struct of that name.
func (k *codec) unionReader(t reflect.Type) reader {
	reads := make(map[string]reader)
	structs := k.union(t).members
	for name, s := range structs {
		value, _ := s.FieldByName("Value")
		reads[name] = k.reader(value.Type)
	}
	return func(c *cursor, v reflect.Value) error {
		if err := c.open('{'); err != nil {
			return err
		}
		for first := true; ; first = false {
			if more, err := c.next(first, '}'); err != nil || !more {
				return err
			}
			name, err := c.name()
			if err != nil {
				return err
			}
			null, err := c.null()
			if err != nil {
				return err
			}
			if null {
				continue
			}
			read, ok := reads[string(name)]
			if !ok {
				return c.fail("the member %s is unknown", quote(name))
			}
			room := reflect.New(structs[string(name)])
			if err := read(c, room.Elem().FieldByName("Value")); err != nil {
				return err
			}
			v.Set(room)
		}
	}
}

func (k *codec) scalarReader(t reflect.Type) reader {
	switch t.Kind() {
	case reflect.String:
		return func(c *cursor, v reflect.Value) error {
			t, err := c.text()
			if err != nil {
				return err
			}
			v.SetString(*k.words.word(t.unescape()))
			return nil
		}
	case reflect.Bool:
		return func(c *cursor, v reflect.Value) error {
			yes := c.peek() == 't'
			v.SetBool(yes)
			return c.literal(strconv.FormatBool(yes))
		}
	case reflect.Int32, reflect.Int64:
		return func(c *cursor, v reflect.Value) error {
			literal, err := c.number()
			if err != nil {
				return err
			}
			n, err := strconv.ParseInt(string(literal), 10, t.Bits())
			if err != nil {
				return c.fail("%s is not a whole number of %d bits", shorten(literal), t.Bits())
			}
			v.SetInt(n)
			return nil
		}
	case reflect.Float32, reflect.Float64:
		return func(c *cursor, v reflect.Value) error {
			literal, err := c.number()
			if err != nil {
				return err
			}
			x, err := strconv.ParseFloat(string(literal), t.Bits())
			if err != nil {
				return c.fail("%s is not a number of %d bits", shorten(literal), t.Bits())
			}
			v.SetFloat(x)
			return nil
		}
	}
	panic(fmt.Sprintf("connect: the SDK has a field of type %s, which no wire type fits", t))
}

// readInstant reads a number of seconds since 1970.
func readInstant(c *cursor, v reflect.Value) error {
	literal, err := c.number()
	if err != nil {
		return err
	}
	var room [40]byte
	whole, nanoseconds, ok := parseDecimal(literal, room[:]).seconds()
	if !ok {
		return c.fail("%s is not an instant", shorten(literal))
	}
	v.Set(reflect.ValueOf(time.Unix(whole, nanoseconds).UTC()))
	return nil
}
