package tidy

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// orderExcuse begins the comment, on the line of the loop, that says why the order of a map cannot show. A reason must
// follow it.
const orderExcuse = "// order does not show: "

// hidesMapOrder is the rule that the mind does not range over a map, whose order is chance. Sorted keys are the way
// round; where the order cannot show, a comment says why.
func hidesMapOrder(t *tree) []finding {
	minds := slices.DeleteFunc(t.plain(), func(s *source) bool { return !inRooms(s.dir, mind) })
	outside, err := compiled(t.fset, outsiders(minds))
	if err != nil {
		return []finding{in("go.mod", 1, "the types of the mind are not known: %v", err)}
	}
	k := newKnower(t, outside)
	var found []finding
	for _, s := range minds {
		k.room(s.dir)
		found = append(found, s.rangesOverMaps(k)...)
	}
	return found
}

// rangesOverMaps finds the loops of a file that see a map in its order.
func (s *source) rangesOverMaps(k *knower) []finding {
	var found []finding
	excused := s.excuses(k.tree)
	sorted := map[ast.Expr]bool{}
	ast.Inspect(s.syntax, func(n ast.Node) bool {
		advice := ""
		switch n := n.(type) {
		case *ast.RangeStmt:
			advice = loopAdvice(k.info.TypeOf(n.X))
		case *ast.CallExpr:
			if strings.HasPrefix(s.selected(n.Fun, "slices"), "Sorted") && len(n.Args) > 0 {
				sorted[n.Args[0]] = true
			}
			if slices.Contains([]string{"All", "Keys", "Values"}, s.selected(n.Fun, "maps")) && !sorted[n] {
				advice = "a sequence over a map comes in the order of chance: wrap it in slices.Sorted here and now"
			}
		}
		if advice != "" && !excused[k.tree.fset.Position(n.Pos()).Line] {
			found = append(found, k.tree.at(n.Pos(), "%s, or say on this line %q and why", advice, orderExcuse))
		}
		return true
	})
	return found
}

// loopAdvice returns what to say of a loop over a value of the type, "" if there is nothing to say.
func loopAdvice(t types.Type) string {
	switch {
	case t == nil || t == types.Typ[types.Invalid]:
		return "the type of what this loop ranges over is not known: make the room compile"
	case isMap(t):
		return "a loop over a map runs in the order of chance: range over slices.Sorted(maps.Keys(m))"
	}
	return ""
}

// isMap reports whether values of the type are maps, or may be where it is a type parameter.
func isMap(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Map:
		return true
	case *types.Interface:
		for embedded := range u.EmbeddedTypes() {
			if isMap(embedded) {
				return true
			}
		}
	case *types.Union:
		for term := range u.Terms() {
			if isMap(term.Type()) {
				return true
			}
		}
	}
	return false
}

// excuses returns the lines of the file on which the order of a map is said not to show.
func (s *source) excuses(t *tree) map[int]bool {
	lines := map[int]bool{}
	for _, group := range s.syntax.Comments {
		for _, c := range group.List {
			if reason, ok := strings.CutPrefix(c.Text, orderExcuse); ok && strings.TrimSpace(reason) != "" {
				lines[t.fset.Position(c.Pos()).Line] = true
			}
		}
	}
	return lines
}
