package instance

import "patchcord/acd"

// draftLife is how long a draft of an email lives when nobody says, draftLifeMax how long it may, taskLifeMax a task
// (A0134).
const (
	draftLife    = 12 * acd.Hour
	draftLifeMax = 7 * acd.Day
	taskLifeMax  = 90 * acd.Day
)

// The limits of a call that another voice system holds: segments in its chain, and of those at one time
// (AG:model-contact-transfers-conferencing).
const (
	externalChainMax = 10
	externalAtOnce   = 2
)

// create adds a contact that no flow leads (A0134).
func (i *Instance) create(cmd acd.CreateContact, ended []acd.Contact) (string, error) {
	start := cmd.Contact
	if created, ok, err := i.tokens.Find(i.now, start.Operation, start.Token); ok || err != nil {
		return created, err
	}
	if err := i.checkCreate(&cmd, ended); err != nil {
		return "", err
	}
	start.FlowID, start.Unled = "", true
	if start.Channel == acd.Email && start.Life == 0 {
		start.Life = draftLife
	}
	c, err := i.newContact(start, ended)
	if err != nil {
		return "", err
	}
	i.answers(&c, ended)
	i.Emit(acd.ContactInitiated{Contact: c})
	i.remember(start.Operation, start.Token, string(c.ID))
	if i.router.Holds(c.PreviousID) {
		i.Emit(acd.ContactTransferred{ContactID: c.PreviousID, Next: acd.NextContact{ID: c.ID, InitiatedAt: i.now}})
	}
	if cmd.UserID != "" {
		i.Emit(acd.ContactTaken{ContactID: c.ID, UserID: cmd.UserID})
	}
	if cmd.Completed {
		i.router.End(c.ID, acd.ReasonOther)
		i.router.EndWork(c.ID)
	}
	return string(c.ID), nil
}

// remember notes what was created under a ClientToken, if there is one.
func (i *Instance) remember(operation string, token acd.ClientToken, created string) {
	if token.Token != "" {
		i.Emit(acd.ClientTokenUsed{Operation: operation, Token: token, Created: created})
	}
}

// answers lets the reply to an email go out from where that one came in, to whom it came from.
func (i *Instance) answers(c *acd.Contact, ended []acd.Contact) {
	if c.InitiationMethod != acd.AgentReply {
		return
	}
	email, _ := i.anyContact(c.RelatedID, ended)
	c.CustomerEndpoint, c.SystemEndpoint = email.CustomerEndpoint, email.SystemEndpoint
}

// checkCreate says whether such a contact may be created, by its channel (CreateContact in the API reference).
func (i *Instance) checkCreate(cmd *acd.CreateContact, ended []acd.Contact) error {
	start := &cmd.Contact
	switch {
	case start.PreviousID != "" && start.Channel != acd.Voice:
		return acd.Errorf(acd.Improper, "PreviousContactId is given, which only a VOICE contact may have; leave it out")
	case cmd.Completed && start.Channel != acd.Task:
		return acd.Errorf(acd.Improper, "InitiateAs is COMPLETED, which only a TASK may be; give CONNECTED_TO_USER")
	}
	var err error
	switch start.Channel {
	case acd.Voice:
		err = i.checkExternal(start, ended)
	case acd.Email:
		err = i.checkDraft(cmd, ended)
	case acd.Task:
		err = checkOutsideTask(cmd)
	default:
		err = acd.Errorf(acd.Improper, "Channel is %s; CreateContact makes VOICE, EMAIL and TASK", start.Channel)
	}
	if err != nil || cmd.UserID == "" {
		return err
	}
	return i.checkTaker(cmd)
}

func wrongMethod(start *acd.StartContact, right string) error {
	return acd.Errorf(acd.Improper, "InitiationMethod is %s; a contact of channel %s is created with %s",
		start.InitiationMethod, start.Channel, right)
}

// checkExternal checks a segment of a call that another voice system holds: an agent joins the call.
func (i *Instance) checkExternal(start *acd.StartContact, ended []acd.Contact) error {
	switch {
	case start.InitiationMethod != acd.Transfer:
		return wrongMethod(start, "TRANSFER")
	case start.PreviousID == "":
		return acd.Errorf(acd.Improper, "PreviousContactId is not given; name the segment of the call that the agent joins")
	}
	previous, ok := i.anyContact(start.PreviousID, ended)
	switch {
	case !ok:
		return nil // link says so
	case !previous.IsExternal():
		return acd.Errorf(acd.Improper, "contact %s is no call of another voice system; give the PreviousContactId of a "+
			"contact with the subtype %s", previous.ID, acd.ExternalAudio)
	case previous.ChainPlace+1 >= externalChainMax:
		return acd.Errorf(acd.Limit, "the call of contact %s has %d segments, as many as such a call may have", previous.ID,
			externalChainMax)
	}
	first := previous.InitialID
	if first == "" {
		first = previous.ID
	}
	live := i.router.Count(func(c *acd.Contact) bool {
		return (c.ID == first || c.InitialID == first) && !c.HasEnded()
	})
	if live >= externalAtOnce {
		return acd.Errorf(acd.Limit, "the call of contact %s has %d segments that have not ended, as many as it may have at "+
			"once; stop one of them", previous.ID, externalAtOnce)
	}
	return nil
}

// checkDraft checks an email that an agent or a flow writes.
func (i *Instance) checkDraft(cmd *acd.CreateContact, ended []acd.Contact) error {
	start := &cmd.Contact
	switch {
	case !start.InitiationMethod.IsOutbound() && start.InitiationMethod != acd.ByFlow:
		return wrongMethod(start, "OUTBOUND, AGENT_REPLY or FLOW")
	case start.InitiationMethod.IsOutbound() && cmd.UserID == "":
		return acd.Errorf(acd.Improper, "UserInfo is not given; an email with the InitiationMethod %s is some agent's",
			start.InitiationMethod)
	case start.InitiationMethod == acd.ByFlow && cmd.UserID != "":
		return acd.Errorf(acd.Improper, "UserInfo is given; an email with the InitiationMethod FLOW is no agent's")
	case start.Life < 0 || start.Life > draftLifeMax:
		return acd.Errorf(acd.Invalid, "ExpiryDurationInMinutes is %d; give 1 to %d for a draft of an email",
			start.Life/acd.Minute, draftLifeMax/acd.Minute)
	case start.InitiationMethod != acd.AgentReply:
		return nil
	case start.RelatedID == "":
		return acd.Errorf(acd.Improper, "RelatedContactId is not given; name the email that is answered")
	}
	if answered, ok := i.anyContact(start.RelatedID, ended); ok && answered.Channel != acd.Email {
		return acd.Errorf(acd.Improper, "contact %s is of channel %s; only an EMAIL can be answered", answered.ID,
			answered.Channel)
	}
	return nil
}

func checkOutsideTask(cmd *acd.CreateContact) error {
	start := &cmd.Contact
	switch {
	case start.InitiationMethod != acd.API:
		return wrongMethod(start, "API")
	case cmd.UserID == "" && !cmd.Completed:
		return acd.Errorf(acd.Improper, "neither UserInfo is given nor InitiateAs COMPLETED; say who works on the task, or "+
			"that it is done")
	case start.Life < 0 || start.Life > taskLifeMax:
		return acd.Errorf(acd.Invalid, "ExpiryDurationInMinutes is %d; give 1 to %d for a task", start.Life/acd.Minute,
			taskLifeMax/acd.Minute)
	}
	return nil
}

// checkTaker says whether a user can have a contact from its beginning. He must be there, in whatever status; his slots
// are not asked, but he writes at most twice as many emails as he may have of those that come in (A0135).
func (i *Instance) checkTaker(cmd *acd.CreateContact) error {
	user, ok := i.directory.User(cmd.UserID)
	if !ok {
		return acd.Errorf(acd.NotFound, "user %s does not exist in this instance", cmd.UserID)
	}
	agent, present := i.router.Agent(cmd.UserID)
	if !present {
		return acd.Errorf(acd.Conflict, "user %s is not there; he can be given a contact once he has set a status",
			cmd.UserID)
	}
	if cmd.Contact.Channel != acd.Email {
		return nil
	}
	drafts := int32(0)
	for n := range agent.Hands {
		if agent.Hands[n].IsDraft() {
			drafts++
		}
	}
	profile, _ := i.directory.RoutingProfile(user.RoutingProfileID)
	if emails, _ := profile.ConcurrencyOf(acd.Email); drafts >= 2*emails.Max {
		return acd.Errorf(acd.Limit, "user %s writes %d emails, twice as many as his routing profile gives him", cmd.UserID,
			drafts)
	}
	return nil
}

// send sends a draft, which ends it (A0136).
func (i *Instance) send(cmd acd.SendEmail, ended []acd.Contact) (string, error) {
	if created, ok, err := i.tokens.Find(i.now, cmd.Operation, cmd.Token); ok || err != nil {
		return created, err
	}
	c, ok := i.anyContact(cmd.ContactID, ended)
	switch {
	case !ok:
		return "", acd.Errorf(acd.NotFound, "contact %s does not exist in this instance", cmd.ContactID)
	case !c.IsDraft():
		return "", acd.Errorf(acd.Improper, "contact %s is no draft of an email; CreateContact makes one", c.ID)
	case c.HasEnded():
		return "", acd.Errorf(acd.Conflict, "contact %s has ended; only a draft can be sent", c.ID)
	}
	sent := acd.EmailSent{ContactID: c.ID, Customer: cmd.Customer, System: i.senderOf(cmd, &c),
		Recipients: cmd.Recipients, Subject: cmd.Subject}
	if sent.System == nil {
		return "", acd.Errorf(acd.Improper, "FromEmailAddress is not given, contact %s answers no email whose address could "+
			"stand there, and its agent's default outbound queue has none", c.ID)
	}
	i.Emit(sent)
	i.remember(cmd.Operation, cmd.Token, string(c.ID))
	i.router.End(c.ID, acd.ReasonOther)
	return string(c.ID), nil
}
