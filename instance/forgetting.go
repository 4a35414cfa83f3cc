package instance

import (
	"slices"

	"patchcord/acd"
)

// deleteData deletes parts of a contact that has been disconnected (DeleteContactData in the API reference, A0235).
func (i *Instance) deleteData(c acd.Contact, cmd acd.DeleteContactData) error {
	all := []acd.ContactField{acd.FieldCustomerEndpoint, acd.FieldRecipients, acd.FieldSubject}
	if len(cmd.Fields) == 0 {
		return acd.Errorf(acd.Invalid, "ContactFields is empty; give one or more of %v", all)
	}
	for _, field := range cmd.Fields {
		switch {
		case !slices.Contains(all, field):
			return acd.Errorf(acd.Invalid, "ContactFields has %.40q; give one or more of %v", field, all)
		case field != acd.FieldCustomerEndpoint && c.Channel != acd.Email:
			return acd.Errorf(acd.Improper, "contact %s is of channel %s; only an EMAIL has %s", c.ID, c.Channel, field)
		}
	}
	if !c.HasEnded() {
		return acd.Errorf(acd.Living, "contact %s is %s; its data can be deleted once it has ended", c.ID, c.State)
	}
	i.Emit(acd.ContactDataDeleted{ContactID: c.ID, Fields: cmd.Fields})
	return nil
}
