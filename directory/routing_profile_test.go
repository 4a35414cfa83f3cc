package directory

import (
	"fmt"
	"testing"

	"patchcord/acd"
)

// entry returns a routed entry of a profile, first in order and without delay.
func entry(queue acd.QueueID, channel acd.Channel) acd.ProfileQueue {
	return acd.ProfileQueue{QueueChannel: acd.QueueChannel{QueueID: queue, Channel: channel}, Priority: 1}
}

func TestCreateRoutingProfile(t *testing.T) {
	s := fresh(t)
	queue := s.basicQueue()
	profile := acd.RoutingProfile{Name: "Sellers", DefaultOutboundQueueID: queue, IsDefault: true,
		AvailabilityTimer: acd.SinceLastInbound,
		Concurrency: []acd.Concurrency{{Channel: acd.Voice, Max: 1, CrossChannel: acd.RouteAnyChannel},
			{Channel: acd.Chat, Max: 10}},
		Queues:       []acd.ProfileQueue{entry(queue, acd.Voice), entry(queue, acd.Email)},
		ManualQueues: []acd.QueueChannel{{QueueID: queue, Channel: acd.Email}}}
	id := acd.RoutingProfileID(s.must(acd.CreateRoutingProfile{Profile: profile, Tags: map[string]string{"a": "b"}}))
	got, _ := s.RoutingProfile(id)
	profile.ID, profile.LastModifiedAt, profile.IsDefault = id, s.at, false
	s.equal("the command's own list", profile.Concurrency[1].CrossChannel, acd.CrossChannelBehavior(""))
	profile.Concurrency[1].CrossChannel = acd.RouteCurrentChannelOnly
	s.equal("profile", got, profile)
	s.equal("tags", s.Tags(acd.KindRoutingProfile, string(id)), map[string]string{"a": "b"})
}

func TestCreateRoutingProfile_WithoutQueuesIsForOutboundOnly(t *testing.T) {
	s := fresh(t)
	id := s.must(acd.CreateRoutingProfile{Profile: acd.RoutingProfile{Name: "Dialers",
		DefaultOutboundQueueID: s.basicQueue(), Concurrency: []acd.Concurrency{{Channel: acd.Voice, Max: 1}}}})
	got, _ := s.RoutingProfile(acd.RoutingProfileID(id))
	s.equal("timer", got.AvailabilityTimer, acd.SinceLastActivity)
	s.equal("queues", len(got.Queues), 0)
}

func TestCreateRoutingProfile_Refused(t *testing.T) {
	s := fresh(t)
	queue := s.basicQueue()
	late, low := entry(queue, acd.Voice), entry(queue, acd.Voice)
	late.Delay, low.Priority = 10_000, 0
	for _, c := range []struct {
		about string
		spoil func(*acd.RoutingProfile)
		code  acd.Code
		part  string
	}{
		{"no name", func(p *acd.RoutingProfile) { p.Name = "" }, acd.Invalid, "has no name"},
		{"name taken", func(p *acd.RoutingProfile) { p.Name = "basic ROUTING profile" }, acd.Duplicate, "is taken"},
		{"no outbound queue", func(p *acd.RoutingProfile) { p.DefaultOutboundQueueID = "" }, acd.NotFound, "no queue has"},
		{"timer", func(p *acd.RoutingProfile) { p.AvailabilityTimer = "SOON" }, acd.Invalid, "AgentAvailabilityTimer"},
		{"voice above 1", func(p *acd.RoutingProfile) { p.Concurrency[0].Max = 2 }, acd.Invalid, "give exactly 1"},
		{"voice at 0", func(p *acd.RoutingProfile) { p.Concurrency[0].Max = 0 }, acd.Invalid, "give exactly 1"},
		{"chat above 10", func(p *acd.RoutingProfile) { p.Concurrency[1].Max = 11 }, acd.Invalid, "give 1 to 10"},
		{"chat at 0", func(p *acd.RoutingProfile) { p.Concurrency[1].Max = 0 }, acd.Invalid, "give 1 to 10"},
		{"channel twice", func(p *acd.RoutingProfile) { p.Concurrency[1].Channel, p.Concurrency[1].Max = acd.Voice, 1 },
			acd.Invalid, "names VOICE twice"},
		{"channel", func(p *acd.RoutingProfile) { p.Concurrency[1].Channel = "FAX" }, acd.Invalid, `"FAX" is none`},
		{"behaviour", func(p *acd.RoutingProfile) { p.Concurrency[1].CrossChannel = "ANY" }, acd.Invalid, "BehaviorType"},
		{"priority", func(p *acd.RoutingProfile) { p.Queues = []acd.ProfileQueue{low} }, acd.Invalid, "Priority 0"},
		{"delay", func(p *acd.RoutingProfile) { p.Queues = []acd.ProfileQueue{late} }, acd.Invalid, "Delay 10000"},
		{"unknown queue", func(p *acd.RoutingProfile) { p.Queues[0].QueueID = "none" }, acd.NotFound, "no queue has"},
		{"entry's channel", func(p *acd.RoutingProfile) { p.Queues[0].Channel = "FAX" }, acd.Invalid, `"FAX" is none`},
		{"pair twice", func(p *acd.RoutingProfile) { p.Queues = append(p.Queues, p.Queues[0]) }, acd.Invalid,
			"QueueConfigs would name"},
		{"queue by hand", func(p *acd.RoutingProfile) { p.ManualQueues[0].QueueID = "none" }, acd.NotFound, "no queue"},
		{"voice by hand", func(p *acd.RoutingProfile) { p.ManualQueues[0].Channel = acd.Voice }, acd.Invalid,
			"give CHAT, TASK or EMAIL"},
		{"manual pair twice", func(p *acd.RoutingProfile) { p.ManualQueues = append(p.ManualQueues, p.ManualQueues[0]) },
			acd.Invalid, "ManualAssignmentQueueConfigs would name"},
	} {
		profile := acd.RoutingProfile{Name: "Sellers", DefaultOutboundQueueID: queue,
			Concurrency:  []acd.Concurrency{{Channel: acd.Voice, Max: 1}, {Channel: acd.Chat, Max: 2}},
			Queues:       []acd.ProfileQueue{entry(queue, acd.Voice)},
			ManualQueues: []acd.QueueChannel{{QueueID: queue, Channel: acd.Chat}}}
		c.spoil(&profile)
		t.Log(c.about)
		s.refused(acd.CreateRoutingProfile{Profile: profile}, c.code, c.part)
	}
}

func TestAssociateRoutingProfileQueues(t *testing.T) {
	s := fresh(t)
	before, sales := s.basicProfile(), s.queue("Sales")
	s.must(acd.AssociateRoutingProfileQueues{ProfileID: before.ID, Queues: []acd.ProfileQueue{entry(sales, acd.Voice)},
		Manual: []acd.QueueChannel{{QueueID: sales, Channel: acd.Task}}})
	after := s.basicProfile()
	s.equal("entries", after.Queues, append(before.Queues, entry(sales, acd.Voice)))
	s.equal("by hand", after.ManualQueues, []acd.QueueChannel{{QueueID: sales, Channel: acd.Task}})
	s.equal("modified", after.LastModifiedAt, s.at)

	for _, c := range []struct {
		cmd  acd.AssociateRoutingProfileQueues
		code acd.Code
		part string
	}{
		{acd.AssociateRoutingProfileQueues{ProfileID: "none"}, acd.NotFound, "no routing profile has"},
		{acd.AssociateRoutingProfileQueues{ProfileID: before.ID}, acd.Improper, "nothing to associate"},
		{acd.AssociateRoutingProfileQueues{ProfileID: before.ID, Queues: []acd.ProfileQueue{entry(sales, acd.Voice)}},
			acd.Invalid, "twice"},
		{acd.AssociateRoutingProfileQueues{ProfileID: before.ID, Queues: []acd.ProfileQueue{entry("none", acd.Voice)}},
			acd.NotFound, "no queue has"},
		{acd.AssociateRoutingProfileQueues{ProfileID: before.ID, Manual: after.ManualQueues}, acd.Invalid, "twice"},
	} {
		s.refused(c.cmd, c.code, c.part)
	}
}

func TestRoutingProfile_FiftyEntriesAtMost(t *testing.T) {
	s := fresh(t)
	id := acd.RoutingProfileID(s.must(acd.CreateRoutingProfile{Profile: acd.RoutingProfile{Name: "Sellers",
		DefaultOutboundQueueID: s.basicQueue()}}))
	for i := range 50 {
		queue := s.queue(fmt.Sprintf("Queue %02d", i))
		s.must(acd.AssociateRoutingProfileQueues{ProfileID: id, Queues: []acd.ProfileQueue{entry(queue, acd.Task)},
			Manual: []acd.QueueChannel{{QueueID: queue, Channel: acd.Task}}})
	}
	one := entry(s.basicQueue(), acd.Task)
	s.refused(acd.AssociateRoutingProfileQueues{ProfileID: id, Queues: []acd.ProfileQueue{one}}, acd.Limit,
		"51 queues with their channels of at most 50")
	s.refused(acd.AssociateRoutingProfileQueues{ProfileID: id, Manual: []acd.QueueChannel{one.QueueChannel}}, acd.Limit,
		"of at most 50")
	s.quotas.RoutingProfilesPerInstance = 2
	s.refused(acd.CreateRoutingProfile{Profile: acd.RoutingProfile{Name: "Others", DefaultOutboundQueueID: one.QueueID}},
		acd.Limit, "2 of at most 2")
}
