package tidy

import "strings"

// sizeTrials tries the rules on lengths, each on the last length that passes and the first that does not.
func sizeTrials() []trial {
	return append(interfaceTrials(), []trial{
		{
			rule: "function length", about: "one line too many",
			files: map[string]string{
				"acd/a.go":      function(71),
				"acd/a_test.go": function(121),
				"acd/b.go":      "package acd\n\nvar f = " + functionValue(71),
			},
			faults: []string{"acd/a.go:4", "acd/a_test.go:4", "acd/b.go:3"},
		},
		{
			rule: "function length", about: "just short enough",
			files: map[string]string{"acd/a.go": function(70), "acd/a_test.go": function(120)},
		},
		{
			rule: "file length", about: "one line too many",
			files: map[string]string{
				"acd/a.go":      "package acd\n" + strings.Repeat("\n", 400),
				"acd/a_test.go": "package acd\n" + strings.Repeat("\n", 600),
			},
			faults: []string{"acd/a.go:401", "acd/a_test.go:601"},
		},
		{
			rule: "file length", about: "just short enough",
			files: map[string]string{
				"acd/a.go":      "package acd\n" + strings.Repeat("\n", 399),
				"acd/a_test.go": "package acd\n" + strings.Repeat("\n", 599),
			},
		},
		{
			rule: "line length", about: "one column too many",
			files:  map[string]string{"acd/a.go": "package acd\n\n// " + strings.Repeat("ü", 118) + "\n"},
			faults: []string{"acd/a.go:3"},
		},
		{
			rule: "line length", about: "just short enough",
			files: map[string]string{"acd/a.go": "package acd\n\n// " + strings.Repeat("ü", 117) + "\n"},
		},
	}...)
}

// function writes a commented function of so many lines.
func function(lines int) string {
	return "package acd\n\n// f.\nfunc f() {\n" + strings.Repeat("\tf()\n", lines-2) + "}\n"
}

// functionValue writes a function of so many lines as the value of a variable.
func functionValue(lines int) string {
	return "func() {\n" + strings.Repeat("\tf()\n", lines-2) + "}\n"
}

// interfaceTrials tries the rule on interfaces.
func interfaceTrials() []trial {
	small := "package engine\n\ntype pair interface {\n\tA()\n\tB()\n}\n"
	return []trial{
		{
			rule: "interface size", about: "four methods, written or embedded",
			files: map[string]string{
				"engine/a.go": small,
				"engine/b.go": "package engine\n\ntype a interface {\n\tpair\n\tC()\n\tD()\n}\n",
				"engine/c.go": "package engine\n\nfunc f(x interface {\n\tA()\n\tB()\n\tC()\n\tio.Closer\n}) {\n}\n",
			},
			faults: []string{"engine/b.go:3", "engine/c.go:3"},
		},
		{
			rule: "interface size", about: "three methods",
			files: map[string]string{
				"engine/a.go":      small,
				"engine/b.go":      "package engine\n\ntype a interface {\n\tpair\n\tC()\n}\n",
				"engine/c.go":      "package engine\n\ntype n interface{ ~int | ~string }\n",
				"engine/a_test.go": "package engine\n\ntype q interface {\n\tpair\n\tC()\n\tD()\n}\n",
			},
		},
	}
}
