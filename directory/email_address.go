package directory

import (
	"slices"

	"patchcord/acd"
)

// queueAddressesMax is how many email addresses a queue may have, its default one among them
// (AssociateQueueEmailAddresses in the API reference).
const queueAddressesMax = 50

func emailAddressKey(e *acd.EmailAddress) (id, name string) { return string(e.ID), e.Address }

// EmailAddress returns the email address with an id.
func (d *Directory) EmailAddress(id acd.EmailAddressID) (acd.EmailAddress, bool) {
	e, ok := d.emailAddresses.byID[string(id)]
	return e, ok
}

// EmailAddresses returns all email addresses in the order of the alphabet.
func (d *Directory) EmailAddresses() []acd.EmailAddress { return d.emailAddresses.list() }

// HasEmailAddress says whether emails to an address, in whatever case, are the instance's.
func (d *Directory) HasEmailAddress(address string) bool {
	_, ok := d.emailAddresses.named[folded(address)]
	return ok
}

// WrittenAddress returns the email address that is written so, in whatever case, if it is the instance's.
func (d *Directory) WrittenAddress(address string) (acd.EmailAddress, bool) {
	e, ok := d.emailAddresses.byID[d.emailAddresses.named[folded(address)]]
	return e, ok
}

// leadEmails lets a flow lead who writes to an email address, or none (A0267).
func (d *Directory) leadEmails(cmd acd.AssociateEmailAddressFlow, c Chronicle) error {
	address, err := d.emailAddresses.find(string(cmd.ID))
	if err == nil && cmd.FlowID != "" {
		err = d.mayLead(cmd.FlowID, "writes to an email address")
	}
	if err == nil && address.FlowID != cmd.FlowID {
		address.FlowID, address.LastModifiedAt = cmd.FlowID, c.Now()
		c.Emit(acd.EmailAddressChanged{Address: address})
	}
	return err
}

func (d *Directory) createEmailAddress(cmd acd.CreateEmailAddress, q acd.Quotas, c Chronicle) (string, error) {
	address := cmd.Address
	err := firstOf(
		checkTags(cmd.Tags),
		d.emailAddresses.free(address.Address),
		d.emailAddresses.room(q.EmailAddressesPerInstance),
	)
	if err != nil {
		return "", err
	}
	return create(c, acd.KindEmailAddress, cmd.Tags, func(id string) acd.Body {
		address.ID, address.CreatedAt, address.LastModifiedAt = acd.EmailAddressID(id), c.Now(), c.Now()
		return acd.EmailAddressCreated{Address: address}
	}), nil
}

// associateEmailAddresses adds email addresses to a queue. One that is there already stays there (A0226).
func (d *Directory) associateEmailAddresses(cmd acd.AssociateQueueEmailAddresses, c Chronicle) error {
	queue, err := d.queues.find(string(cmd.QueueID))
	err = firstOf(err, checkOnce("EmailAddressesConfig", cmd.IDs), knownAll(&d.emailAddresses, cmd.IDs))
	if err != nil {
		return err
	}
	ids := slices.Clone(queue.EmailAddressIDs)
	for _, id := range cmd.IDs {
		if !slices.Contains(ids, string(id)) {
			ids = append(ids, string(id))
		}
	}
	queue.EmailAddressIDs, queue.LastModifiedAt = ids, c.Now()
	if err := checkQueueAddresses(&queue); err != nil {
		return err
	}
	c.Emit(acd.QueueChanged{Queue: queue})
	return nil
}

// disassociateEmailAddresses takes email addresses from a queue. One that is not there stays away; the default one
// stays the default (A0226).
func (d *Directory) disassociateEmailAddresses(cmd acd.DisassociateQueueEmailAddresses, c Chronicle) error {
	queue, err := d.queues.find(string(cmd.QueueID))
	if err = firstOf(err, checkOnce("EmailAddressesId", cmd.IDs), knownAll(&d.emailAddresses, cmd.IDs)); err != nil {
		return err
	}
	queue.EmailAddressIDs = slices.DeleteFunc(slices.Clone(queue.EmailAddressIDs), func(id string) bool {
		return slices.Contains(cmd.IDs, acd.EmailAddressID(id))
	})
	queue.LastModifiedAt = c.Now()
	c.Emit(acd.QueueChanged{Queue: queue})
	return nil
}

// updateEmailAddress changes what is said of an email address.
func (d *Directory) updateEmailAddress(cmd acd.UpdateEmailAddressMetadata, c Chronicle) error {
	address, err := d.emailAddresses.find(string(cmd.ID))
	if err != nil {
		return err
	}
	if cmd.DisplayName == nil && cmd.Description == nil {
		return acd.Errorf(acd.Improper, "neither DisplayName nor Description is given; give at least one of them")
	}
	replace(&address.DisplayName, cmd.DisplayName)
	replace(&address.Description, cmd.Description)
	address.LastModifiedAt = c.Now()
	c.Emit(acd.EmailAddressChanged{Address: address})
	return nil
}

// checkQueueAddresses checks how many email addresses a queue has.
func checkQueueAddresses(queue *acd.Queue) error {
	count := len(queue.EmailAddressIDs)
	if id := queue.OutboundEmailAddressID; id != "" && !slices.Contains(queue.EmailAddressIDs, id) {
		count++
	}
	if count > queueAddressesMax {
		return acd.Errorf(acd.Limit, "the queue would have %d email addresses of at most %d", count, queueAddressesMax)
	}
	return nil
}
