package instance

import "patchcord/acd"

// putStatus sets the status of an agent, if it is one that can be chosen still (A0205).
func (i *Instance) putStatus(cmd acd.PutUserStatus) error {
	if s, ok := i.directory.AgentStatus(cmd.StatusID); ok && !s.Enabled {
		return acd.Errorf(acd.Invalid, "the agent status %s is disabled; enable it, or give one that is enabled", s.Name)
	}
	return i.router.Do(cmd, nil)
}
