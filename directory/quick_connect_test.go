package directory

import (
	"testing"

	"patchcord/acd"
)

func (s *scene) transferFlow(kind string) acd.FlowID {
	s.Helper()
	return acd.FlowID(s.must(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: kind, Type: kind, Content: "any"}}))
}

func (s *scene) toQueue(name string, flow acd.FlowID) acd.QuickConnect {
	return acd.QuickConnect{Name: name, Type: acd.QuickQueue, QueueID: s.basicQueue(), FlowID: flow}
}

func TestQuickConnects(t *testing.T) {
	s := fresh(t)
	flow := s.transferFlow("QUEUE_TRANSFER")
	first := acd.QuickConnectID(s.must(acd.CreateQuickConnect{QuickConnect: s.toQueue("Sales", flow),
		Tags: map[string]string{"team": "north"}}))
	second := acd.QuickConnectID(s.must(acd.CreateQuickConnect{QuickConnect: s.toQueue("Billing", flow)}))
	s.equal("tags", s.Tags(acd.KindQuickConnect, string(first)), map[string]string{"team": "north"})
	name, description := "SALES", "Those who buy"
	s.must(acd.UpdateQuickConnectName{ID: first, Name: &name})
	s.must(acd.UpdateQuickConnectName{ID: first, Description: &description})
	s.must(acd.UpdateQuickConnectConfig{QuickConnect: acd.QuickConnect{ID: first, Type: acd.QuickPhone,
		PhoneNumber: "+15550100"}})
	got, _ := s.QuickConnect(first)
	s.equal("changed", got, acd.QuickConnect{ID: first, Name: name, Description: description, Type: acd.QuickPhone,
		PhoneNumber: "+15550100", LastModifiedAt: s.at})
	for range 2 {
		s.must(acd.AssociateQueueQuickConnects{QueueID: s.basicQueue(), IDs: []acd.QuickConnectID{second, first}})
	}
	queue, _ := s.Queue(s.basicQueue())
	s.equal("listed", queue.QuickConnectIDs, []string{string(second), string(first)})
	for range 2 {
		s.must(acd.DisassociateQueueQuickConnects{QueueID: s.basicQueue(), IDs: []acd.QuickConnectID{first}})
	}
	s.must(acd.DeleteQuickConnect{ID: second})
	queue, _ = s.Queue(s.basicQueue())
	s.equal("left", queue.QuickConnectIDs, []string{})
	s.refused(acd.DeleteQuickConnect{ID: second}, acd.NotFound, "no quick connect")
	s.must(acd.TagResource{Kind: acd.KindQuickConnect, ID: string(first), Tags: map[string]string{"a": "b"}})
	s.equal("restored", Restore(s.Snapshot()).QuickConnects(), s.QuickConnects())
}

func TestQuickConnects_Refused(t *testing.T) {
	s := fresh(t)
	toQueue, toAgent := s.transferFlow("QUEUE_TRANSFER"), s.transferFlow("AGENT_TRANSFER")
	user := s.user("ana")
	right := s.toQueue("Sales", toQueue)
	id := acd.QuickConnectID(s.must(acd.CreateQuickConnect{QuickConnect: right}))
	for _, c := range []struct {
		quick acd.QuickConnect
		code  acd.Code
		part  string
	}{
		{s.toQueue("", toQueue), acd.Invalid, "has no name"},
		{s.toQueue("SALES", toQueue), acd.Duplicate, "is taken"},
		{s.toQueue("a", toAgent), acd.Invalid, "QUEUE_TRANSFER"},
		{s.toQueue("a", "none"), acd.NotFound, "no flow"},
		{acd.QuickConnect{Name: "a", Type: acd.QuickQueue, QueueID: "q", FlowID: toQueue}, acd.NotFound, "no queue"},
		{acd.QuickConnect{Name: "a", Type: acd.QuickUser, UserID: "u", FlowID: toAgent}, acd.NotFound, "no user"},
		{acd.QuickConnect{Name: "a", Type: acd.QuickUser, UserID: user, FlowID: toQueue}, acd.Invalid, "AGENT_TRANSFER"},
		{acd.QuickConnect{Name: "a", Type: acd.QuickFlow, FlowID: "none"}, acd.NotFound, "no flow"},
		{acd.QuickConnect{Name: "a", Type: "CARRIER_PIGEON"}, acd.Invalid, "give USER"},
	} {
		s.refused(acd.CreateQuickConnect{QuickConnect: c.quick}, c.code, c.part)
	}
	s.refused(acd.UpdateQuickConnectName{ID: id}, acd.Improper, "at least one")
	s.refused(acd.UpdateQuickConnectName{ID: "none"}, acd.NotFound, "no quick connect")
	s.refused(acd.UpdateQuickConnectConfig{QuickConnect: acd.QuickConnect{ID: "none", Type: acd.QuickPhone}},
		acd.NotFound, "no quick connect")
	ids := []acd.QuickConnectID{id}
	s.refused(acd.AssociateQueueQuickConnects{QueueID: "none", IDs: ids}, acd.NotFound, "no queue")
	s.refused(acd.DisassociateQueueQuickConnects{QueueID: "none", IDs: ids}, acd.NotFound, "no queue")
	s.refused(acd.AssociateQueueQuickConnects{QueueID: s.basicQueue(), IDs: append(ids, id)}, acd.Invalid, "twice")
	s.quotas.QuickConnectsPerInstance, s.quotas.QuickConnectsPerQueue = 1, 1
	s.refused(acd.CreateQuickConnect{QuickConnect: s.toQueue("Billing", toQueue)}, acd.Limit, "1 of at most 1")
	s.quotas.QuickConnectsPerInstance = 0
	other := acd.QuickConnectID(s.must(acd.CreateQuickConnect{QuickConnect: s.toQueue("Billing", toQueue)}))
	s.must(acd.AssociateQueueQuickConnects{QueueID: s.basicQueue(), IDs: ids})
	s.refused(acd.AssociateQueueQuickConnects{QueueID: s.basicQueue(), IDs: []acd.QuickConnectID{other}}, acd.Limit,
		"at most 1")
}

func TestQuickConnectSeenBy(t *testing.T) {
	s := fresh(t)
	user, other := s.user("ana"), s.queue("Other")
	id := acd.QuickConnectID(s.must(acd.CreateQuickConnect{
		QuickConnect: s.toQueue("Sales", s.transferFlow("QUEUE_TRANSFER"))}))
	s.equal("before", s.QuickConnectSeenBy(id, user), false)
	s.must(acd.AssociateQueueQuickConnects{QueueID: other, IDs: []acd.QuickConnectID{id}})
	s.equal("of a queue that is not his", s.QuickConnectSeenBy(id, user), false)
	s.must(acd.AssociateQueueQuickConnects{QueueID: s.basicQueue(), IDs: []acd.QuickConnectID{id}})
	s.equal("of his queue", s.QuickConnectSeenBy(id, user), true)
}
