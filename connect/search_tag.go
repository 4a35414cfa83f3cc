package connect

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// keepTagged returns what a filter on tags lets through, everything where there is none.
func keepTagged[T any](f *types.ControlPlaneTagFilter, tags func(T) map[string]string) (func(T) bool, error) {
	if f == nil {
		return nil, nil
	}
	return tagSearch[T]{tags, f.OrConditions, f.AndConditions, f.TagCondition}.keep("SearchFilter.TagFilter")
}

// keepByAttribute returns what a filter on attributes, which are tags, lets through.
func keepByAttribute[T any](f *types.ControlPlaneAttributeFilter, tags func(T) map[string]string) (
	func(T) bool, error,
) {
	if f == nil {
		return nil, nil
	}
	or := each(f.OrConditions, func(c types.CommonAttributeAndCondition) []types.TagCondition { return c.TagConditions })
	return tagSearch[T]{tags, or, value(f.AndCondition).TagConditions, f.TagCondition}.keep("SearchFilter.AttributeFilter")
}

// tagSearch is what either filter asks: one of or, in which all must hold, and all of and, and the one (A0182).
type tagSearch[T any] struct {
	tags func(T) map[string]string
	or   [][]types.TagCondition
	and  []types.TagCondition
	one  *types.TagCondition
}

func (s tagSearch[T]) keep(path string) (func(T) bool, error) {
	all := s.and
	if s.one != nil {
		all = append([]types.TagCondition{*s.one}, all...)
	}
	for _, list := range slices.Concat(s.or, [][]types.TagCondition{all}) {
		if err := checkTagConditions(list, path); err != nil {
			return nil, err
		}
	}
	return func(t T) bool {
		tags := s.tags(t)
		if !hasTags(tags, all) {
			return false
		}
		for _, list := range s.or {
			if hasTags(tags, list) {
				return true
			}
		}
		return len(s.or) == 0
	}, nil
}

// checkTagConditions checks that each condition on tags names a key.
func checkTagConditions(list []types.TagCondition, path string) error {
	for _, c := range list {
		if value(c.TagKey) == "" {
			return acd.Errorf(acd.Invalid, "%s has a condition without a TagKey; give the key of a tag", path)
		}
	}
	return nil
}

// hasTags says whether tags satisfy all conditions: the key is there, with the value if one is given.
func hasTags(tags map[string]string, conditions []types.TagCondition) bool {
	for _, c := range conditions {
		has, ok := tags[value(c.TagKey)]
		if !ok || c.TagValue != nil && has != *c.TagValue {
			return false
		}
	}
	return true
}
