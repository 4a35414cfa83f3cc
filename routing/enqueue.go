package routing

import "patchcord/acd"

// Refusal says why a contact could not enter a queue, as a flow's error branches name it; empty: it could.
type Refusal string

// The refusals (AG:transfer-to-queue).
const (
	Entered         Refusal = ""
	QueueAtCapacity Refusal = "QueueAtCapacity"
	NoMatchingError Refusal = "NoMatchingError"
)

// Enqueue puts a contact into its working queue and starts its criteria there. perAgentQueue limits what an agent queue
// holds; zero: no limit.
func (r *Router) Enqueue(id acd.ContactID, perAgentQueue int) Refusal {
	c := r.contacts[id]
	if c.State != acd.InFlow || c.Target.IsZero() {
		return NoMatchingError
	}
	if refusal := r.Admits(c.Target, c.InitiationMethod, perAgentQueue); refusal != Entered {
		return refusal
	}
	r.say.Emit(acd.ContactQueued{ContactID: id, Queue: c.Target})
	if c.Criteria != nil && c.Queue.Type == acd.StandardQueue {
		r.activate(c, 0)
	}
	return Entered
}

// Admits says whether a queue takes a contact that has come to be in this way. A disabled queue takes none
// (AG:disable-a-queue); MaxContacts counts all channels, those that ring among them (A0039), and does not speak of
// agent queues, which have a limit of their own (AG:set-maximum-queue-limit).
func (r *Router) Admits(ref acd.QueueRef, method acd.InitiationMethod, perAgentQueue int) Refusal {
	if ref.Type == acd.AgentQueue {
		if _, ok := r.users[acd.UserID(ref.ID)]; !ok {
			return NoMatchingError
		}
		if acd.Exceeded(perAgentQueue, r.queued[ref]) {
			return QueueAtCapacity
		}
		return Entered
	}
	q, ok := r.queues[ref.ID]
	if !ok || q.Status == acd.QueueDisabled {
		return NoMatchingError
	}
	if q.MaxContacts != nil && r.queued[ref] >= roomIn(*q.MaxContacts, method) {
		return QueueAtCapacity
	}
	return Entered
}

// roomIn returns how many contacts a queue with a limit may hold once one of this kind has entered: what comes from
// another queue or from an agent, and callbacks whose time has come, may exceed the limit by a fifth of it, rounded
// down (AG:set-maximum-queue-limit, A0114).
func roomIn(most int32, method acd.InitiationMethod) int {
	if method.IsMove() || method == acd.CallbackMethod {
		return int(most) + int(most)/5
	}
	return int(most)
}
