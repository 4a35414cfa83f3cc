package instance_test

import (
	"errors"
	"slices"
	"testing"

	"patchcord/acd"
	"patchcord/flow"
)

// claim gives the desk a phone number, as the account does.
func (d *desk) claim(number string) acd.PhoneNumber {
	n := acd.PhoneNumber{ID: acd.PhoneNumberID("id of " + number), Number: number, Country: "US",
		Type: acd.DirectDialling}
	e := acd.Event{At: d.Now(), Instance: d.ID(), Number: d.Number() + 1, Body: acd.PhoneNumberClaimed{Number: n}}
	d.Replay(e)
	d.events = append(d.events, e)
	return n
}

func (d *desk) refused(code acd.Code, cmd acd.Command) {
	d.t.Helper()
	_, events, err := d.Do(cmd)
	var refusal *acd.Error
	if !errors.As(err, &refusal) || refusal.Code != code || len(events) > 0 {
		d.t.Errorf("%T: %v with %d events; want a refusal: %s", cmd, err, len(events), code)
	}
}

// dial is a call that comes in at an endpoint.
func dial(kind acd.EndpointType, address string) acd.StartContact {
	return acd.StartContact{Operation: "test", Channel: acd.Voice, InitiationMethod: acd.Inbound,
		SystemEndpoint: &acd.Endpoint{Type: kind, Address: address}}
}

// TestDialledNumbers lets customers dial numbers, which lead to flows.
func TestDialledNumbers(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	number := d.claim("+12065550100")
	call := dial(acd.TelephoneNumber, number.Number)
	d.refused(acd.Improper, call) // no calls come in
	d.do(acd.UpdateInstanceAttribute{Attribute: acd.InboundCalls, On: true})
	d.refused(acd.Improper, call) // it has no flow
	d.refused(acd.NotFound, dial(acd.TelephoneNumber, "+12065550101"))
	d.refused(acd.Improper, dial(acd.Voip, "browser"))
	d.do(acd.AssociatePhoneNumberContactFlow{ID: number.ID, FlowID: d.flow})
	arn := acd.Account{Number: "123456789012", Region: "us-east-1"}.PhoneNumberARN(number.ID)
	for _, cmd := range []acd.StartContact{call, dial(acd.PhoneNumberARN, arn)} {
		c, _ := d.Contact(acd.ContactID(d.do(cmd)))
		if c.FlowID != d.flow || c.Queue.ID == "" || c.SystemEndpoint.Address != cmd.SystemEndpoint.Address {
			t.Errorf("who dials is led as %+v", c)
		}
	}
	other := acd.FlowID(d.do(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: "draft", Type: "CONTACT_FLOW",
		Status: acd.FlowSaved, Content: "not yet"}}))
	d.do(acd.AssociatePhoneNumberContactFlow{ID: number.ID, FlowID: other})
	d.refused(acd.Improper, call) // a draft leads nobody
	d.do(acd.AssociatePhoneNumberContactFlow{ID: number.ID})
	d.refused(acd.Improper, call)
	d.sameAfterReplay()
}

// TestWrittenAddresses lets customers write to addresses, which lead to flows. A flow that leads is in use.
func TestWrittenAddresses(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	id := acd.EmailAddressID(d.do(acd.CreateEmailAddress{Address: acd.EmailAddress{Address: "help@example.com"}}))
	email := dial(acd.EmailAddressPoint, "Help@Example.com")
	email.Channel = acd.Email
	d.refused(acd.Improper, email) // it has no flow
	unknown := dial(acd.EmailAddressPoint, "sales@example.com")
	unknown.Channel = acd.Email
	d.refused(acd.NotFound, unknown)
	d.refused(acd.NotFound, acd.AssociateEmailAddressFlow{ID: "nobody", FlowID: d.flow})
	d.refused(acd.NotFound, acd.AssociateEmailAddressFlow{ID: id, FlowID: "nothing"})
	d.do(acd.AssociateEmailAddressFlow{ID: id, FlowID: d.flow})
	d.refused(acd.InUse, acd.DeleteContactFlow{ID: d.flow})
	if c, _ := d.Contact(acd.ContactID(d.do(email))); c.FlowID != d.flow || c.Queue.ID == "" {
		t.Errorf("who writes is led as %+v", c)
	}
	other := acd.FlowID(d.do(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: "draft", Type: "CONTACT_FLOW",
		Status: acd.FlowSaved, Content: "not yet"}}))
	d.do(acd.AssociateEmailAddressFlow{ID: id, FlowID: other})
	d.refused(acd.Improper, email) // a draft leads nobody
	d.do(acd.AssociateEmailAddressFlow{ID: id})
	d.refused(acd.Improper, email)
	d.do(acd.DeleteContactFlow{ID: other})
	d.sameAfterReplay()
}

// TestNumberOfQueue shows the customer of a call that is placed the number of its queue.
func TestNumberOfQueue(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	number := d.claim("+12065550100")
	queue := acd.QueueID(d.do(acd.CreateQueue{Queue: acd.Queue{Name: "out", OutboundCallerIDName: "Front desk",
		HoursID: d.Directory().HoursOfOperations()[0].ID, OutboundCallerIDNumber: string(number.ID)}}))
	call := acd.StartContact{Operation: "test", Channel: acd.Voice, InitiationMethod: acd.API, FlowID: d.flow,
		QueueID: queue, RingFor: acd.Minute,
		CustomerEndpoint: &acd.Endpoint{Type: acd.TelephoneNumber, Address: "+12065550177"}}
	d.refused(acd.Forbidden, call)
	d.do(acd.UpdateInstanceAttribute{Attribute: acd.OutboundCalls, On: true})
	c, _ := d.Contact(acd.ContactID(d.do(call)))
	if e := c.SystemEndpoint; e == nil || e.Address != number.Number || e.DisplayName != "Front desk" ||
		c.Tags["aws:connect:systemEndpoint"] != number.Number {
		t.Errorf("the customer sees %+v, and the tags are %v", e, c.Tags)
	}
	d.do(acd.UpdateInstanceAttribute{Attribute: acd.OutboundCalls})
	d.refused(acd.Forbidden, call)
}

// TestFlowLogsAreSwitched logs blocks only while the instance lets them be logged.
func TestFlowLogsAreSwitched(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	f := acd.FlowID(d.do(acd.CreateContactFlow{Flow: acd.ContactFlow{Name: "logged", Type: "CONTACT_FLOW",
		Status: "PUBLISHED", Content: flow.Build(flow.SetLogging{Enabled: true}, flow.Loop{Count: 0})}}))
	for _, on := range []bool{false, true, false} {
		d.do(acd.UpdateInstanceAttribute{Attribute: acd.FlowLogs, On: on})
		before := len(d.events)
		d.do(acd.StartContact{Operation: "test", Channel: acd.Task, InitiationMethod: acd.API, FlowID: f})
		logged := slices.ContainsFunc(d.events[before:], func(e acd.Event) bool {
			_, is := e.Body.(acd.FlowLogged)
			return is
		})
		if logged != on {
			t.Errorf("flows are logged: %v, and the switch is on: %v", logged, on)
		}
	}
	d.sameAfterReplay()
}

// TestSettingsUnderTokens sends commands about settings twice under one ClientToken, and another one under the same.
func TestSettingsUnderTokens(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	token := func(digest string) acd.ClientToken { return acd.ClientToken{Token: "t", Digest: digest} }
	address := acd.CreateEmailAddress{Address: acd.EmailAddress{Address: "help@front-desk.example"}, Token: token("a")}
	first := d.do(address)
	if again := d.do(address); again != first {
		t.Errorf("the same token made %s and %s", first, again)
	}
	address.Token = token("b")
	d.refused(acd.Reused, address)
	place := acd.StorageConfig{ResourceType: "CHAT_TRANSCRIPTS", Type: acd.StorageS3, Bucket: "b", Prefix: "p"}
	id := d.do(acd.AssociateStorageConfig{Config: place, Token: token("a")})
	remove := acd.DisassociateStorageConfig{ID: id, ResourceType: "CHAT_TRANSCRIPTS", Token: token("a")}
	d.do(remove)
	d.do(remove)
	d.refused(acd.NotFound, acd.DisassociateStorageConfig{ID: id, ResourceType: "CHAT_TRANSCRIPTS"})
	d.sameAfterReplay()
}

// TestSenderOfQueue sends an email from the address of the agent's default outbound queue, where nobody names one.
func TestSenderOfQueue(t *testing.T) {
	d := newDesk(t, acd.Quotas{})
	d.do(acd.PutUserStatus{UserID: d.user, StatusID: d.status["Available"]})
	user, _ := d.Directory().User(d.user)
	profile, _ := d.Directory().RoutingProfile(user.RoutingProfileID)
	draft := func() acd.ContactID {
		return acd.ContactID(d.do(acd.CreateContact{UserID: d.user, Contact: acd.StartContact{Operation: "CreateContact",
			Channel: acd.Email, InitiationMethod: acd.Outbound}}))
	}
	d.do(acd.UpdateRoutingProfileConcurrency{ProfileID: profile.ID,
		Concurrency: append(slices.Clone(profile.Concurrency), acd.Concurrency{Channel: acd.Email, Max: 2,
			CrossChannel: acd.RouteCurrentChannelOnly})})
	send := acd.SendEmail{Operation: "send", ContactID: draft(),
		Customer: &acd.Endpoint{Type: acd.EmailAddressPoint, Address: "zoe@example.com"}}
	d.refused(acd.Improper, send)
	address := d.do(acd.CreateEmailAddress{Address: acd.EmailAddress{Address: "help@front-desk.example"}})
	d.do(acd.UpdateQueueOutboundEmailConfig{QueueID: profile.DefaultOutboundQueueID, EmailAddressID: address})
	d.do(send)
	for n := range slices.Backward(d.events) {
		if sent, ok := d.events[n].Body.(acd.EmailSent); ok {
			if sent.System.Address != "help@front-desk.example" {
				t.Errorf("it is sent from %+v", sent.System)
			}
			return
		}
	}
	t.Error("nothing is sent")
}
