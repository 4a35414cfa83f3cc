package acd

// FlowModuleID names a flow module.
type FlowModuleID string

// ContactFlowModule is a part of a flow that many flows can invoke (AG:contact-flow-modules).
type ContactFlowModule struct {
	ID             FlowModuleID
	Name           string
	Description    string
	Content        string // Flow language, 2019-10-30
	Draft          string // saved after the content was published; empty: nothing
	Status         string // FlowPublished or FlowSaved
	State          string // FlowArchived, or empty: active
	Settings       string // JSON text: what goes in and comes out; empty: nothing
	External       *bool  // whether it may be invoked by others than flows; nil: nobody has said
	LastModifiedAt Time
}

// Script returns what the module runs, and what it may run once.
func (m *ContactFlowModule) Script() Script { return Script{m.Content, m.Draft, m.Status} }

// What may be asked about flow modules.
type (
	// CreateContactFlowModule adds a module after checking that it can run.
	CreateContactFlowModule struct {
		Module ContactFlowModule
		Tags   map[string]string
		Token  ClientToken
	}
	// UpdateContactFlowModuleContent publishes a content, or saves it as a draft, and replaces the settings; what is nil
	// stays as it is.
	UpdateContactFlowModuleContent struct {
		ID       FlowModuleID
		Content  *string
		Settings *string
		Saved    bool
	}
	// UpdateContactFlowModuleMetadata changes what is said of a module; what is nil or empty stays as it is.
	UpdateContactFlowModuleMetadata struct {
		ID          FlowModuleID
		Name        *string
		Description *string
		State       string // FlowActive or FlowArchived
	}
	// DeleteContactFlowModule removes a module.
	DeleteContactFlowModule struct{ ID FlowModuleID }
)

// What happens to flow modules.
type (
	// ContactFlowModuleCreated adds a module.
	ContactFlowModuleCreated struct{ Module ContactFlowModule }
	// ContactFlowModuleChanged replaces a module.
	ContactFlowModuleChanged struct{ Module ContactFlowModule }
	// ContactFlowModuleDeleted removes a module.
	ContactFlowModuleDeleted struct{ ID FlowModuleID }
)

func (CreateContactFlowModule) command()         {}
func (UpdateContactFlowModuleContent) command()  {}
func (UpdateContactFlowModuleMetadata) command() {}
func (DeleteContactFlowModule) command()         {}

// Nature says that it is a fact.
func (ContactFlowModuleCreated) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (ContactFlowModuleChanged) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (ContactFlowModuleDeleted) Nature() Nature { return Fact }
