package connect

import (
	"strings"
	"time"

	"patchcord/acd"
)

// value returns what a member of an input holds, the zero value where it is absent.
func value[T any](given *T) (v T) {
	if given != nil {
		v = *given
	}
	return v
}

// word returns a member of an answer, nil for what was never set.
func word[T ~string](s T) *string {
	if s == "" {
		return nil
	}
	return new(string(s))
}

// stamp returns an instant as a member of an answer, nil for never.
func stamp(at acd.Time) *time.Time {
	if at.IsZero() {
		return nil
	}
	return new(at.Std())
}

// each makes a list out of another. No list stays no list, and an empty one empty: the wire tells them apart.
func each[A, B any](list []A, fn func(A) B) []B {
	if list == nil {
		return nil
	}
	made := make([]B, len(list))
	for i, a := range list {
		made[i] = fn(a)
	}
	return made
}

// eachGiven makes a list out of another where that is given, nil where it is not.
func eachGiven[A, B any](list []A, fn func(A) B) *[]B {
	if list == nil {
		return nil
	}
	return new(each(list, fn))
}

// texts returns a list of words as plain strings.
func texts[T ~string](list []T) []string {
	return each(list, func(t T) string { return string(t) })
}

// nameKey orders by name, letter by letter, then by id, as one text for page: a zero byte ends the name, and those
// within it are marked.
func nameKey[ID ~string](name string, id ID) string {
	return strings.ReplaceAll(name, "\x00", "\x00\xff") + "\x00\x01" + string(id)
}
