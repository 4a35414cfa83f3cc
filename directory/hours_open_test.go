package directory

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"patchcord/acd"
)

// instant reads a time such as 2026-03-29T00:59:00Z.
func instant(t *testing.T, text string) acd.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return acd.TimeOf(at)
}

// open asks whether hours are open, which must be known.
func (s *scene) open(id acd.HoursID, at string) bool {
	s.Helper()
	open, ok := s.IsOpen(id, instant(s.T, at))
	if !ok {
		s.Errorf("%s is not known", id)
	}
	return open
}

// hours adds hours of operation.
func (s *scene) hours(name, zone string, config ...acd.HoursConfig) acd.HoursID {
	s.Helper()
	return acd.HoursID(s.must(acd.CreateHoursOfOperation{
		Hours: acd.HoursOfOperation{Name: name, TimeZone: zone, Config: config}}))
}

func slot(day string, from, till int32) acd.HoursConfig {
	return acd.HoursConfig{Day: day, StartHours: from / 100, StartMinutes: from % 100, EndHours: till / 100,
		EndMinutes: till % 100}
}

func TestIsOpen(t *testing.T) {
	s := fresh(t)
	shop := s.hours("Shop", "Europe/Berlin", slot("MONDAY", 900, 1730), slot("FRIDAY", 2200, 0), slot("SUNDAY", 0, 0),
		slot("SATURDAY", 800, 1100), slot("SATURDAY", 1200, 1700))
	for _, c := range []struct {
		at   string
		open bool
	}{
		{"2026-11-23T07:59:59Z", false}, // a Monday, an hour ahead of UTC
		{"2026-11-23T08:00:00Z", true},
		{"2026-11-23T16:29:59Z", true},
		{"2026-11-23T16:30:00Z", false},
		{"2026-06-01T06:59:59Z", false}, // a Monday in summer, two hours ahead
		{"2026-06-01T07:00:00Z", true},
		{"2026-11-24T12:00:00Z", false}, // Tuesday
		{"2026-11-27T20:59:59Z", false}, // Friday until the end of the day
		{"2026-11-27T21:00:00Z", true},
		{"2026-11-27T22:59:59Z", true},
		{"2026-11-27T23:00:00Z", false},
		{"2026-11-28T10:00:00Z", false}, // Saturday, at lunch
		{"2026-11-28T11:00:00Z", true},
		{"2026-11-28T22:59:59Z", false},
		{"2026-11-28T23:00:00Z", true}, // all Sunday
		{"2026-11-29T22:59:59Z", true},
		{"2026-11-29T23:00:00Z", false},
	} {
		if got := s.open(shop, c.at); got != c.open {
			t.Errorf("%s: open is %v", c.at, got)
		}
	}
	if !s.open(s.basicHours(), "2026-11-25T03:00:00Z") {
		t.Error("the basic hours are open at all times")
	}
	if _, ok := s.IsOpen("none", s.at); ok {
		t.Error("hours that do not exist are known")
	}
}

func TestIsOpen_DaylightSaving(t *testing.T) {
	s := fresh(t)
	night := s.hours("Night", "Europe/Berlin", slot("SUNDAY", 130, 245))
	south := s.hours("South", "Australia/Lord_Howe", slot("SUNDAY", 145, 215))
	for _, c := range []struct {
		id   acd.HoursID
		at   string
		open bool
	}{
		{night, "2026-03-29T00:29:59Z", false}, // the clock jumps from 2:00 to 3:00
		{night, "2026-03-29T00:30:00Z", true},
		{night, "2026-03-29T00:59:59Z", true},
		{night, "2026-03-29T01:00:00Z", false},
		{night, "2026-10-24T23:29:59Z", false}, // the clock goes back from 3:00 to 2:00
		{night, "2026-10-24T23:30:00Z", true},
		{night, "2026-10-25T00:44:59Z", true},
		{night, "2026-10-25T00:45:00Z", false}, // 2:45 for the first time
		{night, "2026-10-25T01:00:00Z", true},  // 2:00 for the second time
		{night, "2026-10-25T01:44:59Z", true},
		{night, "2026-10-25T01:45:00Z", false},
		{south, "2026-04-04T14:44:59Z", false}, // half an hour back, from 2:00 to 1:30
		{south, "2026-04-04T14:45:00Z", true},
		{south, "2026-04-04T14:59:59Z", true},
		{south, "2026-04-04T15:00:00Z", false}, // 1:30 again
		{south, "2026-04-04T15:15:00Z", true},
		{south, "2026-04-04T15:44:59Z", true},
		{south, "2026-04-04T15:45:00Z", false},
	} {
		if got := s.open(c.id, c.at); got != c.open {
			t.Errorf("%s: open is %v", c.at, got)
		}
	}
}

// TestIsOpen_UnknownZone: what an old journal says of a zone that nobody knows any more is kept, and nobody guesses.
func TestIsOpen_UnknownZone(t *testing.T) {
	s := fresh(t)
	for _, zone := range []string{"", "Local", "Middle/Earth"} {
		s.Emit(acd.HoursOfOperationCreated{Hours: acd.HoursOfOperation{ID: "odd", Name: "Odd", TimeZone: zone,
			Config: []acd.HoursConfig{{Day: "MONDAY"}}}})
		if _, ok := s.IsOpen("odd", s.at); ok {
			t.Errorf("%q passes for a time zone", zone)
		}
	}
}

func TestIsOpen_AfterRestore(t *testing.T) {
	s := fresh(t)
	shop := s.hours("Shop", "Europe/Berlin", slot("MONDAY", 900, 1730))
	s.Directory = Restore(s.Snapshot())
	if !s.open(shop, "2026-11-23T08:00:00Z") {
		t.Error("the shop is closed")
	}
}

// TestCalendar_Twin holds the stretches of a day against the rule minute by minute.
func TestCalendar_Twin(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	draw := rand.New(rand.NewPCG(seed, 0))
	first, _ := readDate("2026-01-01")
	for range 400 {
		c := calendar{week: someWeek(draw), overrides: someOverrides(draw, first)}
		on := first + date(draw.IntN(400))
		var want []stretch
		for m := range int32(endOfDay) {
			if !slowlyOpen(&c, on, m) {
				continue
			}
			if last := len(want) - 1; last >= 0 && want[last].till == m {
				want[last].till++
			} else {
				want = append(want, stretch{m, m + 1})
			}
		}
		if got := c.open(on); !slices.Equal(got, want) {
			t.Fatalf("seed %d, %s: got %v, want %v of %+v", seed, on, got, want, c)
		}
	}
}

// slowlyOpen says whether a calendar is open in a minute, by asking one kind of hours after the other.
func slowlyOpen(c *calendar, on date, minute int32) bool {
	says := func(list []stretch) bool {
		return slices.ContainsFunc(list, func(s stretch) bool { return s.from <= minute && minute < s.till })
	}
	overrides := c.overriding(on)
	if says(covered(overrides, acd.OverrideClosed, on)) {
		return false
	}
	if says(covered(overrides, acd.OverrideOpen, on)) {
		return true
	}
	if slices.ContainsFunc(overrides, isStandard) {
		return says(covered(overrides, acd.OverrideStandard, on))
	}
	return says(c.weekly(on))
}

func someWeek(draw *rand.Rand) []acd.HoursConfig {
	var week []acd.HoursConfig
	for range draw.IntN(20) {
		from := draw.Int32N(23)
		week = append(week, slot(weekdays()[draw.IntN(7)], from*100, (from+1+draw.Int32N(24-from))%24*100))
	}
	return week
}

func someOverrides(draw *rand.Rand, first date) []acd.HoursOverride {
	var list []acd.HoursOverride
	for range draw.IntN(8) {
		from := first + date(draw.IntN(100))
		o := acd.HoursOverride{From: from.String(), Till: (from + date(draw.IntN(300))).String()}
		o.Type = []acd.OverrideType{acd.OverrideStandard, acd.OverrideOpen, acd.OverrideClosed}[draw.IntN(3)]
		for _, s := range someWeek(draw) {
			o.Config = append(o.Config, acd.OverrideConfig{Day: []string{s.Day, ""}[draw.IntN(2)],
				Start: &acd.ClockTime{Hours: s.StartHours}, End: &acd.ClockTime{Hours: s.EndHours}})
		}
		if o.Type != acd.OverrideStandard && draw.IntN(2) == 0 {
			o.Recurrence = &acd.Recurrence{Frequency: acd.Weekly, Interval: 1 + draw.Int32N(3)}
		}
		list = append(list, o)
	}
	return list
}
