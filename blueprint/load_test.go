package blueprint

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const head = "instance:\n  alias: a\n"

// Whatever is wrong with a file is told with its line and column, and what would be right.
func TestFaults(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", "f:1:1: the file is empty"},
		{"instance: {alias: a\n", "this is no YAML"},
		{"instance:\n  alias: a\n   b: c\n", "f:3:4: this is no YAML"},
		{"instance:\n\talias: a\n", "f:2:1: this is no YAML: a tab stands here; indent with spaces"},
		{"- a\n", "f:1:1: the file is a list; give a mapping"},
		{"queues: []\n", `f:1:1: the file lacks "instance"`},
		{"instance: {}\n", `f:1:11: instance lacks "alias"`},
		{head + "---\na: b\n", "f:3:1: a second document begins"},
		{head + "queus: []\n", `f:3:1: the file has no member "queus"; do you mean "queues"?`},
		{head + "zzzzzzzzzzzzzz: []\n", `has no member "zzzzzzzzzzzzzz"; there are instance, predefinedAttributes`},
		{head + "queues:\n", "f:3:8: queues is empty; give a value, or leave the line out"},
		{head + "queues: Support\n", "f:3:9: queues is a single value; give a list"},
		{head + "queues: [Support]\n", "f:3:10: an entry of queues is a single value; give a mapping"},
		{head + "queues: [{hours: h}]\n", `f:3:10: an entry of queues lacks "name"`},
		{head + "queues:\n  - name: a\n    hours: h\n    maxContact: 3\n", `f:6:5: an entry of queues has no member ` +
			`"maxContact"; do you mean "maxContacts"?`},
		{head + "queues: [{name: a, hours: h}, {name: a, hours: h}]\n", `f:3:31: queues names "a" twice, in line 3 before`},
		{head + "queues: [{name: a, name: b, hours: h}]\n", "f:3:20: name stands twice, in line 3 before"},
		{head + "queues: [{name: 7, hours: h}]\n", `f:3:17: name is a number; write it in quotes, "7"`},
		{head + "queues: [{name: [], hours: h}]\n", "f:3:17: name is a list; give a single value"},
		{head + "queues: [{name: '', hours: h}]\n", "f:3:17: name is empty; give a name"},
		{head + "queues: [{name: a, hours: h, maxContacts: many}]\n", `maxContacts is "many"; give a whole number`},
		{head + "queues: [{name: a, hours: h, maxContacts: 1.5}]\n", `maxContacts is "1.5"; give a whole number`},
		{head + "queues: [{name: a, hours: h, maxContacts: 99999999999}]\n", "give a whole number"},
		{head + "queues: [{name: a, hours: h, status: ON}]\n", `status is "ON"; give ENABLED, DISABLED`},
		{head + "queues: [{name: a, hours: h, tags: [x]}]\n", "tags is a list; give a mapping"},
		{head + "queues: [{name: a, hours: h, tags: {x: y, x: z}}]\n", "x stands twice"},
		{head + "queues: [{name: a, hours: h, tags: {x: true}}]\n", `x is true or false; write it in quotes, "true"`},
		{"instance: {alias: a, inboundCalls: 1}\n", `f:1:36: inboundCalls is "1"; give true or false`},
		{head + "hours: [{name: a, timeZone: UTC, open: [{days: [MONDAY], from: 9am, to: '17:00'}]}]\n",
			`from is "9am"; give a time of the day like 09:00`},
		{head + "hours: [{name: a, timeZone: UTC, open: [{days: [Montag], from: '09:00', to: '17:00'}]}]\n",
			`an entry of days is "Montag"; give MONDAY`},
	} {
		_, faults := parse("f", []byte(tt.text))
		if len(faults) == 0 || !strings.Contains(faults.Error(), tt.want) {
			t.Errorf("%q: %v; want %s", tt.text, faults, tt.want)
		}
	}
}

// Anchors save typing; dates need no quotes.
func TestLoad(t *testing.T) {
	text := head + "queues:\n  - &one {name: a, hours: h}\nhours:\n  - name: h\n    timeZone: UTC\n    open: []\n" +
		"    overrides: [{name: o, from: 2027-12-24, till: 2027-12-26, description: &d Closed}]\n    description: *d\n"
	d, faults := parse("f", []byte(text))
	if len(faults) > 0 || d.Hours[0].Overrides[0].From != "2027-12-24" || *d.Hours[0].Description != "Closed" ||
		d.Queues[0].At != (Position{"f", 4, 5}) || len(d.mentions) != 1 {
		t.Errorf("%+v (%v)", d, faults)
	}
}

// The files of flows are read with the file, and their faults are told where they are.
func TestFaultsOfFlows(t *testing.T) {
	for _, tt := range []struct{ content, want string }{
		{"", ".yaml:4:44: content: open "},
		{"{\n  \"Version\": 1,,\n}", "flow.json:2:16: this is no JSON"},
		{"[]", "flow.json:1:1: this is no flow"},
		{"{}\n{}", "flow.json:2:2: this is no JSON: something follows the flow"},
	} {
		dir := t.TempDir()
		file := filepath.Join(dir, "instance.yaml")
		write(t, file, head+"flows:\n  - {name: f, type: CONTACT_FLOW, content: flow.json}\n")
		if tt.content != "" {
			write(t, filepath.Join(dir, "flow.json"), tt.content)
		}
		_, err := Load(file)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: %v; want %s", tt.content, err, tt.want)
		}
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// The ids of a flow become names and the names ids again; blocks keep their ids.
func TestScripts(t *testing.T) {
	const queue, block = "11111111-2222-4333-8444-555555555555", "99999999-2222-4333-8444-555555555555"
	const instance = "arn:aws:connect:us-east-1:123456789012:instance/77777777-2222-4333-8444-555555555555"
	s := NewSite(nil)
	s.id, s.arn = "77777777-2222-4333-8444-555555555555", instance
	s.meet(kindQueue, `Say "hi"`, queue, instance+"/queue/"+queue)
	script := `{"` + block + `":1,"a":["` + queue + `","` + instance + "/queue/" + queue + `","` + block + `","` +
		instance + `/other/x","` + s.id + `"],"n":1.50}`
	named, err := s.toNames(script)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"{{queue:Say \"hi\"}}"`, `"{{queue.arn:Say \"hi\"}}"`, `"` + block + `": 1`,
		`"{{instance.arn}}/other/x"`, `"{{instance}}"`, "1.50"} {
		if !strings.Contains(named, want) {
			t.Errorf("%s lacks %s", named, want)
		}
	}
	if back, err := s.toIDs(named); err != nil || s.canonical(back) != s.canonical(script) ||
		strings.Contains(back, "{{") {
		t.Errorf("%s (%v)", back, err)
	}
	if _, err := s.toIDs(`{"a": "{{queue:Sales}}"}`); err == nil || err.Error() != `there is no queue "Sales"` {
		t.Errorf("a queue that is not there: %v", err)
	}
	found := mentionsIn(File{Text: "{\n  \"a\": \"{{queue:Sales}} {{what:ever}}\"}", from: "f"})
	if len(found) != 1 || found[0] != (mention{Position{"f", 2, 9}, "queue", "Sales"}) {
		t.Errorf("%+v", found)
	}
}

// A flow that names another thing than it did is touched; one that names what is gone is not.
func TestSameButGone(t *testing.T) {
	const gone = "11111111-2222-4333-8444-555555555555"
	for have, want := range map[string]bool{`["{{queue:A}}"]`: true, `["{{queue:B}}"]`: false, `["` + gone + `"]`: true,
		`["{{instance.arn}}/queue/` + gone + `"]`: true, `["{{queue:A}}","x"]`: false, `["x"]`: false} {
		if same := sameButGone(have, `["{{queue:A}}"]`); same != want {
			t.Errorf("%s: %v", have, same)
		}
	}
}
