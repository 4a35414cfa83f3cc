package instance

import (
	"patchcord/acd"
	"patchcord/flow"
)

// script decides a command about flows and what they are made with. A content that is published must be able to run;
// one that is saved is a draft and is not looked at (the SDK's text on Status of CreateContactFlow).
func (i *Instance) script(cmd acd.Command) (string, error) {
	if content, flowType, published := i.publishes(cmd); published {
		if _, err := flow.ParseAs(flowType, content); err != nil {
			return "", err
		}
	}
	switch cmd := cmd.(type) {
	case acd.CreateContactFlowModule:
		return i.once("CreateContactFlowModule", cmd.Token, cmd)
	case acd.CreateTaskTemplate:
		return i.once("CreateTaskTemplate", cmd.Token, cmd)
	case acd.AssociateLambdaFunction:
		return i.once("AssociateLambdaFunction", cmd.Token, cmd)
	case acd.DisassociateLambdaFunction:
		return i.once("DisassociateLambdaFunction", cmd.Token, cmd)
	}
	return i.directory.Do(cmd, i.options.Quotas, i)
}

// publishes returns the content that a command publishes, and the type of its flow.
func (i *Instance) publishes(cmd acd.Command) (content, flowType string, published bool) {
	switch cmd := cmd.(type) {
	case acd.CreateContactFlow:
		return cmd.Flow.Content, cmd.Flow.Type, cmd.Flow.Status != acd.FlowSaved
	case acd.UpdateContactFlowContent:
		old, _ := i.directory.Flow(cmd.ID)
		return cmd.Content, old.Type, !cmd.Saved
	case acd.CreateContactFlowModule:
		return cmd.Module.Content, flow.Module, true
	case acd.UpdateContactFlowModuleContent:
		if cmd.Content != nil {
			return *cmd.Content, flow.Module, !cmd.Saved
		}
	}
	return "", "", false
}
