package story_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"patchcord/story"
)

// TestReadme plays the story that the README shows.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "```\n")
	example, _, _ := strings.Cut(rest, "```\n")
	played, differences, err := story.Check(example)
	if err != nil || len(differences) > 0 || played != example {
		t.Errorf("the example of the README does not hold: %v %v", err, differences)
	}
}

// TestFaults demands that what cannot be understood is named with its line and column.
func TestFaults(t *testing.T) {
	tests := []struct{ about, text, want string }{
		{"unknown verb", "dance c1", `1:1: unknown verb "dance"; a line is one of`},
		{"unknown verb after a time", "  # x\n\n10s dance c1", `3:5: unknown verb "dance"`},
		{"unknown key", "queue support mx=3", `1:15: unknown key "mx"; known are max`},
		{"unknown key of a contact", "queue s\nqueue c1 s chanel=voice", `2:12: unknown key "chanel"`},
		{"key that is no queue", "user ana autoacept=CHAT", `1:10: the priority of autoacept is "CHAT"; give a whole number`},
		{"no value", "queue support max=", `1:15: "max=" is not of the form key=value`},
		{"unknown contact", "queue s\nuser ana s=1\naccept ana c9", `3:12: no contact is called "c9" up to here`},
		{"unknown queue", "queue c1 suport", `1:10: no queue is called "suport" up to here`},
		{"unknown user", "available ana", `1:11: no user is called "ana" up to here`},
		{"unknown profile", "user ana profile=front", `1:10: no routing profile is called "front"`},
		{"name taken", "queue s\nqueue c s\nqueue c s", `3:7: a contact is called "c" already`},
		{"verb as status", "status accept custom", `1:8: "accept" is a verb already`},
		{"missing name", "queue s\nleave", `2:6: a contact is missing; write leave CONTACT [reason=REASON]`},
		{"one too many", "queue s\nqueue c s\nstop c now", `3:8: "now" is one word too many`},
		{"bad time", "5x", `1:1: "5x" is no span of time`},
		{"time goes back", "5s\n4s", `2:1: 4s lies before 5s, and time does not go back`},
		{"time goes back over a pause", "5s downtime 10s\n14s", `2:1: 14s lies before 15s`},
		{"bad channel", "queue s\nqueue c s channel=fax", `2:11: channel is "fax"; give voice, chat, task or email`},
		{"bad number", "user ana support=high", `1:10: the priority of support is "high"`},
		{"lonely mark", `queue "a`, `1:7: this quotation mark has no partner on its line`},
		{"answer to nothing", "  > hello", "1:1: an answer stands directly below the line that it answers"},
		{"answer after a gap", "queue s\n\n  > hello", "3:1: an answer stands directly below"},
		{"indented under nothing", "  step A:1>=1", "1:1: an indented line stands directly below"},
		{"indented under a verb without", "queue s\n  step A:1>=1", "2:3: nothing can be indented below this verb"},
		{"no step", "queue s\nqueue c s\n  stop", `3:3: "stop" cannot stand here; an indented line is: step EXPRESSION`},
		{"step without expression", "queue s\nqueue c s\n  step", "3:3: a condition is missing at the end of this line"},
		{"no comparison", "queue s\nqueue c s\n  step A:1", "3:8: A:1 must be compared"},
		{"no attribute", "queue s\nqueue c s\n  step A>=1", `3:8: "A" is no condition`},
		{"no level", "queue s\nqueue c s\n  step A:1>=x", `3:13: "x" is no level; give a number`},
		{"no range", "queue s\nqueue c s\n  step A:1 in 3", `3:15: "3" is no range of levels; write it like 2-4`},
		{"half an and", "queue s\nqueue c s\n  step A:1>=1 and", "3:15: a condition is missing"},
		{"open bracket", "queue s\nqueue c s\n  step (A:1>=1 or A:2>=1", "3:19: a closing bracket is missing"},
		{"too much", "queue s\nqueue c s\n  step A:1>=1 A:2>=1", `3:15: "A:2" is too much here`},
		{"bad duration", "queue s\nqueue c s\n  step A:1>=1 for 1.5s", `3:19: "1.5s" is no span of whole seconds`},
		{"late quotas", "queue s\nquotas amazon", "2:1: quotas stand above everything else"},
		{"other quotas", "quotas none", `1:8: "none" are no quotas; write quotas amazon`},
		{"bad day", "queue s\nhours s UTC mon=9:00-17:00", `2:13: unknown key "mon"; known are sunday, `},
		{"bad times", "queue s\nhours s UTC daily=9-17", `2:13: "9-17" are no times; write them like 9:00-17:30`},
		{"bad override", "queue s\noverride s x shut 1..2", `2:14: "shut" is no type of override`},
		{"bad dates", "queue s\noverride s x open 2026-01-01", `2:19: "2026-01-01" are no dates`},
		{"delete what", "delete flow s", `1:8: "flow" cannot be deleted; give user, queue, profile or attribute`},
		{"profile and queues", "profile p s=1\nuser ana profile=p s=1", "2:20: a user with profile=p has no queues"},
	}
	for _, tt := range tests {
		t.Run(tt.about, func(t *testing.T) {
			_, err := story.Parse(tt.text)
			var fault *story.Fault
			if !errors.As(err, &fault) || !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// TestDifferences demands that a wrong answer is shown with the right one.
func TestDifferences(t *testing.T) {
	const told = "user ana support=1\n5s available ana # at last\n  > ana asleep\n\n# end\n"
	played, differences, err := story.Check(told)
	if err != nil || len(differences) != 1 {
		t.Fatalf("got %v %v, want one difference", differences, err)
	}
	want := "2: 5s available ana # at last\n  - ana asleep\n  + ana available\n"
	if got := differences[0].String(); got != want {
		t.Errorf("the difference reads %q, want %q", got, want)
	}
	if right := strings.Replace(told, "asleep", "available", 1); played != right {
		t.Errorf("the story is rewritten as %q, want %q", played, right)
	}
}

// TestCheckFiles demands that files are compared, or rewritten where that is asked.
func TestCheckFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.story")
	if err := os.WriteFile(path, []byte("user ana support=1\navailable ana\n  > ana asleep\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		rewrite bool
		failed  int
	}{{false, 1}, {true, 0}, {false, 0}} {
		var report strings.Builder
		failed, err := story.CheckFiles([]string{path}, step.rewrite, &report)
		if err != nil || failed != step.failed || (report.Len() > 0) != (step.failed > 0) {
			t.Errorf("with rewrite %v: %d failed, want %d: %v %s", step.rewrite, failed, step.failed, err, report.String())
		}
	}
}

// FuzzParse demands that whatever is a story is written out as it was read, and that nothing else brings Parse down.
func FuzzParse(f *testing.F) {
	paths, err := filepath.Glob("../routing/testdata/*.story")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Fuzz(func(t *testing.T, text string) {
		script, err := story.Parse(text)
		if err != nil {
			return
		}
		first := story.Format(script)
		again, err := story.Parse(first)
		if err != nil || story.Format(again) != first {
			t.Errorf("%q is written as %q, which is not a story any more: %v", text, first, err)
		}
	})
}
