package flow

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// depthMax is how deep JSON may nest. Routing criteria need twelve levels below their block; editors put a handful into
// Metadata.
const depthMax = 64

// value is a JSON value as it was written: members stand in their order, and numbers keep their digits.
type value struct {
	kind     jsontext.Kind // 'n', 't', 'f', '"', '0', '{' or '['; 0: there is no value
	text     string        // of a text its characters, of a number its literal
	members  []member
	elements []value
}

// member is one named value of an object. Names are unique.
type member struct {
	name  string
	value value
}

// get returns the member with the name. A null stands for a member that is not there.
func (v value) get(name string) value {
	for _, m := range v.members {
		if m.name == name && m.value.kind != 'n' {
			return m.value
		}
	}
	return value{}
}

// exists says whether there is a value.
func (v value) exists() bool { return v.kind != 0 }

// describe names the value for a sentence about it.
func (v value) describe() string {
	switch v.kind {
	case '"':
		return quote(v.text)
	case '0':
		return clip(v.text)
	case '{':
		return "an object"
	case '[':
		return "a list"
	case 't':
		return "true"
	case 'f':
		return "false"
	case 'n':
		return "null"
	}
	return "missing"
}

// json writes the value as JSON again; a value that is not there is an empty object.
func (v value) json() string {
	if !v.exists() {
		return "{}"
	}
	return string(v.appendTo(nil))
}

func (v value) appendTo(b []byte) []byte {
	switch v.kind {
	case '"':
		b, _ = jsontext.AppendQuote(b, v.text) // what was read is UTF-8
		return b
	case '0':
		return append(b, v.text...)
	case '{':
		b = append(b, '{')
		for i, m := range v.members {
			if i > 0 {
				b = append(b, ',')
			}
			b, _ = jsontext.AppendQuote(b, m.name)
			b = m.value.appendTo(append(b, ':'))
		}
		return append(b, '}')
	case '[':
		b = append(b, '[')
		for i, e := range v.elements {
			if i > 0 {
				b = append(b, ',')
			}
			b = e.appendTo(b)
		}
		return append(b, ']')
	}
	return append(b, v.describe()...) // true, false and null
}

// What makes a text no JSON value, besides its syntax.
var (
	errTooDeep = errors.New("too deep")
	errMore    = errors.New("more than one value")
)

// readValue reads a text that is one JSON value and nothing else.
func readValue(text string) (value, error) {
	d := jsontext.NewDecoder(strings.NewReader(text))
	v, err := readNested(d, 0)
	if err != nil {
		return value{}, err
	}
	if d.PeekKind() != 0 {
		return value{}, errMore
	}
	if _, err := d.ReadToken(); err != io.EOF {
		return value{}, err
	}
	return v, nil
}

func readNested(d *jsontext.Decoder, depth int) (value, error) {
	token, err := d.ReadToken()
	if err != nil {
		return value{}, err
	}
	v := value{kind: token.Kind()}
	switch v.kind {
	case '"', '0':
		v.text = token.String()
		return v, nil
	case '{', '[':
		if depth == depthMax {
			return value{}, errTooDeep
		}
	default:
		return v, nil
	}
	for d.PeekKind() != '}' && d.PeekKind() != ']' {
		name := ""
		if v.kind == '{' {
			token, err := d.ReadToken()
			if err != nil {
				return value{}, err
			}
			name = token.String()
		}
		inner, err := readNested(d, depth+1)
		if err != nil {
			return value{}, err
		}
		if v.kind == '{' {
			v.members = append(v.members, member{name, inner})
		} else {
			v.elements = append(v.elements, inner)
		}
	}
	_, err = d.ReadToken()
	return v, err
}

// jsonProblem says in a sentence of our own what is wrong with a text that is no JSON value.
func jsonProblem(what string, err error) string {
	var syntax *jsontext.SyntacticError
	switch {
	case errors.Is(err, errTooDeep):
		return fmt.Sprintf("%s nests deeper than %d levels", what, depthMax)
	case errors.Is(err, errMore):
		return what + " is no JSON: it goes on after its end"
	case !errors.As(err, &syntax):
		return what + " is no JSON: it breaks off"
	case errors.Is(err, jsontext.ErrDuplicateName):
		return fmt.Sprintf("%s gives a member twice: %s", what, quote(string(syntax.JSONPointer)))
	}
	return fmt.Sprintf("%s is no JSON: it goes wrong at byte %d", what, syntax.ByteOffset)
}

// quoteRunesMax is how much of a caller's text a sentence repeats.
const quoteRunesMax = 80

// quote puts a caller's text into a sentence.
func quote(text string) string { return fmt.Sprintf("%q", clip(text)) }

// clip shortens a caller's text so that a sentence stays one.
func clip(text string) string {
	if utf8.RuneCountInString(text) <= quoteRunesMax {
		return text
	}
	return string([]rune(text)[:quoteRunesMax]) + "..."
}
