package connect

import (
	"slices"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// Shown is a stage with an agent for every channel, on which one keeps track of the members of contacts that were seen.
// When its test ends, each member that docs/CONTACT.md says the test shows has been seen, and none that never comes.
type shown struct {
	*stage
	queue, flow, agentID string
	seen                 map[string]bool
}

func newShown(t *testing.T) *shown {
	t.Helper()
	s := &shown{stage: newStage(t, acd.Quotas{}), seen: map[string]bool{}}
	s.queue = s.stage.queue()
	s.flow = s.flowInto(s.queue)
	s.agentID = s.userOfAll(s.queue)
	t.Cleanup(s.check)
	return s
}

// userOfAll makes a user who takes one contact of each channel from a queue.
func (s *stage) userOfAll(queue string) string {
	s.Helper()
	profile := &sdk.CreateRoutingProfileInput{
		InstanceId: &s.instance, Name: s.name("profile"), Description: new("of every channel"),
		DefaultOutboundQueueId: &queue,
	}
	for _, channel := range types.Channel("").Values() {
		profile.MediaConcurrencies = append(profile.MediaConcurrencies,
			types.MediaConcurrency{Channel: channel, Concurrency: new(int32(1))})
		profile.QueueConfigs = append(profile.QueueConfigs, types.RoutingProfileQueueConfig{
			QueueReference: &types.RoutingProfileQueueReference{QueueId: &queue, Channel: channel},
			Priority:       new(int32(1)), Delay: new(int32(0)),
		})
	}
	return s.user(*got(s.client.CreateRoutingProfile(s.ctx, profile)).RoutingProfileId)
}

// check holds what was seen against the table.
func (s *shown) check() {
	for _, r := range contactTable(s.T) {
		if r.test == s.Name() && !s.seen[r.member] {
			s.Errorf("docs/CONTACT.md says that this test shows %s, but it has not been seen", r.member)
		}
		if r.test == "" && s.seen[r.member] {
			s.Errorf("docs/CONTACT.md says that %s never comes, but it has been seen: %s", r.member, r.cause)
		}
	}
}

// look describes a contact and notes what it shows.
func (s *shown) look(contact string) *types.Contact {
	s.Helper()
	c := s.describe(contact)
	for _, member := range shownBy(c) {
		s.seen[member] = true
	}
	return c
}

// accepts puts the agent to work and lets him take a contact that rings.
func (s *shown) accepts(contact string) {
	s.Helper()
	s.put(s.agentID, types.AgentStatusTypeRoutable)
	s.agent(acd.AcceptContact{UserID: acd.UserID(s.agentID), ContactID: acd.ContactID(contact)})
}

// finishes ends a contact that the agent has, and his work after it.
func (s *shown) finishes(contact string) {
	s.Helper()
	user, id := acd.UserID(s.agentID), acd.ContactID(contact)
	s.turn(60)
	s.agent(acd.DisconnectContact{UserID: user, ContactID: id})
	s.turn(5)
	s.agent(acd.CompleteContact{UserID: user, ContactID: id})
}

// media reports what the media's side knows of a contact.
func (s *shown) media(contact string, m acd.Media) {
	s.Helper()
	s.agent(acd.ReportMedia{ContactID: acd.ContactID(contact), Media: m})
}

// inbound brings a contact in as an adapter does.
func (s *shown) inbound(cmd acd.StartContact) string {
	s.Helper()
	cmd.Operation, cmd.InitiationMethod, cmd.FlowID = "inbound", acd.Inbound, acd.FlowID(s.flow)
	return got(s.engine.Do(s.ctx, acd.InstanceID(s.instance), cmd))
}

// A call from a browser rings, is taken, put on hold, ended, and told of by its adapter.
func TestCallShows(t *testing.T) {
	s := newShown(t)
	device := &acd.DeviceInfo{PlatformName: "Firefox", PlatformVersion: "140", OperatingSystem: "Linux"}
	sends := &acd.Capabilities{Video: "SEND", ScreenShare: "SEND"}
	call := s.inbound(acd.StartContact{
		Channel: acd.Voice, Name: "Pat", Description: "about an order", CustomerID: "customer-1",
		CustomerEndpoint: &acd.Endpoint{Type: acd.Voip, Address: "browser-1", DisplayName: "Pat"},
		SystemEndpoint:   &acd.Endpoint{Type: acd.TelephoneNumber, Address: ownNumber, DisplayName: "Help"},
		Attributes:       map[string]string{"tier": "gold"},
		SegmentAttributes: map[string]acd.SegmentAttribute{
			subtypeAttribute: {String: new(acd.SubtypeWebRTC)},
			"connect:A":      {Map: map[string]acd.SegmentAttribute{"minutes": {Integer: new(int32(5))}}},
			"connect:B":      {List: []acd.SegmentAttribute{{ARN: new("arn:aws:x")}}},
			"connect:C":      {ARN: new("arn:aws:x")}, "connect:D": {Integer: new(int32(5))},
		},
	})
	s.accepts(call)
	user, id := acd.UserID(s.agentID), acd.ContactID(call)
	s.agent(acd.HoldContact{UserID: user, ContactID: id})
	s.turn(7)
	s.agent(acd.UnholdContact{UserID: user, ContactID: id})
	good := &acd.QualityOfSide{Audio: &acd.AudioQuality{QualityScore: 4.5,
		PotentialQualityIssues: []string{"HighJitterBuffer"}}}
	s.media(call, acd.Media{
		Customer:       &acd.MediaCustomer{DeviceInfo: device, Capabilities: sends},
		AgentInfo:      &acd.MediaAgent{DeviceInfo: device, Capabilities: sends, VoiceEnhancementMode: "VOICE_ISOLATION"},
		QualityMetrics: &acd.QualityMetrics{Agent: good, Customer: good},
	})
	s.finishes(call)
	c := s.look(call)
	same(t, "the hold", *c.AgentInfo.AgentInitiatedHoldDuration, 7)
	same(t, "the work after it", *c.AgentInfo.AfterContactWorkDuration, 5)
	same(t, "the quality of the agent", c.QualityMetrics.Agent.Audio.QualityScore, 4.5)
	same(t, "the enhancement", c.AgentInfo.VoiceEnhancementMode, types.VoiceEnhancementModeVoiceIsolation)
	same(t, "the way in", c.InitiationMethod, types.ContactInitiationMethodInbound)
	same(t, "the customer's end", *c.CustomerEndpoint.Address, "browser-1")
	same(t, "when it was connected", *c.ConnectedToSystemTimestamp, *c.InitiationTimestamp)
}

// A call breaks off; what the adapter knows of it comes while the agent still works after it.
func TestBrokenCallShows(t *testing.T) {
	s := newShown(t)
	call := s.inbound(acd.StartContact{Channel: acd.Voice})
	s.accepts(call)
	start := at(0)
	s.turn(60)
	s.agent(acd.ReportMedia{
		ContactID: acd.ContactID(call), Customer: acd.CustomerLeft, Reason: "TELECOM_PROBLEM",
		Media: acd.Media{
			DisconnectDetails: &acd.DisconnectDetails{PotentialDisconnectIssue: "CUSTOMER_CONNECTIVITY_ISSUE"},
		},
	})
	s.turn(3)
	s.media(call, acd.Media{
		Recordings: []acd.Recording{{
			StorageType: "S3", Location: "calls/1.wav", MediaStreamType: "AUDIO", ParticipantType: "ALL",
			FragmentStartNumber: "1", FragmentStopNumber: "2", StartTimestamp: start, StopTimestamp: start + 60_000,
			Status: "DELETED", DeletionReason: "asked for", UnprocessedTranscriptLocation: "raw/1.json",
		}},
		WisdomInfo: &acd.WisdomInfo{
			SessionArn: "arn:aws:wisdom:us-east-1:123456789012:session/a/s",
			AiAgents:   []acd.AIAgent{{AiUseCase: "SelfService", AiAgentVersionId: "a:1", AiAgentEscalated: true}},
		},
	})
	c := s.look(call)
	same(t, "the reason", *c.DisconnectReason, "TELECOM_PROBLEM")
	same(t, "the issue", *c.DisconnectDetails.PotentialDisconnectIssue, "CUSTOMER_CONNECTIVITY_ISSUE")
	same(t, "the recording's end", c.Recordings[0].StopTimestamp.Unix(), c.Recordings[0].StartTimestamp.Unix()+60)
	same(t, "when it was told of", c.LastUpdateTimestamp.Sub(*c.DisconnectTimestamp).Seconds(), 3)
	same(t, "the AI agent", *c.WisdomInfo.AiAgents[0].AiAgentVersionId, "a:1")
}

// A campaign dials a call, and detects who answers.
func TestDialledCallShows(t *testing.T) {
	s := newShown(t)
	call := *got(s.client.StartOutboundVoiceContact(s.ctx, &sdk.StartOutboundVoiceContactInput{
		InstanceId: &s.instance, ContactFlowId: &s.flow, DestinationPhoneNumber: new(customerNumber),
		SourcePhoneNumber: new(ownNumber), CampaignId: new("campaign-1"), TrafficType: types.TrafficTypeCampaign,
		AnswerMachineDetectionConfig: &types.AnswerMachineDetectionConfig{EnableAnswerMachineDetection: true},
	})).ContactId
	s.turn(4)
	s.agent(acd.ReportMedia{ContactID: acd.ContactID(call), Customer: acd.CustomerCame, Media: acd.Media{
		AnsweringMachineDetectionStatus: "HUMAN_ANSWERED",
		CustomerVoiceActivity:           &acd.VoiceActivity{GreetingStartTimestamp: at(2), GreetingEndTimestamp: at(3)},
	}})
	c := s.look(call)
	same(t, "the campaign", *c.Campaign.CampaignId, "campaign-1")
	same(t, "who answered", c.AnsweringMachineDetectionStatus, types.AnsweringMachineDetectionStatusHumanAnswered)
	same(t, "when he answered", acd.TimeOf(*c.ConnectedToSystemTimestamp), at(4))
	same(t, "the number called", *c.CustomerEndpoint.Address, customerNumber)
	same(t, "the number calling", *c.SystemEndpoint.Address, ownNumber)
}

// A chat goes back to an earlier contact; its service counts the messages.
func TestChatShows(t *testing.T) {
	s := newShown(t)
	earlier := s.chat(s.flow)
	chat := *got(s.client.StartChatContact(s.ctx, &sdk.StartChatContactInput{
		InstanceId: &s.instance, ContactFlowId: &s.flow, RelatedContactId: earlier.ContactId,
		ParticipantDetails: &types.ParticipantDetails{DisplayName: new("Pat")},
	})).ContactId
	side := func(kind, id string) *acd.ParticipantMetrics {
		return &acd.ParticipantMetrics{
			ParticipantId: id, ParticipantType: kind, ConversationAbandon: new(false), MessagesSent: new(int32(3)),
			NumResponses: new(int32(2)), MessageLengthInChars: new(int32(80)), TotalResponseTimeInMillis: new(int64(9000)),
			MaxResponseTimeInMillis: new(int64(5000)), LastMessageTimestamp: at(40),
		}
	}
	s.media(chat, acd.Media{ChatMetrics: &acd.ChatMetrics{
		ChatContactMetrics: &acd.ChatContactMetrics{
			MultiParty: new(false), TotalMessages: new(int32(7)), TotalBotMessages: new(int32(1)),
			TotalBotMessageLengthInChars: new(int32(20)), ConversationCloseTimeInMillis: new(int64(0)),
			ConversationTurnCount: new(int32(2)), AgentFirstResponseTimestamp: at(20),
			AgentFirstResponseTimeInMillis: new(int64(4000)),
		},
		AgentMetrics: side("AGENT", "a"), CustomerMetrics: side("CUSTOMER", "c"),
	}})
	c := s.look(chat)
	same(t, "the earlier contact", *c.RelatedContactId, *earlier.ContactId)
	same(t, "the messages", *c.ChatMetrics.ChatContactMetrics.TotalMessages, 7)
	same(t, "how long it took to close", *c.ChatMetrics.ChatContactMetrics.ConversationCloseTimeInMillis, 0)
	same(t, "the slowest answer", *c.ChatMetrics.AgentMetrics.MaxResponseTimeInMillis, 5000)
	same(t, "the customer's side", c.ChatMetrics.CustomerMetrics.ParticipantType, types.ParticipantTypeCustomer)
}

// An email goes to many; those that its adapter finds later are told of later.
func TestEmailShows(t *testing.T) {
	s := newShown(t)
	email := *got(s.client.StartEmailContact(s.ctx, s.rightEmail(s.flow))).ContactId
	s.agent(acd.ReportMedia{ContactID: acd.ContactID(email), Recipients: &acd.EmailRecipients{
		To: []acd.EmailRecipient{{Address: "sales@example.org", DisplayName: "Sales"}},
		Cc: []acd.EmailRecipient{{Address: "zoe@example.com", DisplayName: "Zoé"}},
	}})
	c := s.look(email)
	same(t, "the copy", *c.AdditionalEmailRecipients.CcList[0].Address, "zoe@example.com")
	same(t, "the other addressee", *c.AdditionalEmailRecipients.ToList[0].DisplayName, "Sales")
}

// A task waits for an agent by criteria with every sort of condition.
func TestTaskShows(t *testing.T) {
	s := newShown(t)
	task := *got(s.client.StartTaskContact(s.ctx, &sdk.StartTaskContactInput{
		InstanceId: &s.instance, ContactFlowId: &s.flow, Name: new("Call back"), Description: new("before noon"),
	})).ContactId
	for _, name := range []string{"Language", "Skill"} {
		got(s.client.CreatePredefinedAttribute(s.ctx, &sdk.CreatePredefinedAttributeInput{
			InstanceId: &s.instance, Name: &name,
			Values: &types.PredefinedAttributeValuesMemberStringList{Value: []string{"French", "German"}},
		}))
	}
	for _, criteria := range sorts(s.agentID) {
		if err := s.route(task, sdk.UpdateContactRoutingDataInput{RoutingCriteria: criteria}); err != nil {
			t.Fatal(err)
		}
		same(t, "the steps", len(s.look(task).RoutingCriteria.Steps), len(criteria.Steps))
	}
	for _, in := range []sdk.UpdateContactRoutingDataInput{
		{QueuePriority: new(int64(3))}, {QueueTimeAdjustmentSeconds: new(int32(-5))},
	} {
		if err := s.route(task, in); err != nil {
			t.Fatal(err)
		}
	}
	c := s.look(task)
	same(t, "the priority", *c.QueuePriority, 3)
	same(t, "the adjustment", *c.QueueTimeAdjustmentSeconds, -5)
	same(t, "the details' name", *c.ContactDetails.Name, "Call back")
	same(t, "the details", *c.ContactDetails.Description, "before noon")
}

// sorts are criteria with expressions of every sort.
func sorts(agent string) []*types.RoutingCriteriaInput {
	atLeast := &types.AttributeCondition{Name: new("Language"), Value: new("French"),
		ComparisonOperator: new("NumberGreaterOrEqualTo"), ProficiencyLevel: new(float32(3))}
	between := &types.AttributeCondition{Name: new("Skill"), Value: new("German"), ComparisonOperator: new("Range"),
		Range: &types.Range{MinProficiencyLevel: new(float32(1)), MaxProficiencyLevel: new(float32(2))}}
	match := &types.AttributeCondition{ComparisonOperator: new("Match"), MatchCriteria: &types.MatchCriteria{
		AgentsCriteria: &types.AgentsCriteria{AgentIds: []string{agent}}}}
	plain := []types.Expression{{AttributeCondition: atLeast}, {AttributeCondition: between}}
	not := []types.Expression{{NotAttributeCondition: atLeast}, {NotAttributeCondition: between}}
	steps := func(list ...types.Expression) *types.RoutingCriteriaInput {
		criteria := &types.RoutingCriteriaInput{}
		for _, x := range list {
			criteria.Steps = append(criteria.Steps, types.RoutingCriteriaInputStep{Expression: &x,
				Expiry: &types.RoutingCriteriaInputStepExpiry{DurationInSeconds: new(int32(30))}})
		}
		return criteria
	}
	return []*types.RoutingCriteriaInput{
		steps(slices.Concat(plain, not, []types.Expression{{AttributeCondition: match}})...),
		steps(types.Expression{AndExpression: plain}, types.Expression{OrExpression: plain}),
	}
}

// A task is transferred: the new contact follows the first.
func TestTransferShows(t *testing.T) {
	s := newShown(t)
	task := s.task(s.flow)
	next := *got(s.client.TransferContact(s.ctx, &sdk.TransferContactInput{
		InstanceId: &s.instance, ContactId: &task, ContactFlowId: &s.flow, QueueId: &s.queue,
	})).ContactId
	s.look(task)
	c := s.look(next)
	same(t, "the contact before", *c.PreviousContactId, task)
	same(t, "the first contact", *c.InitialContactId, task)
	same(t, "the root", *c.ContactAssociationId, task)
}

// A task begins at its time, rests while an agent has it, and goes on.
func TestPausedTaskShows(t *testing.T) {
	s := newShown(t)
	task := *got(s.client.StartTaskContact(s.ctx, &sdk.StartTaskContactInput{
		InstanceId: &s.instance, ContactFlowId: &s.flow, Name: new("Call back"), ScheduledTime: new(at(90).Std()),
	})).ContactId
	s.turn(90)
	s.accepts(task)
	got(s.client.PauseContact(s.ctx, &sdk.PauseContactInput{InstanceId: &s.instance, ContactId: &task}))
	s.turn(20)
	got(s.client.ResumeContact(s.ctx, &sdk.ResumeContactInput{InstanceId: &s.instance, ContactId: &task}))
	s.finishes(task)
	c := s.look(task)
	same(t, "its time", acd.TimeOf(*c.ScheduledTimestamp), at(90))
	same(t, "the rest", *c.TotalPauseDurationInSeconds, 20)
	same(t, "the rest with the agent", *c.AgentInfo.AgentPauseDurationInSeconds, 20)
	same(t, "when it rested", acd.TimeOf(*c.LastPausedTimestamp), at(90))
	same(t, "when it went on", acd.TimeOf(*c.LastResumedTimestamp), at(110))
}

// A task is made of a template.
func TestTemplatedTaskShows(t *testing.T) {
	s := newShown(t)
	template := s.template(s.flow)
	task := *got(s.client.StartTaskContact(s.ctx, s.refund(template))).ContactId
	got(s.client.DeleteTaskTemplate(s.ctx, &sdk.DeleteTaskTemplateInput{
		InstanceId: &s.instance, TaskTemplateId: &template}))
	s.accepts(task)
	s.finishes(task)
	c := s.look(task)
	same(t, "the template", *c.TaskTemplateInfo.Arn, s.arn(acd.KindTaskTemplate, template))
	same(t, "its name", strings.HasPrefix(*c.TaskTemplateInfo.Name, "Refund"), true)
	same(t, "what it was about", *c.Description, "Look into it")
	references := got(s.client.ListContactReferences(s.ctx, &sdk.ListContactReferencesInput{InstanceId: &s.instance,
		ContactId: &task, ReferenceTypes: []types.ReferenceType{"STRING", "NUMBER"}})).ReferenceSummaryList
	same(t, "the references", len(references), 3)
}

// An agent passes a call on to a queue by a quick connect.
func TestQuickConnectShows(t *testing.T) {
	s := newShown(t)
	quick := *got(s.client.CreateQuickConnect(s.ctx, s.someQuickConnect(s.queue))).QuickConnectId
	got(s.client.AssociateQueueQuickConnects(s.ctx, &sdk.AssociateQueueQuickConnectsInput{
		InstanceId: &s.instance, QueueId: &s.queue, QuickConnectIds: []string{quick}}))
	call := s.inbound(acd.StartContact{Channel: acd.Voice})
	s.accepts(call)
	s.agent(acd.TransferByQuickConnect{UserID: acd.UserID(s.agentID), ContactID: acd.ContactID(call),
		QuickConnectID: acd.QuickConnectID(quick)})
	next := s.look(call).NextContacts
	if len(next) != 1 {
		t.Fatalf("the call went on as %v", next)
	}
	to := next[0].NextContactMetadata.(*types.NextContactMetadataMemberQuickConnectContactData).Value
	same(t, "the quick connect", *to.QuickConnectId, quick)
	same(t, "the contact before", *s.look(*to.ContactId).PreviousContactId, call)
}
