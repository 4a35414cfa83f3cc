package workspace

import (
	"testing"

	"patchcord/acd"
	"patchcord/demo"
	"patchcord/engine"
	"patchcord/journal"
)

// BenchmarkSee measures what watching costs the engine: a contact is given new criteria, which shows as two events.
func BenchmarkSee(b *testing.B) {
	for about, observers := range map[string][]func(engine.Sighting){
		"alone":   nil,
		"watched": {NewStreams(acd.Account{Number: "123456789012", Region: "us-east-1"}, StreamOptions{}).See},
	} {
		b.Run(about, func(b *testing.B) {
			e, err := engine.Open(journal.NewMemory(), engine.Options{Manual: began, RecordsKept: -1,
				Account: acd.Account{Number: "123456789012", Region: "us-east-1"}, Observers: observers})
			if err != nil {
				b.Fatal(err)
			}
			defer e.Close(b.Context())
			d, err := demo.Make(b.Context(), e)
			if err != nil {
				b.Fatal(err)
			}
			id, err := e.Do(b.Context(), d.Instance, acd.StartContact{Channel: acd.Task, InitiationMethod: acd.API,
				FlowID: d.Flows[demo.Expert]})
			if err != nil {
				b.Fatal(err)
			}
			steps := []acd.Step{{Expression: acd.Expression{Attribute: &acd.AttributeCondition{Name: "Language",
				Value: "Spanish", Operator: acd.NumberGreaterOrEqualTo, Level: 5}}}}
			b.ReportAllocs()
			for b.Loop() {
				cmd := acd.UpdateContactRoutingData{ContactID: acd.ContactID(id), Steps: &steps}
				if _, err := e.Do(b.Context(), d.Instance, cmd); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
