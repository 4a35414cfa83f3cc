package connect

import (
	"fmt"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// ringTimeout is how long a call that is placed rings when nobody says (StartOutboundVoiceContact in the API
// reference).
const ringTimeout = acd.Minute

// startOutboundVoiceContact places a call. Any number may stand as the caller's (A0133).
// The media's side tells that the customer has answered; then the flow begins.
func (h *handlers) startOutboundVoiceContact(c *Call, in *sdk.StartOutboundVoiceContactInput) (
	*sdk.StartOutboundVoiceContactOutput, error,
) {
	err := firstOf(checkOutboundVoice(in), checkAttributeKeys(in.Attributes), checkReferences(in.References, withEmail))
	if err != nil {
		return nil, err
	}
	p := c.place(in.InstanceId)
	ring := ringTimeout
	if in.RingTimeoutInSeconds != nil {
		ring = acd.Seconds(*in.RingTimeoutInSeconds)
	}
	id, err := h.do(c, p, acd.StartContact{
		Operation:         c.Operation,
		Channel:           acd.Voice,
		InitiationMethod:  acd.API,
		FlowID:            idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId),
		Name:              value(in.Name),
		Description:       value(in.Description),
		RelatedID:         idAt[acd.ContactID](p, acd.KindContact, in.RelatedContactId),
		Attributes:        in.Attributes,
		SegmentAttributes: segmentAttributes(nil, "connect:Telephony"),
		References:        mapEach(in.References, reference),
		CustomerEndpoint:  telephone(in.DestinationPhoneNumber),
		SystemEndpoint:    telephone(in.SourcePhoneNumber),
		QueueID:           idAt[acd.QueueID](p, acd.KindQueue, in.QueueId),
		CampaignID:        value(in.CampaignId),
		CampaignCall:      in.TrafficType == types.TrafficTypeCampaign,
		RingFor:           ring,
		Token:             clientToken(in),
	})
	if err != nil {
		return nil, err
	}
	return &sdk.StartOutboundVoiceContactOutput{ContactId: &id}, nil
}

// checkOutboundVoice checks what goes together in a call that is placed. An outbound strategy is for the service of
// outbound campaigns alone, which does not call here (StartOutboundVoiceContact in the API reference).
func checkOutboundVoice(in *sdk.StartOutboundVoiceContactInput) error {
	detect := value(in.AnswerMachineDetectionConfig).EnableAnswerMachineDetection
	switch {
	case detect && in.TrafficType != types.TrafficTypeCampaign:
		return acd.Errorf(acd.Improper, "EnableAnswerMachineDetection is true, which only a call with the TrafficType "+
			"CAMPAIGN may have; give both or neither")
	case in.OutboundStrategy != nil:
		return acd.Errorf(acd.Forbidden, "OutboundStrategy is given, which only Amazon's service of outbound campaigns may; "+
			"leave it out")
	}
	return nil
}

// telephone makes an endpoint of a phone number, none where it is absent.
func telephone(given *string) *acd.Endpoint {
	if value(given) == "" {
		return nil
	}
	return &acd.Endpoint{Type: acd.TelephoneNumber, Address: *given}
}

// startWebRTCContact starts a call from a browser or an app. What it takes to join opens nothing here: there is no
// media, so the capabilities that are allowed have no effect (A0131).
func (h *handlers) startWebRTCContact(c *Call, in *sdk.StartWebRTCContactInput) (
	*sdk.StartWebRTCContactOutput, error,
) {
	err := firstOf(checkAttributeKeys(in.Attributes), checkReferences(in.References, withEmail))
	if err != nil {
		return nil, err
	}
	p := c.place(in.InstanceId)
	id, err := h.do(c, p, acd.StartContact{
		Operation:         c.Operation,
		Channel:           acd.Voice,
		InitiationMethod:  acd.WebRTC,
		FlowID:            idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId),
		Description:       value(in.Description),
		RelatedID:         idAt[acd.ContactID](p, acd.KindContact, in.RelatedContactId),
		Attributes:        in.Attributes,
		SegmentAttributes: segmentAttributes(nil, "connect:WebRTC"),
		References:        mapEach(in.References, reference),
		DisplayName:       value(in.ParticipantDetails.DisplayName),
		Token:             clientToken(in),
	})
	if err != nil {
		return nil, err
	}
	contact, err := h.started(p, id)
	if err != nil {
		return nil, err
	}
	return &sdk.StartWebRTCContactOutput{
		ContactId: &id, ParticipantId: &contact.Participant.ID, ParticipantToken: &contact.Participant.Token,
		ConnectionData: &types.ConnectionData{
			Attendee: &types.Attendee{AttendeeId: &contact.Participant.ID, JoinToken: &contact.Participant.Token},
			Meeting:  &types.Meeting{MeetingId: &id, MediaRegion: p.region()},
		},
	}, nil
}

// started finds a contact with a participant that has just been started, or was under the same ClientToken.
func (h *handlers) started(p *place, id string) (acd.Contact, error) {
	contact, ok, err := h.engine.Contact(p.instance, acd.ContactID(id))
	if err != nil || !ok || contact.Participant == nil {
		return contact, fmt.Errorf("find the contact %s that was started: %w", id, err)
	}
	return contact, nil
}
