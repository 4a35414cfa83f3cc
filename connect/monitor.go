package connect

import (
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// monitorRows are about supervisors who listen, about what is forgotten of a contact, and about campaigns.
func (h *handlers) monitorRows() []row {
	return []row{
		operation("MonitorContact", h.monitorContact),
		operation("DeleteContactData", h.deleteContactData),
		operation("BatchPutContact", h.batchPutContact),
	}
}

// monitorContact lets a supervisor listen to a contact. Who is to take part later must be allowed to from the
// beginning; without any capability given he may listen (A0231).
func (h *handlers) monitorContact(c *Call, in *sdk.MonitorContactInput) (*sdk.MonitorContactOutput, error) {
	p := c.place(in.InstanceId)
	id, err := h.do(c, p, acd.MonitorContact{
		Operation: c.Operation,
		ContactID: idAt[acd.ContactID](p, acd.KindContact, in.ContactId),
		UserID:    idAt[acd.UserID](p, acd.KindUser, in.UserId),
		MayBarge:  slices.Contains(in.AllowedMonitorCapabilities, types.MonitorCapabilityBarge),
		Token:     clientToken(in),
	})
	if err != nil {
		return nil, err
	}
	return &sdk.MonitorContactOutput{ContactId: &id, ContactArn: p.arn(acd.KindContact, id)}, nil
}
