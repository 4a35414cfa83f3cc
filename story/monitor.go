package story

import "patchcord/acd"

// readMonitor understands: monitor USER CONTACT NEW [barge], with which the user may take part later.
func readMonitor(a *args) deed {
	user, contact, own := a.known(aUser), a.known(aContact), a.fresh(aContact)
	mayBarge := false
	if a.more() {
		if w := a.next("barge"); w.text == "barge" {
			mayBarge = true
		} else {
			a.fail(w, "%q is no capability; give barge or nothing", w.text)
		}
	}
	return func(s *stage) error {
		s.coming = own
		_, err := s.do(acd.MonitorContact{UserID: s.userID(user), ContactID: s.contactID(contact), MayBarge: mayBarge})
		return err
	}
}

// readBarge understands: barge USER CONTACT, which is his own, and listen USER CONTACT.
func readBarge(a *args) deed { return readMode(a, acd.Barge) }

func readListen(a *args) deed { return readMode(a, acd.SilentMonitor) }

func readMode(a *args, mode acd.MonitorMode) deed {
	user, contact := a.known(aUser), a.known(aContact)
	return doing(func(s *stage) acd.Command {
		return acd.ChangeMonitorMode{UserID: s.userID(user), ContactID: s.contactID(contact), Mode: mode}
	})
}

// readTakeOver understands: takeover USER CONTACT, which is his own.
func readTakeOver(a *args) deed {
	user, contact := a.known(aUser), a.known(aContact)
	return doing(func(s *stage) acd.Command {
		return acd.TakeOverContact{UserID: s.userID(user), ContactID: s.contactID(contact)}
	})
}
