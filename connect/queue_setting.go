package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"

	"patchcord/acd"
)

func (h *handlers) updateQueueName(c *Call, in *sdk.UpdateQueueNameInput) (*sdk.UpdateQueueNameOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateQueueName{
		QueueID: idAt[acd.QueueID](p, acd.KindQueue, in.QueueId), Name: in.Name, Description: in.Description,
	})
	return nil, err
}

func (h *handlers) updateQueueStatus(c *Call, in *sdk.UpdateQueueStatusInput) (*sdk.UpdateQueueStatusOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateQueueStatus{
		QueueID: idAt[acd.QueueID](p, acd.KindQueue, in.QueueId), Status: acd.QueueStatus(in.Status),
	})
	return nil, err
}

func (h *handlers) updateQueueMaxContacts(c *Call, in *sdk.UpdateQueueMaxContactsInput) (
	*sdk.UpdateQueueMaxContactsOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateQueueMaxContacts{
		QueueID: idAt[acd.QueueID](p, acd.KindQueue, in.QueueId), MaxContacts: in.MaxContacts,
	})
	return nil, err
}

func (h *handlers) updateQueueHours(c *Call, in *sdk.UpdateQueueHoursOfOperationInput) (
	*sdk.UpdateQueueHoursOfOperationOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateQueueHoursOfOperation{
		QueueID: idAt[acd.QueueID](p, acd.KindQueue, in.QueueId),
		HoursID: idAt[acd.HoursID](p, acd.KindHours, in.HoursOfOperationId),
	})
	return nil, err
}

func (h *handlers) updateQueueOutboundCaller(c *Call, in *sdk.UpdateQueueOutboundCallerConfigInput) (
	*sdk.UpdateQueueOutboundCallerConfigOutput, error,
) {
	p := c.place(in.InstanceId)
	caller := value(in.OutboundCallerConfig)
	_, err := h.do(c, p, acd.UpdateQueueOutboundCallerConfig{
		QueueID:        idAt[acd.QueueID](p, acd.KindQueue, in.QueueId),
		CallerIDName:   value(caller.OutboundCallerIdName),
		CallerIDNumber: string(p.numberID(caller.OutboundCallerIdNumberId)),
		FlowID:         idAt[acd.FlowID](p, acd.KindFlow, caller.OutboundFlowId),
	})
	return nil, err
}

func (h *handlers) updateQueueOutboundEmail(c *Call, in *sdk.UpdateQueueOutboundEmailConfigInput) (
	*sdk.UpdateQueueOutboundEmailConfigOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.UpdateQueueOutboundEmailConfig{
		QueueID:        idAt[acd.QueueID](p, acd.KindQueue, in.QueueId),
		EmailAddressID: idAt[string](p, acd.KindEmailAddress, value(in.OutboundEmailConfig).OutboundEmailAddressId),
	})
	return nil, err
}

func (h *handlers) deleteQueue(c *Call, in *sdk.DeleteQueueInput) (*sdk.DeleteQueueOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DeleteQueue{QueueID: idAt[acd.QueueID](p, acd.KindQueue, in.QueueId)})
	return nil, err
}
