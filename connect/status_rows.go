package connect

// statusRows are about the statuses of agents.
func (h *handlers) statusRows() []row {
	return []row{
		operation("CreateAgentStatus", h.createAgentStatus),
		operation("DescribeAgentStatus", h.describeAgentStatus),
		operation("ListAgentStatuses", h.listAgentStatuses),
		operation("SearchAgentStatuses", h.searchAgentStatuses),
		operation("UpdateAgentStatus", h.updateAgentStatus),
		operation("PutUserStatus", h.putUserStatus),
	}
}
