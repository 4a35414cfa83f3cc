package flow

import "patchcord/acd"

// oldForm is what is told of a content in the form that Amazon's editor exported before the Flow language.
const oldForm = `the content is in the form of exports before the Flow language of 2019-10-30 ("modules"); give what ` +
	`DescribeContactFlow shows of the flow, or import the export in the editor and export it again`

// isOldForm says whether a document is in that form.
func isOldForm(document value) bool {
	return document.get("modules").exists() && !document.get("Actions").exists()
}

// blockWords are further names of blocks in the editor, by which some look for their actions.
var blockWords = map[string]string{
	"SetContactAttributes": setAttributesName, "SetAttributes": setAttributesName, "SetWorkingQueue": setQueueName,
	"TransferToQueue": transferName, "CheckAttribute": compareName, "CheckContactAttributes": compareName,
	"GetUserInput": getInputName, "GetCustomerInput": getInputName, "StoreUserInput": getInputName,
	"StoreCustomerInput": getInputName, "InvokeExternalResource": invokeName, "InvokeLambda": invokeName,
	"SetLoggingBehavior": setLoggingName, "SetContactFlow": setHookName, "SetEventHook": setHookName,
	"SetDisconnectFlow": setHookName, "SetWhisperFlow": setHookName, "SetHoldFlow": setHookName,
	"SetCustomerQueueFlow": setHookName, "CheckStaffing": checkMetricName, "CheckQueueStatus": checkMetricName,
	"SetRoutingCriteria": setCriteriaName, "ReturnFromFlowModule": returnName, "Transfer": transferName,
	"SetTouchtoneBufferBehavior": getInputName,
	"SetCallBackNumber":          callbackNumberName, "CreateCallback": callbackName, "SetContactData": setDataName,
}

// suggestion returns the action that a name which is none is likely to mean, as the end of a sentence.
func suggestion(name string) string {
	meant := blockWords[name]
	for action, block := range entryNames { // order does not show: what has two actions is in blockWords
		if meant == "" && block == name {
			meant = action
		}
	}
	if meant == "" {
		var actions []string
		for _, k := range kinds() {
			actions = append(actions, k.name)
		}
		meant = acd.Nearest(name, actions, 4)
	}
	if meant == "" {
		return "docs/FLOWS.md lists the actions that do"
	}
	return "did you mean " + meant + "?"
}
