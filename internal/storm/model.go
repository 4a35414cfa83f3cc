package storm

import (
	"fmt"
	"maps"
	"slices"
	"sync"
)

// A model is what all clients of a storm know together.
type model struct {
	mu       sync.Mutex // guards all below, with what it points to
	contacts map[string]*contact
	tokens   map[string]string // what was created under a ClientToken
	unsure   map[string]start  // sent and not answered, by ClientToken
	queues   map[string]*deed  // that clients have made, by name
	users    []*user
	autos    map[string]bool // users for whom contacts are accepted
	moved    map[string]bool // the segments of moved tasks
	faults   []string
}

// A start is a contact that somebody has asked to start.
type start struct{ name, token string }

func newModel() *model {
	return &model{contacts: map[string]*contact{}, tokens: map[string]string{}, unsure: map[string]start{},
		queues: map[string]*deed{}, autos: map[string]bool{}, moved: map[string]bool{}}
}

// do runs fn while nobody else reads or changes the model.
func (m *model) do(fn func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	fn()
}

// How many faults are told, and how much of each.
const (
	faultsMax     = 20
	faultBytesMax = 1500
)

// report notes faults.
func (m *model) report(faults ...string) { m.do(func() { m.note(faults...) }) }

// note notes faults, each as far as one cares to read. The caller holds the model.
func (m *model) note(faults ...string) {
	for _, fault := range faults {
		if len(m.faults) < faultsMax {
			m.faults = append(m.faults, fault[:min(len(fault), faultBytesMax)])
		}
	}
}

// found returns the faults so far.
func (m *model) found() (faults []string) {
	m.do(func() { faults = slices.Clone(m.faults) })
	return faults
}

// contact returns what is known of a contact. The caller holds the model.
func (m *model) contact(id string) *contact {
	if m.contacts[id] == nil {
		m.contacts[id] = &contact{id: id, routing: register[routing]{known: unrouted()}, touched: true}
	}
	return m.contacts[id]
}

// started notes that a start was answered with an id, and what is wrong with that. The caller holds the model.
func (m *model) started(s start, id string) {
	c := m.contact(id)
	if c.name != "" && c.token != s.token {
		m.note(fmt.Sprintf("contact %s was created for %s, and before for %s", id, s.name, c.name))
	}
	if other, ok := m.tokens[s.token]; ok && other != id {
		m.note(fmt.Sprintf("contact %s was created for %s, and contact %s too", id, s.name, other))
	}
	c.name, c.token, c.touched = s.name, s.token, true
	m.tokens[s.token] = id
	delete(m.unsure, s.token)
}

// drop notes that nothing in flight has happened: a server that was asked to end answers whatever it has done.
func (m *model) drop() {
	m.do(func() {
		for _, c := range m.contacts {
			c.routing.drop()
			c.mark.drop()
			c.stop.refuse()
			c.hangUp.refuse()
			if !m.autos[c.agent] {
				c.asked = nil
			}
		}
		for _, u := range m.users {
			u.status.drop()
			u.skills.drop()
			u.tag.drop()
			for _, block := range u.blocks {
				block.drop()
			}
		}
		for name, queue := range m.queues {
			if !queue.done {
				delete(m.queues, name)
			}
		}
	})
}

// clearWork notes that all after-contact work of a user may end. The caller holds the model.
func (m *model) clearWork(u *user) {
	for id := range u.held {
		c := m.contact(id)
		c.work.asked, c.touched = true, true
	}
}

// orphans returns the contacts that agents have met and nobody has started.
func (m *model) orphans() (faults []string) {
	m.do(func() {
		for _, id := range slices.Sorted(maps.Keys(m.contacts)) {
			if m.contacts[id].name == "" {
				faults = append(faults, "contact "+id+" has come from nowhere: no start was answered with it")
			}
		}
	})
	return faults
}

// count compares the contacts that the journal has seen begin with those that were started, and demands that they are
// the same: a start that was sent twice has made one contact.
func (m *model) count(begun map[string]int) (faults []string) {
	m.do(func() {
		for _, id := range slices.Sorted(maps.Keys(begun)) {
			if begun[id] != 1 || m.contacts[id] == nil && !m.moved[id] {
				faults = append(faults, "contact "+id+" was begun without anybody knowing it, or twice")
			}
		}
		for _, id := range slices.Sorted(maps.Keys(m.contacts)) {
			if begun[id] == 0 {
				faults = append(faults, "contact "+id+" was acknowledged, and the journal does not know it")
			}
		}
	})
	return faults
}

// judgeQueues demands exactly the queues whose creation was acknowledged, and of the others those that were in flight.
func (m *model) judgeQueues(names map[string]bool) (faults []string) {
	m.do(func() {
		for _, name := range slices.Sorted(maps.Keys(m.queues)) {
			if m.queues[name].done && !names[name] {
				faults = append(faults, "queue "+name+" is not there, but its creation was acknowledged")
			}
			m.queues[name].settle(names[name])
		}
		for _, name := range slices.Sorted(maps.Keys(names)) {
			if m.queues[name] == nil {
				faults = append(faults, "queue "+name+" is there, though nobody has asked for it")
			}
		}
	})
	return faults
}
