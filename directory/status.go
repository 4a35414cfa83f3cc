package directory

import "patchcord/acd"

// displayOrderMax is the last place in the order in which statuses are shown.
const displayOrderMax = 50

func statusKey(s *acd.AgentStatus) (id, name string) { return string(s.ID), s.Name }

// AgentStatus returns the agent status with an id.
func (d *Directory) AgentStatus(id acd.AgentStatusID) (acd.AgentStatus, bool) {
	s, ok := d.statuses.byID[string(id)]
	return s, ok
}

// AgentStatuses returns all agent statuses by name, then id.
func (d *Directory) AgentStatuses() []acd.AgentStatus { return d.statuses.list() }

// createStatus adds a status. One that is added is always a custom one (AG:agent-custom).
func (d *Directory) createStatus(cmd acd.CreateAgentStatus, q acd.Quotas, c Chronicle) (string, error) {
	status := cmd.Status
	if status.Type == "" {
		status.Type = acd.Custom
	}
	err := firstOf(
		checkStatus(&status),
		checkTags(cmd.Tags),
		d.statuses.free(status.Name),
		d.statuses.room(q.AgentStatusesPerInstance),
	)
	if err != nil {
		return "", err
	}
	return create(c, acd.KindAgentStatus, cmd.Tags, func(id string) acd.Body {
		status.ID, status.LastModifiedAt = acd.AgentStatusID(id), c.Now()
		return acd.AgentStatusCreated{Status: status}
	}), nil
}

func checkStatus(s *acd.AgentStatus) error {
	if s.Type != acd.Custom {
		return acd.Errorf(acd.Invalid, "the status type is %q; only CUSTOM statuses can be created", s.Type)
	}
	if s.DisplayOrder < 0 || s.DisplayOrder > displayOrderMax {
		return acd.Errorf(acd.Invalid, "DisplayOrder is %d; give 1 to %d, or leave it out", s.DisplayOrder, displayOrderMax)
	}
	return nil
}
