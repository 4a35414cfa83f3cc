package connect

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"
)

// writer appends a value as JSON.
type writer func(to []byte, v reflect.Value) []byte

// structWriter writes a struct as an object.
type structWriter struct {
	fields []fieldWriter
}

type fieldWriter struct {
	index int
	name  string // quoted, with the colon
	write writer
	omit  omission
}

// omission says when a member is left out. Zero is a value: Amazon sends a Delay of 0 and an AutoAccept of false, so
// scalars always stay. What is left out is what was never set.
type omission int

const (
	omitNever omission = iota // a scalar
	omitNil                   // a nil pointer, slice, map or union
	omitEmpty                 // an empty enumeration
	nilAsList                 // a result list or map of a List, Search or Get operation: clients index it
	nilAsMap
)

// outputWriter returns the writer of an operation's output.
func (k *codec) outputWriter(operation string, t reflect.Type) *structWriter {
	w := k.structWriter(t)
	if !isQuery(operation) {
		return w
	}
	top := &structWriter{fields: slices.Clone(w.fields)}
	for i := range top.fields {
		switch t.Field(top.fields[i].index).Type.Kind() {
		case reflect.Slice:
			top.fields[i].omit = nilAsList
		case reflect.Map:
			top.fields[i].omit = nilAsMap
		}
	}
	return top
}

// isQuery says whether an operation's answer is a collection, whose list stands there even when it is empty.
func isQuery(operation string) bool {
	return strings.HasPrefix(operation, "List") || strings.HasPrefix(operation, "Search") ||
		strings.HasPrefix(operation, "Get")
}

func (k *codec) structWriter(t reflect.Type) *structWriter {
	if w, ok := k.writers[t]; ok {
		return w
	}
	w := &structWriter{}
	k.writers[t] = w
	k.wireFields(t, func(name string, f reflect.StructField) {
		w.fields = append(w.fields, fieldWriter{
			index: f.Index[0],
			name:  strconv.Quote(name) + ":",
			write: k.writer(f.Type),
			omit:  omissionOf(f.Type),
		})
	})
	return w
}

func omissionOf(t reflect.Type) omission {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Interface:
		return omitNil
	case reflect.String:
		return omitEmpty
	default:
		return omitNever
	}
}

func (w *structWriter) write(to []byte, v reflect.Value) []byte {
	to = append(to, '{')
	start := len(to)
	for i := range w.fields {
		f := &w.fields[i]
		value := v.Field(f.index)
		switch f.omit {
		case omitNil:
			if value.IsNil() {
				continue
			}
		case omitEmpty:
			if value.Len() == 0 {
				continue
			}
		}
		if len(to) > start {
			to = append(to, ',')
		}
		to = append(to, f.name...)
		switch {
		case f.omit == nilAsList && value.IsNil():
			to = append(to, "[]"...)
		case f.omit == nilAsMap && value.IsNil():
			to = append(to, "{}"...)
		default:
			to = f.write(to, value)
		}
	}
	return append(to, '}')
}

// writer compiles the writer of a type.
func (k *codec) writer(t reflect.Type) writer {
	switch t.Kind() {
	case reflect.Pointer:
		write := k.writer(t.Elem())
		return func(to []byte, v reflect.Value) []byte { return write(to, v.Elem()) }
	case reflect.Struct:
		if t == reflect.TypeFor[time.Time]() {
			return writeInstant
		}
		return k.structWriter(t).write
	case reflect.Slice:
		return k.sliceWriter(t)
	case reflect.Map:
		return k.mapWriter(t)
	case reflect.Interface:
		return k.unionWriter(t)
	default:
		return scalarWriter(t)
	}
}

func (k *codec) sliceWriter(t reflect.Type) writer {
	write := k.writer(t.Elem())
	return func(to []byte, v reflect.Value) []byte {
		to = append(to, '[')
		for i := range v.Len() {
			if i > 0 {
				to = append(to, ',')
			}
			to = write(to, v.Index(i))
		}
		return append(to, ']')
	}
}

// mapWriter writes the entries in the order of their keys, so that equal answers are equal bytes.
func (k *codec) mapWriter(t reflect.Type) writer {
	write := k.writer(t.Elem())
	return func(to []byte, v reflect.Value) []byte {
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		to = append(to, '{')
		for i, key := range keys {
			if i > 0 {
				to = append(to, ',')
			}
			to = append(writeText(to, key), ':')
			to = write(to, v.MapIndex(key))
		}
		return append(to, '}')
	}
}

func (k *codec) unionWriter(t reflect.Type) writer {
	u := k.union(t)
	writes := make(map[reflect.Type]writer)
	for s := range u.names {
		value, _ := s.FieldByName("Value")
		writes[s] = k.writer(value.Type)
	}
	return func(to []byte, v reflect.Value) []byte {
		member := v.Elem().Elem()
		write, ok := writes[member.Type()]
		if !ok {
			panic(fmt.Sprintf("connect: %s is not a member of the union %s", member.Type(), t.Name()))
		}
		to = append(to, `{"`...)
		to = append(to, u.names[member.Type()]...)
		to = append(to, `":`...)
		return append(write(to, member.FieldByName("Value")), '}')
	}
}

func scalarWriter(t reflect.Type) writer {
	switch t.Kind() {
	case reflect.String:
		return writeText
	case reflect.Bool:
		return func(to []byte, v reflect.Value) []byte { return strconv.AppendBool(to, v.Bool()) }
	case reflect.Int32, reflect.Int64:
		return func(to []byte, v reflect.Value) []byte { return strconv.AppendInt(to, v.Int(), 10) }
	case reflect.Float32, reflect.Float64:
		return func(to []byte, v reflect.Value) []byte { return appendFloat(to, v.Float(), t.Bits()) }
	}
	panic(fmt.Sprintf("connect: the SDK has a field of type %s, which no wire type fits", t))
}

// writeText writes a string; what is not UTF-8 in it becomes U+FFFD.
func writeText(to []byte, v reflect.Value) []byte {
	to, _ = jsontext.AppendQuote(to, v.String())
	return to
}

// appendFloat writes the shortest number that reads back the same, and in words what is no number.
func appendFloat(to []byte, x float64, bits int) []byte {
	const tiny, huge = 1e-6, 1e21 // beyond these an exponent reads better
	switch size := math.Abs(x); {
	case math.IsNaN(x):
		return append(to, `"NaN"`...)
	case math.IsInf(x, 1):
		return append(to, `"Infinity"`...)
	case math.IsInf(x, -1):
		return append(to, `"-Infinity"`...)
	case size != 0 && (size < tiny || size >= huge):
		return strconv.AppendFloat(to, x, 'e', -1, bits)
	default:
		return strconv.AppendFloat(to, x, 'f', -1, bits)
	}
}

// writeInstant writes seconds since 1970 with as many decimals as the millisecond needs.
func writeInstant(to []byte, v reflect.Value) []byte {
	instant := v.Addr().Interface().(*time.Time)
	return strconv.AppendFloat(to, float64(instant.UnixMilli())/1000, 'f', -1, 64)
}
