package realtime_test

import (
	"testing"

	"patchcord/acd"
	"patchcord/directory"
	"patchcord/instance"
	"patchcord/realtime"
)

// BenchmarkSee measures what one change of priority costs the tally while 1,000 contacts wait.
func BenchmarkSee(b *testing.B) {
	i := instance.New(instance.Options{})
	tally := realtime.New()
	hear := func(events []acd.Event) {
		for _, e := range events {
			tally.See(e, i)

		}

	}
	i.Advance(1000 * second)
	do := func(cmd acd.Command) string {
		created, events, err := i.Do(cmd)
		if err != nil {
			b.Fatal(err)
		}
		hear(events)
		return created
	}
	do(acd.CreateInstance{Instance: acd.Instance{Alias: "bench", Seed: 3}})
	flow, _ := i.Directory().FlowByName(directory.SampleInbound)
	var last acd.ContactID
	for range 1000 {
		last = acd.ContactID(do(acd.StartContact{Operation: "Start", Channel: acd.Task, InitiationMethod: acd.API,
			FlowID: flow.ID}))
	}
	_, events, err := i.Do(acd.UpdateContactRoutingData{ContactID: last, QueuePriority: new(int64(3))})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		tally.See(events[0], i)
	}
}
