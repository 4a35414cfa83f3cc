package directory

import (
	"fmt"
	"testing"

	"patchcord/acd"
)

func TestCreateQueue(t *testing.T) {
	s := fresh(t)
	most := int32(0)
	id := acd.QueueID(s.must(acd.CreateQueue{Tags: map[string]string{"team": "north"}, Queue: acd.Queue{ID: "mine",
		Name: "Sales", Description: "Those who buy", HoursID: s.basicHours(), MaxContacts: &most,
		OutboundFlowID: s.Flows()[0].ID}}))
	got, ok := s.Queue(id)
	s.equal("found", ok, true)
	s.equal("queue", got, acd.Queue{ID: id, Name: "Sales", Description: "Those who buy", HoursID: s.basicHours(),
		Status: acd.QueueEnabled, MaxContacts: &most, OutboundFlowID: s.Flows()[0].ID, LastModifiedAt: s.at})
	s.equal("tags", s.Tags(acd.KindQueue, string(id)), map[string]string{"team": "north"})
}

func TestCreateQueue_Refused(t *testing.T) {
	s := fresh(t)
	hours, negative := s.basicHours(), int32(-1)
	for _, c := range []struct {
		queue acd.Queue
		code  acd.Code
		part  string
	}{
		{acd.Queue{HoursID: hours}, acd.Invalid, "has no name"},
		{acd.Queue{Name: "Sales"}, acd.NotFound, `no hours of operation has the id ""`},
		{acd.Queue{Name: "Sales", HoursID: "none"}, acd.NotFound, `no hours of operation has the id "none"`},
		{acd.Queue{Name: "Sales", HoursID: hours, Status: "OPEN"}, acd.Invalid, "give ENABLED or DISABLED"},
		{acd.Queue{Name: "Sales", HoursID: hours, MaxContacts: &negative}, acd.Invalid, "MaxContacts is -1"},
		{acd.Queue{Name: "Sales", HoursID: hours, OutboundFlowID: "none"}, acd.NotFound, `no flow has the id "none"`},
		{acd.Queue{Name: "Sales", HoursID: hours, OutboundCallerIDNumber: "n"}, acd.NotFound, `no phone number has`},
		{acd.Queue{Name: "Sales", HoursID: hours, OutboundEmailAddressID: "e"}, acd.NotFound, `no email address has`},
		{acd.Queue{Name: "Sales", HoursID: hours, EmailAddressIDs: []string{"e"}}, acd.NotFound, `no email address has`},
		{acd.Queue{Name: "Sales", HoursID: hours, QuickConnectIDs: []string{"q"}}, acd.NotFound, `no quick connect has`},
		{acd.Queue{Name: "BasicQueue", HoursID: hours}, acd.Duplicate, `"BasicQueue" is taken`},
		{acd.Queue{Name: "basicqueue", HoursID: hours}, acd.Duplicate, `"basicqueue" is taken`},
	} {
		s.refused(acd.CreateQueue{Queue: c.queue}, c.code, c.part)
	}
	s.refused(acd.CreateQueue{Queue: acd.Queue{Name: "Sales", HoursID: hours}, Tags: map[string]string{"aws:x": ""}},
		acd.Invalid, "aws:x")
}

func TestCreateQueue_Quota(t *testing.T) {
	s := fresh(t)
	s.quotas = acd.Quotas{QueuesPerInstance: 2}
	s.queue("Sales")
	s.refused(acd.CreateQueue{Queue: acd.Queue{Name: "Support", HoursID: s.basicHours()}}, acd.Limit, "2 of at most 2")
	s.quotas = acd.Quotas{}
	s.queue("Support")
}

// A queue holds fewer contacts than the quotas let the instance have at once, where all four of them are limits.
func TestCreateQueue_MaxContactsBelowQuotas(t *testing.T) {
	s := fresh(t)
	queue := func(name string, most int32) acd.CreateQueue {
		return acd.CreateQueue{Queue: acd.Queue{Name: name, HoursID: s.basicHours(), MaxContacts: &most}}
	}
	s.refused(queue("Sales", 4010), acd.Invalid, "MaxContacts is 4010; give less than 4010")
	s.must(queue("Sales", 4009))
	for i, channel := range []*int{&s.quotas.Calls, &s.quotas.Chats, &s.quotas.Tasks, &s.quotas.Emails} {
		s.quotas = acd.Quotas{Calls: 1, Chats: 2, Tasks: 3, Emails: 4}
		s.refused(queue("Support", 10), acd.Invalid, "MaxContacts is 10; give less than 10")
		*channel = 0
		s.must(queue(fmt.Sprint("Unlimited ", i), 1_000_000))
	}
}

func TestUpdateQueueStatus(t *testing.T) {
	s := fresh(t)
	before, _ := s.Queue(s.basicQueue())
	s.must(acd.UpdateQueueStatus{QueueID: before.ID, Status: acd.QueueDisabled})
	after, _ := s.Queue(before.ID)
	before.Status, before.LastModifiedAt = acd.QueueDisabled, s.at
	s.equal("queue", after, before)

	s.refused(acd.UpdateQueueStatus{QueueID: before.ID, Status: "OPEN"}, acd.Invalid, `Status is "OPEN"`)
	s.refused(acd.UpdateQueueStatus{QueueID: "none", Status: acd.QueueEnabled}, acd.NotFound, `no queue has the id "none"`)
}

func TestCreateHoursOfOperation(t *testing.T) {
	s := fresh(t)
	hours := acd.HoursOfOperation{Name: "Shop", TimeZone: "Europe/Berlin", ParentIDs: []acd.HoursID{s.basicHours()},
		Config: []acd.HoursConfig{{Day: "MONDAY", StartHours: 9, EndHours: 17, EndMinutes: 30},
			{Day: "FRIDAY", StartHours: 22}, {Day: "SUNDAY"}}}
	id := acd.HoursID(s.must(acd.CreateHoursOfOperation{Hours: hours, Tags: map[string]string{"a": "b"}}))
	got, _ := s.Hours(id)
	hours.ID, hours.LastModifiedAt = id, s.at
	s.equal("hours", got, hours)
	s.equal("tags", s.Tags(acd.KindHours, string(id)), map[string]string{"a": "b"})

	s.refused(acd.CreateHoursOfOperation{Hours: acd.HoursOfOperation{Name: "Branch", TimeZone: "UTC",
		ParentIDs: []acd.HoursID{id}}}, acd.Improper, "has parents itself")
}

func TestCreateHoursOfOperation_Refused(t *testing.T) {
	s := fresh(t)
	slot := func(c acd.HoursConfig) acd.HoursOfOperation {
		return acd.HoursOfOperation{Name: "Shop", TimeZone: "UTC", Config: []acd.HoursConfig{c}}
	}
	parents := func(ids ...acd.HoursID) acd.HoursOfOperation {
		return acd.HoursOfOperation{Name: "Shop", TimeZone: "UTC", ParentIDs: ids}
	}
	for _, c := range []struct {
		hours acd.HoursOfOperation
		code  acd.Code
		part  string
	}{
		{slot(acd.HoursConfig{Day: "Monday"}), acd.Invalid, `Config[0].Day is "Monday"`},
		{slot(acd.HoursConfig{Day: "MONDAY", StartHours: 24}), acd.Invalid, "give times from 0:00 to 23:59"},
		{slot(acd.HoursConfig{Day: "MONDAY", EndMinutes: 60}), acd.Invalid, "give times from 0:00 to 23:59"},
		{slot(acd.HoursConfig{Day: "MONDAY", StartMinutes: -1}), acd.Invalid, "give times from 0:00 to 23:59"},
		{slot(acd.HoursConfig{Day: "MONDAY", StartHours: 22, EndHours: 6}), acd.Invalid, "not after its start at 22:00"},
		{slot(acd.HoursConfig{Day: "MONDAY", StartHours: 9, EndHours: 9}), acd.Invalid, "not after its start at 9:00"},
		{acd.HoursOfOperation{Name: "Shop"}, acd.Invalid, `TimeZone is ""`},
		{parents("none"), acd.NotFound, `no hours of operation has the id "none"`},
		{parents(s.basicHours(), s.basicHours()), acd.Invalid, "twice"},
		{acd.HoursOfOperation{Name: "BASIC hours", TimeZone: "UTC"}, acd.Duplicate, "is taken"},
	} {
		s.refused(acd.CreateHoursOfOperation{Hours: c.hours}, c.code, c.part)
	}
	s.quotas.HoursPerInstance = 1
	s.refused(acd.CreateHoursOfOperation{Hours: parents()}, acd.Limit, "1 of at most 1")
}

func TestCreateSecurityProfile(t *testing.T) {
	s := fresh(t)
	profile := acd.SecurityProfile{Name: "Lead", Permissions: []string{"BasicAgentAccess"}}
	id := acd.SecurityProfileID(s.must(acd.CreateSecurityProfile{Profile: profile, Tags: map[string]string{"a": "b"}}))
	got, _ := s.SecurityProfile(id)
	profile.ID, profile.LastModifiedAt = id, s.at
	s.equal("profile", got, profile)
	s.equal("tags", s.Tags(acd.KindSecurityProfile, string(id)), map[string]string{"a": "b"})

	for _, c := range []struct {
		profile acd.SecurityProfile
		code    acd.Code
		part    string
	}{
		{acd.SecurityProfile{Name: "lead"}, acd.Duplicate, `"lead" is taken`},
		{acd.SecurityProfile{Name: "Boss", AccessControlHierarchy: "g"}, acd.NotFound, "no hierarchy group has"},
		{acd.SecurityProfile{Name: "Boss", AllowedFlowModuleIDs: []string{"m"}}, acd.NotFound, "no flow module has"},
	} {
		s.refused(acd.CreateSecurityProfile{Profile: c.profile}, c.code, c.part)
	}
	s.quotas.SecurityProfilesPerInstance = 5
	s.refused(acd.CreateSecurityProfile{Profile: acd.SecurityProfile{Name: "Boss"}}, acd.Limit, "5 of at most 5")
}

func TestCreateAgentStatus(t *testing.T) {
	s := fresh(t)
	status := acd.AgentStatus{Name: "Lunch", Description: "Away", DisplayOrder: 3, Enabled: true}
	id := acd.AgentStatusID(s.must(acd.CreateAgentStatus{Status: status, Tags: map[string]string{"a": "b"}}))
	got, _ := s.AgentStatus(id)
	status.ID, status.Type, status.LastModifiedAt = id, acd.Custom, s.at
	s.equal("status", got, status)
	s.equal("tags", s.Tags(acd.KindAgentStatus, string(id)), map[string]string{"a": "b"})

	for _, c := range []struct {
		status acd.AgentStatus
		code   acd.Code
		part   string
	}{
		{acd.AgentStatus{Name: "Ready", Type: acd.Routable}, acd.Invalid, "only CUSTOM"},
		{acd.AgentStatus{Name: "Home", Type: acd.Offline}, acd.Invalid, "only CUSTOM"},
		{acd.AgentStatus{Name: "Home", DisplayOrder: 51}, acd.Invalid, "DisplayOrder is 51"},
		{acd.AgentStatus{Name: "available"}, acd.Duplicate, `"available" is taken`},
	} {
		s.refused(acd.CreateAgentStatus{Status: c.status}, c.code, c.part)
	}
}

func TestCreateAgentStatus_FiftyAtMost(t *testing.T) {
	s := fresh(t)
	for i := range 48 {
		s.must(acd.CreateAgentStatus{Status: acd.AgentStatus{Name: fmt.Sprint("Break ", i)}})
	}
	s.refused(acd.CreateAgentStatus{Status: acd.AgentStatus{Name: "One more"}}, acd.Limit, "50 of at most 50")
}

func TestCreateContactFlow(t *testing.T) {
	s := fresh(t)
	flow := acd.ContactFlow{Name: "Main", Type: "CONTACT_FLOW", Content: "{}"}
	id := acd.FlowID(s.must(acd.CreateContactFlow{Flow: flow, Tags: map[string]string{"a": "b"}}))
	got, _ := s.Flow(id)
	flow.ID, flow.Status, flow.LastModifiedAt = id, "PUBLISHED", s.at
	s.equal("flow", got, flow)
	s.equal("tags", s.Tags(acd.KindFlow, string(id)), map[string]string{"a": "b"})

	s.refused(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: "MAIN"}}, acd.Duplicate, `"MAIN" is taken`)
	s.quotas.FlowsPerInstance = len(s.Flows())
	s.refused(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: "Other"}}, acd.Limit, "20 of at most 20")
}
