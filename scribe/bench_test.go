package scribe

import (
	"testing"

	"patchcord/acd"
)

// rerouted is what one UpdateContactRoutingData with criteria of three steps makes happen.
func rerouted() Record {
	const contact = "6f0c1a52-1111-4222-8333-444455556666"
	const instance = "8a1de7f0-aaaa-4bbb-8ccc-ddddeeeeffff"
	priority := int64(3)
	condition := func(name, value string, level float32) acd.Expression {
		return acd.Expression{Attribute: &acd.AttributeCondition{
			Name: name, Value: value, Operator: acd.NumberGreaterOrEqualTo, Level: level,
		}}
	}
	step := func(level float32) acd.Step {
		both := []acd.Expression{condition("Language", "French", level), condition("Technology", "DynamoDB", 5)}
		return acd.Step{
			Expression: acd.Expression{And: both}, Expiry: &acd.Expiry{DurationInSeconds: 30}, Status: acd.Inactive,
		}
	}
	criteria := &acd.RoutingCriteria{Steps: []acd.Step{step(4), step(3), step(1)}}
	at := acd.Time(1767225600000)
	return Record{At: at, Events: []acd.Event{
		{At: at, Instance: instance, Number: 41, Body: acd.ContactRoutingUpdated{
			ContactID: contact, QueuePriority: &priority, Criteria: criteria,
		}},
		{At: at, Instance: instance, Number: 42, Body: acd.StepActivated{
			ContactID: contact, Step: 0, ExpiresAt: at.Add(30 * acd.Second),
		}},
	}}
}

// BenchmarkEncode writes the events of one re-routing.
func BenchmarkEncode(b *testing.B) {
	r := rerouted()
	var text []byte
	b.ReportAllocs()
	for b.Loop() {
		text = text[:0]
		for _, e := range r.Events {
			text = AppendEvent(text, e)
		}
	}
	b.ReportMetric(float64(len(text)), "B/pair")
}

// BenchmarkDecode reads them back.
func BenchmarkDecode(b *testing.B) {
	text := EncodeRecord(rerouted())
	b.ReportAllocs()
	for b.Loop() {
		if _, err := DecodeRecord(text); err != nil {
			b.Fatal(err)
		}
	}
}
