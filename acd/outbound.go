package acd

// This file is about what outbound campaigns bring in: requests to dial a customer, in batches, and agents who look at
// a contact before its customer is called (AG:contact-initiation-methods, BatchPutContact in the API reference).

// PutContactsMax is how many requests a batch has at most (BatchPutContact in the API reference).
const PutContactsMax = 25

// OutboundStrategy lets an agent preview an outbound contact: he has it before its customer is called.
type OutboundStrategy struct {
	PreviewFor Duration // from his acceptance on; then the customer is called, whether the agent says so or not
	Actions    []UserAction
}

// UserAction is what an agent may do with a contact that he previews, as Amazon spells it.
type UserAction string

// The actions.
const (
	ActionCall    UserAction = "CALL"
	ActionDiscard UserAction = "DISCARD"
)

// PutFailure says why no contact was made of a request, as Amazon spells it; empty: one was.
type PutFailure string

// The failures that arise here.
const (
	PutBadAttribute  PutFailure = "INVALID_ATTRIBUTE_KEY"
	PutBadCustomer   PutFailure = "INVALID_CUSTOMER_ENDPOINT"
	PutBadSystem     PutFailure = "INVALID_SYSTEM_ENDPOINT"
	PutBadQueue      PutFailure = "INVALID_QUEUE"
	PutBadStrategy   PutFailure = "INVALID_OUTBOUND_STRATEGY"
	PutNoCampaign    PutFailure = "MISSING_CAMPAIGN"
	PutNoCustomer    PutFailure = "MISSING_CUSTOMER_ENDPOINT"
	PutNoCaller      PutFailure = "MISSING_QUEUE_ID_AND_SYSTEM_ENDPOINT"
	PutTooMany       PutFailure = "REQUEST_THROTTLED"
	PutSameRequestID PutFailure = "IDEMPOTENCY_EXCEPTION"
)

// PutContact is one request of a batch.
type PutContact struct {
	RequestID  string
	Customer   *Endpoint
	System     *Endpoint
	QueueID    QueueID
	Attributes map[string]string
	CampaignID string
	Strategy   *OutboundStrategy
	Failure    PutFailure // found before anybody was asked; empty: none
}

// What may be asked about the contacts of campaigns.
type (
	// PutContacts makes a contact of each request that is right. What it creates is the id of each contact, or in its
	// place the failure, in the order of the requests, with commas between.
	PutContacts struct {
		Operation string // for the ClientToken
		Requests  []PutContact
		Token     ClientToken
	}
	// EndPreview lets an agent say what becomes of the contact that he previews.
	EndPreview struct {
		UserID    UserID
		ContactID ContactID
		Action    UserAction
	}
)

// PreviewEnded says that the customer of a contact is called whom its agent has previewed.
type PreviewEnded struct {
	ContactID ContactID
	Until     Time // how long it rings there
}

// Nature says that it is a fact.
func (PreviewEnded) Nature() Nature { return Fact }

func (PutContacts) command() {}
func (EndPreview) command()  {}

// IsCalled says whether the customer of a contact is being called and has not answered.
func (c *Contact) IsCalled() bool {
	return c.State == Dialling || c.Strategy != nil && !c.CustomerExpectedBy.IsZero()
}

// IsPreviewed says whether an agent has a contact whose customer has not answered yet.
func (c *Contact) IsPreviewed() bool { return c.Strategy != nil && c.ConnectedToSystemAt.IsZero() }

// CampaignRing is how long a customer is called whom a campaign wants, and a number outside to which an agent passes a
// call (AG:ctr-data-model, TELECOM_TIMEOUT).
const CampaignRing = Minute
