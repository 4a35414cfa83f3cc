package connect

// queueSettingRows change, search and delete queues.
func (h *handlers) queueSettingRows() []row {
	return []row{
		operation("SearchQueues", h.searchQueues),
	}
}

// profileSettingRows change, search and delete routing profiles.
func (h *handlers) profileSettingRows() []row {
	return []row{
		operation("SearchRoutingProfiles", h.searchRoutingProfiles),
	}
}
