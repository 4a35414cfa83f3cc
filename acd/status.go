package acd

// UpdateAgentStatus changes what is given of an agent status; a nil member stays as it is.
type UpdateAgentStatus struct {
	ID                AgentStatusID
	Name, Description *string
	Enabled           *bool
	DisplayOrder      *int32
	ResetOrder        bool // it has no place in the order any more, unless it is given one
}

// AgentStatusUpdated replaces the settings of an agent status.
type AgentStatusUpdated struct{ Status AgentStatus }

func (UpdateAgentStatus) command() {}

// Nature says that it is a fact.
func (AgentStatusUpdated) Nature() Nature { return Fact }
