package connect

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"patchcord/acd"
)

// open returns a server on the engine of a stage that takes any credentials.
func (s *stage) open() *Server {
	o := s.server.options
	o.Authenticator = nil
	return New(o)
}

// rightRequests returns a right request for every operation that is served, as the official client would send it.
func (s *stage) rightRequests() map[string]request {
	s.Helper()
	all := map[string]request{}
	for _, a := range s.rightInputs() {
		if _, ok := all[a.operation]; !ok {
			all[a.operation] = s.taken(a)
		}
	}
	for _, o := range s.server.Operations() {
		if _, ok := all[o.Name]; o.Served && !ok {
			s.Errorf("%s is served and has no right input", o.Name)
		}
	}
	return all
}

// TestBounds breaks each bound of the table of inputs, one at a time, in a request that is right otherwise, for every
// operation that is served. Each is refused by the declared exception in a sentence that begins with the path of what
// is wrong, and nothing changes.
func TestBounds(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	right := s.rightRequests()
	server := s.open()
	inputs := readInputs()
	sent := new(int)
	_, before := s.engine.Hash()
	for _, o := range server.Operations() {
		base, ok := right[o.Name]
		if !ok {
			continue
		}
		b := breaking{t, &o, server, base, sent}
		eachTrail(inputTree(t, inputs[o.Name]), b.breakEach)
		if _, after := s.engine.Hash(); after != before {
			t.Errorf("something has changed by a refused %s", o.Name)
			before = after
		}
	}
	if *sent < 10_000 {
		t.Errorf("only %d requests were sent", *sent)
	}
}

// breaking sends wrong requests for one operation.
type breaking struct {
	*testing.T
	operation *Operation
	server    *Server
	base      request
	sent      *int // how many requests
}

// breakEach breaks every bound of the node at the end of a trail.
func (b breaking) breakEach(way trail) {
	last := way[len(way)-1]
	for _, f := range last.faults(b, whereIs(way)) {
		*b.sent++
		r, path := b.base.with(b, way, f)
		b.check(r.to(b.server), path, f, last.name == "{key}")
	}
}

func whereIs(way trail) where {
	top, last := way[0], way[len(way)-1]
	return where{
		label:   strings.HasPrefix(top.location, locationLabel),
		query:   strings.HasPrefix(top.location, locationQuery),
		element: last.name == "[]" || last.name == "{}",
		key:     last.name == "{key}",
	}
}

// check looks at the answer to a wrong request.
func (b breaking) check(w *httptest.ResponseRecorder, path string, f fault, key bool) {
	name := invalidParameter
	if !b.operation.declares(name) {
		name = invalidRequest
	}
	message := messageOf(w)
	value, _ := json.Marshal(f.value)
	where := func() string { return b.operation.Name + " with " + path + " " + f.what + ", " + shorten(value) + "," }
	if w.Code != http.StatusBadRequest || w.Header().Get("X-Amzn-ErrorType") != name {
		b.Errorf("%s is answered with %d %s %s, not %s", where(), w.Code, w.Header().Get("X-Amzn-ErrorType"), message,
			name)
		return
	}
	begin := path + " must "
	switch {
	case f.lacks != "":
		begin = path + "." + f.lacks + " is required: give "
	case f.absent || f.what == "null":
		begin = path + " is required: give "
	case key:
		begin = path + " has the key "
	}
	if strings.HasPrefix(message, begin) {
		return
	}
	if unread, _, ok := strings.Cut(message, " must be left out: "); ok && strings.HasPrefix(path, unread) {
		return
	}
	b.Errorf("%s is answered %q, which does not begin with %q", where(), message, begin)
}

func messageOf(w *httptest.ResponseRecorder) string {
	var answer struct{ Message string }
	json.Unmarshal(w.Body.Bytes(), &answer) //nolint:errcheck // what is no JSON has no message
	return answer.Message
}

// TestInsideTheBounds goes to the edge of each bound, and sends every word of each enumeration: the table refuses
// nothing of it, and whatever the mind answers is declared and no fault of ours. What has come of it then lives for a
// day, and can be saved.
func TestInsideTheBounds(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	right := s.rightRequests()
	server := s.open()
	willing := newServer(Options{}, rowsOf(func(*Call, any) (any, error) { return nil, nil }))
	inputs := readInputs()
	sent := new(int)
	for _, o := range server.Operations() {
		base, ok := right[o.Name]
		if !ok {
			continue
		}
		b := breaking{t, &o, server, base, sent}
		eachTrail(inputTree(t, inputs[o.Name]), func(way trail) { b.goToEdges(way, willing) })
	}
	s.turn(24 * 60 * 60)
	if err := s.engine.Err(); err != nil {
		t.Error(err)
	}
	_, before := s.engine.Hash()
	if err := s.engine.Load(s.ctx, got(s.engine.Save(s.ctx))); err != nil {
		t.Error(err)
	}
	if _, after := s.engine.Hash(); after != before {
		t.Error("what was saved is not what is loaded")
	}
}

// goToEdges sends what the bounds of the node at the end of a trail just allow, also to a server that takes all that
// is within the bounds.
func (b breaking) goToEdges(way trail, willing *Server) {
	for _, edge := range way[len(way)-1].edges(b, whereIs(way)) {
		*b.sent++
		r, path := b.base.anew(*b.sent).with(b, way, fault{value: edge})
		value, _ := json.Marshal(edge)
		where := b.operation.Name + " with " + path + " " + shorten(value)
		if w := r.to(willing); w.Code != http.StatusOK && !strings.Contains(messageOf(w), "must be left out") {
			b.Errorf("%s is refused: %s", where, w.Body)
		}
		w := r.to(b.server)
		name := w.Header().Get("X-Amzn-ErrorType")
		if w.Code != http.StatusOK && (w.Code >= http.StatusInternalServerError || messageOf(w) == "" ||
			!b.operation.declares(name) && name != accessDenied) {
			b.Errorf("%s is answered with %d %s %s", where, w.Code, name, messageOf(w))
		}
	}
}
