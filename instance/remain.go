package instance

import (
	"patchcord/acd"
	"patchcord/flow"
)

// comeOrGo decides what is told of those who come to a contact or leave it.
func (i *Instance) comeOrGo(cmd acd.Command, ended []acd.Contact) error {
	switch cmd := cmd.(type) {
	case acd.ConnectCustomer:
		return i.tell(cmd.ContactID, cmd, ended)
	case acd.DisconnectCustomer:
		return i.comeOrGo(acd.ReportMedia{ContactID: cmd.ContactID, Customer: acd.CustomerLeft, Reason: cmd.Reason}, ended)
	case acd.ReportMedia:
		if c, _ := i.router.Contact(cmd.ContactID); cmd.Customer == acd.CustomerLeft && i.goesOnWithout(c) {
			return i.exit(cmd, ended)
		}
		return i.tell(cmd.ContactID, cmd, ended)
	case acd.DisconnectContact:
		return i.leaveBehind(cmd, ended)
	}
	panic("who comes and goes was not told")
}

// leaveBehind lets an agent end a contact that he has. Where a flow is set for a customer who remains, the contact goes
// on with it (AG:set-disconnect-flow).
func (i *Instance) leaveBehind(cmd acd.DisconnectContact, ended []acd.Contact) error {
	c, _ := i.router.Contact(cmd.ContactID)
	if i.flowOfRemaining(c) == "" {
		return i.router.Do(cmd, ended)
	}
	err := i.router.MayDisconnect(cmd, ended)
	if err == nil {
		i.end(c, acd.ReasonAgent)
	}
	return err
}

// goesOnWithout says whether a chat goes on with the flow for who remains when its customer leaves its agent, who is
// then disconnected too (StartChatContact in the API reference, DisconnectOnCustomerExit; A0290).
func (i *Instance) goesOnWithout(c acd.Contact) bool {
	return c.AgentExits && c.State == acd.ConnectedTo && i.flowOfRemaining(c) != ""
}

// exit lets the customer of such a chat leave, when all else that was told of it is noted.
func (i *Instance) exit(cmd acd.ReportMedia, ended []acd.Contact) error {
	reason, err := i.router.MayLeave(cmd, ended)
	if err != nil {
		return err
	}
	if cmd.Customer, cmd.Reason = "", ""; !cmd.IsEmpty() {
		if err := i.router.Do(cmd, ended); err != nil {
			return err
		}
	}
	c, _ := i.router.Contact(cmd.ContactID)
	i.end(c, reason)
	return nil
}

// hangUp ends a contact by its flow. Whoever is hung up on does not remain; of a task something may remain to be done
// (AG:set-disconnect-flow).
func (i *Instance) hangUp(c acd.Contact) {
	if c.Channel == acd.Task {
		i.end(c, acd.ReasonFlow)
		return
	}
	i.router.End(c.ID, acd.ReasonFlow)
}

// end ends a contact, and lets it go on as the next one where a flow is set for that.
func (i *Instance) end(c acd.Contact, reason string) {
	flow := i.flowOfRemaining(c)
	if flow == "" {
		i.router.End(c.ID, reason)
		return
	}
	next := i.remainder(c, flow)
	i.Emit(acd.ContactInitiated{Contact: next})
	i.Emit(acd.ContactTransferred{ContactID: c.ID,
		Next: acd.NextContact{ID: next.ID, InitiatedAt: i.now, Method: acd.Disconnect}})
	i.router.End(c.ID, reason)
	i.lead(next.ID)
}

// flowOfRemaining returns the flow that goes on with the customer of a contact that ends; empty: none does. It does not
// run twice without an agent between, and not at the end of a chain (A0253).
func (i *Instance) flowOfRemaining(c acd.Contact) acd.FlowID {
	id := c.FlowAt(acd.HookCustomerRemaining)
	again := c.InitiationMethod == acd.Disconnect && c.Agent == nil
	if id == "" || c.State == acd.Dialling || again || follow(&acd.Contact{}, c) != nil ||
		i.checkFlow(id, flowTypeAt(acd.HookCustomerRemaining)) != nil {
		return ""
	}
	return id
}

// remainder returns the next segment of a contact whose agent leaves, or whose time is over. It has the working queue
// of the one before, and its flows for what happens later; it needs new criteria, and is as old as its new place. A
// task whose time is over lives as long again (A0253).
func (i *Instance) remainder(old acd.Contact, flow acd.FlowID) acd.Contact {
	next := i.segmentAfter(old, old.Target, flow)
	next.InitiationMethod, next.SystemEndpoint = acd.Disconnect, old.SystemEndpoint
	next.Criteria, next.RankedSince = nil, 0
	next.Hooks, next.PauseFlowID, next.ResumeFlowID = old.Hooks, old.PauseFlowID, old.ResumeFlowID
	if old.Agent != nil {
		next.FormerAgent = old.Agent.UserID
	}
	if !old.ExpiresAt.IsZero() && old.ExpiresAt <= i.now {
		next.ExpiresAt = i.now.Add(max(old.ExpiresAt.Sub(max(old.InitiatedAt, old.ScheduledAt)), acd.Minute))
	}
	return next
}

// happened lets the flows go on that wait for an event in a chat: its customer writes, or its bot leaves (AG:wait).
func (i *Instance) happened(id acd.ContactID, event string) {
	c, _ := i.router.Contact(id)
	for _, run := range c.Runs {
		now, _ := i.router.Contact(id)
		if _, still := now.Run(run.Cause); !still || !i.waitsFor(&now, run, event) {
			continue
		}
		i.resumeRun(id, run, func(*errand) outcome { return came(event) })
	}
}

// told lets go on what waits for something that the media's side of a chat has told.
func (i *Instance) told(report acd.ReportMedia) {
	if report.BotLeft {
		i.happened(report.ContactID, flow.BotDisconnected)
	}
	if report.Customer == acd.CustomerBack || report.Wrote == acd.RoleCustomer {
		i.happened(report.ContactID, flow.CustomerReturned)
	}
}

// autoDisconnected disconnects all but the customer of a chat, who may remain: an agent, or else a bot, for whose
// leaving a flow may wait (AG:setup-chat-timeouts).
func (i *Instance) autoDisconnected(c acd.Contact) {
	if c.Agent != nil {
		i.end(c, acd.ReasonIdle)
		return
	}
	i.happened(c.ID, flow.BotDisconnected)
}

// waitsFor says whether a run waits at a Wait block for an event.
func (i *Instance) waitsFor(c *acd.Contact, run acd.FlowRun, event string) bool {
	script, ok := i.scriptOf(run)
	return ok && script.WaitsFor(run.Action, event)
}
