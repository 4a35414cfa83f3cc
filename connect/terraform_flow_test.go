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

// TestTerraformFindsDefaultFlows plays what Terraform calls for its data sources aws_connect_contact_flow and
// aws_connect_prompt, which go by name, and for a default flow that is imported, changed and destroyed.
func TestTerraformFindsDefaultFlows(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	found := map[string]types.ContactFlowSummary{}
	pages := sdk.NewListContactFlowsPaginator(s.client, &sdk.ListContactFlowsInput{InstanceId: &s.instance,
		MaxResults: new(int32(7))})
	for pages.HasMorePages() {
		for _, f := range got(pages.NextPage(s.ctx)).ContactFlowSummaryList {
			found[*f.Name] = f
		}
	}
	for name, kind := range map[string]types.ContactFlowType{ // order does not show: each is looked up
		"Default agent hold": "AGENT_HOLD", "Default agent transfer": "AGENT_TRANSFER",
		"Default agent whisper": "AGENT_WHISPER", "Default customer hold": "CUSTOMER_HOLD",
		"Default customer queue": "CUSTOMER_QUEUE", "Default customer whisper": "CUSTOMER_WHISPER",
		"Default outbound": "OUTBOUND_WHISPER", "Default queue transfer": "QUEUE_TRANSFER",
		"Sample inbound flow (first contact experience)": "CONTACT_FLOW",
	} {
		f, ok := found[name]
		if !ok || f.ContactFlowType != kind {
			t.Errorf("%s is %s", name, told(f))
			continue
		}
		full := s.flow(*f.Id)
		same(t, name, string(full.Type)+*full.Name, string(kind)+name)
	}
	prompts := got(s.client.ListPrompts(s.ctx, &sdk.ListPromptsInput{InstanceId: &s.instance})).PromptSummaryList
	same(t, "the first prompt", *prompts[0].Name, "Beep.wav")
	got(s.client.DescribePrompt(s.ctx, &sdk.DescribePromptInput{InstanceId: &s.instance, PromptId: prompts[0].Id}))

	hold, ours := found["Default customer hold"].Id, endingContent
	got(s.client.UpdateContactFlowName(s.ctx, &sdk.UpdateContactFlowNameInput{InstanceId: &s.instance,
		ContactFlowId: hold, Name: new("On hold"), Description: new("Ours")}))
	got(s.client.UpdateContactFlowContent(s.ctx, &sdk.UpdateContactFlowContentInput{InstanceId: &s.instance,
		ContactFlowId: hold, Content: &ours}))
	f := s.flow(*hold)
	same(t, "the flow that was changed", *f.Name+*f.Description+*f.Content, "On hold"+"Ours"+ours)
	_, err := s.client.DeleteContactFlow(s.ctx, &sdk.DeleteContactFlowInput{InstanceId: &s.instance, ContactFlowId: hold})
	refused(t, err, "InvalidRequestException", 400, "it cannot be deleted, but changed")
	_, err = s.client.UpdateContactFlowMetadata(s.ctx, &sdk.UpdateContactFlowMetadataInput{InstanceId: &s.instance,
		ContactFlowId: hold, ContactFlowState: types.ContactFlowStateArchived})
	refused(t, err, "InvalidRequestException", 400, "it cannot be archived, but changed")
}
