package acd

// QueueType tells the two kinds of queues apart.
type QueueType string

// A standard queue is shared by all agents whose routing profile lists it; an agent queue is one agent's own
// (AG:concepts-queues-standard-and-agent).
const (
	StandardQueue QueueType = "STANDARD"
	AgentQueue    QueueType = "AGENT"
)

// QueueStatus says whether a queue takes new contacts. A disabled one still hands out those it has
// (AG:disable-a-queue).
type QueueStatus string

// The two states of a queue.
const (
	QueueEnabled  QueueStatus = "ENABLED"
	QueueDisabled QueueStatus = "DISABLED"
)

// Queue is a standard queue: where contacts wait for an agent.
type Queue struct {
	ID                     QueueID
	Name                   string
	Description            string
	HoursID                HoursID
	Status                 QueueStatus
	MaxContacts            *int32 // how many contacts of all channels may wait at once; nil: no limit; 0: nothing enters
	OutboundCallerIDName   string
	OutboundCallerIDNumber string
	OutboundFlowID         FlowID
	OutboundEmailAddressID string
	QuickConnectIDs        []string
	EmailAddressIDs        []string
	LastModifiedAt         Time
}

// QueueRef names a queue of either type.
type QueueRef struct {
	Type QueueType
	ID   QueueID // of an agent queue: the user's id
}

// IsZero says whether no queue is named.
func (q QueueRef) IsZero() bool { return q.ID == "" }

// HoursOfOperation says when a queue is open. It does not stop routing by itself: only flows check it
// (AG:set-hours-operation).
type HoursOfOperation struct {
	ID             HoursID
	Name           string
	Description    string
	TimeZone       string
	Config         []HoursConfig
	ParentIDs      []HoursID
	LastModifiedAt Time
}

// HoursConfig is one opening slot of one weekday. An end of 0:00 is the end of the day.
type HoursConfig struct {
	Day                      string // SUNDAY ... SATURDAY
	StartHours, StartMinutes int32
	EndHours, EndMinutes     int32
}
