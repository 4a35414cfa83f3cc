package connect

import (
	"fmt"
	"net/url"
	"reflect"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// route is an operation with all that is needed to answer it, compiled once.
type route struct {
	*Operation
	labels []string // names of the path's labels, in the template's order

	// Of an operation that is served:
	handle  func(*Call, any) (any, error)
	in, out reflect.Type
	body    *shape
	bodyMax int64 // how large a body may be, in bytes
	read    *checkedStruct
	inPath  []urlMember
	inQuery []urlMember
	write   *structWriter
}

// urlMember is a member of an input that travels in the URL.
type urlMember struct {
	name  string // of the member
	param string // of the label or the query parameter
	shape *shape
	index int // of the field
	read  reader
	text  bool // the field is a *string, which needs no reader
}

// Where the table of inputs says that a member travels.
const (
	locationBody  = "body"
	locationLabel = "uri:"
	locationQuery = "querystring:"
)

// builder compiles routes, sharing patterns and types among them.
type builder struct {
	inputs map[string][]member
	shapes shapes
	codec  *codec
}

func newBuilder() *builder {
	return &builder{
		inputs: readInputs(),
		shapes: shapes{patterns: make(map[string]*pattern)},
		codec:  newCodec(),
	}
}

// serve completes the route of an operation that has a row.
func (b *builder) serve(t *route, r row) {
	all := b.shapes.input(b.inputs[t.Name])
	t.Served, t.handle, t.in, t.out = r.served, r.handle, r.in, r.out
	t.write = b.codec.outputWriter(t.Name, r.out)
	t.body = newShape(kindStructure)
	for i, name := range all.names {
		s := all.members[i]
		param, isLabel := strings.CutPrefix(s.location, locationLabel)
		if isLabel {
			t.inPath = append(t.inPath, b.urlMember(r.in, name, param, s))
			continue
		}
		if param, isQuery := strings.CutPrefix(s.location, locationQuery); isQuery {
			t.inQuery = append(t.inQuery, b.urlMember(r.in, name, param, s))
			continue
		}
		if s.location != locationBody {
			panic(fmt.Sprintf("connect: %s of %s travels in %q", name, t.Name, s.location))
		}
		t.body.adopt(name, s)
	}
	t.read = b.codec.bodyReader(r.in, t.body)
	t.bodyMax = bodyMax
	if n := t.body.longest(map[*shape]bool{}); n > textMax {
		t.bodyMax += int64(n) * utf8.UTFMax
	}
}

func (b *builder) urlMember(in reflect.Type, name, param string, s *shape) urlMember {
	f := inputField(in, name)
	return urlMember{name: name, param: param, shape: s, index: f.Index[0], read: b.codec.reader(f.Type),
		text: s.kind == kindString && f.Type == reflect.TypeFor[*string]()}
}

// decode checks a request against the table of inputs and returns the SDK's input struct. Members of the URL have no
// way in through the body.
func (t *route) decode(labels Labels, query string, body []byte) (any, error) {
	c := &cursor{data: body}
	in := reflect.New(t.in)
	if err := t.read.readBody(c, in.Elem()); err != nil {
		return nil, err
	}
	scratch := make([]byte, 0, literalRoom)
	for i := range t.inPath {
		m := &t.inPath[i]
		if err := m.set(c, in.Elem(), scratch, labels.Get(m.param)); err != nil {
			return nil, err
		}
	}
	if err := t.decodeQuery(c, in.Elem(), scratch, query); err != nil {
		return nil, err
	}
	return in.Interface(), nil
}

// literalRoom is how long what stands in the URL may be before its buffer grows, in bytes.
const literalRoom = 256

func (t *route) decodeQuery(c *cursor, in reflect.Value, scratch []byte, query string) error {
	if len(t.inQuery) == 0 {
		return nil
	}
	values, err := url.ParseQuery(query)
	if err != nil {
		return &syntaxError{sentence: "the query of the URL is not well encoded", offset: -1}
	}
	for i := range t.inQuery {
		m := &t.inQuery[i]
		given := values[m.param]
		if len(given) == 0 {
			if m.shape.required {
				return &violation{path: m.name, sentence: "is required: give " + m.shape.wanted() +
					" as the query parameter " + m.param}
			}
			continue
		}
		if err := m.set(c, in, scratch, given...); err != nil {
			return err
		}
	}
	return nil
}

// set checks and decodes what stands in the URL. All but plain text is written as JSON first, so that one set of rules
// holds for all.
func (m *urlMember) set(c *cursor, in reflect.Value, to []byte, given ...string) error {
	for _, value := range given {
		if !utf8.ValidString(value) {
			return &violation{path: m.name, sentence: "must be UTF-8"}
		}
	}
	switch {
	case m.text && len(given) == 1:
		return m.setText(in, given[0])
	case m.shape.kind == kindList:
		to = append(to, '[')
		for i, value := range given {
			if i > 0 {
				to = append(to, ',')
			}
			to = m.shape.element.appendLiteral(to, value)
		}
		to = append(to, ']')
	case len(given) == 1:
		to = m.shape.appendLiteral(to, given[0])
	default:
		return &violation{path: m.name, sentence: "must not be given more than once"}
	}
	c.over(to)
	if err := m.shape.check(c); err != nil {
		return within(m.name, err)
	}
	c.over(to)
	return m.read(c, in.Field(m.index))
}

// setText checks and takes a string as it is.
func (m *urlMember) setText(in reflect.Value, given string) error {
	var read []byte
	if m.shape.isRead() {
		read = []byte(given)
	}
	if err := m.shape.checkText(read, utf8.RuneCountInString(given)); err != nil {
		return within(m.name, err)
	}
	in.Field(m.index).Set(reflect.ValueOf(&given))
	return nil
}

// appendLiteral writes a value of the URL as JSON of the kind that is wanted, or as a string, which is then refused.
func (v *shape) appendLiteral(to []byte, value string) []byte {
	if v.kind != kindString && jsontext.Value(value).IsValid() {
		return append(to, value...)
	}
	to, _ = jsontext.AppendQuote(to, value)
	return to
}
