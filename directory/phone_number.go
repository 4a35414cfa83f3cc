package directory

import (
	"slices"

	"patchcord/acd"
)

func phoneNumberKey(n *acd.PhoneNumber) (id, name string) { return string(n.ID), n.Number }

// PhoneNumber returns the phone number with an id, if it is the instance's.
func (d *Directory) PhoneNumber(id acd.PhoneNumberID) (acd.PhoneNumber, bool) {
	n, ok := d.phoneNumbers.byID[string(id)]
	return n, ok
}

// PhoneNumbers returns the instance's phone numbers, in the order of their digits.
func (d *Directory) PhoneNumbers() []acd.PhoneNumber { return d.phoneNumbers.list() }

// DialledNumber returns the phone number that is written so, if it is the instance's.
func (d *Directory) DialledNumber(number string) (acd.PhoneNumber, bool) {
	n, ok := d.phoneNumbers.byID[d.phoneNumbers.named[number]]
	return n, ok
}

// QueueCalling returns the first queue whose calls show a phone number, if there is one.
func (d *Directory) QueueCalling(id acd.PhoneNumberID) (acd.Queue, bool) {
	all := d.Queues()
	n := slices.IndexFunc(all, func(q acd.Queue) bool { return q.OutboundCallerIDNumber == string(id) })
	if n < 0 {
		return acd.Queue{}, false
	}
	return all[n], true
}

// leadNumber lets a flow lead who dials a number, or none (A0222).
func (d *Directory) leadNumber(cmd acd.AssociatePhoneNumberContactFlow, c Chronicle) error {
	number, err := d.phoneNumbers.find(string(cmd.ID))
	if err != nil {
		return err
	}
	if cmd.FlowID != "" {
		if err := d.mayLead(cmd.FlowID, "dials a number"); err != nil {
			return err
		}
	}
	number.FlowID = cmd.FlowID
	c.Emit(acd.PhoneNumberChanged{Number: number})
	return nil
}

// mayLead says why a flow cannot lead whoever does something from the beginning.
func (d *Directory) mayLead(id acd.FlowID, whoever string) error {
	flow, err := d.leading(id)
	if err == nil && flow.Type != acd.FlowInbound {
		return acd.Errorf(acd.Improper, "flow %s is of type %s; only one of type %s leads who %s", id, flow.Type,
			acd.FlowInbound, whoever)
	}
	return err
}
