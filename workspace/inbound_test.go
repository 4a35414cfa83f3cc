package workspace

import (
	"net/http"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"patchcord/acd"
	"patchcord/demo"
	"patchcord/engine"
)

// bring posts a contact, in whose body FLOW stands for the id of a flow, and returns its id.
func (w *world) bring(body string) acd.ContactID {
	w.Helper()
	flow := string(w.demo.Flows[demo.Simple])
	var made struct{ ContactId acd.ContactID }
	text := w.must("POST", w.instancePath("/contacts"), strings.ReplaceAll(body, "FLOW", flow))
	if err := json.Unmarshal([]byte(text), &made); err != nil || made.ContactId == "" {
		w.Fatalf("%s is answered %s", body, text)
	}
	return made.ContactId
}

// Adapters bring calls, chats and emails, whose customers are there at once.
func TestInboundContacts(t *testing.T) {
	w := newWorld(t, StreamOptions{}, func(o *engine.Options) { o.ChatConnect = acd.Minute })
	first := w.bring(`{"Channel":"VOICE","ContactFlowId":"FLOW","Name":"Zoé","Description":"d","CustomerId":"c-1",
		"CustomerEndpoint":{"Type":"TELEPHONE_NUMBER","Address":"+12065550100","DisplayName":"Zoé"},
		"SystemEndpoint":{"Type":"TELEPHONE_NUMBER","Address":"+12065550199"},"Attributes":{"tier":"gold"},
		"SegmentAttributes":{"connect:X":{"ValueList":[{"ValueMap":{"a":{"ValueInteger":1}}},{"ValueArn":"arn:aws:x"}]}},
		"References":{"site":{"Type":"URL","Value":"https://example.com"}},"ClientToken":"t"}`)
	call, ok, err := w.engine.Contact(w.demo.Instance, first)
	if !ok || err != nil {
		t.Fatalf("the call is not there: %v", err)
	}
	list := call.SegmentAttributes["connect:X"].List
	if call.InitiationMethod != acd.Inbound || call.Channel != acd.Voice || call.Name != "Zoé" ||
		call.Description != "d" || call.CustomerID != "c-1" || call.CustomerEndpoint.Address != "+12065550100" ||
		call.SystemEndpoint.Address != "+12065550199" || call.Attributes["tier"] != "gold" ||
		*call.SegmentAttributes["connect:Subtype"].String != "connect:Telephony" || len(list) != 2 ||
		*list[0].Map["a"].Integer != 1 || *list[1].ARN != "arn:aws:x" || call.References["site"].Type != "URL" ||
		call.ConnectedToSystemAt != call.InitiatedAt || call.Queue.ID == "" {
		t.Errorf("the call is %+v", call)
	}
	self := acd.Account{Number: "123456789012", Region: "us-east-1"}
	chat, _, _ := w.engine.Contact(w.demo.Instance, w.bring(`{"Channel":"CHAT","DisplayName":"Pat",
		"ContactFlowId":"`+self.ARN(w.demo.Instance, acd.KindFlow, "FLOW")+`","RelatedContactId":"`+
		self.ARN(w.demo.Instance, acd.KindContact, string(first))+`",
		"CustomerEndpoint":{"Type":"TELEPHONE_NUMBER","Address":"+12065550100"},
		"SegmentAttributes":{"connect:Subtype":{"ValueString":"connect:SMS"}}}`))
	if *chat.SegmentAttributes["connect:Subtype"].String != "connect:SMS" || chat.Participant.DisplayName != "Pat" ||
		chat.RelatedID != first || chat.Attributes["tier"] != "gold" || chat.ConnectedToSystemAt != chat.InitiatedAt ||
		!chat.CustomerExpectedBy.IsZero() {
		t.Errorf("the chat is %+v", chat)
	}
	mail, _, _ := w.engine.Contact(w.demo.Instance, w.bring(`{"Channel":"EMAIL","ContactFlowId":"FLOW",
		"CustomerEndpoint":{"Type":"EMAIL_ADDRESS","Address":"zoe@example.com"},
		"SystemEndpoint":{"Type":"EMAIL_ADDRESS","Address":"help@example.org"},
		"SegmentAttributes":{"connect:ContactExpiry":{"ValueMap":{"ExpiryDuration":{"ValueInteger":30}}}},
		"AdditionalEmailRecipients":{"CcList":[{"Address":"pat@example.com"}]}}`))
	if *mail.SegmentAttributes["connect:Subtype"].String != "connect:Email" ||
		mail.AdditionalRecipients.Cc[0].Address != "pat@example.com" ||
		mail.ExpiresAt.Sub(mail.InitiatedAt) != 30*acd.Minute {
		t.Errorf("the email is %+v", mail)
	}
	web, _, _ := w.engine.Contact(w.demo.Instance, w.bring(`{"Channel":"VOICE","ContactFlowId":"FLOW",
		"CustomerEndpoint":{"Type":"VOIP","Address":"browser"}}`))
	if *web.SegmentAttributes["connect:Subtype"].String != "connect:WebRTC" {
		t.Errorf("the call from a browser is %+v", web)
	}
}

// A call that is brought twice under one token comes in once.
func TestInboundTwice(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	body := `{"Channel":"VOICE","ContactFlowId":"FLOW","ClientToken":"t","Name":"a"}`
	if a, b := w.bring(body), w.bring(body); a != b {
		t.Errorf("one token made %s and %s", a, b)
	}
	status, text := w.ask("", "POST", w.instancePath("/contacts"),
		`{"Channel":"CHAT","ContactFlowId":"`+string(w.demo.Flows[demo.Simple])+`","ClientToken":"t"}`)
	if status != http.StatusConflict && status != http.StatusBadRequest {
		t.Errorf("another contact under a used token: %d %s", status, text)
	}
}

// TestInboundRefusals brings contacts that cannot come in.
func TestInboundRefusals(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	for _, tt := range []struct{ body, says string }{
		{``, "give VOICE, CHAT or EMAIL"},
		{`{"Channel":"TASK","ContactFlowId":"FLOW"}`, "give VOICE, CHAT or EMAIL"},
		{`{"Channel":7}`, "Channel cannot be read; give a text"},
		{`{"Channel":"VOICE"}`, "ContactFlowId is not given"},
		{`{"Channel":"VOICE","ContactFlowId":"none"}`, "flow none does not exist"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","RelatedContactId":"none"}`, "contact none does not exist"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","PhoneNumber":"+12065550100"}`, "PhoneNumber"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","DisplayName":"x"}`, "DisplayName is given"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","AdditionalEmailRecipients":{}}`, "only an email has"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","CustomerId":"` + strings.Repeat("x", 129) + `"}`, "129 characters"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","CustomerEndpoint":{}}`, "CustomerEndpoint.Type is missing"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","CustomerEndpoint":{"Type":"VOIP"}}`, "Address is missing"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","CustomerEndpoint":{"Type":"EMAIL_ADDRESS","Address":"a@b.example"}}`,
			"give one of TELEPHONE_NUMBER, VOIP"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","SystemEndpoint":{"Type":"TELEPHONE_NUMBER","Address":"12065550100"}}`,
			"E.164"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","SystemEndpoint":{"Type":"TELEPHONE_NUMBER","Address":"+0206555010"}}`,
			"E.164"},
		{`{"Channel":"EMAIL","ContactFlowId":"FLOW"}`, "give CustomerEndpoint and SystemEndpoint"},
		{`{"Channel":"EMAIL","ContactFlowId":"FLOW","CustomerEndpoint":{"Type":"EMAIL_ADDRESS","Address":"zoe"},
			"SystemEndpoint":{"Type":"EMAIL_ADDRESS","Address":"help@example.org"}}`, "name@example.com"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","Attributes":{"a b":"c"}}`, "letters, digits"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","Attributes":{"a":"` + strings.Repeat("x", 32*1024) + `"}}`,
			"a contact holds 32768"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","SegmentAttributes":{"a":{}}}`, "has 0 values"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","SegmentAttributes":{"a":{"ValueString":"","ValueInteger":1}}}`,
			"has 2 values"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","SegmentAttributes":{"a b":{"ValueInteger":1}}}`, "1 to 128 letters"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","SegmentAttributes":{"a":{"ValueArn":"x"}}}`, "give an ARN"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","SegmentAttributes":{"a":` + strings.Repeat(`{"ValueList":[`, 9) +
			strings.Repeat(`]}`, 9) + `}}`, "too deep"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","SegmentAttributes":{"connect:ContactExpiry":{"ValueInteger":1}}}`,
			"a number of minutes from 1 to 129600"},
		{`{"Channel":"CHAT","ContactFlowId":"FLOW","SegmentAttributes":{"connect:ContactExpiry":{"ValueMap":
			{"ExpiryDuration":{"ValueInteger":1}}}}}`, "only an email"},
		{`{"Channel":"VOICE","ContactFlowId":"FLOW","References":{"a":{"Type":"ATTACHMENT","Value":"x"}}}`, "URL, NUMBER"},
	} {
		body := strings.ReplaceAll(tt.body, "FLOW", string(w.demo.Flows[demo.Simple]))
		status, text := w.ask("", "POST", w.instancePath("/contacts"), body)
		if status < 400 || status >= 500 || !strings.Contains(text, tt.says) {
			t.Errorf("%.200s: %d %s, want %s", tt.body, status, text, tt.says)
		}
	}
	agent := "agent " + string(w.demo.Instance) + " " + string(w.demo.Users["bob"])
	for _, who := range []string{"read-only", agent} {
		if status, text := w.ask(who, "POST", w.instancePath("/contacts"), `{}`); status != http.StatusForbidden {
			t.Errorf("%s brings in contacts: %d %s", who, status, text)
		}
	}
}

// TestDialledNumber brings in a call by the number that was dialled, which has a flow.
func TestDialledNumber(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	body := `{"Channel":"VOICE","SystemEndpoint":{"Type":"TELEPHONE_NUMBER","Address":"+12065550199"}}`
	refused := func(says string) {
		t.Helper()
		if status, text := w.ask("", "POST", w.instancePath("/contacts"), body); status < 400 || status >= 500 ||
			!strings.Contains(text, says) {
			t.Errorf("%d %s, want %s", status, text, says)
		}
	}
	refused("not this instance's")
	number := acd.PhoneNumberID(w.do(acd.ClaimPhoneNumber{Number: acd.PhoneNumber{Number: "+12065550199"}}))
	refused("no flow")
	w.do(acd.AssociatePhoneNumberContactFlow{ID: number, FlowID: w.demo.Flows[demo.Simple]})
	call, _, _ := w.engine.Contact(w.demo.Instance, w.bring(body))
	if call.FlowID != w.demo.Flows[demo.Simple] || call.SystemEndpoint.Address != "+12065550199" {
		t.Errorf("the call is %+v", call)
	}
	w.do(acd.UpdateInstanceAttribute{Attribute: acd.InboundCalls})
	refused("INBOUND_CALLS")
}

// TestWrittenAddress brings in an email by the address that it was sent to, which has a flow.
func TestWrittenAddress(t *testing.T) {
	w := newWorld(t, StreamOptions{})
	id := acd.EmailAddressID(w.do(acd.CreateEmailAddress{Address: acd.EmailAddress{Address: "help@example.com"}}))
	w.do(acd.AssociateEmailAddressFlow{ID: id, FlowID: w.demo.Flows[demo.Simple]})
	email, _, _ := w.engine.Contact(w.demo.Instance, w.bring(`{"Channel":"EMAIL",
		"SystemEndpoint":{"Type":"EMAIL_ADDRESS","Address":"help@example.com"},
		"CustomerEndpoint":{"Type":"EMAIL_ADDRESS","Address":"pat@example.com"}}`))
	if email.FlowID != w.demo.Flows[demo.Simple] || email.Queue.IsZero() {
		t.Errorf("the email is %+v", email)
	}
}
