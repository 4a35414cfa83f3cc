package storm

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// A stage is the contact centre in which a storm takes place.
type stage struct {
	instance, arn, flow, queue, hours string
	statuses                          map[string]string // ids by name
	users                             []*user
}

// The statuses that every instance has.
const (
	available = "Available"
	offline   = "Offline"
)

// autoEvery is of how many users one has his contacts accepted for him.
const autoEvery = 4

// attribute returns the attribute and the value at a place of skills.
func attribute(place int) (name, value string) {
	list := [...][2]string{{"Language", "English"}, {"Language", "French"}, {"Language", "German"},
		{"Technology", "DynamoDB"}, {"Technology", "EC2"}, {"Technology", "Kinesis"}}
	return list[place][0], list[place][1]
}

// placeOf returns where an attribute and a value stand in skills, -1 where nowhere.
func placeOf(name, value string) int {
	for place := range len(skills{}) {
		if n, v := attribute(place); n == name && v == value {
			return place
		}
	}
	return -1
}

// got returns what was answered; a refusal ends the test.
func got[T any](answer T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatalf("set the stage: %v", err)
		}
		return answer
	}
}

// setStage makes an instance with one queue, a flow into it, and users who take tasks and chats from it. All of them
// are in the status Offline.
func setStage(t *testing.T, w *wire, users int) *stage {
	t.Helper()
	ctx := t.Context()
	s := &stage{statuses: map[string]string{}}
	made := got(w.CreateInstance(ctx, &sdk.CreateInstanceInput{
		IdentityManagementType: types.DirectoryTypeConnectManaged, InstanceAlias: aws.String("storm"),
		InboundCallsEnabled: aws.Bool(true), OutboundCallsEnabled: aws.Bool(false),
	}))(t)
	s.instance, s.arn = *made.Id, *made.Arn
	list := got(w.ListAgentStatuses(ctx, &sdk.ListAgentStatusesInput{
		InstanceId: &s.instance}))(t)
	for _, status := range list.AgentStatusSummaryList {
		s.statuses[*status.Name] = *status.Id
	}
	for _, name := range []string{"Language", "Technology"} {
		var values []string
		for place := range len(skills{}) {
			if n, v := attribute(place); n == name {
				values = append(values, v)
			}
		}
		got(w.CreatePredefinedAttribute(ctx, &sdk.CreatePredefinedAttributeInput{
			InstanceId: &s.instance, Name: &name, Values: &types.PredefinedAttributeValuesMemberStringList{Value: values}}))(t)
	}
	s.hours = *got(w.ListHoursOfOperations(ctx, &sdk.ListHoursOfOperationsInput{
		InstanceId: &s.instance}))(t).HoursOfOperationSummaryList[0].Id
	s.queue = *got(w.CreateQueue(ctx, &sdk.CreateQueueInput{
		InstanceId: &s.instance, Name: aws.String("the queue"), HoursOfOperationId: &s.hours}))(t).QueueId
	s.flow = *got(w.CreateContactFlow(ctx, &sdk.CreateContactFlowInput{
		InstanceId: &s.instance, Name: aws.String("to the queue"), Type: types.ContactFlowTypeContactFlow,
		Content: aws.String(flowInto(s.queue))}))(t).ContactFlowId
	s.hire(t, w, users)
	return s
}

// flowInto is a flow that puts contacts into a queue.
func flowInto(queue string) string {
	return strings.ReplaceAll(`{"Version":"2019-10-30","StartAction":"a","Actions":[
{"Identifier":"a","Type":"UpdateContactTargetQueue","Parameters":{"QueueId":"QUEUE"},
 "Transitions":{"NextAction":"b","Errors":[{"NextAction":"c","ErrorType":"NoMatchingError"}]}},
{"Identifier":"b","Type":"TransferContactToQueue","Parameters":{},"Transitions":{"NextAction":"c",
 "Errors":[{"NextAction":"c","ErrorType":"QueueAtCapacity"},{"NextAction":"c","ErrorType":"NoMatchingError"}]}},
{"Identifier":"c","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}]}`, "QUEUE", queue)
}

// hire makes users, every fourth of whom has his contacts accepted for him and works after them for a second only.
func (s *stage) hire(t *testing.T, w *wire, users int) {
	t.Helper()
	ctx := t.Context()
	profile := &sdk.CreateRoutingProfileInput{InstanceId: &s.instance, Name: aws.String("all"),
		Description: aws.String("tasks and chats"), DefaultOutboundQueueId: &s.queue}
	for channel, most := range map[types.Channel]int32{types.ChannelTask: 3, types.ChannelChat: 1} {
		profile.MediaConcurrencies = append(profile.MediaConcurrencies, types.MediaConcurrency{Channel: channel,
			Concurrency: &most, CrossChannelBehavior: &types.CrossChannelBehavior{
				BehaviorType: types.BehaviorTypeRouteAnyChannel}})
		profile.QueueConfigs = append(profile.QueueConfigs, types.RoutingProfileQueueConfig{
			QueueReference: &types.RoutingProfileQueueReference{QueueId: &s.queue, Channel: channel},
			Priority:       aws.Int32(1), Delay: aws.Int32(0)})
	}
	profileID := got(w.CreateRoutingProfile(ctx, profile))(t).RoutingProfileId
	security := got(w.ListSecurityProfiles(ctx, &sdk.ListSecurityProfilesInput{
		InstanceId: &s.instance}))(t).SecurityProfileSummaryList[0].Id
	for n := range users {
		auto := n%autoEvery == 0
		in := &sdk.CreateUserInput{InstanceId: &s.instance, Username: aws.String(fmt.Sprintf("user-%02d", n)),
			Password: aws.String("Passw0rd!"), RoutingProfileId: profileID, SecurityProfileIds: []string{*security},
			IdentityInfo: &types.UserIdentityInfo{FirstName: aws.String("Ana"), LastName: aws.String("Storm")}}
		if auto {
			in.AutoAcceptConfigs = []types.AutoAcceptConfig{{Channel: types.ChannelTask, AutoAccept: true}}
			in.AfterContactWorkConfigs = []types.AfterContactWorkConfigPerChannel{{Channel: types.ChannelTask,
				AfterContactWorkConfig: &types.AfterContactWorkConfig{AfterContactWorkTimeLimit: 1}}}
		}
		out := got(w.CreateUser(ctx, in))(t)
		u := newUser(*out.UserId, *out.UserArn, auto)
		u.status.known = s.statuses[offline]
		got(w.PutUserStatus(ctx, s.putStatus(u, u.status.known)))(t)
		s.users = append(s.users, u)
	}
}

func (s *stage) putStatus(u *user, status string) *sdk.PutUserStatusInput {
	return &sdk.PutUserStatusInput{InstanceId: &s.instance, UserId: &u.id, AgentStatusId: &status}
}

// data shows users, all of the queue or one.
func (s *stage) data(ctx context.Context, w *wire, only *user) (map[string]*userSight, error) {
	in := &sdk.GetCurrentUserDataInput{InstanceId: &s.instance, Filters: &types.UserDataFilters{Queues: []string{s.queue}}}
	if only != nil {
		in.Filters = &types.UserDataFilters{Agents: []string{only.id}}
	}
	found := map[string]*userSight{}
	for pages := sdk.NewGetCurrentUserDataPaginator(w, in); pages.HasMorePages(); {
		out, err := pages.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		for _, d := range out.UserDataList {
			found[*d.User.Id] = seeUser(d, s.statuses)
		}
	}
	return found, nil
}

// describe shows a contact.
func (s *stage) describe(ctx context.Context, w *wire, contact string) (*sight, error) {
	out, err := w.DescribeContact(ctx, &sdk.DescribeContactInput{InstanceId: &s.instance, ContactId: &contact})
	if err != nil {
		return nil, err
	}
	return see(out.Contact), nil
}

// skillsOf shows the levels of a user.
func (s *stage) skillsOf(ctx context.Context, w *wire, u *user) (levels skills, err error) {
	in := &sdk.ListUserProficienciesInput{InstanceId: &s.instance, UserId: &u.id}
	for pages := sdk.NewListUserProficienciesPaginator(w, in); pages.HasMorePages(); {
		out, err := pages.NextPage(ctx)
		if err != nil {
			return levels, err
		}
		for _, p := range out.UserProficiencyList {
			place := placeOf(*p.AttributeName, *p.AttributeValue)
			if place < 0 {
				return levels, fmt.Errorf("user %s has %s:%s, which nobody gave him", u.id, *p.AttributeName, *p.AttributeValue)
			}
			levels[place] = int(*p.Level)
		}
	}
	return levels, nil
}

// queues shows the names of the standard queues that the clients have made.
func (s *stage) queues(ctx context.Context, w *wire) (map[string]bool, error) {
	names := map[string]bool{}
	in := &sdk.ListQueuesInput{InstanceId: &s.instance, QueueTypes: []types.QueueType{types.QueueTypeStandard}}
	for pages := sdk.NewListQueuesPaginator(w, in); pages.HasMorePages(); {
		out, err := pages.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		for _, q := range out.QueueSummaryList {
			if strings.HasPrefix(*q.Name, queuePrefix) {
				names[*q.Name] = true
			}
		}
	}
	return names, nil
}

// queuePrefix begins the names of the queues that the clients of a storm make.
const queuePrefix = "storm "

// tagOf shows the tag that the client of a user has put on him.
func (s *stage) tagOf(ctx context.Context, w *wire, u *user) (string, error) {
	out, err := w.ListTagsForResource(ctx, &sdk.ListTagsForResourceInput{ResourceArn: &u.arn})
	if err != nil {
		return "", err
	}
	return out.Tags[tagKey], nil
}

// tagKey is the key of that tag.
const tagKey = "storm"
