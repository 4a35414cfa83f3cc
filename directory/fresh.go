package directory

import "patchcord/acd"

// createInstance makes an instance and all that a new one of Amazon's holds, so that the first call can be routed
// before anything is set (A0050).
func (d *Directory) createInstance(cmd acd.CreateInstance, c Chronicle) (string, error) {
	if d.instance.ID != "" {
		return "", acd.Errorf(acd.Conflict, "the instance %s exists already; create another", d.instance.ID)
	}
	if err := checkTags(cmd.Tags); err != nil {
		return "", err
	}
	instance := cmd.Instance
	if instance.ID == "" {
		instance.ID = acd.InstanceID(instance.Seed.UUID(0, 0)) // events are numbered from 1, so nothing else gets this id
	}
	instance.CreatedAt = c.Now()
	c.Emit(acd.InstanceCreated{Instance: instance})
	if len(cmd.Tags) > 0 {
		c.Emit(acd.TagsChanged{Tags: cmd.Tags})
	}
	d.furnish(c)
	return string(instance.ID), nil
}

// furnish emits what a new instance holds.
func (d *Directory) furnish(c Chronicle) {
	hours := acd.HoursOfOperation{ID: acd.HoursID(c.NewID(0)), Name: "Basic Hours", Description: "Always open hours",
		TimeZone: "America/New_York", LastModifiedAt: c.Now()}
	for _, day := range weekdays() { // from 0:00 to 0:00 is the whole day
		hours.Config = append(hours.Config, acd.HoursConfig{Day: day})
	}
	c.Emit(acd.HoursOfOperationCreated{Hours: hours})

	queue := acd.Queue{ID: acd.QueueID(c.NewID(0)), Name: "BasicQueue", Description: "A simple, basic voice queue.",
		HoursID: hours.ID, Status: acd.QueueEnabled, LastModifiedAt: c.Now()}
	c.Emit(acd.QueueCreated{Queue: queue})

	c.Emit(acd.RoutingProfileCreated{Profile: basicProfile(queue.ID, c)})
	for _, p := range defaultSecurityProfiles() {
		p.ID, p.LastModifiedAt = acd.SecurityProfileID(c.NewID(0)), c.Now()
		c.Emit(acd.SecurityProfileCreated{Profile: p})
	}
	for i, s := range []acd.AgentStatus{{Name: "Available", Type: acd.Routable}, {Name: "Offline", Type: acd.Offline}} {
		s.ID, s.LastModifiedAt = acd.AgentStatusID(c.NewID(0)), c.Now()
		s.DisplayOrder, s.Enabled = int32(i+1), true
		c.Emit(acd.AgentStatusCreated{Status: s})
	}
	for _, a := range systemAttributes() {
		a.LastModifiedAt = c.Now()
		c.Emit(acd.PredefinedAttributeCreated{Attribute: a})
	}
	d.furnishFlows(c)
}

func basicProfile(queue acd.QueueID, c Chronicle) acd.RoutingProfile {
	profile := acd.RoutingProfile{ID: acd.RoutingProfileID(c.NewID(0)), Name: "Basic Routing Profile",
		Description: "A simple routing profile.", DefaultOutboundQueueID: queue, IsDefault: true,
		AvailabilityTimer: acd.SinceLastActivity, LastModifiedAt: c.Now()}
	for _, m := range []acd.Concurrency{{Channel: acd.Voice, Max: 1}, {Channel: acd.Chat, Max: 2},
		{Channel: acd.Task, Max: 1}} {
		m.CrossChannel = acd.RouteCurrentChannelOnly
		profile.Concurrency = append(profile.Concurrency, m)
		profile.Queues = append(profile.Queues, acd.ProfileQueue{
			QueueChannel: acd.QueueChannel{QueueID: queue, Channel: m.Channel}, Priority: 1})
	}
	return profile
}

// defaultSecurityProfiles returns the roles that a new instance knows (AG:default-security-profiles).
func defaultSecurityProfiles() []acd.SecurityProfile {
	return []acd.SecurityProfile{
		{Name: "Admin", Description: "Grants administrators permission to perform a majority of actions."},
		{Name: "Agent", Description: "Grants agents permission to access the CCP."},
		{Name: "CallCenterManager", Description: "Grants managers permission to perform actions related to user " +
			"management, metrics, and routing."},
		{Name: "QualityAnalyst", Description: "Grants analysts permission to perform actions related to metrics."},
	}
}
