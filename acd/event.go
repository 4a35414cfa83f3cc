package acd

// Event is something that has happened in an instance. Events are numbered per instance from 1 without a gap; replaying
// them in order is the only way in which anything in the house changes.
type Event struct {
	At       Time
	Instance InstanceID
	Number   int64
	Body     Body
}

// Body is what happened. Its Go type name is its name in the journal, for ever.
type Body interface{ Nature() Nature }

// Nature tells what the world did from what the engine chose. A what-if keeps the facts and decides anew.
type Nature int

// The two natures.
const (
	Fact Nature = iota
	Decision
)

// What happens to settings. Each event carries the whole value as it is afterwards.
type (
	// InstanceCreated begins an instance.
	InstanceCreated struct{ Instance Instance }
	// InstanceDeleted ends an instance. The token lets those who send the command again find that it is done.
	InstanceDeleted struct{ Token ClientToken }
	// HoursOfOperationCreated adds hours.
	HoursOfOperationCreated struct{ Hours HoursOfOperation }
	// QueueCreated adds a queue.
	QueueCreated struct{ Queue Queue }
	// QueueChanged replaces a queue's settings.
	QueueChanged struct{ Queue Queue }
	// RoutingProfileCreated adds a routing profile.
	RoutingProfileCreated struct{ Profile RoutingProfile }
	// RoutingProfileChanged replaces a routing profile's settings.
	RoutingProfileChanged struct{ Profile RoutingProfile }
	// SecurityProfileCreated adds a security profile.
	SecurityProfileCreated struct{ Profile SecurityProfile }
	// UserCreated adds a user and his agent queue.
	UserCreated struct{ User User }
	// UserChanged replaces a user's settings, proficiencies among them.
	UserChanged struct{ User User }
	// UserDeleted removes a user.
	UserDeleted struct{ UserID UserID }
	// PredefinedAttributeCreated adds an attribute.
	PredefinedAttributeCreated struct{ Attribute PredefinedAttribute }
	// PredefinedAttributeChanged replaces an attribute.
	PredefinedAttributeChanged struct{ Attribute PredefinedAttribute }
	// PredefinedAttributeDeleted removes an attribute.
	PredefinedAttributeDeleted struct{ Name string }
	// AgentStatusCreated adds a status.
	AgentStatusCreated struct{ Status AgentStatus }
	// ContactFlowCreated adds a flow.
	ContactFlowCreated struct{ Flow ContactFlow }
	// TagsChanged replaces the tags of a resource.
	TagsChanged struct {
		Kind ResourceKind // empty: the instance
		ID   string
		Tags map[string]string
	}
	// ClientTokenUsed remembers what a creating command made, for those who send it again.
	ClientTokenUsed struct {
		Operation string
		Token     ClientToken
		Created   string
	}
)

// What happens to contacts before and after agents.
type (
	// ContactInitiated brings a contact in.
	ContactInitiated struct{ Contact Contact }
	// ContactTargetQueueSet names the working queue of a contact.
	ContactTargetQueueSet struct {
		ContactID ContactID
		Queue     QueueRef
	}
	// ContactAttributesChanged sets attributes of a contact, and of all others in its chain; the others stay.
	ContactAttributesChanged struct {
		ContactID  ContactID
		ChainID    ContactID // the first contact of the chain; empty: this contact alone
		Attributes map[string]string
	}
	// ContactDataChanged changes what is known of a contact. What is nil or zero stays, as do the references and segment
	// attributes that are not named.
	ContactDataChanged struct {
		ContactID         ContactID
		Name              *string
		Description       *string
		References        map[string]Reference
		SegmentAttributes map[string]SegmentAttribute
		ExpiresAt         Time
		CustomerID        *string
		CustomerEndpoint  *Endpoint
		SystemEndpoint    *Endpoint
	}
	// ContactRoutingUpdated changes the order of a contact or replaces its criteria. Nil members stay as they are.
	ContactRoutingUpdated struct {
		ContactID           ContactID
		QueuePriority       *int64
		QueueTimeAdjustment *int32
		Criteria            *RoutingCriteria // the new ones, each step INACTIVE
	}
	// CustomerConnected ends the wait for a customer.
	CustomerConnected struct{ ContactID ContactID }
	// MediaReported tells what the media's side knows of a contact. What it does not speak of stays as it is.
	MediaReported struct {
		ContactID  ContactID
		Media      Media
		Recipients *EmailRecipients
	}
	// ContactQueued puts a contact into a queue.
	ContactQueued struct {
		ContactID ContactID
		Queue     QueueRef
	}
	// StepActivated lets a step of the criteria narrow the agents.
	StepActivated struct {
		ContactID ContactID
		Step      int
		ExpiresAt Time // zero: never
	}
	// StepExpired ends a step whose time has run out.
	StepExpired struct {
		ContactID ContactID
		Step      int
	}
	// StepInterrupted ends a step because other criteria are about to take the place of its own.
	StepInterrupted struct {
		ContactID ContactID
		Step      int
	}
	// ContactDisconnected ends a contact. Where an agent was with it, his after-contact work begins.
	ContactDisconnected struct {
		ContactID ContactID
		Reason    string
		WorkUntil Time // end of after-contact work; zero: no limit, or no agent
	}
	// ContactCompleted ends the life of a contact: nothing about it will change by itself again.
	ContactCompleted struct{ ContactID ContactID }
	// FlowFailed tells why the flow of a contact could not go on; the contact ends, unless the flow ran because it was
	// paused or resumed.
	FlowFailed struct {
		ContactID ContactID
		FlowID    FlowID
		Action    string
		Error     string
		Modules   []FlowModuleID // that the run was in, the innermost last
	}
)

// What happens between contacts and agents.
type (
	// ContactOffered lets a contact ring at an agent.
	ContactOffered struct {
		ContactID ContactID
		UserID    UserID
		Step      int // the active step, -1 where there is none
		Until     Time
		Manual    bool // somebody has associated them
	}
	// OfferMissed ends an offer whose time has run out.
	OfferMissed struct {
		ContactID ContactID
		UserID    UserID
	}
	// OfferRejected ends an offer that the agent refused.
	OfferRejected struct {
		ContactID ContactID
		UserID    UserID
	}
	// OfferWithdrawn ends an offer that the agent had no part in ending.
	OfferWithdrawn struct {
		ContactID ContactID
		UserID    UserID
		Cause     WithdrawalCause
	}
	// ContactAccepted connects customer and agent; the step of the offer is joined.
	ContactAccepted struct {
		ContactID ContactID
		UserID    UserID
		Automatic bool
	}
	// ContactHeld puts the customer on hold.
	ContactHeld struct {
		ContactID ContactID
		UserID    UserID
	}
	// ContactUnheld takes the customer back.
	ContactUnheld struct {
		ContactID ContactID
		UserID    UserID
	}
	// AfterContactWorkEnded empties the agent's hand of a contact that has ended.
	AfterContactWorkEnded struct {
		ContactID ContactID
		UserID    UserID
		Cause     WorkEndCause
	}
	// UserContactDismissed clears a missed, rejected or failed contact from an agent's hands.
	UserContactDismissed struct {
		ContactID ContactID
		UserID    UserID
	}
	// AgentStatusChanged puts an agent into a status; the first one opens his session (A0016).
	AgentStatusChanged struct {
		UserID   UserID
		StatusID AgentStatusID
		AwayFrom AgentStatusID // what his silence has taken him out of; empty: it is not for that
	}
	// NextAgentStatusSet notes the status that an agent will take when his hands are empty; empty: he cancels it.
	NextAgentStatusSet struct {
		UserID   UserID
		StatusID AgentStatusID
		Away     bool // it is for his silence
	}
)

// WithdrawalCause says why an offer ended without the agent.
type WithdrawalCause string

// The causes.
const (
	WithdrawnCriteria WithdrawalCause = "criteria replaced"
	WithdrawnGone     WithdrawalCause = "contact ended"
	WithdrawnPaused   WithdrawalCause = "contact paused"
	WithdrawnDowntime WithdrawalCause = "downtime"
	WithdrawnUser     WithdrawalCause = "user deleted"
)

// WorkEndCause says why after-contact work ended.
type WorkEndCause string

// The causes.
const (
	WorkCompleted WorkEndCause = "completed"
	WorkTimedOut  WorkEndCause = "timeout"
	WorkDismissed WorkEndCause = "dismissed"
	WorkStatus    WorkEndCause = "status"
	WorkDeleted   WorkEndCause = "user deleted"
)

// Resumed says that nobody was there from one instant to another. Time inside the gap runs on, but nothing is offered
// before its end, and what was ringing at its beginning is withdrawn without a miss.
type Resumed struct{ From, To Time }

// Nature of each event: what time or the engine brought about is a decision, all else a fact.
func (InstanceCreated) Nature() Nature            { return Fact }
func (InstanceDeleted) Nature() Nature            { return Fact }
func (HoursOfOperationCreated) Nature() Nature    { return Fact }
func (QueueCreated) Nature() Nature               { return Fact }
func (QueueChanged) Nature() Nature               { return Fact }
func (RoutingProfileCreated) Nature() Nature      { return Fact }
func (RoutingProfileChanged) Nature() Nature      { return Fact }
func (SecurityProfileCreated) Nature() Nature     { return Fact }
func (UserCreated) Nature() Nature                { return Fact }
func (UserChanged) Nature() Nature                { return Fact }
func (UserDeleted) Nature() Nature                { return Fact }
func (PredefinedAttributeCreated) Nature() Nature { return Fact }
func (PredefinedAttributeChanged) Nature() Nature { return Fact }
func (PredefinedAttributeDeleted) Nature() Nature { return Fact }
func (AgentStatusCreated) Nature() Nature         { return Fact }
func (ContactFlowCreated) Nature() Nature         { return Fact }
func (TagsChanged) Nature() Nature                { return Fact }
func (ClientTokenUsed) Nature() Nature            { return Fact }
func (ContactInitiated) Nature() Nature           { return Fact }
func (ContactTargetQueueSet) Nature() Nature      { return Fact }
func (ContactAttributesChanged) Nature() Nature   { return Fact }
func (ContactDataChanged) Nature() Nature         { return Fact }
func (ContactRoutingUpdated) Nature() Nature      { return Fact }
func (CustomerConnected) Nature() Nature          { return Fact }
func (MediaReported) Nature() Nature              { return Fact }
func (ContactQueued) Nature() Nature              { return Fact }
func (StepActivated) Nature() Nature              { return Decision }
func (StepExpired) Nature() Nature                { return Decision }
func (StepInterrupted) Nature() Nature            { return Fact }
func (ContactDisconnected) Nature() Nature        { return Fact }
func (ContactCompleted) Nature() Nature           { return Decision }
func (FlowFailed) Nature() Nature                 { return Fact }
func (ContactOffered) Nature() Nature             { return Decision }
func (OfferMissed) Nature() Nature                { return Decision }
func (OfferRejected) Nature() Nature              { return Fact }
func (OfferWithdrawn) Nature() Nature             { return Decision }
func (ContactAccepted) Nature() Nature            { return Fact }
func (ContactHeld) Nature() Nature                { return Fact }
func (ContactUnheld) Nature() Nature              { return Fact }
func (AfterContactWorkEnded) Nature() Nature      { return Fact }
func (UserContactDismissed) Nature() Nature       { return Fact }
func (AgentStatusChanged) Nature() Nature         { return Fact }
func (NextAgentStatusSet) Nature() Nature         { return Fact }
func (Resumed) Nature() Nature                    { return Fact }
