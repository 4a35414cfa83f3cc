package flow

import (
	"fmt"
	"math"

	"patchcord/acd"
)

// MessagesInterrupted is the result of MessageParticipantIteratively when its time is over.
const MessagesInterrupted = "MessagesInterrupted"

// skipName says whether keys that were pressed already cut a message short (A0280). Nobody presses keys here before he
// is asked.
const skipName = "SkipWhenDTMFBufferEnabled"

// message reads the parameters of MessageParticipant (DG:participant-actions-messageparticipant).
func (p *parser) message(parameters value) request {
	p.only("Parameters", parameters, append(speechMembers(), skipName)...)
	return p.spoken("Parameters", parameters)
}

// speech is what somebody hears or reads: exactly one member is given.
type speech struct {
	text, ssml *template
	prompt     *operand
	media      bool // recorded elsewhere
}

// speechMembers lists what may hold it.
func speechMembers() []string { return []string{"PromptId", "Text", "SSML", "Media"} }

// spoken reads the one member that says it; others of the object are not looked at.
func (p *parser) spoken(at string, v value) speech {
	var s speech
	given := 0
	for _, name := range speechMembers() {
		member := v.get(name)
		if !member.exists() {
			continue
		}
		given++
		switch name {
		case "PromptId":
			o := p.operand(at+"."+name, member)
			s.prompt = &o
		case "Media":
			p.object(at+"."+name, member, "Uri", "SourceType", "MediaType")
			s.media = true
		default:
			t := readTemplate(p.text(at+"."+name, member))
			if s.text = &t; name == "SSML" {
				s.text, s.ssml = nil, &t
			}
		}
	}
	if given != 1 {
		p.problem("%s has %d of PromptId, Text, SSML and Media; give one", at, given)
	}
	return s
}

// resolve returns what is to be said. Recordings and SSML are for voice alone
// (DG:participant-actions-messageparticipant).
func (sp speech) resolve(s *Scene) (Effect, error) {
	m := Message{}
	if s.Contact.Channel == acd.Email {
		return m, nil // it has no effect there (AG:play)
	}
	if (sp.prompt != nil || sp.ssml != nil || sp.media) && s.Contact.Channel != acd.Voice {
		return nil, fmt.Errorf("channel %s takes Text only", s.Contact.Channel)
	}
	var err error
	switch {
	case sp.prompt != nil:
		m.PromptID, err = sp.prompt.resolve(s)
	case sp.text != nil:
		m.Text, err = sp.text.resolve(s)
	case sp.ssml != nil:
		m.Text, err = sp.ssml.resolve(s)
	}
	if err != nil {
		return nil, err
	}
	return m, nil
}

// messages reads the parameters of MessageParticipantIteratively
// (DG:participant-actions-messageparticipantiteratively).
func (p *parser) messages(parameters value) request {
	p.only("Parameters", parameters, "Messages", "InterruptFrequencySeconds", skipName)
	list := parameters.get("Messages")
	if list.kind != '[' || len(list.elements) == 0 {
		p.problem("Parameters.Messages is %s; give a list of at least one message", describeList(list))
	}
	var m repeating
	for i, v := range list.elements {
		at := fmt.Sprintf("Parameters.Messages[%d]", i)
		if !p.object(at, v, speechMembers()...) {
			continue
		}
		m.messages = append(m.messages, p.spoken(at, v))
	}
	if v := parameters.get("InterruptFrequencySeconds"); v.exists() {
		m.interrupt = int32(p.whole("Parameters.InterruptFrequencySeconds", v, 1, math.MaxInt32))
	}
	return m
}

type repeating struct {
	messages  []speech
	interrupt int32 // seconds; 0: never
}

// resolve checks that each message can be said.
func (r repeating) resolve(s *Scene) (Effect, error) {
	for _, m := range r.messages {
		if _, err := m.resolve(s); err != nil {
			return nil, err
		}
	}
	return Repeat{Interrupt: acd.Seconds(r.interrupt)}, nil
}
