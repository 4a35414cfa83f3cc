package instance_test

import (
	"testing"

	"patchcord/acd"
	"patchcord/flow"
	"patchcord/instance"
)

// TestTasksOfTasks lets a flow create a task that the same flow leads, which creates one, and so on: it comes to an end
// at each instant, and nothing is left behind (A0262).
func TestTasksOfTasks(t *testing.T) {
	i := instance.New(instance.Options{Account: acd.Account{Number: "123456789012", Region: "us-east-1"}})
	must := func(cmd acd.Command) (string, []acd.Event) {
		t.Helper()
		created, events, err := i.Do(cmd)
		if err != nil {
			t.Fatal(err)
		}
		return created, events
	}
	must(acd.CreateInstance{Instance: acd.Instance{Alias: "a", IdentityManagementType: "CONNECT_MANAGED", Seed: 1}})
	again := flow.CreateTask{Flow: "$.Attributes.flow", Name: "Another",
		Attributes: map[string]string{"flow": "$.Attributes.flow"}}
	id, _ := must(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: "rabbits", Type: "CONTACT_FLOW", Status: "PUBLISHED",
		Content: flow.Build(again, again, flow.End{})}})
	for _, at := range []acd.Time{0, 0, 1000} {
		i.Advance(at)
		_, events := must(acd.StartContact{Operation: "Start", Channel: acd.Task, InitiationMethod: acd.API,
			FlowID: acd.FlowID(id), Attributes: map[string]string{"flow": id}})
		tasks := 0
		for _, e := range events {
			if _, ok := e.Body.(acd.ContactInitiated); ok {
				tasks++
			}
		}
		if tasks > 101 || tasks < 1 {
			t.Errorf("at %d a flow has created %d tasks", at, tasks)
		}
		if left := i.Contacts(); len(left) > 0 {
			t.Errorf("at %d %d contacts are left", at, len(left))
		}
	}
}
