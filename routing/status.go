package routing

import (
	"slices"

	"patchcord/acd"
)

// putStatus sets an agent's status. Choosing clears what he missed or rejected, and his after-contact work where he
// chooses not to be routable. While customers are with him, a status that is not routable waits until his hands are
// empty, and no new contact comes meanwhile; choosing a routable one cancels that (AG:set-next-status; A0016, A0023).
func (r *Router) putStatus(cmd acd.PutUserStatus) error {
	a, ok := r.users[cmd.UserID]
	if !ok {
		return acd.Errorf(acd.NotFound, "user %s does not exist in this instance", cmd.UserID)
	}
	kind, ok := r.statuses[cmd.StatusID]
	if !ok {
		return acd.Errorf(acd.NotFound, "agent status %s does not exist in this instance", cmd.StatusID)
	}
	r.clearHands(a, kind)
	if kind != acd.Routable && slices.ContainsFunc(a.Hands, talks) {
		if a.StatusID == cmd.StatusID {
			r.setNext(a, "")
		} else {
			r.setNext(a, cmd.StatusID)
		}
		return nil
	}
	if !a.present || a.StatusID != cmd.StatusID {
		r.say.Emit(acd.AgentStatusChanged{UserID: cmd.UserID, StatusID: cmd.StatusID})
	} else {
		r.setNext(a, "")
	}
	return nil
}

func talks(h acd.AgentContact) bool { return h.State.Talks() }

func (r *Router) setNext(a *agent, status acd.AgentStatusID) {
	if a.NextStatus != status {
		r.say.Emit(acd.NextAgentStatusSet{UserID: a.UserID, StatusID: status})
	}
}

// clearHands takes from an agent's hands what the choice of a status clears.
func (r *Router) clearHands(a *agent, kind acd.AgentStatusType) {
	for _, h := range slices.Clone(a.Hands) {
		switch {
		case h.State.Blocks():
			r.say.Emit(acd.UserContactDismissed{ContactID: h.ContactID, UserID: a.UserID})
		case h.State == acd.HandEnded && kind != acd.Routable:
			r.say.Emit(acd.AfterContactWorkEnded{ContactID: h.ContactID, UserID: a.UserID, Cause: acd.WorkStatus})
			r.say.Emit(acd.ContactCompleted{ContactID: h.ContactID})
		}
	}
}

// dismiss clears from an agent's hands a contact that he missed or rejected, that failed, or that has ended.
func (r *Router) dismiss(cmd acd.DismissUserContact) error {
	a, ok := r.users[cmd.UserID]
	if !ok {
		return acd.Errorf(acd.NotFound, "user %s does not exist in this instance", cmd.UserID)
	}
	h := a.hand(cmd.ContactID)
	switch {
	case h == nil:
		return acd.Errorf(acd.NotFound, "contact %s is not in the hands of user %s", cmd.ContactID, cmd.UserID)
	case h.State == acd.HandEnded:
		r.endWork(r.contacts[cmd.ContactID], acd.WorkDismissed)
	case h.State.Blocks():
		r.say.Emit(acd.UserContactDismissed{ContactID: cmd.ContactID, UserID: cmd.UserID})
		r.takeNextStatus(a)
	default:
		return acd.Errorf(acd.Improper, "contact %s is %s with user %s; only a contact that is MISSED, ERROR, ENDED or "+
			"REJECTED can be dismissed", cmd.ContactID, h.State, cmd.UserID)
	}
	return nil
}

// ReleaseUser takes everything from the hands of a user who is about to be deleted: what rings is withdrawn, what is
// connected ends without after-contact work (A0022). What waits in his agent queue stays there (A0011).
func (r *Router) ReleaseUser(id acd.UserID) {
	a, ok := r.users[id]
	if !ok {
		return
	}
	for _, h := range slices.Clone(a.Hands) {
		c := r.contacts[h.ContactID]
		switch h.State {
		case acd.HandConnecting:
			r.say.Emit(acd.OfferWithdrawn{ContactID: c.ID, UserID: id, Cause: acd.WithdrawnUser})
		case acd.HandConnected, acd.HandOnHold, acd.HandPaused, acd.HandPending:
			r.say.Emit(acd.ContactDisconnected{ContactID: c.ID, Reason: acd.ReasonAgent})
			if c.Monitors == nil {
				r.say.Emit(acd.AfterContactWorkEnded{ContactID: c.ID, UserID: id, Cause: acd.WorkDeleted})
			}
			r.say.Emit(acd.ContactCompleted{ContactID: c.ID})
			r.endMonitors(c.ID, acd.ReasonAgent)
		case acd.HandEnded:
			r.say.Emit(acd.AfterContactWorkEnded{ContactID: c.ID, UserID: id, Cause: acd.WorkDeleted})
			r.say.Emit(acd.ContactCompleted{ContactID: c.ID})
		default:
			r.say.Emit(acd.UserContactDismissed{ContactID: h.ContactID, UserID: id})
		}
	}
}

// Resume tells the router that nobody was there until an instant: what rings is withdrawn now, without a miss, and
// nothing is offered before then (A0027).
func (r *Router) Resume(from, to acd.Time) {
	r.say.Emit(acd.Resumed{From: from, To: to})
	var ringing []*contact
	for _, c := range r.contacts { // order does not show: sorted below
		if c.Offer != nil {
			ringing = append(ringing, c)
		}
	}
	slices.SortFunc(ringing, func(a, b *contact) int { return int(a.Number - b.Number) })
	for _, c := range ringing {
		r.withdraw(c, acd.WithdrawnDowntime)
	}
}
