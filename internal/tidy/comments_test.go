package tidy

// commentTrials tries the rules on what comments say and what they must not.
func commentTrials() []trial {
	return append(explainTrials(), []trial{
		{
			rule: "debts have a number", about: "debt without one",
			files: map[string]string{
				"acd/a.go":      "package acd\n\n// TODO: more.\nvar a = 1 // FIXME\n",
				"acd/a_test.go": "package acd\n\n/* Not\nXXX\n*/\n",
			},
			faults: []string{"acd/a.go:3", "acd/a.go:4", "acd/a_test.go:4"},
		},
		{
			rule: "debts have a number", about: "debt with one",
			files: map[string]string{"acd/a.go": "package acd\n\n// TODO(#12): more.\nvar a = \"TODO\"\n"},
		},
		{
			rule: "no banners", about: "lines of signs",
			files: map[string]string{
				"acd/a.go": "package acd\n\n//////////\n// ----- Queues -----\n// ====\n/*****\n*/\n",
			},
			faults: []string{"acd/a.go:3", "acd/a.go:4", "acd/a.go:5", "acd/a.go:6"},
		},
		{
			rule: "no banners", about: "picture and list",
			files: map[string]string{
				"acd/a.go": "package acd\n\n// A picture:\n//\n//\t---- offer ---->\n//   ====\n//\n// - one\n// -- two\n",
			},
		},
	}...)
}

// explainTrials tries the rules on comments that must be there.
func explainTrials() []trial {
	return []trial{
		{
			rule: "package comment", about: "none, and a short one",
			files: map[string]string{
				"acd/a.go":        "// Package acd is one. Two. Three.\npackage acd\n",
				"flow/doc.go":     "// Package flow runs flows, e.g. of calls. It is pure.\npackage flow\n",
				"storm/a_test.go": "package storm\n",
			},
			faults: []string{"acd/doc.go:1", "flow/doc.go:2", "storm/doc.go:1"},
		},
		{
			rule: "package comment", about: "three sentences",
			files: map[string]string{
				"acd/doc.go": "// Package acd is one. It is two (and\n// more.) It never is three!\npackage acd\n",
				"acd/a.go":   "package acd\n",
			},
		},
		{
			rule: "declaration comment", about: "missing or about something else",
			files: map[string]string{
				"acd/a.go": `package acd

type Queue struct{}

// Makes a name.
func (q *Queue) Name() string { return "" }

// Lists is another word.
func List() {}

const Max = 1

const (
	Low  = 1 // the least
	High = 2
)

// Some types.
type (
	Step struct{}
	// A Wish is one.
	Wish struct{}
)

// Kind of each.
func (Step) Kind() int { return 1 }

func (Wish) Kind() int { return 2 }
func (Wish) Size() int { return 2 }
`,
			},
			faults: []string{
				"acd/a.go:3", "acd/a.go:6", "acd/a.go:9", "acd/a.go:11", "acd/a.go:15", "acd/a.go:20", "acd/a.go:28",
				"acd/a.go:29",
			},
		},
		{
			rule: "declaration comment", about: "each in its form",
			files: map[string]string{
				"acd/a.go": `package acd

// A Queue holds contacts.
type Queue[T any] struct{}

// Name is what people call it.
func (q *Queue[T]) Name() string { return "" }

// The Limits of all queues.
const (
	Low  = 1
	High = 2
)

// The ids of the nouns.
type (
	QueueID string
	UserID  string
)

// Err, as others return it.
var Err error

var _ = 1

func quiet() {}

type hidden struct{}

func (hidden) String() string { return "" }

// Kind of each id.
func (QueueID) Kind() int { return 1 }
func (UserID) Kind() int  { return 2 }
`,
				"acd/a_test.go": "package acd\n\nfunc TestQueue() {}\n",
			},
		},
	}
}
