package workspace

import (
	"reflect"
	"slices"

	"patchcord/acd"
	"patchcord/instance"
)

// cast is what the streams of an instance remember of its agents: how each was last, so that a change can be told, and
// their settings, shared by all snapshots between two changes.
type cast struct {
	last     map[acd.UserID]*agentShown
	settings map[acd.UserID]*settings
	names    *names // nil: to be read again
}

// settings are those of a user at a time. They never change; when one does, there are new settings.
type settings struct {
	user    acd.User
	profile acd.RoutingProfile
	names   *names
}

// names are what the things of an instance are called at a time.
type names struct {
	queues   map[acd.QueueID]string
	statuses map[acd.AgentStatusID]acd.AgentStatus
	groups   map[acd.HierarchyGroupID]string
}

// snapshot is an agent at a time.
type snapshot struct {
	agent    acd.Agent
	settings *settings
}

// enter takes note of an agent who is there already.
func (c *cast) enter(self acd.Account, a acd.Agent, i *instance.Instance) {
	c.remember(&agentShown{account: self, instance: i.ID(), user: a.UserID, number: i.Number(), at: i.Now(),
		current: &snapshot{a, c.settingsOf(a.UserID, i)}})
}

// remember takes note of how an agent was last.
func (c *cast) remember(shown *agentShown) {
	if c.last == nil {
		c.last = map[acd.UserID]*agentShown{}
	}
	c.last[shown.user] = shown
}

// settingsOf returns the settings of a user as they are now.
func (c *cast) settingsOf(id acd.UserID, i *instance.Instance) *settings {
	if s, ok := c.settings[id]; ok {
		return s
	}
	if c.names == nil {
		c.names = namesIn(i)
	}
	if c.settings == nil {
		c.settings = map[acd.UserID]*settings{}
	}
	user, _ := i.Directory().User(id)
	profile, _ := i.Directory().RoutingProfile(user.RoutingProfileID)
	s := &settings{user, profile, c.names}
	c.settings[id] = s
	return s
}

func namesIn(i *instance.Instance) *names {
	n := &names{queues: map[acd.QueueID]string{}, statuses: map[acd.AgentStatusID]acd.AgentStatus{},
		groups: map[acd.HierarchyGroupID]string{}}
	for _, q := range i.Directory().Queues() {
		n.queues[q.ID] = q.Name
	}
	for _, s := range i.Directory().AgentStatuses() {
		n.statuses[s.ID] = s
	}
	for _, g := range i.Directory().HierarchyGroups() {
		n.groups[g.ID] = g.Name
	}
	return n
}

// forget drops what an event has made stale and returns the agents about whom it may have changed something to see.
func (c *cast) forget(e acd.Event) []acd.UserID {
	switch b := e.Body.(type) {
	case acd.UserChanged:
		delete(c.settings, b.User.ID)
		return []acd.UserID{b.User.ID}
	case acd.RoutingProfileChanged:
		return c.forgetAll(func(s *settings) bool { return s.profile.ID == b.Profile.ID })
	case acd.QueueChanged, acd.QueueCreated, acd.QueueDeleted, acd.AgentStatusCreated, acd.AgentStatusUpdated,
		acd.HierarchyGroupCreated, acd.HierarchyGroupChanged:
		c.names = nil
		return c.forgetAll(func(*settings) bool { return true })
	}
	return nil
}

// forgetAll drops settings and returns whose they were, in a fixed order.
func (c *cast) forgetAll(stale func(*settings) bool) []acd.UserID {
	var ids []acd.UserID
	for id, s := range c.settings { // order does not show: sorted below
		if stale(s) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	for _, id := range ids {
		delete(c.settings, id)
	}
	return ids
}

// sameAs says whether two snapshots show the same.
func (s *snapshot) sameAs(other *snapshot) bool {
	a, b := s.agent, other.agent
	return a.StatusID == b.StatusID && a.StatusSince == b.StatusSince && a.NextStatus == b.NextStatus &&
		a.NextSince == b.NextSince && slices.Equal(a.Hands, b.Hands) && s.settings.showsAs(other.settings)
}

func (s *settings) showsAs(other *settings) bool {
	return s == other || s.autoAccepts() == other.autoAccepts() &&
		reflect.DeepEqual(configurationOf(acd.Account{}, "", s, nil), configurationOf(acd.Account{}, "", other, nil))
}

// autoAccepts tells for which channels offers are accepted at once: it does not show, but a change of it is told
// (AG:agent-event-stream-model).
func (s *settings) autoAccepts() (on [4]bool) {
	for i, channel := range acd.Channels() {
		on[i] = s.user.AutoAccepts(channel)
	}
	return on
}

// status returns the agent's status.
func (s *snapshot) status() acd.AgentStatus { return s.settings.names.statuses[s.agent.StatusID] }

// isOn says whether the agent is at work: his status is not an offline one (A0080).
func (s *snapshot) isOn() bool { return s != nil && s.status().Type != acd.Offline }
