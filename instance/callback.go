package instance

import (
	"maps"
	"strings"

	"patchcord/acd"
	"patchcord/flow"
)

// setCallbackNumber notes at which number the customer of a contact wants to be called back (AG:set-callback-number,
// A0254).
func (i *Instance) setCallbackNumber(c acd.Contact, number string) outcome {
	switch {
	case !acd.IsPhoneNumber(number):
		return refused(flow.InvalidCallbackNumber, "%q is no phone number", number)
	case !i.dials(number):
		return refused(flow.CallbackNumberNotDialable, "%s cannot be called from here", number)
	}
	i.Emit(acd.CallbackNumberSet{ContactID: c.ID, Number: number})
	return outcome{}
}

// dials says whether a number can be called from this instance.
func (i *Instance) dials(number string) bool {
	british := strings.HasPrefix(number, britishMobiles) && i.britishMobilesExceeded()
	return i.directory.Instance().OutboundCalls && !british
}

// createCallback lets the customer of a contact be called back (DG:interactions-createcallbackcontact).
func (i *Instance) createCallback(e *errand, ask flow.CreateCallback) outcome {
	c, _ := i.router.Contact(e.contact)
	next := i.callbackAfter(c, ask.Queue)
	next.Callback = &acd.Callback{Attempts: ask.Attempts, RetryDelay: ask.RetryDelay}
	if ask.CallerID != "" {
		next.SystemEndpoint = &acd.Endpoint{Type: acd.TelephoneNumber, Address: ask.CallerID}
	}
	place := flowTypeAt(e.Cause)
	if place != acd.FlowInbound && place != acd.FlowCustomerQueue || next.CustomerEndpoint == nil ||
		!i.dials(next.CustomerEndpoint.Address) || follow(&next, c) != nil ||
		ask.CallerID != "" && !acd.IsPhoneNumber(ask.CallerID) {
		return refused(flow.NoMatchingError, "this customer cannot be called back from here")
	}
	if next.FlowID = ask.Flow; ask.Flow != "" {
		if err := i.checkFlow(ask.Flow, acd.FlowInbound); err != nil {
			return unless(err)
		}
	} else {
		if i.router.Admits(next.Target, "", i.options.Quotas.ContactsPerAgentQueue) != "" {
			return refused(flow.NoMatchingError, "queue %s takes no callback now", next.Target.ID)
		}
		next.State, next.ScheduledAt = acd.Scheduled, i.now.Add(ask.Delay)
	}
	i.goOnAs(c, next)
	if next.FlowID != "" {
		i.lead(next.ID)
	}
	return outcome{}
}

// goOnAs brings a callback in as the next contact of a chain.
func (i *Instance) goOnAs(c, next acd.Contact) {
	i.Emit(acd.ContactInitiated{Contact: next})
	i.Emit(acd.ContactTransferred{ContactID: c.ID,
		Next: acd.NextContact{ID: next.ID, InitiatedAt: i.now, Method: acd.CallbackMethod}})
}

// callbackAfter returns the callback that follows a contact, with what belongs to its customer, and the flows that are
// set for what happens once an agent has it. It stands in the order since the customer first called
// (AG:setup-queued-cb, A0255). Its number may be missing.
func (i *Instance) callbackAfter(old acd.Contact, to acd.QueueRef) acd.Contact {
	if to.IsZero() {
		to = old.Target
	}
	next := acd.Contact{
		ID: acd.ContactID(i.NewID(0)), Channel: acd.Voice, InitiationMethod: acd.CallbackMethod,
		AssociationID: old.AssociationID, Name: old.Name, Description: old.Description, State: acd.InFlow,
		InitiatedAt: i.now, ExpiresAt: i.now.Add(acd.CallbackLife), Target: to,
		QueuePriority: old.QueuePriority, QueueTimeAdjustment: old.QueueTimeAdjustment, RankedSince: old.RankedSince,
		Attributes: old.Attributes, SegmentAttributes: userSegmentAttributes(old.SegmentAttributes),
		References: old.References, Tags: old.Tags, CustomerID: old.CustomerID, SystemEndpoint: old.SystemEndpoint,
		CustomerEndpoint: old.CustomerEndpoint,
	}
	if next.RankedSince.IsZero() {
		next.RankedSince = old.InitiatedAt
	}
	if old.Callback == nil {
		next.SystemEndpoint = nil // (AG:ctr-data-model)
	}
	if old.CallbackNumber != "" {
		next.CustomerEndpoint = &acd.Endpoint{Type: acd.TelephoneNumber, Address: old.CallbackNumber}
	} else if e := old.CustomerEndpoint; e == nil || e.Type != acd.TelephoneNumber {
		next.CustomerEndpoint = nil
	}
	if old.Agent == nil {
		next.Criteria = again(old.Criteria)
	}
	next.Hooks = maps.Clone(old.Hooks)
	delete(next.Hooks, acd.HookQueue)
	if len(next.Hooks) == 0 {
		next.Hooks = nil
	}
	return next
}

// callAgain lets a customer who has not answered be called once more, after the delay. That callback is as old as its
// place in the queue (A0255).
func (i *Instance) callAgain(old acd.Contact) {
	next := i.callbackAfter(old, old.Queue)
	if follow(&next, old) != nil {
		return
	}
	next.Criteria, next.RankedSince = again(old.Criteria), 0
	next.Hooks = old.Hooks
	next.Callback = &acd.Callback{Attempts: old.Callback.Attempts - 1, RetryDelay: old.Callback.RetryDelay}
	next.State, next.ScheduledAt = acd.Scheduled, i.now.Add(old.Callback.RetryDelay)
	i.goOnAs(old, next)
}

// queueCallback puts a callback whose time has come into its queue. One that finds no room there ends (A0256).
func (i *Instance) queueCallback(c acd.Contact) {
	if i.router.Enqueue(c.ID, i.options.Quotas.ContactsPerAgentQueue) != "" {
		i.router.End(c.ID, acd.ReasonOther)
		return
	}
	i.at(c, acd.HookQueue)
}
