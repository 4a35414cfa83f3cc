package account

import (
	"patchcord/acd"
	"patchcord/instance"
)

// The operations on phone numbers, whose ClientTokens the account remembers.
const (
	claiming  = "ClaimPhoneNumber"
	moving    = "UpdatePhoneNumber"
	releasing = "ReleasePhoneNumber"
)

// restingTime is how long a number that was released cannot be claimed, and how far back claims and releases are
// counted (AG:release-phone-number).
const restingTime = 180 * acd.Day

// ReleasedNumber is a phone number that was given back and rests.
type ReleasedNumber struct {
	Instance   acd.InstanceID // the last to have it
	Number     string
	ClaimedAt  acd.Time
	ReleasedAt acd.Time
}

// PhoneNumber returns a claimed phone number and the instance that has it.
func (a *Account) PhoneNumber(id acd.PhoneNumberID) (acd.PhoneNumber, *instance.Instance, bool) {
	for _, i := range a.instances {
		if number, ok := i.Directory().PhoneNumber(id); ok {
			return number, i, true
		}
	}
	return acd.PhoneNumber{}, nil, false
}

// holder returns a claimed phone number with the instance that has it, told the time.
func (a *Account) holder(id acd.PhoneNumberID) (acd.PhoneNumber, *instance.Instance, error) {
	number, i, ok := a.PhoneNumber(id)
	if !ok {
		return number, nil, acd.Errorf(acd.NotFound, "no phone number has the id %q; give one that has been claimed", id)
	}
	i, err := a.present(i.ID())
	return number, i, err
}

// doNumber decides a command about phone numbers, and says whether it was one.
func (a *Account) doNumber(id acd.InstanceID, cmd acd.Command) (
	created string, events []acd.Event, was bool, err error,
) {
	switch cmd := cmd.(type) {
	case acd.ClaimPhoneNumber:
		created, events, err = a.claim(id, cmd)
	case acd.UpdatePhoneNumber:
		created, events, err = a.move(cmd)
	case acd.ReleasePhoneNumber:
		events, err = a.release(cmd)
	case acd.TagResource:
		if cmd.Kind != acd.KindPhoneNumber {
			return "", nil, false, nil
		}
		events, err = a.onHolder(id, cmd.ID, cmd)
	case acd.UntagResource:
		if cmd.Kind != acd.KindPhoneNumber {
			return "", nil, false, nil
		}
		events, err = a.onHolder(id, cmd.ID, cmd)
	default:
		return "", nil, false, nil
	}
	return created, events, true, err
}

// onHolder decides a command in the instance that has a phone number. Whoever names an instance as well means the older
// sort of ARN, to which no tags can be put (ListPhoneNumbers in the API reference).
func (a *Account) onHolder(id acd.InstanceID, number string, cmd acd.Command) ([]acd.Event, error) {
	_, i, err := a.holder(acd.PhoneNumberID(number))
	switch {
	case id != "":
		return nil, acd.Errorf(acd.NotFound, "a phone number lies above the instances; give the ARN that ListPhoneNumbersV2 "+
			"shows")
	case err != nil:
		return nil, err
	}
	_, events, err := i.Do(cmd)
	return events, err
}

// claim gives an instance a number that nobody has.
func (a *Account) claim(id acd.InstanceID, cmd acd.ClaimPhoneNumber) (string, []acd.Event, error) {
	if created, ok, err := a.tokens.Find(a.now, claiming, cmd.Token); ok || err != nil {
		return created, nil, err
	}
	i, err := a.present(id)
	if err != nil {
		return "", nil, err
	}
	number := cmd.Number
	country, kind, ok := kindOf(numberings(), number.Number)
	if !acd.IsPhoneNumber(number.Number) || !ok {
		return "", nil, acd.Errorf(acd.Invalid, "PhoneNumber is %.40q; give a number in E.164 form such as +12065550100",
			number.Number)
	}
	if err := a.checkFree(number.Number); err != nil {
		return "", nil, err
	}
	if err := a.checkRoom(i); err != nil {
		return "", nil, err
	}
	number.ID, number.Country, number.Type, number.ClaimedAt = acd.PhoneNumberID(i.NewID(0)), country, kind, a.now
	events := []acd.Event{a.emit(i, acd.PhoneNumberClaimed{Number: number})}
	events = append(events, a.tag(i, number.ID, cmd.Tags)...)
	events = append(events, a.use(i, claiming, cmd.Token, string(number.ID))...)
	return string(number.ID), events, nil
}

// checkFree says why a number cannot be claimed: somebody has it, or it rests (A0221).
func (a *Account) checkFree(number string) error {
	for _, i := range a.instances {
		if _, has := i.Directory().DialledNumber(number); has {
			return acd.Errorf(acd.NotFound, "the number %s is not available: instance %s has it; search for one that is", number,
				i.ID())
		}
	}
	if a.options.Quotas.PhoneNumbersPerInstance == 0 {
		return nil
	}
	for _, r := range a.released {
		if r.Number == number && a.now.Sub(r.ReleasedAt) < restingTime {
			return acd.Errorf(acd.NotFound, "the number %s is not available until 180 days after its release; search for one "+
				"that is", number)
		}
	}
	return nil
}

// checkRoom asks the quota of numbers that an instance may have, and of those that it may claim and release, which is
// twice as many (AG:release-phone-number).
func (a *Account) checkRoom(i *instance.Instance) error {
	quota, held := a.options.Quotas.PhoneNumbersPerInstance, i.Directory().PhoneNumbers()
	if acd.Exceeded(quota, len(held)) {
		return acd.Errorf(acd.Limit, "instance %s has %d phone numbers, as many as the quota allows", i.ID(), len(held))
	}
	turns := 0
	recent := func(at acd.Time) {
		if a.now.Sub(at) < restingTime {
			turns++
		}
	}
	for _, number := range held {
		recent(number.ClaimedAt)
	}
	for _, r := range a.released {
		if r.Instance == i.ID() {
			recent(r.ClaimedAt)
			recent(r.ReleasedAt)
		}
	}
	if quota > 0 && turns >= 2*quota {
		return acd.Errorf(acd.Limit, "instance %s has claimed and released %d phone numbers in 180 days, twice its quota",
			i.ID(), turns)
	}
	return nil
}

// move gives a number to another instance. Its tags go with it, its flow does not (UpdatePhoneNumber in the API
// reference).
func (a *Account) move(cmd acd.UpdatePhoneNumber) (string, []acd.Event, error) {
	if moved, ok, err := a.tokens.Find(a.now, moving, cmd.Token); ok || err != nil {
		return moved, nil, err
	}
	number, from, err := a.holder(cmd.ID)
	if err != nil {
		return "", nil, err
	}
	to, err := a.present(cmd.Target)
	if err != nil {
		return "", nil, err
	}
	var events []acd.Event
	if from != to {
		if err := checkUnused(number, from); err != nil {
			return "", nil, err
		}
		if err := a.checkRoom(to); err != nil {
			return "", nil, err
		}
		tags := from.Directory().Tags(acd.KindPhoneNumber, string(number.ID))
		events = append(events, a.emit(from, acd.PhoneNumberReleased{ID: number.ID, Moved: true}))
		number.FlowID = ""
		events = append(events, a.emit(to, acd.PhoneNumberClaimed{Number: number}))
		events = append(events, a.tag(to, number.ID, tags)...)
	}
	return string(cmd.ID), append(events, a.use(to, moving, cmd.Token, string(cmd.ID))...), nil
}

// release gives a number back. Sent again under the same ClientToken, it is done.
func (a *Account) release(cmd acd.ReleasePhoneNumber) ([]acd.Event, error) {
	if _, ok, err := a.tokens.Find(a.now, releasing, cmd.Token); ok || err != nil {
		return nil, err
	}
	number, i, err := a.holder(cmd.ID)
	if err != nil {
		return nil, err
	}
	if err := checkUnused(number, i); err != nil {
		return nil, err
	}
	events := []acd.Event{a.emit(i, acd.PhoneNumberReleased{ID: cmd.ID})}
	return append(events, a.use(i, releasing, cmd.Token, string(cmd.ID))...), nil
}

// checkUnused says why a number cannot leave its instance: a queue calls with it (A0222).
func checkUnused(number acd.PhoneNumber, i *instance.Instance) error {
	queue, ok := i.Directory().QueueCalling(number.ID)
	if !ok {
		return nil
	}
	err := acd.Errorf(acd.InUse, "the number %s is the outbound caller ID of queue %s; give the queue another one first",
		number.Number, queue.ID)
	err.Resource = acd.Resource{Type: "QUEUE", ID: string(queue.ID)}
	return err
}

// emit lets something happen in an instance.
func (a *Account) emit(i *instance.Instance, body acd.Body) acd.Event {
	e := acd.Event{At: a.now, Instance: i.ID(), Number: i.Number() + 1, Body: body}
	a.Replay(e)
	return e
}

// tag puts the tags of a number where the number is, if it has any.
func (a *Account) tag(i *instance.Instance, id acd.PhoneNumberID, tags map[string]string) []acd.Event {
	if len(tags) == 0 {
		return nil
	}
	return []acd.Event{a.emit(i, acd.TagsChanged{Kind: acd.KindPhoneNumber, ID: string(id), Tags: tags})}
}

// use remembers a ClientToken, if there is one.
func (a *Account) use(i *instance.Instance, operation string, token acd.ClientToken, id string) []acd.Event {
	if token.Token == "" {
		return nil
	}
	return []acd.Event{a.emit(i, acd.ClientTokenUsed{Operation: operation, Token: token, Created: id})}
}

// rest remembers a number that is given back, and forgets those that have rested.
func (a *Account) rest(at acd.Time, id acd.InstanceID, number acd.PhoneNumber) {
	rested := 0
	for rested < len(a.released) && at.Sub(a.released[rested].ReleasedAt) >= restingTime {
		rested++
	}
	a.released = append(a.released[rested:], ReleasedNumber{
		Instance: id, Number: number.Number, ClaimedAt: number.ClaimedAt, ReleasedAt: at})
}
