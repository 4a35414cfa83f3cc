package acd

// QuickConnectID names a quick connect.
type QuickConnectID string

// QuickConnectType says what a quick connect leads to.
type QuickConnectType string

// The types of quick connects (AG:quick-connects).
const (
	QuickUser  QuickConnectType = "USER"
	QuickQueue QuickConnectType = "QUEUE"
	QuickPhone QuickConnectType = "PHONE_NUMBER"
	QuickFlow  QuickConnectType = "FLOW"
)

// QuickConnect is a destination to which agents transfer contacts. Its type says which of the members are set.
type QuickConnect struct {
	ID             QuickConnectID
	Name           string
	Description    string
	Type           QuickConnectType
	UserID         UserID  // of a USER
	QueueID        QueueID // of a QUEUE
	FlowID         FlowID  // of all but a PHONE_NUMBER
	PhoneNumber    string  // of a PHONE_NUMBER
	LastModifiedAt Time
}

// Destination returns the queue that a quick connect leads to, zero where it leads elsewhere.
func (q *QuickConnect) Destination() QueueRef {
	switch q.Type {
	case QuickUser:
		return QueueRef{Type: AgentQueue, ID: QueueID(q.UserID)}
	case QuickQueue:
		return QueueRef{Type: StandardQueue, ID: q.QueueID}
	}
	return QueueRef{}
}

// What may be asked about quick connects.
type (
	// CreateQuickConnect adds a quick connect.
	CreateQuickConnect struct {
		QuickConnect QuickConnect
		Tags         map[string]string
	}
	// UpdateQuickConnectName changes the name or the description of a quick connect; a nil member stays as it is.
	UpdateQuickConnectName struct {
		ID          QuickConnectID
		Name        *string
		Description *string
	}
	// UpdateQuickConnectConfig replaces where a quick connect leads to. Its name and description are not read.
	UpdateQuickConnectConfig struct{ QuickConnect QuickConnect }
	// DeleteQuickConnect removes a quick connect, also from the queues that list it.
	DeleteQuickConnect struct{ ID QuickConnectID }
	// AssociateQueueQuickConnects lets the agents of a queue see quick connects.
	AssociateQueueQuickConnects struct {
		QueueID QueueID
		IDs     []QuickConnectID
	}
	// DisassociateQueueQuickConnects takes quick connects from a queue.
	DisassociateQueueQuickConnects struct {
		QueueID QueueID
		IDs     []QuickConnectID
	}
)

// What happens to quick connects.
type (
	// QuickConnectCreated adds a quick connect.
	QuickConnectCreated struct{ QuickConnect QuickConnect }
	// QuickConnectChanged replaces a quick connect.
	QuickConnectChanged struct{ QuickConnect QuickConnect }
	// QuickConnectDeleted removes a quick connect.
	QuickConnectDeleted struct{ ID QuickConnectID }
)

func (CreateQuickConnect) command()             {}
func (UpdateQuickConnectName) command()         {}
func (UpdateQuickConnectConfig) command()       {}
func (DeleteQuickConnect) command()             {}
func (AssociateQueueQuickConnects) command()    {}
func (DisassociateQueueQuickConnects) command() {}

// Nature says that it is a fact.
func (QuickConnectCreated) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (QuickConnectChanged) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (QuickConnectDeleted) Nature() Nature { return Fact }
