package instance

import (
	"patchcord/acd"
)

// checkInbound says why a call cannot come in: the instance takes none (A0224).
func (i *Instance) checkInbound(cmd acd.StartContact) error {
	if cmd.Channel == acd.Voice && cmd.InitiationMethod == acd.Inbound && !i.directory.Instance().InboundCalls {
		return acd.Errorf(acd.Improper, "instance %s takes no calls: its attribute %s is off", i.id, acd.InboundCalls)
	}
	return nil
}

// dialledFlow returns the flow that leads who comes in at an endpoint: that of a phone number which the instance has
// claimed, or of an email address that it has.
func (i *Instance) dialledFlow(e *acd.Endpoint) (acd.FlowID, error) {
	if e != nil && e.Type == acd.EmailAddressPoint {
		address, ok := i.directory.WrittenAddress(e.Address)
		return flowOf("email address", e.Address, address.FlowID, ok)
	}
	if e == nil || e.Type != acd.TelephoneNumber && e.Type != acd.PhoneNumberARN {
		return "", acd.Errorf(acd.Improper, "ContactFlowId is not given, and the SystemEndpoint is no phone number or email "+
			"address that could have a flow; give one of them")
	}
	number, ok := i.directory.DialledNumber(e.Address)
	if e.Type == acd.PhoneNumberARN {
		number, ok = i.directory.PhoneNumber(acd.PhoneNumberID(acd.IDOf(e.Address)))
	}
	return flowOf("phone number", e.Address, number.FlowID, ok)
}

// flowOf returns the flow that leads who comes in somewhere, or says why there is none.
func flowOf(what, where string, flow acd.FlowID, known bool) (acd.FlowID, error) {
	switch {
	case !known:
		return "", acd.Errorf(acd.NotFound, "the %s %s is not this instance's; make it so, or give a ContactFlowId", what,
			where)
	case flow == "":
		return "", acd.Errorf(acd.Improper, "the %s %s has no flow; associate one with it, or give a ContactFlowId", what,
			where)
	}
	return flow, nil
}

// callerOf returns what the customer sees of a call that is placed: what the command says, or else the number of its
// queue (StartOutboundVoiceContact in the API reference).
func (i *Instance) callerOf(cmd acd.StartContact) *acd.Endpoint {
	if cmd.SystemEndpoint != nil || cmd.RingFor == 0 {
		return cmd.SystemEndpoint
	}
	queue, _ := i.directory.Queue(cmd.QueueID)
	number, ok := i.directory.PhoneNumber(acd.PhoneNumberID(queue.OutboundCallerIDNumber))
	if !ok {
		return nil
	}
	return &acd.Endpoint{Type: acd.TelephoneNumber, Address: number.Number, DisplayName: queue.OutboundCallerIDName}
}

// isLogged says whether the blocks that run for a contact are logged: its flows ask for it, and the instance lets them
// (AG:contact-flow-logs).
func (i *Instance) isLogged(c *acd.Contact) bool {
	return c.FlowLogging && i.directory.InstanceAttribute(acd.FlowLogs)
}

// senderOf returns where an email goes out from: what the command says, or where the email came in that it answers, or
// the address of its agent's default outbound queue (A0136).
func (i *Instance) senderOf(cmd acd.SendEmail, c *acd.Contact) *acd.Endpoint {
	switch {
	case cmd.System != nil:
		return cmd.System
	case c.SystemEndpoint != nil || c.Agent == nil:
		return c.SystemEndpoint
	}
	user, _ := i.directory.User(c.Agent.UserID)
	profile, _ := i.directory.RoutingProfile(user.RoutingProfileID)
	queue, _ := i.directory.Queue(profile.DefaultOutboundQueueID)
	address, ok := i.directory.EmailAddress(acd.EmailAddressID(queue.OutboundEmailAddressID))
	if !ok {
		return nil
	}
	return &acd.Endpoint{Type: acd.EmailAddressPoint, Address: address.Address, DisplayName: address.DisplayName}
}
