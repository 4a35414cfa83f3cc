package tidy

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strings"
)

// formatted is the rule that gofmt has nothing to change.
func formatted(t *tree) []finding {
	var found []finding
	for _, s := range t.sources {
		want, err := format.Source([]byte(s.body))
		if err == nil && !bytes.Equal(want, []byte(s.body)) {
			line := firstDifference(s.body, string(want))
			found = append(found, in(s.path, line, "gofmt would write this line otherwise: run gofmt -w on the file"))
		}
	}
	return found
}

// firstDifference returns the number of the first line in which two texts differ.
func firstDifference(a, b string) int {
	other := strings.SplitAfter(b, "\n")
	lines := strings.SplitAfter(a, "\n")
	for i, line := range lines {
		if i >= len(other) || line != other[i] {
			return i + 1
		}
	}
	return len(lines)
}

// emptyWords says nothing in an error: that something went wrong is what an error is.
const emptyWords = "failed" + " to"

// choosesErrorWords is the rule that an error says what was being done: "append journal: no space left".
func choosesErrorWords(t *tree) []finding {
	var found []finding
	for _, s := range t.plain() {
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if ok && lit.Kind == token.STRING && strings.Contains(strings.ToLower(lit.Value), emptyWords) {
				found = append(found, t.at(lit.Pos(), "%q adds nothing: name what was done, verb first, as in "+
					"\"append journal: no space left\"", emptyWords))
			}
			return true
		})
	}
	return found
}

var (
	// machinePath is a path that begins at the root of somebody's machine.
	machinePath = regexp.MustCompile(`(?:^|[^\w.~})\]-])(/(?:work|root|home)/)`)

	// registryHosts are where some machine gets its packages; the project does not care.
	registryHosts = []string{
		"proxy." + "golang.org", "sum." + "golang.org", "registry." + "npmjs.org", "deb." + "debian.org",
	}
)

// speaksOfItself is the rule that no file tells of the machine or the network on which it was written.
func speaksOfItself(t *tree) []finding {
	var found []finding
	for _, x := range t.texts {
		number := 0
		for line := range strings.Lines(x.body) {
			number++
			if m := machinePath.FindStringSubmatch(line); m != nil {
				found = append(found, in(x.path, number, "%s is a folder of one machine: write the path from the root of "+
					"the project, or take it from the environment", m[1]))
			}
			for _, host := range registryHosts {
				if strings.Contains(line, host) {
					found = append(found, in(x.path, number, "%s is a registry of one network: leave it to the settings "+
						"of the reader's machine", host))
				}
			}
		}
	}
	return found
}

// emptyNames are names for a folder that say nothing of what is inside.
var emptyNames = []string{"pkg", "utils", "util", "common", "models", "services", "manager", "helpers"}

// namesFolders is the rule that a room is called by what it is for.
func namesFolders(t *tree) []finding {
	var found []finding
	for _, dir := range t.folders {
		if slices.Contains(emptyNames, path.Base(dir)) {
			found = append(found, in(dir, 1, "%s could hold anything: call the folder by the one thing it is for",
				path.Base(dir)))
		}
	}
	return found
}
