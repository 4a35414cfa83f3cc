package bench

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"

	"patchcord/acd"
	"patchcord/engine"
	"patchcord/flow"
)

// stage is a contact centre in which agents are at work and contacts wait.
type stage struct {
	engine   *engine.Engine
	instance acd.InstanceID
	flow     acd.FlowID // leads a task to the queue
	waiting  []acd.ContactID
}

// The languages that the criteria of the bench name.
const attribute = "Language"

var languages = []string{"French", "English", "Spanish"}

// setUp brings the contact centre to its busy hour: every agent has a task in hand, the others wait.
func setUp(ctx context.Context, e *engine.Engine, agents, waiting int) (*stage, error) {
	s := &stage{engine: e}
	if err := s.settle(ctx, agents); err != nil {
		return nil, err
	}
	if _, err := s.start(ctx, agents); err != nil { // accepted at once by every agent
		return nil, err
	}
	var err error
	s.waiting, err = s.start(ctx, waiting)
	return s, err
}

// ask has the engine do a command and keeps the first error of a series.
func (s *stage) ask(ctx context.Context, err *error, cmd acd.Command) string {
	if *err != nil {
		return ""
	}
	created, failed := s.engine.Do(ctx, s.instance, cmd)
	if failed != nil {
		*err = fmt.Errorf("set up %T: %w", cmd, failed)
	}
	return created
}

// settle makes an instance with one queue, one profile, and agents who take tasks as they come.
func (s *stage) settle(ctx context.Context, agents int) error {
	var err error
	s.instance = acd.InstanceID(s.ask(ctx, &err, acd.CreateInstance{Instance: acd.Instance{Alias: "bench",
		IdentityManagementType: "CONNECT_MANAGED"}}))
	if err != nil {
		return err
	}
	fresh := s.fresh()
	queue := acd.QueueID(s.ask(ctx, &err, acd.CreateQueue{Queue: acd.Queue{Name: "bench", HoursID: fresh.hours}}))
	s.ask(ctx, &err, acd.CreatePredefinedAttribute{Attribute: acd.PredefinedAttribute{Name: attribute, Values: languages}})
	profile := acd.RoutingProfileID(s.ask(ctx, &err, acd.CreateRoutingProfile{Profile: acd.RoutingProfile{
		Name: "bench", Description: "tasks of the bench", DefaultOutboundQueueID: queue,
		Queues:      []acd.ProfileQueue{{QueueChannel: acd.QueueChannel{QueueID: queue, Channel: acd.Task}, Priority: 1}},
		Concurrency: []acd.Concurrency{{Channel: acd.Task, Max: 1}},
	}}))
	s.flow = acd.FlowID(s.ask(ctx, &err, acd.CreateContactFlow{Flow: acd.ContactFlow{Name: "bench", Type: acd.FlowInbound,
		Status: "PUBLISHED", Content: flow.Build(
			flow.SetQueue{Queue: acd.QueueRef{Type: acd.StandardQueue, ID: queue}}, flow.TransferToQueue{})}}))
	for n := range agents {
		user := acd.UserID(s.ask(ctx, &err, acd.CreateUser{User: acd.User{
			Username: fmt.Sprintf("agent-%05d", n), FirstName: "Agent", LastName: "Bench", RoutingProfileID: profile,
			SecurityProfileIDs: []acd.SecurityProfileID{fresh.security},
			AutoAcceptConfigs:  []acd.AutoAcceptConfig{{Channel: acd.Task, AutoAccept: true}},
		}}))
		s.ask(ctx, &err, acd.AssociateUserProficiencies{UserID: user, Proficiencies: []acd.UserProficiency{
			{AttributeName: attribute, AttributeValue: languages[n%len(languages)], Level: int32(1 + n%5)}}})
		s.ask(ctx, &err, acd.PutUserStatus{UserID: user, StatusID: fresh.available})
	}
	return err
}

// fresh are ids that a new instance brings along.
type fresh struct {
	hours     acd.HoursID
	security  acd.SecurityProfileID
	available acd.AgentStatusID
}

// start starts tasks from several callers at once and returns their ids.
func (s *stage) start(ctx context.Context, count int) ([]acd.ContactID, error) {
	const callers = 64
	ids := make([]acd.ContactID, count)
	failures := make([]error, callers)
	var next atomic.Int64
	var wait sync.WaitGroup
	for c := range callers {
		wait.Go(func() {
			for n := next.Add(1) - 1; n < int64(count) && failures[c] == nil; n = next.Add(1) - 1 {
				ids[n] = acd.ContactID(s.ask(ctx, &failures[c], acd.StartContact{Operation: "StartTaskContact",
					Channel: acd.Task, InitiationMethod: acd.API, FlowID: s.flow, Name: "a task of the bench"}))
			}
		})
	}
	wait.Wait()
	for _, err := range failures {
		if err != nil {
			return nil, err
		}
	}
	return ids, nil
}
