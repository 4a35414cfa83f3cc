package directory

import (
	"cmp"
	"maps"
	"slices"

	"patchcord/acd"
)

// HoursOverride returns the override with an id of hours of operation.
func (d *Directory) HoursOverride(hours acd.HoursID, id acd.HoursOverrideID) (acd.HoursOverride, bool) {
	for _, o := range d.overrides[hours] {
		if o.ID == id {
			return o, true
		}
	}
	return acd.HoursOverride{}, false
}

// HoursOverrides returns the overrides that hours of operation have themselves, by name, then id.
func (d *Directory) HoursOverrides(hours acd.HoursID) []acd.HoursOverride {
	return slices.Clone(d.overrides[hours])
}

// allOverrides returns the overrides of all hours.
func (d *Directory) allOverrides() []acd.HoursOverride {
	var all []acd.HoursOverride
	for _, hours := range slices.Sorted(maps.Keys(d.overrides)) {
		all = append(all, d.overrides[hours]...)
	}
	return all
}

// putOverride adds an override, or replaces the one with its id. The list that readers may hold stays as it was.
func (d *Directory) putOverride(o acd.HoursOverride) {
	list := append(d.othersThan(o.HoursID, o.ID), o)
	slices.SortFunc(list, func(a, b acd.HoursOverride) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	d.overrides[o.HoursID] = list
}

func (d *Directory) removeOverride(hours acd.HoursID, id acd.HoursOverrideID) {
	d.overrides[hours] = d.othersThan(hours, id)
	if len(d.overrides[hours]) == 0 {
		delete(d.overrides, hours)
	}
}

// othersThan returns a new list of the overrides of hours that lacks one.
func (d *Directory) othersThan(hours acd.HoursID, id acd.HoursOverrideID) []acd.HoursOverride {
	return slices.DeleteFunc(d.HoursOverrides(hours), func(o acd.HoursOverride) bool { return o.ID == id })
}

func (d *Directory) createOverride(cmd acd.CreateHoursOfOperationOverride, q acd.Quotas, c Chronicle) (string, error) {
	override := cmd.Override
	if override.Type == "" {
		override.Type = acd.OverrideStandard // A0201
	}
	err := firstOf(
		checkOverride(&override),
		d.hours.known(string(override.HoursID)),
		d.freeOverride(&override),
		d.roomForOverride(override.HoursID, q.OverridesPerHours),
	)
	if err != nil {
		return "", err
	}
	return create(c, "", nil, func(id string) acd.Body {
		override.ID, override.LastModifiedAt = acd.HoursOverrideID(id), c.Now()
		return acd.HoursOfOperationOverrideCreated{Override: override}
	}), nil
}

// updateOverride changes an override. One that becomes a standard one recurs no longer (A0201).
func (d *Directory) updateOverride(cmd acd.UpdateHoursOfOperationOverride, c Chronicle) error {
	override, err := d.findOverride(cmd.HoursID, cmd.ID)
	if err != nil {
		return err
	}
	replace(&override.Name, cmd.Name)
	replace(&override.Description, cmd.Description)
	replace(&override.Type, cmd.Type)
	replace(&override.From, cmd.From)
	replace(&override.Till, cmd.Till)
	replace(&override.Config, cmd.Config)
	if cmd.Recurrence != nil || override.Type == acd.OverrideStandard {
		override.Recurrence = cmd.Recurrence
	}
	if err := firstOf(checkOverride(&override), d.freeOverride(&override)); err != nil {
		return err
	}
	override.LastModifiedAt = c.Now()
	c.Emit(acd.HoursOfOperationOverrideChanged{Override: override})
	return nil
}

func (d *Directory) deleteOverride(cmd acd.DeleteHoursOfOperationOverride, c Chronicle) error {
	if _, err := d.findOverride(cmd.HoursID, cmd.ID); err != nil {
		return err
	}
	c.Emit(acd.HoursOfOperationOverrideDeleted{HoursID: cmd.HoursID, ID: cmd.ID})
	return nil
}

// findOverride returns an override of hours of operation, or why there is none. Those of a parent are changed there
// alone (AG:hours-of-operation-overrides).
func (d *Directory) findOverride(hours acd.HoursID, id acd.HoursOverrideID) (acd.HoursOverride, error) {
	if err := d.hours.known(string(hours)); err != nil {
		return acd.HoursOverride{}, err
	}
	override, ok := d.HoursOverride(hours, id)
	if !ok {
		return override, acd.Errorf(acd.NotFound, "the hours of operation %s have no override with the id %q; give one that "+
			"they list", hours, id)
	}
	return override, nil
}

// freeOverride says why an override cannot have its name.
func (d *Directory) freeOverride(o *acd.HoursOverride) error {
	if o.Name == "" {
		return acd.Errorf(acd.Invalid, "the override has no name; give one")
	}
	for _, other := range d.overrides[o.HoursID] {
		if other.ID != o.ID && folded(other.Name) == folded(o.Name) {
			return acd.Errorf(acd.Duplicate, "the name %q is taken by the override %s of these hours of operation; names must "+
				"differ in more than case", o.Name, other.ID)
		}
	}
	return nil
}

// roomForOverride says why hours of operation have no place for one more override. Those of their parents do not count
// (AG:hours-of-operation-overrides).
func (d *Directory) roomForOverride(hours acd.HoursID, quota int) error {
	if present := len(d.overrides[hours]); acd.Exceeded(quota, present) {
		return acd.Errorf(acd.Limit, "the hours of operation %s have %d of at most %d overrides; delete one", hours, present,
			quota)
	}
	return nil
}

// checkOverride checks an override by itself.
func checkOverride(o *acd.HoursOverride) error {
	kinds := []acd.OverrideType{acd.OverrideStandard, acd.OverrideOpen, acd.OverrideClosed}
	if !slices.Contains(kinds, o.Type) {
		return acd.Errorf(acd.Invalid, "OverrideType is %q; give STANDARD, OPEN or CLOSED", o.Type)
	}
	return firstOf(checkDates("EffectiveFrom", o.From, "EffectiveTill", o.Till), checkOverrideSlots(o.Config),
		checkRecurrence(o))
}

// checkDates checks that two dates are in the calendar, in order.
func checkDates(first, from, last, till string) error {
	for _, given := range [][2]string{{first, from}, {last, till}} {
		if _, ok := readDate(given[1]); !ok {
			return acd.Errorf(acd.Invalid, "%s is %q; give a date such as 2026-12-24", given[0], given[1])
		}
	}
	if till < from {
		return acd.Errorf(acd.Invalid, "%s is %s, before %s, which is %s; give a later date", last, till, first, from)
	}
	return nil
}

// checkOverrideSlots checks slots as those of a week, and that both of their times are given, or none (A0201).
func checkOverrideSlots(slots []acd.OverrideConfig) error {
	for i, s := range slots {
		if (s.Start == nil) != (s.End == nil) {
			return acd.Errorf(acd.Invalid, "Config[%d] has one time; give StartTime and EndTime, or neither for the whole day",
				i)
		}
		plain := acd.HoursConfig{Day: s.Day}
		if s.Day == "" {
			plain.Day = weekdays()[0]
		}
		if s.Start != nil {
			plain.StartHours, plain.StartMinutes = s.Start.Hours, s.Start.Minutes
			plain.EndHours, plain.EndMinutes = s.End.Hours, s.End.Minutes
		}
		if err := checkSlot(i, plain); err != nil {
			return err
		}
	}
	return nil
}

// checkRecurrence checks the pattern of an override (A0202).
func checkRecurrence(o *acd.HoursOverride) error {
	r := o.Recurrence
	switch {
	case r == nil:
		return nil
	case o.Type == acd.OverrideStandard:
		return acd.Errorf(acd.Improper, "an override of the type STANDARD does not recur; leave RecurrenceConfig out, or "+
			"make it OPEN or CLOSED")
	case !slices.Contains([]acd.Frequency{acd.Weekly, acd.Monthly, acd.Yearly}, r.Frequency):
		return acd.Errorf(acd.Invalid, "Frequency is %q; give WEEKLY, MONTHLY or YEARLY", r.Frequency)
	case r.Interval < 1:
		return acd.Errorf(acd.Invalid, "Interval is %d; give 1 or more", r.Interval)
	case len(r.Months) > 0 && r.Frequency != acd.Yearly:
		return acd.Errorf(acd.Improper, "ByMonth goes with the frequency YEARLY; this one is %s", r.Frequency)
	case len(r.MonthDays)+len(r.WeekdayOccurrences) > 0 && r.Frequency == acd.Weekly:
		return acd.Errorf(acd.Improper, "ByMonthDay and ByWeekdayOccurrence go with the frequencies MONTHLY and YEARLY; "+
			"name days of the week in Config")
	case len(r.MonthDays) > 0 && len(r.WeekdayOccurrences) > 0:
		return acd.Errorf(acd.Improper, "ByMonthDay and ByWeekdayOccurrence are given; give one of them")
	case len(r.WeekdayOccurrences) > 0 && !allNameDays(o.Config):
		return acd.Errorf(acd.Improper, "ByWeekdayOccurrence counts days of the week; give every slot of Config its Day, "+
			"and at least one slot")
	}
	return firstOf(
		checkOne("ByMonth", r.Months, 1, 12),
		checkOne("ByMonthDay", r.MonthDays, -1, 31),
		checkOne("ByWeekdayOccurrence", r.WeekdayOccurrences, -1, 4),
	)
}

func allNameDays(slots []acd.OverrideConfig) bool {
	return len(slots) > 0 && !slices.ContainsFunc(slots, func(s acd.OverrideConfig) bool { return s.Day == "" })
}

// checkOne checks that a list has at most one number, within bounds and not zero.
func checkOne(list string, numbers []int32, least, most int32) error {
	if len(numbers) > 1 {
		return acd.Errorf(acd.Invalid, "%s has %d numbers; give one, and an override of its own for each other", list,
			len(numbers))
	}
	for _, n := range numbers {
		if n < least || n > most || n == 0 {
			return acd.Errorf(acd.Invalid, "%s is %d; give %d to %d, but not 0", list, n, least, most)
		}
	}
	return nil
}
