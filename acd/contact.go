package acd

// Contact is somebody's concern on its way to an agent: a call, a chat, a task, an email.
type Contact struct {
	ID               ContactID
	Number           int64     // the number of the event that brought it in: what is due at one instant goes by this
	InitialID        ContactID // of a segment after the first: the first of its chain
	PreviousID       ContactID
	RelatedID        ContactID
	ChainPlace       int           // how many segments of its chain went before it
	Next             []NextContact // the segments that it went on as
	AssociationID    ContactID     // the root of the whole tree; a contact of its own is its own root
	Channel          Channel
	InitiationMethod InitiationMethod
	Name             string
	Description      string
	State            ContactState
	FlowID           FlowID // the flow that leads it

	InitiatedAt         Time
	ConnectedToSystemAt Time
	RingStartedAt       Time // the first offer to an agent
	DisconnectedAt      Time
	CompletedAt         Time
	LastUpdatedAt       Time
	ExpiresAt           Time // end of life, whatever happens
	CustomerExpectedBy  Time // end of life unless the customer has connected; zero: he has (A0014)

	ScheduledAt   Time  // of a task: when its flow is to run, or was; zero: at once
	Reschedules   int32 // how often that was changed
	LastPausedAt  Time  // of a task
	LastResumedAt Time
	PauseCount    int32
	PauseTotal    Duration // of the pauses that are over
	PauseFlowID   FlowID   // that runs when it is paused; empty: none
	ResumeFlowID  FlowID

	CallbackNumber string    // at which its customer wants to be called back; empty: the one he has called from
	Callback       *Callback // it is one; nil: it is none

	FormerAgent UserID // who had the contact before the customer remained with a flow; empty: nobody

	Hooks map[ContactHook]FlowID // the flows that run at the other events of its life
	Runs  []FlowRun              // the flows that wait at a block, one for each cause

	FlowLogging bool // whether the blocks of its flows are logged

	Target              QueueRef // the working queue that the flow has set
	Queue               QueueRef // where it waits, or waited last
	EnqueuedAt          Time
	RankedSince         Time   // what the order takes for its enqueue time; zero: that is EnqueuedAt (A0111)
	EnqueueNumber       int64  // the number of the event that queued it: ties in the order go by this
	QueuePriority       int64  // 1 and up, lower is earlier; 0: never set, counts as 5
	QueueTimeAdjustment *int32 // seconds added to its age in the order; nil: never set, counts as 0
	Criteria            *RoutingCriteria

	Offer *Offer     // to whom it is being offered, if to anybody
	Agent *AgentInfo // who has accepted it

	Unanswered []UnansweredOffer // in the order in which they ended

	DisconnectReason  string
	PreDisconnect     PreDisconnectState
	Attributes        map[string]string
	SegmentAttributes map[string]SegmentAttribute
	References        map[string]Reference
	Tags              map[string]string
	TaskTemplateID    string
	CustomerID        string
	Participant       *Participant // the customer's side of a chat

	CustomerEndpoint     *Endpoint
	SystemEndpoint       *Endpoint         // what the customer dialled or wrote to, or was called or written to from
	AdditionalRecipients *EmailRecipients  // of an email
	Media                *Media            // what the media's side has told, if anything
	CampaignID           string            // of the outbound campaign that it belongs to
	Strategy             *OutboundStrategy // of a contact that an agent previews; nil: none does
	Participants         []Participant     // who joined a chat or a web call later
	Monitors             *Monitoring       // of a supervisor's contact: what he listens to
	TaskTemplateName     string            // as it was when the task was made
	TemplateChanges      int32             // how often it got another one
	Timeouts             *Timeouts         // of a chat: how long its participants may be silent; nil: for ever
	AgentExits           bool              // of a chat: when its customer leaves its agent, the flow for who remains runs
}

// ContactState is where a contact is in its life. Amazon shows it only through timestamps and events.
type ContactState string

// The states of a contact.
const (
	Dialling      ContactState = "DIALLING"     // the customer is being called and has not answered
	Scheduled     ContactState = "SCHEDULED"    // a task whose flow runs later
	InFlow        ContactState = "IN_FLOW"      // led by a flow, in no queue
	Queued        ContactState = "QUEUED"       // waiting in a queue, perhaps being offered
	ConnectedTo   ContactState = "CONNECTED"    // with an agent
	Paused        ContactState = "PAUSED"       // a task that rests, in no queue, with the agent who had it if one had
	AfterContact  ContactState = "DISCONNECTED" // ended; the agent is still at its after-contact work
	CompletedLife ContactState = "COMPLETED"
)

// PreDisconnectState says where a contact was when it ended (AG:metrics-definitions).
type PreDisconnectState string

// The states before the end; one that ended in its flow has none.
const (
	EndedInQueue   PreDisconnectState = "IN_QUEUE"
	EndedConnected PreDisconnectState = "CONNECTED"
	EndedOnHold    PreDisconnectState = "CONNECTED_ONHOLD"
)

// HasEnded says whether the contact has been disconnected.
func (c *Contact) HasEnded() bool { return c.State == AfterContact || c.State == CompletedLife }

// IsWaiting says whether the contact stands in a queue and nobody is being asked to take it.
func (c *Contact) IsWaiting() bool { return c.State == Queued && c.Offer == nil }

// DefaultQueuePriority is what a contact counts as whose priority was never set (AG:change-routing-priority, A0028).
const DefaultQueuePriority = 5

// PriorityInOrder returns the contact's queue priority as the order counts it.
func (c *Contact) PriorityInOrder() int64 {
	if c.QueuePriority == 0 {
		return DefaultQueuePriority
	}
	return c.QueuePriority
}

// EnqueuedInOrder returns when the order takes the contact to have been queued: its enqueue time, or that of the
// segment which an agent has transferred (AG:about-routing), less its adjustment (A0008).
func (c *Contact) EnqueuedInOrder() Time {
	since := c.EnqueuedAt
	if !c.RankedSince.IsZero() {
		since = c.RankedSince
	}
	if c.QueueTimeAdjustment == nil {
		return since
	}
	return since.Add(-Seconds(*c.QueueTimeAdjustment))
}

// Offer is a contact ringing at one agent.
type Offer struct {
	UserID    UserID
	OfferedAt Time
	Until     Time // when it counts as missed
	Step      int  // the active step when it was made, -1 where there was none
	Manual    bool // somebody has associated them
}

// UnansweredOffer is an offer that came to nothing: the agent let it pass or refused it, or the customer left.
type UnansweredOffer struct {
	UserID           UserID
	RoutingProfileID RoutingProfileID
	OfferedAt        Time
	EndedAt          Time
	Abandoned        bool               // the customer left
	HierarchyPath    []HierarchyGroupID // of his groups
}

// AgentInfo tells of the agent who accepted a contact.
type AgentInfo struct {
	UserID           UserID
	AcceptedAt       Time
	ConnectedAt      Time
	HeldAt           Time // since when the customer is on hold; zero: not on hold
	HoldTotal        Duration
	Holds            int32 // how many times the customer was put on hold
	WorkStartedAt    Time  // after-contact work
	WorkEndedAt      Time
	OfferedAt        Time
	PauseTotal       Duration           // of the task's pauses while he had it
	RoutingProfileID RoutingProfileID   // his, when he accepted
	HierarchyGroup   HierarchyGroupID   // his, when he accepted
	HierarchyPath    []HierarchyGroupID // from the top to that group
	PreviewUntil     Time               // of a contact that he previews: when its customer is called at the latest
	PreviewEndedAt   Time
	MonitorSpells    []MonitorSpell // of a supervisor: what he did with what he monitors
}

// Participant is the customer of a chat as the chat service knows him. The token is opaque (A0014).
type Participant struct {
	ID          string
	Token       string
	DisplayName string
	Role        string // of one who joined later: CUSTOM_BOT or CUSTOMER; empty: the customer who began it
	LeftAt      Time   // of a bot

	InitialMessage string // with which the customer began the chat
}

// SegmentAttribute is a typed attribute of one contact segment. Exactly one member is set.
type SegmentAttribute struct {
	String  *string
	Map     map[string]SegmentAttribute
	Integer *int32
	List    []SegmentAttribute
	ARN     *string
}

// Reference is a link that a task carries for its agent.
type Reference struct {
	Type         string
	Value        string
	Status       string
	ARN          string
	StatusReason string
}

// The reasons for which a contact ends (AG:ctr-data-model).
const (
	ReasonAgent    = "AGENT_DISCONNECT"
	ReasonCustomer = "CUSTOMER_DISCONNECT"
	ReasonFlow     = "CONTACT_FLOW_DISCONNECT"
	ReasonAPI      = "API"
	ReasonExpired  = "EXPIRED"

	// ReasonTransferred ends the segment of an email that has been moved, ReasonOther that of a task (A0113).
	ReasonTransferred = "TRANSFERRED"
	ReasonOther       = "OTHER"

	// ReasonNoCustomer ends a chat whose customer never connected.
	ReasonNoCustomer = "CUSTOMER_CONNECTION_NOT_ESTABLISHED"
	// ReasonNeverArrived ends a web call whose customer never connected.
	ReasonNeverArrived = "CUSTOMER_NEVER_ARRIVED"

	// ReasonIdle ends a chat whose agent is disconnected because somebody was silent for too long.
	ReasonIdle = "IDLE_DISCONNECT"

	// ReasonBarged ends what a supervisor has taken over from its agent.
	ReasonBarged = "BARGED"

	// ReasonDiscarded ends an email that was written and not sent.
	ReasonDiscarded = "DISCARDED"

	// The reasons of a call that was placed and never answered (A0130).
	ReasonRangOut    = "TELECOM_TIMEOUT"
	ReasonUnanswered = "TELECOM_UNANSWERED"
	ReasonCancelled  = "TELECOM_ORIGINATOR_CANCEL"

	// ReasonNoResource ends a call of a campaign that has nowhere to go. ReasonPreviewDiscarded, which Amazon spells like
	// this, ends a contact that an agent has previewed and does not want to call.
	ReasonNoResource       = "OUTBOUND_RESOURCE_ERROR"
	ReasonPreviewDiscarded = "OUTBUND_PREVIEW_DISCARDED"
)
