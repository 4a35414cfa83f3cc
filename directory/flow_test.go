package directory

import (
	"testing"

	"patchcord/acd"
)

// script lets everything happen that is about flows, flow modules, prompts, functions and shared data.
func (s *scene) script() {
	s.Helper()
	campaign := s.transferFlow(acd.FlowCampaign)
	s.must(acd.UpdateContactFlowContent{ID: campaign, Content: "a draft", Saved: true})
	s.must(acd.UpdateContactFlowMetadata{ID: campaign, State: acd.FlowArchived})
	for range 3 {
		s.must(acd.CreateContactFlowVersion{ID: campaign, Description: "of the day"})
	}
	s.must(acd.DeleteContactFlowVersion{ID: campaign, Number: 2})
	s.must(acd.DeleteContactFlow{ID: s.transferFlow("AGENT_HOLD")})
	module := acd.FlowModuleID(s.must(acd.CreateContactFlowModule{Module: acd.ContactFlowModule{Name: "Greeting",
		Content: "{}"}}))
	s.must(acd.UpdateContactFlowModuleContent{ID: module, Settings: new("{}")})
	gone := acd.FlowModuleID(s.must(acd.CreateContactFlowModule{Module: acd.ContactFlowModule{Name: "Gone",
		Content: "{}"}}))
	s.must(acd.DeleteContactFlowModule{ID: gone})
	prompt := acd.PromptID(s.must(acd.CreatePrompt{Prompt: acd.Prompt{Name: "Hello", S3URI: "s3://b/hello.wav"}}))
	s.must(acd.UpdatePrompt{ID: prompt, Description: new("Says hello")})
	s.must(acd.DeletePrompt{ID: acd.PromptID(s.must(acd.CreatePrompt{Prompt: acd.Prompt{Name: "Gone"}}))})
	template := acd.TaskTemplateID(s.must(acd.CreateTaskTemplate{Template: s.refund("Refund")}))
	s.must(acd.UpdateTaskTemplate{Template: acd.TaskTemplate{ID: template, Status: acd.TemplateInactive}})
	s.must(acd.DeleteTaskTemplate{ID: acd.TaskTemplateID(s.must(acd.CreateTaskTemplate{
		Template: acd.TaskTemplate{Name: "Gone"}}))})
	for _, arn := range []string{"one", "two"} {
		s.must(acd.AssociateLambdaFunction{ARN: arn})
		s.must(acd.AssociateAnalyticsDataSet{DataSetID: arn, AccountID: "123456789012"})
	}
	s.must(acd.DisassociateLambdaFunction{ARN: "one"})
	s.must(acd.DisassociateAnalyticsDataSet{DataSetID: "one", AccountID: "123456789012"})
}

func TestFlows(t *testing.T) {
	s := fresh(t)
	id := s.transferFlow("QUEUE_TRANSFER")
	s.must(acd.UpdateContactFlowContent{ID: id, Content: "draft", Saved: true})
	flow, _ := s.Flow(id)
	s.equal("saved", flow.Script(), acd.Script{Content: "any", Draft: "draft", Status: "PUBLISHED"})
	s.must(acd.UpdateContactFlowContent{ID: id, Content: "any", Saved: true})
	flow, _ = s.Flow(id)
	s.equal("saved as it is published", flow.Script(), acd.Script{Content: "any", Status: "PUBLISHED"})
	s.must(acd.UpdateContactFlowMetadata{ID: id, Name: new("queue_transfer"), State: acd.FlowArchived})
	s.refused(acd.CreateQuickConnect{QuickConnect: s.toQueue("Sales", id)}, acd.Improper, "archived")
	s.must(acd.UpdateContactFlowMetadata{ID: id, State: acd.FlowActive})
	quick := acd.QuickConnectID(s.must(acd.CreateQuickConnect{QuickConnect: s.toQueue("Sales", id)}))
	s.refused(acd.DeleteContactFlow{ID: id}, acd.InUse, string(quick))
	s.must(acd.DeleteQuickConnect{ID: quick})
	queue := acd.QueueID(s.must(acd.CreateQueue{Queue: acd.Queue{Name: "Sales", HoursID: s.basicHours(),
		OutboundFlowID: id}}))
	s.refused(acd.UpdateContactFlowMetadata{ID: id, State: acd.FlowArchived}, acd.InUse, string(queue))
	s.refused(acd.UpdateContactFlowContent{ID: "none"}, acd.NotFound, "no flow")
	s.refused(acd.UpdateContactFlowMetadata{ID: id, Name: new("")}, acd.Invalid, "no name")
	s.refused(acd.CreateContactFlowVersion{ID: id}, acd.Improper, "CAMPAIGN")
	s.refused(acd.DeleteContactFlowVersion{ID: id, Number: 1}, acd.NotFound, "version 1")
}

func TestFlowVersions(t *testing.T) {
	s := fresh(t)
	s.script()
	var id acd.FlowID
	for _, f := range s.Flows() {
		if f.Type == acd.FlowCampaign {
			id = f.ID
		}
	}
	var numbers []int64
	for _, v := range Restore(s.Snapshot()).FlowVersions(id) {
		numbers = append(numbers, v.Number)
	}
	s.equal("numbers", numbers, []int64{1, 3})
	s.refused(acd.CreateContactFlowVersion{ID: id, Number: 3}, acd.Improper, "greater")
	s.equal("next", s.must(acd.CreateContactFlowVersion{ID: id}), "4")
	s.must(acd.DeleteContactFlow{ID: id})
	s.equal("versions of nothing", len(s.FlowVersions(id)), 0)
}

func TestFlowModules_Quota(t *testing.T) {
	s := fresh(t)
	s.script()
	for _, cmd := range []acd.Command{acd.CreateContactFlowModule{Module: acd.ContactFlowModule{Name: "More"}},
		acd.CreatePrompt{Prompt: acd.Prompt{Name: "More"}}, acd.AssociateLambdaFunction{ARN: "more"}} {
		q := acd.Quotas{FlowModulesPerInstance: 1, PromptsPerInstance: len(s.Prompts()), LambdaFunctionsPerInstance: 1}
		if _, err := s.Do(cmd, q, s); err == nil || err.(*acd.Error).Code != acd.Limit {
			t.Errorf("%T over the quota is answered by %v", cmd, err)
		}
	}
}
