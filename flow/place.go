package flow

import (
	"slices"
	"strings"

	"patchcord/acd"
)

// This file says in which types of flows an action may stand. Where the page of an action and the page of its block
// disagree, both hold: what either allows is allowed (A0274).

// Module is what ParseAs calls the content of a module, which has no type of its own.
const Module = "MODULE"

// place is where some actions may stand, by their pages of Amazon's guides.
type place struct {
	types   []string
	actions []string
	pages   string
}

// places lists the actions that may not stand in every flow. What is not listed may: its page says so, or says nothing.
func places() []place {
	leading := []string{acd.FlowInbound, acd.FlowAgentTransfer, acd.FlowQueueTransfer}
	before := append(slices.Clone(leading), acd.FlowCustomerQueue)
	talking := append(slices.Clone(before), acd.FlowOutboundWhisper)
	unheld := append(slices.Clone(talking), acd.FlowCustomerWhisper, acd.FlowAgentWhisper)
	return []place{
		{[]string{acd.FlowInbound}, []string{moduleName},
			"DG:flow-language-actions-invoke-flow-module, AG:invoke-module-block"},
		{[]string{acd.FlowInbound}, []string{authenticateName}, "AG:authenticate-customer"},
		{[]string{acd.FlowInbound, acd.FlowCustomerQueue}, []string{viewName}, "DG:participant-actions-showview"},
		{[]string{acd.FlowAgentTransfer, acd.FlowQueueTransfer}, []string{toAgentName},
			"DG:contact-actions-transfercontacttoagent, AG:transfer-to-agent-block"},
		{[]string{acd.FlowOutboundWhisper}, []string{completeCallName},
			"DG:contact-actions-completeoutboundcall, AG:call-phone-number"},
		{[]string{acd.FlowCustomerQueue}, []string{requeueName},
			"DG:contact-actions-dequeuecontactandtransfertoqueue, AG:transfer-to-queue"},
		{[]string{acd.FlowCustomerQueue, acd.FlowCustomerHold, acd.FlowAgentHold}, []string{messagesName},
			"DG:participant-actions-messageparticipantiteratively, AG:loop-prompts"},
		{leading, []string{setQueueName}, "DG:contact-actions-updatecontacttargetqueue, AG:set-working-queue"},
		{leading, []string{transferName}, "DG:contact-actions-transfercontacttoqueue, AG:transfer-to-queue"},
		{leading, []string{goToFlowName}, "DG:flow-control-actions-transfertoflow, AG:transfer-to-flow"},
		{append(slices.Clone(leading), acd.FlowOutboundWhisper), []string{previousName},
			"DG:contact-actions-updatepreviouscontactparticipantstate, AG:hold-customer-agent"},
		{before, []string{setRoutingName}, "DG:contact-actions-updatecontactroutingbehavior, AG:change-routing-priority"},
		{before, []string{setCriteriaName}, "DG:flow-control-actions-updateroutingcriteria, AG:set-routing-criteria"},
		{before, []string{checkHoursName}, "DG:flow-control-actions-checkhoursofoperation, AG:check-hours-of-operation"},
		{before, []string{checkMetricName},
			"DG:flow-control-actions-checkmetricdata, AG:check-staffing, AG:check-queue-status"},
		{before, []string{callbackNumberName}, "DG:contact-actions-updatecontactcallbacknumber, AG:set-callback-number"},
		{before, []string{callbackName}, "DG:interactions-createcallbackcontact, AG:transfer-to-queue"},
		{before, []string{disconnectName}, "DG:participant-actions-disconnectparticipant, AG:disconnect-hang-up"},
		{before, []string{outsideName}, "AG:transfer-to-phone-number"},
		{talking, []string{distributeName},
			"DG:flow-control-actions-distributebypercentage, AG:distribute-by-percentage"},
		{talking, []string{getInputName},
			"DG:participant-actions-getparticipantinput, AG:get-customer-input, AG:store-customer-input"},
		{talking, []string{botName}, "DG:participant-actions-connectparticipantwithlexbot, AG:get-customer-input"},
		{talking, []string{recordName, recordAllName},
			"DG:contact-actions-updatecontactrecordingbehavior, AG:set-recording-behavior"},
		{unheld, []string{messageName}, "DG:participant-actions-messageparticipant, AG:play"},
		{unheld, []string{streamName}, "DG:contact-actions-updatecontactmediastreamingbehavior, AG:start-media-streaming"},
		{unheld, []string{voiceIDName}, "DG:flow-control-actions-startvoiceidstream, AG:set-voice-id"},
		{unheld, []string{checkVoiceIDName}, "AG:check-voice-id"},
	}
}

// placesByAction finds where an action may stand; nil: everywhere.
var placesByAction = func() map[string]*place {
	table := map[string]*place{}
	for _, one := range places() {
		for _, name := range one.actions {
			table[name] = &one
		}
	}
	return table
}()

// checkPlace refuses an action that may not stand in the flow that is read. A module stands in inbound flows, so what
// may stand there may stand in it. Of campaigns' flows no page says what they may have.
func (p *parser) checkPlace(action string) {
	in := p.flowType
	if action == returnName && in != Module && in != "" {
		p.problem("%s may stand in a module only; end a flow with %s or %s", action, endName, disconnectName)
		return
	}
	if in == Module {
		in = acd.FlowInbound
	}
	allowed := placesByAction[action]
	if allowed == nil || in == "" || in == acd.FlowCampaign || slices.Contains(allowed.types, in) {
		return
	}
	p.problem("%s may not stand in a flow of type %s; it may stand in %s", action, in, strings.Join(allowed.types, ", "))
}
