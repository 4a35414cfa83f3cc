package instance_test

import (
	"fmt"
	"testing"

	"patchcord/acd"
	"patchcord/instance"
)

// busyDesk is a desk at which agents are at work and tasks wait.
func busyDesk(b *testing.B, agents, waiting int) (d *desk, tasks []acd.ContactID) {
	b.Helper()
	d = newDesk(b, acd.Quotas{})
	for n := range agents {
		user := acd.UserID(d.do(acd.CreateUser{User: acd.User{Username: fmt.Sprint("agent", n), FirstName: "A",
			LastName:           "B",
			RoutingProfileID:   d.Directory().RoutingProfiles()[0].ID,
			SecurityProfileIDs: []acd.SecurityProfileID{d.Directory().SecurityProfiles()[0].ID},
			AutoAcceptConfigs:  []acd.AutoAcceptConfig{{Channel: acd.Task, AutoAccept: true}},
		}}))
		d.do(acd.PutUserStatus{UserID: user, StatusID: d.status["Available"]})
	}
	for range agents {
		d.task()
	}
	for range waiting {
		tasks = append(tasks, d.task())
	}
	return d, tasks
}

func benchmarkUpdate(b *testing.B, update func(*acd.UpdateContactRoutingData)) {
	d, tasks := busyDesk(b, 100, 1000)
	follower := instance.Restore(instance.Options{}, d.Snapshot())
	b.ReportAllocs()
	b.ResetTimer()
	for n := 0; b.Loop(); n++ {
		cmd := acd.UpdateContactRoutingData{ContactID: tasks[n%len(tasks)]}
		update(&cmd)
		_, events, err := d.Do(cmd)
		if err != nil {
			b.Fatal(err)
		}
		for _, e := range events {
			follower.Replay(e)
		}
	}
}

// BenchmarkPriority measures one change of priority, decided and followed, with 100 agents at work and 1,000 contacts
// waiting.
func BenchmarkPriority(b *testing.B) {
	benchmarkUpdate(b, func(cmd *acd.UpdateContactRoutingData) { cmd.QueuePriority = new(int64(3)) })
}

// BenchmarkCriteria measures one replacement of criteria by three steps, in the same contact centre.
func BenchmarkCriteria(b *testing.B) {
	steps := make([]acd.Step, 3)
	for i := range steps {
		steps[i] = acd.Step{
			Expression: acd.Expression{Attribute: &acd.AttributeCondition{Name: "connect:Language",
				Value: "connect:French", Operator: acd.NumberGreaterOrEqualTo, Level: float32(5 - i)}},
			Expiry: &acd.Expiry{DurationInSeconds: 600},
		}
	}
	benchmarkUpdate(b, func(cmd *acd.UpdateContactRoutingData) { cmd.Steps = &steps })
}

// BenchmarkLife measures a task from its start to its completion.
func BenchmarkLife(b *testing.B) {
	d, _ := busyDesk(b, 1, 0)
	b.ReportAllocs()
	for b.Loop() {
		a := d.Agents()[0]
		id := a.Hands[0].ContactID
		d.do(acd.DisconnectContact{UserID: a.UserID, ContactID: id})
		d.do(acd.CompleteContact{UserID: a.UserID, ContactID: id})
		d.task()
		d.TakeEnded()
		d.events = d.events[:0]
	}
}
