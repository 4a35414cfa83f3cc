package workspace

import (
	"errors"
	"reflect"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"patchcord/acd"
)

// decode reads a body that is an object with the members of a struct and no others; no body is an empty object.
func decode(body []byte, into any) error {
	if len(body) == 0 {
		body = []byte("{}")
	}
	err := json.Unmarshal(body, into, json.RejectUnknownMembers(true), instants())
	var form *json.SemanticError // it is JSON, but not of the form that is asked for; the rest is Go's own words
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &form):
		return acd.Errorf(acd.Invalid, "The body is no JSON: %s.", strings.TrimPrefix(err.Error(), "jsontext: "))
	case errors.Is(err, json.ErrUnknownName):
		return acd.Errorf(acd.Invalid, "The body has the member %.80q, for which nobody asks here; leave it out.",
			form.JSONPointer.LastToken())
	case form.JSONPointer == "":
		return acd.Errorf(acd.Invalid, "The body must be a JSON object.")
	}
	return acd.Errorf(acd.Invalid, "The member %.80s cannot be read; give %s.", nameOf(form.JSONPointer),
		wanted(form.GoType))
}

// nameOf writes where a member stands in a body: Recordings.0.Location.
func nameOf(at jsontext.Pointer) string {
	var parts []string
	for part := range at.Tokens() {
		parts = append(parts, part)
	}
	return strings.Join(parts, ".")
}

// wanted says what a member would have to be.
func wanted(t reflect.Type) string {
	switch {
	case t == nil:
		return "something else"
	case t == reflect.TypeFor[acd.Time]():
		return "an instant of UTC such as 2026-01-01T09:30:00Z"
	}
	switch t.Kind() {
	case reflect.Pointer:
		return wanted(t.Elem())
	case reflect.String:
		return "a text"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice:
		return "a list"
	case reflect.Struct, reflect.Map:
		return "an object"
	}
	return "a number, not too large"
}

// instants lets a body give instants as Amazon's events do: ISO 8601, UTC.
func instants() json.Options {
	return json.WithUnmarshalers(json.UnmarshalFromFunc(func(d *jsontext.Decoder, t *acd.Time) error {
		token, err := d.ReadToken()
		if err != nil {
			return err
		}
		if token.Kind() == 'n' {
			return nil
		}
		at, err := time.Parse(time.RFC3339, token.String())
		if token.Kind() != '"' || err != nil || !strings.HasSuffix(token.String(), "Z") || acd.TimeOf(at) <= 0 {
			return errInstant
		}
		*t = acd.TimeOf(at)
		return nil
	}))
}

// errInstant says that a value in a body is no instant.
var errInstant = errors.New("no instant")
