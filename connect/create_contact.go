package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// createContact adds a contact that no flow leads (A0134).
func (h *handlers) createContact(c *Call, in *sdk.CreateContactInput) (*sdk.CreateContactOutput, error) {
	life, err := createdLife(in)
	err = firstOf(checkCreated(in), checkAttributeKeys(in.Attributes), checkReferences(in.References, withEmail), err)
	if err != nil {
		return nil, err
	}
	p := c.place(in.InstanceId)
	id, err := h.do(c, p, acd.CreateContact{
		Contact: acd.StartContact{
			Operation:         c.Operation,
			Channel:           acd.Channel(in.Channel),
			InitiationMethod:  acd.InitiationMethod(in.InitiationMethod),
			Name:              value(in.Name),
			Description:       value(in.Description),
			PreviousID:        idAt[acd.ContactID](p, acd.KindContact, in.PreviousContactId),
			RelatedID:         idAt[acd.ContactID](p, acd.KindContact, in.RelatedContactId),
			Attributes:        in.Attributes,
			SegmentAttributes: segmentAttributes(in.SegmentAttributes, createdSubtype(in.Channel)),
			References:        mapEach(in.References, reference),
			Life:              life,
			Token:             clientToken(in),
		},
		UserID:    idAt[acd.UserID](p, acd.KindUser, value(in.UserInfo).UserId),
		Completed: in.InitiateAs == types.InitiateAsCompleted,
	})
	if err != nil {
		return nil, err
	}
	return &sdk.CreateContactOutput{ContactId: &id, ContactArn: p.arn(acd.KindContact, id)}, nil
}

// createdSubtype is the subtype of a contact that CreateContact makes.
func createdSubtype(channel types.Channel) string {
	switch channel {
	case types.ChannelVoice:
		return acd.ExternalAudio
	case types.ChannelTask:
		return "connect:ExternalTask"
	}
	return "connect:Email"
}

// checkCreated checks what stands in the request alone. A call is one that another voice system holds, and no other
// (CreateContact in the API reference).
func checkCreated(in *sdk.CreateContactInput) error {
	subtype := value(in.SegmentAttributes[subtypeAttribute].ValueString)
	switch {
	case in.Channel == types.ChannelVoice && subtype != "" && subtype != acd.ExternalAudio:
		return acd.Errorf(acd.Invalid, "SegmentAttributes[%q] is %.60q; a VOICE contact is created with %s", subtypeAttribute,
			subtype, acd.ExternalAudio)
	case in.InitiateAs == types.InitiateAsConnectedToUser && value(value(in.UserInfo).UserId) == "":
		return acd.Errorf(acd.Improper, "InitiateAs is CONNECTED_TO_USER and UserInfo is not given; say which user has the "+
			"contact")
	}
	return nil
}

// createdLife reads how long a contact shall live, which may stand in two places; zero where nobody says.
func createdLife(in *sdk.CreateContactInput) (acd.Duration, error) {
	life, err := acd.LifeGiven(mapEach(in.SegmentAttributes, segmentAttribute))
	switch minutes := in.ExpiryDurationInMinutes; {
	case err != nil || minutes == nil:
		return life, err
	case life != 0:
		return 0, acd.Errorf(acd.Improper, "ExpiryDurationInMinutes and SegmentAttributes[%q] are both given; give one of "+
			"them", expiryAttribute)
	case *minutes < 1:
		return 0, acd.Errorf(acd.Invalid, "ExpiryDurationInMinutes is %d; give 1 or more", *minutes)
	default:
		return acd.Duration(*minutes) * acd.Minute, nil
	}
}

// startOutboundEmailContact sends an email that CreateContact has made. Its text is not kept (A0076).
func (h *handlers) startOutboundEmailContact(c *Call, in *sdk.StartOutboundEmailContactInput) (
	*sdk.StartOutboundEmailContactOutput, error,
) {
	if err := checkOutboundEmail(in.EmailMessage); err != nil {
		return nil, err
	}
	p := c.place(in.InstanceId)
	cmd := acd.SendEmail{
		Operation: c.Operation,
		ContactID: idAt[acd.ContactID](p, acd.KindContact, in.ContactId),
		Customer:  emailEndpoint(in.DestinationEmailAddress),
		System:    emailEndpoint(in.FromEmailAddress),
		Subject:   value(in.EmailMessage.RawMessage.Subject),
		Token:     clientToken(in),
	}
	if in.AdditionalRecipients != nil {
		cmd.Recipients = &acd.EmailRecipients{Cc: each(in.AdditionalRecipients.CcEmailAddresses, recipient)}
	}
	id, err := h.do(c, p, cmd)
	if err != nil {
		return nil, err
	}
	return &sdk.StartOutboundEmailContactOutput{ContactId: &id}, nil
}

// checkOutboundEmail checks the text of an email that goes out. There are no message templates here to write it from.
func checkOutboundEmail(message *types.OutboundEmailContent) error {
	switch {
	case message.RawMessage != nil && message.TemplatedMessageConfig != nil:
		return acd.Errorf(acd.Improper, "EmailMessage has both a RawMessage and a TemplatedMessageConfig; give the one that "+
			"its MessageSourceType names")
	case message.MessageSourceType == types.OutboundMessageSourceTypeTemplate && message.TemplatedMessageConfig == nil:
		return acd.Errorf(acd.Improper, "EmailMessage is of type TEMPLATE and has no TemplatedMessageConfig")
	case message.MessageSourceType == types.OutboundMessageSourceTypeTemplate:
		return acd.Errorf(acd.NotFound, "no knowledge base has the id %q; the instance has none, so give a RawMessage",
			value(message.TemplatedMessageConfig.KnowledgeBaseId))
	case message.RawMessage == nil:
		return acd.Errorf(acd.Improper, "EmailMessage has no RawMessage; give one with Subject, Body and ContentType")
	}
	return checkContentType(value(message.RawMessage.ContentType))
}
