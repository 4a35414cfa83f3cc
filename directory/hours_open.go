package directory

import (
	"cmp"
	"slices"
	"time"
	_ "time/tzdata" // the world's time zones, where the machine has none of its own (A0200)

	"patchcord/acd"
)

// IsOpen says whether hours of operation are open at an instant, by the clocks of their time zone (A0200). ok is false
// where there are none with this id, or nobody knows their time zone. An answer decides only what is journalled, so a
// replay never asks.
func (d *Directory) IsOpen(id acd.HoursID, at acd.Time) (open, ok bool) {
	c, ok := d.calendarOf(id)
	if !ok {
		return false, false
	}
	local := at.Std().In(c.zone)
	minute := int32(local.Hour()*60 + local.Minute())
	for _, s := range c.open(dateOf(local)) {
		if s.from <= minute && minute < s.till {
			return true, true
		}
	}
	return false, true
}

// calendar is what says when hours of operation are open: those of the week, and what changes them on some dates.
type calendar struct {
	zone      *time.Location
	week      []acd.HoursConfig
	overrides []acd.HoursOverride
}

func (d *Directory) calendarOf(id acd.HoursID) (calendar, bool) {
	hours, ok := d.Hours(id)
	c := calendar{zone: d.zones[hours.TimeZone], week: hours.Config, overrides: d.overrides[id]}
	for _, parent := range hours.ParentIDs { // a child takes over what overrides its parents
		c.overrides = slices.Concat(c.overrides, d.overrides[parent])
	}
	return c, ok && c.zone != nil
}

// putHours keeps hours of operation, and looks their time zone up once and for all readers.
func (d *Directory) putHours(h acd.HoursOfOperation) {
	d.hours.put(h)
	if _, known := d.zones[h.TimeZone]; known || h.TimeZone == "" || h.TimeZone == ownZone {
		return // the zone of the machine is none of the world's
	}
	d.zones[h.TimeZone], _ = time.LoadLocation(h.TimeZone) // nil: IsOpen says that it does not know
}

// A stretch is a part of a day, in minutes from its midnight; till is not in it.
type stretch struct{ from, till int32 }

// endOfDay is the minute after a day's last.
const endOfDay = 24 * 60

// open returns when the hours are open on a date, as stretches in order with closed minutes between them.
//
// What closes goes before what opens, and that before the hours that stand in the place of the week's
// (AG:hours-of-operation-overrides, "Dates with competing overrides").
func (c *calendar) open(on date) []stretch {
	overrides := c.overriding(on)
	stretches := covered(overrides, acd.OverrideStandard, on) // of several, each adds its own (A0201)
	if !slices.ContainsFunc(overrides, isStandard) {
		stretches = c.weekly(on)
	}
	stretches = union(append(stretches, covered(overrides, acd.OverrideOpen, on)...))
	for _, closed := range covered(overrides, acd.OverrideClosed, on) {
		stretches = minus(stretches, closed)
	}
	return stretches
}

func isStandard(o acd.HoursOverride) bool { return o.Type == acd.OverrideStandard }

// weekly returns the hours of the week on a date.
func (c *calendar) weekly(on date) []stretch {
	var stretches []stretch
	for _, s := range c.week {
		if s.Day == on.weekday() {
			stretches = append(stretches, stretchOf(clock(s.StartHours, s.StartMinutes), clock(s.EndHours, s.EndMinutes)))
		}
	}
	return stretches
}

// overriding returns the overrides between whose first and last dates a date lies.
func (c *calendar) overriding(on date) []acd.HoursOverride {
	var list []acd.HoursOverride
	day := on.String() // dates in this form are in order as texts
	for _, o := range c.overrides {
		if o.From <= day && day <= o.Till {
			list = append(list, o)
		}
	}
	return list
}

// covered returns what the overrides of a type cover on a date.
func covered(overrides []acd.HoursOverride, kind acd.OverrideType, on date) []stretch {
	var stretches []stretch
	for _, o := range overrides {
		if o.Type == kind {
			stretches = append(stretches, stretchesOn(&o, on)...)
		}
	}
	return stretches
}

func clock(hours, minutes int32) int32 { return hours*60 + minutes }

// stretchOf returns the part of a day between two times. An end of 0:00 is the end of the day.
func stretchOf(from, till int32) stretch {
	if till == 0 {
		till = endOfDay
	}
	return stretch{from, till}
}

// union puts stretches in order and joins those that touch.
func union(stretches []stretch) []stretch {
	slices.SortFunc(stretches, func(a, b stretch) int { return cmp.Compare(a.from, b.from) })
	var joined []stretch
	for _, s := range stretches {
		if last := len(joined) - 1; last >= 0 && s.from <= joined[last].till {
			joined[last].till = max(joined[last].till, s.till)
		} else {
			joined = append(joined, s)
		}
	}
	return joined
}

// minus takes one stretch out of others.
func minus(stretches []stretch, out stretch) []stretch {
	var left []stretch
	for _, s := range stretches {
		for _, part := range []stretch{{s.from, min(s.till, out.from)}, {max(s.from, out.till), s.till}} {
			if part.from < part.till {
				left = append(left, part)
			}
		}
	}
	return left
}
