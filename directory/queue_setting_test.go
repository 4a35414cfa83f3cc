package directory

import (
	"testing"

	"patchcord/acd"
)

func TestUpdateQueue(t *testing.T) {
	s := fresh(t)
	want, _ := s.Queue(s.queue("Sales"))
	other := acd.HoursID(s.must(acd.CreateHoursOfOperation{Hours: acd.HoursOfOperation{Name: "Nights", TimeZone: "UTC"}}))
	flow, most := s.Flows()[0].ID, int32(7)
	becomes := func(cmd acd.Command, change func()) {
		t.Helper()
		s.at = s.at.Add(acd.Second)
		s.must(cmd)
		change()
		want.LastModifiedAt = s.at
		got, _ := s.Queue(want.ID)
		s.equal("queue", got, want)
	}
	id := want.ID
	becomes(acd.UpdateQueueName{QueueID: id, Name: new("Vente")}, func() { want.Name = "Vente" })
	becomes(acd.UpdateQueueName{QueueID: id, Description: new("in Paris")}, func() { want.Description = "in Paris" })
	becomes(acd.UpdateQueueName{QueueID: id, Name: new("VENTE"), Description: new("")}, func() {
		want.Name, want.Description = "VENTE", ""
	})
	becomes(acd.UpdateQueueMaxContacts{QueueID: id, MaxContacts: &most}, func() { want.MaxContacts = &most })
	becomes(acd.UpdateQueueMaxContacts{QueueID: id}, func() { want.MaxContacts = nil })
	becomes(acd.UpdateQueueHoursOfOperation{QueueID: id, HoursID: other}, func() { want.HoursID = other })
	becomes(acd.UpdateQueueOutboundCallerConfig{QueueID: id, CallerIDName: "Vente", FlowID: flow}, func() {
		want.OutboundCallerIDName, want.OutboundFlowID = "Vente", flow
	})
	becomes(acd.UpdateQueueOutboundCallerConfig{QueueID: id, CallerIDName: "Nuit"}, func() {
		want.OutboundCallerIDName, want.OutboundFlowID = "Nuit", ""
	})
	becomes(acd.UpdateQueueOutboundEmailConfig{QueueID: id}, func() {})
	s.queue("vente nouvelle")
	s.queue("Sales") // the old name is free
}

func TestUpdateQueue_Refused(t *testing.T) {
	s := fresh(t)
	id, most, negative := s.queue("Sales"), int32(4010), int32(-1)
	for _, c := range []struct {
		cmd  acd.Command
		code acd.Code
		part string
	}{
		{acd.UpdateQueueName{QueueID: "none", Name: new("A")}, acd.NotFound, `no queue has the id "none"`},
		{acd.UpdateQueueName{QueueID: id}, acd.Improper, "neither Name nor Description"},
		{acd.UpdateQueueName{QueueID: id, Name: new("")}, acd.Invalid, "has no name"},
		{acd.UpdateQueueName{QueueID: id, Name: new("BASICqueue")}, acd.Duplicate, "is taken"},
		{acd.UpdateQueueMaxContacts{QueueID: "none"}, acd.NotFound, "no queue"},
		{acd.UpdateQueueMaxContacts{QueueID: id, MaxContacts: &most}, acd.Invalid, "give less than 4010"},
		{acd.UpdateQueueMaxContacts{QueueID: id, MaxContacts: &negative}, acd.Invalid, "give 0 or more"},
		{acd.UpdateQueueHoursOfOperation{QueueID: "none", HoursID: s.basicHours()}, acd.NotFound, "no queue"},
		{acd.UpdateQueueHoursOfOperation{QueueID: id, HoursID: "none"}, acd.NotFound, "no hours"},
		{acd.UpdateQueueOutboundCallerConfig{QueueID: "none"}, acd.NotFound, "no queue"},
		{acd.UpdateQueueOutboundCallerConfig{QueueID: id, FlowID: "none"}, acd.NotFound, "no flow"},
		{acd.UpdateQueueOutboundCallerConfig{QueueID: id, CallerIDNumber: "n"}, acd.NotFound, "no phone number"},
		{acd.UpdateQueueOutboundEmailConfig{QueueID: "none"}, acd.NotFound, "no queue"},
		{acd.UpdateQueueOutboundEmailConfig{QueueID: id, EmailAddressID: "e"}, acd.NotFound, "no email address"},
	} {
		s.refused(c.cmd, c.code, c.part)
	}
}

// A queue goes when no routing profile names it in any of three places, and no quick connect leads to it (A0186).
func TestDeleteQueue(t *testing.T) {
	s := fresh(t)
	id, basic := s.queue("Sales"), s.basicQueue()
	s.must(acd.TagResource{Kind: acd.KindQueue, ID: string(id), Tags: map[string]string{"a": "b"}})
	concurrency := []acd.Concurrency{{Channel: acd.Chat, Max: 2}}
	for _, p := range []acd.RoutingProfile{
		{Name: "Out", DefaultOutboundQueueID: id},
		{Name: "Routed", DefaultOutboundQueueID: basic, Queues: []acd.ProfileQueue{entry(id, acd.Chat)}},
		{Name: "By hand", DefaultOutboundQueueID: basic, ManualQueues: []acd.QueueChannel{{QueueID: id, Channel: acd.Chat}}},
	} {
		p.Concurrency = concurrency
		profile := s.must(acd.CreateRoutingProfile{Profile: p})
		refusal := s.refused(acd.DeleteQueue{QueueID: id}, acd.InUse, p.Name)
		s.equal("what keeps it", refusal.Resource, acd.Resource{Type: "ROUTING_PROFILE", ID: profile})
		s.must(acd.DeleteRoutingProfile{ProfileID: acd.RoutingProfileID(profile)})
	}
	flow := s.must(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: "To queues", Type: acd.FlowQueueTransfer,
		Content: s.Flows()[0].Content, Status: "PUBLISHED"}})
	quick := s.must(acd.CreateQuickConnect{QuickConnect: acd.QuickConnect{Name: "Buyers", Type: acd.QuickQueue,
		QueueID: id, FlowID: acd.FlowID(flow)}})
	refusal := s.refused(acd.DeleteQueue{QueueID: id}, acd.InUse, "Buyers")
	s.equal("what keeps it", refusal.Resource, acd.Resource{Type: "QUICK_CONNECT", ID: quick})
	s.must(acd.DeleteQuickConnect{ID: acd.QuickConnectID(quick)})

	s.must(acd.DeleteQueue{QueueID: id})
	s.refused(acd.DeleteQueue{QueueID: id}, acd.NotFound, "no queue")
	s.equal("its tags stay", s.Tags(acd.KindQueue, string(id)), map[string]string{"a": "b"})
	s.equal("queues left", len(s.Queues()), 1)
	s.queue("Sales")
}
