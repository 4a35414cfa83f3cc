package routing

import "patchcord/acd"

// Do decides what somebody asked about a contact or an agent. ended holds contacts that the command names and that have
// left the router. An error has changed nothing. What follows from it at the same instant is for Settle.
func (r *Router) Do(cmd acd.Command, ended []acd.Contact) error {
	switch cmd := cmd.(type) {
	case acd.UpdateContactRoutingData:
		return r.updateRouting(cmd, ended)
	case acd.StopContact:
		return r.stop(cmd, ended)
	case acd.PauseContact:
		return r.pause(cmd, ended)
	case acd.ResumeContact:
		return r.resume(cmd, ended)
	case acd.UpdateContactSchedule:
		return r.reschedule(cmd, ended)
	case acd.ConnectCustomer:
		return r.connectCustomer(cmd, ended)
	case acd.DisconnectCustomer:
		return r.leave(cmd, ended)
	case acd.ReportMedia:
		return r.reportMedia(cmd, ended)
	case acd.UpdateParticipantRoleConfig:
		return r.setTimers(cmd, ended)
	case acd.AssociateContactWithUser:
		return r.associate(cmd, ended)
	case acd.ChangeMonitorMode:
		return r.changeMode(cmd, ended)
	case acd.EndPreview:
		return r.endPreview(cmd, ended)
	case acd.TakeOverContact:
		return r.takeOver(cmd, ended)
	case acd.PutUserStatus:
		return r.putStatus(cmd)
	case acd.DismissUserContact:
		return r.dismiss(cmd)
	case acd.AcceptContact:
		return r.answer(cmd.UserID, cmd.ContactID, ended, acd.ContactAccepted{ContactID: cmd.ContactID, UserID: cmd.UserID})
	case acd.RejectContact:
		return r.answer(cmd.UserID, cmd.ContactID, ended, acd.OfferRejected{ContactID: cmd.ContactID, UserID: cmd.UserID})
	case acd.HoldContact:
		return r.hold(cmd, ended)
	case acd.UnholdContact:
		return r.unhold(cmd, ended)
	case acd.DisconnectContact:
		return r.disconnect(cmd, ended)
	case acd.CompleteContact:
		return r.complete(cmd, ended)
	}
	panic("routing was asked what is not its business")
}

// find returns a living contact, nil for one that is among the ended, and an error where there is none.
func (r *Router) find(id acd.ContactID, ended []acd.Contact) (*contact, error) {
	if c, ok := r.contacts[id]; ok {
		return c, nil
	}
	for i := range ended {
		if ended[i].ID == id {
			return nil, nil
		}
	}
	return nil, acd.Errorf(acd.NotFound, "contact %s does not exist in this instance", id)
}

func (r *Router) stop(cmd acd.StopContact, ended []acd.Contact) error {
	c, err := r.find(cmd.ContactID, ended)
	if err != nil {
		return err
	}
	if c == nil || c.HasEnded() {
		return acd.Errorf(acd.Gone, "contact %s has ended already", cmd.ContactID)
	}
	if c.Channel == acd.Voice && !c.InitiationMethod.CallCanBeStopped() && !c.IsExternal() { // (A0134)
		return acd.Errorf(acd.Improper, "contact %s is a call whose initiation method is %s; StopContact does not end such "+
			"calls", c.ID, c.InitiationMethod)
	}
	reason := cmd.Reason
	switch {
	case reason != "":
	case c.IsCalled():
		reason = acd.ReasonCancelled // (A0130)
	default:
		reason = acd.ReasonAPI
	}
	r.end(c, reason)
	return nil
}

// inHand returns the contact and its place in an agent's hands, where it is in one of the states; what says what the
// agent wanted.
func (r *Router) inHand(user acd.UserID, id acd.ContactID, ended []acd.Contact, what string,
	states ...acd.AgentContactState) (*contact, error) {
	a, ok := r.users[user]
	if !ok {
		return nil, acd.Errorf(acd.NotFound, "user %s does not exist in this instance", user)
	}
	c, err := r.find(id, ended)
	if err != nil {
		return nil, err
	}
	hand := a.hand(id)
	if hand == nil {
		return nil, acd.Errorf(acd.Conflict, "contact %s is not in the hands of user %s, who cannot %s it", id, user, what)
	}
	for _, state := range states {
		if hand.State == state {
			return c, nil
		}
	}
	return nil, acd.Errorf(acd.Conflict, "contact %s is %s with user %s, who can %s it only while it is %s", id,
		hand.State, user, what, states[0])
}

// Has says why an agent does not have a contact that is connected, on hold or not; what says what he wanted.
func (r *Router) Has(user acd.UserID, id acd.ContactID, ended []acd.Contact, what string) error {
	_, err := r.inHand(user, id, ended, what, acd.HandConnected, acd.HandOnHold)
	return err
}

// answer lets an agent accept or reject what rings at him.
func (r *Router) answer(user acd.UserID, id acd.ContactID, ended []acd.Contact, event acd.Body) error {
	what := "accept"
	if _, ok := event.(acd.OfferRejected); ok {
		what = "reject"
	}
	c, err := r.inHand(user, id, ended, what, acd.HandConnecting)
	if err != nil {
		return err
	}
	r.say.Emit(event)
	if c.Agent != nil {
		r.whisper(c)
	}
	return nil
}

func (r *Router) hold(cmd acd.HoldContact, ended []acd.Contact) error {
	c, err := r.inHand(cmd.UserID, cmd.ContactID, ended, "hold", acd.HandConnected)
	if err != nil {
		return err
	}
	if c.Monitors != nil {
		return acd.Errorf(acd.Conflict, "contact %s monitors contact %s; there is no customer to put on hold", c.ID,
			c.Monitors.ContactID)
	}
	if c.IsPreviewed() {
		return acd.Errorf(acd.Conflict, "the customer of contact %s has not answered; there is nobody to put on hold", c.ID)
	}
	if c.Channel == acd.Task || c.Channel == acd.Email {
		return acd.Errorf(acd.Conflict, "contact %s is a %s; only calls and chats can be put on hold", c.ID, c.Channel)
	}
	r.say.Emit(acd.ContactHeld{ContactID: cmd.ContactID, UserID: cmd.UserID})
	r.leadAt(c, acd.HookAgentHold, acd.HookCustomerHold)
	return nil
}

func (r *Router) unhold(cmd acd.UnholdContact, ended []acd.Contact) error {
	if _, err := r.inHand(cmd.UserID, cmd.ContactID, ended, "unhold", acd.HandOnHold); err != nil {
		return err
	}
	r.say.Emit(acd.ContactUnheld{ContactID: cmd.ContactID, UserID: cmd.UserID})
	return nil
}

// MayDisconnect says why an agent cannot end a contact.
func (r *Router) MayDisconnect(cmd acd.DisconnectContact, ended []acd.Contact) error {
	_, err := r.inHand(cmd.UserID, cmd.ContactID, ended, "disconnect", acd.HandConnected, acd.HandOnHold, acd.HandPaused,
		acd.HandPending)
	return err
}

func (r *Router) disconnect(cmd acd.DisconnectContact, ended []acd.Contact) error {
	c, err := r.find(cmd.ContactID, ended)
	if err == nil {
		err = r.MayDisconnect(cmd, ended)
	}
	if err != nil {
		return err
	}
	reason := acd.ReasonAgent
	if c.IsDraft() {
		reason = acd.ReasonDiscarded
	}
	r.end(c, reason)
	return nil
}

func (r *Router) complete(cmd acd.CompleteContact, ended []acd.Contact) error {
	c, err := r.inHand(cmd.UserID, cmd.ContactID, ended, "complete", acd.HandEnded)
	if err != nil {
		return err
	}
	r.endWork(c, acd.WorkCompleted)
	return nil
}
