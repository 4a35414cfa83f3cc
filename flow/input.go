package flow

import (
	"errors"
	"math"
	"regexp"
	"slices"
	"strings"

	"patchcord/acd"
)

// The actions that ask the participant for something.
const (
	getInputName = "GetParticipantInput"
	botName      = "ConnectParticipantWithLexBot"
)

// The failures of those who ask a participant.
const (
	InvalidPhoneNumber     Failure = "InvalidPhoneNumber"
	InputTimeLimitExceeded Failure = "InputTimeLimitExceeded"
)

// inputKinds ask a participant.
func inputKinds() []kind {
	return []kind{
		{name: getInputName, failures: someError, may: []Failure{NoMatchingCondition, InputTimeLimitExceeded,
			InvalidPhoneNumber}, results: &results{operators: []string{equals}, operands: keys()}, read: (*parser).getInput},
		{name: botName, failures: someError, may: []Failure{NoMatchingCondition, InputTimeLimitExceeded},
			channels: talks(), results: &results{operators: []string{equals}}, read: (*parser).bot},
	}
}

// keys lists what a telephone can send (DG:participant-actions-getparticipantinput).
func keys() []string { return strings.Split("0123456789*#", "") }

// getInput reads the parameters of GetParticipantInput. An input that is stored has no conditions; what an input that
// is not may be is a key (DG:participant-actions-getparticipantinput).
func (p *parser) getInput(parameters value) request {
	p.only("Parameters", parameters, append(speechMembers(), "InputTimeLimitSeconds", "StoreInput", "InputValidation",
		"InputEncryption", "DTMFConfiguration")...)
	in := asking{said: p.spoken("Parameters", parameters)}
	in.limit = p.whole("Parameters.InputTimeLimitSeconds", parameters.get("InputTimeLimitSeconds"), 1, math.MaxInt32)
	if v := parameters.get("StoreInput"); v.exists() {
		in.store = strings.EqualFold(v.text, "True")
		if !in.store && !strings.EqualFold(v.text, "False") {
			p.problem("Parameters.StoreInput is %s; give True or False", v.describe())
		}
	}
	validation := parameters.get("InputValidation")
	if validation.exists() != in.store {
		p.problem("Parameters.InputValidation is %s; give it where StoreInput is True, and only there",
			validation.describe())
	}
	if !in.store {
		p.kind.failures, p.kind.may = []Failure{NoMatchingError, NoMatchingCondition}, nil
		p.kind.service = []Failure{InputTimeLimitExceeded}
		return in
	}
	if p.kind.results, p.kind.may = nil, []Failure{InputTimeLimitExceeded, NoMatchingCondition}; p.publishing() {
		p.kind.may = nil
	}
	in.validation = p.validation(validation)
	if in.validation.phone != "" {
		p.kind.failures = []Failure{NoMatchingError, InvalidPhoneNumber}
	}
	return in
}

// validation says what an input that is stored must be.
type validation struct {
	phone   string   // E164 or Local; empty: it need not be a phone number
	country string   // whose calling code is supplied
	most    quantity // characters
}

func (p *parser) validation(v value) validation {
	const at = "Parameters.InputValidation"
	custom, phone := v.get("CustomValidation"), v.get("PhoneNumberValidation")
	p.only(at, v, "CustomValidation", "PhoneNumberValidation")
	switch {
	case custom.exists() == phone.exists():
		p.problem("%s has both or neither of CustomValidation and PhoneNumberValidation; give one", at)
	case custom.exists():
		p.object(at+".CustomValidation", custom, "MaximumLength")
		return validation{most: p.quantity(at+".CustomValidation.MaximumLength", custom.get("MaximumLength"), 1,
			math.MaxInt32)}
	default:
		p.object(at+".PhoneNumberValidation", phone, "NumberFormat", "CountryCode")
		format := phone.get("NumberFormat")
		if !slices.Contains([]string{"Local", "E164"}, format.text) {
			p.problem("%s.PhoneNumberValidation.NumberFormat is %s; give Local or E164", at, format.describe())
		}
		if format.text == "Local" && !phone.get("CountryCode").exists() {
			p.problem("%s.PhoneNumberValidation.CountryCode is missing; a Local number needs one", at)
		}
		return validation{phone: format.text, country: phone.get("CountryCode").text}
	}
	return validation{}
}

// asking asks for keys.
type asking struct {
	said       speech
	limit      int64 // seconds
	store      bool
	validation validation
}

// resolve asks a caller; only voice has keys (DG:participant-actions-getparticipantinput).
func (in asking) resolve(s *Scene) (Effect, error) {
	if s.Contact.Channel != acd.Voice {
		return nil, errors.New("only a caller can enter keys")
	}
	if _, err := in.said.resolve(s); err != nil {
		return nil, err
	}
	ask := Ask{Limit: acd.Seconds(int32(in.limit)), Store: in.store, Phone: in.validation.phone,
		Country: in.validation.country}
	if in.store && in.validation.phone == "" {
		n, err := in.validation.most.resolve(s)
		if err != nil {
			return nil, err
		}
		ask.Most = int(n)
	}
	return ask, nil
}

// phoneNumbers are what InputValidation takes: digits as dialled, or with the country code in front.
var phoneNumbers = map[string]*regexp.Regexp{
	"E164":  regexp.MustCompile(`^\+?[1-9][0-9]{6,14}$`),
	"Local": regexp.MustCompile(`^[0-9]{3,15}$`),
}

// Answered returns how a block comes out whose question got an input.
func (a Ask) Answered(input string) Outcome {
	switch {
	case !a.Store:
		return Outcome{Result: input}
	case a.Phone != "" && !phoneNumbers[a.Phone].MatchString(input):
		return Outcome{Failure: InvalidPhoneNumber}
	case a.Phone == "" && len(input) > a.Most:
		return Outcome{Failure: NoMatchingError}
	}
	return Outcome{}
}

// bot reads the parameters of ConnectParticipantWithLexBot (DG:participant-actions-connectparticipantwithlexbot).
func (p *parser) bot(parameters value) request {
	p.only("Parameters", parameters, append(speechMembers(), "LexV2Bot", "LexBot", "LexSessionAttributes",
		"LexInitializationData", "LexTimeoutSeconds")...)
	if parameters.get("LexV2Bot").exists() == parameters.get("LexBot").exists() {
		p.problem("Parameters has both or neither of LexV2Bot and LexBot; give one")
	}
	p.publishBot(parameters)
	var b talking
	if limit := parameters.get("LexTimeoutSeconds"); limit.exists() {
		p.object("Parameters.LexTimeoutSeconds", limit, "Text")
		q := p.quantity("Parameters.LexTimeoutSeconds.Text", limit.get("Text"), 1, waitSecondsMax)
		b.limit = &q
	}
	return b
}

// talking lets a bot talk to the participant. There is none here: whoever plays it says what it has understood.
type talking struct{ limit *quantity }

func (b talking) resolve(s *Scene) (Effect, error) {
	if b.limit == nil {
		return AskBot{}, nil
	}
	n, err := b.limit.resolve(s)
	return AskBot{acd.Seconds(int32(n))}, err
}
