package flow

import (
	"slices"

	"patchcord/acd"
)

// kind is a type of action: what it takes, how it comes out, and whether the flow goes on after it.
type kind struct {
	name     string
	ends     ending
	failures []Failure     // each needs a branch
	may      []Failure     // each may have a branch
	service  []Failure     // of these too the service asks for a branch, in what is published now (A0296)
	results  *results      // what its conditions compare; nil: it has no result
	channels []acd.Channel // whose contacts it is for; nil: all (AG:block-support-by-channel)
	mild     bool          // without a branch for its failure it goes on, as exports of an older form do (A0274)
	open     bool          // its branches and conditions may have any name
	read     func(p *parser, parameters value) request
}

// ending says whether an action ends its flow.
type ending int

const (
	never     ending = iota // the flow goes on
	onSuccess               // NextAction may be empty, as in the samples of AG:transfer-to-queue (A0032, A0060)
	always                  // Transitions is empty
)

// The types of actions that run here, as DG:flow-language-actions spells them. The service itself calls the action of
// set routing criteria UpdateContactRoutingCriteria; both names are accepted (A0062).
const (
	setQueueName         = "UpdateContactTargetQueue"
	setRoutingName       = "UpdateContactRoutingBehavior"
	setCriteriaName      = "UpdateContactRoutingCriteria"
	setCriteriaGuideName = "UpdateRoutingCriteria"
	setAttributesName    = "UpdateContactAttributes"
	transferName         = "TransferContactToQueue"
	setHookName          = "UpdateContactEventHooks"
	resumeName           = "ResumeContact"
	disconnectName       = "DisconnectParticipant"
	endName              = "EndFlowExecution"
	compareName          = "Compare"
	loopName             = "Loop"
	waitName             = "Wait"
	messageName          = "MessageParticipant"
	messagesName         = "MessageParticipantIteratively"
)

// someError is how most actions fail; noMatch how those do that compare.
var (
	someError = []Failure{NoMatchingError}
	noMatch   = []Failure{NoMatchingCondition}
)

// calls and talks are channels that several blocks are for.
func calls() []acd.Channel { return []acd.Channel{acd.Voice} }
func talks() []acd.Channel { return []acd.Channel{acd.Voice, acd.Chat} }

// kinds lists the types of actions that run here.
func kinds() []kind {
	return slices.Concat(routingKinds(), controlKinds(), checkKinds(), dataKinds(), participantKinds(), inputKinds(),
		functionKinds(), moduleKinds(), passingKinds(), moveKinds(), callbackKinds(), elsewhereKinds())
}

// routingKinds change the contact, or move it.
func routingKinds() []kind {
	return []kind{
		{name: setQueueName, failures: someError, read: (*parser).setQueue},
		{name: setRoutingName, read: (*parser).setRouting},
		{name: setCriteriaName, failures: someError, read: (*parser).setCriteria},
		{name: setAttributesName, failures: someError, read: (*parser).setAttributes},
		{name: transferName, ends: onSuccess, failures: []Failure{QueueAtCapacity, NoMatchingError},
			read: plain(TransferToQueue{})},
		{name: setHookName, failures: someError, read: (*parser).setHook},
		{name: resumeName, failures: someError, channels: []acd.Channel{acd.Task}, read: plain(Resume{})},
	}
}

// controlKinds find the way through a flow.
func controlKinds() []kind {
	return []kind{
		{name: endName, ends: always, read: plain(End{})},
		{name: compareName, failures: noMatch, results: &results{operators: allOperators()}, read: (*parser).compare},
		{name: loopName, may: []Failure{NoMatchingError, NoMatchingCondition},
			results: equalTo(LoopContinues, LoopDone), read: (*parser).loop},
		{name: waitName, failures: someError, may: []Failure{ParticipantNotFound, NoMatchingCondition},
			results: equalTo(WaitCompleted), read: (*parser).wait},
	}
}

// participantKinds are heard, read or answered by somebody.
func participantKinds() []kind {
	return []kind{
		{name: disconnectName, ends: always, read: plain(Disconnect{})},
		{name: messageName, may: someError, mild: true, read: (*parser).message},
		{name: messagesName, may: []Failure{NoMatchingError, NoMatchingCondition}, channels: calls(),
			results: &results{operators: []string{equals}, operands: []string{MessagesInterrupted}},
			read:    (*parser).messages},
	}
}

// kindsByName finds them by their name.
var kindsByName = func() map[string]kind {
	table := map[string]kind{}
	for _, k := range kinds() {
		table[k.name] = k
	}
	return table
}()

// kindOf returns the type of action with the name.
func kindOf(name string) (kind, bool) {
	switch name {
	case setCriteriaGuideName:
		name = setCriteriaName
	case untagGuideName:
		name = untagName
	}
	k, ok := kindsByName[name]
	return k, ok
}
