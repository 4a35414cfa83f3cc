package connect

import (
	"fmt"
	"math"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// least asks for a level of English.
func least(level float32) types.Expression {
	return types.Expression{AttributeCondition: &types.AttributeCondition{
		Name: new("Language"), Value: new("English"), ProficiencyLevel: &level,
		ComparisonOperator: new("NumberGreaterOrEqualTo"),
	}}
}

// between asks for a span of levels of French.
func between(low, high float32) *types.AttributeCondition {
	return &types.AttributeCondition{
		Name: new("Language"), Value: new("French"), ComparisonOperator: new("Range"),
		Range: &types.Range{MinProficiencyLevel: &low, MaxProficiencyLevel: &high},
	}
}

// prefer asks for one of a list of agents.
func prefer(ids ...string) types.Expression {
	return types.Expression{AttributeCondition: &types.AttributeCondition{
		ComparisonOperator: new("Match"),
		MatchCriteria:      &types.MatchCriteria{AgentsCriteria: &types.AgentsCriteria{AgentIds: ids}},
	}}
}

// lasting is a step of so many seconds, forever a step without an end.
func lasting(seconds int32, x types.Expression) types.RoutingCriteriaInputStep {
	return types.RoutingCriteriaInputStep{
		Expression: &x, Expiry: &types.RoutingCriteriaInputStepExpiry{DurationInSeconds: &seconds},
	}
}

func forever(x types.Expression) types.RoutingCriteriaInputStep {
	return types.RoutingCriteriaInputStep{Expression: &x}
}

func wish(steps ...types.RoutingCriteriaInputStep) sdk.UpdateContactRoutingDataInput {
	return sdk.UpdateContactRoutingDataInput{RoutingCriteria: &types.RoutingCriteriaInput{Steps: steps}}
}

// TestCriteriaComeBackAsTheyWere sends every form of expression and describes the contact: each comes back as it was
// given, an ARN as the id of its user (A0003).
func TestCriteriaComeBackAsTheyWere(t *testing.T) {
	s, user, contact := routingStage(t)
	deleted := s.user(s.profile(s.queue()))
	got(s.client.DeleteUser(s.ctx, &sdk.DeleteUserInput{InstanceId: &s.instance, UserId: &deleted}))
	or := types.Expression{OrExpression: []types.Expression{
		{NotAttributeCondition: between(1, 5)},
		{AndExpression: []types.Expression{least(2.5), {AttributeCondition: between(4, 4)}}},
		prefer(user, deleted),
	}}
	if err := s.route(contact, wish(
		lasting(0, prefer(s.arn(acd.KindUser, user))),
		lasting(604_800, or),
		lasting(30, types.Expression{AndExpression: []types.Expression{least(1), {NotAttributeCondition: between(1, 2)}}}),
		lasting(1, least(4.1)),
		forever(least(5)),
	)); err != nil {
		t.Fatal(err)
	}
	const english = `{"AttributeCondition":{"ComparisonOperator":"NumberGreaterOrEqualTo","Name":"Language",` +
		`"ProficiencyLevel":%v,"Value":"English"}}`
	const french = `{"ComparisonOperator":"Range","Name":"Language","Range":{"MaxProficiencyLevel":%v,` +
		`"MinProficiencyLevel":%v},"Value":"French"}`
	const match = `{"AttributeCondition":{"ComparisonOperator":"Match","MatchCriteria":{"AgentsCriteria":{` +
		`"AgentIds":[%s]}}}}`
	steps := s.describe(contact).RoutingCriteria.Steps
	for i, want := range []string{
		`{"Expiry":{"DurationInSeconds":0,"ExpiryTimestamp":1767225600},"Expression":` + fmt.Sprintf(match, `"`+user+`"`) +
			`,"Status":"EXPIRED"}`,
		`{"Expiry":{"DurationInSeconds":604800,"ExpiryTimestamp":1767830400},"Expression":{"OrExpression":[` +
			`{"NotAttributeCondition":` + fmt.Sprintf(french, 5, 1) + `},{"AndExpression":[` + fmt.Sprintf(english, 2.5) +
			`,{"AttributeCondition":` + fmt.Sprintf(french, 4, 4) + `}]},` +
			fmt.Sprintf(match, `"`+user+`","`+deleted+`"`) + `]},"Status":"ACTIVE"}`,
		`{"Expiry":{"DurationInSeconds":30},"Expression":{"AndExpression":[` + fmt.Sprintf(english, 1) +
			`,{"NotAttributeCondition":` + fmt.Sprintf(french, 2, 1) + `}]},"Status":"INACTIVE"}`,
		`{"Expiry":{"DurationInSeconds":1},"Expression":` + fmt.Sprintf(english, 4.1) + `,"Status":"INACTIVE"}`,
		`{"Expression":` + fmt.Sprintf(english, 5) + `,"Status":"INACTIVE"}`,
	} {
		sameWire(t, fmt.Sprintf("step %d", i), &steps[i], want)
	}
}

// TestPriorityAndAgeComeBack sets both ends of both knobs, one after the other: each leaves the other as it was
// (A0007), and neither is shown before it was set (A0028).
func TestPriorityAndAgeComeBack(t *testing.T) {
	s, _, contact := routingStage(t)
	c := s.describe(contact)
	if c.QueuePriority != nil || c.QueueTimeAdjustmentSeconds != nil || c.RoutingCriteria != nil {
		t.Errorf("a new contact shows %s", show(c))
	}
	for _, step := range []struct {
		change   sdk.UpdateContactRoutingDataInput
		priority int64
		age      int32
	}{
		{sdk.UpdateContactRoutingDataInput{QueuePriority: new(int64(1))}, 1, 0},
		{sdk.UpdateContactRoutingDataInput{QueuePriority: new(int64(math.MaxInt64))}, math.MaxInt64, 0},
		{sdk.UpdateContactRoutingDataInput{QueueTimeAdjustmentSeconds: new(int32(-60))}, math.MaxInt64, -60},
		{sdk.UpdateContactRoutingDataInput{QueueTimeAdjustmentSeconds: new(int32(math.MaxInt32))}, math.MaxInt64,
			math.MaxInt32},
		{sdk.UpdateContactRoutingDataInput{QueuePriority: new(int64(5))}, 5, math.MaxInt32},
		{sdk.UpdateContactRoutingDataInput{QueueTimeAdjustmentSeconds: new(int32(0))}, 5, 0},
	} {
		if err := s.route(contact, step.change); err != nil {
			t.Fatal(err)
		}
		c = s.describe(contact)
		same(t, "the priority", *c.QueuePriority, step.priority)
		same(t, "the age", value(c.QueueTimeAdjustmentSeconds), step.age)
	}
}

// TestCriteriaVersions replaces criteria, with a priority and with an age beside them: each version starts at its first
// step, under the next index (A0019), and a contact that is stopped shows the active step inactive (A0020).
func TestCriteriaVersions(t *testing.T) {
	s, _, contact := routingStage(t)
	for index := range int32(3) {
		change := wish(lasting(30, least(float32(index+1))), forever(least(1)))
		switch index {
		case 1:
			change.QueuePriority = new(int64(7))
		case 2:
			change.QueueTimeAdjustmentSeconds = new(int32(7))
		}
		if err := s.route(contact, change); err != nil {
			t.Fatal(err)
		}
		now := at(int(index) * 10)
		c := s.describe(contact).RoutingCriteria
		same(t, "the index", *c.Index, index)
		same(t, "the activation", acd.TimeOf(*c.ActivationTimestamp), now)
		same(t, "the expiry", acd.TimeOf(*c.Steps[0].Expiry.ExpiryTimestamp), now.Add(30*acd.Second))
		same(t, "the level", *c.Steps[0].Expression.AttributeCondition.ProficiencyLevel, float32(index+1))
		same(t, "step 1", c.Steps[0].Status, types.RoutingCriteriaStepStatusActive)
		same(t, "step 2", c.Steps[1].Status, types.RoutingCriteriaStepStatusInactive)
		s.turn(10)
	}
	got(s.client.StopContact(s.ctx, &sdk.StopContactInput{InstanceId: &s.instance, ContactId: &contact}))
	c := s.describe(contact)
	same(t, "the active step of a stopped contact", c.RoutingCriteria.Steps[0].Status,
		types.RoutingCriteriaStepStatusInactive)
	same(t, "the reason", *c.DisconnectReason, "API")
}

// TestCriteriaInAnAgentQueue sets criteria on a contact that waits for one agent alone: they are stamped and do nothing
// (RoutingCriteria in the API reference). The queue's id is the user's (A0034).
func TestCriteriaInAnAgentQueue(t *testing.T) {
	s, user, _ := routingStage(t)
	contact := s.task(*got(s.client.CreateContactFlow(s.ctx, &sdk.CreateContactFlowInput{
		InstanceId: &s.instance, Name: new("For one"), Type: types.ContactFlowTypeContactFlow,
		Content: new(strings.Replace(flowContent(user), "QueueId", "AgentId", 1)),
	})).ContactFlowId)
	s.turn(5)
	if err := s.route(contact, wish(lasting(30, least(3)))); err != nil {
		t.Fatal(err)
	}
	c := s.describe(contact)
	sameWire(t, "the queue", c.QueueInfo, `{"EnqueueTimestamp":1767225600,"Id":"`+user+`"}`)
	sameWire(t, "the criteria", c.RoutingCriteria, `{"ActivationTimestamp":1767225605,"Index":0,"Steps":[{"Expiry":{`+
		`"DurationInSeconds":30},"Expression":{"AttributeCondition":{"ComparisonOperator":"NumberGreaterOrEqualTo",`+
		`"Name":"Language","ProficiencyLevel":3,"Value":"English"}},"Status":"INACTIVE"}]}`)
}
