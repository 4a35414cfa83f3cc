package connect

import (
	"slices"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

func (s *stage) rightReadBacks() []asked {
	id, flow := s.newSecurityProfile("BasicAgentAccess"), s.flowInto(s.queue())
	for range 2 {
		s.lead(s.claim(), flow)
	}
	s.allow(id)
	return []asked{
		{"ListFlowAssociations", &sdk.ListFlowAssociationsInput{InstanceId: &s.instance}},
		{"ListSecurityProfileApplications", &sdk.ListSecurityProfileApplicationsInput{
			InstanceId: &s.instance, SecurityProfileId: &id}},
		{"ListSecurityProfileFlowModules", &sdk.ListSecurityProfileFlowModulesInput{
			InstanceId: &s.instance, SecurityProfileId: &id}},
	}
}

// lead lets a flow lead who dials a number.
func (s *stage) lead(number, flow string) {
	s.Helper()
	got(s.client.AssociatePhoneNumberContactFlow(s.ctx, &sdk.AssociatePhoneNumberContactFlowInput{
		InstanceId: &s.instance, PhoneNumberId: &number, ContactFlowId: &flow}))
}

// allow lets a security profile have an application and a flow module, two of each, and returns the modules.
func (s *stage) allow(id string) (modules []string) {
	s.Helper()
	in := &sdk.UpdateSecurityProfileInput{InstanceId: &s.instance, SecurityProfileId: &id}
	for _, namespace := range []string{"crm", "billing"} {
		module := *got(s.client.CreateContactFlowModule(s.ctx, &sdk.CreateContactFlowModuleInput{InstanceId: &s.instance,
			Name: s.name("module"), Content: new(flowContent("q"))})).Id
		modules = append(modules, module)
		in.AllowedFlowModules = append(in.AllowedFlowModules, types.FlowModule{FlowModuleId: &module, Type: "MCP"})
		in.Applications = append(in.Applications, types.Application{Namespace: &namespace,
			ApplicationPermissions: []string{"ACCESS"}, Type: types.ApplicationTypeThirdPartyApplication})
	}
	got(s.client.UpdateSecurityProfile(s.ctx, in))
	return modules
}

// readBackRefusals are about what reads back what was set.
func (c *cast) readBackRefusals() []refusal {
	profile := func(operation string) asked { return c.but(operation, "SecurityProfileId", new("nothing")) }
	return []refusal{
		{notFound, 404, []string{"nothing"}, profile("ListSecurityProfileApplications"), ""},
		{notFound, 404, []string{"nothing"}, profile("ListSecurityProfileFlowModules"), ""},
		{notFound, 404, []string{"nowhere"}, c.but("ListFlowAssociations", "InstanceId", new("nowhere")), ""},
	}
}

// TestReadBack reads back the flows of phone numbers as a resource aws_connect_phone_number_contact_flow_association
// does, and what security profiles allow besides their permissions.
func TestReadBack(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	flow, number, bare := s.flowInto(s.queue()), s.claim(), s.claim()
	list := func(kind types.ListFlowAssociationResourceType) (all []types.FlowAssociationSummary) {
		pages := sdk.NewListFlowAssociationsPaginator(s.client, &sdk.ListFlowAssociationsInput{
			InstanceId: &s.instance, ResourceType: kind, MaxResults: new(int32(1))})
		for pages.HasMorePages() {
			all = append(all, got(pages.NextPage(s.ctx)).FlowAssociationSummaryList...)
		}
		return all
	}
	s.lead(number, flow)
	arn := acd.Account{Number: testAccount, Region: testRegion}.PhoneNumberARN(acd.PhoneNumberID(number))
	if all := list(types.ListFlowAssociationResourceTypeVoicePhoneNumber); len(all) != 1 || *all[0].ResourceId != arn ||
		*all[0].FlowId != s.arn(acd.KindFlow, flow) {
		t.Errorf("the flows are %s", show(all))
	}
	s.lead(bare, flow)
	same(t, "the flows of two", len(list("")), 2)
	same(t, "the flows of emails", len(list(types.ListFlowAssociationResourceTypeInboundEmail)), 0)

	id := s.newSecurityProfile()
	want := slices.Sorted(slices.Values(s.allow(id)))
	modules := got(s.client.ListSecurityProfileFlowModules(s.ctx, &sdk.ListSecurityProfileFlowModulesInput{
		InstanceId: &s.instance, SecurityProfileId: &id})).AllowedFlowModules
	same(t, "the modules", len(modules), 2)
	same(t, "the first", *modules[0].FlowModuleId, want[0])
	same(t, "its type", modules[0].Type, types.FlowModuleTypeMcp)
	applications := got(s.client.ListSecurityProfileApplications(s.ctx, &sdk.ListSecurityProfileApplicationsInput{
		InstanceId: &s.instance, SecurityProfileId: &id})).Applications
	sameWire(t, "the application", &applications[0],
		`{"ApplicationPermissions":["ACCESS"],"Namespace":"billing","Type":"THIRD_PARTY_APPLICATION"}`)
}
