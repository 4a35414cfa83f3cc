package story

import (
	"fmt"
	"slices"
	"strings"

	"patchcord/acd"
)

// days are the days of a week as a story writes them.
const days = "sunday monday tuesday wednesday thursday friday saturday"

// daily stands for every day.
const daily = "daily"

// readHours understands: hours QUEUE ZONE [DAY=FROM-TILL ...].
func readHours(a *args) deed {
	queue, zone := a.known(aQueue), a.next("a time zone").text
	var config []acd.HoursConfig
	for _, slot := range a.slots() {
		for _, day := range daysOf(slot.Day) {
			config = append(config, acd.HoursConfig{Day: day, StartHours: slot.Start.Hours,
				StartMinutes: slot.Start.Minutes, EndHours: slot.End.Hours, EndMinutes: slot.End.Minutes})
		}
	}
	return func(s *stage) error { return s.setHours(queue, zone, config) }
}

// daysOf returns the days that a slot holds on.
func daysOf(day string) []string {
	if day != "" {
		return []string{day}
	}
	return strings.Fields(strings.ToUpper(days))
}

// setHours gives a queue hours of its own, or changes those.
func (s *stage) setHours(queue, zone string, config []acd.HoursConfig) error {
	id, err := s.queue(queue)
	if err != nil {
		return err
	}
	if hours, ok := s.hoursOf(queue); ok {
		_, err := s.do(acd.UpdateHoursOfOperation{ID: hours, TimeZone: &zone, Config: &config})
		return err
	}
	hours, err := s.set(acd.CreateHoursOfOperation{Hours: acd.HoursOfOperation{
		Name: hoursName(queue), TimeZone: zone, Config: config}})
	if err != nil {
		return err
	}
	_, err = s.set(acd.UpdateQueueHoursOfOperation{QueueID: id, HoursID: acd.HoursID(hours)})
	return err
}

func hoursName(queue string) string { return "Hours of " + queue }

// hoursOf returns the hours that a queue has of its own.
func (s *stage) hoursOf(queue string) (acd.HoursID, bool) {
	for _, hours := range s.inst.Directory().HoursOfOperations() {
		if hours.Name == hoursName(queue) {
			return hours.ID, true
		}
	}
	return "", false
}

// readOverride understands: override QUEUE NAME standard|open|closed DATE..DATE [DAY=FROM-TILL ...], and
// override QUEUE NAME none.
func readOverride(a *args) deed {
	queue, name := a.known(aQueue), a.next("a name for the override").text
	kind := a.next("the type of the override")
	o := acd.HoursOverride{Name: name, Type: acd.OverrideType(strings.ToUpper(kind.text))}
	if kind.text == "none" {
		return func(s *stage) error { return s.dropOverride(queue, name) }
	}
	if o.Type != acd.OverrideStandard && o.Type != acd.OverrideOpen && o.Type != acd.OverrideClosed {
		a.fail(kind, "%q is no type of override; give standard, open, closed or none", kind.text)
	}
	dates := a.next("the dates of the override")
	var ok bool
	if o.From, o.Till, ok = strings.Cut(dates.text, ".."); !ok {
		a.fail(dates, "%q are no dates; write them like 2026-01-01..2026-01-06", dates.text)
	}
	o.Config = a.slots()
	return func(s *stage) error { return s.putOverride(queue, o) }
}

// putOverride gives the hours of a queue an override, or changes it.
func (s *stage) putOverride(queue string, o acd.HoursOverride) error {
	if known, ok := s.findOverride(queue, o.Name); ok {
		_, err := s.do(acd.UpdateHoursOfOperationOverride{HoursID: known.HoursID, ID: known.ID, Type: &o.Type, From: &o.From,
			Till: &o.Till, Config: &o.Config})
		return err
	}
	o.HoursID, _ = s.hoursOf(queue)
	_, err := s.do(acd.CreateHoursOfOperationOverride{Override: o})
	return err
}

func (s *stage) dropOverride(queue, name string) error {
	known, _ := s.findOverride(queue, name)
	_, err := s.do(acd.DeleteHoursOfOperationOverride{HoursID: known.HoursID, ID: known.ID})
	return err
}

func (s *stage) findOverride(queue, name string) (acd.HoursOverride, bool) {
	hours, _ := s.hoursOf(queue)
	for _, o := range s.inst.Directory().HoursOverrides(hours) {
		if o.Name == name {
			return o, true
		}
	}
	return acd.HoursOverride{}, false
}

// slots takes the words that are left as opening times: of a day, or of every day.
func (a *args) slots() []acd.OverrideConfig {
	var list []acd.OverrideConfig
	for _, pr := range a.pairs() {
		slot := acd.OverrideConfig{Day: strings.ToUpper(pr.key), Start: &acd.ClockTime{}, End: &acd.ClockTime{}}
		if pr.key == daily {
			slot.Day = ""
		} else if !slices.Contains(strings.Fields(days), pr.key) {
			a.unknown(pr, strings.ReplaceAll(days, " ", ", ")+" and "+daily)
		}
		_, err := fmt.Sscanf(pr.value+"\n", "%d:%d-%d:%d\n", &slot.Start.Hours, &slot.Start.Minutes, &slot.End.Hours,
			&slot.End.Minutes)
		if err != nil {
			a.fail(pr.word, "%q are no times; write them like 9:00-17:30, or until 0:00 for the end of the day", pr.value)
		}
		list = append(list, slot)
	}
	return list
}
