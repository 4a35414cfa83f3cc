package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"

	"patchcord/acd"
)

// updateContactRoutingData changes how a waiting contact is routed. Whether priority, age and criteria go together,
// and whether the contact still waits, is for the mind to say (A0006, A0007, A0010).
func (h *handlers) updateContactRoutingData(c *Call, in *sdk.UpdateContactRoutingDataInput) (
	*sdk.UpdateContactRoutingDataOutput, error,
) {
	p := c.place(in.InstanceId)
	steps, err := p.steps(in.RoutingCriteria)
	if err != nil {
		return nil, err
	}
	_, err = h.do(c, p, acd.UpdateContactRoutingData{
		ContactID:           idAt[acd.ContactID](p, acd.KindContact, in.ContactId),
		QueuePriority:       in.QueuePriority,
		QueueTimeAdjustment: in.QueueTimeAdjustmentSeconds,
		Steps:               steps,
	})
	return nil, err
}
