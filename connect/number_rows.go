package connect

// phoneNumberRows are about phone numbers, which lie above the instances.
func (h *handlers) phoneNumberRows() []row {
	return []row{
		operation("SearchAvailablePhoneNumbers", h.searchAvailablePhoneNumbers),
		operation("ClaimPhoneNumber", h.claimPhoneNumber),
		operation("DescribePhoneNumber", h.describePhoneNumber),
		operation("ListPhoneNumbers", h.listPhoneNumbers),
		operation("ListPhoneNumbersV2", h.listPhoneNumbersV2),
		operation("UpdatePhoneNumber", h.updatePhoneNumber),
		operation("ReleasePhoneNumber", h.releasePhoneNumber),
		operation("AssociatePhoneNumberContactFlow", h.associatePhoneNumberContactFlow),
		operation("DisassociatePhoneNumberContactFlow", h.disassociatePhoneNumberContactFlow),
	}
}

// emailAddressRows are about email addresses and the queues whose agents write from them.
func (h *handlers) emailAddressRows() []row {
	return []row{
		operation("CreateEmailAddress", h.createEmailAddress),
		operation("DescribeEmailAddress", h.describeEmailAddress),
		operation("SearchEmailAddresses", h.searchEmailAddresses),
		operation("AssociateQueueEmailAddresses", h.associateQueueEmailAddresses),
		operation("ListQueueEmailAddresses", h.listQueueEmailAddresses),
	}
}

// instanceSettingRows are about the switches of an instance, and where its data would be put.
func (h *handlers) instanceSettingRows() []row {
	return []row{
		operation("ListInstanceAttributes", h.listInstanceAttributes),
		operation("DescribeInstanceAttribute", h.describeInstanceAttribute),
		operation("UpdateInstanceAttribute", h.updateInstanceAttribute),
		operation("AssociateInstanceStorageConfig", h.associateInstanceStorageConfig),
		operation("DescribeInstanceStorageConfig", h.describeInstanceStorageConfig),
		operation("ListInstanceStorageConfigs", h.listInstanceStorageConfigs),
		operation("UpdateInstanceStorageConfig", h.updateInstanceStorageConfig),
		operation("DisassociateInstanceStorageConfig", h.disassociateInstanceStorageConfig),
	}
}
