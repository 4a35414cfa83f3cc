package connect

import (
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// lookup is the ARN of a function.
const lookup = "arn:aws:lambda:us-east-1:123456789012:function:lookup"

// endingContent is of a flow that ends, as every flow may.
const endingContent = `{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"EndFlowExecution",
"Parameters":{},"Transitions":{}}]}`

// otherFlow makes a flow of a type.
func (s *stage) otherFlow(kind types.ContactFlowType) string {
	s.Helper()
	content := flowContent("q")
	if !slices.Contains([]types.ContactFlowType{"CONTACT_FLOW", "AGENT_TRANSFER", "QUEUE_TRANSFER", "CAMPAIGN"}, kind) {
		content = endingContent // no queue can be entered there
	}
	return *got(s.client.CreateContactFlow(s.ctx, &sdk.CreateContactFlowInput{
		InstanceId: &s.instance, Name: s.name("flow"), Type: kind, Content: &content,
	})).ContactFlowId
}

func (s *stage) rightFlowChanges() []asked {
	s.Helper()
	flow, gone, campaign := s.otherFlow("CONTACT_FLOW"), s.otherFlow("CUSTOMER_QUEUE"), s.otherFlow("CAMPAIGN")
	got(s.client.CreateContactFlowVersion(s.ctx, &sdk.CreateContactFlowVersionInput{
		InstanceId: &s.instance, ContactFlowId: &campaign}))
	content := new(flowContent("other"))
	return []asked{
		{"SearchContactFlows", &sdk.SearchContactFlowsInput{InstanceId: &s.instance}},
		{"UpdateContactFlowContent", &sdk.UpdateContactFlowContentInput{
			InstanceId: &s.instance, ContactFlowId: &flow, Content: content}},
		{"UpdateContactFlowMetadata", &sdk.UpdateContactFlowMetadataInput{InstanceId: &s.instance, ContactFlowId: &flow,
			Name: s.name("flow"), ContactFlowState: types.ContactFlowStateActive}},
		{"UpdateContactFlowName", &sdk.UpdateContactFlowNameInput{
			InstanceId: &s.instance, ContactFlowId: &flow, Name: s.name("flow")}},
		{"DeleteContactFlow", &sdk.DeleteContactFlowInput{InstanceId: &s.instance, ContactFlowId: &gone}},
		{"CreateContactFlowVersion", &sdk.CreateContactFlowVersionInput{
			InstanceId: &s.instance, ContactFlowId: &campaign}},
		{"ListContactFlowVersions", &sdk.ListContactFlowVersionsInput{
			InstanceId: &s.instance, ContactFlowId: &campaign}},
		{"DeleteContactFlowVersion", &sdk.DeleteContactFlowVersionInput{
			InstanceId: &s.instance, ContactFlowId: &campaign, ContactFlowVersion: new(int64(1))}},
	}
}

// module makes a flow module.
func (s *stage) module() string {
	s.Helper()
	return *got(s.client.CreateContactFlowModule(s.ctx, &sdk.CreateContactFlowModuleInput{
		InstanceId: &s.instance, Name: s.name("module"), Content: new(flowContent("q")),
	})).Id
}

func (s *stage) rightFlowModules() []asked {
	s.Helper()
	module, gone := s.module(), s.module()
	content := new(flowContent("other"))
	return []asked{
		{"CreateContactFlowModule", &sdk.CreateContactFlowModuleInput{
			InstanceId: &s.instance, Name: s.name("module"), Content: content, Settings: new(`{"input": {}}`),
			ExternalInvocationConfiguration: &types.ExternalInvocationConfiguration{Enabled: true}}},
		{"DescribeContactFlowModule", &sdk.DescribeContactFlowModuleInput{
			InstanceId: &s.instance, ContactFlowModuleId: &module}},
		{"SearchContactFlowModules", &sdk.SearchContactFlowModulesInput{InstanceId: &s.instance}},
		{"ListContactFlowModules", &sdk.ListContactFlowModulesInput{InstanceId: &s.instance}},
		{"UpdateContactFlowModuleContent", &sdk.UpdateContactFlowModuleContentInput{
			InstanceId: &s.instance, ContactFlowModuleId: &module, Content: content}},
		{"UpdateContactFlowModuleMetadata", &sdk.UpdateContactFlowModuleMetadataInput{
			InstanceId: &s.instance, ContactFlowModuleId: &module, Name: s.name("module")}},
		{"DeleteContactFlowModule", &sdk.DeleteContactFlowModuleInput{
			InstanceId: &s.instance, ContactFlowModuleId: &gone}},
	}
}

// prompt makes a prompt.
func (s *stage) prompt() string {
	s.Helper()
	return *got(s.client.CreatePrompt(s.ctx, &sdk.CreatePromptInput{
		InstanceId: &s.instance, Name: s.name("prompt"), S3Uri: new("s3://bucket/hello.wav"),
	})).PromptId
}

func (s *stage) rightPrompts() []asked {
	s.Helper()
	prompt, gone := s.prompt(), s.prompt()
	return []asked{
		{"CreatePrompt", &sdk.CreatePromptInput{
			InstanceId: &s.instance, Name: s.name("prompt"), S3Uri: new("s3://bucket/hello.wav")}},
		{"DescribePrompt", &sdk.DescribePromptInput{InstanceId: &s.instance, PromptId: &prompt}},
		{"SearchPrompts", &sdk.SearchPromptsInput{InstanceId: &s.instance}},
		{"ListPrompts", &sdk.ListPromptsInput{InstanceId: &s.instance}},
		{"UpdatePrompt", &sdk.UpdatePromptInput{InstanceId: &s.instance, PromptId: &prompt, Name: s.name("prompt")}},
		{"DeletePrompt", &sdk.DeletePromptInput{InstanceId: &s.instance, PromptId: &gone}},
	}
}

func (s *stage) rightAssociations() []asked {
	s.Helper()
	got(s.client.AssociateLambdaFunction(s.ctx, &sdk.AssociateLambdaFunctionInput{
		InstanceId: &s.instance, FunctionArn: new(lookup)}))
	got(s.client.AssociateAnalyticsDataSet(s.ctx, &sdk.AssociateAnalyticsDataSetInput{
		InstanceId: &s.instance, DataSetId: new("contact_record")}))
	return []asked{
		{"AssociateLambdaFunction", &sdk.AssociateLambdaFunctionInput{
			InstanceId: &s.instance, FunctionArn: new(lookup + ":live")}},
		{"ListLambdaFunctions", &sdk.ListLambdaFunctionsInput{InstanceId: &s.instance}},
		{"DisassociateLambdaFunction", &sdk.DisassociateLambdaFunctionInput{
			InstanceId: &s.instance, FunctionArn: new(lookup)}},
		{"AssociateAnalyticsDataSet", &sdk.AssociateAnalyticsDataSetInput{
			InstanceId: &s.instance, DataSetId: new("contact_record")}},
		{"ListAnalyticsDataAssociations", &sdk.ListAnalyticsDataAssociationsInput{InstanceId: &s.instance}},
		{"DisassociateAnalyticsDataSet", &sdk.DisassociateAnalyticsDataSetInput{
			InstanceId: &s.instance, DataSetId: new("contact_record")}},
	}
}
