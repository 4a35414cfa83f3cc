package story

import "patchcord/acd"

// readDial understands: dial CONTACT [QUEUE] [preview=DURATION], a request of a campaign to call a customer.
func readDial(a *args) deed {
	name, queue := a.fresh(aContact), ""
	if a.more() {
		queue = a.known(aQueue)
	}
	put := acd.PutContact{CampaignID: "spring",
		Customer: &acd.Endpoint{Type: acd.TelephoneNumber, Address: "+12065550100"},
		System:   &acd.Endpoint{Type: acd.TelephoneNumber, Address: "+12065550199"}}
	for _, pr := range a.pairs() {
		if pr.key != "preview" {
			a.unknown(pr, "preview")
			continue
		}
		put.Strategy = &acd.OutboundStrategy{PreviewFor: a.duration(pr.word, pr.value),
			Actions: []acd.UserAction{acd.ActionCall, acd.ActionDiscard}}
	}
	return func(s *stage) error {
		put := put
		if queue != "" {
			id, err := s.queue(queue)
			if err != nil {
				return err
			}
			put.QueueID = id
		}
		s.coming = name
		made, err := s.do(acd.PutContacts{Requests: []acd.PutContact{put}})
		if s.names.of(made) == made {
			s.say("%s", made) // it failed
		}
		return err
	}
}

// readCall understands: call USER CONTACT, which he previews, and discard USER CONTACT.
func readCall(a *args) deed { return readPreviewed(a, acd.ActionCall) }

func readDiscard(a *args) deed { return readPreviewed(a, acd.ActionDiscard) }

func readPreviewed(a *args, action acd.UserAction) deed {
	user, contact := a.known(aUser), a.known(aContact)
	return doing(func(s *stage) acd.Command {
		return acd.EndPreview{UserID: s.userID(user), ContactID: s.contactID(contact), Action: action}
	})
}
