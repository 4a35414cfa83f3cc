package connect

// rows lists the operations that have a handler, one row each. Whatever else Amazon Connect can be asked answers
// NotImplemented.
func (h *handlers) rows() []row {
	var all []row
	for _, some := range [][]row{
		h.instanceRows(),
		h.hoursRows(),
		h.queueRows(),
		h.queueSettingRows(),
		h.profileRows(),
		h.profileSettingRows(),
		h.userRows(),
		h.statusRows(),
		h.userChangeRows(),
		h.hierarchyRows(),
		h.securityProfileRows(),
		h.userSearchRows(),
		h.attributeRows(),
		h.startRows(),
		h.contactRows(),
		h.quickConnectRows(),
		h.monitorRows(),
		h.contactDataRows(),
		h.metricRows(),
		h.flowRows(),
		h.promptRows(),
		h.taskTemplateRows(),
		h.associationRows(),
		h.phoneNumberRows(),
		h.emailAddressRows(),
		h.instanceSettingRows(),
		h.readBackRows(),
		h.changeInPlaceRows(),
		h.flowAssociationRows(),
	} {
		all = append(all, some...)
	}
	return all
}

// instanceRows are about the account's instances and the tags of everything in them.
func (h *handlers) instanceRows() []row {
	return []row{
		operation("CreateInstance", h.createInstance),
		operation("DescribeInstance", h.describeInstance),
		operation("ListInstances", h.listInstances),
		operation("DeleteInstance", h.deleteInstance),
		operation("TagResource", h.tagResource),
		operation("UntagResource", h.untagResource),
		operation("ListTagsForResource", h.listTagsForResource),
		operation("SearchResourceTags", h.searchResourceTags),
	}
}

// queueRows are about queues.
func (h *handlers) queueRows() []row {
	return []row{
		operation("CreateQueue", h.createQueue),
		operation("DescribeQueue", h.describeQueue),
		operation("ListQueues", h.listQueues),
	}
}

// profileRows are about routing profiles and security profiles.
func (h *handlers) profileRows() []row {
	return []row{
		operation("CreateRoutingProfile", h.createRoutingProfile),
		operation("DescribeRoutingProfile", h.describeRoutingProfile),
		operation("ListRoutingProfiles", h.listRoutingProfiles),
		operation("ListRoutingProfileQueues", h.listRoutingProfileQueues),
		operation("AssociateRoutingProfileQueues", h.associateRoutingProfileQueues),
		operation("CreateSecurityProfile", h.createSecurityProfile),
		operation("ListSecurityProfiles", h.listSecurityProfiles),
	}
}

// userRows are about users and what they can and do: their proficiencies and their status.
func (h *handlers) userRows() []row {
	return []row{
		operation("CreateUser", h.createUser),
		operation("DescribeUser", h.describeUser),
		operation("ListUsers", h.listUsers),
		operation("DeleteUser", h.deleteUser),
		operation("AssociateUserProficiencies", h.associateUserProficiencies),
		operation("DisassociateUserProficiencies", h.disassociateUserProficiencies),
		operation("UpdateUserProficiencies", h.updateUserProficiencies),
		operation("ListUserProficiencies", h.listUserProficiencies),
		operation("GetCurrentUserData", h.getCurrentUserData),
	}
}

// attributeRows are about predefined attributes.
func (h *handlers) attributeRows() []row {
	return []row{
		operation("CreatePredefinedAttribute", h.createPredefinedAttribute),
		operation("DescribePredefinedAttribute", h.describePredefinedAttribute),
		operation("ListPredefinedAttributes", h.listPredefinedAttributes),
		operation("SearchPredefinedAttributes", h.searchPredefinedAttributes),
		operation("UpdatePredefinedAttribute", h.updatePredefinedAttribute),
		operation("DeletePredefinedAttribute", h.deletePredefinedAttribute),
	}
}

// startRows bring contacts in.
func (h *handlers) startRows() []row {
	return []row{
		operation("StartTaskContact", h.startTaskContact),
		operation("StartChatContact", h.startChatContact),
		operation("StartEmailContact", h.startEmailContact),
		operation("StartOutboundVoiceContact", h.startOutboundVoiceContact),
		operation("StartOutboundChatContact", h.startOutboundChatContact),
		operation("StartWebRTCContact", h.startWebRTCContact),
		operation("CreateParticipant", h.createParticipant),
		operation("CreatePersistentContactAssociation", h.createPersistentContactAssociation),
		operation("UpdateParticipantRoleConfig", h.updateParticipantRoleConfig),
		operation("CreateContact", h.createContact),
		operation("StartOutboundEmailContact", h.startOutboundEmailContact),
	}
}

// contactRows are about flows and the contacts that run through them.
func (h *handlers) contactRows() []row {
	return []row{
		operation("CreateContactFlow", h.createContactFlow),
		operation("DescribeContactFlow", h.describeContactFlow),
		operation("ListContactFlows", h.listContactFlows),
		operation("DescribeContact", h.describeContact),
		operation("SearchContacts", h.searchContacts),
		operation("UpdateContactRoutingData", h.updateContactRoutingData),
		operation("StopContact", h.stopContact),
		operation("PauseContact", h.pauseContact),
		operation("ResumeContact", h.resumeContact),
		operation("UpdateContactSchedule", h.updateContactSchedule),
		operation("TransferContact", h.transferContact),
		operation("AssociateContactWithUser", h.associateContactWithUser),
		operation("DismissUserContact", h.dismissUserContact),
	}
}

// quickConnectRows are about quick connects and the queues whose agents see them.
func (h *handlers) quickConnectRows() []row {
	return []row{
		operation("CreateQuickConnect", h.createQuickConnect),
		operation("DescribeQuickConnect", h.describeQuickConnect),
		operation("ListQuickConnects", h.listQuickConnects),
		operation("SearchQuickConnects", h.searchQuickConnects),
		operation("UpdateQuickConnectName", h.updateQuickConnectName),
		operation("UpdateQuickConnectConfig", h.updateQuickConnectConfig),
		operation("DeleteQuickConnect", h.deleteQuickConnect),
		operation("AssociateQueueQuickConnects", h.associateQueueQuickConnects),
		operation("DisassociateQueueQuickConnects", h.disassociateQueueQuickConnects),
		operation("ListQueueQuickConnects", h.listQueueQuickConnects),
	}
}

// contactDataRows are about what is known of a contact, living or ended.
func (h *handlers) contactDataRows() []row {
	return []row{
		operation("UpdateContact", h.updateContact),
		operation("UpdateContactAttributes", h.updateContactAttributes),
		operation("GetContactAttributes", h.getContactAttributes),
		operation("TagContact", h.tagContact),
		operation("UntagContact", h.untagContact),
		operation("ListContactReferences", h.listContactReferences),
		operation("ListAssociatedContacts", h.listAssociatedContacts),
	}
}

// metricRows are about the numbers of the present.
func (h *handlers) metricRows() []row {
	return []row{
		operation("GetCurrentMetricData", h.getCurrentMetricData),
		operation("GetContactMetrics", h.getContactMetrics),
		operation("GetMetricData", h.getMetricData),
		operation("GetMetricDataV2", h.getMetricDataV2),
	}
}
