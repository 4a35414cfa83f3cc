package directory

import (
	"cmp"
	"slices"
	"strings"

	"patchcord/acd"
)

// register keeps the things of one kind by id, and knows which names are taken, whatever their case.
type register[T any] struct {
	noun  string                     // what one of them is called in a refusal
	key   func(*T) (id, name string) // names are unique in a register
	byID  map[string]T
	named map[string]string // name in folded case -> id
}

func newRegister[T any](noun string, key func(*T) (id, name string)) register[T] {
	return register[T]{noun: noun, key: key, byID: map[string]T{}, named: map[string]string{}}
}

// put adds a thing, or replaces the one with its id.
func (r *register[T]) put(thing T) {
	id, name := r.key(&thing)
	r.remove(id)
	r.byID[id] = thing
	r.named[folded(name)] = id
}

// remove forgets a thing and frees its name.
func (r *register[T]) remove(id string) {
	thing, ok := r.byID[id]
	if !ok {
		return
	}
	_, name := r.key(&thing)
	delete(r.named, folded(name))
	delete(r.byID, id)
}

// list returns all things ordered by name, letter by letter as written, then by id.
func (r *register[T]) list() []T {
	type place struct{ name, id string }
	places := make([]place, 0, len(r.byID))
	for id, thing := range r.byID { // order does not show: they are sorted
		_, name := r.key(&thing)
		places = append(places, place{name, id})
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.id, b.id)) })
	things := make([]T, len(places))
	for i, at := range places {
		things[i] = r.byID[at.id]
	}
	return things
}

// count says of how many things something is true.
func (r *register[T]) count(holds func(T) bool) int {
	n := 0
	for _, thing := range r.byID { // order does not show: they are counted
		if holds(thing) {
			n++
		}
	}
	return n
}

// known says why an id is none of this register, nil where it is one.
func (r *register[T]) known(id string) error {
	_, err := r.find(id)
	return err
}

// knownAll says why one of the ids is none of this register.
func knownAll[T any, ID ~string](r *register[T], ids []ID) error {
	for _, id := range ids {
		if err := r.known(string(id)); err != nil {
			return err
		}
	}
	return nil
}

// find returns the thing with an id, or why there is none.
func (r *register[T]) find(id string) (T, error) {
	thing, ok := r.byID[id]
	if !ok {
		return thing, acd.Errorf(acd.NotFound, "no %s has the id %q; give one that the instance lists", r.noun, id)
	}
	return thing, nil
}

// free says why a name cannot be given to one more thing. Names are unique whatever their case (A0040).
func (r *register[T]) free(name string) error {
	if name == "" {
		return acd.Errorf(acd.Invalid, "the %s has no name; give one", r.noun)
	}
	if id, taken := r.named[folded(name)]; taken {
		return acd.Errorf(acd.Duplicate, "the name %q is taken by the %s %s; names must differ in more than case", name,
			r.noun, id)
	}
	return nil
}

// rename says why a thing cannot have another name. A name that differs from its own only in case is its own still.
func (r *register[T]) rename(was, name string) error {
	if folded(was) == folded(name) {
		return nil
	}
	return r.free(name)
}

// redescribe gives a thing another name, which may differ in case only, and another description; nil leaves either.
func redescribe[T any](r *register[T], name, description *string, nextName, nextDescription *string) error {
	if nextName == nil && nextDescription == nil {
		return acd.Errorf(acd.Improper, "neither Name nor Description is given; give at least one of them")
	}
	if nextName != nil {
		if err := r.rename(*name, *nextName); err != nil {
			return err
		}
	}
	replace(name, nextName)
	replace(description, nextDescription)
	return nil
}

// inUse refuses to remove what a resource still needs, which a type and an id name.
func inUse(kind, id, format string, values ...any) *acd.Error {
	refusal := acd.Errorf(acd.InUse, format, values...)
	refusal.Resource = acd.Resource{Type: kind, ID: id}
	return refusal
}

// renameIfGiven says why a thing cannot have another name, if it is given one.
func (r *register[T]) renameIfGiven(was string, name *string) error {
	if name == nil {
		return nil
	}
	return r.rename(was, *name)
}

// room says why there is no place for one more thing. What a new instance holds counts too (A0041).
func (r *register[T]) room(quota int) error {
	if acd.Exceeded(quota, len(r.byID)) {
		return acd.Errorf(acd.Limit, "the instance has %d of at most %d of the kind %s; raise the quota", len(r.byID),
			quota, r.noun)
	}
	return nil
}

// folded returns a name in the form in which names that differ only in case are equal.
func folded(name string) string { return strings.ToLower(name) }

// checkOnce checks that a list of ids names nothing twice.
func checkOnce[ID ~string](list string, ids []ID) error {
	for i, id := range ids {
		if slices.Contains(ids[:i], id) {
			return acd.Errorf(acd.Invalid, "%s names %q twice; name it once", list, id)
		}
	}
	return nil
}

// checkNone refuses the id of a thing of a kind that cannot be made here yet.
func checkNone(noun string, ids ...string) error {
	for _, id := range ids {
		if id != "" {
			return acd.Errorf(acd.NotFound, "no %s has the id %q; the instance has none, so leave it out", noun, id)
		}
	}
	return nil
}
