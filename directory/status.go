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
	if status.Type != acd.Custom {
		return "", acd.Errorf(acd.Invalid, "the status type is %q; only CUSTOM statuses can be created", status.Type)
	}
	err := firstOf(
		checkDisplayOrder(status.DisplayOrder),
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

// updateStatus changes a status. It cannot be deleted, but a custom one can be disabled (AG:agent-custom; A0205).
func (d *Directory) updateStatus(cmd acd.UpdateAgentStatus, c Chronicle) error {
	status, err := d.statuses.find(string(cmd.ID))
	if err != nil {
		return err
	}
	was := status.Name
	replace(&status.Name, cmd.Name)
	replace(&status.Description, cmd.Description)
	replace(&status.Enabled, cmd.Enabled)
	if cmd.ResetOrder {
		status.DisplayOrder = 0
	}
	replace(&status.DisplayOrder, cmd.DisplayOrder)
	if !status.Enabled && status.Type != acd.Custom {
		return acd.Errorf(acd.Improper, "%s is a status of the type %s, which every instance needs; only CUSTOM statuses "+
			"can be disabled", was, status.Type)
	}
	if err := firstOf(checkDisplayOrder(status.DisplayOrder), d.statuses.rename(was, status.Name)); err != nil {
		return err
	}
	status.LastModifiedAt = c.Now()
	c.Emit(acd.AgentStatusUpdated{Status: status})
	return nil
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

func checkDisplayOrder(place int32) error {
	if place < 0 || place > displayOrderMax {
		return acd.Errorf(acd.Invalid, "DisplayOrder is %d; give 1 to %d, or leave it out", place, displayOrderMax)
	}
	return nil
}
