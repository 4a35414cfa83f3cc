package connect

import sdk "github.com/aws/aws-sdk-go-v2/service/connect"

// rows lists the operations that have a handler, one row each. Whatever else Amazon Connect can be asked answers
// NotImplemented.
func (h *handlers) rows() []row {
	var all []row
	for _, some := range [][]row{
		h.instanceRows(),
		h.queueRows(),
		h.profileRows(),
		h.userRows(),
		h.attributeRows(),
		h.contactRows(),
	} {
		all = append(all, some...)
	}
	return all
}

// instanceRows are about the account's instances and the tags of everything in them.
func (h *handlers) instanceRows() []row {
	return []row{
		planned[sdk.CreateInstanceInput, sdk.CreateInstanceOutput]("CreateInstance"),
		planned[sdk.DescribeInstanceInput, sdk.DescribeInstanceOutput]("DescribeInstance"),
		planned[sdk.ListInstancesInput, sdk.ListInstancesOutput]("ListInstances"),
		planned[sdk.DeleteInstanceInput, sdk.DeleteInstanceOutput]("DeleteInstance"),
		planned[sdk.TagResourceInput, sdk.TagResourceOutput]("TagResource"),
		planned[sdk.UntagResourceInput, sdk.UntagResourceOutput]("UntagResource"),
		planned[sdk.ListTagsForResourceInput, sdk.ListTagsForResourceOutput]("ListTagsForResource"),
	}
}

// queueRows are about hours of operation and queues.
func (h *handlers) queueRows() []row {
	return []row{
		planned[sdk.CreateHoursOfOperationInput, sdk.CreateHoursOfOperationOutput]("CreateHoursOfOperation"),
		planned[sdk.DescribeHoursOfOperationInput, sdk.DescribeHoursOfOperationOutput]("DescribeHoursOfOperation"),
		planned[sdk.ListHoursOfOperationsInput, sdk.ListHoursOfOperationsOutput]("ListHoursOfOperations"),
		planned[sdk.CreateQueueInput, sdk.CreateQueueOutput]("CreateQueue"),
		planned[sdk.DescribeQueueInput, sdk.DescribeQueueOutput]("DescribeQueue"),
		planned[sdk.ListQueuesInput, sdk.ListQueuesOutput]("ListQueues"),
	}
}

// profileRows are about routing profiles and security profiles.
func (h *handlers) profileRows() []row {
	return []row{
		planned[sdk.CreateRoutingProfileInput, sdk.CreateRoutingProfileOutput]("CreateRoutingProfile"),
		planned[sdk.DescribeRoutingProfileInput, sdk.DescribeRoutingProfileOutput]("DescribeRoutingProfile"),
		planned[sdk.ListRoutingProfilesInput, sdk.ListRoutingProfilesOutput]("ListRoutingProfiles"),
		planned[sdk.ListRoutingProfileQueuesInput, sdk.ListRoutingProfileQueuesOutput]("ListRoutingProfileQueues"),
		planned[sdk.AssociateRoutingProfileQueuesInput, sdk.AssociateRoutingProfileQueuesOutput](
			"AssociateRoutingProfileQueues"),
		planned[sdk.CreateSecurityProfileInput, sdk.CreateSecurityProfileOutput]("CreateSecurityProfile"),
		planned[sdk.ListSecurityProfilesInput, sdk.ListSecurityProfilesOutput]("ListSecurityProfiles"),
	}
}

// userRows are about users and what they can and do: their proficiencies and their status.
func (h *handlers) userRows() []row {
	return []row{
		planned[sdk.CreateUserInput, sdk.CreateUserOutput]("CreateUser"),
		planned[sdk.DescribeUserInput, sdk.DescribeUserOutput]("DescribeUser"),
		planned[sdk.ListUsersInput, sdk.ListUsersOutput]("ListUsers"),
		planned[sdk.DeleteUserInput, sdk.DeleteUserOutput]("DeleteUser"),
		planned[sdk.AssociateUserProficienciesInput, sdk.AssociateUserProficienciesOutput](
			"AssociateUserProficiencies"),
		planned[sdk.DisassociateUserProficienciesInput, sdk.DisassociateUserProficienciesOutput](
			"DisassociateUserProficiencies"),
		planned[sdk.UpdateUserProficienciesInput, sdk.UpdateUserProficienciesOutput]("UpdateUserProficiencies"),
		planned[sdk.ListUserProficienciesInput, sdk.ListUserProficienciesOutput]("ListUserProficiencies"),
		planned[sdk.ListAgentStatusesInput, sdk.ListAgentStatusesOutput]("ListAgentStatuses"),
		planned[sdk.DescribeAgentStatusInput, sdk.DescribeAgentStatusOutput]("DescribeAgentStatus"),
		planned[sdk.PutUserStatusInput, sdk.PutUserStatusOutput]("PutUserStatus"),
		planned[sdk.GetCurrentUserDataInput, sdk.GetCurrentUserDataOutput]("GetCurrentUserData"),
	}
}

// attributeRows are about predefined attributes.
func (h *handlers) attributeRows() []row {
	return []row{
		planned[sdk.CreatePredefinedAttributeInput, sdk.CreatePredefinedAttributeOutput]("CreatePredefinedAttribute"),
		planned[sdk.DescribePredefinedAttributeInput, sdk.DescribePredefinedAttributeOutput](
			"DescribePredefinedAttribute"),
		planned[sdk.ListPredefinedAttributesInput, sdk.ListPredefinedAttributesOutput]("ListPredefinedAttributes"),
		planned[sdk.UpdatePredefinedAttributeInput, sdk.UpdatePredefinedAttributeOutput]("UpdatePredefinedAttribute"),
		planned[sdk.DeletePredefinedAttributeInput, sdk.DeletePredefinedAttributeOutput]("DeletePredefinedAttribute"),
	}
}

// contactRows are about flows and the contacts that run through them.
func (h *handlers) contactRows() []row {
	return []row{
		planned[sdk.CreateContactFlowInput, sdk.CreateContactFlowOutput]("CreateContactFlow"),
		planned[sdk.DescribeContactFlowInput, sdk.DescribeContactFlowOutput]("DescribeContactFlow"),
		planned[sdk.ListContactFlowsInput, sdk.ListContactFlowsOutput]("ListContactFlows"),
		planned[sdk.StartTaskContactInput, sdk.StartTaskContactOutput]("StartTaskContact"),
		planned[sdk.StartChatContactInput, sdk.StartChatContactOutput]("StartChatContact"),
		planned[sdk.DescribeContactInput, sdk.DescribeContactOutput]("DescribeContact"),
		planned[sdk.UpdateContactRoutingDataInput, sdk.UpdateContactRoutingDataOutput]("UpdateContactRoutingData"),
		planned[sdk.StopContactInput, sdk.StopContactOutput]("StopContact"),
		planned[sdk.DismissUserContactInput, sdk.DismissUserContactOutput]("DismissUserContact"),
	}
}
