package story

import "patchcord/acd"

// readPause understands: pause CONTACT [by=USER].
func readPause(a *args) deed {
	name := a.known(aContact)
	by := a.by()
	return doing(func(s *stage) acd.Command {
		return acd.PauseContact{ContactID: s.contactID(name), UserID: s.asker(by)}
	})
}

// readResume understands: resume CONTACT [QUEUE] [by=USER], where a flow leads it on into the queue.
func readResume(a *args) deed {
	name := a.known(aContact)
	c := plannedContact{transfer: true}
	if a.more() {
		c.queue = a.known(aQueue)
	}
	by := a.by()
	return func(s *stage) error {
		cmd := acd.ResumeContact{ContactID: s.contactID(name), UserID: s.asker(by)}
		if c.queue != "" {
			id, err := s.flow(c)
			if err != nil {
				return err
			}
			cmd.FlowID = id
		}
		_, err := s.do(cmd)
		return err
	}
}

// by takes the agent who asks, empty where it is nobody in particular.
func (a *args) by() (user string) {
	for _, pr := range a.pairs() {
		switch {
		case pr.key != "by":
			a.unknown(pr, "by")
		case !a.cast.has(aUser, pr.value):
			a.fail(pr.word, "no user is called %q up to here", pr.value)
		default:
			user = pr.value
		}
	}
	return user
}

// asker returns the id of the agent who asks, empty for nobody in particular.
func (s *stage) asker(name string) acd.UserID {
	if name == "" {
		return ""
	}
	return s.userID(name)
}

// readReschedule understands: reschedule CONTACT DURATION, from now on.
func readReschedule(a *args) deed {
	name := a.known(aContact)
	w := a.next("a duration")
	in := a.duration(w, w.text)
	return doing(func(s *stage) acd.Command {
		return acd.UpdateContactSchedule{ContactID: s.contactID(name), ScheduledAt: s.inst.Now().Add(in)}
	})
}

// readExpire understands: expire CONTACT DURATION, in whole minutes from the beginning of the contact.
func readExpire(a *args) deed {
	name := a.known(aContact)
	w := a.next("a duration")
	life := a.duration(w, w.text)
	minutes := int32(life / acd.Minute)
	if acd.Duration(minutes)*acd.Minute != life || minutes == 0 {
		a.fail(w, "%q is not a number of minutes", w.text)
	}
	return doing(func(s *stage) acd.Command {
		return acd.UpdateContact{ContactID: s.contactID(name), Life: life,
			SegmentAttributes: map[string]acd.SegmentAttribute{acd.ExpiryAttribute: {
				Map: map[string]acd.SegmentAttribute{"ExpiryDuration": {Integer: &minutes}}}}}
	})
}
