package directory

import (
	"slices"
	"testing"

	"patchcord/acd"
)

// TestRecurrence lists the dates of a year or two on which an override covers something.
func TestRecurrence(t *testing.T) {
	on := func(days ...string) []acd.OverrideConfig {
		var list []acd.OverrideConfig
		for _, day := range days {
			list = append(list, acd.OverrideConfig{Day: day})
		}
		return list
	}
	one := func(n int32) []int32 { return []int32{n} }
	for _, c := range []struct {
		about      string
		from, till string
		config     []acd.OverrideConfig
		recurrence *acd.Recurrence
		want       []string
	}{
		{"every date", "2026-12-24", "2026-12-26", nil, nil, []string{"2026-12-24", "2026-12-25", "2026-12-26"}},
		{"some weekdays", "2026-12-24", "2026-12-31", on("FRIDAY", "MONDAY"), nil, []string{"2026-12-25", "2026-12-28"}},
		{"weekly", "2026-12-02", "2026-12-15", on("MONDAY"), &acd.Recurrence{Frequency: acd.Weekly, Interval: 1},
			[]string{"2026-12-07", "2026-12-14"}},
		{"every other week, counted from Sunday", "2026-12-02", "2026-12-31", on("SUNDAY", "SATURDAY"),
			&acd.Recurrence{Frequency: acd.Weekly, Interval: 2},
			[]string{"2026-12-05", "2026-12-13", "2026-12-19", "2026-12-27"}},
		{"weekly without a day", "2026-12-05", "2026-12-14", nil, &acd.Recurrence{Frequency: acd.Weekly, Interval: 2},
			[]string{"2026-12-05", "2026-12-13", "2026-12-14"}},
		{"a day of the month", "2026-01-01", "2026-04-30", nil,
			&acd.Recurrence{Frequency: acd.Monthly, Interval: 1, MonthDays: one(31)}, []string{"2026-01-31", "2026-03-31"}},
		{"the last day of the month", "2028-01-15", "2028-04-15", nil,
			&acd.Recurrence{Frequency: acd.Monthly, Interval: 1, MonthDays: one(-1)},
			[]string{"2028-01-31", "2028-02-29", "2028-03-31"}},
		{"every third month", "2026-11-15", "2027-06-30", nil,
			&acd.Recurrence{Frequency: acd.Monthly, Interval: 3, MonthDays: one(1)}, []string{"2027-02-01", "2027-05-01"}},
		{"monthly and no more", "2026-01-30", "2026-04-30", nil, &acd.Recurrence{Frequency: acd.Monthly, Interval: 1},
			[]string{"2026-01-30", "2026-03-30", "2026-04-30"}},
		{"monthly on a weekday", "2026-01-30", "2026-03-31", on("FRIDAY"),
			&acd.Recurrence{Frequency: acd.Monthly, Interval: 2},
			[]string{"2026-01-30", "2026-03-06", "2026-03-13", "2026-03-20", "2026-03-27"}},
		{"the second Tuesday", "2026-01-01", "2026-03-31", on("TUESDAY"),
			&acd.Recurrence{Frequency: acd.Monthly, Interval: 1, WeekdayOccurrences: one(2)},
			[]string{"2026-01-13", "2026-02-10", "2026-03-10"}},
		{"the last Friday", "2026-01-01", "2026-04-01", on("FRIDAY"),
			&acd.Recurrence{Frequency: acd.Monthly, Interval: 1, WeekdayOccurrences: one(-1)},
			[]string{"2026-01-30", "2026-02-27", "2026-03-27"}},
		{"Thanksgiving", "2026-01-01", "2028-12-31", on("THURSDAY"), &acd.Recurrence{Frequency: acd.Yearly, Interval: 1,
			Months: one(11), WeekdayOccurrences: one(4)}, []string{"2026-11-26", "2027-11-25", "2028-11-23"}},
		{"Christmas, every other year", "2026-01-01", "2030-12-31", nil, &acd.Recurrence{Frequency: acd.Yearly,
			Interval: 2, Months: one(12), MonthDays: one(25)}, []string{"2026-12-25", "2028-12-25", "2030-12-25"}},
		{"a leap day", "2024-02-29", "2033-01-01", nil, &acd.Recurrence{Frequency: acd.Yearly, Interval: 1},
			[]string{"2024-02-29", "2028-02-29", "2032-02-29"}},
		{"a day of the month of the first date", "2026-07-10", "2028-07-10", nil, &acd.Recurrence{Frequency: acd.Yearly,
			Interval: 1, MonthDays: one(4)}, []string{"2027-07-04", "2028-07-04"}},
		{"a Christmas that is a Friday", "2026-01-01", "2037-12-31", on("FRIDAY"), &acd.Recurrence{Frequency: acd.Yearly,
			Interval: 1, Months: one(12), MonthDays: one(25)}, []string{"2026-12-25", "2037-12-25"}},
	} {
		cal := calendar{overrides: []acd.HoursOverride{{Type: acd.OverrideClosed, From: c.from, Till: c.till,
			Config: c.config, Recurrence: c.recurrence}}}
		first, _ := readDate("2024-01-01")
		var got []string
		for d := first; d.std().Year() < 2039; d++ {
			if len(covered(cal.overriding(d), acd.OverrideClosed, d)) > 0 {
				got = append(got, d.String())
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\ngot  %v\nwant %v", c.about, got, c.want)
		}
	}
}

// TestCalendar_Competing plays the three examples of AG:hours-of-operation-overrides.
func TestCalendar_Competing(t *testing.T) {
	between := func(from, till int32) []acd.OverrideConfig {
		return []acd.OverrideConfig{{Start: &acd.ClockTime{Hours: from}, End: &acd.ClockTime{Hours: till}}}
	}
	override := func(kind acd.OverrideType, config []acd.OverrideConfig) acd.HoursOverride {
		return acd.HoursOverride{Type: kind, From: "2026-11-29", Till: "2026-11-30", Config: config}
	}
	week := []acd.HoursConfig{slot("MONDAY", 900, 1700)}
	const sunday, monday = "2026-11-29", "2026-11-30"
	for _, c := range []struct {
		about     string
		on        string
		overrides []acd.HoursOverride
		want      []stretch
	}{
		{"nothing else", monday, nil, []stretch{{9 * 60, 17 * 60}}},
		{"closed all day", monday, []acd.HoursOverride{override(acd.OverrideOpen, between(6, 22)),
			override(acd.OverrideStandard, between(7, 8)), override(acd.OverrideClosed, nil)}, nil},
		{"open on a closed day", sunday, []acd.HoursOverride{override(acd.OverrideOpen, between(10, 22))},
			[]stretch{{10 * 60, 22 * 60}}},
		{"open, closed and temporary", monday, []acd.HoursOverride{override(acd.OverrideOpen, between(18, 20)),
			override(acd.OverrideClosed, between(12, 16)), override(acd.OverrideStandard, between(8, 14))},
			[]stretch{{8 * 60, 12 * 60}, {18 * 60, 20 * 60}}},
		{"temporary hours replace the week's", monday, []acd.HoursOverride{override(acd.OverrideStandard, between(20, 0))},
			[]stretch{{20 * 60, 24 * 60}}},
		{"temporary hours without hours", monday, []acd.HoursOverride{override(acd.OverrideStandard, nil)}, nil},
		{"temporary hours of another weekday", monday, []acd.HoursOverride{override(acd.OverrideStandard,
			[]acd.OverrideConfig{{Day: "SUNDAY"}})}, nil},
		{"two temporary hours", monday, []acd.HoursOverride{override(acd.OverrideStandard, between(6, 8)),
			override(acd.OverrideStandard, between(8, 9))}, []stretch{{6 * 60, 9 * 60}}},
	} {
		on, _ := readDate(c.on)
		cal := calendar{week: week, overrides: c.overrides}
		if got := cal.open(on); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.about, got, c.want)
		}
	}
}
