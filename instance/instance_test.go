package instance_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"patchcord/acd"
	"patchcord/directory"
	"patchcord/instance"
)

const second = acd.Time(acd.Second)

// desk is an instance with one agent, ready to be asked.
type desk struct {
	*instance.Instance
	t      testing.TB
	events []acd.Event
	user   acd.UserID
	flow   acd.FlowID
	status map[string]acd.AgentStatusID
}

func newDesk(t testing.TB, q acd.Quotas) *desk {
	d := &desk{Instance: instance.New(instance.Options{Quotas: q}), t: t, status: map[string]acd.AgentStatusID{}}
	d.events = append(d.events, d.Advance(1000*second)...)
	d.do(acd.CreateInstance{Instance: acd.Instance{Alias: "test", Seed: 7}})
	for _, s := range d.Directory().AgentStatuses() {
		d.status[s.Name] = s.ID
	}
	inbound, _ := d.Directory().FlowByName(directory.SampleInbound)
	d.flow = inbound.ID
	d.user = acd.UserID(d.do(acd.CreateUser{User: acd.User{Username: "ana", FirstName: "Ana", LastName: "A",
		RoutingProfileID:   d.Directory().RoutingProfiles()[0].ID,
		SecurityProfileIDs: []acd.SecurityProfileID{d.Directory().SecurityProfiles()[0].ID},
	}}))
	return d
}

func (d *desk) do(cmd acd.Command) string {
	d.t.Helper()
	created, events, err := d.Do(cmd)
	if err != nil {
		d.t.Fatalf("%T: %v", cmd, err)
	}
	d.events = append(d.events, events...)
	return created
}

func (d *desk) wait(seconds int) {
	d.events = append(d.events, d.Advance(d.Now()+acd.Time(seconds)*second)...)
}

func (d *desk) task() acd.ContactID {
	return acd.ContactID(d.do(acd.StartContact{Operation: "StartTaskContact", Channel: acd.Task,
		InitiationMethod: acd.API, FlowID: d.flow, Name: "task"}))
}

// TestLife leads a task from its start to its completion, and demands that replaying the events, and restoring a
// snapshot, bring back the same state.
func TestLife(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	id := d.task()
	if c, _ := d.Contact(id); c.State != acd.Queued {
		t.Fatalf("the task is %s; want it queued", c.State)
	}
	d.do(acd.PutUserStatus{UserID: d.user, StatusID: d.status["Available"]})
	if a, _ := d.Agent(d.user); len(a.Hands) != 1 || a.Hands[0].State != acd.HandConnecting {
		t.Fatalf("ana has %+v in hand; want the task ringing", a.Hands)
	}
	d.wait(31)
	if a, _ := d.Agent(d.user); a.Hands[0].State != acd.HandMissed {
		t.Fatalf("after 31 s the task is %s; want it missed", a.Hands[0].State)
	}
	d.do(acd.DismissUserContact{UserID: d.user, ContactID: id})
	d.do(acd.AcceptContact{UserID: d.user, ContactID: id})
	d.sameAfterReplay()
	d.do(acd.DisconnectContact{UserID: d.user, ContactID: id})
	d.do(acd.CompleteContact{UserID: d.user, ContactID: id})
	ended := d.TakeEnded()
	if len(ended) != 1 || ended[0].State != acd.CompletedLife || ended[0].DisconnectReason != acd.ReasonAgent {
		t.Fatalf("ended are %+v; want the completed task", ended)
	}
	d.sameAfterReplay()
	if _, _, err := d.Do(acd.StopContact{ContactID: id}, ended...); err == nil {
		t.Error("an ended contact was stopped")
	}
}

func (d *desk) sameAfterReplay() {
	d.t.Helper()
	again := instance.New(instance.Options{})
	for _, e := range d.events {
		again.Replay(e)
	}
	if want, got := d.Snapshot(), again.Snapshot(); !reflect.DeepEqual(want, got) {
		d.t.Errorf("replayed state differs:\n%+v\nwant\n%+v", got, want)
	}
	again = instance.Restore(instance.Options{}, d.Snapshot())
	if want, got := d.Snapshot(), again.Snapshot(); !reflect.DeepEqual(want, got) {
		d.t.Errorf("restored state differs:\n%+v\nwant\n%+v", got, want)
	}
}

// TestClientToken demands that a token finds its contact for a day, and is refused for another request.
func TestClientToken(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	ask := acd.StartContact{Operation: "StartTaskContact", Channel: acd.Task, InitiationMethod: acd.API, FlowID: d.flow,
		Token: acd.ClientToken{Token: "t", Digest: "one"}}
	first := d.do(ask)
	if again := d.do(ask); again != first {
		t.Errorf("the same token made %s; want %s again", again, first)
	}
	other := ask
	other.Token.Digest = "two"
	if _, _, err := d.Do(other); err == nil || err.(*acd.Error).Code != acd.Reused {
		t.Errorf("another request under the token: %v; want it refused", err)
	}
	d.wait(24 * 3600)
	if later := d.do(ask); later == first {
		t.Error("the token still finds its contact after a day")
	}
}

var _ directory.Chronicle = (*instance.Instance)(nil)

// TestRoomForContacts fills each channel to its quota; one contact more is refused until one has ended.
func TestRoomForContacts(t *testing.T) {
	for _, channel := range acd.Channels() {
		d := newDesk(t, acd.Quotas{Calls: 1, Chats: 2, Tasks: 3, Emails: 4})
		start := acd.StartContact{Operation: "Start", Channel: channel, InitiationMethod: acd.API, FlowID: d.flow}
		var last string
		for range 1 + slices.Index(acd.Channels(), channel) {
			last = d.do(start)
		}
		var refusal *acd.Error
		if _, _, err := d.Do(start); !errors.As(err, &refusal) || refusal.Code != acd.Limit {
			t.Errorf("one more %s: %v; want it refused", channel, err)
		}
		d.do(acd.StopContact{ContactID: acd.ContactID(last)})
		d.do(start)
	}
}
