package story

import (
	"fmt"
	"strings"

	"patchcord/acd"
)

// roles are what stories call those who take part in a chat.
func roles() map[string]string {
	return map[string]string{"customer": acd.RoleCustomer, "agent": acd.RoleAgent, "bot": acd.RoleCustomBot}
}

// readTimeouts understands: timeouts CONTACT customer.idle=DURATION|none agent.leave=DURATION|none ...
func readTimeouts(a *args) deed {
	name := a.known(aContact)
	kinds := map[string]acd.TimerType{"idle": acd.IdleTimer, "leave": acd.DisconnectTimer}
	var timers []acd.ParticipantTimer
	for _, pr := range a.pairs() {
		role, kind, _ := strings.Cut(pr.key, ".")
		timer := acd.ParticipantTimer{Role: roles()[role], Type: kinds[kind]}
		if timer.Role == "" || timer.Type == "" {
			a.unknown(pr, "customer.idle, customer.leave, agent.idle and agent.leave")
		}
		if pr.value != "none" {
			timer.For = a.duration(pr.word, pr.value)
		}
		timers = append(timers, timer)
	}
	return doing(func(s *stage) acd.Command {
		return acd.UpdateParticipantRoleConfig{ContactID: s.contactID(name), Timers: timers}
	})
}

// role takes the name of a role.
func (a *args) role() string {
	w := a.next("customer, agent or bot")
	role, ok := roles()[w.text]
	if !ok {
		a.fail(w, "%q is nobody in a chat; give customer, agent or bot", w.text)
	}
	return role
}

// readWrites understands: writes CONTACT customer|agent|bot.
func readWrites(a *args) deed {
	name, role := a.known(aContact), a.role()
	return doing(func(s *stage) acd.Command { return acd.ReportMedia{ContactID: s.contactID(name), Wrote: role} })
}

// readBot understands: bot CONTACT joins|leaves.
func readBot(a *args) deed {
	name, does := a.known(aContact), a.next("joins or leaves")
	if does.text != "joins" && does.text != "leaves" {
		a.fail(does, "%q is nothing that a bot does; give joins or leaves", does.text)
	}
	return doing(func(s *stage) acd.Command {
		if does.text == "leaves" {
			return acd.ReportMedia{ContactID: s.contactID(name), BotLeft: true}
		}
		return acd.CreateParticipant{ContactID: s.contactID(name), Role: acd.RoleCustomBot, DisplayName: "bot"}
	})
}

// silenceWords tells of those who fall silent in a chat.
func (s *stage) silenceWords(e acd.Event) string {
	switch b := e.Body.(type) {
	case acd.ParticipantTimersSet:
		line := s.name(b.ContactID) + " has timers:"
		for _, t := range b.Timers {
			line += fmt.Sprintf(" %s %s %s,", strings.ToLower(t.Role), t.Type, formatDuration(t.For))
		}
		return strings.TrimRight(line, ",:")
	case acd.ParticipantWrote:
		if b.Returned {
			return s.name(b.ContactID) + " " + strings.ToLower(b.Role) + " writes and is not idle any more"
		}
		return s.name(b.ContactID) + " " + strings.ToLower(b.Role) + " writes"
	case acd.ParticipantIdled:
		return s.name(b.ContactID) + " " + strings.ToLower(b.Role) + " is idle"
	case acd.ParticipantsAutoDisconnected:
		return s.name(b.ContactID) + " " + strings.ToLower(b.Role) + " was silent for too long"
	case acd.ParticipantAdded:
		return s.name(b.ContactID) + " is joined by a bot"
	case acd.BotDisconnected:
		return s.name(b.ContactID) + " is left by its bot"
	}
	return ""
}
