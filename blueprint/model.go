package blueprint

// A Blueprint is what a file says of an instance. The tags are the file's form: yaml is the name of a member, key what
// an entry is known by, need what must be there, enum what it may be, ref what it names, late what can only be set when
// everything exists, once what matters at creation alone, fixed what never changes. What each is for is in about.tsv.
//
// Absent is not empty: a member that is absent is left as it is, an empty list empties.
type Blueprint struct {
	Instance         Instance          `yaml:"instance" need:"yes"`
	Attributes       []Attribute       `yaml:"predefinedAttributes"`
	Statuses         []Status          `yaml:"agentStatuses"`
	Hours            []Hours           `yaml:"hours"`
	Groups           []Group           `yaml:"hierarchyGroups"`
	SecurityProfiles []SecurityProfile `yaml:"securityProfiles"`
	EmailAddresses   []EmailAddress    `yaml:"emailAddresses"`
	Queues           []Queue           `yaml:"queues"`
	Profiles         []Profile         `yaml:"routingProfiles"`
	Users            []User            `yaml:"users"`
	Prompts          []Prompt          `yaml:"prompts"`
	Modules          []Module          `yaml:"flowModules"`
	Flows            []Flow            `yaml:"flows"`
	QuickConnects    []QuickConnect    `yaml:"quickConnects"`
	Numbers          []Number          `yaml:"phoneNumbers"`
	Templates        []TaskTemplate    `yaml:"taskTemplates"`
	Storage          []Storage         `yaml:"storage"`
	Functions        []Function        `yaml:"lambdaFunctions"`
	DataSets         []DataSet         `yaml:"analyticsDataSets"`
}

// A Position is a place in a file.
type Position struct {
	File         string
	Line, Column int
}

// Instance is an instance's own settings.
type Instance struct {
	At       Position          `yaml:"-"`
	Alias    string            `yaml:"alias" key:"yes" need:"yes"`
	Identity *string           `yaml:"identityManagement" once:"yes" enum:"CONNECT_MANAGED,SAML"`
	Levels   []string          `yaml:"hierarchyLevels"`
	Tags     map[string]string `yaml:"tags"`

	Inbound        *bool `yaml:"inboundCalls" attribute:"INBOUND_CALLS"`
	Outbound       *bool `yaml:"outboundCalls" attribute:"OUTBOUND_CALLS"`
	FlowLogs       *bool `yaml:"contactFlowLogs" attribute:"CONTACTFLOW_LOGS"`
	Lens           *bool `yaml:"contactLens" attribute:"CONTACT_LENS"`
	BestVoices     *bool `yaml:"autoResolveBestVoices" attribute:"AUTO_RESOLVE_BEST_VOICES"`
	CustomVoices   *bool `yaml:"useCustomTtsVoices" attribute:"USE_CUSTOM_TTS_VOICES"`
	EarlyMedia     *bool `yaml:"earlyMedia" attribute:"EARLY_MEDIA"`
	Conference     *bool `yaml:"multiPartyConference" attribute:"MULTI_PARTY_CONFERENCE"`
	HighVolume     *bool `yaml:"highVolumeOutbound" attribute:"HIGH_VOLUME_OUTBOUND"`
	Monitoring     *bool `yaml:"enhancedContactMonitoring" attribute:"ENHANCED_CONTACT_MONITORING"`
	ChatMonitoring *bool `yaml:"enhancedChatMonitoring" attribute:"ENHANCED_CHAT_MONITORING"`
	ChatConference *bool `yaml:"multiPartyChatConference" attribute:"MULTI_PARTY_CHAT_CONFERENCE"`
	Streaming      *bool `yaml:"messageStreaming" attribute:"MESSAGE_STREAMING"`
}

// An Attribute is a predefined attribute.
type Attribute struct {
	At       Position `yaml:"-"`
	Name     string   `yaml:"name" key:"yes" need:"yes"`
	Values   []string `yaml:"values"`
	Purposes []string `yaml:"purposes"`
	Checked  *bool    `yaml:"validateValues"`
}

// A Status is an agent status.
type Status struct {
	At          Position          `yaml:"-"`
	Name        string            `yaml:"name" key:"yes" need:"yes"`
	Description *string           `yaml:"description"`
	State       *string           `yaml:"state" enum:"ENABLED,DISABLED"`
	Order       *int32            `yaml:"displayOrder"`
	Tags        map[string]string `yaml:"tags"`
}

// Hours are hours of operation.
type Hours struct {
	At          Position          `yaml:"-"`
	Name        string            `yaml:"name" key:"yes" need:"yes"`
	Description *string           `yaml:"description"`
	TimeZone    string            `yaml:"timeZone" need:"yes"`
	Open        []Open            `yaml:"open" need:"yes"`
	Parents     []string          `yaml:"parents" ref:"hours"`
	Overrides   []Override        `yaml:"overrides" late:"yes"`
	Tags        map[string]string `yaml:"tags"`
}

// Open is a time of the day on which something is open.
type Open struct {
	Days []string `yaml:"days" need:"yes" enum:"MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY"`
	From string   `yaml:"from" need:"yes" clock:"yes"`
	To   string   `yaml:"to" need:"yes" clock:"yes"`
}

// An Override is days that are otherwise.
type Override struct {
	Name        string      `yaml:"name" need:"yes"`
	Description *string     `yaml:"description"`
	Type        *string     `yaml:"type" enum:"STANDARD,OPEN,CLOSED"`
	From        string      `yaml:"from" need:"yes"`
	Till        string      `yaml:"till" need:"yes"`
	Open        []Open      `yaml:"open"`
	Recurrence  *Recurrence `yaml:"recurrence"`
}

// A Recurrence is how an override comes again.
type Recurrence struct {
	Frequency   string  `yaml:"frequency" need:"yes" enum:"WEEKLY,MONTHLY,YEARLY"`
	Interval    *int32  `yaml:"interval"`
	Months      []int32 `yaml:"byMonth"`
	MonthDays   []int32 `yaml:"byMonthDay"`
	Occurrences []int32 `yaml:"byWeekdayOccurrence"`
}

// A Group is a group of the agent hierarchy.
type Group struct {
	At   Position          `yaml:"-"`
	Path string            `yaml:"path" key:"yes" need:"yes"`
	Tags map[string]string `yaml:"tags"`
}

// A Queue is where contacts wait.
type Queue struct {
	At            Position          `yaml:"-"`
	Name          string            `yaml:"name" key:"yes" need:"yes"`
	Description   *string           `yaml:"description"`
	Hours         string            `yaml:"hours" need:"yes" ref:"hours"`
	MaxContacts   *int32            `yaml:"maxContacts"`
	Status        *string           `yaml:"status" enum:"ENABLED,DISABLED" late:"yes"`
	Caller        *Caller           `yaml:"outboundCaller" late:"yes"`
	OutboundEmail *string           `yaml:"outboundEmail" ref:"email-address" late:"yes"`
	Emails        []string          `yaml:"emailAddresses" ref:"email-address" late:"yes"`
	QuickConnects []string          `yaml:"quickConnects" ref:"quick-connect" late:"yes"`
	Tags          map[string]string `yaml:"tags"`
}

// A Caller is how calls from a queue go out.
type Caller struct {
	Name   *string `yaml:"name"`
	Number *string `yaml:"number" ref:"phone-number"`
	Flow   *string `yaml:"flow" ref:"flow"`
}

// A Profile is a routing profile.
type Profile struct {
	At          Position          `yaml:"-"`
	Name        string            `yaml:"name" key:"yes" need:"yes"`
	Description string            `yaml:"description" need:"yes"`
	Outbound    string            `yaml:"defaultOutboundQueue" need:"yes" ref:"queue"`
	Concurrency []Concurrency     `yaml:"concurrency" need:"yes"`
	Queues      []Served          `yaml:"queues"`
	Manual      []Listed          `yaml:"manualAssignmentQueues"`
	Timer       *string           `yaml:"availabilityTimer" enum:"TIME_SINCE_LAST_ACTIVITY,TIME_SINCE_LAST_INBOUND"`
	Tags        map[string]string `yaml:"tags"`
}

// Concurrency is how many contacts of a channel an agent has at once.
type Concurrency struct {
	Channel string  `yaml:"channel" need:"yes" enum:"VOICE,CHAT,TASK,EMAIL"`
	Max     int32   `yaml:"max" need:"yes"`
	Cross   *string `yaml:"crossChannel" enum:"ROUTE_CURRENT_CHANNEL_ONLY,ROUTE_ANY_CHANNEL"`
}

// Served is a queue of a routing profile.
type Served struct {
	Queue    string   `yaml:"queue" need:"yes" ref:"queue"`
	Channels []string `yaml:"channels" need:"yes" enum:"VOICE,CHAT,TASK,EMAIL"`
	Priority int32    `yaml:"priority" need:"yes"`
	Delay    *int32   `yaml:"delay"`
}

// Listed is a queue that agents may pick from by hand.
type Listed struct {
	Queue    string   `yaml:"queue" need:"yes" ref:"queue"`
	Channels []string `yaml:"channels" need:"yes" enum:"VOICE,CHAT,TASK,EMAIL"`
}

// A QuickConnect is where agents can transfer contacts to.
type QuickConnect struct {
	At          Position          `yaml:"-"`
	Name        string            `yaml:"name" key:"yes" need:"yes"`
	Description *string           `yaml:"description"`
	Type        string            `yaml:"type" need:"yes" enum:"USER,QUEUE,PHONE_NUMBER,FLOW"`
	User        *string           `yaml:"user" ref:"user"`
	Queue       *string           `yaml:"queue" ref:"queue"`
	Flow        *string           `yaml:"flow" ref:"flow"`
	Number      *string           `yaml:"number"`
	Tags        map[string]string `yaml:"tags"`
}

// A Number is a claimed phone number (A0273).
type Number struct {
	At          Position          `yaml:"-"`
	Number      string            `yaml:"number" key:"yes" need:"yes"`
	Description *string           `yaml:"description" once:"yes"`
	Flow        *string           `yaml:"flow" ref:"flow" late:"yes"`
	Tags        map[string]string `yaml:"tags"`
}

// A Flow is a contact flow.
type Flow struct {
	At          Position          `yaml:"-"`
	Name        string            `yaml:"name" key:"yes" need:"yes"`
	Type        string            `yaml:"type" need:"yes" fixed:"yes" enums:"flow"`
	Description *string           `yaml:"description"`
	State       *string           `yaml:"state" enum:"ACTIVE,ARCHIVED" late:"yes"`
	Published   *bool             `yaml:"published"`
	Content     File              `yaml:"content" need:"yes"`
	Tags        map[string]string `yaml:"tags"`
}

// A Module is a part of flows that several flows use.
type Module struct {
	At          Position          `yaml:"-"`
	Name        string            `yaml:"name" key:"yes" need:"yes"`
	Description *string           `yaml:"description"`
	State       *string           `yaml:"state" enum:"ACTIVE,ARCHIVED" late:"yes"`
	Content     File              `yaml:"content" need:"yes"`
	Settings    *string           `yaml:"settings"`
	External    *bool             `yaml:"externalInvocation" fixed:"yes"`
	Tags        map[string]string `yaml:"tags"`
}

// A File is a file beside the blueprint.
type File struct {
	Path string // as the blueprint says it
	Text string // what it holds
	from string // where it was found
	at   Position
}
