package directory

import "patchcord/acd"

// doReach decides a command about how the instance is reached, by number or by address, and about its switches and
// places, and says whether it was one.
func (d *Directory) doReach(cmd acd.Command, q acd.Quotas, c Chronicle) (created string, was bool, err error) {
	switch cmd := cmd.(type) {
	case acd.UpdateInstanceAttribute:
		err = d.updateInstanceAttribute(cmd, c)
	case acd.AssociatePhoneNumberContactFlow:
		err = d.leadNumber(cmd, c)
	case acd.CreateEmailAddress:
		created, err = d.createEmailAddress(cmd, q, c)
	case acd.AssociateEmailAddressFlow:
		err = d.leadEmails(cmd, c)
	case acd.AssociateQueueEmailAddresses:
		err = d.associateEmailAddresses(cmd, c)
	case acd.DisassociateQueueEmailAddresses:
		err = d.disassociateEmailAddresses(cmd, c)
	case acd.UpdateEmailAddressMetadata:
		err = d.updateEmailAddress(cmd, c)
	case acd.AssociateStorageConfig:
		created, err = d.associateStorage(cmd, c)
	case acd.UpdateStorageConfig:
		err = d.updateStorage(cmd, c)
	case acd.DisassociateStorageConfig:
		err = d.disassociateStorage(cmd, c)
	default:
		return "", false, nil
	}
	return created, true, err
}

// replayReach lets what has happened to any of these take effect.
func (d *Directory) replayReach(body acd.Body) {
	switch b := body.(type) {
	case acd.InstanceAttributeChanged:
		d.turn(b.Attribute, b.On)
	case acd.StorageConfigSet:
		d.storage.put(b.Config)
	case acd.StorageConfigRemoved:
		d.storage.remove(b.ID)
	case acd.EmailAddressCreated:
		d.emailAddresses.put(b.Address)
	case acd.EmailAddressChanged:
		d.emailAddresses.put(b.Address)
	case acd.PhoneNumberClaimed:
		d.phoneNumbers.put(b.Number)
	case acd.PhoneNumberChanged:
		d.phoneNumbers.put(b.Number)
	case acd.PhoneNumberReleased:
		d.phoneNumbers.remove(string(b.ID))
	}
}
