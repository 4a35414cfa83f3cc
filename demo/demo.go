package demo

import (
	"context"
	_ "embed"
	"fmt"
	"strings"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/flow"
)

// Mind is what making the demo asks of the engine.
type Mind interface {
	Do(ctx context.Context, instance acd.InstanceID, cmd acd.Command) (created string, err error)
	View(fn func(*account.Account))
}

// Demo says what was made, by the names that people use.
type Demo struct {
	Instance acd.InstanceID
	Queues   map[string]acd.QueueID // Support, Sales, Billing
	Users    map[string]acd.UserID  // ana, bob, ...
	Flows    map[string]acd.FlowID  // Simple, Expert, ByAttributes
}

// The names of the flows.
const (
	Simple       = "To Support"            // into the queue Support, no more
	Expert       = "Expert for DynamoDB"   // with the criteria of Amazon's worked example
	ByAttributes = "By queue and language" // as the contact's attributes queue and language say
)

//go:embed by_attributes.json
var byAttributes string

// Make makes the demo. What it makes and how that is called is the same each time; the ids come from the engine's seed.
func Make(ctx context.Context, mind Mind) (Demo, error) {
	m := &maker{ctx: ctx, mind: mind}
	d := Demo{Queues: map[string]acd.QueueID{}, Users: map[string]acd.UserID{}, Flows: map[string]acd.FlowID{}}
	d.Instance = acd.InstanceID(m.do(acd.CreateInstance{Instance: acd.Instance{Alias: "demo",
		IdentityManagementType: "CONNECT_MANAGED", InboundCalls: true, OutboundCalls: true}}))
	m.instance = d.Instance
	fresh := m.read()
	m.do(acd.CreateAgentStatus{Status: acd.AgentStatus{Name: "Break", Type: acd.Custom, DisplayOrder: 3, Enabled: true}})
	for _, a := range attributes() {
		m.do(acd.CreatePredefinedAttribute{Attribute: a})
	}
	for _, q := range queues() {
		q.HoursID, q.Status = fresh.hours, acd.QueueEnabled
		d.Queues[q.Name] = acd.QueueID(m.do(acd.CreateQueue{Queue: q}))
	}
	profiles := map[string]acd.RoutingProfileID{}
	for _, p := range profilesFor(d.Queues) {
		profiles[p.Name] = acd.RoutingProfileID(m.do(acd.CreateRoutingProfile{Profile: p}))
	}
	for _, f := range flowsFor(d.Queues) {
		d.Flows[f.Name] = acd.FlowID(m.do(acd.CreateContactFlow{Flow: f}))
	}
	for _, a := range agents() {
		d.Users[a.user.Username] = m.hire(a, profiles[a.profile], fresh)
	}
	if m.err != nil {
		return Demo{}, fmt.Errorf("make the demo instance: %w", m.err)
	}
	return d, nil
}

// maker asks the engine for one thing after the other, until one is refused.
type maker struct {
	ctx      context.Context
	mind     Mind
	instance acd.InstanceID
	err      error
}

func (m *maker) do(cmd acd.Command) (created string) {
	if m.err == nil {
		if created, m.err = m.mind.Do(m.ctx, m.instance, cmd); m.err != nil {
			m.err = fmt.Errorf("%T: %w", cmd, m.err)
		}
	}
	return created
}

// furniture is what a new instance has of its own that the demo uses.
type furniture struct {
	hours     acd.HoursID
	security  acd.SecurityProfileID
	available acd.AgentStatusID
	offline   acd.AgentStatusID
}

func (m *maker) read() (f furniture) {
	m.mind.View(func(a *account.Account) {
		i, ok := a.Instance(m.instance)
		if !ok {
			return
		}
		f.hours = i.Directory().HoursOfOperations()[0].ID
		for _, p := range i.Directory().SecurityProfiles() {
			if p.Name == "Agent" {
				f.security = p.ID
			}
		}
		for _, s := range i.Directory().AgentStatuses() {
			switch s.Type {
			case acd.Routable:
				f.available = s.ID
			case acd.Offline:
				f.offline = s.ID
			}
		}
	})
	return f
}

// hire makes an agent who is good at something and, unless he is away, puts him into his status.
func (m *maker) hire(a agent, profile acd.RoutingProfileID, f furniture) acd.UserID {
	a.user.RoutingProfileID, a.user.SecurityProfileIDs = profile, []acd.SecurityProfileID{f.security}
	id := acd.UserID(m.do(acd.CreateUser{User: a.user}))
	m.do(acd.AssociateUserProficiencies{UserID: id, Proficiencies: a.skills})
	switch a.status {
	case acd.Routable:
		m.do(acd.PutUserStatus{UserID: id, StatusID: f.available})
	case acd.Offline:
		m.do(acd.PutUserStatus{UserID: id, StatusID: f.offline})
	}
	return id
}

// flowsFor returns the flows of the demo.
func flowsFor(queues map[string]acd.QueueID) []acd.ContactFlow {
	support := flow.SetQueue{Queue: acd.QueueRef{Type: acd.StandardQueue, ID: queues["Support"]}}
	contents := []struct{ name, about, content string }{
		{Simple, "Puts a contact into the queue Support.", flow.Build(support, flow.TransferToQueue{})},
		{Expert, "Looks for an expert who speaks French, and relaxes twice (AG:proficiency-routing).",
			flow.Build(support, flow.SetCriteria{Steps: expertSteps()}, flow.TransferToQueue{})},
		{ByAttributes, "Goes by the attributes of a contact: queue is the id of a queue (else Support), language is what " +
			"its agent must speak for the first 20 seconds.",
			strings.ReplaceAll(byAttributes, "{support}", string(queues["Support"]))},
	}
	var flows []acd.ContactFlow
	for _, c := range contents {
		flows = append(flows, acd.ContactFlow{Name: c.name, Description: c.about, Content: c.content, Type: acd.FlowInbound,
			Status: "PUBLISHED"})
	}
	return flows
}
