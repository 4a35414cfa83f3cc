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
