package instance

import (
	"patchcord/acd"
	"patchcord/directory"
	"patchcord/flow"
	"patchcord/routing"
)

// Options are what an instance is given by its surroundings. They are asked when something is decided, never when it is
// replayed.
type Options struct {
	Account acd.Account
	Quotas  acd.Quotas

	// ChatConnect is how long the customer of a chat has to connect; zero: he counts as connected at once (A0014).
	ChatConnect acd.Duration

	// Input is what every caller enters who is asked for keys; empty: somebody says what he enters (A0261).
	Input string
}

// Instance is one Amazon Connect instance.
type Instance struct {
	options   Options
	id        acd.InstanceID
	seed      acd.Seed
	now       acd.Time // what it has been told
	last      acd.Time // of the last event
	number    int64    // of the last event
	out       []acd.Event
	directory *directory.Directory
	router    *routing.Router
	tokens    Tokens
	flows     map[string]*flow.Flow           // parsed, by content: a cache, not state
	defaults  map[acd.ContactHook]defaultFlow // worked out of the settings
	tasks     int                             // that flows have created at tasksAt
	kept      map[int64]string                // contents that runs are in, by what replaced them
	tasksAt   acd.Time
}

// New returns an instance in which nothing has happened. Its first command must be CreateInstance with a Seed, or its
// first event InstanceCreated.
func New(o Options) *Instance {
	i := &Instance{options: o, directory: directory.New(), flows: map[string]*flow.Flow{},
		defaults: map[acd.ContactHook]defaultFlow{}}
	i.router = routing.New(i)
	return i
}

// ID returns the instance's id.
func (i *Instance) ID() acd.InstanceID { return i.id }

// Number returns the number of the last event.
func (i *Instance) Number() int64 { return i.number }

// Now returns the instant up to which the instance has been told that time has passed.
func (i *Instance) Now() acd.Time { return i.now }

// Advance lets time pass up to an instant and returns what it brings. Deadlines on the way are met one by one, each at
// its own instant, and contacts are matched after each. Time does not go back.
func (i *Instance) Advance(at acd.Time) []acd.Event {
	if at < i.now {
		panic("time was told to go back")
	}
	for {
		due, ok := i.Deadline()
		if !ok || due > at {
			break
		}
		i.now = max(i.now, due)
		i.router.Fire()
	}
	i.now = at
	return i.take()
}

// Deadline returns when time alone changes something next.
func (i *Instance) Deadline() (acd.Time, bool) { return i.router.Deadline() }

// Do decides a command at the present instant and returns the id of what it created, if it creates, and what happened.
// ended holds contacts which the command names and which have left memory. An error has changed nothing.
func (i *Instance) Do(cmd acd.Command, ended ...acd.Contact) (created string, events []acd.Event, err error) {
	created, err = i.decide(cmd, ended)
	if err != nil {
		if len(i.out) > 0 {
			panic("a refused command has changed something")
		}
		return "", nil, err
	}
	i.router.Settle()
	return created, i.take(), nil
}

func (i *Instance) decide(cmd acd.Command, ended []acd.Contact) (string, error) {
	switch cmd := cmd.(type) {
	case acd.CreateInstance:
		cmd.Instance.ID = acd.InstanceID(cmd.Instance.Seed.UUID(0, 0))
		cmd.Instance.CreatedAt = i.now
		return i.directory.Do(cmd, i.options.Quotas, i)
	case acd.StartContact:
		return i.start(cmd, ended)
	case acd.CreateContact:
		return i.create(cmd, ended)
	case acd.SendEmail:
		return i.send(cmd, ended)
	case acd.CreateParticipant:
		return i.join(cmd, ended)
	case acd.ContinueChat:
		return i.continueChat(cmd, ended)
	case acd.TransferContact:
		return i.transfer(cmd, ended)
	case acd.TransferByQuickConnect:
		return i.passOn(cmd, ended)
	case acd.PutContacts:
		return i.putContacts(cmd)
	case acd.MonitorContact:
		return i.monitor(cmd, ended)
	case acd.CreateContactFlow, acd.UpdateContactFlowContent, acd.CreateContactFlowModule, acd.CreateTaskTemplate,
		acd.UpdateContactFlowModuleContent, acd.AssociateLambdaFunction, acd.DisassociateLambdaFunction:
		return i.script(cmd)
	case acd.DeleteUser:
		return i.deleteUser(cmd)
	case acd.DeleteQueue:
		return i.deleteQueue(cmd)
	case acd.UpdateContactRoutingData:
		if cmd.Steps != nil {
			if err := acd.ValidateSteps(*cmd.Steps); err != nil {
				return "", err
			}
			if err := i.directory.CheckCriteria(*cmd.Steps); err != nil {
				return "", err
			}
		}
		return "", i.router.Do(cmd, ended)
	case acd.PauseContact:
		return "", i.pause(cmd, ended)
	case acd.ResumeContact:
		return "", i.resume(cmd, ended)
	case acd.UpdateContactAttributes, acd.UpdateContact, acd.TagContact, acd.UntagContact,
		acd.DeleteContactData:
		return "", i.changeData(cmd, ended)
	case acd.PutUserStatus:
		return "", i.putStatus(cmd)
	case acd.SetPresence:
		return "", i.setPresence(cmd)
	case acd.Resume:
		i.router.Resume(cmd.From, cmd.To)
		return "", nil
	case acd.UpdateContactTaskTemplate:
		return "", i.setTemplate(cmd, ended)
	case acd.GiveInput, acd.TellFunction:
		return "", i.tellFlow(cmd, ended)
	case acd.ConnectCustomer, acd.ReportMedia, acd.DisconnectCustomer, acd.DisconnectContact:
		return "", i.comeOrGo(cmd, ended)
	case acd.AssociateContactWithUser, acd.UpdateParticipantRoleConfig, acd.ChangeMonitorMode, acd.TakeOverContact,
		acd.EndPreview, acd.StopContact, acd.UpdateContactSchedule, acd.DismissUserContact, acd.AcceptContact,
		acd.RejectContact, acd.HoldContact, acd.UnholdContact, acd.CompleteContact:
		return "", i.router.Do(cmd, ended)
	}
	operation, token := onceOf(cmd)
	return i.once(operation, token, cmd)
}

func (i *Instance) deleteUser(cmd acd.DeleteUser) (string, error) {
	if _, ok := i.directory.User(cmd.UserID); ok {
		i.router.ReleaseUser(cmd.UserID)
	}
	return i.directory.Do(cmd, i.options.Quotas, i)
}

// deleteQueue removes a queue in which nobody waits or rings (A0186).
func (i *Instance) deleteQueue(cmd acd.DeleteQueue) (string, error) {
	first := i.router.FirstIn(acd.QueueRef{Type: acd.StandardQueue, ID: cmd.QueueID})
	if first != "" {
		refusal := acd.Errorf(acd.InUse, "contact %s is in queue %s; disable the queue, and delete it when it is empty",
			first, cmd.QueueID)
		refusal.Resource = acd.Resource{Type: "CONTACT", ID: string(first)}
		return "", refusal
	}
	return i.directory.Do(cmd, i.options.Quotas, i)
}

// Replay makes an event so. It decides nothing, and nothing else changes the instance.
func (i *Instance) Replay(e acd.Event) {
	i.now = max(i.now, e.At)
	i.last, i.number = e.At, e.Number
	switch b := e.Body.(type) {
	case acd.InstanceCreated:
		i.id, i.seed = b.Instance.ID, b.Instance.Seed
	case acd.ClientTokenUsed:
		i.tokens.Add(e.At, b)
	}
	i.keep(e)
	i.directory.Replay(e)
	i.router.Replay(e)
	switch b := e.Body.(type) {
	case acd.ContactFlowCreated:
		i.noteDefault(b.Flow)
	case acd.ContactFlowChanged:
		i.noteDefault(b.Flow)
	}
}

// usualEvents is how many events a command has, mostly.
const usualEvents = 4

// Emit says that something happens now: it becomes an event, is replayed at once, and goes out with the others of its
// command. It is for the rooms of the instance.
func (i *Instance) Emit(body acd.Body) {
	id := i.id
	if created, ok := body.(acd.InstanceCreated); ok {
		id = created.Instance.ID
	}
	e := acd.Event{At: i.now, Instance: id, Number: i.number + 1, Body: body}
	i.Replay(e)
	if i.out == nil {
		i.out = make([]acd.Event, 0, usualEvents)
	}
	i.out = append(i.out, e)
}

// NewID returns the nth id that belongs to the next event. It is for the rooms of the instance.
func (i *Instance) NewID(nth int) string { return i.seed.UUID(i.number+1, nth) }

// Remember notes what was created under a ClientToken that is not one of a contact.
func (i *Instance) Remember(operation string, token acd.ClientToken, created string) []acd.Event {
	i.Emit(acd.ClientTokenUsed{Operation: operation, Token: token, Created: created})
	return i.take()
}

func (i *Instance) take() []acd.Event {
	out := i.out
	i.out = nil
	return out
}
