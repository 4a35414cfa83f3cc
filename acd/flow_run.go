package acd

import "slices"

// FlowRun is a flow that leads a contact and has come to a block at which it waits.
type FlowRun struct {
	Cause  ContactHook       // the event at which it began; empty: it is the contact's own flow
	FlowID FlowID            // the flow that it is in
	Action string            // the block at which it waits
	Until  Time              // when the wait is over by itself; zero: never
	Loops  map[string]int32  // how often each Loop block has sent it round, by identifier
	Data   map[string]string // what it has gathered, by the path of the reference that leads there, like External.tier
	Ask    *FunctionAsk      // what it asks the world, if it waits for that

	Module FlowModuleID // that it is in; empty: none
	Outer  *FlowFrame   // where it was when it came into the module

	Further []FlowFrame // where it was before that, in modules that invoke modules; the flow itself comes first
	Ahead   *string     // keys that were entered before a block asked for them; nil: such keys are lost
	Silent  Time        // since when function has followed upon function without a word between; zero: none has

	Kept int64 // the number of the event that has replaced what it is in; 0: it is in what is published
}

// FlowFrame is where a run was before it came into a module, with what it had counted and gathered.
type FlowFrame struct {
	Module FlowModuleID // empty: it was in the flow itself
	Action string
	Loops  map[string]int32
	Data   map[string]string
	Kept   int64 // as that of a run
}

// FunctionAsk asks a function that runs outside. It is asked at least once, and who has an answer tells it by the id.
type FunctionAsk struct {
	ID         string
	ARN        string
	Attributes map[string]string
	Nested     map[string]string // further ones, as JSON
}

// What may be asked about the flows of contacts.
type (
	// GiveInput answers the block of a contact's flow that asks its customer.
	GiveInput struct {
		ContactID         ContactID
		Input             string // keys
		Intent            string // what a bot has understood
		Slots             map[string]string
		SessionAttributes map[string]string
	}
	// TellFunction tells what a function has answered, or why it has not.
	TellFunction struct {
		ContactID ContactID
		AskID     string
		Response  string // JSON
		Fault     string // empty: it has answered
	}
)

func (GiveInput) command()    {}
func (TellFunction) command() {}

// What happens to the runs of a contact's flows. A run that ends without having waited leaves no trace of its own, and
// one that waits ends with the state of the contact for which it ran.
type (
	// FlowWaiting says that the run of a flow has come to a block at which it waits.
	FlowWaiting struct {
		ContactID ContactID
		Run       FlowRun
	}
	// FlowContinued says that the run of a flow that waited goes on.
	FlowContinued struct {
		ContactID ContactID
		Cause     ContactHook
	}
	// FlowLogged tells of a block that has run, where the contact's flows are logged (AG:contact-flow-logs).
	FlowLogged struct {
		ContactID  ContactID
		FlowID     FlowID
		Action     string // the block
		Type       string // of its action
		Parameters string // as JSON, as they stand in the flow
		Result     string // what it came out as; empty: success without a result
		Error      string // why it failed, where that is known

		Entry   *LogEntry      // in Amazon's words; nil: it was logged before there were such
		Modules []FlowModuleID // that the run was in, the innermost last
	}
	// FlowLoggingSet says whether the blocks of the contact's flows are logged from now on.
	FlowLoggingSet struct {
		ContactID ContactID
		Enabled   bool
	}
)

// LogEntry is an entry of a flow's log in Amazon's words.
type LogEntry struct {
	Block      string // by its name of old, like SetQueue
	Parameters string // as JSON, with references resolved
	Results    string
	Answer     string // of a function, as JSON; empty: there is none
}

// Nature says that a wait is a fact.
func (FlowWaiting) Nature() Nature { return Fact }

// Nature says that time alone, mostly, lets a flow go on.
func (FlowContinued) Nature() Nature { return Decision }

// Nature says that it is a fact.
func (FlowLoggingSet) Nature() Nature { return Fact }

// Nature says that what was logged is a fact.
func (FlowLogged) Nature() Nature { return Fact }

// Run returns the run of a flow that began at an event and waits.
func (c *Contact) Run(cause ContactHook) (FlowRun, bool) {
	for _, r := range c.Runs {
		if r.Cause == cause {
			return r, true
		}
	}
	return FlowRun{}, false
}

// Rests says whether a run stands still although its time may have come: while a contact is paused only the flow goes
// on that its pause began (AG:concepts-pause-and-resume-tasks, A0250).
func (c *Contact) Rests(r FlowRun) bool { return c.State == Paused && r.Cause != HookPause }

// RunsUntil returns when the first of the contact's runs goes on by itself; zero: none does.
func (c *Contact) RunsUntil() Time {
	var first Time
	for _, r := range c.Runs {
		if r.Until.IsZero() || c.Rests(r) {
			continue
		}
		if first.IsZero() || r.Until < first {
			first = r.Until
		}
	}
	return first
}

// WithoutRuns returns the contact's runs but for those of some causes.
func (c *Contact) WithoutRuns(causes ...ContactHook) []FlowRun {
	var rest []FlowRun
	for _, r := range c.Runs {
		if !slices.Contains(causes, r.Cause) {
			rest = append(rest, r)
		}
	}
	return rest
}
