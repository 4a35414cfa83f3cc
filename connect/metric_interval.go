package connect

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
	"patchcord/report"
)

// How long a span of time may be, by the length of its intervals (GetMetricDataV2 in the API reference).
const (
	spanOfHours = 3 * 24 * time.Hour
	spanOfDays  = 35 * 24 * time.Hour
)

// intervalsOf cuts a span of time into intervals from its beginning on; the last one ends with the span. Days and weeks
// are those of a calendar in the time zone, so that a day may have 23 or 25 hours (A0180).
func intervalsOf(start, end time.Time, period types.IntervalPeriod, details *types.IntervalDetails) (
	[]report.Interval, error,
) {
	zone, err := zoneOf(details)
	if err != nil {
		return nil, err
	}
	if !start.Before(end) {
		return nil, acd.Errorf(acd.Improper, "StartTime is not before EndTime; give a span of time")
	}
	longest, next := spanOfDays, func(at time.Time) time.Time { return end }
	switch period {
	case types.IntervalPeriodFifteenMin:
		longest, next = spanOfHours, after(15*time.Minute)
	case types.IntervalPeriodThirtyMin:
		longest, next = spanOfHours, after(30*time.Minute)
	case types.IntervalPeriodHour:
		longest, next = spanOfHours, after(time.Hour)
	case types.IntervalPeriodDay:
		next = func(at time.Time) time.Time { return at.AddDate(0, 0, 1) }
	case types.IntervalPeriodWeek:
		next = func(at time.Time) time.Time { return at.AddDate(0, 0, 7) }
	}
	if end.Sub(start) >= longest {
		return nil, acd.Errorf(acd.Improper, "StartTime and EndTime are %s apart; with the interval %s give less than %d "+
			"days", end.Sub(start), period, longest/(24*time.Hour))
	}
	var intervals []report.Interval
	for at := start.In(zone); at.Before(end); {
		until := next(at)
		if until.After(end) {
			until = end
		}
		intervals = append(intervals, report.Interval{From: acd.TimeOf(at), To: acd.TimeOf(until)})
		at = until
	}
	return intervals, nil
}

func after(d time.Duration) func(time.Time) time.Time {
	return func(at time.Time) time.Time { return at.Add(d) }
}

// zoneOf returns the time zone of a request, UTC where none is named.
func zoneOf(details *types.IntervalDetails) (*time.Location, error) {
	if details == nil || details.TimeZone == nil {
		return time.UTC, nil
	}
	name := *details.TimeZone
	zone, err := time.LoadLocation(name)
	if err != nil || name == "" || name == "Local" {
		return nil, acd.Errorf(acd.Invalid, "Interval.TimeZone is %.80q; give a name of the IANA list, such as "+
			"Europe/Paris or UTC", name)
	}
	return zone, nil
}
