package instance

import "patchcord/acd"

// join lets somebody join a chat or a web call that goes on (A0137).
func (i *Instance) join(cmd acd.CreateParticipant, ended []acd.Contact) (string, error) {
	if created, ok, err := i.tokens.Find(i.now, cmd.Operation, cmd.Token); ok || err != nil {
		return created, err
	}
	c, ok := i.anyContact(cmd.ContactID, ended)
	right := acd.RoleCustomBot
	if c.Channel == acd.Voice {
		right = acd.RoleCustomer
	}
	switch {
	case !ok:
		return "", acd.Errorf(acd.NotFound, "contact %s does not exist in this instance", cmd.ContactID)
	case c.Monitors != nil:
		return "", acd.Errorf(acd.Improper, "contact %s monitors contact %s; join that one", c.ID, c.Monitors.ContactID)
	case c.Channel != acd.Chat && (c.Channel != acd.Voice || c.Participant == nil):
		return "", acd.Errorf(acd.Improper, "contact %s is neither a chat nor a web call; nobody can join it", c.ID)
	case cmd.Role != right:
		return "", acd.Errorf(acd.Improper, "ParticipantRole is %q; who joins a contact of channel %s is a %s", cmd.Role,
			c.Channel, right)
	case c.HasEnded():
		return "", acd.Errorf(acd.Conflict, "contact %s has ended; only one that goes on can be joined", c.ID)
	case cmd.Role == acd.RoleCustomBot && c.Agent != nil: // (AG:chat-customize-flow)
		return "", acd.Errorf(acd.Conflict, "an agent has contact %s; a bot can join before one does", c.ID)
	case c.Bot() != nil:
		return "", acd.Errorf(acd.Limit, "contact %s has a bot already, %s; it can have one at a time", c.ID, c.Bot().ID)
	}
	p := acd.Participant{ID: i.NewID(0), Token: i.NewID(1), DisplayName: cmd.DisplayName, Role: cmd.Role}
	i.Emit(acd.ParticipantAdded{ContactID: c.ID, Participant: p})
	i.remember(cmd.Operation, cmd.Token, p.ID)
	return p.ID, nil
}

// continueChat lets a chat go on with an earlier one, once (AG:chat-persistence, A0137).
func (i *Instance) continueChat(cmd acd.ContinueChat, ended []acd.Contact) (string, error) {
	if created, ok, err := i.tokens.Find(i.now, cmd.Operation, cmd.Token); ok || err != nil {
		return created, err
	}
	c, ok := i.anyContact(cmd.ContactID, ended)
	switch {
	case !ok:
		return "", acd.Errorf(acd.NotFound, "contact %s does not exist in this instance", cmd.ContactID)
	case c.Channel != acd.Chat:
		return "", acd.Errorf(acd.Improper, "contact %s is of channel %s; only a CHAT can go on with an earlier one", c.ID,
			c.Channel)
	case c.HasEnded():
		return "", acd.Errorf(acd.Improper, "contact %s has ended; only a chat that goes on can be tied to an earlier one",
			c.ID)
	case c.RelatedID != "":
		return "", acd.Errorf(acd.Improper, "contact %s is tied to contact %s already; a chat can be tied once", c.ID,
			c.RelatedID)
	}
	if err := i.checkRehydration(cmd.Rehydration, ended); err != nil {
		return "", err
	}
	i.Emit(acd.ChatContinued{ContactID: c.ID, From: cmd.Rehydration.From})
	i.remember(cmd.Operation, cmd.Token, string(cmd.Rehydration.From))
	return string(cmd.Rehydration.From), nil
}

// checkRehydration says why a chat cannot go on with what was named: only a chat that has ended can be gone on with, a
// whole session by its first contact (AG:chat-persistence).
func (i *Instance) checkRehydration(r acd.Rehydration, ended []acd.Contact) error {
	source, ok := i.anyContact(r.Source, ended)
	from, found := i.anyContact(r.From, ended)
	switch {
	case !ok || !found:
		return acd.Errorf(acd.NotFound, "contact %s does not exist in this instance", r.Source)
	case source.Channel != acd.Chat:
		return acd.Errorf(acd.Improper, "contact %s is of channel %s; only a CHAT can be gone on with", source.ID,
			source.Channel)
	case r.Entire && source.InitialID != "":
		return acd.Errorf(acd.Improper, "contact %s is not the first of its session; give %s, or FROM_SEGMENT", source.ID,
			source.InitialID)
	case !from.HasEnded():
		return acd.Errorf(acd.Improper, "contact %s has not ended; only a chat that has ended can be gone on with", from.ID)
	}
	return nil
}
