package tidy

// wordTrials tries the rules on texts and names. The bad words are put together here, so that this file does not hold
// them itself.
func wordTrials() []trial {
	return append(machineTrials(), []trial{
		{
			rule: "gofmt", about: "spaces for tabs",
			files:  map[string]string{"acd/a.go": "package acd\n\nvar a = 1\nvar  b = 2\n"},
			faults: []string{"acd/a.go:4"},
		},
		{
			rule: "gofmt", about: "as gofmt writes",
			files: map[string]string{"acd/a.go": "package acd\n\nvar a = 1\n"},
		},
		{
			rule: "error words", about: "empty words",
			files: map[string]string{
				"journal/a.go": "package journal\n\nvar a = f(\"" + emptyWords + " open\")\nvar b = `F" + emptyWords[1:] + "`\n",
			},
			faults: []string{"journal/a.go:3", "journal/a.go:4"},
		},
		{
			rule: "error words", about: "verb first",
			files: map[string]string{
				"journal/a.go":      "package journal\n\nvar a = f(\"open journal: %w\", err) // has " + emptyWords + "\n",
				"journal/a_test.go": "package journal\n\nvar b = \"" + emptyWords + "\"\n",
			},
		},
		{
			rule: "folder names", about: "names that say nothing",
			files:  map[string]string{"util/a.go": "package util\n", "acd/testdata/common/a.txt": "x"},
			faults: []string{"acd/testdata/common:1", "util:1"},
		},
		{
			rule: "folder names", about: "names that say what is inside",
			files: map[string]string{"utility/a.go": "package utility\n", "acd/models.go": "package acd\n"},
		},
	}...)
}

// machineTrials tries the rule on texts that tell of a machine.
func machineTrials() []trial {
	return []trial{
		{
			rule: "the project alone", about: "paths and hosts of a machine",
			files: map[string]string{
				"README.md":        "Run it.\nSee " + "/wo" + "rk/notes.\n",
				".ci/run":          "cd '" + "/ro" + "ot/x'\nGOPROXY=https://" + registryHosts[0] + "\n",
				"acd/testdata/a.b": "file://" + "/ho" + "me/ana\n",
			},
			faults: []string{".ci/run:1", ".ci/run:2", "README.md:2", "acd/testdata/a.b:1"},
		},
		{
			rule: "the project alone", about: "relative paths and addresses",
			files: map[string]string{
				"README.md": "PATH=/usr/local/go/bin:$HOME/wo" + "rk/bin\nhttps://example.com/home/start\n" +
					"../wo" + "rk/x\n/tmp/x\n",
				"data.bin": "\x00 " + "/wo" + "rk/x",
			},
		},
	}
}
