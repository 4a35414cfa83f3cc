package acd

import (
	"regexp"
	"testing"
)

// TestUUID demands ids in the form of random UUIDs, which differ wherever seed, event or place differ, and never
// change.
func TestUUID(t *testing.T) {
	form := regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	seen := map[string]bool{}
	for seed := range Seed(10) {
		for event := range int64(200) {
			for nth := range 3 {
				id := seed.UUID(event, nth)
				if !form.MatchString(id) || seen[id] {
					t.Fatalf("the id of seed %d, event %d, place %d is %s: malformed or given twice", seed, event, nth, id)
				}
				seen[id] = true
			}
		}
	}
	if got, want := Seed(7).UUID(1, 0), "d70d3259-e4e1-4b63-ac10-89e8c5f6d269"; got != want {
		t.Errorf("seed 7 gives %s; journals that are out there hold %s", got, want)
	}
}

// TestARN takes ARNs apart that were put together, and refuses those of others.
func TestARN(t *testing.T) {
	a := Account{Number: "123456789012", Region: "us-east-1"}
	for _, want := range []ResourceRef{{"i", KindQueue, "q"}, {"i", KindAgentQueue, "u"}, {"i", KindFlow, "f"}} {
		got, ok := a.ParseARN(a.ARN(want.Instance, want.Kind, want.ID))
		if !ok || got != want {
			t.Errorf("%+v came back as %+v, %v", want, got, ok)
		}
		if id := IDOf(a.ARN(want.Instance, want.Kind, want.ID) + ":$SAVED"); id != want.ID {
			t.Errorf("the id in the ARN of %+v is %q", want, id)
		}
	}
	if got, ok := a.ParseARN(a.InstanceARN("i")); !ok || got != (ResourceRef{Instance: "i"}) {
		t.Errorf("the instance came back as %+v, %v", got, ok)
	}
	for _, foreign := range []string{"", "i", "arn:aws:connect:us-east-1:123456789012:instance/",
		"arn:aws:connect:eu-west-1:123456789012:instance/i", "arn:aws:sqs:us-east-1:123456789012:instance/i",
		"arn:aws:connect:us-east-1:123456789012:instance/i/queue/"} {
		if got, ok := a.ParseARN(foreign); ok {
			t.Errorf("%q was taken for %+v", foreign, got)
		}
	}
}
