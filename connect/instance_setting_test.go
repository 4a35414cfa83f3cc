package connect

import (
	"slices"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// TestSwitches reads the switches of a new instance and turns them, as a resource aws_connect_instance does.
func TestSwitches(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	on := []types.InstanceAttributeType{"INBOUND_CALLS", "OUTBOUND_CALLS", "CONTACT_LENS", "AUTO_RESOLVE_BEST_VOICES",
		"EARLY_MEDIA"}
	all := got(s.client.ListInstanceAttributes(s.ctx, &sdk.ListInstanceAttributesInput{
		InstanceId: &s.instance})).Attributes
	same(t, "how many", len(all), len(types.InstanceAttributeType("").Values()))
	for _, a := range all {
		want, other := "false", "TRUE"
		if slices.Contains(on, a.AttributeType) {
			want, other = "true", "False"
		}
		same(t, string(a.AttributeType)+" at first", *a.Value, want)
		got(s.client.UpdateInstanceAttribute(s.ctx, &sdk.UpdateInstanceAttributeInput{
			InstanceId: &s.instance, AttributeType: a.AttributeType, Value: &other}))
		now := got(s.client.DescribeInstanceAttribute(s.ctx, &sdk.DescribeInstanceAttributeInput{
			InstanceId: &s.instance, AttributeType: a.AttributeType})).Attribute
		same(t, string(a.AttributeType)+" afterwards", *now.Value == want, false)
	}
	known := got(s.client.DescribeInstance(s.ctx, &sdk.DescribeInstanceInput{InstanceId: &s.instance})).Instance
	same(t, "whether calls come in", *known.InboundCallsEnabled, false)
	same(t, "whether calls go out", *known.OutboundCallsEnabled, false)
	_, err := s.client.StartOutboundVoiceContact(s.ctx, &sdk.StartOutboundVoiceContactInput{InstanceId: &s.instance,
		ContactFlowId: new(s.flowInto(s.queue())), DestinationPhoneNumber: new("+12065550100"),
		SourcePhoneNumber: new("+12065550199")})
	refused(t, err, "OutboundContactNotPermittedException", 403, "OUTBOUND_CALLS")
}

// TestStorageConfigs puts data to a place of each type, reads it back, changes it in place and takes it away, as a
// resource aws_connect_instance_storage_config does.
func TestStorageConfigs(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	key := &types.EncryptionConfig{EncryptionType: types.EncryptionTypeKms, KeyId: new("arn:aws:kms:::key/1")}
	for _, c := range []struct {
		kind   types.InstanceStorageResourceType
		config types.InstanceStorageConfig
	}{
		{types.InstanceStorageResourceTypeEmailMessages, types.InstanceStorageConfig{StorageType: types.StorageTypeS3,
			S3Config: &types.S3Config{BucketName: new("b"), BucketPrefix: new("p"), EncryptionConfig: key}}},
		{types.InstanceStorageResourceTypeMediaStreams, types.InstanceStorageConfig{
			StorageType: types.StorageTypeKinesisVideoStream, KinesisVideoStreamConfig: &types.KinesisVideoStreamConfig{
				Prefix: new("p"), RetentionPeriodHours: 0, EncryptionConfig: key}}},
		{types.InstanceStorageResourceTypeAgentEvents, types.InstanceStorageConfig{
			StorageType:         types.StorageTypeKinesisStream,
			KinesisStreamConfig: &types.KinesisStreamConfig{StreamArn: new("arn:aws:kinesis:::stream/a")}}},
		{types.InstanceStorageResourceTypeContactTraceRecords, types.InstanceStorageConfig{
			StorageType:           types.StorageTypeKinesisFirehose,
			KinesisFirehoseConfig: &types.KinesisFirehoseConfig{FirehoseArn: new("arn:aws:firehose:::f")}}},
	} {
		id := s.store(c.kind, &c.config)
		look := sdk.DescribeInstanceStorageConfigInput{InstanceId: &s.instance, AssociationId: &id, ResourceType: c.kind}
		want := c.config
		want.AssociationId = &id
		known := got(s.client.DescribeInstanceStorageConfig(s.ctx, &look)).StorageConfig
		same(t, string(c.kind), show(known), show(&want))
		listed := got(s.client.ListInstanceStorageConfigs(s.ctx, &sdk.ListInstanceStorageConfigsInput{
			InstanceId: &s.instance, ResourceType: c.kind})).StorageConfigs
		same(t, string(c.kind)+" in the list", show(&listed[0]), show(&want))
		got(s.client.UpdateInstanceStorageConfig(s.ctx, &sdk.UpdateInstanceStorageConfigInput{InstanceId: &s.instance,
			AssociationId: &id, ResourceType: c.kind, StorageConfig: known}))
		got(s.client.DisassociateInstanceStorageConfig(s.ctx, &sdk.DisassociateInstanceStorageConfigInput{
			InstanceId: &s.instance, AssociationId: &id, ResourceType: c.kind}))
		_, err := s.client.DescribeInstanceStorageConfig(s.ctx, &look)
		refused(t, err, "ResourceNotFoundException", 404, id)
	}
}

// TestEmailAddresses makes addresses, reads them back and looks for them.
func TestEmailAddresses(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	made := got(s.client.CreateEmailAddress(s.ctx, &sdk.CreateEmailAddressInput{InstanceId: &s.instance,
		EmailAddress: new("help@front-desk.example"), DisplayName: new("Front desk"), Description: new("for all"),
		Tags: map[string]string{"Team": "Blue"}}))
	s.address("sales@front-desk.example")
	known := got(s.client.DescribeEmailAddress(s.ctx, &sdk.DescribeEmailAddressInput{
		InstanceId: &s.instance, EmailAddressId: made.EmailAddressArn}))
	same(t, "the ARN", *known.EmailAddressArn, s.arn(acd.KindEmailAddress, *made.EmailAddressId))
	same(t, "the address", *known.EmailAddress, "help@front-desk.example")
	same(t, "when", *known.CreateTimestamp, stageStart.Std().UTC().Format("2006-01-02T15:04:05Z"))
	same(t, "the tag", known.Tags["Team"], "Blue")
	got(s.client.TagResource(s.ctx, &sdk.TagResourceInput{ResourceArn: made.EmailAddressArn,
		Tags: map[string]string{"Floor": "2"}}))
	text := func(field, v string) *types.EmailAddressSearchCriteria {
		return &types.EmailAddressSearchCriteria{StringCondition: &types.StringCondition{FieldName: &field, Value: &v,
			ComparisonType: types.StringComparisonTypeStartsWith}}
	}
	for _, in := range []sdk.SearchEmailAddressesInput{
		{SearchCriteria: text("emailAddress", "HELP@")}, {SearchCriteria: text("displayName", "front")},
		{SearchCriteria: text("description", "for")}, {SearchCriteria: text("emailAddressId", *made.EmailAddressId)},
		{SearchFilter: &types.EmailAddressSearchFilter{TagFilter: &types.ControlPlaneTagFilter{
			TagCondition: &types.TagCondition{TagKey: new("Floor"), TagValue: new("2")}}}},
	} {
		in.InstanceId = &s.instance
		found := got(s.client.SearchEmailAddresses(s.ctx, &in))
		same(t, "how many are found", *found.ApproximateTotalCount, 1)
		same(t, "what is found", *found.EmailAddresses[0].EmailAddressId, *made.EmailAddressId)
	}
}
