package instance

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"patchcord/acd"
	"patchcord/flow"
)

// run runs the block of a run and says how it came out.
func (i *Instance) run(e *errand) outcome {
	id := e.contact
	s := i.scene(e)
	c := *s.Contact
	effect, failure := e.flow.Effect(e.Action, s)
	if failure != "" {
		return failed(failure)
	}
	switch effect := effect.(type) {
	case flow.SetQueue:
		return i.setQueue(id, effect.Queue)
	case flow.SetRouting:
		if c.Agent == nil { // else nothing is left to route (A0104)
			i.router.UpdateRouting(acd.UpdateContactRoutingData{ContactID: id, QueuePriority: effect.QueuePriority,
				QueueTimeAdjustment: effect.QueueTimeAdjustment})
		}
		return outcome{}
	case flow.SetCriteria:
		if c.Agent != nil {
			return refused(flow.NoMatchingError, "an agent has the contact already")
		}
		return i.setCriteria(id, effect.Steps)
	case flow.SetAttributes:
		return i.setAttributes(c, effect)
	case flow.TransferToQueue:
		return i.enqueue(id)
	case flow.SetHook:
		return i.setHook(id, effect)
	case flow.Resume:
		return i.resumeItself(c)
	case flow.Disconnect:
		i.hangUp(c)
		return outcome{done: true}
	case flow.End:
		if c.State == acd.InFlow && e.Cause == "" { // nothing else will lead it on (A0060)
			i.router.End(id, acd.ReasonFlow)
		}
		return outcome{done: true}
	}
	return i.control(e, effect)
}

// control runs the blocks that find the way through a flow.
func (i *Instance) control(e *errand, effect flow.Effect) outcome {
	switch effect := effect.(type) {
	case flow.Pass:
		return outcome{}
	case flow.Message:
		e.Silent = 0
		return outcome{} // somebody hears it, or reads it, elsewhere
	case flow.Compare:
		return came(effect.Value)
	case flow.Loop:
		return came(e.round(effect.Count))
	case flow.Wait:
		return i.wait(e, effect)
	case flow.Repeat:
		if effect.Interrupt == 0 {
			return outcome{waits: true}
		}
		return outcome{waits: true, until: i.now.Add(effect.Interrupt)}
	case flow.Distribute:
		return came(strconv.FormatUint(1+i.seed.Draw(i.number+1, drawsFrom+e.blocks)%100, 10))
	case flow.GoToFlow:
		return i.goTo(e, effect.Flow)
	case flow.SetVoice:
		e.gather("", map[string]string{"TextToSpeechVoiceId": effect.Voice})
		return outcome{}
	case flow.SetFlowData:
		e.gather("FlowAttributes", effect.Attributes)
		return outcome{}
	}
	return i.check(e, effect)
}

// drawsFrom is the first of the draws of an event that are not for its ids.
const drawsFrom = 1000

// goTo goes on at the beginning of another flow. What waits, is joined or holds has no other flow to go to
// (DG:flow-control-actions-transfertoflow).
func (i *Instance) goTo(e *errand, to acd.FlowID) outcome {
	if flowTypeAt(e.Cause) != acd.FlowInbound {
		return refused(flow.NoMatchingError, "what waits, is joined or holds goes on to no other flow")
	}
	if err := i.checkFlow(to, acd.FlowInbound, acd.FlowAgentTransfer, acd.FlowQueueTransfer); err != nil {
		return unless(err)
	}
	e.FlowID, e.flow, e.Loops, e.Module, e.Outer, e.Further, e.Kept = to, i.parsed(to), nil, "", nil, nil, 0
	e.forget("FlowAttributes")
	e.Action = e.flow.Start()
	return outcome{jumps: true}
}

// gather adds to what a run has gathered, below a path.
func (e *errand) gather(path string, values map[string]string) {
	data := maps.Clone(e.Data)
	if data == nil {
		data = map[string]string{}
	}
	for name, value := range values { // order does not show: a map from a map
		data[strings.TrimPrefix(path+"."+name, ".")] = value
	}
	e.Data = data
}

// forget drops what a run has gathered below a path.
func (e *errand) forget(path string) {
	data := maps.Clone(e.Data)
	maps.DeleteFunc(data, func(name, _ string) bool { return name == path || strings.HasPrefix(name, path+".") })
	e.Data = data
}

// round counts one more time that a Loop block is passed, and says whether it sends the run round again.
func (e *errand) round(most int32) string {
	loops := maps.Clone(e.Loops)
	if loops == nil {
		loops = map[string]int32{}
	}
	e.Loops = loops
	if loops[e.Action] < most {
		loops[e.Action]++
		return flow.LoopContinues
	}
	delete(loops, e.Action)
	return flow.LoopDone
}

// enqueue puts a contact into its working queue, where the flow begins that is set for those who wait.
func (i *Instance) enqueue(id acd.ContactID) outcome {
	if refusal := i.router.Enqueue(id, i.options.Quotas.ContactsPerAgentQueue); refusal != "" {
		c, _ := i.router.Contact(id)
		return i.unqueued(flow.Failure(refusal), c.Target)
	}
	c, _ := i.router.Contact(id)
	i.at(c, acd.HookQueue)
	return outcome{done: true}
}

// hasQueue says whether there is such a queue, of its own or a user's.
func (i *Instance) hasQueue(q acd.QueueRef) bool {
	if q.Type == acd.AgentQueue {
		_, ok := i.directory.User(acd.UserID(q.ID))
		return ok
	}
	_, ok := i.directory.Queue(q.ID)
	return ok
}

func (i *Instance) setQueue(id acd.ContactID, q acd.QueueRef) outcome {
	if !i.hasQueue(q) {
		return refused(flow.NoMatchingError, "there is no queue %s", q.ID)
	}
	i.Emit(acd.ContactTargetQueueSet{ContactID: id, Queue: q})
	return outcome{}
}

// setCriteria sets criteria from a flow. Preferred agents may be named by username here (AG:set-routing-criteria).
func (i *Instance) setCriteria(id acd.ContactID, steps []acd.Step) outcome {
	steps = i.withUserIDs(steps)
	err := acd.ValidateSteps(steps)
	if err == nil {
		err = i.directory.CheckCriteria(steps)
	}
	if err == nil {
		i.router.UpdateRouting(acd.UpdateContactRoutingData{ContactID: id, Steps: &steps})
	}
	return unless(err)
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
