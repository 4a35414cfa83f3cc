package story

import "patchcord/acd"

// readChange understands: change USER [profile=NAME] [autoaccept=CHANNEL] [acw=DURATION[@CHANNEL]]
func readChange(a *args) deed {
	u := plannedUser{name: a.known(aUser)}
	for _, pr := range a.pairs() {
		switch pr.key {
		case "profile":
			if u.profile = pr.value; !a.cast.has(aProfile, pr.value) {
				a.fail(pr.word, "no routing profile is called %q up to here", pr.value)
			}
		case "autoaccept":
			u.autoAccept = a.channels(pr.word, pr.value)
		case "acw":
			u.takeWork(a, pr)
		default:
			a.unknown(pr, "profile, autoaccept and acw")
		}
	}
	return func(s *stage) error { return s.changeUser(u) }
}

// changeUser gives a user another routing profile, or settings in place of those of the same sort that he has.
func (s *stage) changeUser(u plannedUser) error {
	id := s.userID(u.name)
	if u.profile != "" {
		profile, _ := s.names.find(aProfile, u.profile)
		if _, err := s.do(acd.UpdateUserRoutingProfile{UserID: id, ProfileID: acd.RoutingProfileID(profile)}); err != nil {
			return err
		}
	}
	if u.autoAccept == nil && u.work == nil {
		return nil
	}
	cmd := acd.UpdateUserConfig{UserID: id, AfterContactWork: u.work}
	for _, c := range u.autoAccept {
		cmd.AutoAcceptConfigs = append(cmd.AutoAcceptConfigs, acd.AutoAcceptConfig{Channel: c, AutoAccept: true})
	}
	_, err := s.do(cmd)
	return err
}
