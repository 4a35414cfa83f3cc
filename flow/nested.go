package flow

import "strconv"

// filled returns a value whose texts, and the names of whose members, have their references resolved.
func (v value) filled(s *Scene) (value, error) {
	var err error
	switch v.kind {
	case '"':
		v.text, err = readTemplate(v.text).resolve(s)
	case '{':
		members := make([]member, len(v.members))
		for i, m := range v.members {
			if members[i].name, err = readTemplate(m.name).resolve(s); err != nil {
				return v, err
			}
			if members[i].value, err = m.value.filled(s); err != nil {
				return v, err
			}
		}
		v.members = members
	case '[':
		elements := make([]value, len(v.elements))
		for i, e := range v.elements {
			if elements[i], err = e.filled(s); err != nil {
				return v, err
			}
		}
		v.elements = elements
	}
	return v, err
}

// paths notes what lies within an object by its path, objects and lists as JSON besides.
func (v value) paths(at string, found map[string]string) {
	below := at
	if at != "" {
		below += "."
		switch v.kind {
		case '"', '0':
			found[at] = v.text
		case 'n':
		default:
			found[at] = v.json()
		}
	}
	for _, m := range v.members {
		m.value.paths(below+m.name, found)
	}
	for i, e := range v.elements {
		e.paths(below+strconv.Itoa(i), found)
	}
}

// data reads an object that need not be there, and refuses texts in it that are empty (A0062).
func (p *parser) data(at string, v value) value {
	if v.exists() && v.kind != '{' {
		p.problem("%s is %s; give an object", at, v.describe())
		return value{}
	}
	for _, m := range v.members {
		if m.value.kind == '"' {
			p.text(at+"."+m.name, m.value)
		}
	}
	return v
}

// pathsOf returns what lies within an object, with its references resolved; nil: nothing does.
func pathsOf(v value, s *Scene) (map[string]string, error) {
	if len(v.members) == 0 {
		return nil, nil
	}
	v, err := v.filled(s)
	if err != nil {
		return nil, err
	}
	found := map[string]string{}
	v.paths("", found)
	return found, nil
}
