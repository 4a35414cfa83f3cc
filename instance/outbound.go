package instance

import (
	"patchcord/acd"
	"patchcord/flow"
)

// FlowOutboundWhisper is the type of the flows that run for calls which go out.
const FlowOutboundWhisper = "OUTBOUND_WHISPER"

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
