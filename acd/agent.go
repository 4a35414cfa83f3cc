package acd

import "cmp"

// Agent is a user in the act of routing: his status, what he has in hand, and since when he waits.
type Agent struct {
	UserID      UserID
	StatusID    AgentStatusID
	StatusSince Time
	NextStatus  AgentStatusID // chosen while at work, taken when his hands are empty; empty: none
	NextSince   Time
	NextAway    bool          // his next status is for his silence; he has not chosen it
	AwayFrom    AgentStatusID // what his silence took him out of, and he takes again when he is heard of; empty: nothing
	Idle        IdleKey
	Hands       []AgentContact // in the order in which they came
}

// StatusSpell is a time that a user spent in one status.
type StatusSpell struct {
	UserID           UserID
	RoutingProfileID RoutingProfileID // his, when it ended
	StatusID         AgentStatusID
	Type             AgentStatusType
	From, To         Time
	HierarchyPath    []HierarchyGroupID // of his groups, when it ended
}

// IdleKey orders agents by how long they have been able to take work: by instant, then by the number of the event.
type IdleKey struct {
	Since  Time
	Number int64
}

// Compare orders keys: the agent who has waited longest first.
func (k IdleKey) Compare(other IdleKey) int {
	return cmp.Or(cmp.Compare(k.Since, other.Since), cmp.Compare(k.Number, other.Number))
}

// AgentContact is a contact in an agent's hands.
type AgentContact struct {
	ContactID   ContactID
	Channel     Channel
	State       AgentContactState
	Since       Time // when it came into this state
	ConnectedAt Time // zero: never
	Until       Time // when the ring or the after-contact work runs out; zero: never
	Outbound    bool
	InitialID   ContactID
	Method      InitiationMethod
	Queue       QueueRef
	QueuedAt    Time
}

// IsDraft says whether the contact is an email that the agent writes of his own. Those take none of his slots
// (AG:routing-profiles, A0135).
func (h *AgentContact) IsDraft() bool { return h.Channel == Email && h.Outbound }

// AgentContactState is the state of a contact as its agent sees it (AG:about-contact-states).
type AgentContactState string

// The states that arise here.
const (
	HandConnecting AgentContactState = "CONNECTING"
	HandConnected  AgentContactState = "CONNECTED"
	HandOnHold     AgentContactState = "CONNECTED_ONHOLD"
	HandMissed     AgentContactState = "MISSED"
	HandRejected   AgentContactState = "REJECTED"
	HandError      AgentContactState = "ERROR"
	HandPaused     AgentContactState = "PAUSED" // a task that rests
	HandEnded      AgentContactState = "ENDED"  // after-contact work is running
)

// Blocks says whether a contact in this state keeps its agent from being offered anything, until it is dismissed or the
// agent sets his status (A0012).
func (s AgentContactState) Blocks() bool {
	return s == HandMissed || s == HandRejected || s == HandError
}

// HoldsSlot says whether a contact in this state takes one of its agent's slots: all do but a task that is paused
// (AG:concepts-pause-and-resume-tasks).
func (s AgentContactState) HoldsSlot() bool { return s != HandPaused }

// Talks says whether customer and agent are together, on hold or not, or about to be.
func (s AgentContactState) Talks() bool {
	return s == HandConnecting || s == HandPending || s == HandConnected || s == HandOnHold
}
