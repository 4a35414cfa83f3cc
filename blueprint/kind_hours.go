package blueprint

import (
	"context"
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

func hoursNature() nature[Hours] {
	return nature[Hours]{
		list: func(ctx context.Context, s *Site) ([]named, error) {
			return all(func(token *string) ([]named, *string, error) {
				out, err := s.client.ListHoursOfOperations(ctx,
					&sdk.ListHoursOfOperationsInput{InstanceId: &s.id, NextToken: token})
				if err != nil {
					return nil, nil, err
				}
				var found []named
				for _, h := range out.HoursOfOperationSummaryList {
					found = append(found, named{h.Name, h.Id, h.Arn})
				}
				return found, out.NextToken, nil
			})
		},
		describe: describeHours,
		create: func(ctx context.Context, s *Site, h Hours) (id, arn *string, err error) {
			parents, err := s.parentsOf(h.Parents)
			if err != nil {
				return nil, nil, err
			}
			out, err := s.client.CreateHoursOfOperation(ctx, &sdk.CreateHoursOfOperationInput{InstanceId: &s.id,
				Name: &h.Name, Description: h.Description, TimeZone: &h.TimeZone, Config: slotsOf(h.Open),
				ParentHoursOfOperationConfigs: parents, Tags: tagsGiven(h.Tags)})
			if err != nil {
				return nil, nil, err
			}
			return out.HoursOfOperationId, out.HoursOfOperationArn, nil
		},
		change: func(ctx context.Context, s *Site, id string, h Hours, changed fields) error {
			in := &sdk.UpdateHoursOfOperationInput{InstanceId: &s.id, HoursOfOperationId: &id}
			if changed["description"] {
				in.Description = h.Description
			}
			if changed["timeZone"] {
				in.TimeZone = &h.TimeZone
			}
			if changed["open"] {
				in.Config = slotsOf(h.Open)
			}
			if changed.any("description", "timeZone", "open") {
				if _, err := s.client.UpdateHoursOfOperation(ctx, in); err != nil {
					return err
				}
			}
			if changed["parents"] {
				if err := s.changeParents(ctx, id, h.Parents); err != nil {
					return err
				}
			}
			if !changed["overrides"] {
				return nil
			}
			return s.changeOverrides(ctx, id, h.Overrides)
		},
		remove: func(ctx context.Context, s *Site, id string) error {
			_, err := s.client.DeleteHoursOfOperation(ctx,
				&sdk.DeleteHoursOfOperationInput{InstanceId: &s.id, HoursOfOperationId: &id})
			return err
		},
	}
}

func describeHours(ctx context.Context, s *Site, name, id string) (Hours, error) {
	out, err := s.client.DescribeHoursOfOperation(ctx,
		&sdk.DescribeHoursOfOperationInput{InstanceId: &s.id, HoursOfOperationId: &id})
	if err != nil {
		return Hours{}, err
	}
	found := out.HoursOfOperation
	h := Hours{Name: name, Description: found.Description, TimeZone: aws.ToString(found.TimeZone), Open: []Open{},
		Parents: []string{}, Overrides: []Override{}, Tags: found.Tags}
	for _, c := range found.Config {
		h.Open = append(h.Open, Open{[]string{string(c.Day)}, clockOf(c.StartTime), clockOf(c.EndTime)})
	}
	for _, parent := range found.ParentHoursOfOperations {
		if name := s.nameOf(kindHours, parent.Id, fmt.Sprintf("the hours %q", name)); name != nil {
			h.Parents = append(h.Parents, *name)
		}
	}
	overrides, err := s.overrides(ctx, id)
	for _, o := range overrides {
		h.Overrides = append(h.Overrides, overrideOf(o))
	}
	return h, err
}

// parentsOf returns the hours from which others take their overrides, as Amazon has them.
func (s *Site) parentsOf(names []string) ([]types.ParentHoursOfOperationConfig, error) {
	var list []types.ParentHoursOfOperationConfig
	for _, name := range names {
		id, err := s.idOf(kindHours, name)
		if err != nil {
			return nil, err
		}
		list = append(list, types.ParentHoursOfOperationConfig{HoursOfOperationId: id})
	}
	return list, nil
}

// changeParents makes the parents of hours those that they are to have.
func (s *Site) changeParents(ctx context.Context, id string, names []string) error {
	want, err := s.idsOf(kindHours, names)
	if err != nil {
		return err
	}
	out, err := s.client.DescribeHoursOfOperation(ctx,
		&sdk.DescribeHoursOfOperationInput{InstanceId: &s.id, HoursOfOperationId: &id})
	if err != nil {
		return err
	}
	var have, gone []string
	for _, parent := range out.HoursOfOperation.ParentHoursOfOperations {
		have = append(have, aws.ToString(parent.Id))
		if !slices.Contains(want, aws.ToString(parent.Id)) {
			gone = append(gone, aws.ToString(parent.Id))
		}
	}
	if len(gone) > 0 {
		if _, err := s.client.DisassociateHoursOfOperations(ctx, &sdk.DisassociateHoursOfOperationsInput{
			InstanceId: &s.id, HoursOfOperationId: &id, ParentHoursOfOperationIds: gone}); err != nil {
			return err
		}
	}
	var more []types.ParentHoursOfOperationConfig
	for _, one := range want {
		if !slices.Contains(have, one) {
			more = append(more, types.ParentHoursOfOperationConfig{HoursOfOperationId: &one})
		}
	}
	if len(more) == 0 {
		return nil
	}
	_, err = s.client.AssociateHoursOfOperations(ctx, &sdk.AssociateHoursOfOperationsInput{InstanceId: &s.id,
		HoursOfOperationId: &id, ParentHoursOfOperationConfigs: more})
	return err
}

// overrides lists the overrides of hours of operation.
func (s *Site) overrides(ctx context.Context, id string) ([]types.HoursOfOperationOverride, error) {
	return all(func(token *string) ([]types.HoursOfOperationOverride, *string, error) {
		out, err := s.client.ListHoursOfOperationOverrides(ctx, &sdk.ListHoursOfOperationOverridesInput{
			InstanceId: &s.id, HoursOfOperationId: &id, NextToken: token})
		if err != nil {
			return nil, nil, err
		}
		return out.HoursOfOperationOverrideList, out.NextToken, nil
	})
}

func overrideOf(o types.HoursOfOperationOverride) Override {
	found := Override{Name: aws.ToString(o.Name), Description: o.Description, From: aws.ToString(o.EffectiveFrom),
		Till: aws.ToString(o.EffectiveTill), Open: []Open{}}
	if o.OverrideType != "" {
		found.Type = aws.String(string(o.OverrideType))
	}
	for _, c := range o.Config {
		from, to := types.HoursOfOperationTimeSlice(*c.StartTime), types.HoursOfOperationTimeSlice(*c.EndTime)
		found.Open = append(found.Open, Open{[]string{string(c.Day)}, clockOf(&from), clockOf(&to)})
	}
	if o.RecurrenceConfig != nil && o.RecurrenceConfig.RecurrencePattern != nil {
		p := o.RecurrenceConfig.RecurrencePattern
		found.Recurrence = &Recurrence{string(p.Frequency), p.Interval, p.ByMonth, p.ByMonthDay, p.ByWeekdayOccurrence}
	}
	return found
}

// changeOverrides makes the overrides of hours what they are to be. Those that are otherwise are made anew, since a
// change could not take their recurrence away.
func (s *Site) changeOverrides(ctx context.Context, id string, want []Override) error {
	have, err := s.overrides(ctx, id)
	if err != nil {
		return err
	}
	stays := map[string]bool{}
	for _, o := range have {
		found := []Override{overrideOf(o)}
		settleOverrides(found)
		i := slices.IndexFunc(want, func(w Override) bool { return w.Name == found[0].Name })
		if i >= 0 && textOf(want[i]) == textOf(found[0]) {
			stays[want[i].Name] = true
			continue
		}
		_, err := s.client.DeleteHoursOfOperationOverride(ctx, &sdk.DeleteHoursOfOperationOverrideInput{
			InstanceId: &s.id, HoursOfOperationId: &id, HoursOfOperationOverrideId: o.HoursOfOperationOverrideId})
		if err != nil {
			return err
		}
	}
	for _, w := range want {
		if stays[w.Name] {
			continue
		}
		in := &sdk.CreateHoursOfOperationOverrideInput{InstanceId: &s.id, HoursOfOperationId: &id, Name: &w.Name,
			Description: w.Description, EffectiveFrom: &w.From, EffectiveTill: &w.Till,
			OverrideType: types.OverrideType(aws.ToString(w.Type)), Config: []types.HoursOfOperationOverrideConfig{}}
		for _, c := range slotsOf(w.Open) {
			from, to := types.OverrideTimeSlice(*c.StartTime), types.OverrideTimeSlice(*c.EndTime)
			in.Config = append(in.Config, types.HoursOfOperationOverrideConfig{Day: types.OverrideDays(c.Day),
				StartTime: &from, EndTime: &to})
		}
		if r := w.Recurrence; r != nil {
			in.RecurrenceConfig = &types.RecurrenceConfig{RecurrencePattern: &types.RecurrencePattern{
				Frequency: types.RecurrenceFrequency(r.Frequency), Interval: r.Interval, ByMonth: r.Months,
				ByMonthDay: r.MonthDays, ByWeekdayOccurrence: r.Occurrences}}
		}
		if _, err := s.client.CreateHoursOfOperationOverride(ctx, in); err != nil {
			return err
		}
	}
	return nil
}

// slotsOf returns opening times as Amazon has them, one for each day.
func slotsOf(open []Open) []types.HoursOfOperationConfig {
	slots := []types.HoursOfOperationConfig{}
	for _, o := range open {
		for _, day := range o.Days {
			slots = append(slots, types.HoursOfOperationConfig{Day: types.HoursOfOperationDays(day),
				StartTime: sliceOf(o.From), EndTime: sliceOf(o.To)})
		}
	}
	return slots
}

// sliceOf reads a time of the day, which has been checked.
func sliceOf(clock string) *types.HoursOfOperationTimeSlice {
	var hours, minutes int32
	fmt.Sscanf(clock, "%d:%d", &hours, &minutes) //nolint:errcheck // the form was checked
	return &types.HoursOfOperationTimeSlice{Hours: &hours, Minutes: &minutes}
}

func clockOf(t *types.HoursOfOperationTimeSlice) string {
	if t == nil {
		return "00:00"
	}
	return fmt.Sprintf("%02d:%02d", aws.ToInt32(t.Hours), aws.ToInt32(t.Minutes))
}
