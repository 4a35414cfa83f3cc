package tidy

import (
	"slices"
	"strings"
	"testing"
)

// importTrials tries the rules about who may know whom. The floors have a test of their own below, with a small plan.
func importTrials() []trial {
	return []trial{
		{
			rule: "every file parses", about: "half a file",
			files: map[string]string{"acd/a.go": "package acd\nfunc {"}, faults: []string{"acd/a.go:1"},
		},
		{
			rule: "every file parses", about: "whole file",
			files: map[string]string{"acd/a.go": "package acd\n"},
		},
		{
			rule: "never-table", about: "mind imports what it must not",
			files: map[string]string{
				"acd/a.go":       "package acd\n\nimport (\n\t\"context\"\n\t\"os/signal\"\n\t\"time\"\n)\n",
				"routing/a.go":   "package routing\n\nimport \"math/rand/v2\"\nimport \"github.com/aws/aws-sdk-go-v2/aws\"\n",
				"flow/a_test.go": "package flow\n\nimport \"os\"\n",
			},
			faults: []string{"acd/a.go:4", "acd/a.go:5", "routing/a.go:3", "routing/a.go:4"},
		},
		{
			rule: "never-table", about: "rooms that must not know others",
			files: map[string]string{
				"connect/a.go": "package connect\n\nimport \"patchcord/routing\"\n",
				"engine/a.go":  "package engine\n\nimport \"net/http/httptest\"\n",
				"journal/a.go": "package journal\n\nimport \"patchcord/acd\"\n",
				"whatif/a.go":  "package whatif\n\nimport \"patchcord/engine\"\n",
			},
			faults: []string{"connect/a.go:3", "engine/a.go:3", "journal/a.go:3", "whatif/a.go:3"},
		},
		{
			rule: "never-table", about: "imports that are welcome",
			files: map[string]string{
				"acd/a.go":     "package acd\n\nimport (\n\t\"fmt\"\n\t\"net/netip\"\n)\n",
				"connect/a.go": "package connect\n\nimport (\n\t\"net/http\"\n\t\"patchcord/acd\"\n)\n",
				"engine/a.go":  "package engine\n\nimport (\n\t\"context\"\n\t\"patchcord/journal\"\n)\n",
			},
		},
		{
			rule: "floors", about: "package without a floor",
			files:  withPlan(map[string]string{"attic/a.go": "package attic\n"}),
			faults: []string{"attic/a.go:1"},
		},
		{
			rule: "floors", about: "every import goes down",
			files: withPlan(map[string]string{"internal/tidy/b.go": "package tidy\n\nimport \"patchcord/acd\"\n"}),
		},
	}
}

// withPlan adds a file for each room of the house that is built, so that the plan itself is in order.
func withPlan(files map[string]string) map[string]string {
	for _, room := range slices.Concat(floors...) {
		if !slices.Contains(planned, room) {
			files[room+"/room.go"] = "package " + room[strings.LastIndex(room, "/")+1:] + "\n"
		}
	}
	return files
}

// TestFloors tries a plan of three floors.
func TestFloors(t *testing.T) {
	plan := [][]string{{"acd", "journal"}, {"routing", "flow"}, {"engine"}}
	tree := grow(t, map[string]string{
		"acd/a.go":       "package acd\n\nimport \"patchcord/routing\"\n",
		"routing/a.go":   "package routing\n\nimport (\n\t\"patchcord/acd\"\n\t\"patchcord/flow\"\n)\n",
		"flow/a_test.go": "package flow_test\n\nimport \"patchcord/engine\"\n",
	})
	tests := []struct {
		about   string
		planned []string
		faults  []string
	}{
		{
			"imports up and sideways, and a room that is missing", []string{"journal"},
			[]string{planFile + ": engine", "acd/a.go: floor 0", "routing/a.go: floor 0"},
		},
		{
			"a planned room that is built, and one without a floor", []string{"journal", "engine", "flow", "cellar"},
			[]string{planFile + ": flow", planFile + ": cellar", "acd/a.go: floor 0", "routing/a.go: floor 0"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.about, func(t *testing.T) {
			found := compareFloors(tree, plan, tt.planned)
			for _, want := range tt.faults {
				file, word, _ := strings.Cut(want, ": ")
				if !slices.ContainsFunc(found, func(f finding) bool {
					return f.path == file && strings.Contains(f.advice, word)
				}) {
					t.Errorf("no finding says %q, got %v", want, found)
				}
			}
			if len(found) != len(tt.faults) {
				t.Errorf("got %d findings, want %d: %v", len(found), len(tt.faults), found)
			}
		})
	}
}
