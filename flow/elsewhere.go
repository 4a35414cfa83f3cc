package flow

import "patchcord/acd"

// The actions of services that do not run here. A flow that asks one of them is led on as in a contact centre that has
// not set the service up: along the error branch (A0281).
const (
	viewName         = "ShowView"
	checkVoiceIDName = "CheckVoiceId"
	voiceIDName      = "StartVoiceIdStream"
	outsideName      = "TransferParticipantToThirdParty"
	toAgentName      = "TransferContactToAgent"
	completeCallName = "CompleteOutboundCall"
	authenticateName = "AuthenticateParticipant"
)

// The failures of these actions, as exports spell them.
const (
	callFailed          Failure = "CallFailed"
	connectionTimeLimit Failure = "ConnectionTimeLimitExceeded"
	timeLimitExceeded   Failure = "TimeLimitExceeded"
	noneFoundError      Failure = "NoneFoundError"
	multipleFoundError  Failure = "MultipleFoundError"
	noneFound           Failure = "NoneFound"
	multipleFound       Failure = "MultipleFound"
	contactNotLinked    Failure = "ContactNotLinked"
)

// elsewhereKinds lists them.
func elsewhereKinds() []kind {
	kinds := []kind{
		{name: viewName, failures: someError, may: []Failure{NoMatchingCondition, timeLimitExceeded},
			results: equalToAny(), read: elsewhere("a view needs a workspace that shows it")},
		{name: checkVoiceIDName, failures: someError, may: noMatch, results: equalToAny(),
			read: elsewhere("Voice ID does not run here")},
		{name: outsideName, ends: onSuccess, may: []Failure{NoMatchingError, callFailed, connectionTimeLimit},
			read: (*parser).outside},
		{name: toAgentName, ends: always, read: (*parser).toAgent},
		{name: completeCallName, read: (*parser).placeCall},
		{name: chatName, failures: someError, read: (*parser).startChat},
		{name: "GetCustomerProfile", failures: someError, may: []Failure{noneFoundError, multipleFoundError},
			read: elsewhere("Customer Profiles do not run here")},
		{name: "GetCase", failures: someError, may: []Failure{contactNotLinked, multipleFound, noneFound},
			read: elsewhere("Cases do not run here")},
	}
	for _, one := range []struct {
		name, reason string
		may          []Failure
	}{
		{voiceIDName, "Voice ID does not run here", nil},
		{"AssociateContactToCustomerProfile", "Customer Profiles do not run here", nil},
		{"CreateCustomerProfile", "Customer Profiles do not run here", nil},
		{"UpdateCustomerProfile", "Customer Profiles do not run here", nil},
		{"GetCustomerProfileObject", "Customer Profiles do not run here", []Failure{noneFoundError}},
		{"GetCalculatedAttributesForCustomerProfile", "Customer Profiles do not run here", []Failure{noneFoundError}},
		{"CreateCase", "Cases do not run here", []Failure{contactNotLinked}},
		{"UpdateCase", "Cases do not run here", []Failure{contactNotLinked}},
		{"CreatePersistentContactAssociation", "no transcripts are kept here", nil},
		{"LoadContactContent", "no contents are kept here", nil},
	} {
		kinds = append(kinds, kind{name: one.name, failures: someError, may: one.may, read: elsewhere(one.reason)})
	}
	return append(kinds, openKinds()...)
}

// openKinds are actions of the editor that no page describes. Whatever branches an export has for them is taken
// (A0275).
func openKinds() []kind {
	var kinds []kind
	for _, one := range [][2]string{
		{authenticateName, "nobody proves here who he is"},
		{"EvaluateDataTableValues", "data tables do not run here"},
		{"ListDataTableValues", "data tables do not run here"},
		{"UpsertDataTableValues", "data tables do not run here"},
		{"StartOutboundEmailContact", "flows send no emails"},
		{"CreateContact", "flows create tasks and callbacks only"},
		{"InvokeThirdPartyAction", "no connectors run here"},
		{"CheckSegmentMembership", "Customer Profiles do not run here"},
		{"RouteContactToAgent", "flows interrupt no agents"},
	} {
		kinds = append(kinds, kind{name: one[0], failures: someError, open: true, results: equalToAny(),
			read: elsewhere(one[1])})
	}
	return kinds
}

// equalToAny describes an action whose result may be any text.
func equalToAny() *results { return &results{operators: []string{equals}} }

// elsewhere reads an action that always fails, whatever its parameters are.
func elsewhere(reason string) func(*parser, value) request {
	return func(*parser, value) request { return failing{&refusal{NoMatchingError, reason}} }
}

type failing struct{ why *refusal }

func (f failing) resolve(*Scene) (Effect, error) { return nil, f.why }

// outside reads the parameters of TransferParticipantToThirdParty (AG:transfer-to-phone-number). Exports have the
// branches of its errors only where the flow resumes, so none is asked for.
func (p *parser) outside(parameters value) request {
	p.only("Parameters", parameters, "ThirdPartyPhoneNumber", "ThirdPartyConnectionTimeLimitSeconds",
		"ContinueFlowExecution", "ThirdPartyDTMFDigits", "CallerId")
	p.operand("Parameters.ThirdPartyPhoneNumber", parameters.get("ThirdPartyPhoneNumber"))
	return dialling{}
}

// dialling leads a call to a number outside, which no flow can reach here.
type dialling struct{}

func (dialling) resolve(s *Scene) (Effect, error) {
	if s.Contact.Channel != acd.Voice {
		return nil, &refusal{NoMatchingError, "only a call can be led to a phone number"}
	}
	return nil, &refusal{callFailed, "flows make no calls to numbers outside"}
}

// toAgent reads TransferContactToAgent, which has no parameters (DG:contact-actions-transfercontacttoagent).
func (p *parser) toAgent(parameters value) request {
	p.only("Parameters", parameters)
	return transferringToAgent{}
}

// transferringToAgent transfers to the agent queue that is the working queue.
type transferringToAgent struct{}

func (transferringToAgent) resolve(s *Scene) (Effect, error) {
	if s.Contact.Channel != acd.Voice {
		return nil, &refusal{NoMatchingError, "it is for calls alone; others take TransferContactToQueue"}
	}
	return TransferToQueue{}, nil
}
