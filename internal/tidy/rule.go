package tidy

import (
	"cmp"
	"fmt"
	"go/token"
	"slices"
)

// A rule of the house: its name as a finding shows it, and the look that finds what breaks it.
type rule struct {
	name  string
	check func(*tree) []finding
}

// rules lists every rule of the house, in the order in which a newcomer meets them.
var rules = []rule{
	{"every file parses", parses},
	{"gofmt", formatted},
	{"floors", respectsFloors},
	{"never-table", respectsNeverTable},
	{"no clock", readsNoClock},
	{"no sleep", sleepsNowhere},
	{"no goroutine", startsNoGoroutine},
	{"map order", hidesMapOrder},
	{"function length", shortFunctions},
	{"file length", shortFiles},
	{"line length", shortLines},
	{"interface size", smallInterfaces},
	{"no init", declaresNoInit},
	{"no globals", keepsNoGlobals},
	{"debts have a number", numbersDebts},
	{"no banners", drawsNoBanners},
	{"package comment", introducesPackages},
	{"declaration comment", commentsDeclarations},
	{"error words", choosesErrorWords},
	{"beliefs", groundsBeliefs},
	{"the project alone", speaksOfItself},
	{"folder names", namesFolders},
}

// A finding is one place where a rule is broken. The advice says what is wrong and what to do instead.
type finding struct {
	path   string
	line   int
	advice string
}

// at makes a finding for a place in the tree's syntax.
func (t *tree) at(pos token.Pos, format string, args ...any) finding {
	p := t.fset.Position(pos)
	return finding{path: p.Filename, line: p.Line, advice: fmt.Sprintf(format, args...)}
}

// in makes a finding for a line of a file.
func in(path string, line int, format string, args ...any) finding {
	return finding{path: path, line: line, advice: fmt.Sprintf(format, args...)}
}

// place returns the file and line as an editor understands them.
func (f finding) place() string { return fmt.Sprintf("%s:%d", f.path, f.line) }

// run applies the rule and returns its findings in the order of files and lines.
func (r rule) run(t *tree) []finding {
	found := r.check(t)
	slices.SortStableFunc(found, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.path, b.path), cmp.Compare(a.line, b.line))
	})
	return found
}
