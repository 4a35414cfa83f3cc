package storm

import "slices"

// A register is one thing that a single client changes, one request after the other: what was acknowledged last, and
// what was asked for since and never answered.
type register[T comparable] struct {
	known T
	maybe []T
}

// ask notes a value before it is sent.
func (r *register[T]) ask(value T) { r.maybe = append(slices.Clip(r.maybe), value) }

// grant notes that the value that was asked for last is acknowledged.
func (r *register[T]) grant() { r.known, r.maybe = r.maybe[len(r.maybe)-1], nil }

// refuse notes that nothing came of the value that was asked for last.
func (r *register[T]) refuse() { r.maybe = r.maybe[:len(r.maybe)-1] }

// allows says whether a value can be what is found.
func (r *register[T]) allows(value T) bool {
	return value == r.known || slices.Contains(r.maybe, value)
}

// drop notes that nothing came of whatever is in flight.
func (r *register[T]) drop() { r.maybe = nil }

// settle takes what was found for what is known, now that nothing is in flight.
func (r *register[T]) settle(value T) { r.known, r.maybe = value, nil }

// A deed happens at most once, and for good.
type deed struct {
	asked bool // somebody has asked for it, and was not refused
	done  bool // it was acknowledged
}

func (d *deed) ask()    { d.asked = true }
func (d *deed) grant()  { d.done = true }
func (d *deed) refuse() { d.asked = d.done }

// settle takes what was found for what is known.
func (d *deed) settle(found bool) { d.asked, d.done = found, found }
