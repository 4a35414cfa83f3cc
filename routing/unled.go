package routing

import (
	"maps"
	"slices"

	"patchcord/acd"
)

// EndWork ends the after-contact work on a contact that has ended, if there is any.
func (r *Router) EndWork(id acd.ContactID) {
	if c, ok := r.contacts[id]; ok && c.Agent != nil {
		r.endWork(c, acd.WorkCompleted)
	}
}

// replayTaken gives an agent a contact that has not rung at him.
func (r *Router) replayTaken(c *contact, e acd.Event, b acd.ContactTaken) {
	a := r.users[b.UserID]
	c.State = acd.ConnectedTo
	c.Agent = &acd.AgentInfo{UserID: b.UserID, AcceptedAt: e.At, ConnectedAt: e.At,
		HierarchyGroup: a.user.HierarchyGroupID, HierarchyPath: a.user.HierarchyPath}
	if c.Monitors != nil {
		c.Agent.RoutingProfileID = a.user.RoutingProfileID
		c.Agent = withMode(c.Agent, acd.SilentMonitor, e.At)
	}
	a.Hands = append(slices.Clone(a.Hands), acd.AgentContact{
		ContactID: c.ID, Channel: c.Channel, State: acd.HandConnected, Since: e.At, ConnectedAt: e.At,
		Outbound: c.InitiationMethod.IsOutbound(), InitialID: c.InitialID, Method: c.InitiationMethod,
	})
	r.reckon(a)
	a.workedOn(e, c.InitiationMethod)
}

// replaySent notes to whom and from where a draft has gone.
func replaySent(c *contact, e acd.Event, b acd.EmailSent) {
	c.CustomerEndpoint, c.SystemEndpoint, c.AdditionalRecipients = b.Customer, b.System, b.Recipients
	c.ConnectedToSystemAt = e.At
	if b.Subject == "" {
		return
	}
	attributes := maps.Clone(c.SegmentAttributes)
	if attributes == nil {
		attributes = map[string]acd.SegmentAttribute{}
	}
	attributes[acd.SubjectAttribute] = acd.SegmentAttribute{String: &b.Subject}
	c.SegmentAttributes = attributes
}
