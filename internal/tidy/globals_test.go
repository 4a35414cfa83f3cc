package tidy

// globalTrials tries the rules about state that belongs to nobody.
func globalTrials() []trial {
	return []trial{
		{
			rule: "no init", about: "init in a test",
			files:  map[string]string{"acd/a_test.go": "package acd\n\nfunc init() {}\n"},
			faults: []string{"acd/a_test.go:3"},
		},
		{
			rule: "no init", about: "method of that name",
			files: map[string]string{"acd/a.go": "package acd\n\nfunc (r *ring) init() {}\n"},
		},
		{
			rule: "no globals", about: "every way to change one",
			files: map[string]string{
				"acd/a.go": "package acd\n\nvar n int\n\nvar m = map[int]int{}\n\nvar s struct{ a []int }\n",
				"acd/b.go": `package acd

import "elsewhere"

func f() {
	n++
	n, x := 1, elsewhere.F()
	m[n] = x
	delete(m, 1)
	(*(&s)).a[0] = elsewhere.G
	for n = range 3 {
	}
	for _, s.a[0] = range m {
	}
}
`,
				"acd/a_test.go": "package acd\n\nfunc g() {\n\tn = 7\n}\n",
				"flow/a.go":     "package flow\n\nimport \"patchcord/acd\"\n\nfunc g() { acd.N = 7 }\n",
			},
			faults: []string{
				"acd/a_test.go:4", "acd/b.go:6", "acd/b.go:8", "acd/b.go:9", "acd/b.go:10", "acd/b.go:13", "flow/a.go:5",
			},
		},
		{
			rule: "no globals", about: "locks and channels",
			files: map[string]string{
				"engine/a.go": "package engine\n\nvar (\n\tmu sync.Mutex\n\tn = &atomic.Int64{}\n\tc = make(chan int)\n)\n",
			},
			faults: []string{"engine/a.go:4", "engine/a.go:5", "engine/a.go:6"},
		},
		{
			rule: "no globals", about: "tables, sentinels, shadows and fields",
			files: map[string]string{
				"engine/a.go": `package engine

import (
	"errors"
	"regexp"
)

// ErrClosed is a sentinel.
var ErrClosed = errors.New("closed")

var word = regexp.MustCompile("x")

var table = map[string]int{"a": 1}

var lazy = sync.OnceValue(func() int { return 1 })

var _ error = (*wrong)(nil)

type wrong struct{ table map[string]int }

func f(w wrong) int {
	table := map[string]int{}
	table["b"] = 2
	w.table["c"] = 3
	return table["a"]
}
`,
			},
		},
	}
}
