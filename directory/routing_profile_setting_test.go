package directory

import (
	"fmt"
	"testing"

	"patchcord/acd"
)

// pairs returns entries for chats and tasks of queues.
func pairs(queues ...acd.QueueID) (list []acd.ProfileQueue) {
	for _, q := range queues {
		list = append(list, entry(q, acd.Chat), entry(q, acd.Task))
	}
	return list
}

func TestUpdateRoutingProfile(t *testing.T) {
	s := fresh(t)
	sales, basic := s.queue("Sales"), s.basicQueue()
	id := acd.RoutingProfileID(s.must(acd.CreateRoutingProfile{Profile: acd.RoutingProfile{Name: "Sellers",
		DefaultOutboundQueueID: basic, Concurrency: []acd.Concurrency{{Channel: acd.Chat, Max: 2}},
		Queues: pairs(sales, basic), ManualQueues: []acd.QueueChannel{{QueueID: sales, Channel: acd.Email}}}}))
	want, _ := s.RoutingProfile(id)
	becomes := func(cmd acd.Command, change func()) {
		t.Helper()
		s.at = s.at.Add(acd.Second)
		before, shown := s.Snapshot(), fmt.Sprint(s.Snapshot())
		s.must(cmd)
		change()
		want.LastModifiedAt = s.at
		got, _ := s.RoutingProfile(id)
		s.equal("profile", got, want)
		s.equal("what was read before", fmt.Sprint(before), shown)
	}
	becomes(acd.UpdateRoutingProfileName{ProfileID: id, Name: new("SELLERS"), Description: new("d")}, func() {
		want.Name, want.Description = "SELLERS", "d"
	})
	becomes(acd.UpdateRoutingProfileDefaultOutboundQueue{ProfileID: id, QueueID: sales}, func() {
		want.DefaultOutboundQueueID = sales
	})
	becomes(acd.UpdateRoutingProfileAgentAvailabilityTimer{ProfileID: id, Timer: acd.SinceLastInbound}, func() {
		want.AvailabilityTimer = acd.SinceLastInbound
	})
	becomes(acd.UpdateRoutingProfileConcurrency{ProfileID: id, Concurrency: []acd.Concurrency{
		{Channel: acd.Task, Max: 3}, {Channel: acd.Voice, Max: 1, CrossChannel: acd.RouteAnyChannel}}}, func() {
		want.Concurrency = []acd.Concurrency{{Channel: acd.Task, Max: 3, CrossChannel: acd.RouteCurrentChannelOnly},
			{Channel: acd.Voice, Max: 1, CrossChannel: acd.RouteAnyChannel}}
	})
	next := acd.ProfileQueue{QueueChannel: acd.QueueChannel{QueueID: basic, Channel: acd.Chat}, Priority: 9, Delay: 60}
	becomes(acd.UpdateRoutingProfileQueues{ProfileID: id, Queues: []acd.ProfileQueue{next}}, func() {
		want.Queues = pairs(sales, basic)
		want.Queues[2] = next
	})
	becomes(acd.DisassociateRoutingProfileQueues{ProfileID: id, Queues: []acd.QueueChannel{
		{QueueID: sales, Channel: acd.Chat}, {QueueID: sales, Channel: acd.Email}}}, func() {
		want.Queues = want.Queues[1:]
	})
	becomes(acd.DisassociateRoutingProfileQueues{ProfileID: id, Manual: []acd.QueueChannel{
		{QueueID: sales, Channel: acd.Email}, {QueueID: sales, Channel: acd.Voice}}}, func() {
		want.ManualQueues = []acd.QueueChannel{}
	})
}

func TestUpdateRoutingProfile_Refused(t *testing.T) {
	s := fresh(t)
	id, sales := s.basicProfile().ID, s.queue("Sales")
	s.must(acd.CreateRoutingProfile{Profile: acd.RoutingProfile{Name: "Sellers", DefaultOutboundQueueID: sales,
		Concurrency: []acd.Concurrency{{Channel: acd.Chat, Max: 2}}}})
	basic := acd.QueueChannel{QueueID: s.basicQueue(), Channel: acd.Chat}
	eleven := make([]acd.QueueChannel, 11)
	update := func(q ...acd.ProfileQueue) acd.Command {
		return acd.UpdateRoutingProfileQueues{ProfileID: id, Queues: q}
	}
	for _, c := range []struct {
		cmd  acd.Command
		code acd.Code
		part string
	}{
		{acd.UpdateRoutingProfileName{ProfileID: "none", Name: new("A")}, acd.NotFound, "no routing profile has"},
		{acd.UpdateRoutingProfileName{ProfileID: id}, acd.Improper, "neither Name nor Description"},
		{acd.UpdateRoutingProfileName{ProfileID: id, Name: new("sellers")}, acd.Duplicate, "is taken"},
		{acd.UpdateRoutingProfileDefaultOutboundQueue{ProfileID: id, QueueID: "none"}, acd.NotFound, "no queue"},
		{acd.UpdateRoutingProfileAgentAvailabilityTimer{ProfileID: id, Timer: "SOON"}, acd.Invalid, "SOON"},
		{acd.UpdateRoutingProfileConcurrency{ProfileID: "none"}, acd.NotFound, "no routing profile has"},
		{acd.UpdateRoutingProfileConcurrency{ProfileID: id, Concurrency: []acd.Concurrency{{Channel: acd.Voice, Max: 2}}},
			acd.Invalid, "exactly 1"},
		{update(entry(sales, acd.Chat)), acd.Improper, "associate it first"},
		{update(entry(basic.QueueID, acd.Chat), entry(basic.QueueID, acd.Email)), acd.Improper, "with EMAIL"},
		{update(entry(basic.QueueID, acd.Chat), entry(basic.QueueID, acd.Chat)), acd.Invalid, "twice"},
		{update(acd.ProfileQueue{QueueChannel: basic}), acd.Invalid, "Priority 0"},
		{update(acd.ProfileQueue{QueueChannel: basic, Priority: 1, Delay: -1}), acd.Invalid, "Delay -1"},
		{acd.DisassociateRoutingProfileQueues{ProfileID: "none", Queues: eleven[:1]}, acd.NotFound, "no routing profile has"},
		{acd.DisassociateRoutingProfileQueues{ProfileID: id}, acd.Improper, "nothing to disassociate"},
		{acd.DisassociateRoutingProfileQueues{ProfileID: id, Queues: eleven}, acd.Invalid, "11 queue references"},
		{acd.DisassociateRoutingProfileQueues{ProfileID: id, Manual: eleven}, acd.Invalid, "11 queue references"},
		{acd.DisassociateRoutingProfileQueues{ProfileID: id, Queues: []acd.QueueChannel{{QueueID: "none",
			Channel: acd.Chat}}}, acd.NotFound, "no queue"},
		{acd.DisassociateRoutingProfileQueues{ProfileID: id, Manual: []acd.QueueChannel{{QueueID: sales,
			Channel: "FAX"}}}, acd.Invalid, "FAX"},
	} {
		s.refused(c.cmd, c.code, c.part)
	}
}

func TestDeleteRoutingProfile(t *testing.T) {
	s := fresh(t)
	ana := s.user("ana")
	user, _ := s.User(ana)
	refusal := s.refused(acd.DeleteRoutingProfile{ProfileID: user.RoutingProfileID}, acd.InUse, "ana")
	s.equal("what keeps it", refusal.Resource, acd.Resource{Type: "USER", ID: string(ana)})
	s.must(acd.DeleteUser{UserID: ana})
	s.must(acd.DeleteRoutingProfile{ProfileID: user.RoutingProfileID})
	s.refused(acd.DeleteRoutingProfile{ProfileID: user.RoutingProfileID}, acd.NotFound, "no routing profile has")
	s.must(acd.DeleteQueue{QueueID: s.basicQueue()}) // nothing names it any more
	s.equal("queues left", len(s.Queues()), 0)
}
