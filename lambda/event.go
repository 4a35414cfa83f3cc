package lambda

import (
	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

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
		Parameters  map[string]jsontext.Value
	}
	contactData struct {
		Attributes        map[string]string
		AwsRegion         string
		Channel           acd.Channel
		ContactID         acd.ContactID `json:"ContactId"`
		CustomerEndpoint  *endpoint
		CustomerID        *string `json:"CustomerId"`
		Description       *string
		InitialContactID  acd.ContactID `json:"InitialContactId"`
		InitiationMethod  acd.InitiationMethod
		InstanceARN       string
		LanguageCode      *string
		MediaStreams      mediaStreams
		Name              *string
		PreviousContactID acd.ContactID `json:"PreviousContactId"`
		Queue             *queue
		References        map[string]reference
		RelatedContactID  *string `json:"RelatedContactId"`
		SegmentAttributes map[string]segmentAttribute
		SystemEndpoint    *endpoint
		Tags              map[string]string
	}
	endpoint struct {
		Address string
		Type    acd.EndpointType
	}
	queue struct {
		ARN, Name        string
		OutboundCallerID *endpoint `json:"OutboundCallerId"`
	}

	// mediaStreams say where the customer's voice is streamed to: nowhere.
	mediaStreams struct {
		Customer struct{ Audio *struct{} }
	}
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
		Attributes: contact.Attributes, AwsRegion: c.options.Account.Region, Channel: contact.Channel, ContactID: contact.ID,
		CustomerEndpoint: endpointOf(contact.CustomerEndpoint), CustomerID: given(contact.CustomerID),
		Description: given(contact.Description), InitialContactID: contact.FirstID(),
		InitiationMethod: contact.InitiationMethod, InstanceARN: c.options.Account.InstanceARN(i.ID()),
		Name: given(contact.Name), PreviousContactID: contact.PreviousID, References: map[string]reference{},
		SegmentAttributes: map[string]segmentAttribute{}, SystemEndpoint: endpointOf(contact.SystemEndpoint),
		Tags: contact.Tags, RelatedContactID: given(string(contact.RelatedID)),
	}
	for _, run := range contact.Runs {
		if run.Ask != nil && run.Ask.ID == ask.ID {
			data.LanguageCode = given(run.Data["LanguageCode"])
		}
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
		data.Queue = &queue{ARN: c.options.Account.QueueARN(i.ID(), contact.Target), Name: settings.Name,
			OutboundCallerID: callerID(i, settings)}
	}
	parameters := map[string]jsontext.Value{}
	for name, text := range ask.Attributes { // order does not show: a map from a map
		quoted, _ := jsontext.AppendQuote(nil, text) // it was read as JSON
		parameters[name] = quoted
	}
	for name, nested := range ask.Nested { // order does not show: a map from a map
		parameters[name] = jsontext.Value(nested)
	}
	text, err := json.Marshal(flowEvent{eventDetails{data, parameters}, eventName}, json.Deterministic(true))
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

// callerID returns what calls that go out from a queue show.
func callerID(i *instance.Instance, q acd.Queue) *endpoint {
	number, ok := i.Directory().PhoneNumber(acd.PhoneNumberID(q.OutboundCallerIDNumber))
	if !ok {
		return nil
	}
	return &endpoint{number.Number, acd.TelephoneNumber}
}

func given(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
