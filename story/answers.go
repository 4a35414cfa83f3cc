package story

import (
	"strings"

	"encoding/json"

	"patchcord/acd"
)

// This file tells flows what the world answers.

// readEnter understands: enter CONTACT KEYS.
func readEnter(a *args) deed {
	name, keys := a.known(aContact), a.next("the keys").text
	return doing(func(s *stage) acd.Command { return acd.GiveInput{ContactID: s.contactID(name), Input: keys} })
}

// readMeans understands: means CONTACT INTENT slot=VALUE ..., which is what a bot has understood.
func readMeans(a *args) deed {
	name, intent := a.known(aContact), a.next("an intent").text
	slots := map[string]string{}
	for _, pr := range a.pairs() {
		slots[pr.key] = pr.value
	}
	return doing(func(s *stage) acd.Command {
		return acd.GiveInput{ContactID: s.contactID(name), Intent: intent, Slots: slots}
	})
}

// readAnswer understands: answer CONTACT name=VALUE ..., or answer CONTACT fault=TEXT, of the function that is asked.
func readAnswer(a *args) deed {
	name, values, whole := a.known(aContact), map[string]string{}, ""
	for _, pr := range a.pairs() {
		if pr.key == "file" {
			whole = a.file(pr)
			continue
		}
		values[pr.key] = pr.value
	}
	return func(s *stage) error {
		told := acd.TellFunction{ContactID: s.contactID(name), Fault: values["fault"]}
		if c, ok := s.contact(told.ContactID); ok {
			for _, run := range c.Runs {
				if run.Ask != nil {
					told.AskID = run.Ask.ID
				}
			}
		}
		text, err := json.Marshal(values)
		if err != nil {
			return err
		}
		if told.Response = string(text); whole != "" {
			told.Response = whole
		}
		_, err = s.do(told)
		return err
	}
}

// waitingWords tells of a run that waits.
func (s *stage) waitingWords(b acd.FlowWaiting) string {
	if b.Run.IsFunction() {
		return s.functionWords(b)
	}
	until := ""
	if !b.Run.Until.IsZero() {
		until = " until " + s.since(b.Run.Until)
	}
	return s.name(b.ContactID) + " waits at block " + b.Run.Action + " of " + s.name(b.Run.FlowID) + until
}

// functionWords tells of a function that a flow does not wait for.
func (s *stage) functionWords(b acd.FlowWaiting) string {
	switch {
	case b.Run.Ask != nil:
		return s.name(b.ContactID) + " invokes " + b.Run.Ask.ARN[strings.LastIndex(b.Run.Ask.ARN, ":")+1:] + " until " +
			s.since(b.Run.Until)
	case b.Run.Data["Fault"] != "":
		return s.name(b.ContactID) + " got no answer: " + b.Run.Data["Fault"]
	}
	return s.name(b.ContactID) + " got an answer"
}
