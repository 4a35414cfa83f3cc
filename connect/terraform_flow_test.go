package connect

import (
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// TestTerraformContactFlow plays what Terraform calls for aws_connect_contact_flow. It compares the content that it
// reads with the one that it sent, so each comes back as it was.
func TestTerraformContactFlow(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	content, other := flowContent("a"), flowContent("b")
	made := got(s.client.CreateContactFlow(s.ctx, &sdk.CreateContactFlowInput{InstanceId: &s.instance,
		Name: new("Way in"), Type: types.ContactFlowTypeContactFlow, Content: &content, Tags: beforeTags()}))
	at := sdk.DescribeContactFlowInput{InstanceId: &s.instance, ContactFlowId: made.ContactFlowId}
	read := func(name, description, content string, tags map[string]string) {
		t.Helper()
		f := got(s.client.DescribeContactFlow(s.ctx, &at)).ContactFlow
		same(t, "the flow", *f.Arn+*f.Name+value(f.Description)+string(f.Type),
			*made.ContactFlowArn+name+description+"CONTACT_FLOW")
		same(t, "its content", *f.Content, content)
		sameTags(t, f.Tags, tags)
	}
	read("Way in", "", content, beforeTags())
	got(s.client.UpdateContactFlowName(s.ctx, &sdk.UpdateContactFlowNameInput{InstanceId: &s.instance,
		ContactFlowId: made.ContactFlowId, Name: new("Way in 2"), Description: new("Second")}))
	got(s.client.UpdateContactFlowContent(s.ctx, &sdk.UpdateContactFlowContentInput{InstanceId: &s.instance,
		ContactFlowId: made.ContactFlowId, Content: &other}))
	sameTags(t, s.retag(made.ContactFlowArn), afterTags())
	read("Way in 2", "Second", other, afterTags())
	got(s.client.DeleteContactFlow(s.ctx, &sdk.DeleteContactFlowInput{InstanceId: &s.instance,
		ContactFlowId: made.ContactFlowId}))
	s.gone("DescribeContactFlow", &at)
}

// TestTerraformContactFlowModule plays what Terraform calls for aws_connect_contact_flow_module.
func TestTerraformContactFlowModule(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	content, other := flowContent("a"), flowContent("b")
	made := got(s.client.CreateContactFlowModule(s.ctx, &sdk.CreateContactFlowModuleInput{InstanceId: &s.instance,
		Name: new("Greeting"), Content: &content, Tags: beforeTags()}))
	at := sdk.DescribeContactFlowModuleInput{InstanceId: &s.instance, ContactFlowModuleId: made.Id}
	read := func(name, description, content string, tags map[string]string) {
		t.Helper()
		m := got(s.client.DescribeContactFlowModule(s.ctx, &at)).ContactFlowModule
		same(t, "the module", *m.Arn+*m.Name+value(m.Description), *made.Arn+name+description)
		same(t, "its content", *m.Content, content)
		sameTags(t, m.Tags, tags)
	}
	read("Greeting", "", content, beforeTags())
	got(s.client.UpdateContactFlowModuleMetadata(s.ctx, &sdk.UpdateContactFlowModuleMetadataInput{
		InstanceId: &s.instance, ContactFlowModuleId: made.Id, Name: new("Farewell"), Description: new("Second")}))
	got(s.client.UpdateContactFlowModuleContent(s.ctx, &sdk.UpdateContactFlowModuleContentInput{
		InstanceId: &s.instance, ContactFlowModuleId: made.Id, Content: &other}))
	sameTags(t, s.retag(made.Arn), afterTags())
	read("Farewell", "Second", other, afterTags())
	got(s.client.DeleteContactFlowModule(s.ctx, &sdk.DeleteContactFlowModuleInput{InstanceId: &s.instance,
		ContactFlowModuleId: made.Id}))
	s.gone("DescribeContactFlowModule", &at)
}
