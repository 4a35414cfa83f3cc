package main

import (
	"strings"
	"testing"

	sdk "github.com/aws/aws-sdk-go-v2/service/connect"
)

// What a server refuses, and what a file names that is nowhere, is told with its place in the file.
func TestApplyRefusals(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev", "--empty")
	at := "--endpoint=http://" + s.address
	if _, err := s.create("plain"); err != nil {
		t.Fatal(err)
	}
	w.write("none.json", `{"Version": "2019-10-30", "StartAction": "none", "Actions": []}`)
	w.write("named.json", "{\n  \"Version\": \"{{queue:BasicQeue}}\"\n}")
	const user = "users: [{username: u, routingProfile: Basic Routing Profile, securityProfiles: [Agent]"
	for _, tt := range []struct{ text, want string }{
		{"queues: [{name: q, hours: Basic Hour}]", `plain.yaml:2:27: there is no hours "Basic Hour", neither in the file ` +
			`nor in the instance; do you mean "Basic Hours"?`},
		{"queues: [{name: q, hours: Basic Hours, maxContacts: -1}]", "plain.yaml:2:10: queue q: CreateQueue: " +
			"InvalidParameterException: MaxContacts "},
		{"flows: [{name: f, type: CONTACT_FLOW, content: none.json}]", "plain.yaml:2:9: flow f: CreateContactFlow: " +
			"InvalidContactFlowException: \n  "},
		{"flows: [{name: f, type: CONTACT_FLOW, content: named.json}]", `named.json:2:15: there is no queue "BasicQeue", ` +
			`neither in the file nor in the instance; do you mean "BasicQueue"?`},
		{"flows: [{name: 'Sample inbound flow (first contact experience)', type: QUEUE_TRANSFER, content: none.json}]",
			`is CONTACT_FLOW and cannot become QUEUE_TRANSFER; delete it`},
		{user + "}]", `plain.yaml:2:9: the user "u" is new and has no password; give one, or --password-file`},
		{user + ", password: Change-me-1}]", "plain.yaml:2:9: user u: CreateUser: " +
			"InvalidRequestException: IdentityInfo lacks"},
		{"quickConnects: [{name: q, type: QUEUE, queue: BasicQueue}]",
			`plain.yaml:2:17: the quick connect "q" lacks "flow", which the type QUEUE needs`},
		{"queue: []", `the file has no member "queue"; do you mean "queues"?`},
	} {
		file := w.write("plain.yaml", "instance: {alias: plain}\n"+tt.text+"\n")
		if code, _, said := w.run("apply", file, at); code != exitFault || !strings.Contains(said, tt.want) {
			t.Errorf("%s\nexit %d, %s; want %s", tt.text, code, said, tt.want)
		}
	}
	file := w.write("saml.yaml", "instance: {alias: plain, identityManagement: SAML}\n")
	if code, _, said := w.run("apply", file, at); code != exitFault || !strings.Contains(said, "saml.yaml:1:11: the "+
		"instance is CONNECT_MANAGED for ever") {
		t.Errorf("another identity: exit %d, %s", code, said)
	}
	if _, err := s.create("other"); err != nil {
		t.Fatal(err)
	}
	for args, want := range map[string]string{
		"export OUT":                       "which instance is meant? there are other, plain; name one",
		"export OUT --instance plan":       `there is no instance "plan"; there are other, plain; do you mean "plain"?`,
		"apply NONE":                       "no such file",
		"apply PLAIN --password-file NONE": "read password: ",
		"apply PLAIN --profile nobody":     "read the AWS configuration: ",
	} {
		args = strings.NewReplacer("OUT", w.file("out.yaml"), "NONE", w.file("none.yaml"), "PLAIN", file).Replace(args)
		if code, _, said := w.run(append(strings.Fields(args), at)...); code != exitFault || !strings.Contains(said, want) {
			t.Errorf("%s: exit %d, %s; want %s", args, code, said, want)
		}
	}
	s.stop()
}

// What the sections of a file do not name goes when that is asked for, and only then. What the server refuses stays.
func TestApplyPrunes(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev", "--empty")
	at := "--endpoint=http://" + s.address
	w.must("apply", w.office(), at)
	file := w.write("less.yaml", `
instance: {alias: tidewater}
hierarchyGroups: [{path: Hamburg}]
agentStatuses: []
queues:
  - {name: BasicQueue, hours: Basic Hours}
  - {name: Sales, hours: Office}
users:
  - {username: bob, routingProfile: Basic Routing Profile, securityProfiles: [Agent], hierarchyGroup: Hamburg}
quickConnects: []
flows: []
`)
	plan := w.must("apply", file, at, "--prune", "--plan")
	for _, want := range []string{"~ user bob", "- quick connect To sales\n- flow ", "- user ana\n- queue Support\n",
		"- hierarchy group Hamburg/Support\n- hierarchy group Hamburg/Sales\n", " 1 to change, "} {
		if !strings.Contains(plan, want) {
			t.Errorf("the plan lacks %q:\n%s", want, plan)
		}
	}
	code, _, said := w.run("apply", file, at, "--prune")
	if code != exitFault || !strings.Contains(said, "queue Support: DeleteQueue: ResourceInUseException: ") ||
		!strings.Contains(said, `note: the agent status "Lunch" stays: Amazon Connect cannot delete it`) {
		t.Errorf("pruned: exit %d, %s", code, said)
	}
	ids, err := s.instances()
	if err != nil {
		t.Fatal(err)
	}
	users, err := s.sdk().ListUsers(t.Context(), &sdk.ListUsersInput{InstanceId: &ids[0]})
	if err != nil || len(users.UserSummaryList) != 1 || *users.UserSummaryList[0].Username != "bob" {
		t.Errorf("the users are %+v (%v)", users, err)
	}
	if rest := w.must("apply", file, at); rest != nothing {
		t.Errorf("without --prune:\n%s", rest)
	}
	s.stop()
}
