package routing

import "patchcord/acd"

// rank is the place of a waiting contact in an agent's order: what stands first here decides first.
type rank struct {
	profilePriority int32    // of the queue in the agent's profile, 1 to 99; 0: his own agent queue, before all others
	queuePriority   int64    // of the contact
	enqueued        acd.Time // less the contact's adjustment
	number          int64    // of the event that queued it: never a tie
}

func rankOf(profilePriority int32, c *contact) rank {
	return rank{profilePriority, c.PriorityInOrder(), c.EnqueuedInOrder(), c.EnqueueNumber}
}

// before says whether a contact of this rank goes to the agent before one of the other (AG:concepts-routing-profiles-
// priority; contacts of queues with the same priority form one order, A0009).
func (k rank) before(other rank) bool {
	switch {
	case k.profilePriority != other.profilePriority:
		return k.profilePriority < other.profilePriority
	case k.queuePriority != other.queuePriority:
		return k.queuePriority < other.queuePriority
	case k.enqueued != other.enqueued:
		return k.enqueued < other.enqueued
	}
	return k.number < other.number
}
