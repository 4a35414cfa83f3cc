package directory

import (
	"slices"

	"patchcord/acd"
)

func hoursKey(h *acd.HoursOfOperation) (id, name string) { return string(h.ID), h.Name }

// Hours returns the hours of operation with an id.
func (d *Directory) Hours(id acd.HoursID) (acd.HoursOfOperation, bool) {
	h, ok := d.hours.byID[string(id)]
	return h, ok
}

// HoursOfOperations returns all hours of operation by name, then id.
func (d *Directory) HoursOfOperations() []acd.HoursOfOperation { return d.hours.list() }

// createHours adds hours of operation. Whether the time zone is one of the world's is for the door to say: the answer
// lies in a table outside, and a replay must not depend on it.
func (d *Directory) createHours(cmd acd.CreateHoursOfOperation, q acd.Quotas, c Chronicle) (string, error) {
	hours := cmd.Hours
	err := firstOf(
		checkSlots(hours.Config),
		checkTimeZone(hours.TimeZone),
		checkTags(cmd.Tags),
		checkOnce("ParentHoursOfOperationConfigs", hours.ParentIDs),
		knownAll(&d.hours, hours.ParentIDs),
		d.checkParents(hours.ParentIDs),
		d.hours.free(hours.Name),
		d.hours.room(q.HoursPerInstance),
	)
	if err != nil {
		return "", err
	}
	return create(c, acd.KindHours, cmd.Tags, func(id string) acd.Body {
		hours.ID, hours.LastModifiedAt = acd.HoursID(id), c.Now()
		return acd.HoursOfOperationCreated{Hours: hours}
	}), nil
}

// checkParents checks that hours take their overrides from hours that take none from others
// (AG:hours-of-operation-overrides).
func (d *Directory) checkParents(ids []acd.HoursID) error {
	for _, id := range ids {
		if parent, _ := d.Hours(id); len(parent.ParentIDs) > 0 {
			return acd.Errorf(acd.Improper, "the parent %s has parents itself; name those instead", id)
		}
	}
	return nil
}

func checkTimeZone(zone string) error {
	if zone == "" {
		return acd.Errorf(acd.Invalid, "TimeZone is empty; give a name such as America/New_York")
	}
	return nil
}

// weekdays as Amazon spells them, in its order.
func weekdays() []string {
	return []string{"SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"}
}

// checkSlots checks that every slot lies in one day. An end of 0:00 is the end of the day
// (AG:set-hours-operation, "How to specify midnight"); another end must come after its start (A0048).
func checkSlots(slots []acd.HoursConfig) error {
	days := weekdays()
	for i, s := range slots {
		if !slices.Contains(days, s.Day) {
			return acd.Errorf(acd.Invalid, "Config[%d].Day is %q; give one of SUNDAY to SATURDAY", i, s.Day)
		}
		if !isClock(s.StartHours, s.StartMinutes) || !isClock(s.EndHours, s.EndMinutes) {
			return acd.Errorf(acd.Invalid, "Config[%d] goes from %d:%02d to %d:%02d; give times from 0:00 to 23:59", i,
				s.StartHours, s.StartMinutes, s.EndHours, s.EndMinutes)
		}
		start, end := s.StartHours*60+s.StartMinutes, s.EndHours*60+s.EndMinutes
		if end != 0 && end <= start {
			return acd.Errorf(acd.Invalid, "Config[%d] ends at %d:%02d, not after its start at %d:%02d; end it later, at "+
				"0:00 for the end of the day, and give the next day a slot of its own", i, s.EndHours, s.EndMinutes,
				s.StartHours, s.StartMinutes)
		}
	}
	return nil
}

func isClock(hours, minutes int32) bool {
	return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60
}
