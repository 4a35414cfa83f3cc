package connect

import (
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

const inboundEmail = types.FlowAssociationResourceTypeInboundEmail

func (s *stage) rightFlowAssociations() []asked {
	address, flow := s.arn(acd.KindEmailAddress, s.address("led@front-desk.example")), s.flowInto(s.queue())
	return []asked{
		{"AssociateFlow", &sdk.AssociateFlowInput{InstanceId: &s.instance, ResourceId: &address, ResourceType: inboundEmail,
			FlowId: new(s.arn(acd.KindFlow, flow))}},
		{"GetFlowAssociation", &sdk.GetFlowAssociationInput{
			InstanceId: &s.instance, ResourceId: &address, ResourceType: inboundEmail}},
		{"BatchGetFlowAssociation", &sdk.BatchGetFlowAssociationInput{
			InstanceId: &s.instance, ResourceIds: []string{address}}},
		{"DisassociateFlow", &sdk.DisassociateFlowInput{
			InstanceId: &s.instance, ResourceId: &address, ResourceType: inboundEmail}},
	}
}

// flowAssociationRefusals are about flows that lead who writes to an email address.
func (c *cast) flowAssociationRefusals() []refusal {
	bare, whisper := c.address("bare@front-desk.example"), c.otherFlow(types.ContactFlowTypeAgentWhisper)
	number := new("arn:aws:sms-voice:us-east-1:123456789012:phone-number/p")
	const sms = types.FlowAssociationResourceTypeSmsPhoneNumber
	all := []refusal{
		{notFound, 404, []string{"no flow"}, c.but("GetFlowAssociation", "ResourceId", &bare), ""},
		{invalidR, 400, []string{"AGENT_WHISPER"}, c.but("AssociateFlow", "FlowId", &whisper), ""},
		{notFound, 404, []string{"nothing"}, c.but("AssociateFlow", "FlowId", new("nothing")), ""},
		{notFound, 404, []string{"nowhere"}, c.but("BatchGetFlowAssociation", "InstanceId", new("nowhere")), ""},
		{invalidP, 400, []string{"ResourceIds"}, c.but("BatchGetFlowAssociation", "ResourceIds", []string{}), ""},
	}
	for _, operation := range []string{"AssociateFlow", "GetFlowAssociation", "DisassociateFlow"} {
		all = append(all, []refusal{
			{notFound, 404, []string{"nobody"}, c.but(operation, "ResourceId", new("nobody")), ""},
			{notFound, 404, []string{string(sms)}, c.but(operation, "ResourceId", number, "ResourceType", sms), ""},
			{invalidR, 400, []string{"INBOUND_EMAIL"}, c.but(operation, "ResourceType",
				types.FlowAssociationResourceTypeOutboundEmail), ""},
		}...)
	}
	return all
}

// TestFlowsOfEmailAddresses lets a flow lead who writes to an address, and reads that back in every way. The flow is in
// use as long as it does.
func TestFlowsOfEmailAddresses(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	address, bare := s.address("help@front-desk.example"), s.address("bare@front-desk.example")
	flow := s.flowInto(s.queue())
	arn, flowARN := s.arn(acd.KindEmailAddress, address), s.arn(acd.KindFlow, flow)
	number := s.claim()
	s.lead(number, flow)
	email := s.rightEmail("")
	email.ContactFlowId, email.DestinationEmailAddress = nil, new("Help@Front-Desk.example")
	_, err := s.client.StartEmailContact(s.ctx, email)
	refused(t, err, "InvalidRequestException", 400)
	for _, resource := range []string{arn, address} {
		got(s.client.AssociateFlow(s.ctx, &sdk.AssociateFlowInput{InstanceId: &s.instance, ResourceId: &resource,
			ResourceType: inboundEmail, FlowId: &flowARN}))
	}

	one := got(s.client.GetFlowAssociation(s.ctx, &sdk.GetFlowAssociationInput{
		InstanceId: &s.instance, ResourceId: &arn, ResourceType: inboundEmail}))
	same(t, "the flow", *one.FlowId, flowARN)
	same(t, "the address", *one.ResourceId, arn)
	same(t, "its type", one.ResourceType, inboundEmail)
	list := got(s.client.ListFlowAssociations(s.ctx, &sdk.ListFlowAssociationsInput{InstanceId: &s.instance}))
	same(t, "how many lead to a flow", len(list.FlowAssociationSummaryList), 2)
	same(t, "the last", *list.FlowAssociationSummaryList[1].ResourceId, arn)
	batch := func(kind types.ListFlowAssociationResourceType, resources ...string) int {
		return len(got(s.client.BatchGetFlowAssociation(s.ctx, &sdk.BatchGetFlowAssociationInput{
			InstanceId: &s.instance, ResourceIds: resources, ResourceType: kind})).FlowAssociationSummaryList)
	}
	same(t, "of two addresses", batch("", arn, bare), 1)
	same(t, "of a number and an address", batch("", address, number), 2)
	same(t, "of calls", batch(types.ListFlowAssociationResourceTypeVoicePhoneNumber, arn, number), 1)

	contact := *got(s.client.StartEmailContact(s.ctx, email)).ContactId
	if c := s.describe(contact); c.QueueInfo == nil || *c.SystemEndpoint.Address != *email.DestinationEmailAddress {
		t.Errorf("no flow leads the email: %s", show(c))
	}
	got(s.client.DisassociatePhoneNumberContactFlow(s.ctx, &sdk.DisassociatePhoneNumberContactFlowInput{
		InstanceId: &s.instance, PhoneNumberId: &number}))
	_, err = s.client.DeleteContactFlow(s.ctx, &sdk.DeleteContactFlowInput{InstanceId: &s.instance, ContactFlowId: &flow})
	if err == nil || !strings.Contains(err.Error(), "help@front-desk.example") {
		t.Errorf("a flow in use is deleted: %v", err)
	}
	for range 2 {
		got(s.client.DisassociateFlow(s.ctx, &sdk.DisassociateFlowInput{
			InstanceId: &s.instance, ResourceId: &arn, ResourceType: inboundEmail}))
	}
	same(t, "once it leads nobody", batch("", arn, number), 0)
	got(s.client.DeleteContactFlow(s.ctx, &sdk.DeleteContactFlowInput{InstanceId: &s.instance, ContactFlowId: &flow}))
}

// TestTerraformNumberFlow plays what Terraform's aws_connect_phone_number_contact_flow_association calls: it
// associates, looks for the ARNs of number and flow in the list, and disassociates. A change replaces the resource.
func TestTerraformNumberFlow(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	number, first, second := s.claim(), s.flowInto(s.queue()), s.flowInto(s.queue())
	read := func(flow string) (found int) {
		described := got(s.client.DescribePhoneNumber(s.ctx, &sdk.DescribePhoneNumberInput{PhoneNumberId: &number}))
		led := got(s.client.DescribeContactFlow(s.ctx, &sdk.DescribeContactFlowInput{
			InstanceId: &s.instance, ContactFlowId: &flow}))
		pages := sdk.NewListFlowAssociationsPaginator(s.client, &sdk.ListFlowAssociationsInput{InstanceId: &s.instance,
			ResourceType: types.ListFlowAssociationResourceTypeVoicePhoneNumber})
		for pages.HasMorePages() {
			for _, one := range got(pages.NextPage(s.ctx)).FlowAssociationSummaryList {
				if *one.ResourceId == *described.ClaimedPhoneNumberSummary.PhoneNumberArn && *one.FlowId == *led.ContactFlow.Arn {
					found++
				}
			}
		}
		return found
	}
	for _, flow := range []string{first, second} {
		s.lead(number, flow)
		same(t, "how often it is found", read(flow), 1)
		got(s.client.DisassociatePhoneNumberContactFlow(s.ctx, &sdk.DisassociatePhoneNumberContactFlowInput{
			InstanceId: &s.instance, PhoneNumberId: &number}))
		same(t, "how often it is found afterwards", read(flow), 0)
	}
}
