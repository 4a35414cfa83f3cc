package connect

import (
	"fmt"
	"net/url"
	"strings"
)

// greedyLabel is the one label whose value may hold slashes as they are: some clients do not encode those of an ARN.
const greedyLabel = "resourceArn"

// router finds the operation of a request. It is a tree with one level for each part of the path:
//
//	contacts ── {} ── {} ── routing-data   POST UpdateContactRoutingData
//	   │               └─────────────────  GET  DescribeContact
//	   └── ...
//	tags ──── {...}                        GET  ListTagsForResource
type router struct {
	root branch
}

// branch is where a path may go on or end.
type branch struct {
	parts map[string]*branch // fixed parts
	label *branch            // any part that is not empty
	rest  *branch            // everything that is left
	ends  map[string]*route  // HTTP method to what it asks for
}

// Label is one label of a URI template with what a request puts there, no longer percent-encoded.
type Label struct {
	Name  string // "InstanceId"
	Value string
}

// Labels are those of one request, in the template's order.
type Labels []Label

// Get returns the value of a label, empty if the operation has no such label.
func (l Labels) Get(name string) string {
	for _, label := range l {
		if label.Name == name {
			return label.Value
		}
	}
	return ""
}

// add enters a route. Two routes of one method and one template are a fault of the table.
func (r *router) add(t *route) {
	at := &r.root
	for part := range strings.SplitSeq(strings.TrimPrefix(t.URI, "/"), "/") {
		next := &at.label
		name, isLabel := strings.CutPrefix(part, "{")
		name = strings.TrimSuffix(name, "}")
		switch {
		case isLabel && name == greedyLabel:
			next = &at.rest
			t.labels = append(t.labels, name)
		case isLabel:
			t.labels = append(t.labels, name)
		default:
			at = at.part(part)
			continue
		}
		if *next == nil {
			*next = &branch{}
		}
		at = *next
	}
	if at.ends == nil {
		at.ends = make(map[string]*route)
	}
	if other, taken := at.ends[t.Method]; taken {
		panic(fmt.Sprintf("connect: %s and %s share one address", other.Name, t.Name))
	}
	if len(t.labels) > labelMax {
		panic("connect: " + t.Name + " has more labels than a match holds")
	}
	at.ends[t.Method] = t
}

func (p *branch) part(name string) *branch {
	if p.parts == nil {
		p.parts = make(map[string]*branch)
	}
	if p.parts[name] == nil {
		p.parts[name] = &branch{}
	}
	return p.parts[name]
}

// labelMax is how many labels a template has at most.
const labelMax = 8

// match gathers the labels on the way down the tree.
type match struct {
	values [labelMax]string
	size   int
}

func (m *match) push(value string) {
	m.values[m.size] = value
	m.size++
}

// find returns the route of a request and the labels in its path, which is taken as it was sent.
func (r *router) find(method, path string) (*route, Labels, bool) {
	rest, ok := strings.CutPrefix(path, "/")
	if !ok {
		return nil, nil, false
	}
	var m match
	t := r.root.find(method, rest, &m)
	if t == nil {
		return nil, nil, false
	}
	labels := make(Labels, len(t.labels))
	for i, name := range t.labels {
		value, err := url.PathUnescape(m.values[i])
		if err != nil {
			return nil, nil, false
		}
		labels[i] = Label{Name: name, Value: value}
	}
	return t, labels, true
}

// find goes on with the rest of a path. A fixed part goes before a label: /contact/pause is not a contact of that name.
func (p *branch) find(method, path string, m *match) *route {
	part, rest, more := strings.Cut(path, "/")
	if next := p.parts[part]; next != nil {
		if t := next.follow(method, rest, more, m); t != nil {
			return t
		}
	}
	if p.label != nil && part != "" {
		m.push(part)
		if t := p.label.follow(method, rest, more, m); t != nil {
			return t
		}
		m.size--
	}
	if p.rest == nil || path == "" {
		return nil
	}
	m.push(path)
	return p.rest.ends[method]
}

// follow ends at p or goes on below it.
func (p *branch) follow(method, rest string, more bool, m *match) *route {
	if more {
		return p.find(method, rest, m)
	}
	return p.ends[method]
}
