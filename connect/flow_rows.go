package connect

// flowRows are about flows that are there, their versions, and flow modules.
func (h *handlers) flowRows() []row {
	return []row{
		operation("UpdateContactFlowContent", h.updateContactFlowContent),
		operation("UpdateContactFlowMetadata", h.updateContactFlowMetadata),
		operation("UpdateContactFlowName", h.updateContactFlowName),
		operation("DeleteContactFlow", h.deleteContactFlow),
		operation("SearchContactFlows", h.searchContactFlows),
		operation("CreateContactFlowVersion", h.createContactFlowVersion),
		operation("ListContactFlowVersions", h.listContactFlowVersions),
		operation("DeleteContactFlowVersion", h.deleteContactFlowVersion),
		operation("CreateContactFlowModule", h.createContactFlowModule),
		operation("DescribeContactFlowModule", h.describeContactFlowModule),
		operation("ListContactFlowModules", h.listContactFlowModules),
		operation("UpdateContactFlowModuleContent", h.updateContactFlowModuleContent),
		operation("UpdateContactFlowModuleMetadata", h.updateContactFlowModuleMetadata),
		operation("DeleteContactFlowModule", h.deleteContactFlowModule),
		operation("SearchContactFlowModules", h.searchContactFlowModules),
	}
}

// promptRows are about prompts.
func (h *handlers) promptRows() []row {
	return []row{
		operation("CreatePrompt", h.createPrompt),
		operation("DescribePrompt", h.describePrompt),
		operation("ListPrompts", h.listPrompts),
		operation("UpdatePrompt", h.updatePrompt),
		operation("DeletePrompt", h.deletePrompt),
		operation("SearchPrompts", h.searchPrompts),
	}
}

// associationRows are about the functions that flows may invoke, and the data that an instance shares.
func (h *handlers) associationRows() []row {
	return []row{
		operation("AssociateLambdaFunction", h.associateLambdaFunction),
		operation("DisassociateLambdaFunction", h.disassociateLambdaFunction),
		operation("ListLambdaFunctions", h.listLambdaFunctions),
		operation("AssociateAnalyticsDataSet", h.associateAnalyticsDataSet),
		operation("DisassociateAnalyticsDataSet", h.disassociateAnalyticsDataSet),
		operation("ListAnalyticsDataAssociations", h.listAnalyticsDataAssociations),
	}
}
