package report

import (
	"slices"

	"patchcord/acd"
)

// What the definitions of the metrics say of a contact record, read off a contact.

// wasQueued says whether the contact was in a queue that counts: metrics know no agent queues.
func wasQueued(c *acd.Contact) bool {
	return !c.EnqueuedAt.IsZero() && c.Queue.Type == acd.StandardQueue
}

// wasHandled says whether an agent was connected to the contact. Who listens to another one handles nothing (A0232).
func wasHandled(c *acd.Contact) bool {
	return c.Agent != nil && !c.Agent.ConnectedAt.IsZero() && c.Monitors == nil
}

// wasAbandoned says whether the contact ended in its queue and did not go on elsewhere.
func wasAbandoned(c *acd.Contact) bool { return wasQueued(c) && c.Agent == nil && !wentOn(c) }

// wentOn says whether the contact goes on as another segment. One that asked to be called back has not been abandoned.
func wentOn(c *acd.Contact) bool { return len(c.Next) > 0 }

// wasTransferred says whether the contact went on with somebody else, or in another queue.
func wasTransferred(c *acd.Contact) bool {
	return slices.ContainsFunc(c.Next, acd.NextContact.IsTransfer)
}

// wentOnFromAgent says whether the agent passed the contact on.
func wentOnFromAgent(c *acd.Contact) bool { return wasTransferred(c) && wasHandled(c) }

// wentOnFromQueue says whether the contact was moved while it waited.
func wentOnFromQueue(c *acd.Contact) bool {
	return wasTransferred(c) && c.PreDisconnect == acd.EndedInQueue
}

// inQueue returns how long the contact was in its queue.
func inQueue(c *acd.Contact) acd.Duration {
	if c.Callback != nil && c.Agent != nil { // it leaves its queue before its customer is called
		return c.Agent.AcceptedAt.Sub(c.EnqueuedAt)
	}
	if wasHandled(c) {
		return c.Agent.ConnectedAt.Sub(c.EnqueuedAt)
	}
	return c.DisconnectedAt.Sub(c.EnqueuedAt)
}

// interaction returns how long agent and customer were together, without hold and pauses.
func interaction(c *acd.Contact) acd.Duration {
	return max(c.DisconnectedAt.Sub(c.Agent.ConnectedAt)-c.Agent.HoldTotal-c.Agent.PauseTotal, 0)
}

// afterContactWork returns how long the agent worked on it afterwards.
func afterContactWork(c *acd.Contact) acd.Duration {
	if c.Agent.WorkStartedAt.IsZero() || c.Agent.WorkEndedAt.IsZero() {
		return 0
	}
	return c.Agent.WorkEndedAt.Sub(c.Agent.WorkStartedAt)
}

// active returns how long the agent was busy with it; handle adds the pauses.
func active(c *acd.Contact) acd.Duration { return interactionAndHold(c) + afterContactWork(c) }

func handle(c *acd.Contact) acd.Duration { return active(c) + c.Agent.PauseTotal }

// resolution returns how long it took from the beginning until nobody had work with it any more.
func resolution(c *acd.Contact) acd.Duration {
	end := c.DisconnectedAt
	if c.Agent != nil {
		end = max(end, c.Agent.WorkEndedAt)
	}
	return end.Sub(c.InitiatedAt)
}

// inFlow returns how long the contact was led by its flow before it was queued.
func inFlow(c *acd.Contact) acd.Duration {
	if c.ConnectedToSystemAt.IsZero() {
		return 0
	}
	end := c.DisconnectedAt
	if !c.EnqueuedAt.IsZero() {
		end = c.EnqueuedAt
	}
	return max(end.Sub(c.ConnectedToSystemAt), 0)
}

// beganInFlow says whether a contact of its kind begins in a flow, as outbound contacts do not.
func beganInFlow(c *acd.Contact) bool {
	switch c.InitiationMethod {
	case acd.Inbound, acd.API, acd.Transfer, acd.QueueTransfer, acd.Disconnect:
		return true
	}
	return false
}

// entered says whether a step narrowed the agents at some time.
func entered(s *acd.Step) bool { return s.Status != acd.Inactive && s.Status != "" }

// lastStep returns the index of the step in which the contact was answered or ended, -1 where there was none.
func lastStep(c *acd.Contact) int {
	last := -1
	if c.Criteria == nil {
		return last
	}
	for i := range c.Criteria.Steps {
		if entered(&c.Criteria.Steps[i]) {
			last = i
		}
	}
	return last
}

// wasMissedByCustomer says whether the customer was called back and did not pick up.
func wasMissedByCustomer(c *acd.Contact) bool {
	return c.Callback != nil && c.Agent != nil && c.ConnectedToSystemAt.IsZero()
}

// wasRepliedTo says whether the media's side has told when the agent of a queued chat first wrote to the customer.
func wasRepliedTo(c *acd.Contact) bool {
	return wasQueued(c) && c.Channel == acd.Chat && !firstReply(c).IsZero()
}

func firstReply(c *acd.Contact) acd.Time {
	if c.Media == nil || c.Media.ChatMetrics == nil || c.Media.ChatMetrics.ChatContactMetrics == nil {
		return 0
	}
	return c.Media.ChatMetrics.ChatContactMetrics.AgentFirstResponseTimestamp
}

// untilReply returns how long the customer waited for the agent's first words.
func untilReply(c *acd.Contact) acd.Duration { return max(firstReply(c).Sub(c.EnqueuedAt), 0) }
