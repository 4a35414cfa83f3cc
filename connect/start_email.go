package connect

import (
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// startEmailContact brings in an email. Its text is not kept (A0076), and any address may be the contact centre's
// (A0133); without a ContactFlowId it must be one that has a flow (A0267).
func (h *handlers) startEmailContact(c *Call, in *sdk.StartEmailContactInput) (*sdk.StartEmailContactOutput, error) {
	life, err := acd.LifeGiven(mapEach(in.SegmentAttributes, segmentAttribute))
	err = firstOf(checkInboundEmail(in), checkAttributeKeys(in.Attributes), checkReferences(in.References, withoutEmail),
		err)
	if err != nil {
		return nil, err
	}
	p := c.place(in.InstanceId)
	id, err := h.do(c, p, acd.StartContact{
		Operation:         c.Operation,
		Channel:           acd.Email,
		InitiationMethod:  acd.Inbound,
		FlowID:            idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId),
		Name:              value(in.Name),
		Description:       value(in.Description),
		RelatedID:         idAt[acd.ContactID](p, acd.KindContact, in.RelatedContactId),
		Attributes:        in.Attributes,
		SegmentAttributes: emailAttributes(in.SegmentAttributes, in.EmailMessage.RawMessage.Subject),
		References:        mapEach(in.References, reference),
		CustomerEndpoint:  emailEndpoint(in.FromEmailAddress),
		SystemEndpoint:    &acd.Endpoint{Type: acd.EmailAddressPoint, Address: value(in.DestinationEmailAddress)},
		Recipients:        inboundRecipients(in.AdditionalRecipients),
		Life:              life,
		Token:             clientToken(in),
	})
	if err != nil {
		return nil, err
	}
	return &sdk.StartEmailContactOutput{ContactId: &id}, nil
}

func checkInboundEmail(in *sdk.StartEmailContactInput) error {
	switch {
	case in.EmailMessage.RawMessage == nil:
		return acd.Errorf(acd.Improper, "EmailMessage has no RawMessage; give one with Subject, Body and ContentType")
	case in.Attachments != nil:
		return errAttachments()
	}
	return checkContentType(*in.EmailMessage.RawMessage.ContentType)
}

// checkContentType checks the form of an email's text, one of two (InboundRawMessage in the API reference).
func checkContentType(given string) error {
	if given != "text/plain" && given != "text/html" {
		return acd.Errorf(acd.Invalid, "ContentType is %.40q; give text/plain or text/html", given)
	}
	return nil
}

// emailAttributes reads the segment attributes of a new email and adds its subtype and its subject.
func emailAttributes(given map[string]types.SegmentAttributeValue, subject *string) map[string]acd.SegmentAttribute {
	all := segmentAttributes(given, "connect:Email")
	if value(subject) != "" {
		all[acd.SubjectAttribute] = acd.SegmentAttribute{String: subject}
	}
	return all
}

func emailEndpoint(given *types.EmailAddressInfo) *acd.Endpoint {
	if given == nil {
		return nil
	}
	return &acd.Endpoint{Type: acd.EmailAddressPoint, Address: value(given.EmailAddress),
		DisplayName: value(given.DisplayName)}
}

func inboundRecipients(given *types.InboundAdditionalRecipients) *acd.EmailRecipients {
	if given == nil {
		return nil
	}
	return &acd.EmailRecipients{To: each(given.ToAddresses, recipient), Cc: each(given.CcAddresses, recipient)}
}

func recipient(given types.EmailAddressInfo) acd.EmailRecipient {
	return acd.EmailRecipient{Address: value(given.EmailAddress), DisplayName: value(given.DisplayName)}
}
