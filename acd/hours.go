package acd

// OverrideType says what an override does to the hours of operation that it belongs to.
type OverrideType string

// The types of overrides. A standard one puts its own hours in the place of the week's on every date that it covers;
// an open and a closed one recur, and open or close hours on the dates on which they fall
// (AG:hours-of-operation-overrides).
const (
	OverrideStandard OverrideType = "STANDARD"
	OverrideOpen     OverrideType = "OPEN"
	OverrideClosed   OverrideType = "CLOSED"
)

// HoursOverride changes hours of operation on some dates.
type HoursOverride struct {
	ID             HoursOverrideID
	HoursID        HoursID
	Name           string // unique among the overrides of the hours, ignoring case
	Description    string
	Type           OverrideType
	From, Till     string // the first and the last date, as 2026-12-24
	Config         []OverrideConfig
	Recurrence     *Recurrence // nil: on every date
	LastModifiedAt Time
}

// OverrideConfig is one slot of an override. Without a day it holds on all of them, without times all day.
type OverrideConfig struct {
	Day        string     // SUNDAY ... SATURDAY, or empty
	Start, End *ClockTime // an end of 0:00 is the end of the day
}

// ClockTime is a time of day, to the minute.
type ClockTime struct {
	Hours, Minutes int32
}

// Frequency is the unit in which a recurrence counts.
type Frequency string

// The units of recurrences.
const (
	Weekly  Frequency = "WEEKLY"
	Monthly Frequency = "MONTHLY"
	Yearly  Frequency = "YEARLY"
)

// Recurrence says on which dates an override falls: in every nth week, month or year, from that of its first date on
// (A0202). The lists hold at most one number each.
type Recurrence struct {
	Frequency          Frequency
	Interval           int32
	Months             []int32 // 1 to 12, of a yearly one
	MonthDays          []int32 // 1 to 31, -1: the last day of the month
	WeekdayOccurrences []int32 // 1 to 4, -1: the last; of the weekdays that the slots name
}

// EffectiveHours says when hours of operation are open on one date, with all overrides.
type EffectiveHours struct {
	Date      string
	Open      []OpenHours     // in order, with closed minutes between them
	Overrides []OverrideHours // what the overrides have to do with it
}

// OpenHours is a part of a day; an end of 0:00 is the end of the day.
type OpenHours struct {
	Start, End ClockTime
}

// OverrideHours is a part of a day in which an override opens hours, or closes them.
type OverrideHours struct {
	Name   string
	Closed bool
	OpenHours
}

// What may be asked about hours of operation, besides creating them.
type (
	// UpdateHoursOfOperation changes what is given of hours of operation; a nil member stays as it is.
	UpdateHoursOfOperation struct {
		ID                          HoursID
		Name, Description, TimeZone *string
		Config                      *[]HoursConfig
	}
	// AssociateHoursOfOperations gives hours of operation further parents, whose overrides hold for them too.
	AssociateHoursOfOperations struct {
		ID        HoursID
		ParentIDs []HoursID
	}
	// DisassociateHoursOfOperations takes parents from hours of operation.
	DisassociateHoursOfOperations struct {
		ID        HoursID
		ParentIDs []HoursID
	}
	// DeleteHoursOfOperation removes hours of operation that nothing uses, with their overrides.
	DeleteHoursOfOperation struct{ ID HoursID }
	// CreateHoursOfOperationOverride adds an override to hours of operation.
	CreateHoursOfOperationOverride struct{ Override HoursOverride }
	// UpdateHoursOfOperationOverride changes what is given of an override; a nil member stays as it is.
	UpdateHoursOfOperationOverride struct {
		HoursID                       HoursID
		ID                            HoursOverrideID
		Name, Description, From, Till *string
		Type                          *OverrideType
		Config                        *[]OverrideConfig
		Recurrence                    *Recurrence
	}
	// DeleteHoursOfOperationOverride removes an override.
	DeleteHoursOfOperationOverride struct {
		HoursID HoursID
		ID      HoursOverrideID
	}
)

// What happens to hours of operation, besides being created.
type (
	// HoursOfOperationChanged replaces hours of operation.
	HoursOfOperationChanged struct{ Hours HoursOfOperation }
	// HoursOfOperationDeleted removes hours of operation and their overrides.
	HoursOfOperationDeleted struct{ ID HoursID }
	// HoursOfOperationOverrideCreated adds an override.
	HoursOfOperationOverrideCreated struct{ Override HoursOverride }
	// HoursOfOperationOverrideChanged replaces an override.
	HoursOfOperationOverrideChanged struct{ Override HoursOverride }
	// HoursOfOperationOverrideDeleted removes an override.
	HoursOfOperationOverrideDeleted struct {
		HoursID HoursID
		ID      HoursOverrideID
	}
)

func (UpdateHoursOfOperation) command()         {}
func (AssociateHoursOfOperations) command()     {}
func (DisassociateHoursOfOperations) command()  {}
func (DeleteHoursOfOperation) command()         {}
func (CreateHoursOfOperationOverride) command() {}
func (UpdateHoursOfOperationOverride) command() {}
func (DeleteHoursOfOperationOverride) command() {}

// Nature says that it is a fact.
func (HoursOfOperationChanged) Nature() Nature         { return Fact }
func (HoursOfOperationDeleted) Nature() Nature         { return Fact }
func (HoursOfOperationOverrideCreated) Nature() Nature { return Fact }
func (HoursOfOperationOverrideChanged) Nature() Nature { return Fact }
func (HoursOfOperationOverrideDeleted) Nature() Nature { return Fact }
