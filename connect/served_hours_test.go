package connect

import (
	"reflect"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// rightHours are right inputs about hours of operation and their overrides.
func (s *stage) rightHours() []asked {
	hours, gone := s.newHours(), s.newHours()
	override, over := s.newOverride(hours), s.newOverride(hours)
	return []asked{
		{"CreateHoursOfOperation", &sdk.CreateHoursOfOperationInput{
			InstanceId: &s.instance, Name: s.name("hours"), TimeZone: new("Europe/Paris"),
			Config: []types.HoursOfOperationConfig{},
		}},
		{"DescribeHoursOfOperation", &sdk.DescribeHoursOfOperationInput{
			InstanceId: &s.instance, HoursOfOperationId: &hours}},
		{"ListHoursOfOperations", &sdk.ListHoursOfOperationsInput{InstanceId: &s.instance}},
		{"UpdateHoursOfOperation", &sdk.UpdateHoursOfOperationInput{
			InstanceId: &s.instance, HoursOfOperationId: &hours, TimeZone: new("Asia/Tokyo")}},
		{"GetEffectiveHoursOfOperations", &sdk.GetEffectiveHoursOfOperationsInput{
			InstanceId: &s.instance, HoursOfOperationId: &hours, FromDate: new("2026-12-20"), ToDate: new("2026-12-31")}},
		{"CreateHoursOfOperationOverride", s.someOverride(hours)},
		{"DescribeHoursOfOperationOverride", &sdk.DescribeHoursOfOperationOverrideInput{
			InstanceId: &s.instance, HoursOfOperationId: &hours, HoursOfOperationOverrideId: &override}},
		{"ListHoursOfOperationOverrides", &sdk.ListHoursOfOperationOverridesInput{
			InstanceId: &s.instance, HoursOfOperationId: &hours}},
		{"UpdateHoursOfOperationOverride", &sdk.UpdateHoursOfOperationOverrideInput{
			InstanceId: &s.instance, HoursOfOperationId: &hours, HoursOfOperationOverrideId: &override,
			Description: new("Merry")}},
		{"DeleteHoursOfOperationOverride", &sdk.DeleteHoursOfOperationOverrideInput{
			InstanceId: &s.instance, HoursOfOperationId: &hours, HoursOfOperationOverrideId: &over}},
		{"DeleteHoursOfOperation", &sdk.DeleteHoursOfOperationInput{
			InstanceId: &s.instance, HoursOfOperationId: &gone}},
	}
}

// newHours makes hours of operation, open on Mondays.
func (s *stage) newHours() string {
	s.Helper()
	return *got(s.client.CreateHoursOfOperation(s.ctx, &sdk.CreateHoursOfOperationInput{
		InstanceId: &s.instance, Name: s.name("hours"), TimeZone: new("Europe/Paris"),
		Config: []types.HoursOfOperationConfig{{Day: types.HoursOfOperationDaysMonday,
			StartTime: &types.HoursOfOperationTimeSlice{Hours: new(int32(9)), Minutes: new(int32(0))},
			EndTime:   &types.HoursOfOperationTimeSlice{Hours: new(int32(0)), Minutes: new(int32(0))}}},
	})).HoursOfOperationId
}

// someOverride opens hours on Christmas of every other year.
func (s *stage) someOverride(hours string) *sdk.CreateHoursOfOperationOverrideInput {
	return &sdk.CreateHoursOfOperationOverrideInput{
		InstanceId: &s.instance, HoursOfOperationId: &hours, Name: s.name("override"),
		EffectiveFrom: new("2026-01-01"), EffectiveTill: new("2036-12-31"), OverrideType: types.OverrideTypeOpen,
		Config: []types.HoursOfOperationOverrideConfig{{StartTime: slice(8, 30), EndTime: slice(0, 0)}},
		RecurrenceConfig: &types.RecurrenceConfig{RecurrencePattern: &types.RecurrencePattern{
			Frequency: types.RecurrenceFrequencyYearly, Interval: new(int32(2)), ByMonth: []int32{12}, ByMonthDay: []int32{25},
		}},
	}
}

func slice(hours, minutes int32) *types.OverrideTimeSlice {
	return &types.OverrideTimeSlice{Hours: &hours, Minutes: &minutes}
}

func (s *stage) newOverride(hours string) string {
	s.Helper()
	return *got(s.client.CreateHoursOfOperationOverride(s.ctx, s.someOverride(hours))).HoursOfOperationOverrideId
}

// hoursRefusals are about hours of operation and their overrides.
func (c *cast) hoursRefusals() []refusal {
	hours, other := c.newHours(), c.newHours()
	override := c.newOverride(other)
	name := *got(c.client.DescribeHoursOfOperation(c.ctx, &sdk.DescribeHoursOfOperationInput{
		InstanceId: &c.instance, HoursOfOperationId: &hours})).HoursOfOperation.Name
	taken := c.someOverride(other)
	got(c.client.CreateHoursOfOperationOverride(c.ctx, taken))
	create := func(members ...any) asked { return c.but("CreateHoursOfOperationOverride", members...) }
	weekly := &types.RecurrenceConfig{RecurrencePattern: &types.RecurrencePattern{
		Frequency: types.RecurrenceFrequencyWeekly, Interval: new(int32(1)), ByMonth: []int32{12}}}
	halfSlot := []types.HoursOfOperationOverrideConfig{{StartTime: slice(8, 30)}}
	update := func(members ...any) asked {
		return c.but("UpdateHoursOfOperationOverride", append([]any{"HoursOfOperationId", &other,
			"HoursOfOperationOverrideId", &override}, members...)...)
	}
	return []refusal{
		{invalidP, 400, []string{"Mars/Olympus"}, c.but("CreateHoursOfOperation", "TimeZone", new("Mars/Olympus")), ""},
		{invalidP, 400, []string{"TimeZone"}, c.but("CreateHoursOfOperation", "TimeZone", new("Local")), ""},
		{twice, 409, []string{"Basic Hours"}, c.but("CreateHoursOfOperation", "Name", new("Basic Hours")), ""},
		{notFound, 404, []string{"nowhere"}, c.but("CreateHoursOfOperation", "ParentHoursOfOperationConfigs",
			[]types.ParentHoursOfOperationConfig{{HoursOfOperationId: new("nowhere")}}), ""},
		{twice, 409, []string{"Basic Hours"}, c.but("UpdateHoursOfOperation", "Name", new("Basic Hours")), ""},
		{invalidP, 400, []string{"Mars/Olympus"}, c.but("UpdateHoursOfOperation", "TimeZone", new("Mars/Olympus")), ""},
		{invalidR, 400, []string{"Name", "Config"}, c.but("UpdateHoursOfOperation", "TimeZone", (*string)(nil)), ""},
		{invalidR, 400, []string{"BasicQueue"}, c.but("DeleteHoursOfOperation", "HoursOfOperationId",
			new(c.hours())), ""},
		{invalidP, 400, []string{"2026-12-19", "before"}, c.but("GetEffectiveHoursOfOperations", "ToDate",
			new("2026-12-19")), ""},
		{invalidP, 400, []string{"FromDate"}, c.but("GetEffectiveHoursOfOperations", "FromDate", new("yesterday")), ""},
		{invalidP, 400, []string{"at most 366"}, c.but("GetEffectiveHoursOfOperations", "ToDate", new("2028-01-01")), ""},
		{twice, 409, []string{*taken.Name}, create("HoursOfOperationId", &other, "Name", taken.Name), ""},
		{invalidP, 400, []string{"2026-02-30"}, create("EffectiveFrom", new("2026-02-30")), ""},
		{invalidP, 400, []string{"one time"}, create("Config", halfSlot), ""},
		{invalidR, 400, []string{"ByMonth", "YEARLY"}, create("RecurrenceConfig", weekly), ""},
		{invalidR, 400, []string{"STANDARD"}, create("OverrideType", types.OverrideTypeStandard), ""},
		{invalidP, 400, []string{"Interval", "1 to 6"}, create("RecurrenceConfig", &types.RecurrenceConfig{
			RecurrencePattern: &types.RecurrencePattern{Frequency: types.RecurrenceFrequencyWeekly,
				Interval: new(int32(7))}}), ""},
		{twice, 409, []string{*taken.Name}, update("Name", taken.Name), ""},
		{invalidP, 400, []string{"EffectiveTill"}, update("EffectiveTill", new("2025-12-31")), ""},
		{invalidR, 400, []string{"STANDARD"}, update("OverrideType", types.OverrideTypeStandard,
			"RecurrenceConfig", weekly), ""},
		{notFound, 404, []string{override}, update("HoursOfOperationId", &hours), ""},
		{notFound, 404, []string{override}, c.but("DescribeHoursOfOperationOverride", "HoursOfOperationOverrideId",
			&override), ""},
		{notFound, 404, []string{"nowhere"}, c.but("ListHoursOfOperationOverrides", "HoursOfOperationId",
			new("nowhere")), ""},
		{twice, 409, []string{name}, c.but("CreateHoursOfOperation", "Name", &name), ""},
	}
}

// TestHoursOfOperation leads hours and an override through their lives, as a deployment does.
func TestHoursOfOperation(t *testing.T) {
	s := newStage(t, acd.Quotas{OverridesPerHours: 2})
	hours := s.newHours()
	override := s.newOverride(hours)
	describe := func() types.HoursOfOperation {
		return *got(s.client.DescribeHoursOfOperation(s.ctx, &sdk.DescribeHoursOfOperationInput{
			InstanceId: &s.instance, HoursOfOperationId: &hours})).HoursOfOperation
	}
	before := describe()
	s.turn(60)
	got(s.client.UpdateHoursOfOperation(s.ctx, &sdk.UpdateHoursOfOperationInput{InstanceId: &s.instance,
		HoursOfOperationId: &hours, Name: new("Shop"), Description: new("Sells"), TimeZone: new("Asia/Tokyo"),
		Config: []types.HoursOfOperationConfig{}}))
	after := describe()
	if *after.Name != "Shop" || *after.Description != "Sells" || *after.TimeZone != "Asia/Tokyo" ||
		len(after.Config) != 0 || !after.LastModifiedTime.After(*before.LastModifiedTime) {
		t.Errorf("after the update: %s", show(&after))
	}

	in := s.someOverride(hours)
	o := *got(s.client.DescribeHoursOfOperationOverride(s.ctx, &sdk.DescribeHoursOfOperationOverrideInput{
		InstanceId: &s.instance, HoursOfOperationId: &hours, HoursOfOperationOverrideId: &override},
	)).HoursOfOperationOverride
	in.Name = o.Name
	want := types.HoursOfOperationOverride{Config: in.Config, EffectiveFrom: in.EffectiveFrom,
		EffectiveTill: in.EffectiveTill, HoursOfOperationArn: new(s.arn(acd.KindHours, hours)), HoursOfOperationId: &hours,
		HoursOfOperationOverrideId: &override, Name: in.Name, OverrideType: in.OverrideType,
		RecurrenceConfig: in.RecurrenceConfig}
	if !reflect.DeepEqual(o, want) {
		t.Errorf("the override:\ngot  %s\nwant %s", show(&o), show(&want))
	}
	s.newOverride(hours)
	refused(t, s.call(asked{"CreateHoursOfOperationOverride", s.someOverride(hours)}), "LimitExceededException", 429,
		"2 of at most 2")
	list := &sdk.ListHoursOfOperationOverridesInput{InstanceId: &s.instance, HoursOfOperationId: &hours,
		MaxResults: new(int32(1))}
	first := got(s.client.ListHoursOfOperationOverrides(s.ctx, list))
	list.NextToken = first.NextToken
	second := got(s.client.ListHoursOfOperationOverrides(s.ctx, list))
	if len(first.HoursOfOperationOverrideList) != 1 || !reflect.DeepEqual(first.HoursOfOperationOverrideList[0], want) ||
		len(second.HoursOfOperationOverrideList) != 1 || second.NextToken != nil || first.LastModifiedTime == nil {
		t.Errorf("two pages: %s, %s", show(first), show(second))
	}
	s.checkEffective(hours, *o.Name)
}

// checkEffective asks about the days around Christmas, of hours that only overrides open.
func (s *stage) checkEffective(hours, override string) {
	s.Helper()
	got := got(s.client.GetEffectiveHoursOfOperations(s.ctx, &sdk.GetEffectiveHoursOfOperationsInput{
		InstanceId: &s.instance, HoursOfOperationId: &hours, FromDate: new("2026-12-24"), ToDate: new("2026-12-25")}))
	if len(got.EffectiveHoursOfOperationList) != 2 || len(got.EffectiveOverrideHoursList) != 1 {
		s.Fatalf("got %s", show(got))
	}
	eve, day := got.EffectiveHoursOfOperationList[0], got.EffectiveHoursOfOperationList[1]
	if *eve.Date != "2026-12-24" || len(eve.OperationalHours) != 0 || *day.Date != "2026-12-25" ||
		!reflect.DeepEqual(day.OperationalHours, []types.OperationalHour{{Start: slice(8, 30), End: slice(0, 0)}}) {
		s.Errorf("the days: %s, %s", show(&eve), show(&day))
	}
	says := got.EffectiveOverrideHoursList[0]
	if *says.Date != "2026-12-25" || len(says.OverrideHours) != 2 || !reflect.DeepEqual(says.OverrideHours[0],
		types.OverrideHour{Start: slice(8, 30), End: slice(0, 0), OverrideName: &override,
			OperationalStatus: types.OperationalStatusOpen}) || *got.TimeZone != "Asia/Tokyo" {
		s.Errorf("the overrides: %s", show(got))
	}
}
