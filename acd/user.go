package acd

import "slices"

// User is a person who works in the contact centre. An agent is a User in the act of routing.
type User struct {
	ID                    UserID
	Username              string // unique in the instance, ignoring case
	DirectoryUserID       string
	FirstName, LastName   string
	Email, SecondaryEmail string
	Mobile                string
	Phone                 *PhoneConfig // the older, one-for-all form of the settings below; nil where they are used
	AutoAcceptConfigs     []AutoAcceptConfig
	AfterContactWork      []AfterContactWorkConfig
	PhoneNumbers          []PhoneNumberConfig
	PersistentConnections []PersistentConnectionConfig
	VoiceEnhancements     []VoiceEnhancementConfig
	SecurityProfileIDs    []SecurityProfileID
	RoutingProfileID      RoutingProfileID
	HierarchyGroupID      HierarchyGroupID   // empty: none
	HierarchyPath         []HierarchyGroupID // from the top to his group
	Proficiencies         []UserProficiency  // in the order in which they were associated
	ProficienciesAt       Time               // when the proficiencies last changed
	LastModifiedAt        Time
}

// PhoneConfig holds the settings of a user for all channels at once, as they were before each channel had its own.
type PhoneConfig struct {
	PhoneType             string // SOFT_PHONE or DESK_PHONE
	AutoAccept            bool
	AfterContactWorkLimit int32 // seconds; 0: no limit
	DeskPhoneNumber       string
	PersistentConnection  bool
}

// AutoAcceptConfig says whether offers of a channel are accepted for the agent, in the instant of the offer (A0013).
type AutoAcceptConfig struct {
	Channel            Channel
	AutoAccept         bool
	AgentFirstCallback bool
}

// AfterContactWorkConfig says how long an agent may work on a contact of a channel after it has ended.
type AfterContactWorkConfig struct {
	Channel                 Channel
	Limit                   int32  // seconds; 0: no limit
	AgentFirstCallbackLimit *int32 // seconds
}

// PhoneNumberConfig says on which phone a user takes a channel.
type PhoneNumberConfig struct {
	Channel     Channel
	PhoneType   string
	PhoneNumber string
}

// PersistentConnectionConfig says whether a user's line of a channel stays open between contacts.
type PersistentConnectionConfig struct {
	Channel              Channel
	PersistentConnection bool
}

// VoiceEnhancementConfig names how a user's voice is cleaned on a channel.
type VoiceEnhancementConfig struct {
	Channel Channel
	Mode    string // VOICE_ISOLATION, NOISE_SUPPRESSION or NONE
}

// AutoAccepts says whether offers of a channel are accepted for this user. The older flag in PhoneConfig speaks for
// voice and chat (A0031).
func (u *User) AutoAccepts(c Channel) bool {
	for _, config := range u.AutoAcceptConfigs {
		if config.Channel == c {
			return config.AutoAccept
		}
	}
	return u.Phone != nil && u.Phone.AutoAccept && (c == Voice || c == Chat)
}

// AfterContactWorkLimit returns how long this user may work on after a contact of a channel has ended; zero means
// without limit. The older limit in PhoneConfig speaks for every channel (A0031).
func (u *User) AfterContactWorkLimit(c Channel) Duration {
	for _, config := range u.AfterContactWork {
		if config.Channel == c {
			return Seconds(config.Limit)
		}
	}
	if u.Phone != nil {
		return Seconds(u.Phone.AfterContactWorkLimit)
	}
	return 0
}

// UserProficiency is how good a user is at a value of a predefined attribute.
type UserProficiency struct {
	AttributeName  string
	AttributeValue string
	Level          int32 // 1 to 5, whole numbers (A0002)
}

// Level returns the user's level for an attribute's value, zero where there is none.
func Level(proficiencies []UserProficiency, name, value string) int32 {
	i := slices.IndexFunc(proficiencies, func(p UserProficiency) bool {
		return p.AttributeName == name && p.AttributeValue == value
	})
	if i < 0 {
		return 0
	}
	return proficiencies[i].Level
}

// SecurityProfile is a named set of permissions. Routing does not read it; every user must have one.
type SecurityProfile struct {
	ID                     SecurityProfileID
	Name                   string
	Description            string
	Permissions            []string
	AccessControlTags      map[string]string
	TagRestrictedResources []string
	HierarchyRestricted    []string
	AccessControlHierarchy HierarchyGroupID
	LastModifiedAt         Time
	Applications           []SecurityApplication
	AllowedFlowModuleIDs   []string
	PrimaryAttributeAccess []AttributeAccess
}

// SecurityApplication is an application that a security profile opens, with its permissions.
type SecurityApplication struct {
	Namespace   string
	Permissions []string
	Type        string
}

// AttributeAccess restricts a security profile to rows of data tables with these values.
type AttributeAccess struct {
	AccessType    string
	AttributeName string
	Values        []string
}

// AgentStatusType says what an agent status means for routing.
type AgentStatusType string

// Only a routable status lets an agent be offered contacts (AG:metrics-agent-status).
const (
	Routable AgentStatusType = "ROUTABLE"
	Custom   AgentStatusType = "CUSTOM"
	Offline  AgentStatusType = "OFFLINE"
)

// AgentStatus is a status that an agent can choose.
type AgentStatus struct {
	ID             AgentStatusID
	Name           string
	Description    string
	Type           AgentStatusType
	DisplayOrder   int32
	Enabled        bool
	LastModifiedAt Time
}

// PredefinedAttribute is an attribute that proficiencies and routing criteria may name, with its values.
type PredefinedAttribute struct {
	Name           string // unique in the instance, ignoring case
	Values         []string
	Purposes       []string
	ValidateValues bool // EnableValueValidationOnAssociation
	ReadOnly       bool // a system attribute
	LastModifiedAt Time
}

// ContactFlow is a script that leads a contact until an agent takes it.
type ContactFlow struct {
	ID             FlowID
	Name           string
	Type           string // CONTACT_FLOW, CUSTOMER_QUEUE, ...
	Description    string
	Content        string // Flow language, 2019-10-30
	Status         string // PUBLISHED or SAVED
	LastModifiedAt Time
	Draft          string // saved after the content was published; empty: nothing
	State          string // ARCHIVED, or empty: ACTIVE
	LastVersion    int64  // the greatest number that a version ever had
	Default        bool   // it runs where no other of its type is set
}
