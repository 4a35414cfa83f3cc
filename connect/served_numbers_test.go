package connect

import (
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// claim claims the next number of Seattle for the instance.
func (s *stage) claim() string {
	s.Helper()
	free := got(s.client.SearchAvailablePhoneNumbers(s.ctx, &sdk.SearchAvailablePhoneNumbersInput{
		InstanceId: &s.instance, PhoneNumberCountryCode: types.PhoneNumberCountryCodeUs,
		PhoneNumberType: types.PhoneNumberTypeDid, PhoneNumberPrefix: new("+1206"),
	}))
	return *got(s.client.ClaimPhoneNumber(s.ctx, &sdk.ClaimPhoneNumberInput{
		InstanceId: &s.instance, PhoneNumber: free.AvailableNumbersList[0].PhoneNumber})).PhoneNumberId
}

func (s *stage) rightPhoneNumbers(flow string) []asked {
	number, gone := s.claim(), s.claim()
	return []asked{
		{"SearchAvailablePhoneNumbers", &sdk.SearchAvailablePhoneNumbersInput{
			InstanceId: &s.instance, PhoneNumberCountryCode: types.PhoneNumberCountryCodeUs,
			PhoneNumberType: types.PhoneNumberTypeTollFree, PhoneNumberPrefix: new("+18885550101"),
		}},
		{"ClaimPhoneNumber", &sdk.ClaimPhoneNumberInput{InstanceId: &s.instance, PhoneNumber: new("+442055501012"),
			PhoneNumberDescription: new("of a test"), Tags: map[string]string{"Team": "Blue"}}},
		{"DescribePhoneNumber", &sdk.DescribePhoneNumberInput{PhoneNumberId: &number}},
		{"ListPhoneNumbers", &sdk.ListPhoneNumbersInput{InstanceId: &s.instance}},
		{"ListPhoneNumbersV2", &sdk.ListPhoneNumbersV2Input{InstanceId: &s.instance}},
		{"AssociatePhoneNumberContactFlow", &sdk.AssociatePhoneNumberContactFlowInput{
			InstanceId: &s.instance, PhoneNumberId: &number, ContactFlowId: &flow}},
		{"DisassociatePhoneNumberContactFlow", &sdk.DisassociatePhoneNumberContactFlowInput{
			InstanceId: &s.instance, PhoneNumberId: &number}},
		{"UpdatePhoneNumber", &sdk.UpdatePhoneNumberInput{InstanceId: &s.instance, PhoneNumberId: &number}},
		{"ReleasePhoneNumber", &sdk.ReleasePhoneNumberInput{PhoneNumberId: &gone}},
	}
}

// address makes an email address.
func (s *stage) address(address string) string {
	s.Helper()
	return *got(s.client.CreateEmailAddress(s.ctx, &sdk.CreateEmailAddressInput{
		InstanceId: &s.instance, EmailAddress: &address})).EmailAddressId
}

func (s *stage) rightEmailAddresses() []asked {
	help, sales := s.address("help@front-desk.example"), s.address("sales@front-desk.example")
	queue := *got(s.client.CreateQueue(s.ctx, &sdk.CreateQueueInput{
		InstanceId: &s.instance, Name: s.name("queue"), HoursOfOperationId: new(s.hours()),
		OutboundEmailConfig:  &types.OutboundEmailConfig{OutboundEmailAddressId: &sales},
		EmailAddressesConfig: []types.EmailAddressConfig{{EmailAddressId: &help}}})).QueueId
	return []asked{
		{"CreateEmailAddress", &sdk.CreateEmailAddressInput{InstanceId: &s.instance,
			EmailAddress: new("billing@front-desk.example"), DisplayName: new("Billing")}},
		{"DescribeEmailAddress", &sdk.DescribeEmailAddressInput{InstanceId: &s.instance, EmailAddressId: &help}},
		{"SearchEmailAddresses", &sdk.SearchEmailAddressesInput{InstanceId: &s.instance}},
		{"AssociateQueueEmailAddresses", &sdk.AssociateQueueEmailAddressesInput{
			InstanceId: &s.instance, QueueId: &queue,
			EmailAddressesConfig: []types.EmailAddressConfig{{EmailAddressId: &help}, {EmailAddressId: &sales}}}},
		{"ListQueueEmailAddresses", &sdk.ListQueueEmailAddressesInput{InstanceId: &s.instance, QueueId: &queue}},
	}
}

// transcripts is a place for transcripts and the like.
func transcripts(name string) *types.InstanceStorageConfig {
	return &types.InstanceStorageConfig{StorageType: types.StorageTypeS3,
		S3Config: &types.S3Config{BucketName: &name, BucketPrefix: new("connect")}}
}

// store says where a sort of data is put.
func (s *stage) store(kind types.InstanceStorageResourceType, config *types.InstanceStorageConfig) string {
	s.Helper()
	return *got(s.client.AssociateInstanceStorageConfig(s.ctx, &sdk.AssociateInstanceStorageConfigInput{
		InstanceId: &s.instance, ResourceType: kind, StorageConfig: config})).AssociationId
}

func (s *stage) rightInstanceSettings() []asked {
	const chats, calls = types.InstanceStorageResourceTypeChatTranscripts, types.InstanceStorageResourceTypeCallRecordings
	id := s.store(chats, transcripts("one"))
	gone := s.store(types.InstanceStorageResourceTypeAttachments, transcripts("two"))
	return []asked{
		{"ListInstanceAttributes", &sdk.ListInstanceAttributesInput{InstanceId: &s.instance}},
		{"DescribeInstanceAttribute", &sdk.DescribeInstanceAttributeInput{
			InstanceId: &s.instance, AttributeType: types.InstanceAttributeTypeContactLens}},
		{"UpdateInstanceAttribute", &sdk.UpdateInstanceAttributeInput{
			InstanceId: &s.instance, AttributeType: types.InstanceAttributeTypeContactLens, Value: new("false")}},
		{"AssociateInstanceStorageConfig", &sdk.AssociateInstanceStorageConfigInput{
			InstanceId: &s.instance, ResourceType: calls, StorageConfig: transcripts("three")}},
		{"DescribeInstanceStorageConfig", &sdk.DescribeInstanceStorageConfigInput{
			InstanceId: &s.instance, ResourceType: chats, AssociationId: &id}},
		{"ListInstanceStorageConfigs", &sdk.ListInstanceStorageConfigsInput{
			InstanceId: &s.instance, ResourceType: chats}},
		{"UpdateInstanceStorageConfig", &sdk.UpdateInstanceStorageConfigInput{
			InstanceId: &s.instance, ResourceType: chats, AssociationId: &id, StorageConfig: transcripts("four")}},
		{"DisassociateInstanceStorageConfig", &sdk.DisassociateInstanceStorageConfigInput{
			InstanceId: &s.instance, ResourceType: types.InstanceStorageResourceTypeAttachments, AssociationId: &gone}},
	}
}

// numberRefusals are about phone numbers, email addresses, switches and places.
func (c *cast) numberRefusals() []refusal {
	if err := c.call(c.but("ClaimPhoneNumber", "ClientToken", (*string)(nil))); err != nil {
		c.Fatal(err)
	}
	arn := acd.Account{Number: testAccount, Region: testRegion}.InstanceARN(acd.InstanceID(c.instance))
	both := c.but("ClaimPhoneNumber", "TargetArn", &arn)
	none := (*string)(nil)
	used := c.claim()
	whisper := c.otherFlow(types.ContactFlowTypeAgentWhisper)
	got(c.client.CreateQueue(c.ctx, &sdk.CreateQueueInput{InstanceId: &c.instance, Name: c.name("queue"),
		HoursOfOperationId:   new(c.hours()),
		OutboundCallerConfig: &types.OutboundCallerConfig{OutboundCallerIdNumberId: &used}}))
	other := c.newInstance("number-taker")
	number := func(operation string, members ...any) asked { return c.but(operation, members...) }
	return []refusal{
		{invalidP, 400, []string{"TargetArn", "InstanceId"}, both, ""},
		{invalidP, 400, []string{"TargetArn", "InstanceId"}, number("ClaimPhoneNumber", "InstanceId", none), ""},
		{invalidP, 400, []string{"TargetArn"}, number("ClaimPhoneNumber", "InstanceId", none, "TargetArn", new("x")), ""},
		{notFound, 404, []string{"traffic-distribution-group"}, number("ClaimPhoneNumber", "InstanceId", none,
			"TargetArn", new(strings.Replace(arn, ":instance/", ":traffic-distribution-group/", 1))), ""},
		{invalidP, 400, []string{"+999123", "E.164"}, number("ClaimPhoneNumber", "PhoneNumber", new("+999123")), ""},
		{notFound, 404, []string{"+442055501012", "not available"}, number("ClaimPhoneNumber", "ClientToken", none), ""},
		{invalidP, 400, []string{"nowhere"}, number("SearchAvailablePhoneNumbers", "InstanceId", new("nowhere")), ""},
		{notFound, 404, []string{"nobody"}, number("DescribePhoneNumber", "PhoneNumberId", new("nobody")), ""},
		{notFound, 404, []string{"ARN"}, number("DescribePhoneNumber", "PhoneNumberId", new(c.arn("queue", c.queue))), ""},
		{notFound, 404, []string{"nowhere"}, number("ListPhoneNumbersV2", "InstanceId", new("nowhere")), ""},
		{notFound, 404, []string{"nobody"}, number("UpdatePhoneNumber", "PhoneNumberId", new("nobody")), ""},
		{notFound, 404, []string{"nobody"}, number("ReleasePhoneNumber", "PhoneNumberId", new("nobody")), ""},
		{"ResourceInUse", 409, []string{"caller ID"}, number("ReleasePhoneNumber", "PhoneNumberId", &used), ""},
		{"ResourceInUse", 409, []string{"caller ID"}, number("UpdatePhoneNumber", "PhoneNumberId", &used,
			"InstanceId", &other), ""},
		{notFound, 404, []string{"phone number"}, number("AssociatePhoneNumberContactFlow", "PhoneNumberId",
			new("nobody")), ""},
		{notFound, 404, []string{"flow"}, number("AssociatePhoneNumberContactFlow", "ContactFlowId", new("nowhere")), ""},
		{invalidP, 400, []string{"AGENT_WHISPER"}, number("AssociatePhoneNumberContactFlow", "ContactFlowId", &whisper), ""},
		{notFound, 404, []string{"phone number", "nobody"}, number("CreateQueue", "OutboundCallerConfig",
			&types.OutboundCallerConfig{OutboundCallerIdNumberId: new("nobody")}), ""},
		{notFound, 404, []string{"email address", "nobody"}, number("CreateQueue", "OutboundEmailConfig",
			&types.OutboundEmailConfig{OutboundEmailAddressId: new("nobody")}), ""},
		{twice, 409, []string{"Help@front-desk.example"}, number("CreateEmailAddress", "EmailAddress",
			new("Help@front-desk.example")), ""},
		{notFound, 404, []string{"nobody"}, number("DescribeEmailAddress", "EmailAddressId", new("nobody")), ""},
		{invalidP, 400, []string{"emailAddress, displayName"}, number("SearchEmailAddresses", "SearchCriteria",
			&types.EmailAddressSearchCriteria{StringCondition: named("x")}), ""},
		{invalidR, 400, []string{"AndConditions[0]"}, number("SearchEmailAddresses", "SearchCriteria",
			&types.EmailAddressSearchCriteria{AndConditions: []types.EmailAddressSearchCriteria{{}}}), ""},
		{notFound, 404, []string{"nobody"}, number("AssociateQueueEmailAddresses", "EmailAddressesConfig",
			[]types.EmailAddressConfig{{EmailAddressId: new("nobody")}}), ""},
		{notFound, 404, []string{"queue"}, number("ListQueueEmailAddresses", "QueueId", new("nobody")), ""},
	}
}

// again lets an operation be done under a token, and then asks it for something else under the same one.
func (c *cast) again(operation, member string, first, second *string) asked {
	c.Helper()
	token := new("again")
	if err := c.call(c.but(operation, member, first, "ClientToken", token)); err != nil {
		c.Fatal(err)
	}
	return c.but(operation, member, second, "ClientToken", token)
}

// repeatedRefusals ask for something else under a token that was used.
func (c *cast) repeatedRefusals() []refusal {
	const remove = "DisassociateInstanceStorageConfig"
	gone := c.right[remove].in.(*sdk.DisassociateInstanceStorageConfigInput).AssociationId
	return []refusal{
		{"Idempotency", 409, []string{"again"}, c.again("ClaimPhoneNumber", "PhoneNumber", new("+442055501005"),
			new("+442055501006")), ""},
		{"Idempotency", 409, []string{"again"}, c.again("UpdatePhoneNumber", "PhoneNumberId", new(c.claim()),
			new(c.claim())), ""},
		{"Idempotency", 409, []string{"again"}, c.again("ReleasePhoneNumber", "PhoneNumberId", new(c.claim()),
			new(c.claim())), ""},
		{"Idempotency", 409, []string{"again"}, c.again("CreateEmailAddress", "EmailAddress", new("a@front-desk.example"),
			new("b@front-desk.example")), ""},
		{invalidR, 400, []string{"again"}, c.again("AssociateQueueEmailAddresses", "QueueId", new(c.stage.queue()),
			new(c.stage.queue())), ""},
		{invalidR, 400, []string{"again"}, c.again("UpdateInstanceAttribute", "Value", new("true"), new("false")), ""},
		{invalidR, 400, []string{"again"}, c.again(remove, "AssociationId", gone, new("x")), ""},
	}
}

// instanceSettingRefusals are about the switches of an instance and where it puts its data.
func (c *cast) instanceSettingRefusals() []refusal {
	config := func(change func(*types.InstanceStorageConfig)) *types.InstanceStorageConfig {
		made := transcripts("five")
		change(made)
		return made
	}
	const associate, update = "AssociateInstanceStorageConfig", "UpdateInstanceStorageConfig"
	fresh := types.InstanceStorageResourceTypeScheduledReports
	return []refusal{
		{invalidP, 400, []string{"yes", "true or false"}, c.but("UpdateInstanceAttribute", "Value", new("yes")), ""},
		{"ResourceConflict", 409, []string{"CHAT_TRANSCRIPTS"},
			c.but(associate, "ResourceType", types.InstanceStorageResourceTypeChatTranscripts), ""},
		{invalidP, 400, []string{"AGENT_EVENTS", "KINESIS_STREAM"},
			c.but(associate, "ResourceType", types.InstanceStorageResourceTypeAgentEvents), ""},
		{invalidR, 400, []string{"AssociationId"}, c.but(associate, "ResourceType", fresh, "StorageConfig",
			config(func(s *types.InstanceStorageConfig) { s.AssociationId = new("x") })), ""},
		{invalidR, 400, []string{"S3"}, c.but(associate, "ResourceType", fresh, "StorageConfig",
			config(func(s *types.InstanceStorageConfig) { s.S3Config = nil })), ""},
		{invalidR, 400, []string{"2 configs"}, c.but(associate, "ResourceType", fresh, "StorageConfig",
			config(func(s *types.InstanceStorageConfig) {
				s.KinesisStreamConfig = &types.KinesisStreamConfig{StreamArn: new("arn:aws:kinesis:::stream/x")}
			})), ""},
		{notFound, 404, []string{"nobody"}, c.but(update, "AssociationId", new("nobody")), ""},
		{invalidR, 400, []string{"they are one"}, c.but(update, "StorageConfig",
			config(func(s *types.InstanceStorageConfig) { s.AssociationId = new("x") })), ""},
		{notFound, 404, []string{"CALL_RECORDINGS"}, c.but("DescribeInstanceStorageConfig", "ResourceType",
			types.InstanceStorageResourceTypeCallRecordings), ""},
		{notFound, 404, []string{"nobody"}, c.but("DisassociateInstanceStorageConfig", "AssociationId", new("nobody")), ""},
	}
}
