package realtime

import (
	"cmp"
	"container/heap"
	"slices"

	"patchcord/acd"
	"patchcord/instance"
)

// Line is what contacts stand in who wait for the same: a queue, a channel, and the step of their routing criteria that
// narrows the agents now.
type Line struct {
	QueueChannel
	Step string // the expression of the active step, as StepKey writes it; empty: none
}

// line is a Line with those who stand in it, and with those who have left it.
type line struct {
	expression *acd.Expression // of its step; nil: none
	waiting    waiting
	left       []acd.Time // when the latest left it to an agent or for good, the oldest first
}

// contact is a living contact as it is counted.
type contact struct {
	id       acd.ContactID
	line     Line
	queued   bool // stands in a queue, perhaps being offered
	waits    bool // and nobody is being asked to take it
	served   bool // an agent has it, or it has ended
	since    acd.Time
	due      QueueChannel         // where it will wait, a callback whose time has not come; zero: it is none
	criteria *acd.RoutingCriteria // of which the line's step was read
	step     int
	user     acd.UserID // who is asked to take it, or has it
	subtype  string     // its connect:Subtype, which never changes

	priority int64 // these three are its place in the order
	inOrder  acd.Time
	number   int64

	place int // among the waiting
}

// ahead says whether a contact is routed before another of its line.
func (c *contact) ahead(other *contact) bool {
	return cmp.Or(cmp.Compare(c.priority, other.priority), cmp.Compare(c.inOrder, other.inOrder),
		cmp.Compare(c.number, other.number)) < 0
}

// waiting is a heap of contacts, the one on top queued first.
type waiting []*contact

// Len is part of heap.Interface.
func (w waiting) Len() int { return len(w) }

// Less is part of heap.Interface.
func (w waiting) Less(i, j int) bool { return w[i].since < w[j].since }

// Swap is part of heap.Interface.
func (w waiting) Swap(i, j int) {
	w[i], w[j] = w[j], w[i]
	w[i].place, w[j].place = i, j
}

// Push is part of heap.Interface.
func (w *waiting) Push(x any) {
	c := x.(*contact)
	c.place = len(*w)
	*w = append(*w, c)
}

// Pop is part of heap.Interface.
func (w *waiting) Pop() any {
	last := (*w)[len(*w)-1]
	(*w)[len(*w)-1] = nil
	*w = (*w)[:len(*w)-1]
	return last
}

// putContact counts a contact as it is now, and the agents who had or have to do with it.
func (b *Board) putContact(at acd.Time, id acd.ContactID, i *instance.Instance) {
	if !i.VisitContact(id, func(now *acd.Contact) { b.moveContact(at, id, now, i) }) {
		b.moveContact(at, id, nil, i)
	}
}

// moveContact counts a contact as it is now; nil: it lives no more.
func (b *Board) moveContact(at acd.Time, id acd.ContactID, now *acd.Contact, i *instance.Instance) {
	was := b.contacts[id]
	var next *contact
	if now != nil {
		counts := counted(now, was)
		if was != nil && was.waits && counts.waits && was.line == counts.line && was.since == counts.since {
			counts.place = was.place
			*was = counts // it keeps its place among the waiting
			return
		}
		next = new(counts)
	}
	b.moveDue(was, next)
	if was != nil && was.waits {
		heap.Remove(&b.lines[was.line].waiting, was.place)
	}
	if was != nil && was.queued && (next == nil || next.served) {
		b.lineAt(at, was.line, nil).leave(at)
	}
	if next != nil {
		b.contacts[id] = next
		if next.waits {
			heap.Push(&b.lineAt(at, next.line, now).waiting, next)
		}
	} else {
		delete(b.contacts, id)
	}
	if was != nil && was.user != "" {
		b.putAgent(was.user, i)
	}
	if next != nil && next.user != "" && (was == nil || was.user != next.user) {
		b.putAgent(next.user, i)
	}
}

// moveDue counts a contact among the callbacks that are scheduled, or no longer.
func (b *Board) moveDue(was, next *contact) {
	if was != nil && was.due.Channel != "" {
		if b.due[was.due]--; b.due[was.due] == 0 {
			delete(b.due, was.due)
		}
	}
	if next != nil && next.due.Channel != "" {
		b.due[next.due]++
	}
}

// counted returns how a living contact counts. The step is read again only when there is another one.
func counted(now *acd.Contact, was *contact) contact {
	c := contact{id: now.ID, queued: now.State == acd.Queued, waits: now.IsWaiting(), since: now.EnqueuedAt,
		served:   now.State == acd.ConnectedTo || now.HasEnded() || now.Callback != nil && now.Agent != nil,
		priority: now.PriorityInOrder(), inOrder: now.EnqueuedInOrder(), number: now.EnqueueNumber}
	if was != nil {
		c.subtype = was.subtype
	} else if subtype := now.SegmentAttributes[acd.SubtypeAttribute].String; subtype != nil {
		c.subtype = *subtype
	}
	switch {
	case now.Offer != nil:
		c.user = now.Offer.UserID
	case now.Agent != nil:
		c.user = now.Agent.UserID
	}
	if now.Callback != nil && now.State == acd.Scheduled {
		c.due = QueueChannel{now.Target, now.Channel}
	}
	c.line.QueueChannel = QueueChannel{now.Queue, now.Channel}
	c.criteria, c.step = now.Criteria, -1
	if now.Queue.Type == acd.StandardQueue {
		c.step = now.Criteria.ActiveStep()
	}
	switch {
	case c.step < 0 || !c.queued:
	case was != nil && was.criteria == c.criteria && was.step == c.step:
		c.line.Step = was.line.Step
	default:
		c.line.Step = StepKey(&c.criteria.Steps[c.step].Expression)
	}
	return c
}

// linesMin is how many lines are kept before those are looked for that nobody needs.
const linesMin = 256

// lineAt returns a line, which is made if it is not there. of is a contact that stands in it, nil if none is at hand.
func (b *Board) lineAt(at acd.Time, key Line, of *acd.Contact) *line {
	l, ok := b.lines[key]
	if !ok {
		if len(b.lines) >= max(linesMin, 2*b.kept) {
			b.sweep(at)
		}
		l = &line{}
		b.lines[key] = l
	}
	if l.expression == nil && key.Step != "" && of != nil {
		l.expression = &of.Criteria.Steps[of.Criteria.ActiveStep()].Expression
	}
	return l
}

// sweep drops the lines in which nobody stands and whose pace is known to nobody any more.
func (b *Board) sweep(at acd.Time) {
	for key, l := range b.lines { // order does not show: each is judged by itself
		if len(l.waiting) == 0 && (len(l.left) == 0 || at.Sub(l.left[len(l.left)-1]) > paceSpan) {
			delete(b.lines, key)
		}
	}
	b.kept = len(b.lines)
}

// The pace of a line is that of the latest who left it, as long as they did so within a time (A0153).
const (
	paceMax  = 50 // contacts
	paceMin  = 2  // fewer say nothing
	paceSpan = acd.Hour
)

// leave notes that somebody has left the line.
func (l *line) leave(at acd.Time) {
	if len(l.left) == paceMax {
		l.left = slices.Delete(l.left, 0, 1)
	}
	l.left = append(l.left, at)
}

// pace returns how many of those who have left a line count, and since when.
func (l *line) pace(now acd.Time) (contacts int, since acd.Time) {
	recent := l.left
	for len(recent) > 0 && now.Sub(recent[0]) > paceSpan {
		recent = recent[1:]
	}
	if len(recent) == 0 {
		return 0, 0
	}
	return len(recent), recent[0]
}

// estimate says how long it takes until so many contacts have left a line that has had a pace since an instant. It is
// the number of those who left after the first that counts, over the time since then (A0153).
func estimate(now acd.Time, ahead, left int, since acd.Time) (acd.Duration, bool) {
	if left < paceMin {
		return 0, false
	}
	return acd.Duration(int64(ahead) * int64(max(now.Sub(since), 1)) / int64(left-1)), true
}
