package storm

import (
	"fmt"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// A chain is what a mover knows of a task that he moves: its segments, of which the last one may live.
type chain struct {
	segments []*segment
	leap     *leap // a move that was sent and not answered
}

// A leap is a move that somebody has asked for.
type leap struct {
	input *sdk.TransferContactInput // with its ClientToken; nil: it went by a quick connect, which knows of none
}

// A segment is what a mover knows of one segment of a chain. Nobody but he and his user do anything with it.
type segment struct {
	id    string
	quick bool           // it went on by a quick connect
	rest  register[rest] //
	agent register[bool] // the mover's user has had it
	end   deed           // it was stopped, or its agent has hung up
	work  deed           // its agent has ended his after-contact work
	last  *segmentSight  // as it was shown last; nil: never
}

// rest is how often a segment was paused, and whether it is.
type rest struct {
	times int32
	now   bool
}

// last returns the segment that the chain has come to.
func (c *chain) last() *segment { return c.segments[len(c.segments)-1] }

// moved notes the segment that an answered move has led to.
func (c *chain) moved(id string, quick bool) {
	c.last().quick = quick
	c.segments, c.leap = append(c.segments, &segment{id: id}), nil
}

// drop notes that nothing in flight has happened.
func (c *chain) drop() {
	c.leap = nil
	for _, s := range c.segments {
		s.rest.drop()
		s.agent.drop()
		s.end.refuse()
		s.work.refuse()
	}
}

// over says whether nothing about the chain will ever change again.
func (c *chain) over() bool {
	return !slices.ContainsFunc(c.segments, func(s *segment) bool { return s.last == nil || !s.last.isOver() })
}

// ids returns the segments' ids.
func (c *chain) ids() (ids []string) {
	for _, s := range c.segments {
		ids = append(ids, s.id)
	}
	return ids
}

// judgeTree demands that a chain has exactly the segments that were acknowledged, and one more at most if a move is in
// flight. What is in flight it takes for known when it is found.
func (c *chain) judgeTree(found []string) (faults []string) {
	known := c.ids()
	if c.leap != nil && len(found) == len(known)+1 && !slices.Contains(known, found[len(known)]) {
		c.moved(found[len(known)], c.leap.input == nil)
		known = c.ids()
	}
	c.leap = nil
	if !slices.Equal(found, known) {
		faults = append(faults, fmt.Sprintf("the chain of %s has the segments %q; acknowledged were %q", known[0], found,
			known))
	}
	return faults
}

// A segmentSight is a segment of a chain as DescribeContact shows it.
type segmentSight struct {
	id, previous, initial string
	nexts                 []string // by quick connects
	agent, queue          string
	rest                  rest
	restUnclear           bool // it was paused and resumed within one millisecond
	initiated             time.Time
	queued, ended, worked bool
}

// seeSegment reads what DescribeContact shows.
func seeSegment(c *types.Contact) *segmentSight {
	s := &segmentSight{id: aws.ToString(c.Id), previous: aws.ToString(c.PreviousContactId),
		initial: aws.ToString(c.InitialContactId), initiated: moment(c.InitiationTimestamp),
		ended: c.DisconnectTimestamp != nil}
	s.rest.times = aws.ToInt32(c.TotalPauseCount)
	paused, resumed := moment(c.LastPausedTimestamp), moment(c.LastResumedTimestamp)
	s.rest.now, s.restUnclear = paused.After(resumed), !paused.IsZero() && paused.Equal(resumed)
	for _, next := range c.NextContacts {
		if data, ok := next.NextContactMetadata.(*types.NextContactMetadataMemberQuickConnectContactData); ok {
			s.nexts = append(s.nexts, aws.ToString(data.Value.ContactId))
		}
	}
	if c.QueueInfo != nil {
		s.queue, s.queued = aws.ToString(c.QueueInfo.Id), c.QueueInfo.EnqueueTimestamp != nil
	}
	if c.AgentInfo != nil {
		s.agent, s.worked = aws.ToString(c.AgentInfo.Id), c.AgentInfo.AfterContactWorkEndTimestamp != nil
	}
	return s
}

// isOver says whether nothing about the segment will ever change again.
func (s *segmentSight) isOver() bool { return s.ended && (s.agent == "" || s.worked) }

// judgeSegment demands that a segment of a chain is what was acknowledged of it, or what was in flight, and takes what
// it finds for known. It was asked for at an instant.
func (c *chain) judgeSegment(n int, user string, s *segmentSight, asked time.Time) (faults []string) {
	this := c.segments[n]
	fault := func(format string, args ...any) {
		faults = append(faults, fmt.Sprintf("segment %d, %s, ", n+1, this.id)+fmt.Sprintf(format, args...))
	}
	if s.restUnclear {
		s.rest.now = this.rest.known.now
	}
	if !this.rest.allows(s.rest) {
		fault("has rested like %+v; acknowledged was %+v, in flight were %+v", s.rest, this.rest.known, this.rest.maybe)
	}
	if !this.agent.allows(s.agent != "") || s.agent != "" && s.agent != user {
		fault("has had agent %q; that user %s has it was acknowledged: %v", s.agent, user, this.agent.known)
	}
	if s.worked && !this.work.asked || !s.worked && this.work.done {
		fault("shows after-contact work that has ended: %v; acknowledged was %v", s.worked, this.work.done)
	}
	if n > 0 && (s.previous != c.segments[n-1].id || s.initial != c.segments[0].id) {
		fault("follows %q in the chain of %q, not %s in that of %s", s.previous, s.initial, c.segments[n-1].id,
			c.segments[0].id)
	}
	var nexts []string
	if last := n == len(c.segments)-1; last {
		if s.ended && !this.end.asked || !s.ended && this.end.done {
			fault("has ended: %v; acknowledged was %v", s.ended, this.end.done)
		}
		this.end.settle(s.ended)
	} else {
		if this.quick {
			nexts = []string{c.segments[n+1].id}
		}
		if !s.ended {
			fault("has gone on as %s and has not ended", c.segments[n+1].id)
		}
	}
	if !slices.Equal(s.nexts, nexts) {
		fault("has gone on as %q by quick connects; acknowledged was %q", s.nexts, nexts)
	}
	if !s.ended && s.rest.times == 0 && !s.queued && asked.Sub(s.initiated) > waits+slack {
		fault("has begun at %v, and at %v it still is in no queue", s.initiated, asked)
	}
	this.rest.settle(s.rest)
	this.agent.settle(s.agent != "")
	this.work.settle(s.worked)
	this.last = s
	return faults
}

// waits is how long the flow of moved tasks waits before it puts them into a queue.
const waits = 2 * time.Second
