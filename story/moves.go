package story

import "patchcord/acd"

// readTransfer understands: transfer CONTACT NEW QUEUE|agent=USER with what the flow sets on the way. Without a queue
// the flow ends without one.
func readTransfer(a *args) deed {
	old := a.known(aContact)
	c := plannedContact{name: a.fresh(aContact)}
	if a.more() {
		c.queue = a.known(aQueue)
	}
	c.read(a, true)
	return func(s *stage) error {
		to, err := s.target(c)
		if err != nil {
			return err
		}
		c.queue, c.agent, c.transfer = "", "", !to.IsZero()
		flow, err := s.flow(c)
		if err != nil {
			return err
		}
		s.coming = c.name
		_, err = s.do(acd.TransferContact{ContactID: s.contactID(old), Queue: to, FlowID: flow, Operation: "TransferContact"})
		return err
	}
}

// target returns the queue that a plan names, none where it names none.
func (s *stage) target(c plannedContact) (acd.QueueRef, error) {
	switch {
	case c.agent != "":
		return acd.QueueRef{Type: acd.AgentQueue, ID: acd.QueueID(s.userID(c.agent))}, nil
	case c.queue != "":
		id, err := s.queue(c.queue)
		return acd.QueueRef{Type: acd.StandardQueue, ID: id}, err
	}
	return acd.QueueRef{}, nil
}

// readQuick understands: quick NAME QUEUE|agent=USER with what its flow sets on the way. The agents of all queues that
// are there see the quick connect.
func readQuick(a *args) deed {
	c := plannedContact{name: a.fresh(aQuick)}
	if a.has("phone") {
		return readQuickPhone(a, c.name)
	}
	if a.more() {
		c.queue = a.known(aQueue)
	}
	led := a.take("flow")
	c.read(a, true)
	if led != nil && !a.cast.has(aFlow, led.value) {
		a.fail(led.word, "nothing is called %q up to here", led.value)
	}
	return func(s *stage) error {
		if led != nil {
			c.flow = led.value
		}
		return s.makeQuick(c)
	}
}

func (s *stage) makeQuick(c plannedContact) error {
	to, err := s.target(c)
	if err != nil {
		return err
	}
	quick := acd.QuickConnect{Name: c.name, Type: acd.QuickQueue, QueueID: to.ID}
	flow := acd.ContactFlow{Name: "flow of " + c.name, Type: "QUEUE_TRANSFER", Status: "PUBLISHED"}
	if to.Type == acd.AgentQueue {
		quick = acd.QuickConnect{Name: c.name, Type: acd.QuickUser, UserID: acd.UserID(to.ID)}
		flow.Type = acd.FlowAgentTransfer
	}
	c.queue, c.agent, c.transfer = "", "", true
	if id, ok := s.names.find(aFlow, c.flow); ok {
		quick.FlowID = acd.FlowID(id)
		return s.makeQuickConnect(quick)
	}
	if flow.Content, err = s.draw(c); err != nil {
		return err
	}
	id, err := s.set(acd.CreateContactFlow{Flow: flow})
	if err != nil {
		return err
	}
	quick.FlowID = acd.FlowID(id)
	return s.makeQuickConnect(quick)
}

func (s *stage) makeQuickConnect(quick acd.QuickConnect) error {
	id, err := s.set(acd.CreateQuickConnect{QuickConnect: quick})
	if err != nil {
		return err
	}
	return s.showQuick(quick.Name, id)
}

// readQuickPhone understands: quick NAME phone=NUMBER.
func readQuickPhone(a *args, name string) deed {
	number := ""
	for _, pr := range a.pairs() {
		if pr.key != "phone" {
			a.unknown(pr, "phone")
		}
		number = pr.value
	}
	return func(s *stage) error {
		id, err := s.set(acd.CreateQuickConnect{QuickConnect: acd.QuickConnect{Name: name, Type: acd.QuickPhone,
			PhoneNumber: number}})
		if err != nil {
			return err
		}
		return s.showQuick(name, id)
	}
}

// showQuick lets the agents of all queues see a quick connect.
func (s *stage) showQuick(name, id string) error {
	s.names.add(aQuick, name, id)
	for _, q := range s.inst.Directory().Queues() {
		_, err := s.set(acd.AssociateQueueQuickConnects{QueueID: q.ID, IDs: []acd.QuickConnectID{acd.QuickConnectID(id)}})
		if err != nil {
			return err
		}
	}
	return nil
}

// readPass understands: pass USER CONTACT NEW QUICK.
func readPass(a *args) deed {
	user, contact, next, quick := a.known(aUser), a.known(aContact), a.fresh(aContact), a.known(aQuick)
	return func(s *stage) error {
		s.coming = next
		id, _ := s.names.find(aQuick, quick)
		_, err := s.do(acd.TransferByQuickConnect{UserID: s.userID(user), ContactID: s.contactID(contact),
			QuickConnectID: acd.QuickConnectID(id)})
		return err
	}
}

// readGive understands: give CONTACT USER.
func readGive(a *args) deed {
	contact, user := a.known(aContact), a.known(aUser)
	return doing(func(s *stage) acd.Command {
		return acd.AssociateContactWithUser{ContactID: s.contactID(contact), UserID: s.userID(user)}
	})
}
