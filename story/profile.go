package story

import (
	"slices"
	"strings"

	"patchcord/acd"
)

// A plan is a routing profile as a story writes it: queues stand in it by their names.
type plan struct {
	entries     []entry
	manual      []entry
	concurrency []acd.Concurrency
	cross       []crossing
	timer       acd.AvailabilityTimer
}

// An entry is a queue that a profile serves, for some channels; none stands for all that the profile has.
type entry struct {
	queue    string
	channels []acd.Channel
	priority int32
	delay    int32
}

// A crossing is the cross-channel behaviour of some channels; none stands for all that the profile has.
type crossing struct {
	behavior acd.CrossChannelBehavior
	channels []acd.Channel
}

// take adds a pair to the plan, if it belongs there.
func (p *plan) take(a *args, pr pair) bool {
	if c, ok := acd.ParseChannel(pr.key); ok {
		most := int64(c.MaxConcurrency())
		p.concurrency = append(p.concurrency, acd.Concurrency{Channel: c, Max: int32(a.integer(pr, 1, most))})
		return true
	}
	switch pr.key {
	case "cross":
		p.takeCrossing(a, pr)
	case "timer":
		p.takeTimer(a, pr)
	case "manual":
		queue, channels := a.reach(pr)
		a.cast.add(aQueue, queue)
		p.manual = append(p.manual, entry{queue: queue, channels: channels})
	default:
		return false
	}
	return true
}

func (p *plan) takeCrossing(a *args, pr pair) {
	word, channels := a.reach(pr)
	behavior := acd.RouteAnyChannel
	switch word {
	case "any":
	case "current":
		behavior = acd.RouteCurrentChannelOnly
	default:
		a.fail(pr.word, "cross is %q; give any or current", word)
	}
	p.cross = append(p.cross, crossing{behavior, channels})
}

func (p *plan) takeTimer(a *args, pr pair) {
	switch pr.value {
	case "activity":
		p.timer = acd.SinceLastActivity
	case "inbound":
		p.timer = acd.SinceLastInbound
	default:
		a.fail(pr.word, "timer is %q; give activity or inbound", pr.value)
	}
}

// takeQueue adds QUEUE=PRIORITY[/DELAY][@CHANNEL] to the plan. A queue that is new is made.
func (p *plan) takeQueue(a *args, pr pair) {
	numbers, channels := a.reach(pr)
	priority, delay, delayed := strings.Cut(numbers, "/")
	e := entry{queue: pr.key, channels: channels}
	e.priority = int32(a.integer(pair{pr.word, "the priority of " + pr.key, priority}, 1, 99))
	if delayed {
		e.delay = int32(a.integer(pair{pr.word, "the delay of " + pr.key, delay}, 0, 9999))
	}
	a.cast.add(aQueue, pr.key)
	p.entries = append(p.entries, e)
}

// reach cuts VALUE@CHANNEL,CHANNEL.
func (a *args) reach(pr pair) (value string, channels []acd.Channel) {
	value, list, ok := strings.Cut(pr.value, "@")
	if ok {
		channels = a.channels(pr.word, list)
	}
	return value, channels
}

// channels returns the channels of the plan. One that names none has one contact of each.
func (p *plan) channels() []acd.Concurrency {
	list := slices.Clone(p.concurrency)
	if len(list) == 0 {
		for _, c := range acd.Channels() {
			list = append(list, acd.Concurrency{Channel: c, Max: 1})
		}
	}
	for _, cross := range p.cross {
		for i := range list {
			if among(cross.channels, list[i].Channel) {
				list[i].CrossChannel = cross.behavior
			}
		}
	}
	return list
}

// profile makes a routing profile of the plan.
func (p *plan) profile(s *stage, name string) (acd.RoutingProfile, error) {
	profile := acd.RoutingProfile{Name: name, Description: "of a story", AvailabilityTimer: p.timer}
	profile.Concurrency = p.channels()
	all := channelsOf(profile.Concurrency)
	var err error
	if profile.Queues, err = s.profileQueues(p.entries, all); err != nil {
		return profile, err
	}
	if profile.ManualQueues, err = s.manualQueues(p.manual, all); err != nil {
		return profile, err
	}
	profile.DefaultOutboundQueueID = s.inst.Directory().Queues()[0].ID
	return profile, nil
}

// profileQueues turns entries into those of a routing profile, one for each channel.
func (s *stage) profileQueues(entries []entry, all []acd.Channel) ([]acd.ProfileQueue, error) {
	var list []acd.ProfileQueue
	for _, e := range entries {
		id, err := s.queue(e.queue)
		if err != nil {
			return nil, err
		}
		for _, c := range orAll(e.channels, all) {
			list = append(list, acd.ProfileQueue{
				QueueChannel: acd.QueueChannel{QueueID: id, Channel: c}, Priority: e.priority, Delay: e.delay,
			})
		}
	}
	return list, nil
}

// manualQueues turns entries into those for manual assignment, which calls do not know (AG:about-routing).
func (s *stage) manualQueues(entries []entry, all []acd.Channel) ([]acd.QueueChannel, error) {
	var list []acd.QueueChannel
	for _, e := range entries {
		id, err := s.queue(e.queue)
		if err != nil {
			return nil, err
		}
		for _, c := range orAll(e.channels, all) {
			if c != acd.Voice || len(e.channels) > 0 {
				list = append(list, acd.QueueChannel{QueueID: id, Channel: c})
			}
		}
	}
	return list, nil
}

func channelsOf(list []acd.Concurrency) []acd.Channel {
	var channels []acd.Channel
	for _, m := range list {
		channels = append(channels, m.Channel)
	}
	return channels
}

// among says whether a channel is on the list; no list stands for every one.
func among(list []acd.Channel, c acd.Channel) bool {
	for _, other := range list {
		if other == c {
			return true
		}
	}
	return len(list) == 0
}

func orAll(list, all []acd.Channel) []acd.Channel {
	if len(list) == 0 {
		return all
	}
	return list
}
