package directory

import "patchcord/acd"

func queueKey(q *acd.Queue) (id, name string) { return string(q.ID), q.Name }

// Queue returns the standard queue with an id.
func (d *Directory) Queue(id acd.QueueID) (acd.Queue, bool) {
	q, ok := d.queues.byID[string(id)]
	return q, ok
}

// Queues returns all standard queues by name, then id.
func (d *Directory) Queues() []acd.Queue { return d.queues.list() }

func (d *Directory) createQueue(cmd acd.CreateQueue, q acd.Quotas, c Chronicle) (string, error) {
	queue := cmd.Queue
	if queue.Status == "" {
		queue.Status = acd.QueueEnabled
	}
	err := firstOf(
		checkQueueStatus(queue.Status),
		checkMaxContacts(queue.MaxContacts, q.ContactsAtOnce()),
		checkTags(cmd.Tags),
		d.hours.known(string(queue.HoursID)),
		d.checkOutbound(&queue),
		d.queues.free(queue.Name),
		d.queues.room(q.QueuesPerInstance),
	)
	if err != nil {
		return "", err
	}
	return create(c, acd.KindQueue, cmd.Tags, func(id string) acd.Body {
		queue.ID, queue.LastModifiedAt = acd.QueueID(id), c.Now()
		return acd.QueueCreated{Queue: queue}
	}), nil
}

// checkOutbound checks what a queue names for going out, and what it lists.
func (d *Directory) checkOutbound(queue *acd.Queue) error {
	return firstOf(
		d.checkCaller(queue),
		d.checkSender(queue),
		checkOnce("EmailAddressesConfig", queue.EmailAddressIDs),
		knownAll(&d.emailAddresses, queue.EmailAddressIDs),
		checkOnce("QuickConnectIds", queue.QuickConnectIDs),
		knownAll(&d.quickConnects, queue.QuickConnectIDs),
	)
}

// checkCaller checks what calls that go out from a queue show and run.
func (d *Directory) checkCaller(queue *acd.Queue) error {
	if queue.OutboundFlowID != "" {
		if _, err := d.leading(queue.OutboundFlowID); err != nil {
			return err
		}
	}
	if queue.OutboundCallerIDNumber != "" {
		return d.phoneNumbers.known(queue.OutboundCallerIDNumber)
	}
	return nil
}

// checkSender checks the address of emails that go out from a queue.
func (d *Directory) checkSender(queue *acd.Queue) error {
	if queue.OutboundEmailAddressID != "" {
		if err := d.emailAddresses.known(queue.OutboundEmailAddressID); err != nil {
			return err
		}
	}
	return checkQueueAddresses(queue)
}

func checkQueueStatus(status acd.QueueStatus) error {
	if status != acd.QueueEnabled && status != acd.QueueDisabled {
		return acd.Errorf(acd.Invalid, "Status is %q; give ENABLED or DISABLED", status)
	}
	return nil
}

// checkMaxContacts checks the limit of a queue, which is below what the quotas let an instance have at once
// (AG:set-maximum-queue-limit); zero: they set no limit.
func checkMaxContacts(most *int32, atOnce int) error {
	switch {
	case most == nil:
	case *most < 0:
		return acd.Errorf(acd.Invalid, "MaxContacts is %d; give 0 or more", *most)
	case atOnce > 0 && int(*most) >= atOnce:
		return acd.Errorf(acd.Invalid, "MaxContacts is %d; give less than %d, the sum of the quotas for active calls, "+
			"chats, tasks and emails", *most, atOnce)
	}
	return nil
}
