package routing

import "patchcord/acd"

// associate offers a contact that waits to one user, in whatever status he is, whatever he has in hand, and whether or
// not his profile or the criteria would let it be routed to him (AssociateContactWithUser in the API reference, A0117).
func (r *Router) associate(cmd acd.AssociateContactWithUser, ended []acd.Contact) error {
	c, err := r.find(cmd.ContactID, ended)
	if err != nil {
		return err
	}
	a, ok := r.users[cmd.UserID]
	switch {
	case !ok:
		return acd.Errorf(acd.NotFound, "user %s does not exist in this instance", cmd.UserID)
	case c == nil || c.HasEnded():
		return acd.Errorf(acd.Conflict, "contact %s has ended; only one that waits in a queue can be associated",
			cmd.ContactID)
	case c.Channel == acd.Voice:
		return acd.Errorf(acd.Improper, "contact %s is a call; only chats, tasks and emails can be associated", c.ID)
	case c.State != acd.Queued:
		return acd.Errorf(acd.Conflict, "contact %s is %s; only one that waits in a queue can be associated", c.ID, c.State)
	case c.Offer != nil:
		return acd.Errorf(acd.Conflict, "contact %s rings at user %s; it can be associated again if he does not take it",
			c.ID, c.Offer.UserID)
	case !a.present:
		return acd.Errorf(acd.Conflict, "user %s has never set a status; he cannot be offered anything", a.UserID)
	case a.hand(c.ID) != nil:
		return acd.Errorf(acd.Conflict, "contact %s is %s with user %s; dismiss it first", c.ID, a.hand(c.ID).State, a.UserID)
	}
	r.say.Emit(acd.ContactAssociated(cmd))
	r.ring(c, a, acd.ContactOffered{Step: -1, Manual: true})
	return nil
}
