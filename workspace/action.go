package workspace

import "patchcord/acd"

// act does what an agent does with a contact in Amazon's own software, for which Amazon Connect has no operation.
func (s *Server) act(a *ask) (any, error) {
	if err := decode(a.body, &struct{}{}); err != nil {
		return nil, err
	}
	cmd, ok := actionOf(a.request.PathValue("action"), a.named.user, a.named.contact)
	if !ok {
		return nil, acd.Errorf(acd.NotFound, "An agent has no action %.40q; give accept, reject, hold, unhold, pause, "+
			"resume, disconnect, complete, transfer, call, discard, barge, listen or take-over.", a.request.PathValue("action"))
	}
	_, err := s.options.Mind.Do(a.request.Context(), a.named.instance, cmd)
	return nil, err
}

// actionOf returns the command that an action's name stands for.
func actionOf(name string, user acd.UserID, contact acd.ContactID) (acd.Command, bool) {
	switch name {
	case "accept":
		return acd.AcceptContact{UserID: user, ContactID: contact}, true
	case "reject":
		return acd.RejectContact{UserID: user, ContactID: contact}, true
	case "hold":
		return acd.HoldContact{UserID: user, ContactID: contact}, true
	case "unhold":
		return acd.UnholdContact{UserID: user, ContactID: contact}, true
	case "pause":
		return acd.PauseContact{UserID: user, ContactID: contact}, true
	case "resume":
		return acd.ResumeContact{UserID: user, ContactID: contact}, true
	case "disconnect":
		return acd.DisconnectContact{UserID: user, ContactID: contact}, true
	case "barge":
		return acd.ChangeMonitorMode{UserID: user, ContactID: contact, Mode: acd.Barge}, true
	case "call":
		return acd.EndPreview{UserID: user, ContactID: contact, Action: acd.ActionCall}, true
	case "discard":
		return acd.EndPreview{UserID: user, ContactID: contact, Action: acd.ActionDiscard}, true
	case "listen":
		return acd.ChangeMonitorMode{UserID: user, ContactID: contact, Mode: acd.SilentMonitor}, true
	case "take-over":
		return acd.TakeOverContact{UserID: user, ContactID: contact}, true
	case "complete":
		return acd.CompleteContact{UserID: user, ContactID: contact}, true
	}
	return nil, false
}
