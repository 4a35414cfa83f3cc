package flow

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"patchcord/acd"
)

// FuzzParse checks that Parse answers every text with a flow that can be walked or with problems, and never panics.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(content))
	}
	archive, err := txtar.ParseFile("testdata/problems.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, one := range archive.Files {
		written, _, _ := strings.Cut(string(one.Data), "\n  > ")
		if strings.HasPrefix(written, "[\n") {
			written = blocks(written)
		}
		f.Add(written)
	}
	f.Add(Build(effects()...))
	f.Fuzz(func(t *testing.T, content string) {
		parsed, err := Parse(content)
		if err == nil {
			checkFlow(t, content, parsed)
			return
		}
		var e *acd.Error
		if !errors.As(err, &e) || e.Code != acd.BadFlow || len(e.Problems) == 0 || len(e.Problems) > problemsMax {
			t.Fatalf("refused with %#v", err)
		}
		for _, problem := range e.Problems {
			if problem == "" || !utf8.ValidString(problem) || len(problem) > 2000 {
				t.Errorf("no sentence: %q", problem)
			}
		}
	})
}

// checkFlow walks a flow from every block.
func checkFlow(t *testing.T, content string, f *Flow) {
	t.Helper()
	f.block(f.Start())
	for _, b := range f.blocks {
		if static, ok := b.request.(staticCriteria); ok {
			if err := acd.ValidateSteps(static.steps); err != nil {
				t.Errorf("%s: %v", b.id, err)
			}
		}
		for _, c := range []*acd.Contact{somebody(), {}} {
			checkEffect(t, f, b.id, c)
		}
		for _, failure := range []Failure{NoFailure, NoMatchingError, QueueAtCapacity, NoMatchingCondition, "Else"} {
			if next, ok := f.Next(b.id, stage(), Outcome{Failure: failure}); ok {
				f.block(next)
			}
		}
	}
	again, err := Parse(content)
	if err != nil || !reflect.DeepEqual(f, again) {
		t.Errorf("parsed twice, two flows: %v", err)
	}
}

// checkEffect holds what a block asks for against the grammar, and writes and reads it once more.
func checkEffect(t *testing.T, f *Flow, id string, c *acd.Contact) {
	t.Helper()
	s := &Scene{Contact: c}
	effect, failure := f.Effect(id, s)
	reason := f.Reason(id, s)
	if (effect == nil) != (failure != NoFailure) || (failure == NoFailure) != (reason == "") {
		t.Fatalf("%s: %v and %q, because %q", id, effect, failure, reason)
	}
	switch e := effect.(type) {
	case SetQueue:
		if e.Queue.IsZero() {
			t.Errorf("%s sets no queue", id)
		}
	case SetCriteria:
		if err := acd.ValidateSteps(e.Steps); err != nil {
			t.Errorf("%s: %v", id, err)
		}
		written := Build(e)
		if strings.Contains(written, "$") {
			return // what a reference has led to may look like one
		}
		again, err := Parse(written)
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		if got, _ := again.Effect(again.Start(), s); !reflect.DeepEqual(got, effect) {
			t.Errorf("%s: written and read again: %+v, want %+v", id, got, effect)
		}
	}
}
