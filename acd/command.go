package acd

import "slices"

// Command is something that may be asked of an instance. Each is named after the Connect operation it serves; the
// agent's own actions, for which Connect has no operation, are named after what the agent does. Ids of what a command
// creates are left empty: the mind derives them.
type Command interface{ command() }

// ClientToken makes a creating command safe to send again: within 24 hours the same token finds what the first command
// created (A0015). Digest stands for the rest of the request; another digest under a used token is refused.
type ClientToken struct {
	Token  string
	Digest string
}

// What may be asked about settings.
type (
	// CreateInstance makes an instance and all that a new one holds. Seed is what its ids and draws come from.
	CreateInstance struct {
		Instance Instance
		Tags     map[string]string
		Token    ClientToken
	}
	// DeleteInstance removes an instance with all it holds.
	DeleteInstance struct{ Token ClientToken }
	// CreateHoursOfOperation adds hours of operation.
	CreateHoursOfOperation struct {
		Hours HoursOfOperation
		Tags  map[string]string
	}
	// CreateQueue adds a standard queue.
	CreateQueue struct {
		Queue Queue
		Tags  map[string]string
	}
	// UpdateQueueStatus opens a queue for new contacts, or closes it.
	UpdateQueueStatus struct {
		QueueID QueueID
		Status  QueueStatus
	}
	// CreateRoutingProfile adds a routing profile.
	CreateRoutingProfile struct {
		Profile RoutingProfile
		Tags    map[string]string
	}
	// AssociateRoutingProfileQueues adds entries to a routing profile.
	AssociateRoutingProfileQueues struct {
		ProfileID RoutingProfileID
		Queues    []ProfileQueue
		Manual    []QueueChannel
	}
	// CreateSecurityProfile adds a security profile.
	CreateSecurityProfile struct {
		Profile SecurityProfile
		Tags    map[string]string
	}
	// CreateUser adds a user and his agent queue.
	CreateUser struct {
		User User
		Tags map[string]string
	}
	// DeleteUser removes a user. His id stays valid in routing criteria (AG:set-routing-criteria).
	DeleteUser struct{ UserID UserID }
	// CreatePredefinedAttribute adds an attribute that proficiencies and criteria may name.
	CreatePredefinedAttribute struct{ Attribute PredefinedAttribute }
	// UpdatePredefinedAttribute replaces what is given of an attribute; a nil member stays as it is.
	UpdatePredefinedAttribute struct {
		Name           string
		Values         *[]string
		Purposes       *[]string
		ValidateValues *bool
	}
	// DeletePredefinedAttribute removes an attribute that no user has.
	DeletePredefinedAttribute struct{ Name string }
	// AssociateUserProficiencies gives a user proficiencies that he does not have yet.
	AssociateUserProficiencies struct {
		UserID        UserID
		Proficiencies []UserProficiency
	}
	// UpdateUserProficiencies changes the levels of proficiencies that a user has.
	UpdateUserProficiencies struct {
		UserID        UserID
		Proficiencies []UserProficiency
	}
	// DisassociateUserProficiencies takes proficiencies from a user; their levels are not read.
	DisassociateUserProficiencies struct {
		UserID        UserID
		Proficiencies []UserProficiency
	}
	// CreateAgentStatus adds a custom status.
	CreateAgentStatus struct {
		Status AgentStatus
		Tags   map[string]string
	}
	// CreateContactFlow adds a flow after checking that it can run.
	CreateContactFlow struct {
		Flow ContactFlow
		Tags map[string]string
	}
	// TagResource adds tags to a resource, replacing values of keys that are there.
	TagResource struct {
		Kind ResourceKind // empty: the instance
		ID   string
		Tags map[string]string
	}
	// UntagResource removes tags by their keys.
	UntagResource struct {
		Kind ResourceKind
		ID   string
		Keys []string
	}
)

// What may be asked about contacts.
type (
	// StartContact brings a contact in and lets its flow lead it. StartTaskContact, StartChatContact and a call that
	// comes in are this one command with another Channel and InitiationMethod.
	StartContact struct {
		Operation         string // the Connect operation, for the ClientToken
		Channel           Channel
		InitiationMethod  InitiationMethod
		FlowID            FlowID
		QuickConnectID    QuickConnectID // instead of FlowID: the flow and the queue are its
		Name              string
		Description       string
		PreviousID        ContactID
		RelatedID         ContactID
		Attributes        map[string]string
		SegmentAttributes map[string]SegmentAttribute
		References        map[string]Reference
		CustomerID        string
		DisplayName       string   // of the customer of a chat
		InitialMessage    string   // with which he begins it
		AgentExits        bool     // when he leaves it, so does its agent, and the flow for who remains runs
		Life              Duration // until it expires; zero: the default of its channel
		CustomerEndpoint  *Endpoint
		SystemEndpoint    *Endpoint
		Recipients        *EmailRecipients // of an email, besides the two endpoints
		QueueID           QueueID          // its working queue from the beginning; empty: its flow sets one
		CampaignID        string

		// RingFor makes it a call that is placed: the customer has so long to answer, and only then the flow begins.
		RingFor      Duration
		CampaignCall bool // one of the traffic type CAMPAIGN
		Unled        bool // no flow leads it: CreateContact's
		Rehydration  *Rehydration
		Token        ClientToken

		ScheduledAt Time // of a task: when its flow is to run; zero: at once

		TaskTemplateID TaskTemplateID // instead of FlowID: the flow is its, and what the task lacks
	}
	// UpdateContactRoutingData changes the order or the criteria of a contact that no agent has joined. A nil member
	// stays as it is; priority and adjustment do not go together.
	UpdateContactRoutingData struct {
		ContactID           ContactID
		QueuePriority       *int64
		QueueTimeAdjustment *int32
		Steps               *[]Step // new criteria, without statuses
	}
	// StopContact ends a contact.
	StopContact struct {
		ContactID ContactID
		Reason    string // empty: API
	}
	// ConnectCustomer says that the customer has connected. It may be said again.
	ConnectCustomer struct{ ContactID ContactID }
	// DisconnectCustomer says that the customer has left, or that he never came.
	DisconnectCustomer struct {
		ContactID ContactID
		Reason    string // empty: CUSTOMER_DISCONNECT
	}
	// ReportMedia tells what the media's side knows of a contact, all of it or nothing.
	ReportMedia struct {
		ContactID  ContactID
		Media      Media
		Recipients *EmailRecipients
		Customer   CustomerState // has he come or gone besides? empty: nothing is said of it
		Reason     string        // of one who has gone
		Wrote      string        // the role of a chat's participant who has sent a message; empty: nobody
		BotLeft    bool          // the bot has left the chat
	}
)

// What may be asked by or for an agent.
type (
	// PutUserStatus sets a user's status, now or when his hands are empty.
	PutUserStatus struct {
		UserID   UserID
		StatusID AgentStatusID
	}
	// SetPresence says whether anybody follows what comes to a user. Whoever is silent gets nothing more, until he is
	// heard of again or somebody sets his status (A0172).
	SetPresence struct {
		UserID  UserID
		Present bool
	}
	// DismissUserContact clears a missed, rejected, failed or ended contact from an agent's hands.
	DismissUserContact struct {
		UserID    UserID
		ContactID ContactID
	}
	// AcceptContact takes a contact that rings.
	AcceptContact struct {
		UserID    UserID
		ContactID ContactID
	}
	// RejectContact refuses a contact that rings.
	RejectContact struct {
		UserID    UserID
		ContactID ContactID
	}
	// HoldContact puts the customer on hold.
	HoldContact struct {
		UserID    UserID
		ContactID ContactID
	}
	// UnholdContact takes the customer back.
	UnholdContact struct {
		UserID    UserID
		ContactID ContactID
	}
	// DisconnectContact ends a contact from the agent's side; after-contact work begins.
	DisconnectContact struct {
		UserID    UserID
		ContactID ContactID
	}
	// CompleteContact ends after-contact work.
	CompleteContact struct {
		UserID    UserID
		ContactID ContactID
	}
)

// Resume tells an instance that nobody was there from one instant to another: a restart, a suspended machine.
type Resume struct{ From, To Time }

// ContactsNamed returns the contacts that a command names, so that those which have left memory can be looked up before
// it is decided. What can be dismissed is in an agent's hands, so it has not left.
func ContactsNamed(cmd Command) []ContactID {
	switch cmd := cmd.(type) {
	case StartContact:
		if r := cmd.Rehydration; r != nil {
			return given(r.From, r.Source)
		}
		return given(cmd.PreviousID, cmd.RelatedID)
	case CreateContact:
		return ContactsNamed(cmd.Contact)
	case SendEmail:
		return given(cmd.ContactID)
	case CreateParticipant:
		return given(cmd.ContactID)
	case ContinueChat:
		return given(cmd.ContactID, cmd.Rehydration.From, cmd.Rehydration.Source)
	case UpdateContactRoutingData:
		return given(cmd.ContactID)
	case StopContact:
		return given(cmd.ContactID)
	case TransferContact:
		return given(cmd.ContactID)
	case TransferByQuickConnect:
		return given(cmd.ContactID)
	case PauseContact:
		return given(cmd.ContactID)
	case ResumeContact:
		return given(cmd.ContactID)
	case UpdateContactSchedule:
		return given(cmd.ContactID)
	case AssociateContactWithUser:
		return given(cmd.ContactID)
	case ConnectCustomer:
		return given(cmd.ContactID)
	case DisconnectCustomer:
		return given(cmd.ContactID)
	case ReportMedia:
		return given(cmd.ContactID)
	case GiveInput:
		return given(cmd.ContactID)
	case UpdateParticipantRoleConfig:
		return given(cmd.ContactID)
	case UpdateContactTaskTemplate:
		return given(cmd.ContactID)
	case TellFunction:
		return given(cmd.ContactID)
	case AcceptContact:
		return given(cmd.ContactID)
	case RejectContact:
		return given(cmd.ContactID)
	case HoldContact:
		return given(cmd.ContactID)
	case UnholdContact:
		return given(cmd.ContactID)
	case DisconnectContact:
		return given(cmd.ContactID)
	case CompleteContact:
		return given(cmd.ContactID)
	}
	return dataNamed(cmd)
}

// LinksOf returns the contacts that a new one follows or belongs to.
func LinksOf(cmd StartContact) []ContactID { return given(cmd.PreviousID, cmd.RelatedID) }

func given(ids ...ContactID) []ContactID {
	return slices.DeleteFunc(ids, func(id ContactID) bool { return id == "" })
}

func (CreateInstance) command()                {}
func (DeleteInstance) command()                {}
func (CreateHoursOfOperation) command()        {}
func (CreateQueue) command()                   {}
func (UpdateQueueStatus) command()             {}
func (CreateRoutingProfile) command()          {}
func (AssociateRoutingProfileQueues) command() {}
func (CreateSecurityProfile) command()         {}
func (CreateUser) command()                    {}
func (DeleteUser) command()                    {}
func (CreatePredefinedAttribute) command()     {}
func (UpdatePredefinedAttribute) command()     {}
func (DeletePredefinedAttribute) command()     {}
func (AssociateUserProficiencies) command()    {}
func (UpdateUserProficiencies) command()       {}
func (DisassociateUserProficiencies) command() {}
func (CreateAgentStatus) command()             {}
func (CreateContactFlow) command()             {}
func (TagResource) command()                   {}
func (UntagResource) command()                 {}
func (StartContact) command()                  {}
func (UpdateContactRoutingData) command()      {}
func (StopContact) command()                   {}
func (ConnectCustomer) command()               {}
func (DisconnectCustomer) command()            {}
func (ReportMedia) command()                   {}
func (PutUserStatus) command()                 {}
func (SetPresence) command()                   {}
func (DismissUserContact) command()            {}
func (AcceptContact) command()                 {}
func (RejectContact) command()                 {}
func (HoldContact) command()                   {}
func (UnholdContact) command()                 {}
func (DisconnectContact) command()             {}
func (CompleteContact) command()               {}
func (Resume) command()                        {}
