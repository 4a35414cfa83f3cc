package directory

import (
	"slices"

	"patchcord/acd"
)

func quickConnectKey(q *acd.QuickConnect) (id, name string) { return string(q.ID), q.Name }

// QuickConnect returns the quick connect with an id.
func (d *Directory) QuickConnect(id acd.QuickConnectID) (acd.QuickConnect, bool) {
	q, ok := d.quickConnects.byID[string(id)]
	return q, ok
}

// QuickConnects returns all quick connects by name, then id.
func (d *Directory) QuickConnects() []acd.QuickConnect { return d.quickConnects.list() }

// QuickConnectSeenBy says whether a user finds a quick connect: it is listed by a queue of his routing profile, the one
// for going out among them (AG:quick-connects).
func (d *Directory) QuickConnectSeenBy(id acd.QuickConnectID, user acd.UserID) bool {
	u := d.users.byID[string(user)]
	profile := d.routingProfiles.byID[string(u.RoutingProfileID)]
	lists := func(queue acd.QueueID) bool {
		return slices.Contains(d.queues.byID[string(queue)].QuickConnectIDs, string(id))
	}
	return lists(profile.DefaultOutboundQueueID) ||
		slices.ContainsFunc(profile.Queues, func(e acd.ProfileQueue) bool { return lists(e.QueueID) }) ||
		slices.ContainsFunc(profile.ManualQueues, func(e acd.QueueChannel) bool { return lists(e.QueueID) })
}

// doQuickConnect decides a command about quick connects, and says whether it was one.
func (d *Directory) doQuickConnect(cmd acd.Command, q acd.Quotas, c Chronicle) (created string, was bool, err error) {
	switch cmd := cmd.(type) {
	case acd.CreateQuickConnect:
		created, err = d.createQuickConnect(cmd, q, c)
	case acd.UpdateQuickConnectName:
		err = d.renameQuickConnect(cmd, c)
	case acd.UpdateQuickConnectConfig:
		err = d.redirectQuickConnect(cmd, c)
	case acd.DeleteQuickConnect:
		err = d.deleteQuickConnect(cmd, c)
	case acd.AssociateQueueQuickConnects:
		err = d.associateQuickConnects(cmd, q, c)
	case acd.DisassociateQueueQuickConnects:
		err = d.disassociateQuickConnects(cmd, c)
	default:
		return "", false, nil
	}
	return created, true, err
}

func (d *Directory) createQuickConnect(cmd acd.CreateQuickConnect, q acd.Quotas, c Chronicle) (string, error) {
	quick := cmd.QuickConnect
	err := firstOf(
		checkTags(cmd.Tags),
		d.checkDestination(&quick),
		d.quickConnects.free(quick.Name),
		d.quickConnects.room(q.QuickConnectsPerInstance),
	)
	if err != nil {
		return "", err
	}
	return create(c, acd.KindQuickConnect, cmd.Tags, func(id string) acd.Body {
		quick.ID, quick.LastModifiedAt = acd.QuickConnectID(id), c.Now()
		return acd.QuickConnectCreated{QuickConnect: quick}
	}), nil
}

// checkDestination checks that what a quick connect leads to exists now (A0116), and that its flow is of the type for
// it.
func (d *Directory) checkDestination(q *acd.QuickConnect) error {
	switch q.Type {
	case acd.QuickUser:
		return firstOf(d.users.known(string(q.UserID)), d.checkTransferFlow(q.FlowID, acd.FlowAgentTransfer))
	case acd.QuickQueue:
		return firstOf(d.queues.known(string(q.QueueID)), d.checkTransferFlow(q.FlowID, acd.FlowQueueTransfer))
	case acd.QuickFlow:
		_, err := d.leading(q.FlowID)
		return err
	case acd.QuickPhone:
		return nil
	}
	return acd.Errorf(acd.Invalid, "QuickConnectType is %q; give USER, QUEUE, PHONE_NUMBER or FLOW", q.Type)
}

func (d *Directory) checkTransferFlow(id acd.FlowID, want string) error {
	f, err := d.leading(id)
	switch {
	case err != nil:
		return err
	case f.Type != want:
		return acd.Errorf(acd.Invalid, "flow %s is of type %s; a quick connect to here needs one of type %s", id, f.Type,
			want)
	}
	return nil
}

func (d *Directory) renameQuickConnect(cmd acd.UpdateQuickConnectName, c Chronicle) error {
	quick, err := d.quickConnects.find(string(cmd.ID))
	if err != nil {
		return err
	}
	if err := redescribe(&d.quickConnects, &quick.Name, &quick.Description, cmd.Name, cmd.Description); err != nil {
		return err
	}
	quick.LastModifiedAt = c.Now()
	c.Emit(acd.QuickConnectChanged{QuickConnect: quick})
	return nil
}

func (d *Directory) redirectQuickConnect(cmd acd.UpdateQuickConnectConfig, c Chronicle) error {
	known, err := d.quickConnects.find(string(cmd.QuickConnect.ID))
	if err := firstOf(err, d.checkDestination(&cmd.QuickConnect)); err != nil {
		return err
	}
	next := cmd.QuickConnect
	next.Name, next.Description, next.LastModifiedAt = known.Name, known.Description, c.Now()
	c.Emit(acd.QuickConnectChanged{QuickConnect: next})
	return nil
}

// deleteQuickConnect removes a quick connect. Queues that list it do so no longer (A0116).
func (d *Directory) deleteQuickConnect(cmd acd.DeleteQuickConnect, c Chronicle) error {
	if err := d.quickConnects.known(string(cmd.ID)); err != nil {
		return err
	}
	for _, queue := range d.Queues() {
		if left := without(queue.QuickConnectIDs, cmd.ID); len(left) < len(queue.QuickConnectIDs) {
			queue.QuickConnectIDs, queue.LastModifiedAt = left, c.Now()
			c.Emit(acd.QueueChanged{Queue: queue})
		}
	}
	c.Emit(acd.QuickConnectDeleted{ID: cmd.ID})
	return nil
}

// associateQuickConnects adds quick connects to a queue. One that is there already stays there (A0116).
func (d *Directory) associateQuickConnects(cmd acd.AssociateQueueQuickConnects, q acd.Quotas, c Chronicle) error {
	queue, err := d.queues.find(string(cmd.QueueID))
	err = firstOf(err, checkOnce("QuickConnectIds", cmd.IDs), knownAll(&d.quickConnects, cmd.IDs))
	if err != nil {
		return err
	}
	queue.QuickConnectIDs = without(queue.QuickConnectIDs, cmd.IDs...)
	for _, id := range cmd.IDs {
		queue.QuickConnectIDs = append(queue.QuickConnectIDs, string(id))
	}
	if most := q.QuickConnectsPerQueue; most > 0 && len(queue.QuickConnectIDs) > most {
		return acd.Errorf(acd.Limit, "queue %s would have %d quick connects of at most %d", queue.ID,
			len(queue.QuickConnectIDs), most)
	}
	queue.LastModifiedAt = c.Now()
	c.Emit(acd.QueueChanged{Queue: queue})
	return nil
}

// disassociateQuickConnects takes quick connects from a queue. One that is not there is passed over (A0116).
func (d *Directory) disassociateQuickConnects(cmd acd.DisassociateQueueQuickConnects, c Chronicle) error {
	queue, err := d.queues.find(string(cmd.QueueID))
	err = firstOf(err, checkOnce("QuickConnectIds", cmd.IDs), knownAll(&d.quickConnects, cmd.IDs))
	if err != nil {
		return err
	}
	queue.QuickConnectIDs, queue.LastModifiedAt = without(queue.QuickConnectIDs, cmd.IDs...), c.Now()
	c.Emit(acd.QueueChanged{Queue: queue})
	return nil
}

// without returns a copy of a list of ids that lacks some; the list stays as it was.
func without(list []string, ids ...acd.QuickConnectID) []string {
	return slices.DeleteFunc(slices.Clone(list), func(id string) bool {
		return slices.Contains(ids, acd.QuickConnectID(id))
	})
}
