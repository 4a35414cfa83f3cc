package history

import (
	"encoding/binary"
	"slices"

	"patchcord/acd"
	"patchcord/journal"
)

// An ended contact has a mark in each of these lists, in which contacts stand by the time of a moment of their lives:
//
//	list        of                             by
//	i/INSTANCE  all contacts                   when they began
//	q/INSTANCE/QUEUE  those that were queued   when they began
//	a/INSTANCE/AGENT  those that an agent had  when they began
//	d/INSTANCE  those that ended late          when they ended
//	e/INSTANCE  those that were queued late    when they were queued
//	c/INSTANCE  those that were accepted late  when they were connected to the agent
//	s/INSTANCE  those that were scheduled      when their flow was to begin
//
// Late is more than an hour after a contact began. So whoever looks for a moment within a span finds it among those
// that began in the span or in the hour before, whose note tells the moment, and among the late ones; and most
// contacts need three marks only.
const (
	listOfAll    = "i/"
	listOfQueue  = "q/"
	listOfAgent  = "a/"
	lateAfter    = acd.Hour
	listScheme   = "s/"
	listEnded    = "d/"
	listQueued   = "e/"
	listAccepted = "c/"
)

// listOf is the list of the late contacts by a moment.
func listOf(m Moment) string {
	switch m {
	case Scheduled:
		return listScheme
	case Disconnected:
		return listEnded
	case Enqueued:
		return listQueued
	case ConnectedToAgent:
		return listAccepted
	}
	return listOfAll
}

// marks returns where an ended contact is found.
func marks(instance acd.InstanceID, c *acd.Contact) []journal.Mark {
	began := int64(c.InitiatedAt)
	list := []journal.Mark{{Word: listOfAll + string(instance), At: began}}
	if !c.Queue.IsZero() {
		list = append(list, journal.Mark{Word: listOfQueue + string(instance) + "/" + string(c.Queue.ID), At: began})
	}
	if c.Agent != nil {
		list = append(list, journal.Mark{Word: listOfAgent + string(instance) + "/" + string(c.Agent.UserID), At: began})
	}
	for _, m := range notedMoments() {
		if at := m.of(c); isLate(c.InitiatedAt, at) {
			list = append(list, journal.Mark{Word: listOf(m) + string(instance), At: int64(at)})
		}
	}
	if at := Scheduled.of(c); !at.IsZero() {
		list = append(list, journal.Mark{Word: listOf(Scheduled) + string(instance), At: int64(at)})
	}
	return list
}

// isLate says whether a moment is too far from the beginning to be looked for there.
func isLate(began, at acd.Time) bool {
	return !at.IsZero() && (at < began || at.Sub(began) > lateAfter)
}

// A Moment is one of a contact's times by which contacts are searched and sorted.
type Moment string

// The moments, as Amazon spells them.
const (
	Initiated        Moment = "INITIATION_TIMESTAMP"
	Scheduled        Moment = "SCHEDULED_TIMESTAMP"
	ConnectedToAgent Moment = "CONNECTED_TO_AGENT_TIMESTAMP"
	Disconnected     Moment = "DISCONNECT_TIMESTAMP"
	Enqueued         Moment = "ENQUEUE_TIMESTAMP"
	Expiry           Moment = "EXPIRY_TIMESTAMP" // to sort by only
)

// of returns a moment of a contact, zero where it has none.
func (m Moment) of(c *acd.Contact) acd.Time {
	switch m {
	case Initiated:
		return c.InitiatedAt
	case Scheduled:
		return c.ScheduledAt
	case ConnectedToAgent:
		if c.Agent != nil {
			return c.Agent.ConnectedAt
		}
	case Disconnected:
		return c.DisconnectedAt
	case Enqueued:
		return c.EnqueuedAt
	case Expiry:
		return c.ExpiresAt
	}
	return 0
}

// notedMoments are the moments that a note tells, in its order.
func notedMoments() []Moment { return []Moment{Enqueued, ConnectedToAgent, Disconnected} }

// methods lists the ways in which contacts begin by their place in a note. It only grows, at its end.
func methods() []acd.InitiationMethod {
	return []acd.InitiationMethod{
		"INBOUND", "OUTBOUND", "TRANSFER", "QUEUE_TRANSFER", "CALLBACK", "API", "DISCONNECT", "MONITOR",
		"EXTERNAL_OUTBOUND", "WEBRTC_API", "AGENT_REPLY", "FLOW",
	}
}

// channels lists the channels by their place in a note. It only grows, at its end.
func channels() []acd.Channel { return []acd.Channel{acd.Voice, acd.Chat, acd.Task, acd.Email} }

// A card is what a note tells of a contact, so that most searches need not open its row.
//
//	channel and method  enqueued  connected to an agent  disconnected
//	1 byte              from the beginning in ms, zigzag, plus one; 0: never
type card struct {
	channel acd.Channel
	method  acd.InitiationMethod
	began   acd.Time
	moments [3]acd.Time // in the order of notedMoments
}

const methodsMax = 32 // as many as fit into a byte beside a channel

// note writes the card of a contact.
func note(c *acd.Contact) []byte {
	channel, method := slices.Index(channels(), c.Channel)+1, slices.Index(methods(), c.InitiationMethod)+1
	b := []byte{byte(channel*methodsMax + method)}
	for _, m := range notedMoments() {
		at := m.of(c)
		if at.IsZero() {
			b = append(b, 0)
			continue
		}
		d := int64(at.Sub(c.InitiatedAt))
		b = binary.AppendUvarint(b, uint64(d<<1)^uint64(d>>63)+1)
	}
	return b
}

// readNote reads the card of a contact that began at an instant. It is not whole where the note is of a channel or a
// way to begin that it has no place for.
func readNote(b []byte, began acd.Time) (c card, whole bool) {
	if len(b) == 0 {
		return c, false
	}
	channel, method := int(b[0])/methodsMax-1, int(b[0])%methodsMax-1
	if channel < 0 || channel >= len(channels()) || method < 0 || method >= len(methods()) {
		return c, false
	}
	c = card{channel: channels()[channel], method: methods()[method], began: began}
	b = b[1:]
	for i := range c.moments {
		n, size := binary.Uvarint(b)
		if size <= 0 {
			return c, false
		}
		b = b[size:]
		if n > 0 {
			n--
			c.moments[i] = began.Add(acd.Duration(int64(n>>1) ^ -int64(n&1)))
		}
	}
	return c, true
}

// moment returns a moment that the card tells of.
func (c *card) moment(m Moment) acd.Time {
	if m == Initiated {
		return c.began
	}
	return c.moments[slices.Index(notedMoments(), m)]
}
