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
		led := c
		led.queue, led.agent, led.transfer = "", "", !to.IsZero()
		flow, err := s.flow(led)
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
