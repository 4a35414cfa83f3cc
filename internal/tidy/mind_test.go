package tidy

// mindTrials tries the rules that keep time and chance out.
func mindTrials() []trial {
	return append(mapTrials(), []trial{
		{
			rule: "no clock", about: "who asks what time it is",
			files: map[string]string{
				"acd/a.go":     "package acd\n\nimport \"time\"\n\nvar now = time.Now\n",
				"routing/a.go": "package routing\n\nimport t \"time\"\n\nvar c = t.After(1)\n",
				"scribe/a.go":  "package scribe\n\nimport \"time\"\n\nvar d = time.Since(time.Time{})\n",
				"flow/a.go":    "package flow\n\nimport . \"time\"\n",
			},
			faults: []string{"acd/a.go:5", "flow/a.go:1", "routing/a.go:5", "scribe/a.go:5"},
		},
		{
			rule: "no clock", about: "who may",
			files: map[string]string{
				"engine/a.go":        "package engine\n\nimport \"time\"\n\nvar now = time.Now\n",
				"cmd/patchcord/a.go": "package main\n\nimport \"time\"\n\nvar now = time.Now\n",
				"acd/a.go":           "package acd\n\nimport \"time\"\n\nconst Day = 24 * time.Hour\n",
				"acd/a_test.go":      "package acd\n\nimport \"time\"\n\nvar now = time.Now\n",
				"wallboard/a.go":     "package wallboard\n\nimport \"time\"\n\nvar c = time.After(1)\n",
			},
		},
		{
			rule: "no sleep", about: "sleeping test",
			files: map[string]string{
				"engine/a_test.go": "package engine\n\nimport \"time\"\n\nfunc f() {\n\ttime.Sleep(1)\n}\n",
			},
			faults: []string{"engine/a_test.go:6"},
		},
		{
			rule: "no sleep", about: "waiting for a timer",
			files: map[string]string{
				"engine/a.go": "package engine\n\nimport \"time\"\n\nfunc f() { <-time.After(1) }\n",
			},
		},
		{
			rule: "no goroutine", about: "mind starts one",
			files:  map[string]string{"instance/a.go": "package instance\n\nfunc f() {\n\tgo f()\n}\n"},
			faults: []string{"instance/a.go:4"},
		},
		{
			rule: "no goroutine", about: "engine starts one",
			files: map[string]string{
				"engine/a.go":    "package engine\n\nfunc f() { go f() }\n",
				"acd/a_test.go":  "package acd\n\nfunc f() { go f() }\n",
				"routing/doc.go": "package routing\n\nfunc f() { f() }\n",
			},
		},
	}...)
}

// mapTrials tries the rule on maps. The maps of routing come from acd and from a type parameter, so that their types
// must really be known.
func mapTrials() []trial {
	acd := "package acd\n\ntype Book struct{ Lines map[string]int }\n\nfunc New() Book { return Book{} }\n"
	return []trial{
		{
			rule: "map order", about: "loops that show the order",
			files: map[string]string{
				"acd/a.go": acd,
				"routing/a.go": `package routing

import (
	"maps"
	"slices"

	"patchcord/acd"
)

func f[M ~map[string]int](m M) {
	for range acd.New().Lines {
	}
	for k := range m {
		_ = k
	}
	for k := range maps.Keys(m) {
		_ = k
	}
	_ = slices.Collect(maps.Values(m))
	for range m { // order does not show:
	}
	for range unknown() {
	}
}
`,
			},
			faults: []string{
				"routing/a.go:11", "routing/a.go:13", "routing/a.go:16", "routing/a.go:19", "routing/a.go:20",
				"routing/a.go:22",
			},
		},
		{
			rule: "map order", about: "loops that do not",
			files: map[string]string{
				"acd/a.go": acd,
				"routing/a.go": `package routing

import (
	"maps"
	"slices"

	"patchcord/acd"
)

func f(b acd.Book) (sum int) {
	for _, k := range slices.Sorted(maps.Keys(b.Lines)) {
		sum *= b.Lines[k]
	}
	for _, n := range b.Lines { // order does not show: a sum
		sum += n
	}
	for range []int{1, 2} {
	}
	for i := range 3 {
		sum += i
	}
	for _, c := range "abc" {
		sum += int(c)
	}
	return sum
}
`,
				"routing/a_test.go": "package routing\n\nfunc g(m map[int]int) {\n\tfor range m {\n\t}\n}\n",
				"engine/a.go":       "package engine\n\nfunc g(m map[int]int) {\n\tfor range m {\n\t}\n}\n",
			},
		},
	}
}
