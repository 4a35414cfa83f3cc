package connect

import (
	"errors"
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"

	"patchcord/acd"
)

// TestFlowsOfAType creates a flow with a block that flows of its type may not have: the refusal names the block, the
// reason and where it may stand.
func TestFlowsOfAType(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	create := func(kind types.ContactFlowType) error {
		_, err := s.client.CreateContactFlow(s.ctx, &sdk.CreateContactFlowInput{InstanceId: &s.instance,
			Name: s.name("flow"), Type: kind, Content: new(flowContent("q"))})
		return err
	}
	if err := create(types.ContactFlowTypeQueueTransfer); err != nil {
		t.Error(err)
	}
	var refused *types.InvalidContactFlowException
	if err := create(types.ContactFlowTypeCustomerWhisper); !errors.As(err, &refused) || len(refused.Problems) != 3 {
		t.Fatalf("a whisper flow that enters a queue: %v", err)
	}
	for i, want := range []string{`block "a": UpdateContactTargetQueue may not stand in a flow of type CUSTOMER_WHISPER`,
		`block "b": TransferContactToQueue`, `block "c": DisconnectParticipant`} {
		problem := *refused.Problems[i].Message
		if !strings.Contains(problem, want) || !strings.Contains(problem, "it may stand in CONTACT_FLOW") {
			t.Errorf("problem %d is %q", i, problem)
		}
	}
}

// TestInitialMessage reads in a flow with what a customer has begun his chat.
func TestInitialMessage(t *testing.T) {
	s := newStage(t, acd.Quotas{})
	flow := s.flowOf(types.ContactFlowTypeContactFlow, `{"Version": "2019-10-30", "StartAction": "a", "Actions": [
		{"Identifier": "a", "Type": "UpdateContactAttributes", "Parameters": {"Attributes":
		{"began": "$.Media.InitialMessage"}}, "Transitions": {"NextAction": "b", "Errors": [{"NextAction": "b",
		"ErrorType": "NoMatchingError"}]}}, {"Identifier": "b", "Type": "DisconnectParticipant", "Parameters": {}}]}`)
	chat := got(s.client.StartChatContact(s.ctx, &sdk.StartChatContactInput{InstanceId: &s.instance, ContactFlowId: &flow,
		ParticipantDetails: &types.ParticipantDetails{DisplayName: new("Pat")},
		InitialMessage:     &types.ChatMessage{ContentType: new("text/plain"), Content: new("Where is my order?")}}))
	if got := s.attributes(*chat.ContactId)["began"]; got != "Where is my order?" {
		t.Errorf("the flow reads %q", got)
	}
}
