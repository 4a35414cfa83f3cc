package acd

import (
	"crypto/sha256"
	"encoding/hex"
)

// The statuses and the states of flows and of flow modules.
const (
	FlowPublished = "PUBLISHED" // there is a content that leads contacts
	FlowSaved     = "SAVED"     // the content is a draft
	FlowActive    = "ACTIVE"
	FlowArchived  = "ARCHIVED"
)

// The types of flows (AG:create-contact-flow): what leads a contact from its start or after a transfer, and what runs
// at the events of its life.
const (
	FlowInbound         = "CONTACT_FLOW"
	FlowAgentTransfer   = "AGENT_TRANSFER"
	FlowQueueTransfer   = "QUEUE_TRANSFER"
	FlowCustomerQueue   = "CUSTOMER_QUEUE"
	FlowCustomerHold    = "CUSTOMER_HOLD"
	FlowCustomerWhisper = "CUSTOMER_WHISPER"
	FlowOutboundWhisper = "OUTBOUND_WHISPER"
	FlowAgentHold       = "AGENT_HOLD"
	FlowAgentWhisper    = "AGENT_WHISPER"
	FlowCampaign        = "CAMPAIGN" // only these have versions (CreateContactFlowVersion in the API reference)
)

// StateOf returns the state of a flow, in which nobody has put it yet if it is empty.
func StateOf(state string) string {
	if state == "" {
		return FlowActive
	}
	return state
}

// ContentSum returns the checksum by which clients see whether a flow has changed.
func ContentSum(content string) string {
	sum := sha256.Sum256([]byte(content))
	return hex.EncodeToString(sum[:])
}

// Script is the content of a flow or a flow module, of which there can be two: what is published, and what has been
// saved since (A0210).
type Script struct {
	Content string
	Draft   string // saved after the content was published; empty: nothing
	Status  string // FlowPublished, or FlowSaved: the content is a draft itself
}

// Saved returns what was saved last, be it published or not, and its status.
func (s Script) Saved() (content, status string) {
	if s.Draft != "" {
		return s.Draft, FlowSaved
	}
	return s.Content, s.Status
}

// With returns the script after a content has been saved, or published.
func (s Script) With(content string, publish bool) Script {
	switch {
	case publish:
		return Script{Content: content, Status: FlowPublished}
	case s.Status == FlowSaved:
		s.Content = content
	case content == s.Content:
		s.Draft = ""
	default:
		s.Draft = content
	}
	return s
}

// Script returns what the flow runs, and what it may run once.
func (f *ContactFlow) Script() Script { return Script{f.Content, f.Draft, f.Status} }

// ContactFlowVersion is a published content of a flow, kept under a number.
type ContactFlowVersion struct {
	FlowID      FlowID
	Number      int64 // from 1; greater than those of all versions before, deleted ones too
	Description string
	Content     string
	CreatedAt   Time
}

// What may be asked about flows that are there.
type (
	// UpdateContactFlowContent publishes a content, or saves it as a draft.
	UpdateContactFlowContent struct {
		ID      FlowID
		Content string
		Saved   bool
	}
	// UpdateContactFlowMetadata changes what is said of a flow; what is nil or empty stays as it is.
	UpdateContactFlowMetadata struct {
		ID          FlowID
		Name        *string
		Description *string
		State       string // FlowActive or FlowArchived
	}
	// DeleteContactFlow removes a flow with its versions.
	DeleteContactFlow struct{ ID FlowID }
	// CreateContactFlowVersion keeps the content that is published.
	CreateContactFlowVersion struct {
		ID          FlowID
		Number      int64 // 0: the next
		Description string
		Sum         string // what the content's checksum must be; empty: anything
	}
	// DeleteContactFlowVersion removes a version.
	DeleteContactFlowVersion struct {
		ID     FlowID
		Number int64
	}
)

// What happens to flows that are there.
type (
	// ContactFlowChanged replaces a flow.
	ContactFlowChanged struct{ Flow ContactFlow }
	// ContactFlowDeleted removes a flow with its versions.
	ContactFlowDeleted struct{ ID FlowID }
	// ContactFlowVersionCreated adds a version.
	ContactFlowVersionCreated struct{ Version ContactFlowVersion }
	// ContactFlowVersionDeleted removes a version.
	ContactFlowVersionDeleted struct {
		ID     FlowID
		Number int64
	}
)

func (UpdateContactFlowContent) command()  {}
func (UpdateContactFlowMetadata) command() {}
func (DeleteContactFlow) command()         {}
func (CreateContactFlowVersion) command()  {}
func (DeleteContactFlowVersion) command()  {}

// Nature says that it is a fact.
func (ContactFlowChanged) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (ContactFlowDeleted) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (ContactFlowVersionCreated) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (ContactFlowVersionDeleted) Nature() Nature { return Fact }
