package account_test

import (
	"errors"
	"reflect"
	"testing"

	"patchcord/account"
	"patchcord/acd"
	"patchcord/directory"
	"patchcord/instance"
)

var self = acd.Account{Number: "123456789012", Region: "us-east-1"}

// hall is an account with all that has happened in it.
type hall struct {
	*account.Account
	t      *testing.T
	events []acd.Event
}

func newHall(t *testing.T, q acd.Quotas) *hall {
	h := &hall{Account: account.New(instance.Options{Account: self, Quotas: q}), t: t}
	h.wait(1000 * acd.Second)
	return h
}

func (h *hall) wait(d acd.Duration) { h.events = append(h.events, h.Advance(h.Now().Add(d))...) }

func (h *hall) do(id acd.InstanceID, cmd acd.Command) string {
	h.t.Helper()
	created, events, err := h.Do(id, cmd)
	if err != nil {
		h.t.Fatalf("%T: %v", cmd, err)
	}
	h.events = append(h.events, events...)
	return created
}

func (h *hall) refused(code acd.Code, id acd.InstanceID, cmd acd.Command) {
	h.t.Helper()
	_, events, err := h.Do(id, cmd)
	var refusal *acd.Error
	if !errors.As(err, &refusal) || refusal.Code != code || len(events) > 0 {
		h.t.Errorf("%T: %v with %d events; want a refusal: %s", cmd, err, len(events), code)
	}
}

func create(alias string, seed acd.Seed) acd.CreateInstance {
	return acd.CreateInstance{Instance: acd.Instance{Alias: alias, Seed: seed}}
}

// TestInstances makes and removes instances, each under a ClientToken that may be sent again.
func TestInstances(t *testing.T) {
	h := newHall(t, acd.Quotas{InstancesPerAccount: 2})
	ask := create("north", 1)
	ask.Token = acd.ClientToken{Token: "c", Digest: "north"}
	north := acd.InstanceID(h.do("", ask))
	if again := h.do("", ask); again != string(north) {
		t.Errorf("the same token made %s; want %s again", again, north)
	}
	other := ask
	other.Token.Digest = "south"
	h.refused(acd.Reused, "", other)
	h.refused(acd.Duplicate, "", create("NORTH", 2))
	south := acd.InstanceID(h.do("", create("south", 3)))
	h.refused(acd.Limit, "", create("east", 4))
	h.refused(acd.NotFound, "none", acd.DeleteInstance{})

	remove := acd.DeleteInstance{Token: acd.ClientToken{Token: "d", Digest: "north"}}
	h.do(north, remove)
	h.do(north, remove)
	h.refused(acd.NotFound, north, acd.DeleteInstance{})
	h.refused(acd.NotFound, north, acd.CreateQueue{})
	if list := h.Instances(); len(list) != 1 || list[0].ID() != south {
		t.Errorf("there are %d instances; want south alone", len(list))
	}
	h.sameAfterReplay()
}

// TestDeadlines demands that what is due in several instances happens in the order of time, and each at its own.
func TestDeadlines(t *testing.T) {
	h := newHall(t, acd.Quotas{})
	var ends []acd.Time
	for n, life := range []acd.Duration{50 * acd.Second, 20 * acd.Second, 50 * acd.Second} {
		id := acd.InstanceID(h.do("", create("", acd.Seed(n))))
		i, _ := h.Instance(id)
		flow, _ := i.Directory().FlowByName(directory.SampleInbound)
		h.do(id, acd.StartContact{Channel: acd.Task, InitiationMethod: acd.API, Life: life, FlowID: flow.ID})
		ends = append(ends, h.Now().Add(life))
	}
	if at, ok := h.Deadline(); !ok || at != ends[1] {
		t.Errorf("the next deadline is %v, %v; want %v", at, ok, ends[1])
	}
	before := len(h.events)
	h.wait(acd.Hour)
	var met []acd.Time
	for _, e := range h.events[before:] {
		if _, ok := e.Body.(acd.ContactDisconnected); ok {
			met = append(met, e.At)
		}
	}
	if want := []acd.Time{ends[1], ends[0], ends[2]}; !reflect.DeepEqual(met, want) {
		t.Errorf("tasks ended at %v; want %v", met, want)
	}
	if ended := h.TakeEnded(); len(ended) != 3 {
		t.Errorf("%d contacts have left memory; want 3", len(ended))
	}
	h.sameAfterReplay()
}

// sameAfterReplay demands that the events bring back the state, and so does a snapshot.
func (h *hall) sameAfterReplay() {
	h.t.Helper()
	again := account.New(instance.Options{Account: self})
	for _, e := range h.events {
		again.Replay(e)
	}
	want := h.Snapshot()
	if got := again.Snapshot(); !reflect.DeepEqual(got, want) {
		h.t.Errorf("replayed state differs:\n%+v\nwant\n%+v", got, want)
	}
	if got := account.Restore(instance.Options{Account: self}, want).Snapshot(); !reflect.DeepEqual(got, want) {
		h.t.Errorf("restored state differs:\n%+v\nwant\n%+v", got, want)
	}
}
