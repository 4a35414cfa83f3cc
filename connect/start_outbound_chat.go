package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// startOutboundChatContact writes to a customer by SMS or WhatsApp. Its first message goes to the chat service only,
// which is not here (A0076), and any number may be the contact centre's (A0133).
func (h *handlers) startOutboundChatContact(c *Call, in *sdk.StartOutboundChatContactInput) (
	*sdk.StartOutboundChatContactOutput, error,
) {
	err := firstOf(checkOutboundChat(in), checkAttributeKeys(in.Attributes),
		checkMessageTypes(in.SupportedMessagingContentTypes))
	if err != nil {
		return nil, err
	}
	p := c.place(in.InstanceId)
	id, err := h.do(c, p, acd.StartContact{
		Operation:         c.Operation,
		Channel:           acd.Chat,
		InitiationMethod:  acd.API,
		FlowID:            idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId),
		RelatedID:         idAt[acd.ContactID](p, acd.KindContact, in.RelatedContactId),
		Attributes:        in.Attributes,
		SegmentAttributes: segmentAttributes(in.SegmentAttributes, smsSubtype),
		DisplayName:       value(value(in.ParticipantDetails).DisplayName),
		Life:              acd.Duration(value(in.ChatDurationInMinutes)) * acd.Minute,
		CustomerEndpoint:  endpoint(in.DestinationEndpoint),
		SystemEndpoint:    endpoint(in.SourceEndpoint),
		Token:             clientToken(in),
	})
	if err != nil {
		return nil, err
	}
	return &sdk.StartOutboundChatContactOutput{ContactId: &id}, nil
}

// The subtypes that a chat which goes out may have.
const (
	smsSubtype      = "connect:SMS"
	whatsAppSubtype = "connect:WhatsApp"
)

// checkOutboundChat checks from where to where a chat goes out: from a phone number of the instance, by its ARN, to a
// phone number, as SMS or WhatsApp (StartOutboundChatContact in the API reference).
func checkOutboundChat(in *sdk.StartOutboundChatContactInput) error {
	from, to := in.SourceEndpoint, in.DestinationEndpoint
	subtype := value(in.SegmentAttributes[subtypeAttribute].ValueString)
	switch {
	case from.Type != types.EndpointTypeConnectPhonenumberArn || value(from.Address) == "":
		return acd.Errorf(acd.Invalid, "SourceEndpoint is of type %q with the address %.60q; give the ARN of a phone "+
			"number, of type %s", from.Type, value(from.Address), types.EndpointTypeConnectPhonenumberArn)
	case to.Type != types.EndpointTypeTelephoneNumber || !acd.IsPhoneNumber(value(to.Address)):
		return acd.Errorf(acd.Invalid, "DestinationEndpoint is of type %q with the address %.60q; give a phone number in "+
			"E.164 form, of type %s", to.Type, value(to.Address), types.EndpointTypeTelephoneNumber)
	case subtype != smsSubtype && subtype != whatsAppSubtype:
		return acd.Errorf(acd.Invalid, "SegmentAttributes[%q] is %.60q; give %s or %s", subtypeAttribute, subtype, smsSubtype,
			whatsAppSubtype)
	case in.InitialSystemMessage != nil && in.InitialTemplatedSystemMessage != nil:
		return acd.Errorf(acd.Improper, "InitialSystemMessage and InitialTemplatedSystemMessage are both given; give one of "+
			"them")
	}
	return nil
}

// endpoint reads where one side of a contact is reached.
func endpoint(given *types.Endpoint) *acd.Endpoint {
	if given == nil {
		return nil
	}
	return &acd.Endpoint{Type: acd.EndpointType(given.Type), Address: value(given.Address)}
}
