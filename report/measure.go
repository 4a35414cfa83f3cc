package report

import "patchcord/acd"

// A measure is how a metric is made. Of each contact that it counts it takes a value; how says what becomes of them.
type measure struct {
	how    how
	counts func(c *acd.Contact) bool    // nil: every contact
	value  func(c *acd.Contact) float64 // nil: 1
	span   func(c *acd.Contact) acd.Duration
	within bool                         // only where span is below the threshold
	of     func(c *acd.Contact) bool    // of a percentage: of which contacts; nil: every one
	step   func(s *acd.Step) bool       // counts steps and not contacts
	per    func(c *acd.Contact) float64 // of an average: how many things of a contact share its value; nil: 1

	// spent makes it of what an agent did in an interval, and not of contacts. of is what a percentage is of.
	spent func(d *day) (value, of acd.Duration)

	// try makes it of offers, each counted when it began.
	try  func(o *offer) bool
	rang bool // its value is how long it rang

	at      func(c *acd.Contact) acd.Time
	by      []Dimension // valid groupings and filters
	filters []Dimension // valid metric filter keys
}

// how says how the values of many contacts become one.
type how int

const (
	sum how = iota
	average
	maximum
	percent // of those that count among those of which it is a percentage
)

// Groupings and filters that come again and again; those of what does not exist here (Contact Lens) are left out,
// those of the agent hierarchy go with the agent.
var (
	byQueue   = []Dimension{Queue, Channel, RoutingProfile, Subtype}
	byAgent   = []Dimension{Queue, Channel, RoutingProfile, Agent, Subtype}
	plainly   = []Dimension{Queue, Channel, RoutingProfile}
	withAgent = []Dimension{Queue, Channel, RoutingProfile, Agent}
	early     = []Dimension{Queue, Channel, Agent, Subtype}
	byStep    = []Dimension{Queue, RoutingStepExpression}
	allOf     = []Dimension{Queue, Channel, RoutingProfile, Agent, Subtype, RoutingStepExpression}
	method    = []Dimension{InitiationMethod}
	reasons   = []Dimension{InitiationMethod, DisconnectReason}
)

func enqueuedAt(c *acd.Contact) acd.Time { return c.EnqueuedAt }

func connectedAt(c *acd.Contact) acd.Time {
	if c.Agent == nil {
		return 0
	}
	return c.Agent.ConnectedAt
}

func holdTotal(c *acd.Contact) acd.Duration { return c.Agent.HoldTotal }

func pauseTotal(c *acd.Contact) acd.Duration { return c.Agent.PauseTotal }

func wasPaused(c *acd.Contact) bool { return wasHandled(c) && c.Agent.PauseTotal > 0 }

func holdable(c *acd.Contact) bool {
	return wasHandled(c) && (c.Channel == acd.Voice || c.Channel == acd.Chat)
}

func wasHeld(c *acd.Contact) bool { return holdable(c) && c.Agent.Holds > 0 }

func interactionAndHold(c *acd.Contact) acd.Duration { return interaction(c) + c.Agent.HoldTotal }

func duration(c *acd.Contact) acd.Duration { return c.DisconnectedAt.Sub(c.InitiatedAt) }

func endedOnHold(c *acd.Contact) bool { return wasHandled(c) && c.PreDisconnect == acd.EndedOnHold }

func onHoldBy(reason string) func(*acd.Contact) bool {
	return func(c *acd.Contact) bool { return endedOnHold(c) && c.DisconnectReason == reason }
}

func endedInQueue(c *acd.Contact) bool { return c.PreDisconnect == acd.EndedInQueue }

func answered(c *acd.Contact) bool { return wasQueued(c) && wasHandled(c) }

// measures is the list of the metrics, each by its definition in AG:metrics-definitions.
var measures = map[string]measure{
	"ABANDONMENT_RATE": {how: percent, counts: wasAbandoned, of: wasQueued, by: byAgent},
	"AVG_ABANDON_TIME": {how: average, counts: wasAbandoned, span: inQueue, by: byAgent, filters: method},
	"AVG_ACTIVE_TIME":  {how: average, counts: wasHandled, span: active, by: withAgent},
	"AVG_AFTER_CONTACT_WORK_TIME": {how: average, counts: wasHandled, span: afterContactWork, by: byAgent,
		filters: method},
	"AVG_AGENT_PAUSE_TIME": {how: average, counts: wasPaused, span: pauseTotal, by: withAgent},
	"AVG_CONTACT_DURATION": {how: average, span: duration, by: byAgent},
	"AVG_CONTACT_FIRST_RESPONSE_TIME_AGENT": {how: average, counts: wasRepliedTo, span: untilReply, by: allOf,
		filters: reasons},
	"AVG_HANDLE_TIME":            {how: average, counts: wasHandled, span: handle, by: allOf},
	"AVG_HOLD_TIME":              {how: average, counts: wasHeld, span: holdTotal, by: byAgent},
	"AVG_HOLD_TIME_ALL_CONTACTS": {how: average, counts: holdable, span: holdTotal, by: byAgent},
	"AVG_HOLDS": {how: average, counts: holdable, by: byAgent,
		value: func(c *acd.Contact) float64 { return float64(c.Agent.Holds) }},
	"AVG_INTERACTION_AND_HOLD_TIME": {how: average, counts: wasHandled, span: interactionAndHold, by: byAgent},
	"AVG_INTERACTION_TIME":          {how: average, counts: wasHandled, span: interaction, by: byQueue, filters: method},
	"AVG_QUEUE_ANSWER_TIME":         {how: average, counts: answered, span: inQueue, by: byQueue, filters: reasons},
	"AVG_RESOLUTION_TIME":           {how: average, span: resolution, by: byQueue},

	"CONTACTS_ABANDONED":                     {counts: wasAbandoned, by: allOf, filters: method},
	"CONTACTS_CREATED":                       {by: byQueue, filters: method},
	"CONTACTS_HANDLED":                       {counts: wasHandled, by: allOf, filters: reasons},
	"CONTACTS_HANDLED_BY_CONNECTED_TO_AGENT": {counts: wasHandled, at: connectedAt, by: early, filters: method},
	"CONTACTS_HOLD_ABANDONS":                 {counts: endedOnHold, by: byAgent},
	"CONTACTS_ON_HOLD_AGENT_DISCONNECT":      {counts: onHoldBy(acd.ReasonAgent), by: withAgent},
	"CONTACTS_ON_HOLD_CUSTOMER_DISCONNECT":   {counts: onHoldBy(acd.ReasonCustomer), by: withAgent},
	"CONTACTS_PUT_ON_HOLD":                   {counts: wasHeld, by: withAgent},
	"CONTACTS_QUEUED":                        {counts: wasQueued, by: byAgent},
	"CONTACTS_QUEUED_BY_ENQUEUE":             {counts: wasQueued, at: enqueuedAt, by: early},
	"CONTACTS_REMOVED_FROM_QUEUE_IN_X":       {counts: wasQueued, span: inQueue, within: true, by: plainly},
	"CONTACTS_RESOLVED_IN_X":                 {span: resolution, within: true, by: byQueue},

	"CONTACTS_TRANSFERRED_OUT":            {counts: wasTransferred, by: byAgent},
	"CONTACTS_TRANSFERRED_OUT_BY_AGENT":   {counts: wentOnFromAgent, by: byAgent},
	"CONTACTS_TRANSFERRED_OUT_FROM_QUEUE": {counts: wentOnFromQueue, by: byAgent},

	"MAX_QUEUED_TIME":               {how: maximum, counts: wasQueued, span: inQueue, by: byAgent},
	"PERCENT_CONTACTS_STEP_EXPIRED": {how: percent, step: hasStatus(acd.Expired), by: byStep},
	"PERCENT_CONTACTS_STEP_JOINED":  {how: percent, step: hasStatus(acd.Joined), by: byStep},
	"SERVICE_LEVEL": {how: percent, counts: wasQueued, span: inQueue, within: true, of: wasQueued,
		by: plainly},
	"STEP_CONTACTS_QUEUED": {step: entered, by: byStep},

	"SUM_AFTER_CONTACT_WORK_TIME":   {counts: wasHandled, span: afterContactWork, by: withAgent},
	"SUM_CONTACTS_ABANDONED_IN_X":   {counts: wasAbandoned, span: inQueue, within: true, by: byQueue},
	"SUM_CONTACTS_ANSWERED_IN_X":    {counts: answered, span: inQueue, within: true, by: byQueue},
	"SUM_CONTACT_FLOW_TIME":         {counts: beganInFlow, span: inFlow, by: withAgent},
	"SUM_CONTACTS_DISCONNECTED":     {counts: endedInQueue, by: byAgent, filters: []Dimension{DisconnectReason}},
	"SUM_HANDLE_TIME":               {counts: wasHandled, span: handle, by: withAgent},
	"SUM_HOLD_TIME":                 {counts: holdable, span: holdTotal, by: withAgent},
	"SUM_INTERACTION_AND_HOLD_TIME": {counts: wasHandled, span: interactionAndHold, by: withAgent},
	"SUM_INTERACTION_TIME":          {counts: wasHandled, span: interaction, by: withAgent},
	"SUM_RETRY_CALLBACK_ATTEMPTS":   {counts: wasMissedByCustomer, by: byQueue},
}

func hasStatus(status acd.StepStatus) func(*acd.Step) bool {
	return func(s *acd.Step) bool { return s.Status == status }
}
