package main

import (
	"strings"
	"testing"
)

// What a new instance brings is not written to a file until somebody changes it, and stays where a file does not name
// it. A file may name it, and say what it shall be.
func TestFilesOfANewInstance(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev", "--empty")
	at := "--endpoint=http://" + s.address
	w.write("small.yaml", "instance: {alias: small}\n")
	w.must("apply", w.file("small.yaml"), at)

	w.must("export", w.file("born/instance.yaml"), at)
	born := w.folder("born")
	if text := born["/instance.yaml"]; len(born) != 2 || !strings.Contains(text, "flows: []") ||
		!strings.Contains(text, "prompts: []") {
		t.Errorf("what a new instance brings is written: %q", born)
	}
	if again := w.must("apply", w.file("born/instance.yaml"), at, "--prune"); again != nothing {
		t.Errorf("what a new instance brings is pruned:\n%s", again)
	}

	w.write("queue.json", `{"Version": "2019-10-30", "StartAction": "music", "Actions": [{"Identifier": "music",
		"Type": "MessageParticipantIteratively", "Parameters": {"Messages": [{"PromptId":
		"{{prompt:Music_Jazz_MyTimetoFly_Inst.wav}}"}]}, "Transitions": {}}]}`)
	w.write("ours.yaml", `instance: {alias: small}
flows:
  - {name: Default customer queue, type: CUSTOMER_QUEUE, description: Ours, content: queue.json}
quickConnects:
  - {name: To the line, type: QUEUE, queue: BasicQueue, flow: Default queue transfer}
`)
	plan := w.must("apply", w.file("ours.yaml"), at)
	for _, line := range []string{"~ flow Default customer queue", "+ quick connect To the line",
		"1 to create, 1 to change, 0 to delete."} {
		if !strings.Contains(plan, line) {
			t.Errorf("there is no %q in the plan:\n%s", line, plan)
		}
	}
	if again := w.must("apply", w.file("ours.yaml"), at); again != nothing {
		t.Errorf("applied again:\n%s", again)
	}
	w.must("export", w.file("kept/instance.yaml"), at)
	if kept := w.folder("kept"); len(kept) != 3 || !strings.Contains(kept["/flows/default-customer-queue.json"], "Jazz") {
		t.Errorf("of what a new instance brings is written: %q", kept)
	}
	s.stop()
}

// What a file names for an instance that is yet to be made is checked before it is made.
func TestFaultsBeforeAnInstanceIsMade(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev", "--empty")
	at := "--endpoint=http://" + s.address
	for _, tt := range []struct{ text, want string }{
		{"queues: [{name: q, hours: Basic Hour}]", `new.yaml:2:27: there is no hours "Basic Hour", neither in the file ` +
			`nor in a new instance; do you mean "Basic Hours"?`},
		{"quickConnects: [{name: q, type: QUEUE, queue: BasicQueue, flow: Default queue}]",
			`there is no flow "Default queue"`},
		{"hierarchyGroups: [{path: A/B}]", `the hierarchy group "A/B" is in "A", which is neither in the file nor in a new ` +
			"instance"},
	} {
		file := w.write("new.yaml", "instance: {alias: new}\n"+tt.text+"\n")
		if code, _, said := w.run("apply", file, at); code != exitFault || !strings.Contains(said, tt.want) {
			t.Errorf("%s\nexit %d, %s; want %s", tt.text, code, said, tt.want)
		}
		data := "--data=" + w.file("data")
		if code, _, said := w.run("serve", data, "--listen=127.0.0.1:0", "--instance="+file); code != exitFault ||
			!strings.Contains(said, tt.want) {
			t.Errorf("served: %s\nexit %d, %s; want %s", tt.text, code, said, tt.want)
		}
	}
	if _, _, said := w.run("export", w.file("out.yaml"), at); !strings.Contains(said, "there is none") {
		t.Errorf("an instance was made of a file that is at fault: %s", said)
	}
	s.stop()
}

// The plan for an instance that is yet to be made says what applying it then says, and does.
func TestPlanOfANewInstance(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev", "--empty")
	at := "--endpoint=http://" + s.address
	file := w.write("new.yaml", `instance: {alias: new, contactFlowLogs: true, hierarchyLevels: [Site]}
hierarchyGroups: [{path: A}]
agentStatuses: [{name: Lunch}]
hours: [{name: Office, timeZone: UTC, open: []}]
securityProfiles: [{name: Agent, description: Ours.}]
queues: [{name: BasicQueue, hours: Office}]
flows: []
users:
  - {username: u, password: Change-me-1, firstName: U, lastName: U, routingProfile: Basic Routing Profile,
    securityProfiles: [Agent], proficiencies: [{attribute: "connect:Language", value: "connect:English", level: 3}]}
`)
	for _, prune := range []string{"--prune=false", "--prune"} {
		plan := w.must("apply", file, at, prune, "--plan")
		made := w.must("apply", file, at, prune)
		if made, _, _ = strings.Cut(made, "The instance is "); made != plan {
			t.Errorf("%s: the plan is\n%sand applied is\n%s", prune, plan, made)
		}
	}
	if again := w.must("apply", file, at, "--prune"); again != nothing {
		t.Errorf("applied again:\n%s", again)
	}
	fresh := w.start("dev", "--empty")
	at = "--endpoint=http://" + fresh.address
	plan := w.must("apply", file, at, "--prune", "--plan")
	made, _, _ := strings.Cut(w.must("apply", file, at, "--prune"), "The instance is ")
	if made != plan || !strings.Contains(plan, "- hours Basic Hours\n7 to create, 0 to change, 4 to delete.\n") {
		t.Errorf("a new instance: the plan is\n%sand applied is\n%s", plan, made)
	}
	fresh.stop()
	s.stop()
}

// Pruning leaves what the file leans on, and twice is as once: what a new instance brings is not touched by that.
func TestPruneTwice(t *testing.T) {
	w := newWorld(t)
	s := w.start("dev", "--empty")
	at := "--endpoint=http://" + s.address
	file := w.write("lean.yaml", `instance: {alias: lean}
hours: [{name: Office, timeZone: UTC, open: []}]
securityProfiles: [{name: Lead}]
queues: [{name: Line, hours: Office}]
routingProfiles:
  - {name: Team, description: All., defaultOutboundQueue: Line, concurrency: [{channel: VOICE, max: 1}]}
flows: []
users:
  - {username: u, password: Change-me-1, firstName: U, lastName: U, routingProfile: Team, securityProfiles: [Agent]}
`)
	for _, flag := range []string{"--plan", "--prune=true"} {
		if plan := w.must("apply", file, at, "--prune", flag); strings.Contains(plan, "security profile Agent") ||
			!strings.Contains(plan, "- queue BasicQueue") || strings.Contains(plan, "- flow") {
			t.Errorf("%s:\n%s", flag, plan)
		}
	}
	if again := w.must("apply", file, at, "--prune"); again != nothing {
		t.Errorf("applied again:\n%s", again)
	}
	s.stop()
}
