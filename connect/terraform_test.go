package connect

import (
	"maps"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// TestTerraformHoursOfOperation plays what Terraform calls for aws_connect_hours_of_operation: create and read back,
// find by name, change in place with all members at once, change tags, delete, and read that it is gone.
func TestTerraformHoursOfOperation(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	at := func(hours, minutes int32) *types.HoursOfOperationTimeSlice {
		return &types.HoursOfOperationTimeSlice{Hours: &hours, Minutes: &minutes}
	}
	monday := types.HoursOfOperationConfig{Day: "MONDAY", StartTime: at(8, 0), EndTime: at(23, 8)}
	tuesday := types.HoursOfOperationConfig{Day: "TUESDAY", StartTime: at(9, 0), EndTime: at(21, 0)}
	made := got(s.client.CreateHoursOfOperation(s.ctx, &sdk.CreateHoursOfOperationInput{InstanceId: &s.instance,
		Name: new("Office"), TimeZone: new("EST"), Config: []types.HoursOfOperationConfig{monday},
		Tags: map[string]string{"Name": "Office", "stage": "test"}}))
	read := func(name, description, zone string, config int, tags map[string]string) {
		t.Helper()
		h := *got(s.client.DescribeHoursOfOperation(s.ctx, &sdk.DescribeHoursOfOperationInput{InstanceId: &s.instance,
			HoursOfOperationId: made.HoursOfOperationId})).HoursOfOperation
		if *h.Name != name || value(h.Description) != description || *h.TimeZone != zone || len(h.Config) != config ||
			!maps.Equal(h.Tags, tags) || *h.HoursOfOperationArn != *made.HoursOfOperationArn {
			t.Errorf("got %s", show(&h))
		}
	}
	read("Office", "", "EST", 1, map[string]string{"Name": "Office", "stage": "test"})
	list := got(s.client.ListHoursOfOperations(s.ctx, &sdk.ListHoursOfOperationsInput{InstanceId: &s.instance,
		MaxResults: new(int32(60))})).HoursOfOperationSummaryList
	if last := list[len(list)-1]; *last.Name != "Office" || *last.Id != *made.HoursOfOperationId {
		t.Errorf("the office is not found by its name: %s", show(&last))
	}
	for _, c := range []struct {
		name, description, zone string
		config                  []types.HoursOfOperationConfig
	}{
		{"Office", "New hours", "EST", []types.HoursOfOperationConfig{monday, tuesday}},
		{"Bureau", "", "Canada/Central", []types.HoursOfOperationConfig{tuesday}},
	} {
		got(s.client.UpdateHoursOfOperation(s.ctx, &sdk.UpdateHoursOfOperationInput{InstanceId: &s.instance,
			HoursOfOperationId: made.HoursOfOperationId, Name: &c.name, Description: &c.description, TimeZone: &c.zone,
			Config: c.config}))
		read(c.name, c.description, c.zone, len(c.config), map[string]string{"Name": "Office", "stage": "test"})
	}
	got(s.client.UntagResource(s.ctx, &sdk.UntagResourceInput{ResourceArn: made.HoursOfOperationArn,
		TagKeys: []string{"stage"}}))
	got(s.client.TagResource(s.ctx, &sdk.TagResourceInput{ResourceArn: made.HoursOfOperationArn,
		Tags: map[string]string{"Name": "Bureau"}}))
	read("Bureau", "", "Canada/Central", 1, map[string]string{"Name": "Bureau"})
	got(s.client.DeleteHoursOfOperation(s.ctx, &sdk.DeleteHoursOfOperationInput{InstanceId: &s.instance,
		HoursOfOperationId: made.HoursOfOperationId}))
	refused(t, s.call(asked{"DescribeHoursOfOperation", &sdk.DescribeHoursOfOperationInput{InstanceId: &s.instance,
		HoursOfOperationId: made.HoursOfOperationId}}), "ResourceNotFoundException", 404)
}

// TestTerraformQuickConnect plays what Terraform calls for aws_connect_quick_connect.
func TestTerraformQuickConnect(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	phone := func(number string) *types.QuickConnectConfig {
		return &types.QuickConnectConfig{QuickConnectType: types.QuickConnectTypePhoneNumber,
			PhoneConfig: &types.PhoneNumberQuickConnectConfig{PhoneNumber: &number}}
	}
	made := got(s.client.CreateQuickConnect(s.ctx, &sdk.CreateQuickConnectInput{InstanceId: &s.instance,
		Name: new("Doctor"), Description: new("Calls"), QuickConnectConfig: phone("+15550100"),
		Tags: map[string]string{"Name": "Doctor"}}))
	read := func(name, description, number string) {
		t.Helper()
		q := *got(s.client.DescribeQuickConnect(s.ctx, &sdk.DescribeQuickConnectInput{InstanceId: &s.instance,
			QuickConnectId: made.QuickConnectId})).QuickConnect
		if *q.Name != name || value(q.Description) != description || len(q.Tags) != 1 ||
			*q.QuickConnectConfig.PhoneConfig.PhoneNumber != number || *q.QuickConnectARN != *made.QuickConnectARN {
			t.Errorf("got %s", show(&q))
		}
	}
	read("Doctor", "Calls", "+15550100")
	got(s.client.UpdateQuickConnectName(s.ctx, &sdk.UpdateQuickConnectNameInput{InstanceId: &s.instance,
		QuickConnectId: made.QuickConnectId, Name: new("Doctor"), Description: new("Comes")}))
	read("Doctor", "Comes", "+15550100")
	got(s.client.UpdateQuickConnectConfig(s.ctx, &sdk.UpdateQuickConnectConfigInput{InstanceId: &s.instance,
		QuickConnectId: made.QuickConnectId, QuickConnectConfig: phone("+15550101")}))
	read("Doctor", "Comes", "+15550101")
	got(s.client.DeleteQuickConnect(s.ctx, &sdk.DeleteQuickConnectInput{InstanceId: &s.instance,
		QuickConnectId: made.QuickConnectId}))
	refused(t, s.call(asked{"DescribeQuickConnect", &sdk.DescribeQuickConnectInput{InstanceId: &s.instance,
		QuickConnectId: made.QuickConnectId}}), "ResourceNotFoundException", 404)
}

// gone checks that what Terraform reads after it has deleted something is answered so that it forgets the thing.
func (s *stage) gone(operation string, in any) {
	s.Helper()
	refused(s.T, s.call(asked{operation, in}), "ResourceNotFoundException", 404)
}

// retag changes tags as Terraform does, removed ones first, and returns those that ListTagsForResource knows.
func (s *stage) retag(arn *string) map[string]string {
	s.Helper()
	got(s.client.UntagResource(s.ctx, &sdk.UntagResourceInput{ResourceArn: arn, TagKeys: []string{"old"}}))
	got(s.client.TagResource(s.ctx, &sdk.TagResourceInput{ResourceArn: arn, Tags: afterTags()}))
	return got(s.client.ListTagsForResource(s.ctx, &sdk.ListTagsForResourceInput{ResourceArn: arn})).Tags
}

func beforeTags() map[string]string { return map[string]string{"Name": "first", "old": "1"} }

func afterTags() map[string]string { return map[string]string{"Name": "second"} }

// sameTags compares the tags of a described thing.
func sameTags(t *testing.T, got, want map[string]string) {
	t.Helper()
	if !maps.Equal(got, want) {
		t.Errorf("the tags are %v, not %v", got, want)
	}
}
