package connect

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

func (h *handlers) startTaskContact(c *Call, in *sdk.StartTaskContactInput) (*sdk.StartTaskContactOutput, error) {
	life, err := acd.LifeGiven(mapEach(in.SegmentAttributes, segmentAttribute))
	err = firstOf(checkTask(in), checkAttributeKeys(in.Attributes), checkReferences(in.References, withEmail), err)
	if err != nil {
		return nil, err
	}
	p := c.place(in.InstanceId)
	id, err := h.do(c, p, acd.StartContact{
		Operation:         c.Operation,
		Channel:           acd.Task,
		InitiationMethod:  acd.API,
		FlowID:            idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId),
		QuickConnectID:    idAt[acd.QuickConnectID](p, acd.KindQuickConnect, in.QuickConnectId),
		TaskTemplateID:    idAt[acd.TaskTemplateID](p, acd.KindTaskTemplate, in.TaskTemplateId),
		Name:              value(in.Name),
		Description:       value(in.Description),
		PreviousID:        idAt[acd.ContactID](p, acd.KindContact, in.PreviousContactId),
		RelatedID:         idAt[acd.ContactID](p, acd.KindContact, in.RelatedContactId),
		Attributes:        in.Attributes,
		SegmentAttributes: segmentAttributes(in.SegmentAttributes, "connect:Task"),
		References:        mapEach(in.References, reference),
		Life:              life,
		ScheduledAt:       scheduled(in.ScheduledTime),
		Token:             clientToken(in),
	})
	if err != nil {
		return nil, err
	}
	return &sdk.StartTaskContactOutput{ContactId: &id}, nil
}

// checkTask checks what leads a new task, and refuses what is not served rather than passing over it.
func checkTask(in *sdk.StartTaskContactInput) error {
	leaders := 0
	for _, given := range []*string{in.ContactFlowId, in.QuickConnectId, in.TaskTemplateId} {
		if value(given) != "" {
			leaders++
		}
	}
	switch {
	case leaders != 1:
		return acd.Errorf(acd.Improper, "%d of ContactFlowId, QuickConnectId and TaskTemplateId are given; give exactly one",
			leaders)
	case in.Attachments != nil:
		return errAttachments()
	}
	return nil
}

func errAttachments() error {
	return acd.Errorf(acd.Improper, "Attachments are given, but Patchcord does not keep files; give a link as a "+
		"Reference of type URL")
}

// checkAttributeKeys checks the names of a contact's attributes: letters, digits, dashes and underscores
// (StartTaskContact in the API reference, A0075).
func checkAttributeKeys(attributes map[string]string) error {
	for _, key := range slices.Sorted(maps.Keys(attributes)) {
		for _, r := range key {
			if r != '-' && r != '_' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') {
				return acd.Errorf(acd.Invalid, "Attributes has the key %q; give letters, digits, - and _ only", key)
			}
		}
	}
	return nil
}

// Whether the references of a new contact may be email addresses, as of all but emails themselves they may
// (StartTaskContact and StartEmailContact in the API reference).
const (
	withEmail    = true
	withoutEmail = false
)

// checkReferences checks that references are of the types that users may give, and that a date is an epoch timestamp
// (Reference in the API reference, A0125).
func checkReferences(references map[string]types.Reference, email bool) error {
	allowed := []types.ReferenceType{types.ReferenceTypeUrl, types.ReferenceTypeNumber, types.ReferenceTypeString,
		types.ReferenceTypeDate}
	if email {
		allowed = append(allowed, types.ReferenceTypeEmail)
	}
	for _, name := range slices.Sorted(maps.Keys(references)) {
		r := references[name]
		if !slices.Contains(allowed, r.Type) {
			return acd.Errorf(acd.Invalid, "References[%q].Type is %q; a contact may be given %s", name, r.Type,
				fmt.Sprint(allowed))
		}
		if _, err := strconv.ParseInt(value(r.Value), 10, 64); err != nil && r.Type == types.ReferenceTypeDate {
			return acd.Errorf(acd.Invalid, "References[%q].Value is %q; a DATE is an epoch timestamp, a whole number of "+
				"seconds", name, value(r.Value))
		}
	}
	return nil
}

func reference(given types.Reference) acd.Reference {
	return acd.Reference{
		Type:         string(given.Type),
		Value:        value(given.Value),
		Status:       string(given.Status),
		ARN:          value(given.Arn),
		StatusReason: value(given.StatusReason),
	}
}

// startChatContact starts a chat. Members that speak to the chat service only, such as the first message, are taken
// and have no effect: no messages are kept here (A0076).
func (h *handlers) startChatContact(c *Call, in *sdk.StartChatContactInput) (*sdk.StartChatContactOutput, error) {
	if err := firstOf(checkChat(in), checkAttributeKeys(in.Attributes)); err != nil {
		return nil, err
	}
	p := c.place(in.InstanceId)
	var rehydration *acd.Rehydration
	if chat := in.PersistentChat; chat != nil {
		r, err := h.rehydration(p, chat.RehydrationType, chat.SourceContactId)
		if err != nil {
			return nil, err
		}
		rehydration = &r
	}
	id, err := h.do(c, p, acd.StartContact{
		Operation:         c.Operation,
		Channel:           acd.Chat,
		InitiationMethod:  acd.API,
		FlowID:            idAt[acd.FlowID](p, acd.KindFlow, in.ContactFlowId),
		RelatedID:         idAt[acd.ContactID](p, acd.KindContact, in.RelatedContactId),
		Attributes:        in.Attributes,
		SegmentAttributes: segmentAttributes(in.SegmentAttributes, "connect:Chat"),
		CustomerID:        value(in.CustomerId),
		DisplayName:       value(value(in.ParticipantDetails).DisplayName),
		InitialMessage:    value(value(in.InitialMessage).Content),
		Life:              acd.Duration(value(in.ChatDurationInMinutes)) * acd.Minute,
		AgentExits:        len(in.DisconnectOnCustomerExit) > 0, // AGENT is its only word
		Rehydration:       rehydration,
		Token:             clientToken(in),
	})
	if err != nil {
		return nil, err
	}
	contact, err := h.started(p, id)
	if err != nil {
		return nil, err
	}
	out := &sdk.StartChatContactOutput{
		ContactId: &id, ParticipantId: &contact.Participant.ID, ParticipantToken: &contact.Participant.Token,
	}
	if rehydration != nil {
		out.ContinuedFromContactId = word(contact.RelatedID)
	}
	return out, nil
}

// checkChat checks what only a chat has.
func checkChat(in *sdk.StartChatContactInput) error {
	earlier := in.PersistentChat
	switch {
	case earlier != nil && in.RelatedContactId != nil:
		return acd.Errorf(acd.Improper, "PersistentChat and RelatedContactId are both given; give one of them")
	case earlier != nil && (earlier.RehydrationType == "" || value(earlier.SourceContactId) == ""):
		return acd.Errorf(acd.Improper, "PersistentChat needs RehydrationType and SourceContactId; give both")
	}
	return checkMessageTypes(in.SupportedMessagingContentTypes)
}

// checkMessageTypes checks the kinds of messages that a chat shall understand, plain text among them.
func checkMessageTypes(given []string) error {
	const plain = "text/plain"
	if len(given) > 0 && !slices.Contains(given, plain) {
		return acd.Errorf(acd.Invalid, "SupportedMessagingContentTypes lacks %s, which every chat must support", plain)
	}
	return nil
}

// firstOf returns the first refusal in a list of answers, nil where there is none.
func firstOf(answers ...error) error {
	for _, err := range answers {
		if err != nil {
			return err
		}
	}
	return nil
}
