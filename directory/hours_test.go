package directory

import (
	"fmt"
	"strings"
	"testing"

	"patchcord/acd"
)

func TestUpdateHoursOfOperation(t *testing.T) {
	s := fresh(t)
	shop := s.hours("Shop", "UTC", slot("MONDAY", 900, 1700))
	before, _ := s.Hours(shop)
	s.at = s.at.Add(acd.Second)
	s.must(acd.UpdateHoursOfOperation{ID: shop, Name: new("SHOP"), TimeZone: new("Asia/Tokyo")})
	want := before
	want.Name, want.TimeZone, want.LastModifiedAt = "SHOP", "Asia/Tokyo", s.at
	got, _ := s.Hours(shop)
	s.equal("a new name and zone", got, want)

	s.must(acd.UpdateHoursOfOperation{ID: shop, Description: new("Those who sell"),
		Config: &[]acd.HoursConfig{slot("SUNDAY", 0, 0)}})
	want.Description, want.Config = "Those who sell", []acd.HoursConfig{slot("SUNDAY", 0, 0)}
	got, _ = s.Hours(shop)
	s.equal("other hours", got, want)
	s.must(acd.UpdateHoursOfOperation{ID: shop, Description: new(""), Config: &[]acd.HoursConfig{}})
	if got, _ = s.Hours(shop); got.Description != "" || len(got.Config) != 0 || s.open(shop, "2026-11-29T00:00:00Z") {
		t.Errorf("nothing is left: got %+v", got)
	}

	for _, c := range []struct {
		cmd  acd.UpdateHoursOfOperation
		code acd.Code
		part string
	}{
		{acd.UpdateHoursOfOperation{ID: "none"}, acd.NotFound, `the id "none"`},
		{acd.UpdateHoursOfOperation{ID: shop}, acd.Improper, "nothing is to change"},
		{acd.UpdateHoursOfOperation{ID: shop, Name: new("basic hours")}, acd.Duplicate, "is taken"},
		{acd.UpdateHoursOfOperation{ID: shop, Name: new("")}, acd.Invalid, "no name"},
		{acd.UpdateHoursOfOperation{ID: shop, TimeZone: new("Mars/Olympus")}, acd.Invalid, "Mars/Olympus"},
		{acd.UpdateHoursOfOperation{ID: shop, Config: &[]acd.HoursConfig{slot("MONDAY", 900, 800)}}, acd.Invalid,
			"not after its start"},
	} {
		s.refused(c.cmd, c.code, c.part)
	}
}

func TestDeleteHoursOfOperation(t *testing.T) {
	s := fresh(t)
	parent, free := s.hours("Holidays", "UTC"), s.hours("Free", "UTC")
	child := acd.HoursID(s.must(acd.CreateHoursOfOperation{Hours: acd.HoursOfOperation{Name: "Shop", TimeZone: "UTC",
		ParentIDs: []acd.HoursID{parent}}}))
	s.must(acd.CreateHoursOfOperationOverride{Override: s.override(free, "Xmas")})

	refusal := s.refused(acd.DeleteHoursOfOperation{ID: s.basicHours()}, acd.InUse, "the queue BasicQueue")
	s.equal("in use by", refusal.Resource, acd.Resource{Type: "QUEUE", ID: string(s.basicQueue())})
	s.refused(acd.DeleteHoursOfOperation{ID: parent}, acd.InUse, "Shop take their overrides from Holidays")
	s.refused(acd.DeleteHoursOfOperation{ID: "none"}, acd.NotFound, `the id "none"`)
	for _, id := range []acd.HoursID{free, child, parent} {
		s.must(acd.DeleteHoursOfOperation{ID: id})
		if _, ok := s.Hours(id); ok || len(s.HoursOverrides(id)) > 0 {
			t.Errorf("%s is still there", id)
		}
	}
	s.hours("Free", "UTC") // the name is free again
}

// override returns an override of three days, which is right.
func (s *scene) override(hours acd.HoursID, name string) acd.HoursOverride {
	return acd.HoursOverride{HoursID: hours, Name: name, From: "2026-12-24", Till: "2026-12-26"}
}

func TestCreateHoursOfOperationOverride(t *testing.T) {
	s := fresh(t)
	shop := s.hours("Shop", "UTC", slot("THURSDAY", 900, 1700))
	want := s.override(shop, "Xmas")
	want.ID = acd.HoursOverrideID(s.must(acd.CreateHoursOfOperationOverride{Override: want}))
	want.Type, want.LastModifiedAt = acd.OverrideStandard, s.at
	got, _ := s.HoursOverride(shop, want.ID)
	s.equal("override", got, want)
	if s.open(shop, "2026-12-24T12:00:00Z") || !s.open(shop, "2026-12-31T12:00:00Z") {
		t.Error("the shop is closed at Christmas, and only then")
	}
	if _, ok := s.HoursOverride(s.basicHours(), want.ID); ok {
		t.Error("other hours have the override too")
	}
	s.must(acd.CreateHoursOfOperationOverride{Override: s.override(s.basicHours(), "Xmas")})

	s.refused(acd.CreateHoursOfOperationOverride{Override: s.override(shop, "XMAS")}, acd.Duplicate, `"XMAS" is taken`)
	s.refused(acd.CreateHoursOfOperationOverride{Override: s.override("none", "Xmas")}, acd.NotFound, `the id "none"`)
	for i := range 49 {
		s.must(acd.CreateHoursOfOperationOverride{Override: s.override(shop, fmt.Sprint("No ", i))})
	}
	s.refused(acd.CreateHoursOfOperationOverride{Override: s.override(shop, "One more")}, acd.Limit, "50 of at most 50")
}

func TestCreateHoursOfOperationOverride_Refused(t *testing.T) {
	s := fresh(t)
	override := func(kind acd.OverrideType, r *acd.Recurrence, config ...acd.OverrideConfig) acd.HoursOverride {
		o := s.override(s.basicHours(), "Xmas")
		o.Type, o.Recurrence, o.Config = kind, r, config
		return o
	}
	dates := func(from, till string) acd.HoursOverride {
		o := s.override(s.basicHours(), "Xmas")
		o.From, o.Till = from, till
		return o
	}
	closed := func(r acd.Recurrence) acd.HoursOverride { return override(acd.OverrideClosed, &r) }
	times := func(day string, from, till int32) acd.OverrideConfig {
		return acd.OverrideConfig{Day: day, Start: &acd.ClockTime{Hours: from}, End: &acd.ClockTime{Hours: till}}
	}
	const weekly, monthly, yearly = acd.Weekly, acd.Monthly, acd.Yearly
	first := []int32{1}
	for _, c := range []struct {
		override acd.HoursOverride
		code     acd.Code
		part     string
	}{
		{s.override(s.basicHours(), ""), acd.Invalid, "no name"},
		{dates("2026-02-30", "2026-03-01"), acd.Invalid, `EffectiveFrom is "2026-02-30"`},
		{dates("2026-02-01", ""), acd.Invalid, `EffectiveTill is ""`},
		{dates("2026-03-02", "2026-03-01"), acd.Invalid, "EffectiveTill is 2026-03-01, before EffectiveFrom"},
		{override("SHUT", nil), acd.Invalid, "give STANDARD, OPEN or CLOSED"},
		{override(acd.OverrideOpen, nil, times("Monday", 1, 2)), acd.Invalid, `Day is "Monday"`},
		{override(acd.OverrideOpen, nil, times("", 2, 2)), acd.Invalid, "not after its start"},
		{override(acd.OverrideOpen, nil, times("", 2, 24)), acd.Invalid, "give times from 0:00"},
		{override(acd.OverrideOpen, nil, acd.OverrideConfig{Start: &acd.ClockTime{}}), acd.Invalid, "has one time"},
		{override(acd.OverrideStandard, &acd.Recurrence{Frequency: weekly, Interval: 1}), acd.Improper, "does not recur"},
		{closed(acd.Recurrence{Frequency: "DAILY", Interval: 1}), acd.Invalid, "give WEEKLY, MONTHLY or YEARLY"},
		{closed(acd.Recurrence{Frequency: weekly}), acd.Invalid, "Interval is 0"},
		{closed(acd.Recurrence{Frequency: monthly, Interval: 1, Months: first}), acd.Improper, "ByMonth goes with"},
		{closed(acd.Recurrence{Frequency: weekly, Interval: 1, MonthDays: first}), acd.Improper, "days of the week"},
		{closed(acd.Recurrence{Frequency: monthly, Interval: 1, MonthDays: first, WeekdayOccurrences: first}),
			acd.Improper, "give one of them"},
		{closed(acd.Recurrence{Frequency: monthly, Interval: 1, WeekdayOccurrences: first}), acd.Improper, "its Day"},
		{override(acd.OverrideClosed, &acd.Recurrence{Frequency: monthly, Interval: 1, WeekdayOccurrences: first},
			acd.OverrideConfig{Day: "MONDAY"}, acd.OverrideConfig{}), acd.Improper, "its Day"},
		{closed(acd.Recurrence{Frequency: yearly, Interval: 1, Months: []int32{13}}), acd.Invalid, "ByMonth is 13"},
		{closed(acd.Recurrence{Frequency: yearly, Interval: 1, Months: []int32{1, 2}}), acd.Invalid, "has 2 numbers"},
		{closed(acd.Recurrence{Frequency: yearly, Interval: 1, MonthDays: []int32{0}}), acd.Invalid, "but not 0"},
		{closed(acd.Recurrence{Frequency: yearly, Interval: 1, MonthDays: []int32{-2}}), acd.Invalid, "ByMonthDay is -2"},
	} {
		s.refused(acd.CreateHoursOfOperationOverride{Override: c.override}, c.code, c.part)
	}
}

func TestUpdateHoursOfOperationOverride(t *testing.T) {
	s := fresh(t)
	shop := s.hours("Shop", "UTC", slot("THURSDAY", 900, 1700))
	id := acd.HoursOverrideID(s.must(acd.CreateHoursOfOperationOverride{Override: s.override(shop, "Xmas")}))
	s.must(acd.CreateHoursOfOperationOverride{Override: s.override(shop, "Easter")})
	yearly := &acd.Recurrence{Frequency: acd.Yearly, Interval: 1}
	s.must(acd.UpdateHoursOfOperationOverride{HoursID: shop, ID: id, Name: new("XMAS"), Type: new(acd.OverrideClosed),
		Recurrence: yearly, Till: new("2036-12-31"), Description: new("Each year")})
	got, _ := s.HoursOverride(shop, id)
	s.equal("yearly", got, acd.HoursOverride{ID: id, HoursID: shop, Name: "XMAS", Type: acd.OverrideClosed,
		Description: "Each year", From: "2026-12-24", Till: "2036-12-31", Recurrence: yearly, LastModifiedAt: s.at})
	if s.open(shop, "2026-12-24T12:00:00Z") || !s.open(shop, "2026-12-31T12:00:00Z") {
		t.Error("closed on the 24th of each December, open a week later")
	}
	s.must(acd.UpdateHoursOfOperationOverride{HoursID: shop, ID: id, Type: new(acd.OverrideStandard),
		Config: &[]acd.OverrideConfig{{Day: "FRIDAY"}}})
	if got, _ = s.HoursOverride(shop, id); got.Recurrence != nil || !s.open(shop, "2026-12-25T12:00:00Z") {
		t.Errorf("a standard override recurs no more: got %+v", got)
	}

	for _, c := range []struct {
		cmd  acd.UpdateHoursOfOperationOverride
		code acd.Code
		part string
	}{
		{acd.UpdateHoursOfOperationOverride{HoursID: "none", ID: id}, acd.NotFound, `the id "none"`},
		{acd.UpdateHoursOfOperationOverride{HoursID: s.basicHours(), ID: id}, acd.NotFound, "have no override"},
		{acd.UpdateHoursOfOperationOverride{HoursID: shop, ID: id, Name: new("easter")}, acd.Duplicate, "is taken"},
		{acd.UpdateHoursOfOperationOverride{HoursID: shop, ID: id, From: new("2037-01-01")}, acd.Invalid, "before"},
		{acd.UpdateHoursOfOperationOverride{HoursID: shop, ID: id, Recurrence: yearly}, acd.Improper, "does not recur"},
	} {
		s.refused(c.cmd, c.code, c.part)
	}

	s.refused(acd.DeleteHoursOfOperationOverride{HoursID: s.basicHours(), ID: id}, acd.NotFound, "have no override")
	s.must(acd.DeleteHoursOfOperationOverride{HoursID: shop, ID: id})
	s.refused(acd.DeleteHoursOfOperationOverride{HoursID: shop, ID: id}, acd.NotFound, "have no override")
	if !s.open(shop, "2028-12-28T12:00:00Z") {
		t.Error("the shop is open again")
	}
}

// TestParents: hours take over what overrides their parents, by their own clocks, and count none of it.
func TestParents(t *testing.T) {
	s := fresh(t)
	s.quotas.OverridesPerHours = 1
	holidays := s.hours("Holidays", "UTC")
	s.must(acd.CreateHoursOfOperationOverride{Override: s.override(holidays, "Xmas")})
	shop := acd.HoursID(s.must(acd.CreateHoursOfOperation{Hours: acd.HoursOfOperation{Name: "Shop",
		TimeZone: "America/New_York", Config: []acd.HoursConfig{slot("SATURDAY", 0, 0), slot("SUNDAY", 0, 0)},
		ParentIDs: []acd.HoursID{holidays}}}))
	if s.open(shop, "2026-12-27T04:59:59Z") || !s.open(shop, "2026-12-27T05:00:00Z") {
		t.Error("Christmas ends at midnight in New York")
	}
	s.must(acd.CreateHoursOfOperationOverride{Override: s.override(shop, "Xmas")})
	s.Directory = Restore(s.Snapshot())
	if s.open(shop, "2026-12-27T04:59:59Z") {
		t.Error("after a restore the shop is open at Christmas")
	}
}

func TestEffectiveHours(t *testing.T) {
	s := fresh(t)
	holidays := s.hours("Holidays", "UTC")
	xmas := s.override(holidays, "Xmas")
	xmas.From, xmas.Till = "2026-12-25", "2026-12-25"
	s.must(acd.CreateHoursOfOperationOverride{Override: xmas})
	shop := acd.HoursID(s.must(acd.CreateHoursOfOperation{Hours: acd.HoursOfOperation{Name: "Shop", TimeZone: "UTC",
		Config:    []acd.HoursConfig{slot("THURSDAY", 900, 1200), slot("THURSDAY", 1200, 0), slot("SUNDAY", 0, 0)},
		ParentIDs: []acd.HoursID{holidays}}}))
	for _, o := range []acd.HoursOverride{
		{Name: "Open", Type: acd.OverrideOpen, From: "2026-12-25", Till: "2026-12-26", Config: []acd.OverrideConfig{
			{Start: &acd.ClockTime{Hours: 20}, End: &acd.ClockTime{}}}},
		{Name: "Shut", Type: acd.OverrideClosed, From: "2026-12-25", Till: "2026-12-26", Config: []acd.OverrideConfig{
			{Start: &acd.ClockTime{Hours: 21, Minutes: 15}, End: &acd.ClockTime{Hours: 22}}}},
	} {
		o.HoursID = shop
		s.must(acd.CreateHoursOfOperationOverride{Override: o})
	}
	at := func(fromH, fromM, tillH, tillM int32) acd.OpenHours {
		return acd.OpenHours{Start: acd.ClockTime{Hours: fromH, Minutes: fromM},
			End: acd.ClockTime{Hours: tillH, Minutes: tillM}}
	}
	late := []acd.OpenHours{at(20, 0, 21, 15), at(22, 0, 0, 0)}
	says := []acd.OverrideHours{{Name: "Shut", Closed: true, OpenHours: at(21, 15, 22, 0)},
		{Name: "Open", OpenHours: at(20, 0, 0, 0)}}
	got, err := s.EffectiveHours(shop, "2026-12-24", "2026-12-27")
	if err != nil {
		t.Fatal(err)
	}
	s.equal("four days", got, []acd.EffectiveHours{
		{Date: "2026-12-24", Open: []acd.OpenHours{at(9, 0, 0, 0)}},
		{Date: "2026-12-25", Open: late, Overrides: append(says[:2:2],
			acd.OverrideHours{Name: "Xmas", Closed: true, OpenHours: at(0, 0, 0, 0)})},
		{Date: "2026-12-26", Open: late, Overrides: says},
		{Date: "2026-12-27", Open: []acd.OpenHours{at(0, 0, 0, 0)}},
	})
	if got, err := s.EffectiveHours(shop, "2026-12-24", "2027-12-24"); err != nil || len(got) != 366 {
		t.Errorf("a year: got %d days, %v", len(got), err)
	}
	for _, c := range []struct{ id, from, till, part string }{
		{string(shop), "2026-12-24", "2027-12-25", "at most 366"},
		{string(shop), "2026-12-24", "2026-12-23", "ToDate is 2026-12-23, before FromDate"},
		{string(shop), "2026-12-32", "2027-01-01", `FromDate is "2026-12-32"`},
		{"none", "2026-12-24", "2026-12-24", `the id "none"`},
	} {
		_, err := s.EffectiveHours(acd.HoursID(c.id), c.from, c.till)
		if err == nil || !strings.Contains(err.Error(), c.part) {
			t.Errorf("%s to %s: got %v, want ... %s", c.from, c.till, err, c.part)
		}
	}
}
