package connect

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
)

// A request is what the official client would send, taken apart.
type request struct {
	method, uri string
	labels      map[string]string
	query       url.Values
	body        map[string]any
}

// kept is a transport that keeps what is sent and answers with nothing.
type kept struct {
	method, path, query string
	body                []byte
}

// RoundTrip is part of http.RoundTripper.
func (k *kept) RoundTrip(r *http.Request) (*http.Response, error) {
	k.method, k.path, k.query, k.body = r.Method, r.URL.EscapedPath(), r.URL.RawQuery, nil
	if r.Body != nil {
		k.body, _ = io.ReadAll(r.Body)
	}
	return &http.Response{StatusCode: 200, Header: http.Header{"Content-Type": {"application/json"}}, Request: r,
		Body: io.NopCloser(strings.NewReader("{}"))}, nil
}

// taken returns what the client sends for an input.
func (s *stage) taken(a asked) request {
	s.Helper()
	wire := &kept{}
	options := s.client.Options()
	options.HTTPClient = &http.Client{Transport: wire}
	if _, err := ask(sdk.New(options), a.operation, reflect.ValueOf(a.in)); err != nil {
		s.Fatalf("%s cannot be sent: %v", a.operation, err)
	}
	route, labels, ok := s.server.router.find(wire.method, wire.path)
	if !ok || route.Name != a.operation {
		s.Fatalf("%s is sent to %s %s", a.operation, wire.method, wire.path)
	}
	r := request{method: wire.method, uri: route.URI, labels: map[string]string{}, body: map[string]any{}}
	for _, label := range labels {
		r.labels[label.Name] = label.Value
	}
	r.query, _ = url.ParseQuery(wire.query)
	if len(wire.body) > 0 {
		decoder := json.NewDecoder(bytes.NewReader(wire.body))
		decoder.UseNumber()
		if err := decoder.Decode(&r.body); err != nil {
			s.Fatalf("%s is sent as %s: %v", a.operation, wire.body, err)
		}
	}
	return r
}

// anew returns the request as if it had not been sent before: with a token and names that nothing has yet.
func (r request) anew(nth int) request {
	r.body = maps.Clone(r.body)
	for _, member := range []string{"ClientToken", "Name", "Username", "SecurityProfileName", "InstanceAlias"} {
		if _, given := r.body[member]; given {
			r.body[member] = "anew-" + strconv.Itoa(nth)
		}
	}
	return r
}

// to sends a request and returns its answer.
func (r request) to(server http.Handler) *httptest.ResponseRecorder {
	path := r.uri
	for name, value := range r.labels { // order does not show: each stands alone
		path = strings.Replace(path, "{"+name+"}", url.PathEscape(value), 1)
	}
	if len(r.query) > 0 {
		path += "?" + r.query.Encode()
	}
	body, err := json.Marshal(r.body)
	if err != nil {
		panic(err)
	}
	if len(r.body) == 0 {
		body = nil
	}
	w := httptest.NewRecorder()
	server.ServeHTTP(w, httptest.NewRequest(r.method, path, bytes.NewReader(body)))
	return w
}

// with returns the request with the value at the end of a trail replaced, and the path at which it then stands.
func (r request) with(t testing.TB, way trail, f fault) (request, string) {
	top := way[0]
	g := graft{t, f}
	if name, ok := strings.CutPrefix(top.location, locationLabel); ok {
		r.labels = maps.Clone(r.labels)
		r.labels[name] = inURL(f.value)
		return r, top.name
	}
	name, ok := strings.CutPrefix(top.location, locationQuery)
	if !ok {
		holder := &node{kind: "structure"}
		body, path := g.into(holder, r.body, way)
		r.body = body.(map[string]any)
		return r, path
	}
	var old any
	if len(way) > 1 {
		old = each(r.query[name], func(v string) any { return v })
	}
	r.query = maps.Clone(r.query)
	r.query.Del(name)
	value, path := g.at(top, old, way[1:])
	if f.absent {
		return r, top.name
	}
	list, isList := value.([]any)
	if !isList {
		list = []any{value}
	}
	for _, v := range list {
		r.query.Add(name, inURL(v))
	}
	return r, top.name + path
}

func inURL(v any) string {
	if text, ok := v.(string); ok {
		return text
	}
	text, _ := json.Marshal(v)
	return string(text)
}

// graft puts a fault where a trail ends.
type graft struct {
	t testing.TB
	fault
}

// at returns what a node holds once the rest of a trail has been followed, and the path of that rest.
func (g graft) at(n *node, old any, rest trail) (any, string) {
	if len(rest) == 0 {
		return g.value, ""
	}
	return g.into(n, old, rest)
}

func (g graft) into(n *node, old any, rest trail) (any, string) {
	next := rest[0]
	switch n.kind {
	case "structure":
		made, ok := old.(map[string]any)
		if made = maps.Clone(made); !ok {
			made = n.leastStructure(g.t)
		}
		if n.limits.union {
			made = map[string]any{}
		}
		value, path := g.at(next, made[next.name], rest[1:])
		made[next.name] = value
		if g.absent && len(rest) == 1 {
			delete(made, next.name)
		}
		return made, join(next.name, path)
	case "list":
		made, _ := old.([]any)
		if made = slices.Clone(made); len(made) == 0 {
			made = n.list(g.t, max(1, n.size(n.limits.min, 0)))
		}
		value, path := g.at(next, made[0], rest[1:])
		made[0] = value
		return made, join("[0]", path)
	default:
		return g.intoMap(n, old, rest)
	}
}

func (g graft) intoMap(n *node, old any, rest trail) (any, string) {
	made, _ := old.(map[string]any)
	if made = maps.Clone(made); len(made) == 0 {
		made = n.table(g.t, max(1, n.size(n.limits.min, 0)))
	}
	key := slices.Sorted(maps.Keys(made))[0]
	if rest[0] == n.key {
		made[g.value.(string)] = made[key]
		delete(made, key)
		return made, ""
	}
	value, path := g.at(rest[0], made[key], rest[1:])
	made[key] = value
	return made, join("["+quote([]byte(key))+"]", path)
}

// join puts a step before a path.
func join(step, path string) string {
	if path == "" || path[0] == '[' {
		return step + path
	}
	return step + "." + path
}
