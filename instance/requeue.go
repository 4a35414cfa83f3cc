package instance

import (
	"patchcord/acd"
	"patchcord/flow"
)

// moveOn runs the blocks that move a contact.
func (i *Instance) moveOn(e *errand, effect flow.Effect) outcome {
	switch effect := effect.(type) {
	case flow.Requeue:
		return i.requeue(e, effect.Queue)
	case flow.SetCallbackNumber:
		c, _ := i.router.Contact(e.contact)
		return i.setCallbackNumber(c, effect.Number)
	case flow.PlaceCall:
		return i.placeCall(e, effect)
	case flow.CreateCallback:
		return i.createCallback(e, effect)
	}
	return i.answer(e, effect)
}

// requeue moves a contact from the queue in which it waits to another one, where it goes on as the next segment of its
// chain. Its flow goes on with that one; where the block leads nowhere, the customer queue flow begins anew (A0252). A
// contact that rings, or waits nowhere, stays where it is (DG:contact-actions-dequeuecontactandtransfertoqueue).
func (i *Instance) requeue(e *errand, to acd.QueueRef) outcome {
	old, _ := i.router.Contact(e.contact)
	if e.Cause != acd.HookQueue || !old.IsWaiting() {
		return refused(flow.NoMatchingError, "the contact does not wait in a queue")
	}
	if err := follow(&acd.Contact{}, old); err != nil {
		return unless(err)
	}
	perAgentQueue := i.options.Quotas.ContactsPerAgentQueue
	if refusal := i.router.Admits(to, acd.QueueTransfer, perAgentQueue); refusal != "" {
		return i.unqueued(flow.Failure(refusal), to)
	}
	next := i.segmentAfter(old, to, old.FlowID)
	next.Hooks, next.PauseFlowID, next.ResumeFlowID = old.Hooks, old.PauseFlowID, old.ResumeFlowID
	i.Emit(acd.ContactInitiated{Contact: next})
	i.Emit(acd.ContactTransferred{ContactID: old.ID, Next: acd.NextContact{ID: next.ID, InitiatedAt: i.now}})
	i.router.End(old.ID, reasonOfMove(old))
	i.router.Enqueue(next.ID, perAgentQueue)
	if e.contact = next.ID; e.flow.LeadsOn(e.Action) {
		return outcome{}
	}
	i.at(next, acd.HookQueue)
	return outcome{done: true}
}
