package acd

// This file is about supervisors who listen to a contact that an agent has, and take part in it
// (AG:monitor-conversations, AG:monitor-barge).

// MonitorMode is what a supervisor does with the contact that he monitors, as Amazon spells it.
type MonitorMode string

// The modes. Monitoring begins in silence.
const (
	SilentMonitor MonitorMode = "SILENT_MONITOR"
	Barge         MonitorMode = "BARGE"
)

// What may be asked about monitoring.
type (
	// MonitorContact lets a supervisor listen to a contact that an agent has. He listens by a contact of his own.
	MonitorContact struct {
		Operation string // for the ClientToken
		ContactID ContactID
		UserID    UserID
		MayBarge  bool // he may take part as well
		Token     ClientToken
	}
	// ChangeMonitorMode lets a supervisor take part in the conversation, or be silent again. The contact is his own.
	ChangeMonitorMode struct {
		UserID    UserID
		ContactID ContactID
		Mode      MonitorMode
	}
	// TakeOverContact lets a supervisor who takes part disconnect the agent; he has the customer alone then. The contact
	// is his own.
	TakeOverContact struct {
		UserID    UserID
		ContactID ContactID
	}
)

// Monitoring says what a contact monitors.
type Monitoring struct {
	ContactID ContactID
	MayBarge  bool
}

// MonitorSpell is a time that a supervisor spent in one mode.
type MonitorSpell struct {
	Mode MonitorMode
	From Time
	To   Time // zero: it lasts
}

// MonitorModeChanged says what a supervisor does now.
type MonitorModeChanged struct {
	ContactID ContactID
	UserID    UserID
	Mode      MonitorMode
}

// Nature says that it is a fact.
func (MonitorModeChanged) Nature() Nature { return Fact }

func (MonitorContact) command()    {}
func (ChangeMonitorMode) command() {}
func (TakeOverContact) command()   {}

// monitorNamed returns the contact that a command about monitoring or previewing names.
func monitorNamed(cmd Command) []ContactID {
	switch cmd := cmd.(type) {
	case MonitorContact:
		return given(cmd.ContactID)
	case ChangeMonitorMode:
		return given(cmd.ContactID)
	case TakeOverContact:
		return given(cmd.ContactID)
	case EndPreview:
		return given(cmd.ContactID)
	}
	return nil
}

// Mode returns what a supervisor does with what he monitors; empty: nothing.
func (a *AgentInfo) Mode() MonitorMode {
	if a == nil || len(a.MonitorSpells) == 0 {
		return ""
	}
	return a.MonitorSpells[len(a.MonitorSpells)-1].Mode
}

// MonitorsMax is how many supervisors monitor a contact of a channel at once (AG:feature-limits).
func MonitorsMax(channel Channel) int {
	if channel == Voice {
		return 2
	}
	return 5
}
