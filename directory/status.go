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

// The status of users who get no contacts because nobody follows what comes to them (A0172).
const (
	unreachable      = "Unreachable"
	unreachableAbout = "Nobody reads the events of this agent, so no contacts come to him. He goes back to the status " +
		"that he was in when somebody does."
)

// Unreachable returns the status of the silent, and makes it where there is none.
func (d *Directory) Unreachable(c Chronicle) acd.AgentStatusID {
	for _, s := range d.statuses.list() {
		if s.Name == unreachable && s.Type != acd.Routable {
			return s.ID
		}
	}
	return acd.AgentStatusID(create(c, acd.KindAgentStatus, nil, func(id string) acd.Body {
		return acd.AgentStatusCreated{Status: acd.AgentStatus{ID: acd.AgentStatusID(id), Name: unreachable,
			Description: unreachableAbout, Type: acd.Offline, Enabled: true, LastModifiedAt: c.Now()}}
	}))
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
