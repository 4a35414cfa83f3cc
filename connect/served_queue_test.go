package connect

import (
	"strings"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// rightQueueSettings change, search and delete queues.
func (s *stage) rightQueueSettings(queue string) []asked {
	return []asked{
		{"SearchQueues", &sdk.SearchQueuesInput{InstanceId: &s.instance}},
		{"UpdateQueueName", &sdk.UpdateQueueNameInput{InstanceId: &s.instance, QueueId: &queue, Name: s.name("queue")}},
		{"UpdateQueueStatus", &sdk.UpdateQueueStatusInput{
			InstanceId: &s.instance, QueueId: &queue, Status: types.QueueStatusEnabled}},
		{"UpdateQueueMaxContacts", &sdk.UpdateQueueMaxContactsInput{
			InstanceId: &s.instance, QueueId: &queue, MaxContacts: new(int32(90))}},
		{"UpdateQueueHoursOfOperation", &sdk.UpdateQueueHoursOfOperationInput{
			InstanceId: &s.instance, QueueId: &queue, HoursOfOperationId: new(s.hours())}},
		{"UpdateQueueOutboundCallerConfig", &sdk.UpdateQueueOutboundCallerConfigInput{
			InstanceId: &s.instance, QueueId: &queue,
			OutboundCallerConfig: &types.OutboundCallerConfig{OutboundCallerIdName: new("Support")}}},
		{"UpdateQueueOutboundEmailConfig", &sdk.UpdateQueueOutboundEmailConfigInput{
			InstanceId: &s.instance, QueueId: &queue, OutboundEmailConfig: &types.OutboundEmailConfig{}}},
		{"DeleteQueue", &sdk.DeleteQueueInput{InstanceId: &s.instance, QueueId: new(s.queue())}},
	}
}

// rightProfileSettings change, search and delete routing profiles.
func (s *stage) rightProfileSettings(queue string) []asked {
	profile := s.profile(queue)
	byHand := types.RoutingProfileQueueReference{QueueId: &queue, Channel: types.ChannelEmail}
	got(s.client.AssociateRoutingProfileQueues(s.ctx, &sdk.AssociateRoutingProfileQueuesInput{
		InstanceId: &s.instance, RoutingProfileId: &profile,
		ManualAssignmentQueueConfigs: []types.RoutingProfileManualAssignmentQueueConfig{
			{QueueReference: &byHand}, {QueueReference: chatsOf(queue)}},
	}))
	return []asked{
		{"SearchRoutingProfiles", &sdk.SearchRoutingProfilesInput{InstanceId: &s.instance}},
		{"ListRoutingProfileManualAssignmentQueues", &sdk.ListRoutingProfileManualAssignmentQueuesInput{
			InstanceId: &s.instance, RoutingProfileId: &profile}},
		{"UpdateRoutingProfileName", &sdk.UpdateRoutingProfileNameInput{
			InstanceId: &s.instance, RoutingProfileId: &profile, Description: new("of a test")}},
		{"UpdateRoutingProfileConcurrency", &sdk.UpdateRoutingProfileConcurrencyInput{
			InstanceId: &s.instance, RoutingProfileId: &profile, MediaConcurrencies: chats(3)}},
		{"UpdateRoutingProfileQueues", &sdk.UpdateRoutingProfileQueuesInput{
			InstanceId: &s.instance, RoutingProfileId: &profile, QueueConfigs: []types.RoutingProfileQueueConfig{
				{QueueReference: chatsOf(queue), Priority: new(int32(2)), Delay: new(int32(0))}}}},
		{"UpdateRoutingProfileAgentAvailabilityTimer", &sdk.UpdateRoutingProfileAgentAvailabilityTimerInput{
			InstanceId: &s.instance, RoutingProfileId: &profile,
			AgentAvailabilityTimer: types.AgentAvailabilityTimerTimeSinceLastInbound}},
		{"UpdateRoutingProfileDefaultOutboundQueue", &sdk.UpdateRoutingProfileDefaultOutboundQueueInput{
			InstanceId: &s.instance, RoutingProfileId: &profile, DefaultOutboundQueueId: &queue}},
		{"DisassociateRoutingProfileQueues", &sdk.DisassociateRoutingProfileQueuesInput{
			InstanceId: &s.instance, RoutingProfileId: &profile,
			QueueReferences: []types.RoutingProfileQueueReference{*chatsOf(queue)}}},
		{"DeleteRoutingProfile", &sdk.DeleteRoutingProfileInput{
			InstanceId: &s.instance, RoutingProfileId: new(s.profile(queue))}},
	}
}

// chatsOf names the chats of a queue.
func chatsOf(queue string) *types.RoutingProfileQueueReference {
	return &types.RoutingProfileQueueReference{QueueId: &queue, Channel: types.ChannelChat}
}

// chats lets agents have so many chats, and nothing else.
func chats(most int32) []types.MediaConcurrency {
	return []types.MediaConcurrency{{Channel: types.ChannelChat, Concurrency: &most}}
}

// queueRefusals are what queues and routing profiles cannot become.
func (c *cast) queueRefusals() []refusal {
	queue := func(operation string, members ...any) asked {
		return c.but(operation, append([]any{"QueueId", &c.queue}, members...)...)
	}
	profile := func(operation string, members ...any) asked {
		return c.but(operation, append([]any{"RoutingProfileId", &c.profile}, members...)...)
	}
	entry := func(queue string, priority, delay int32) []types.RoutingProfileQueueConfig {
		return []types.RoutingProfileQueueConfig{
			{QueueReference: chatsOf(queue), Priority: &priority, Delay: &delay}}
	}
	var eleven []types.RoutingProfileQueueReference
	for range 11 {
		eleven = append(eleven, *chatsOf(c.queue))
	}
	none := []types.RoutingProfileQueueReference(nil)
	lonely := c.stage.queue()
	return []refusal{
		{invalidR, 400, []string{"neither Name nor Description"}, queue("UpdateQueueName", "Name", (*string)(nil)), ""},
		{twice, 409, []string{"BASICQUEUE"}, queue("UpdateQueueName", "Name", new("BASICQUEUE")), ""},
		{notFound, 404, []string{"nowhere"}, queue("UpdateQueueHoursOfOperation", "HoursOfOperationId", new("nowhere")), ""},
		{notFound, 404, []string{"flow"}, queue("UpdateQueueOutboundCallerConfig", "OutboundCallerConfig",
			&types.OutboundCallerConfig{OutboundFlowId: new("nowhere")}), ""},
		{"AccessDenied", 403, []string{"read-only"}, queue("UpdateQueueOutboundEmailConfig"), "AKIDREADER"},
		{"ResourceInUse", 409, []string{c.waiting, "empty"}, queue("DeleteQueue"), ""},
		{"ResourceInUse", 409, []string{"routing profile", "Basic Routing Profile"},
			queue("DeleteQueue", "QueueId", new(c.basicQueue())), ""},
		{invalidR, 400, []string{"neither Name nor Description"}, profile("UpdateRoutingProfileName", "Description",
			(*string)(nil)), ""},
		{twice, 409, []string{"Basic Routing Profile"}, profile("UpdateRoutingProfileName", "Name",
			new("Basic Routing Profile")), ""},
		{invalidP, 400, []string{"VOICE", "exactly 1"}, profile("UpdateRoutingProfileConcurrency", "MediaConcurrencies",
			[]types.MediaConcurrency{{Channel: types.ChannelVoice, Concurrency: new(int32(2))}}), ""},
		{invalidP, 400, []string{"CHAT twice"}, profile("UpdateRoutingProfileConcurrency", "MediaConcurrencies",
			append(chats(1), chats(2)...)), ""},
		{invalidR, 400, []string{"associate it first"}, profile("UpdateRoutingProfileQueues", "QueueConfigs",
			entry(lonely, 1, 0)), ""},
		{invalidP, 400, []string{"Delay", "9999"}, profile("UpdateRoutingProfileQueues", "QueueConfigs",
			entry(c.queue, 1, 10_000)), ""},
		{invalidP, 400, []string{"twice"}, profile("UpdateRoutingProfileQueues", "QueueConfigs",
			append(entry(c.queue, 1, 0), entry(c.queue, 2, 0)...)), ""},
		{notFound, 404, []string{"nowhere"}, profile("UpdateRoutingProfileQueues", "QueueConfigs",
			entry("nowhere", 1, 0)), ""},
		{notFound, 404, []string{"nowhere"}, profile("UpdateRoutingProfileDefaultOutboundQueue", "DefaultOutboundQueueId",
			new("nowhere")), ""},
		{invalidR, 400, []string{"QueueReferences"}, profile("DisassociateRoutingProfileQueues", "QueueReferences",
			none), ""},
		{invalidP, 400, []string{"11", "up to 10"}, profile("DisassociateRoutingProfileQueues", "QueueReferences",
			eleven), ""},
		{notFound, 404, []string{"nowhere"}, profile("DisassociateRoutingProfileQueues", "QueueReferences",
			[]types.RoutingProfileQueueReference{*chatsOf("nowhere")}), ""},
		{"ResourceInUse", 409, []string{c.profile, "give him another"}, profile("DeleteRoutingProfile"), ""},
	}
}

// setsOneThing says whether an operation sets one thing of a queue or a profile, which is right or wrong by itself.
func setsOneThing(operation string) bool {
	switch operation {
	case "UpdateQueueHoursOfOperation", "UpdateQueueMaxContacts", "UpdateQueueStatus", "UpdateQueueOutboundCallerConfig",
		"UpdateQueueOutboundEmailConfig", "UpdateRoutingProfileAgentAvailabilityTimer",
		"UpdateRoutingProfileConcurrency", "UpdateRoutingProfileDefaultOutboundQueue",
		"UpdateUserHierarchy", "UpdateUserHierarchyGroupName", "UpdateUserPhoneConfig", "UpdateUserRoutingProfile",
		"UpdateUserSecurityProfiles":
		return true
	}
	return false
}

// basicQueue returns the queue that a new instance has.
func (s *stage) basicQueue() string {
	s.Helper()
	return *got(s.client.SearchQueues(s.ctx, &sdk.SearchQueuesInput{InstanceId: &s.instance,
		SearchCriteria: &types.QueueSearchCriteria{StringCondition: named("BasicQueue")}})).Queues[0].QueueId
}

// named is a condition on a name.
func named(name string) *types.StringCondition {
	return &types.StringCondition{FieldName: new("name"), Value: &name, ComparisonType: types.StringComparisonTypeExact}
}

// searchRefusals are what a search cannot be asked.
func (c *cast) searchRefusals() []refusal {
	queues := func(k types.QueueSearchCriteria) asked { return c.but("SearchQueues", "SearchCriteria", &k) }
	text := func(condition types.StringCondition) asked {
		return queues(types.QueueSearchCriteria{OrConditions: []types.QueueSearchCriteria{{StringCondition: &condition}}})
	}
	deep := types.QueueSearchCriteria{StringCondition: named("a")}
	for range searchDepthMax {
		deep = types.QueueSearchCriteria{AndConditions: []types.QueueSearchCriteria{deep}}
	}
	wide := types.QueueSearchCriteria{StringCondition: named("a")}
	for range searchConditionsMax {
		wide.OrConditions = append(wide.OrConditions, types.QueueSearchCriteria{StringCondition: named("a")})
	}
	contains := func(v string) types.StringCondition {
		return types.StringCondition{FieldName: new("Name"), Value: &v, ComparisonType: types.StringComparisonTypeContains}
	}
	keyless := &types.ControlPlaneTagFilter{OrConditions: [][]types.TagCondition{{{TagValue: new("Blue")}}}}
	return []refusal{
		{invalidR, 400, []string{"AndConditions[0]", "10 levels"}, queues(deep), ""},
		{invalidR, 400, []string{"500 conditions"}, queues(wide), ""},
		{invalidR, 400, []string{"OrConditions[0]", "no condition"}, queues(types.QueueSearchCriteria{
			OrConditions: []types.QueueSearchCriteria{{}}}), ""},
		{invalidP, 400, []string{"OrConditions[0].StringCondition.FieldName", "name, description, resourceID", "size"},
			text(types.StringCondition{FieldName: new("size"), Value: new("9"),
				ComparisonType: types.StringComparisonTypeExact}), ""},
		{invalidP, 400, []string{"FieldName"}, text(types.StringCondition{Value: new("9"),
			ComparisonType: types.StringComparisonTypeExact}), ""},
		{invalidP, 400, []string{"Value"}, text(types.StringCondition{FieldName: new("name"),
			ComparisonType: types.StringComparisonTypeExact}), ""},
		{invalidP, 400, []string{"ComparisonType", "STARTS_WITH"}, text(types.StringCondition{FieldName: new("name"),
			Value: new("a")}), ""},
		{invalidP, 400, []string{"1 characters", "2 to 25"}, text(contains("a")), ""},
		{invalidP, 400, []string{"26 characters", "2 to 25"}, text(contains(strings.Repeat("a", 26))), ""},
		{invalidP, 400, []string{"TagFilter", "TagKey"}, c.but("SearchQueues", "SearchFilter",
			&types.QueueSearchFilter{TagFilter: keyless}), ""},
		{invalidP, 400, []string{"associatedQueueIds"}, c.but("SearchRoutingProfiles", "SearchCriteria",
			&types.RoutingProfileSearchCriteria{StringCondition: &types.StringCondition{FieldName: new("timezone"),
				Value: new("x"), ComparisonType: types.StringComparisonTypeExact}}), ""},
		{invalidR, 400, []string{"AndConditions[0]"}, c.but("SearchRoutingProfiles", "SearchCriteria",
			&types.RoutingProfileSearchCriteria{AndConditions: []types.RoutingProfileSearchCriteria{{}}}), ""},
	}
}
