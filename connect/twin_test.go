package connect

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"testing"
)

// inTwoPasses is the slow twin of checkedStruct: the whole body is checked, then read.
type inTwoPasses struct {
	body *shape
	read *structReader
}

// twinOf returns the slow twin of a route's reader.
func twinOf(r *route) inTwoPasses {
	k, read := newCodec(), &structReader{}
	for _, name := range r.body.names {
		f := inputField(r.in, name)
		read.add(name, f.Index[0], k.reader(f.Type))
	}
	return inTwoPasses{r.body, read}
}

func (twin inTwoPasses) readBody(c *cursor, v reflect.Value) error {
	body := c.data
	if err := twin.body.checkBody(c); err != nil {
		return err
	}
	if c.over(body); c.peek() == '{' {
		return twin.read.read(c, v)
	}
	return nil
}

// checkBody checks a whole body. An empty one counts as an object without members.
func (v *shape) checkBody(c *cursor) error {
	if c.peek() == 0 && c.at == len(c.data) {
		return v.complete(mask{}, 0)
	}
	if c.peek() != '{' {
		return c.fail("the body must be a JSON object")
	}
	if err := v.checkStructure(c); err != nil {
		return err
	}
	return c.end()
}

// compareReaders demands of a route's reader what its slow twin says: the same input, or the same refusal.
func compareReaders(t *testing.T, r *route, twin inTwoPasses, body []byte) {
	t.Helper()
	in, want := reflect.New(r.in), reflect.New(r.in)
	err := r.read.readBody(&cursor{data: body}, in.Elem())
	refused := twin.readBody(&cursor{data: body}, want.Elem())
	switch {
	case (err == nil) != (refused == nil), err != nil && err.Error() != refused.Error():
		t.Fatalf("%s of %q says %v, its twin %v", r.Name, body, err, refused)
	case err == nil && !reflect.DeepEqual(in.Interface(), want.Interface()):
		t.Fatalf("%s reads %q as %s, its twin as %s", r.Name, body, show(in.Interface()), show(want.Interface()))
	}
}

// TestReadersAgreeWithTheirTwins reads bodies of every operation that is served, whole and damaged.
func TestReadersAgreeWithTheirTwins(t *testing.T) {
	inputs := readInputs()
	shapes := shapes{patterns: make(map[string]*pattern)}
	random := rand.New(rand.NewPCG(1, 2))
	for _, row := range rowsOf(nil) {
		r := &route{Operation: &Operation{Name: row.operation}}
		newBuilder().serve(r, row)
		twin := twinOf(r)
		for _, body := range oddBodies() {
			compareReaders(t, r, twin, []byte(body))
		}
		for turn := range turns {
			f := &filler{t: t, codec: newCodec(), rich: turn%2 == 0, turn: turn}
			in := f.input(row.in, shapes.input(inputs[row.operation]))
			body := []byte(show(in.Interface()))
			compareReaders(t, r, twin, body)
			for range 100 {
				compareReaders(t, r, twin, damaged(random, body))
			}
		}
	}
}

// damaged changes a text in a few places by pieces that JSON is made of.
func damaged(random *rand.Rand, body []byte) []byte {
	pieces := []string{"", "null", "{}", "[]", `""`, "0", "-1", "1e9", "true", ",", ":", `"`, `\`, "{", "}", "[", "]", " ",
		`"x":1,`, `"\u0041"`, "\xff"}
	body = bytes.Clone(body)
	for range 1 + random.IntN(2) {
		from := random.IntN(len(body) + 1)
		to := min(len(body), from+random.IntN(3)*random.IntN(8))
		body = bytes.Join([][]byte{body[:from], body[to:]}, []byte(pieces[random.IntN(len(pieces))]))
	}
	return body
}
