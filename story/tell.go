package story

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"patchcord/acd"
)

// This file says in plain words what happened. Settings that a story makes are not told, nor what a flow sets on a
// contact that it leads to a queue.

// say adds a line to the answer.
func (s *stage) say(format string, values ...any) {
	s.answer = append(s.answer, fmt.Sprintf(format, values...))
}

// tell adds to the answer what an event means. One that happened on the way to the present has its time in front.
func (s *stage) tell(e acd.Event) {
	if b, ok := e.Body.(acd.ContactInitiated); ok {
		s.names.add(aContact, s.nameOf(b.Contact), string(b.Contact.ID))
	}
	if s.quiet {
		return
	}
	for _, line := range s.words(e) {
		if e.At != s.at {
			line = s.since(e.At) + " " + line
		}
		s.say("%s", line)
	}
}

// since writes an instant as the time since the beginning of the story.
func (s *stage) since(at acd.Time) string { return formatDuration(at.Sub(s.began)) }

// words returns the lines that tell of an event.
func (s *stage) words(e acd.Event) []string {
	for _, tell := range []func(acd.Event) string{s.contactWords, s.silenceWords, s.agentWords, s.settingWords} {
		if line := tell(e); line != "" {
			return []string{line}
		}
	}
	if b, ok := e.Body.(acd.ContactRoutingUpdated); ok && s.telling {
		return s.routingWords(b)
	}
	return nil
}

func (s *stage) contactWords(e acd.Event) string {
	switch b := e.Body.(type) {
	case acd.ContactInitiated:
		switch {
		case b.Contact.State == acd.Dialling:
			return s.name(b.Contact.ID) + " is called until " + s.since(b.Contact.CustomerExpectedBy)
		case b.Contact.State == acd.Scheduled:
			return s.name(b.Contact.ID) + " scheduled for " + s.since(b.Contact.ScheduledAt)
		case s.telling:
			return s.name(b.Contact.ID) + " started"
		}
	case acd.PreviewEnded:
		return s.name(b.ContactID) + " is called until " + s.since(b.Until)
	case acd.ContactRescheduled:
		return s.name(b.ContactID) + " rescheduled for " + s.since(b.ScheduledAt)
	case acd.ScheduledContactStarted:
		return s.name(b.ContactID) + " begins"
	case acd.ContactDataChanged:
		if b.ExpiresAt.IsZero() {
			return ""
		}
		return s.name(b.ContactID) + " expires at " + s.since(b.ExpiresAt)
	case acd.ContactPaused:
		return s.name(b.ContactID) + " paused"
	case acd.ContactResumed:
		return s.name(b.ContactID) + " resumed"
	case acd.ContactAttributesChanged:
		return s.name(b.ContactID) + attributeWords(b.Attributes)
	case acd.ContactQueued:
		return s.name(b.ContactID) + " queued " + s.place(b.Queue)
	case acd.CustomerConnected:
		return s.name(b.ContactID) + " connected to its customer"
	case acd.CustomerReturned:
		return s.name(b.ContactID) + " hears from its customer again"
	case acd.EmailSent:
		return s.name(b.ContactID) + " sent"
	case acd.StepActivated:
		c, _ := s.contact(b.ContactID)
		until := "without end"
		if !b.ExpiresAt.IsZero() {
			until = "until " + s.since(b.ExpiresAt)
		}
		return fmt.Sprintf("%s step %d: %s, %s", s.name(b.ContactID), b.Step+1, s.expression(c, b.Step), until)
	case acd.StepExpired:
		return fmt.Sprintf("%s step %d expired", s.name(b.ContactID), b.Step+1)
	case acd.StepInterrupted:
		return fmt.Sprintf("%s step %d interrupted", s.name(b.ContactID), b.Step+1)
	case acd.ContactDisconnected:
		return s.name(b.ContactID) + " ended: " + b.Reason + s.workWords(b)
	case acd.ContactAssociated:
		return s.name(b.ContactID) + " associated with " + s.name(b.UserID)
	case acd.ContactTransferred:
		return s.name(b.ContactID) + " goes on as " + s.name(b.Next.ID)
	case acd.ContactCompleted:
		return s.name(b.ContactID) + " completed"
	case acd.FlowWaiting:
		return s.waitingWords(b)
	case acd.FlowContinued:
		return s.name(b.ContactID) + " goes on in its flow"
	case acd.FlowFailed:
		return s.name(b.ContactID) + " flow failed: " + b.Error
	}
	return ""
}

// attributeWords tells which attributes were set, or of the error branch that a block of the story's own notes.
func attributeWords(set map[string]string) string {
	if branch, ok := set[branchAttribute]; ok {
		return " took the error branch " + branch
	}
	var list []string
	for _, name := range slices.Sorted(maps.Keys(set)) {
		list = append(list, name+"="+quote(set[name]))
	}
	return " has " + strings.Join(list, " ")
}

// workWords tells of the after-contact work that begins as a contact ends.
func (s *stage) workWords(b acd.ContactDisconnected) string {
	c, _ := s.contact(b.ContactID)
	switch {
	case c.Agent == nil, c.Monitors != nil:
		return ""
	case b.WorkUntil.IsZero():
		return ", " + s.name(c.Agent.UserID) + " has after-contact work"
	}
	return ", " + s.name(c.Agent.UserID) + " has after-contact work until " + s.since(b.WorkUntil)
}

func (s *stage) agentWords(e acd.Event) string {
	switch b := e.Body.(type) {
	case acd.ContactOffered:
		c, _ := s.contact(b.ContactID)
		after := "at once"
		if waited := e.At.Sub(c.EnqueuedAt); waited > 0 {
			after = "after " + formatDuration(waited)
		}
		return s.name(b.ContactID) + " offered to " + s.name(b.UserID) + " " + after
	case acd.OfferMissed:
		return s.name(b.UserID) + " missed " + s.name(b.ContactID)
	case acd.OfferRejected:
		return s.name(b.UserID) + " rejected " + s.name(b.ContactID)
	case acd.OfferWithdrawn:
		return s.name(b.ContactID) + " withdrawn from " + s.name(b.UserID) + ": " + string(b.Cause)
	case acd.ContactAccepted:
		return s.acceptWords(b)
	case acd.ContactTaken:
		if c, _ := s.contact(b.ContactID); c.Monitors != nil {
			return s.name(b.UserID) + " monitors " + s.name(c.Monitors.ContactID) + " by " + s.name(b.ContactID)
		}
		return s.name(b.UserID) + " has " + s.name(b.ContactID)
	case acd.MonitorModeChanged:
		if b.Mode == acd.Barge {
			return s.name(b.UserID) + " barges in by " + s.name(b.ContactID)
		}
		return s.name(b.UserID) + " listens by " + s.name(b.ContactID)
	case acd.ContactHeld:
		return s.name(b.UserID) + " put " + s.name(b.ContactID) + " on hold"
	case acd.ContactUnheld:
		return s.name(b.UserID) + " took " + s.name(b.ContactID) + " off hold"
	case acd.AfterContactWorkEnded:
		return s.name(b.UserID) + " is done with " + s.name(b.ContactID) + ": " + string(b.Cause)
	case acd.UserContactDismissed:
		return s.name(b.UserID) + " dismissed " + s.name(b.ContactID)
	case acd.AgentStatusCreated:
		s.names.add(aStatus, strings.ToLower(b.Status.Name), string(b.Status.ID))
	case acd.AgentStatusChanged:
		if b.AwayFrom != "" {
			return s.name(b.UserID) + " " + s.name(b.StatusID) + ", away from " + s.name(b.AwayFrom)
		}
		return s.name(b.UserID) + " " + s.name(b.StatusID)
	case acd.NextAgentStatusSet:
		if b.StatusID == "" {
			return s.name(b.UserID) + " cancelled the next status"
		}
		return s.name(b.UserID) + " next " + s.name(b.StatusID)
	}
	return ""
}

// acceptWords tells who took a contact, and which step of its criteria that fulfilled.
func (s *stage) acceptWords(b acd.ContactAccepted) string {
	line := s.name(b.UserID) + " accepted " + s.name(b.ContactID)
	if b.Automatic {
		line += " automatically"
	}
	c, _ := s.contact(b.ContactID)
	if c.Criteria == nil {
		return line
	}
	for i, step := range c.Criteria.Steps {
		if step.Status == acd.Joined {
			return fmt.Sprintf("%s, step %d joined", line, i+1)
		}
	}
	return line + ", no step joined"
}

func (s *stage) settingWords(e acd.Event) string {
	switch b := e.Body.(type) {
	case acd.UserChanged:
		if b.User.ProficienciesAt != e.At {
			return s.name(b.User.ID) + " changed"
		}
		var list []string
		for _, p := range b.User.Proficiencies {
			a := attribute{p.AttributeName, p.AttributeValue}
			list = append(list, fmt.Sprintf("%s=%d", quote(a.String()), p.Level))
		}
		return strings.TrimRight(s.name(b.User.ID)+" has "+strings.Join(list, ", "), " ")
	case acd.UserDeleted:
		return s.name(b.UserID) + " deleted"
	case acd.RoutingProfileChanged:
		return s.name(b.Profile.ID) + " changed"
	case acd.RoutingProfileDeleted:
		return s.name(b.ProfileID) + " deleted"
	case acd.QueueDeleted:
		return s.name(b.QueueID) + " deleted"
	case acd.QueueChanged:
		return s.queueWords(b.Queue)
	case acd.PredefinedAttributeDeleted:
		return "attribute " + b.Name + " deleted"
	case acd.Resumed:
		return "nobody was there from " + s.since(b.From) + " to " + s.since(b.To)
	}
	return ""
}

// queueWords tells how a queue is now: whether it takes contacts, and how many.
func (s *stage) queueWords(q acd.Queue) string {
	line := s.name(q.ID) + " " + strings.ToLower(string(q.Status))
	if q.MaxContacts != nil {
		line += fmt.Sprintf(", takes up to %d", *q.MaxContacts)
	}
	return line
}

// routingWords tells what an update changed about the routing of a contact.
func (s *stage) routingWords(b acd.ContactRoutingUpdated) []string {
	var lines []string
	if b.QueuePriority != nil {
		lines = append(lines, fmt.Sprintf("%s priority %d", s.name(b.ContactID), *b.QueuePriority))
	}
	if b.QueueTimeAdjustment != nil {
		lines = append(lines, s.name(b.ContactID)+" age "+formatAge(*b.QueueTimeAdjustment))
	}
	if b.Criteria != nil {
		lines = append(lines, fmt.Sprintf("%s criteria %d", s.name(b.ContactID), b.Criteria.Index))
	}
	return lines
}

func formatAge(seconds int32) string {
	if seconds >= 0 {
		return "+" + formatDuration(acd.Seconds(seconds))
	}
	return formatDuration(acd.Seconds(seconds))
}

// name returns what the story calls the thing with an id.
func (s *stage) name(id any) string { return s.names.of(fmt.Sprint(id)) }

// place says where a contact waits.
func (s *stage) place(q acd.QueueRef) string {
	if q.Type == acd.AgentQueue {
		return "for " + s.name(q.ID)
	}
	return "in " + s.name(q.ID)
}

// expression writes the expression of a step, with the users' names.
func (s *stage) expression(c acd.Contact, step int) string {
	if c.Criteria == nil || step >= len(c.Criteria.Steps) {
		return "?"
	}
	return formatExpression(withUsers(c.Criteria.Steps[step].Expression, func(id acd.UserID) acd.UserID {
		return acd.UserID(s.name(id))
	}))
}
