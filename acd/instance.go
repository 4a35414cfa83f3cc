package acd

// Instance is one Amazon Connect instance: a contact centre with queues, agents and flows of its own.
type Instance struct {
	ID                     InstanceID
	Alias                  string // unique among the instances of an account, ignoring case; may be empty
	IdentityManagementType string // SAML, CONNECT_MANAGED or EXISTING_DIRECTORY
	DirectoryID            string
	InboundCalls           bool
	OutboundCalls          bool
	CreatedAt              Time
	Seed                   Seed // what ids and draws come from
}
