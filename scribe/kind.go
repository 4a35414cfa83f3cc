package scribe

import (
	"fmt"
	"reflect"

	"patchcord/acd"
)

// A kind is a sort of event, by the name that it has in the journal for ever.
type kind struct {
	name  string
	typ   reflect.Type
	write func(dst []byte, body acd.Body) []byte
	read  func(t *text) (acd.Body, error)
}

// kinds lists every kind of event, in the order of acd/event.go. A kind that is no longer emitted stays.
var kinds = []kind{
	kindFor[acd.LambdaFunctionAssociated](),
	kindFor[acd.LambdaFunctionDisassociated](),
	kindFor[acd.AnalyticsDataSetAssociated](),
	kindFor[acd.AnalyticsDataSetDisassociated](),
	kindFor[acd.CallbackNumberSet](),

	kindFor[acd.ContactFlowChanged](),
	kindFor[acd.ContactFlowDeleted](),
	kindFor[acd.ContactFlowVersionCreated](),
	kindFor[acd.ContactFlowVersionDeleted](),

	kindFor[acd.EmailAddressCreated](),
	kindFor[acd.EmailAddressChanged](),

	kindFor[acd.InstanceCreated](),
	kindFor[acd.InstanceDeleted](),
	kindFor[acd.HoursOfOperationCreated](),
	kindFor[acd.QueueCreated](),
	kindFor[acd.QueueChanged](),
	kindFor[acd.RoutingProfileCreated](),
	kindFor[acd.RoutingProfileChanged](),
	kindFor[acd.SecurityProfileCreated](),
	kindFor[acd.UserCreated](),
	kindFor[acd.UserChanged](),
	kindFor[acd.UserDeleted](),
	kindFor[acd.PredefinedAttributeCreated](),
	kindFor[acd.PredefinedAttributeChanged](),
	kindFor[acd.PredefinedAttributeDeleted](),
	kindFor[acd.AgentStatusCreated](),
	kindFor[acd.ContactFlowCreated](),
	kindFor[acd.TagsChanged](),
	kindFor[acd.ClientTokenUsed](),

	kindFor[acd.ContactInitiated](),
	kindFor[acd.ContactTargetQueueSet](),
	kindFor[acd.ContactAttributesChanged](),
	kindFor[acd.ContactDataChanged](),
	kindFor[acd.ContactRoutingUpdated](),
	kindFor[acd.CustomerConnected](),
	kindFor[acd.MediaReported](),
	kindFor[acd.ContactQueued](),
	kindFor[acd.StepActivated](),
	kindFor[acd.StepExpired](),
	kindFor[acd.StepInterrupted](),
	kindFor[acd.ContactDisconnected](),
	kindFor[acd.ContactCompleted](),
	kindFor[acd.FlowFailed](),

	kindFor[acd.ContactOffered](),
	kindFor[acd.OfferMissed](),
	kindFor[acd.OfferRejected](),
	kindFor[acd.OfferWithdrawn](),
	kindFor[acd.ContactAccepted](),
	kindFor[acd.ContactHeld](),
	kindFor[acd.ContactUnheld](),
	kindFor[acd.AfterContactWorkEnded](),
	kindFor[acd.UserContactDismissed](),
	kindFor[acd.AgentStatusChanged](),
	kindFor[acd.NextAgentStatusSet](),

	kindFor[acd.Resumed](),

	kindFor[acd.ContactFlowModuleCreated](),
	kindFor[acd.ContactFlowModuleChanged](),
	kindFor[acd.ContactFlowModuleDeleted](),

	kindFor[acd.FlowWaiting](),
	kindFor[acd.FlowContinued](),
	kindFor[acd.FlowLoggingSet](),
	kindFor[acd.FlowLogged](),

	kindFor[acd.ContactDataDeleted](),

	kindFor[acd.HierarchyLevelsChanged](),
	kindFor[acd.HierarchyGroupCreated](),
	kindFor[acd.HierarchyGroupChanged](),
	kindFor[acd.HierarchyGroupDeleted](),

	kindFor[acd.HoursOfOperationChanged](),
	kindFor[acd.HoursOfOperationDeleted](),
	kindFor[acd.HoursOfOperationOverrideCreated](),
	kindFor[acd.HoursOfOperationOverrideChanged](),
	kindFor[acd.HoursOfOperationOverrideDeleted](),

	kindFor[acd.InstanceAttributeChanged](),

	kindFor[acd.MonitorModeChanged](),

	kindFor[acd.ContactTransferred](),
	kindFor[acd.ContactAssociated](),
	kindFor[acd.PreviewEnded](),

	kindFor[acd.ParticipantAdded](),
	kindFor[acd.ChatContinued](),

	kindFor[acd.PhoneNumberClaimed](),
	kindFor[acd.PhoneNumberChanged](),
	kindFor[acd.PhoneNumberReleased](),

	kindFor[acd.PromptCreated](),
	kindFor[acd.PromptChanged](),
	kindFor[acd.PromptDeleted](),

	kindFor[acd.QueueDeleted](),
	kindFor[acd.RoutingProfileDeleted](),

	kindFor[acd.QuickConnectCreated](),
	kindFor[acd.QuickConnectChanged](),
	kindFor[acd.QuickConnectDeleted](),

	kindFor[acd.CustomerReturned](),

	kindFor[acd.SecurityProfileChanged](),
	kindFor[acd.SecurityProfileDeleted](),

	kindFor[acd.AgentStatusUpdated](),

	kindFor[acd.StorageConfigSet](),
	kindFor[acd.StorageConfigRemoved](),

	kindFor[acd.ContactHookSet](),
	kindFor[acd.ContactRescheduled](),
	kindFor[acd.ScheduledContactStarted](),
	kindFor[acd.ContactPaused](),
	kindFor[acd.ContactResumed](),

	kindFor[acd.TaskTemplateCreated](),
	kindFor[acd.TaskTemplateChanged](),
	kindFor[acd.TaskTemplateDeleted](),
	kindFor[acd.ContactTaskTemplateSet](),

	kindFor[acd.ParticipantTimersSet](),
	kindFor[acd.ParticipantWrote](),
	kindFor[acd.ParticipantIdled](),
	kindFor[acd.ParticipantsAutoDisconnected](),
	kindFor[acd.BotDisconnected](),

	kindFor[acd.ContactTaken](),
	kindFor[acd.EmailSent](),
}

var (
	byName = kindsBy(func(k kind) string { return k.name })
	byType = kindsBy(func(k kind) reflect.Type { return k.typ })
)

// kindFor makes the kind of a type of body.
func kindFor[B acd.Body]() kind {
	typ := reflect.TypeFor[B]()
	write, read := writerFor(typ), readerFor(typ)
	return kind{
		name:  typ.Name(),
		typ:   typ,
		write: func(dst []byte, body acd.Body) []byte { return write(dst, reflect.ValueOf(body)) },
		read: func(t *text) (acd.Body, error) {
			var body B
			err := read(t, reflect.ValueOf(&body).Elem())
			return body, err
		},
	}
}

// kindsBy makes a table of the kinds.
func kindsBy[K comparable](key func(kind) K) map[K]*kind {
	table := make(map[K]*kind, len(kinds))
	for i := range kinds {
		table[key(kinds[i])] = &kinds[i]
	}
	return table
}

// kindOf returns the kind of a body.
func kindOf(body acd.Body) *kind {
	k, ok := byType[reflect.TypeOf(body)]
	if !ok {
		panic(fmt.Sprintf("scribe: %T is not in the list of kinds", body))
	}
	return k
}

// Kinds returns the name of every kind of event, in the order of the dictionary.
func Kinds() []string {
	names := make([]string, len(kinds))
	for i := range kinds {
		names[i] = kinds[i].name
	}
	return names
}
