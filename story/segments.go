package story

import (
	"fmt"
	"strings"

	"patchcord/acd"
)

// This file names the contacts that no line brings in: c1.2 is the second contact of the chain of c1, and c1.2b another
// one in the same place; task.1 is the first task that a flow has created.

// nameOf returns what a contact is called that comes in.
func (s *stage) nameOf(c acd.Contact) string {
	if _, taken := s.names.find(aContact, s.coming); s.coming != "" && !taken {
		return s.coming
	}
	base := s.name(c.InitialID)
	if c.InitialID == "" {
		base = strings.ToLower(string(c.Channel))
	}
	name := fmt.Sprintf("%s.%d", base, c.ChainPlace+1)
	for letter := 'b'; ; letter++ {
		if _, taken := s.names.find(aContact, name); !taken {
			return name
		}
		name = strings.TrimRight(name, "bcdefghijklmnopqrstuvwxyz") + string(letter)
	}
}

// chainOf returns the name of the first contact of a chain, where a name is that of another one in it.
func chainOf(name string) string {
	if at := strings.LastIndexByte(name, '.'); at > 0 && at+1 < len(name) && name[at+1] >= '2' && name[at+1] <= '9' {
		return name[:at]
	}
	return name
}
