package connect

import (
	"strings"
	"testing"
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// preview lets an agent see a contact for half a minute before its customer is called.
func preview(actions ...types.AllowedUserAction) *types.OutboundStrategy {
	return &types.OutboundStrategy{Type: types.OutboundStrategyTypeAgentFirst, Config: &types.OutboundStrategyConfig{
		AgentFirst: &types.AgentFirst{Preview: &types.Preview{AllowedUserActions: actions,
			PostAcceptTimeoutConfig: &types.PostAcceptTimeoutConfig{DurationInSeconds: new(int32(30))}}}}}
}

// An agent previews a customer of a campaign, who is then called, answers, and hangs up.
func TestPreviewShows(t *testing.T) {
	s := newShown(t)
	out := got(s.client.BatchPutContact(s.ctx, &sdk.BatchPutContactInput{InstanceId: &s.instance,
		ContactDataRequestList: []types.ContactDataRequest{{RequestIdentifier: new("1"), QueueId: &s.queue,
			Campaign: &types.Campaign{CampaignId: new("spring")}, CustomerEndpoint: voiceEndpoint(customerNumber),
			Attributes: map[string]string{"order": "7"}, OutboundStrategy: preview(types.AllowedUserActionCall)}}}))
	call := *out.SuccessfulRequestList[0].ContactId
	s.accepts(call)
	user, id := acd.UserID(s.agentID), acd.ContactID(call)
	_, err := s.engine.Do(s.ctx, acd.InstanceID(s.instance),
		acd.EndPreview{UserID: user, ContactID: id, Action: acd.ActionDiscard})
	if err == nil || !strings.Contains(err.Error(), "allows [CALL]") {
		t.Errorf("what the strategy does not allow is met with %v", err)
	}
	s.turn(10)
	s.agent(acd.EndPreview{UserID: user, ContactID: id, Action: acd.ActionCall})
	s.turn(5)
	s.agent(acd.ConnectCustomer{ContactID: id})
	s.finishes(call)
	c := s.look(call)
	same(t, "the way in", c.InitiationMethod, types.ContactInitiationMethodOutbound)
	same(t, "the campaign", *c.Campaign.CampaignId, "spring")
	same(t, "the preview", c.AgentInfo.PreviewEndTimestamp.Sub(*c.AgentInfo.AcceptedByAgentTimestamp), 10*time.Second)
	same(t, "the ring", c.ConnectedToSystemTimestamp.Sub(*c.AgentInfo.PreviewEndTimestamp), 5*time.Second)
	same(t, "the number", *c.CustomerEndpoint.Address, customerNumber)
	same(t, "the attribute", c.Attributes["order"], "7")
}

// A batch has what is right and what is wrong in it, each with its reason; the same token gives the same answer.
func TestBatchPutContact(t *testing.T) {
	s := newStage(t, acd.Quotas{Calls: 2})
	queue := s.queue()
	right := types.ContactDataRequest{QueueId: &queue, Campaign: &types.Campaign{CampaignId: new("spring")},
		CustomerEndpoint: voiceEndpoint(customerNumber)}
	var list []types.ContactDataRequest
	var want []string
	add := func(why types.FailureReasonCode, change func(*types.ContactDataRequest)) {
		r := right
		r.RequestIdentifier = s.name("request")
		change(&r)
		list, want = append(list, r), append(want, string(why))
	}
	add("", func(*types.ContactDataRequest) {})
	add("MISSING_CAMPAIGN", func(r *types.ContactDataRequest) { r.Campaign = nil })
	add("MISSING_CUSTOMER_ENDPOINT", func(r *types.ContactDataRequest) { r.CustomerEndpoint = nil })
	add("INVALID_CUSTOMER_ENDPOINT", func(r *types.ContactDataRequest) { r.CustomerEndpoint = voiceEndpoint("soon") })
	add("INVALID_SYSTEM_ENDPOINT", func(r *types.ContactDataRequest) { r.SystemEndpoint = voiceEndpoint("here") })
	add("MISSING_QUEUE_ID_AND_SYSTEM_ENDPOINT", func(r *types.ContactDataRequest) { r.QueueId = nil })
	add("INVALID_QUEUE", func(r *types.ContactDataRequest) { r.QueueId = new("nowhere") })
	add("INVALID_QUEUE", func(r *types.ContactDataRequest) {
		r.QueueId = new(strings.Replace(s.arn(acd.KindQueue, queue), testRegion, "eu-west-1", 1))
	})
	add("INVALID_ATTRIBUTE_KEY", func(r *types.ContactDataRequest) { r.Attributes = map[string]string{"order no": "1"} })
	add("INVALID_OUTBOUND_STRATEGY", func(r *types.ContactDataRequest) {
		r.QueueId, r.SystemEndpoint = nil, voiceEndpoint(ownNumber)
		r.OutboundStrategy = preview(types.AllowedUserActionCall)
	})
	add("IDEMPOTENCY_EXCEPTION", func(r *types.ContactDataRequest) { r.RequestIdentifier = list[0].RequestIdentifier })
	add("", func(r *types.ContactDataRequest) { r.QueueId = new(s.arn(acd.KindQueue, queue)) })
	add("REQUEST_THROTTLED", func(*types.ContactDataRequest) {})
	in := &sdk.BatchPutContactInput{InstanceId: &s.instance, ContactDataRequestList: list, ClientToken: new("once")}
	out := got(s.client.BatchPutContact(s.ctx, in))
	var told []string
	for _, f := range out.FailedRequestList {
		told = append(told, string(f.FailureReasonCode))
		if value(f.FailureReasonMessage) == "" {
			t.Errorf("nothing is said of %s", f.FailureReasonCode)
		}
	}
	same(t, "what failed", strings.Join(told, " "), strings.Join(strings.Fields(strings.Join(want, " ")), " "))
	same(t, "how many did not", len(out.SuccessfulRequestList), 2)
	same(t, "the first of them", *out.SuccessfulRequestList[0].RequestIdentifier, *list[0].RequestIdentifier)
	again := got(s.client.BatchPutContact(s.ctx, in))
	same(t, "the same token", *again.SuccessfulRequestList[1].ContactId, *out.SuccessfulRequestList[1].ContactId)
	c := s.describe(*out.SuccessfulRequestList[0].ContactId)
	same(t, "the way in", c.InitiationMethod, types.ContactInitiationMethodOutbound)
	if c.QueueInfo != nil || c.ConnectedToSystemTimestamp != nil {
		t.Errorf("who is being called has come already: %s", show(c))
	}
}

// A call goes on outside, by a quick connect to a phone number.
func TestExternalOutbound(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	user := s.userOfAll(queue)
	quick := *got(s.client.CreateQuickConnect(s.ctx, &sdk.CreateQuickConnectInput{InstanceId: &s.instance,
		Name: new("Pager"), QuickConnectConfig: &types.QuickConnectConfig{
			QuickConnectType: types.QuickConnectTypePhoneNumber,
			PhoneConfig:      &types.PhoneNumberQuickConnectConfig{PhoneNumber: new(customerNumber)}}})).QuickConnectId
	got(s.client.AssociateQueueQuickConnects(s.ctx, &sdk.AssociateQueueQuickConnectsInput{
		InstanceId: &s.instance, QueueId: &queue, QuickConnectIds: []string{quick}}))
	s.put(user, types.AgentStatusTypeRoutable)
	call := got(s.engine.Do(s.ctx, acd.InstanceID(s.instance), acd.StartContact{Operation: "inbound", Channel: acd.Voice,
		InitiationMethod: acd.Inbound, FlowID: acd.FlowID(s.flowInto(queue))}))
	s.agent(acd.AcceptContact{UserID: acd.UserID(user), ContactID: acd.ContactID(call)})
	next := got(s.engine.Do(s.ctx, acd.InstanceID(s.instance), acd.TransferByQuickConnect{UserID: acd.UserID(user),
		ContactID: acd.ContactID(call), QuickConnectID: acd.QuickConnectID(quick)}))
	c := s.describe(next)
	same(t, "the way in", c.InitiationMethod, types.ContactInitiationMethodExternalOutbound)
	same(t, "whom it follows", *c.PreviousContactId, call)
	same(t, "whom it calls", *c.CustomerEndpoint.Address, customerNumber)
	data := s.describe(call).NextContacts[0].NextContactMetadata.(*types.NextContactMetadataMemberQuickConnectContactData)
	same(t, "what it goes on as", *data.Value.ContactId, next)
	same(t, "what has led there", data.Value.QuickConnectType, types.QuickConnectTypePhoneNumber)
	_, err := s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: &next})
	refused(t, err, "InvalidRequestException", 400, "EXTERNAL_OUTBOUND")
	s.agent(acd.ConnectCustomer{ContactID: acd.ContactID(next)})
	s.agent(acd.DisconnectCustomer{ContactID: acd.ContactID(next), Reason: "THIRD_PARTY_DISCONNECT"})
	same(t, "why it ended", *s.describe(next).DisconnectReason, "THIRD_PARTY_DISCONNECT")
}
