package connect

import (
	"strconv"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// rightTasks returns right inputs for the operations that let tasks rest or begin later.
func (s *stage) rightTasks(flow string) []asked {
	s.Helper()
	task := s.task(flow)
	return []asked{
		{"PauseContact", &sdk.PauseContactInput{InstanceId: &s.instance, ContactId: &task}},
		{"ResumeContact", &sdk.ResumeContactInput{InstanceId: &s.instance, ContactId: &task, ContactFlowId: &flow}},
		{"UpdateContactSchedule", &sdk.UpdateContactScheduleInput{
			InstanceId: &s.instance, ContactId: new(s.later(flow, 600)), ScheduledTime: new(at(700).Std())}},
	}
}

// later starts a task whose flow runs so many seconds after the stage's beginning.
func (s *stage) later(flow string, seconds int) string {
	s.Helper()
	return *got(s.client.StartTaskContact(s.ctx, &sdk.StartTaskContactInput{
		InstanceId: &s.instance, ContactFlowId: &flow, Name: new("Later"), ScheduledTime: new(at(seconds).Std()),
	})).ContactId
}

func (s *stage) pause(contact string) error {
	_, err := s.client.PauseContact(s.ctx, &sdk.PauseContactInput{InstanceId: &s.instance, ContactId: &contact})
	return err
}

func (s *stage) resume(contact string) error {
	_, err := s.client.ResumeContact(s.ctx, &sdk.ResumeContactInput{InstanceId: &s.instance, ContactId: &contact})
	return err
}

func (s *stage) reschedule(contact string, to time.Time) error {
	_, err := s.client.UpdateContactSchedule(s.ctx, &sdk.UpdateContactScheduleInput{
		InstanceId: &s.instance, ContactId: &contact, ScheduledTime: &to})
	return err
}

// taskRefusals are about tasks that rest or begin later.
func (c *cast) taskRefusals() []refusal {
	chat := *c.chat(c.flow).ContactId
	later, paused := c.later(c.flow, 86_400), c.task(c.flow)
	if err := c.pause(paused); err != nil {
		c.Fatal(err)
	}
	pause := func(members ...any) asked { return c.but("PauseContact", members...) }
	resume := func(members ...any) asked { return c.but("ResumeContact", members...) }
	move := func(members ...any) asked {
		return c.but("UpdateContactSchedule", append([]any{"ContactId", &later}, members...)...)
	}
	task := func(to time.Time) asked { return c.but("StartTaskContact", "ScheduledTime", &to) }
	return []refusal{
		{"Conflict", 409, []string{"ended"}, pause("ContactId", &c.ended), ""},
		{"Conflict", 409, []string{"scheduled"}, pause("ContactId", &later), ""},
		{"Conflict", 409, []string{"paused already"}, pause("ContactId", &paused), ""},
		{invalidR, 400, []string{"CHAT", "tasks"}, pause("ContactId", &chat), ""},
		{invalidR, 400, []string{c.draft, "published"}, pause("ContactId", &c.waiting, "ContactFlowId", &c.draft), ""},
		{notFound, 404, []string{contactID}, pause("ContactId", new(contactID)), ""},
		{"AccessDenied", 403, []string{"read-only"}, pause(), "AKIDREADER"},
		{"Conflict", 409, []string{"ended"}, resume("ContactId", &c.ended), ""},
		{"Conflict", 409, []string{"not paused"}, resume("ContactId", &c.waiting), ""},
		{invalidR, 400, []string{"CHAT", "tasks"}, resume("ContactId", &chat), ""},
		{notFound, 404, []string{"nobody"}, resume("ContactId", &paused, "ContactFlowId", new("nobody")), ""},
		{"AccessDenied", 403, []string{"read-only"}, resume(), "AKIDREADER"},
		{invalidP, 400, []string{"ScheduledTime", "passed"}, move("ScheduledTime", new(stageStart.Std())), ""},
		{invalidP, 400, []string{"ScheduledTime", "passed"}, move("ScheduledTime", new(time.Unix(0, 0))), ""},
		{invalidP, 400, []string{"ScheduledTime", "6 days"}, move("ScheduledTime", new(at(7*86_400).Std())), ""},
		{invalidR, 400, []string{"not scheduled"}, move("ContactId", &c.waiting), ""},
		{invalidR, 400, []string{"not scheduled"}, move("ContactId", &c.ended), ""},
		{"AccessDenied", 403, []string{"read-only"}, move(), "AKIDREADER"},
		{invalidP, 400, []string{"ScheduledTime", "passed"}, task(stageStart.Std()), ""},
		{invalidP, 400, []string{"ScheduledTime", "6 days"}, task(at(7 * 86_400).Std()), ""},
	}
}

// TestPausedTask lets the official client pause and resume a task that waits, and one that an agent has.
func TestPausedTask(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	user := s.user(s.profile(queue))
	flow := s.flowInto(queue)
	task := s.task(flow)
	if err := s.pause(task); err != nil {
		t.Fatal(err)
	}
	s.turn(10)
	got(s.client.ResumeContact(s.ctx, &sdk.ResumeContactInput{
		InstanceId: &s.instance, ContactId: &task, ContactFlowId: &flow}))
	shown := s.describe(task)
	same(t, "TotalPauseCount", *shown.TotalPauseCount, 1)
	same(t, "LastPausedTimestamp", *shown.LastPausedTimestamp, stageStart.Std())
	same(t, "LastResumedTimestamp", *shown.LastResumedTimestamp, at(10).Std())
	same(t, "EnqueueTimestamp", *shown.QueueInfo.EnqueueTimestamp, at(10).Std())
	if shown.TotalPauseDurationInSeconds != nil {
		t.Error("TotalPauseDurationInSeconds is shown of a task that lives")
	}
	s.put(user, types.AgentStatusTypeRoutable)
	s.agent(acd.AcceptContact{UserID: acd.UserID(user), ContactID: acd.ContactID(task)})
	s.agent(acd.PauseContact{ContactID: acd.ContactID(task), UserID: acd.UserID(user)})
	s.turn(5)
	data := s.userData(user)
	same(t, "the state in hand", data.Contacts[0].AgentContactState, types.ContactStateConnected) // (A0106)
	same(t, "AvailableSlotsByChannel", data.AvailableSlotsByChannel["TASK"], 1)
	if err := s.resume(task); err != nil {
		t.Fatal(err)
	}
	same(t, "AvailableSlotsByChannel", s.userData(user).AvailableSlotsByChannel["TASK"], 0)
	s.agent(acd.DisconnectContact{UserID: acd.UserID(user), ContactID: acd.ContactID(task)})
	s.agent(acd.CompleteContact{UserID: acd.UserID(user), ContactID: acd.ContactID(task)})
	shown = s.describe(task)
	same(t, "TotalPauseCount", *shown.TotalPauseCount, 2)
	same(t, "TotalPauseDurationInSeconds", *shown.TotalPauseDurationInSeconds, 15)
	same(t, "AgentPauseDurationInSeconds", *shown.AgentInfo.AgentPauseDurationInSeconds, 5)
}

func (s *stage) userData(user string) types.UserData {
	s.Helper()
	return got(s.client.GetCurrentUserData(s.ctx, &sdk.GetCurrentUserDataInput{
		InstanceId: &s.instance, Filters: &types.UserDataFilters{Agents: []string{user}},
	})).UserDataList[0]
}

// TestScheduledTask lets the official client schedule a task, move it and wait for it.
func TestScheduledTask(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	flow := s.flowInto(s.queue())
	task := s.later(flow, 600)
	if err := s.reschedule(task, at(60).Std().Add(500*time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	shown := s.describe(task)
	same(t, "ScheduledTimestamp", *shown.ScheduledTimestamp, at(60).Std().Add(500*time.Millisecond))
	same(t, "InitiationTimestamp", *shown.InitiationTimestamp, stageStart.Std())
	s.turn(60)
	if shown = s.describe(task); shown.QueueInfo != nil {
		t.Errorf("the task is queued before its time: %s", show(shown.QueueInfo))
	}
	s.turn(1)
	shown = s.describe(task)
	same(t, "EnqueueTimestamp", *shown.QueueInfo.EnqueueTimestamp, at(60).Std().Add(500*time.Millisecond))
	refused(t, s.reschedule(task, at(600).Std()), "InvalidRequestException", 400, "not scheduled")

	stopped := s.later(flow, 600)
	got(s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: &stopped}))
	same(t, "DisconnectReason", *s.describe(stopped).DisconnectReason, acd.ReasonAPI)
	s.turn(600)
	if shown = s.describe(stopped); shown.QueueInfo != nil {
		t.Error("a task that was stopped has begun")
	}
}

// TestLimitsOfTasks pauses a task and moves another until it is enough, and schedules more tasks than the quota allows.
func TestLimitsOfTasks(t *testing.T) {
	s := newStage(t, acd.Quotas{Tasks: 2})
	s.client = sdk.New(s.client.Options(), func(o *sdk.Options) { o.Retryer = aws.NopRetryer{} })
	flow := s.flowInto(s.queue())
	task, later := s.task(flow), s.later(flow, 600)
	_, err := s.client.StartTaskContact(s.ctx, &sdk.StartTaskContactInput{
		InstanceId: &s.instance, ContactFlowId: &flow, Name: new("One too many"), ScheduledTime: new(at(9).Std())})
	refused(t, err, "ServiceQuotaExceededException", 402, "2")
	for n := range acd.PausesMax {
		if err := s.pause(task); err != nil {
			t.Fatalf("pause %d: %v", n+1, err)
		}
		if err := s.resume(task); err != nil {
			t.Fatal(err)
		}
	}
	refused(t, s.pause(task), "LimitExceededException", 429, strconv.Itoa(acd.PausesMax))
	for n := range acd.ReschedulesMax {
		if err := s.reschedule(later, at(600+n).Std()); err != nil {
			t.Fatalf("reschedule %d: %v", n+1, err)
		}
	}
	refused(t, s.reschedule(later, at(600).Std()), "LimitExceededException", 429, strconv.Itoa(acd.ReschedulesMax))
}

// TestCreatedByUser names the user who has created a task (A0291).
func TestCreatedByUser(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	queue := s.queue()
	by := s.arn(acd.KindUser, s.user(s.profile(queue)))
	task := got(s.client.StartTaskContact(s.ctx, &sdk.StartTaskContactInput{
		InstanceId: &s.instance, ContactFlowId: new(s.flowInto(queue)), Name: new("Call back"),
		SegmentAttributes: map[string]types.SegmentAttributeValue{acd.CreatedByAttribute: {ValueString: &by}},
	})).ContactId
	if is := s.describe(*task).SegmentAttributes[acd.CreatedByAttribute]; is.ValueString == nil || *is.ValueString != by {
		t.Errorf("the task was created by %s", show(is))
	}
}
