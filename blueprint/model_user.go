package blueprint

// A User is an agent, or anybody else who logs in.
type User struct {
	At               Position          `yaml:"-"`
	Username         string            `yaml:"username" key:"yes" need:"yes"`
	Password         *string           `yaml:"password" once:"yes"`
	DirectoryID      *string           `yaml:"directoryUserId" once:"yes"`
	FirstName        *string           `yaml:"firstName"`
	LastName         *string           `yaml:"lastName"`
	Email            *string           `yaml:"email"`
	SecondaryEmail   *string           `yaml:"secondaryEmail"`
	Mobile           *string           `yaml:"mobile"`
	Profile          string            `yaml:"routingProfile" need:"yes" ref:"routing-profile"`
	SecurityProfiles []string          `yaml:"securityProfiles" need:"yes" ref:"security-profile"`
	Group            *string           `yaml:"hierarchyGroup" ref:"hierarchy-group"`
	Phone            *Phone            `yaml:"phone"`
	AutoAccept       []AutoAccept      `yaml:"autoAccept"`
	AfterWork        []AfterWork       `yaml:"afterContactWork"`
	PhoneNumbers     []UserNumber      `yaml:"phoneNumbers"`
	Persistent       []Persistent      `yaml:"persistentConnections"`
	Enhancements     []Enhancement     `yaml:"voiceEnhancements"`
	Proficiencies    []Proficiency     `yaml:"proficiencies" late:"yes"`
	Tags             map[string]string `yaml:"tags"`
}

// Phone is a user's settings for all channels at once.
type Phone struct {
	Type       *string `yaml:"type" enum:"SOFT_PHONE,DESK_PHONE"`
	AutoAccept *bool   `yaml:"autoAccept"`
	AfterWork  *int32  `yaml:"afterContactWork"`
	Desk       *string `yaml:"deskNumber"`
	Persistent *bool   `yaml:"persistentConnection"`
}

// AutoAccept is whether contacts of a channel are accepted without asking.
type AutoAccept struct {
	Channel  string `yaml:"channel" need:"yes" enum:"VOICE,CHAT,TASK,EMAIL"`
	On       bool   `yaml:"enabled" need:"yes"`
	Callback *bool  `yaml:"agentFirstCallback"`
}

// AfterWork is how long work after contacts of a channel may take.
type AfterWork struct {
	Channel  string `yaml:"channel" need:"yes" enum:"VOICE,CHAT,TASK,EMAIL"`
	Seconds  int32  `yaml:"seconds" need:"yes"`
	Callback *int32 `yaml:"agentFirstCallbackSeconds"`
}

// UserNumber is where a user is called.
type UserNumber struct {
	Channel string  `yaml:"channel" need:"yes" enum:"VOICE,CHAT,TASK,EMAIL"`
	Type    string  `yaml:"type" need:"yes" enum:"SOFT_PHONE,DESK_PHONE"`
	Number  *string `yaml:"number"`
}

// Persistent is whether a user's line stays open.
type Persistent struct {
	Channel string `yaml:"channel" need:"yes" enum:"VOICE,CHAT,TASK,EMAIL"`
	On      bool   `yaml:"enabled" need:"yes"`
}

// Enhancement is what is done with a user's voice.
type Enhancement struct {
	Channel string `yaml:"channel" need:"yes" enum:"VOICE,CHAT,TASK,EMAIL"`
	Mode    string `yaml:"mode" need:"yes" enum:"VOICE_ISOLATION,NOISE_SUPPRESSION,NONE"`
}

// Proficiency is how good a user is at a value of an attribute.
type Proficiency struct {
	Attribute string `yaml:"attribute" need:"yes" ref:"predefined-attribute"`
	Value     string `yaml:"value" need:"yes"`
	Level     int32  `yaml:"level" need:"yes"`
}

// A SecurityProfile is what users may do.
type SecurityProfile struct {
	At                  Position          `yaml:"-"`
	Name                string            `yaml:"name" key:"yes" need:"yes"`
	Description         *string           `yaml:"description"`
	Permissions         []string          `yaml:"permissions"`
	AccessTags          map[string]string `yaml:"accessControlTags"`
	TagRestricted       []string          `yaml:"tagRestrictedResources"`
	AccessGroup         *string           `yaml:"accessControlGroup" ref:"hierarchy-group"`
	HierarchyRestricted []string          `yaml:"hierarchyRestrictedResources"`
	Tables              []TableAccess     `yaml:"dataTableAccess"`
	Applications        []Application     `yaml:"applications"`
	Modules             []string          `yaml:"flowModules" ref:"flow-module" late:"yes"`
	Tags                map[string]string `yaml:"tags"`
}

// A TableAccess is which rows of data tables users see.
type TableAccess struct {
	Attribute string   `yaml:"attribute" need:"yes"`
	Access    string   `yaml:"access" need:"yes" enum:"ALLOW"`
	Values    []string `yaml:"values" need:"yes"`
}

// An Application is what users may do in an application of a third party.
type Application struct {
	Namespace   string   `yaml:"namespace" need:"yes"`
	Type        *string  `yaml:"type" enum:"MCP,THIRD_PARTY_APPLICATION"`
	Permissions []string `yaml:"permissions" need:"yes"`
}
