package connect

import (
	"time"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// describeContact shows what is known of a contact, living or ended.
func (h *handlers) describeContact(c *Call, in *sdk.DescribeContactInput) (*sdk.DescribeContactOutput, error) {
	p := c.place(in.InstanceId)
	contact, err := h.contactAt(p, in.ContactId)
	if err != nil {
		return nil, err
	}
	return &sdk.DescribeContactOutput{Contact: contactOut(p, contact)}, nil
}

// contactOut shows a contact. What never happened to it is not there: priority and adjustment once they were set
// (A0028), the agent once somebody has accepted it.
func contactOut(p *place, c acd.Contact) *types.Contact {
	shown := &types.Contact{
		AdditionalEmailRecipients:  recipientsOut(c.AdditionalRecipients),
		AgentInfo:                  agentInfo(p, c),
		Arn:                        p.arn(acd.KindContact, string(c.ID)), // (A0035)
		Attributes:                 notEmpty(c.Attributes),
		Campaign:                   campaignOut(c),
		Channel:                    types.Channel(c.Channel),
		ConnectedToSystemTimestamp: stamp(c.ConnectedToSystemAt),
		ContactAssociationId:       word(c.AssociationID),
		ContactDetails:             contactDetails(c),
		CustomerEndpoint:           endpointOut(c.CustomerEndpoint),
		CustomerId:                 word(c.CustomerID),
		Description:                word(c.Description),
		DisconnectReason:           word(c.DisconnectReason),
		DisconnectTimestamp:        stamp(c.DisconnectedAt),
		Id:                         new(string(c.ID)),
		InitialContactId:           word(c.InitialID),
		InitiationMethod:           types.ContactInitiationMethod(c.InitiationMethod),
		InitiationTimestamp:        stamp(c.InitiatedAt),
		LastPausedTimestamp:        stamp(c.LastPausedAt),
		LastResumedTimestamp:       stamp(c.LastResumedAt),
		LastUpdateTimestamp:        stamp(c.LastUpdatedAt),
		Name:                       word(c.Name),
		NextContacts:               nextContacts(c.Next),
		PreviousContactId:          word(c.PreviousID),
		OutboundStrategy:           strategyOut(c.Strategy),
		QueueInfo:                  queueInfo(c),
		QueueTimeAdjustmentSeconds: c.QueueTimeAdjustment,
		RelatedContactId:           word(c.RelatedID),
		RingStartTimestamp:         stamp(c.RingStartedAt), // (A0077)
		RoutingCriteria:            criteriaOut(c.Criteria),
		ScheduledTimestamp:         scheduledOf(c),
		SegmentAttributes:          mapEach(c.SegmentAttributes, segmentAttributeOut),
		SystemEndpoint:             endpointOut(c.SystemEndpoint),
		Tags:                       notEmpty(c.Tags),
		TaskTemplateInfo:           taskTemplateInfo(p, c),
	}
	if c.QueuePriority != 0 {
		shown.QueuePriority = &c.QueuePriority
	}
	showPauses(shown, c)
	showMedia(shown, c.Media)
	return shown
}

// scheduledOf shows when the flow of a task is to run; a callback has no such member (ScheduledTimestamp in the API
// reference).
func scheduledOf(c acd.Contact) *time.Time {
	if c.Channel != acd.Task {
		return nil
	}
	return stamp(c.ScheduledAt)
}

// queueInfo shows where a contact waits or waited last; the id of an agent queue is the user's (A0034).
func queueInfo(c acd.Contact) *types.QueueInfo {
	if c.Queue.IsZero() {
		return nil
	}
	return &types.QueueInfo{Id: new(string(c.Queue.ID)), EnqueueTimestamp: stamp(c.EnqueuedAt)}
}

// agentInfo shows who accepted a contact. Only calls and chats can be put on hold. Durations are in whole seconds.
func agentInfo(p *place, c acd.Contact) *types.AgentInfo {
	a := c.Agent
	if a == nil {
		return nil
	}
	shown := &types.AgentInfo{
		AcceptedByAgentTimestamp:       stamp(a.AcceptedAt),
		AfterContactWorkEndTimestamp:   stamp(a.WorkEndedAt),
		AfterContactWorkStartTimestamp: stamp(a.WorkStartedAt),
		ConnectedToAgentTimestamp:      stamp(a.ConnectedAt),
		HierarchyGroups:                p.hierarchyGroups(a.HierarchyPath),
		Id:                             new(string(a.UserID)),
		PreviewEndTimestamp:            stamp(a.PreviewEndedAt),
		StateTransitions:               each(a.MonitorSpells, stateTransition),
	}
	if !a.WorkStartedAt.IsZero() && !a.WorkEndedAt.IsZero() {
		shown.AfterContactWorkDuration = wholeSeconds(a.WorkEndedAt.Sub(a.WorkStartedAt))
	}
	if c.Channel == acd.Voice || c.Channel == acd.Chat {
		shown.AgentInitiatedHoldDuration = wholeSeconds(a.HoldTotal)
	}
	return shown
}

// stateTransition shows what a supervisor did. The guide's values stand, not the enumeration of the client (A0234).
func stateTransition(s acd.MonitorSpell) types.StateTransition {
	return types.StateTransition{State: types.ParticipantState(s.Mode), StateStartTimestamp: stamp(s.From),
		StateEndTimestamp: stamp(s.To)}
}

// contactDetails shows the name and description of a task a second time; other contacts have no such member (A0144).
func contactDetails(c acd.Contact) *types.ContactDetails {
	if c.Channel != acd.Task || c.Name == "" && c.Description == "" {
		return nil
	}
	return &types.ContactDetails{Name: word(c.Name), Description: word(c.Description)}
}

// campaignOut shows the outbound campaign that a contact belongs to.
func campaignOut(c acd.Contact) *types.Campaign {
	if c.CampaignID == "" {
		return nil
	}
	return &types.Campaign{CampaignId: &c.CampaignID}
}

func wholeSeconds(d acd.Duration) *int32 { return new(int32(d / acd.Second)) }

// notEmpty returns a map, or none where it is empty.
func notEmpty(m map[string]string) map[string]string {
	if len(m) == 0 {
		return nil
	}
	return m
}

// stopContact ends a contact. The reason is not the caller's to give: only outbound campaigns, which do not exist here,
// have it (StopContact in the API reference).
func (h *handlers) stopContact(c *Call, in *sdk.StopContactInput) (*sdk.StopContactOutput, error) {
	if in.DisconnectReason != nil {
		return nil, acd.Errorf(acd.Improper, "DisconnectReason is given, which only outbound campaigns may; leave it out")
	}
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.StopContact{ContactID: idAt[acd.ContactID](p, acd.KindContact, in.ContactId)})
	return nil, err
}

func (h *handlers) dismissUserContact(c *Call, in *sdk.DismissUserContactInput) (*sdk.DismissUserContactOutput, error) {
	p := c.place(in.InstanceId)
	_, err := h.do(c, p, acd.DismissUserContact{
		UserID:    idAt[acd.UserID](p, acd.KindUser, in.UserId),
		ContactID: idAt[acd.ContactID](p, acd.KindContact, in.ContactId),
	})
	return nil, err
}
