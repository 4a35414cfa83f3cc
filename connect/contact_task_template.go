package connect

import "patchcord/acd"

// The client that is pinned here does not know UpdateContactTaskTemplate yet; its input and output are written by hand.
type (
	// UpdateContactTaskTemplateInput is what is asked.
	UpdateContactTaskTemplateInput struct {
		InstanceId     *string
		ContactId      *string
		TaskTemplateId *string
	}
	// UpdateContactTaskTemplateOutput is what is answered: nothing.
	UpdateContactTaskTemplateOutput struct{}
)

// updateContactTaskTemplate gives a task another template before an agent has it.
func (h *handlers) updateContactTaskTemplate(c *Call, in *UpdateContactTaskTemplateInput) (
	*UpdateContactTaskTemplateOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateContactTaskTemplate{
		ContactID:  idAt[acd.ContactID](p, acd.KindContact, in.ContactId),
		TemplateID: idAt[acd.TaskTemplateID](p, acd.KindTaskTemplate, in.TaskTemplateId),
	})
	return nil, err
}
