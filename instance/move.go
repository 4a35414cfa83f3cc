package instance

import "patchcord/acd"

// transfer moves a task or an email, wherever it is, to what its flow makes of it.
func (i *Instance) transfer(cmd acd.TransferContact, ended []acd.Contact) (string, error) {
	if created, ok, err := i.tokens.Find(i.now, cmd.Operation, cmd.Token); ok || err != nil {
		return created, err
	}
	old, err := i.movable(cmd.ContactID, ended)
	if err != nil {
		return "", err
	}
	if old.Channel != acd.Task && old.Channel != acd.Email {
		return "", acd.Errorf(acd.Improper, "contact %s is of channel %s; only a TASK or an EMAIL can be transferred by "+
			"TransferContact", old.ID, old.Channel)
	}
	if err := i.checkMove(old, cmd.Queue, cmd.FlowID); err != nil {
		return "", err
	}
	next := i.segmentAfter(old, cmd.Queue, cmd.FlowID)
	i.move(old, next, acd.NextContact{ID: next.ID, InitiatedAt: i.now}, func() {
		if cmd.Token.Token != "" {
			i.Emit(acd.ClientTokenUsed{Operation: cmd.Operation, Token: cmd.Token, Created: string(next.ID)})
		}
	})
	return string(next.ID), nil
}

// passOn lets an agent transfer a contact that he has by a quick connect that he sees, to a queue, to an agent or to a
// number outside (AG:quick-connects).
func (i *Instance) passOn(cmd acd.TransferByQuickConnect, ended []acd.Contact) (string, error) {
	if err := i.router.Has(cmd.UserID, cmd.ContactID, ended, "transfer"); err != nil {
		return "", err
	}
	quick, ok := i.directory.QuickConnect(cmd.QuickConnectID)
	if !ok || quick.Type == acd.QuickFlow {
		_, err := i.quickConnect(cmd.QuickConnectID)
		return "", err
	}
	if !i.directory.QuickConnectSeenBy(quick.ID, cmd.UserID) {
		return "", acd.Errorf(acd.Improper, "user %s does not see the quick connect %s; associate it with a queue of his "+
			"routing profile", cmd.UserID, quick.ID)
	}
	old, _ := i.router.Contact(cmd.ContactID)
	if old.Monitors != nil {
		return "", acd.Errorf(acd.Conflict, "contact %s monitors contact %s; it cannot be passed on", old.ID,
			old.Monitors.ContactID)
	}
	if old.IsPreviewed() {
		return "", acd.Errorf(acd.Conflict, "the customer of contact %s has not answered; it cannot be passed on", old.ID)
	}
	if quick.Type == acd.QuickPhone {
		return i.callOut(old, quick)
	}
	if err := i.checkMove(old, quick.Destination(), quick.FlowID); err != nil {
		return "", err
	}
	next := i.segmentAfter(old, quick.Destination(), quick.FlowID)
	i.move(old, next, acd.NextContact{ID: next.ID, InitiatedAt: i.now, QuickConnectID: quick.ID,
		QuickConnectName: quick.Name, QuickConnectType: quick.Type}, func() {})
	return string(next.ID), nil
}

// quickConnect returns a quick connect that leads to a queue or an agent.
func (i *Instance) quickConnect(id acd.QuickConnectID) (acd.QuickConnect, error) {
	quick, ok := i.directory.QuickConnect(id)
	switch {
	case !ok:
		return quick, acd.Errorf(acd.NotFound, "no quick connect has the id %q; give one that the instance lists", id)
	case quick.Destination().IsZero():
		return quick, acd.Errorf(acd.Improper, "quick connect %s is of type %s; give one of type %s or %s", id, quick.Type,
			acd.QuickUser, acd.QuickQueue)
	}
	return quick, nil
}

// movable returns a contact that has not ended.
func (i *Instance) movable(id acd.ContactID, ended []acd.Contact) (acd.Contact, error) {
	c, ok := i.anyContact(id, ended)
	switch {
	case !ok:
		return c, acd.Errorf(acd.NotFound, "contact %s does not exist in this instance", id)
	case c.HasEnded(), c.State == acd.Scheduled:
		return c, acd.Errorf(acd.Conflict, "contact %s is %s; only an active contact can be transferred", id, c.State)
	}
	return c, nil
}

// checkMove says why a contact cannot move to a queue under a flow.
func (i *Instance) checkMove(old acd.Contact, to acd.QueueRef, flow acd.FlowID) error {
	if err := i.checkTarget(to, flow); err != nil {
		return err
	}
	next := acd.Contact{}
	return follow(&next, old)
}

// checkTarget says why a queue and a flow cannot be where a move leads to; no queue at all is right.
func (i *Instance) checkTarget(q acd.QueueRef, flow acd.FlowID) error {
	known := true
	switch {
	case q.IsZero():
	case q.Type == acd.AgentQueue:
		if _, known = i.directory.User(acd.UserID(q.ID)); !known {
			return acd.Errorf(acd.NotFound, "user %s does not exist in this instance", q.ID)
		}
	default:
		if _, known = i.directory.Queue(q.ID); !known {
			return acd.Errorf(acd.NotFound, "queue %s does not exist in this instance", q.ID)
		}
	}
	return i.checkFlow(flow, acd.FlowInbound, acd.FlowAgentTransfer, acd.FlowQueueTransfer)
}

// follow makes a new contact the next one of another's chain, which has an end (AG:transfer-to-queue).
func follow(next *acd.Contact, previous acd.Contact) error {
	if previous.ChainPlace+1 >= acd.ChainMax {
		return acd.Errorf(acd.Limit, "the chain of contact %s has %d contacts, as many as a chain may have", previous.ID,
			acd.ChainMax)
	}
	next.PreviousID, next.InitialID, next.ChainPlace = previous.ID, previous.InitialID, previous.ChainPlace+1
	if next.InitialID == "" {
		next.InitialID = previous.ID
	}
	return nil
}

// segmentAfter returns the next segment of a contact that lives. What the customer brought with him goes on: his name,
// attributes, references, tags, order and the end of his life (A0112). What an agent had joined keeps the age of its
// queue, and needs new criteria; what waited keeps its criteria, and is as old as its new place (AG:about-routing,
// AG:proficiency-routing).
func (i *Instance) segmentAfter(old acd.Contact, to acd.QueueRef, flow acd.FlowID) acd.Contact {
	next := acd.Contact{
		ID: acd.ContactID(i.NewID(0)), Channel: old.Channel, InitiationMethod: acd.Transfer,
		AssociationID: old.AssociationID, Name: old.Name, Description: old.Description, State: acd.InFlow, FlowID: flow,
		InitiatedAt: i.now, ExpiresAt: old.ExpiresAt, CustomerExpectedBy: old.CustomerExpectedBy, Target: to,
		QueuePriority: old.QueuePriority, QueueTimeAdjustment: old.QueueTimeAdjustment,
		Attributes: old.Attributes, SegmentAttributes: old.SegmentAttributes, References: old.References, Tags: old.Tags,
		FlowLogging:    old.FlowLogging,
		TaskTemplateID: old.TaskTemplateID, TaskTemplateName: old.TaskTemplateName,
		CustomerID: old.CustomerID, Participant: old.Participant,
		CustomerEndpoint: old.CustomerEndpoint, SystemEndpoint: old.SystemEndpoint,
		AdditionalRecipients: old.AdditionalRecipients, CampaignID: old.CampaignID,
		Timeouts:   old.Timeouts.Began(i.now), // for the life of the chat (AG:setup-chat-timeouts)
		AgentExits: old.AgentExits,
	}
	if !old.ConnectedToSystemAt.IsZero() {
		next.ConnectedToSystemAt = i.now
	}
	if old.Media != nil && old.Media.Customer != nil {
		next.Media = &acd.Media{Customer: old.Media.Customer}
	}
	if old.Agent == nil {
		next.InitiationMethod, next.SystemEndpoint = acd.QueueTransfer, nil // it has none (AG:ctr-data-model)
		next.Criteria = again(old.Criteria)
		if next.Callback = old.Callback; old.Callback != nil {
			next.SystemEndpoint = old.SystemEndpoint // the number that its customer will see
		}
	} else if next.RankedSince = old.RankedSince; next.RankedSince.IsZero() {
		next.RankedSince = old.EnqueuedAt
	}
	if err := follow(&next, old); err != nil {
		panic("a chain was not checked before it grew: " + err.Error())
	}
	return next
}

// again returns criteria as they were before they were activated.
func again(criteria *acd.RoutingCriteria) *acd.RoutingCriteria {
	if criteria == nil {
		return nil
	}
	fresh := criteria.Rested()
	fresh.Index = 0
	return fresh
}

// move brings the next segment in, ends the one before, and lets the flow lead on. then says what else belongs to the
// next segment's beginning.
func (i *Instance) move(old, next acd.Contact, link acd.NextContact, then func()) {
	i.Emit(acd.ContactInitiated{Contact: next})
	then()
	i.Emit(acd.ContactTransferred{ContactID: old.ID, Next: link})
	i.router.End(old.ID, reasonOfMove(old))
	if next.FlowID != "" {
		i.lead(next.ID)
	}
}

// reasonOfMove returns why a segment ends whose contact goes on as another (A0113).
func reasonOfMove(old acd.Contact) string {
	switch {
	case old.Channel == acd.Email:
		return acd.ReasonTransferred
	case old.Channel == acd.Task:
		return acd.ReasonOther
	case old.Agent != nil:
		return acd.ReasonAgent
	}
	return acd.ReasonFlow
}
