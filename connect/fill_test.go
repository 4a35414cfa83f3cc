package connect

import (
	"fmt"
	"math"
	"reflect"
	"sort"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/aws/smithy-go/middleware"
)

// filler fills the SDK's structs. The rich variant sets every field to something unusual but allowed, the plain one to
// the smallest value allowed: false, 0, the empty list.
type filler struct {
	t     *testing.T
	codec *codec
	rich  bool
	turn  int // chooses among the members of unions
	stack []reflect.Type
}

// patternSamples holds a value for each pattern of the table.
func patternSamples() map[string]string {
	return map[string]string{
		`^\d{4}-\d{2}-\d{2}$`:                              "2026-12-24",
		`^[\P{C}\r\n\t]{1,127}$`:                           "Merry \t Xmas",
		`^[\P{C}\r\n\t]{1,250}$`:                           "Happy \r\n New Year",
		`^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$`:            "cost centre/é=1",
		`^(?!d-)([\da-zA-Z]+)([-]*[\da-zA-Z])*$`:           "front-desk-1",
		`^d-[0-9a-f]{10}$`:                                 "d-0123456789",
		`\\+[1-9]\\d{1,14}$`:                               "+15550100",
		`\+[1-9]\d{1,14}$`:                                 "+15550100",
		`^(?!aws:)[a-zA-Z+-=._:/]+$`:                       "cost/centre-1",
		`\\+?[0-9]{1,11}`:                                  "+1206",
		`^[\W\S_]*`:                                        "of a test",
		`[a-z]{2}(-[a-z]+){1,2}(-[0-9])?`:                  "us-gov-west-1",
		passwordPattern:                                    "Passw0rd!",
		`^[ a-zA-Z0-9_@-]+$`:                               "Basic Routing @1",
		`^[-:/A-Za-z0-9]+`:                                 "arn:aws:connect:us-east-1:123456789012:file/1",
		`[^\s@]+@[^\s@]+\.[^\s@]+`:                         customerAddress,
		`^\P{C}*$`:                                         "é.txt",
		`[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]+$`: "plain",
		metricPattern:                                      instanceID,
		narrowIDPattern:                                    instanceID,
		`(?!aws:|connect:)[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]+$`: "Language",

		`^[a-zA-Z0-9]{64}$`: strings.Repeat("aZ09", 16),
		`.*\S.*`:            " x ",
		`s3://\S+/.+|https://\\S+\\.s3\\.\\S+\\.amazonaws\\.com/\\S+`: "s3://bucket/hello.wav",
	}
}

// input fills an operation's input within the bounds of its table.
func (f *filler) input(in reflect.Type, members *shape) reflect.Value {
	v := reflect.New(in).Elem()
	f.members(v, members)
	return v.Addr()
}

func (f *filler) members(v reflect.Value, s *shape) {
	for i, name := range s.names {
		if name == "AiAgents" {
			continue // the SDK has no field for it (A0165)
		}
		field := inputField(v.Type(), name)
		f.bounded(v.FieldByIndex(field.Index), s.members[i])
	}
}

// bounded fills a value by its shape.
func (f *filler) bounded(v reflect.Value, s *shape) {
	if s == nil {
		f.t.Fatalf("the table of inputs has no line for a value of type %s", v.Type())
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.Type() == reflect.TypeFor[*time.Time]() {
			v.Set(reflect.ValueOf(f.instant()))
			return
		}
		if f.deep(v.Type()) {
			return
		}
		v.Set(reflect.New(v.Type().Elem()))
		f.bounded(v.Elem(), s)
		f.stack = f.stack[:len(f.stack)-1]
	case reflect.Struct:
		f.members(v, s)
	case reflect.Slice:
		n := f.size(s)
		if f.deep(v.Type().Elem()) {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			f.bounded(v.Index(i), s.element)
		}
		f.stack = f.stack[:len(f.stack)-1]
	case reflect.Map:
		f.boundedMap(v, s)
	case reflect.Interface:
		f.union(v, func(member reflect.Value, name string) { f.bounded(member, s.members[placeOf([]byte(name), s.names)]) })
	case reflect.String:
		v.SetString(f.text(s))
	default:
		f.scalar(v, s)
	}
}

// deep says whether a recursive type has been filled deeply enough; if not, it remembers one more level.
func (f *filler) deep(t reflect.Type) bool {
	const levels = 3
	n := 0
	for _, other := range f.stack {
		if other == t {
			n++
		}
	}
	if n >= levels && t.Kind() == reflect.Struct {
		return true
	}
	f.stack = append(f.stack, t)
	return false
}

// size chooses how many elements a list or map has.
func (f *filler) size(s *shape) int {
	n := 0
	if f.rich {
		n = 2
	}
	if s.most >= 0 {
		n = min(n, s.most)
	}
	if strings.HasPrefix(s.location, locationQuery) {
		n = max(n, 1) // a query cannot tell an empty list from none
	}
	return max(n, s.least)
}

func (f *filler) boundedMap(v reflect.Value, s *shape) {
	if f.deep(v.Type().Elem()) {
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for i := range f.size(s) {
		value := reflect.New(v.Type().Elem()).Elem()
		f.bounded(value, s.element)
		key := fmt.Sprint("key", i)
		switch {
		case s.key != nil && len(s.key.enum) > 0:
			key = s.key.enum[i%len(s.key.enum)]
		case s.key != nil:
			key = fmt.Sprint(f.text(s.key), i)
		}
		v.SetMapIndex(reflect.ValueOf(key), value)
	}
	f.stack = f.stack[:len(f.stack)-1]
}

// union fills one member, another one each turn.
func (f *filler) union(v reflect.Value, fill func(member reflect.Value, name string)) {
	u := f.codec.union(v.Type())
	var names []string
	for name := range u.members {
		names = append(names, name)
	}
	sort.Strings(names)
	name := names[f.turn%len(names)]
	member := reflect.New(u.members[name])
	fill(member.Elem().FieldByName("Value"), name)
	v.Set(member)
}

// text chooses a string: one that needs escapes in JSON and in a URL, within its bounds.
func (f *filler) text(s *shape) string {
	const unusual = "é \"quoted\" \\ <&> 100% a/b+c ~ 日本 😀 \u2028 end"
	if len(s.enum) > 0 {
		return s.enum[(f.turn+1)%len(s.enum)]
	}
	if s.pattern != nil {
		sample, ok := patternSamples()[s.pattern.source]
		if !ok {
			sample = fitting(f.t, s.pattern.source, max(s.least, 1))
		}
		if s.most >= 0 && len(sample) > s.most {
			sample = sample[:s.most]
		}
		return sample
	}
	if !f.rich {
		return strings.Repeat("x", max(s.least, 1))
	}
	text := []rune(unusual)
	if s.most >= 0 && len(text) > s.most {
		text = text[:s.most]
	}
	for utf8.RuneCountInString(string(text)) < s.least {
		text = append(text, 'x')
	}
	return string(text)
}

func (f *filler) scalar(v reflect.Value, s *shape) {
	low, high := s.bound(s.lowText), s.bound(s.highText)
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(f.rich)
	case reflect.Int32, reflect.Int64:
		n := s.integer(s.lowText)
		if f.rich {
			n = s.integer(s.highText)
		} else if n < 0 {
			n = 0
		}
		v.SetInt(n)
	case reflect.Float32, reflect.Float64:
		x := low
		if f.rich && low < 4.25 && high > 4.25 {
			x = 4.25
		} else if low < 0 {
			x = 0
		}
		v.SetFloat(x)
	default:
		f.t.Fatalf("cannot fill a %s", v.Type())
	}
}

func (s *shape) bound(text string) float64 {
	var x float64
	fmt.Sscan(text, &x)
	return x
}

func (s *shape) integer(text string) int64 {
	var n int64
	fmt.Sscan(text, &n)
	return n
}

func (f *filler) instant() *time.Time {
	at := time.Unix(0, 0).UTC()
	if f.rich {
		at = time.Date(2026, 3, 29, 1, 2, 3, 250e6, time.UTC)
	}
	return &at
}

// free fills any struct, without bounds.
func (f *filler) free(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.Type() == reflect.TypeFor[*time.Time]() {
			v.Set(reflect.ValueOf(f.instant()))
			return
		}
		if f.deep(v.Type().Elem()) {
			return
		}
		v.Set(reflect.New(v.Type().Elem()))
		f.free(v.Elem())
		f.stack = f.stack[:len(f.stack)-1]
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if field.IsExported() && field.Type != reflect.TypeFor[middleware.Metadata]() {
				f.free(v.Field(i))
			}
		}
	case reflect.Slice:
		n := f.size(newShape(kindList))
		if f.deep(v.Type().Elem()) {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			f.free(v.Index(i))
		}
		f.stack = f.stack[:len(f.stack)-1]
	case reflect.Map:
		f.freeMap(v)
	case reflect.Interface:
		f.union(v, func(member reflect.Value, _ string) { f.free(member) })
	case reflect.String:
		f.freeText(v)
	default:
		f.freeScalar(v)
	}
}

func (f *filler) freeMap(v reflect.Value) {
	if f.deep(v.Type().Elem()) {
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for i := range f.size(newShape(kindMap)) {
		value := reflect.New(v.Type().Elem()).Elem()
		f.free(value)
		v.SetMapIndex(reflect.ValueOf(fmt.Sprint("key é ", i)).Convert(v.Type().Key()), value)
	}
	f.stack = f.stack[:len(f.stack)-1]
}

// freeText sets no text in the plain variant: an empty string behind a pointer travels, an empty enumeration does not.
func (f *filler) freeText(v reflect.Value) {
	if f.rich {
		v.SetString(f.text(newShape(kindString)))
	}
}

func (f *filler) freeScalar(v reflect.Value) {
	switch {
	case !f.rich:
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.Kind() == reflect.Int32:
		v.SetInt(math.MaxInt32)
	case v.Kind() == reflect.Int64:
		v.SetInt(math.MaxInt64)
	case v.CanFloat():
		v.SetFloat(4.25)
	default:
		f.t.Fatalf("cannot fill a %s", v.Type())
	}
}
