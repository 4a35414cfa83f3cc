package directory

import (
	"slices"

	"patchcord/acd"
)

// doQueue decides a command about a queue that exists, and says whether it was one.
func (d *Directory) doQueue(cmd acd.Command, q acd.Quotas, c Chronicle) (was bool, err error) {
	switch cmd := cmd.(type) {
	case acd.UpdateQueueStatus:
		err = d.changeQueue(cmd.QueueID, c, func(queue *acd.Queue) error {
			queue.Status = cmd.Status
			return checkQueueStatus(cmd.Status)
		})
	case acd.UpdateQueueName:
		err = d.changeQueue(cmd.QueueID, c, func(queue *acd.Queue) error {
			return redescribe(&d.queues, &queue.Name, &queue.Description, cmd.Name, cmd.Description)
		})
	case acd.UpdateQueueMaxContacts:
		err = d.changeQueue(cmd.QueueID, c, func(queue *acd.Queue) error {
			queue.MaxContacts = cmd.MaxContacts
			return checkMaxContacts(cmd.MaxContacts, q.ContactsAtOnce())
		})
	case acd.UpdateQueueHoursOfOperation:
		err = d.changeQueue(cmd.QueueID, c, func(queue *acd.Queue) error {
			queue.HoursID = cmd.HoursID
			return d.hours.known(string(cmd.HoursID))
		})
	case acd.UpdateQueueOutboundCallerConfig: // what is left out is no longer set (A0187)
		err = d.changeQueue(cmd.QueueID, c, func(queue *acd.Queue) error {
			queue.OutboundCallerIDName, queue.OutboundCallerIDNumber = cmd.CallerIDName, cmd.CallerIDNumber
			queue.OutboundFlowID = cmd.FlowID
			return d.checkCaller(queue)
		})
	case acd.UpdateQueueOutboundEmailConfig:
		err = d.changeQueue(cmd.QueueID, c, func(queue *acd.Queue) error {
			queue.OutboundEmailAddressID = cmd.EmailAddressID
			return d.checkSender(queue)
		})
	case acd.DeleteQueue:
		err = d.deleteQueue(cmd, c)
	default:
		return false, nil
	}
	return true, err
}

// changeQueue lets change set a queue's members, and emits it as it is afterwards if change does not refuse.
func (d *Directory) changeQueue(id acd.QueueID, c Chronicle, change func(*acd.Queue) error) error {
	queue, err := d.queues.find(string(id))
	if err != nil {
		return err
	}
	if err := change(&queue); err != nil {
		return err
	}
	queue.LastModifiedAt = c.Now()
	c.Emit(acd.QueueChanged{Queue: queue})
	return nil
}

// deleteQueue removes a queue that no routing profile and no quick connect names (A0186). That nobody waits in it is
// for others to say.
func (d *Directory) deleteQueue(cmd acd.DeleteQueue, c Chronicle) error {
	if err := d.queues.known(string(cmd.QueueID)); err != nil {
		return err
	}
	for _, p := range d.RoutingProfiles() {
		if namesQueue(&p, cmd.QueueID) {
			return inUse("ROUTING_PROFILE", string(p.ID), "queue %s is named by the routing profile %q (%s); take it out "+
				"there first", cmd.QueueID, p.Name, p.ID)
		}
	}
	for _, q := range d.QuickConnects() {
		if q.Type == acd.QuickQueue && q.QueueID == cmd.QueueID {
			return inUse("QUICK_CONNECT", string(q.ID), "the quick connect %q (%s) leads to queue %s; delete it first", q.Name,
				q.ID, cmd.QueueID)
		}
	}
	c.Emit(acd.QueueDeleted(cmd))
	return nil
}

// namesQueue says whether a routing profile names a queue, be it for what goes out only.
func namesQueue(p *acd.RoutingProfile, id acd.QueueID) bool {
	return p.DefaultOutboundQueueID == id ||
		slices.ContainsFunc(p.Queues, func(e acd.ProfileQueue) bool { return e.QueueID == id }) ||
		slices.ContainsFunc(p.ManualQueues, func(e acd.QueueChannel) bool { return e.QueueID == id })
}
