package lambda

import (
	"github.com/go-json-experiment/json"

	"patchcord/acd"
	"patchcord/instance"
)

// eventName is how Amazon Connect calls what it sends to a function (AG:connect-lambda-functions).
const eventName = "ContactFlowEvent"

// The event that a function gets, as AG:connect-lambda-functions shows it.
type (
	flowEvent struct {
		Details eventDetails
		Name    string
	}
	eventDetails struct {
		ContactData contactData
		Parameters  map[string]string
	}
	contactData struct {
		Attributes        map[string]string
		Channel           acd.Channel
		ContactID         acd.ContactID `json:"ContactId"`
		CustomerEndpoint  *endpoint
		CustomerID        *string `json:"CustomerId"`
		Description       *string
		InitialContactID  acd.ContactID `json:"InitialContactId"`
		InitiationMethod  acd.InitiationMethod
		InstanceARN       string
		Name              *string
		PreviousContactID acd.ContactID `json:"PreviousContactId"`
		Queue             *queue
		References        map[string]reference
		SegmentAttributes map[string]segmentAttribute
		SystemEndpoint    *endpoint
		Tags              map[string]string
	}
	endpoint struct {
		Address string
		Type    acd.EndpointType
	}
	queue     struct{ ARN, Name string }
	reference struct{ Type, Value string }

	segmentAttribute struct {
		ValueString  *string `json:",omitzero"`
		ValueInteger *int32  `json:",omitzero"`
	}
)

// event writes what a function is told of the contact whose flow asks. A first contact is its own initial and previous
// one.
func (c *Caller) event(i *instance.Instance, contact *acd.Contact, ask acd.FunctionAsk) []byte {
	data := contactData{
		Attributes: contact.Attributes, Channel: contact.Channel, ContactID: contact.ID,
		CustomerEndpoint: endpointOf(contact.CustomerEndpoint), CustomerID: given(contact.CustomerID),
		Description: given(contact.Description), InitialContactID: contact.FirstID(),
		InitiationMethod: contact.InitiationMethod, InstanceARN: c.options.Account.InstanceARN(i.ID()),
		Name: given(contact.Name), PreviousContactID: contact.PreviousID, References: map[string]reference{},
		SegmentAttributes: map[string]segmentAttribute{}, SystemEndpoint: endpointOf(contact.SystemEndpoint),
		Tags: contact.Tags,
	}
	if data.PreviousContactID == "" {
		data.PreviousContactID = contact.ID
	}
	for name, r := range contact.References { // order does not show: a map from a map
		data.References[name] = reference{r.Type, r.Value}
	}
	for name, a := range contact.SegmentAttributes { // order does not show: a map from a map
		data.SegmentAttributes[name] = segmentAttribute{a.String, a.Integer}
	}
	if !contact.Target.IsZero() {
		settings, _ := i.Directory().Queue(contact.Target.ID)
		data.Queue = &queue{c.options.Account.QueueARN(i.ID(), contact.Target), settings.Name}
	}
	text, err := json.Marshal(flowEvent{eventDetails{data, ask.Attributes}, eventName}, json.Deterministic(true))
	if err != nil {
		panic("what a function is told has no JSON: " + err.Error()) // it is texts
	}
	return text
}

func endpointOf(e *acd.Endpoint) *endpoint {
	if e == nil {
		return nil
	}
	return &endpoint{e.Address, e.Type}
}

func given(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
