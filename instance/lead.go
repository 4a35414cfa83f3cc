package instance

import (
	"fmt"
	"slices"
	"strings"

	"patchcord/acd"
	"patchcord/flow"
)

// errand is a flow that runs for a contact.
type errand struct {
	contact acd.ContactID
	flow    acd.FlowID
	aside   bool // it runs because the contact was paused or resumed, and its end is not the contact's (A0103)
}

// lead lets the flow of a contact run from its start.
func (i *Instance) lead(id acd.ContactID) {
	c, _ := i.router.Contact(id)
	i.follow(errand{contact: id, flow: c.FlowID})
}

// Lead lets the flow of a contact run whose time has come. It is for the rooms of the instance.
func (i *Instance) Lead(id acd.ContactID) {
	c, _ := i.router.Contact(id)
	if _, ok := i.directory.Flow(c.FlowID); !ok {
		i.fail(errand{contact: id, flow: c.FlowID}, "", "the flow does not exist any more")
		return
	}
	i.lead(id)
}

// follow lets a flow run until its contact waits in a queue (A0032) or the flow ends. A block that fails without a
// branch for it ends the contact (A0060), and so does a flow that runs on and on without waiting for anything (A0065).
func (i *Instance) follow(e errand) {
	f := i.parsed(e.flow)
	action := f.Start()
	for range flow.BlocksPerRunMax {
		failure, done := i.run(f, action, e)
		if done {
			return
		}
		next, ok := f.Next(action, failure)
		if !ok {
			c, _ := i.router.Contact(e.contact)
			i.fail(e, action, strings.TrimSpace(string(failure)+" "+f.Reason(action, &c)))
			return
		}
		action = next
	}
	i.fail(e, action, fmt.Sprintf("ran %d blocks in one instant", flow.BlocksPerRunMax))
}

func (i *Instance) fail(e errand, action, why string) {
	i.Emit(acd.FlowFailed{ContactID: e.contact, FlowID: e.flow, Action: action, Error: why})
	if !e.aside {
		i.router.End(e.contact, acd.ReasonFlow)
	}
}

func (i *Instance) parsed(id acd.FlowID) *flow.Flow {
	content, _ := i.directory.Flow(id)
	if f, ok := i.flows[content.Content]; ok {
		return f
	}
	f, err := flow.Parse(content.Content)
	if err != nil {
		panic("a published flow cannot be parsed: " + err.Error())
	}
	i.flows[content.Content] = f
	return f
}

// run runs one block for a contact. It says how the block failed, if it did, and whether the flow is done with the
// contact.
func (i *Instance) run(f *flow.Flow, action string, e errand) (failure flow.Failure, done bool) {
	id := e.contact
	c, _ := i.router.Contact(id)
	effect, failure := f.Effect(action, &c)
	if failure != "" {
		return failure, false
	}
	switch effect := effect.(type) {
	case flow.SetQueue:
		return i.setQueue(id, effect.Queue), false
	case flow.SetRouting:
		if c.Agent != nil { // nothing is left to route (A0104)
			return "", false
		}
		i.router.UpdateRouting(acd.UpdateContactRoutingData{ContactID: id, QueuePriority: effect.QueuePriority,
			QueueTimeAdjustment: effect.QueueTimeAdjustment})
		return "", false
	case flow.SetCriteria:
		if c.Agent != nil {
			return flow.NoMatchingError, false
		}
		return i.setCriteria(id, effect.Steps), false
	case flow.SetAttributes:
		return i.setAttributes(c, effect), false
	case flow.TransferToQueue:
		refusal := i.router.Enqueue(id, i.options.Quotas.ContactsPerAgentQueue)
		return flow.Failure(refusal), refusal == ""
	case flow.SetHook:
		return i.setHook(id, effect), false
	case flow.Resume:
		return i.resumeItself(c)
	case flow.Disconnect:
		i.router.End(id, acd.ReasonFlow)
		return "", true
	case flow.End:
		if c.State == acd.InFlow && !e.aside { // nothing else will lead it on (A0060)
			i.router.End(id, acd.ReasonFlow)
		}
		return "", true
	}
	panic("a flow asked for what the instance does not know")
}

func (i *Instance) setQueue(id acd.ContactID, q acd.QueueRef) flow.Failure {
	known := false
	if q.Type == acd.AgentQueue {
		_, known = i.directory.User(acd.UserID(q.ID))
	} else {
		_, known = i.directory.Queue(q.ID)
	}
	if !known {
		return flow.NoMatchingError
	}
	i.Emit(acd.ContactTargetQueueSet{ContactID: id, Queue: q})
	return ""
}

// setCriteria sets criteria from a flow. Preferred agents may be named by username here (AG:set-routing-criteria).
func (i *Instance) setCriteria(id acd.ContactID, steps []acd.Step) flow.Failure {
	steps = i.withUserIDs(steps)
	if acd.ValidateSteps(steps) != nil || i.directory.CheckCriteria(steps) != nil {
		return flow.NoMatchingError
	}
	i.router.UpdateRouting(acd.UpdateContactRoutingData{ContactID: id, Steps: &steps})
	return ""
}

// withUserIDs returns a copy of steps in which usernames have become ids. What is neither stays, to be refused.
func (i *Instance) withUserIDs(steps []acd.Step) []acd.Step {
	steps = slices.Clone(steps)
	for n := range steps {
		steps[n].Expression = i.withIDs(steps[n].Expression)
	}
	return steps
}

func (i *Instance) withIDs(x acd.Expression) acd.Expression {
	if x.Attribute != nil && x.Attribute.AgentIDs != nil {
		condition := *x.Attribute
		ids := slices.Clone(*condition.AgentIDs)
		for n, id := range ids {
			if u, ok := i.directory.UserByName(string(id)); ok {
				ids[n] = u.ID
			}
		}
		condition.AgentIDs = &ids
		x.Attribute = &condition
	}
	x.And, x.Or = i.allWithIDs(x.And), i.allWithIDs(x.Or)
	return x
}

func (i *Instance) allWithIDs(list []acd.Expression) []acd.Expression {
	list = slices.Clone(list)
	for n := range list {
		list[n] = i.withIDs(list[n])
	}
	return list
}

// setAttributes sets attributes of a contact, or of the one it is related to, which must live.
func (i *Instance) setAttributes(c acd.Contact, effect flow.SetAttributes) flow.Failure {
	if effect.Related {
		related, ok := i.router.Contact(c.RelatedID)
		if !ok {
			return flow.NoMatchingError
		}
		c = related
	}
	if i.setContactAttributes(c, effect.Attributes) != nil {
		return flow.NoMatchingError
	}
	return ""
}
