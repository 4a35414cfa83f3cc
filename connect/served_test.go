package connect

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// asked is an operation with an input that is right.
type asked struct {
	operation string
	in        any
}

// rightInputs returns a right input for every operation that is served, in an order in which all of them go through.
func (s *stage) rightInputs() []asked {
	s.Helper()
	queue := s.queue()
	profile := s.profile(queue)
	ana, bob := s.user(profile), s.user(profile)
	flow := s.flowInto(queue)
	missed := s.missed(flow, ana)
	waiting := s.task(flow)
	return slices.Concat(s.rightInstances(), s.rightQueues(queue), s.rightQueueSettings(queue), s.rightProfiles(profile),
		s.rightProfileSettings(queue), s.rightHours(),
		s.rightMoves(flow, queue, ana),
		s.rightHierarchy(bob), s.rightUserChanges(profile, bob), s.rightSecurityProfiles(), s.rightUsers(profile, bob),
		s.rightProficiencies(ana), s.rightStatuses(ana, missed), s.rightStatusSettings(), s.rightSettingSearches(),
		s.rightFlows(flow), s.rightStarts(flow, queue),
		s.rightMonitors(), s.rightPhoneNumbers(flow), s.rightEmailAddresses(), s.rightInstanceSettings(),
		s.rightMetrics(queue, waiting), s.rightReports(profile), s.rightContacts(flow, waiting), s.rightTasks(flow),
		s.rightTags(queue), s.rightFlowChanges(), s.rightFlowModules(), s.rightPrompts(), s.rightAssociations(),
		s.rightTaskTemplates(flow), s.rightReadBacks(), s.rightChanges(), s.rightFlowAssociations())
}

// missed lets a user miss a chat.
func (s *stage) missed(flow, user string) string {
	s.Helper()
	s.put(user, types.AgentStatusTypeRoutable)
	chat := *s.chat(flow).ContactId
	s.turn(20)
	return chat
}

func (s *stage) rightInstances() []asked {
	return []asked{
		{"CreateInstance", &sdk.CreateInstanceInput{
			IdentityManagementType: types.DirectoryTypeSaml, InstanceAlias: s.name("alias"),
			InboundCallsEnabled: new(true), OutboundCallsEnabled: new(true),
		}},
		{"DescribeInstance", &sdk.DescribeInstanceInput{InstanceId: &s.instance}},
		{"ListInstances", &sdk.ListInstancesInput{}},
		{"DeleteInstance", &sdk.DeleteInstanceInput{InstanceId: new(s.newInstance("soon-gone"))}},
	}
}

func (s *stage) rightQueues(queue string) []asked {
	return []asked{
		{"CreateQueue", &sdk.CreateQueueInput{
			InstanceId: &s.instance, Name: s.name("queue"), HoursOfOperationId: new(s.hours())}},
		{"DescribeQueue", &sdk.DescribeQueueInput{InstanceId: &s.instance, QueueId: &queue}},
		{"ListQueues", &sdk.ListQueuesInput{InstanceId: &s.instance}},
	}
}

func (s *stage) rightProfiles(profile string) []asked {
	other := s.queue()
	return []asked{
		{"CreateRoutingProfile", &sdk.CreateRoutingProfileInput{
			InstanceId: &s.instance, Name: s.name("profile"), Description: new("of a test"), DefaultOutboundQueueId: &other,
			MediaConcurrencies: []types.MediaConcurrency{{Channel: types.ChannelVoice, Concurrency: new(int32(1))}},
		}},
		{"DescribeRoutingProfile", &sdk.DescribeRoutingProfileInput{InstanceId: &s.instance, RoutingProfileId: &profile}},
		{"ListRoutingProfiles", &sdk.ListRoutingProfilesInput{InstanceId: &s.instance}},
		{"AssociateRoutingProfileQueues", &sdk.AssociateRoutingProfileQueuesInput{
			InstanceId: &s.instance, RoutingProfileId: &profile,
			QueueConfigs: []types.RoutingProfileQueueConfig{{
				QueueReference: &types.RoutingProfileQueueReference{QueueId: &other, Channel: types.ChannelTask},
				Priority:       new(int32(1)), Delay: new(int32(0)),
			}},
		}},
		{"ListRoutingProfileQueues", &sdk.ListRoutingProfileQueuesInput{
			InstanceId: &s.instance, RoutingProfileId: &profile}},
		{"CreateSecurityProfile", &sdk.CreateSecurityProfileInput{
			InstanceId: &s.instance, SecurityProfileName: s.name("security")}},
		{"ListSecurityProfiles", &sdk.ListSecurityProfilesInput{InstanceId: &s.instance}},
	}
}

func (s *stage) rightUsers(profile, user string) []asked {
	return []asked{
		{"CreateUser", s.someUser(profile)},
		{"DescribeUser", &sdk.DescribeUserInput{InstanceId: &s.instance, UserId: &user}},
		{"ListUsers", &sdk.ListUsersInput{InstanceId: &s.instance}},
		{"DeleteUser", &sdk.DeleteUserInput{InstanceId: &s.instance, UserId: &user}},
	}
}

func (s *stage) rightProficiencies(user string) []asked {
	list := []types.UserProficiency{{
		AttributeName: new("Color"), AttributeValue: new("Red"), Level: new(float32(2))}}
	values := &types.PredefinedAttributeValuesMemberStringList{Value: []string{"Red"}}
	return []asked{
		{"CreatePredefinedAttribute", &sdk.CreatePredefinedAttributeInput{
			InstanceId: &s.instance, Name: new("Color"), Values: values}},
		{"DescribePredefinedAttribute", &sdk.DescribePredefinedAttributeInput{
			InstanceId: &s.instance, Name: new("Color")}},
		{"ListPredefinedAttributes", &sdk.ListPredefinedAttributesInput{InstanceId: &s.instance}},
		{"UpdatePredefinedAttribute", &sdk.UpdatePredefinedAttributeInput{
			InstanceId: &s.instance, Name: new("Color"), Values: values}},
		{"AssociateUserProficiencies", &sdk.AssociateUserProficienciesInput{
			InstanceId: &s.instance, UserId: &user, UserProficiencies: list}},
		{"UpdateUserProficiencies", &sdk.UpdateUserProficienciesInput{
			InstanceId: &s.instance, UserId: &user, UserProficiencies: list}},
		{"ListUserProficiencies", &sdk.ListUserProficienciesInput{InstanceId: &s.instance, UserId: &user}},
		{"DisassociateUserProficiencies", &sdk.DisassociateUserProficienciesInput{
			InstanceId: &s.instance, UserId: &user,
			UserProficiencies: []types.UserProficiencyDisassociate{{
				AttributeName: new("Color"), AttributeValue: new("Red")}},
		}},
		{"DeletePredefinedAttribute", &sdk.DeletePredefinedAttributeInput{InstanceId: &s.instance, Name: new("Color")}},
	}
}

func (s *stage) rightStatuses(user, missed string) []asked {
	available := s.statusOf(types.AgentStatusTypeRoutable)
	return []asked{
		{"GetCurrentUserData", &sdk.GetCurrentUserDataInput{
			InstanceId: &s.instance, Filters: &types.UserDataFilters{Agents: []string{user}}}},
		{"DismissUserContact", &sdk.DismissUserContactInput{
			InstanceId: &s.instance, UserId: &user, ContactId: &missed}},
		{"PutUserStatus", &sdk.PutUserStatusInput{
			InstanceId: &s.instance, UserId: &user, AgentStatusId: &available}},
	}
}

func (s *stage) rightFlows(flow string) []asked {
	return []asked{
		{"CreateContactFlow", &sdk.CreateContactFlowInput{
			InstanceId: &s.instance, Name: s.name("flow"), Type: types.ContactFlowTypeContactFlow,
			Content: new(flowContent("q")),
		}},
		{"DescribeContactFlow", &sdk.DescribeContactFlowInput{InstanceId: &s.instance, ContactFlowId: &flow}},
		{"ListContactFlows", &sdk.ListContactFlowsInput{InstanceId: &s.instance}},
	}
}

func (s *stage) rightContacts(flow, waiting string) []asked {
	return []asked{
		{"DescribeContact", &sdk.DescribeContactInput{InstanceId: &s.instance, ContactId: &waiting}},
		{"SearchContacts", s.search(nil)},
		{"UpdateContactRoutingData", &sdk.UpdateContactRoutingDataInput{
			InstanceId: &s.instance, ContactId: &waiting, QueuePriority: new(int64(1))}},
		{"UpdateContact", &sdk.UpdateContactInput{InstanceId: &s.instance, ContactId: &waiting, Name: new("Call Pat")}},
		{"UpdateContactAttributes", &sdk.UpdateContactAttributesInput{
			InstanceId: &s.instance, InitialContactId: &waiting, Attributes: map[string]string{"vip": "yes"}}},
		{"GetContactAttributes", &sdk.GetContactAttributesInput{InstanceId: &s.instance, InitialContactId: &waiting}},
		{"TagContact", &sdk.TagContactInput{
			InstanceId: &s.instance, ContactId: &waiting, Tags: map[string]string{"Team": "Blue"}}},
		{"UntagContact", &sdk.UntagContactInput{
			InstanceId: &s.instance, ContactId: &waiting, TagKeys: []string{"Team"}}},
		{"ListContactReferences", &sdk.ListContactReferencesInput{
			InstanceId: &s.instance, ContactId: &waiting, ReferenceTypes: []types.ReferenceType{types.ReferenceTypeUrl}}},
		{"ListAssociatedContacts", &sdk.ListAssociatedContactsInput{InstanceId: &s.instance, ContactId: &waiting}},
		{"StopContact", &sdk.StopContactInput{InstanceId: &s.instance, ContactId: &waiting}},
	}
}

func (s *stage) rightTags(queue string) []asked {
	arn := s.arn(acd.KindQueue, queue)
	return []asked{
		{"TagResource", &sdk.TagResourceInput{ResourceArn: &arn, Tags: map[string]string{"Team": "Blue"}}},
		{"ListTagsForResource", &sdk.ListTagsForResourceInput{ResourceArn: &arn}},
		{"UntagResource", &sdk.UntagResourceInput{ResourceArn: &arn, TagKeys: []string{"Team"}}},
	}
}

// call asks for an operation through the official client.
func (s *stage) call(a asked) error {
	_, err := ask(s.client, a.operation, reflect.ValueOf(a.in))
	return err
}

// with returns what is asked with one member set to something else.
func (a asked) with(member string, v any) asked {
	in := reflect.New(reflect.TypeOf(a.in).Elem())
	in.Elem().Set(reflect.ValueOf(a.in).Elem())
	in.Elem().FieldByName(member).Set(reflect.ValueOf(v))
	return asked{a.operation, in.Interface()}
}

// has says whether the input of what is asked has a member.
func (a asked) has(member string) bool {
	return reflect.ValueOf(a.in).Elem().FieldByName(member).IsValid()
}

// TestEveryOperationIsServed asks for every operation that is served, first as it is right, then with the instance's
// ARN in place of its id.
func TestEveryOperationIsServed(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	played := map[string]bool{}
	for _, a := range s.rightInputs() {
		if err := s.call(a); err != nil {
			t.Errorf("%s is refused: %v", a.operation, err)
		}
		played[a.operation] = true
	}
	for _, o := range s.server.Operations() {
		if o.Served != played[o.Name] {
			t.Errorf("%s is served: %v, and was asked for: %v", o.Name, o.Served, played[o.Name])
		}
	}
	byARN := newStage(t, acd.Quotas{})
	for _, a := range byARN.rightInputs() {
		if a.has("InstanceId") && a.operation != "DeleteInstance" {
			a = a.with("InstanceId", new("arn:aws:connect:"+testRegion+":"+testAccount+":instance/"+byARN.instance))
		}
		if err := byARN.call(a); err != nil {
			t.Errorf("%s with the ARN of the instance is refused: %v", a.operation, err)
		}
	}
}

// TestTiersAreServed demands that every operation is served that Patchcord is for: 192 in three tiers, which the table
// of Amazon's operations names (docs/OPERATIONS.md).
func TestTiersAreServed(t *testing.T) {
	of := map[string]int{}
	for _, o := range New(Options{}).Operations() {
		if of[o.Tier]++; o.Tier != "" && !o.Served {
			t.Errorf("%s of tier %s is not served", o.Name, o.Tier)
		}
	}
	if want := map[string]int{"A": 87, "B": 68, "C": 37, "": 188}; !maps.Equal(of, want) {
		t.Errorf("the tiers have %v operations, want %v", of, want)
	}
}

// takesNarrowIDs says whether an operation takes ids of one form only, that of a UUID, with an instance's ARN before it
// or not.
func (a asked) takesNarrowIDs() bool {
	return a.operation == "GetContactMetrics" || a.operation == "SearchResourceTags"
}

// TestNoSuchInstance asks for every operation in an instance that does not exist, by id and by ARN, and with an id that
// is too long.
func TestNoSuchInstance(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	here := "arn:aws:connect:" + testRegion + ":" + testAccount + ":instance/"
	for _, a := range s.rightInputs() {
		if !a.has("InstanceId") {
			continue
		}
		if a.takesNarrowIDs() {
			refused(t, s.call(a.with("InstanceId", new(instanceID))), "ResourceNotFoundException", 404, instanceID)
			refused(t, s.call(a.with("InstanceId", new("x"))), "InvalidParameterException", 400, "InstanceId")
			continue
		}
		for _, other := range []string{
			instanceID, here + instanceID,
			strings.Replace(here, testRegion, "eu-west-1", 1) + s.instance,
			strings.Replace(here, testAccount, "999999999999", 1) + s.instance,
			here + s.instance + "/queue/q",
		} {
			name, status := "ResourceNotFoundException", 404
			if !s.declares(a.operation, name) {
				name, status = "InvalidParameterException", 400
			}
			refused(t, s.call(a.with("InstanceId", &other)), name, status, strings.TrimPrefix(other, here))
		}
		name := "InvalidParameterException"
		if !s.declares(a.operation, name) {
			name = "InvalidRequestException"
		}
		refused(t, s.call(a.with("InstanceId", new(strings.Repeat("x", 101)))), name, 400, "InstanceId", "1 to 100")
	}
}

// TestForeignIDs gives, in each member that takes an id, the ARN of a thing of another kind, and of one in another
// instance.
func TestForeignIDs(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	other := s.newInstance("elsewhere")
	members := map[string]acd.ResourceKind{
		"HoursOfOperationId": acd.KindHours, "QueueId": acd.KindQueue, "DefaultOutboundQueueId": acd.KindQueue,
		"RoutingProfileId": acd.KindRoutingProfile, "UserId": acd.KindUser, "AgentStatusId": acd.KindAgentStatus,
		"ContactFlowId": acd.KindFlow, "ContactId": acd.KindContact, "QuickConnectId": acd.KindQuickConnect,
		"InitialContactId": acd.KindContact, "ContactFlowModuleId": acd.KindFlowModule, "PromptId": acd.KindPrompt,
		"HierarchyGroupId": acd.KindHierarchyGroup, "ParentGroupId": acd.KindHierarchyGroup,
		"TaskTemplateId":    acd.KindTaskTemplate,
		"SecurityProfileId": acd.KindSecurityProfile, "EmailAddressId": acd.KindEmailAddress,
	}
	tried := map[string]bool{}
	for _, a := range s.rightInputs() {
		for member, kind := range members { // order does not show: each stands alone
			if !a.gives(member) || a.takesNarrowIDs() {
				continue
			}
			tried[member] = true
			id := *reflect.ValueOf(a.in).Elem().FieldByName(member).Interface().(*string)
			elsewhere := strings.Replace(s.arn(kind, id), s.instance, other, 1)
			refused(t, s.call(a.with(member, &elsewhere)), "ResourceNotFoundException", 404, elsewhere, string(kind))
			refused(t, s.call(a.with(member, new(s.arn("vocabulary", id)))), "ResourceNotFoundException", 404)
			refused(t, s.call(a.with(member, new(s.arn(kind, "nobody")))), "ResourceNotFoundException", 404)
		}
	}
	if len(tried) != len(members) {
		t.Errorf("only %v were tried", slices.Sorted(maps.Keys(tried)))
	}
}

// TestARNsForIDs gives ARNs of the right kind wherever an id is taken, and finds the ids in the answers (A0003).
func TestARNsForIDs(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	members := map[string]acd.ResourceKind{
		"HoursOfOperationId": acd.KindHours, "QueueId": acd.KindQueue, "DefaultOutboundQueueId": acd.KindQueue,
		"RoutingProfileId": acd.KindRoutingProfile, "UserId": acd.KindUser, "AgentStatusId": acd.KindAgentStatus,
		"ContactFlowId": acd.KindFlow, "ContactId": acd.KindContact, "QuickConnectId": acd.KindQuickConnect,
		"InitialContactId": acd.KindContact, "ContactFlowModuleId": acd.KindFlowModule, "PromptId": acd.KindPrompt,
		"HierarchyGroupId": acd.KindHierarchyGroup, "ParentGroupId": acd.KindHierarchyGroup,
		"TaskTemplateId":    acd.KindTaskTemplate,
		"SecurityProfileId": acd.KindSecurityProfile, "EmailAddressId": acd.KindEmailAddress,
	}
	for _, a := range s.rightInputs() {
		for member, kind := range members { // order does not show: one member after the other becomes an ARN
			if a.gives(member) && !a.takesNarrowIDs() {
				id := *reflect.ValueOf(a.in).Elem().FieldByName(member).Interface().(*string)
				a = a.with(member, new(s.arn(kind, id)))
			}
		}
		out, err := ask(s.client, a.operation, reflect.ValueOf(a.in))
		if err != nil {
			t.Errorf("%s with ARNs is refused: %v", a.operation, err)
			continue
		}
		for member, kind := range members { // order does not show: each stands alone
			if written := fmt.Sprintf(`"%s":"arn:`, member); strings.Contains(show(out.Interface()), written) {
				t.Errorf("%s answers the %s as an ARN", a.operation, kind)
			}
		}
	}
}
