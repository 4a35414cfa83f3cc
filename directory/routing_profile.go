package directory

import (
	"slices"

	"patchcord/acd"
)

// The bounds of an entry of a routing profile (AG:routing-profiles).
const (
	priorityMin, priorityMax = 1, 99
	delaySecondsMax          = 9999
)

func routingProfileKey(p *acd.RoutingProfile) (id, name string) { return string(p.ID), p.Name }

// RoutingProfile returns the routing profile with an id.
func (d *Directory) RoutingProfile(id acd.RoutingProfileID) (acd.RoutingProfile, bool) {
	p, ok := d.routingProfiles.byID[string(id)]
	return p, ok
}

// RoutingProfiles returns all routing profiles by name, then id.
func (d *Directory) RoutingProfiles() []acd.RoutingProfile { return d.routingProfiles.list() }

func (d *Directory) createRoutingProfile(cmd acd.CreateRoutingProfile, q acd.Quotas, c Chronicle) (string, error) {
	profile := withDefaults(cmd.Profile)
	err := firstOf(
		checkConcurrency(profile.Concurrency),
		checkTimer(profile.AvailabilityTimer),
		checkTags(cmd.Tags),
		d.queues.known(string(profile.DefaultOutboundQueueID)),
		d.checkEntries(profile.Queues, profile.ManualQueues),
		d.routingProfiles.free(profile.Name),
		d.routingProfiles.room(q.RoutingProfilesPerInstance),
		roomForEntries(&profile, q.QueuesPerProfile),
	)
	if err != nil {
		return "", err
	}
	return create(c, acd.KindRoutingProfile, cmd.Tags, func(id string) acd.Body {
		profile.ID, profile.LastModifiedAt = acd.RoutingProfileID(id), c.Now()
		profile.IsDefault = false
		return acd.RoutingProfileCreated{Profile: profile}
	}), nil
}

// withDefaults returns a profile in which what was left out is said: the timer (A0018) and the behaviour of each
// channel (A0030).
func withDefaults(p acd.RoutingProfile) acd.RoutingProfile {
	if p.AvailabilityTimer == "" {
		p.AvailabilityTimer = acd.SinceLastActivity
	}
	p.Concurrency = slices.Clone(p.Concurrency)
	for i := range p.Concurrency {
		if p.Concurrency[i].CrossChannel == "" {
			p.Concurrency[i].CrossChannel = acd.RouteCurrentChannelOnly
		}
	}
	return p
}

// checkConcurrency checks that each channel is named once, voice with 1 and the others with 1 to 10 contacts
// (AG:routing-profiles).
func checkConcurrency(list []acd.Concurrency) error {
	for i, m := range list {
		if err := checkChannel(m.Channel); err != nil {
			return err
		}
		if slices.ContainsFunc(list[:i], func(o acd.Concurrency) bool { return o.Channel == m.Channel }) {
			return acd.Errorf(acd.Invalid, "MediaConcurrencies names %s twice; give each channel once", m.Channel)
		}
		if most := m.Channel.MaxConcurrency(); m.Max < 1 || int(m.Max) > most {
			return acd.Errorf(acd.Invalid, "MediaConcurrencies gives %s a Concurrency of %d; give %s", m.Channel, m.Max,
				span(1, most))
		}
		if m.CrossChannel != acd.RouteCurrentChannelOnly && m.CrossChannel != acd.RouteAnyChannel {
			return acd.Errorf(acd.Invalid, "MediaConcurrencies gives %s the BehaviorType %q; give "+
				"ROUTE_CURRENT_CHANNEL_ONLY or ROUTE_ANY_CHANNEL", m.Channel, m.CrossChannel)
		}
	}
	return nil
}

// checkEntries checks the entries of a profile. One whose channel is not in the profile's concurrency is allowed and
// idle (AG:routing-profiles); the same queue and channel may be routed and assigned by hand, but each only once
// (A0046).
func (d *Directory) checkEntries(routed []acd.ProfileQueue, manual []acd.QueueChannel) error {
	pairs := make([]acd.QueueChannel, 0, len(routed))
	for _, e := range routed {
		if e.Priority < priorityMin || e.Priority > priorityMax {
			return acd.Errorf(acd.Invalid, "the entry for queue %q and %s has Priority %d; give 1 to %d", e.QueueID,
				e.Channel, e.Priority, priorityMax)
		}
		if e.Delay < 0 || e.Delay > delaySecondsMax {
			return acd.Errorf(acd.Invalid, "the entry for queue %q and %s has Delay %d; give 0 to %d seconds", e.QueueID,
				e.Channel, e.Delay, delaySecondsMax)
		}
		pairs = append(pairs, e.QueueChannel)
	}
	for _, m := range manual {
		if m.Channel == acd.Voice {
			return acd.Errorf(acd.Invalid, "ManualAssignmentQueueConfigs names queue %q with VOICE; give CHAT, TASK or EMAIL",
				m.QueueID)
		}
	}
	return firstOf(d.checkPairs("QueueConfigs", pairs), d.checkPairs("ManualAssignmentQueueConfigs", manual))
}

// checkPairs checks that each queue and channel of a list exist and stand there once.
func (d *Directory) checkPairs(list string, pairs []acd.QueueChannel) error {
	for i, p := range pairs {
		if err := firstOf(checkChannel(p.Channel), d.queues.known(string(p.QueueID))); err != nil {
			return err
		}
		if slices.Contains(pairs[:i], p) {
			return acd.Errorf(acd.Invalid, "%s would name queue %q with %s twice; a profile lists each queue and channel "+
				"once", list, p.QueueID, p.Channel)
		}
	}
	return nil
}

// roomForEntries says why a profile has too many entries; those for manual assignment are counted by themselves.
func roomForEntries(p *acd.RoutingProfile, quota int) error {
	if n := max(len(p.Queues), len(p.ManualQueues)); quota > 0 && n > quota {
		return acd.Errorf(acd.Limit, "the routing profile would list %d queues with their channels of at most %d; "+
			"raise the quota", n, quota)
	}
	return nil
}

func checkTimer(t acd.AvailabilityTimer) error {
	if t != acd.SinceLastActivity && t != acd.SinceLastInbound {
		return acd.Errorf(acd.Invalid, "AgentAvailabilityTimer is %q; give TIME_SINCE_LAST_ACTIVITY or "+
			"TIME_SINCE_LAST_INBOUND", t)
	}
	return nil
}
