package story

import "patchcord/acd"

// ofProfile makes a deed of a command about a routing profile.
func ofProfile(name string, cmd func(*stage, acd.RoutingProfile) (acd.Command, error)) deed {
	return func(s *stage) error {
		id, _ := s.names.find(aProfile, name)
		known, _ := s.inst.Directory().RoutingProfile(acd.RoutingProfileID(id))
		c, err := cmd(s, known)
		if err != nil {
			return err
		}
		_, err = s.do(c)
		return err
	}
}

// readConcurrency understands: concurrency PROFILE [voice=N chat=N task=N email=N] [cross=any|current[@CHANNEL]].
func readConcurrency(a *args) deed {
	name := a.known(aProfile)
	p := &plan{}
	for _, pr := range a.pairs() {
		if pr.key == "timer" || pr.key == "manual" || !p.take(a, pr) {
			a.unknown(pr, "voice, chat, task, email and cross")
		}
	}
	return ofProfile(name, func(_ *stage, known acd.RoutingProfile) (acd.Command, error) {
		return acd.UpdateRoutingProfileConcurrency{ProfileID: known.ID, Concurrency: p.channels()}, nil
	})
}

// readTimer understands: timer PROFILE activity|inbound.
func readTimer(a *args) deed {
	name, w, p := a.known(aProfile), a.next("activity or inbound"), &plan{}
	p.takeTimer(a, pair{w, "timer", w.text})
	return ofProfile(name, func(_ *stage, known acd.RoutingProfile) (acd.Command, error) {
		return acd.UpdateRoutingProfileAgentAvailabilityTimer{ProfileID: known.ID, Timer: p.timer}, nil
	})
}

// readReorder understands: reorder PROFILE QUEUE=PRIORITY[/DELAY][@CHANNEL] ...
func readReorder(a *args) deed {
	name, p := a.known(aProfile), &plan{}
	for _, pr := range a.pairs() {
		p.takeQueue(a, pr)
	}
	return ofProfile(name, func(s *stage, known acd.RoutingProfile) (acd.Command, error) {
		queues, err := s.profileQueues(p.entries, channelsOf(known.Concurrency))
		return acd.UpdateRoutingProfileQueues{ProfileID: known.ID, Queues: queues}, err
	})
}

// readDisassociate understands: disassociate PROFILE [QUEUE] [manual=QUEUE[@CHANNEL]].
func readDisassociate(a *args) deed {
	name, p := a.known(aProfile), &plan{}
	if a.more() {
		p.entries = append(p.entries, entry{queue: a.known(aQueue)})
	}
	for _, pr := range a.pairs() {
		if pr.key != "manual" || !p.take(a, pr) {
			a.unknown(pr, "manual")
		}
	}
	return ofProfile(name, func(s *stage, known acd.RoutingProfile) (acd.Command, error) {
		cmd, all := acd.DisassociateRoutingProfileQueues{ProfileID: known.ID}, channelsOf(known.Concurrency)
		queues, err := s.profileQueues(p.entries, all)
		for _, e := range queues {
			cmd.Queues = append(cmd.Queues, e.QueueChannel)
		}
		if err == nil {
			cmd.Manual, err = s.manualQueues(p.manual, all)
		}
		return cmd, err
	})
}

// readLimit understands: limit QUEUE N|none.
func readLimit(a *args) deed {
	name, w := a.known(aQueue), a.next("how many contacts it may hold, or none")
	var most *int32
	if w.text != "none" {
		most = new(int32(a.integer(pair{w, "the limit", w.text}, 0, 1_000_000)))
	}
	return doing(func(s *stage) acd.Command {
		return acd.UpdateQueueMaxContacts{QueueID: s.queueID(name), MaxContacts: most}
	})
}

func (s *stage) queueID(name string) acd.QueueID {
	id, _ := s.names.find(aQueue, name)
	return acd.QueueID(id)
}

// readDelete understands: delete user USER, delete queue QUEUE, delete profile PROFILE, and delete attribute NAME.
func readDelete(a *args) deed {
	w := a.next("what to delete")
	switch w.text {
	case "attribute":
		name := a.next("the name of the attribute").text
		return doing(func(*stage) acd.Command { return acd.DeletePredefinedAttribute{Name: name} })
	case "queue":
		name := a.known(aQueue)
		return doing(func(s *stage) acd.Command { return acd.DeleteQueue{QueueID: s.queueID(name)} })
	case "profile":
		return ofProfile(a.known(aProfile), func(_ *stage, known acd.RoutingProfile) (acd.Command, error) {
			return acd.DeleteRoutingProfile{ProfileID: known.ID}, nil
		})
	case "user", "":
	default:
		a.fail(w, "%q cannot be deleted; give user, queue, profile or attribute", w.text)
	}
	name := a.known(aUser)
	return doing(func(s *stage) acd.Command { return acd.DeleteUser{UserID: s.userID(name)} })
}
