package connect

import (
	"reflect"
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// field names a field of one of the SDK's structs.
type field struct {
	owner reflect.Type
	name  string
}

// wireNames lists the few fields whose name on the wire is not the Go field's own. Members at the top of an input need
// no line: the table of inputs names them.
func wireNames() map[field]string {
	search := reflect.TypeFor[types.TagSearchCondition]()
	found := reflect.TypeFor[types.TagSet]()
	return map[field]string{
		{reflect.TypeFor[sdk.ListTagsForResourceOutput](), "Tags"}: "tags",
		{search, "TagKey"}:                 "tagKey",
		{search, "TagKeyComparisonType"}:   "tagKeyComparisonType",
		{search, "TagValue"}:               "tagValue",
		{search, "TagValueComparisonType"}: "tagValueComparisonType",
		{found, "Key"}:                     "key",
		{found, "Value"}:                   "value",
	}
}

// union is one of the SDK's interfaces behind which exactly one of several structs stands. On the wire it is an object
// with the one member that names the struct: {"StringList": [...]}.
type union struct {
	of      reflect.Type            // the interface
	members map[string]reflect.Type // name on the wire to struct
	names   map[reflect.Type]string // and back
}

// unions lists the unions of the operations that are served or soon will be. The codec refuses at construction an
// operation whose union is missing here.
func unions() []union {
	return []union{
		unionOf[types.PredefinedAttributeValues](
			types.PredefinedAttributeValuesMemberStringList{}),
		unionOf[types.ContactMetricValue](
			types.ContactMetricValueMemberNumber{}),
		unionOf[types.NextContactMetadata](
			types.NextContactMetadataMemberQuickConnectContactData{}),
		unionOf[types.ReferenceSummary](
			types.ReferenceSummaryMemberAttachment{},
			types.ReferenceSummaryMemberDate{},
			types.ReferenceSummaryMemberEmail{},
			types.ReferenceSummaryMemberEmailMessage{},
			types.ReferenceSummaryMemberEmailMessagePlainText{},
			types.ReferenceSummaryMemberEmailMessagePlainTextRedacted{},
			types.ReferenceSummaryMemberEmailMessageRedacted{},
			types.ReferenceSummaryMemberNumber{},
			types.ReferenceSummaryMemberString{},
			types.ReferenceSummaryMemberUrl{}),
		unionOf[types.UpdateParticipantRoleConfigChannelInfo](
			types.UpdateParticipantRoleConfigChannelInfoMemberChat{}),
		unionOf[types.ParticipantTimerValue](
			types.ParticipantTimerValueMemberParticipantTimerAction{},
			types.ParticipantTimerValueMemberParticipantTimerDurationInMinutes{}),
		unionOf[types.InvalidRequestExceptionReason](
			types.InvalidRequestExceptionReasonMemberAttachedFileInvalidRequestExceptionReason{}),
		unionOf[types.ServiceQuotaExceededExceptionReason](
			types.ServiceQuotaExceededExceptionReasonMemberAttachedFileServiceQuotaExceededExceptionReason{}),
	}
}

// unionOf describes the union I of the given structs. The SDK calls each struct after the union, the word Member and
// the name on the wire.
func unionOf[I any](structs ...any) union {
	u := union{
		of:      reflect.TypeFor[I](),
		members: make(map[string]reflect.Type),
		names:   make(map[reflect.Type]string),
	}
	for _, s := range structs {
		t := reflect.TypeOf(s)
		name, ok := strings.CutPrefix(t.Name(), u.of.Name()+"Member")
		if !ok || !reflect.PointerTo(t).Implements(u.of) {
			panic("connect: " + t.Name() + " is not a member of the union " + u.of.Name())
		}
		u.members[name], u.names[t] = t, name
	}
	return u
}
