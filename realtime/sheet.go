package realtime

import (
	"cmp"
	"slices"
	"strings"

	"patchcord/acd"
	"patchcord/instance"
)

// Sheet is a board as it is read: with the names of what its numbers are of.
type Sheet struct {
	Instance string // its alias, or its id where it has none
	At       acd.Time
	All      Numbers
	Queues   []QueueRow // by name, then channel; a queue and channel in which there is nothing has none
	Agents   []AgentRow // by name; those who are offline and have nothing in hand are left out
}

// QueueRow is a queue and channel.
type QueueRow struct {
	Queue   string
	Channel acd.Channel
	Numbers
	Wait  acd.Duration // that a contact may expect which enters now
	Knows bool         // whether there is an estimate
}

// AgentRow is an agent.
type AgentRow struct {
	Name     string
	Status   string
	Activity string
	Since    acd.Time // since when his status, or the contact that his activity goes by, is as it is
	Contacts []ContactRow
}

// ContactRow is a contact in an agent's hands.
type ContactRow struct {
	Channel acd.Channel
	State   acd.AgentContactState
	Queue   string
	Since   acd.Time
}

// Sheet returns the board of an instance, to be read.
func (b *Board) Sheet(i *instance.Instance, now acd.Time) Sheet {
	still := b.Still(now)
	s := Sheet{Instance: i.Directory().Instance().Alias, At: now, All: still.Count(Ask{})}
	if s.Instance == "" {
		s.Instance = string(i.ID())
	}
	for _, q := range i.Directory().Queues() {
		for _, c := range acd.Channels() {
			row := QueueRow{Queue: q.Name, Channel: c}
			row.Numbers = still.Count(Ask{Queues: []acd.QueueID{q.ID}, Channels: []acd.Channel{c}})
			if row.Numbers.IsEmpty() {
				continue
			}
			row.Wait, row.Knows = still.Wait(q.ID, c, nil)
			s.Queues = append(s.Queues, row)
		}
	}
	for _, id := range sortedKeys(b.agents, cmp.Compare[acd.UserID]) {
		a := b.agents[id]
		if a.kind != acd.Offline || len(a.Hands) > 0 {
			s.Agents = append(s.Agents, a.row(i))
		}
	}
	slices.SortStableFunc(s.Queues, func(x, y QueueRow) int { return strings.Compare(x.Queue, y.Queue) })
	slices.SortStableFunc(s.Agents, func(x, y AgentRow) int { return strings.Compare(x.Name, y.Name) })
	return s
}

func (a *agent) row(i *instance.Instance) AgentRow {
	user, _ := i.Directory().User(a.UserID)
	status, _ := i.Directory().AgentStatus(a.StatusID)
	r := AgentRow{Name: user.Username, Status: status.Name}
	r.Activity, r.Since = a.activity(status.Name)
	for _, h := range a.Hands {
		row := ContactRow{Channel: h.Channel, State: h.State, Since: h.Since}
		if q, ok := i.Directory().Queue(h.Queue.ID); ok && h.Queue.Type == acd.StandardQueue {
			row.Queue = q.Name
		}
		r.Contacts = append(r.Contacts, row)
	}
	return r
}

// activity returns what an agent is doing, and since when. Of several contacts the first of these counts
// (AG:metrics-definitions, "Agent Activity").
func (a *agent) activity(status string) (what string, since acd.Time) {
	for _, kind := range []struct {
		name string
		is   func(acd.AgentContact) bool
	}{
		{"Error", func(h acd.AgentContact) bool { return h.State == acd.HandError }},
		{"Missed", func(h acd.AgentContact) bool { return h.State == acd.HandMissed }},
		{"Rejected", func(h acd.AgentContact) bool { return h.State == acd.HandRejected }},
		{"On contact", func(h acd.AgentContact) bool { return isActive(h) && h.State != acd.HandEnded }},
		{"After contact work", func(h acd.AgentContact) bool { return h.State == acd.HandEnded }},
		{"Incoming", func(h acd.AgentContact) bool { return h.State == acd.HandConnecting }},
	} {
		if n := slices.IndexFunc(a.Hands, kind.is); n >= 0 {
			return kind.name, a.Hands[n].Since
		}
	}
	return status, a.StatusSince
}
