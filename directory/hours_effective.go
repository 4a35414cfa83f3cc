package directory

import "patchcord/acd"

// effectiveDaysMax is how many dates GetEffectiveHoursOfOperations answers at once (A0204).
const effectiveDaysMax = 366

// EffectiveHours returns when hours of operation are open on each date from one to another, both included.
func (d *Directory) EffectiveHours(id acd.HoursID, from, till string) ([]acd.EffectiveHours, error) {
	if err := firstOf(checkDates("FromDate", from, "ToDate", till), d.hours.known(string(id))); err != nil {
		return nil, err
	}
	first, _ := readDate(from)
	last, _ := readDate(till)
	if last-first >= effectiveDaysMax {
		return nil, acd.Errorf(acd.Invalid, "from FromDate to ToDate are %d days; ask for at most %d", last-first+1,
			effectiveDaysMax)
	}
	c, _ := d.calendarOf(id)
	var days []acd.EffectiveHours
	for on := first; on <= last; on++ {
		day := acd.EffectiveHours{Date: on.String(), Open: []acd.OpenHours{}, Overrides: c.contributions(on)}
		for _, s := range c.open(on) {
			day.Open = append(day.Open, s.hours())
		}
		days = append(days, day)
	}
	return days, nil
}

// contributions returns what each override says of a date, the strongest type first. A standard one without a slot for
// the date closes it.
func (c *calendar) contributions(on date) []acd.OverrideHours {
	var list []acd.OverrideHours
	overrides := c.overriding(on)
	for _, kind := range []acd.OverrideType{acd.OverrideClosed, acd.OverrideOpen, acd.OverrideStandard} {
		for _, o := range overrides {
			if o.Type != kind {
				continue
			}
			stretches, closed := stretchesOn(&o, on), kind == acd.OverrideClosed
			if len(stretches) == 0 && kind == acd.OverrideStandard {
				stretches, closed = []stretch{{0, endOfDay}}, true
			}
			for _, s := range stretches {
				list = append(list, acd.OverrideHours{Name: o.Name, Closed: closed, OpenHours: s.hours()})
			}
		}
	}
	return list
}

// hours returns a stretch as times of day. The end of the day is 0:00.
func (s stretch) hours() acd.OpenHours {
	till := s.till % endOfDay
	return acd.OpenHours{Start: acd.ClockTime{Hours: s.from / 60, Minutes: s.from % 60},
		End: acd.ClockTime{Hours: till / 60, Minutes: till % 60}}
}
