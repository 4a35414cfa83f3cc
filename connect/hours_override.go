package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/instance"
)

func (h *handlers) createHoursOverride(c *Call, in *sdk.CreateHoursOfOperationOverrideInput) (
	*sdk.CreateHoursOfOperationOverrideOutput, error,
) {
	p := c.place(in.InstanceId)
	id, err := h.do(c, p, acd.CreateHoursOfOperationOverride{Override: acd.HoursOverride{
		HoursID:     idAt[acd.HoursID](p, acd.KindHours, in.HoursOfOperationId),
		Name:        value(in.Name),
		Description: value(in.Description),
		Type:        acd.OverrideType(in.OverrideType),
		From:        value(in.EffectiveFrom),
		Till:        value(in.EffectiveTill),
		Config:      each(in.Config, overrideConfig),
		Recurrence:  recurrence(in.RecurrenceConfig),
	}})
	if err != nil {
		return nil, err
	}
	return &sdk.CreateHoursOfOperationOverrideOutput{HoursOfOperationOverrideId: &id}, nil
}

func overrideConfig(slot types.HoursOfOperationOverrideConfig) acd.OverrideConfig {
	return acd.OverrideConfig{Day: string(slot.Day), Start: clockTime(slot.StartTime), End: clockTime(slot.EndTime)}
}

func clockTime(given *types.OverrideTimeSlice) *acd.ClockTime {
	if given == nil {
		return nil
	}
	return &acd.ClockTime{Hours: value(given.Hours), Minutes: value(given.Minutes)}
}

func recurrence(given *types.RecurrenceConfig) *acd.Recurrence {
	if given == nil {
		return nil
	}
	pattern := value(given.RecurrencePattern)
	return &acd.Recurrence{
		Frequency:          acd.Frequency(pattern.Frequency),
		Interval:           value(pattern.Interval),
		Months:             pattern.ByMonth,
		MonthDays:          pattern.ByMonthDay,
		WeekdayOccurrences: pattern.ByWeekdayOccurrence,
	}
}

func (h *handlers) updateHoursOverride(c *Call, in *sdk.UpdateHoursOfOperationOverrideInput) (
	*sdk.UpdateHoursOfOperationOverrideOutput, error,
) {
	p := c.place(in.InstanceId)
	change := acd.UpdateHoursOfOperationOverride{
		HoursID: idAt[acd.HoursID](p, acd.KindHours, in.HoursOfOperationId),
		ID:      acd.HoursOverrideID(value(in.HoursOfOperationOverrideId)),
		Name:    in.Name, Description: in.Description, From: in.EffectiveFrom, Till: in.EffectiveTill,
		Config:     eachGiven(in.Config, overrideConfig),
		Recurrence: recurrence(in.RecurrenceConfig),
	}
	if in.OverrideType != "" {
		change.Type = new(acd.OverrideType(in.OverrideType))
	}
	_, err := h.do(c, p, change)
	return nil, err
}

func (h *handlers) deleteHoursOverride(c *Call, in *sdk.DeleteHoursOfOperationOverrideInput) (
	*sdk.DeleteHoursOfOperationOverrideOutput, error,
) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DeleteHoursOfOperationOverride{
		HoursID: idAt[acd.HoursID](p, acd.KindHours, in.HoursOfOperationId),
		ID:      acd.HoursOverrideID(value(in.HoursOfOperationOverrideId)),
	})
	return nil, err
}

func (h *handlers) describeHoursOverride(c *Call, in *sdk.DescribeHoursOfOperationOverrideInput) (
	*sdk.DescribeHoursOfOperationOverrideOutput, error,
) {
	p := c.place(in.InstanceId)
	hours := idAt[acd.HoursID](p, acd.KindHours, in.HoursOfOperationId)
	id := acd.HoursOverrideID(value(in.HoursOfOperationOverrideId))
	return look(h, p, func(i *instance.Instance) (*sdk.DescribeHoursOfOperationOverrideOutput, error) {
		override, ok := i.Directory().HoursOverride(hours, id)
		if !ok {
			return nil, unknown("override of these hours of operation", id)
		}
		return &sdk.DescribeHoursOfOperationOverrideOutput{
			HoursOfOperationOverride: new(overrideShown(p, override))}, nil
	})
}

func overrideShown(p *place, o acd.HoursOverride) types.HoursOfOperationOverride {
	return types.HoursOfOperationOverride{
		Config:                     each(o.Config, overrideConfigOut),
		Description:                word(o.Description),
		EffectiveFrom:              &o.From,
		EffectiveTill:              &o.Till,
		HoursOfOperationArn:        p.arn(acd.KindHours, string(o.HoursID)),
		HoursOfOperationId:         new(string(o.HoursID)),
		HoursOfOperationOverrideId: new(string(o.ID)),
		Name:                       &o.Name,
		OverrideType:               types.OverrideType(o.Type),
		RecurrenceConfig:           recurrenceOut(o.Recurrence),
	}
}

func overrideConfigOut(slot acd.OverrideConfig) types.HoursOfOperationOverrideConfig {
	shown := types.HoursOfOperationOverrideConfig{Day: types.OverrideDays(slot.Day)}
	if slot.Start != nil && slot.End != nil {
		shown.StartTime, shown.EndTime = clockTimeOut(*slot.Start), clockTimeOut(*slot.End)
	}
	return shown
}

func clockTimeOut(t acd.ClockTime) *types.OverrideTimeSlice {
	return &types.OverrideTimeSlice{Hours: &t.Hours, Minutes: &t.Minutes}
}

func recurrenceOut(r *acd.Recurrence) *types.RecurrenceConfig {
	if r == nil {
		return nil
	}
	return &types.RecurrenceConfig{RecurrencePattern: &types.RecurrencePattern{
		Frequency:           types.RecurrenceFrequency(r.Frequency),
		Interval:            &r.Interval,
		ByMonth:             r.Months,
		ByMonthDay:          r.MonthDays,
		ByWeekdayOccurrence: r.WeekdayOccurrences,
	}}
}

// listHoursOverrides lists the overrides that hours have themselves. Those of their parents are listed there.
func (h *handlers) listHoursOverrides(c *Call, in *sdk.ListHoursOfOperationOverridesInput) (
	*sdk.ListHoursOfOperationOverridesOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.HoursID](p, acd.KindHours, in.HoursOfOperationId)
	return look(h, p, func(i *instance.Instance) (*sdk.ListHoursOfOperationOverridesOutput, error) {
		hours, ok := i.Directory().Hours(id)
		if !ok {
			return nil, unknown("hours of operation", id)
		}
		all, changed := i.Directory().HoursOverrides(id), hours.LastModifiedAt
		for _, o := range all {
			changed = max(changed, o.LastModifiedAt)
		}
		found, next, err := page(c, p.ask(in.NextToken, in.MaxResults, string(id)), all,
			func(o acd.HoursOverride) string { return nameKey(o.Name, o.ID) })
		if err != nil {
			return nil, err
		}
		return &sdk.ListHoursOfOperationOverridesOutput{
			LastModifiedRegion: p.region(), LastModifiedTime: stamp(changed), NextToken: next,
			HoursOfOperationOverrideList: each(found, func(o acd.HoursOverride) types.HoursOfOperationOverride {
				return overrideShown(p, o)
			}),
		}, nil
	})
}

func (h *handlers) getEffectiveHours(c *Call, in *sdk.GetEffectiveHoursOfOperationsInput) (
	*sdk.GetEffectiveHoursOfOperationsOutput, error,
) {
	p := c.place(in.InstanceId)
	id := idAt[acd.HoursID](p, acd.KindHours, in.HoursOfOperationId)
	return look(h, p, func(i *instance.Instance) (*sdk.GetEffectiveHoursOfOperationsOutput, error) {
		days, err := i.Directory().EffectiveHours(id, value(in.FromDate), value(in.ToDate))
		if err != nil {
			return nil, err
		}
		hours, _ := i.Directory().Hours(id)
		shown := &sdk.GetEffectiveHoursOfOperationsOutput{TimeZone: &hours.TimeZone}
		for _, day := range days {
			shown.EffectiveHoursOfOperationList = append(shown.EffectiveHoursOfOperationList,
				types.EffectiveHoursOfOperations{Date: &day.Date, OperationalHours: each(day.Open, operationalHour)})
			if len(day.Overrides) > 0 {
				shown.EffectiveOverrideHoursList = append(shown.EffectiveOverrideHoursList,
					types.EffectiveOverrideHours{Date: &day.Date, OverrideHours: each(day.Overrides, overrideHour)})
			}
		}
		return shown, nil
	})
}

func operationalHour(open acd.OpenHours) types.OperationalHour {
	return types.OperationalHour{Start: clockTimeOut(open.Start), End: clockTimeOut(open.End)}
}

func overrideHour(o acd.OverrideHours) types.OverrideHour {
	shown := types.OverrideHour{Start: clockTimeOut(o.Start), End: clockTimeOut(o.End), OverrideName: &o.Name,
		OperationalStatus: types.OperationalStatusOpen}
	if o.Closed {
		shown.OperationalStatus = types.OperationalStatusClosed
	}
	return shown
}
