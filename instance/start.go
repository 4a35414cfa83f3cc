package instance

import (
	"slices"
	"strings"

	"patchcord/acd"
)

// start brings a contact in and lets its flow lead it.
func (i *Instance) start(cmd acd.StartContact, ended []acd.Contact) (string, error) {
	if created, ok, err := i.tokens.Find(i.now, cmd.Operation, cmd.Token); ok || err != nil {
		return created, err
	}
	if cmd.TaskTemplateID != "" {
		filled, err := i.directory.FillTask(cmd)
		if err != nil {
			return "", err
		}
		cmd = filled
	}
	c, err := i.newContact(cmd, ended)
	if err != nil {
		return "", err
	}
	i.Emit(acd.ContactInitiated{Contact: c})
	i.remember(cmd.Operation, cmd.Token, string(c.ID))
	if c.State == acd.InFlow {
		i.lead(c.ID)
	}
	return string(c.ID), nil
}

func (i *Instance) newContact(cmd acd.StartContact, ended []acd.Contact) (acd.Contact, error) {
	cmd.SystemEndpoint = i.callerOf(cmd)
	c := acd.Contact{
		ID: acd.ContactID(i.NewID(0)), Channel: cmd.Channel, InitiationMethod: cmd.InitiationMethod,
		Name: cmd.Name, Description: cmd.Description, State: acd.InFlow, FlowID: cmd.FlowID,
		InitiatedAt: i.now, Attributes: cmd.Attributes, SegmentAttributes: cmd.SegmentAttributes,
		References: cmd.References, CustomerID: cmd.CustomerID, Tags: i.systemTags(cmd.SystemEndpoint),
		CustomerEndpoint: cmd.CustomerEndpoint, SystemEndpoint: cmd.SystemEndpoint, AdditionalRecipients: cmd.Recipients,
		CampaignID: cmd.CampaignID, TaskTemplateID: string(cmd.TaskTemplateID), AgentExits: cmd.AgentExits,
	}
	if t, ok := i.directory.TaskTemplate(cmd.TaskTemplateID); ok {
		c.TaskTemplateName = t.Name
	}
	c.AssociationID = c.ID
	if err := i.checkInbound(cmd); err != nil {
		return c, err
	}
	if err := i.checkLeader(&c, cmd); err != nil {
		return c, err
	}
	if err := i.link(&c, cmd, ended); err != nil {
		return c, err
	}
	if err := i.aim(&c, cmd); err != nil {
		return c, err
	}
	if err := i.checkRoom(cmd.Channel); err != nil {
		return c, err
	}
	if err := acd.CheckAttributes(c.Attributes); err != nil {
		return c, err
	}
	if err := acd.CheckReferences(c.References); err != nil {
		return c, err
	}
	if err := i.checkCreator(c.SegmentAttributes); err != nil {
		return c, err
	}
	if err := i.schedule(&c, cmd); err != nil {
		return c, err
	}
	life := cmd.Life
	if life == 0 {
		life = defaultLife(cmd.Channel)
	}
	if life > 0 {
		c.ExpiresAt = max(i.now, c.ScheduledAt).Add(life) // (A0105)
	}
	i.await(&c, cmd)
	if cmd.Channel == acd.Chat || cmd.InitiationMethod == acd.WebRTC {
		c.Participant = &acd.Participant{ID: i.NewID(1), Token: i.NewID(2), DisplayName: cmd.DisplayName,
			InitialMessage: cmd.InitialMessage}
	}
	return c, nil
}

// schedule puts off the flow of a new task, where that is asked.
func (i *Instance) schedule(c *acd.Contact, cmd acd.StartContact) error {
	if cmd.ScheduledAt.IsZero() {
		return nil
	}
	if cmd.Channel != acd.Task {
		return acd.Errorf(acd.Improper, "a contact of channel %s cannot be scheduled; only tasks can", cmd.Channel)
	}
	c.State, c.ScheduledAt = acd.Scheduled, cmd.ScheduledAt
	return acd.CheckSchedule(i.now, cmd.ScheduledAt)
}

// checkLeader says why what leads a new contact cannot, and takes over from a quick connect what it says.
func (i *Instance) checkLeader(c *acd.Contact, cmd acd.StartContact) error {
	switch {
	case cmd.Unled:
		return nil
	case cmd.QuickConnectID == "" && cmd.FlowID == "":
		flow, err := i.dialledFlow(cmd.SystemEndpoint)
		if err != nil {
			return err
		}
		c.FlowID = flow
		return i.checkFlow(flow, acd.FlowInbound)
	case cmd.QuickConnectID == "":
		return i.checkFlow(cmd.FlowID, acd.FlowInbound)
	}
	quick, err := i.quickConnect(cmd.QuickConnectID)
	if err != nil {
		return err
	}
	c.FlowID, c.Target = quick.FlowID, quick.Destination()
	return i.checkTarget(c.Target, c.FlowID)
}

// checkFlow says why a flow cannot lead a contact where these types of flows can.
func (i *Instance) checkFlow(id acd.FlowID, types ...string) error {
	f, ok := i.directory.Flow(id)
	switch {
	case !ok:
		return acd.Errorf(acd.NotFound, "flow %s does not exist in this instance", id)
	case f.Status == acd.FlowSaved:
		return acd.Errorf(acd.Improper, "flow %s is saved but not published; only a published flow leads contacts", id)
	case f.State == acd.FlowArchived: // (A0211)
		return acd.Errorf(acd.Improper, "flow %s is archived; make it ACTIVE, or give another", id)
	case !slices.Contains(types, f.Type):
		return acd.Errorf(acd.Improper, "flow %s is of type %s; give one of type %s", id, f.Type,
			strings.Join(types, " or "))
	}
	return nil
}

// link ties a new contact to the one that it follows or belongs to, and takes over the attributes and the
// users' tags of that one; in a chain, what users have set of its segment as well (AG:tasks,
// AG:contacts-contact-chains-attributes, AG:granular-billing).
func (i *Instance) link(c *acd.Contact, cmd acd.StartContact, ended []acd.Contact) error {
	if cmd.PreviousID != "" && cmd.RelatedID != "" {
		return acd.Errorf(acd.Improper, "PreviousContactId and RelatedContactId are both given; give one of them")
	}
	if r := cmd.Rehydration; r != nil {
		if err := i.checkRehydration(*r, ended); err != nil {
			return err
		}
		cmd.RelatedID = r.From
	}
	for _, id := range acd.LinksOf(cmd) {
		other, ok := i.anyContact(id, ended)
		if !ok {
			return acd.Errorf(acd.NotFound, "contact %s does not exist in this instance", id)
		}
		c.AssociationID = other.AssociationID
		c.Attributes = acd.Merged(other.Attributes, cmd.Attributes)
		c.Tags = acd.Merged(c.Tags, userTags(other.Tags))
		if id == cmd.RelatedID {
			c.RelatedID = id
			continue
		}
		c.SegmentAttributes = acd.Merged(userSegmentAttributes(other.SegmentAttributes), c.SegmentAttributes)
		if err := follow(c, other); err != nil {
			return err
		}
	}
	return nil
}

func (i *Instance) anyContact(id acd.ContactID, ended []acd.Contact) (acd.Contact, bool) {
	if c, ok := i.router.Contact(id); ok {
		return c, true
	}
	for _, c := range ended {
		if c.ID == id {
			return c, true
		}
	}
	return acd.Contact{}, false
}

// checkRoom asks the quotas for contacts of a channel that live at once (AG:amazon-connect-service-limits).
func (i *Instance) checkRoom(channel acd.Channel) error {
	quota := 0
	switch channel {
	case acd.Voice:
		quota = i.options.Quotas.Calls
	case acd.Chat:
		quota = i.options.Quotas.Chats
	case acd.Task:
		quota = i.options.Quotas.Tasks
	case acd.Email:
		quota = i.options.Quotas.Emails
	}
	if acd.Exceeded(quota, i.router.Living(channel)) {
		return acd.Errorf(acd.Limit, "%d contacts of channel %s are active, as many as the quota allows", quota, channel)
	}
	return nil
}

// defaultLife is how long a contact lives when nobody says: a task seven days, an email fourteen, a chat 25 hours
// (AG:tasks, the SDK's text on ChatDurationInMinutes). A call ends when somebody hangs up.
func defaultLife(channel acd.Channel) acd.Duration {
	switch channel {
	case acd.Task:
		return 7 * acd.Day
	case acd.Email:
		return 14 * acd.Day
	case acd.Chat:
		return 25 * acd.Hour
	}
	return 0
}

// checkCreator says why the user who has created a contact cannot be the one that is named (A0291).
func (i *Instance) checkCreator(attributes map[string]acd.SegmentAttribute) error {
	by, given := attributes[acd.CreatedByAttribute]
	switch {
	case !given:
		return nil
	case by.String == nil:
		return acd.Errorf(acd.Invalid, "SegmentAttributes[%q] has no ValueString; give the ARN of a user",
			acd.CreatedByAttribute)
	}
	if _, ok := i.directory.User(acd.UserID(acd.IDOf(*by.String))); !ok {
		return acd.Errorf(acd.NotFound, "SegmentAttributes[%q] is %.200q, which is no user of this instance",
			acd.CreatedByAttribute, *by.String)
	}
	return nil
}
