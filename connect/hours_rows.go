package connect

// hoursRows are about hours of operation and their overrides.
func (h *handlers) hoursRows() []row {
	return []row{
		operation("CreateHoursOfOperation", h.createHours),
		operation("DescribeHoursOfOperation", h.describeHours),
		operation("ListHoursOfOperations", h.listHours),
		operation("SearchHoursOfOperations", h.searchHours),
		operation("UpdateHoursOfOperation", h.updateHours),
		operation("DeleteHoursOfOperation", h.deleteHours),
		operation("GetEffectiveHoursOfOperations", h.getEffectiveHours),
		operation("CreateHoursOfOperationOverride", h.createHoursOverride),
		operation("DescribeHoursOfOperationOverride", h.describeHoursOverride),
		operation("ListHoursOfOperationOverrides", h.listHoursOverrides),
		operation("SearchHoursOfOperationOverrides", h.searchHoursOverrides),
		operation("UpdateHoursOfOperationOverride", h.updateHoursOverride),
		operation("DeleteHoursOfOperationOverride", h.deleteHoursOverride),
	}
}
