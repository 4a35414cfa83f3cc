package connect

import "patchcord/acd"

// The client that is pinned here does not know DeleteContactData yet; its input and output are written by hand.
type (
	// DeleteContactDataInput is what is asked.
	DeleteContactDataInput struct {
		InstanceId    *string
		ContactId     *string
		ContactFields []contactField
	}
	// DeleteContactDataOutput is what is answered: nothing.
	DeleteContactDataOutput struct{}
)

// contactField is one of Amazon's enumerations.
type contactField string

// deleteContactData deletes what tells of a person from a contact that has ended.
func (h *handlers) deleteContactData(c *Call, in *DeleteContactDataInput) (*DeleteContactDataOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DeleteContactData{
		ContactID: idAt[acd.ContactID](p, acd.KindContact, in.ContactId),
		Fields:    each(in.ContactFields, func(f contactField) acd.ContactField { return acd.ContactField(f) }),
	})
	return nil, err
}
