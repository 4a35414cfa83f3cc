package directory

import (
	"strings"
	"time"

	"patchcord/acd"
)

// date is a day of the calendar, whatever the zone: days since 1970-01-01.
type date int64

const (
	dateForm    = time.DateOnly
	daysOfWeek  = 7
	firstSunday = 3 // 1970-01-04
	dayLength   = int64(24 * time.Hour / time.Second)
)

// dateOf returns the date that a clock shows.
func dateOf(t time.Time) date {
	year, month, day := t.Date()
	return date(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / dayLength)
}

// readDate reads a date such as 2026-12-24.
func readDate(text string) (date, bool) {
	t, err := time.Parse(dateForm, text)
	return dateOf(t), err == nil
}

func (d date) std() time.Time { return time.Unix(int64(d)*dayLength, 0).UTC() }

// String returns the date as 2026-12-24.
func (d date) String() string { return d.std().Format(dateForm) }

// weekday returns the day of the week as Amazon spells it.
func (d date) weekday() string { return strings.ToUpper(d.std().Weekday().String()) }

// unit returns the number of the week, month or year that the date is in, counted from anywhere. Weeks begin with
// Sunday, the first of Amazon's days (A0202).
func (d date) unit(f acd.Frequency) int64 {
	t := d.std()
	switch f {
	case acd.Weekly:
		return (int64(d) - int64(t.Weekday()) - firstSunday) / daysOfWeek
	case acd.Monthly:
		return int64(t.Year())*12 + int64(t.Month())
	default:
		return int64(t.Year())
	}
}

// isMonthDay says whether the date is the nth day of its month; -1 is the last.
func (d date) isMonthDay(n int32) bool {
	if n == -1 {
		return (d + 1).std().Day() == 1
	}
	return d.std().Day() == int(n)
}

// isOccurrence says whether the date is the nth of its weekday in the month; -1 is the last.
func (d date) isOccurrence(n int32) bool {
	t := d.std()
	if n == -1 {
		return (d + daysOfWeek).std().Month() != t.Month()
	}
	return (t.Day()-1)/daysOfWeek+1 == int(n)
}
