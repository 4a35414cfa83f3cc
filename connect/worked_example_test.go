package connect

import (
	"encoding/json"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// The worked example of AG:proficiency-routing. A customer who speaks French asks about DynamoDB. Agent1 and Agent2 are
// available; neither fits the first wish nor the second. After a minute the third opens, and Agent1 is offered the
// contact.
//
//	         French   DynamoDB      step 1   0 s - 30 s   French >= 4 and DynamoDB >= 5
//	Agent1     3         4          step 2  30 s - 60 s   French >= 4 and DynamoDB >= 4
//	Agent2     4         3          step 3  60 s -        French >= 3 and DynamoDB >= 4
//
// The guide's table gives Agent1 a 5 in DynamoDB and its text a 4; the contact goes the same way with either.
type workedExample struct {
	*stage
	agent1, agent2 string
	queue, contact string
}

const (
	language, french     = "connect:Language", "connect:French"
	technology, dynamoDB = "Technology", "AWS DynamoDB"
)

// expert is what a step asks: French and DynamoDB, each at a level or better.
func expert(frenchLevel, dynamoLevel float32) types.Expression {
	atLeast := func(name, value string, level float32) types.Expression {
		return types.Expression{AttributeCondition: &types.AttributeCondition{
			Name: &name, Value: &value, ProficiencyLevel: &level, ComparisonOperator: new("NumberGreaterOrEqualTo"),
		}}
	}
	return types.Expression{AndExpression: []types.Expression{
		atLeast(language, french, frenchLevel), atLeast(technology, dynamoDB, dynamoLevel),
	}}
}

// newWorkedExample does what the guide says in its four steps: attributes, proficiencies, criteria, queue. The flow
// sets the criteria and transfers.
func newWorkedExample(t *testing.T) *workedExample {
	x := &workedExample{stage: newStage(t, acd.Quotas{})}
	got(x.client.CreatePredefinedAttribute(x.ctx, &sdk.CreatePredefinedAttributeInput{
		InstanceId: &x.instance, Name: new(technology), Values: &types.PredefinedAttributeValuesMemberStringList{
			Value: []string{"AWS Kinesis", dynamoDB, "AWS EC2", "AWS Neptune"}},
	}))
	x.queue = x.stage.queue()
	profile := x.profile(x.queue)
	x.agent1 = x.expertUser(profile, map[[2]string]float32{
		{technology, "AWS Kinesis"}: 2, {technology, dynamoDB}: 4, {technology, "AWS EC2"}: 4,
		{language, french}: 3, {language, "connect:English"}: 4,
	})
	x.agent2 = x.expertUser(profile, map[[2]string]float32{
		{technology, dynamoDB}: 3, {technology, "AWS EC2"}: 5, {technology, "AWS Neptune"}: 5,
		{language, french}: 4, {language, "connect:English"}: 3,
	})
	content := flowSetting(t, x.queue, lasting(30, expert(4, 5)), lasting(30, expert(4, 4)), forever(expert(3, 4)))
	x.contact = x.task(*got(x.client.CreateContactFlow(x.ctx, &sdk.CreateContactFlowInput{
		InstanceId: &x.instance, Name: new("General Inbound"), Type: types.ContactFlowTypeContactFlow, Content: &content,
	})).ContactFlowId)
	return x
}

// expertUser makes a user with proficiencies, who is available.
func (x *workedExample) expertUser(profile string, levels map[[2]string]float32) string {
	user := x.user(profile)
	in := &sdk.AssociateUserProficienciesInput{InstanceId: &x.instance, UserId: &user}
	for attribute, level := range levels { // order does not show: the list is a set
		in.UserProficiencies = append(in.UserProficiencies, types.UserProficiency{
			AttributeName: &attribute[0], AttributeValue: &attribute[1], Level: &level})
	}
	got(x.client.AssociateUserProficiencies(x.ctx, in))
	x.put(user, types.AgentStatusTypeRoutable)
	return user
}

// flowSetting writes a flow that sets criteria and puts contacts into a queue. The criteria have the same shape in the
// Flow language as in the API.
func flowSetting(t *testing.T, queue string, steps ...types.RoutingCriteriaInputStep) string {
	t.Helper()
	type parts = map[string]any
	errors := []parts{{"NextAction": "end", "ErrorType": "NoMatchingError"}}
	full := append(errors, parts{"NextAction": "end", "ErrorType": "QueueAtCapacity"})
	action := func(id, kind, next string, parameters parts, errors []parts) parts {
		return parts{"Identifier": id, "Type": kind, "Parameters": parameters,
			"Transitions": parts{"NextAction": next, "Errors": errors}}
	}
	criteria := json.RawMessage(show(&types.RoutingCriteriaInput{Steps: steps}))
	content, err := json.Marshal(parts{"Version": "2019-10-30", "StartAction": "criteria", "Actions": []parts{
		action("criteria", "UpdateContactRoutingCriteria", "queue", parts{"RoutingCriteria": criteria}, errors),
		action("queue", "UpdateContactTargetQueue", "transfer", parts{"QueueId": queue}, errors),
		action("transfer", "TransferContactToQueue", "end", parts{}, full),
		{"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": parts{}, "Transitions": parts{}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// expect checks what DescribeContact shows of the criteria: each step's status and, in seconds from the start, when it
// expires, -1 where no instant is shown.
func (x *workedExample) expect(statuses []types.RoutingCriteriaStepStatus, expiries ...int) {
	x.Helper()
	c := x.describe(x.contact).RoutingCriteria
	same(x.T, "the index", *c.Index, 0)
	same(x.T, "the activation", acd.TimeOf(*c.ActivationTimestamp), at(0))
	for i, step := range c.Steps {
		same(x.T, "the status of a step", step.Status, statuses[i])
		shown := -1
		if step.Expiry != nil && step.Expiry.ExpiryTimestamp != nil {
			shown = int(acd.TimeOf(*step.Expiry.ExpiryTimestamp).Sub(at(0)) / acd.Second)
		}
		same(x.T, "the expiry of a step", shown, expiries[i])
	}
}

// offered checks what GetCurrentUserData shows in the hands of both agents: the state of the contact with Agent1, empty
// where it is not with him, and nothing with Agent2.
func (x *workedExample) offered(state types.ContactState) {
	x.Helper()
	data := got(x.client.GetCurrentUserData(x.ctx, &sdk.GetCurrentUserDataInput{
		InstanceId: &x.instance, Filters: &types.UserDataFilters{Queues: []string{x.queue}},
	}))
	same(x.T, "the number of agents", *data.ApproximateTotalCount, 2)
	for _, user := range data.UserDataList {
		found := types.ContactState("")
		for _, hand := range user.Contacts {
			if *hand.ContactId == x.contact {
				found = hand.AgentContactState
			}
		}
		want := types.ContactState("")
		if *user.User.Id == x.agent1 {
			want = state
		}
		same(x.T, "the contact in the hands of "+*user.User.Id, found, want)
	}
}

// TestWorkedExample plays the example to its end.
func TestWorkedExample(t *testing.T) {
	const (
		active   = types.RoutingCriteriaStepStatusActive
		inactive = types.RoutingCriteriaStepStatusInactive
		expired  = types.RoutingCriteriaStepStatusExpired
		joined   = types.RoutingCriteriaStepStatusJoined
	)
	type statuses = []types.RoutingCriteriaStepStatus
	x := newWorkedExample(t)
	x.expect(statuses{active, inactive, inactive}, 30, -1, -1)
	x.offered("")

	x.turn(29)
	x.expect(statuses{active, inactive, inactive}, 30, -1, -1)
	x.offered("")

	x.turn(1) // 30 s: the first step has expired, the wish is relaxed
	x.expect(statuses{expired, active, inactive}, 30, 60, -1)
	x.offered("")

	x.turn(29)
	x.expect(statuses{expired, active, inactive}, 30, 60, -1)
	x.offered("")

	x.turn(1) // 60 s: as soon as the second has expired, Agent1 fits and is asked
	x.expect(statuses{expired, expired, active}, 30, 60, -1)
	x.offered(types.ContactStateConnecting)
	same(t, "the agent before acceptance", x.describe(x.contact).AgentInfo, nil)

	x.turn(5) // 65 s: she accepts
	x.stage.agent(acd.AcceptContact{UserID: acd.UserID(x.agent1), ContactID: acd.ContactID(x.contact)})
	x.expect(statuses{expired, expired, joined}, 30, 60, -1)
	x.offered(types.ContactStateConnected)
	c := x.describe(x.contact)
	same(t, "the agent", *c.AgentInfo.Id, x.agent1)
	same(t, "the connection", acd.TimeOf(*c.AgentInfo.ConnectedToAgentTimestamp), at(65))
	same(t, "the queue", *c.QueueInfo.Id, x.queue)
	same(t, "the enqueueing", acd.TimeOf(*c.QueueInfo.EnqueueTimestamp), at(0))
}

// TestWorkedExampleByUpdate plays the same with criteria that UpdateContactRoutingData sets on the waiting contact in
// place of the flow's: they start anew with their first step, under index 1.
func TestWorkedExampleByUpdate(t *testing.T) {
	x := newWorkedExample(t)
	x.turn(10)
	if err := x.route(x.contact, wish(lasting(20, expert(5, 5)), forever(expert(4, 3)))); err != nil {
		t.Fatal(err)
	}
	c := x.describe(x.contact).RoutingCriteria
	same(t, "the index", *c.Index, 1)
	same(t, "the activation", acd.TimeOf(*c.ActivationTimestamp), at(10))
	same(t, "the expiry", acd.TimeOf(*c.Steps[0].Expiry.ExpiryTimestamp), at(30))
	x.turn(20)
	hands := got(x.client.GetCurrentUserData(x.ctx, &sdk.GetCurrentUserDataInput{
		InstanceId: &x.instance, Filters: &types.UserDataFilters{Agents: []string{x.agent2}},
	})).UserDataList[0].Contacts
	if len(hands) != 1 || *hands[0].ContactId != x.contact || hands[0].AgentContactState != types.ContactStateConnecting {
		t.Errorf("Agent2 has %d contacts in hand, not the one that he fits", len(hands))
	}
}
