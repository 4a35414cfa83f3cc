package instance

import (
	"patchcord/acd"
	"patchcord/flow"
)

// whisperOut lets the flow run that the queue of a callback has for calls which go out, or else the default one, once
// an agent has accepted it (AG:call-phone-number, A0277).
func (i *Instance) whisperOut(c acd.Contact) {
	queue, _ := i.directory.Queue(c.Queue.ID)
	f := queue.OutboundFlowID
	if f == "" {
		f = i.defaultAt(&c, acd.HookOutboundWhisper)
	}
	i.runAt(c, acd.HookOutboundWhisper, f)
}

// placeCall calls the customer of a callback, whom the media's side is calling already; what he sees is said here. A
// call that cannot be placed ends, and its agent has after-contact work.
func (i *Instance) placeCall(e *errand, effect flow.PlaceCall) outcome {
	c, _ := i.router.Contact(e.contact)
	switch {
	case effect.CallerID == "" || c.State != acd.Dialling:
		return outcome{}
	case !acd.IsPhoneNumber(effect.CallerID):
		i.fail(e, "the caller id is not a phone number in E.164 form")
		i.router.End(c.ID, acd.ReasonOther)
		return outcome{done: true}
	}
	i.Emit(acd.ContactDataChanged{ContactID: c.ID,
		SystemEndpoint: &acd.Endpoint{Type: acd.TelephoneNumber, Address: effect.CallerID}})
	return outcome{}
}

// createdEnough counts one more contact that a flow creates at this instant, and says whether those are too many.
func (i *Instance) createdEnough() bool {
	if i.tasksAt != i.now {
		i.tasksAt, i.tasks = i.now, 0
	}
	i.tasks++
	return i.tasks > tasksPerInstant
}

// startChat writes to a customer, as StartOutboundChatContact does.
func (i *Instance) startChat(e *errand, chat flow.StartChat) outcome {
	switch {
	case !acd.IsPhoneNumber(chat.To):
		return refused(flow.NoMatchingError, "%.40q is not a phone number in E.164 form", chat.To)
	case chat.From == "":
		return refused(flow.NoMatchingError, "the block names no number to write from")
	case i.createdEnough():
		return refused(flow.NoMatchingError, "flows have created %d contacts at this instant", tasksPerInstant)
	}
	subtype := "connect:SMS"
	start := acd.StartContact{
		Operation: "StartOutboundChatContact", Channel: acd.Chat, InitiationMethod: acd.API, FlowID: chat.Flow,
		SegmentAttributes: map[string]acd.SegmentAttribute{"connect:Subtype": {String: &subtype}},
		CustomerEndpoint:  &acd.Endpoint{Type: acd.TelephoneNumber, Address: chat.To},
		SystemEndpoint:    &acd.Endpoint{Type: acd.PhoneNumberARN, Address: chat.From},
	}
	if chat.Linked {
		start.RelatedID = e.contact
	}
	if _, err := i.start(start, nil); err != nil {
		return unless(err)
	}
	return outcome{}
}
