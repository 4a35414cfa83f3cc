package scribe

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
)

// A writer appends the JSON of a value of one type. It is put together once a type, so that writing a value asks
// nothing of the type any more; the standard way took twice as long for the events of one command.
//
// Members that are zero are left out, so nil and absent are one thing, and an empty list that is not nil is "[]". Only
// a pointer to a nil list does not come back as it was: it comes back as a pointer to an empty one.
type writer func(dst []byte, v reflect.Value) []byte

// A drafter puts writers together. A type that holds itself finds its own writer in the making.
type drafter struct{ writers map[reflect.Type]*writer }

// writerFor puts together the writer of a type. A type that cannot come back from text as it was is a fault of the
// house.
func writerFor(t reflect.Type) writer {
	d := drafter{writers: map[reflect.Type]*writer{}}
	return *d.writer(t)
}

// writer returns where the writer of a type is, or will be.
func (d *drafter) writer(t reflect.Type) *writer {
	if w, ok := d.writers[t]; ok {
		return w
	}
	w := new(writer)
	d.writers[t] = w
	*w = d.draft(t)
	return w
}

// draft makes the writer of a type.
func (d *drafter) draft(t reflect.Type) writer {
	switch t.Kind() {
	case reflect.Bool:
		return func(dst []byte, v reflect.Value) []byte { return strconv.AppendBool(dst, v.Bool()) }
	case reflect.Int, reflect.Int32, reflect.Int64:
		return func(dst []byte, v reflect.Value) []byte { return strconv.AppendInt(dst, v.Int(), 10) }
	case reflect.Uint32, reflect.Uint64:
		return func(dst []byte, v reflect.Value) []byte { return strconv.AppendUint(dst, v.Uint(), 10) }
	case reflect.Float32:
		return func(dst []byte, v reflect.Value) []byte { return appendFloat(dst, v.Float()) }
	case reflect.String:
		return func(dst []byte, v reflect.Value) []byte { return appendString(dst, v.String()) }
	case reflect.Pointer:
		inner := d.writer(t.Elem())
		return func(dst []byte, v reflect.Value) []byte {
			if v.IsNil() {
				return append(dst, "null"...)
			}
			return (*inner)(dst, v.Elem())
		}
	case reflect.Slice:
		return d.list(t)
	case reflect.Map:
		return d.table(t)
	case reflect.Struct:
		return d.members(t)
	}
	panic(fmt.Sprintf("scribe: values of type %v cannot be written", t))
}

// list makes the writer of a slice.
func (d *drafter) list(t reflect.Type) writer {
	inner := d.writer(t.Elem())
	return func(dst []byte, v reflect.Value) []byte {
		dst = append(dst, '[')
		for i := range v.Len() {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = (*inner)(dst, v.Index(i))
		}
		return append(dst, ']')
	}
}

// table makes the writer of a map, which writes the keys in their order.
func (d *drafter) table(t reflect.Type) writer {
	if t.Key().Kind() != reflect.String {
		panic(fmt.Sprintf("scribe: %v has keys that are no text", t))
	}
	inner := d.writer(t.Elem())
	return func(dst []byte, v reflect.Value) []byte {
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return compare(a.String(), b.String()) })
		dst = append(dst, '{')
		for i, key := range keys {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = append(appendString(dst, key.String()), ':')
			dst = (*inner)(dst, v.MapIndex(key))
		}
		return append(dst, '}')
	}
}

// compare orders text byte by byte.
func compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// A member is one field of a struct, ready to be written.
type member struct {
	index []int  // one number, or more where structs are embedded
	key   string // with quotes and colon
	write *writer
}

// members makes the writer of a struct.
func (d *drafter) members(t reflect.Type) writer {
	var list []member
	for _, f := range reflect.VisibleFields(t) {
		switch {
		case f.Anonymous && f.Type.Kind() == reflect.Struct && f.IsExported():
			continue // its fields are visible fields themselves
		case !f.IsExported() || f.Anonymous || f.Tag != "":
			panic(fmt.Sprintf("scribe: %v.%s would not come back from text: export it, name it, tag it not", t, f.Name))
		}
		list = append(list, member{f.Index, strconv.Quote(f.Name) + ":", d.writer(f.Type)})
	}
	return func(dst []byte, v reflect.Value) []byte {
		dst = append(dst, '{')
		empty := len(dst)
		for i := range list {
			m := &list[i]
			field := v.Field(m.index[0])
			for _, n := range m.index[1:] {
				field = field.Field(n)
			}
			if field.IsZero() {
				continue
			}
			if len(dst) > empty {
				dst = append(dst, ',')
			}
			dst = (*m.write)(append(dst, m.key...), field)
		}
		return append(dst, '}')
	}
}

// appendFloat writes a number of 32 bits in the fewest digits that bring it back.
func appendFloat(dst []byte, f float64) []byte {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		panic(fmt.Sprintf("scribe: %v is no number that can be written", f))
	}
	return strconv.AppendFloat(dst, f, 'g', -1, 32)
}
