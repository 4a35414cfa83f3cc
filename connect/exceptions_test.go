package connect

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// A refusal is a request that an operation refuses with one of its declared exceptions.
type refusal struct {
	exception string // without the word Exception, as in the table of operations
	status    int
	words     []string
	asked     asked
	as        string // the key that asks; empty: an admin's
}

// cast is what refusals are about: things that are there and right.
type cast struct {
	*stage
	right                      map[string]asked
	queue, profile, user, flow string
	draft, waiting, ended      string
	old                        string // ended more than three hours ago
	connected                  string
}

func newCast(t *testing.T) *cast {
	c := &cast{stage: newStage(t, acd.Quotas{}), right: map[string]asked{}}
	for _, a := range c.rightInputs() {
		c.right[a.operation] = a
	}
	c.queue = c.stage.queue()
	c.profile = c.stage.profile(c.queue)
	c.user, c.flow = c.stage.user(c.profile), c.flowInto(c.queue)
	c.draft = *got(c.client.CreateContactFlow(c.ctx, &sdk.CreateContactFlowInput{
		InstanceId: &c.instance, Name: new("Draft"), Type: types.ContactFlowTypeContactFlow, Content: new("not yet"),
		Status: types.ContactFlowStatusSaved,
	})).ContactFlowId
	c.old = c.task(c.flow)
	got(c.client.StopContact(c.ctx, &sdk.StopContactInput{InstanceId: &c.instance, ContactId: &c.old}))
	c.turn(3*60*60 + 1)
	c.ended = c.task(c.flow)
	got(c.client.StopContact(c.ctx, &sdk.StopContactInput{InstanceId: &c.instance, ContactId: &c.ended}))
	c.put(c.user, types.AgentStatusTypeRoutable)
	c.connected = c.task(c.flow)
	c.stage.agent(acd.AcceptContact{UserID: acd.UserID(c.user), ContactID: acd.ContactID(c.connected)})
	c.waiting = c.task(c.flow)
	c.proficient()
	return c
}

// proficient gives the user a proficiency.
func (c *cast) proficient() {
	got(c.client.CreatePredefinedAttribute(c.ctx, &sdk.CreatePredefinedAttributeInput{
		InstanceId: &c.instance, Name: new("Skill"),
		Values: &types.PredefinedAttributeValuesMemberStringList{Value: []string{"High", "Low"}},
	}))
	got(c.client.AssociateUserProficiencies(c.ctx, &sdk.AssociateUserProficienciesInput{
		InstanceId: &c.instance, UserId: &c.user, UserProficiencies: c.skill("High", 3),
	}))
}

func (c *cast) skill(v string, level float32) []types.UserProficiency {
	return []types.UserProficiency{{AttributeName: new("Skill"), AttributeValue: &v, Level: &level}}
}

// but returns the right input of an operation with members set to something else.
func (c *cast) but(operation string, members ...any) asked {
	a, ok := c.right[operation]
	if !ok {
		c.Fatalf("%s has no right input", operation)
	}
	for i := 0; i < len(members); i += 2 {
		a = a.with(members[i].(string), members[i+1])
	}
	return a
}

const (
	invalidP, invalidR = "InvalidParameter", "InvalidRequest"
	notFound, twice    = "ResourceNotFound", "DuplicateResource"
)

// settingsRefusals are about what an instance is set up with.
func (c *cast) settingsRefusals() []refusal {
	stranger := new(testUserID)
	tags := map[string]string{"aws:mine": "no"}
	pair := func(priority int32) []types.RoutingProfileQueueConfig {
		return []types.RoutingProfileQueueConfig{{Priority: &priority, Delay: new(int32(0)),
			QueueReference: &types.RoutingProfileQueueReference{QueueId: &c.queue, Channel: types.ChannelTask}}}
	}
	voice := []types.MediaConcurrency{{Channel: types.ChannelVoice, Concurrency: new(int32(2))}}
	return []refusal{
		{invalidR, 400, []string{"front-desk", "alias"}, c.but("CreateInstance", "InstanceAlias", new("Front-Desk")), ""},
		{invalidR, 400, []string{"InstanceAlias"}, c.but("CreateInstance", "InstanceAlias", (*string)(nil)), ""},
		{invalidR, 400, []string{"DirectoryId"}, c.but("CreateInstance", "DirectoryId", new("d-0123456789")), ""},
		{invalidR, 400, []string{"DirectoryId"},
			c.but("CreateInstance", "IdentityManagementType", types.DirectoryTypeExistingDirectory), ""},
		{twice, 409, []string{"BasicQueue"}, c.but("CreateQueue", "Name", new("BasicQueue")), ""},
		{invalidP, 400, []string{"Tags", "aws:mine"}, c.but("CreateQueue", "Tags", tags), ""},
		{notFound, 404, []string{"quick connect"}, c.but("CreateQueue", "QuickConnectIds", []string{"qc"}), ""},
		{twice, 409, []string{"Basic Routing Profile"},
			c.but("CreateRoutingProfile", "Name", new("Basic Routing Profile")), ""},
		{invalidP, 400, []string{"VOICE", "exactly 1"}, c.but("CreateRoutingProfile", "MediaConcurrencies", voice), ""},
		{notFound, 404, []string{testUserID}, c.but("CreateRoutingProfile", "DefaultOutboundQueueId", stranger), ""},
		{invalidP, 400, []string{"twice"}, c.but("AssociateRoutingProfileQueues", "RoutingProfileId", &c.profile,
			"QueueConfigs", pair(1)), ""},
		{invalidP, 400, []string{"Priority", "99"}, c.but("AssociateRoutingProfileQueues", "QueueConfigs", pair(100)), ""},
		{invalidR, 400, []string{"QueueConfigs"}, c.but("AssociateRoutingProfileQueues", "QueueConfigs",
			[]types.RoutingProfileQueueConfig(nil)), ""},
		{twice, 409, []string{"Admin"}, c.but("CreateSecurityProfile", "SecurityProfileName", new("Admin")), ""},
		{invalidP, 400, []string{"SecurityProfileName"},
			c.but("CreateSecurityProfile", "SecurityProfileName", new("a/b")), ""},
	}
}

// userRefusals are about users, their proficiencies and their status.
func (c *cast) userRefusals() []refusal {
	taken := strings.ToUpper(*got(c.client.DescribeUser(c.ctx, &sdk.DescribeUserInput{
		InstanceId: &c.instance, UserId: &c.user})).User.Username)
	half := c.skill("Low", 2.5)
	none := []types.UserProficiencyDisassociate{{AttributeName: new("Skill"), AttributeValue: new("Low")}}
	list := &types.PredefinedAttributeValuesMemberStringList{Value: []string{"a", "a"}}
	forUser := func(operation, member string, v any) asked { return c.but(operation, "UserId", &c.user, member, v) }
	return []refusal{
		{invalidR, 400, []string{"Password"}, c.but("CreateUser", "Password", (*string)(nil)), ""},
		{invalidP, 400, []string{"Username"}, c.but("CreateUser", "Username", new("a b")), ""},
		{twice, 409, []string{"USER"}, c.but("CreateUser", "Username", &taken), ""},
		{notFound, 404, []string{"nobody"}, c.but("CreateUser", "Username", new("x"), "SecurityProfileIds",
			[]string{"nobody"}), ""},
		{invalidR, 400, []string{"AutoAccept"}, c.but("CreateUser", "Username", new("x"),
			"PhoneConfig", &types.UserPhoneConfig{AutoAccept: true, PhoneType: types.PhoneTypeSoftPhone},
			"AutoAcceptConfigs", []types.AutoAcceptConfig{{Channel: types.ChannelChat}}), ""},
		{invalidP, 400, []string{"Level is 2.5"}, forUser("AssociateUserProficiencies", "UserProficiencies", half), ""},
		{invalidR, 400, []string{"already"}, forUser("AssociateUserProficiencies", "UserProficiencies",
			c.skill("High", 2)), ""},
		{invalidP, 400, []string{"Level is 2.5"}, forUser("UpdateUserProficiencies", "UserProficiencies", half), ""},
		{invalidR, 400, []string{"associate it first"}, forUser("UpdateUserProficiencies", "UserProficiencies",
			c.skill("Low", 2)), ""},
		{invalidR, 400, []string{"associate it first"}, forUser("DisassociateUserProficiencies", "UserProficiencies",
			none), ""},
		{invalidP, 400, []string{"twice"}, c.but("CreatePredefinedAttribute", "Values", list), ""},
		{twice, 409, []string{"SKILL"}, c.but("CreatePredefinedAttribute", "Name", new("SKILL")), ""},
		{invalidR, 400, []string{"connect:Subtype"}, c.but("UpdatePredefinedAttribute", "Name", new(subtypeAttribute)), ""},
		{invalidP, 400, []string{"twice"}, c.but("UpdatePredefinedAttribute", "Name", new("Skill"), "Values", list), ""},
		{invalidR, 400, []string{"connect:Subtype"}, c.but("DeletePredefinedAttribute", "Name", new(subtypeAttribute)), ""},
		{"ResourceInUse", 409, []string{"Skill"}, c.but("DeletePredefinedAttribute", "Name", new("Skill")), ""},
		{notFound, 404, []string{"Gone"}, c.but("DescribePredefinedAttribute", "Name", new("Gone")), ""},
		{invalidR, 400, []string{"exactly one"}, c.but("GetCurrentUserData", "Filters", &types.UserDataFilters{}), ""},
		{invalidR, 400, []string{"exactly one"}, c.but("GetCurrentUserData", "Filters", &types.UserDataFilters{
			Agents: []string{c.user}, Queues: []string{c.queue}}), ""},
		{notFound, 404, []string{"nobody"}, c.but("GetCurrentUserData", "Filters", &types.UserDataFilters{
			Agents: []string{"nobody"}}), ""},
		{notFound, 404, []string{"hierarchy"}, c.but("GetCurrentUserData", "Filters", &types.UserDataFilters{
			UserHierarchyGroups: []string{"g"}}), ""},
		{"AccessDenied", 403, []string{"read-only"}, c.but("PutUserStatus"), "AKIDREADER"},
		{"AccessDenied", 403, []string{"read-only"}, c.but("DismissUserContact"), "AKIDREADER"},
		{invalidR, 400, []string{"CONNECTED"}, c.but("DismissUserContact", "UserId", &c.user, "ContactId",
			&c.connected), ""},
	}
}

// contactRefusals are about flows, contacts and tags.
func (c *cast) contactRefusals() []refusal {
	contact := func(id string) *string { return new(c.arn(acd.KindContact, id)) }
	task := func(members ...any) asked { return c.but("StartTaskContact", members...) }
	chat := func(members ...any) asked { return c.but("StartChatContact", members...) }
	dance := new(`{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"Dance"}]}`)
	creator := func(by *string) map[string]types.SegmentAttributeValue {
		return map[string]types.SegmentAttributeValue{acd.CreatedByAttribute: {ValueString: by}}
	}
	expiry := map[string]types.SegmentAttributeValue{expiryAttribute: {ValueInteger: new(int32(9))}}
	return []refusal{
		{"InvalidContactFlow", 400, nil, c.but("CreateContactFlow", "Content", dance), ""},
		{twice, 409, []string{"Draft"}, c.but("CreateContactFlow", "Name", new("Draft")), ""},
		{invalidP, 400, []string{"Content", "256001", "256000"}, c.but("CreateContactFlow", "Content",
			new(strings.Repeat("x", 256_001))), ""},
		{"ContactFlowNotPublished", 404, []string{c.draft, "$SAVED"}, c.but("DescribeContactFlow", "ContactFlowId",
			&c.draft), ""},
		{notFound, 404, []string{"version", "7"}, c.but("DescribeContactFlow", "ContactFlowId", new(c.flow+":7")), ""},
		{invalidR, 400, []string{"0 of", "exactly one"}, task("ContactFlowId", (*string)(nil)), ""},
		{invalidR, 400, []string{"2 of", "exactly one"}, task("QuickConnectId", new("qc")), ""},
		{invalidR, 400, []string{"Attachments"}, task("Attachments", []types.TaskAttachment{
			{FileName: new("a.txt"), S3Url: new("https://a")}}), ""},
		{invalidR, 400, []string{"PreviousContactId", "RelatedContactId"}, task("PreviousContactId", &c.ended,
			"RelatedContactId", &c.ended), ""},
		{invalidR, 400, []string{c.draft, "published"}, task("ContactFlowId", &c.draft), ""},
		{notFound, 404, []string{"quick connect"}, task("ContactFlowId", (*string)(nil), "QuickConnectId", new("qc")), ""},
		{notFound, 404, []string{"task template"}, task("ContactFlowId", (*string)(nil), "TaskTemplateId", new("tt")), ""},
		{notFound, 404, []string{contactID}, task("PreviousContactId", new(contactID)), ""},
		{invalidP, 400, []string{"order no"}, task("Attributes", map[string]string{"order no": "1"}), ""},
		{invalidP, 400, []string{"ATTACHMENT"}, task("References", map[string]types.Reference{
			"a": {Type: types.ReferenceTypeAttachment}}), ""},
		{invalidP, 400, []string{"ExpiryDuration"}, task("SegmentAttributes", expiry), ""},
		{invalidP, 400, []string{"CreatedByUser", "ValueString"}, task("SegmentAttributes", creator(nil)), ""},
		{notFound, 404, []string{"CreatedByUser", "nobody"}, task("SegmentAttributes",
			creator(new(c.arn(acd.KindUser, "nobody")))), ""},
		{invalidR, 400, []string{"RehydrationType"}, chat("PersistentChat", &types.PersistentChat{}), ""},
		{invalidR, 400, []string{"CHAT"}, chat("PersistentChat", &types.PersistentChat{SourceContactId: &c.ended,
			RehydrationType: types.RehydrationTypeFromSegment}), ""},
		{invalidR, 400, []string{"PersistentChat", "RelatedContactId"}, chat("PersistentChat", &types.PersistentChat{},
			"RelatedContactId", &c.ended), ""},
		{invalidP, 400, []string{"text/plain"}, chat("SupportedMessagingContentTypes", []string{"text/markdown"}), ""},
		{invalidP, 400, []string{"ChatDurationInMinutes", "60"}, chat("ChatDurationInMinutes", new(int32(59))), ""},
		{"ContactNotFound", 410, []string{"ended"}, c.but("StopContact", "ContactId", &c.ended), ""},
		{invalidR, 400, []string{"DisconnectReason"}, c.but("StopContact", "ContactId", &c.waiting, "DisconnectReason",
			&types.DisconnectReason{Code: new("EXPIRED")}), ""},
		{invalidR, 400, []string{"AdditionalTimeRange.Criteria[0]", "TimestampCondition"}, c.but("SearchContacts",
			"SearchCriteria", &types.SearchCriteria{AdditionalTimeRange: &types.SearchContactsAdditionalTimeRange{
				MatchType: types.SearchContactsMatchTypeMatchAll,
				Criteria:  []types.SearchContactsAdditionalTimeRangeCriteria{{}}}}), ""},
		{"ResourceConflict", 409, []string{"agent"}, c.but("UpdateContactRoutingData", "ContactId", &c.connected), ""},
		{"AccessDenied", 403, []string{"read-only"}, c.but("UpdateContactRoutingData"), "AKIDREADER"},
		{notFound, 404, []string{"arn:aws:s3"}, c.but("TagResource", "ResourceArn", new("arn:aws:s3:::bucket")), ""},
		{notFound, 404, nil, c.but("UntagResource", "ResourceArn", new(c.arn(acd.KindQueue, "nobody"))), ""},
		{notFound, 404, []string{"nobody"}, c.but("ListTagsForResource", "ResourceArn",
			new(c.arn(acd.KindQueue, "nobody"))), ""},
		{invalidR, 400, []string{"contact"}, c.but("TagResource", "ResourceArn", contact(c.waiting)), ""},
		{invalidP, 400, []string{"aws:mine"}, c.but("TagResource", "Tags", map[string]string{"aws:mine": "no"}), ""},
		{invalidR, 400, []string{"contact"}, c.but("UntagResource", "ResourceArn", contact(c.waiting)), ""},
		{invalidP, 400, []string{"tagKeys[0]", "aws:"}, c.but("UntagResource", "TagKeys", []string{"aws:mine"}), ""},
	}
}

// TestRefusals asks for what each operation must refuse.
func TestRefusals(t *testing.T) {
	c := newCast(t)
	all := slices.Concat(c.monitorRefusals(),
		c.flowRefusals(), c.flowModuleRefusals(), c.associationRefusals(), c.templateRefusals(),
		c.numberRefusals(), c.instanceSettingRefusals(), c.repeatedRefusals(),
		c.settingsRefusals(), c.userRefusals(), c.startRefusals(), c.unledRefusals(), c.joiningRefusals(),
		c.hierarchyRefusals(), c.userChangeRefusals(), c.securityProfileRefusals(), c.userSearchRefusals(),
		c.contactRefusals(), c.moveRefusals(), c.taskRefusals(), c.dataRefusals(), c.metricRefusals(),
		c.reportRefusals(), c.searchRefusals(), c.hoursRefusals(), c.queueRefusals(),
		c.statusRefusals(), c.settingSearchRefusals(), c.readBackRefusals(), c.changeRefusals(), c.flowAssociationRefusals())
	seen := map[string]bool{}
	_, before := c.engine.Hash()
	for _, r := range all {
		t.Run(r.asked.operation+" "+strings.Join(r.words, " "), func(t *testing.T) {
			client := c.client
			if r.as != "" {
				client = c.as(r.as)
			}
			asking := stage{client: client}
			refused(t, asking.call(r.asked), r.exception+"Exception", r.status, r.words...)
			if _, after := c.engine.Hash(); after != before {
				t.Error("something has changed")
				before = after
			}
		})
		seen[r.asked.operation+" "+r.exception] = true
	}
	c.checkCoverage(t, seen)
}

// quotaRefusals are the exceptions that tell of a quota, by operation.
func quotaRefusals() map[string]string {
	return map[string]string{
		"CreateInstance": "ServiceQuotaExceeded", "CreateHoursOfOperation": "LimitExceeded",
		"CreateQueue": "LimitExceeded", "CreateRoutingProfile": "LimitExceeded", "CreateSecurityProfile": "LimitExceeded",
		"CreateUser": "LimitExceeded", "CreatePredefinedAttribute": "LimitExceeded", "CreateContactFlow": "LimitExceeded",
		"StartTaskContact": "ServiceQuotaExceeded", "StartChatContact": "LimitExceeded",
		"StartEmailContact": "ServiceQuotaExceeded", "StartOutboundVoiceContact": "LimitExceeded",
		"StartOutboundChatContact": "LimitExceeded", "StartWebRTCContact": "LimitExceeded",
		"CreateContact": "ServiceQuotaExceeded", "CreateContactFlowModule": "LimitExceeded",
		"CreateEmailAddress": "ServiceQuotaExceeded",
		"CreatePrompt":       "LimitExceeded", "AssociateLambdaFunction": "ServiceQuotaExceeded",
		"CreateUserHierarchyGroup": "LimitExceeded",
		"CreateTaskTemplate":       "ServiceQuotaExceeded",
	}
}

// TestQuotas fills an instance to its quotas.
func TestQuotas(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	right := s.rightInputs()
	full := newStage(t, acd.Quotas{
		InstancesPerAccount: 1, UsersPerInstance: 1, QueuesPerInstance: 3, RoutingProfilesPerInstance: 2,
		HoursPerInstance: 1, SecurityProfilesPerInstance: 4, FlowsPerInstance: 20, AttributesPerInstance: 1,
		Chats: 1, Tasks: 1, Calls: 1, Emails: 1, QuickConnectsPerInstance: 1,
		FlowModulesPerInstance: acd.None, PromptsPerInstance: acd.None, EmailAddressesPerInstance: acd.None,

		HierarchyGroupsPerInstance: 1,
		LambdaFunctionsPerInstance: acd.None, TaskTemplatesPerInstance: acd.None,
	})
	full.client = sdk.New(full.client.Options(), func(o *sdk.Options) {
		o.Retryer = aws.NopRetryer{} // the client would ask again, as if it had been throttled
	})
	queue := full.queue()
	full.queue()
	full.user(full.profile(queue))
	full.groups("Country")
	flow := full.flowInto(queue)
	full.task(flow)
	full.chat(flow)
	got(full.client.StartEmailContact(full.ctx, full.rightEmail(flow)))
	got(full.client.StartWebRTCContact(full.ctx, &sdk.StartWebRTCContactInput{InstanceId: &full.instance,
		ContactFlowId: &flow, ParticipantDetails: &types.ParticipantDetails{DisplayName: new("Pat")}}))
	got(full.client.CreatePredefinedAttribute(full.ctx, &sdk.CreatePredefinedAttributeInput{
		InstanceId: &full.instance, Name: new("Skill")}))
	for operation, name := range quotaRefusals() { // order does not show: nothing changes
		a := right[slices.IndexFunc(right, func(a asked) bool { return a.operation == operation })]
		a = full.inThis(a, queue, flow)
		status := map[string]int{"ServiceQuotaExceeded": 402, "LimitExceeded": 429}[name]
		refused(t, full.call(a), name+"Exception", status)
	}
	if err := full.call(full.inThis(asked{"ListQueues", &sdk.ListQueuesInput{}}, queue, flow)); err != nil {
		t.Error(err)
	}
}

// inThis points an input of another stage to this one.
func (s *stage) inThis(a asked, queue, flow string) asked {
	if a.has("ParentGroupId") {
		a = a.with("ParentGroupId", (*string)(nil))
	}
	for member, id := range map[string]string{ // order does not show: each stands alone
		"InstanceId": s.instance, "HoursOfOperationId": s.hours(), "DefaultOutboundQueueId": queue, "ContactFlowId": flow,
		"QueueId": queue,
	} {
		if a.has(member) {
			a = a.with(member, &id)
		}
	}
	if in, ok := a.in.(*sdk.CreateUserInput); ok {
		list := got(s.client.ListRoutingProfiles(s.ctx, &sdk.ListRoutingProfilesInput{InstanceId: &s.instance}))
		a = a.with("RoutingProfileId", list.RoutingProfileSummaryList[0].Id)
		in.SecurityProfileIds[0] = s.securityProfile()
	}
	return a
}

// TestProblemsOfFlows looks at what the client is told of a flow that cannot run.
func TestProblemsOfFlows(t *testing.T) {
	c := newCast(t)
	var bad *types.InvalidContactFlowException
	dance := new(`{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"Dance",` +
		`"Parameters":{},"Transitions":{}}]}`)
	if err := c.call(c.but("CreateContactFlow", "Content", dance)); !errors.As(err, &bad) || len(bad.Problems) != 1 ||
		!strings.Contains(value(bad.Problems[0].Message), "Dance") {
		t.Errorf("the flow is met with %v", err)
	}
	var inUse *types.ResourceInUseException
	err := c.call(c.but("DeletePredefinedAttribute", "Name", new("Skill")))
	if !errors.As(err, &inUse) || inUse.ResourceType != "USER" || value(inUse.ResourceId) != c.user {
		t.Errorf("the attribute is met with %v", err)
	}
}
