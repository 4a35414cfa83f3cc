package instance_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"testing"

	"patchcord/acd"
	"patchcord/flow"
)

type m = map[string]any

// lineOf makes a flow of a line.
func (d *desk) lineOf(name string, blocks ...any) acd.FlowID {
	d.t.Helper()
	return acd.FlowID(d.do(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: name, Type: "CONTACT_FLOW",
		Status: "PUBLISHED", Content: d.line(blocks...)}}))
}

// line writes a content of blocks, each a type and its parameters, that come one after the other.
func (d *desk) line(blocks ...any) string {
	d.t.Helper()
	var actions []m
	for i := 0; i < len(blocks); i += 2 {
		next := strconv.Itoa(i + 2)
		transitions := m{"NextAction": next, "Errors": []m{{"NextAction": "end", "ErrorType": "NoMatchingError"}}}
		if blocks[i] == "Wait" {
			transitions["Conditions"] = []m{{"NextAction": next,
				"Condition": m{"Operator": "Equals", "Operands": []string{"WaitCompleted"}}}}
		}
		actions = append(actions, m{"Identifier": strconv.Itoa(i), "Type": blocks[i], "Parameters": blocks[i+1],
			"Transitions": transitions})
	}
	for _, last := range []string{strconv.Itoa(len(blocks)), "end"} {
		actions = append(actions, m{"Identifier": last, "Type": "DisconnectParticipant"})
	}
	text, err := json.Marshal(m{"Version": "2019-10-30", "StartAction": "0", "Actions": actions})
	if err != nil {
		d.t.Fatal(err)
	}
	return string(text)
}

// copies are attributes that take what references lead to.
func copies(references []string) map[string]string {
	set := map[string]string{}
	for i, reference := range references {
		set["r"+strconv.Itoa(i)] = reference
	}
	return set
}

// TestReferences reads every reference of Amazon's guide in a flow (AG:connect-attrib-list): what can have a value here
// has it, and the rest is empty.
func TestReferences(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	number := d.claim("+12065550100")
	queue := d.Directory().Queues()[0]
	d.do(acd.UpdateQueueOutboundCallerConfig{QueueID: queue.ID, CallerIDNumber: string(number.ID)})
	want := map[string]string{
		"$.AwsRegion": "", "$.CustomerEndpoint.Address": "+12065550199", "$.CustomerId": "cust 7",
		"$.SystemEndpoint.Address": "+12065550100", "$.CustomerEndpoint.DisplayName": "Jane",
		"$.SystemEndpoint.DisplayName": "", "$.AdditionalEmailRecipients.CcList": "a@b",
		"$.AdditionalEmailRecipients.ToList": "", "$.StoredCustomerInput": "", "$.Queue.Name": "BasicQueue",
		"$.TextToSpeechVoiceId": "Vitoria", "$.PreviousContactId": "", "$.Channel": "CHAT", "$.InitiationMethod": "API",
		"$.Name": "a name", "$.Description": "about", "$.References.order.Value": "4711", "$.References.order.Type": "NUMBER",
		"$.LanguageCode": "fr-FR", "$.SystemEndpoint.Type": "TELEPHONE_NUMBER",
		"$.CustomerEndpoint.Type": "TELEPHONE_NUMBER", "$.Queue.OutboundCallerId.Address": "+12065550100",
		"$.Queue.OutboundCallerId.Type": "TELEPHONE_NUMBER", "$.Tags.team": "blue",
		"$.CustomerCallbackNumber":               "+12065550199",
		"$.SegmentAttributes['connect:Subtype']": "connect:Chat", "$.SegmentAttributes['connect:Direction']": "",
		"$.SegmentAttributes['connect:CustomerAuthentication']['Status']": "FAILED",
		"$.Views.Action": "", "$.Views.ViewResultData": "",
		"$.Capabilities.Customer.Video": "", "$.Capabilities.Customer.ScreenShare": "",
		"$.Capabilities.Agent.Video": "", "$.Capabilities.Agent.ScreenShare": "",
		"$.Agent.UserName": "", "$.Agent.FirstName": "", "$.Agent.LastName": "", "$.Agent.ARN": "",
		"$.Metrics.Queue.Name": "BasicQueue", "$.Metrics.Queue.Size": "0",
		"$.Metrics.Queue.OldestContactAge": "0", "$.Metrics.Agents.Online.Count": "0",
		"$.Metrics.Agents.Available.Count": "0", "$.Metrics.Agents.Staffed.Count": "0",
		"$.Metrics.Agents.AfterContactWork.Count": "0", "$.Metrics.Agents.Busy.Count": "0",
		"$.Metrics.Agents.Missed.Count": "0", "$.Metrics.Agents.NonProductive.Count": "0",
		"$.Media.Sip.Headers.From": "", "$.Media.InitialMessage": "Hello?",
		"$.MediaStreams.Customer.Audio.StreamARN": "", "$.Lex.IntentName": "Refund", "$.Lex.Slots.order": "7",
		"$.Lex.SessionAttributes.mood": "good", "$.Lex.DialogState": "Fulfilled",
		"$.Lex.IntentConfidence.Score": "", "$.Lex.SentimentResponse.Label": "",
		"$.Lex.AlternativeIntents.Buy.IntentName": "", "$.Case.case_id": "", "$.Customer.ProfileId": "",
		"$.Customer.Attributes.x": "", "$.External.tier": "gold", "$.External.a.b": "1",
		"$.LambdaInvocation.ResultData.tier": "gold", "$.LambdaInvocation.InvocationId": "",
		"$.Attributes.mine": "own", "$.Attributes.none": "", "$.FlowAttributes.local": "here",
		"$.FlowAttributes.none": "", "$.Modules.Input.x": "", "$.Modules.ResultData.x": "",
		"$.DataTables.q.tier": "", "$.Wisdom.SessionArn": "", "$.Task.ContactId": "",
		"$.RelatedContactId": "",
	}
	references := slices.Sorted(maps.Keys(want))
	flowID := d.lineOf("reads", "UpdateContactTargetQueue", m{"QueueId": queue.ID},
		"UpdateFlowAttributes", m{"FlowAttributes": m{"local": m{"Value": "here"}}},
		"UpdateContactTextToSpeechVoice", m{"TextToSpeechVoice": "Vitoria"},
		"UpdateContactData", m{"LanguageCode": "fr-FR", "Name": "a name", "Description": "about"},
		"TagContact", m{"Tags": m{"team": "blue"}}, "GetMetricData", m{},
		"InvokeLambdaFunction", m{"LambdaFunctionARN": "lookup", "ResponseValidation": m{"ResponseType": "JSON"}},
		"ConnectParticipantWithLexBot", m{"Text": "Hello", "LexV2Bot": m{"AliasArn": "bot"}},
		"UpdateContactAttributes", m{"Attributes": copies(references)}, "Wait", m{"TimeLimitSeconds": "60"})
	text := func(s string) acd.SegmentAttribute { return acd.SegmentAttribute{String: &s} }
	id := acd.ContactID(d.do(acd.StartContact{Operation: "test", Channel: acd.Chat, InitiationMethod: acd.API,
		FlowID: flowID, CustomerID: "cust 7", InitialMessage: "Hello?", DisplayName: "Jane",
		Attributes: map[string]string{"mine": "own"},
		References: map[string]acd.Reference{"order": {Type: "NUMBER", Value: "4711"}},
		SegmentAttributes: map[string]acd.SegmentAttribute{"connect:Subtype": text("connect:Chat"),
			"connect:CustomerAuthentication": {Map: map[string]acd.SegmentAttribute{"Status": text("FAILED")}}},
		CustomerEndpoint: &acd.Endpoint{Type: acd.TelephoneNumber, Address: "+12065550199", DisplayName: "Jane"},
		SystemEndpoint:   &acd.Endpoint{Type: acd.TelephoneNumber, Address: number.Number},
		Recipients:       &acd.EmailRecipients{Cc: []acd.EmailRecipient{{Address: "a@b"}}}}))
	c, _ := d.Contact(id)
	d.do(acd.TellFunction{ContactID: id, AskID: c.Runs[0].Ask.ID, Response: `{"tier": "gold", "a": {"b": 1}}`})
	d.do(acd.GiveInput{ContactID: id, Intent: "Refund", Slots: map[string]string{"order": "7"},
		SessionAttributes: map[string]string{"mood": "good"}})
	c, _ = d.Contact(id)
	for i, reference := range references {
		if got := c.Attributes["r"+strconv.Itoa(i)]; got != want[reference] {
			t.Errorf("%s: %q, want %q", reference, got, want[reference])
		}
	}
	d.sameAfterReplay()
}

// TestReferencesToAgents reads who has the contact, and to whom a flow transfers it.
func TestReferencesToAgents(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	transfer := acd.FlowID(d.do(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: "to ana", Type: "AGENT_TRANSFER",
		Status: "PUBLISHED", Content: flow.BuildAs("AGENT_TRANSFER",
			flow.SetAttributes{Attributes: copies([]string{"$.Agent.UserName"})},
			flow.Wait{For: acd.Minute})}}))
	quick := acd.QuickConnectID(d.do(acd.CreateQuickConnect{QuickConnect: acd.QuickConnect{Name: "ana",
		Type: acd.QuickUser, UserID: d.user, FlowID: transfer}}))
	id := acd.ContactID(d.do(acd.StartContact{Operation: "test", Channel: acd.Task, InitiationMethod: acd.API,
		QuickConnectID: quick, Name: "task"}))
	if c, _ := d.Contact(id); c.Attributes["r0"] != "ana" {
		t.Errorf("a flow that transfers to ana reads %q", c.Attributes["r0"])
	}
	web := "connect:WebRTC"
	call := acd.ContactID(d.do(acd.StartContact{Operation: "test", Channel: acd.Voice, InitiationMethod: acd.WebRTC,
		FlowID: d.lineOf("of a browser", "Wait", m{"TimeLimitSeconds": "60"}, "UpdateContactAttributes",
			m{"Attributes": copies([]string{"$.Capabilities.Customer.Video"})}, "Wait", m{"TimeLimitSeconds": "60"}),
		SegmentAttributes: map[string]acd.SegmentAttribute{"connect:Subtype": {String: &web}}}))
	d.do(acd.ReportMedia{ContactID: call, Media: acd.Media{Customer: &acd.MediaCustomer{
		Capabilities: &acd.Capabilities{Video: "SEND"}}}})
	d.wait(60)
	if c, _ := d.Contact(call); c.Attributes["r0"] != "SEND" {
		t.Errorf("a flow reads of a browser's video %q", c.Attributes["r0"])
	}
}
