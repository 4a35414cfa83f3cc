package account

import (
	"slices"
	"strings"

	"patchcord/acd"
	"patchcord/instance"
)

// Account holds the instances of one AWS account in one region.
type Account struct {
	options   instance.Options
	now       acd.Time
	instances []*instance.Instance // in the order of creation
	byID      map[acd.InstanceID]*instance.Instance
	tokens    instance.Tokens
	released  []ReleasedNumber // the oldest first
}

// The operations on instances themselves, whose ClientTokens the account remembers.
const (
	creation = "CreateInstance"
	deletion = "DeleteInstance"
)

// Ended is a contact whose life is complete, with the instance it belonged to.
type Ended struct {
	Instance acd.InstanceID
	Contact  acd.Contact
}

// New returns an account without instances. All but its name matters only when something is decided, not when it is
// replayed.
func New(o instance.Options) *Account {
	return &Account{options: o, byID: map[acd.InstanceID]*instance.Instance{}}
}

// Account returns the number and region that the ARNs of this account begin with.
func (a *Account) Account() acd.Account { return a.options.Account }

// Now returns the instant up to which the account has been told that time has passed.
func (a *Account) Now() acd.Time { return a.now }

// Instance returns an instance by its id.
func (a *Account) Instance(id acd.InstanceID) (*instance.Instance, bool) {
	i, ok := a.byID[id]
	return i, ok
}

// Instances returns all instances in the order of their creation.
func (a *Account) Instances() []*instance.Instance { return slices.Clone(a.instances) }

// Deadline returns when time alone changes something next in any instance.
func (a *Account) Deadline() (at acd.Time, ok bool) {
	for _, i := range a.instances {
		if due, has := i.Deadline(); has && (!ok || due < at) {
			at, ok = due, true
		}
	}
	return at, ok
}

// Ringing returns how many contacts are being offered to agents who have not answered yet.
func (a *Account) Ringing() (n int) {
	for _, i := range a.instances {
		n += i.Ringing()
	}
	return n
}

// Advance lets time pass in all instances, instant by instant, and returns what it brings in the order of time.
func (a *Account) Advance(at acd.Time) []acd.Event {
	if at < a.now {
		panic("time was told to go back")
	}
	var events []acd.Event
	for {
		due, ok := a.Deadline()
		if !ok || due > at {
			break
		}
		for _, i := range a.instances {
			if d, has := i.Deadline(); has && d <= due {
				events = append(events, i.Advance(max(due, i.Now()))...)
			}
		}
	}
	a.now = at
	return events
}

// Do decides a command for an instance at the present instant; CreateInstance names none, nor does what is asked of a
// phone number that has been claimed. It returns the id of what was
// created, if the command creates, and what happened. An error has changed nothing.
func (a *Account) Do(id acd.InstanceID, cmd acd.Command, ended ...acd.Contact) (string, []acd.Event, error) {
	if create, ok := cmd.(acd.CreateInstance); ok {
		return a.create(create)
	}
	if remove, ok := cmd.(acd.DeleteInstance); ok {
		events, err := a.remove(id, remove)
		return "", events, err
	}
	if created, events, was, err := a.doNumber(id, cmd); was {
		return created, events, err
	}
	i, err := a.present(id)
	if err != nil {
		return "", nil, err
	}
	return i.Do(cmd, ended...)
}

// present returns an instance that has been told the time.
func (a *Account) present(id acd.InstanceID) (*instance.Instance, error) {
	i, ok := a.byID[id]
	if !ok {
		return nil, acd.Errorf(acd.NotFound, "instance %s does not exist", id)
	}
	if events := i.Advance(max(a.now, i.Now())); len(events) > 0 {
		panic("a deadline was overlooked")
	}
	return i, nil
}

// remove ends an instance with all that lives in it. Sent again under the same ClientToken, it is done.
func (a *Account) remove(id acd.InstanceID, cmd acd.DeleteInstance) ([]acd.Event, error) {
	if gone, ok, err := a.tokens.Find(a.now, deletion, cmd.Token); err != nil || ok && gone == string(id) {
		return nil, err
	}
	i, err := a.present(id)
	if err != nil {
		return nil, err
	}
	e := acd.Event{At: a.now, Instance: id, Number: i.Number() + 1, Body: acd.InstanceDeleted{Token: cmd.Token}}
	a.Replay(e)
	return []acd.Event{e}, nil
}

// create makes an instance. Its alias is unique in the account, ignoring case.
func (a *Account) create(cmd acd.CreateInstance) (string, []acd.Event, error) {
	if created, ok, err := a.tokens.Find(a.now, creation, cmd.Token); ok || err != nil {
		return created, nil, err
	}
	if acd.Exceeded(a.options.Quotas.InstancesPerAccount, len(a.instances)) {
		return "", nil, acd.Errorf(acd.Limit, "the account has %d instances, as many as the quota allows", len(a.instances))
	}
	for _, i := range a.instances {
		if alias := i.Directory().Instance().Alias; alias != "" && strings.EqualFold(alias, cmd.Instance.Alias) {
			return "", nil, acd.Errorf(acd.Duplicate, "an instance with alias %q exists already; choose another", alias)
		}
	}
	i := instance.New(a.options)
	i.Advance(a.now)
	created, events, err := i.Do(cmd)
	if err != nil {
		return "", nil, err
	}
	a.enter(i)
	if cmd.Token.Token != "" {
		used := i.Remember(creation, cmd.Token, created)
		a.remember(used[0])
		events = append(events, used...)
	}
	return created, events, nil
}

func (a *Account) enter(i *instance.Instance) {
	a.instances = append(a.instances, i)
	a.byID[i.ID()] = i
}

func (a *Account) remember(e acd.Event) {
	used, ok := e.Body.(acd.ClientTokenUsed)
	if !ok {
		return
	}
	switch used.Operation {
	case creation, claiming, moving, releasing:
		a.tokens.Add(e.At, used)
	}
}

// Replay makes an event of one of the instances so.
func (a *Account) Replay(e acd.Event) {
	a.now = max(a.now, e.At)
	switch b := e.Body.(type) {
	case acd.InstanceCreated:
		i := instance.New(a.options)
		i.Replay(e)
		a.enter(i)
		return
	case acd.InstanceDeleted:
		gone := a.byID[e.Instance]
		for _, number := range gone.Directory().PhoneNumbers() {
			a.rest(e.At, e.Instance, number)
		}
		delete(a.byID, e.Instance)
		a.instances = slices.DeleteFunc(a.instances, func(i *instance.Instance) bool { return i == gone })
		if b.Token.Token != "" {
			used := acd.ClientTokenUsed{Operation: deletion, Token: b.Token, Created: string(e.Instance)}
			a.tokens.Add(e.At, used)
		}
		return
	case acd.PhoneNumberReleased:
		if number, ok := a.byID[e.Instance].Directory().PhoneNumber(b.ID); ok && !b.Moved {
			a.rest(e.At, e.Instance, number)
		}
	}
	a.remember(e)
	a.byID[e.Instance].Replay(e)
}

// Spell is a time that a user spent in a status, with the instance he belongs to.
type Spell struct {
	Instance acd.InstanceID
	Spell    acd.StatusSpell
}

// TakeSpells returns the times in a status that have come to their end since it was last asked.
func (a *Account) TakeSpells() []Spell {
	var all []Spell
	for _, i := range a.instances {
		for _, s := range i.TakeSpells() {
			all = append(all, Spell{Instance: i.ID(), Spell: s})
		}
	}
	return all
}

// TakeEnded returns the contacts that have left memory since it was last asked.
func (a *Account) TakeEnded() []Ended {
	var all []Ended
	for _, i := range a.instances {
		for _, c := range i.TakeEnded() {
			all = append(all, Ended{Instance: i.ID(), Contact: c})
		}
	}
	return all
}

// State is an account as it is between two events, in plain values.
type State struct {
	Instances []instance.State // in the order of creation
	Tokens    []instance.UsedToken
	Released  []ReleasedNumber // phone numbers, in the order of time
}

// Snapshot returns the account's state. Accounts that have seen the same events return equal ones.
func (a *Account) Snapshot() State {
	s := State{Tokens: a.tokens.Snapshot(), Released: slices.Clone(a.released)}
	for _, i := range a.instances {
		s.Instances = append(s.Instances, i.Snapshot())
	}
	return s
}

// Restore returns an account in the state of a snapshot.
func Restore(o instance.Options, s State) *Account {
	a := New(o)
	a.tokens = instance.RestoreTokens(s.Tokens)
	a.released = slices.Clone(s.Released)
	for _, state := range s.Instances {
		i := instance.Restore(a.options, state)
		a.enter(i)
		a.now = max(a.now, i.Now())
	}
	return a
}
