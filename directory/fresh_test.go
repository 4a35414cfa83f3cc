package directory

import (
	"encoding/json"
	"testing"

	"patchcord/acd"
)

func TestCreateInstance(t *testing.T) {
	s := blank(t)
	created := s.must(acd.CreateInstance{Tags: map[string]string{"team": "north"},
		Instance: acd.Instance{ID: "i-1", Alias: "acme", IdentityManagementType: "SAML", InboundCalls: true, Seed: 7}})
	s.equal("created", created, "i-1")
	s.equal("instance", s.Instance(), acd.Instance{ID: "i-1", Alias: "acme", IdentityManagementType: "SAML",
		InboundCalls: true, CreatedAt: s.at, Seed: 7})
	s.equal("tags", s.Tags("", "i-1"), map[string]string{"team": "north"})

	s.refused(acd.CreateInstance{Instance: acd.Instance{ID: "i-2"}}, acd.Conflict, "exists already")
}

func TestCreateInstance_Refused(t *testing.T) {
	s := blank(t)
	s.refused(acd.CreateInstance{Tags: map[string]string{"aws:x": "1"}}, acd.Invalid, "aws:")
}

func TestCreateInstance_DerivesItsID(t *testing.T) {
	s := blank(t)
	created := s.must(acd.CreateInstance{Instance: acd.Instance{Seed: 7}})
	s.equal("id", created, acd.Seed(7).UUID(0, 0))
	s.equal("instance", string(s.Instance().ID), created)
}

func TestNewInstance_HoldsWhatAmazonsHolds(t *testing.T) {
	s := fresh(t)
	queue, profile := s.Queues()[0], s.basicProfile()
	s.equal("queues", len(s.Queues()), 1)
	s.equal("queue", []any{queue.Name, queue.HoursID, queue.Status}, []any{"BasicQueue", s.basicHours(), acd.QueueEnabled})
	s.equal("hours", []any{s.HoursOfOperations()[0].Name, len(s.HoursOfOperations()[0].Config)}, []any{"Basic Hours", 7})

	s.equal("profile", []any{profile.Name, profile.IsDefault, profile.DefaultOutboundQueueID, profile.AvailabilityTimer},
		[]any{"Basic Routing Profile", true, queue.ID, acd.SinceLastActivity})
	for channel, most := range map[acd.Channel]int32{acd.Voice: 1, acd.Chat: 2, acd.Task: 1} {
		c, ok := profile.ConcurrencyOf(channel)
		s.equal(string(channel), c, acd.Concurrency{Channel: channel, Max: most, CrossChannel: acd.RouteCurrentChannelOnly})
		e, listed := profile.Entry(acd.QueueChannel{QueueID: queue.ID, Channel: channel})
		s.equal("entry", []any{ok, listed, e.Priority, e.Delay}, []any{true, true, int32(1), int32(0)})
	}

	var security, statuses, attributes []string
	for _, p := range s.SecurityProfiles() {
		security = append(security, p.Name)
	}
	for _, a := range s.AgentStatuses() {
		statuses = append(statuses, a.Name+" "+string(a.Type))
	}
	for _, a := range s.Attributes() {
		attributes = append(attributes, a.Name)
		s.equal(a.Name+" is a system attribute", a.ReadOnly, true)
	}
	s.equal("security profiles", security, []string{"Admin", "Agent", "CallCenterManager", "QualityAnalyst"})
	s.equal("statuses", statuses, []string{"Available ROUTABLE", "Offline OFFLINE"})
	s.equal("attributes", attributes, []string{"connect:Language", "connect:Subtype"})
	s.equal("users", s.Users(), []acd.User{})
}

func TestNewInstance_FlowLeadsIntoBasicQueue(t *testing.T) {
	s := fresh(t)
	flow, _ := s.FlowByName(SampleInbound)
	s.equal("flow", []string{flow.Name, flow.Type, flow.Status},
		[]string{"Sample inbound flow (first contact experience)", "CONTACT_FLOW", "PUBLISHED"})
	var content struct {
		Version, StartAction string
		Actions              []struct {
			Identifier, Type string
			Parameters       map[string]string
			Transitions      struct {
				NextAction string
				Errors     []struct{ NextAction, ErrorType string }
			}
		}
	}
	if err := json.Unmarshal([]byte(flow.Content), &content); err != nil {
		t.Fatal(err)
	}
	s.equal("version", content.Version, "2019-10-30")
	known := map[string]string{}
	for _, a := range content.Actions {
		known[a.Identifier] = a.Type
	}
	s.equal("start", known[content.StartAction], "UpdateContactTargetQueue")
	s.equal("queue", content.Actions[0].Parameters["QueueId"], string(s.basicQueue()))
	s.equal("then", known[content.Actions[0].Transitions.NextAction], "TransferContactToQueue")
	for _, a := range content.Actions {
		for _, e := range a.Transitions.Errors {
			s.equal(a.Type+" "+e.ErrorType, known[e.NextAction], "DisconnectParticipant")
		}
	}
}
