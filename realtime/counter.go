package realtime

import (
	"cmp"

	"patchcord/acd"
	"patchcord/instance"
)

// Counter is something that is counted whenever it happens, in the queue and on the channel where it does.
type Counter struct {
	QueueChannel        // the queue is zero for what happens outside queues
	What         string // "queued", "abandoned" ...
}

// What is counted.
const (
	Initiated = "initiated" // contacts that came in
	QueuedUp  = "queued"    // contacts put into a queue
	Offered   = "offered"   // offers to an agent
	Accepted  = "accepted"  // offers that became conversations
	Missed    = "missed"    // offers whose time ran out
	Rejected  = "rejected"  // offers that the agent refused
	Abandoned = "abandoned" // contacts that ended in queue
	Ended     = "ended"     // contacts that were disconnected, those among them
	Lapsed    = "step_expired"
)

// answerBounds are the times, in seconds, for which Amazon names a service level (AG:metrics-definitions, "Service
// level X").
var answerBounds = [...]int{15, 20, 25, 30, 45, 60, 90, 120, 180, 240, 300, 600}

// AnswerBounds returns the bounds of the buckets of Answers, in seconds.
func AnswerBounds() []int { return answerBounds[:] }

// Answers are the times that contacts of a queue and channel waited until an agent accepted them.
type Answers struct {
	Within [len(answerBounds)]int64 // how many within each bound
	Count  int64
	Total  acd.Duration
}

// tell counts what has happened.
func (b *Board) tell(e acd.Event, i *instance.Instance) {
	switch body := e.Body.(type) {
	case acd.ContactInitiated:
		b.counters[Counter{QueueChannel{Channel: body.Contact.Channel}, Initiated}]++
	case acd.ContactQueued:
		b.add(i, body.ContactID, QueuedUp)
	case acd.ContactOffered:
		b.add(i, body.ContactID, Offered)
	case acd.ContactAccepted:
		b.add(i, body.ContactID, Accepted)
		b.answered(e.At, i, body.ContactID)
	case acd.OfferMissed:
		b.add(i, body.ContactID, Missed)
	case acd.OfferRejected:
		b.add(i, body.ContactID, Rejected)
	case acd.StepExpired:
		b.add(i, body.ContactID, Lapsed)
	case acd.ContactDisconnected:
		b.add(i, body.ContactID, Ended)
		if was := b.contacts[body.ContactID]; was != nil && was.queued {
			b.add(i, body.ContactID, Abandoned)
		}
	}
}

func (b *Board) add(i *instance.Instance, id acd.ContactID, what string) {
	if c, ok := i.Contact(id); ok {
		b.counters[Counter{QueueChannel{c.Queue, c.Channel}, what}]++
	}
}

func (b *Board) answered(at acd.Time, i *instance.Instance, id acd.ContactID) {
	c, ok := i.Contact(id)
	if !ok || c.Queue.IsZero() {
		return
	}
	where := QueueChannel{c.Queue, c.Channel}
	a := b.answers[where]
	if a == nil {
		a = &Answers{}
		b.answers[where] = a
	}
	waited := at.Sub(c.EnqueuedAt)
	a.Count++
	a.Total += waited
	for n, bound := range answerBounds {
		if waited <= acd.Seconds(bound) {
			a.Within[n]++
		}
	}
}

// Counted is a counter with what it stands at.
type Counted struct {
	Counter
	Value int64
}

// Counters returns all counters that have moved since the latest cut.
func (b *Board) Counters() []Counted {
	var all []Counted
	for _, key := range sortedKeys(b.counters, func(x, y Counter) int {
		return cmp.Or(cmp.Compare(x.What, y.What), x.compare(y.QueueChannel))
	}) {
		all = append(all, Counted{key, b.counters[key]})
	}
	return all
}

// Answered is the answer times of a queue and channel.
type Answered struct {
	QueueChannel
	Answers
}

// Answers returns the answer times of all queues since the latest cut.
func (b *Board) Answers() []Answered {
	var all []Answered
	for _, key := range sortedKeys(b.answers, QueueChannel.compare) {
		all = append(all, Answered{key, *b.answers[key]})
	}
	return all
}
