package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"

	"patchcord/acd"
)

// transferContact moves a task or an email to another queue or agent; with neither, the flow finds one (A0110).
func (h *handlers) transferContact(c *Call, in *sdk.TransferContactInput) (*sdk.TransferContactOutput, error) {
	p := c.place(in.InstanceId)
	cmd := acd.TransferContact{
		ContactID: idAt[acd.ContactID](p, acd.KindContact, in.ContactId),
		FlowID:    idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId),
		Operation: c.Operation,
		Token:     clientToken(in),
	}
	queue, user := value(in.QueueId), value(in.UserId)
	switch {
	case queue != "" && user != "":
		return nil, acd.Errorf(acd.Improper, "QueueId and UserId are both given; give one of them")
	case queue != "":
		cmd.Queue = acd.QueueRef{Type: acd.StandardQueue, ID: idAt[acd.QueueID](p, acd.KindQueue, in.QueueId)}
	case user != "":
		cmd.Queue = acd.QueueRef{Type: acd.AgentQueue, ID: idAt[acd.QueueID](p, acd.KindUser, in.UserId)}
	}
	id, err := h.do(c, p, cmd)
	if err != nil {
		return nil, err
	}
	return &sdk.TransferContactOutput{ContactId: &id, ContactArn: p.arn(acd.KindContact, id)}, nil
}

// associateContactWithUser offers a contact that waits to one user.
func (h *handlers) associateContactWithUser(c *Call, in *sdk.AssociateContactWithUserInput) (
	*sdk.AssociateContactWithUserOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.AssociateContactWithUser{
		ContactID: idAt[acd.ContactID](p, acd.KindContact, in.ContactId),
		UserID:    idAt[acd.UserID](p, acd.KindUser, in.UserId),
	})
	return nil, err
}
