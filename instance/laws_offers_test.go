package instance_test

import (
	"slices"
	"strings"

	"patchcord/acd"
	"patchcord/instance"
)

// This file judges what belongs to an offer and to the contact in an agent's hands: how it ends when criteria are
// replaced, who accepts by himself, how long after-contact work lasts, and what a status clears.

// keepsRinging foretells whether an update leaves the contact ringing: whoever fits the new first step may go on
// (A0024). It says no more than that where nothing rings or no criteria come.
func (r *rules) keepsRinging(cmd acd.Command) (keeps, applies bool) {
	update, ok := cmd.(acd.UpdateContactRoutingData)
	if !ok || update.Steps == nil {
		return false, false
	}
	c, _ := r.life.mirror.Contact(update.ContactID)
	if c.Offer == nil || c.Queue.Type == "AGENT" || c.Offer.Manual {
		return false, false
	}
	u, _ := r.life.mirror.Directory().User(c.Offer.UserID)
	return isTrue((*update.Steps)[0].Expression, &u), true
}

// judgeRinging holds the events of an update against what was foretold.
func (r *rules) judgeRinging(events []acd.Event, keeps bool) {
	withdrawn := slices.ContainsFunc(events, func(e acd.Event) bool {
		b, ok := e.Body.(acd.OfferWithdrawn)
		return ok && b.Cause == acd.WithdrawnCriteria
	})
	if withdrawn == keeps {
		r.life.fault("criteria are replaced: withdrawn is %v, the agent fits the new first step: %v", withdrawn, keeps)
	}
}

// judgeAutomatic demands that an offer is accepted in its instant by those, and only those, who have that set.
func (r *rules) judgeAutomatic(b acd.ContactOffered, rest []acd.Event) {
	c, _ := r.life.mirror.Contact(b.ContactID)
	u, _ := r.life.mirror.Directory().User(b.UserID)
	want := slices.ContainsFunc(u.AutoAcceptConfigs, func(a acd.AutoAcceptConfig) bool {
		return a.Channel == c.Channel && (a.AutoAccept && c.Callback == nil || a.AgentFirstCallback && c.Callback != nil)
	})
	if c.Callback == nil && u.Phone != nil && u.Phone.AutoAccept && (c.Channel == "VOICE" || c.Channel == "CHAT") {
		want = true
	}
	got := false
	if len(rest) > 1 {
		a, ok := rest[1].Body.(acd.ContactAccepted)
		got = ok && a.Automatic && a.ContactID == b.ContactID && rest[1].At == rest[0].At
	}
	if got != want {
		r.life.fault("%s is offered to %s: accepted at once is %v, set is %v", b.ContactID, b.UserID, got, want)
	}
}

// judgeCriteria demands that versions of criteria are counted, begin INACTIVE, and are activated by the queue.
func (r *rules) judgeCriteria(e acd.Event, b acd.ContactRoutingUpdated) {
	if b.Criteria == nil {
		return
	}
	c, _ := r.life.mirror.Contact(b.ContactID)
	index, activated := int32(0), acd.Time(0)
	if c.Criteria != nil {
		index = c.Criteria.Index + 1
	}
	if c.State == acd.Queued {
		activated = e.At
	}
	if b.Criteria.Index != index || b.Criteria.ActivatedAt != activated {
		r.life.fault("criteria of %s have index %d and activation %d, not %d and %d", c.ID, b.Criteria.Index,
			b.Criteria.ActivatedAt, index, activated)
	}
	for i, s := range b.Criteria.Steps {
		if s.Status != "INACTIVE" || s.ExpiresAt != 0 {
			r.life.fault("step %d of the new criteria of %s is %+v", i, c.ID, s)
		}
	}
}

// judgeActivation demands that a step expires its duration after its activation, and that steps become active in order.
func (r *rules) judgeActivation(e acd.Event, b acd.StepActivated) {
	c, _ := r.life.mirror.Contact(b.ContactID)
	until := acd.Time(0)
	if expiry := c.Criteria.Steps[b.Step].Expiry; expiry != nil {
		until = e.At + acd.Time(expiry.DurationInSeconds)*1000
	}
	if b.ExpiresAt != until {
		r.life.fault("step %d of %s expires at %d, not %d", b.Step, c.ID, b.ExpiresAt, until)
	}
	r.lapses[b.ContactID] = until
	if b.Step > 0 && c.Criteria.Steps[b.Step-1].Status != "EXPIRED" {
		r.life.fault("step %d of %s is active before the one before it has expired", b.Step, c.ID)
	}
}

// judgeWorkEnd demands that only the choice of a status that is not routable ends after-contact work.
func (r *rules) judgeWorkEnd(b acd.AfterContactWorkEnded) {
	if b.Cause != acd.WorkStatus {
		return
	}
	chosen, _ := r.asked.(acd.PutUserStatus)
	if s, _ := r.life.mirror.Directory().AgentStatus(chosen.StatusID); s.Type == "ROUTABLE" || s.Type == "" {
		r.life.fault("after-contact work of %s ends by the choice of %q", b.UserID, s.Name)
	}
}

// judgeWork demands that after-contact work lasts as long as the user's settings say.
func (r *rules) judgeWork(e acd.Event, b acd.ContactDisconnected) {
	c, _ := r.life.mirror.Contact(b.ContactID)
	until := acd.Time(0)
	if _, deleted := r.asked.(acd.DeleteUser); c.Agent != nil && c.Monitors == nil && !deleted {
		u, _ := r.life.mirror.Directory().User(c.Agent.UserID)
		limit := int32(0)
		if u.Phone != nil {
			limit = u.Phone.AfterContactWorkLimit // a user who has this one has none for a channel
		}
		for _, w := range u.AfterContactWork {
			if w.Channel == c.Channel {
				limit = w.Limit
			}
			if own := w.AgentFirstCallbackLimit; w.Channel == c.Channel && c.Callback != nil && own != nil {
				limit = *own
			}
		}
		if limit > 0 {
			until = e.At + acd.Time(limit)*1000
		}
	}
	if b.WorkUntil != until {
		r.life.fault("after-contact work on %s lasts until %d, not %d", c.ID, b.WorkUntil, until)
	}
}

// judgeQueued demands that a contact enters a queue that takes it, and that its criteria are stamped there.
func (r *rules) judgeQueued(e acd.Event, b acd.ContactQueued) {
	c, _ := r.life.mirror.Contact(b.ContactID)
	if c.State != acd.Queued || c.EnqueuedAt != e.At || c.EnqueueNumber != e.Number {
		r.life.fault("%s is queued at %d by event %d: %+v", c.ID, e.At, e.Number, c)
	}
	if c.Criteria != nil && c.Criteria.ActivatedAt != e.At {
		r.life.fault("the criteria of %s are queued at %d, activated at %d", c.ID, e.At, c.Criteria.ActivatedAt)
	}
	if q, ok := r.life.mirror.Directory().Queue(b.Queue.ID); ok && q.Status != "ENABLED" {
		r.life.fault("%s enters a disabled queue", c.ID)
	}
}

// judgeTurnedAway demands that a contact which has come and has not entered the queue that its flow led it to found it
// disabled or full, unless its criteria may have been refused before, or a flow that it wanted to set is archived or
// gone.
func (r *rules) judgeTurnedAway(id acd.ContactID) {
	c, ended := r.life.ended[id]
	f, _ := r.life.inst.Directory().Flow(c.FlowID)
	if !ended || !c.EnqueuedAt.IsZero() || strings.Contains(f.Content, "UpdateContactRoutingCriteria") ||
		strings.Contains(f.Content, "UpdateContactEventHooks") {
		return
	}
	waiting := int32(0)
	for _, other := range r.life.inst.Contacts() {
		if other.State == acd.Queued && other.Queue == c.Target {
			waiting++
		}
	}
	q, ok := r.life.inst.Directory().Queue(c.Target.ID)
	if ok && q.Status == "ENABLED" && (q.MaxContacts == nil || waiting < *q.MaxContacts) {
		r.life.fault("%s does not enter queue %s, where %d wait", id, q.Name, waiting)
	}
}

// judgeEnd demands that no step of a contact that has ended is active, and that one that was is DEACTIVATED.
func (r *rules) judgeEnd(b acd.ContactDisconnected) {
	c, _ := r.life.mirror.Contact(b.ContactID)
	for i := 0; c.Criteria != nil && i < len(c.Criteria.Steps); i++ {
		status := c.Criteria.Steps[i].Status
		given := c.Agent != nil && r.given[inHand{c.Agent.UserID, c.ID}] // it was deactivated as he took it
		if status == "ACTIVE" || (status == "DEACTIVATED") != (i == r.active) && !given {
			r.life.fault("%s ends: step %d is %s, step %d was active", c.ID, i, status, r.active)
		}
	}
}

// judgeStatuses demands that a next status is taken when an agent's hands are empty, and that choosing a status clears
// what it clears (A0023).
func (r *rules) judgeStatuses(agents []acd.Agent) {
	chosen, _ := r.asked.(acd.PutUserStatus)
	for _, a := range agents {
		if a.NextStatus != "" && !isBusy(&a) {
			r.life.fault("agent %s has empty hands and still a next status", a.UserID)
		}
		if is, _ := r.life.inst.Directory().AgentStatus(a.StatusID); is.Type != "ROUTABLE" && a.AwayFrom == "" {
			r.judgeAway(&a)
		}
		if a.UserID != chosen.UserID {
			continue
		}
		status, _ := r.life.inst.Directory().AgentStatus(chosen.StatusID)
		talks := false
		for _, h := range a.Hands {
			talks = talks || h.State.Talks()
			if h.State.Blocks() || h.State == "ENDED" && status.Type != "ROUTABLE" {
				r.life.fault("agent %s chose %s and still holds %s as %s", a.UserID, status.Name, h.ContactID, h.State)
			}
		}
		waits := talks && status.Type != "ROUTABLE" && a.StatusID != chosen.StatusID
		if waits && a.NextStatus != chosen.StatusID || !waits && (a.StatusID != chosen.StatusID || a.NextStatus != "") {
			r.life.fault("agent %s chose %s, is in %s with next %q", a.UserID, chosen.StatusID, a.StatusID, a.NextStatus)
		}
	}
}

func ringTime(c acd.Channel) acd.Time {
	if c == "VOICE" || c == "CHAT" {
		return 20_000
	}
	return 30_000
}

// activeStep returns the step that narrows the agents of a contact; -1: none does, or it waits in an agent queue.
func activeStep(i *instance.Instance, id acd.ContactID) int {
	c, _ := i.Contact(id)
	if c.Criteria == nil || c.Queue.Type == "AGENT" {
		return -1
	}
	return slices.IndexFunc(c.Criteria.Steps, func(s acd.Step) bool { return s.Status == "ACTIVE" })
}
