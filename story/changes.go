package story

import (
	"patchcord/acd"
)

// readProficiency understands: proficiency USER Name:Value=LEVEL|none ...
func readProficiency(a *args) deed {
	user := a.known(aUser)
	var list []acd.UserProficiency
	for _, pr := range a.pairs() {
		list = append(list, a.proficiency(pr))
	}
	if len(list) == 0 {
		a.fail(word{column: a.end}, "a proficiency is missing")
	}
	return func(s *stage) error {
		id := s.userID(user)
		for _, p := range list {
			if err := s.changeProficiency(id, p); err != nil {
				return err
			}
		}
		return nil
	}
}

// changeProficiency associates a proficiency, changes its level or takes it away.
func (s *stage) changeProficiency(id acd.UserID, p acd.UserProficiency) error {
	known, _ := s.inst.Directory().User(id)
	one := []acd.UserProficiency{p}
	var cmd acd.Command = acd.AssociateUserProficiencies{UserID: id, Proficiencies: one}
	switch has := acd.Level(known.Proficiencies, p.AttributeName, p.AttributeValue) > 0; {
	case p.Level == 0:
		cmd = acd.DisassociateUserProficiencies{UserID: id, Proficiencies: one}
	case has:
		cmd = acd.UpdateUserProficiencies{UserID: id, Proficiencies: one}
	}
	_, err := s.do(cmd)
	return err
}

// readAssociate understands: associate PROFILE QUEUE=PRIORITY[/DELAY][@CHANNEL] ...
func readAssociate(a *args) deed {
	name := a.known(aProfile)
	p := &plan{}
	for _, pr := range a.pairs() {
		if pr.key == "manual" {
			p.take(a, pr)
			continue
		}
		p.takeQueue(a, pr)
	}
	return func(s *stage) error { return s.associate(name, p) }
}

// associate adds the entries of a plan to a routing profile.
func (s *stage) associate(name string, p *plan) error {
	id, _ := s.names.find(aProfile, name)
	known, _ := s.inst.Directory().RoutingProfile(acd.RoutingProfileID(id))
	all := channelsOf(known.Concurrency)
	queues, err := s.profileQueues(p.entries, all)
	if err != nil {
		return err
	}
	manual, err := s.manualQueues(p.manual, all)
	if err != nil {
		return err
	}
	_, err = s.do(acd.AssociateRoutingProfileQueues{ProfileID: known.ID, Queues: queues, Manual: manual})
	return err
}

// readDisable understands: disable QUEUE or STATUS.
func readDisable(a *args) deed { return readAbility(a, acd.QueueDisabled) }

// readEnable understands: enable QUEUE or STATUS.
func readEnable(a *args) deed { return readAbility(a, acd.QueueEnabled) }

func readAbility(a *args, status acd.QueueStatus) deed {
	if len(a.words) > 0 && a.cast.has(aStatus, a.words[0].text) {
		name := a.known(aStatus)
		return doing(func(s *stage) acd.Command {
			id, _ := s.names.find(aStatus, name)
			return acd.UpdateAgentStatus{ID: acd.AgentStatusID(id), Enabled: new(status == acd.QueueEnabled)}
		})
	}
	name := a.known(aQueue)
	return func(s *stage) error {
		id, err := s.queue(name)
		if err != nil {
			return err
		}
		_, err = s.do(acd.UpdateQueueStatus{QueueID: id, Status: status})
		return err
	}
}

// readDowntime understands: downtime DURATION.
func readDowntime(a *args) deed {
	w := a.next("a span of time")
	a.passes = a.duration(w, w.text)
	d := a.passes
	return func(s *stage) error {
		from := s.inst.Now()
		if _, err := s.do(acd.Resume{From: from, To: from.Add(d)}); err != nil {
			return err
		}
		s.pass(from.Add(d))
		return nil
	}
}

// doing makes a deed of a command.
func doing(cmd func(*stage) acd.Command) deed {
	return func(s *stage) error {
		_, err := s.do(cmd(s))
		return err
	}
}
