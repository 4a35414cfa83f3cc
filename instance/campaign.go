package instance

import (
	"slices"
	"strings"

	"patchcord/acd"
)

// putContacts makes a contact of each request of a campaign that is right (A0237). A request that is wrong changes
// nothing, and the others are made.
func (i *Instance) putContacts(cmd acd.PutContacts) (string, error) {
	if created, ok, err := i.tokens.Find(i.now, cmd.Operation, cmd.Token); ok || err != nil {
		return created, err
	}
	if !i.directory.Instance().OutboundCalls {
		return "", acd.Errorf(acd.Forbidden, "instance %s does not place calls: it was made with OutboundCallsEnabled false",
			i.id)
	}
	var made []string
	var seen []string
	for _, request := range cmd.Requests {
		failure := i.checkPut(request)
		if request.RequestID != "" && slices.Contains(seen, request.RequestID) {
			failure = acd.PutSameRequestID
		}
		seen = append(seen, request.RequestID)
		if failure != "" {
			made = append(made, string(failure))
			continue
		}
		made = append(made, string(i.put(request)))
	}
	created := strings.Join(made, ",")
	i.remember(cmd.Operation, cmd.Token, created)
	return created, nil
}

// checkPut says why no contact can be made of a request.
func (i *Instance) checkPut(p acd.PutContact) acd.PutFailure {
	customer := p.Customer
	switch {
	case p.Failure != "":
		return p.Failure
	case p.CampaignID == "":
		return acd.PutNoCampaign
	case customer == nil || customer.Address == "":
		return acd.PutNoCustomer
	case customer.Type != acd.TelephoneNumber || !acd.IsPhoneNumber(customer.Address):
		return acd.PutBadCustomer
	case p.QueueID == "" && (p.System == nil || p.System.Address == ""):
		return acd.PutNoCaller
	case p.System != nil && p.System.Address != "" &&
		(p.System.Type != acd.TelephoneNumber || !acd.IsPhoneNumber(p.System.Address)):
		return acd.PutBadSystem
	case acd.CheckAttributes(p.Attributes) != nil:
		return acd.PutBadAttribute
	}
	if _, ok := i.directory.Queue(p.QueueID); !ok && p.QueueID != "" {
		return acd.PutBadQueue
	}
	if s := p.Strategy; s != nil && (p.QueueID == "" || s.PreviewFor < 0 || len(s.Actions) == 0) {
		return acd.PutBadStrategy
	}
	dial := acd.StartContact{CustomerEndpoint: customer, SystemEndpoint: p.System, CampaignCall: true}
	if i.checkDial(dial) != nil || i.checkRoom(acd.Voice) != nil {
		return acd.PutTooMany
	}
	return ""
}

// put makes a contact of a request. One that an agent previews waits for him in its queue; the customer of any other is
// called at once, and waits in the queue when he has answered.
func (i *Instance) put(p acd.PutContact) acd.ContactID {
	subtype := "connect:Telephony"
	c := acd.Contact{
		ID: acd.ContactID(i.NewID(0)), Channel: acd.Voice, InitiationMethod: acd.Outbound, State: acd.Dialling,
		InitiatedAt: i.now, CustomerExpectedBy: i.now.Add(acd.CampaignRing), Attributes: p.Attributes,
		CustomerEndpoint: p.Customer, SystemEndpoint: p.System, CampaignID: p.CampaignID, Strategy: p.Strategy,
		Tags:              i.systemTags(p.System),
		SegmentAttributes: map[string]acd.SegmentAttribute{acd.SubtypeAttribute: {String: &subtype}},
	}
	c.AssociationID = c.ID
	if p.QueueID != "" {
		c.Target = acd.QueueRef{Type: acd.StandardQueue, ID: p.QueueID}
	}
	if p.Strategy != nil {
		c.State, c.CustomerExpectedBy = acd.InFlow, 0
	}
	i.Emit(acd.ContactInitiated{Contact: c})
	if p.Strategy != nil {
		i.queueUnled(c)
	}
	return c.ID
}

// answered leads on a contact whose customer was called and has answered: by its flow, or into its queue where a
// campaign has called him. Whoever was called outside talks to the customer.
func (i *Instance) answered(c acd.Contact) {
	switch {
	case c.FlowID != "":
		i.Lead(c.ID, "")
	case c.InitiationMethod == acd.Outbound:
		i.queueUnled(c)
	}
}

// queueUnled puts a contact that no flow leads into its queue. Where that does not take it, there is nowhere else.
func (i *Instance) queueUnled(c acd.Contact) {
	if i.router.Enqueue(c.ID, i.options.Quotas.ContactsPerAgentQueue) != "" {
		i.router.End(c.ID, acd.ReasonNoResource)
	}
}

// callOut passes a call on to a number outside: the next segment is a call there, and no flow leads it
// (AG:contact-initiation-methods, A0236).
func (i *Instance) callOut(old acd.Contact, quick acd.QuickConnect) (string, error) {
	if old.Channel != acd.Voice || old.IsExternal() {
		return "", acd.Errorf(acd.Improper, "contact %s is no call of this instance; only those can be passed on to the "+
			"quick connect %s, whose type is %s", old.ID, quick.ID, quick.Type)
	}
	number := &acd.Endpoint{Type: acd.TelephoneNumber, Address: quick.PhoneNumber}
	if err := i.checkDial(acd.StartContact{CustomerEndpoint: number}); err != nil {
		return "", err
	}
	if err := follow(&acd.Contact{}, old); err != nil {
		return "", err
	}
	next := i.segmentAfter(old, acd.QueueRef{}, "")
	next.InitiationMethod, next.State = acd.ExternalOutbound, acd.Dialling
	next.CustomerExpectedBy, next.ConnectedToSystemAt, next.RankedSince = i.now.Add(acd.CampaignRing), 0, 0
	next.CustomerEndpoint, next.SystemEndpoint, next.Media = number, nil, nil
	i.move(old, next, acd.NextContact{ID: next.ID, InitiatedAt: i.now, QuickConnectID: quick.ID,
		QuickConnectName: quick.Name, QuickConnectType: quick.Type}, func() {})
	return string(next.ID), nil
}
