package blueprint

import (
	_ "embed"
	"reflect"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// about says what each member is for, a line each: type.member, a tab, the words.
//
//go:embed about.tsv
var about string

// object is a JSON object whose members stand in their order.
type object []pair

type pair struct {
	name  string
	value any
}

// MarshalJSONTo is part of json.MarshalerTo.
func (o object) MarshalJSONTo(e *jsontext.Encoder) error {
	if err := e.WriteToken(jsontext.BeginObject); err != nil {
		return err
	}
	for _, p := range o {
		if err := e.WriteToken(jsontext.String(p.name)); err != nil {
			return err
		}
		if err := json.MarshalEncode(e, p.value); err != nil {
			return err
		}
	}
	return e.WriteToken(jsontext.EndObject)
}

// Schema returns the JSON schema of a file, made from the same tags that it is read by.
func Schema() []byte {
	words := map[string]string{}
	for line := range strings.Lines(about) {
		name, text, _ := strings.Cut(strings.TrimSpace(line), "\t")
		words[name] = text
	}
	root := object{
		{"$schema", "http://json-schema.org/draft-07/schema#"},
		{"title", "An instance of Amazon Connect, as patchcord apply reads it"},
	}
	root = append(root, schemaOf(reflect.TypeFor[Blueprint](), member{}, words)...)
	text, err := json.Marshal(root, jsontext.WithIndent("  "))
	if err != nil {
		panic("the schema cannot be written: " + err.Error())
	}
	return append(text, '\n')
}

// schemaOf returns the schema of a type, and of the member that has it.
func schemaOf(t reflect.Type, m member, words map[string]string) object {
	switch {
	case t.Kind() == reflect.Pointer:
		return schemaOf(t.Elem(), m, words)
	case t == reflect.TypeFor[File]():
		return object{{"type", "string"}, {"minLength", 1}}
	case t.Kind() == reflect.Struct:
		return structSchema(t, words)
	case t.Kind() == reflect.Slice:
		return object{{"type", "array"}, {"items", schemaOf(t.Elem(), m, words)}}
	case t.Kind() == reflect.Map:
		return object{{"type", "object"}, {"additionalProperties", object{{"type", "string"}}}}
	case t.Kind() == reflect.Bool:
		return object{{"type", "boolean"}}
	case t.Kind() == reflect.Int32:
		return object{{"type", "integer"}}
	}
	word := object{{"type", "string"}}
	switch {
	case len(m.enum) > 0:
		word = append(word, pair{"enum", m.enum})
	case m.clock:
		word = append(word, pair{"pattern", timeOfDay.String()})
	case m.key || m.need:
		word = append(word, pair{"minLength", 1})
	}
	return word
}

func structSchema(t reflect.Type, words map[string]string) object {
	properties, required := object{}, []string{}
	for _, m := range members(t) {
		of := object{{"description", words[t.Name()+"."+m.name]}}
		of = append(of, schemaOf(t.Field(m.index).Type, m, words)...)
		properties = append(properties, pair{m.name, of})
		if m.need {
			required = append(required, m.name)
		}
	}
	all := object{{"type", "object"}, {"additionalProperties", false}}
	if len(required) > 0 {
		all = append(all, pair{"required", required})
	}
	return append(all, pair{"properties", properties})
}
