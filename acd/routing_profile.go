package acd

import "slices"

// RoutingProfile says which queues and channels an agent serves, in which order, and how many contacts at once.
type RoutingProfile struct {
	ID                     RoutingProfileID
	Name                   string
	Description            string
	DefaultOutboundQueueID QueueID
	Queues                 []ProfileQueue
	ManualQueues           []QueueChannel // served by manual assignment only, never routed (AG:about-routing)
	Concurrency            []Concurrency
	AvailabilityTimer      AvailabilityTimer
	IsDefault              bool
	LastModifiedAt         Time
}

// QueueChannel is a queue together with a channel, the unit in which a routing profile lists work.
type QueueChannel struct {
	QueueID QueueID
	Channel Channel
}

// ProfileQueue is one entry of a routing profile.
type ProfileQueue struct {
	QueueChannel
	Priority int32 // 1 to 99; lower goes first, before anything about the contact is asked
	Delay    int32 // seconds in queue before agents of this profile may see a contact, 0 to 9999
}

// Concurrency is how many contacts of a channel an agent may have in hand, and what else he may be offered meanwhile.
type Concurrency struct {
	Channel      Channel
	Max          int32
	CrossChannel CrossChannelBehavior
}

// CrossChannelBehavior says whether an agent who works on this channel may be offered contacts of other channels.
type CrossChannelBehavior string

// The two behaviours. The default is the first (A0030).
const (
	RouteCurrentChannelOnly CrossChannelBehavior = "ROUTE_CURRENT_CHANNEL_ONLY"
	RouteAnyChannel         CrossChannelBehavior = "ROUTE_ANY_CHANNEL"
)

// AvailabilityTimer says what puts an agent at the end of the line of those who wait for work (AG:routing-profiles).
type AvailabilityTimer string

// The two timers. The default is the first (A0018).
const (
	SinceLastActivity AvailabilityTimer = "TIME_SINCE_LAST_ACTIVITY"
	SinceLastInbound  AvailabilityTimer = "TIME_SINCE_LAST_INBOUND"
)

// ConcurrencyOf returns the profile's entry for a channel; none means that its agents take no contacts of it.
func (p *RoutingProfile) ConcurrencyOf(c Channel) (Concurrency, bool) {
	i := slices.IndexFunc(p.Concurrency, func(m Concurrency) bool { return m.Channel == c })
	if i < 0 {
		return Concurrency{}, false
	}
	return p.Concurrency[i], true
}

// Entry returns the profile's entry for a queue and channel.
func (p *RoutingProfile) Entry(q QueueChannel) (ProfileQueue, bool) {
	i := slices.IndexFunc(p.Queues, func(e ProfileQueue) bool { return e.QueueChannel == q })
	if i < 0 {
		return ProfileQueue{}, false
	}
	return p.Queues[i], true
}
