package connect

import (
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// flowRefusals are about flows that are there, and their versions.
func (c *cast) flowRefusals() []refusal {
	flow, used, taken := c.otherFlow("CONTACT_FLOW"), c.otherFlow("QUEUE_TRANSFER"), *c.name("flow")
	got(c.client.CreateContactFlow(c.ctx, &sdk.CreateContactFlowInput{
		InstanceId: &c.instance, Name: &taken, Type: "CONTACT_FLOW", Content: new(flowContent("q"))}))
	archived := c.otherFlow("QUEUE_TRANSFER")
	got(c.client.UpdateContactFlowMetadata(c.ctx, &sdk.UpdateContactFlowMetadataInput{
		InstanceId: &c.instance, ContactFlowId: &archived, ContactFlowState: types.ContactFlowStateArchived}))
	quick := func(flow string) *types.QuickConnectConfig {
		return &types.QuickConnectConfig{QuickConnectType: types.QuickConnectTypeQueue,
			QueueConfig: &types.QueueQuickConnectConfig{QueueId: &c.queue, ContactFlowId: &flow}}
	}
	got(c.client.CreateQuickConnect(c.ctx, &sdk.CreateQuickConnectInput{
		InstanceId: &c.instance, Name: c.name("quick"), QuickConnectConfig: quick(used)}))
	dance := new(`{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"Dance"}]}`)
	version := func(members ...any) asked { return c.but("CreateContactFlowVersion", members...) }
	metadata := func(members ...any) asked { return c.but("UpdateContactFlowMetadata", members...) }
	nothing := (*string)(nil)
	return []refusal{
		{"InvalidContactFlow", 400, nil, c.but("UpdateContactFlowContent", "Content", dance), ""},
		{"InvalidContactFlow", 400, nil, c.but("UpdateContactFlowContent", "ContactFlowId", new(c.otherFlow("AGENT_HOLD")),
			"Content", new(flowContent("q"))), ""},
		{"InvalidContactFlow", 400, nil, c.but("CreateContactFlow", "Name", c.name("flow"), "Type",
			types.ContactFlowTypeCustomerWhisper, "Content", new(flowContent("q"))), ""},
		{invalidP, 400, []string{"Content", "256001"}, c.but("UpdateContactFlowContent", "Content",
			new(strings.Repeat("x", 256_001))), ""},
		{invalidR, 400, []string{"version", `"3"`}, c.but("UpdateContactFlowContent", "ContactFlowId", new(flow+":3")), ""},
		{twice, 409, []string{"FLOW", "case"}, metadata("ContactFlowId", &flow, "Name", new(strings.ToUpper(taken))), ""},
		{invalidR, 400, []string{"nothing"}, metadata("ContactFlowId", &flow, "Name", nothing, "ContactFlowState",
			types.ContactFlowState("")), ""},
		{invalidR, 400, []string{"archived", "quick connect"}, metadata("ContactFlowId", &used, "ContactFlowState",
			types.ContactFlowStateArchived), ""},
		{twice, 409, []string{taken}, c.but("UpdateContactFlowName", "ContactFlowId", &flow, "Name", &taken), ""},
		{invalidR, 400, []string{"nothing"}, c.but("UpdateContactFlowName", "ContactFlowId", &flow, "Name", nothing), ""},
		{invalidR, 400, []string{"deleted", "quick connect"}, c.but("DeleteContactFlow", "ContactFlowId", &used), ""},
		{notFound, 404, []string{"gone"}, c.but("DeleteContactFlow", "ContactFlowId", new("gone")), ""},
		{"AccessDenied", 403, []string{"read-only"}, c.but("DeleteContactFlow"), "AKIDREADER"},
		{"AccessDenied", 403, []string{"read-only"}, version(), "AKIDREADER"},
		{invalidR, 400, []string{"CONTACT_FLOW", "CAMPAIGN"}, version("ContactFlowId", &flow), ""},
		{invalidR, 400, []string{"FlowContentSha256"}, version("FlowContentSha256", new(strings.Repeat("0", 64))), ""},
		{invalidR, 400, []string{"version 1", "greater"}, version("ContactFlowVersion", new(int64(1))), ""},
		{invalidP, 400, []string{"LastModifiedRegion"}, version("LastModifiedRegion", new("Mars")), ""},
		{"AccessDenied", 403, []string{"agent"}, c.but("ListContactFlowVersions"), "AKIDAGENT"},
		{"AccessDenied", 403, []string{"read-only"}, c.but("DeleteContactFlowVersion"), "AKIDREADER"},
		{notFound, 404, []string{"version 9"}, c.but("DeleteContactFlowVersion", "ContactFlowVersion", new(int64(9))), ""},
		{invalidR, 400, []string{archived, "archived"}, c.but("CreateQuickConnect", "Name", c.name("quick"),
			"QuickConnectConfig", quick(archived)), ""},
		{invalidR, 400, []string{archived, "archived"}, c.but("StartTaskContact", "ContactFlowId", &archived), ""},
		{invalidP, 400, []string{"FlowAttributeFilter", "TagKey"}, c.but("SearchContactFlows", "SearchFilter",
			&types.ContactFlowSearchFilter{FlowAttributeFilter: &types.ContactFlowAttributeFilter{
				TagCondition: &types.TagCondition{TagValue: new("x")}}}), ""},
		{invalidR, 400, []string{"AndConditions[0]"}, c.but("SearchContactFlows", "SearchCriteria",
			&types.ContactFlowSearchCriteria{AndConditions: []types.ContactFlowSearchCriteria{{}}}), ""},
	}
}

// flowModuleRefusals are about flow modules.
func (c *cast) flowModuleRefusals() []refusal {
	taken := *c.name("module")
	got(c.client.CreateContactFlowModule(c.ctx, &sdk.CreateContactFlowModuleInput{
		InstanceId: &c.instance, Name: &taken, Content: new(flowContent("q")), ClientToken: new("once")}))
	dance := new(`{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"Dance"}]}`)
	create := func(members ...any) asked { return c.but("CreateContactFlowModule", members...) }
	nothing := (*string)(nil)
	return []refusal{
		{"InvalidContactFlowModule", 400, nil, create("Name", c.name("module"), "Content", dance), ""},
		{invalidR, 400, []string{"Settings", "JSON"}, create("Name", c.name("module"), "Settings", new("{")), ""},
		{twice, 409, []string{"MODULE", "case"}, create("Name", new(strings.ToUpper(taken))), ""},
		{"Idempotency", 409, []string{"once"}, create("Name", c.name("module"), "ClientToken", new("once")), ""},
		{"AccessDenied", 403, []string{"read-only"}, create(), "AKIDREADER"},
		{"AccessDenied", 403, []string{"agent"}, c.but("DescribeContactFlowModule"), "AKIDAGENT"},
		{notFound, 404, []string{"version", `"2"`}, c.but("DescribeContactFlowModule", "ContactFlowModuleId",
			new(c.module()+":2")), ""},
		{"AccessDenied", 403, []string{"agent"}, c.but("ListContactFlowModules"), "AKIDAGENT"},
		{"InvalidContactFlowModule", 400, nil, c.but("UpdateContactFlowModuleContent", "Content", dance), ""},
		{invalidR, 400, []string{"neither"}, c.but("UpdateContactFlowModuleContent", "Content", nothing), ""},
		{"AccessDenied", 403, []string{"read-only"}, c.but("UpdateContactFlowModuleContent"), "AKIDREADER"},
		{twice, 409, []string{taken}, c.but("UpdateContactFlowModuleMetadata", "Name", &taken), ""},
		{invalidR, 400, []string{"nothing"}, c.but("UpdateContactFlowModuleMetadata", "Name", nothing), ""},
		{"AccessDenied", 403, []string{"read-only"}, c.but("UpdateContactFlowModuleMetadata"), "AKIDREADER"},
		{"AccessDenied", 403, []string{"read-only"}, c.but("DeleteContactFlowModule"), "AKIDREADER"},
		{invalidR, 400, []string{"OrConditions[0]"}, c.but("SearchContactFlowModules", "SearchCriteria",
			&types.ContactFlowModuleSearchCriteria{OrConditions: []types.ContactFlowModuleSearchCriteria{{}}}), ""},
	}
}

// associationRefusals are about prompts, functions and shared data.
func (c *cast) associationRefusals() []refusal {
	taken := *c.name("prompt")
	got(c.client.CreatePrompt(c.ctx, &sdk.CreatePromptInput{
		InstanceId: &c.instance, Name: &taken, S3Uri: new("s3://bucket/hello.wav")}))
	nothing := (*string)(nil)
	return []refusal{
		{twice, 409, []string{taken}, c.but("CreatePrompt", "Name", &taken), ""},
		{invalidP, 400, []string{"S3Uri"}, c.but("CreatePrompt", "S3Uri", new("ftp://bucket/hello.wav")), ""},
		{invalidR, 400, []string{taken}, c.but("UpdatePrompt", "Name", &taken), ""},
		{invalidR, 400, []string{"none"}, c.but("UpdatePrompt", "Name", nothing), ""},
		{invalidR, 400, []string{"OrConditions[0]"}, c.but("SearchPrompts", "SearchCriteria",
			&types.PromptSearchCriteria{OrConditions: []types.PromptSearchCriteria{{}}}), ""},
		{"ResourceConflict", 409, []string{"already"}, c.but("AssociateLambdaFunction", "FunctionArn",
			new(lookup)), ""},
		{invalidP, 400, []string{"lambda"}, c.but("AssociateLambdaFunction", "FunctionArn",
			new("arn:aws:s3:us-east-1:123456789012:function:f")), ""},
		{invalidP, 400, []string{"lambda"}, c.but("DisassociateLambdaFunction", "FunctionArn", new("lookup")), ""},
		{notFound, 404, []string{"other"}, c.but("DisassociateLambdaFunction", "FunctionArn", new(lookup+":other")), ""},
		{invalidP, 400, []string{"twelve"}, c.but("AssociateAnalyticsDataSet", "TargetAccountId", new("12")), ""},
		{invalidP, 400, []string{"twelve"}, c.but("DisassociateAnalyticsDataSet", "TargetAccountId", new("12")), ""},
		{notFound, 404, []string{"agent_statistic"}, c.but("DisassociateAnalyticsDataSet", "DataSetId",
			new("agent_statistic")), ""},
	}
}
