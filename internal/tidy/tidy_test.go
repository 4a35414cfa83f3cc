package tidy

import (
	"os"
	"path"
	"slices"
	"testing"
	"testing/fstest"
)

// TestHouse holds the whole checkout against every rule.
func TestHouse(t *testing.T) {
	tree, err := load(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	if len(tree.sources) == 0 {
		t.Fatal("the checkout has no Go files: is this its root?")
	}
	for _, r := range rules {
		t.Run(r.name, func(t *testing.T) {
			for _, f := range r.run(tree) {
				t.Errorf("%s: %s: %s", f.place(), r.name, f.advice)
			}
		})
	}
}

// A trial is a small tree in memory and the places in it at which a rule must find fault; none for a tree that must
// pass.
type trial struct {
	rule   string
	about  string
	files  map[string]string
	faults []string
}

// TestRules tries every rule on trees that break it and on trees that keep it.
func TestRules(t *testing.T) {
	caught, passed := map[string]bool{}, map[string]bool{}
	for _, try := range trials() {
		t.Run(try.rule+"/"+try.about, func(t *testing.T) {
			places := []string{}
			for _, f := range ruleNamed(t, try.rule).run(grow(t, try.files)) {
				places = append(places, f.place())
				if len(f.advice) < 30 {
					t.Errorf("%s: %q is no advice", f.place(), f.advice)
				}
			}
			if !slices.Equal(places, try.faults) {
				t.Errorf("found fault at %q, want %q", places, try.faults)
			}
		})
		if len(try.faults) > 0 {
			caught[try.rule] = true
		} else {
			passed[try.rule] = true
		}
	}
	for _, r := range rules {
		if !caught[r.name] || !passed[r.name] {
			t.Errorf("rule %q has no trial that it catches, or none that passes: write both", r.name)
		}
	}
}

// trials gathers the trials of all rules.
func trials() []trial {
	return slices.Concat(importTrials(), mindTrials(), sizeTrials(), globalTrials(), commentTrials(), wordTrials(),
		beliefTrials())
}

// ruleNamed finds a rule.
func ruleNamed(t *testing.T, name string) rule {
	t.Helper()
	i := slices.IndexFunc(rules, func(r rule) bool { return r.name == name })
	if i < 0 {
		t.Fatalf("there is no rule %q", name)
	}
	return rules[i]
}

// grow makes a tree of files given as text, with their folders.
func grow(t *testing.T, files map[string]string) *tree {
	t.Helper()
	disk := fstest.MapFS{}
	for name, body := range files {
		disk[name] = &fstest.MapFile{Data: []byte(body)}
	}
	tree, err := load(disk)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// TestLoadLeavesOut checks that what is no part of the project is not looked at.
func TestLoadLeavesOut(t *testing.T) {
	tree := grow(t, map[string]string{
		".gitignore":            "/patchcord\n*.out\n/data/\n",
		".git/config":           "x",
		"patchcord":             "x",
		"a.out":                 "x",
		"data/x.go":             "package x",
		"wire/testdata/case.go": "not Go at all",
		"wire/binary":           "a\x00b",
		"wire/data/y.go":        "package data",
	})
	var got []string
	for _, x := range tree.texts {
		got = append(got, x.path)
	}
	want := []string{".gitignore", "wire/data/y.go", "wire/testdata/case.go"}
	if !slices.Equal(got, want) {
		t.Errorf("texts are %q, want %q", got, want)
	}
	if len(tree.sources) != 1 || path.Base(tree.sources[0].path) != "y.go" {
		t.Errorf("sources are %v, want y.go alone", tree.sources)
	}
}
