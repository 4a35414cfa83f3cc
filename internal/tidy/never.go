package tidy

import (
	"go/ast"
	"slices"
	"strings"
)

// mind names the rooms that must replay to the byte: what they do depends on what they are told and on nothing else.
var mind = []string{"acd", "routing", "directory", "flow", "instance", "account"}

// A ban keeps rooms from importing what would break a promise of the house. An import that ends in /... stands for
// everything below it too.
type ban struct {
	rooms   []string
	imports []string
	why     string
}

// never is the table of bans beyond the floors.
var never = []ban{
	{
		mind,
		[]string{
			"context", "crypto/rand", "hash/maphash", "log/...", "math/rand/...", "net", "net/http/...", "os/...", "sync/...",
		},
		"it must replay to the byte: take what you need as an argument, or leave it to the engine",
	},
	{
		mind,
		[]string{"github.com/aws/..."},
		"the wire is translated at the door: let connect turn the SDK's types into those of acd",
	},
	{
		[]string{"journal"},
		[]string{module + "/acd"},
		"it must outlive every change of vocabulary: take and give bytes, and let scribe know the events",
	},
	{
		[]string{"engine"},
		[]string{"net/http/..."},
		"it does not know who is calling: take a command and answer it, and let a door speak HTTP",
	},
	{
		[]string{"connect", "workspace", "wallboard"},
		[]string{module + "/routing", module + "/directory", module + "/journal"},
		"a door declares the small interface that it needs of the engine",
	},
	{
		[]string{"whatif"},
		[]string{module + "/engine", module + "/journal"},
		"a rehearsal must be unable to touch the stage: drive an instance yourself",
	},
}

// respectsNeverTable is the rule that no room imports what the table forbids it.
func respectsNeverTable(t *tree) []finding {
	var found []finding
	for _, s := range t.plain() {
		for _, b := range never {
			if !inRooms(s.dir, b.rooms) {
				continue
			}
			for _, spec := range s.syntax.Imports {
				if b.forbids(pathOf(spec)) {
					found = append(found, t.at(spec.Pos(), "%s never imports %s: %s", s.dir, pathOf(spec), b.why))
				}
			}
		}
	}
	return found
}

// forbids reports whether the ban names the import path.
func (b ban) forbids(importPath string) bool {
	return slices.ContainsFunc(b.imports, func(pattern string) bool {
		tree, wide := strings.CutSuffix(pattern, "/...")
		return importPath == tree || wide && strings.HasPrefix(importPath, tree+"/")
	})
}

// inRooms reports whether a folder is one of the rooms or lies in one.
func inRooms(dir string, rooms []string) bool {
	return slices.ContainsFunc(rooms, func(room string) bool {
		return dir == room || strings.HasPrefix(dir, room+"/")
	})
}

// askNow names what reads the clock, startTimer what makes it ring, and ownZone what depends on the machine's zone.
var (
	askNow     = []string{"Now", "Since", "Until"}
	startTimer = []string{"After", "AfterFunc", "NewTicker", "NewTimer", "Tick"}
	ownZone    = []string{"Local"}
)

// clockRooms may ask what time it is.
var clockRooms = []string{"engine", "connect", "cmd", "internal"}

// readsNoClock is the rule that only the engine, the front door and the programs know what time it is, and that the
// mind has no timers either.
func readsNoClock(t *tree) []finding {
	var found []finding
	for _, s := range t.plain() {
		name, ok := s.imported("time")
		if !ok || inRooms(s.dir, clockRooms) {
			continue
		}
		banned := askNow
		if inRooms(s.dir, mind) {
			banned = slices.Concat(askNow, startTimer, ownZone)
		}
		if name == "." {
			found = append(found, t.at(s.syntax.Package, "time is imported without its name, which hides the clock: "+
				"import it as time"))
		}
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			if got := s.selected(n, "time"); slices.Contains(banned, got) {
				found = append(found, t.at(n.Pos(), "time.%s has no place in %s: take the time as an argument; "+
					"the clock is the engine's", got, s.dir))
			}
			return true
		})
	}
	return found
}

// sleepsNowhere is the rule that nobody waits for time to pass, tests included.
func sleepsNowhere(t *tree) []finding {
	var found []finding
	for _, s := range t.sources {
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			if s.selected(n, "time") == "Sleep" {
				found = append(found, t.at(n.Pos(), "time.Sleep guesses: wait for the event itself, on a channel or a "+
					"timer; in a test use testing/synctest or a story"))
			}
			return true
		})
	}
	return found
}

// startsNoGoroutine is the rule that the mind does one thing after the other.
func startsNoGoroutine(t *tree) []finding {
	var found []finding
	for _, s := range t.plain() {
		if !inRooms(s.dir, mind) {
			continue
		}
		ast.Inspect(s.syntax, func(n ast.Node) bool {
			if g, ok := n.(*ast.GoStmt); ok {
				found = append(found, t.at(g.Pos(), "%s starts a goroutine, so its order is chance: "+
					"do it in line, or emit an event that asks the engine", s.dir))
			}
			return true
		})
	}
	return found
}
