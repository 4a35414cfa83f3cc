package connect

import (
	"reflect"

	"github.com/aws/smithy-go/middleware"
)

// codec turns JSON into the SDK's input structs and its output structs into JSON. It compiles one reader and one
// writer a type, once; recursive types point back at themselves.
//
// The general JSON packages do not fit: the SDK's structs carry no tags, a few names differ, unions are interfaces,
// times are numbers, and what is left out is neither "empty" nor "zero" (see omission in encode.go).
type codec struct {
	names    map[field]string
	unions   map[reflect.Type]union
	readers  map[reflect.Type]*structReader
	checkeds map[checked]*checkedStruct
	writers  map[reflect.Type]*structWriter
	words    *words
}

func newCodec() *codec {
	c := &codec{
		names:    wireNames(),
		unions:   make(map[reflect.Type]union),
		readers:  make(map[reflect.Type]*structReader),
		checkeds: make(map[checked]*checkedStruct),
		writers:  make(map[reflect.Type]*structWriter),
		words:    newWords(),
	}
	for _, u := range unions() {
		c.unions[u.of] = u
	}
	return c
}

// wireFields calls visit with each field of a struct that travels, and its name on the wire.
func (c *codec) wireFields(t reflect.Type, visit func(name string, f reflect.StructField)) {
	for f := range t.Fields() {
		if !f.IsExported() || f.Type == reflect.TypeFor[middleware.Metadata]() {
			continue
		}
		name, renamed := c.names[field{t, f.Name}]
		if !renamed {
			name = f.Name
		}
		visit(name, f)
	}
}

// union returns the union of an interface type.
func (c *codec) union(t reflect.Type) union {
	u, ok := c.unions[t]
	if !ok {
		panic("connect: the union " + t.Name() + " is missing in names.go")
	}
	return u
}
