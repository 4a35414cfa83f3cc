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
	if parameters.get(keepKeysName).exists() {
		return p.keepKeys(parameters)
	}
	p.only("Parameters", parameters, append(speechMembers(), "InputTimeLimitSeconds", "StoreInput", "InputValidation",
		"InputEncryption", "DTMFConfiguration")...)
	in := asking{said: p.spoken("Parameters", parameters)}
	in.limit = p.whole("Parameters.InputTimeLimitSeconds", parameters.get("InputTimeLimitSeconds"), 1, math.MaxInt32)
	in.store = p.truth(parameters, "StoreInput")
	in.between = betweenKeys
	if v := parameters.get("DTMFConfiguration").get("InterdigitTimeLimitSeconds"); v.exists() {
		in.between = p.whole("Parameters.DTMFConfiguration.InterdigitTimeLimitSeconds", v, 1, math.MaxInt32)
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

// keepKeysName is the parameter that makes a block of GetParticipantInput one that asks nothing, but keeps keys.
const keepKeysName = "EnableDTMFBuffer"

// betweenKeys is for how many seconds a block waits for a further key, where it does not say (AG:store-customer-input).
const betweenKeys = 5

// keepKeys reads the parameters of GetParticipantInput where they are those of the block Set Touchtone Buffer Behavior
// (AG:set-touchtone-buffer-behavior).
func (p *parser) keepKeys(parameters value) request {
	p.kind.failures, p.kind.may, p.kind.results = someError, nil, nil
	k := keeping{KeepKeys{On: p.truth(parameters, keepKeysName)}}
	if k.On {
		p.only("Parameters", parameters, keepKeysName)
		return k
	}
	p.only("Parameters", parameters, keepKeysName, "StoreInput", "InputEncryption")
	k.Store = p.truth(parameters, "StoreInput")
	if !k.Store && parameters.get("InputEncryption").exists() {
		p.problem("Parameters.InputEncryption is given, but StoreInput is not True; nothing is stored")
	}
	return k
}

// truth reads a parameter that is True or False; one that is not there is false.
func (p *parser) truth(parameters value, name string) bool {
	v := parameters.get(name)
	yes := strings.EqualFold(v.text, "True")
	if v.exists() && !yes && !strings.EqualFold(v.text, "False") {
		p.problem("Parameters.%s is %s; give True or False", name, v.describe())
	}
	return yes
}

// keeping keeps keys, for callers only.
type keeping struct{ KeepKeys }

func (k keeping) resolve(s *Scene) (Effect, error) {
	if s.Contact.Channel != acd.Voice {
		return nil, errors.New("only a caller can enter keys")
	}
	return k.KeepKeys, nil
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
	between    int64 // seconds
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
		Country: in.validation.country, Between: acd.Seconds(int32(in.between))}
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

// Take returns which of some keys a block takes, which it leaves, and whether it waits for no more.
func (a Ask) Take(keys string) (taken, left string, enough bool) {
	most := 1
	switch {
	case a.Phone != "":
		return keys, "", false
	case a.Store:
		most = a.Most
	}
	if len(keys) < most {
		return keys, "", false
	}
	return keys[:most], keys[most:], true
}

// Answered returns how a block comes out whose question got an input.
func (a Ask) Answered(input string) Outcome {
	switch {
	case !a.Store:
		return Outcome{Result: input}
	case a.Phone != "" && !phoneNumbers[a.Phone].MatchString(input):
		return Outcome{Failure: InvalidPhoneNumber}
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
