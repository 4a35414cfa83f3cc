package tidy

// beliefTrials tries the rule on beliefs. Their numbers are put together here, so that this file cites none.
func beliefTrials() []trial {
	const one, two, three = "A" + "9001", "A" + "9002", "A" + "9003"
	whole := "# Idle order\n\n## Question\n\n## Decision\n\n## Source\n\n## Probe\n"
	return []trial{
		{
			rule: "beliefs", about: "unwritten, unread, torn and misnamed",
			files: map[string]string{
				"routing/a.go":              "package routing\n\n// Waits (" + one + ").\n",
				"routing/testdata/a.story":  "# As " + two + " says.\n",
				"docs/ARCHITECTURE.md":      "See " + three + ".\n",
				"assume/" + two + "-a.md":   "# Idle\n\n## Question\n\n## Decision\n\nSource: Probe.\n",
				"assume/" + two + "-b.md":   whole,
				"assume/" + three + "-x.md": whole,
				"assume/notes.md":           whole,
			},
			faults: []string{
				"assume/" + two + "-a.md:1", "assume/" + two + "-a.md:1", "assume/" + two + "-b.md:1",
				"assume/" + three + "-x.md:1", "assume/notes.md:1", "routing/a.go:3",
			},
		},
		{
			rule: "beliefs", about: "written and cited",
			files: map[string]string{
				"routing/a.go":               "package routing\n\n// Waits (" + one + ").\n",
				"routing/testdata/a.story":   "# As " + two + " says.\n",
				"assume/" + one + "-wait.md": whole,
				"assume/" + two + "-idle.md": whole,
				"assume/README.md":           "What we hold true.\n",
			},
		},
	}
}
