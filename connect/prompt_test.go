package connect

import (
	"slices"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// TestPrompts creates, changes and deletes a prompt.
func TestPrompts(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	id := s.prompt()
	s.turn(60)
	changed := got(s.client.UpdatePrompt(s.ctx, &sdk.UpdatePromptInput{
		InstanceId: &s.instance, PromptId: &id, Name: new("Hello"), Description: new("Says hello")}))
	if *changed.PromptId != id || *changed.PromptARN != s.arn(acd.KindPrompt, id) {
		t.Errorf("the answer is %s", told(changed))
	}
	p := got(s.client.DescribePrompt(s.ctx, &sdk.DescribePromptInput{InstanceId: &s.instance, PromptId: &id})).Prompt
	if *p.Name != "Hello" || *p.Description != "Says hello" || *p.PromptARN != s.arn(acd.KindPrompt, id) ||
		*p.LastModifiedRegion != testRegion || p.LastModifiedTime == nil {
		t.Errorf("the prompt is %s", told(p))
	}
	got(s.client.TagResource(s.ctx, &sdk.TagResourceInput{ResourceArn: p.PromptARN, Tags: map[string]string{"a": "b"}}))
	got(s.client.DeletePrompt(s.ctx, &sdk.DeletePromptInput{InstanceId: &s.instance, PromptId: &id}))
	list := got(s.client.ListPrompts(s.ctx, &sdk.ListPromptsInput{InstanceId: &s.instance})).PromptSummaryList
	if slices.ContainsFunc(list, func(p types.PromptSummary) bool { return *p.Id == id }) {
		t.Error("the deleted prompt is listed")
	}
}

// TestAssociations associates functions and data sets, and takes them away again.
func TestAssociations(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	associate := &sdk.AssociateLambdaFunctionInput{
		InstanceId: &s.instance, FunctionArn: new(lookup), ClientToken: new("t")}
	got(s.client.AssociateLambdaFunction(s.ctx, associate))
	got(s.client.AssociateLambdaFunction(s.ctx, associate)) // under the same token it is done
	functions := func() []string {
		return got(s.client.ListLambdaFunctions(s.ctx, &sdk.ListLambdaFunctionsInput{
			InstanceId: &s.instance})).LambdaFunctions
	}
	if list := functions(); !slices.Equal(list, []string{lookup}) {
		t.Errorf("the functions are %v", list)
	}
	got(s.client.DisassociateLambdaFunction(s.ctx, &sdk.DisassociateLambdaFunctionInput{
		InstanceId: &s.instance, FunctionArn: new(lookup)}))
	if list := functions(); list == nil || len(list) > 0 {
		t.Errorf("the functions are %v", list)
	}

	share := func(set string, account *string) *sdk.AssociateAnalyticsDataSetOutput {
		return got(s.client.AssociateAnalyticsDataSet(s.ctx, &sdk.AssociateAnalyticsDataSetInput{
			InstanceId: &s.instance, DataSetId: &set, TargetAccountId: account}))
	}
	own, other := share("contact_record", nil), share("contact_record", new("210987654321"))
	share("contact_flow_events", nil)
	if again := share("contact_record", nil); *again.ResourceShareId != *own.ResourceShareId {
		t.Error("a data set is shared twice")
	}
	if *own.TargetAccountId != testAccount || *other.TargetAccountId != "210987654321" ||
		!strings.HasPrefix(*own.ResourceShareArn, "arn:aws:ram:"+testRegion+":"+testAccount+":resource-share/") {
		t.Errorf("the shares are %s and %s", told(own), told(other))
	}
	got(s.client.DisassociateAnalyticsDataSet(s.ctx, &sdk.DisassociateAnalyticsDataSetInput{
		InstanceId: &s.instance, DataSetId: new("contact_record")}))
	list := got(s.client.ListAnalyticsDataAssociations(s.ctx, &sdk.ListAnalyticsDataAssociationsInput{
		InstanceId: &s.instance, DataSetId: new("contact_record")})).Results
	if len(list) != 1 || *list[0].ResourceShareId != *other.ResourceShareId ||
		*list[0].ResourceShareStatus != "ASSOCIATED" {
		t.Errorf("what is shared is %s", told(list))
	}
}

// TestSearchesAboutFlows finds flows, modules and prompts by what is said of them.
func TestSearchesAboutFlows(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue, campaign := s.otherFlow("CUSTOMER_QUEUE"), s.otherFlow("CAMPAIGN")
	for id, team := range map[string]string{queue: "Blue", campaign: "Red"} { // order does not show: two flows
		got(s.client.TagResource(s.ctx, &sdk.TagResourceInput{
			ResourceArn: new(s.arn(acd.KindFlow, id)), Tags: map[string]string{"Team": team}}))
	}
	got(s.client.UpdateContactFlowMetadata(s.ctx, &sdk.UpdateContactFlowMetadataInput{
		InstanceId: &s.instance, ContactFlowId: &campaign, ContactFlowState: "ARCHIVED"}))
	blue := []types.TagCondition{{TagKey: new("Team"), TagValue: new("Blue")}}
	red := &types.TagCondition{TagKey: new("Team"), TagValue: new("Red")}
	ofType := func(t types.ContactFlowType) *types.ContactFlowTypeCondition {
		return &types.ContactFlowTypeCondition{ContactFlowType: t}
	}
	and := func(t types.ContactFlowType) types.ContactFlowAttributeAndCondition {
		return types.ContactFlowAttributeAndCondition{TagConditions: blue, ContactFlowTypeCondition: ofType(t)}
	}
	var queues []string // a new instance has such flows too (A0263)
	for _, f := range got(s.client.ListContactFlows(s.ctx, &sdk.ListContactFlowsInput{InstanceId: &s.instance,
		ContactFlowTypes: []types.ContactFlowType{"CUSTOMER_QUEUE"}})).ContactFlowSummaryList {
		queues = append(queues, *f.Id)
	}
	for _, c := range []struct {
		criteria types.ContactFlowSearchCriteria
		filter   *types.ContactFlowAttributeFilter
		want     []string
	}{
		{types.ContactFlowSearchCriteria{TypeCondition: "CUSTOMER_QUEUE"}, nil, queues},
		{types.ContactFlowSearchCriteria{StateCondition: "ARCHIVED"}, nil, []string{campaign}},
		{types.ContactFlowSearchCriteria{StatusCondition: "SAVED"}, nil, nil},
		{types.ContactFlowSearchCriteria{}, &types.ContactFlowAttributeFilter{TagCondition: red}, []string{campaign}},
		{types.ContactFlowSearchCriteria{}, &types.ContactFlowAttributeFilter{ContactFlowTypeCondition: ofType("CAMPAIGN")},
			[]string{campaign}},
		{types.ContactFlowSearchCriteria{}, &types.ContactFlowAttributeFilter{AndCondition: new(and("CAMPAIGN"))}, nil},
		{types.ContactFlowSearchCriteria{}, &types.ContactFlowAttributeFilter{
			OrConditions: []types.ContactFlowAttributeAndCondition{and("CAMPAIGN"), and("CUSTOMER_QUEUE")}}, []string{queue}},
	} {
		found := got(s.client.SearchContactFlows(s.ctx, &sdk.SearchContactFlowsInput{InstanceId: &s.instance,
			SearchCriteria: &c.criteria, SearchFilter: &types.ContactFlowSearchFilter{FlowAttributeFilter: c.filter}}))
		var ids []string
		for _, f := range found.ContactFlows {
			ids = append(ids, *f.Id)
		}
		if !slices.Equal(ids, c.want) || *found.ApproximateTotalCount != int64(len(ids)) {
			t.Errorf("%s %s finds %v, not %v", told(c.criteria), told(c.filter), ids, c.want)
		}
	}
	module, prompt := s.module(), s.prompt()
	modules := got(s.client.SearchContactFlowModules(s.ctx, &sdk.SearchContactFlowModulesInput{InstanceId: &s.instance,
		SearchCriteria: &types.ContactFlowModuleSearchCriteria{StateCondition: "ACTIVE", StatusCondition: "PUBLISHED"}}))
	if len(modules.ContactFlowModules) != 1 || *modules.ContactFlowModules[0].Id != module {
		t.Errorf("the modules are %s", told(modules))
	}
	prompts := got(s.client.SearchPrompts(s.ctx, &sdk.SearchPromptsInput{InstanceId: &s.instance,
		SearchCriteria: &types.PromptSearchCriteria{StringCondition: &types.StringCondition{
			FieldName: new("resourceId"), Value: &prompt, ComparisonType: "EXACT"}}}))
	if len(prompts.Prompts) != 1 || *prompts.Prompts[0].PromptId != prompt {
		t.Errorf("the prompts are %s", told(prompts))
	}
}
