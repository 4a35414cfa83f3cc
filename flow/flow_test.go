package flow

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/go-json-experiment/json"

	"patchcord/acd"
)

var rewrite = flag.Bool("rewrite", false, "write what happened into the golden files")

// compare holds what happened against a golden file.
func compare(t *testing.T, file, got string) {
	t.Helper()
	if *rewrite {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at what -rewrite makes of it\ngot:\n%s", file, got)
	}
}

// somebody is a contact that has something of everything a flow can refer to.
func somebody() *acd.Contact {
	return &acd.Contact{
		ID: "c1", PreviousID: "c0", Channel: acd.Task, InitiationMethod: acd.API, CustomerID: "customer 7",
		Name: "Call back", Description: "about the bill",
		Attributes: map[string]string{
			"first": "Jane", "last name": "Doe", "key": "key of the contact", "language": "French",
			"last agent": "55555555-5555-4555-8555-555555555555",
			"queue":      "arn:aws:connect:us-east-1:123456789012:instance/1/queue/66666666-6666-4666-8666-666666666666",
			"criteria": `{"Steps": [{"Expression": {"AttributeCondition": {"Name": "Language", "Value": "English",
				"ProficiencyLevel": 4, "ComparisonOperator": "NumberGreaterOrEqualTo"}}, "Expiry": {"DurationInSeconds": 30}}]}`,
			"the steps": `[{"Expression": {"NotAttributeCondition": {"Name": "Language", "Value": "English",
				"Range": {"MinProficiencyLevel": 4.0, "MaxProficiencyLevel": "5.0"}, "ComparisonOperator": "Range"}}}]`,
		},
	}
}

// stage is where somebody is looked at.
func stage() *Scene { return &Scene{Contact: somebody()} }

// TestWalks walks every sample flow, block by block, for two contacts: one with attributes and one without.
func TestWalks(t *testing.T) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sample flows: %v", err)
	}
	var b strings.Builder
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Parse(string(content))
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		fmt.Fprintf(&b, "%s starts with %q\n", filepath.Base(file), f.Start())
		for i := range f.blocks {
			b.WriteString(walk(t, f, f.blocks[i].id))
		}
		b.WriteString("\n")
	}
	compare(t, "testdata/walks.txt", b.String())
}

// walk tells what a block asks for and where it leads.
func walk(t *testing.T, f *Flow, id string) string {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "  %q\n", id)
	first := tell(t, f, id, somebody())
	fmt.Fprintf(&b, "    asks for %s\n", first)
	if second := tell(t, f, id, &acd.Contact{ID: "c2", Channel: acd.Voice}); second != first {
		fmt.Fprintf(&b, "    asks for %s, for a contact without attributes\n", second)
	}
	for _, failure := range []Failure{NoFailure, QueueAtCapacity, NoMatchingError} {
		name := string(failure)
		if failure == NoFailure {
			name = "success"
		}
		if next, ok := f.Next(id, stage(), Outcome{Failure: failure}); ok {
			fmt.Fprintf(&b, "    %s leads to %q\n", name, next)
		}
	}
	return b.String()
}

func tell(t *testing.T, f *Flow, id string, c *acd.Contact) string {
	t.Helper()
	effect, failure := f.Effect(id, &Scene{Contact: c})
	if (failure != NoFailure) != (f.Reason(id, &Scene{Contact: c}) != "") {
		t.Errorf("%s: failure %q with reason %q", id, failure, f.Reason(id, &Scene{Contact: c}))
	}
	if failure != NoFailure {
		return fmt.Sprintf("%s: %s", failure, f.Reason(id, &Scene{Contact: c}))
	}
	text, err := json.Marshal(effect, json.Deterministic(true), json.OmitZeroStructFields(true))
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimPrefix(fmt.Sprintf("%T", effect), "flow.") + " " + string(text)
}

// TestProblems holds every kind of problem against its sentence.
func TestProblems(t *testing.T) {
	const file = "testdata/problems.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range archive.Files {
		one := &archive.Files[i]
		written := string(one.Data)
		if answer := strings.Index("\n"+written, "\n  > "); answer >= 0 {
			written = written[:answer]
		}
		content := strings.TrimSpace(written)
		if strings.HasPrefix(content, "[\n") {
			content = blocks(content)
		}
		_, err := Parse(content)
		var e *acd.Error
		if !errors.As(err, &e) || e.Code != acd.BadFlow || len(e.Problems) == 0 {
			t.Errorf("%s: Parse says %v, want problems", one.Name, err)
			continue
		}
		one.Data = []byte(written + "  > " + strings.Join(e.Problems, "\n  > ") + "\n")
	}
	compare(t, file, string(txtar.Format(archive)))
}

// blocks makes a content of a list of blocks.
func blocks(list string) string {
	return `{"Version": "2019-10-30", "StartAction": "a", "Actions": ` + strings.TrimSuffix(list, "]") +
		`, {"Identifier": "z", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}`
}

// TestLimits checks what is too large to be written out in a golden file.
func TestLimits(t *testing.T) {
	deep := func(n int, open, end string) string { return strings.Repeat(open, n) + strings.Repeat(end, n) }
	var many, most []Effect
	for range 250 {
		many = append(many, TransferToQueue{})
	}
	most = many[1:]
	long := Build(SetAttributes{Attributes: map[string]string{"a": strings.Repeat("x", 1<<20)}})
	within := func(content string) string { return `{"Metadata": ` + content + "," + Build()[1:] }
	tests := []struct{ name, content, problem string }{
		{"250 blocks", Build(most...), ""},
		{"251 blocks", Build(many...), "Actions has 251 blocks; give at most 250"},
		{"a megabyte", long, fmt.Sprintf("the content has %d bytes; give at most 1048576", len(long))},
		{"a little depth", within(deep(63, "[", "]")), ""},
		{"too much depth", within(deep(64, "[", "]")), "the content nests deeper than 64 levels"},
		{"a thousand lists", within(deep(1000, "[", "]")), "the content nests deeper than 64 levels"},
		{"a thousand objects", within(deep(1000, `{"a":`, "}")), "the content nests deeper than 64 levels"},
		{"names without end", Build(SetAttributes{Attributes: map[string]string{"a": strings.Repeat("$['", 300_000)}}), ""},
		{"a hundred thousand", deep(100_000, "[", "]"), "the content nests deeper than 64 levels"},
	}
	for _, test := range tests {
		_, err := Parse(test.content)
		var e *acd.Error
		got := ""
		if errors.As(err, &e) {
			got = e.Problems[0]
		}
		if got != test.problem {
			t.Errorf("%s: %q, want %q", test.name, got, test.problem)
		}
	}
	_, err := Parse(blocks("[" + strings.Repeat(`"x", `, 200) + `"x"`))
	var e *acd.Error
	if !errors.As(err, &e) || len(e.Problems) != problemsMax {
		t.Errorf("two hundred problems: %v", err)
	}
}

// TestDynamicCriteria tells why criteria that a contact brings along cannot be used.
func TestDynamicCriteria(t *testing.T) {
	f, err := Parse(blocks(`[{"Identifier": "a", "Type": "UpdateContactRoutingCriteria",
		"Parameters": {"RoutingCriteria": "$.Attributes.criteria"},
		"Transitions": {"NextAction": "z", "Errors": [{"NextAction": "z", "ErrorType": "NoMatchingError"}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	const at = "$.Attributes.criteria"
	tests := []struct{ text, reason string }{
		{"", at + " is empty"},
		{"Language:English>=4", at + " is no JSON: it goes wrong at byte 0"},
		{strings.Repeat("[", 1000), at + " nests deeper than 64 levels"},
		{`[]`, at + ": RoutingCriteria is a list; give an object with Steps, or one JSONPath reference"},
		{`{"Steps": []}`, at + ": RoutingCriteria.Steps has 0 steps; give 1 to 5"},
		{`{"Steps": "$.Attributes.steps"}`,
			at + `: RoutingCriteria.Steps is "$.Attributes.steps"; give a list of steps`},
		{`{"Steps": [{"Expression": {"AttributeCondition": {"Name": "Language", "Value": "$.Attributes.language",
			"ProficiencyLevel": 4, "ComparisonOperator": "NumberGreaterOrEqualTo"}}}]}`,
			at + `: RoutingCriteria.Steps[0].Expression.AttributeCondition.Value is the reference ` +
				`"$.Attributes.language"; what a reference leads to holds no further ones`},
	}
	for _, test := range tests {
		c := &acd.Contact{Attributes: map[string]string{"criteria": test.text}}
		s := &Scene{Contact: c}
		effect, failure := f.Effect("a", s)
		if reason := f.Reason("a", s); effect != nil || failure != NoMatchingError || reason != test.reason {
			t.Errorf("%.60s: %v, %q, because %s\nwant %s", test.text, effect, failure, reason, test.reason)
		}
	}
}

// TestReferencesComeOutEqual checks that criteria are held against the grammar again once their references are known.
func TestReferencesComeOutEqual(t *testing.T) {
	condition := func(value string) acd.Expression {
		return acd.Expression{Attribute: &acd.AttributeCondition{
			Name: "Language", Value: value, Operator: acd.NumberGreaterOrEqualTo, Level: 3,
		}}
	}
	and := acd.Expression{And: []acd.Expression{condition("$.Attributes.a"), condition("$.Attributes.b")}}
	f, err := Parse(Build(SetCriteria{Steps: []acd.Step{{Expression: and}}}))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range []string{"French", "English"} {
		c := &acd.Contact{Attributes: map[string]string{"a": "English", "b": b}}
		_, failure := f.Effect(f.Start(), &Scene{Contact: c})
		if want := b == "English"; (failure == NoMatchingError) != want {
			t.Errorf("English and %s: %q %s", b, failure, f.Reason(f.Start(), &Scene{Contact: c}))
		}
	}
}

// TestUnknownBlock checks that a runner that makes up identifiers is told so.
func TestUnknownBlock(t *testing.T) {
	f, err := Parse(Build())
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	f.Next("elsewhere", &Scene{}, Outcome{})
}

// TestReferences follows references to what a contact has, and to what it could have.
func TestReferences(t *testing.T) {
	subtype, n := "connect:Chat", int32(7)
	c := somebody()
	c.RelatedID, c.Tags = "c9", map[string]string{"team": "blue"}
	c.SegmentAttributes = map[string]acd.SegmentAttribute{"connect:Subtype": {String: &subtype}, "n": {Integer: &n}}
	c.References = map[string]acd.Reference{"order": {Type: "URL", Value: "https://here"}}
	c.CustomerEndpoint = &acd.Endpoint{Type: acd.TelephoneNumber, Address: "+12065550100", DisplayName: "Jane"}
	c.AdditionalRecipients = &acd.EmailRecipients{Cc: []acd.EmailRecipient{{Address: "a@b"}, {Address: "c@d"}}}
	s := &Scene{Contact: c, Data: map[string]string{"External.tier": "gold"}}
	for text, want := range map[string]string{
		"$.Attributes.first": "Jane", "$.Attributes.nothing": "", "$.Tags.team": "blue", "$.RelatedContactId": "c9",
		"$.SegmentAttributes['connect:Subtype']": "connect:Chat", "$.SegmentAttributes.n": "7", "$.SegmentAttributes.x": "",
		"$.References.order.Value": "https://here", "$.References.order.Type": "URL", "$.References.none.Value": "",
		"$.CustomerEndpoint.Address": "+12065550100", "$.CustomerEndpoint.DisplayName": "Jane",
		"$.CustomerEndpoint.Type": "TELEPHONE_NUMBER", "$.SystemEndpoint.Address": "", "$.External.tier": "gold",
		"$.AdditionalEmailRecipients.CcList": "a@b, c@d", "$.AdditionalEmailRecipients.ToList": "", "$.Channel": "TASK",
		"$.LambdaInvocation.ResultData.tier": "gold", "$.External.name": "", "$.References.order.Arn": "",
		"$.CustomerEndpoint.Mood": "", "$.Queue.Name": "", "$.TextToSpeechVoiceId": "Joanna",
	} {
		r, length := matchReference(text)
		if got, err := r.resolve(s); err != nil || length != len(text) || got != want {
			t.Errorf("%s: %q (%v), want %q", text, got, err, want)
		}
	}
	for _, text := range []string{"$.Nothing", "$.attributes.first", "$.Extern.name"} {
		r, _ := matchReference(text)
		if got, err := r.resolve(s); err == nil {
			t.Errorf("%s: %q, want an error", text, got)
		}
	}
}
