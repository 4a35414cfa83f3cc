package instance

import (
	"patchcord/acd"
	"patchcord/directory"
	"patchcord/routing"
)

// Directory returns the instance's settings, to read.
func (i *Instance) Directory() *directory.Directory { return i.directory }

// Contact returns a contact that lives. What it points to never changes afterwards.
func (i *Instance) Contact(id acd.ContactID) (acd.Contact, bool) { return i.router.Contact(id) }

// Holds says whether a contact lives.
func (i *Instance) Holds(id acd.ContactID) bool { return i.router.Holds(id) }

// Contacts returns all contacts that live, by id.
func (i *Instance) Contacts() []acd.Contact { return i.router.Contacts() }

// Tree returns the living contacts that have a root in common, in no order that shows.
func (i *Instance) Tree(root acd.ContactID) []acd.Contact { return i.router.Tree(root) }

// VisitContact shows a contact that lives, without copying it, and says whether there is one. visit must neither change
// nor keep it.
func (i *Instance) VisitContact(id acd.ContactID, visit func(*acd.Contact)) bool {
	return i.router.VisitContact(id, visit)
}

// VisitContacts shows every contact that lives, in no order and without copying it. visit must neither change nor keep
// it.
func (i *Instance) VisitContacts(visit func(*acd.Contact)) { i.router.VisitContacts(visit) }

// Agent returns a user as routing sees him, once he has set a status.
func (i *Instance) Agent(id acd.UserID) (acd.Agent, bool) { return i.router.Agent(id) }

// Agents returns all users who have set a status, by id.
func (i *Instance) Agents() []acd.Agent { return i.router.Agents() }

// Slots tells, channel by channel, how much room an agent has.
func (i *Instance) Slots(id acd.UserID) []acd.Slots { return i.router.Slots(id) }

// IsOpen says whether an agent may be offered anything at all, if he has room for it.
func (i *Instance) IsOpen(id acd.UserID) bool { return i.router.IsOpen(id) }

// Ringing returns how many contacts are being offered to agents who have not answered yet.
func (i *Instance) Ringing() int { return i.router.Ringing() }

// TakeSpells returns the times spent in a status that have come to their end since it was last asked. Whoever asks must
// archive them.
func (i *Instance) TakeSpells() []acd.StatusSpell { return i.router.TakeSpells() }

// Spells returns the times in a status that last until now, by user.
func (i *Instance) Spells(now acd.Time) []acd.StatusSpell { return i.router.Spells(now) }

// TakeEnded returns the contacts whose life is complete and that have left memory since it was last asked. Whoever asks
// must archive them.
func (i *Instance) TakeEnded() []acd.Contact { return i.router.TakeEnded() }

// State is an instance as it is between two events, in plain values.
type State struct {
	ID        acd.InstanceID
	Seed      acd.Seed
	Last      acd.Time // of the last event
	Number    int64    // of the last event
	Directory directory.State
	Routing   routing.State
	Tokens    []UsedToken
	Kept      []KeptContent
}

// Snapshot returns the instance's state. Instances that have seen the same events return equal ones.
func (i *Instance) Snapshot() State {
	return State{
		ID: i.id, Seed: i.seed, Last: i.last, Number: i.number,
		Directory: i.directory.Snapshot(), Routing: i.router.Snapshot(), Tokens: i.tokens.Snapshot(),
		Kept: i.keptContents(),
	}
}

// Restore returns an instance in the state of a snapshot.
func Restore(o Options, s State) *Instance {
	i := New(o)
	i.id, i.seed, i.last, i.now, i.number = s.ID, s.Seed, s.Last, s.Last, s.Number
	i.directory = directory.Restore(s.Directory)
	settings := routing.Settings{
		Queues:   i.directory.Queues(),
		Profiles: i.directory.RoutingProfiles(),
		Users:    i.directory.Users(),
		Statuses: i.directory.AgentStatuses(),
	}
	i.router = routing.Restore(i, settings, s.Routing)
	i.tokens = RestoreTokens(s.Tokens)
	for _, f := range i.directory.Flows() {
		i.noteDefault(f)
	}
	for _, one := range s.Kept {
		if i.kept == nil {
			i.kept = map[int64]string{}
		}
		i.kept[one.Until] = one.Content
	}
	return i
}
