package routing

import (
	"slices"

	"patchcord/acd"
)

// endPreview lets an agent call the customer of a contact that he previews, or discard it, as its strategy allows
// (AG:contact-initiation-methods, A0238).
func (r *Router) endPreview(cmd acd.EndPreview, ended []acd.Contact) error {
	c, err := r.inHand(cmd.UserID, cmd.ContactID, ended, "end the preview of", acd.HandConnected)
	switch {
	case err != nil:
		return err
	case c.Strategy == nil || c.Agent.PreviewUntil.IsZero():
		return acd.Errorf(acd.Conflict, "user %s does not preview contact %s", cmd.UserID, c.ID)
	case !slices.Contains(c.Strategy.Actions, cmd.Action):
		return acd.Errorf(acd.Denied, "the outbound strategy of contact %s does not allow %.40q; it allows %v", c.ID,
			cmd.Action, c.Strategy.Actions)
	}
	if cmd.Action == acd.ActionDiscard {
		r.end(c, acd.ReasonPreviewDiscarded)
		return nil
	}
	r.callPreviewed(c)
	return nil
}

// callPreviewed calls the customer of a contact.
func (r *Router) callPreviewed(c *contact) {
	r.say.Emit(acd.PreviewEnded{ContactID: c.ID, Until: r.say.Now().Add(acd.CampaignRing)})
}

func replayPreviewEnded(c *contact, e acd.Event, b acd.PreviewEnded) {
	info := *c.Agent
	info.PreviewUntil, info.PreviewEndedAt = 0, e.At
	c.Agent, c.CustomerExpectedBy = &info, b.Until
}

// previewUntil returns when the customer of a contact is called that an agent previews; zero: none does.
func previewUntil(c *contact) acd.Time {
	if c.Strategy == nil || c.Agent == nil || c.State != acd.ConnectedTo {
		return 0
	}
	return c.Agent.PreviewUntil
}
