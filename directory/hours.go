package directory

import (
	"slices"
	"time"

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

// doHours decides a command about hours of operation and their overrides, and says whether it was one.
func (d *Directory) doHours(cmd acd.Command, q acd.Quotas, c Chronicle) (created string, was bool, err error) {
	switch cmd := cmd.(type) {
	case acd.CreateHoursOfOperation:
		created, err = d.createHours(cmd, q, c)
	case acd.UpdateHoursOfOperation:
		err = d.updateHours(cmd, c)
	case acd.AssociateHoursOfOperations:
		err = d.addParents(cmd, c)
	case acd.DisassociateHoursOfOperations:
		err = d.takeParents(cmd, c)
	case acd.DeleteHoursOfOperation:
		err = d.deleteHours(cmd, c)
	case acd.CreateHoursOfOperationOverride:
		created, err = d.createOverride(cmd, q, c)
	case acd.UpdateHoursOfOperationOverride:
		err = d.updateOverride(cmd, c)
	case acd.DeleteHoursOfOperationOverride:
		err = d.deleteOverride(cmd, c)
	default:
		return "", false, nil
	}
	return created, true, err
}

// replayHours lets an event about hours of operation or their overrides take effect.
func (d *Directory) replayHours(body acd.Body) {
	switch b := body.(type) {
	case acd.HoursOfOperationCreated:
		d.putHours(b.Hours)
	case acd.HoursOfOperationChanged:
		d.putHours(b.Hours)
	case acd.HoursOfOperationDeleted:
		delete(d.overrides, b.ID)
		d.hours.remove(string(b.ID))
	case acd.HoursOfOperationOverrideCreated:
		d.putOverride(b.Override)
	case acd.HoursOfOperationOverrideChanged:
		d.putOverride(b.Override)
	case acd.HoursOfOperationOverrideDeleted:
		d.removeOverride(b.HoursID, b.ID)
	}
}

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

func (d *Directory) updateHours(cmd acd.UpdateHoursOfOperation, c Chronicle) error {
	hours, err := d.hours.find(string(cmd.ID))
	if err != nil {
		return err
	}
	if cmd.Name == nil && cmd.Description == nil && cmd.TimeZone == nil && cmd.Config == nil {
		return acd.Errorf(acd.Improper, "nothing is to change; give at least one of Name, Description, TimeZone and Config")
	}
	was := hours.Name
	replace(&hours.Name, cmd.Name)
	replace(&hours.Description, cmd.Description)
	replace(&hours.TimeZone, cmd.TimeZone)
	replace(&hours.Config, cmd.Config)
	err = firstOf(
		checkSlots(hours.Config),
		checkTimeZone(hours.TimeZone),
		d.hours.rename(was, hours.Name),
	)
	if err != nil {
		return err
	}
	hours.LastModifiedAt = c.Now()
	c.Emit(acd.HoursOfOperationChanged{Hours: hours})
	return nil
}

// deleteHours removes hours of operation that no queue has and no other hours take their overrides from (A0203).
func (d *Directory) deleteHours(cmd acd.DeleteHoursOfOperation, c Chronicle) error {
	hours, err := d.hours.find(string(cmd.ID))
	if err != nil {
		return err
	}
	for _, queue := range d.queues.list() {
		if queue.HoursID == cmd.ID {
			return inUse("QUEUE", string(queue.ID), "the queue %s has the hours of operation %s; give it other hours first",
				queue.Name, hours.Name)
		}
	}
	for _, child := range d.hours.list() {
		if slices.Contains(child.ParentIDs, cmd.ID) {
			return inUse("HOURS_OF_OPERATION", string(child.ID), "the hours of operation %s take their overrides from %s; "+
				"delete those first", child.Name, hours.Name)
		}
	}
	c.Emit(acd.HoursOfOperationDeleted{ID: cmd.ID})
	return nil
}

// replace changes a setting where a new one is given.
func replace[T any](setting, given *T) {
	if given != nil {
		*setting = *given
	}
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

// checkTimeZone checks that a time zone is one of the world's. The machine's own is none.
func checkTimeZone(zone string) error {
	if _, err := time.LoadLocation(zone); err != nil || zone == "" || zone == ownZone {
		return acd.Errorf(acd.Invalid, "TimeZone is %q; give the name of a time zone such as America/New_York", zone)
	}
	return nil
}

// ownZone is what Go calls the time zone of the machine.
const ownZone = "Local"

// weekdays as Amazon spells them, in its order.
func weekdays() []string {
	return []string{"SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"}
}

// checkSlots checks that every slot lies in one day. An end of 0:00 is the end of the day
// (AG:set-hours-operation, "How to specify midnight"); another end must come after its start (A0048).
func checkSlots(slots []acd.HoursConfig) error {
	for i, s := range slots {
		if err := checkSlot(i, s); err != nil {
			return err
		}
	}
	return nil
}

// checkSlot checks the slot with a number in its list.
func checkSlot(i int, s acd.HoursConfig) error {
	if !slices.Contains(weekdays(), s.Day) {
		return acd.Errorf(acd.Invalid, "Config[%d].Day is %q; give one of SUNDAY to SATURDAY", i, s.Day)
	}
	if !isClock(s.StartHours, s.StartMinutes) || !isClock(s.EndHours, s.EndMinutes) {
		return acd.Errorf(acd.Invalid, "Config[%d] goes from %d:%02d to %d:%02d; give times from 0:00 to 23:59", i,
			s.StartHours, s.StartMinutes, s.EndHours, s.EndMinutes)
	}
	start, end := clock(s.StartHours, s.StartMinutes), clock(s.EndHours, s.EndMinutes)
	if end != 0 && end <= start {
		return acd.Errorf(acd.Invalid, "Config[%d] ends at %d:%02d, not after its start at %d:%02d; end it later, at "+
			"0:00 for the end of the day, and give the next day a slot of its own", i, s.EndHours, s.EndMinutes,
			s.StartHours, s.StartMinutes)
	}
	return nil
}

func isClock(hours, minutes int32) bool {
	return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60
}
