package tidy

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// floors is the plan of the house, from the ground up. A room imports only rooms of lower floors; rooms of one floor
// do not know each other.
var floors = [][]string{
	{"acd", "journal"},                                   // ground
	{"routing", "directory", "flow", "report"},           // floor 0
	{"instance"},                                         // floor 1
	{"account", "realtime"},                              // floor 2
	{"scribe", "history", "keys", "courier"},             // floor 3
	{"engine", "story", "demo"},                          // floor 4
	{"connect", "lambda", "whatif", "blueprint"},         // floor 5
	{"workspace", "wallboard"},                           // floor 6: they share the front door's signatures and errors
	{"internal/bench"},                                   // floor 7
	{"cmd/patchcord", "internal/storm", "internal/tidy"}, // floor 8
}

// planned names the rooms that have a floor but no folder yet. Whoever builds one takes it off this list.
var planned = []string{
	"wallboard",
	"whatif",
}

// respectsFloors is the rule that imports go down only, and that the plan and the folders agree.
func respectsFloors(t *tree) []finding { return compareFloors(t, floors, planned) }

// compareFloors holds the tree against a plan.
func compareFloors(t *tree, plan [][]string, planned []string) []finding {
	level := map[string]int{}
	for i, rooms := range plan {
		for _, room := range rooms {
			level[room] = i
		}
	}
	found := compareFolders(t, level, planned)
	for _, s := range t.plain() {
		here, ok := level[s.dir]
		if !ok {
			continue // compareFolders has said so
		}
		for _, spec := range s.syntax.Imports {
			room, ours := strings.CutPrefix(pathOf(spec), module+"/")
			there, known := level[room]
			if ours && known && there >= here {
				found = append(found, t.at(spec.Pos(), "%s (%s) imports %s (%s), but imports go down only: "+
					"declare here the small interface that you need, or move the code to the floor it belongs to",
					s.dir, floorName(here), room, floorName(there)))
			}
		}
	}
	return found
}

// compareFolders finds the packages without a floor and the floors without a package.
func compareFolders(t *tree, level map[string]int, planned []string) []finding {
	var found []finding
	built := map[string]bool{}
	for _, s := range t.sources {
		if _, ok := level[s.dir]; !ok && !built[s.dir] {
			found = append(found, t.at(s.syntax.Package, "package %s has no floor: "+
				"give it one in internal/tidy/floors.go, or move the code into a room that has one", s.dir))
		}
		built[s.dir] = true
	}
	for room := range level { // order does not show: findings are sorted
		switch waits := slices.Contains(planned, room); {
		case waits && built[room]:
			found = append(found, in(planFile, t.lineOf(room, strings.LastIndex), "room %s is built: "+
				"take it off the list of planned rooms", room))
		case !waits && !built[room]:
			found = append(found, in(planFile, t.lineOf(room, strings.Index), "room %s has a floor but no Go file: "+
				"strike it from the floors, or add it to the planned rooms", room))
		}
	}
	for _, room := range planned {
		if _, ok := level[room]; !ok {
			found = append(found, in(planFile, t.lineOf(room, strings.LastIndex), "planned room %s has no floor: "+
				"give it one", room))
		}
	}
	return found
}

// planFile is where the plan of the floors is written.
const planFile = "internal/tidy/floors.go"

// lineOf returns the line of the plan that names a room, where index finds it.
func (t *tree) lineOf(room string, index func(text, quoted string) int) int {
	for _, x := range t.texts {
		if x.path == planFile {
			return 1 + strings.Count(x.body[:max(0, index(x.body, strconv.Quote(room)))], "\n")
		}
	}
	return 1
}

// floorName returns what the plan calls a level.
func floorName(level int) string {
	if level == 0 {
		return "ground"
	}
	return fmt.Sprintf("floor %d", level-1)
}
