package directory

import (
	"slices"

	"patchcord/acd"
)

// stretchesOn returns what an override covers on a date between its first and its last.
func stretchesOn(o *acd.HoursOverride, on date) []stretch {
	slots := o.Config
	if len(slots) == 0 && o.Type != acd.OverrideStandard {
		slots = []acd.OverrideConfig{{}} // all day (A0201)
	}
	var stretches []stretch
	for i := range slots {
		if slots[i].Day != "" && slots[i].Day != on.weekday() || !recurs(o, &slots[i], on) {
			continue
		}
		all := stretch{0, endOfDay}
		if start, end := slots[i].Start, slots[i].End; start != nil && end != nil {
			all = stretchOf(clock(start.Hours, start.Minutes), clock(end.Hours, end.Minutes))
		}
		stretches = append(stretches, all)
	}
	return stretches
}

// recurs says whether a slot of an override falls on a date. What the pattern leaves out is taken from the override's
// first date (A0202).
func recurs(o *acd.HoursOverride, slot *acd.OverrideConfig, on date) bool {
	r := o.Recurrence
	if r == nil {
		return true
	}
	first, _ := readDate(o.From)
	if (on.unit(r.Frequency)-first.unit(r.Frequency))%int64(max(r.Interval, 1)) != 0 {
		return false
	}
	if r.Frequency == acd.Weekly {
		return true
	}
	if r.Frequency == acd.Yearly && !slices.Contains(orElse(r.Months, int32(first.std().Month())),
		int32(on.std().Month())) {
		return false
	}
	switch {
	case len(r.WeekdayOccurrences) > 0:
		return slices.ContainsFunc(r.WeekdayOccurrences, on.isOccurrence)
	case len(r.MonthDays) > 0:
		return slices.ContainsFunc(r.MonthDays, on.isMonthDay)
	}
	return slot.Day != "" || on.std().Day() == first.std().Day()
}

func orElse(numbers []int32, other int32) []int32 {
	if len(numbers) == 0 {
		return []int32{other}
	}
	return numbers
}
