package connect

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
	"github.com/aws/smithy-go"

	"patchcord/acd"
	"patchcord/engine"
	"patchcord/journal"
	"patchcord/realtime"
)

// A stage is a server with a real engine behind it, whose clock is turned by hand, and the official client in front.
type stage struct {
	*testing.T
	ctx      context.Context
	engine   *engine.Engine
	server   *Server
	client   *sdk.Client // an admin's
	instance string
	names    int
}

// stageStart is when the clocks of all stages begin: 2026-01-01T00:00:00Z.
const stageStart acd.Time = 1_767_225_600_000

// newStage opens a stage with one instance, and with these quotas.
func newStage(t *testing.T, q acd.Quotas) *stage {
	t.Helper()
	s := &stage{T: t, ctx: context.Background()}
	tally := realtime.New()
	e, err := engine.Open(journal.NewMemory(), engine.Options{
		Account: acd.Account{Number: testAccount, Region: testRegion},
		Quotas:  q,
		Manual:  stageStart,
		Stage:   true,
		Seed:    func(nth int) acd.Seed { return acd.Seed(nth + 1) },

		Observers: []func(engine.Sighting){Watch(tally)},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(s.ctx); err != nil {
			t.Error(err)
		}
	})
	o := testOptions(wallClock)
	o.Engine, o.Records, o.Past, o.Tally, o.Clock = e, e, e, tally, e
	s.engine, s.server = e, New(o)
	s.client = s.as("AKIDADMIN")
	s.instance = s.newInstance("front-desk")
	return s
}

// as returns the official client, signing with a key.
func (s *stage) as(keyID string) *sdk.Client {
	s.Helper()
	return clientOf(s.T, s.server, someKeys()[keyID])
}

func (s *stage) newInstance(alias string) string {
	s.Helper()
	return *got(s.client.CreateInstance(s.ctx, &sdk.CreateInstanceInput{
		IdentityManagementType: types.DirectoryTypeConnectManaged, InstanceAlias: &alias,
		InboundCallsEnabled: new(true), OutboundCallsEnabled: new(true),
	})).Id
}

// got returns what was answered; a refusal ends the test.
func got[T any](answer T, err error) T {
	if err != nil {
		panic(fmt.Sprintf("refused: %v", err))
	}
	return answer
}

// turn turns the clock by seconds.
func (s *stage) turn(seconds int) {
	s.Helper()
	if _, err := s.engine.AdvanceClock(s.ctx, acd.Seconds(seconds)); err != nil {
		s.Fatal(err)
	}
}

// at returns the instant so many seconds after the start.
func at(seconds int) acd.Time { return stageStart.Add(acd.Seconds(seconds)) }

// name returns a name that nothing has yet.
func (s *stage) name(kind string) *string {
	s.names++
	return new(fmt.Sprintf("%s-%d", kind, s.names))
}

func (s *stage) hours() string {
	s.Helper()
	list := got(s.client.ListHoursOfOperations(s.ctx, &sdk.ListHoursOfOperationsInput{InstanceId: &s.instance}))
	return *list.HoursOfOperationSummaryList[0].Id
}

func (s *stage) queue() string {
	s.Helper()
	return *got(s.client.CreateQueue(s.ctx, &sdk.CreateQueueInput{
		InstanceId: &s.instance, Name: s.name("queue"), HoursOfOperationId: new(s.hours()),
	})).QueueId
}

// profile makes a routing profile that takes one task and two chats from each queue.
func (s *stage) profile(queues ...string) string {
	s.Helper()
	in := &sdk.CreateRoutingProfileInput{
		InstanceId: &s.instance, Name: s.name("profile"), Description: new("of a test"), DefaultOutboundQueueId: &queues[0],
		MediaConcurrencies: []types.MediaConcurrency{
			{Channel: types.ChannelTask, Concurrency: new(int32(1))},
			{Channel: types.ChannelChat, Concurrency: new(int32(2))},
		},
	}
	for _, q := range queues {
		for _, channel := range []types.Channel{types.ChannelTask, types.ChannelChat} {
			in.QueueConfigs = append(in.QueueConfigs, types.RoutingProfileQueueConfig{
				QueueReference: &types.RoutingProfileQueueReference{QueueId: &q, Channel: channel},
				Priority:       new(int32(1)), Delay: new(int32(0)),
			})
		}
	}
	return *got(s.client.CreateRoutingProfile(s.ctx, in)).RoutingProfileId
}

// securityProfile returns the first that a new instance has.
func (s *stage) securityProfile() string {
	s.Helper()
	list := got(s.client.ListSecurityProfiles(s.ctx, &sdk.ListSecurityProfilesInput{InstanceId: &s.instance}))
	return *list.SecurityProfileSummaryList[0].Id
}

// someUser is the least that a user must have.
func (s *stage) someUser(profile string) *sdk.CreateUserInput {
	s.Helper()
	return &sdk.CreateUserInput{
		InstanceId: &s.instance, Username: s.name("user"), Password: new("Passw0rd!"), RoutingProfileId: &profile,
		SecurityProfileIds: []string{s.securityProfile()},
		IdentityInfo:       &types.UserIdentityInfo{FirstName: new("Ana"), LastName: new("Lopez")},
	}
}

func (s *stage) user(profile string) string {
	s.Helper()
	return *got(s.client.CreateUser(s.ctx, s.someUser(profile))).UserId
}

// statusOf returns the status of a type that a new instance has.
func (s *stage) statusOf(kind types.AgentStatusType) string {
	s.Helper()
	list := got(s.client.ListAgentStatuses(s.ctx, &sdk.ListAgentStatusesInput{
		InstanceId: &s.instance, AgentStatusTypes: []types.AgentStatusType{kind},
	}))
	return *list.AgentStatusSummaryList[0].Id
}

func (s *stage) put(user string, kind types.AgentStatusType) {
	s.Helper()
	got(s.client.PutUserStatus(s.ctx, &sdk.PutUserStatusInput{
		InstanceId: &s.instance, UserId: &user, AgentStatusId: new(s.statusOf(kind)),
	}))
}

// flowInto makes a flow that puts contacts into a queue.
func (s *stage) flowInto(queue string) string {
	s.Helper()
	return *got(s.client.CreateContactFlow(s.ctx, &sdk.CreateContactFlowInput{
		InstanceId: &s.instance, Name: s.name("flow"), Type: types.ContactFlowTypeContactFlow,
		Content: new(flowContent(queue)),
	})).ContactFlowId
}

func flowContent(queue string) string {
	return strings.ReplaceAll(`{"Version":"2019-10-30","StartAction":"a","Actions":[
{"Identifier":"a","Type":"UpdateContactTargetQueue","Parameters":{"QueueId":"QUEUE"},
 "Transitions":{"NextAction":"b","Errors":[{"NextAction":"c","ErrorType":"NoMatchingError"}]}},
{"Identifier":"b","Type":"TransferContactToQueue","Parameters":{},"Transitions":{"NextAction":"c",
 "Errors":[{"NextAction":"c","ErrorType":"QueueAtCapacity"},{"NextAction":"c","ErrorType":"NoMatchingError"}]}},
{"Identifier":"c","Type":"DisconnectParticipant","Parameters":{},"Transitions":{}}]}`, "QUEUE", queue)
}

func (s *stage) task(flow string) string {
	s.Helper()
	return *got(s.client.StartTaskContact(s.ctx, &sdk.StartTaskContactInput{
		InstanceId: &s.instance, ContactFlowId: &flow, Name: new("Call back"),
	})).ContactId
}

func (s *stage) chat(flow string) *sdk.StartChatContactOutput {
	s.Helper()
	return got(s.client.StartChatContact(s.ctx, &sdk.StartChatContactInput{
		InstanceId: &s.instance, ContactFlowId: &flow,
		ParticipantDetails: &types.ParticipantDetails{DisplayName: new("Pat")},
	}))
}

func (s *stage) describe(contact string) *types.Contact {
	s.Helper()
	return got(s.client.DescribeContact(s.ctx, &sdk.DescribeContactInput{
		InstanceId: &s.instance, ContactId: &contact,
	})).Contact
}

// route updates the routing data of a contact in the stage's instance.
func (s *stage) route(contact string, in sdk.UpdateContactRoutingDataInput) error {
	s.Helper()
	in.InstanceId, in.ContactId = &s.instance, &contact
	_, err := s.client.UpdateContactRoutingData(s.ctx, &in)
	return err
}

// agent does something for which Amazon has no operation.
func (s *stage) agent(cmd acd.Command) {
	s.Helper()
	got(s.engine.Do(s.ctx, acd.InstanceID(s.instance), cmd))
}

func (s *stage) arn(kind acd.ResourceKind, id string) string {
	return acd.Account{Number: testAccount, Region: testRegion}.ARN(acd.InstanceID(s.instance), kind, id)
}

// refused checks that err is a refusal under a name, which the client knows as a type where the operation declares it,
// with a status and with words in its sentence.
func refused(t *testing.T, err error, name string, status int, words ...string) {
	t.Helper()
	var refusal smithy.APIError
	var response *awshttp.ResponseError
	if !errors.As(err, &refusal) || !errors.As(err, &response) {
		t.Errorf("the answer is %v, not %s", err, name)
		return
	}
	if refusal.ErrorCode() != name || response.HTTPStatusCode() != status {
		t.Errorf("the answer is %d %s, not %d %s: %s", response.HTTPStatusCode(), refusal.ErrorCode(), status, name,
			refusal.ErrorMessage())
	}
	var undeclared *smithy.GenericAPIError
	if errors.As(err, &undeclared) && commonStatus(name) == 0 {
		t.Errorf("the client does not know %s of this operation", name)
	}
	for _, word := range words {
		if !strings.Contains(err.Error(), word) {
			t.Errorf("%q does not name %q", err, word)
		}
	}
}

// same compares two values and shows both.
func same[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %v, not %v", what, got, want)
	}
}

// sameWire compares an answer's part with its text on the wire.
func sameWire(t *testing.T, what string, got any, want string) {
	t.Helper()
	if written := show(got); written != want {
		t.Errorf("%s is\n%s\nnot\n%s", what, written, want)
	}
}
