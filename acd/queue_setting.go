package acd

// What may be asked about queues that exist. UpdateQueueStatus stands in command.go.
type (
	// UpdateQueueName changes the name or the description of a queue; a nil member stays as it is.
	UpdateQueueName struct {
		QueueID     QueueID
		Name        *string
		Description *string
	}
	// UpdateQueueMaxContacts sets how many contacts a queue may hold; nil: no limit.
	UpdateQueueMaxContacts struct {
		QueueID     QueueID
		MaxContacts *int32
	}
	// UpdateQueueHoursOfOperation gives a queue other hours.
	UpdateQueueHoursOfOperation struct {
		QueueID QueueID
		HoursID HoursID
	}
	// UpdateQueueOutboundCallerConfig replaces what calls that go out from a queue show and run.
	UpdateQueueOutboundCallerConfig struct {
		QueueID        QueueID
		CallerIDName   string
		CallerIDNumber string
		FlowID         FlowID
	}
	// UpdateQueueOutboundEmailConfig replaces the address of emails that go out from a queue.
	UpdateQueueOutboundEmailConfig struct {
		QueueID        QueueID
		EmailAddressID string
	}
	// DeleteQueue removes a queue in which nobody waits and that nothing names.
	DeleteQueue struct{ QueueID QueueID }
)

// What may be asked about routing profiles that exist. AssociateRoutingProfileQueues stands in command.go.
type (
	// UpdateRoutingProfileName changes the name or the description of a routing profile; a nil member stays as it is.
	UpdateRoutingProfileName struct {
		ProfileID   RoutingProfileID
		Name        *string
		Description *string
	}
	// UpdateRoutingProfileConcurrency replaces the channels of a routing profile.
	UpdateRoutingProfileConcurrency struct {
		ProfileID   RoutingProfileID
		Concurrency []Concurrency
	}
	// UpdateRoutingProfileQueues gives entries of a routing profile another priority and delay.
	UpdateRoutingProfileQueues struct {
		ProfileID RoutingProfileID
		Queues    []ProfileQueue
	}
	// UpdateRoutingProfileAgentAvailabilityTimer says anew what puts an agent at the end of the line.
	UpdateRoutingProfileAgentAvailabilityTimer struct {
		ProfileID RoutingProfileID
		Timer     AvailabilityTimer
	}
	// UpdateRoutingProfileDefaultOutboundQueue names another queue for what goes out.
	UpdateRoutingProfileDefaultOutboundQueue struct {
		ProfileID RoutingProfileID
		QueueID   QueueID
	}
	// DisassociateRoutingProfileQueues takes entries from a routing profile.
	DisassociateRoutingProfileQueues struct {
		ProfileID RoutingProfileID
		Queues    []QueueChannel
		Manual    []QueueChannel
	}
	// DeleteRoutingProfile removes a routing profile that no user has.
	DeleteRoutingProfile struct{ ProfileID RoutingProfileID }
)

// What ends queues and routing profiles.
type (
	// QueueDeleted removes a queue.
	QueueDeleted struct{ QueueID QueueID }
	// RoutingProfileDeleted removes a routing profile.
	RoutingProfileDeleted struct{ ProfileID RoutingProfileID }
)

func (UpdateQueueName) command()                            {}
func (UpdateQueueMaxContacts) command()                     {}
func (UpdateQueueHoursOfOperation) command()                {}
func (UpdateQueueOutboundCallerConfig) command()            {}
func (UpdateQueueOutboundEmailConfig) command()             {}
func (DeleteQueue) command()                                {}
func (UpdateRoutingProfileName) command()                   {}
func (UpdateRoutingProfileConcurrency) command()            {}
func (UpdateRoutingProfileQueues) command()                 {}
func (UpdateRoutingProfileAgentAvailabilityTimer) command() {}
func (UpdateRoutingProfileDefaultOutboundQueue) command()   {}
func (DisassociateRoutingProfileQueues) command()           {}
func (DeleteRoutingProfile) command()                       {}

// Nature says that it is a fact.
func (QueueDeleted) Nature() Nature { return Fact }

// Nature says that it is a fact.
func (RoutingProfileDeleted) Nature() Nature { return Fact }
