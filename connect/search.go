package connect

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// This file is what the Search operations about settings have in common: a tree of conditions, pages and a count. Each
// of them is a handler of a dozen lines; searchQueues in queue_search.go shows one. To add another:
//
//  1. take the things from the directory, in the order of the key with which the List operation pages;
//  2. say what its StringCondition may name: a searchField for each name in the SDK's text on FieldName;
//  3. say how its criteria are taken apart: a function from the SDK's type to a searchNode. Conditions of its own, such
//     as a type or a hierarchy group, become tests in the node's own; if they are not right, return an *acd.Error;
//  4. where it has a SearchFilter, make keep by keepTagged or keepByAttribute (search_tag.go), or write one of its own;
//  5. give the page by p.searchAsk, with the criteria and the filter, so that a token holds for the same search only.

// The bounds of a tree of conditions (A0184).
const (
	searchDepthMax      = 10  // levels
	searchConditionsMax = 500 // leaves
)

// How many characters a CONTAINS of a name or description has (the API reference on the criteria of each search).
const containsLeast, containsMost = 2, 25

// A search looks through things of the kind T for those that satisfy criteria of the SDK's type C.
type search[T, C any] struct {
	things []T            // all there are, strictly sorted by key
	key    func(T) string // their order in the answer (A0185)
	fields []searchField[T]
	node   func(*C) (searchNode[T, C], error)
	keep   func(T) bool // what the SearchFilter lets through; nil: everything
}

// A searchField is something of a thing that a StringCondition may name.
type searchField[T any] struct {
	name string
	id   bool             // it holds ids, of which ARNs are another form (A0003)
	read func(T) []string // of several, one must satisfy the condition
}

// searchText is a field with one text.
func searchText[T any](name string, read func(T) string) searchField[T] {
	return searchField[T]{name: name, read: func(t T) []string { return []string{read(t)} }}
}

// searchID is a field with one id.
func searchID[T any, ID ~string](name string, read func(T) ID) searchField[T] {
	return searchField[T]{name: name, id: true, read: func(t T) []string { return []string{string(read(t))} }}
}

// searchIDs is a field with any number of ids.
func searchIDs[T any, ID ~string](name string, read func(T) []ID) searchField[T] {
	return searchField[T]{name: name, id: true, read: func(t T) []string { return texts(read(t)) }}
}

// A searchNode is one level of criteria. All that it has must hold: one of or, all of and, the text and its own tests
// (A0182).
type searchNode[T, C any] struct {
	or, and []C
	text    *types.StringCondition
	own     []func(T) bool
}

// findings are what a search has found: one page, and how many there are on all.
type findings[T any] struct {
	page  []T
	total *int64
	next  *string
}

// searchAsk returns which page of a search is wanted.
func (p *place) searchAsk(token *string, size *int32, criteria, filter any) pageAsk {
	return p.ask(token, size, written(criteria), written(filter))
}

// written returns a part of an input as text: equal ones are equal.
func written(part any) string {
	text, err := json.Marshal(part)
	if err != nil {
		panic(fmt.Sprintf("connect: an input that was read cannot be written: %v", err))
	}
	return string(text)
}

// find returns the page that is wanted of all that satisfy the criteria; nil criteria ask for nothing.
func (s *search[T, C]) find(c *Call, ask pageAsk, criteria *C) (findings[T], error) {
	test, err := s.test(criteria)
	if err != nil {
		return findings[T]{}, err
	}
	var all []T
	for _, t := range s.things {
		if test(t) && (s.keep == nil || s.keep(t)) {
			all = append(all, t)
		}
	}
	page, next, err := page(c, ask, all, s.key)
	return findings[T]{page, new(int64(len(all))), next}, err
}

// test returns what criteria ask of a thing.
func (s *search[T, C]) test(criteria *C) (func(T) bool, error) {
	if criteria == nil {
		return allOf[T](nil), nil
	}
	leaves := 0
	tests, err := s.tests(criteria, "SearchCriteria", 1, &leaves)
	return allOf(tests), err
}

// tests returns what one level of criteria and those below ask; path leads to it.
func (s *search[T, C]) tests(criteria *C, path string, depth int, leaves *int) ([]func(T) bool, error) {
	if depth > searchDepthMax {
		return nil, acd.Errorf(acd.Improper, "%s: the criteria are nested deeper than %d levels", path, searchDepthMax)
	}
	node, err := s.node(criteria)
	if err != nil {
		return nil, err
	}
	tests := node.own
	if *leaves += len(node.own); node.text != nil {
		*leaves++
		test, err := s.textTest(node.text, path+".StringCondition")
		if err != nil {
			return nil, err
		}
		tests = append(tests, test)
	}
	if *leaves > searchConditionsMax {
		return nil, acd.Errorf(acd.Improper, "%s: the criteria have more than %d conditions", path, searchConditionsMax)
	}
	and, err := s.branches(node.and, path+".AndConditions", depth, leaves)
	if err != nil {
		return nil, err
	}
	or, err := s.branches(node.or, path+".OrConditions", depth, leaves)
	if err != nil {
		return nil, err
	}
	tests = append(tests, and...)
	if len(or) > 0 {
		tests = append(tests, anyOf(or))
	}
	if len(tests) == 0 && depth > 1 {
		return nil, acd.Errorf(acd.Improper, "%s has no condition; give one or leave it out", path)
	}
	return tests, nil
}

// branches returns a test for each element of a list of criteria.
func (s *search[T, C]) branches(list []C, path string, depth int, leaves *int) ([]func(T) bool, error) {
	var all []func(T) bool
	for i := range list {
		tests, err := s.tests(&list[i], fmt.Sprintf("%s[%d]", path, i), depth+1, leaves)
		if err != nil {
			return nil, err
		}
		all = append(all, allOf(tests))
	}
	return all, nil
}

// textTest returns what a StringCondition asks.
func (s *search[T, C]) textTest(asked *types.StringCondition, path string) (func(T) bool, error) {
	field, err := s.field(value(asked.FieldName), path)
	if err != nil {
		return nil, err
	}
	compare, err := comparison(asked, path)
	if err != nil {
		return nil, err
	}
	wanted := *asked.Value
	if field.id {
		wanted = acd.IDOf(wanted)
	} else if err := containable(field.name, asked, path); err != nil {
		return nil, err
	}
	wanted = folded(wanted)
	return func(t T) bool {
		for _, text := range field.read(t) {
			if compare(folded(text), wanted) {
				return true
			}
		}
		return false
	}, nil
}

// field returns the field with a name, whatever its case: the API reference itself writes resourceID and resourceId.
func (s *search[T, C]) field(name, path string) (searchField[T], error) {
	var names []string
	for _, f := range s.fields {
		if strings.EqualFold(f.name, name) {
			return f, nil
		}
		names = append(names, f.name)
	}
	return searchField[T]{}, acd.Errorf(acd.Invalid, "%s.FieldName must be %s, not %q", path, oneOf(names), name)
}

// comparison returns how a StringCondition compares, if it says so and what with (A0182).
func comparison(asked *types.StringCondition, path string) (func(text, wanted string) bool, error) {
	if asked.Value == nil {
		return nil, acd.Errorf(acd.Invalid, "%s.Value is required: give a string", path)
	}
	switch asked.ComparisonType {
	case types.StringComparisonTypeExact:
		return func(text, wanted string) bool { return text == wanted }, nil
	case types.StringComparisonTypeStartsWith:
		return strings.HasPrefix, nil
	case types.StringComparisonTypeContains:
		return strings.Contains, nil
	}
	return nil, acd.Errorf(acd.Invalid, "%s.ComparisonType is required: give STARTS_WITH, CONTAINS or EXACT", path)
}

// containable says why a CONTAINS of a name or a description is too short or too long.
func containable(field string, asked *types.StringCondition, path string) error {
	if asked.ComparisonType != types.StringComparisonTypeContains || field != "name" && field != "description" {
		return nil
	}
	if n := utf8.RuneCountInString(*asked.Value); n < containsLeast || n > containsMost {
		return acd.Errorf(acd.Invalid, "%s.Value has %d characters; a CONTAINS of a %s takes %d to %d", path, n, field,
			containsLeast, containsMost)
	}
	return nil
}

// folded returns a text in the form in which texts that differ only in case are equal (A0183).
func folded(text string) string { return strings.ToLower(text) }

// allOf holds where every test does.
func allOf[T any](tests []func(T) bool) func(T) bool {
	return func(t T) bool {
		for _, test := range tests {
			if !test(t) {
				return false
			}
		}
		return true
	}
}

// anyOf holds where one test does.
func anyOf[T any](tests []func(T) bool) func(T) bool {
	return func(t T) bool {
		for _, test := range tests {
			if test(t) {
				return true
			}
		}
		return false
	}
}
