package scribe

import (
	"fmt"
	"math"
	"math/rand"
	"reflect"

	"patchcord/acd"
)

// A sampler makes values of any type: full ones, in which nothing is zero, and random ones.
type sampler struct {
	chance *rand.Rand // nil: full
	count  int64
	deep   int
}

// deepest is how many lists, tables and pointers lie in each other at most.
const deepest = 5

// full returns a value of a type with every member set, numbers at their ends among them.
func full(t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	(&sampler{}).fill(v)
	return v
}

// random returns a value of a type in which every member is by chance zero, empty or something.
func random(t reflect.Type, chance *rand.Rand) reflect.Value {
	v := reflect.New(t).Elem()
	(&sampler{chance: chance}).fill(v)
	return v
}

// bodies returns one value of every kind, made by a function.
func bodies(make func(reflect.Type) reflect.Value) []acd.Body {
	var all []acd.Body
	for _, k := range kinds {
		all = append(all, make(k.typ).Interface().(acd.Body))
	}
	return all
}

func (s *sampler) fill(v reflect.Value) {
	s.count++
	if s.chance != nil && s.chance.Intn(4) == 0 {
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(s.number(v.Type().Bits()))
	case reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(s.number(64)) << (s.count % 2) >> (64 - v.Type().Bits()))
	case reflect.Float32:
		v.SetFloat(float64(float32(1 + float64(s.count%400)/100)))
	case reflect.String:
		v.SetString(s.text())
	default:
		s.fillMany(v)
	}
}

// fillMany fills what holds other values.
func (s *sampler) fillMany(v reflect.Value) {
	if v.Kind() == reflect.Struct {
		for i := range v.NumField() {
			s.fill(v.Field(i))
		}
		return
	}
	if s.deep == deepest {
		return
	}
	s.deep++
	defer func() { s.deep-- }()
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		s.fill(v.Elem())
		if v.Elem().Kind() == reflect.Slice && v.Elem().IsNil() {
			v.Elem().Set(reflect.MakeSlice(v.Elem().Type(), 0, 0))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), s.size(), 8))
		for i := range v.Len() {
			s.fill(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range s.size() {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			key.SetString(s.text())
			s.fill(value)
			v.SetMapIndex(key, value)
		}
	default:
		panic(fmt.Sprintf("no sample of %v", v.Type()))
	}
}

func (s *sampler) size() int {
	switch {
	case s.chance != nil:
		return s.chance.Intn(4)
	case s.deep > 2:
		return 1
	}
	return 2
}

func (s *sampler) number(bits int) int64 {
	most := int64(math.MaxInt64) >> (64 - bits)
	switch {
	case s.chance == nil && s.count%5 == 0:
		return most
	case s.chance == nil:
		return s.count
	}
	return []int64{most, -most - 1, 1, -1, s.chance.Int63() >> (64 - bits)}[s.chance.Intn(5)]
}

func (s *sampler) text() string {
	s.count++
	if s.chance == nil {
		return fmt.Sprintf("text %d", s.count)
	}
	pieces := []string{
		"a", " ", "\"", "\\", "\n", "\t", "\r", "\x00", "\x1f", "\x7f", "é", "\u2028", "\ufffd", "😀", "</x>",
	}
	text := ""
	for range s.chance.Intn(8) {
		text += pieces[s.chance.Intn(len(pieces))]
	}
	return text
}
