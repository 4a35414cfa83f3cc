package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
	"github.com/aws/aws-sdk-go-v2/service/connect/types"
)

// A function is one that flows invoke. It fails as often as it is told to, and then answers.
type function struct {
	*httptest.Server
	mu     sync.Mutex
	fails  int
	answer string
	events []string
	done   chan struct{}
}

func newFunction(t *testing.T, fails int, answer string) *function {
	f := &function{fails: fails, answer: answer, done: make(chan struct{}, 16)}
	f.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		f.mu.Lock()
		defer f.mu.Unlock()
		var event json.RawMessage
		if err := json.NewDecoder(r.Body).Decode(&event); err != nil {
			t.Error(err)
		}
		f.events = append(f.events, string(event))
		if f.fails--; f.fails >= 0 {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		fmt.Fprint(w, f.answer)
		f.done <- struct{}{}
	}))
	t.Cleanup(f.Close)
	return f
}

// lookupFlow invokes a function and routes by the criteria that it answers.
const lookupFlow = `{"Version": "2019-10-30", "StartAction": "queue", "Actions": [
	{"Identifier": "queue", "Type": "UpdateContactTargetQueue", "Parameters": {"QueueId": "QUEUE"},
	 "Transitions": {"NextAction": "lookup", "Errors": [{"NextAction": "end", "ErrorType": "NoMatchingError"}]}},
	{"Identifier": "lookup", "Type": "InvokeLambdaFunction", "Parameters": {
	 "LambdaFunctionARN": "arn:aws:lambda:us-east-1:123456789012:function:lookup:live",
	 "LambdaInvocationAttributes": {"customer": "$.CustomerId"}, "ResponseValidation": {"ResponseType": "JSON"}},
	 "Transitions": {"NextAction": "criteria", "Errors": [{"NextAction": "failed", "ErrorType": "NoMatchingError"}]}},
	{"Identifier": "criteria", "Type": "UpdateContactRoutingCriteria", "Parameters": {"RoutingCriteria":
	 "$.External.criteria"}, "Transitions": {"NextAction": "transfer", "Errors": [{"NextAction": "failed",
	 "ErrorType": "NoMatchingError"}]}},
	{"Identifier": "failed", "Type": "UpdateContactAttributes", "Parameters": {"Attributes": {"lookup": "failed"}},
	 "Transitions": {"NextAction": "transfer", "Errors": [{"NextAction": "end", "ErrorType": "NoMatchingError"}]}},
	{"Identifier": "transfer", "Type": "TransferContactToQueue", "Parameters": {}, "Transitions": {"Errors": [
	 {"NextAction": "end", "ErrorType": "QueueAtCapacity"}, {"NextAction": "end", "ErrorType": "NoMatchingError"}]}},
	{"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}`

// A flow asks a function outside, which fails once, and routes by what it answers then.
func TestFlowInvokesAFunction(t *testing.T) {
	lookup := newFunction(t, 1, `{"criteria": {"Steps": [{"Expression": {"AttributeCondition": {"Name": "Language",
		"Value": "French", "ProficiencyLevel": 3, "ComparisonOperator": "NumberGreaterOrEqualTo"}}}]}}`)
	w := newWorld(t)
	s := w.start("dev", "--lambda", "lookup="+lookup.URL, "--clock", "manual")
	instance := regexp.MustCompile(`--instance-id (\S+)`).FindStringSubmatch(s.out.String())[1]
	c := s.sdk()
	queues, err := c.ListQueues(t.Context(), &sdk.ListQueuesInput{InstanceId: &instance,
		QueueTypes: []types.QueueType{types.QueueTypeStandard}})
	if err != nil {
		t.Fatal(err)
	}
	flow, err := c.CreateContactFlow(t.Context(), &sdk.CreateContactFlowInput{InstanceId: &instance,
		Name: aws.String("Lookup"), Type: types.ContactFlowTypeContactFlow,
		Content: aws.String(strings.Replace(lookupFlow, "QUEUE", *queues.QueueSummaryList[0].Id, 1))})
	if err != nil {
		t.Fatal(err)
	}
	task, err := c.StartTaskContact(t.Context(), &sdk.StartTaskContactInput{InstanceId: &instance,
		ContactFlowId: flow.ContactFlowId, Name: aws.String("Bonjour")})
	if err != nil {
		t.Fatal(err)
	}
	<-lookup.done
	for {
		d, err := c.DescribeContact(t.Context(), &sdk.DescribeContactInput{InstanceId: &instance,
			ContactId: task.ContactId})
		if err != nil {
			t.Fatal(err)
		}
		if d.Contact.QueueInfo == nil {
			continue // the answer is on its way
		}
		if d.Contact.RoutingCriteria == nil || len(d.Contact.Attributes) > 0 {
			t.Errorf("the contact has %+v and %v", d.Contact.RoutingCriteria, d.Contact.Attributes)
		}
		break
	}
	lookup.mu.Lock()
	defer lookup.mu.Unlock()
	if len(lookup.events) != 2 || !strings.Contains(lookup.events[1], `"ContactId":"`+*task.ContactId+`"`) ||
		!strings.Contains(lookup.events[1], `"Parameters":{"customer":""}`) ||
		!strings.HasSuffix(lookup.events[1], `"Name":"ContactFlowEvent"}`) {
		t.Errorf("the function got %s", lookup.events)
	}
	s.stop()
}

func TestFlowFlags(t *testing.T) {
	w := newWorld(t)
	for _, args := range [][]string{
		{"--lambda", "nowhere"}, {"--lambda", "a=ftp://here"}, {"--flow-input", "yes"}, {"--flow-input", ""},
	} {
		code, _, stderr := w.run(append([]string{"dev"}, args...)...)
		if code != exitUsage || !strings.Contains(stderr, "give") {
			t.Errorf("%v: exit %d: %s", args, code, stderr)
		}
	}
}
