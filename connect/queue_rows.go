package connect

// queueSettingRows change, search and delete queues.
func (h *handlers) queueSettingRows() []row {
	return []row{
		operation("SearchQueues", h.searchQueues),
		operation("UpdateQueueName", h.updateQueueName),
		operation("UpdateQueueStatus", h.updateQueueStatus),
		operation("UpdateQueueMaxContacts", h.updateQueueMaxContacts),
		operation("UpdateQueueHoursOfOperation", h.updateQueueHours),
		operation("UpdateQueueOutboundCallerConfig", h.updateQueueOutboundCaller),
		operation("UpdateQueueOutboundEmailConfig", h.updateQueueOutboundEmail),
		operation("DeleteQueue", h.deleteQueue),
	}
}

// profileSettingRows change, search and delete routing profiles.
func (h *handlers) profileSettingRows() []row {
	return []row{
		operation("SearchRoutingProfiles", h.searchRoutingProfiles),
		operation("ListRoutingProfileManualAssignmentQueues", h.listRoutingProfileManualQueues),
		operation("UpdateRoutingProfileName", h.updateRoutingProfileName),
		operation("UpdateRoutingProfileConcurrency", h.updateRoutingProfileConcurrency),
		operation("UpdateRoutingProfileQueues", h.updateRoutingProfileQueues),
		operation("UpdateRoutingProfileAgentAvailabilityTimer", h.updateRoutingProfileTimer),
		operation("UpdateRoutingProfileDefaultOutboundQueue", h.updateRoutingProfileDefaultOutboundQueue),
		operation("DisassociateRoutingProfileQueues", h.disassociateRoutingProfileQueues),
		operation("DeleteRoutingProfile", h.deleteRoutingProfile),
	}
}
