package instance_test

import (
	"slices"

	"patchcord/acd"
	"patchcord/instance"
	"patchcord/realtime"
)

// judgeTally holds the numbers that were kept event by event against a naive recount of the state, whatever may be
// asked: the instance, each queue, each channel, each profile, each step.
func (l *life) judgeTally() {
	board, ok := l.tally.Board(l.mirror.ID())
	if !ok {
		return
	}
	still := board.Still(l.mirror.Now())
	asks := []realtime.Ask{{}}
	for _, c := range acd.Channels() {
		asks = append(asks, realtime.Ask{Channels: []acd.Channel{c}})
	}
	for _, q := range l.queues {
		asks = append(asks, realtime.Ask{Queues: []acd.QueueID{q}}, realtime.Ask{Queues: []acd.QueueID{q},
			Channels: []acd.Channel{acd.Chat, acd.Task}})
		for _, step := range still.Steps(q, nil) {
			asks = append(asks, realtime.Ask{Queues: []acd.QueueID{q}, Step: step})
		}
	}
	for _, p := range l.profiles {
		asks = append(asks, realtime.Ask{Profiles: []acd.RoutingProfileID{p}})
	}
	for _, s := range l.statuses {
		asks = append(asks, realtime.Ask{Queues: l.queues, Statuses: []acd.AgentStatusID{s}})
	}
	for _, ask := range asks {
		if got, want := still.Count(ask), naiveCount(l.mirror, ask); got != want {
			l.fault("asked for %+v the tally says %+v, a recount %+v", ask, got, want)
		}
	}
	bySubtype := board.StillBySubtype(l.mirror.Now())
	for _, subtype := range append(bySubtype.Subtypes(), "connect:Chat") {
		for _, ask := range []realtime.Ask{{Subtypes: []string{subtype}}, {Subtypes: []string{subtype}, Queues: l.queues}} {
			if got, want := bySubtype.Count(ask), naiveCount(l.mirror, ask); got != want {
				l.fault("asked for %+v the tally says %+v, a recount %+v", ask, got, want)
			}
		}
	}
	for _, c := range l.mirror.Contacts() {
		got, waits := board.Position(c.ID)
		if want := naivePosition(l.mirror, c); got != want || waits != (want > 0) {
			l.fault("%s has the position %d, a recount %d", c.ID, got, want)
		}
	}
}

// naiveCount counts what is asked for by walking through everybody.
func naiveCount(i *instance.Instance, ask realtime.Ask) (n realtime.Numbers) {
	for _, c := range i.Contacts() {
		if due := c; c.Callback != nil && c.State == acd.Scheduled && c.Target.Type == acd.StandardQueue {
			if due.Queue = c.Target; naiveLine(i, ask, due) {
				n.Scheduled++
			}
		}
		if !c.IsWaiting() || c.Queue.Type != acd.StandardQueue || !naiveLine(i, ask, c) {
			continue
		}
		n.InQueue++
		if n.OldestSince == 0 || c.EnqueuedAt < n.OldestSince {
			n.OldestSince = c.EnqueuedAt
		}
	}
	for _, a := range i.Agents() {
		naiveAgent(i, ask, a, &n)
	}
	return n
}

// isOfSubtype says whether a contact, if it still lives, is of a subtype that is asked for.
func isOfSubtype(i *instance.Instance, ask realtime.Ask, id acd.ContactID) bool {
	c, _ := i.Contact(id)
	subtype := c.SegmentAttributes[acd.SubtypeAttribute].String
	return ask.Subtypes == nil || subtype != nil && slices.Contains(ask.Subtypes, *subtype)
}

func naiveLine(i *instance.Instance, ask realtime.Ask, c acd.Contact) bool {
	if !isOfSubtype(i, ask, c.ID) || ask.Queues != nil && !slices.Contains(ask.Queues, c.Queue.ID) ||
		ask.Channels != nil && !slices.Contains(ask.Channels, c.Channel) {
		return false
	}
	if ask.Step != nil && c.State == acd.Scheduled {
		return false
	}
	if ask.Step != nil {
		step := c.Criteria.ActiveStep()
		if step < 0 || realtime.StepKey(&c.Criteria.Steps[step].Expression) != realtime.StepKey(ask.Step) {
			return false
		}
	}
	for _, id := range ask.Profiles {
		p, _ := i.Directory().RoutingProfile(id)
		for _, e := range p.Queues {
			if e.QueueID == c.Queue.ID && e.Channel == c.Channel {
				return true
			}
		}
	}
	return ask.Profiles == nil
}

func naiveAgent(i *instance.Instance, ask realtime.Ask, a acd.Agent, n *realtime.Numbers) {
	user, _ := i.Directory().User(a.UserID)
	status, _ := i.Directory().AgentStatus(a.StatusID)
	profile, _ := i.Directory().RoutingProfile(user.RoutingProfileID)
	if ask.Profiles != nil && !slices.Contains(ask.Profiles, profile.ID) ||
		ask.Statuses != nil && !slices.Contains(ask.Statuses, status.ID) ||
		ask.Step != nil && !ask.Step.Fits(user.ID, user.Proficiencies) {
		return
	}
	blocked, missed, onContact := false, false, false
	serves := map[acd.Channel]bool{}
	for _, m := range profile.Concurrency {
		if ask.Channels != nil && !slices.Contains(ask.Channels, m.Channel) {
			continue
		}
		serves[m.Channel] = ask.Queues == nil
		for _, e := range profile.Queues {
			serves[m.Channel] = serves[m.Channel] || e.Channel == m.Channel && slices.Contains(ask.Queues, e.QueueID)
		}
	}
	for _, h := range a.Hands {
		busy := []acd.AgentContactState{"CONNECTED", "CONNECTED_ONHOLD", "PENDING", "ENDED", "PAUSED"}
		active := slices.Contains(busy, h.State) ||
			h.State == "CONNECTING" && h.Outbound
		fails := h.State == "MISSED" || h.State == "REJECTED" || h.State == "ERROR"
		blocked = blocked || fails
		if !isOfSubtype(i, ask, h.ContactID) {
			continue
		}
		if serves[h.Channel] {
			onContact, missed = onContact || active, missed || fails
		}
		ours := ask.Queues == nil || h.Queue.Type == acd.StandardQueue && slices.Contains(ask.Queues, h.Queue.ID)
		if ours && active && (ask.Channels == nil || slices.Contains(ask.Channels, h.Channel)) {
			n.SlotsActive++
			if h.State == "ENDED" {
				n.AfterContact++
			}
		}
	}
	some := false
	for _, yes := range serves {
		some = some || yes
	}
	if !some {
		return
	}
	n.Online += one(status.Type != acd.Offline)
	n.Staffed += one(status.Type == acd.Routable)
	n.NonProductive += one(status.Type == acd.Custom)
	n.OnContact += one(onContact)
	n.Error += one(missed)
	most, free := naiveRoom(i, a, serves)
	n.SlotsMax += most * one(status.Type != acd.Offline)
	n.SlotsAvailable += free * one(status.Type == acd.Routable)
	n.Available += one(free > 0 && !blocked && status.Type == acd.Routable && a.NextStatus == "")
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// naiveRoom adds up the slots of an agent: those of channels that go with others, and of the rest only the most.
func naiveRoom(i *instance.Instance, a acd.Agent, serves map[acd.Channel]bool) (most, free int) {
	aloneMost, aloneFree := 0, 0
	for _, s := range i.Slots(a.UserID) {
		switch {
		case !serves[s.Channel]:
		case s.Alone:
			aloneMost, aloneFree = max(aloneMost, int(s.Max)), max(aloneFree, int(s.Free))
		default:
			most, free = most+int(s.Max), free+max(0, int(s.Free))
		}
	}
	return most + aloneMost, free + aloneFree
}

// naivePosition counts who is routed before a contact of the same queue, channel and step; 0: it is in no queue.
func naivePosition(i *instance.Instance, c acd.Contact) int {
	if c.State != acd.Queued {
		return 0
	}
	place := 1
	for _, other := range i.Contacts() {
		if other.ID == c.ID || !other.IsWaiting() || other.Queue != c.Queue || other.Channel != c.Channel ||
			naiveStep(other) != naiveStep(c) {
			continue
		}
		a := []int64{other.PriorityInOrder(), int64(other.EnqueuedInOrder()), other.EnqueueNumber}
		b := []int64{c.PriorityInOrder(), int64(c.EnqueuedInOrder()), c.EnqueueNumber}
		place += one(slices.Compare(a, b) < 0)
	}
	return place
}

func naiveStep(c acd.Contact) string {
	step := c.Criteria.ActiveStep()
	if step < 0 || c.Queue.Type != acd.StandardQueue {
		return ""
	}
	return asText(c.Criteria.Steps[step].Expression)
}
