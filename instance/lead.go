package instance

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"patchcord/acd"
	"patchcord/flow"
)

// errand is the run of a flow that is under way for a contact. A run that an event of the contact's life has caused
// ends without ending the contact (A0103).
type errand struct {
	acd.FlowRun
	contact acd.ContactID
	flow    *flow.Flow
	blocks  int // how many have run in this instant
}

// outcome is how a block came out for the runner: as it leads on, or with a wait, or with the end of the run.
type outcome struct {
	flow.Outcome
	waits bool
	until acd.Time // of a wait; zero: until something else happens
	jumps bool     // the run is at another block already
	why   string   // it failed, where the block itself does not know
	done  bool
}

// failed and came are the outcomes that lead on.
func failed(failure flow.Failure) outcome { return outcome{Outcome: flow.Outcome{Failure: failure}} }
func came(result string) outcome          { return outcome{Outcome: flow.Outcome{Result: result}} }

// lead lets the flow of a contact run from its start.
func (i *Instance) lead(id acd.ContactID) {
	c, _ := i.router.Contact(id)
	i.begin(id, "", c.FlowID)
}

// begin lets a flow run from its start for a contact.
func (i *Instance) begin(id acd.ContactID, cause acd.ContactHook, flow acd.FlowID) {
	e := errand{contact: id, FlowRun: acd.FlowRun{Cause: cause, FlowID: flow}, flow: i.parsed(flow)}
	e.Action = e.flow.Start()
	i.follow(&e)
}

// Lead lets the flow run that is set for an event in the life of a contact. Without an event it lets go on what has
// waited until now, or begins the contact's own flow. It is for the rooms of the instance.
func (i *Instance) Lead(id acd.ContactID, event acd.ContactHook) {
	c, _ := i.router.Contact(id)
	switch event {
	case "":
	case acd.HookCustomerRemaining:
		i.end(c, acd.ReasonExpired)
		return
	default:
		i.at(c, event)
		return
	}
	for _, run := range c.Runs {
		if !run.Until.IsZero() && run.Until <= i.now && !c.Rests(run) {
			i.resumeRun(id, run, i.timeIsUp)
			return
		}
	}
	if _, ok := i.directory.Flow(c.FlowID); !ok {
		i.fail(&errand{contact: id, FlowRun: acd.FlowRun{FlowID: c.FlowID}}, "the flow does not exist any more")
		return
	}
	i.lead(id)
}

// at lets the flow run that is set for an event in the life of a contact; one that is gone does not run.
func (i *Instance) at(c acd.Contact, event acd.ContactHook) {
	if f := c.FlowAt(event); f != "" && i.checkFlow(f, flowTypeAt(event)) == nil {
		i.begin(c.ID, event, f)
	}
}

// resumeRun lets a run that waits at a block go on; how says how that block came out.
func (i *Instance) resumeRun(id acd.ContactID, run acd.FlowRun, how func(*errand) outcome) {
	i.Emit(acd.FlowContinued{ContactID: id, Cause: run.Cause})
	e := errand{contact: id, FlowRun: run}
	if _, ok := i.directory.Flow(run.FlowID); !ok {
		i.fail(&e, "the flow does not exist any more")
		return
	}
	if e.flow = i.parsed(run.FlowID); !e.flow.Has(run.Action) {
		i.fail(&e, "the block is not in the flow any more")
		return
	}
	e.Until, e.Ask = 0, nil
	if i.onwards(&e, how(&e)) {
		i.follow(&e)
	}
}

// timeIsUp is how a block comes out whose wait ends by itself.
func (i *Instance) timeIsUp(e *errand) outcome { return outcome{Outcome: e.flow.TimeIsUp(e.Action)} }

// follow lets a flow run until it comes to a block that waits, its contact enters a queue (A0032), or it ends. A block
// that fails without a branch for it ends the contact (A0060). A flow that runs on and on without waiting for anything
// takes the error branch of the block it has come to, once, and then ends its contact (A0065).
func (i *Instance) follow(e *errand) {
	for {
		out := failed(flow.NoMatchingError)
		if e.blocks != flow.BlocksPerRunMax {
			out = i.runLogged(e)
		}
		if !i.onwards(e, out) {
			return
		}
		if e.blocks++; e.blocks >= 2*flow.BlocksPerRunMax {
			i.fail(e, fmt.Sprintf("ran %d blocks in one instant", e.blocks))
			return
		}
	}
}

// onwards takes a run to the block that follows upon an outcome, and says whether there is one to run.
func (i *Instance) onwards(e *errand, out outcome) bool {
	switch {
	case out.done:
		return false
	case out.waits:
		e.Until = out.until
		i.Emit(acd.FlowWaiting{ContactID: e.contact, Run: e.FlowRun})
		return false
	case out.jumps:
		return true
	}
	s := i.scene(e)
	i.log(e, s, out)
	next, ok := e.flow.Next(e.Action, s, out.Outcome)
	if !ok {
		why := strings.TrimSpace(string(out.Failure) + " " + out.why + e.flow.Reason(e.Action, s))
		if e.blocks == flow.BlocksPerRunMax {
			why = fmt.Sprintf("ran %d blocks in one instant", e.blocks)
		}
		i.fail(e, why)
		return false
	}
	e.Action = next
	return true
}

// runLogged runs a block and logs one that ends the run, or leads to another flow, before it does.
func (i *Instance) runLogged(e *errand) outcome {
	before, logged := *e, false
	i.router.VisitContact(e.contact, func(c *acd.Contact) { logged = i.isLogged(c) })
	if logged && e.flow.IsLast(e.Action) { // it tells before the end
		i.Emit(before.logged(""))
		logged = false
	}
	out := i.run(e)
	if logged && (out.done || out.jumps) {
		i.Emit(before.logged(""))
	}
	return out
}

// logged tells of the block that a run is at.
func (e *errand) logged(result string) acd.FlowLogged {
	return acd.FlowLogged{ContactID: e.contact, FlowID: e.FlowID, Action: e.Action, Type: e.flow.Type(e.Action),
		Parameters: e.flow.Parameters(e.Action), Result: result}
}

// log tells how a block came out, where the contact's flows are logged (AG:contact-flow-logs).
func (i *Instance) log(e *errand, s *flow.Scene, out outcome) {
	if !i.isLogged(s.Contact) {
		return
	}
	line := e.logged(out.Result)
	if out.Failure != "" {
		line.Result, line.Error = string(out.Failure), out.why+e.flow.Reason(e.Action, s)
	}
	i.Emit(line)
}

// fail says why a run cannot go on. The contact ends, where the flow is its own.
func (i *Instance) fail(e *errand, why string) {
	i.Emit(acd.FlowFailed{ContactID: e.contact, FlowID: e.FlowID, Action: e.Action, Error: why})
	if e.Cause == "" {
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
		return failed(i.setQueue(id, effect.Queue))
	case flow.SetRouting:
		if c.Agent == nil { // else nothing is left to route (A0104)
			i.router.UpdateRouting(acd.UpdateContactRoutingData{ContactID: id, QueuePriority: effect.QueuePriority,
				QueueTimeAdjustment: effect.QueueTimeAdjustment})
		}
		return outcome{}
	case flow.SetCriteria:
		if c.Agent != nil {
			return failed(flow.NoMatchingError)
		}
		return failed(i.setCriteria(id, effect.Steps))
	case flow.SetAttributes:
		return failed(i.setAttributes(c, effect))
	case flow.TransferToQueue:
		return i.enqueue(id)
	case flow.SetHook:
		return failed(i.setHook(id, effect))
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
	case flow.Pass, flow.Message:
		return outcome{} // somebody hears it, or reads it, elsewhere
	case flow.Compare:
		return came(effect.Value)
	case flow.Loop:
		return came(e.round(effect.Count))
	case flow.Wait:
		return outcome{waits: true, until: i.now.Add(effect.For)}
	case flow.Repeat:
		if effect.Interrupt == 0 {
			return outcome{waits: true}
		}
		return outcome{waits: true, until: i.now.Add(effect.Interrupt)}
	case flow.Distribute:
		return came(strconv.FormatUint(1+i.seed.Draw(i.number+1, drawsFrom+e.blocks)%100, 10))
	case flow.GoToFlow:
		return i.goTo(e, effect.Flow)
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
	if flowTypeAt(e.Cause) != FlowInbound || i.checkFlow(to, FlowInbound, FlowAgentTransfer, FlowQueueTransfer) != nil {
		return failed(flow.NoMatchingError)
	}
	e.FlowID, e.flow, e.Loops = to, i.parsed(to), nil
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
		return failed(flow.Failure(refusal))
	}
	c, _ := i.router.Contact(id)
	i.at(c, acd.HookQueue)
	return outcome{done: true}
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
