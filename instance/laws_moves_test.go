package instance_test

import (
	"fmt"
	"maps"

	"patchcord/acd"
	"patchcord/flow"
)

// This file moves contacts, and judges the segments that they go on as.

// transfer moves a task or an email, mostly one that lives, to a queue, an agent, or nowhere in particular.
func (l *life) transfer() {
	cmd := acd.TransferContact{ContactID: l.livingContact(), FlowID: anyOf(l, l.flows), Operation: "Transfer"}
	var fits []acd.ContactID
	for _, c := range l.inst.Contacts() {
		if (c.Channel == acd.Task || c.Channel == acd.Email) && !c.HasEnded() {
			fits = append(fits, c.ID)
		}
	}
	if len(fits) > 0 && !l.oneIn(10) {
		cmd.ContactID = anyOf(l, fits)
	}
	switch l.rng.IntN(5) {
	case 0, 1:
		cmd.Queue = acd.QueueRef{Type: acd.StandardQueue, ID: anyOf(l, l.queues)}
	case 2, 3:
		cmd.Queue = acd.QueueRef{Type: acd.AgentQueue, ID: acd.QueueID(anyOf(l, l.users))}
	}
	if l.oneIn(10) {
		cmd.Token = acd.ClientToken{Token: anyOf(l, []string{"a", "b"}), Digest: anyOf(l, []string{"1", "2"})}
	}
	l.ask(cmd)
}

// passOn lets an agent pass on something that he has, mostly.
func (l *life) passOn() {
	cmd := acd.TransferByQuickConnect{UserID: anyOf(l, l.users), ContactID: l.livingContact(),
		QuickConnectID: anyOf(l, l.quick)}
	for _, a := range l.inst.Agents() {
		for _, h := range a.Hands {
			if h.State.Talks() && l.oneIn(2) {
				cmd.UserID, cmd.ContactID = a.UserID, h.ContactID
			}
		}
	}
	l.ask(cmd)
}

// associate gives a contact that waits to somebody by hand, mostly.
func (l *life) associate() {
	cmd := acd.AssociateContactWithUser{ContactID: l.livingContact(), UserID: anyOf(l, l.users)}
	for _, c := range l.inst.Contacts() {
		if c.IsWaiting() && c.Channel != acd.Voice && l.oneIn(2) {
			cmd.ContactID = c.ID
		}
	}
	l.ask(cmd)
}

// moves are the blocks that move a contact from within its flow.
func (l *life) moves(event acd.ContactHook) []flow.Effect {
	if event != acd.HookQueue || l.oneIn(3) {
		return nil
	}
	if l.oneIn(2) {
		return append(l.callback(), flow.Disconnect{})
	}
	to := acd.QueueRef{Type: acd.StandardQueue, ID: anyOf(l, l.queues)}
	if l.oneIn(6) {
		to = acd.QueueRef{Type: acd.AgentQueue, ID: acd.QueueID(anyOf(l, l.users))}
	}
	return []flow.Effect{flow.Requeue{Queue: to}, flow.Wait{For: acd.Seconds(int32(1 + l.rng.IntN(20)))}}
}

// callback are the blocks that let a customer be called back.
func (l *life) callback() []flow.Effect {
	seconds := func() acd.Duration { return acd.Seconds(int32(1 + l.rng.IntN(40))) }
	ask := flow.CreateCallback{Delay: seconds(), Attempts: int32(1 + l.rng.IntN(3)), RetryDelay: seconds()}
	if l.oneIn(2) {
		ask.Queue = acd.QueueRef{Type: acd.StandardQueue, ID: anyOf(l, l.queues)}
	}
	if l.oneIn(4) && len(l.flows) > 0 {
		ask.Flow = anyOf(l, l.flows)
	}
	return []flow.Effect{
		flow.SetAttributes{Attributes: map[string]string{"phone": "+12065550100"}},
		flow.SetCallbackNumber{Number: "$.Attributes.phone"}, ask,
	}
}

// judgeCallback demands of a callback that it follows a contact that lives, and of one that is made again that it has
// one call less.
func (r *rules) judgeCallback(c acd.Contact) {
	old, _ := r.life.mirror.Contact(c.PreviousID)
	switch {
	case old.ID == "" || old.HasEnded() || c.ChainPlace != old.ChainPlace+1 || c.ChainPlace > 11:
		r.life.fault("%s is number %d of its chain after %+v", c.ID, c.ChainPlace, old)
	case c.Channel != acd.Voice || c.Callback == nil || c.Callback.Attempts < 1 || c.CustomerEndpoint == nil:
		r.life.fault("%s is no callback: %+v", c.ID, c)
	case old.State != acd.Dialling: // a flow has made it
	case c.Callback.Attempts != old.Callback.Attempts-1:
		r.life.fault("%s is called again as %s, with %d calls", old.ID, c.ID, c.Callback.Attempts)
	}
}

// inHand is a contact in somebody's hands.
type inHand struct {
	user    acd.UserID
	contact acd.ContactID
}

// isGiven says whether a contact rings at somebody to whom it was given by hand.
func (r *rules) isGiven(id acd.ContactID) bool {
	c, _ := r.life.mirror.Contact(id)
	return c.Offer != nil && r.given[inHand{c.Offer.UserID, id}]
}

// addQuickConnect adds a quick connect to a queue or a user, which the agents of some queues see.
func (l *life) addQuickConnect() {
	name := fmt.Sprint("quick", len(l.quick))
	f := acd.ContactFlow{Name: name, Type: "QUEUE_TRANSFER", Status: "PUBLISHED",
		Content: flow.Build(flow.TransferToQueue{})}
	quick := acd.QuickConnect{Name: name, Type: acd.QuickQueue, QueueID: anyOf(l, l.queues)}
	if l.oneIn(3) {
		f.Type = "AGENT_TRANSFER"
		quick = acd.QuickConnect{Name: name, Type: acd.QuickUser, UserID: anyOf(l, l.users)}
	}
	if l.oneIn(4) {
		quick = acd.QuickConnect{Name: name, Type: acd.QuickPhone, PhoneNumber: "+12065550123"}
	} else {
		quick.FlowID = acd.FlowID(l.must(acd.CreateContactFlow{Flow: f}))
	}
	id := acd.QuickConnectID(l.must(acd.CreateQuickConnect{QuickConnect: quick}))
	l.quick = append(l.quick, id)
	for _, q := range l.queues {
		if !l.oneIn(3) {
			l.must(acd.AssociateQueueQuickConnects{QueueID: q, IDs: []acd.QuickConnectID{id}})
		}
	}
}

// addRemaining adds a flow for customers whose agent has left: it waits for them, or queues them at once.
func (l *life) addRemaining() {
	wait := flow.Wait{For: acd.Seconds(int32(1 + l.rng.IntN(40))), Events: []string{flow.CustomerReturned}}
	effects := []flow.Effect{wait, flow.TransferToQueue{}}
	if l.oneIn(3) {
		effects = effects[1:]
	}
	f := acd.ContactFlow{Name: fmt.Sprint("hook", len(l.hooked)), Type: acd.FlowInbound, Status: "PUBLISHED",
		Content: flow.Build(effects...)}
	id := acd.FlowID(l.must(acd.CreateContactFlow{Flow: f}))
	l.hooked = append(l.hooked, hooked{acd.HookCustomerRemaining, id})
}

// judgeRemaining demands of a contact that a disconnect flow leads that it follows one that lives, once, and takes over
// what belongs to its customer.
func (r *rules) judgeRemaining(e acd.Event, c acd.Contact) {
	old, _ := r.life.mirror.Contact(c.PreviousID)
	switch {
	case old.ID == "" || old.HasEnded() || c.ChainPlace != old.ChainPlace+1 || c.ChainPlace > 11:
		r.life.fault("%s is number %d of its chain after %+v", c.ID, c.ChainPlace, old)
	case old.Agent == nil && (old.Channel != acd.Task || old.InitiationMethod == acd.Disconnect):
		r.life.fault("nobody has left %s, which goes on as %s", old.ID, c.ID)
	case c.FlowID != old.Hooks[acd.HookCustomerRemaining] || c.Criteria != nil || c.RankedSince != 0:
		r.life.fault("%s goes on with %+v", old.ID, c)
	case c.ExpiresAt != old.ExpiresAt && old.ExpiresAt != e.At, c.ExpiresAt != 0 && c.ExpiresAt <= e.At:
		r.life.fault("%s lives until %d, the one before until %d", c.ID, c.ExpiresAt, old.ExpiresAt)
	}
}

// judgeMove demands of a segment that follows another what the guide says of age and criteria: what an agent had joined
// is as old as it was and has no criteria, what waited is new in its queue and has its criteria from their beginning.
func (r *rules) judgeMove(e acd.Event, b acd.ContactInitiated) {
	c := b.Contact
	if c.InitiationMethod == acd.CallbackMethod {
		r.judgeCallback(c)
	}
	if c.InitiationMethod == acd.Disconnect {
		r.judgeRemaining(e, c)
	}
	if !c.InitiationMethod.IsMove() || c.FlowID == "" { // no flow leads what agents join outside
		return
	}
	old, _ := r.life.mirror.Contact(c.PreviousID)
	if old.HasEnded() || old.ID == "" || c.ChainPlace != old.ChainPlace+1 || c.ChainPlace > 11 {
		r.life.fault("%s is number %d of its chain after %+v", c.ID, c.ChainPlace, old)
	}
	if c.Channel != old.Channel || c.AssociationID != old.AssociationID || c.ExpiresAt != old.ExpiresAt ||
		c.QueuePriority != old.QueuePriority || !maps.Equal(c.Attributes, old.Attributes) || c.InitiatedAt != e.At {
		r.life.fault("%s differs from %s, which it follows: %+v", c.ID, old.ID, c)
	}
	if c.InitiationMethod == acd.Transfer {
		since := old.RankedSince
		if since == 0 {
			since = old.EnqueuedAt
		}
		if old.Agent == nil || c.Criteria != nil || c.RankedSince != since {
			r.life.fault("%s is transferred by an agent with %+v since %d", c.ID, c.Criteria, c.RankedSince)
		}
		return
	}
	if old.Agent != nil || c.RankedSince != 0 || (c.Criteria == nil) != (old.Criteria == nil) {
		r.life.fault("%s is moved between queues with %+v since %d", c.ID, c.Criteria, c.RankedSince)
	}
	if c.Criteria == nil {
		return
	}
	for n, s := range c.Criteria.Steps {
		if s.Status != "INACTIVE" || s.ExpiresAt != 0 {
			r.life.fault("step %d of %s, which was moved, is %+v", n, c.ID, s)
		}
	}
}
