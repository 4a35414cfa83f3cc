package instance_test

import (
	"fmt"

	"patchcord/acd"
)

// changeHours changes hours of operation or their overrides, now and then in a way that is refused.
func (l *life) changeHours() {
	all := l.inst.Directory().HoursOfOperations()
	hours := anyOf(l, all)
	overrides := l.inst.Directory().HoursOverrides(hours.ID)
	name := fmt.Sprint("hours", l.rng.IntN(5))
	switch n := l.rng.IntN(8); {
	case n == 0:
		l.ask(acd.CreateHoursOfOperation{Hours: acd.HoursOfOperation{Name: name, TimeZone: "Europe/Berlin",
			ParentIDs: []acd.HoursID{hours.ID}}})
	case n == 6:
		l.ask(acd.AssociateHoursOfOperations{ID: hours.ID, ParentIDs: []acd.HoursID{anyOf(l, all).ID}})
	case n == 7:
		l.ask(acd.DisassociateHoursOfOperations{ID: hours.ID, ParentIDs: hours.ParentIDs})
	case n == 1:
		l.ask(acd.DeleteHoursOfOperation{ID: hours.ID})
	case n == 2:
		l.ask(acd.UpdateHoursOfOperation{ID: hours.ID, Name: &name})
	case n == 3 && len(overrides) > 0:
		l.ask(acd.UpdateHoursOfOperationOverride{HoursID: hours.ID, ID: anyOf(l, overrides).ID, Name: &name,
			Type: new(anyOf(l, []acd.OverrideType{acd.OverrideStandard, acd.OverrideOpen}))})
	case n == 4 && len(overrides) > 0:
		l.ask(acd.DeleteHoursOfOperationOverride{HoursID: anyOf(l, all).ID, ID: anyOf(l, overrides).ID})
	default:
		l.ask(acd.CreateHoursOfOperationOverride{Override: acd.HoursOverride{HoursID: hours.ID, Name: name,
			Type: acd.OverrideClosed, From: "1970-01-01", Till: anyOf(l, []string{"1970-01-02", "1969-12-31"}),
			Recurrence: &acd.Recurrence{Frequency: acd.Weekly, Interval: 1}}})
	}
}
