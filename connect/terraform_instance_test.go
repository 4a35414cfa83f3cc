package connect

import (
	"slices"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// TestTerraformInstance plays what Terraform calls for aws_connect_instance: it creates one, sets seven attributes,
// reads them one by one, changes some, finds the instance in the list, and deletes it.
func TestTerraformInstance(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	made := got(s.client.CreateInstance(s.ctx, &sdk.CreateInstanceInput{ClientToken: new("terraform-1"),
		IdentityManagementType: types.DirectoryTypeConnectManaged, InstanceAlias: new("clinic"),
		InboundCallsEnabled: new(true), OutboundCallsEnabled: new(false), Tags: beforeTags()}))
	at := sdk.DescribeInstanceInput{InstanceId: made.Id}
	kinds := []types.InstanceAttributeType{"INBOUND_CALLS", "OUTBOUND_CALLS", "CONTACTFLOW_LOGS", "CONTACT_LENS",
		"AUTO_RESOLVE_BEST_VOICES", "EARLY_MEDIA", "MULTI_PARTY_CONFERENCE"}
	set := func(values ...string) {
		t.Helper()
		for n, v := range values {
			got(s.client.UpdateInstanceAttribute(s.ctx, &sdk.UpdateInstanceAttributeInput{InstanceId: made.Id,
				AttributeType: kinds[n], Value: &v}))
		}
	}
	read := func(values ...string) *types.Instance {
		t.Helper()
		for n, want := range values {
			a := got(s.client.DescribeInstanceAttribute(s.ctx, &sdk.DescribeInstanceAttributeInput{
				InstanceId: made.Id, AttributeType: kinds[n]})).Attribute
			same(t, string(kinds[n]), *a.Value, want)
		}
		return got(s.client.DescribeInstance(s.ctx, &at)).Instance
	}
	set("true", "false", "false", "true", "true", "true", "false")
	i := read("true", "false", "false", "true", "true", "true", "false")
	same(t, "its status", i.InstanceStatus, types.InstanceStatusActive)
	same(t, "what it is", *i.Arn+*i.InstanceAlias+string(i.IdentityManagementType), *made.Arn+"clinicCONNECT_MANAGED")
	same(t, "whether it has a role and a time", i.ServiceRole != nil && i.CreatedTime != nil, true)
	sameTags(t, i.Tags, beforeTags())
	set("false", "true", "true", "false", "false", "false", "true")
	sameTags(t, s.retag(made.Arn), afterTags())
	i = read("false", "true", "true", "false", "false", "false", "true")
	same(t, "the calls", *i.InboundCallsEnabled || !*i.OutboundCallsEnabled, false)
	sameTags(t, i.Tags, afterTags())
	list := got(s.client.ListInstances(s.ctx, &sdk.ListInstancesInput{
		MaxResults: new(int32(10))})).InstanceSummaryList
	same(t, "whether its alias finds it", slices.ContainsFunc(list, func(i types.InstanceSummary) bool {
		return *i.InstanceAlias == "clinic" && *i.Id == *made.Id
	}), true)
	got(s.client.DeleteInstance(s.ctx, &sdk.DeleteInstanceInput{InstanceId: made.Id}))
	s.gone("DescribeInstance", &at)
}

// TestTerraformStorageConfig plays what Terraform calls for aws_connect_instance_storage_config: a place of data is
// changed for one of another type where it is.
func TestTerraformStorageConfig(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	kind := types.InstanceStorageResourceTypeContactTraceRecords
	id := s.store(kind, &types.InstanceStorageConfig{StorageType: types.StorageTypeKinesisStream,
		KinesisStreamConfig: &types.KinesisStreamConfig{StreamArn: new("arn:aws:kinesis:::stream/a")}})
	at := sdk.DescribeInstanceStorageConfigInput{InstanceId: &s.instance, AssociationId: &id, ResourceType: kind}
	got(s.client.UpdateInstanceStorageConfig(s.ctx, &sdk.UpdateInstanceStorageConfigInput{InstanceId: &s.instance,
		AssociationId: &id, ResourceType: kind, StorageConfig: &types.InstanceStorageConfig{
			StorageType:           types.StorageTypeKinesisFirehose,
			KinesisFirehoseConfig: &types.KinesisFirehoseConfig{FirehoseArn: new("arn:aws:firehose:::f")}}}))
	now := got(s.client.DescribeInstanceStorageConfig(s.ctx, &at)).StorageConfig
	sameWire(t, "the place", now, `{"StorageType":"KINESIS_FIREHOSE","AssociationId":"`+id+
		`","KinesisFirehoseConfig":{"FirehoseArn":"arn:aws:firehose:::f"}}`)
	got(s.client.DisassociateInstanceStorageConfig(s.ctx, &sdk.DisassociateInstanceStorageConfigInput{
		InstanceId: &s.instance, AssociationId: &id, ResourceType: kind}))
	s.gone("DescribeInstanceStorageConfig", &at)
}

// TestTerraformLambda plays what Terraform calls for aws_connect_lambda_function_association, which it looks for in the
// whole list.
func TestTerraformLambda(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	function := "arn:aws:lambda:us-east-1:123456789012:function:lookup"
	list := func() []string {
		t.Helper()
		return got(s.client.ListLambdaFunctions(s.ctx, &sdk.ListLambdaFunctionsInput{InstanceId: &s.instance,
			MaxResults: new(int32(25))})).LambdaFunctions
	}
	got(s.client.AssociateLambdaFunction(s.ctx, &sdk.AssociateLambdaFunctionInput{InstanceId: &s.instance,
		FunctionArn: &function}))
	known := list()
	same(t, "the functions", len(known) == 1 && known[0] == function, true)
	got(s.client.DisassociateLambdaFunction(s.ctx, &sdk.DisassociateLambdaFunctionInput{InstanceId: &s.instance,
		FunctionArn: &function}))
	same(t, "how many functions", len(list()), 0)
}
