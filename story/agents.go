package story

import "patchcord/acd"

// readStatusChange understands: STATUS USER ...
func readStatusChange(a *args, status string) deed {
	users := []string{a.known(aUser)}
	for a.more() {
		users = append(users, a.known(aUser))
	}
	return func(s *stage) error {
		id, _ := s.names.find(aStatus, status)
		for _, name := range users {
			if _, err := s.do(acd.PutUserStatus{UserID: s.userID(name), StatusID: acd.AgentStatusID(id)}); err != nil {
				return err
			}
		}
		return nil
	}
}

// readSilent understands: silent USER. Nobody follows what comes to him any more.
func readSilent(a *args) deed { return presence(a, false) }

// readHeard understands: heard USER.
func readHeard(a *args) deed { return presence(a, true) }

func presence(a *args, present bool) deed {
	user := a.known(aUser)
	return doing(func(s *stage) acd.Command { return acd.SetPresence{UserID: s.userID(user), Present: present} })
}

// handling reads USER CONTACT and makes a deed of what the agent does with the contact.
func handling(a *args, cmd func(acd.UserID, acd.ContactID) acd.Command) deed {
	user, contact := a.known(aUser), a.known(aContact)
	return doing(func(s *stage) acd.Command { return cmd(s.userID(user), s.contactID(contact)) })
}

func readAccept(a *args) deed {
	return handling(a, func(u acd.UserID, c acd.ContactID) acd.Command {
		return acd.AcceptContact{UserID: u, ContactID: c}
	})
}

func readReject(a *args) deed {
	return handling(a, func(u acd.UserID, c acd.ContactID) acd.Command {
		return acd.RejectContact{UserID: u, ContactID: c}
	})
}

func readHold(a *args) deed {
	return handling(a, func(u acd.UserID, c acd.ContactID) acd.Command {
		return acd.HoldContact{UserID: u, ContactID: c}
	})
}

func readUnhold(a *args) deed {
	return handling(a, func(u acd.UserID, c acd.ContactID) acd.Command {
		return acd.UnholdContact{UserID: u, ContactID: c}
	})
}

func readDisconnect(a *args) deed {
	return handling(a, func(u acd.UserID, c acd.ContactID) acd.Command {
		return acd.DisconnectContact{UserID: u, ContactID: c}
	})
}

func readComplete(a *args) deed {
	return handling(a, func(u acd.UserID, c acd.ContactID) acd.Command {
		return acd.CompleteContact{UserID: u, ContactID: c}
	})
}

func readDismiss(a *args) deed {
	return handling(a, func(u acd.UserID, c acd.ContactID) acd.Command {
		return acd.DismissUserContact{UserID: u, ContactID: c}
	})
}
