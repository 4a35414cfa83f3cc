package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// changeInPlaceRows are not about routing: they change what others of the operations have set, so that whoever keeps an
// instance in files need not make it anew.
func (h *handlers) changeInPlaceRows() []row {
	return []row{
		operation("UpdateEmailAddressMetadata", h.updateEmailAddressMetadata),
		operation("DisassociateQueueEmailAddresses", h.disassociateQueueEmailAddresses),
		operation("AssociateHoursOfOperations", h.associateHours),
		operation("DisassociateHoursOfOperations", h.disassociateHours),
	}
}

func (h *handlers) updateEmailAddressMetadata(c *Call, in *sdk.UpdateEmailAddressMetadataInput) (
	*sdk.UpdateEmailAddressMetadataOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.EmailAddressID](p, acd.KindEmailAddress, in.EmailAddressId)
	_, err := h.do(c, p, acd.UpdateEmailAddressMetadata{ID: id, DisplayName: in.DisplayName,
		Description: in.Description, Token: clientToken(in)})
	if err != nil {
		return nil, err
	}
	return &sdk.UpdateEmailAddressMetadataOutput{
		EmailAddressId: new(string(id)), EmailAddressArn: p.arn(acd.KindEmailAddress, string(id))}, nil
}

func (h *handlers) disassociateQueueEmailAddresses(c *Call, in *sdk.DisassociateQueueEmailAddressesInput) (
	*sdk.DisassociateQueueEmailAddressesOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DisassociateQueueEmailAddresses{
		QueueID: idAt[acd.QueueID](p, acd.KindQueue, in.QueueId),
		IDs: each(in.EmailAddressesId, func(id string) acd.EmailAddressID {
			return idAt[acd.EmailAddressID](p, acd.KindEmailAddress, &id)
		}),
		Token: clientToken(in),
	})
	return nil, err
}

func (h *handlers) associateHours(c *Call, in *sdk.AssociateHoursOfOperationsInput) (
	*sdk.AssociateHoursOfOperationsOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.AssociateHoursOfOperations{
		ID: idAt[acd.HoursID](p, acd.KindHours, in.HoursOfOperationId),
		ParentIDs: each(in.ParentHoursOfOperationConfigs, func(parent types.ParentHoursOfOperationConfig) acd.HoursID {
			return idAt[acd.HoursID](p, acd.KindHours, parent.HoursOfOperationId)
		}),
	})
	return nil, err
}

func (h *handlers) disassociateHours(c *Call, in *sdk.DisassociateHoursOfOperationsInput) (
	*sdk.DisassociateHoursOfOperationsOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DisassociateHoursOfOperations{
		ID: idAt[acd.HoursID](p, acd.KindHours, in.HoursOfOperationId),
		ParentIDs: each(in.ParentHoursOfOperationIds, func(id string) acd.HoursID {
			return idAt[acd.HoursID](p, acd.KindHours, &id)
		}),
	})
	return nil, err
}
