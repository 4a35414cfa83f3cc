package acd

import "time"

// What may be asked about the rest and the schedule of a task.
type (
	// PauseContact lets a task rest. The flow, where one is given, runs for it then.
	PauseContact struct {
		ContactID ContactID
		FlowID    FlowID
		UserID    UserID // the agent who asks and must have it in his hands; empty: somebody else
	}
	// ResumeContact ends the rest of a task. The flow, where one is given, leads it on.
	ResumeContact struct {
		ContactID ContactID
		FlowID    FlowID
		UserID    UserID
	}
	// UpdateContactSchedule changes when the flow of a scheduled task is to run.
	UpdateContactSchedule struct {
		ContactID   ContactID
		ScheduledAt Time
	}
)

// What happens to a task that rests or begins later.
type (
	// ContactHookSet names the flow that runs at an event of the contact's life.
	ContactHookSet struct {
		ContactID ContactID
		Event     ContactHook
		FlowID    FlowID
	}
	// ContactRescheduled changes when the flow of a scheduled task is to run; its life moves with it.
	ContactRescheduled struct {
		ContactID   ContactID
		ScheduledAt Time
	}
	// ScheduledContactStarted lets the flow of a scheduled task run.
	ScheduledContactStarted struct{ ContactID ContactID }
	// ContactPaused lets a task rest. It leaves its queue, or its agent's slot.
	ContactPaused struct {
		ContactID ContactID
		FlowID    FlowID // that runs for it now; empty: none
	}
	// ContactResumed ends the rest of a task: it is with its agent again, or in no queue.
	ContactResumed struct {
		ContactID ContactID
		FlowID    FlowID // that leads it on; empty: none
	}
)

func (PauseContact) command()          {}
func (ResumeContact) command()         {}
func (UpdateContactSchedule) command() {}

// Nature says that the choice of a flow is a fact.
func (ContactHookSet) Nature() Nature { return Fact }

// Nature says that a new time for a task is a fact.
func (ContactRescheduled) Nature() Nature { return Fact }

// Nature says that time alone lets a scheduled task begin.
func (ScheduledContactStarted) Nature() Nature { return Decision }

// Nature says that a pause is a fact.
func (ContactPaused) Nature() Nature { return Fact }

// Nature says that the end of a pause is a fact.
func (ContactResumed) Nature() Nature { return Fact }

// What a task may be asked at most (AG:amazon-connect-service-limits, the SDK's texts on ScheduledTime and
// TotalPauseCount).
const (
	ScheduleAheadMax = 6 * Day // between the request and the scheduled time
	ReschedulesMax   = 20
	PausesMax        = 10
)

// CheckSchedule says why a task cannot be scheduled for an instant: it has passed, or is too far away.
func CheckSchedule(now, at Time) error {
	switch {
	case at < now:
		return Errorf(Invalid, "ScheduledTime is %s, which has passed; it is %s now", clock(at), clock(now))
	case at.Sub(now) > ScheduleAheadMax:
		return Errorf(Invalid, "ScheduledTime is %s, more than 6 days from now; give %s or earlier", clock(at),
			clock(now.Add(ScheduleAheadMax)))
	}
	return nil
}

func clock(t Time) string { return t.Std().Format(time.RFC3339) }
