package tidy

import (
	"path"
	"regexp"
	"slices"
	"strings"
)

var (
	beliefName   = regexp.MustCompile(`^(A[0-9]{4})-[a-z0-9-]+\.md$`)
	beliefNumber = regexp.MustCompile(`\bA[0-9]{4}\b`)
)

// beliefParts are the headings of a belief: what the manual leaves open, what we hold true, who says so, and how one
// would find out.
var beliefParts = []string{"Question", "Decision", "Source", "Probe"}

// storyEndings are the files, besides Go, in which a belief may be cited.
var storyEndings = []string{".go", ".story", ".txtar", ".txt"}

// groundsBeliefs is the rule that every belief about Amazon Connect that is cited is written down, once and whole, and
// that every belief that is written down is cited.
func groundsBeliefs(t *tree) []finding {
	var found []finding
	written := map[string]string{}
	for _, x := range t.texts {
		if path.Dir(x.path) != "assume" || path.Base(x.path) == "README.md" {
			continue
		}
		m := beliefName.FindStringSubmatch(path.Base(x.path))
		if m == nil {
			found = append(found, in(x.path, 1, "a belief's file is called by its number and its subject in small letters: "+
				"rename it like A, four digits, -idle-order.md"))
			continue
		}
		if first, taken := written[m[1]]; taken {
			found = append(found, in(x.path, 1, "%s is taken by %s: give this belief the next free number", m[1], first))
			continue
		}
		written[m[1]] = x.path
		found = append(found, missingParts(x)...)
	}
	cited, astray := citations(t, written)
	found = append(found, astray...)
	for number, file := range written { // order does not show: findings are sorted
		if !cited[number] {
			found = append(found, in(file, 1, "no code and no story cites %s: cite it where it is relied on, "+
				"or strike the belief", number))
		}
	}
	return found
}

// citations returns which beliefs are cited, and the places that cite one that is not written.
func citations(t *tree, written map[string]string) (cited map[string]bool, astray []finding) {
	cited = map[string]bool{}
	for _, x := range t.texts {
		if !slices.Contains(storyEndings, path.Ext(x.path)) {
			continue
		}
		line := 0
		for words := range strings.Lines(x.body) {
			line++
			for _, number := range beliefNumber.FindAllString(words, -1) {
				cited[number] = true
				if written[number] == "" {
					astray = append(astray, in(x.path, line, "%s is written nowhere: add assume/%s-....md with %s",
						number, number, strings.Join(beliefParts, ", ")))
				}
			}
		}
	}
	return cited, astray
}

// missingParts finds the headings that a belief lacks.
func missingParts(x text) []finding {
	var found []finding
	for _, part := range beliefParts {
		heading := regexp.MustCompile(`(?m)^#+ ` + part + `\b`)
		if !heading.MatchString(x.body) {
			found = append(found, in(x.path, 1, "the belief has no heading %q: add it", "## "+part))
		}
	}
	return found
}
