package story

import "patchcord/acd"

// readCreate understands: create CONTACT [USER] channel=email|task|voice, a contact that no flow leads. A task without
// a user is completed at once.
func readCreate(a *args) deed {
	name, user := a.fresh(aContact), ""
	if a.more() {
		user = a.known(aUser)
	}
	cmd := acd.StartContact{Operation: "CreateContact", Channel: acd.Email}
	related, previous := "", ""
	for _, pr := range a.pairs() {
		switch pr.key {
		case "channel":
			channel, ok := acd.ParseChannel(pr.value)
			if !ok {
				a.fail(pr.word, "channel is %q; give voice, chat, task or email", pr.value)
			}
			cmd.Channel = channel
		case "answers":
			related = a.contactNamed(pr)
		case "joins":
			previous = a.contactNamed(pr)
		case "life":
			cmd.Life = a.duration(pr.word, pr.value)
		default:
			a.unknown(pr, "channel, answers, joins and life")
		}
	}
	return func(s *stage) error {
		cmd := cmd
		cmd.RelatedID, cmd.PreviousID = s.contactID(related), s.contactID(previous)
		cmd.InitiationMethod = createdMethod(cmd)
		if external := acd.ExternalAudio; cmd.Channel == acd.Voice {
			cmd.SegmentAttributes = map[string]acd.SegmentAttribute{acd.SubtypeAttribute: {String: &external}}
		}
		s.telling, s.coming = true, name
		created := acd.CreateContact{Contact: cmd, Completed: user == "" && cmd.Channel == acd.Task}
		if user != "" {
			created.UserID = s.userID(user)
		}
		id, err := s.do(created)
		if err == nil {
			s.names.add(aContact, name, id)
		}
		return err
	}
}

// contactNamed returns the contact that a pair names.
func (a *args) contactNamed(pr pair) string {
	if !a.cast.has(aContact, pr.value) {
		a.fail(pr.word, "no contact is called %q up to here", pr.value)
	}
	return pr.value
}

func createdMethod(cmd acd.StartContact) acd.InitiationMethod {
	switch {
	case cmd.Channel == acd.Voice:
		return acd.Transfer
	case cmd.Channel == acd.Task:
		return acd.API
	case cmd.RelatedID != "":
		return acd.AgentReply
	}
	return acd.Outbound
}

// readSend understands: send CONTACT, which is a draft of an email.
func readSend(a *args) deed {
	name := a.known(aContact)
	return doing(func(s *stage) acd.Command {
		return acd.SendEmail{
			Operation: "StartOutboundEmailContact", ContactID: s.contactID(name), Subject: "Your order",
			Customer: &acd.Endpoint{Type: acd.EmailAddressPoint, Address: "pat@example.com"},
			System:   &acd.Endpoint{Type: acd.EmailAddressPoint, Address: "help@example.org"},
		}
	})
}
