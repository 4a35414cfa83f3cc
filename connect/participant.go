package connect

import (
	"fmt"
	"slices"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// participantDay is how long the token of somebody who joined is said to hold where the contact has no end of its own
// (A0137).
const participantDay = acd.Day

// createParticipant lets a bot join a chat, or another customer a web call. What it answers opens nothing here (A0137).
func (h *handlers) createParticipant(c *Call, in *sdk.CreateParticipantInput) (*sdk.CreateParticipantOutput, error) {
	p := c.place(in.InstanceId)
	contactID := idAt[acd.ContactID](p, acd.KindContact, in.ContactId)
	id, err := h.do(c, p, acd.CreateParticipant{
		Operation:   c.Operation,
		ContactID:   contactID,
		Role:        string(in.ParticipantDetails.ParticipantRole),
		DisplayName: value(in.ParticipantDetails.DisplayName),
		Token:       clientToken(in),
	})
	if err != nil {
		return nil, err
	}
	contact, _, err := h.engine.Contact(p.instance, contactID)
	at := slices.IndexFunc(contact.Participants, func(p acd.Participant) bool { return p.ID == id })
	if err != nil || at < 0 {
		return nil, fmt.Errorf("find the participant %s who was added: %w", id, err)
	}
	until := contact.ExpiresAt
	if until.IsZero() {
		until = contact.InitiatedAt.Add(participantDay)
	}
	return &sdk.CreateParticipantOutput{
		ParticipantId: &id,
		ParticipantCredentials: &types.ParticipantTokenCredentials{
			ParticipantToken: &contact.Participants[at].Token,
			Expiry:           new(until.Std().Format("2006-01-02T15:04:05.000Z")),
		},
	}, nil
}

// createPersistentContactAssociation lets a chat go on with an earlier one. Messages are not kept (A0076): what stays
// of it is that the chat is related to that one.
func (h *handlers) createPersistentContactAssociation(c *Call, in *sdk.CreatePersistentContactAssociationInput) (
	*sdk.CreatePersistentContactAssociationOutput, error,
) {
	p := c.place(in.InstanceId)
	rehydration, err := h.rehydration(p, in.RehydrationType, in.SourceContactId)
	if err != nil {
		return nil, err
	}
	from, err := h.do(c, p, acd.ContinueChat{
		Operation:   c.Operation,
		ContactID:   idAt[acd.ContactID](p, acd.KindContact, in.InitialContactId),
		Rehydration: rehydration,
		Token:       clientToken(in),
	})
	if err != nil {
		return nil, err
	}
	return &sdk.CreatePersistentContactAssociationOutput{ContinuedFromContactId: &from}, nil
}

// rehydration finds the contact with which a chat goes on: what was named, or the last of its session.
func (h *handlers) rehydration(p *place, kind types.RehydrationType, source *string) (
	acd.Rehydration, error,
) {
	r := acd.Rehydration{Entire: kind == types.RehydrationTypeEntirePastSession,
		Source: idAt[acd.ContactID](p, acd.KindContact, source)}
	r.From = r.Source
	if p.err != nil || !r.Entire {
		return r, p.err
	}
	for range acd.ChainMax {
		contact, ok, err := h.engine.Contact(p.instance, r.From)
		if err != nil || !ok || len(contact.Next) == 0 {
			return r, err
		}
		r.From = contact.Next[len(contact.Next)-1].ID
	}
	return r, nil
}
