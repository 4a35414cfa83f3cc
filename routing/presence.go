package routing

import (
	"slices"

	"patchcord/acd"
)

// CanFallSilent says whether a user's silence would change anything: contacts may come to him (A0172).
func (r *Router) CanFallSilent(id acd.UserID) (bool, error) {
	a, ok := r.users[id]
	if !ok {
		return false, acd.Errorf(acd.NotFound, "user %s does not exist in this instance", id)
	}
	return a.present && a.NextStatus == "" && r.statuses[a.StatusID] == acd.Routable, nil
}

// FallSilent takes a user out of his status for nobody follows what comes to him: at once, or while customers are with
// him when his hands are empty, and no new contact comes meanwhile. He has chosen nothing, so nothing in his hands is
// cleared, and what rings goes on to ring (A0172).
func (r *Router) FallSilent(id acd.UserID, status acd.AgentStatusID) {
	a := r.users[id]
	if slices.ContainsFunc(a.Hands, talks) {
		r.say.Emit(acd.NextAgentStatusSet{UserID: id, StatusID: status, Away: true})
		return
	}
	r.say.Emit(acd.AgentStatusChanged{UserID: id, StatusID: status, AwayFrom: a.StatusID})
}

// ComeBack gives a user what his silence has taken from him, if nobody has set his status since.
func (r *Router) ComeBack(id acd.UserID) error {
	a, ok := r.users[id]
	switch {
	case !ok:
		return acd.Errorf(acd.NotFound, "user %s does not exist in this instance", id)
	case a.NextAway:
		r.setNext(a, "")
	case a.AwayFrom != "":
		r.say.Emit(acd.AgentStatusChanged{UserID: id, StatusID: a.AwayFrom})
	}
	return nil
}
