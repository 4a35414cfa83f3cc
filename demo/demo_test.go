package demo_test

import (
	"context"
	"fmt"
	"testing"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/demo"
	"patchcord/engine"
	"patchcord/journal"
)

func open(t *testing.T, seed acd.Seed) *engine.Engine {
	t.Helper()
	e, err := engine.Open(journal.NewMemory(), engine.Options{
		Account: acd.Account{Number: "123456789012", Region: "us-east-1"},
		Quotas:  acd.AmazonQuotas(),
		Manual:  1767225600000,
		Seed:    func(nth int) acd.Seed { return acd.Seed(seed.Draw(0, nth)) },
		Stage:   true,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Close(context.Background()) })
	return e
}

func mustMake(t *testing.T, e *engine.Engine) demo.Demo {
	t.Helper()
	d, err := demo.Make(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestSameSeedSameIDs(t *testing.T) {
	first, again, other := open(t, 1), open(t, 1), open(t, 2)
	a, b, c := mustMake(t, first), mustMake(t, again), mustMake(t, other)
	if fmt.Sprint(a) != fmt.Sprint(b) {
		t.Errorf("the same seed made %v and %v", a, b)
	}
	if a.Instance == c.Instance || a.Queues["Support"] == c.Queues["Support"] || a.Users["ana"] == c.Users["ana"] {
		t.Errorf("another seed made %v and %v", a, c)
	}
	_, hashA := first.Hash()
	_, hashB := again.Hash()
	if hashA != hashB {
		t.Error("the same seed made another state")
	}
	if err := first.Reset(t.Context()); err != nil {
		t.Fatal(err)
	}
	if d := mustMake(t, first); fmt.Sprint(a) != fmt.Sprint(d) {
		t.Errorf("after a reset, the seed made %v and %v", a, d)
	}
}

// The worked example, at three times its pace: the criteria relax twice, then ana takes the contact.
func TestExpert(t *testing.T) {
	e := open(t, 1)
	d := mustMake(t, e)
	id, err := e.Do(t.Context(), d.Instance, acd.StartContact{Operation: "StartTaskContact", Channel: acd.Task,
		InitiationMethod: acd.API, FlowID: d.Flows[demo.Expert], Name: "Une question"})
	if err != nil {
		t.Fatal(err)
	}
	for seconds, want := range []string{0: "ACTIVE INACTIVE INACTIVE", 10: "EXPIRED ACTIVE INACTIVE",
		20: "EXPIRED EXPIRED JOINED"} {
		if seconds > 0 {
			if _, err := e.AdvanceClock(t.Context(), acd.Second); err != nil {
				t.Fatal(err)
			}
		}
		if want == "" {
			continue
		}
		c, _, err := e.Contact(d.Instance, acd.ContactID(id))
		if err != nil || c.Criteria == nil {
			t.Fatalf("after %d s: %+v (%v)", seconds, c, err)
		}
		steps := c.Criteria.Steps
		if got := fmt.Sprint(steps[0].Status, " ", steps[1].Status, " ", steps[2].Status); got != want {
			t.Errorf("after %d s the steps are %s, want %s", seconds, got, want)
		}
		if seconds == 20 && (c.Agent == nil || c.Agent.UserID != d.Users["ana"]) {
			t.Errorf("after %d s the agent is %+v, want ana", seconds, c.Agent)
		}
	}
}

func TestByAttributes(t *testing.T) {
	e := open(t, 1)
	d := mustMake(t, e)
	tests := []struct {
		about      string
		attributes map[string]string
		queue      string
		criteria   string
		agent      string // who is offered the contact at once; empty: nobody
	}{
		{"no attributes", nil, "Support", "", "bob"},
		{"a language", map[string]string{"language": "German"}, "Support", "German", ""},
		{"a queue and a language", map[string]string{"queue": string(d.Queues["Sales"]), "language": "German"}, "Sales",
			"German", "dan"},
		{"a language that is unknown", map[string]string{"queue": string(d.Queues["Billing"]), "language": "Welsh"},
			"Billing", "", "bob"},
	}
	leave := acd.PutUserStatus{UserID: d.Users["ana"], StatusID: offline(e, d)}
	if _, err := e.Do(t.Context(), d.Instance, leave); err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		// Each comes in an instant of its own: in one, whoever got the last stands behind the others (A0095).
		if _, err := e.AdvanceClock(t.Context(), acd.Second); err != nil {
			t.Fatal(err)
		}
		id, err := e.Do(t.Context(), d.Instance, acd.StartContact{Operation: "StartTaskContact", Channel: acd.Task,
			InitiationMethod: acd.API, FlowID: d.Flows[demo.ByAttributes], Name: tt.about, Attributes: tt.attributes})
		if err != nil {
			t.Fatal(err)
		}
		c, _, err := e.Contact(d.Instance, acd.ContactID(id))
		if err != nil {
			t.Fatal(err)
		}
		criteria, agent := "", acd.UserID("")
		if c.Criteria != nil {
			criteria = c.Criteria.Steps[0].Expression.Attribute.Value
		}
		if c.Offer != nil {
			agent = c.Offer.UserID
		}
		if c.Queue.ID != d.Queues[tt.queue] || criteria != tt.criteria || agent != d.Users[tt.agent] {
			t.Errorf("%s: queue %s, criteria %q, agent %q", tt.about, c.Queue.ID, criteria, agent)
		}
	}
}

func offline(e *engine.Engine, d demo.Demo) (id acd.AgentStatusID) {
	e.View(func(a *account.Account) {
		i, _ := a.Instance(d.Instance)
		for _, s := range i.Directory().AgentStatuses() {
			if s.Type == acd.Offline {
				id = s.ID
			}
		}
	})
	return id
}
