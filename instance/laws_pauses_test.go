package instance_test

import (
	"slices"

	"patchcord/acd"
)

// This file lets tasks rest and begin later, and judges what comes of it.

// rest pauses, resumes or reschedules a task, mostly one of which that makes sense.
func (l *life) rest() {
	c := l.livingContact()
	var tasks []acd.Contact
	for _, t := range l.inst.Contacts() {
		if t.Channel == acd.Task && !t.HasEnded() {
			tasks = append(tasks, t)
		}
	}
	if len(tasks) == 0 || l.oneIn(12) {
		l.ask(anyOf(l, []acd.Command{acd.PauseContact{ContactID: c}, acd.ResumeContact{ContactID: c},
			acd.UpdateContactSchedule{ContactID: c, ScheduledAt: l.soon()}}))
		return
	}
	t := anyOf(l, tasks)
	var flow acd.FlowID
	if l.oneIn(2) {
		flow = anyOf(l, l.flows)
	}
	var user acd.UserID
	if t.Agent != nil && l.oneIn(2) {
		user = t.Agent.UserID
	}
	switch t.State {
	case acd.Paused:
		l.ask(acd.ResumeContact{ContactID: t.ID, FlowID: flow, UserID: user})
	case acd.Scheduled:
		l.ask(acd.UpdateContactSchedule{ContactID: t.ID, ScheduledAt: l.soon()})
	default:
		l.ask(acd.PauseContact{ContactID: t.ID, FlowID: flow, UserID: user})
	}
}

// soon returns the present or an instant after it, often one at which other things happen too.
func (l *life) soon() acd.Time { return l.inst.Now() + acd.Time(l.rng.IntN(7)*5_000) }

// judgePause demands that only a task which can rest does.
func (r *rules) judgePause(b acd.ContactPaused) {
	c, _ := r.life.mirror.Contact(b.ContactID)
	if c.Channel != "TASK" || c.State == "SCHEDULED" || c.State == "PAUSED" || c.HasEnded() || c.PauseCount >= 10 ||
		c.Offer != nil {
		r.life.fault("%s is paused: %+v", b.ContactID, c)
	}
}

// judgeRested counts the rest of a task that is over, and demands that the task tells of it.
func (r *rules) judgeRested(id acd.ContactID, at acd.Time) {
	c, _ := r.life.mirror.Contact(id)
	if since, rests := r.since[id]; rests {
		r.rested[id] += acd.Duration(at - since)
		delete(r.since, id)
	}
	if c.PauseTotal != r.rested[id] {
		r.life.fault("%s has rested for %d, not %d", id, c.PauseTotal, r.rested[id])
	}
	if c.Agent != nil && c.Agent.PauseTotal > c.PauseTotal {
		r.life.fault("%s has rested for %d, of which %d with its agent", id, c.PauseTotal, c.Agent.PauseTotal)
	}
}

// judgeBeginning demands that a scheduled task begins at its time.
func (r *rules) judgeBeginning(e acd.Event, b acd.ScheduledContactStarted) {
	c, _ := r.life.mirror.Contact(b.ContactID)
	if c.State != "SCHEDULED" || c.ScheduledAt != e.At {
		r.life.fault("%s begins at %d: %+v", c.ID, e.At, c)
	}
}

// isBusy says whether an agent holds something that is not paused.
func isBusy(a *acd.Agent) bool {
	return slices.ContainsFunc(a.Hands, func(h acd.AgentContact) bool { return h.State != "PAUSED" })
}

// judgeAway demands that whoever is away holds nothing but what he was given by hand and tasks that rest, or have
// rested (A0102).
func (r *rules) judgeAway(a *acd.Agent) {
	for _, h := range a.Hands {
		c, _ := r.life.inst.Contact(h.ContactID)
		if c.PauseCount == 0 && !isTaken(h) && !r.given[inHand{a.UserID, h.ContactID}] {
			r.life.fault("agent %s is away with %s in his hands", a.UserID, h.ContactID)
		}
	}
}
